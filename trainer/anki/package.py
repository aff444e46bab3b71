"""Decks to an `.apkg` package that Anki imports, and by which it updates what it imported before."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from trainer.anki.ledger import Ledger, chunks
from trainer.anki.markdown import escape
from trainer.anki.notes import notes_of
from trainer.anki.pictures import Pictures
from trainer.anki.progress import Progress
from trainer.anki.schema11 import AnkiDeck, Batch, write_collection
from trainer.cycles import no_search_for_cycles
from trainer.decks import Deck
from trainer.decks.files import write_bytes
from trainer.watched import Step, unwatched

_UNIX = 3
_LEVEL = 1  # of deflate: 6 makes a package smaller by a tenth and takes thrice as long
_CHUNK = 1 << 18

KnownOf = Callable[[Deck], Mapping[str, Progress]]
"""What of a deck's progress goes along, by card id."""


def nothing_known(_: Deck) -> Mapping[str, Progress]:
    """For packages without progress."""
    return {}


def write_apkg(
    ledgers: Sequence[tuple[Deck, Ledger]],
    path: Path,
    pictures: Pictures | None = None,
    known_of: KnownOf = nothing_known,
    tell: Step = unwatched,
    *,
    retire: bool = True,
) -> None:
    """Write the package: the same bytes for the same decks, times and pictures.

    Each deck comes with the ledger of its exports; unless `retire`, cards that are missing now are left as they were.
    Raises NotSaved; the old file then stands as it was.
    """
    pictures = pictures or Pictures()
    decks = [
        AnkiDeck(deck.id, _description(deck), _batches(deck, ledger, pictures, known_of(deck), retire=retire))
        for deck, ledger in ledgers
    ]
    with no_search_for_cycles():
        write_bytes(path, _packed(decks, pictures, tell))


def _packed(decks: Sequence[AnkiDeck], pictures: Pictures, tell: Step) -> Iterator[bytes]:
    """The package's bytes, a piece at a time.

    Its form is Anki's oldest: `collection.anki2` in schema 11 and `media`, a JSON map from member to file name.
    """
    with tempfile.TemporaryDirectory(prefix="trainer-") as folder:
        collection, package = Path(folder, "collection.anki2"), Path(folder, "package")
        write_collection(collection, decks, tell)
        names = dict(enumerate(sorted(pictures.files)))
        with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as members:
            with collection.open("rb") as file:
                _add(members, "collection.anki2", file)
            with members.open("media", "w") as member:
                member.write(json.dumps({str(number): name for number, name in names.items()}).encode())
            for number, name in names.items():
                with pictures.files[name].open("rb") as file:
                    _add(members, str(number), file)
            for info in members.infolist():
                info.create_system, info.external_attr = _UNIX, 0o644 << 16
        collection.unlink()
        with package.open("rb") as file:
            while piece := file.read(_CHUNK):
                yield piece


def _add(members: zipfile.ZipFile, name: str, file: IO[bytes]) -> None:
    """A member that says nothing of the day and the machine it was made on: zipfile's own day is 1 January 1980."""
    with members.open(name, "w") as member:
        shutil.copyfileobj(file, member, _CHUNK)


def _batches(
    deck: Deck, ledger: Ledger, pictures: Pictures, known: Mapping[str, Progress], *, retire: bool
) -> Iterator[Batch]:
    """The deck's notes, and after them those of cards that it has no longer."""
    for cards in chunks(deck.cards):
        notes = notes_of(deck, cards, pictures.names.get(deck.id, {}))
        progress = [known.get(card.id) for card in cards] if known else ()
        yield Batch(notes, ledger.times(notes), progress)
    if retire:
        notes, times = ledger.gone(deck)
        if times:
            yield Batch(notes, times)


def _description(deck: Deck) -> str:
    """What Anki shows above the deck, in Markdown: title, briefs, what to do with old cards, between its marking."""
    marking = f"**{escape(deck.highest_marking)}**" if deck.highest_marking else ""
    briefs = "\n".join(
        f"- {escape(brief.title or brief.id)}{f', {brief.date}' if brief.date else ''}" for brief in deck.briefs
    )
    advice = "Cards that no longer hold say so. To find and suspend them, search for `tag:status::*`."
    return "\n\n".join(part for part in (marking, f"### {escape(deck.title)}", briefs, advice, marking) if part)
