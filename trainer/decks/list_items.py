"""The items of a list with comments, changed so that the comments stay."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import tomli_w

from trainer.decks.source import blotted

_ITEM = re.compile(r"[^\s,\[\]]+")


def with_items(written: str, values: Any) -> str | None:
    """A list as the file writes it, with other items: those that stay keep their lines, new ones stand after them.

    None if the list has no comment, or its items would stand in another order: then it is better written anew.
    """
    bare = blotted(written)
    if not isinstance(values, list) or not values or bare == written or "#" not in written or bare[0] != "[":
        return None
    items = list(zip(_ITEM.finditer(bare), tomllib.loads(f"x = {written}")["x"], strict=True))
    kept = [value for _, value in items if value in values]
    if kept != values[: len(kept)]:
        return None
    for match, value in reversed(items):
        if value not in values:
            written = _without(written, bare, match)
    return _with_more(written, values[len(kept) :])


def _without(written: str, bare: str, item: re.Match[str]) -> str:
    """The list without an item: without its line where it stands alone on one, its comment too."""
    start, end = item.span()
    comma = bare.find(",", end)
    end = comma + 1 if comma >= 0 and not bare[end:comma].strip() else end
    line = bare.rfind("\n", 0, start) + 1
    line_end = bare.find("\n", end)
    if not bare[line:start].strip() and line_end >= 0 and not bare[end:line_end].strip():
        return written[:line] + written[line_end + 1 :]
    return written[:start] + written[end:].lstrip(" ")


def _with_more(written: str, values: list[Any]) -> str:
    """The list with items added at its end, each on a line of its own."""
    bare = blotted(written)
    items = list(_ITEM.finditer(bare))
    for value in reversed(values):
        at = items[-1].end() if items else 1
        comma = "" if not items or bare[at:].lstrip().startswith(",") else ","
        written = written[:at] + comma + written[at:]
        line_end = written.find("\n", at)
        indent = re.match(r"[ \t]*", bare[bare.rfind("\n", 0, at) + 1 :])
        space = indent[0] if indent and items else "    "
        line = f"{space}{tomli_w.dumps({'x': value}).removeprefix('x = ').strip()},\n"
        written = written[: line_end + 1] + line + written[line_end + 1 :]
        bare = blotted(written)
    return written
