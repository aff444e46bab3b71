"""Tags as Anki has them: no space in one, `::` between a tag and the one above it."""

from __future__ import annotations

from functools import lru_cache

from trainer.cards import Status
from trainer.decks.markings import TLP, normal
from trainer.text import clean, slug


@lru_cache(maxsize=1 << 14)
def tag_line(own: tuple[str, ...], marking: str, brief: str, status: str) -> str:
    """A card's own tags, then its marking, brief and status as tags that Anki can search for; as Anki keeps them.

    >>> tag_line(("mali",), "TLP:GREEN", "", "retired")
    ' mali tlp::green status::retired '
    """
    given = map(tag_of, [*own, *signs_of(marking, brief, status)])
    tags = " ".join(dict.fromkeys(tag for tag in given if tag))
    return f" {tags} " if tags else ""


def signs_of(marking: str, brief: str, status: str) -> list[str]:
    """The tags that say what the card's other fields say already."""
    return [
        *([_marking_tag(marking)] if marking else []),
        *([f"brief::{brief}"] if brief else []),
        *([f"status::{status}"] if status != Status.CURRENT else []),
    ]


def _marking_tag(marking: str) -> str:
    """`tlp::amber+strict` for a TLP label, `marking::...` for any other text."""
    label = normal(marking)
    if label in TLP:
        return label.lower().replace(":", "::")
    return f"marking::{slug(label)}"


@lru_cache(maxsize=1 << 14)
def tag_of(text: str) -> str:
    """A text that Anki takes as one tag: no space and no double quote in it."""
    return "_".join(clean(text).replace('"', "").split())


def is_one_tag(text: str) -> bool:
    """Whether Anki keeps the text as it is."""
    return tag_of(text) == text
