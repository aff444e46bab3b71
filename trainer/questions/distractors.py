"""Wrong options of the same kind, grain and size as the answer, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trainer.language import gazetteer
from trainer.language.names import Sort
from trainer.language.reading import Reading
from trainer.language.verbs import Tense
from trainer.questions.draft import Draft
from trainer.text import fold
from trainer.values.dates import PartialDate, day_number, shifted
from trainer.values.names import content_words
from trainer.values.quantities import Quantity, near_values

COUNT = 3
"""Options beside the key; with fewer than two there are none."""

_OFFICES = (
    "president",
    "prime minister",
    "foreign minister",
    "defense minister",
    "interior minister",
    "finance minister",
)
_SISTERLY = frozenset({"peacekeeping mission", "UN agency", "organization"})
"""Bodies whose sisters are known well enough to be told apart."""
_STEPS = {"year": (-1, 1, -2, 2, -3, -4), "month": (-1, 1, -2, 2, -3, -4)}


def distractors(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """Two or three wrong options, or none; never a name that the brief itself mentions."""
    makers = (_dates, _numbers, _bodies, _offices)
    found = next((options for maker in makers if (options := list(maker(reading, draft)))), [])
    unique = [text for text in dict.fromkeys(found) if fold(text) != fold(draft.answer)][:COUNT]
    return tuple(unique) if len(unique) > 1 else ()


def _dates(reading: Reading, draft: Draft) -> Iterator[str]:
    """Years and months close to the key; for a day, the other days that the brief names."""
    if len(draft.times) != 1:
        return
    key, written = draft.times[0], reading.brief.date
    future = draft.fact.predicate is not None and draft.fact.predicate.tense is Tense.FUTURE
    for other in _other_days(reading, key) if key.day else (shifted(key, step) for step in _STEPS[key.granularity]):
        if written is None or (other.iso > written.isoformat()) == future or (not future and other < key):
            yield other.spoken


def _other_days(reading: Reading, key: PartialDate) -> list[PartialDate]:
    """The brief's own days, nearest to the key first: each is the day of something else."""
    days = {PartialDate(d.year, d.month, d.day) for line in reading.lines for d in line.dates if d.day and d.year}
    real = [day for day in days if day.is_real() and day != key]
    return sorted(real, key=lambda day: (abs(day_number(day) - day_number(key)), day))


def _numbers(_: Reading, draft: Draft) -> Iterator[str]:
    """Other numbers of the key's size; a hedge would make those on one side right as well, so then there are none."""
    quantity = draft.quantity
    if (
        quantity is None
        or quantity.hedge
        or (quantity.is_range and quantity.unit)
        or draft.answer.isalpha()
        or "magnitude" in draft.question
    ):
        return
    for value in near_values(quantity):
        if quantity.unit != "percent" or value <= 100:
            yield _scaled(quantity, value).spoken


def _scaled(quantity: Quantity, low: float) -> Quantity:
    return replace(quantity, low=low, high=low * quantity.high / quantity.low)


def _bodies(reading: Reading, draft: Draft) -> Iterator[str]:
    """Sister bodies of an acronym, in the form that is asked for."""
    full = draft.direction == "full"
    key = gazetteer.body_named(draft.answer) if full else gazetteer.bodies().get(draft.answer)
    if key is None or key.noun not in _SISTERLY or (draft.sort is not None and draft.sort is not Sort.MISSION):
        return
    mentioned = {name.text for line in reading.lines for name in line.names}
    shared = content_words(key.name)
    for body in sorted(gazetteer.bodies().values(), key=lambda body: -len(shared & content_words(body.name))):
        if body.noun == key.noun and body.short not in mentioned and body.name not in mentioned:
            yield body.name if full else body.short


def _offices(_: Reading, draft: Draft) -> Iterator[str]:
    if draft.direction == "office" and draft.fact.value in _OFFICES and "minister" in draft.fact.value:
        yield from (f"{office} of {draft.fact.place}" for office in _OFFICES if office != draft.fact.value)
