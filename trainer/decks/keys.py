"""Where each key of a deck's table stands in its text, so that one value can change and nothing beside it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trainer.decks.source import blotted

Path = tuple[str, ...]
"""A key within its table: `("answer",)`, `("source", "span")`."""

_LINE = re.compile(
    r"^[ \t]*(?:\[+[ \t]*(?P<header>[^\]\n]+?)[ \t]*\]+[^\n]*|(?P<key>[^=\[\s#][^=\n#]*?)[ \t]*=[ \t]*)", re.MULTILINE
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BRACKET = re.compile(r"[\[\]{}\n]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one key stands in a block's text, in characters."""

    line: int
    """Where its first line begins."""
    start: int
    """Where its value begins."""
    end: int
    """After its value."""
    line_end: int
    """After its last line, the line's end included."""
    indent: str
    """What stands before the last part of the key."""


def places(block: str) -> dict[Path, Place]:
    """Each key of a block that is valid TOML and where it stands; keys within `{}` belong to its value."""
    return dict(_walk(block, blotted(block)))


def _walk(text: str, bare: str) -> Iterator[tuple[Path, Place]]:
    table: Path = ()
    at = 0
    while match := _LINE.search(bare, at):
        if match["header"]:
            table = _path(text[match.start("header") : match.end("header")])[1:]
            at = match.end()
            continue
        end, line_end = _value_end(bare, match.end())
        indent = text[match.start() : match.start("key")]
        written = text[match.start("key") : match.end("key")]
        key = _path(written)
        indent += written[: written.rindex(".") + 1] if len(key) > 1 else ""
        yield (*table, *key), Place(match.start(), match.end(), end, line_end, indent)
        at = line_end


def _value_end(bare: str, start: int) -> tuple[int, int]:
    """Where a value ends, and where its last line does."""
    depth, end = 0, len(bare)
    for match in _BRACKET.finditer(bare, start):
        if match[0] == "\n" and depth == 0:
            end = match.start()
            break
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
    return start + len(bare[start:end].rstrip()), min(end + 1, len(bare))


def _path(written: str) -> Path:
    """A key as the file writes it, dotted or quoted, in its parts."""
    if _BARE.fullmatch(written):
        return (written,)
    parts: list[str] = []
    value: Any = tomllib.loads(f"{written} = 0")
    while isinstance(value, dict):
        [(part, value)] = value.items()
        parts.append(part)
    return tuple(parts)
