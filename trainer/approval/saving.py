"""What a deck keeps of a brief, and which cards it lacks."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from trainer.briefs.brief import Brief
from trainer.cards import Card, Status
from trainer.decks import BriefRef, Deck
from trainer.decks.markings import highest
from trainer.decks.merge import merge
from trainer.errors import Finding
from trainer.text import one_line


def new_to(deck: Deck, target: Path, brief: Brief, cards: Iterable[Card]) -> frozenset[str]:
    """The ids of the cards that the deck does not have."""
    return frozenset(card.id for card in merge(deck, reference(brief, target, deck), tuple(cards)).added)


def reference(brief: Brief, target: Path, deck: Deck) -> BriefRef:
    """What the deck keeps of the brief; its marking only where the deck's own does not say it."""
    marking = brief.marking if brief.marking != deck.marking else ""
    file = _relative(Path(brief.file), target.parent) if brief.file not in {"", "-"} else ""
    return BriefRef(brief.id, brief.title, brief.date, file, brief.sha256, brief.publisher, marking)


def marking_of(deck: Deck, brief: Brief) -> str:
    """What must stand over the proposed cards and the deck that they go into."""
    return highest([deck.highest_marking, brief.marking])


def outdated(brief: Brief, deck: Deck, target: Path) -> list[Finding]:
    """The deck's cards from this brief whose sentence the brief does not have any more."""
    text = " ".join(passage.text for passage in brief.passages)
    return [
        Finding(
            f"{one_line(str(target))}, card {card.id}",
            f"its sentence is no longer in {one_line(brief.file)} (answer: {one_line(card.answer, 60)}).",
            'Correct the card, or set its status to "superseded" or "retired".',
        )
        for card in deck.cards
        if card.source and card.source.brief == brief.id and card.status is Status.CURRENT
        if card.source.sentence not in text
    ]


def _relative(path: Path, folder: Path) -> str:
    """A path as seen from a folder, with forward slashes; absolute if there is no way there."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return path.resolve().as_posix()
