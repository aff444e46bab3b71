"""Files of other people's cards, read behind the fence: what they hold, as decks."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from trainer.anki.container import Container
from trainer.anki.pictures import name_of
from trainer.anki.told import Arrived, arrived_of, deck_of
from trainer.cards import Card
from trainer.cycles import no_search_for_cycles
from trainer.decks import Deck
from trainer.decks.pictures import ENDINGS
from trainer.errors import ImportRefused
from trainer.fence import Limits, read_fenced
from trainer.text import counted, one_line
from trainer.watched import IsGivenUp, Tell, never

_MEBIBYTE = 2**20
_LIMITS = Limits(12, 10, 560 * _MEBIBYTE, 128 * _MEBIBYTE, "Import one deck at a time.")
_SMALL = 3 * _MEBIBYTE
_MOST_PROCESSOR_SECONDS = 40
_PATIENCE = 6 if os.name == "posix" else 1
"""How much longer the clock may run where the system counts a process's own seconds: others may keep the machine busy,
and a reader that only waits cannot be, since nothing that it does waits for anything but the processor."""
_READERS = {".apkg": "trainer.anki.unpack", **dict.fromkeys((".txt", ".tsv", ".csv", ".md"), "trainer.anki.lines")}
_LARGEST = {".apkg": 512 * _MEBIBYTE}
_LARGEST_TEXT = 32 * _MEBIBYTE
_MOST_PICTURES = 512 * _MEBIBYTE
MEDIA = "media"
"""The folder beside a deck that its pictures are put into."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of cards holds."""

    what: str
    """The kind of file."""
    decks: tuple[Deck, ...]
    """Not yet anywhere on the disk."""
    pictures: Mapping[str, str]
    """Path beside the deck to member of the package."""
    left_out: tuple[tuple[str, int, str], ...]
    """Why cards cannot be used, how many, and the beginning of one."""
    noticed: tuple[str, ...]
    """What else does not come along."""
    progress: Arrived | None = None
    """Where each card stands at Anki, if that was asked for."""


def read_import(
    path: Path, *, progress: bool = False, cancelled: IsGivenUp = never, tell: Tell | None = None
) -> Imported:
    """What the file holds; `tell` hears, from another thread, how far the reading is.

    Raises ImportRefused: no file, not ours to read, damaged, too large, nothing in it.
    """
    ending = _ending(path)
    name = one_line(str(path))
    words = (one_line(path.stem, 200), "progress" if progress else "", ending, name)
    try:
        with _open(path) as file, no_search_for_cycles():
            limits = _limits(os.fstat(file.fileno()).st_size)
            said = read_fenced(_READERS[ending], file, name, ImportRefused, limits, cancelled, *words, tell=tell)
            found = _understood(said)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ImportRefused("its reader gave up on it.", where=name, remedy="Export it once more.") from error
    if said["pictures"] or any(card.picture or card.answer_picture for deck in found.decks for card in deck.cards):
        found = _with_pictures(found, said["pictures"], path)
    if not found.decks:
        why = f": {found.left_out[0][0]}" if found.left_out else ""
        raise ImportRefused(f"holds no card that can be used{why}.", where=name, remedy="See docs/anki.md.")
    return found


def _limits(size: int) -> Limits:
    """What the reader of a file of so many bytes may use.

    Ten seconds of the processor stop whatever was made to take long; beyond a small file each MiB has one more, as an
    honest deck of a hundred thousand cards with their sources needs.
    """
    more = max(0, min(size - _SMALL, (_MOST_PROCESSOR_SECONDS - _LIMITS.processor_seconds) * _MEBIBYTE)) // _MEBIBYTE
    return replace(
        _LIMITS,
        processor_seconds=_LIMITS.processor_seconds + more,
        seconds=(_LIMITS.seconds + more) * _PATIENCE,
    )


def read_picture(path: Path, member: str) -> bytes | None:
    """A picture of a package; None if it is gone."""
    with _open(path) as file:
        return Container(file).picture(member)


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    where = one_line(str(path))
    if ending == ".colpkg" or path.name.lower() == "collection.apkg":
        message = "is a whole collection, meant to take the place of another; cards are imported from decks."
        raise ImportRefused(message, where=where, remedy="In Anki, export the deck as .apkg and import that.")
    if ending not in _READERS:
        known = ", ".join(_READERS)
        raise ImportRefused("cards are not read from files of this ending.", where=where, remedy=f"Use {known}.")
    return ending


def _open(path: Path) -> BinaryIO:
    """The file, open for reading, if it is one and not too large."""
    where = one_line(str(path))
    largest = _LARGEST.get(path.suffix.lower(), _LARGEST_TEXT)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ImportRefused("is no file.", where=where, remedy="Name the file itself.")
        if status.st_size > largest:
            message = f"is larger than {largest // _MEBIBYTE} MiB."
            raise ImportRefused(message, where=where, remedy="Export one deck at a time, or leave its media out.")
        return path.open("rb")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"cannot be read: {one_line(reason, 80)}."
        raise ImportRefused(message, where=where, remedy="Check the path and its permissions.") from error


def _understood(said: Mapping[str, Any]) -> Imported:
    """What the fence's inner side told; it has looked at every value that others wrote."""
    texts = iter(said.get("texts", ()))
    return Imported(
        what=one_line(said["what"]),
        decks=tuple(deck_of(deck, texts) for deck in said["decks"]),
        pictures={},
        left_out=tuple((one_line(why), int(count), one_line(one)) for why, (count, one) in said["left_out"].items()),
        noticed=tuple(map(one_line, said["noticed"])),
        progress=arrived_of(said["progress"]) if "progress" in said else None,
    )


def _with_pictures(found: Imported, members: Mapping[str, str], path: Path) -> Imported:
    """The decks with each picture under the path that it will have beside them."""
    places: dict[str, str] = {}
    pictures: dict[str, str] = {}
    room = _MOST_PICTURES
    with _open(path) as file:
        container = Container(file)
        for name, member in members.items():
            ending = Path(name).suffix.lower()
            content = container.picture(member) if ending in ENDINGS and room > 0 else None
            if content:
                room -= len(content)
                places[name] = f"{MEDIA}/{name_of(content, ending)}"
                pictures[places[name]] = member
    lost = len(members) - len(places)
    noticed = found.noticed
    if lost:
        noticed += (counted(lost, "picture that cannot be used", "pictures that cannot be used"),)
    decks = tuple(replace(deck, cards=tuple(_placed(card, places) for card in deck.cards)) for deck in found.decks)
    return replace(found, decks=decks, pictures=pictures, noticed=noticed)


def _placed(card: Card, places: Mapping[str, str]) -> Card:
    if not card.picture and not card.answer_picture:
        return card
    return replace(card, picture=places.get(card.picture, ""), answer_picture=places.get(card.answer_picture, ""))
