"""What a text is called: of the cells of its head the one that most speaks for."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.cells import LABELLED, Kind, is_open, is_sentence, kind_of
from trainer.briefs.fields import is_field
from trainer.briefs.head import Cell, Head, runs
from trainer.briefs.masthead import KINDS
from trainer.text import fold
from trainer.values.known_names import is_state, names_place

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
    "headline": 2,
    "words": 1,
    "column": -2,
    "closed": -4,
    "late": -0.2,
    "series": -4,
    "answer": -3,
    "house": -7,
    "names": -3,
    "masthead": -4,
    "motto": -4,
    "over text": -3,
    "address": -8,
}
"""What speaks for a candidate and against it."""
_MOST_TOLD = 6.0
_FEWEST_WORDS = 3
_LONG_TITLE = 5
_TITLE_WORDS = 6
"""Words of a title that needs no other line to say what the text is about."""
_WRAPPED = 35
"""Characters of a line in capitals that can have been too long for its page."""
_STEM = 6
"""Letters of a word that tell it from others."""
_WORD = re.compile(r"[^\W\d_][\w’'.-]*\w")
_COMMON = frozenset(
    ("about", "after", "against", "also", "been", "before", "being", "between", "both", "could", "does", "each", "even",
     "from", "have", "into", "like", "made", "make", "many", "more", "most", "much", "must", "never", "only", "other",
     "over", "said", "same", "should", "since", "some", "still", "such", "than", "that", "their", "them", "then",
     "there", "these", "they", "this", "those", "through", "time", "under", "until", "were", "what", "when", "where",
     "which", "while", "whose", "will", "with", "would", "year", "years", "your")
)  # fmt: skip
_LITTLE = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "it", "its", "not", "of", "on",
     "or", "over", "so", "the", "their", "to", "under", "v", "we", "with")
)  # fmt: skip
"""Words that have no capital in a title whose others have one."""
_OPEN = re.compile(
    r"(?:[,;:–—/&-]|\b(?:a|an|and|at|but|by|for|from|in|into|its|of|on|or|the|their|to|with|about))$",
    re.IGNORECASE,
)
_HEADLINE = re.compile(
    r"[:?]|\b(?:is|are|was|were|has|have|will|can|must|should|what|who|why|how|when|after|before|[a-z]{3,}(?:s|ed))\b"
)
_PARTS = re.compile(r"\s+[·—–|/-]\s+")
_OF_HOUSES = frozenset({Kind.HOUSE, Kind.SERIES, Kind.NAMES})
_FEWEST_TELLING = 30
"""Words of a text that would tell of its title, if that told anything of it."""
_NAME_WORDS = 6
_ASKS = re.compile(r"[:?]|\bv\.?\s")
"""What no name of a house has."""
_OF_PAPERS = frozenset(word[:6] for word in KINDS | {"issue", "number", "situation", "time"})
"""Words of papers, not of what they tell."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the head that can be its title, from one cell or from several that follow one another."""

    text: str
    kind: Kind
    cell: Cell
    end: int
    """Line of its last cell."""


@dataclass(frozen=True, slots=True)
class Titled:
    """What the head calls its text, and who puts it out; each empty if it does not say."""

    title: str = ""
    publisher: str = ""


def title_of(head: Head, parts: Sequence[Part]) -> Titled:
    """The candidate with the greatest evidence, whole with what belongs to it."""
    said = said_below(head, parts)
    found = list(_candidates(head))
    if not found:
        return Titled()
    scores = [_score(candidate, found, head, parts, said) for candidate in found]
    best = found[max(range(len(found)), key=scores.__getitem__)]
    houses = [each.text for each in found if each.kind in {Kind.HOUSE, Kind.SERIES} and each.cell.line < best.cell.line]
    house = next((each.text for each in found if each.kind is Kind.HOUSE and each.text in houses), "")
    return Titled(_whole(best, found, head, said), house or next(iter(houses), ""))


def said_below(head: Head, parts: Sequence[Part]) -> Counter[str]:
    """How often each word comes in the running text; its last paragraph may speak of the paper, and is left out."""
    texts = [" ".join(part.lines) for part in parts[head.end :] if isinstance(part, Block) and runs(part)]
    kept = texts[:-1] if len(texts) > _FEWEST_WORDS else texts
    return Counter(word for text in kept for word in _words(text))


def _words(text: str) -> Iterator[str]:
    """What of a text can be its matter: words without their endings, and initials."""
    for word in _WORD.findall(text):
        folded = fold(word).removesuffix("'s").removesuffix("’s")
        if len(folded) > _FEWEST_WORDS and folded not in _COMMON and not folded.isdigit():
            yield folded.removesuffix("s")[:_STEM]
        elif word.isupper() and len(word) > 1 and folded not in _LITTLE:
            yield folded


def _candidates(head: Head) -> Iterator[Candidate]:
    """What can be the title, each cell with those that go on with it."""
    cells, taken = head.cells, 0
    for place, cell in enumerate(cells):
        if place < taken:
            continue
        text, kind, after = cell.text, cell.kind, place + 1
        if kind not in LABELLED and (not is_open(kind) or is_sentence(text)):
            continue
        last = cell
        while after < len(cells) and _goes_on(last, cells[after], is_subject=kind is Kind.SUBJECT):
            last = cells[after]
            text, after = f"{text} {last.text}", after + 1
        taken = after
        yield Candidate(text, kind if after == place + 1 or kind is Kind.SUBJECT else kind_of(text), cell, last.line)


def _goes_on(above: Cell, below: Cell, *, is_subject: bool) -> bool:
    """Whether a cell goes on with the one above it: both are set alike, and the upper is not complete."""
    if below.column or above.column or not is_open(below.kind) or below.level or above.level:
        return False
    is_next = below.line == above.line + 1 and below.part == above.part
    first = below.text.split()[0]
    is_small = first[:1].islower() or (is_next and first.isupper() and first.lower() in _LITTLE)
    if is_small or (_OPEN.search(above.text) and not above.text.isupper()) or (is_next and _OPEN.search(above.text)):
        return is_next or below.part == above.part + 1
    wrapped = _is_set_alike(above.text, below.text) and len(above.text) >= _WRAPPED and above.text[-1] not in ".?!"
    return is_next and wrapped and (is_subject or below.kind is above.kind is Kind.TITLE)


def _is_set_alike(above: str, below: str) -> bool:
    """Whether two lines are both in capitals, or each of their words has one."""
    if above.isupper() or below.isupper():
        return above.isupper() and below.isupper()
    return _is_cased(above) and _is_cased(below)


def _is_cased(text: str) -> bool:
    return all(not word[:1].islower() or word in _LITTLE or not word.isascii() for word in text.split())


def _score(
    candidate: Candidate, found: Sequence[Candidate], head: Head, parts: Sequence[Part], said: Counter[str]
) -> float:
    evidence = _evidence(candidate, found, head, parts, said)
    return sum(_WEIGHTS[name] * float(amount) for name, amount in evidence.items())


def _evidence(
    candidate: Candidate, found: Sequence[Candidate], head: Head, parts: Sequence[Part], said: Counter[str]
) -> dict[str, float]:
    """What speaks for a candidate and against it, by the names of the weights."""
    text, kind, cell = candidate.text, candidate.kind, candidate.cell
    first = _first(found, said, parts)
    greeting = next((each for each in head.cells if each.kind is Kind.GREETING), None)
    is_letter = greeting is not None and any(each.cell.line > greeting.line for each in found)
    told = worth(text, said)
    below = parts[cell.part + 1] if cell.part + 1 < len(parts) else None
    is_section = cell.level > 1 and not _is_story(cell, parts)
    return {
        "subject": kind is Kind.SUBJECT,
        "named": kind is Kind.NAMED,
        "letter": is_letter and greeting is not None and cell.line > greeting.line and cell.part == greeting.part + 1,
        "address": is_letter and greeting is not None and cell.line < greeting.line and kind is not Kind.SUBJECT,
        "highest heading": cell.level == 1,
        "story": cell.level > 1 and not is_section,
        "leads": cell.level > 1 and isinstance(below, Heading) and below.level > cell.level,
        "section": is_section,
        "told": 0 if kind is Kind.HOUSE else min(told, _MOST_TOLD),
        "answer": kind is Kind.TITLE and is_field(text) and not text.isupper(),
        "untold": not told and kind is not Kind.SERIES,
        "first": candidate is first,
        "masthead": _is_masthead(candidate, said),
        "motto": _is_motto(candidate, found),
        "lone": cell.is_lone,
        "headline": bool(_HEADLINE.search(text)),
        "words": len(text.split()) >= _FEWEST_WORDS,
        "column": cell.column > 0,
        "closed": text.endswith("."),
        "late": found.index(candidate),
        "series": kind is Kind.SERIES,
        "house": kind is Kind.HOUSE and not (told and " " not in text),
        "names": kind is Kind.NAMES and told < 1,
        "over text": cell.part + 1 == head.end
        and below is not None
        and below.line == candidate.end + 1
        and candidate is not first,
    }


def _first(found: Sequence[Candidate], said: Counter[str], parts: Sequence[Part]) -> Candidate | None:
    """The first that can be the title as it stands; a name at the very top only if it tells as much as any other."""
    able = [
        each
        for each in found
        if each.kind is Kind.TITLE
        and not each.cell.column
        and not (_is_masthead(each, said) or _is_motto(each, found))
        and (each.cell.level < 2 or _is_story(each.cell, parts))
    ]
    if len(able) > 1 and able[0] is found[0] and _is_passed(able, found, said):
        return able[1]
    return next(iter(able), None)


def _is_passed(able: Sequence[Candidate], found: Sequence[Candidate], said: Counter[str]) -> bool:
    """Whether a name at the very top is that of a house: above its series, or less telling than what stands below."""
    top, most = able[0], max(worth(each.text, said) for each in able)
    if top.cell.level or not _is_name(top.text):
        return False
    is_over_series = any(each.kind is Kind.SERIES and each.cell.line == top.end + 1 for each in found)
    is_short = len(top.text.split()) <= _FEWEST_WORDS and any(len(each.text.split()) >= _LONG_TITLE for each in able)
    return is_over_series or is_short or not most or worth(top.text, said) < most


def _is_name(text: str) -> bool:
    """Whether a few words in capitals can name a house or a series."""
    return len(text.split()) <= _NAME_WORDS and _is_cased(text) and not _ASKS.search(text)


def _is_masthead(candidate: Candidate, said: Counter[str]) -> bool:
    """Whether a few words in capitals name nothing of the text: a house or a series that nobody knows."""
    is_known = candidate.kind is not Kind.TITLE or candidate.cell.level > 0
    is_telling = said.total() > _FEWEST_TELLING
    return not is_known and is_telling and _is_name(candidate.text) and not worth(candidate.text, said)


def _is_motto(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a line right below the name of a house or a series says more of it, and other words stand below."""
    above = [each for each in found if each.end == candidate.cell.line - 1 and not each.cell.column]
    is_below = any(each.kind in _OF_HOUSES or _is_name(each.text) for each in above)
    titles = [each for each in found if each.cell.part > candidate.cell.part and each.kind is Kind.TITLE]
    others = [each for each in titles if " " in each.text]
    return is_below and not _ASKS.search(candidate.text) and above[0].cell.line == found[0].cell.line and bool(others)


def _is_story(cell: Cell, parts: Sequence[Part]) -> bool:
    """Whether a heading below the highest can be the title: alone on its level, or the only one with a colon."""
    headings = [part for part in parts if isinstance(part, Heading) and part.level > 1]
    here = [heading for heading in headings if heading.level == cell.level]
    colons = [heading for heading in headings if ": " in heading.text]
    return len(here) == 1 or (len(colons) == 1 and ": " in cell.text)


def worth(line: str, said: Counter[str]) -> float:
    """How much of a text a line tells, each word by the logarithm of how often it comes."""
    words = {word for word in _words(line) if word not in _OF_PAPERS}
    return sum(math.log1p(said[word]) for word in words)


def _whole(best: Candidate, found: Sequence[Candidate], head: Head, said: Counter[str]) -> str:
    """The best candidate with the line that it only explains, or with the matter of a series that names none."""
    if best.kind is Kind.SERIES:
        open_ = [each for each in found if each.kind in {Kind.TITLE, Kind.NAMES} and each.cell.level < 2]
        named = [each for each in open_ if worth(each.text, said) or each.cell.line == best.cell.line]
        kicker = max(named, key=lambda each: worth(each.text, said), default=None)
        number = next((cell.text for cell in head.cells if cell.kind is Kind.NUMBER and cell.line == best.end + 1), "")
        series = f"{best.text} {number}".strip()
        return f"{kicker.text} - {series}" if kicker else series
    if beside := _series_beside(best, found):
        return f"{best.text} - {beside.text}"
    if not names_place(best.text) and (state := _kicker(best, head)):
        return f"{state}: {best.text}"
    above = _explained(best, found, head)
    if above is None or (_is_masthead(above, said) and len(above.text.split()) < _FEWEST_WORDS):
        return best.text
    is_enough = 2 * worth(above.text, said) >= worth(best.text, said) or len(above.text.split()) >= _TITLE_WORDS
    return above.text if is_enough else f"{above.text}: {best.text}"


def _kicker(best: Candidate, head: Head) -> str:
    """The state that opens a line above the title: `PAKISTAN`, or `MARKET WATCH · SOUTH SUDAN`."""
    above = [cell.text for cell in head.cells if cell.line < best.cell.line and not cell.column]
    parts = [part.strip() for text in above for part in _PARTS.split(text)]
    return next((part for part in reversed(parts) if is_state(part)), "")


def _series_beside(best: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """The series that stands beside a bare name on its line, or right below it."""
    if not _is_name(best.text) or len(best.text.split()) > _FEWEST_WORDS or best.kind in LABELLED:
        return None
    lines = {best.end, best.end + 1}
    return next((each for each in found if each.kind is Kind.SERIES and each.cell.line in lines), None)


def _explained(best: Candidate, found: Sequence[Candidate], head: Head) -> Candidate | None:
    """The line right above the best one that can be the title which it explains; not the first of the head."""
    place = found.index(best)
    above = found[place - 1] if place > 1 and best.kind is Kind.TITLE else None
    if above is None or above.kind not in {Kind.TITLE, Kind.NAMES} or above.cell.column or best.cell.column:
        return None
    between = any(above.end < cell.line < best.cell.line for cell in head.cells)
    is_person = above.kind is Kind.NAMES and "," not in above.text
    is_told = is_person or is_field(above.text) or above.text[-1].isdigit() or _is_motto(above, found)
    return None if between or is_told or best.cell.level > above.cell.level else above
