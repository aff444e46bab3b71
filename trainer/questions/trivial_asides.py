"""Asides that are not worth a card: ages, where something was said, clock times, and numbers beside their own sum."""

from __future__ import annotations

import datetime as dt
import re

from trainer.cards.card import GAP, Kind
from trainer.cards.critique import Breach, without_hint
from trainer.language import gazetteer
from trainer.language.names import Sort
from trainer.questions.distractors_dates import dates_in
from trainer.questions.distractors_fit import numbers_in
from trainer.questions.draft import Draft
from trainer.text import fold
from trainer.values.names import stands_in

_SOMEBODY = r"(?:boy|girl|man|woman|child|baby|infant|toddler|patient|victim|miner|son|daughter|brother|sister)"
_AGE = re.compile(
    rf"\b[Aa]n? (?:[\w-]+ )?{_SOMEBODY},? (?:of|aged) \[\.\.\.\](?=[,.;)]| (?:months|years|was|is|had|has|from|who)\b)"
    r"|(?<!s )(?<!men )(?<!en )(?<!people )(?<!those )\baged \[\.\.\.\](?=[,.;)]| and (?:had|was|has)\b)"
    rf"|\ba \[\.\.\.\]-(?:year|month|day)-old (?:[a-z]+ )?{_SOMEBODY}\b|\bfamily of \[\.\.\.\](?=[,.;]|$)"
)
"""How old one of the many in a story is, or how many his family are."""
_SAID_IN = re.compile(
    r"\b(?:said|told (?:reporters|journalists|the press|a (?:news|press) conference)|remarked|declared|warned|speaking)"
    r" (?:at a (?:news|press) conference )?in \[\.\.\.\](?: that\b|,|$)"
    r"|\b(?:representative|envoy|Ministry of [A-Z]\w+(?: [A-Z]\w+)?|foreign ministry) in \[\.\.\.\]"
)
_ASKED_WHERE = re.compile(r"\bin which city did [^?]*?\b(?:say|remark|declare|warn) (?:that\b|[^?]* would\b)")
"""Where somebody stood who said something, and the capital in which a ministry sits."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?: (?:and|to) (?:[01]?\d|2[0-3])[.:][0-5]\d)?")
_AT = re.compile(r"\b(?:at|by|from|until|between|before|after|about|around) $")
_PRICED = re.compile(r"\b(?:clos|trad|pric|rate|shar|index|peg|stock|quot|priced|valued|point|score|rose|fell)\w*\b")
_NO_UNIT = re.compile(r"(?:[.,;?]|$| (?:on|and|in|of (?:[A-Z]|\d)))")
_AS_OF = re.compile(r"\b[Aa]s of (?:\[\.\.\.\]|what date)")
_UNTIL_YEAR = re.compile(r"^As of (?:[A-Z]\w+ )?(?P<now>\d{4})\b.*\buntil (?:what year\b|\[\.\.\.\])")
"""How long something lasts that is so now: no year gone by, as the hour 2000 would be."""
_BESIDE = re.compile(r"\bst(?:and|ood|anding) beside\b")


def is_an_aside(draft: Draft) -> Breach | None:
    """The age of one patient, a family's size, the city of a remark, the day of a count, who stood beside whom."""
    question = without_hint(draft.question)
    if draft.kind is Kind.CLOZE and draft.quantity is not None and _AGE.search(question):
        return Breach("is_worth_a_gap", f"{draft.answer} is of one person among many")
    said = draft.kind is Kind.CLOZE and draft.sort is Sort.CITY and _SAID_IN.search(question)
    if said or (draft.kind is Kind.WHERE and _ASKED_WHERE.search(question)):
        return Breach("is_worth_a_gap", f"{draft.answer} is only where it was said")
    lasting = _UNTIL_YEAR.search(question) if draft.times and not draft.times[0].month else None
    if lasting is not None and draft.times[0].year < int(lasting["now"]):
        return Breach("is_worth_a_gap", f"what is so in {lasting['now']} does not last until {draft.answer}")
    if draft.times and _AS_OF.search(question):
        return Breach("is_worth_a_gap", f"{draft.answer} is only as of when it is told")
    if draft.kind is not Kind.CLOZE and _BESIDE.search(question):
        return Breach("is_worth_a_gap", "who stood by tells nothing of what was done")
    return None


def is_a_time_of_day(draft: Draft) -> Breach | None:
    """`berthed at [03.40]`, and `stood down at [1800]`, which is no year."""
    before, gap, behind = without_hint(draft.question).partition(GAP)
    if draft.kind is not Kind.CLOZE or not gap or not _AT.search(before):
        return None
    hour = bool(draft.times) and re.fullmatch(r"[012]\d{3}", draft.answer) is not None and before.endswith(" at ")
    spoken = _CLOCK.fullmatch(draft.answer) is not None and _NO_UNIT.match(behind) is not None
    if hour or (spoken and (":" in draft.answer or not _PRICED.search(before))):
        return Breach("is_worth_a_gap", f"{draft.answer} is a time of day")
    return None


def is_day_beside(draft: Draft) -> Breach | None:
    """The day right before or after the one that it is joined to: `on June 7, 2021 and [...]`."""
    before, gap, behind = without_hint(draft.question).partition(GAP)
    joined = before.endswith((" and ", " to ")) or behind.startswith((" and ", " to "))
    if not gap or not joined or len(draft.times) != 1 or not draft.times[0].day or draft.times[0].until:
        return None
    one = draft.times[0]
    key = dt.date(one.year, one.month, one.day)
    others = [day for day in dates_in(draft.question) if day.day and not day.until]
    near = any(abs((dt.date(day.year, day.month, day.day) - key).days) == 1 for day in others)
    return Breach("keeps_its_answer", "the day beside it tells the day") if near else None


_SHARED_OUT = re.compile(r"(?P<before>\S+ [^().;:]*?)\((?P<parts>[^()]*)\)")
_LEFT = re.compile(r"\b(?:remain(?:s|ed|ing)?|at large|still missing|the rest|the others)\b")
_ITEM = re.compile(r", | and ")
MOST_PARTS = 12
"""Parts of a bracket that are told one by one."""


def is_told_by_parts(draft: Draft) -> Breach | None:
    """A whole whose parts stand in brackets behind it, such a part, names counted, and what remains of a whole."""
    quantity = draft.quantity
    if quantity is None or quantity.unit or quantity.is_range or not float(quantity.low).is_integer():
        return None
    question = without_hint(draft.question).rpartition(": ")[2]
    for found in _SHARED_OUT.finditer(question):
        if _adds_up(found, quantity.low):
            return Breach("keeps_its_answer", "the bracket in the question tells the number")
    numbers = list(numbers_in(question))
    for clause in re.split(r"(?<=[a-z])\. ", question):
        named = list(numbers_in(clause))
        rest = any(a + b == quantity.low or a - b == quantity.low for a in named for b in named if a != b)
        if _LEFT.search(clause) and GAP in clause and len(numbers) > 1 and rest:
            return Breach("keeps_its_answer", "the other numbers leave no other answer")
    return None


def _adds_up(found: re.Match[str], key: float) -> bool:
    """Whether a bracket's numbers, or its names, come with what stands before it to a sum that gives the key."""
    parts, before = found["parts"], found["before"]
    numbers, wholes = list(numbers_in(parts)), list(numbers_in(before))
    if GAP in parts:
        return bool(numbers) and any(whole - sum(numbers) == key for whole in wholes)
    if GAP not in before:
        return False
    names = [item for item in _ITEM.split(parts) if item[:1].isupper()]
    counted = len(names) == key and len(names) == len(_ITEM.split(parts)) and key <= MOST_PARTS
    return counted or (len(numbers) > 1 and sum(numbers) == key)


def is_state_of_its_capital(draft: Draft) -> Breach | None:
    """A state whose capital stands in the question: `The sender in [...], about which a request has gone to Quito`."""
    state = gazetteer.states().get(fold(draft.answer).removeprefix("the ")) if draft.sort is Sort.STATE else None
    if state is None or draft.kind is not Kind.CLOZE or fold(state.capital) in fold(draft.answer):
        return None
    told = stands_in(state.capital, draft.question)
    return Breach("keeps_its_answer", f"{state.capital} in the question tells the state") if told else None
