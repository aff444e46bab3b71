"""Notes that other people's programs made, to cards of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from trainer.anki.deletions import Deletion, deletion_of, is_occlusion
from trainer.anki.markup import SEPARATOR
from trainer.anki.plain import plain, plain_signs
from trainer.anki.schemas import NoteType
from trainer.anki.stored_rows import StoredCard, StoredNote
from trainer.anki.templates import Place, Template, is_filled
from trainer.cards import GAP, new_id
from trainer.text import clean

LONGEST = 20_000
"""Characters of a question or an answer, as a deck may have them."""
PICTURE = "[picture]"
"""What is asked or answered where there is only a picture."""
_MOST_FIELD = 1_000_000  # characters


class Made(NamedTuple):
    """A card, or why there is none."""

    question: str
    answer: str
    picture: str
    answer_picture: str
    trouble: str = ""


class Maker:
    """Makes cards of the notes of one type."""

    def __init__(self, type_: NoteType) -> None:
        """Get the templates ready; each set of filled fields is laid out when it is met."""
        self._type = type_
        self._templates = [Template(front, back, type_.fields) for front, back in type_.templates]
        self._pair = self._templates[0].pair() if self._templates and not type_.is_cloze else None

    @property
    def plain_signs(self) -> bytes | None:
        """StoredNote.signs of a note that `pairs` can read; None if the note type is more than two fields to show."""
        return None if self._pair is None else plain_signs(len(self._type.fields))

    def pairs(self, joined: str) -> tuple[list[str], list[str]]:
        """The questions and the answers of notes that are plain text, from all of their fields as one text."""
        assert self._pair is not None  # noqa: S101 - the notes are plain
        texts = joined.split(SEPARATOR)
        if not joined.isascii():
            texts = list(map(clean, texts))
        asked, answered = (texts[place :: len(self._type.fields)] for place in self._pair)
        return list(map(str.strip, asked)), list(map(str.strip, answered))

    def cards(self, note: StoredNote) -> Iterator[tuple[StoredCard, Made]]:
        """What each of the note's cards becomes."""
        values = note.fields.split(SEPARATOR)
        if len(values) < len(self._type.fields):
            values += [""] * (len(self._type.fields) - len(values))
        if len(note.fields) > _MOST_FIELD:
            values = [value[:_MOST_FIELD] for value in values]
        filled = 0
        for place, value in enumerate(values):
            filled |= is_filled(value) << place
        for card in note.cards:
            yield card, self._made(values, filled, card.ord)

    def _made(self, values: list[str], filled: int, ord_: int) -> Made:
        at = 0 if self._type.is_cloze else ord_
        if not 0 <= at < len(self._templates):
            return Made("", "", "", "", "its template is missing")
        if self._type.is_cloze:
            return self._gapped(values, filled, ord_ + 1)
        return self._asked(values, filled, self._templates[at])

    def _asked(self, values: list[str], filled: int, template: Template) -> Made:
        """A card whose template asks."""
        pictures: dict[int, list[str]] = {}

        def text(place: Place) -> str:
            value = values[place.field]
            return plain(value, pictures.setdefault(place.field, []) if "<" in value else None)

        question, answer = template.sides(filled, 0, text)
        if question and answer.startswith(f"{question}\n"):
            answer = answer[len(question) :].strip()
        if not any(pictures.values()):
            return _finished(question, answer, [], [])
        fronts, backs = template.places(filled, 0)
        shown = [name for place in sorted(fronts) for name in pictures.get(place, ())]
        hidden = [name for place in sorted(backs) for name in pictures.get(place, ()) if place not in fronts]
        return _finished(question, answer, shown, hidden)

    def _gapped(self, values: list[str], filled: int, number: int) -> Made:
        """A card that a deletion asks; what else the back shows stands under the answer."""
        deletions: dict[int, Deletion] = {}
        shown: list[str] = []
        hidden: list[str] = []

        def asked(place: Place) -> str:
            if not place.is_cloze:
                return plain(values[place.field], shown)
            deletion = deletions[place.field] = deletion_of(values[place.field], number)
            return plain(deletion.asked, shown)

        def answered(place: Place) -> str:
            return "" if place.is_cloze else plain(values[place.field], hidden)

        template = self._templates[0]
        question, _ = template.sides(filled, number, asked)
        _, rest = template.sides(filled, number, answered)
        found = [plain(answer) for deletion in deletions.values() for answer in deletion.answers]
        if any(map(is_occlusion, deletions.values())):
            return Made("", "", "", "", "it asks for a place in a picture")
        answer = ", ".join(dict.fromkeys(filter(None, found)))
        return _finished(question, "\n\n".join(filter(None, [answer, rest])), shown, hidden)


def _finished(question: str, answer: str, shown: list[str], hidden: list[str]) -> Made:
    """The card, if it asks something and has an answer."""
    question = question or (PICTURE if shown else "")
    answer = answer or (PICTURE if hidden else "")
    trouble = ""
    if not question or not answer:
        trouble = "it has no question" if not question else "it has no answer"
    elif max(len(question), len(answer)) > LONGEST:
        trouble = f"its text is longer than {LONGEST:,} characters"
    return Made(question, answer, next(iter(shown), ""), next(iter(hidden), ""), trouble)


def more_of(note: StoredNote, made: Made) -> dict[str, Any]:
    """Whatever else a card has, by its keys in a deck."""
    given = {
        "fact": new_id("anki", note.guid) if len(note.cards) > 1 else "",
        "kind": "cloze" if made.question.count(GAP) == 1 else "",
        "picture": made.picture,
        "answer_picture": made.answer_picture,
    }
    return {key: value for key, value in given.items() if value}
