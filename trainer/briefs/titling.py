"""What a text is called: of the cells of its head the one that most speaks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.candidates import Candidate, asks, candidates, is_name_alone, said_below, worth
from trainer.briefs.fields import is_field, label_of
from trainer.briefs.head import Cell, Head
from trainer.briefs.headcells import Kind
from trainer.briefs.wholetitle import whole
from trainer.values.known_names import is_state

_WEIGHTS: Mapping[str, float] = {
    "subject": 9,
    "named": 3,
    "letter": 9,
    "highest heading": 5,
    "story": 3,
    "leads": 3,
    "section": -6,
    "told": 1,
    "untold": -1,
    "first": 3,
    "lone": 1,
    "capitals": 2,
    "set as a section": -5,
    "headline": 2,
    "words": 1,
    "column": -2,
    "closed": -4,
    "late": -0.2,
    "series": -4,
    "answer": -3,
    "form": -5,
    "house": -7,
    "names": -3,
    "masthead": -4,
    "motto": -4,
    "over text": -3,
    "address": -8,
}
"""What speaks for a candidate and against it."""
_FEWEST_ANSWERS = 3
"""Lines with labels near each other that make a form."""
_ARTICLES = frozenset({"the", "a", "an"})
_MOST_TOLD = 6.0
_FEWEST_WORDS = 3
_LONG_TITLE = 5
_HEADLINE = re.compile(
    r"[:?]|\b(?:is|are|was|were|has|have|will|can|must|should|what|who|why|how|when|after|before|[a-z]{3,}(?:s|ed))\b"
)
_OF_PAPERS = frozenset({Kind.HOUSE, Kind.SERIES})
_OF_HOUSES = frozenset({Kind.HOUSE, Kind.SERIES, Kind.NAMES})
_FEWEST_TELLING = 30
"""Words of a text that would tell of its title, if that told anything of it."""


@dataclass(frozen=True, slots=True)
class Titled:
    """What the head calls its text, and who puts it out; each empty if it does not say."""

    title: str = ""
    publisher: str = ""


def title_of(head: Head, parts: Sequence[Part]) -> Titled:
    """The candidate with the greatest evidence, whole with what belongs to it."""
    found = tuple(candidates(head))
    if not found:
        return Titled()
    weighing = Weighing(head, parts, found, said_below(head, parts))
    best = max(found, key=weighing.score)
    besides = [each for each in found if weighing.is_masthead(each) or weighing.is_motto(each)]
    return Titled(whole(best, found, head, weighing.said, besides), _publisher(best, found))


def _publisher(best: Candidate, found: Sequence[Candidate]) -> str:
    """The first name of a house or a series above the title; a house rather than the number of a series."""
    above = [each for each in found if each.cell.line < best.cell.line]
    names = [
        each
        for each in above
        if not is_state(each.text)
        and (each.kind in _OF_PAPERS or (each.kind is Kind.TITLE and is_name_alone(each.text)))
    ]
    houses = [each for each in names if each.kind is not Kind.SERIES or not each.text[-1].isdigit()]
    return next((each.text for each in (*houses, *names)), "")


class Weighing:
    """The candidates of one head against each other."""

    def __init__(self, head: Head, parts: Sequence[Part], found: Sequence[Candidate], said: Counter[str]) -> None:
        self.head, self.parts, self.found, self.said = head, parts, found, said
        self.greeting = self._greeting()
        self.first = self._first()

    def score(self, candidate: Candidate) -> float:
        """What speaks for a candidate less what speaks against it."""
        return sum(_WEIGHTS[name] * float(amount) for name, amount in self.evidence(candidate).items())

    def evidence(self, candidate: Candidate) -> dict[str, float]:
        """What speaks for a candidate and against it, by the names of the weights."""
        text, kind, cell = candidate.text, candidate.kind, candidate.cell
        told, greeting = worth(text, self.said), self.greeting
        below = self.parts[cell.part + 1] if cell.part + 1 < len(self.parts) else None
        is_section = cell.level > 1 and not self._is_story(cell)
        return {
            "subject": kind is Kind.SUBJECT,
            "named": kind is Kind.NAMED,
            "letter": greeting is not None and cell.line > greeting.line and cell.part == greeting.part + 1,
            "address": greeting is not None and cell.line < greeting.line and kind is not Kind.SUBJECT,
            "highest heading": cell.level == 1,
            "story": cell.level > 1 and not is_section,
            "leads": cell.level > 1 and isinstance(below, Heading) and below.level > cell.level,
            "section": is_section,
            "told": 0 if kind is Kind.HOUSE else min(told, _MOST_TOLD),
            "answer": kind is Kind.TITLE and is_field(text) and not text.isupper(),
            "form": kind is Kind.TITLE and self._is_in_form(cell),
            "untold": not told and kind is not Kind.SERIES,
            "first": candidate is self.first,
            "masthead": self.is_masthead(candidate),
            "motto": self.is_motto(candidate),
            "lone": cell.is_lone,
            "capitals": self._is_raised(candidate),
            "set as a section": self._is_section(candidate),
            "headline": bool(_HEADLINE.search(text)),
            "words": len(text.split()) >= _FEWEST_WORDS,
            "column": cell.column > 0,
            "closed": text.endswith("."),
            "late": self.found.index(candidate),
            "series": kind is Kind.SERIES,
            "house": kind is Kind.HOUSE and not (told and " " not in text),
            "names": kind is Kind.NAMES and told < 1,
            "over text": cell.part + 1 == self.head.end
            and below is not None
            and below.line == candidate.end + 1
            and candidate is not self.first,
        }

    def _greeting(self) -> Cell | None:
        """Whom a letter greets, if a line of its head stands below."""
        greeting = next((each for each in self.head.cells if each.kind is Kind.GREETING), None)
        is_letter = greeting is not None and any(each.cell.line > greeting.line for each in self.found)
        return greeting if is_letter else None

    def _first(self) -> Candidate | None:
        """The first that can be the title as it stands; a name at the very top only if none tells more."""
        able = [
            each
            for each in self.found
            if each.kind is Kind.TITLE
            and not each.cell.column
            and not (self.is_masthead(each) or self.is_motto(each))
            and (each.cell.level < 2 or self._is_story(each.cell))
        ]
        if len(able) > 1 and able[0] is self.found[0] and self._is_passed(able):
            return able[1]
        return next(iter(able), None)

    def _is_passed(self, able: Sequence[Candidate]) -> bool:
        """Whether a name at the very top is a house's: above its series, or less telling than what stands below."""
        top, most = able[0], max(worth(each.text, self.said) for each in able)
        if top.cell.level or not is_name_alone(top.text):
            return False
        is_over_series = any(each.kind is Kind.SERIES and each.cell.line == top.end + 1 for each in self.found)
        is_short = len(top.text.split()) <= _FEWEST_WORDS and any(
            len(each.text.split()) >= _LONG_TITLE for each in able
        )
        return is_over_series or is_short or not most or worth(top.text, self.said) < most

    def is_masthead(self, candidate: Candidate) -> bool:
        """Whether a few words in capitals name nothing of the text: a house or a series that nobody knows."""
        is_known = candidate.kind is not Kind.TITLE or candidate.cell.level > 0
        is_telling = self.said.total() > _FEWEST_TELLING
        return not is_known and is_telling and is_name_alone(candidate.text) and not worth(candidate.text, self.said)

    def is_motto(self, candidate: Candidate) -> bool:
        """Whether a line right below the name of a house or a series says more of it, and other words stand below."""
        above = [each for each in self.found if each.end == candidate.cell.line - 1 and not each.cell.column]
        is_below = any(each.kind in _OF_HOUSES or is_name_alone(each.text) for each in above)
        titles = [each for each in self.found if each.cell.part > candidate.cell.part and each.kind is Kind.TITLE]
        others = [each for each in titles if " " in each.text and not self._is_in_form(each.cell)]
        return is_below and not asks(candidate.text) and self._is_top(above[0].cell.line) and bool(others)

    def _is_top(self, line: int) -> bool:
        """Whether a line is the first that can be the title, with no buttons of a page above it."""
        above = [cell.kind for cell in self.head.cells if cell.line < line]
        return line == self.found[0].cell.line and Kind.CHROME not in above

    def _is_raised(self, candidate: Candidate) -> bool:
        """Whether of all that can be the title one alone stands in capitals with nothing right above or below it."""
        raised = [
            each
            for each in self.found
            if each.kind is Kind.TITLE
            and each.cell.is_lone
            and each.text.isupper()
            and len(each.text.split()) >= _FEWEST_WORDS
        ]
        return raised == [candidate] and candidate is not self.found[0]

    def _is_in_form(self, cell: Cell) -> bool:
        """Whether a line with a label stands among others: an answer, however long its value."""
        beside = [each for each in self.head.cells if abs(each.line - cell.line) <= _FEWEST_ANSWERS]
        asked = label_of(cell.text).split()  # `Active in`, and not `Goma` or `The route by the coast`
        is_asked = 0 < len(asked) <= _FEWEST_ANSWERS and asked[-1].islower() and asked[0].lower() not in _ARTICLES
        return is_asked and sum(bool(label_of(each.text)) for each in beside) >= _FEWEST_ANSWERS

    def _is_section(self, candidate: Candidate) -> bool:
        """Whether a short line above the text is set like those above later paragraphs, below the title of a series."""
        cell, below = candidate.cell, self.parts[self.head.end :]
        is_last = cell.is_lone and cell.part + 1 == self.head.end and len(candidate.text.split()) < _FEWEST_WORDS
        if not (is_last and cell.text.isupper() and any(each.kind is Kind.SERIES for each in self.found)):
            return False
        lines = [part.lines for part in below if isinstance(part, Block)]
        return any(len(each) == 1 and each[0].isupper() and is_name_alone(each[0]) for each in lines)

    def _is_story(self, cell: Cell) -> bool:
        """Whether a heading below the highest can be the title: alone on its level, or the only one with a colon."""
        headings = [part for part in self.parts if isinstance(part, Heading) and part.level > 1]
        here = [heading for heading in headings if heading.level == cell.level]
        colons = [heading for heading in headings if ": " in heading.text]
        return len(here) == 1 or (len(colons) == 1 and ": " in cell.text)
