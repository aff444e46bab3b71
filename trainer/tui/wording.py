"""What a card says on the screen: its question, its answer, and where the answer comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.cards import GAP, Card, Kind, Source, Status
from trainer.cards.leads import parted
from trainer.decks import BriefRef, Cover
from trainer.decks.pictures import name_of
from trainer.tui.shown import shown

if TYPE_CHECKING:
    from trainer.briefs.brief import Passage  # the room loads its readers

LIT = "bold underline $text-primary"
"""How an answer stands out where it is part of a sentence."""


def question(card: Card, revealed: bool) -> Content:
    """The question; a cloze card's gap is marked, and filled once the answer may be seen.

    The sentence that goes before the one with the gap is no more than read: it stands back.
    """
    before, gap, after = card.question.partition(GAP) if card.kind is Kind.CLOZE else (card.question, "", "")
    if not gap:
        return shown(before, "bold")
    filling = shown(card.answer, LIT) if revealed else Content.styled(" [ … ] ", "bold reverse $text-primary")
    context = parted(card.question)[0]
    asked = shown(before.removeprefix(context), "bold")
    return Content.assemble(shown(context), asked, filling, shown(after, "bold"))


def picture(path: str, key: str) -> Content:
    """That there is a picture, and the key that opens it; empty if there is none."""
    if not path:
        return Content()
    told = shown("▣ ", "$text-primary") + shown(name_of(path))
    return told + shown(f" · {key} opens it") if key else told


def answer(card: Card) -> Content:
    """The answer."""
    return shown(card.answer, "bold $text-primary")


def standing(card: Card) -> Content:
    """When the answer held, who says so, and whether it still stands; empty if the card tells none of it."""
    parts = [shown(part) for part in card.held]
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
    return lit(source.sentence, source.span, how=LIT)


def lit(text: str, span: tuple[int, int] | None, style: str = "", how: str = "bold reverse") -> Content:
    """A sentence in one style, the answer's characters standing out with colours and without."""
    if span is None:
        return shown(text, style)
    start, end = span
    return shown(text[:start], style) + shown(text[start:end], f"{how} {style}".strip()) + shown(text[end:], style)


def passage_with(passage: Passage, source: Source) -> Content:
    """A passage under its heading, the sentence in it underlined, its answer lit."""
    before, said, after = passage.text.partition(source.sentence)
    body = shown(before) + lit(said, source.span, "underline") + shown(after)
    return shown(f"{passage.heading}\n\n", "bold $text-muted") + body if passage.heading else body


def origin(source: Source, brief: BriefRef | None) -> Content:
    """Where the sentence stands: brief, publisher, date, paragraph."""
    parts = [shown((brief and brief.title) or source.brief, "italic")]
    if brief and brief.publisher:
        parts.append(shown(brief.publisher))
    if brief and brief.date:
        from trainer.values.dates import day_of

        parts.append(shown(day_of(brief.date).spoken))
    if source.paragraph:
        parts.append(shown(f"paragraph {source.paragraph}"))
    return Content(" · ").join(parts)


def provenance(source: Source, deck: Cover) -> Content:
    """The sentence over where it stands."""
    return sentence(source) + shown("\n") + origin(source, deck.brief_of(source)).stylize_before("$foreground-muted")
