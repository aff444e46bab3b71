"""The passage of a brief that a card came from, read from the brief's file while it is still the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from trainer.cards import Card, Source
from trainer.decks import BriefRef, Cover
from trainer.errors import BriefRefused
from trainer.text import one_line
from trainer.watched import IsGivenUp

if TYPE_CHECKING:
    from trainer.briefs.brief import Brief, Passage


@dataclass(frozen=True, slots=True)
class Found:
    """What is left of a card's source."""

    passage: Passage | None
    """The passage that holds the sentence; None if it cannot be shown."""
    reason: str = ""
    """Why it cannot, as a sentence."""


def find_passage(cover: Cover, card: Card, cancelled: IsGivenUp) -> Found | None:
    """The passage that holds the card's sentence, or why there is none; None if it was cancelled.

    May take seconds: PDF, DOCX and HTML are read by a process of their own.
    """
    if card.source is None:
        return Found(None, "The card names no sentence.")
    brief = cover.brief_of(card.source)
    if brief is None:
        return Found(None, f"The deck does not list the brief {one_line(card.source.brief, 60)!r}.")
    path = _path(cover, brief)
    if path is None:
        return Found(None, "The deck does not say where the brief's file is.")
    return _read(path, brief.sha256, card.source, cancelled)


def _path(cover: Cover, brief: BriefRef) -> Path | None:
    """Where the brief's file should be; None if the deck does not say, or names another machine."""
    if not brief.file or cover.path is None or PureWindowsPath(brief.file).drive.startswith("\\\\"):
        return None
    return cover.path.parent / brief.file


def _read(path: Path, sha256: str, source: Source, cancelled: IsGivenUp) -> Found | None:
    """What the brief's file still says around the sentence."""
    from trainer.briefs.read import read_brief
    from trainer.fence import Cancelled

    try:
        brief, _ = read_brief(path, cancelled=cancelled)
    except Cancelled:
        return None
    except BriefRefused as refused:
        return Found(None, f"The brief cannot be shown: {refused}")
    if sha256 and brief.sha256 != sha256:
        return Found(None, f"{one_line(str(path))} has changed since the card was made; this is what it said then.")
    return _within(brief, source)


def _within(brief: Brief, source: Source) -> Found:
    """The passage of the brief that holds the sentence; the one of its number first."""
    holding = [passage for passage in brief.passages if source.sentence in passage.text]
    holding.sort(key=lambda passage: passage.number != source.paragraph)
    return Found(holding[0]) if holding else Found(None, "The brief does not hold this sentence word for word.")
