"""What a search is asked against: the decks that are open, the day, and how fast each deck is forgotten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.cards import Card, CardOf, Source
from trainer.decks import Cover
from trainer.decks.markings import normal
from trainer.schedule import DeckOptions
from trainer.search.tree import Pattern
from trainer.text import fold


@dataclass(frozen=True, slots=True)
class Ground:
    """The collection as a search sees it."""

    decks: tuple[Cover, ...]
    """Those that are searched."""
    day: int
    """The study day."""
    now_ms: int
    """Unix milliseconds."""
    options: Mapping[str, DeckOptions] = field(default_factory=dict)
    """Deck id to how it is scheduled."""
    twins: frozenset[CardOf] = frozenset()
    """What `is:dupe` finds."""

    def decks_named(self, pattern: Pattern) -> list[str]:
        """The ids of the decks of an id or a title."""
        wanted = whole(pattern, tree=True)
        return [deck.id for deck in self.decks if any(is_found(wanted, name) for name in (deck.id, deck.title))]

    def briefs_named(self, pattern: Pattern) -> list[tuple[str, str]]:
        """The deck and the id of each brief of an id or a title."""
        wanted = whole(pattern)
        return [
            (deck.id, brief.id)
            for deck in self.decks
            for brief in deck.briefs
            if any(is_found(wanted, name) for name in (brief.id, brief.title))
        ]

    def marking(self, deck_id: str, brief: str | None, own: str | None) -> str:
        """What is shown with a card of a deck that names this brief and has this marking of its own."""
        deck = next(deck for deck in self.decks if deck.id == deck_id)
        source = Source(brief, "") if brief else None
        return normal(deck.marking_of(Card("", "", "", marking=own or "", source=source)))


def whole(pattern: Pattern, *, tree: bool = False) -> str:
    """The expression for a folded name that is all of the pattern; in a tree, or begins with it and `::`."""
    return f"^{_between(pattern)}{'(?:::.*)?' if tree else ''}$"


def held(pattern: Pattern) -> str:
    """The expression for a folded text that holds the pattern; one without letters for an empty text."""
    if pattern.parts == ("",):
        return "^$"
    return "." if not any(pattern.parts) else _between(pattern)


def word(pattern: Pattern) -> str:
    """The expression for a folded text that holds the pattern between the bounds of words."""
    inner = _between(pattern, r"\w*")
    return rf"(?<!\w){inner}(?!\w)"


def _between(pattern: Pattern, any_sign: str = ".*") -> str:
    return any_sign.join(map(re.escape, pattern.parts))


def is_found(expression: str, text: str) -> bool:
    """Whether a text, folded, matches an expression somewhere."""
    return re.search(expression, fold(text), re.DOTALL) is not None
