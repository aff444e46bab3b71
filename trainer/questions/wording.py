"""Question words: which, what, who, when and how many, by what the answer is."""

from __future__ import annotations

import re

from trainer.facts.fact import Part
from trainer.language import gazetteer
from trainer.language.names import PLACES, Sort
from trainer.language.verbs import Tense
from trainer.values.dates import PartialDate

_COUNTS = ("", "one", "two", "three", "four")
_PLURALS = {"country": "countries", "city": "cities", "person": "people", "company": "companies"}
ACTING = frozenset({
    "authorities", "fighters", "forces", "government", "junta", "officials", "peacekeepers", "police", "rebels",
    "soldiers", "troops", "militants", "lawmakers", "investigators", "operators", "personnel", "hackers",
    "military", "army", "insurgents", "regulators", "actors",
})  # fmt: skip
"""Common nouns for those who act, so that a question may ask who."""


def plural(noun: str) -> str:
    """More than one of it: `country`, `countries`."""
    regular = f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"
    return _PLURALS.get(noun, noun if noun.endswith("s") else regular)


def several(count: int, noun: str) -> str:
    """`two countries`."""
    return f"{_COUNTS[count]} {plural(noun)}"


def counted_which(part: Part) -> str:
    """`which two countries` for a list."""
    return f"which {_COUNTS[len(part.items)]} {plural(part.noun)}"


def who(part: Part) -> str:
    """How to ask for a subject; empty where no good question word is known."""
    if part.items:
        return counted_which(part)
    if part.sort is Sort.PERSON:
        return "who"
    if part.sort is not None and part.noun:
        return f"which {part.noun}"
    if part.named and part.noun in ACTING:
        return "who" if "'" in part.text or not part.plural else f"which {part.noun}"
    return ""


def what(part: Part) -> str:
    """How to ask for an object or the noun behind a preposition; empty where no good question word is known."""
    if part.items:
        return counted_which(part)
    if part.sort is Sort.PERSON:
        return "whom"
    if part.sort is not None and part.noun:
        return f"which {part.noun}"
    if part.preposition in {"following", "after", "during"} and part.noun in gazetteer.words("event_nouns"):
        return "which event"
    if part.noun and part.plural and " " in part.text and part.text.endswith(part.noun):
        return f"which {part.noun}"
    return "what" if part.noun else ""


def where(part: Part) -> str:
    """`in which country`, `in the northern parts of which two countries`; empty for no place."""
    if (
        part.sort not in PLACES
        or not part.noun
        or part.preposition not in {"in", "at", "to", "from", "near", "with", "across", "of"}
    ):
        return ""
    which = counted_which(part) if part.items else f"which {part.noun}"
    return " ".join(word for word in (part.preposition, part.lead, which) if word)


def when(time: PartialDate, preposition: str, tense: Tense) -> str:
    """`in what year`, `on what date`, `since when`, at the grain of the date."""
    grain = {"year": "year", "month": "month and year", "day": "date"}[time.granularity]
    if preposition in {"since", "by", "until"}:
        return f"{preposition} what {grain}"
    if tense is Tense.FUTURE:
        return "when"
    return f"on what {grain}" if time.day else f"in what {grain}"


def dated(time: PartialDate, preposition: str) -> str:
    """`in 2021`, `on June 18, 2023`, `since 2013`: the date as a detail of a question."""
    if preposition in {"since", "by", "until"}:
        return f"{preposition} {time.spoken}"
    return f"{'on' if time.day else 'in'} {time.spoken}"


def how_many(part: Part) -> str:
    """`at least how many peacekeepers`, `what percentage of voters`; empty if nothing is counted."""
    if part.quantity is None:
        return ""
    if part.quantity.unit == "percent":
        asked = f"what percentage {part.counted}" if part.counted.startswith("of ") else ""
    elif part.quantity.unit:
        asked = f"how much money {part.counted}"
    else:
        asked = (
            f"how many {part.counted}"
            if part.counted and part.counted.split()[0] not in {"of", "in", "on", "a"}
            else ""
        )
    return f"{part.quantity.hedge} {asked}".strip() if asked else ""
