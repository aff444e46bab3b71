"""Decks out of the house: the file's ending says how, and a marking may say no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from trainer.anki.record import format_json
from trainer.anki.sheet import format_sheet
from trainer.anki.table import format_csv
from trainer.anki.twin import format_twin
from trainer.decks import Deck
from trainer.decks.files import write_text
from trainer.decks.markings import is_red
from trainer.errors import ExportRefused, NotSaved
from trainer.text import one_line

_TEXTS: dict[str, Callable[[Sequence[Deck]], str]] = {
    ".txt": format_twin, ".csv": format_csv, ".md": format_sheet, ".json": format_json,
}  # fmt: skip

ENDINGS = (".apkg", *_TEXTS)
"""The file endings that decks can be exported to, in any case of letters."""


def check_export(decks: Sequence[Deck], path: Path, *, allow_red: bool) -> tuple[Deck, ...]:
    """The decks that leave by an override only, because a part of them is TLP:RED; none in most exports.

    Raises ExportRefused (marking, ending, two decks with one id) and NotSaved (no folder).
    """
    where = one_line(str(path))
    _refuse_twins(decks)
    red = tuple(deck for deck in decks if is_red(deck.highest_marking))
    if red and not allow_red:
        message = f"holds {red[0].highest_marking}, which may not leave."
        remedy = "Take the red cards out, or give --allow-red: that goes on record."
        raise ExportRefused(message, where=_name(red[0]), remedy=remedy)
    if path.suffix.lower() not in ENDINGS:
        endings = ", ".join(ENDINGS)
        raise ExportRefused("decks cannot be exported to this ending.", where=where, remedy=f"Use {endings}.")
    if path.resolve() in {own.resolve() for deck in decks for own in _own_files(deck)}:
        message = "is the deck itself, or a brief that its cards come from; it is not overwritten."
        raise ExportRefused(message, where=where, remedy="Choose another name.")
    if not path.parent.is_dir():
        raise NotSaved("could not be written: its folder does not exist.", where=where, remedy="Make the folder first.")
    return red


def _own_files(deck: Deck) -> list[Path]:
    """The deck's file and those of its briefs."""
    folder = deck.path.parent if deck.path else Path()
    return [*([deck.path] if deck.path else []), *(folder / brief.file for brief in deck.briefs if brief.file)]


def is_text(path: Path) -> bool:
    """Whether the file's ending names a text; a package needs to know when each card last changed."""
    return path.suffix.lower() in _TEXTS


def export_text(decks: Sequence[Deck], path: Path) -> None:
    """Write the text that the file's ending names. Raises NotSaved; the old file then stands as it was."""
    write_text(path, _TEXTS[path.suffix.lower()](decks))


def _refuse_twins(decks: Sequence[Deck]) -> None:
    """Anki would take two decks with one id for one deck; it does not tell upper case from lower."""
    first: dict[str, Deck] = {}
    for deck in decks:
        twin = first.setdefault(deck.id.casefold(), deck)
        if twin is not deck:
            remedy = "Export them one by one, or give one of them another id."
            raise ExportRefused(f"has the deck id of {_name(twin)}.", where=_name(deck), remedy=remedy)


def _name(deck: Deck) -> str:
    """What a user knows the deck by: its file, or its title if it has none."""
    return one_line(str(deck.path or deck.title))
