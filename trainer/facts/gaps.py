"""What a sentence holds that can be asked for: its dates, numbers, names and lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.facts.calendar import Calendar
from trainer.facts.name_parts import is_within_name
from trainer.language import gazetteer
from trainer.language.dates import DateMention
from trainer.language.names import ACTORS, PLACES, Name, Sort
from trainer.language.numbers import NumberMention
from trainer.language.reading import Line, Reading, state_of
from trainer.text import fold
from trainer.values.dates import MONTHS, PartialDate
from trainer.values.names import content_words
from trainer.values.quantities import Quantity

_PART_OF_NAME = re.compile(r"(?:[A-Z][\w'-]*|No\.|number|version|article|section|chapter|resolution|magnitude)\s$")
_PRESUPPOSED = re.compile(
    r"\bone of the (?:\w+ )?$|\b(?:these|those|all|other|another|the other|every|the first|the last)\s$", re.IGNORECASE
)
_EXAMPLES = re.compile(r"\b(?:such as|including|among them|like|notably)\s(?:[\w'’-]+\s){0,2}$")
"""Words before names that are not all there are."""
_ONE_OF = re.compile(r"(?:one|two) of\b|one another|one\b", re.IGNORECASE)


MOST_ITEMS = 3
"""Names of a list that can be learned as one answer; of more, the last is asked for by the others."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Characters of a sentence that can be an answer."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last."""
    time: PartialDate | None = None
    """The date, if it is one."""
    preposition: str = ""
    """Before a date: `since`."""
    number: Quantity | None = None
    """The number, if it is one."""
    hedge_start: int = -1
    """Where the hedge of a number begins; `start` if there is none."""
    sort: Sort | None = None
    """What it names, if it is a name."""
    items: tuple[Name, ...] = ()
    """The names of a list."""
    named: int = 0
    """Where a name ends that its short form in brackets follows; 0 for any other."""

    @property
    def whole(self) -> tuple[int, int]:
        """Its characters, the hedge of a number counted, a short form in brackets not."""
        return (self.hedge_start if self.hedge_start >= 0 else self.start), self.named or self.end


def gaps(reading: Reading, line: Line, calendar: Calendar) -> tuple[Gap, ...]:
    """Everything in the sentence that can be asked for, in its order."""
    return tuple(
        sorted(
            {*_dates(line, calendar), *_groups(line), *_numbers(line), *_names(reading, line)},
            key=lambda gap: (gap.start, gap.end),
        )
    )


def _dates(line: Line, calendar: Calendar) -> Iterator[Gap]:
    here = line.sentence
    for date in line.dates:
        time = calendar.get((here.passage, here.index, date.start))
        how = date.reckoning
        exact = not date.relative or (how is not None and how.unit in {"day", "weekday"}) or date.month
        exact = exact and not (date.relative and line.plain.endswith(" the ", 0, date.start))  # `on the Monday`
        before = line.plain[: date.start]
        titled = _is_in_title(line, date.start, date.end) or _NUMBERED.search(before)
        titled = titled or (_NAMED_BEFORE.search(before) and _YEARS.fullmatch(line.plain, date.start, date.end))
        if time is None or not exact or date.preposition == "of" or titled or is_no_date(line, date):
            continue
        if not _is_of_statement(line, date.start, date.end):
            yield Gap(date.start, date.end, time=time, preposition=date.preposition)


_OF_ALL = re.compile(r"\bthe \w+est $", re.IGNORECASE)
"""Before a month that is set beside those of other years: `the driest | October since 1950`."""


_FURTHER_DAYS = re.compile(r",? (?:\d{1,2}, )*(?:and|or|&) \d{1,2}\b(?! ?[a-z%]+s\b)|, \d{1,2}(?:,| and) ")
"""Behind the first of several days: `on May 17 | , 18 and 19`."""


def is_no_date(line: Line, date: DateMention) -> bool:
    """Whether a month only says which thing is meant: `said | that May cargoes`, `the driest | October since 1950`.

    Nor is the first of several days one that can be told alone.
    """
    if _OF_ALL.search(line.plain, 0, date.start) or (date.day and _FURTHER_DAYS.match(line.plain, date.end)):
        return True
    if not date.text.lower().startswith("that "):
        return False
    word = line.sentence.doc.char_span(date.start, date.start + len("that"))
    return word is not None and word[0].tag_ == "IN"


DATE_TIME_GROUP = re.compile(r"\b(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\dZ(?: [A-Z]{3} \d\d(?:\d\d)?)?\b")
"""Day, hour and minute as the military writes them: `162230Z`, `171800Z OCT 26`."""


def _groups(line: Line) -> Iterator[Gap]:
    for found in DATE_TIME_GROUP.finditer(line.plain):
        yield Gap(found.start(), found.end(), sort=Sort.UNKNOWN)


def _is_in_title(line: Line, start: int, end: int) -> bool:
    """Whether a date is part of the name of something: `the 2024 Summer Olympics`."""
    named = re.match(r"[A-Z][a-z]+ [A-Z]", line.plain[end:].lstrip())
    return bool(named) and line.plain[:start].endswith("he ")


_BESIDE_YEARS = (
    "After|Around|Autumn|Before|By|Christmas|Day|During|Early|Easter|Eve|Fall|From|In|Late|Mid|Ramadan|Since|Spring"
    "|Summer|Through|Until|Week|Winter"
)
"""Words with a capital before a year that is a date."""
_NAMED_BEFORE = re.compile(rf"\b(?!(?:{_BESIDE_YEARS}|{'|'.join(MONTHS[1:])}) $)[A-Z][a-z]+ $")
"""A name right before a year, which is then a part of it: `Vision 2030`."""
_NUMBERED = re.compile(r"\d \($")
"""Words before a year that is part of a document's number: `resolution 2717 (2023)`."""
_STATED = re.compile(
    r"(?:\b(?:said|says|told|reported|estimated|stated|noted|warned|wrote|counted)(?: \w+)? (?:on|in)"
    r"|according to [^,;]{2,60} (?:in|on))\s$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d")
_MONTH = rf"(?:(?:\d\d? )?(?:{'|'.join(MONTHS[1:])}) (?:\d\d?, )?)?"
_ROW_BEHIND = re.compile(rf"(?:,| and|, and| or) {_MONTH}(?:19|20)\d\d")
_ROW_BEFORE = re.compile(r"(?:19|20)\d\d(?:,| and|, and| or) $")


def _is_of_statement(line: Line, start: int, end: int) -> bool:
    """Whether a date only says when somebody said so, or is one of a row of years."""
    before, behind = line.plain[:start], line.plain[end:]
    row = _ROW_BEHIND.match(behind) or _ROW_BEFORE.search(before)
    return bool(_STATED.search(before) or (row and _YEARS.fullmatch(line.plain[start:end][-4:])))


def _numbers(line: Line) -> Iterator[Gap]:
    for number in line.numbers:
        before, behind = line.plain[: number.start], line.plain[number.end :]
        hedge = line.plain[number.hedge_start : number.start]
        governed = _HUNG.search(hedge) and _is_verb_before(line, number.hedge_start)
        compared = (not number.quantity.hedge and before.endswith(" than ")) or _is_one_of_two(line, number)
        named = not _is_amount(line, number) and (_PART_OF_NAME.search(before) or _is_of_unit(behind))
        timed = _is_time_or_year(before, line.plain[number.start : number.end], behind)
        trivial = compared or named or timed or _is_no_count(number.quantity) or _converts(line, number)
        if trivial or governed:
            continue
        if not _PRESUPPOSED.search(line.plain[: number.hedge_start]) and not _ONE_OF.match(line.plain, number.start):
            yield Gap(number.start, number.end, number=number.quantity, hedge_start=number.hedge_start)


_CLOCK = re.compile(r" (?:hours|hrs)\b(?! (?:later|earlier|after|before|of|a|per)\b)|[HhZ]\b")
_OF_DAY = re.compile(r" (?:o'clock\b|in the (?:morning|afternoon|evening)\b|[ap]\.?m\b)")
_OLD_YEAR = re.compile(r"1[0-8]\d\d")
_BEFORE_YEAR = re.compile(r"\b(?:before|by|from|in|of|since|until) $", re.IGNORECASE)


def _is_time_or_year(before: str, written: str, behind: str) -> bool:
    """Whether a number is a time of day or a year of long ago: `0500 hours`, `five in the morning`, `in 1723`."""
    clock = re.fullmatch(r"[0-2]\d[0-5]\d", written) and (written.startswith("0") or _CLOCK.match(behind))
    old = _OLD_YEAR.fullmatch(written) and _BEFORE_YEAR.search(before) and not re.match(r" [a-z]+s\b", behind)
    return bool(clock or old or _OF_DAY.match(behind))


def _is_one_of_two(line: Line, number: NumberMention) -> bool:
    """Whether another figure stands for the same: `300 or 400`, `300, not 400`."""
    written = line.plain[number.start : number.end]
    beside = re.search(r"\bnot $", line.plain[: number.start]) or re.match(
        r"(?: \w+)?, not \d|,? or \d", line.plain[number.end :]
    )
    return (" or " in written and not written.endswith(("or more", "or so", "or less", "or fewer"))) or bool(beside)


_LARGE = re.compile(r"\d,\d{3}|\b(?:thousand|million|billion|trillion)\b")


def _is_amount(line: Line, number: NumberMention) -> bool:
    """Whether a number has a unit, a hedge or a form that no number of a name has: `4,150`, `60 million`."""
    hedged = number.hedge_start < number.start
    return bool(number.quantity.unit) or hedged or _LARGE.search(line.plain[number.start : number.end]) is not None


def _is_of_unit(behind: str) -> bool:
    """Whether the number before is part of a unit's name: `43 Regiment`, `11 MECH BDE`."""
    word = re.match(r" (?![A-Z]{2,}s\b)([A-Z][\w-]*)", behind)
    return word is not None and word[1] not in gazetteer.demonyms()


_CONVERTED = re.compile(r"\d[\w.,]*(?: \w+){0,2} \($")


def _converts(line: Line, number: NumberMention) -> bool:
    """Whether a sum in brackets says the one before it in another currency: `200 billion euros ($234 billion)`."""
    bracketed = line.plain.startswith(")", number.end) and _CONVERTED.search(line.plain[: number.hedge_start])
    return bool(bracketed) and bool(re.match(r"[A-Z]{0,3}[$€£¥₹]", line.plain[number.start : number.end]))


def _is_no_count(quantity: Quantity) -> bool:
    """Whether the number is too small to be learned: one, or less than two."""
    most = 2 if quantity.hedge in {"less than", "fewer than"} else 1
    return quantity.low <= most and not quantity.unit


_HUNG = re.compile(r"^(?:under|over) $", re.IGNORECASE)


def _is_verb_before(line: Line, start: int) -> bool:
    """Whether a participle stands right before, so that `under` goes with it: `stationed under five agreements`."""
    before = [t for t in line.sentence.doc if t.idx < start]
    return bool(before) and before[-1].tag_ == "VBN"


def _names(reading: Reading, line: Line) -> Iterator[Gap]:
    listed = [
        found for found in line.lists if len(found.items) <= MOST_ITEMS and found.noun and not is_mixed(found.items)
    ]
    for found in listed:
        named = any(pair.start <= found.start and found.end <= pair.short_start for pair in line.acronyms)
        if not found.marker and not named and not _EXAMPLES.search(line.plain[: found.start]):
            yield Gap(found.start, found.end, sort=found.items[0].sort, items=found.items)
    for pair in line.acronyms:
        close = line.plain.find(")", pair.short_start) + 1
        sort = next((name.sort for name in line.names if name.start == pair.start), Sort.UNKNOWN)
        if sort in ACTORS and close:
            opening = line.plain.rfind(" (", pair.start, pair.short_start)
            plain = opening + len(" (") == pair.short_start  # and no `("SHORT")`, as lawyers write
            yield Gap(pair.start, close if plain else opening, sort=sort, named=opening)
    for name in line.names:
        short = (found for found in line.lists if len(found.items) <= MOST_ITEMS or found.marker)
        inside = any(found.start <= name.start < found.end for found in short) or any(
            pair.start <= name.start <= pair.short_start for pair in line.acronyms
        )
        whole = not inside and not is_within_name(line, name)
        if whole and not _is_in_row(line, name) and _is_worth_asking(reading, line, name):
            sort = Sort.PERSON if _is_surname(reading, name) else name.sort if name.sure else Sort.UNKNOWN
            yield Gap(_behind_title(name), name.end, sort=sort)


_ADDRESS = re.compile(
    r"(?:MP|MEP|Senator|Sen\.|Rep\.|Congress(?:man|woman)|Mr|Mrs|Ms|Dr|Sir|Dame|Prof(?:essor)?"
    r"|(?:(?:Lt|Maj|Brig|Vice|Rear)\.? )?(?:Gen|Col|Cmdr|Adm|Lt|Maj|Brig|Capt))\.? (?=[A-ZÀ-Ý])"
)


def _behind_title(name: Name) -> int:
    """Where a person's name begins behind what one addresses him by: `MP Anna Berg`."""
    led = _ADDRESS.match(name.text) if name.sort is Sort.PERSON else None
    return name.start + (led.end() if led is not None else 0)


def _is_surname(reading: Reading, name: Name) -> bool:
    """Whether a name is a surname here: somebody has it, and nobody names the people or the capital of such a state."""
    if name.sort is Sort.UNKNOWN and " " not in name.text:
        return _is_last_of_person(reading, name.text)
    state = state_of(name) if name.sort is Sort.STATE else None
    if state is None or (reading.topic is not None and reading.topic == state):
        return False
    every = [other for line in reading.lines for other in line.names]
    people = any(other.sort is Sort.PERSON and other.text.endswith(f" {name.text}") for other in every)
    return people and not any(other.text in {*state.demonyms, state.capital} for other in every)


def _is_last_of_person(reading: Reading, word: str) -> bool:
    """Whether one person of the brief has the word as surname, and no body or place ends with it: `Karzai`."""
    every = {(other.text, other.sort) for line in reading.lines for other in line.names}
    ending = {sort for text, sort in every if text.endswith(f" {word}")}
    return ending == {Sort.PERSON}


def is_mixed(items: Iterable[Name]) -> bool:
    """Whether a list of one sort holds another: `Seremban, Malaysia, and Cabuyao`, `In Gliwice, Sava and Nova`."""
    sorts = {name.sort for name in items}
    return (Sort.STATE in sorts and Sort.CITY in sorts) or not (sorts.isdisjoint(PLACES) or sorts.isdisjoint(ACTORS))


def _is_in_row(line: Line, name: Name) -> bool:
    """Whether a name is one of several side by side, of which alone none is worth a card but the last of four."""
    same = [other for other in line.names if other.sort is name.sort]
    at = same.index(name)
    row, last = 1, True  # two can be told apart
    for step in (-1, 1):
        here = at
        while 0 <= here + step < len(same):
            first, second = sorted((same[here], same[here + step]), key=lambda one: one.start)
            if not re.fullmatch(r",? (?:and |or )?(?:the )?", line.plain[first.end : second.start]):
                break
            row, here, last = row + 1, here + step, last and step < 0
    return row > 2 and not (row > MOST_ITEMS and last)


def _stems(text: str) -> set[str]:
    return {word.removesuffix("s") for word in content_words(text)}


_UNIT = re.compile(
    r"\b(?:Army|Corps|Division|Brigade|Regiment|Battalion|Squadron|Company|Battery|Wing|Fleet|Group|BDE|BN|SQN|REGT|DIV|MRD)s?\b"
)
"""Words for a military unit, whose number is part of its name."""


def _is_given(line: Line, name: Name) -> bool:
    """Whether the words beside a name give it away, or it stands for somebody else.

    A state that owns what follows (`Japan's Nippon Yusen`), a body told by its people (`the Nigerian Senate`), the
    capital that acts for its government (`did not believe Moscow`), and the two sides of a well-known war.
    """
    before, behind = line.plain[: name.start], line.plain[name.end :]
    if (name.sort in {Sort.STATE, Sort.CITY} and behind.startswith("'s ")) or (
        re.search(r"\d $", before) and _UNIT.search(name.text)
    ):
        return True
    halved = (
        _IN_CASE.match(behind) or _AGAINST.search(before) or (name.sort not in PLACES and _OFFICE_FOR.search(before))
    )
    if halved or _KNOWN_FROM.search(before) or (before.endswith(" (") and behind.startswith(")")):
        return True
    if behind.startswith(" resolution") or (before.lower().endswith("the ") and _POINTS_TO_OWNER.match(behind)):
        return True
    if any(other.end == name.start - 2 and other.sort is Sort.CITY for other in line.names) and before.endswith(", "):
        return True
    word = before.split()[-1] if before.split() else ""
    if name.sort in ACTORS and word in gazetteer.demonyms() and len(name.text.split()) < 3:
        return True
    capital = name.sort is Sort.CITY and fold(name.text) in gazetteer.capitals()
    return capital and (fold(word) not in _LOCATING or _DEALT_WITH.search(before) is not None)


_KNOWN_FROM = re.compile(
    r"'s (?:\w+ )?(?:invasion|annexation|occupation) of $|\b(?:quoted|cited) by (?:the )?$|independence from $"
)
"""Words before a name that give it away, or by which it stands for somebody else."""
_IN_CASE = re.compile(r" vs?\. ")
_AGAINST = re.compile(r" vs?\. (?:the )?$")
"""One of the two sides that a case is called by: `in Belgium v. Senegal`."""
_OFFICE_FOR = re.compile(
    r"\b(?:Adviser|Commissioner|Coordinator|Envoy|Minister|Representative|Secretary) (?:for|on) (?:the )?$"
)
"""An office before what it is for, which is half of its title."""
_POINTS_TO_OWNER = re.compile(
    r" (?:company|firm|group|maker|giant|bank|lender|carrier|airline|state|country|nation|kingdom|republic|club|city)\b"
)
"""Nouns that, behind `the` and a place, go back to somebody named before: `the Utah company`."""
_DEALT_WITH = re.compile(
    r"\b(?:aid|arms|assistance|backing|weapons|help|loans?|loyalty|loyal|pressure|support|ties|consent|knowledge|approval"
    r"|permission|ally|allies|influence|sanctions) (?:to|from|of|with) $"
)
"""Words before a capital that stands for its government."""
_LOCATING = frozenset({
    "in", "at", "near", "to", "from", "outside", "around", "of", "through", "into", "and", "or", "capital",
})  # fmt: skip


_NEITHER = frozenset({"EBITDA", "El Nino", "El Niño", "La Nina", "La Niña"})
"""What looks like a place or a body and is neither."""


def _is_worth_asking(reading: Reading, line: Line, name: Name) -> bool:
    """A person, place, body or operation that the title does not give away."""
    if name.sort not in PLACES | ACTORS | {Sort.PERSON, Sort.OPERATION} or name.noun == "building":
        return False
    if name.text in _NEITHER:
        return False
    title = fold(reading.brief.title)
    if _stems(name.text) <= _stems(title) or fold(name.text) in title or _is_given(line, name):
        return False
    return not (reading.topic and name.sort in {Sort.STATE, Sort.PEOPLE} and state_of(name) == reading.topic)
