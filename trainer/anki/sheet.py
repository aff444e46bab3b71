"""Decks to a study sheet in Markdown, to read or to print: question, answer, and the sentence behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.anki.markdown import escape, escape_lines
from trainer.anki.notes import standings
from trainer.cards import Card, Source
from trainer.decks import Deck
from trainer.decks.markings import highest


def format_sheet(decks: Sequence[Deck]) -> str:
    """The sheet; its marking is its first line and its last."""
    marking = highest(deck.highest_marking for deck in decks)
    banner = [f"**{escape(marking)}**"] if marking else []
    body = [part for deck in decks for part in _deck(deck, marking)]
    return "\n\n".join([*banner, *body, *banner]) + "\n"


def _deck(deck: Deck, banner: str) -> Iterator[str]:
    yield f"# {escape(deck.title)}"
    for number, (card, standing) in enumerate(zip(deck.cards, standings(deck, deck.cards), strict=True), 1):
        marking = deck.marking_of(card)
        yield from _card(number, deck, card, [standing, marking if marking != banner else ""])


def _card(number: int, deck: Deck, card: Card, notices: Sequence[str]) -> Iterator[str]:
    """One card, with what there is to notice about it: that it no longer holds, a marking that is not the sheet's."""
    yield f"## {number}. {escape(card.question)}"
    yield from (f"*{escape(notice)}*" for notice in notices if notice)
    yield f"**{escape(card.answer)}**" + (f" (also: {'; '.join(map(escape, card.accepted))})" if card.accepted else "")
    claim = [f"As of {escape(card.as_of)}"] if card.as_of else []
    claim += [f"According to {escape(card.attribution)}"] if card.attribution else []
    if claim:
        yield " · ".join(claim)
    if card.source:
        yield _quote(deck, card.source)


def _quote(deck: Deck, source: Source) -> str:
    """The sentence as a quotation, and under it the brief."""
    brief = deck.brief_of(source)
    title = escape(brief.title or brief.id) if brief else escape(source.brief)
    date = f", {brief.date}" if brief and brief.date else ""
    paragraph = f", paragraph {source.paragraph}" if source.paragraph else ""
    quotation = f"{escape_lines(source.sentence)}\n\n— {title}{date}{paragraph}"
    return "\n".join(f"> {line}".rstrip() for line in quotation.split("\n"))
