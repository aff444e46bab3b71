"""Wrong options of the same kind, grain and size as the answer, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trainer.cards.card import Kind
from trainer.language import gazetteer
from trainer.language.names import Sort
from trainer.language.reading import Reading
from trainer.language.verbs import Tense
from trainer.questions.draft import Draft
from trainer.text import fold
from trainer.values.dates import shifted
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
_STEPS = {"year": (-1, 1, -2, 2, -3, -4), "month": (-1, 1, -2, 2, -3, -4), "day": (-3, 4, -7, 9, -10, -14)}


def distractors(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """Two or three wrong options, or none; never a name that the brief itself mentions."""
    makers = (_dates, _numbers, _states, _bodies, _offices)
    found = next((options for maker in makers if (options := list(maker(reading, draft)))), [])
    unique = [text for text in dict.fromkeys(found) if fold(text) != fold(draft.answer)][:COUNT]
    return tuple(unique) if len(unique) > 1 else ()


def _dates(reading: Reading, draft: Draft) -> Iterator[str]:
    if len(draft.times) != 1:
        return
    key, written = draft.times[0], reading.brief.date
    future = draft.fact.predicate is not None and draft.fact.predicate.tense is Tense.FUTURE
    for step in _STEPS[key.granularity]:
        other = shifted(key, step)
        if written is None or (other.iso > written.isoformat()) == future or (not future and other < key):
            yield other.spoken


def _numbers(_: Reading, draft: Draft) -> Iterator[str]:
    """Other numbers that the hedge in the question does not make true as well."""
    if draft.quantity is None:
        return
    quantity = draft.quantity
    for value in near_values(quantity):
        if quantity.hedge in {"at least", "more than"} and value < quantity.low:
            continue
        if quantity.hedge in {"up to", "at most", "less than", "fewer than", "nearly"} and value > quantity.low:
            continue
        if quantity.unit == "percent" and value > 100:
            continue
        yield _scaled(quantity, value).spoken


def _scaled(quantity: Quantity, low: float) -> Quantity:
    return replace(quantity, low=low, high=low * quantity.high / quantity.low)


def _states(reading: Reading, draft: Draft) -> Iterator[str]:
    key = gazetteer.states().get(fold(draft.answer).removeprefix("the "))
    if key is None or draft.items or draft.kind is Kind.ACRONYM:
        return
    mentioned = {fold(name.text) for line in reading.lines for name in line.names}
    listed = list(dict.fromkeys(gazetteer.states().values()))
    after = listed.index(key)
    for state in listed[after:] + listed[:after]:
        if state.region == key.region and not mentioned & {
            fold(n) for n in (state.name, state.demonym, *state.aliases)
        }:
            yield state.with_article


def _bodies(reading: Reading, draft: Draft) -> Iterator[str]:
    """Sister bodies of an acronym, in the form that is asked for."""
    full = draft.direction == "full"
    key = gazetteer.body_named(draft.answer) if full else gazetteer.bodies().get(draft.answer)
    if key is None or key.noun == "term" or (draft.sort is not None and draft.sort is not Sort.MISSION):
        return
    mentioned = {name.text for line in reading.lines for name in line.names}
    shared = content_words(key.name)
    for body in sorted(gazetteer.bodies().values(), key=lambda body: -len(shared & content_words(body.name))):
        if body.noun == key.noun and body.short not in mentioned and body.name not in mentioned:
            yield body.name if full else body.short


def _offices(_: Reading, draft: Draft) -> Iterator[str]:
    if draft.direction == "office" and draft.fact.value in _OFFICES:
        yield from (f"{office} of {draft.fact.place}" for office in _OFFICES if office != draft.fact.value)
