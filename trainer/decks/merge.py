"""Merging proposed cards into a deck: what a person wrote or changed stays, and no card is asked twice."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from trainer.cards import Card
from trainer.decks.deck import BriefRef, Deck
from trainer.decks.read import read_text
from trainer.decks.source import blocks
from trainer.decks.write import format_brief, format_card, write_deck, write_text
from trainer.text import fold


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge would do."""

    deck: Deck
    """The deck after it."""
    added: tuple[Card, ...]
    """Cards that the deck did not have."""
    kept: tuple[Card, ...]
    """The deck's own cards that a proposed card met, left as they were."""
    brief: BriefRef
    """The brief that the cards came from."""


def merge(deck: Deck, brief: BriefRef, proposed: tuple[Card, ...]) -> Merge:
    """The deck with the proposed cards that it does not have yet.

    A proposed card meets one of the deck's if they share the id, or the brief and the question; the deck's card wins.
    """
    ids = {card.id: card for card in deck.cards}
    questions = {_asked(card): card for card in deck.cards}
    added: list[Card] = []
    kept: list[Card] = []
    for card in proposed:
        met = ids.get(card.id) or questions.get(_asked(card))
        if met:
            kept.append(met)
        else:
            ids[card.id] = questions[_asked(card)] = card
            added.append(card)
    briefs = [ref for ref in deck.briefs if ref.id != brief.id]
    after = replace(deck, briefs=(*briefs, brief), cards=(*deck.cards, *added))
    return Merge(after, tuple(added), tuple(kept), brief)


def _asked(card: Card) -> tuple[str, str]:
    return (card.source.brief if card.source else "", fold(card.question))


def write_merge(result: Merge, path: Path) -> None:
    """Write a merge: a new file whole; an existing one keeps every comment, order and space of its own.

    Raises NotSaved; the old file then stands as it was.
    """
    if not path.exists():
        write_deck(result.deck, path)
        return
    text = read_text(path)
    parts = [_brief_replaced(text, result.brief)]
    parts += ["\n" + format_card(card) for card in result.added]
    write_text(path, "".join(parts))


def _brief_replaced(text: str, brief: BriefRef) -> str:
    """The file's text with the brief's block brought up to date, or added after the last block of briefs."""
    found = blocks(text)
    texts = [block.text for block in found]
    same = [i for i, block in enumerate(found) if block.name == "briefs" and _id_of(block.text) == brief.id]
    if same:
        if _stale(texts[same[0]], brief):
            texts[same[0]] = format_brief(brief) + "\n"
        return "".join(texts)
    last = max((i for i, block in enumerate(found) if block.name in {"", "deck", "briefs"}), default=0)
    texts[last] = texts[last].rstrip("\n") + "\n\n" + format_brief(brief) + "\n"
    return "".join(texts).rstrip("\n") + "\n"


def _id_of(block_text: str) -> str:
    try:
        return str(tomllib.loads(block_text)["briefs"][0].get("id", ""))
    except (tomllib.TOMLDecodeError, KeyError, IndexError):
        return ""


def _stale(block_text: str, brief: BriefRef) -> bool:
    return brief.sha256 not in block_text
