"""Names cut too short: more of the same name stands before or behind, so that it names nothing by itself."""

from __future__ import annotations

import re

from trainer.language import gazetteer
from trainer.language.names import ACTORS, PLACES, Name, Sort
from trainer.language.reader import is_in_dictionary
from trainer.language.reading import Line
from trainer.text import fold

_RULER_OF = re.compile(r"\b(?:Duke|Emperor|King|Prince|Princess|Queen|Saint|Shah|Sultan) (?:of )?$")


_OPENED = re.compile(r"[A-Z][a-z]+ (?:of|for) (?:[A-Z][a-z]+ )+$|\b\d+ $")
"""The opening of a longer name: `Council of Private | Enterprise`, `48 | Cantons`."""


_BEFORE_SUM = re.compile(r" of [A-Z]{2,4}\$?$")
"""A currency at the end of what was taken for a name: `Dolna Facility of SDR | 2bn`."""
_FIRST_HALF = re.compile(r"(?P<words>(?:[A-Z][a-z]+ )+)and $")


def _is_second_half(line: Line, name: Name) -> bool:
    """Whether a body's name goes on from capitals before `and` that name nothing: `Dolna Border and | Coast Guard`."""
    found = _FIRST_HALF.search(line.plain, 0, name.start)
    if found is None or (found.start() == 0 and " " not in found["words"].strip()):
        return False
    last = found["words"].split()[-1]
    named = any(
        other.sort not in {Sort.PLACE, Sort.UNKNOWN} and found.start() < other.end <= found.end("words")
        for other in line.names
    )
    return not named and is_in_dictionary(last.lower())


_MEASURE = re.compile(
    r"\d[\d.,]* ?(?:[kKMGTP]B|[kMGT]Wh?|kV|[kMG]Hz|[kMGT]bps)|[A-Z]{1,3}\d+(?:,\d{3})+(?:\.\d+)?|[A-Z]{1,3}\d+\.\d+"
)
"""What was taken for a name and is a number with its unit or its currency: `400 GB`, `R240,000`."""
_GOES_ON_OF = re.compile(r" of (?:the )?(?P<rest>[A-Z][\w'’-]+)")
_GOES_ON_IN = re.compile(r"(?: in |-in-)Opposition\b")
_GOES_ON_AND = re.compile(r" and (?:[A-Z][\w-]+ )*(?P<last>[A-Z][\w-]+)")
_OF_PLACE = re.compile(r" of (?:the )?[A-Z][\w'’-]+$")
_BODY_BEHIND = re.compile(r" (?:[a-z]+ )?(?:court|council|bank|university|parliament|police|exchange)\b")


def _is_first_half(line: Line, name: Name) -> bool:
    """Whether a body's name goes on: `Dolna Churches | of Christ`, `Chamber of the Dolna | appeal court`."""
    if _GOES_ON_IN.match(line.plain, name.end):
        return True
    if _OF_PLACE.search(name.text) and _BODY_BEHIND.match(line.plain, name.end):
        return True
    behind = _GOES_ON_OF.match(line.plain, name.end)
    if behind is None:
        return False
    rest = (other for other in line.names if other.start <= behind.start("rest") < other.end)
    return not any(other.sure or other.sort in PLACES for other in rest)


def _is_of_body(line: Line, name: Name) -> bool:
    """Whether what is no body by itself is the opening of one's name: `Dolna Border | and Coast Guard Agency`."""
    behind = _GOES_ON_AND.match(line.plain, name.end)
    noun = fold(name.text.rpartition(" ")[2])
    if behind is None or " " not in name.text or not is_in_dictionary(noun):
        return False
    return fold(behind["last"]) in gazetteer.words("organization_nouns") and name.sort not in {Sort.PERSON, Sort.STATE}


_BESIDE_PEOPLE = re.compile(r"\b(?P<people>[A-Z][\w-]+) (?:and|or) $")
_BEFORE_NOUN = re.compile(r" [a-z]+s?\b(?<! and)(?<! or)(?<! in)(?<! on)(?<! to)(?<! at)(?<! of)(?<! for)(?<! is)")


def _is_of_shores(line: Line, name: Name) -> bool:
    """Whether a sea's name is an adjective for those around it, like the one before: `Polish or | Baltic laws`."""
    led = _BESIDE_PEOPLE.search(line.plain, 0, name.start) if name.sort is Sort.PLACE else None
    people = led["people"] if led is not None else ""
    return people in gazetteer.demonyms() and _BEFORE_NOUN.match(line.plain, name.end) is not None


_OWNING_NOTHING = re.compile(r"['’]s(?: (?:in|within|on|at|for|by|to|from|and|after|before|was|is|had|has)\b|[,.;])")
"""What follows the `'s` of a saint's town: `Power was back in St Anne's within a day`."""


def is_within_name(line: Line, name: Name) -> bool:
    """Whether more of the same name stands beside it: `Prince of | Dolna University`, `Samaritan | 's Purse`."""
    before, behind = line.plain[: name.start], line.plain[name.end :]
    if name.sort in ACTORS and (_RULER_OF.search(before) or _is_second_half(line, name) or _is_first_half(line, name)):
        return True
    if re.search(r"\d-$", before) or (name.text.startswith("St ") and _OWNING_NOTHING.match(behind)):
        return True
    if _MEASURE.fullmatch(name.text) or _is_of_body(line, name) or _is_of_shores(line, name):
        return True
    if _BEFORE_SUM.search(name.text) and re.match(r" ?[$€£]?\d", behind):
        return True
    lone = " " not in name.text and is_in_dictionary(name.text.lower())
    if lone and (_OPENED.search(before) or (behind.startswith("' ") and name.text.endswith("s"))):
        return True
    first, second = re.search(r"([A-Z][a-z]+)'s $", before), re.match(r"'s ([A-Z][a-z]+)\b", behind)
    beside = (first or second) if " " not in name.text else None
    words = (beside[1], name.text) if beside is not None else ()
    known = (other.sure for other in line.names if other is not name and other.text in words)
    return bool(words) and not any(known) and all(is_in_dictionary(word.lower()) for word in words)
