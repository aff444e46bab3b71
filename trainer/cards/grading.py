"""A typed answer held against a card: right, nearly, partly or wrong, and in what way.

Each type of answer has its own rules, in a file of its own: numbers by value, dates by the days that they cover,
names by what they name, phrases by the words that carry them. A measure of likeness over whole texts is used nowhere:
it takes Niger for Nigeria and 168 for 186 (`bench/grading.py` shows how often).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from trainer.cards.card import Card, Kind
from trainer.cards.grade import RIGHT, Grade, Lack, Mark, Verdict, better, wrong
from trainer.cards.grading_acronyms import as_name, grade_acronym, with_initials
from trainer.cards.grading_dates import dates_of, grade_date
from trainer.cards.grading_lists import Hold, grade_list
from trainer.cards.grading_names import Asked, grade_name
from trainer.cards.grading_numbers import grade_number
from trainer.cards.grading_people import fuller_names
from trainer.cards.grading_words import grade_words, said
from trainer.cards.listed import list_of
from trainer.cards.name_words import is_name
from trainer.cards.pieces import side_by_side, whole
from trainer.text import one_line
from trainer.values.amounts import amounts
from trainer.values.known_names import are_two
from trainer.values.names import bare
from trainer.values.said_dates import said_dates
from trainer.values.slips import slips_between, slips_in_text

MOST_CHARACTERS = 1_000
"""A longer text is no short answer, and is not read."""
LONGEST_NOTE = 160
"""Characters of the longest note."""

_SHORT_YEAR = re.compile(r"['’]\d\d")
_LINE = re.compile(r"[^\S\r\n]*[\r\n]\s*")
"""What stands between two lines, as between two items of a list."""


def grade(card: Card, given: str, others: Iterable[str] = ()) -> Grade:
    """What a typed answer to a card comes to.

    `others` are answers of other cards that are close at hand, where the caller has them: a slip of the pen that makes
    one of them is no slip.
    """
    told, answer = one_line(_LINE.sub("; ", given[: MOST_CHARACTERS + 1].strip())), one_line(card.answer)
    if not told:
        return replace(wrong("nothing was typed"), key=whole(answer, Mark.MISSING))
    if bare(told) in _bare_keys(card.answer, card.accepted):
        return replace(RIGHT, given=whole(told), key=whole(answer))
    if len(told) > MOST_CHARACTERS or len(answer) > MOST_CHARACTERS:
        too_long = wrong("too long to be graded")
        return replace(too_long, given=whole(told, Mark.EXTRA), key=whole(answer, Mark.MISSING))
    key, found = _closest(card, told, (*card.distractors, *card.reject, *others))
    return _lit(_unless_rejected(card, told, found), key, told)


@lru_cache(maxsize=1 << 10)
def _bare_keys(answer: str, accepted: tuple[str, ...]) -> frozenset[str]:
    return frozenset(bare(one_line(text)) for text in (answer, *accepted))


def _closest(card: Card, told: str, others: tuple[str, ...]) -> tuple[str, Grade]:
    """The right answer that the typed one comes closest to, and what it comes to beside it.

    What else is accepted counts where it is met in full: a part of it may be a part of another answer too.
    """
    best_key, best = card.answer, _as_named_in_full(card, told, held(card, card.answer, told, others), others)
    for key in card.accepted if not are_two(card.answer, told) else ():
        if best.verdict is Verdict.RIGHT:
            break
        if _is_told_by_answer(card, key):
            continue
        found = held(card, key, told, others)
        met = found.verdict is Verdict.RIGHT or found.lack in {Lack.SPELLING, Lack.ITEMS}
        if met and found.verdict.rank > best.verdict.rank:
            best_key, best = key, found
    return best_key, best


def _as_named_in_full(card: Card, told: str, found: Grade, others: tuple[str, ...]) -> Grade:
    """The grade; of a surname with another given name than the card knows, that it is somebody else's."""
    if found.verdict is not Verdict.NEARLY or found.lack is not Lack.WORDING:
        return found
    fuller = fuller_names(card.answer, card.accepted, card.question, card.kind)
    named = [held(card, full, told, others) for full in fuller]
    return found if not named or any(one.verdict.accepted for one in named) else named[0]


def _is_told_by_answer(card: Card, key: str) -> bool:
    """Whether an accepted number or date is the answer's own, only shorter: then the answer itself is the measure."""
    if card.kind is not Kind.HOW_MANY and (own := dates_of(card.answer)) and (also := dates_of(key)):
        return own[0].has_year and not all(date.has_year for date in also)
    values = {amount.quantity.low for amount in amounts(card.answer)}
    return any(amount.quantity.low in values for amount in amounts(key))


def held(card: Card, key: str, told: str, others: Iterable[str] = ()) -> Grade:
    """A typed text held against one right answer of a card, by the rules of the type that the answer is of."""
    if listed := list_of(card, key):
        return grade_list(listed, told, hold_items(card, others))
    return _plain(card, key, told, others)


def hold_items(card: Card, others: Iterable[str] = ()) -> Hold:
    """How one item of the card's list is held against a stretch of what was typed."""
    return lambda item, piece: _plain(card, item, piece, others)


def _plain(card: Card, key: str, told: str, others: Iterable[str]) -> Grade:
    """By the rules of the key's own type, a slip that makes another answer of it undone."""
    found = _by_type(card, key, told, others)
    if found.lack is not Lack.SPELLING:
        return found
    return wrong("that is another answer") if _is_closer_to_another(key, told, others) else found


def _by_type(card: Card, key: str, told: str, others: Iterable[str]) -> Grade:
    question = card.question
    if card.kind is Kind.ACRONYM:
        return grade_acronym(key, told, question)
    if _may_be_date(card.kind, key) and (found := grade_date(key, told, question)):
        return better(found, _as_year_in_words(key, told, found))
    if _is_number(card.kind, key) and (found := grade_number(key, told, question)):
        return found
    if is_name(key, question):
        return grade_name(key, told, Asked(question, card.kind, tuple(others)))
    if (found := as_name(key, told, question)) is not None:
        return found
    return grade_words(key, with_initials(key, told), question)


def _may_be_date(kind: Kind, key: str) -> bool:
    """Whether a key may be a date: what a card that asks for none calls May need not be the month."""
    return kind is Kind.WHEN or (kind in {Kind.CLOZE, Kind.WHAT, Kind.LIST} and any(c.isdigit() for c in key))


def _as_year_in_words(key: str, told: str, found: Grade) -> Grade:
    """A year that is typed as a number, or as its last two figures: `two thousand and fourteen`, `'14`."""
    if found.verdict is not Verdict.WRONG or not key.isdigit() or said_dates(told):
        return found
    if _SHORT_YEAR.fullmatch(told) and len(key) == len("2014") and key.endswith(told[-2:]):
        return RIGHT
    return grade_number(key, told, "") or found


def _is_number(kind: Kind, key: str) -> bool:
    """Whether a key is to be graded as a number: not where a number only begins a phrase, as in `two coups`."""
    readings = amounts(key)
    return bool(readings) and (kind is Kind.HOW_MANY or not readings[0].counted)


def _is_closer_to_another(key: str, told: str, others: Iterable[str]) -> bool:
    """Whether the typed text is as close to another answer as to the key."""
    own = _slips(key, told)
    of_others = (_slips(other, told) for other in others if said(other) != said(key))
    return any(theirs is not None and (own is None or theirs <= own) for theirs in of_others)


def _slips(key: str, told: str) -> int | None:
    """How many slips make one text of the other, in the words that both hands share or as they stand."""
    shared = slips_between(said(key), said(told))
    return slips_in_text(key, told) if shared is None else shared


def _unless_rejected(card: Card, told: str, found: Grade) -> Grade:
    """The grade; wrong if the card says so, in these words or others that say the same."""
    if bare(told) in _bare_rejects(card.reject) or said(told) in _said_rejects(card.reject):
        return wrong(found.note or "that is another answer")
    if found.verdict.rank == 0 or found.found > 1:
        return found
    plain = replace(card, question="")
    for text in card.reject:
        rejected = held(plain, text, told).verdict is Verdict.RIGHT
        if rejected and held(card, card.answer, text).verdict is not Verdict.RIGHT:
            return wrong(found.note or "that is another answer")
    return found


@lru_cache(maxsize=1 << 10)
def _bare_rejects(reject: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(bare, reject))


@lru_cache(maxsize=1 << 10)
def _said_rejects(reject: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(map(said, reject))


def _lit(found: Grade, key: str, told: str) -> Grade:
    """The grade with both texts in pieces, and all of it safe to show."""
    found = replace(found, note=one_line(found.note, LONGEST_NOTE))
    if found.verdict is Verdict.RIGHT:
        return replace(found, given=whole(told), key=whole(one_line(key)))
    if found.given or found.key:
        return found
    of_key, of_given = side_by_side(one_line(key), told)
    return replace(found, given=of_given, key=of_key)
