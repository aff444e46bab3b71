"""The inner side of the import: what is read is sorted into decks, and told in one JSON object and texts after it.

A deck's cards are told in columns: in the JSON what else there is of a card, once for all cards that share it, and its
place; as texts after the JSON the ids, questions and answers of each deck. Most of what is told is text, and there it
costs neither escapes nor their reading; cleaned text holds no markup.SEPARATOR.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from trainer.anki.markup import SEPARATOR
from trainer.anki.sound import is_sound
from trainer.cards import new_id
from trainer.errors import ImportRefused
from trainer.text import counted, one_line

MOST_TEXT = 48 * 2**20
"""Characters of all questions and answers together."""
_PLAIN = frozenset({"id", "question", "answer", "tags"})
_LONGEST = 20_000
_LONGEST_LINE = 2_000
Rest = tuple[list[str], dict[str, Any]]
"""A card's tags, and its other keys of `[[cards]]`."""


@dataclass(slots=True)
class Shelf:
    """One deck to be."""

    id: str
    title: str
    head: dict[str, Any] = field(default_factory=dict)
    briefs: dict[str, dict[str, Any]] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    rests: list[Rest] = field(default_factory=list)
    """What else there is of each card; one object for cards that share it."""
    taken: set[str] = field(default_factory=set)
    """The ids."""

    def given(self, wanted: list[str]) -> list[str]:
        """The ids for cards that want these: another for each that is taken."""
        if self.taken.isdisjoint(wanted) and len(set(wanted)) == len(wanted):
            self.taken.update(wanted)
            return wanted
        return [self._free(card_id) for card_id in wanted]

    def _free(self, wanted: str) -> str:
        card_id, again = wanted, 1
        while card_id in self.taken:
            again += 1
            card_id = new_id("again", wanted, str(again))
        self.taken.add(card_id)
        return card_id


class Inbox:
    """What has been read so far."""

    def __init__(self, what: str) -> None:
        """`what` says what kind of file it is."""
        self._what = what
        self._shelves: dict[str, Shelf] = {}
        self._left_out: dict[str, list[Any]] = {}
        self._noticed: dict[tuple[str, str], int] = {}
        self._room = MOST_TEXT

    def shelf(self, deck_id: str, title: str) -> Shelf:
        """The deck of this id."""
        if deck_id not in self._shelves:
            self._shelves[deck_id] = Shelf(deck_id, one_line(title, 200) or deck_id)
        return self._shelves[deck_id]

    def put(self, shelf: Shelf, wanted: str, question: str, answer: str, rest: Rest) -> str:
        """Add a card that is safe as it is; the id that it has now, which is another if the one wanted is taken."""
        return self.put_all(shelf, [wanted], [question], [answer], [rest])[0]

    def put_all(
        self, shelf: Shelf, wanted: list[str], questions: list[str], answers: list[str], rests: list[Rest]
    ) -> list[str]:
        """Add cards that are safe as they are, column by column; the ids that they have now."""
        self._room -= sum(map(len, questions)) + sum(map(len, answers))
        if self._room < 0:
            message = f"its cards have more than {MOST_TEXT // 2**20} million characters."
            raise ImportRefused(message, remedy="Export one deck at a time.")
        ids = shelf.given(wanted)
        shelf.ids += ids
        shelf.questions += questions
        shelf.answers += answers
        shelf.rests += rests
        return ids

    def put_table(self, shelf: Shelf, table: dict[str, Any]) -> str:
        """Add a card from its keys in a deck file, if they are good; its id, or empty if it is left out."""
        if not _is_plain(table) and not is_sound(table):
            try:
                table = _checked(table)
            except (TypeError, ValueError, RecursionError):
                self.leave_out("its fields are not what a deck may hold", str(table.get("question", "")))
                return ""
        if table["id"] in shelf.taken:
            self.leave_out("its id is that of another card", table["question"])
            return ""
        more = {key: value for key, value in table.items() if key not in _PLAIN}
        return self.put(shelf, table["id"], table["question"], table["answer"], (table.get("tags", []), more))

    def put_head(self, shelf: Shelf, head: dict[str, Any], briefs: list[dict[str, Any]]) -> None:
        """What else is known of a deck, as far as it is good."""
        from trainer.decks.format import BriefTable, DeckTable

        try:
            if head and not shelf.head:
                kept = DeckTable.model_validate({**head, "id": shelf.id})
                shelf.head = {"marking": kept.marking, "extra": kept.unknown}
            for brief in briefs:
                if brief.get("id") not in shelf.briefs:
                    table = BriefTable.model_validate(brief)
                    shelf.briefs[table.id] = json.loads(table.model_dump_json())
        except (TypeError, ValueError, RecursionError):
            self.notice("note says of its deck what cannot be read", "notes say of their deck what cannot be read")

    def leave_out(self, why: str, example: str) -> None:
        """One more card that cannot be used."""
        self._left_out.setdefault(why, [0, one_line(example, 60)])[0] += 1

    def notice(self, one: str, several: str, count: int = 1) -> None:
        """Something that is not imported, or not as it was; how one of it is called, and several."""
        self._noticed[one, several] = self._noticed.get((one, several), 0) + count

    def told(self, **more: Any) -> str:
        """All of it, for `read_fenced`."""
        shelves = [shelf for shelf in self._shelves.values() if shelf.ids]
        decks = list(map(_told, shelves))
        noticed = [counted(count, one, several) for (one, several), count in self._noticed.items()]
        whole = {"what": self._what, "decks": decks, "left_out": self._left_out, "noticed": noticed, **more}
        written = json.dumps(whole, separators=(",", ":"), ensure_ascii=False, default=str)
        columns = chain.from_iterable((shelf.ids, shelf.questions, shelf.answers) for shelf in shelves)
        return SEPARATOR.join(chain([written], *columns))


def _told(shelf: Shelf) -> dict[str, Any]:
    """The deck as `told.deck_of` reads it, but for its texts."""
    of_rests = list(map(id, shelf.rests))
    shared = dict(zip(of_rests, shelf.rests, strict=True))
    places = {each: place for place, each in enumerate(shared)}
    return {
        "id": shelf.id,
        "title": shelf.title,
        "head": shelf.head,
        "briefs": list(shelf.briefs.values()),
        "rests": list(shared.values()),
        "places": list(map(places.__getitem__, of_rests)),
    }


def _is_plain(table: dict[str, Any]) -> bool:
    """Whether a card is good without a closer look: no more than a question, an answer and tags, all short."""
    question, answer = table["question"], table["answer"]
    return (
        table.keys() <= _PLAIN
        and 0 < len(question) <= _LONGEST
        and 0 < len(answer) <= _LONGEST
        and sum(map(len, table.get("tags", ()))) <= _LONGEST_LINE
    )


def _checked(table: dict[str, Any]) -> dict[str, Any]:
    """The card's keys as the deck format reads them, what is empty left out. Raises ValueError and TypeError."""
    from trainer.decks.format import CardTable  # slow to load, and plain cards do without it

    card = CardTable.model_validate(table)
    given = {name: value for name, value in card.model_dump(mode="json").items() if value not in (None, "", [], ())}
    given["id"] = card.id or table["id"]
    if card.kind is None:
        given["kind"] = str(card.value("x").kind)
    return given
