"""Quantities in a sentence: their number, their hedge, their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trainer.language import gazetteer
from trainer.language.amounts import share_mentions
from trainer.language.clocks import is_clock
from trainer.language.figures import belongs_to_name
from trainer.language.measures import unit_at
from trainer.language.years import is_year
from trainer.values.quantities import ABBREVIATED, HEDGES, SCALES, WORDS, Quantity, parse_number

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = "|".join([*SCALES, "dozen", "lakh", "crore"])
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_COMPOUND = rf"(?:{_WORD})(?![a-z])(?:-(?:{_WORD})\b)?"
_ONE = (
    rf"(?:(?:{_DIGITS})(?:\s?(?:bn|mn|mln|tn|trn)\b|[kbm](?!\w))?|(?:half\s)?an?(?=\s(?:{_SCALE})\b)|{_COMPOUND})"
    rf"(?:\sand\sa\shalf\b)?(?:\s(?:{_SCALE})\b)*(?:(?<=hundred)\sand\s(?:{_COMPOUND}))?"
)
_SYMBOL = (
    r"(?:US|C|CA|A|AU|NZ|HK|S|R|MX|NT|J|EC|Z|ZW)?\$|[€£¥₹₦₽₺₴₩₪₱]"
    r"|(?:SDR|USD|EUR|GBP|JPY|CHF|AUD|CAD|CNY|RMB|INR|NGN|KES|ZAR|XOF|FCFA)\s?"
    r"|\bR(?=\d[\d.,]* ?(?:bn|m|million|billion|trillion)\b)"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,/:#+^-])(?P<currency>{_SYMBOL})?(?P<low>{_ONE})(?P<each>\s?%|\sper\s?cent\b)?"
    rf"(?:(?P<joint>\s?-\s?|\sto\s|\sand\s|\sor\s)(?:{_SYMBOL})?(?P<high>{_ONE}))?"
    r"(?P<percent>\s?%|\spercent\b|\sper\scent\b|\spct\b)?(?![,.]?\d)(?!/\d|\^)"
    r"(?![\s-](?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths|halves)\b)",
    re.IGNORECASE,
)
_LAST_SCALE = re.compile(rf"({'|'.join([*SCALES, *ABBREVIATED])})$")
_VERSION = re.compile(r"\d+\.0")
_GLUED = re.compile(r"(?:mm|cm|km|kg|kV|MW|GW|kW|TB|GB|ha|kt|°C|ft|t)(?!\w)")
_HANGING = re.compile(r"-(?P<word>[a-z]+)(?:-[a-z]+)*", re.IGNORECASE)
_ORDINAL = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half|halves|thirds|quarters|fifths|tenths"
)
_BEHIND = {"or more": "at least", "and more": "at least", "or so": "about", "or thereabouts": "about",
           "or fewer": "at most", "or less": "at most", "at least": "at least", "+": "at least"}  # fmt: skip
_AFTER = re.compile(r"\s(?:or more|and more|or so|or thereabouts|or fewer|or less)\b(?! than)|\+(?!\d)")
_ONE_OF = re.compile(
    r"one\s(?:of|another|day|side|hand|by one|after another|\w+ after another|thing|way|point)\b|one(?:'s|self)\b",
    re.IGNORECASE,
)
_PLAIN_TOO = frozenset({"no", "t", "point", "part", "act"})
_NOT_ONE = frozenset(
    {"no", "the", "any", "every", "this", "that", "each", "which", "at", "some", "another", "only", "last"}
)
_TAKING = frozenset(
    {"took", "take", "taken", "takes", "taking", "handed", "hand", "hands", "turned", "presided", "spread", "scattered"}
)
_TALKING = frozenset(
    {"spoke", "talk", "talked", "know", "knew", "asked", "thought", "worried", "information", "questions", "debate"}
)
_LASTING = frozenset(
    {"for", "after", "of", "lasted", "lasting", "in", "took", "spent", "is", "was", "with", "to", "by", "within", "at"}
)


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A quantity as written."""

    start: int
    """First character, the hedge not counted."""
    end: int
    """One past the last character, scale and percent sign counted."""
    hedge_start: int
    """First character of the hedge, or of `between`; `start` if there is none."""
    text: str
    """As written, without the hedge."""
    quantity: Quantity
    """What it amounts to."""
    measure_kind: str = ""
    """What the unit behind it measures: `time`, `money`, `size`; empty without one, and for a currency sign."""
    measure_end: int = 0
    """One past the last character of the unit; `end` if there is none."""

    @property
    def is_length(self) -> bool:
        """Whether it is a length of time."""
        return self.measure_kind == "time"


def number_mentions(text: str) -> tuple[NumberMention, ...]:
    """Every quantity of a plain sentence in order; days of dates are among them until the caller takes them out.

    Left out: what only has the look of a count (`Resolution 2722`, `Su-34`, `version 3.0`, `04:17`, `one of`), ordinals
    and plain years.
    """
    shares = [(share.start, share.end) for share in share_mentions(text)]
    found = (mention for match in _QUANTITY.finditer(text) for mention in _mentions(text, match))
    return tuple(m for m in found if all(m.end <= start or m.start >= end for start, end in shares))


def _mentions(text: str, match: re.Match[str]) -> Iterator[NumberMention]:
    """One mention, or two where two numbers only stand side by side."""
    for start, end, low, high in _numbers(text, match):
        if low is None or _is_no_count(text, start, end):
            continue
        mention = _with_unit(text, start, end, Quantity(low, low if high is None else high, "", _unit(match, end)))
        if mention is not None:
            yield _hedged(text, mention, between=high is not None and "and" in (match["joint"] or ""))


def _numbers(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, float | None, float | None]]:
    """Characters and values: a range as one, numbers that form none as two."""
    start, low = match.start(), parse_number(match["low"])
    if not match["high"]:
        yield start, match.end(), low, None
        return
    high = parse_number(match["high"])
    low = _scaled(match, low, high)
    if low is not None and high is not None and low < high and _is_range(text, match):
        yield start, match.end(), low, high
        return
    yield start, match.end("each") if match["each"] else match.end("low"), low, None
    yield match.end("joint"), match.end(), high, None


def _scaled(match: re.Match[str], low: float | None, high: float | None) -> float | None:
    """The lower end with the scale word that the upper end says for both: `7 to 8 billion`."""
    found = _LAST_SCALE.search(match["high"].lower())
    scale = (SCALES | ABBREVIATED)[found[1]] if found else 0
    bare = _LAST_SCALE.search(match["low"].lower()) is None
    return low * scale if low is not None and high is not None and scale and bare and low * scale < high else low


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether the two are the ends of one span: `between 3 and 7`, `3 to 7`, no rise `from 3 to 7`."""
    before, joint = text[max(0, match.start() - 14) : match.start()], match["joint"].strip()
    if joint == "and":
        return before.endswith(("between ", "Between "))
    return not (
        joint == "to" and before.lower().endswith("from ") and not before.endswith(("ranging from ", "ranged from "))
    )


def _unit(match: re.Match[str], end: int) -> str:
    """`percent` or the currency sign, for the number that ends here."""
    if match["currency"]:
        return match["currency"].strip()
    both = match["percent"] and match.end() >= end
    return "percent" if both or match["each"] else ""


_SHARES_A_SCALE = re.compile(r"\d (?:thousand|million|billion|trillion)\b[^.;]*, of (?:which|that)\b[^.;]*$")
_ENDS = re.compile(r"[.,;]?(?:\s|$)(?![a-z])|[.,;]")
"""`190 million a year, of which Dolna would make 110`: so many million, though nothing behind the number says so."""


def _is_no_count(text: str, start: int, end: int) -> bool:
    """Whether the figure names, dates or numbers something instead of counting it."""
    words = text[max(0, start - 20) : start].split() if text[start - 1 : start] == " " else []
    before, written = words[-1] if words else "", text[start:end]
    if _SHARES_A_SCALE.search(text[:start]) and written.isdigit() and len(written) < 4 and _ENDS.match(text, end):
        return True
    if _is_designated(before) or _is_of_a_name(text, start, end) or _is_an_age(words):
        return True
    if written.lower() == "one" and (before.lower() in _NOT_ONE or _ONE_OF.match(text, start)):
        return True
    version = _VERSION.fullmatch(written) is not None and before[:1].isupper()
    numbered = text[start - 1 : start] == "(" and text[end : end + 1] == ")" and end - start < 3
    opening = start == 0 and written.isdigit() and text[end : end + 2] in {". ", ") "}
    return version or numbered or opening or is_year(text, start, end) or is_clock(text, start, end)


def _is_designated(before: str) -> bool:
    """`Resolution 2722`, `version 3`, but not `no 30 men`."""
    word = before.lower().strip("(")
    return word in gazetteer.words("designators") and (before[:1].isupper() or word not in _PLAIN_TOO)


def _is_an_age(words: list[str]) -> bool:
    """`children under five`."""
    bounds = {"under", "over", "above", "below"}
    return len(words) > 1 and words[-1].lower() in bounds and words[-2].lower() in gazetteer.words("aged")


def _is_of_a_name(text: str, start: int, end: int) -> bool:
    """`Nord Stream 1`, `Kestrel One`, and a capital in mid-sentence: `the Five Eyes`."""
    in_words = text[start:end].replace(" ", "").replace("-", "").isalpha()
    mid_sentence = text[start - 1 : start] == " " and not text[:start].rstrip().endswith((":", ".", '"'))
    return (in_words and text[start].isupper() and mid_sentence) or belongs_to_name(text, start, end)


def _with_unit(text: str, start: int, end: int, quantity: Quantity) -> NumberMention | None:
    """The mention with its unit; None for an ordinal, a code or a word that goes on."""
    base = NumberMention(start, end, start, text[start:end], quantity, measure_end=end)
    if quantity.unit == "percent":
        return base
    kind, measure, measure_end = unit_at(text, end)
    base = _meters(base) if quantity.unit == "" and base.text.endswith("m") else base
    if base.text.lower() == "zero" and text[end : end + 1] == "-":
        return None
    if measure and not _is_sentence_word(text, end, measure_end):
        return replace(base, measure_kind=kind, measure_end=measure_end)
    if text[end : end + 1].isalnum() and not _GLUED.match(text, end):
        return None
    hanging = _HANGING.match(text, end)
    if hanging and (_ORDINAL.fullmatch(hanging["word"].lower()) or hanging["word"].isupper()):
        return None
    return base


def _meters(mention: NumberMention) -> NumberMention:
    """`500m` without a currency is read as meters."""
    value = mention.quantity.low / 10**6
    quantity = replace(mention.quantity, low=value, high=value)
    return replace(mention, quantity=quantity, measure_kind="size")


def _is_sentence_word(text: str, end: int, measure_end: int) -> bool:
    """Whether what looks like a unit is a noun of its own: `four points` are, `two times of day` are not."""
    return (
        text[end:measure_end].strip() in {"real", "won", "rand", "lei", "feet"}
        and text[measure_end : measure_end + 1] == "-"
    )


def _hedged(text: str, mention: NumberMention, *, between: bool) -> NumberMention:
    """The mention with the hedges on either side."""
    hedge, start = _hedge_before(text, mention.start)
    outer, outer_start = _hedge_before(text, start) if hedge else ("", start)
    outer = (
        outer
        if text[outer_start:start].strip() not in {"over", "around", "about", "some", "above", "below", "under"}
        else ""
    )
    hedge, start = (outer, outer_start) if outer else (hedge, start)
    if hedge and not _is_hedge(text, start, mention):
        hedge, start = "", mention.start
    after = _AFTER.match(text, mention.end)
    if after is not None:
        hedge, end = hedge or _BEHIND[after[0].strip()], after.end()
        mention = replace(mention, end=end, text=text[mention.start : end], measure_end=max(end, mention.measure_end))
    if between and text[max(0, start - 8) : start].lower() == "between ":
        start -= 8
    return replace(mention, hedge_start=start, quantity=replace(mention.quantity, hedge=hedge))


def _hedge_before(text: str, start: int) -> tuple[str, int]:
    """The hedge right before a character, and where it begins."""
    words = text[max(0, start - 30) : start].lower().split()
    for count in range(min(4, len(words)), 0, -1):
        written = " ".join(words[-count:])
        at = start - len(written) - 1
        if written in HEDGES and at >= 0 and text[at : start - 1].lower() == written:
            return HEDGES[written], at
    return "", start


_MOVING = frozenset(
    {"edged", "rose", "climbed", "went", "crept", "moved", "jumped", "inched", "ticked", "picked", "pushed", "rise"}
)
"""Verbs that `up` goes with: `edged up to 21.5 percent` is no ceiling."""


_SUM_BEFORE = re.compile(r"(?:\d|illion|thousand|hundred|percent|per cent|%)\s$")
"""A sum right before `over`, which then says what for: `paid $2.5 billion over two crashes`."""


def _is_hedge(text: str, start: int, mention: NumberMention) -> bool:
    """Whether the words weaken the number: no `took over 300 villages`, no `over 25 hours` of time that passes."""
    before = text[max(0, start - 16) : start].lower().split()
    last, written = before[-1] if before else "", text[start : mention.start].strip().lower()
    if written == "over":
        if _SUM_BEFORE.search(text[:start]):
            return False
        return last not in _TAKING and (not mention.is_length or last in _LASTING)
    if written.endswith(" than") and last.removesuffix("s") in {"matter", "care", "count"}:
        return False
    if written == "up to" and last in _MOVING:
        return False
    return not (written in {"about", "around"} and last in _TALKING)
