"""Wrong numbers of the key's size, roughness and form."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from trainer.cards.card import GAP
from trainer.language.reading import Reading
from trainer.questions.distractors_digits import decimals_of, with_values
from trainer.questions.distractors_fit import fits, is_counted_out, most_in, numbers_in
from trainer.questions.distractors_rounded import rounded
from trainer.questions.distractors_set import set_values
from trainer.questions.distractors_sides import both_sides
from trainer.questions.draft import Draft
from trainer.questions.keys_conflicts import counted_by
from trainer.questions.keys_figures import figures, spelled
from trainer.questions.keys_numbers import Told, counted_noun, is_share_asked, quantity_of, told
from trainer.text import fold
from trainer.values.quantities import SCALES, WORDS, Quantity

LIMITS = frozenset({"at least", "at most", "more than", "fewer than", "less than", "up to", "nearly"})
"""Hedges that make numbers on one side of the key right as well."""
SMALL_COUNT = 12
"""Up to here the neighbours of a count are its options."""

_NEAR = (0.87, 0.76, 0.65, 0.5, 1.19, 1.3, 1.5, 1.8)
_FAR = (0.7, 0.6, 0.5, 0.4, 1.35, 1.5, 1.75, 2.0)
_SPANS = (0.7, 0.5, 0.35, 1.35, 1.75, 2.3)
"""Sizes of the options as shares of the key: near an exact key, far from one that is about so much, and of ranges."""
_STEPS = (-1, -2, 1, 2, 3)
_POINTS = (-6, -11, -16, -23, 7, 9, 14, 21)
_POINTS_ON_TOP = (-4, -9, -15, -23, 3)
_FINE_POINTS = (-1.9, -3.6, -6.2, -9.7, 2.3, 4.4, 7.1, 11.2)
"""Percentage points from a key in the middle of the scale, from one above 85, and from one with a decimal."""
_LIMITED = re.compile(
    r"\b(?:at least|at most|more than|fewer than|less than|up to|as many as|over|under|above|below|nearly|almost"
    r"|within|past) (?:how\b|what\b|\[\.\.\.\])",
    re.IGNORECASE,
)
_EXCEEDS = re.compile(
    r"\b(?:exceed|surpass|outnumber|overtak)\w*"
    r"|\b[Hh]ow (?:many|much)\b[^?]* (?:passed|topped|crossed)\?|\b[Hh]ow (?:many|much) [^?]* passed$"
    r"|\b(?:pass|topp?|cross)(?:ed|es|ing)? \[\.\.\.\]|\b[Bb]etween \[\.\.\.\]|\bmore than\b[^,.;]*\band \[\.\.\.\]"
)
"""Words by which what is smaller than the key is right as well, or by which only the key fits."""
_OR_MORE = re.compile(r" (?:or|and) (?:more|fewer|less|so)$")
_ASKED_OR_MORE = re.compile(
    r"(?:\[\.\.\.\]|\bhow (?:many|much)\b|\bwhat percentage\b)[^,.?]{0,30}"
    r" or (?:more|fewer|less|so|younger|older|above|below)\b"
)
_SCALES_OF_ITS_OWN = re.compile(r"\b(?:magnitude|category|grade|level|CVSS|rating)\b", re.IGNORECASE)


def number_options(reading: Reading, draft: Draft, turn: int) -> Iterator[str]:
    """Numbers on both sides of the key, none a figure of the brief; nothing where a hedge would let one be right."""
    parts, quantity = told(draft), quantity_of(draft)
    if _EXCEEDS.search(draft.question):
        return
    if parts is None or quantity is None or quantity.low <= 0 or _is_open(draft, quantity):
        return
    if _OF_BENCH.search(draft.question):
        return
    if is_share_asked(draft) and not quantity.unit:
        quantity = replace(quantity, unit="percent")
    taken = [*_figures_near(reading, draft, quantity), *numbers_in(draft.question)]
    values = set_values(draft, quantity) or _lengths(draft, quantity) or _values(quantity, decimals_of(draft.answer))
    if GAP in draft.question or _MOST_OF.search(draft.question):
        values = [value for value in values if value != 1]  # what is counted stands in the plural
    if (article := _BEHIND_A.search(draft.question)) is not None:
        values = [value for value in values if _begins_with_vowel(value) is bool(article["vowel"])]
    if not re.search(r"\d", draft.answer):
        values = [value for value in values if not re.search(r"\d", shown(parts, quantity, value, draft.answer))]
    most = _whole_of_brief(reading, draft, quantity)
    free = [value for value in values if value < most and _is_free(value, taken) and fits(value, draft, quantity)]
    apart = [value for n, value in enumerate(free) if not any(_overlap(quantity, value, o) for o in free[:n])]
    below, above = ([value for value in apart if (value > quantity.low) is more] for more in (False, True))
    below, above = ([v for v in side if shown(parts, quantity, v, draft.answer)] for side in (below, above))
    yield from (shown(parts, quantity, value, draft.answer) for value in both_sides(below, above, turn))


_SMALL = rf"{'|'.join(WORDS)}|\d\d?"
_OF_BENCH = re.compile(
    rf"\b(?:bench|court|judges|justices|panel|tribunal)\b.*"
    rf"(?:\[\.\.\.\](?: votes)? to (?:{_SMALL})\b|\b(?:{_SMALL})(?: votes)? to \[\.\.\.\])",
    re.IGNORECASE,
)
"""A vote of a bench, which has so many judges that only one number goes with the other."""
_MOST_OF = re.compile(r"\b(?:most [a-z]+|[a-z]{3,}est|one) of how many\b")
"""What there is none of where there is but one."""
_BEHIND_A = re.compile(r"\b[Aa](?P<vowel>n?) \[\.\.\.\]")


def _begins_with_vowel(value: float) -> bool:
    """Whether the number goes with `an`, so that the `a` before a gap tells that it is another: 8, 11, 18, 80."""
    first = f"{value:.0f}"
    return first.startswith("8") or (first[:2] in {"11", "18"} and len(first) % 3 == 2)


def _overlap(key: Quantity, one: float, other: float) -> bool:
    """Whether two ranges with the key's spread share a part; two numbers never do."""
    return key.is_range and max(one, other) < min(one, other) * key.high / key.low


def _figures_near(reading: Reading, draft: Draft, quantity: Quantity) -> Iterator[float]:
    """What the brief counts elsewhere; of small counts only those of the same noun in another sentence."""
    small, noun = quantity.low <= SMALL_COUNT, fold(counted_noun(draft))
    for line in reading.lines:
        elsewhere = line.sentence.text != draft.fact.provenance.sentence
        for number in line.numbers:
            alike = noun and counted_by(line, number) == noun if elsewhere else not counted_by(line, number)
            if not small or alike:
                yield number.quantity.low


_SEATS = re.compile(
    r"\b(?P<whole>\d{2,4})(?:-seat\b| seats in (?:all|total)\b|-member (?:assembly|chamber|house|parliament)\b)"
)
_OF_SEATS = re.compile(
    r"\b(?:of |[Tt]he |of its |all )(?:the )?(?P<whole>\d{2,4}) (?:seats|members|deputies|lawmakers)\b"
)


def _whole_of_brief(reading: Reading, draft: Draft, quantity: Quantity) -> float:
    """The seats of the chamber of which the answer is a part, where the brief tells them; without end for all else."""
    if fold(counted_noun(draft)) not in {"seats", "members", "deputies", "lawmakers", "votes"}:
        return math.inf
    texts = [line.plain for line in reading.lines]
    told = (int(found["whole"]) for text in texts for form in (_SEATS, _OF_SEATS) for found in form.finditer(text))
    return min((whole for whole in told if whole > quantity.low), default=math.inf)


def _is_open(draft: Draft, quantity: Quantity) -> bool:
    """Whether more numbers than the key would be right, or numbers are not what they seem."""
    limited = quantity.hedge in LIMITS or bool(_LIMITED.search(draft.question))
    open_ended = (
        _OR_MORE.search(draft.answer) or _ASKED_OR_MORE.search(draft.question) or is_counted_out(draft.question)
    )
    return limited or bool(open_ended) or bool(_SCALES_OF_ITS_OWN.search(draft.question))


def _values(quantity: Quantity, decimals: int = 0) -> list[float]:
    """Values that such a key could have, those closest to it first on either side; for `13.0` with decimals too."""
    key = quantity.low
    if decimals and float(key).is_integer() and key < SCALES["thousand"]:
        key = round(key + 10**-decimals, decimals)
    if quantity.is_range:
        values = [rounded(key, key * factor) for factor in _SPANS]
    elif quantity.hedge:
        values = [v for factor in _FAR if abs((v := rounded(key, key * factor)) - key) > 0.28 * key]
    elif quantity.unit == "percent" and 15 <= key <= 100 and float(key).is_integer():
        values = [key + step for step in (_POINTS if key <= 85 else _POINTS_ON_TOP) if 0 < key + step < 100]
    elif quantity.unit == "percent" and 15 <= key < 100:
        values = [rounded(key, key + step) for step in _FINE_POINTS if 0 < key + step < 100]
    elif key <= SMALL_COUNT and float(key).is_integer():
        values = [key + step for step in _STEPS if key + step > 0]
    else:
        values = [rounded(key, key * factor) for factor in _NEAR]
    kept = [
        value
        for value in dict.fromkeys(values)
        if value not in {key, quantity.low} and value > 0 and _scale(value) == _scale(key)
    ]
    return [value for value in kept if not quantity.is_range or rounded(key, value * quantity.high / key) > value]


_USUAL = {
    "hour": (1, 2, 3, 6, 12, 18, 24, 36, 48, 72, 96), "day": (1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 100, 120, 180),
    "month": (1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36), "minute": (5, 10, 15, 20, 30, 40, 45, 60, 90),
}  # fmt: skip
"""Lengths of time that people set: beside one of them any other number gives it away."""


def _lengths(draft: Draft, quantity: Quantity) -> list[float]:
    """The usual lengths around one of them, the closest first; empty for any other number."""
    unit = counted_noun(draft).removesuffix("s")
    usual = _USUAL.get(unit, ())
    bounded = most_in(draft.question) < math.inf
    if bounded or quantity.is_range or quantity.low not in usual or quantity.low <= SMALL_COUNT // 2:
        return []
    at = usual.index(int(quantity.low))
    near = [usual[n] for step in (1, 2, 3) for n in (at - step, at + step) if 0 <= n < len(usual)]
    return [float(value) for value in near]


def _scale(value: float) -> str:
    """The scale word that the value is told with, if any."""
    return figures(value)[0].partition(" ")[2]


def _is_free(value: float, taken: list[float]) -> bool:
    """Whether no figure of the brief or of the question is so close that the option could be taken for it."""
    return all(abs(value - other) > 0.03 * other for other in taken)


def shown(parts: Told, quantity: Quantity, value: float, model: str) -> str:
    """A value as the answer shows its own: with the same unit, hedge and spread; empty if it cannot be shown so."""
    if _ROUND_WORD.search(model):
        return ""
    if re.search(r"\d", model):
        high = rounded(quantity.low, value * quantity.high / quantity.low)
        text = with_values(model, quantity, (value, high) if quantity.is_range else (value,))
        return f"{text.removesuffix(parts.unit)}{_agreeing(parts.unit, quantity, value)}" if text else ""
    if quantity.is_range:
        high = rounded(quantity.low, value * quantity.high / quantity.low)
        figure = f"{figures(value)[0]} to {figures(high)[0]}"
    elif value < 1000 and float(value).is_integer():
        figure = spelled(int(value)).capitalize() if model[:1].isupper() else spelled(int(value))
    elif value < SCALES["million"] and value % 1000 == 0:
        figure = f"{spelled(int(value // 1000))} thousand"
    elif scaled := re.fullmatch(r"(\d+) ([a-z]+)", figures(value)[0]):
        figure = f"{spelled(int(scaled[1]))} {scaled[2]}"
    else:
        figure = figures(value)[0]
    return f"{parts.hedge} {replace(parts, unit=_agreeing(parts.unit, quantity, value)).around(figure)}".strip()


_ROUND_WORD = re.compile(r"\b(?:an? hundred|half an?|dozen|score)\b", re.IGNORECASE)
"""Round numbers beside which any other shows that it is none."""


def _agreeing(unit: str, key: Quantity, value: float) -> str:
    """The unit in the number that the value asks for: `one year`, `three years`."""
    if key.low == key.high == 1 and unit.isalpha() and unit != "percent":
        return f"{unit}s"
    return unit.removesuffix("s") if value == 1 and unit.isalpha() else unit
