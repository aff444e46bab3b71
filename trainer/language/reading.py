"""A whole brief read once: its sentences, what stands in them, and what the brief is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from trainer.briefs.brief import Brief
from trainer.briefs.masthead import names_kind
from trainer.language import antecedents, gazetteer
from trainer.language.acronyms import Acronym, acronyms
from trainer.language.antecedents import row_of
from trainer.language.dates import DateMention, date_mentions
from trainer.language.gazetteer import State
from trainer.language.given import sex_of_name
from trainer.language.glyphs import plain
from trainer.language.lists import NameList, name_lists
from trainer.language.mentions import Mentions, mentions_of
from trainer.language.names import Name, Sort, known_names, names, settled
from trainer.language.nicknames import nicknames
from trainer.language.numbers import NumberMention, number_mentions
from trainer.language.reader import is_title
from trainer.language.sentences import Sentence, parse_all, sentences
from trainer.language.titles import untold
from trainer.language.untied import Change
from trainer.text import fold
from trainer.values.names import stands_in

_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_SHOUTED = re.compile(r"\b(?:[A-Z]{4,}\b|(?:NEW|SRI|EL|SAN) (?=[A-Z]{4,}\b))")
"""Words of a title in capitals that are no acronyms, and the short ones that open the names of states."""


@dataclass(frozen=True, eq=False)
class Line:
    """One sentence and everything found in it; each is itself and equal to no other."""

    sentence: Sentence
    """The sentence and its parse."""
    names: tuple[Name, ...]
    """In order, none inside another."""
    dates: tuple[DateMention, ...]
    """In order."""
    numbers: tuple[NumberMention, ...]
    """In order, those that are part of a date taken out."""
    lists: tuple[NameList, ...]
    """Lists of names."""
    acronyms: tuple[Acronym, ...]
    """Short forms that the sentence introduces."""

    @cached_property
    def plain(self) -> str:
        """The sentence with plain quotes and dashes, characters in place."""
        return self.sentence.doc.text


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief, read."""

    brief: Brief
    """What was read."""
    lines: tuple[Line, ...]
    """Its sentences in order."""
    topic: State | None
    """The one state that the brief is about, if there is one."""
    titled: bool
    """Whether the title says so, and not only the body."""
    repairs: dict[str, str]
    """Acronyms mistyped once, and what was meant."""
    mentions: Mentions
    """What has been named before, for what refers back to it."""
    changes: dict[Hashable, list[Change] | None] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What to change where a stretch of a line is to stand alone, found already: by the key of the stretch."""

    def before(self, line: Line) -> tuple[Line, ...]:
        """The lines of the same passage that come before this one, nearest first."""
        here = line.sentence
        return tuple(
            other for other in reversed(self.lines)
            if other.sentence.passage == here.passage and other.sentence.index < here.index
        )  # fmt: skip


def read(brief: Brief) -> Reading:
    """The brief's sentences with names, dates, numbers and lists, and its topic."""
    lines = _with_openers(_settled(tuple(line_of(sentence) for sentence in sentences(brief))))
    above = _above(brief, lines)
    rows = [row for k, line in enumerate(lines) for row in (*above.get(k, ()), (k, line.sentence.doc))]
    told = antecedents.told([row_of(number, doc) for number, doc in rows])
    everything = " ".join(line.plain for line in lines)
    in_title = [state for state in _states_in(_spoken(plain(brief.title))) if _is_told(state, brief.title, everything)]
    most = _most_named(lines)
    if most is not None and len(in_title) == 1 and most not in in_title and _ends_with(plain(brief.title), in_title[0]):
        in_title = []
    in_title = [most] if most in in_title and _is_led_by(plain(brief.title), most) else in_title
    if brief.home and not any(_is_named_in(plain(brief.title), state) for state in in_title):
        in_title = []  # Jordan's paper on `the additional Israeli purchase`
    named = in_title or _states_of_series(plain(brief.publisher)) or _states_in(brief.home)
    topic = most if not named else named[0] if len(named) == 1 else None
    headings = [plain(brief.heading_over(line.sentence.passage)) for line in lines]
    mentions = mentions_of(lines, told, headings, {number: doc for number, doc in rows if number < 0})
    return Reading(brief, lines, topic, bool(in_title), _repairs(everything), mentions)


def _above(brief: Brief, lines: Sequence[Line]) -> dict[int, list[tuple[int, Doc]]]:
    """The title and the headings, parsed, each with its number among the rows, by the line that they stand before."""
    found: dict[int, list[tuple[int, str]]] = {0: [(antecedents.TITLE, plain(brief.title))]}
    last = ""
    for k, line in enumerate(lines):
        heading = plain(brief.heading_over(line.sentence.passage))
        if heading and heading != last:
            found.setdefault(k, []).append((antecedents.TITLE - 1 - k, heading))
        last = heading
    texts = [row for rows in found.values() for row in rows]
    docs = dict(zip((number for number, _ in texts), parse_all(text for _, text in texts), strict=True))
    return {k: [(number, docs[number]) for number, _ in rows] for k, rows in found.items()}


def _spoken(title: str) -> str:
    """A title without the capitals of a headline, in which the tables know its names: `Gulf of Guinea`."""
    return _JOINTS.sub(lambda word: word[0].lower(), _SHOUTED.sub(lambda word: word[0].title(), title))


_JOINTS = re.compile(r"(?<=\w )(?:OF|AND|THE)(?= \w)")
_WHERE = re.compile(r"\b(?:in|of|for|to|on|from|at|over|across|inside|near|after|under) (?:the )?$")
"""Before a state of which a title says that it happens there."""


def _ends_with(title: str, state: State) -> bool:
    """Whether a title comes to a state behind what it is about: `Gao Falls and Alarms Niger`; not `Rain in Niger`."""
    said = fold(title)
    places = [at for form in (state.name, *state.aliases, state.demonym) if form and (at := said.find(fold(form))) >= 0]
    first = min(places, default=0)
    return 2 * first > len(said) and _WHERE.search(said[:first]) is None


def _is_led_by(title: str, state: State | None) -> bool:
    """Whether a title sets a state before a colon, whatever others it names then: `FIJI: WHAT PERU CAN DO`."""
    label = fold(title.partition(":")[0]) if ":" in title else ""
    return state is not None and label in {fold(form) for form in (state.name, *state.aliases)}


def _is_named_in(title: str, state: State) -> bool:
    """Whether a title names a state itself, and not only its people."""
    return any(stands_in(form, title) for form in (state.name, *state.aliases))


def _settled(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with one sort for each name throughout the brief."""
    rows = settled(
        [line.names for line in lines],
        [pair for line in lines for pair in acronyms(line.plain, line.names)],
        dict(pair for line in lines for pair in nicknames(line.plain, line.names)),
    )
    return tuple(_renamed(line, found) for line, found in zip(lines, rows, strict=True))


def _with_openers(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with the short names that open a sentence, where the brief gives them in full elsewhere."""
    found = []
    for line, mentions in zip(lines, mentions_of(lines).named, strict=True):
        missed = [
            Name(m.start, m.end, line.plain[m.start : m.end], m.entity.sort) for m in mentions
            if m.start == 0 and not is_title(line.plain[: m.end])
            and all(name.end <= m.start or name.start >= m.end for name in line.names)
        ]  # fmt: skip
        found.append(_renamed(line, (*missed, *line.names)) if missed else line)
    return tuple(found)


def _renamed(line: Line, found: tuple[Name, ...]) -> Line:
    return replace(line, names=found, lists=name_lists(line.plain, found))


def line_of(sentence: Sentence) -> Line:
    """The sentence with everything that stands in it."""
    text = sentence.doc.text
    every = date_mentions(text)
    days = {(date.start, date.end) for date in every}  # `16 NOV` looks like the name of a unit
    told = (name for name in names(sentence.doc) if (name.start, name.end) not in days)
    found = tuple(_sorted_by_what_is_beside(text, name) for name in told)
    dates = tuple(date for date in every if not _is_of_name(text, date, found))
    taken = [(date.start, date.end) for date in every] + [(name.start, name.end) for name in found]
    numbers = tuple(
        number for number in number_mentions(text)
        if all(number.end <= start or number.start >= end for start, end in taken)
    )  # fmt: skip
    return Line(sentence, found, dates, numbers, name_lists(text, found), acronyms(text))


_FLAW = re.compile(r" \(CVE-\d")
_TRADED = re.compile(r" (?:market|bonds?|bills?|notes?|yields?|securities)\b")


_THING = re.compile(
    r"\b(?:the|an?|its|his|her|their) (?:[\w-]+ ){0,2}(?P<noun>app|brand|campaign|cryptocurrency|currency|drug|film"
    r"|initiative|malware|newspaper|platform|programme|project|scheme|software|stablecoin|strategy|vaccine|website)"
    r"(?:,| called)? $",
    re.IGNORECASE,
)
"""What the words right before a name say that it is, and nobody: `the water brand Sidi Ali`."""
_IN_BRACKETS = re.compile(r" \((?P<short>[A-Z]{3,8})\)")
_NO_PERSON = re.compile(r"\b(?:acquired|bought|chaired|co-founded|founded|owned|owns|ran|runs) $")
"""Verbs that are done to bodies."""


def _sorted_by_what_is_beside(text: str, name: Name) -> Name:
    """The name of a flaw is no company, the Treasury market no ministry, what has initials or is founded no person."""
    flaw = _FLAW.match(text, name.end) is not None
    traded = name.sort is Sort.BODY and _TRADED.match(text, name.end) is not None and " " not in name.text
    if flaw or traded:
        return replace(name, sort=Sort.UNKNOWN)
    unsure = name.sort in {Sort.PERSON, Sort.BODY} and name.noun in {"", "company"}
    thing = _THING.search(text, 0, name.start) if unsure else None
    if thing is not None:
        return replace(name, sort=Sort.UNKNOWN, noun=thing["noun"])
    return replace(name, sort=Sort.BODY) if name.sort is Sort.PERSON and _is_body(text, name) else name


def _is_body(text: str, name: Name) -> bool:
    """Whether what looks like a person is a body: by its initials in brackets, or as it was founded, run or bought."""
    short, words = _IN_BRACKETS.match(text, name.end), name.text.split()
    initials = "".join(part[0] for part in re.split("[ -]", name.text) if part[:1].isupper())
    if short is not None and short["short"] == initials:
        return True
    had = _NO_PERSON.search(text[: name.start]) is not None and not text.startswith("'", name.end)
    return had and len(words) > 1 and sex_of_name(words[0]) is None


_VERSION = re.compile(r"\b(?:[A-Z][a-z]+[A-Z]\w*|Server|Edition|Office|Windows|Exchange|Vision|Agenda|Euro) $")
"""A product or a plan right before its year: `SharePoint 2019`."""


def _is_of_name(text: str, date: DateMention, found: tuple[Name, ...]) -> bool:
    """Whether what looks like a month or a year is the end of a name: `Viña del Mar`, `SharePoint Server 2019`."""
    if date.year and not date.month and not date.relative and _VERSION.search(text[: date.start]):
        return True
    return not (date.year or date.day) and any(name.start < date.start and date.end <= name.end for name in found)


def state_of(name: Name) -> State | None:
    """The state that a name, a demonym or a capital points to."""
    if name.sort is Sort.STATE:
        return gazetteer.states().get(fold(name.text))
    if name.sort is Sort.PEOPLE:
        return gazetteer.demonyms().get(name.text)
    return gazetteer.capitals().get(fold(name.text)) if name.sort is Sort.CITY else None


_TIE = re.compile(r"(?<=[a-zA-Z])-(?=[A-Z][a-z])")
"""A dash between two names: `Chad-Niger border`."""


def _states_in(title: str) -> list[State]:
    """The states that a title names, or whose demonym it uses."""
    untied = _TIE.sub(" - ", untold(title))
    found = [state_of(name) for name in known_names(untied) if name.sort in {Sort.STATE, Sort.PEOPLE}]
    return list(dict.fromkeys(state for state in found if state is not None))


def _states_of_series(publisher: str) -> list[State]:
    """The states that the series of a brief is about: `Ghana Daily Security Brief`; none for who only publishes it."""
    return _states_in(publisher) if names_kind(publisher) else []


def _most_named(lines: tuple[Line, ...]) -> State | None:
    """The state named in most sentences, if in half of those that name any."""
    per_line = [{state.name: state for name in line.names if (state := state_of(name))} for line in lines]
    counts = Counter(name for states in per_line for name in states)
    if not counts:
        return None
    name, most = counts.most_common(1)[0]
    rivals = [other for other, count in counts.items() if count == most and other != name]
    state = gazetteer.states()[fold(name)]
    forms = (state.name, *state.aliases, state.demonym)  # not its capital alone: Australia has a Victoria
    itself = any(stands_in(form, line.plain) for form in forms if form for line in lines)
    return state if itself and not rivals and 2 * most >= sum(map(bool, per_line)) else None


def _is_called(state: State, text: str) -> bool:
    """Whether a text has the name of a state, or that of its people."""
    return any(stands_in(form, text) for form in (state.name, *state.aliases, *state.demonyms))


def _is_told(state: State, title: str, text: str) -> bool:
    """Whether a title names a state: in capitals by its letters alone only if the text does too, `THE CAR`."""
    letters = [form for form in state.aliases if form.isupper()]
    spelled = any(fold(form) in fold(title) for form in (state.name, *state.aliases, *state.demonyms)
                  if form not in letters)  # fmt: skip
    return spelled or not title.isupper() or _is_called(state, text)


def _repairs(text: str) -> dict[str, str]:
    """An acronym seen once that is one slip away from one seen four times or more, and not a known one itself."""
    counts = Counter(_CAPITALS.findall(text))
    return {
        rare: common
        for rare, n in counts.items() if n == 1 and rare not in gazetteer.bodies()
        for common, m in counts.items() if m >= 4 and OSA.distance(rare, common) == 1
    }  # fmt: skip
