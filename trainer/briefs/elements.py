"""What an element of a web page is, by what stands in it: a table of data, the mark of a note, a link elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trainer.briefs.mainpart import HEADINGS

_CELL_BLOCKS = frozenset({"p", "div", "ul", "ol", "table", *HEADINGS})
_NOTE = re.compile(r"\[[^\]]{1,12}\]|\d{1,3}")
_NOTE_CHARACTERS = 16
_PROSE_CHARACTERS = 80
_LONG_CELL = 250


def leads_away(link: Any) -> bool:
    """Whether a link leads to another page, and not to a place in this one."""
    return not ((link.attrs or {}).get("href") or "#").startswith("#")


def is_note(node: Any) -> bool:
    """Whether a raised text or a link is the mark of a note."""
    attributes = node.attrs or {}
    text = short_text(node, _NOTE_CHARACTERS)
    if node.name == "sup":
        return bool(_NOTE.fullmatch(text) and text.startswith("[")) or any(_links(node))
    href = attributes.get("href") or ""
    return "note" in href and href.startswith("#") and bool(_NOTE.fullmatch(text))


def is_data(table: Any) -> bool:
    """Whether a table holds data: one that only lays out a page has blocks in its cells, or says so."""
    if (table.attrs or {}).get("role") in {"presentation", "none"}:
        return False
    stack, seen = list(table.children or ()), 0
    while stack and seen < 2_000:
        node = stack.pop()
        seen += 1
        if node.name in _CELL_BLOCKS and len(short_text(node, 200)) > _PROSE_CHARACTERS:
            return False
        if node.name == "td" and sum(map(len, own_texts(node))) > _LONG_CELL:
            return False
        stack.extend(node.children or ())
    return True


def own_texts(node: Any) -> Iterator[str]:
    """The texts that stand in an element itself."""
    return ((child.data or "").strip() for child in node.children or () if child.name == "#text")


def _links(node: Any) -> Iterator[Any]:
    return (child for child in node.children or () if child.name == "a")


def short_texts(node: Any, most: int = 4_000) -> list[str]:
    """The texts of a tree's leaves, as far as they go."""
    found: list[str] = []
    stack, size, seen = [node], 0, 0
    while stack and size < most and seen < most:
        node = stack.pop()
        seen += 1
        if node.name == "#text" and node.data:
            text = " ".join(node.data.split())
            size += len(text)
            found.append(text)
        elif node.name not in {"script", "style"}:
            stack.extend(reversed(node.children or ()))
    return [text for text in found if text]


def short_text(node: Any, most: int = 400) -> str:
    """The text of a tree on one line, as far as it goes."""
    return " ".join(short_texts(node, most))
