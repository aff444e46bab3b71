"""Decks to an `.apkg` package that Anki imports, and by which it updates what it imported before."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from trainer.anki import ids
from trainer.anki.markdown import escape
from trainer.anki.notes import ChangedAt, note_of
from trainer.anki.schema11 import AnkiDeck, format_collection
from trainer.decks import Deck
from trainer.decks.write import write_bytes

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name
_UNIX = 3


def write_apkg(decks: Sequence[Deck], path: Path, changed_at: ChangedAt) -> None:
    """Write the package. Raises NotSaved; the old file then stands as it was."""
    write_bytes(path, [format_apkg(decks, changed_at)])


def format_apkg(decks: Sequence[Deck], changed_at: ChangedAt) -> bytes:
    """The package's bytes, the same for the same decks and times.

    Its form is Anki's oldest: `collection.anki2` in schema 11 and `media`, a JSON map from member to file name.
    """
    collection = format_collection([_anki_deck(deck, changed_at) for deck in decks])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr(_member("collection.anki2"), collection)
        package.writestr(_member("media"), b"{}")
    return packed.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """A member that says nothing of the day and the machine it was made on."""
    member = zipfile.ZipInfo(name, _EARLIEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = _UNIX
    member.external_attr = 0o644 << 16
    return member


def _anki_deck(deck: Deck, changed_at: ChangedAt) -> AnkiDeck:
    """The deck under its id: Anki finds decks by name, so a name that follows the title would make a second deck."""
    notes = tuple(note_of(deck, card, changed_at) for card in deck.cards)
    return AnkiDeck(ids.row_id(deck.id), deck.id, _description(deck), notes)


def _description(deck: Deck) -> str:
    """What Anki shows above the deck, in Markdown: title, briefs, what to do with old cards, between its marking."""
    marking = f"**{escape(deck.highest_marking)}**" if deck.highest_marking else ""
    briefs = "\n".join(
        f"- {escape(brief.title or brief.id)}{f', {brief.date}' if brief.date else ''}" for brief in deck.briefs
    )
    advice = "Cards that no longer hold say so. To find and suspend them, search for `tag:status::*`."
    return "\n\n".join(part for part in (marking, f"### {escape(deck.title)}", briefs, advice, marking) if part)
