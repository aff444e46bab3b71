"""The lines of a deck file: where each table begins, so that a mistake has a line and costs one table only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trainer.errors import DeckRefused

MAX_BYTES = 64 * 2**20
"""The largest deck file that is read: room for about two hundred thousand cards."""
_MAX_DOTS = 32
_MAX_DEPTH = 32
_HEADER = re.compile(r"^\s*\[(\[)?\s*([A-Za-z0-9_\-. \"']+?)\s*\]")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\-]+)\s*=")


@dataclass(frozen=True, slots=True)
class Block:
    """One `[deck]`, `[[briefs]]` or `[[cards]]` with its sub-tables, or what stands before the first of them."""

    name: str
    """`deck`, `briefs`, `cards`, another table's name, or empty for the top of the file."""
    line: int
    """1-based line of its header."""
    text: str
    """Its lines, header included."""

    def line_of(self, key: str) -> int:
        """The line on which a key is set; the header's line if it is not found."""
        for offset, line in enumerate(self.text.splitlines()):
            match = _KEY.match(line)
            if match and match[1] == key:
                return self.line + offset
        return self.line

    def table(self) -> dict[str, Any]:
        """The block alone, parsed. Raises `tomllib.TOMLDecodeError`."""
        parsed = tomllib.loads(self.text)
        inner = parsed.get(self.name, parsed)
        table: dict[str, Any] = inner[0] if isinstance(inner, list) else inner
        return table


def blocks(text: str) -> list[Block]:
    """The file cut at its top-level headers; a header inside a multi-line string is not one."""
    found: list[Block] = []
    name, start = "", 1
    lines: list[str] = []
    for number, line, in_string in _lines(text):
        header = None if in_string else _HEADER.match(line)
        if header and "." not in header[2]:
            found.append(Block(name, start, "".join(lines)))
            name, start, lines = header[2], number, []
        lines.append(line)
    return [*found, Block(name, start, "".join(lines))]


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Number, line, and whether the line begins inside a multi-line string."""
    fence = ""
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        yield number, line, bool(fence)
        fence = _fence_after(line, fence)


def _fence_after(line: str, fence: str) -> str:
    """The multi-line string delimiter that is open at a line's end; empty if none."""
    if '"""' not in line and "'''" not in line:
        return fence
    for mark in re.findall(r"\"\"\"|'''", line):
        if not fence:
            fence = mark
        elif mark == fence:
            fence = ""
    return fence


def refuse_bombs(text: str, where: str) -> None:
    """Refuse text that makes TOML parsers run for minutes or out of stack: long dotted keys, deep nesting."""
    for number, line, in_string in _lines(text):
        if in_string or len(line) <= _MAX_DEPTH:
            continue
        bare = _QUOTED.sub("", line)
        if bare.split("=", 1)[0].count(".") > _MAX_DOTS or max(bare.count("["), bare.count("{")) > _MAX_DEPTH:
            raise DeckRefused(
                "a key or an array is nested too deeply for a deck.",
                where=f"{where}, line {number}",
                remedy="A deck needs three levels at most: remove this line.",
            )
