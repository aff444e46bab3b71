"""What else is right, and what comes close and is wrong."""

from __future__ import annotations

import re

from trainer.cards.card import Kind
from trainer.language import gazetteer
from trainer.language.names import PLACES, Sort
from trainer.questions.draft import Draft
from trainer.text import fold
from trainer.values.dates import MONTHS, PartialDate
from trainer.values.quantities import SMALL, Quantity


def accepted(draft: Draft) -> tuple[str, ...]:
    """Other right answers, without the answer itself, each once."""
    found = [*_dates(draft), *_numbers(draft), *_names(draft), *_spellings(draft)]
    return tuple(dict.fromkeys(text for text in found if text and text != draft.answer))


def _dates(draft: Draft) -> list[str]:
    return [text for time in draft.times for text in _date_forms(time)] if len(draft.times) == 1 else []


def _date_forms(time: PartialDate) -> list[str]:
    if time.day:
        return [f"{time.day} {MONTHS[time.month]} {time.year}", time.iso]
    return [time.iso, f"{MONTHS[time.month][:3]} {time.year}"] if time.month else []


def _numbers(draft: Draft) -> list[str]:
    quantity = draft.quantity
    if quantity is None:
        return []
    forms = [SMALL[int(quantity.low)]] if draft.answer in map(str, range(len(SMALL))) else []
    forms += [quantity.spoken]
    forms += [f"{quantity.hedge} {draft.answer}".strip(), f"{draft.answer} {draft.counted}".strip()]
    if not quantity.unit and not quantity.is_range:
        forms.append(f"{quantity.low:g}" if quantity.low < 1e6 else f"{int(quantity.low):,}")
        forms += (
            [f"{int(quantity.low) // 1000} thousand"] if quantity.low % 1000 == 0 and 0 < quantity.low < 1e6 else []
        )
    if quantity.unit == "percent":
        forms.append(draft.answer.replace(" percent", "%"))
    return forms


def _names(draft: Draft) -> list[str]:
    bare = re.sub(r"^(?:the|a|an)\s", "", draft.answer, flags=re.IGNORECASE)
    forms = [bare]
    if draft.sort is Sort.PERSON:
        forms.append(draft.answer.split()[-1])
    if draft.direction == "office" and fold(draft.fact.place).removeprefix("the ") in gazetteer.states():
        forms.append(draft.fact.value)
    alias = re.search(rf"{re.escape(bare)}, (?:also |better )?known as ([A-Z][\w'-]+)", draft.fact.provenance.sentence)
    if alias is not None:
        forms.append(alias[1])
    state = gazetteer.states().get(fold(bare)) if draft.sort in PLACES and not draft.items else None
    if state is not None:
        forms += [state.name, *state.aliases]
    body = gazetteer.bodies().get(bare) if draft.kind is not Kind.ACRONYM else gazetteer.body_named(bare)
    if body is not None and draft.kind is not Kind.ACRONYM:
        forms += [body.name]
    return forms


def _spellings(draft: Draft) -> list[str]:
    """`UN` for `United Nations`, and the British spelling."""
    forms = []
    if draft.direction == "full":
        short = draft.answer.replace("United Nations", "UN")
        forms = [short, draft.answer.replace("ization", "isation"), short.replace("ization", "isation")]
        forms += [draft.answer.replace("isation", "ization")]
    return forms


def rejected(draft: Draft) -> tuple[str, ...]:
    """Near misses: the ends of a range, and acronyms of sister bodies that are one or two letters away."""
    quantity: Quantity | None = draft.quantity
    if quantity is not None and quantity.is_range and not quantity.unit:
        return (f"{quantity.low:,g}", f"{quantity.high:,g}")
    body = gazetteer.bodies().get(draft.answer)
    if body is None:
        return ()
    sisters = [
        other.short for other in gazetteer.bodies().values() if other.noun == body.noun and other.short != body.short
    ]
    return tuple(short for short in sisters if _apart(short, body.short) <= 2)


def _apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))
