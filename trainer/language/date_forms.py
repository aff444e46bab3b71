"""The forms in which sentences name a day, a month or a year, and the parts that each form gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from trainer.language import gazetteer
from trainer.language.reckoning import Anchor, Reckoning
from trainer.language.years import YEAR, is_year
from trainer.values.dates import MONTHS

STEPS = {
    "last": -1, "previous": -1, "preceding": -1, "the previous": -1, "the preceding": -1, "this": 0, "that": 0,
    "that same": 0, "same": 0, "the same": 0, "next": 1, "following": 1, "the following": 1,
}  # fmt: skip
"""How many units on a pointing word goes."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""Any weekday."""
NAME_BEFORE = re.compile(r"[A-Z][\w'’-]*\s$")
"""A capitalised word right before, so that a weekday or a month behind it may be part of a name."""

_FULL = "|".join(MONTHS[1:])
_MONTH = rf"(?:{_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b(?!-[a-z])\.?)"
_MONTH_OF_DAY = rf"(?:{_MONTH}|(?:{'|'.join(name[:3].upper() for name in MONTHS[1:])})\b)"
"""Beside a day it may stand in capitals: `16 NOV`."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_TO = r"\s?(?:-|to|and|until|through|or)\s?"
_OF_DAY = (
    r"(?:the\s)?(?:night|early\shours|small\shours|morning|afternoon|evening|late\sevening|early\smorning|eve)"
    r"\s(?:of\s|to\s)?"
)
_PART = (
    r"(?P<part>(?:the\s)?(?:very\s)?(?:start|beginning|end|middle|close)\sof\s(?:the\s)?"
    r"|(?:early|mid|late)(?:\sin\s|[\s-])|end-"
    r"|(?:the\s)?(?:first|second|last|latter)\s(?:half|days?|weeks?|months?|weekend)\sof\s"
    r"|(?:the\s)?(?:third|fourth)\sweek\sof\s|the\sweek\sof\s"
    r"|(?:the\s)?(?:first|second|third|fourth|last|final)\s(?:(?:fiscal|calendar)\s)?quarter\sof\s|most\sof\s"
    r"|(?:the\s)?(?:(?:early|mid|late)[\s-])?(?:spring|summer|autumn|fall|winter)(?:\sof)?\s"
    rf"|{_OF_DAY})"
)
_OFFSET = (
    r",?\s(?:of\s)?(?:last|this|next)\syear|\sof\s(?:that|the\ssame|the\sprevious|the\sfollowing)\syear"
    r"|\sthe\s(?:previous|following)\syear|,?\sthe\syear\sbefore"
)
_UNNAMED = r"(?!\s(?:Movement|Brigade|Revolution|Coalition|Alliance|Division|Bridge|Agreement))"


def _year_or_offset(form: str) -> str:
    return rf"(?:,?\s(?:of\s)?(?P<y{form}>{YEAR})(?!\w)|(?P<o{form}>{_OFFSET}))?"


CALENDAR = re.compile(
    rf"""(?<![\w$€£/-]){_PART}?(?:
     (?:{WEEKDAY},?\s)?(?P<m1>{_MONTH})\s(?P<d1>{_DAY})(?:{_TO}(?P<e1>{_DAY})(?!\s(?:{_FULL})))?
         {_year_or_offset("1")}(?![,.]?\d){_UNNAMED}
    |(?:{WEEKDAY},?\s(?:the\s)?)?(?P<d2>{_DAY})(?:{_TO}(?P<e2>{_DAY}))?\s(?:of\s)?(?P<m2>{_MONTH_OF_DAY})(?!\w)
         {_year_or_offset("2")}
    |(?P<m3>{_MONTH})(?!\w){_year_or_offset("3")}
    |(?P<y4>{YEAR})-(?P<n4>0\d|1[0-2])-(?P<d4>[0-3]\d)(?!\d)
    |(?P<d5>[0-3]?\d)(?P<s5>[./])(?P<n5>[01]?\d|[0-3]\d)(?P=s5)(?P<y5>{YEAR})(?!\w)
    |(?P<d6>[0-3]\d)\s?[0-2]\d[0-5]\d\s?[A-Z]\s?
         (?P<m6>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\s?(?P<y6>(?:20)?\d\d)\b
    |(?P<q7>[QH][1-4])\s(?:of\s)?(?P<y7>{YEAR})|(?P<y8>{YEAR})\s(?P<q8>[QH][1-4])\b
    |(?:the\s)?(?:(?P<edge>early|mid|late)[\s-])?(?P<decade>(?:1[89]|20)\d0)s\b
    |(?:(?:the\s)?(?:fiscal|financial)(?:\syear)?|FY)\s?(?P<y9>{YEAR}|(?<=FY)\d\d)(?:[/-](?P<f9>\d\d(?:\d\d)?))?(?!\d)
    |(?P<y10>{YEAR})(?:(?P<slash>[/-])(?P<f10>(?:19|20)?\d\d)(?!\d))?(?![\w%°])(?!,\d|\.\d)
    )""",
    re.VERBOSE,
)
_MONTH_LED = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|during|before|after|of|for|to|and|between|through|throughout|last|next|this|that"
    r"|late|early|mid|over|around|as of|early as|late as|following|previous)[\s-]|mid-|late-|early-)$", re.IGNORECASE,
)  # fmt: skip
_TO_MONTH = re.compile(rf"\s?(?:to|-|and)\s?(?:{_FULL})")
_NAME_AFTER = re.compile(r"\s(?:[A-Z]\w+(?!\w))")
_COUNTED = re.compile(r"\s(?:percent|per cent|people|million|billion)\b")
_BETWEEN = re.compile(r"[Bb]etween\s$")
_WORD_BEFORE = re.compile(r"([\w.-]+)\s$")
_DEMONSTRATIVE = re.compile(
    r"\b(?P<which>last|this|next|that(?:\ssame)?|the\ssame|the\sfollowing|the\sprevious)\s$", re.IGNORECASE
)
_SEASON = re.compile(r"(?:the )?(?P<edge>early |mid |mid-|late )?(?P<name>spring|summer|autumn|fall|winter)(?: of)?")
_TIME_OF_DAY = re.compile(r"(?:the )?(?:early |late |small )?(?:night|hours|morning|afternoon|evening|eve)\b")
_ORDINALS = ("", "first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form gives of a date; the fields are those of DateMention."""

    year: int = 0
    month: int = 0
    day: int = 0
    part: str = ""
    until: tuple[int, ...] = ()
    link: str = ""
    relative: str = ""
    reckoning: Reckoning | None = None
    skipped: int = 0
    """How many characters of the match come before the mention; negative where it begins before the match."""


def calendar_form(text: str, match: re.Match[str]) -> Form | None:
    """The parts of a date that names a year, a month or a day; None for what only looks like one."""
    reader = next(reader for group, reader in _READERS if match[group])
    form = reader(text, match)
    if form is None or form.month > 12 or form.day > 31:
        return None
    return _with_part(match, form)


def _month_first(text: str, match: re.Match[str]) -> Form | None:
    if not match["y1"] and _COUNTED.match(text, match.end()):
        return None
    return _of_month(
        text, match, "1", between=_BETWEEN.search(text, max(0, match.start() - 9), match.start()) is not None
    )


def _day_first(text: str, match: re.Match[str]) -> Form | None:
    start = match.start("d2")
    return _of_month(text, match, "2", between=_BETWEEN.search(text, max(0, start - 9), start) is not None)


def _month_alone(text: str, match: re.Match[str]) -> Form | None:
    start, end = match.span("m3")
    plain = not match["y3"] and not match["o3"]
    if plain and not _is_month(text, start, end, parted=match["part"] is not None):
        return None
    form = _with_year(match, "3", Form(month=_number_of(match["m3"])))
    return form if match["y3"] else _demonstrated(text, start, end, form)


def _of_month(text: str, match: re.Match[str], form: str, *, between: bool) -> Form | None:
    """Day and month of the form, with the second day where there are two."""
    found = _with_year(match, form, Form(month=_number_of(match[f"m{form}"]), day=_number(match[f"d{form}"])))
    if match[f"e{form}"] is None:
        return found
    last, joint = _number(match[f"e{form}"]), text[match.end(f"d{form}") : match.start(f"e{form}")].strip()
    link = "and" if joint in {"and", "or"} and not between else "to"
    return replace(found, until=(found.year, found.month, last), link=link) if last > found.day else None


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _number_of(month: str) -> int:
    return next((n for n, name in enumerate(MONTHS) if n and name.startswith(month[:3].title())), 0)


def _with_year(match: re.Match[str], form: str, found: Form) -> Form:
    """The year behind the month, or `of that year`, `last year`."""
    if match[f"y{form}"]:
        return replace(found, year=int(match[f"y{form}"]))
    if not match[f"o{form}"]:
        return found
    words = " ".join(match[f"o{form}"].lower().strip(" ,").removeprefix("of ").split())
    if words in {"last year", "this year", "next year"}:
        return replace(found, relative=words, reckoning=Reckoning(Anchor.BRIEF, "year", STEPS[words.split()[0]]))
    steps = -1 if "previous" in words or "before" in words else 1 if "following" in words else 0
    return replace(found, relative=words, reckoning=Reckoning(Anchor.PASSAGE, "year", steps))


def _is_month(text: str, start: int, end: int, *, parted: bool) -> bool:
    """Whether a month that stands alone is one: `in May` and no `May Okonjo`, no `Grace March`."""
    led = _MONTH_LED.search(text, max(0, start - 14), start)
    before_name = _NAME_AFTER.match(text, end) and not (led and text[start:end] not in _GIVEN_NAMES)
    if before_name or (NAME_BEFORE.search(text, max(0, start - 20), start) and not led):
        return False
    opens = start == 0 or text[:start].rstrip()[-1:] in {'"', ":", "."}
    return parted or not opens or text[start:end] not in {"May", "March"} or bool(_TO_MONTH.match(text, end))


_GIVEN_NAMES = frozenset({"March", "April", "May", "June", "August"})
"""Months that people are called: `in April Smith's view`."""


_IS_OF_NOUN = re.compile(
    r" (?!(?:has|was|is|his|its|hers|this|as|across|towards|besides|perhaps|always|sometimes|unless) )[a-z]{2,}s\b"
)
"""`said that October | cargoes would sail`: the month only tells which, and `that` brings in what was said."""


def _demonstrated(text: str, start: int, end: int, form: Form) -> Form:
    """`last July`, `that May`, `the following January`."""
    before = _DEMONSTRATIVE.search(text, max(0, start - 16), start)
    if before is None or form.reckoning is not None:
        return form
    if before["which"].lower() == "that" and _IS_OF_NOUN.match(text, end):
        return form
    which = " ".join(before["which"].lower().split())
    anchor = Anchor.BRIEF if which in {"last", "this", "next"} else Anchor.PASSAGE
    how = Reckoning(anchor, "named month", STEPS[which])
    return replace(form, relative=f"{which} month", reckoning=how, skipped=before.start() - before.end())


def _iso(_: str, match: re.Match[str]) -> Form:
    return Form(int(match["y4"]), int(match["n4"]), int(match["d4"]))


def _slashed(_: str, match: re.Match[str]) -> Form:
    """`21/06/2023` where only one order is possible, and `21.06.2023`, which has one; else what none can place."""
    first, second, year = int(match["d5"]), int(match["n5"]), int(match["y5"])
    if match["s5"] == "." or first > 12:
        return Form(year, second, first)
    if second > 12 or first == second:
        return Form(year, first, second)
    return Form(year, relative=f"{first}/{second}/{year}")


def _military(_: str, match: re.Match[str]) -> Form:
    """`121430ZJUN24`: the day of a date-time group."""
    year = int(match["y6"])
    return Form(year + 2000 if year < 100 else year, _number_of(match["m6"].title()), int(match["d6"]))


def _quarter(_: str, match: re.Match[str]) -> Form:
    """`Q3 2022`, `2022 H1`."""
    code, year = match["q7"] or match["q8"], match["y7"] or match["y8"]
    return Form(int(year), part=f"the {_ORDINALS[int(code[1])]} {'quarter' if code[0] == 'Q' else 'half'} of")


def _decade(_: str, match: re.Match[str]) -> Form:
    """`the early 1990s`, which no year of them stands for."""
    words = " ".join(word for word in ("the", match["edge"], f"{match['decade']}s") if word)
    return Form(int(match["decade"]), part=words, relative=match[0].lower())


def _fiscal(_: str, match: re.Match[str]) -> Form:
    year = int(match["y9"])
    return _spanning(year + 2000 if year < 100 else year, match["f9"], "fiscal year")


def _spanning(year: int, other: str | None, part: str) -> Form:
    """A year, or one that runs into the next: `2023/24`."""
    if not other:
        return Form(year, part=part)
    last = int(other) if len(other) == 4 else year // 100 * 100 + int(other)
    return Form(year, part=part, until=(last,), link="to")


_CROP = re.compile(r"\s(?:[a-z]+\s)?(?:harvest|season|crop|campaign|academic|school|league)\b")
"""Behind two years that are no fiscal year: `the 2023/24 harvest`."""
_GROWN = re.compile(
    r"\b(?:barley|cereals?|cocoa|coffee|corn|cotton|crops?|grains?|harvests?|maize|rapeseed|rice|soya?(?:beans?)?|sugar"
    r"|wheat)\b",
    re.IGNORECASE,
)
"""What is counted by the year in which it is sold: `exported 21 Mt of grain in 2009/10`."""
_FISCAL = re.compile(r"\b(?:fiscal|financial|budget)\b", re.IGNORECASE)


def _year(text: str, match: re.Match[str]) -> Form | None:
    start, end = match.span("y10")
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    numbered = before is not None and before[1].lower() in gazetteer.words("numbered") | {"no.", "number", "version"}
    grown = _CROP.match(text, match.end()) or (_GROWN.search(text) and not _FISCAL.search(text))
    if numbered or not is_year(text, start, end) or (match["slash"] == "/" and grown):
        return None
    return _spanning(int(match["y10"]), match["f10"], "fiscal year" if match["slash"] == "/" else "")


_READERS: tuple[tuple[str, Callable[[str, re.Match[str]], Form | None]], ...] = (
    ("m1", _month_first), ("m2", _day_first), ("m3", _month_alone), ("n4", _iso), ("n5", _slashed), ("m6", _military),
    ("q7", _quarter), ("q8", _quarter), ("decade", _decade), ("y9", _fiscal), ("y10", _year),
)  # fmt: skip


def _with_part(match: re.Match[str], form: Form) -> Form:
    """The date with what the words before say of it; a time of day, or a season, leaves a day or a month whole."""
    words = " ".join((match["part"] or "").lower().split()).rstrip("-")
    if not words or form.part:
        return form
    season = _SEASON.fullmatch(words)
    if season is not None:
        part = f"{season['edge'] or ''}{season['name']}"
        return replace(form, skipped=len(match["part"])) if form.month else replace(form, part=part)
    if form.day and (not words.startswith("the week of") or _TIME_OF_DAY.match(words)):
        return form
    words = "the end of" if words == "end" else words.removesuffix(" in")
    plain = words in {"early", "mid", "late", "most of"} or words.startswith("the ")
    return replace(form, part=words if plain else f"the {words}")
