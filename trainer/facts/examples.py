"""What a brief names as examples: `cities in the north, including A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trainer.facts.fact import Fact, Part, Role, Shape
from trainer.facts.provenance import provenance
from trainer.facts.statements import statements
from trainer.language.lists import NameList
from trainer.language.reading import Line, Reading, line_of
from trainer.language.reference import standing_alone
from trainer.language.sentences import Sentence, parse

_FRONTED = re.compile(r"(?P<preposition>In|Among|Across|At)\s(?P<noun>[a-z][a-z -]+?)$")


def examples(reading: Reading, line: Line) -> Iterator[Fact]:
    """One fact for each list of two or three examples whose kind is said and whose sentence, or noun, stands alone."""
    for listed in line.lists:
        if listed.marker and len(listed.items) <= 3 and (fact := _fact(reading, line, listed)) is not None:
            yield fact


def _fact(reading: Reading, line: Line, listed: NameList) -> Fact | None:
    items = _items(reading, line, listed)
    if items is None:
        return None
    fronted = _FRONTED.match(line.plain[: listed.marker_start].rstrip())
    told = _told_behind(reading, line, listed, fronted) if fronted else _told_before(reading, line, listed)
    noun = _kind(line, listed)
    if told is not None and noun:
        return replace(told, shape=Shape.EXAMPLES, value=noun, time_part=items)
    phrase = _phrase(reading, line, listed)
    if phrase is None or not noun:
        return None
    return Fact(Shape.EXAMPLES, Part(Role.SUBJECT, phrase, plural=True), provenance(line), value=noun, time_part=items)


def _items(reading: Reading, line: Line, listed: NameList) -> Part | None:
    starts = [item.start - 4 if line.plain[: item.start].endswith("the ") else item.start for item in listed.items]
    texts = [standing_alone(reading, line, start, item.end) for start, item in zip(starts, listed.items, strict=True)]
    if not all(texts):
        return None
    span, items = (starts[0], listed.end), tuple(text for text in texts if text)
    whole = Part(Role.DETAIL, line.plain[slice(*span)], span=span, noun=listed.noun, sort=listed.items[0].sort)
    return replace(whole, plural=True, items=items, named=True)


def _told_before(reading: Reading, line: Line, listed: NameList) -> Fact | None:
    """The clause that the list closes."""
    for fact in statements(reading, line):
        last = max([d.span[1] for d in (*fact.details, *([fact.object] if fact.object else []))], default=0)
        if last == listed.marker_start or line.plain[last : listed.marker_start].strip() == "":
            return fact
    return None


def _told_behind(reading: Reading, line: Line, listed: NameList, fronted: re.Match[str]) -> Fact | None:
    """The clause behind a fronted list, parsed on its own, with the front put at its end."""
    rest = line.plain[listed.end :].lstrip(", ")
    offset = len(line.plain) - len(rest)
    sentence = Sentence(line.sentence.text[offset:], line.sentence.passage, line.sentence.index, parse(rest))
    first = next(statements(reading, line_of(sentence)), None)
    if first is None:
        return None
    place = Part(Role.DETAIL, f"some {fronted['noun']}", fronted["preposition"].lower())
    return replace(first, details=(*first.details, place), provenance=provenance(line))


def _kind(line: Line, listed: NameList) -> str:
    """The plural noun that the examples are examples of."""
    doc = line.sentence.doc
    before = [t for t in doc if t.idx < listed.marker_start and t.tag_ == "NNS"]
    plurals = {"country": "countries", "city": "cities"}
    if listed.noun in plurals:
        return plurals[listed.noun]
    return before[-1].text if before else ""


def _phrase(reading: Reading, line: Line, listed: NameList) -> str | None:
    """The noun with its description right before the list, if a name in it makes it particular."""
    doc = line.sentence.doc
    before = [t for t in doc if t.idx + len(t) <= listed.marker_start]
    heads = [t for t in before[-12:] if t.tag_ == "NNS" and t.head.i < t.i and t.dep_ in {"obj", "nmod", "obl", "conj"}]
    for head in reversed(heads):
        start = min([c.i for c in head.children if c.i < head.i and c.dep_ in {"amod", "compound"}] + [head.i])
        behind = before[-1].i > head.i and doc[head.i + 1].tag_ in {"VBN", "IN", "VBG"}
        named = any(name.start > head.idx and name.end <= listed.marker_start for name in line.names)
        if behind and named:
            return standing_alone(reading, line, doc[start].idx, listed.marker_start)
    return None
