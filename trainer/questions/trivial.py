"""Answers that are not worth a card: told by what stands beside the gap, or nothing that anybody has to know."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from trainer.cards.card import GAP, Kind
from trainer.cards.critique import Breach, without_hint
from trainer.cards.name_words import OFFICE_ASKED
from trainer.facts.gaps import MOST_ITEMS
from trainer.language import gazetteer
from trainer.language.reader import is_in_dictionary
from trainer.questions.draft import Draft
from trainer.questions.trivial_asides import (
    is_a_time_of_day,
    is_an_aside,
    is_day_beside,
    is_state_of_its_capital,
    is_told_by_parts,
)
from trainer.questions.trivial_names import (
    is_an_address,
    is_count_of_the_brief,
    is_part_of_a_name,
    is_state_of_its_town,
    is_year_after,
)
from trainer.questions.trivial_told import (
    can_be_counted,
    can_be_worked_out,
    is_counted_on,
    is_other_side,
    is_ratio_or_rest,
    tells_its_state,
)
from trainer.text import fold

_MEASURES = re.compile(
    r"\s(?:metric |square |cubic |nautical )?(?:tons?|tonnes?|kilomet\w+|km|met(?:er|re)s?|miles|feet|hectares|gallons"
    r"|lit(?:er|re)s|barrels|kilograms|kg|grams|(?:kilo|mega|giga)watts?|[kMG]W|(?:giga|tera|mega)bytes|[GT]B|points?)\b"
)
"""Units of what is measured and not counted."""
_NUMBERED = re.compile(
    r"\b(?:[Hh]ull|[Pp]ennant|[Ff]lights?|[Rr]oute|[Hh]ighway|[Rr]oad|[Cc]utter|[Vv]essel|[Ss]hip|[Bb]oat|[Ff]rigate|[Dd]estroyer"
    r"|[Cc]orvette|[Ss]ubmarine|[Tt]rawler|[Aa]rticle|[Ss]ection|[Rr]esolution|[Dd]ecree|[Ll]aw|[Uu]nit|[Rr]eactor|[Bb]lock|[Rr]oom"
    r"|[Gg]ate|[Pp]age|[Aa]nnex|[Cc]amp|[Zz]one|[Ss]ector|[Mm]odel|[Vv]ersion|[Cc]hapter|[Cc]lause|[Rr]egulation|[Dd]irective"
    r"|[Nn]umbers?|[Nn]o\.) (?:no\. |number )?\[\.\.\.\]"
)
"""What has a number for its name."""
_RECKONED = re.compile(
    r"\[\.\.\.\],? (?:(?:just|exactly|only|some|about) )?[\w-]+ (?:days?|weeks?|months?|years?)"
    r" (?:ahead of|before|after|earlier than|later than)\b[^.;]*\b(?:19|20)\d\d\b"
)
"""A day that can be counted from another that stands beside it."""
_OF_ANY_STATE = re.compile(
    r"(?:Ministry|Minister|Department) of (?:(?:the|and) )?[A-Z]\w+(?:(?:,| and| of)* [A-Z]\w+)*"
)
_BODIES = frozenset({
    "agency", "alliance", "assembly", "authority", "bank", "board", "bureau", "centre", "center", "coalition",
    "commission", "committee", "company", "council", "court", "department", "front", "fund", "government", "group",
    "institute", "ministry", "mission", "movement", "office", "party", "union", "west", "north", "south", "east",
})  # fmt: skip
"""Nouns that are a name only where it is known of what."""


_ONE_IN_EACH_STATE = frozenset({"congress", "parliament", "legislature"})
"""What `which parliament` asks for and names at once."""
_ERA = re.compile(r"(?:the )?(?:Cold War|(?:First|Second) World War|World War (?:I|II|One|Two))")


def triviality(draft: Draft) -> Breach | None:
    """Why an answer is not worth a card; None if it may be."""
    plain = replace(draft, question=without_hint(draft.question)) if draft.times else draft
    return next((found for rule in _RULES if (found := rule(plain)) is not None), None)


_STEM = 6
"""Letters of a name by which one knows it inside another."""
_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w’'-]+")


_OF_CONTINENTS = frozenset({"african", "americas", "asian", "eurasian", "european"})


def _is_inside_a_name(draft: Draft) -> Breach | None:
    """A name that another in the question is made of: `Chevron`, where it names `Tengizchevroil`; a list of such."""
    if draft.sort is None or draft.times or draft.quantity is not None or draft.kind in {Kind.ACRONYM, Kind.WHY}:
        return None
    said = {fold(word).removesuffix("'s") for word in _CAPITALS.findall(draft.question)}
    said -= {word for word in said if word in gazetteer.states() or word in _peoples() or is_in_dictionary(word)}
    said -= _OF_CONTINENTS
    names = [fold(name).removeprefix("the ") for name in draft.items or (draft.answer,)]
    known = (" " not in name and any(name[:_STEM] in word for word in said) for name in names)
    told = all(known) and min(map(len, names)) >= _STEM - 1
    return Breach("keeps_its_answer", f"a name in the question tells {draft.answer}") if told else None


@cache
def _peoples() -> frozenset[str]:
    return frozenset(fold(people) for people in gazetteer.demonyms())


def _counts_two(draft: Draft) -> Breach | None:
    """One or two of something that a sentence names on its way."""
    quantity = draft.quantity
    if draft.kind is not Kind.CLOZE or quantity is None or quantity.hedge or quantity.unit or quantity.high > 2:
        return None
    if _MEASURES.match(draft.question.partition(GAP)[2]) or not float(quantity.low).is_integer():
        return None
    return Breach("is_worth_a_gap", f"{draft.answer} is no number that has to be learned")


def _is_number_of_a_name(draft: Draft) -> Breach | None:
    """`cutter 3104`, `Article 51`: a number that counts nothing."""
    if draft.quantity is None or not _NUMBERED.search(draft.question):
        return None
    return Breach("is_worth_a_gap", "the number is part of a name")


_BESIDE = re.compile(
    r"\bper \[\.\.\.\]|\b[Tt]he \[\.\.\.\] (?:(?=[A-Z])|(?:line|jet|program|programme|series|family|model|route|bus)\b)"
    r"|\[\.\.\.\] (?:[a-z-]+ )?[a-z]+s (?:said|say|told|added|confirmed)\b"
    r"|\b(?:hours?|feet|pounds?|years?) (?:and )?\[\.\.\.\] (?:minutes?|inch(?:es)?|ounces?|months?)\b"
    r"|\[\.\.\.\] (?:hours?|feet|pounds?|years?) (?:and )?\S+ (?:minutes?|inch(?:es)?|ounces?|months?)\b"
)
_OF_A_KIND = re.compile(
    r"\[\.\.\.\]-(?:digit|dimensional|door|fold|legged|letter|party|pronged|sided|star|tier|way|wheel)\b"
)
"""A number that only says of what kind the thing behind it is: `four-wheel drive`."""
_TENOR = re.compile(r"\byields? (?:on|of) (?:the )?\[\.\.\.\]-year\b|\[\.\.\.\]-year (?:[\w-]+ ){0,2}?yields?\b")
_YEAR_OF_SUBJECT = re.compile(r"^(?:[^:]*: )?The \[\.\.\.\] [a-z]")
_AGE = re.compile(
    r"^(?:[^:]*: )?(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+, \[\.\.\.\] (?:has|had|is|said|was|who)\b"
    r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*, \[\.\.\.\],)"
)


def _goes_along(draft: Draft) -> Breach | None:
    """`46 per 100,000 inhabitants`, `the 1987 treaty`, `the 737 line`, half of `2 hours 45 minutes`: no cards."""
    figure = draft.quantity is not None or bool(draft.times)
    named = bool(draft.times) and _YEAR_OF_SUBJECT.match(draft.question) is not None
    beside = named or any(form.search(draft.question) for form in (_BESIDE, _OF_A_KIND, _AGE, _TENOR))
    if draft.kind is Kind.CLOZE and figure and beside:
        return Breach("is_worth_a_gap", f"{draft.answer} only goes along with what is told")
    return None


_PASSED = re.compile(
    r"^As of .*\[\.\.\.\] (?:days?|weeks?|months?) (?:after|before|since|have passed)\b"
    r"|\bhow many (?:days|weeks|months) had passed\b"
)


def _counts_to_the_brief(draft: Draft) -> Breach | None:
    """`almost four weeks have passed since`: a time that runs on with the brief's own day."""
    if draft.quantity is None or not _PASSED.search(draft.question):
        return None
    return Breach("is_worth_a_gap", "the time runs up to the day of the brief")


def _can_be_reckoned(draft: Draft) -> Breach | None:
    """`[...], two days before 5 May 2024`."""
    if not draft.times or not _RECKONED.search(draft.question):
        return None
    return Breach("keeps_its_answer", "the date can be counted from another in the question")


_SPELLS_A_MINISTRY = re.compile(
    r"(?:Ministry|Department) of (?:the )?(?:(?:Foreign|Internal|Home|National) )?[A-Z][a-z]+(?: Affairs)?"
)


def _is_any_ministry(draft: Draft) -> Breach | None:
    """What the letters of a ministry stand for, which its trade tells: `MoH`."""
    if draft.kind is Kind.ACRONYM and _SPELLS_A_MINISTRY.fullmatch(draft.answer):
        return Breach("is_worth_a_gap", f"every state has a {draft.answer}")
    return None


def _is_a_class(draft: Draft) -> Breach | None:
    """`the Council`, `the Union`: which of them, the brief does not say."""
    word = draft.answer.removeprefix("the ").lower()
    if draft.sort is not None and draft.kind in {Kind.CLOZE, Kind.WHO} and word in _ONE_IN_EACH_STATE:
        return Breach("names_its_answer", f"every state has its {draft.answer}")
    if draft.kind is Kind.CLOZE and _ERA.fullmatch(draft.answer):
        return Breach("is_worth_a_gap", f"{draft.answer} is known to everybody")
    general = word in _BODIES or _OF_ANY_STATE.fullmatch(draft.answer.removeprefix("the ")) is not None
    if draft.kind is Kind.CLOZE and draft.sort is not None and general:
        return Breach("names_its_answer", f"{draft.answer} does not say which")
    return None


_GOES_ON = re.compile(r", (?:several|other|many|some|two|three|four|five|dozens of|\d+) (?:other )?[A-Za-z]")


_NAME = r"(?:the )?[A-ZÀ-Ý][\w'’-]*(?: (?:of |al-)?[A-ZÀ-Ý][\w'’-]*){0,3}"
_MORE_NAMES = re.compile(rf"(?P<names>(?:, {_NAME})*),? (?:and|or) (?:\w+ )?[A-ZÀ-Ý]")
_NAMES_BEFORE = re.compile(rf"(?:{_NAME}, )+$")


def _is_of_a_list(draft: Draft) -> Breach | None:
    """One name of a list: of which the rest has no names, or from the midst of one that is too long to be asked for."""
    sentence = draft.fact.provenance.sentence
    behind = sentence[draft.span[1] :] if draft.span is not None else ""
    rest = _MORE_NAMES.match(behind)
    before = _NAMES_BEFORE.search(sentence[: draft.span[0]]) if draft.span is not None and rest is not None else None
    listed = f"{rest['names'] if rest is not None else ''}{before[0] if before is not None else ''}".count(",")
    if draft.kind is Kind.CLOZE and draft.sort is not None and listed >= MOST_ITEMS - 1:
        return Breach("has_one_answer", f"{draft.answer} is one of many")
    if draft.kind is Kind.WHO and _GOES_ON.match(behind):
        return Breach("has_one_answer", f"{draft.answer} is one of several")
    return None


_POINTING = re.compile(r"(?:because of )?(?:the )?(?:earlier|previous|such|these|those|this|that)\b", re.IGNORECASE)


def _points_back(draft: Draft) -> Breach | None:
    """`because of earlier rules`: a reason that only the brief explains."""
    if draft.kind is Kind.WHY and _POINTING.match(draft.answer):
        return Breach("stands_alone", f"the reason points back: {draft.answer}")
    return None


_NO_OFFICE = re.compile(
    r"(?:co-)?(?:founder|owner|creator|inventor|shareholder|heir|widow|wife|husband|son|daughter|brother|sister|author)\b"
)


def _is_no_office(draft: Draft) -> Breach | None:
    """`What office did Berg hold?` of who founded something, or is somebody's son."""
    asked = OFFICE_ASKED.search(draft.question)
    if asked is None or not _NO_OFFICE.match(draft.answer):
        return None
    return Breach("asks_for_something", f"{draft.answer} is no office")


_RANK = re.compile(
    r"(?:(?:acting|deputy|former|junior|senior) )?(?:commissioner|director|minister|officer|official|secretary)"
)


def _is_rank_alone(draft: Draft) -> Breach | None:
    """`What office did Berg hold?` of whom only is said that he was a minister: which one would be asked back."""
    if OFFICE_ASKED.search(draft.question) is None or not _RANK.fullmatch(draft.answer):
        return None
    return Breach("has_one_answer", f"{draft.answer} does not say which")


_SMALL_CHANGE = re.compile(
    r"\b(?:grow|grew|grown|expand(?:ed)?|contract(?:ed)?|shrink|shrank|shrunk)\b(?: by)?"
    r"(?: [a-z]+){0,3} [0-5](?:\.\d+)? ?(?:%|percent|per cent)"
)


def _fits_many_years(draft: Draft) -> Breach | None:
    """`In what year did the economy grow by 4 percent?`, and the same with a gap: in many."""
    if draft.times and not draft.times[0].month and _SMALL_CHANGE.search(draft.question):
        return Breach("has_one_answer", "so much it grew in other years too")
    return None


_RULES: tuple[Callable[[Draft], Breach | None], ...] = (
    _counts_two, _is_number_of_a_name, _goes_along, _counts_to_the_brief, _can_be_reckoned, _is_any_ministry,
    _is_a_class, _is_of_a_list, _points_back, _is_no_office, _fits_many_years, tells_its_state, can_be_counted,
    can_be_worked_out, is_ratio_or_rest, is_other_side, is_counted_on, _is_rank_alone, _is_inside_a_name,
    is_part_of_a_name, is_an_address, is_state_of_its_town, is_year_after, is_count_of_the_brief,
    is_an_aside, is_a_time_of_day, is_day_beside, is_told_by_parts, is_state_of_its_capital,
)  # fmt: skip
