"""Briefs of an exercise: what they tell has not happened, and their title has to say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from trainer.briefs.block import Heading, Part

_SAID = re.compile(
    r"(?:\bEXERCISE\b[^\w\n]*){2,}|\bEXERCISE ONLY\b|\bEXERCISE\b(?: [A-Z\d][A-Z\d-]*){1,3} - EXERCISE\b"
)
"""How a paper says in its first or last lines that it belongs to an exercise."""
_CALLED = re.compile(r"\bEXERCISE(?P<name>(?: (?!EXERCISE|ONLY)[A-Z\d][A-Z\d-]+){1,3})\b")
_TOP, _FOOT = 12, 4
"""Lines at either end that may say so."""


def titled(title: str, parts: Iterable[Part]) -> str:
    """The title of a brief, with the name of the exercise that it belongs to, if it does and does not say so."""
    lines = list(_lines(parts))
    ends = [*lines[:_TOP], *lines[-_FOOT:]]
    marked = _SAID.search(title) is not None
    if ("exercise" in title.lower() and not marked) or not any(_SAID.search(line) for line in ends):
        return title
    called = next((found for line in ends if (found := _CALLED.search(line))), None)
    kind = f"Exercise{called['name'] if called else ''}"
    return kind if marked else f"{kind}: {title}"


def _lines(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield from [part.text] if isinstance(part, Heading) else part.lines
