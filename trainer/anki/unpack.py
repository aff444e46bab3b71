"""The reader of packages behind the fence: a package's notes, theirs or ours, as cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, BinaryIO, TypeVar

from trainer.anki.container import Container
from trainer.anki.foreign import LONGEST, Maker, more_of
from trainer.anki.inbox import Inbox
from trainer.anki.markup import SEPARATOR
from trainer.anki.own import is_own, own_of, quick_own
from trainer.anki.plain import plain
from trainer.anki.schemas import NoteType
from trainer.anki.shelving import Places
from trainer.anki.standings import standings
from trainer.anki.stored import Collection
from trainer.anki.stored_rows import StoredCard, StoredNote, StoredNotes
from trainer.cards import new_id, new_ids
from trainer.watched import Tell, untold

T = TypeVar("T")
_LONG_RUN = 16
"""Notes from which on columns are quicker than one note after the other."""
_WITH_SOUNDS = "card with sounds, which comes without them", "cards with sounds, which come without them"
_LACKING = "picture that the package does not hold", "pictures that the package does not hold"
_UNUSED = (
    "media file that no imported card shows, which is left there",
    "media files that no imported card shows, which are left there",
)


def fenced(stream: BinaryIO, title: str, wants_progress: str = "", *_: str, tell: Tell = untold) -> str:
    """The package as one JSON object; `title` names a deck that has no name of its own. Raises ImportRefused.

    `tell` hears how many notes are read.
    """
    container = Container(stream)
    collection = Collection(container.collection())
    inbox = Inbox(f"a package of {container.version.name}")
    reading = _Reading(collection, inbox, title, wants_progress=bool(wants_progress))
    done = 0
    for notes in collection.notes(progress=bool(wants_progress)):
        tell(done, collection.size)
        reading.take(notes)
        done += len(notes.ids)
    tell(collection.size, collection.size)
    media = container.media()
    used = {name: media[name] for name in reading.pictures if name in media}
    reading.notice_media(media, used)
    more: dict[str, Any] = {}
    if wants_progress:
        more["progress"] = standings(collection, reading.cards)
    collection.close()  # telling what was read needs the memory that it stands in
    return reading.inbox.told(pictures=used, **more)


class _Reading:
    """What has been read so far."""

    def __init__(self, collection: Collection, inbox: Inbox, title: str, *, wants_progress: bool) -> None:
        self.inbox = inbox
        self.pictures: dict[str, None] = {}
        self.cards: dict[int, tuple[str, str]] = {}
        self._collection = collection
        self._wants_progress = wants_progress
        self._makers: dict[int, Maker] = {}
        own = {id_ for id_, type_ in collection.types.items() if is_own(type_.fields)}
        self._own, self._foreign = own, collection.types.keys() - own
        self._places = Places(inbox, collection.decks, title)

    def take(self, notes: StoredNotes) -> None:
        """Put the notes' cards on their shelves; runs of plain notes of one type together."""
        forms = {type_: self._maker(type_).plain_signs for type_ in set(notes.types) & self._foreign}
        plain = [
            type_ if forms.get(type_) == signs and len(cards) == 1 and not cards[0].ord else None
            for type_, signs, cards in zip(notes.types, notes.signs, notes.cards, strict=True)
        ]
        for type_, run in _runs(plain):
            if type_ is not None and run.stop - run.start >= _LONG_RUN:
                self._take_plain(notes[run], self._maker(type_))
                continue
            for note in notes[run].each():
                if type_ is None or not self._took_pair(note, self._maker(type_)):
                    self._take(note)

    def _take_plain(self, notes: StoredNotes, maker: Maker) -> None:
        """Put the cards of plain notes on their shelves; those that lack a side or are too long have none."""
        questions, answers = maker.pairs(notes.joined)
        if not all(questions) or not all(answers) or max(map(len, notes.fields)) > LONGEST:
            for note in notes.each():
                self._take(note)
            return
        cards = [card for (card,) in notes.cards]
        ids = new_ids("anki", notes.guids, "0")
        places = [self._places.of(card.deck, tags) for card, tags in zip(cards, notes.tags, strict=True)]
        rests = [rest for _, rest in places]
        for deck, run in _runs([shelf.id for shelf, _ in places]):
            shelf = places[run.start][0]
            its = self.inbox.put_all(shelf, ids[run], questions[run], answers[run], rests[run])
            if self._wants_progress:
                self.cards |= {card.id: (deck, card_id) for card, card_id in zip(cards[run], its, strict=True)}

    def _took_pair(self, note: StoredNote, maker: Maker) -> bool:
        """Put a plain note's card on its shelf; whether it has one."""
        [question], [answer] = maker.pairs(note.fields)
        has_one = bool(question and answer) and len(note.fields) <= LONGEST
        if has_one:
            self._put(note, note.cards[0], question, answer)
        return has_one

    def _maker(self, type_: int) -> Maker:
        return self._makers.get(type_) or self._makers.setdefault(type_, Maker(self._collection.types[type_]))

    def _take(self, note: StoredNote) -> None:
        """Put a note's cards on their shelves, if it has any."""
        if not note.cards:
            return
        type_ = self._collection.types.get(note.type)
        if type_ is None:
            self.inbox.leave_out("its note type is missing", plain(note.fields[:1_000]))
        elif note.type in self._own:
            self._take_own(note, type_)
        else:
            self._take_foreign(note, self._maker(note.type))

    def _take_own(self, note: StoredNote, type_: NoteType) -> None:
        own = quick_own(type_.fields, note)
        own = own or own_of(type_.fields, note.fields.split(SEPARATOR), note.tags.split())
        if own is None:
            self.inbox.leave_out("it has lost its card id", plain(note.fields[:1_000]))
            return
        shelf = self.inbox.shelf(own.deck, own.title)
        if own.head or own.briefs:
            self.inbox.put_head(shelf, dict(own.head), own.briefs)
        self._note_pictures(own.card, note.fields)
        card_id = self.inbox.put_table(shelf, own.card)
        if card_id:
            self.cards[note.cards[0].id] = (own.deck, card_id)

    def _note_pictures(self, card: dict[str, Any], fields: str) -> None:
        """Let the card name the pictures that its note shows; where they are put decides later what it names."""
        if "<img" not in fields:
            return
        first, answer, *_ = fields.split(SEPARATOR)
        for key, field in (("picture", first), ("answer_picture", answer)):
            shown: list[str] = []
            plain(field, shown)
            card.pop(key, None)
            if shown:
                card[key] = shown[0]
                self.pictures[shown[0]] = None

    def _take_foreign(self, note: StoredNote, maker: Maker) -> None:
        if "[sound:" in note.fields:
            self.inbox.notice(*_WITH_SOUNDS, len(note.cards))
        for card, made in maker.cards(note):
            if made.trouble:
                self.inbox.leave_out(made.trouble, made.question or plain(note.fields[:1_000]))
                continue
            for name in filter(None, (made.picture, made.answer_picture)):
                self.pictures[name] = None
            self._put(note, card, made.question, made.answer, **more_of(note, made))

    def _put(self, note: StoredNote, card: StoredCard, question: str, answer: str, **more: Any) -> None:
        """Put a card on its shelf under the id that follows from its note; `more` are its other keys."""
        shelf, rest = self._places.of(card.deck, note.tags)
        if more:
            rest = (rest[0], {**rest[1], **more})
        card_id = self.inbox.put(shelf, new_id("anki", note.guid, str(card.ord)), question, answer, rest)
        if self._wants_progress:
            self.cards[card.id] = (shelf.id, card_id)

    def notice_media(self, media: Mapping[str, str], used: Mapping[str, str]) -> None:
        """Say which files do not come along."""
        missing = len(self.pictures) - len(used)
        if missing:
            self.inbox.notice(*_LACKING, missing)
        if len(media) > len(used):
            self.inbox.notice(*_UNUSED, len(media) - len(used))


def _runs(keys: Sequence[T]) -> Iterator[tuple[T, slice]]:
    """Runs of equal keys: the key, and where it stands."""
    start = 0
    for key, run in groupby(keys):
        end = start + len(list(run))
        yield key, slice(start, end)
        start = end
