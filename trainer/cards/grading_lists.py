"""Lists: item by item, in any order; what is missing and what does not belong are named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from trainer.cards.grade import RIGHT, WRONG, Grade, Lack, Mark, Piece, Pieces, Verdict
from trainer.cards.grading_acronyms import is_acronym
from trainer.cards.grading_words import said
from trainer.cards.listed import Listed, stems_in
from trainer.text import one_line
from trainer.values.compass import by_compass
from trainer.values.lists import pieces_of

MOST_JOINED = 3
"""Pieces that may be one item: a name with two `and`s in it."""
SPARE = 8
"""How many pieces beyond two an item are listened to."""

_YEAR = re.compile(r"(?P<century>1\d|20)\d\d")
_SHORT_YEAR = re.compile(r"['’]?(?P<year>\d\d)")
_REST = re.compile(
    r"^(?:and |many |several |various |some |the )*(?:others?|more|etc|so on|elsewhere)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a stretch of what was typed names."""

    text: str
    item: int | None
    """Its place in the list; None if it is not in it."""
    verdict: Verdict
    """RIGHT or NEARLY for an item."""
    note: str = ""
    """What differed, for NEARLY."""


Hold = Callable[[str, str], Grade]
"""One item of the key and one piece of what was typed, held against each other."""


def grade_list(listed: Listed, told: str, hold: Hold) -> Grade:
    """A typed list held against the key's."""
    return graded(listed, told, hear(listed, told, hold))


def graded(listed: Listed, told: str, heard: tuple[Heard, ...]) -> Grade:
    """What was heard in a typed text, as a grade."""
    named = frozenset(one.item for one in heard if one.item is not None)
    extra = [one.text for one in heard if one.item is None]
    found = min(len(named), listed.wanted)
    base = Grade(Verdict.PARTLY, lack=Lack.ITEMS, found=found, wanted=listed.wanted,
                 given=_given(told, heard), key=_key(listed, named))  # fmt: skip
    if not named:
        return replace(base, verdict=WRONG.verdict, lack=WRONG.lack, note=f"none of the {listed.wanted}")
    if found < listed.wanted or extra:
        missing = [forms[0] for place, forms in enumerate(listed.items) if place not in named]
        return replace(base, note=_note(found, listed.wanted, missing, extra))
    note = next((one.note for one in heard if one.verdict is Verdict.NEARLY), "")
    if note:
        return replace(base, verdict=Verdict.NEARLY, note=note, lack=Lack.SPELLING)
    return replace(base, verdict=Verdict.RIGHT, lack=Lack.NOTHING)


def hear(listed: Listed, told: str, hold: Hold, before: frozenset[int] = frozenset()) -> tuple[Heard, ...]:
    """The stretches of a typed text, each with the item that it names; items that were named before come last."""
    pieces = pieces_of(told)[: 2 * len(listed.items) + SPARE]
    found: list[Heard] = []
    at = 0
    while at < len(pieces):
        taken = before | {one.item for one in found if one.item is not None}
        order = sorted(range(len(listed.items)), key=lambda place: place in taken)
        size, heard = _longest(listed, told, pieces[at : at + MOST_JOINED], hold, order)
        if heard.item is None and (whole := _completed(listed, pieces[at], pieces[at - 1] if at else "")):
            heard = replace(_named(listed, whole, hold, order), text=pieces[at])
        together = _run_together(listed, heard.text) if heard.item is None else ()
        found += together or ([heard] if heard.item is not None or not _REST.match(heard.text) else [])
        at += size
    return tuple(found)


def _completed(listed: Listed, piece: str, before: str) -> str:
    """A piece with what the one before it says for both: `northern Togo and Benin`, `2020/21`; empty if it says none.

    A word is said for both only where all items of the list begin with it.
    """
    if (year := _YEAR.fullmatch(before)) and (short := _SHORT_YEAR.fullmatch(piece)):
        return f"{year['century']}{short['year']}"
    leads = {by_compass(said(forms[0]))[:1] for forms in listed.items}
    lead = by_compass(said(before))[:1]
    return f"{lead[0]} {piece}" if lead and leads == {lead} and len(said(before)) > 1 else ""


def _run_together(listed: Listed, text: str) -> list[Heard]:
    """The items of a stretch in which nothing divides them: `Gao Timbuktu`; none if other words are among them."""
    words, found, at = said(text), [], 0
    forms = {said(form): (form, place) for place, item in enumerate(listed.items) for form in item}
    while at < len(words):
        size = next((n for n in range(len(words) - at, 0, -1) if words[at : at + n] in forms), 0)
        if not size:
            return []
        form, place = forms[words[at : at + size]]
        found.append(Heard(form, place, Verdict.RIGHT))
        at += size
    return found


def _longest(listed: Listed, told: str, pieces: tuple[str, ...], hold: Hold, order: list[int]) -> tuple[int, Heard]:
    """How many of the next pieces are one item, and which: word for word, the most that are one, else the first."""
    for size in range(len(pieces), 0, -1):
        text = _stretch(told, pieces[:size])
        words = said(text)
        place = next((place for place in order if any(said(form) == words for form in listed.items[place])), None)
        if place is not None:
            return size, Heard(text, place, Verdict.RIGHT)
    return 1, _named(listed, pieces[0], hold, order)


def _stretch(told: str, pieces: tuple[str, ...]) -> str:
    """The typed text from the first of the pieces to the last."""
    start = told.find(pieces[0])
    end = start
    for piece in pieces:
        end = told.find(piece, end) + len(piece)
    return told[start:end] if 0 <= start < end else " and ".join(pieces)


def _named(listed: Listed, text: str, hold: Hold, order: list[int]) -> Heard:
    """The item that a text names in other words."""
    best = Heard(text, None, Verdict.WRONG)
    for place in order:
        for form in (form for form in listed.items[place] if _may_be(form, text)):
            found = _item(listed, form, text, hold)
            if found.verdict is Verdict.RIGHT:
                return Heard(text, place, Verdict.RIGHT)
            if found.verdict is Verdict.NEARLY and best.item is None:
                best = Heard(text, place, Verdict.NEARLY, found.note)
    return best


def _may_be(form: str, text: str) -> bool:
    """Whether it is worth to look closer: a word in common, a first letter, a figure, or an acronym's capitals."""
    words, told = said(form), said(text)
    if not words or not told or is_acronym(text) or is_acronym(form):
        return True
    alike = {word[0] for word in words} & {word[0] for word in told}
    return bool(alike) or any(word[0].isdigit() for word in (*words, *told))


def _item(listed: Listed, form: str, text: str, hold: Hold) -> Grade:
    """One item held against a piece; words of question and answer may be beside it: `air operations`."""
    found = hold(form, text)
    if found.verdict.accepted:
        return found
    own, told, core = stems_in(form), stems_in(text), listed.core(form)
    same = bool(core) and core <= told and told - own <= listed.beside - listed.of_others(form)
    return RIGHT if same and not any(c.isdigit() for word in told ^ own for c in word) else found


def _note(found: int, wanted: int, missing: list[str], extra: list[str]) -> str:
    """`4 of 5: missing the Gulf of Guinea`."""
    parts = [f"missing {_joined(missing)}"] if found < wanted else []
    parts += [f"not in the list: {one_line(_joined(extra), 60)}"] if extra else []
    return f"{found} of {wanted}: {'; '.join(parts)}"


def _joined(items: list[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]


def _given(told: str, heard: tuple[Heard, ...]) -> Pieces:
    """What was typed, its stretches marked."""
    pieces: list[Piece] = []
    at = 0
    for one in heard:
        start = told.find(one.text, at)
        if start < 0:
            continue
        pieces += [Piece(told[at:start], Mark.SAME)] if start > at else []
        pieces.append(Piece(one.text, Mark.SAME if one.item is not None else Mark.EXTRA))
        at = start + len(one.text)
    return (*pieces, Piece(told[at:], Mark.SAME)) if at < len(told) else tuple(pieces)


def _key(listed: Listed, named: frozenset[int]) -> Pieces:
    """The items, those that were not named marked."""
    pieces: list[Piece] = []
    for place, forms in enumerate(listed.items):
        pieces += [Piece(", ", Mark.SAME)] if pieces else []
        pieces.append(Piece(one_line(forms[0]), Mark.SAME if place in named else Mark.MISSING))
    return tuple(pieces)
