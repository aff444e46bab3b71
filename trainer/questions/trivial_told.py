"""Answers that can be read off or reckoned from what the question itself tells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from trainer.cards.card import Kind
from trainer.cards.critique import Breach
from trainer.language import gazetteer
from trainer.language.glyphs import unaccented
from trainer.language.known import known
from trainer.language.names import PLACES, Sort
from trainer.questions.distractors_dates import dates_in
from trainer.questions.distractors_fit import numbers_in
from trainer.questions.draft import Draft
from trainer.text import fold
from trainer.values.dates import PartialDate
from trainer.values.names import stands_in
from trainer.values.quantities import WORDS, parse_number

_OPENING = re.compile(r"^As of (?:[A-Z]\w+ )?\d{4}[,:]")
_PLACE = r"[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*"
_BESIDE_PLACE = re.compile(rf"(?P<at>(?:\b(?:at|in|near|outside|around)\s)?)(?P<place>{_PLACE})(?:, | in (?:the )?)$")
_LENGTH = re.compile(
    r"(?:\[\.\.\.\]|\b[Hh]ow many) (?:\w+ )??(?P<unit>day|week|month|year)s?"
    r" (?:after|before|since|later|earlier|ahead)\b"
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_GRAINS = {"day": "day", "week": "day", "month": "month day", "year": "year month day"}
"""How exact two dates must be to count such lengths between them."""
_CHANGE = re.compile(
    r"\b(?:drop|fall|fell|decline|decrease|cut|reduction|down|rise|rose|increase|jump|growth|up)\b", re.IGNORECASE
)
_AMOUNT = re.compile(
    r"(?<![\w.,])(?:US)?[$€£]?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?(?: ?(?:bn|mn|[mk])\b| (?:thousand|million|billion|trillion))?)"
    r"(?![\w%]|[.,]\d| percent| per cent)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
NEAR_POINTS = 3
"""How many percentage points a share that was worked out may be off."""


def tells_its_state(draft: Draft) -> Breach | None:
    """A country that stands beside a place in it, or whose known town the question names: `Port Said in [...]`."""
    if draft.sort is not Sort.STATE or draft.items or draft.kind not in {Kind.CLOZE, Kind.WHERE}:
        return None
    before = draft.fact.provenance.sentence[: draft.span[0]] if draft.span is not None else ""
    beside = _BESIDE_PLACE.search(before)
    if beside is not None and stands_in(beside["place"], draft.question):
        place = known().get(unaccented(beside["place"]))
        if beside["at"] or (place is not None and place.sort in PLACES - {Sort.STATE}):
            return Breach("keeps_its_answer", f"{beside['place']} in the question tells the country")
    town = next((town for town in _towns_of(draft.answer) if stands_in(town, draft.question)), "")
    if town and draft.kind is Kind.WHERE:
        return Breach("keeps_its_answer", f"{town} in the question tells the country")
    return None


def _towns_of(name: str) -> Iterator[str]:
    """The cities of the tables that lie in a state."""
    state = gazetteer.states().get(fold(name).removeprefix("the "))
    if state is not None:
        yield from (place.name for place in gazetteer.places() if place.noun == "city" and place.state == state.name)


def can_be_counted(draft: Draft) -> Breach | None:
    """A length of time between two dates that both stand in the question."""
    found, quantity = _LENGTH.search(draft.question), draft.quantity
    if found is None or quantity is None:
        return None
    exact = _GRAINS[found["unit"]].split()
    days = [date for date in dates_in(_OPENING.sub("", draft.question)) if date.granularity in exact]
    for one, other in itertools.combinations(days, 2):
        if abs(abs(_day(one) - _day(other)) / _DAYS[found["unit"]] - quantity.low) <= 1:
            return Breach("keeps_its_answer", "the time can be counted from the dates in the question")
    return None


def _day(date: PartialDate) -> float:
    return (date.year * 12 + max(date.month, 1)) * _DAYS["month"] + date.day


_NEXT = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TIMES = re.compile(r"(?:\[\.\.\.\]|\b[Hh]ow many) times\b|\[\.\.\.\]-?fold\b")
_REST = re.compile(rf"\b(?P<part>\d[\d,]*|{'|'.join(WORDS)}) of (?:the |its |their |all )?(?P<whole>\d[\d,]*)\b")
_OF_THEM = re.compile(r"\bof (?:them|which|whom)\b")
NEAR_RATIO = 0.1
"""How far off, as a share of it, a number of times may be that was worked out."""


def is_ratio_or_rest(draft: Draft) -> Breach | None:
    """How many times one number of the question goes into another; what of a whole is left by its part."""
    quantity = draft.quantity
    if quantity is None or quantity.unit or quantity.is_range:
        return None
    question = _OPENING.sub("", draft.question)
    if _TIMES.search(question):
        pairs = itertools.permutations([value for value in numbers_in(question) if value], 2)
        if any(abs(one / other - quantity.low) <= NEAR_RATIO * quantity.low for one, other in pairs):
            return Breach("keeps_its_answer", "the number of times can be worked out from the question")
    if _OF_THEM.search(question) and _is_sum_or_rest(list(numbers_in(question)), quantity.low):
        return Breach("keeps_its_answer", "the number can be worked out from the parts and the whole")
    for found in _REST.finditer(question):
        part, whole = parse_number(found["part"]), parse_number(found["whole"])
        if part is not None and whole is not None and whole - part == quantity.low:
            return Breach("keeps_its_answer", "the number is what the question leaves of the whole")
    return None


_TURNED = re.compile(
    r"\b(?:halv(?:ed?|ing)|doubl(?:ed?|ing)|trebl(?:ed?|ing)|tripl(?:ed?|ing)|quadrupl(?:ed?|ing))\b[^.;]*?"
    r"(?:\bfrom \S+(?: \w+)? to (?:\[\.\.\.\]|how\b|what\b)|\bto \S+(?: \w+)? from (?:\[\.\.\.\]|how\b|what\b)"
    r"|\bfrom \[\.\.\.\] to \S*\d)"
)
"""A number that another tells with how many times as much it is."""
_OTHER_SIDE = re.compile(
    r"(?:\[\.\.\.\]|\bwhat percentage) (?:to|against) (?P<behind>\d[\d.]*) ?(?:%|per ?cent)"
    r"|(?P<before>\d[\d.]*) ?(?:%|per ?cent)? (?:to|against) (?:\[\.\.\.\]|what percentage\b)"
)
"""The other side of a vote between two."""
_BALLOT = re.compile(
    r"\b(?:approved?|ballot|beat|carried|defeat(?:ed)?|lost|passed|poll|referendum|reject(?:ed)?|run-?off|turnout|vot\w+|won)\b"
)
_NEAR_ALL = 0.3
"""Percentage points by which two rounded shares may miss the whole."""


def is_other_side(draft: Draft) -> Breach | None:
    """What a half or a double comes to beside the whole, and the share that one side of a vote leaves the other."""
    quantity = draft.quantity
    if quantity is None or quantity.is_range:
        return None
    if _TURNED.search(draft.question):
        return Breach("keeps_its_answer", "the number can be worked out from the other one")
    found = _OTHER_SIDE.search(draft.question)
    other = parse_number(found["behind"] or found["before"]) if found is not None else None
    share = quantity.unit == "percent" and _BALLOT.search(draft.question) is not None
    if share and other is not None and abs(other + quantity.low - 100) <= _NEAR_ALL:
        return Breach("keeps_its_answer", "the share is what the other side leaves")
    return None


_AND_NEXT = re.compile(
    rf"(?:\[\.\.\.\]|\b[Hh]ow many\b)[^.;?]*?\b(?:and|,) (?:a|an|the) (?P<next>{'|'.join(_NEXT)})\b(?! of\b)"
)
"""So many, and the next: `three schools burnt down and a fourth looted`."""


def is_counted_on(draft: Draft) -> Breach | None:
    """A count that the ordinal of the next one tells; and so many that are told one by one up to the last."""
    found, quantity = _AND_NEXT.search(draft.question), draft.quantity
    if found is None or quantity is None or quantity.is_range or quantity.unit:
        return None
    turn = _NEXT.index(found["next"]) + 2
    if quantity.low in {turn - 1, turn}:
        return Breach("keeps_its_answer", f"the {found['next']} in the question tells the number")
    return None


def _is_sum_or_rest(named: list[float], key: float) -> bool:
    """Whether two numbers of a question are the parts of the key, or the key's whole and its other part."""
    return any(one + other == key or one - other == key for one, other in itertools.permutations(named, 2))


def can_be_worked_out(draft: Draft) -> Breach | None:
    """A share by which one of two amounts in the question is less or more than the other."""
    quantity = draft.quantity
    if quantity is None or quantity.unit != "percent" or quantity.is_range or not _CHANGE.search(draft.question):
        return None
    texts = (found["number"] for found in _AMOUNT.finditer(draft.question) if not _YEAR.fullmatch(found["number"]))
    amounts = [value for value in map(parse_number, texts) if value]
    for one, other in itertools.permutations(amounts, 2):
        if abs(100 * abs(one - other) / one - quantity.low) <= NEAR_POINTS and abs(one - other) > one / 20:
            return Breach("keeps_its_answer", "the share can be worked out from the amounts in the question")
    return None
