"""Cards in one line, for tables of answers."""

from __future__ import annotations

from trainer.cards import Card, Kind

_KINDS = {
    "Who": Kind.WHO,
    "When": Kind.WHEN,
    "On what date": Kind.WHEN,
    "In what": Kind.WHEN,
    "Since": Kind.WHEN,
    "Where": Kind.WHERE,
    "How many": Kind.HOW_MANY,
    "At least how many": Kind.HOW_MANY,
    "How much": Kind.HOW_MANY,
    "How long": Kind.HOW_MANY,
    "Why": Kind.WHY,
}


def card(question: str, answer: str, kind: Kind | None = None, **more) -> Card:
    """A card of the kind that its question opens with."""
    found = next((kind for words, kind in _KINDS.items() if question.startswith(words)), Kind.WHAT)
    if "[...]" in question:
        found = Kind.CLOZE
    return Card("c0", question, answer, kind or found, **more)
