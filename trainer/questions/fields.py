"""Fields of a report, `Killed: 2` and `Fuel: 62 percent`: a label, a figure and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.briefs.brief import Passage
from trainer.cards.card import GAP, Kind
from trainer.facts.fact import Fact, Part, Provenance, Shape
from trainer.facts.gaps import DATE_TIME_GROUP
from trainer.language.glyphs import plain
from trainer.language.numbers import number_mentions
from trainer.language.reading import Reading
from trainer.language.sorts import Sort
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, sentence
from trainer.text import fold
from trainer.values.quantities import Quantity

_FIELD = re.compile(
    r"(?:^|(?<=[.;,] )|(?<=[\da-z%Z] ))(?P<label>[A-Z][A-Za-z]*(?:[ /-][A-Za-z]+){0,3}(?: \([\w ]+\))?): "
    r"(?P<value>(?:(?:about|around|approximately|some|at least|more than|nearly|up to) )?[$€£]?\d[\d,.]*\d?Z?"
    r"(?: [A-Z]{3} \d\d)?(?:\s?%| [a-z]+(?: [a-z]+)?)?)(?=[.;,](?:\s|$)|$| [A-Z][a-z]+[^.;,:]{0,30}: )"
)
_OF_PEOPLE = {
    "killed": "killed", "kia": "killed", "dead": "dead", "deaths": "dead", "wounded": "wounded", "wia": "wounded",
    "injured": "injured", "missing": "missing", "mia": "missing", "captured": "captured", "detained": "detained",
    "arrested": "arrested", "displaced": "displaced", "evacuated": "evacuated", "rescued": "rescued",
}  # fmt: skip
"""Labels that count people, and what the people are."""
_ENEMY = re.compile(r"\b(?:enemy|opposing|adversary|hostile)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a report."""

    label: str
    """As written."""
    heading: str
    """The heading above it, in small letters but for names; empty if none."""
    value: str
    """As written."""
    span: tuple[int, int]
    """The characters of the value in the sentence."""
    provenance: Provenance
    """Where it stands."""
    quantity: Quantity | None
    """The number; None for a date-time group."""


def fields(reading: Reading, frame: Frame) -> Iterator[tuple[Draft, ...]]:
    """For each field that its label and its heading tell from all others what it gives; none without date and topic."""
    report = _report(reading, frame)
    if frame.month is None or not report:
        return
    found = [field for passage in reading.brief.passages for field in _fields_of(passage)]
    labels = Counter(fold(field.label) for field in found)
    under = Counter((fold(field.heading), fold(field.label)) for field in found)
    for field in found:
        alone = labels[fold(field.label)] == 1
        if alone or (field.heading and under[fold(field.heading), fold(field.label)] == 1):
            yield (_asked(frame, report, field, alone=alone),)


_NUMBERED = re.compile(
    r"\b(?:SITREP|Situation Report|INTSUM|INTREP|Flash Update|Update|Bulletin|Report) (?:No\.? ?)?\d+\b", re.IGNORECASE
)


def _report(reading: Reading, frame: Frame) -> str:
    """What the report is called: by what it is about, else by its number; empty if its title tells neither."""
    if frame.topic:
        return f"the {frame.month.spoken if frame.month else ''} brief on {frame.topic}"
    numbered = _NUMBERED.search(plain(reading.brief.title))
    if numbered is None or frame.month is None:
        return ""
    name = numbered[0].title() if " " in numbered[0].split(" No")[0] or not numbered[0].isupper() else numbered[0]
    return f"{name} of {frame.month.spoken}"


def _fields_of(passage: Passage) -> Iterator[Field]:
    """The fields of a passage that is made of nothing else."""
    text = plain(passage.text)
    matches = list(_FIELD.finditer(text))
    if not matches or _FIELD.sub("", text).strip(" .;,"):
        return
    for match in matches:
        heading = "" if _is_same(passage.heading, match["label"]) else _lowered(passage.heading)
        value = match["value"].rstrip(".,")
        number = next(iter(number_mentions(value)), None)
        group = DATE_TIME_GROUP.fullmatch(value) is not None
        if number is not None or group:
            start = match.start("value")
            where = Provenance(passage.text, passage.number, len(text.split()))
            quantity = number.quantity if number is not None and not group else None
            yield Field(match["label"], heading, value, (start, start + len(value)), where, quantity)


def _is_same(heading: str, label: str) -> bool:
    return fold(heading) == fold(label)


def _lowered(heading: str) -> str:
    """A heading without its number and its capitals: `2. CASUALTIES` as `casualties`."""
    words = re.sub(r"^(?:\d+|[A-Za-z])[.)] ", "", plain(heading)).strip(" .:")
    return words.lower() if words.isupper() or words.istitle() else words


def _asked(frame: Frame, report: str, field: Field, *, alone: bool) -> Draft:
    subject = Part(f"{field.heading}: {field.label}".strip(": "))
    fact = Fact(Shape.HOLDING, subject, field.provenance, value=field.value)
    under = f", under {field.heading}" if field.heading and not (alone and fold(field.label) in _OF_PEOPLE) else ""
    people = _OF_PEOPLE.get(fold(field.label), "")
    if people and field.quantity is not None and not _ENEMY.search(field.heading):
        question = f"how many people did {report} list as {people}{under}"
        return Draft(fact, Kind.HOW_MANY, "field", sentence("", question), field.value, field.span,
                     quantity=field.quantity, counted="people", as_of=frame.iso)  # fmt: skip
    question = f"According to {report}{under}: {field.label}: {GAP}"
    sort = Sort.UNKNOWN if field.quantity is None else None
    return Draft(fact, Kind.CLOZE, "field", sentence("", question, "."), field.value, field.span,
                 sort=sort, quantity=field.quantity, as_of=frame.iso)  # fmt: skip
