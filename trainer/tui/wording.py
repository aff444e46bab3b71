"""What a card says on the screen: its question, its answer, and where the answer comes from."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from trainer.cards import GAP, Card, Kind, Source, Status
from trainer.decks import BriefRef
from trainer.tui.shown import shown
from trainer.values.dates import day_of, parse_iso

LIT = "bold underline $text-primary"
"""How an answer stands out where it is part of a sentence."""


def question(card: Card, revealed: bool) -> Content:
    """The question; a cloze card's gap is marked, and filled once the answer may be seen."""
    before, gap, after = card.question.partition(GAP) if card.kind is Kind.CLOZE else (card.question, "", "")
    if not gap:
        return shown(before, "bold")
    filling = shown(card.answer, LIT) if revealed else Content.styled(" [ … ] ", "bold reverse $text-primary")
    return Content.assemble(shown(before, "bold"), filling, shown(after, "bold"))


def answer(card: Card) -> Content:
    """The answer."""
    return shown(card.answer, "bold $text-primary")


def standing(card: Card) -> Content:
    """When the answer held, who says so, and whether it still stands; empty if the card tells none of it."""
    parts = []
    if card.as_of:
        parts.append(shown(f"as of {spoken_date(card.as_of)}"))
    if card.attribution:
        parts.append(shown(f"according to {card.attribution}"))
    if card.status is not Status.CURRENT:
        parts.append(shown(str(card.status), "bold"))
    return Content(" · ").join(parts)


def disagreement(rivals: Iterable[Card]) -> Content:
    """What the cards say whose sources disagree; empty if there are none."""
    lines = [shown("≠ sources disagree: ", "bold") + _rival(card) for card in rivals]
    return Content("\n").join(lines)


def _rival(card: Card) -> Content:
    return Content.assemble(shown(card.answer), *([Content(", "), part] if (part := standing(card)) else []))


def sentence(source: Source) -> Content:
    """The sentence that the answer came from, with the answer's characters lit."""
    if source.span is None:
        return shown(source.sentence)
    start, end = source.span
    said = source.sentence
    return Content.assemble(shown(said[:start]), shown(said[start:end], LIT), shown(said[end:]))


def origin(source: Source, brief: BriefRef | None) -> Content:
    """Where the sentence stands: brief, publisher, date, paragraph."""
    parts = [shown((brief and brief.title) or source.brief, "italic")]
    if brief and brief.publisher:
        parts.append(shown(brief.publisher))
    if brief and brief.date:
        parts.append(shown(day_of(brief.date).spoken))
    if source.paragraph:
        parts.append(shown(f"paragraph {source.paragraph}"))
    return Content(" · ").join(parts)


def spoken_date(iso: str) -> str:
    """An ISO date at its own granularity in words; any other text as it is.

    >>> spoken_date("2023-02"), spoken_date("early 2023")
    ('February 2023', 'early 2023')
    """
    date = parse_iso(iso)
    return date.spoken if date else iso
