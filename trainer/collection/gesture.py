"""What one gesture did to some cards, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from trainer.cards import Card, CardOf, Status
from trainer.collection.collection import Collection
from trainer.decks.edit import Edit
from trainer.reviews.entries import Bury, CardEntry, Flag, Reset, SetDue, Suspend
from trainer.text import counted, one_line
from trainer.watched import Step, unwatched


@dataclass(frozen=True, slots=True)
class Gesture:
    """Something done to some cards, and on the disk."""

    told: str
    """What it was, as in `suspended`."""
    count: int
    """How many cards it was done to."""
    entries: tuple[CardEntry, ...] = ()
    """What the log says of it."""
    edits: tuple[Edit, ...] = ()
    """What changed in the decks' files."""


Act = Callable[[Collection], Gesture]
"""To be asked of a collection; raises DeckRefused and NotSaved, and what its step raises: nothing was done then."""


def suspend(cards: Sequence[CardOf], step: Step = unwatched) -> Act:
    """Set cards aside; or take them up again where all of them are set aside."""

    def act(collection: Collection) -> Gesture:
        on = not all(listed.state.suspended for listed in collection.listed(cards) if listed)
        entries = collection.apply(Suspend, cards, step, on=on)
        return Gesture("suspended" if on else "taken up again", len(cards), tuple(entries))

    return act


def bury(cards: Sequence[CardOf], step: Step = unwatched) -> Act:
    """Put cards off until tomorrow; or bring them back where all of them are put off."""

    def act(collection: Collection) -> Gesture:
        day = collection.now().day
        until = 0 if all(each.state.buried_until > day for each in collection.listed(cards) if each) else day + 1
        entries = collection.apply(Bury, cards, step, until_day=until)
        return Gesture("buried until tomorrow" if until else "brought back", len(cards), tuple(entries))

    return act


def flag(cards: Sequence[CardOf], number: int, step: Step = unwatched) -> Act:
    """Put a flag on cards, or take it off with 0."""
    told = f"given flag {number}" if number else "left without a flag"
    return lambda collection: Gesture(told, len(cards), tuple(collection.apply(Flag, cards, step, flag=number)))


def set_due(cards: Sequence[CardOf], in_days: int, step: Step = unwatched) -> Act:
    """Give cards a day, so many days from today."""

    def act(collection: Collection) -> Gesture:
        entries = collection.apply(SetDue, cards, step, due_day=collection.now().day + in_days)
        return Gesture(f"due in {counted(in_days, 'day')}" if in_days else "due today", len(cards), tuple(entries))

    return act


def reset(cards: Sequence[CardOf], step: Step = unwatched) -> Act:
    """Make cards new again."""
    return lambda collection: Gesture("new again", len(cards), tuple(collection.apply(Reset, cards, step)))


def tag(cards: Sequence[CardOf], line: str, step: Step = unwatched) -> Act:
    """Put the tags of a line on cards, and take off those with a minus before them."""
    words = one_line(line).split()
    added = tuple(word for word in words if not word.startswith("-"))
    removed = frozenset(word[1:] for word in words if word.startswith("-"))

    def change(card: Card) -> Card:
        tags = dict.fromkeys((*(tag for tag in card.tags if tag not in removed), *added))
        return replace(card, tags=tuple(tags))

    return _edit(cards, change, "tagged", step)


def retire(cards: Sequence[CardOf], step: Step = unwatched) -> Act:
    """Take cards out of study, for which they stay in their files; or back in where all of them are out."""

    def act(collection: Collection) -> Gesture:
        current = any(each.card.status is Status.CURRENT for each in collection.listed(cards) if each)
        status = Status.RETIRED if current else Status.CURRENT
        told = "retired" if current else "studied again"
        return _edit(cards, lambda card: replace(card, status=status), told, step)(collection)

    return act


def take_back(gesture: Gesture, step: Step = unwatched) -> Act:
    """Undo a gesture."""

    def act(collection: Collection) -> Gesture:
        collection.take_back(gesture.entries, step)
        edits = tuple(collection.undo_edit(edit) for edit in reversed(gesture.edits))
        return Gesture(f"no longer {gesture.told}", gesture.count, edits=edits)

    return act


def _edit(cards: Sequence[CardOf], change: Callable[[Card], Card], told: str, step: Step) -> Act:
    def act(collection: Collection) -> Gesture:
        edits = collection.edit_all(cards, change, step)
        return Gesture(told, sum(len(edit.wordings) for edit in edits), edits=tuple(edits))

    return act
