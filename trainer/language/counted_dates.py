"""The forms in which sentences count a date from the day of the brief or from a date before it."""

from __future__ import annotations

import re
from collections.abc import Callable

from trainer.language.date_forms import NAME_BEFORE, STEPS, WEEKDAY, Form
from trainer.language.reckoning import Anchor, Reckoning
from trainer.values.quantities import parse_number

_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|eighteen"
    r"|nineteen|twenty|thirty)"
)
_UNIT = r"(?:hour|day|night|week|fortnight|month|year|decade)"
_UNITS = r"(?:hours|days|weeks|months|years|decades)"
_ENDS = r"(?=[,.;)]|$)"
COUNTED = re.compile(
    rf"""(?<![\w-])(?:
     (?P<day>(?:yesterday|tomorrow|today)(?:\s(?:morning|afternoon|evening|night))?(?!\w)|last\snight|tonight
          |(?:(?:early|earlier|late)\s)?this\s(?P<hours>morning|afternoon|evening))(?!\w)
    |(?:(?P<edge>early|late|later|earlier|mid|the\s(?:very\s)?(?:end|start|beginning|middle|close)\sof
          |the\s(?:first|second)\shalf\sof)[\s-](?:in\s)?)?
       (?P<which>last|this|next)\s(?P<unit>week|month|year|quarter|decade|weekend|spring|summer|autumn|winter)(?!\w)
    |(?:(?P<wwhich>last|this|next|the\s(?:following|previous|preceding))\s)?
       (?P<weekday>{WEEKDAY})(?:\s(?:night|morning|afternoon|evening|noon))?(?!\w)
    |(?:(?P<hedge>nearly|almost|about|around|over|more\sthan|some|less\sthan)\s)?(?P<ago>{_COUNT})\s(?P<agounit>{_UNIT})s?\sago\b
    |(?P<later>{_COUNT})\s(?P<laterunit>{_UNIT})s?\s(?P<how>later|earlier|afterwards?|previously|before{_ENDS})(?!\w)
    |(?P<some>(?:a\sfew\s|several\s|some\s|many\s)?{_UNITS})\s(?:later|earlier|ago|afterwards?|before{_ENDS})(?!\w)
    |(?:(?P<sedge>later|earlier|early|late)\s(?:on\s)?)?(?:the\s)?
       (?P<same>that(?:\ssame)?|same|previous|preceding|following|next)\s
       (?P<sunit>day|week|weekend|month|year|night|morning|afternoon|evening|quarter|fortnight|season)(?!\w)(?!\sas\b)
    |the\s(?P<bunit>day|week|month|year|night)\s(?P<side>before|after|earlier)
       (?={_ENDS}|\s(?:and|but|was|had|were|to|at|in|on|by|when|that|with)\b)
    |(?:at|over|by|on)\s(?P<weekend>the\sweekend)(?!\w)
    |the\s(?P<eedge>end|start|beginning|turn|close|middle)\sof\s(?:the|that|this)\s(?P<eunit>week|month|year|decade|century)(?!\w)
    |the\s(?P<nth>first|second|third|fourth|last)\s(?P<nunit>quarter|half)(?!\w)(?!\sof\b)
    |(?<=on\s)the\s(?P<dom>[12]?\d|3[01])(?:st|nd|rd|th)
       (?={_ENDS}|\s(?:and|but|by|in|at|with|was|were|had|when|to|for|[a-z]+ed)\b)
    |(?:the\s|(?P<of>of\s))(?P<window>past|last|coming|next|recent)\s(?:few\s|{_COUNT}\s|several\s)?{_UNITS}\b
    |(?P<vague>recent|coming)\s{_UNITS}\b
    |(?:in|since|by|until|for|during|before|through|throughout|over|after)\s
       (?P<season>the\s(?:spring|summer|autumn|winter))(?!\w)(?!\s(?:of|(?-i:[A-Z])))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LED = re.compile(r"\b(?:On|By|Since|Until|Till|Before|After|From|Between|Late|Early|And|But)\s$")
"""Words at the head of a sentence that lead to a weekday and are no part of its name."""
_LED_ON = re.compile(r"\b(?:on|by|since|until|till|before|after)\s$", re.IGNORECASE)
"""Words that lead to a weekday, whatever name stands right behind it: `on Thursday Mr Otieno left`."""
_CAPITAL = re.compile(r"\s[A-Z]")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_DAY_UNITS = frozenset({"day", "night", "morning", "afternoon", "evening"})


def counted_form(text: str, match: re.Match[str]) -> Form | None:
    """The parts of a date that is counted from another; one without a reckoning can be placed by nobody."""
    reader = next((reader for group, reader in _READERS if match[group]), None)
    return reader(text, match) if reader is not None else Form(skipped=len(match["of"] or ""))


def _day(_: str, match: re.Match[str]) -> Form:
    """`yesterday`, `early this morning`; `today` is as often these days."""
    if match["hours"]:
        return Form(reckoning=Reckoning(Anchor.BRIEF, "day"))
    words = match["day"].lower()
    steps = -1 if words == "last night" else {"yesterday": -1, "tomorrow": 1}.get(words.split()[0])
    return Form(reckoning=Reckoning(Anchor.BRIEF, "day", steps)) if steps else Form()


def _unit_of_calendar(text: str, match: re.Match[str]) -> Form:
    """`last week`, `early next year`, `later this month`; what is no whole unit of the calendar stays unplaced.

    So does the end of something else: `the last week of the trial`.
    """
    unit, edge = match["unit"].lower(), " ".join((match["edge"] or "").lower().split())
    of_another = match["which"].lower() == "last" and text.startswith(" of ", match.end())
    if of_another or unit not in {"week", "month", "year", "quarter"}:
        return Form()
    parted = unit in {"month", "year"} and (edge in {"early", "mid", "late"} or edge.startswith("the "))
    how = Reckoning(Anchor.BRIEF, unit, STEPS[match["which"].lower()])
    return Form(part=edge if parted else "", reckoning=how)


def _weekday(text: str, match: re.Match[str]) -> Form | None:
    """`on Monday`, `last Monday`, `the following Monday`, but no `Blue Wednesday`, nor `the Sunday Star`."""
    which = " ".join((match["wwhich"] or "").lower().split())
    before = text[max(0, match.start() - 20) : match.start()]
    if not which and NAME_BEFORE.search(before) and not _LED.search(before):
        return None
    if _CAPITAL.match(text, match.end()) and not (which or _LED_ON.search(before)):
        return None
    weekday = _WEEKDAYS.index(match["weekday"].lower())
    if which.startswith("the "):
        return Form(reckoning=Reckoning(Anchor.PASSAGE, "weekday", STEPS[which], weekday))
    return Form(reckoning=Reckoning(Anchor.BRIEF, "weekday", STEPS.get(which, 0), weekday))


def _ago(_: str, match: re.Match[str]) -> Form:
    how = None if match["hedge"] else _rough(Anchor.BRIEF, match["ago"], match["agounit"], -1)
    return Form(reckoning=how)


def _later(_: str, match: re.Match[str]) -> Form:
    sign = -1 if match["how"].lower() in {"earlier", "previously", "before"} else 1
    return Form(reckoning=_rough(Anchor.PASSAGE, match["later"], match["laterunit"], sign))


def _same(_: str, match: re.Match[str]) -> Form:
    """`the previous day`, `that same month`, `later that year`."""
    unit, edge = _unit(match["sunit"].lower()), (match["sedge"] or "").lower()
    if unit not in {"day", "week", "month", "year"}:
        return Form()
    part = edge if edge in {"early", "late"} and unit in {"month", "year"} else ""
    return Form(part=part, reckoning=Reckoning(Anchor.PASSAGE, unit, STEPS[" ".join(match["same"].lower().split())]))


def _before(_: str, match: re.Match[str]) -> Form:
    """`the day before`, `the year after`."""
    steps = 1 if match["side"].lower() == "after" else -1
    return Form(reckoning=Reckoning(Anchor.PASSAGE, _unit(match["bunit"].lower()), steps))


def _edge(_: str, match: re.Match[str]) -> Form:
    """`the end of the year`, of the passage's year; its turn may be that into it or out of it."""
    unit = match["eunit"].lower()
    whole = unit in {"month", "year"} and match["eedge"].lower() != "turn"
    how = Reckoning(Anchor.PASSAGE, unit) if whole else None
    return Form(part=f"the {match['eedge'].lower()} of", reckoning=how)


def _nth(_: str, match: re.Match[str]) -> Form:
    """`the third quarter` without its year."""
    number, unit = _NUMBERS.get(match["nth"].lower(), 0), match["nunit"].lower()
    known = number and (unit == "quarter" or number < 3)
    how = Reckoning(Anchor.BRIEF, f"named {unit}", number) if known else None
    return Form(part=f"the {match['nth'].lower()} {unit} of", reckoning=how)


def _day_of_month(_: str, match: re.Match[str]) -> Form:
    """`on the 12th`, of the passage's month."""
    return Form(reckoning=Reckoning(Anchor.PASSAGE, "day of month", int(match["dom"])))


def _without_preposition(_: str, match: re.Match[str]) -> Form:
    """`the summer`, `the weekend`: which one is nowhere said."""
    group = "season" if match["season"] else "weekend"
    return Form(skipped=match.start(group) - match.start())


_READERS: tuple[tuple[str, Callable[[str, re.Match[str]], Form | None]], ...] = (
    ("day", _day), ("which", _unit_of_calendar), ("weekday", _weekday), ("ago", _ago), ("later", _later),
    ("same", _same), ("bunit", _before), ("eunit", _edge), ("nth", _nth), ("dom", _day_of_month),
    ("season", _without_preposition), ("weekend", _without_preposition),
)  # fmt: skip


def _unit(word: str) -> str:
    return "day" if word in _DAY_UNITS else word


def _rough(anchor: Anchor, count: str, unit: str, sign: int) -> Reckoning | None:
    """So many units on or back; hours and decades place nothing."""
    number = 1 if count.lower() in {"a", "an"} else parse_number(count)
    unit = _unit(unit.lower())
    if number is None or unit in {"hour", "decade"}:
        return None
    if unit == "fortnight":
        unit, number = "week", 2 * number
    return Reckoning(anchor, unit, sign * int(number), rough=True)
