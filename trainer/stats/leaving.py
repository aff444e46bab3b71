"""Whether a page of stats may be written: it names cards, and a marking may say no."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.decks import Cover
from trainer.decks.markings import is_red
from trainer.errors import ExportRefused, NotSaved
from trainer.text import one_line

ENDINGS = (".html", ".htm")


def check_page(decks: Sequence[Cover], path: Path, *, allow_red: bool) -> tuple[Cover, ...]:
    """The decks that are on the page by an override only, because a part of them is TLP:RED.

    Raises ExportRefused (marking, ending, no deck) and NotSaved (no folder).
    """
    where = one_line(str(path))
    if path.suffix.lower() not in ENDINGS:
        raise ExportRefused("stats are written as a page only.", where=where, remedy=f"Use {' or '.join(ENDINGS)}.")
    if not decks:
        raise ExportRefused("there is no deck to tell of.", where=where, remedy="Name one, or make one first.")
    red = tuple(deck for deck in decks if is_red(deck.highest_marking))
    if red and not allow_red:
        message = f"holds {red[0].highest_marking}, which may not leave."
        name = one_line(str(red[0].path or red[0].title))
        raise ExportRefused(message, where=name, remedy="Name other decks, or give --allow-red: that goes on record.")
    if not path.parent.is_dir():
        raise NotSaved("could not be written: its folder does not exist.", where=where, remedy="Make the folder first.")
    return red
