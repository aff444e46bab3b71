"""The lines of a deck file: where each table begins, so that a mistake has a line and costs one table only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 64 * 2**20
"""The largest deck file that is read: room for about two hundred thousand cards."""
_MAX_DOTS = 32
_MAX_DEPTH = 32
_MAX_BITS = 64
_TABLES = frozenset({"deck", "briefs", "cards"})
_STRUCTURE = re.compile(r"^[ \t]*\[\[?(?P<name>[A-Za-z0-9_\-. \t]++)\]\]?|[\[\]]", re.MULTILINE)
_OPAQUE_IN_ONE_LINE = re.compile(
    r"""
      \"(?:[^"\\\n]++|\\[^\n])*"?
    | '[^'\n]*+'?
    | (?P<comment>\#[^\n]*+)""",
    re.VERBOSE,
)
# No possessive quantifier behind a group: Python before 3.11.5 gets those wrong.
_OPAQUE = re.compile(
    r"""
      \"\"\"(?:[^"\\]++|\\.|"(?!""))*\"{3,5}
    | \'\'\'(?:[^']++|'(?!''))*'{3,5}
    | (?P<endless>(?:\"\"\"|\'\'\').*)
    | """
    + _OPAQUE_IN_ONE_LINE.pattern,
    re.VERBOSE | re.DOTALL,
)
_QUOTE = re.compile("[\"']")
_KEY = re.compile(r"^\s*(?:([A-Za-z0-9_\-]+)\s*=|\[+\w+\.([A-Za-z0-9_\-]+)\])")


@dataclass(frozen=True, slots=True)
class Block:
    """One `[deck]`, `[[briefs]]` or `[[cards]]` with its sub-tables, or what stands before the first of them."""

    name: str
    """`deck`, `briefs`, `cards`, another table's name, or empty for the top of the file."""
    line: int
    """1-based line of its header."""
    text: str
    """Its lines, header included."""

    def line_of(self, *path: str) -> int:
        """The line on which a key is set, or else the nearest one on the path to it; the header's line at last."""
        lines: dict[str, int] = {}
        for number, line in enumerate(self.text.split("\n"), self.line):
            match = _KEY.match(line)
            if match:
                lines.setdefault(match[1] or match[2], number)
        return next((lines[key] for key in reversed(path) if key in lines), self.line)

    def table(self) -> dict[str, Any]:
        """The block alone, parsed. Raises ValueError: not TOML, too deep, or a number that TOML need not keep."""
        if _is_bomb(self.text):
            raise ValueError("a key or an array is nested too deeply for a deck")
        parsed = tomllib.loads(self.text)
        inner = parsed.get(self.name, parsed)
        table: dict[str, Any] = inner[0] if isinstance(inner, list) else inner
        if _overflows(table):
            raise ValueError("a number has more than 64 bits")
        return table


def _overflows(value: Any) -> bool:
    """Whether a number in it is too large to be written again."""
    if isinstance(value, int):
        return value.bit_length() > _MAX_BITS
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(map(_overflows, parts))


def blocks(text: str) -> list[Block]:
    """The file cut at its top-level headers; what stands in a string, a comment or an array is not one."""
    found: list[Block] = []
    name, start, line = "", 0, 1
    for offset, header in _headers(text):
        found.append(Block(name, line, text[start:offset]))
        line += text.count("\n", start, offset)
        name, start = header, offset
    return [*found, Block(name, line, text[start:])]


def _headers(text: str) -> Iterator[tuple[int, str]]:
    """Where each top-level table begins, and its name.

    Within an open bracket only a deck's own tables count as headers: there somebody forgot to close the bracket, and
    the next card must not be lost for it.
    """
    depth = 0
    for match in _STRUCTURE.finditer(_masked(text)):
        root, *rest = (match["name"] or ".").split(".")
        if root and (depth == 0 or root.strip() in _TABLES):
            depth = 0
            if not rest:
                yield match.start(), text[match.start("name") : match.end("name")].strip()
        else:
            depth = max(0, depth + match[0].count("[") - match[0].count("]"))


def _masked(text: str) -> str:
    """The text with each string and comment blotted out, at the same length and with the same lines.

    A multi-line string that never ends is taken to end with its line, and so is every later one: one forgotten
    delimiter must not swallow the cards that follow.
    """
    masked = _OPAQUE.sub(_blotted, text)
    endless = _QUOTE.search(masked)
    if endless:
        at = endless.start()
        masked = masked[:at] + _OPAQUE_IN_ONE_LINE.sub(_blotted, text[at:])
    return masked


def digest_of(text: str) -> str:
    """The SHA-256 of a deck file's text, line ends and byte order mark aside."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def blotted(text: str) -> str:
    """A valid table with each string as underscores and each comment as spaces, at the same length.

    A string over several lines becomes one run, so that each line end left is one between keys or in an array.
    """
    return _OPAQUE.sub(lambda match: (" " if match.lastgroup == "comment" else "_") * len(match[0]), text)


def _blotted(match: re.Match[str]) -> str:
    """Underscores for a string, spaces for a comment; an endless string as it is."""
    if match.lastgroup == "endless":
        return match[0]
    blot = " " if match.lastgroup == "comment" else "_"
    word = match[0]
    return "\n".join(blot * len(line) for line in word.split("\n")) if "\n" in word else blot * len(word)


def _is_bomb(text: str) -> bool:
    """Whether a text makes TOML parsers run for minutes or out of stack: long dotted keys, deep nesting."""
    return any(map(_is_deep, text.split("\n"))) and any(map(_is_deep, _masked(text).split("\n")))


def _is_deep(line: str) -> bool:
    """Whether a line has more dots or opening brackets than any line of a deck, its strings left out, can need."""
    return len(line) > _MAX_DEPTH and (
        line.count(".") > _MAX_DOTS or line.count("[") > _MAX_DEPTH or line.count("{") > _MAX_DEPTH
    )
