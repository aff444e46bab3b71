"""Names that are not worth a card: a part of a longer one, a street, the state of a town, a year that is counted on."""

from __future__ import annotations

import re

from trainer.cards.card import GAP, Kind
from trainer.cards.critique import Breach, without_hint
from trainer.language.glyphs import unaccented
from trainer.language.known import known
from trainer.language.names import PLACES, Sort
from trainer.questions.draft import Draft

_TITLE_OF = re.compile(r"\b(?:Lord|Lady|Baron|Baroness|Earl|Duke|Duchess) [A-Z][\w'’-]+ of $")
_NUMBERED = re.compile(r"(?<!\w)\d+[A-Z][a-z]\w+ $")
"""`1Dolna`: the first word of a name, and never a whole one."""
_TIED = re.compile(r"-(?:e|i|ye|ul|al)[ -][A-Z]")
_TIED_BEFORE = re.compile(r"[A-Z]\w+-(?:e|i|ye|ul|al)[ -]$")


def is_part_of_a_name(draft: Draft) -> Breach | None:
    """Half of a proper name: `Lord Berg of [...]`, `1Dolna [...]`, `[...]-e Dolna`, `Band-e [...]`."""
    before, gap, behind = without_hint(draft.question).partition(GAP)
    if draft.kind is not Kind.CLOZE or draft.sort is None or not gap:
        return None
    led = any(form.search(before) for form in (_TITLE_OF, _NUMBERED, _TIED_BEFORE))
    if led or _TIED.match(behind):
        return Breach("is_worth_a_gap", f"{draft.answer} is only a part of a name")
    return None


_STREET = re.compile(r"\b(?:Street|Avenue|Road|Lane|Boulevard|Drive)$")
_HOUSE = re.compile(
    r"\b(?:courthouse|courtroom|courts?|embassy|headquarters|hotel|house|offices?|residence)\b[^,.;]{0,20}"
    r" (?:at|in|on) (?:\d+ )?$"
)


def is_an_address(draft: Draft) -> Breach | None:
    """The street of a house: `the courthouse on [...]`."""
    before = without_hint(draft.question).partition(GAP)[0]
    if draft.kind is Kind.CLOZE and _STREET.search(draft.answer) and _HOUSE.search(before):
        return Breach("is_worth_a_gap", f"{draft.answer} is only an address")
    return None


_TOWN = re.compile(r"\b(?P<town>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*), $")


def is_state_of_its_town(draft: Draft) -> Breach | None:
    """The American state or the like behind a town that the tables know: `Toledo, [...]`."""
    found = _TOWN.search(without_hint(draft.question).partition(GAP)[0])
    if draft.kind is not Kind.CLOZE or draft.sort is not Sort.REGION or found is None:
        return None
    town, state = known().get(unaccented(found["town"])), known().get(unaccented(draft.answer))
    placed = town is not None and town.sort in PLACES and state is not None and state.noun == "state"
    return Breach("keeps_its_answer", f"{found['town']} tells the state that it lies in") if placed else None


_FROM_YEAR = re.compile(
    r"\b(?:up|down|compared with|against) (?:from )?(?:about |some )?[^\s,;]+ (?:[a-z]+ )?in (?P<year>(?:19|20)\d\d)\b"
)


def is_year_after(draft: Draft) -> Breach | None:
    """The year right behind the one that a figure is set against: `in [...], up from 35 in 2017`."""
    found = _FROM_YEAR.search(draft.question)
    one = draft.times[0] if len(draft.times) == 1 else None
    if found is None or one is None or one.month or one.year != int(found["year"]) + 1:
        return None
    return Breach("keeps_its_answer", f"{found['year']} in the question tells the year")


_OF_THE_BRIEF = re.compile(r"(?:\[\.\.\.\]|\b[Hh]ow many) (?:[a-z]+ )?(?:chapters|headings|questions|sections)\b")


def is_count_of_the_brief(draft: Draft) -> Breach | None:
    """How many headings or questions the brief itself has: `two further questions are likely`."""
    if draft.quantity is None or draft.quantity.low > _FEW or not _OF_THE_BRIEF.search(draft.question):
        return None
    return Breach("is_worth_a_gap", "the number is of what the brief goes on to tell")


_FEW = 9
"""Questions; a paper with more is not the brief."""
