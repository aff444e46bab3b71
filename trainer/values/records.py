"""The tables of names and words that both wings know: TOML whose values are blocks of text, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "tables"
"""Where they lie."""
SHARED = frozenset({"states", "bodies"})
"""Those whose blocks are records, one a line; what only the reading of briefs needs lies with it."""


@cache
def table(name: str) -> dict[str, Any]:
    """The blocks of one shared table under their headings."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def closed(name: str) -> frozenset[str]:
    """One closed list of words.

    >>> "of" in closed("small"), "minister" in closed("titles")
    (True, True)
    """
    return frozenset(table("closed")[name].split())


def records(blocks: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """Every line of a table: its block, the key before the colon, the fields behind it.

    >>> list(records({"West Africa": "Mali: Malian; Bamako"}))
    [('West Africa', 'Mali', ['Malian', 'Bamako'])]
    """
    for heading, block in blocks.items():
        for line in block.splitlines():
            if line:
                key, _, rest = line.partition(": ")
                yield heading, key, [field.strip() for field in rest.split(";")]


def split(field: str, mark: str = ",") -> tuple[str, ...]:
    """What a field lists.

    >>> split("DRC, DR Congo")
    ('DRC', 'DR Congo')
    """
    return tuple(part.strip() for part in field.split(mark) if part.strip())
