"""A number's answer as others give it, and the numbers that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trainer.language.lexicon import lemmas
from trainer.questions.draft import Draft
from trainer.questions.keys_figures import figures, fractions, with_half
from trainer.values.quantities import ABBREVIATED, HEDGES, SCALES, SMALL, WORDS, Quantity, parse_number

_CURRENCIES = {
    "$": ("dollars", "US$"), "US$": ("dollars", "$"), "USD": ("dollars", "$"), "€": ("euros",), "EUR": ("euros", "€"),
    "£": ("pounds",), "GBP": ("pounds", "£"), "¥": ("yen",), "JPY": ("yen", "¥"), "₹": ("rupees",),
    "INR": ("rupees", "₹"), "₦": ("naira",), "NGN": ("naira", "₦"), "₽": ("rubles",), "₺": ("lira",),
    "₴": ("hryvnias",), "CHF": ("Swiss francs",), "CNY": ("yuan", "RMB"), "RMB": ("yuan", "CNY"), "ZAR": ("rand",),
    "A$": ("Australian dollars", "AUD"), "AUD": ("Australian dollars", "A$"), "C$": ("Canadian dollars", "CAD"),
    "CAD": ("Canadian dollars", "C$"), "XOF": ("CFA francs",), "FCFA": ("CFA francs",),
    "NZ$": ("New Zealand dollars", "NZD", "$"), "HK$": ("Hong Kong dollars", "HKD"), "S$": ("Singapore dollars", "SGD"),
    "R$": ("reais", "BRL"), "MX$": ("Mexican pesos", "MXN"), "NT$": ("Taiwan dollars", "TWD"), "R": ("rand", "ZAR"),
    "J$": ("Jamaican dollars",), "AU$": ("Australian dollars", "A$", "AUD"), "CA$": ("Canadian dollars", "C$", "CAD"),
}  # fmt: skip
"""Signs and codes, what they are called, and what else is written before the number."""
_UNITS = {
    "percent": ("%", " per cent", ""), "%": (" percent", " per cent", ""), "per cent": ("%", " percent", ""),
    "km": (" kilometers",), "kilometers": (" km",), "kilometres": (" km",), "miles": (" mi",), "meters": (" m",),
    "metres": (" m",), "hectares": (" ha",), "metric tons": (" tonnes", " tons"), "tonnes": (" metric tons",),
    "megawatts": (" MW",), "MW": (" megawatts",), "gigawatts": (" GW",), "GW": (" gigawatts",),
    "terabytes": (" TB", "TB"), "TB": (" terabytes",), "gigabytes": (" GB", "GB"), "GB": (" gigabytes",),
    "barrels a day": (" barrels per day",), "barrels per day": (" barrels a day",), "kg": (" kilograms",),
    "percentage points": (" points",), "points": (" percentage points",), "cedis": (" Ghanaian cedis",),
    "basis points": (" bps", " bp"), "cubic metres": (" cubic meters",), "cubic meters": (" cubic metres",),
    "square kilometres": (" square kilometers", " km2"), "square kilometers": (" square kilometres", " km2"),
}  # fmt: skip
"""What a unit is otherwise called, with the space before it."""
_IN_TWO_WORDS = frozenset({
    "basis points", "cubic metres", "cubic meters", "cubic feet", "square kilometres", "square kilometers",
    "square miles", "square metres", "square meters", "square feet", "nautical miles", "metric tons",
    "percentage points",
})  # fmt: skip
"""Units that are another without their first word."""
_ALIKE = {
    "at least": ("at least {}", "{} or more", "{}+"),
    "more than": ("more than {}", "over {}", "{}+"),
    "at most": ("at most {}", "no more than {}"),
    "up to": ("up to {}", "as many as {}"),
    "fewer than": ("fewer than {}", "under {}"),
    "less than": ("less than {}", "under {}"),
    "about": ("about {}", "around {}"),
    "nearly": ("nearly {}", "almost {}"),
    "an estimated": ("an estimated {}", "about {}"),
}
"""The wordings of a hedge."""
_AGAINST = {
    "at least": ("fewer than {}", "at most {}"),
    "more than": ("fewer than {}", "at most {}"),
    "at most": ("more than {}", "at least {}"),
    "up to": ("more than {}", "at least {}"),
    "fewer than": ("more than {}", "at least {}"),
    "less than": ("more than {}", "at least {}"),
    "nearly": ("more than {}",),
}
"""Hedges that say the contrary."""
_WORD = "|".join(sorted([*WORDS, *SCALES], key=len, reverse=True))
_FIGURE = rf"(?:\d[\d,]*(?:\.\d+)?|\b(?:{_WORD})\b(?:[ -](?:and )?(?:{_WORD})\b)*)(?:[ -](?:{'|'.join(SCALES)})\b)*"
_HALF = re.compile(rf"\bhalf an? (?={'|'.join(SCALES)})", re.IGNORECASE)
_ONE = re.compile(rf"\ban? (?=(?:{'|'.join(SCALES)}|dozen)\b)", re.IGNORECASE)
_SIGN = rf"(?:{'|'.join(sorted(map(re.escape, _CURRENCIES), key=len, reverse=True))})?"
_SHORT_SCALE = re.compile(r"(?<=\d)(?: ?(?:bn|mn|mln|tn|trn)|[kmb])\b")
_SCALE_NAMES = {size: word for word, size in SCALES.items()}
_HEDGE = "|".join(sorted(HEDGES, key=len, reverse=True))
_ANSWER = re.compile(
    rf"(?P<hedge>(?:{_HEDGE}) )?(?:between )?(?P<sign>{_SIGN}) ?(?P<low>{_FIGURE})"
    rf"(?:(?:%| percent| per cent)?(?: ?- ?| to | and ){_SIGN} ?(?P<high>{_FIGURE}))?(?P<unit>.*?)"
    r"(?P<behind> (?:or|and) (?:more|so|fewer|less))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOUN = r"(?:people|crew|children|men|women|personnel|staff|bitcoin|[a-z]{3,}(?<!s)(?<!thi)(?<!wa)(?<!ha)s)"
_COUNTED = re.compile(rf"(?:\b[Hh]ow many|\[\.\.\.\]) ((?:[\w-]+ ){{0,3}}?{_NOUN})\b")
_JOINED = re.compile(r"\[\.\.\.\]-(?P<noun>[a-z]+)\b")
_BY_HYPHEN = {
    noun: f"{noun}s" for noun in (
        "article", "bed", "bedroom", "centimetre", "centimeter", "day", "gallon", "hectare", "hour", "kilogram",
        "kilometre", "kilometer", "litre", "liter", "megawatt", "member", "metre", "meter", "mile", "minute", "month",
        "page", "point", "pound", "seat", "second", "ton", "tonne", "vehicle", "week", "year",
    )
} | {"foot": "feet", "inch": "inches", "man": "men", "person": "people"}  # fmt: skip
"""What is counted where a hyphen joins it to its number: `a [...]-metre mast` is so many metres."""
_COUNTABLE = re.compile(_NOUN)
_STOP = re.compile(r"(?:[,;(]|\b(?:and|or|of|in|on|at|from|to|for|by|with|who|that|which|as|a|an|the|per|worth)\b).*")
_NOTHING_COUNTED = re.compile(
    rf"(?:\b[Hh]ow many|\[\.\.\.\]) (?:(?:\d[\d,.]*|{'|'.join(WORDS)}) [a-z]+ (?:ago|after|before|earlier|later)\b"
    r"|(?:attended|crossed|did|do|does|entered|had|has|have|hit|joined|left|lost|opposed|received|took|visited|will"
    r"|won|would)\b)"
)
"""What stands behind a number that counts nothing there: a verb, or how long before."""


def signed(sign: str, figure: str) -> str:
    """A figure behind its currency: `$5 million`, `CHF 5 million`."""
    return f"{sign}{' ' if sign.isalpha() and len(sign) > 1 else ''}{figure}"


@dataclass(frozen=True, slots=True)
class Told:
    """A number's answer in its parts."""

    hedge: str
    """The hedge that the answer itself has before its number, as written."""
    sign: str
    """The currency before the number: `$`."""
    unit: str
    """What stands behind the number: `percent`, `tons`, `of the crew`."""

    def around(self, figure: str) -> str:
        """Another figure with the sign and the unit of this one."""
        if self.sign and figure.startswith("between "):
            return ""
        if self.unit.startswith("%") and figure[-1:].isalpha():
            return f"{figure} percent{self.unit[1:]}"
        return f"{signed(self.sign, figure)}{' ' if self.unit else ''}{self.unit}".replace(" %", "%")


_MILLIONS = re.compile(r"[\d.,]+m")
"""Millions, or metres."""
_FLOWS = re.compile(r"\b(?:b/d|bpd|boe/d|bbl|barrels|tonnes|tons|ounces|litres|liters|people|subscribers|users)\b")
"""What only millions are told of, in the question itself or beside another figure of it."""


def quantity_of(draft: Draft) -> Quantity | None:
    """The number of the answer: of `3m` before what is counted so many millions, and no metres."""
    number = draft.quantity
    if number is None or number.is_range or not _MILLIONS.fullmatch(draft.answer):
        return number
    if not counted_noun(draft) and not _FLOWS.search(draft.question):
        return number
    value = parse_number(draft.answer)
    return number if value is None else replace(number, low=value, high=value)


def told(draft: Draft) -> Told | None:
    """The parts of the answer; None if it is no number or another than the draft's."""
    quantity = quantity_of(draft)
    if quantity is None or (_YEAR.fullmatch(draft.answer) and not draft.counted):
        return None
    plain = _in_plain_scales(draft.answer)
    found = _ANSWER.fullmatch(_BOTH_ENDS.sub(" to ", plain, count=1) if quantity.is_range else plain)
    if found is None:
        return None
    low = parse_number(found["low"].replace(" and ", " "))
    if (found["high"] is not None) is not quantity.is_range:
        return None
    shares_scale = quantity.is_range and low is not None and low < quantity.low
    if low != quantity.low and not shares_scale:
        return None
    return Told((found["hedge"] or "").strip(), found["sign"], found["unit"].strip())


_BOTH_ENDS = re.compile(rf"(?<=[a-z]) and (?=(?:{_WORD})\b)", re.IGNORECASE)
"""What joins the ends of a range in words, which would be read as one number: `six and nine`."""


def _in_plain_scales(answer: str) -> str:
    """The answer with each scale as a word behind a number: `$2.7 billion` for `$2.7bn`, `one million` for `a million`.

    >>> _in_plain_scales("$2.7bn to $3bn"), _in_plain_scales("half a million"), _in_plain_scales("CHF 5m")
    ('$2.7 billion to $3 billion', '0.5 million', 'CHF 5 million')
    """
    spelled = _SHORT_SCALE.sub(lambda short: f" {_SCALE_NAMES[ABBREVIATED[short[0].strip()]]}", answer)
    return _ONE.sub("one ", _HALF.sub("0.5 ", spelled))


def number_forms(draft: Draft) -> Iterator[str]:
    """The answer's number in digits, words and scales, with and without its hedge, its unit and what it counts."""
    parts, quantity = told(draft), quantity_of(draft)
    if parts is None or quantity is None:
        yield from (*fractions(draft.answer), *with_half(draft.answer))
        return
    if clock := _clock_forms(draft):
        yield from clock
        return
    numbers = _spans(quantity) if quantity.is_range else figures(quantity.low)
    numbers = (*_to_the_cent(draft.answer, quantity), *numbers)
    fitting = tuple(number for number in numbers if not parts.sign or number[:1].isdigit())
    yield from (parts.around(number) for number in fitting[: 3 if parts.unit else 5])
    if quantity.is_range and (parts.sign or quantity.unit == "percent"):
        yield from _with_both_ends_marked(parts, quantity)
    if quantity.is_range and _BETWEEN.search(draft.question):
        yield from (parts.around(number.replace(" to ", " and ")) for number in numbers if " to " in number)
    hedged = _hedged(parts, quantity, parts.around(numbers[0]))
    yield from hedged
    if not parts.unit and not parts.sign:
        yield from _in_same_money(draft, quantity, numbers[0])
        yield from _in_same_scale(draft, quantity)
    if parts.unit or parts.sign:
        yield from _with_unit(draft, parts, fitting)
    elif is_share_asked(draft):
        yield from (f"{numbers[0]}{unit}" for unit in ("%", " percent", " per cent"))
    elif noun := counted_noun(draft):
        yield from (f"{number} {noun}" for number in (draft.answer, numbers[0], *hedged[:1]))
        yield from (f"{numbers[0]}{unit}" for unit in _UNITS.get(noun, ()) if noun != "points")  # points on a map


_MONEY = re.compile(
    rf"(?P<sign>{'|'.join(map(re.escape, sorted((s for s in _CURRENCIES if s.strip('US')[:1] in '$€£'), key=len)))})"
    rf"\d[\d.,]* ?(?:bn|m|{'|'.join(SCALES)})\b"
)
"""A sum with its sign, beside which the next has none: `$5 billion for arms and 1.6 billion to mend them`."""


def _in_same_money(draft: Draft, quantity: Quantity, shown: str) -> Iterator[str]:
    """A bare sum of millions with the one sign of the sums before it in its sentence, where nothing is counted."""
    before = _ASKED.split(draft.question, maxsplit=1)[0]
    signs = set(_MONEY.findall(before))
    if len(signs) == 1 and quantity.low >= SCALES["million"] and not quantity.is_range and not counted_noun(draft):
        yield signed(signs.pop(), shown)


_ASKED = re.compile(r"\[\.\.\.\]|\b[Hh]ow (?:many|much)\b")
"""Where a question has what it asks for."""
_SCALED_BEFORE = re.compile(
    r"(?<![\w.,])(?P<sign>US\$|[$€£])?\d[\d,]*(?:\.\d+)? ?(?P<scale>bn|m|tn|million|billion|trillion)\b"
)
_DECIMAL = re.compile(r"\d{1,3}\.\d")


def _in_same_scale(draft: Draft, quantity: Quantity) -> Iterator[str]:
    """A bare decimal with the one scale of the sums before it: `4.6 billion crowns, less than the 8.9 of 2023`."""
    found = {(one["sign"] or "", one["scale"]) for one in _SCALED_BEFORE.finditer(_ASKED.split(draft.question)[0])}
    if len(found) != 1 or quantity.is_range or not _DECIMAL.fullmatch(draft.answer) or counted_noun(draft):
        return
    ((sign, scale),) = found
    long = _SCALE_NAMES[ABBREVIATED[scale]] if scale in ABBREVIATED else scale
    yield from (f"{sign}{draft.answer} {long}", f"{sign}{draft.answer}{_SHORTEST[long]}")


_SHORTEST = {"million": "m", "billion": "bn", "trillion": "tn"}
_AT_CLOCK = re.compile(r"\b(?:at|by|until|from|before|after) (?:about |around )?\[\.\.\.\] (?:on|local|GMT|UTC)\b")
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)")


def _clock_forms(draft: Draft) -> tuple[str, ...]:
    """A time of day that is written with a point: `11:10` for `11.10`, and not 11.1; nothing for other numbers."""
    found = _CLOCK.fullmatch(draft.answer)
    if draft.answer in SMALL[1:13] and _AT_HOUR.search(draft.question):
        return tuple(_hour_forms(draft))
    if found is None or not _AT_CLOCK.search(draft.question):
        return ()
    return (f"{found['hour']}:{found['minute']}", f"{found['hour']}{found['minute']}")


_AT_HOUR = re.compile(
    r"\b(?:at|(?:just|shortly|soon) (?:before|after)) (?:about |around )?\[\.\.\.\] (?:in the|on [A-Z\d]|o'clock)"
)
_PARTS_OF_DAY = {"morning": "am", "afternoon": "pm", "evening": "pm"}


def _hour_forms(draft: Draft) -> Iterator[str]:
    """A full hour in figures, with its clock and with the part of the day that the sentence has: `3`, `3 am`."""
    hour = SMALL.index(draft.answer)
    yield from (f"{hour}", f"{draft.answer} o'clock", f"{hour}:00")
    parts = [part for part in _PARTS_OF_DAY if re.search(rf"\b{part}\b", draft.fact.provenance.sentence)]
    for part in parts if len(parts) == 1 else ():
        yield from (f"{draft.answer} in the {part}", f"{hour} {_PARTS_OF_DAY[part]}", f"{hour}{_PARTS_OF_DAY[part]}")


_BETWEEN = re.compile(r"\b[Bb]etween (?:\[\.\.\.\]|(?:about )?how (?:many|much)\b|what percentage\b)")
"""What asks for both ends of a range, which then stand beside `and`."""
_CENTS = re.compile(r"\d[\d,]*\.\d*0(?!\d)")


def _to_the_cent(answer: str, quantity: Quantity) -> tuple[str, ...]:
    """The number with the noughts that the answer has behind its point: `1.50`; nothing for others."""
    found = _CENTS.findall(answer)
    value = parse_number(found[0]) if len(found) == 1 and not quantity.is_range else None
    return (found[0],) if value == quantity.low else ()


def is_share_asked(draft: Draft) -> bool:
    """Whether a number without its sign is a share all the same."""
    return _SHARE_ASKED.search(draft.question) is not None


_SHARE_ASKED = re.compile(
    r"\bwhat percentage\b|\[\.\.\.\] to \d[\d.]* ?(?:%|per ?cent\b)"
    r"|\d ?(?:%|per ?cent\b)[^.;\d]{0,60} (?:against|and|compared with) (?:\w+ )?\[\.\.\.\](?: (?:for|in|of)\b|[.,])",
    re.IGNORECASE,
)
"""What asks for a share, whose sign may stand with another number of the sentence: `from 2.3 to 1.6 per cent`."""


def _hedged(parts: Told, quantity: Quantity, shown: str) -> tuple[str, ...]:
    """The number with its hedge in each of its wordings."""
    amount = bool(parts.sign or parts.unit == "percent")
    wordings = [wording.replace("many", "much") if amount else wording for wording in _ALIKE.get(quantity.hedge, ())]
    return tuple(wording.format(shown) for wording in wordings if not (parts.unit and wording.endswith("+")))


def _with_unit(draft: Draft, parts: Told, numbers: tuple[str, ...]) -> Iterator[str]:
    """The number with its currency or unit by another name, and alone."""
    if parts.sign:
        name, *signs = _CURRENCIES[parts.sign.upper()]
        yield from (f"{numbers[0]} {name}", *(signed(sign, numbers[0]) for sign in signs))
    yield from (f"{numbers[0]}{unit}" for unit in _UNITS.get(parts.unit, ()))
    yield from numbers[:2]
    if not _OF_RATES.search(draft.question):
        yield from fractions(parts.around(numbers[0]))


_OF_RATES = re.compile(r"\b(?:coupon|duty|growth|inflation|interest|rates?|tariffs?|tax|taxes|VAT|yields?)\b")
"""What is no part of a whole, so that 50 per cent of it is no half."""


def _spans(quantity: Quantity) -> tuple[str, ...]:
    """Both ends in every way of joining them: `800 to 1,000`, `800-1,000`, `between 800 and 1,000`."""
    low, high = figures(quantity.low)[0], figures(quantity.high)[0]
    scale = high.partition(" ")[2]
    if scale and low.endswith(f" {scale}"):
        short = low.removesuffix(f" {scale}")
        return (f"{short} to {high}", f"{short}-{high}", f"between {short} and {high}", f"{low} to {high}")
    joined = (f"{low} to {high}", f"{low}-{high}", f"between {low} and {high}")
    return (*joined, joined[0].replace(",", ""), joined[1].replace(",", "")) if "," in joined[0] else joined


def _with_both_ends_marked(parts: Told, quantity: Quantity) -> tuple[str, ...]:
    """`24% to 88%`; `$2 million to $3 million` and `between $2 million and $3 million`."""
    low, high = figures(quantity.low)[0], figures(quantity.high)[0]
    if not parts.sign:
        return (f"{low}% to {high}%",)
    low, high = signed(parts.sign, low), signed(parts.sign, high)
    return (f"{low} to {high}", f"between {low} and {high}")


def counted_noun(draft: Draft) -> str:
    """The head of what is counted: `peacekeepers` of `MINUSMA peacekeepers`; empty if it is not sure."""
    if draft.quantity is None:
        return ""
    joint, asked = _JOINED.search(draft.question), _COUNTED.search(draft.question)
    if _NOTHING_COUNTED.search(draft.question):
        return ""
    said = draft.counted or (_BY_HYPHEN.get(joint["noun"], "") if joint else asked[1] if asked else "")
    phrase = _STOP.sub("", said).split()
    if not phrase or not _COUNTABLE.fullmatch(phrase[-1]):
        return ""
    if " ".join(phrase[-2:]) in _IN_TWO_WORDS:
        return " ".join(phrase[-2:])
    singular = lemmas(phrase[-1]).get("NOUN", (phrase[-1],))[0]
    return singular if draft.quantity.low == draft.quantity.high == 1 else phrase[-1]


def number_misses(draft: Draft) -> Iterator[str]:
    """One end of a range; the same number with the contrary hedge; two digits changed about, a scale more or less."""
    parts, quantity = told(draft), quantity_of(draft)
    if parts is None or quantity is None:
        return
    if quantity.is_range:
        yield from (parts.around(figures(end)[0]) for end in (quantity.low, quantity.high))
        return
    shown = parts.around(figures(quantity.low)[0])
    yield from (wording.format(shown) for wording in _AGAINST.get(quantity.hedge, ()))
    yield from (parts.around(figures(value)[0]) for value in _slips(quantity.low))


def _slips(value: float) -> Iterator[float]:
    """What a slip of the pen makes of a number."""
    digits = f"{value:g}"
    if value >= SCALES["million"]:
        yield from (value / 1000, value * 1000)
    elif value >= 1000:
        yield from (*((value / 10,) if value % 10 == 0 else ()), value * 10)
    elif len(digits) > 1 and digits[-2:].isdigit() and digits[-1] not in {digits[-2], "0"} and digits[-2] != "0":
        yield float(f"{digits[:-2]}{digits[-1]}{digits[-2]}")
