"""Decks to Anki's text format: a line for each note, by whose first column Anki updates what it has.

Source: the Anki manual, Text Files; Anki, rslib/src/import_export/text/csv.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.anki import markup
from trainer.anki.ledger import chunks
from trainer.anki.notes import notes_of
from trainer.anki.notetypes import Family
from trainer.decks import Deck
from trainer.decks.markings import highest
from trainer.text import one_line

_FIELDS = len(Family.QUESTION.fields)


def format_twin(decks: Sequence[Deck]) -> str:
    """The text; its first lines tell Anki which column is what.

    Fields are HTML, in which no tab and no line break is left; both note types have as many.
    """
    marking = highest(deck.highest_marking for deck in decks)
    head = [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        f"#tags column:{_FIELDS + 4}",
        *([f"# {one_line(marking)}"] if marking else []),
    ]
    return "\n".join([*head, *_rows(decks)]) + "\n"


def _rows(decks: Sequence[Deck]) -> Iterator[str]:
    for deck in decks:
        for cards in chunks(deck.cards):
            notes = notes_of(deck, cards, {})
            for guid, family, fields, tags in zip(notes.guids, notes.families, notes.fields, notes.tags, strict=True):
                cells = fields.replace("\n", " ").split(markup.SEPARATOR)
                yield "\t".join([guid, family.title, deck.id, *cells, tags.strip()])
