"""The lines of a front matter as keys and values, in TOML or in the little of YAML that people write by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST_LINE = 1_000
_BLOCK_SIGNS = frozenset({"", ">", "|", ">-", "|-"})
"""Values that stand for the lines below them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry, which may go on over several lines."""

    number: int
    """1-based line of the file at which it begins."""
    pairs: dict[str, object] | None
    """Its keys and their values; None if it cannot be read."""


def read_lines(fence: str, lines: Sequence[str], first: int) -> Iterator[Line]:
    """The entries of the lines between two fences, `+++` or `---`; blank lines, comments and tables are passed over."""
    parse, joined = (_parse_toml, _joined_toml(lines)) if fence == "+++" else (_parse_simple, _joined_simple(lines))
    for place, line in joined:
        try:
            yield Line(first + place, parse(line))
        except (ValueError, RecursionError):
            yield Line(first + place, None)


def _joined_toml(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with those that its brackets run on to; nothing of a table, whose keys are not the brief's own."""
    start, open_ = 0, ""
    for place, line in enumerate(lines):
        if not open_ and (not line.strip() or line.lstrip().startswith("#")):
            continue
        if not open_ and line.startswith("[") and line.rstrip().endswith("]"):
            return
        start, open_ = (start, f"{open_} {line}") if open_ else (place, line)
        runs_on = open_.partition("=")[2].lstrip().startswith("[") and open_.count("[") > open_.count("]")
        if not runs_on or len(open_) > _LONGEST_LINE or place + 1 == len(lines):
            yield start, open_
            open_ = ""


def _joined_simple(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with the indented ones and the items below it."""
    start, entry = 0, ""
    for place, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if entry and (line[:1].isspace() or line.startswith("- ")):
            key, _, value = entry.partition(":")
            is_text = not line.lstrip().startswith("- ")
            if value.strip() in _BLOCK_SIGNS or is_text:
                held = "" if value.strip() in _BLOCK_SIGNS else f"{value.strip()} "
                entry = f"{key}: {held}{line.strip()}"[: 2 * _LONGEST_LINE]
            continue
        if entry:
            yield start, entry
        start, entry = place, line
    if entry:
        yield start, entry


def _parse_toml(line: str) -> dict[str, object]:
    """The keys of one entry of TOML; raises ValueError for anything that is no key with its value."""
    pairs = tomllib.loads(line) if len(line) <= _LONGEST_LINE else {}
    if not pairs or line.lstrip().startswith("["):
        raise ValueError(line[:40])
    return pairs


def _parse_simple(line: str) -> dict[str, object]:
    """The key and the value of one `key: value`, quotes around it taken off; raises ValueError without a key."""
    key, colon, value = line.partition(":")
    if not colon or not key.strip() or key != key.lstrip() or len(line) > _LONGEST_LINE:
        raise ValueError(line[:40])
    value = value.strip()
    quoted = len(value) > 1 and value[0] in {'"', "'"} and value[-1] == value[0]
    return {key.strip(): value[1:-1] if quoted else value}
