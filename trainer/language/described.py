"""Phrases that say which one they mean: `the ransomware attack on Change Healthcare`, `the M23 rebels`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from trainer.language.entities import Mention
from trainer.language.event_nouns import families
from trainer.language.grammar import tells_which
from trainer.language.kinds import MEASURED
from trainer.language.names import Sort
from trainer.language.tags import SUBJECTS

if TYPE_CHECKING:
    from trainer.language.reading import Line

_JOINING = frozenset({
    "of", "on", "in", "at", "against", "between", "with", "into", "to", "over", "for", "from", "by", "near", "about",
    "around", "off",
})  # fmt: skip
_BEFORE_TAGS = frozenset({"JJ", "JJS", "NN", "NNP", "NNPS", "NNS", "HYPH", "POS", "CD", "VBN", "VBG", "FW"})
_LOOSE = frozenset(
    {"new", "recent", "latest", "current", "upcoming", "next", "previous", "other", "own", "such", "same"}
)
_STRIKING = frozenset({
    "struck", "hit", "shook", "killed", "devastated", "destroyed", "crippled", "paralysed", "paralyzed", "swept",
    "engulfed", "damaged", "battered", "rocked", "ravaged", "flattened", "overthrew", "toppled", "ousted", "sank",
})  # fmt: skip
_STOPS = frozenset({",", ";", ":", "(", ")", '"', "--", "."})
_ENDING = frozenset(
    {
        "despite",
        "amid",
        "after",
        "before",
        "since",
        "during",
        "following",
        "because",
        "as",
        "while",
        "when",
        "where",
        "although",
        "though",
        "than",
        "but",
        "until",
        "within",
        "without",
        "including",
    }
)
_INDEFINITE = frozenset({"a", "an", "another", "any", "some", "several", "two", "three", "four", "five", "second",
                         "third", "further", "separate", "other", "many", "new"})  # fmt: skip
LONGEST = 16
"""Tokens of a description beyond which it is too long to stand for a noun."""


@dataclass(frozen=True, slots=True)
class Described:
    """A noun with what tells it from others of its kind."""

    noun: str
    """The noun as written, lower case."""
    line: int
    """Which line of the reading."""
    head: int
    """The noun's token."""
    start: int
    """The first token of the phrase, without its article."""
    end: int
    """One past the last token of the phrase."""
    named: frozenset[int]
    """The entities in it."""
    plural: bool
    """Whether the noun is."""
    verb: int = -1
    """The verb, if it is a clause that becomes a description: `an earthquake struck Syria`; else -1."""
    weak: bool = False
    """Whether it holds no name itself: it may hold what stands for one."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A noun that brings in one of its kind and does not say which: `a second attack`."""

    noun: str
    """The noun as written, lower case."""
    line: int
    """Which line of the reading."""
    head: int
    """The noun's token."""
    plural: bool
    """Whether the noun is."""


def described_in(k: int, line: Line, mentions: Sequence[Mention]) -> Iterator[Described | Bare]:
    """Every common noun of a line that a name describes, and those that are new and bare."""
    doc = line.sentence.doc
    for noun in doc:
        if noun.tag_ not in {"NN", "NNS"} or any(m.start <= noun.idx < m.end for m in mentions):
            continue
        if noun.i + 1 < len(doc) and doc[noun.i + 1].tag_ in {"NN", "NNS"} and noun.dep_ == "compound":
            continue
        yield from _one(k, line, mentions, noun)


def _one(k: int, line: Line, mentions: Sequence[Mention], noun: Token) -> Iterator[Described | Bare]:
    plural = noun.tag_ == "NNS"
    ranked = next((child for child in noun.children if child.i < noun.i and _ranks(child)), None)
    if ranked is not None:
        if ranked.lower_ in _INDEFINITE:
            yield Bare(noun.lower_, k, noun.i, plural)
        return
    bounds = phrase_bounds(line, noun, mentions)
    named = _named(mentions, noun.doc, *bounds)
    if named and _tells(noun, mentions, noun.doc, bounds):
        yield Described(noun.lower_, k, noun.i, *bounds, named, plural)
        return
    verb = _verb_of(noun) if noun.lower_ in families() else -1
    told = _told_bounds(noun, verb, mentions) if verb >= 0 else None
    if told is not None:
        yield Described(noun.lower_, k, noun.i, *told, _named(mentions, noun.doc, *told), plural, verb)
    elif _is_weak(noun, bounds):
        yield Described(noun.lower_, k, noun.i, *bounds, frozenset(), plural, weak=True)
    elif _is_new(noun):
        yield Bare(noun.lower_, k, noun.i, plural)


def _is_new(noun: Token) -> bool:
    """Whether the noun brings in one, or so many, of its kind."""
    doc, at, new = noun.doc, noun.i - 1, False
    while at >= 0 and (
        doc[at].tag_ in _BEFORE_TAGS or doc[at].tag_ in {"DT", "RB", "PDT"} or doc[at].lower_ in _INDEFINITE
    ):
        if doc[at].lower_ in {"the", "these", "those", "this", "both"}:
            return False
        new = new or doc[at].lower_ in _INDEFINITE or doc[at].tag_ == "CD"
        if doc[at].tag_ == "DT":
            break
        at -= 1
    return new


def _ranks(modifier: Token) -> bool:
    """`the fifth coup`, `the largest attack`: says little without all that follows."""
    return modifier.tag_ == "JJS" or bool(re.fullmatch(r"first|second|third|last|only|\w+th", modifier.lower_))


def _is_weak(noun: Token, bounds: tuple[int, int]) -> bool:
    """Whether the phrase says more than the noun, though without a name."""
    owner = any(t.tag_ in {"PRP$", "POS"} for t in noun.doc[max(0, bounds[0] - 1) : noun.i])
    return noun.lower_ not in MEASURED and (bounds[1] > noun.i + 1 or owner)


def _tells(noun: Token, mentions: Sequence[Mention], doc: Doc, bounds: tuple[int, int]) -> bool:
    """Whether the names tell enough: a demonym alone tells an event, not a company."""
    inside = _inside(mentions, doc, *bounds)
    return noun.lower_ in families() or any(m.entity.sort is not Sort.PEOPLE for m in inside)


def _inside(mentions: Sequence[Mention], doc: Doc, start: int, end: int) -> list[Mention]:
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return [m for m in mentions if first <= m.start and m.end <= last]


def _named(mentions: Sequence[Mention], doc: Doc, start: int, end: int) -> frozenset[int]:
    return frozenset(m.entity.number for m in _inside(mentions, doc, start, end))


def phrase_bounds(line: Line, noun: Token, mentions: Sequence[Mention]) -> tuple[int, int]:
    """Tokens of the noun's own phrase: its modifiers, and behind it what names it, cut before dates and commas."""
    return _left(noun), _right(line, noun, mentions)


def _left(noun: Token) -> int:
    start, doc = noun.i, noun.doc
    while start and doc[start - 1].text not in _STOPS and _modifies(doc[start - 1], noun):
        start -= 1
    while start < noun.i and (
        doc[start].tag_ in {"POS", "HYPH", "CD"} or doc[start].lower_ in _LOOSE or _is_torn(doc, start)
    ):
        start += 1
    return start


def _is_torn(doc: Doc, start: int) -> bool:
    """`a 17- | article agreement`: whether the first part of a word with a hyphen has been left out before."""
    return start > 0 and doc[start - 1].tag_ == "HYPH" and not doc[start - 1].whitespace_


def _modifies(token: Token, noun: Token) -> bool:
    """Whether the token before a phrase is part of it: no participle that only follows another noun."""
    if token.tag_ == "RB":
        return (
            token.i + 1 < noun.i and token.nbor().tag_ in {"JJ", "VBN"} and token.lower_ not in {"also", "only", "then"}
        )
    if token.tag_ in {"VBN", "VBG"}:
        return token.dep_ in {"amod", "compound"} and noun.i - token.i <= 4 and token.lower_ not in {"been", "being"}
    if token.tag_ in {"NN", "NNS"} and token.nbor().tag_ in {"VBN", "VBG"}:
        return False
    return token.tag_ in _BEFORE_TAGS


def _right(line: Line, noun: Token, mentions: Sequence[Mention]) -> int:
    doc, end = noun.doc, noun.i + 1
    for child in (*noun.children, *_astray(noun)):
        if child.i < end or child.left_edge.i != end or not _describes(noun, child):
            continue
        last = _cut(line, child.left_edge.i, child.right_edge.i + 1)
        if last - noun.i > LONGEST or not _inside(mentions, doc, end, last):
            of = child.left_edge.lower_ == "of" and last - end <= 6
            if not of:
                break
        end = max(end, last)
        if child.dep_ == "acl:relcl":
            break
    return end


def _astray(noun: Token) -> list[Token]:
    """`The deal | with FACT was signed`: what the parser takes for one more subject in spite of its preposition."""
    return [t for t in noun.head.children if noun.dep_ in SUBJECTS and t.dep_ in SUBJECTS and t.i > noun.i]


def _describes(noun: Token, child: Token) -> bool:
    if child.dep_ in {"nmod", "obl", "nsubj", "nsubj:pass"}:
        return any(case.lower_ in _JOINING for case in child.children if case.dep_ == "case" and case.i < child.i)
    if child.dep_ == "acl:relcl":
        told = child.tag_ in {"VBD", "VBN"} and child.left_edge.lower_ in {"that", "which", "who"}
        return told and tells_which(noun, child)
    return child.dep_ == "acl" and child.tag_ in {"VBN", "VBG"} and tells_which(noun, child)


def _cut(line: Line, start: int, end: int) -> int:
    """Where the phrase has to end: before a comma, a date or the preposition of a date."""
    doc = line.sentence.doc
    for i in range(start, min(end, len(doc))):
        if (
            doc[i].text in _STOPS
            or (doc[i].lower_ in _ENDING and not _counts_over(doc, i))
            or (i > start and _joins(doc, i))
            or (doc[i].text == "-" and doc[i].whitespace_ and i and doc[i - 1].whitespace_)
        ):
            return i
        if any(date.start <= doc[i].idx < date.end for date in line.dates):
            return i - 1 if doc[i - 1].tag_ == "IN" and i - 1 > start else i
    return end


def _counts_over(doc: Doc, i: int) -> bool:
    """Whether a `than` belongs to an amount: `for more | than a decade`."""
    return i > 0 and doc[i].lower_ == "than" and doc[i - 1].lower_ in {"more", "less", "fewer"}


def _joins(doc: Doc, i: int) -> bool:
    """Whether a conjunction joins on something that is no name."""
    named = i + 1 < len(doc) and (_is_named(doc[i + 1]) or (doc[i + 1].lower_ == "the" and _is_name_alone(doc, i + 2)))
    return doc[i].tag_ == "CC" and not (_is_named(doc[i - 1]) and named)


def _is_name_alone(doc: Doc, i: int) -> bool:
    """Whether no common noun follows the name: `and the US`, not `and the Khurais oilfield`."""
    while i < len(doc) and _is_named(doc[i]):
        i += 1
    return i >= len(doc) or doc[i].tag_ not in {"NN", "NNS"}


def _is_named(token: Token) -> bool:
    """Whether it is a name, by its tag or by its capitals, which the parser may take for a noun: `Maersk and MSC`."""
    return token.tag_ in {"NNP", "NNPS"} or (token.tag_ in {"NN", "NNS"} and token.text.isupper())


def _verb_of(noun: Token) -> int:
    """The verb of `An earthquake of magnitude 7.8 struck southern Syria`, by its words: the parser often errs here."""
    opened = noun.doc[max(0, noun.i - 4) : noun.i]
    new = any(t.lower_ in {"a", "an"} for t in opened)
    if not new or any(t.is_punct and t.tag_ != "HYPH" for t in opened[-2:]):
        return -1
    at = noun.i + 1
    if [t.lower_ for t in noun.doc[at : at + 2]] == ["of", "magnitude"]:
        at += 3
    struck = at < len(noun.doc) and noun.doc[at].lower_ in _STRIKING
    return at if struck else -1


def _told_bounds(noun: Token, verb: int, mentions: Sequence[Mention]) -> tuple[int, int] | None:
    """From the event's own words to the name that it struck."""
    doc = noun.doc
    behind = [m for m in mentions if m.start > doc[verb].idx]
    span = doc.char_span(behind[0].start, behind[0].end, alignment_mode="expand") if behind else None
    near = span is not None and span.start - verb <= 4 and not any(t.is_punct for t in doc[verb : span.start])
    return (_left(noun), span.end) if span is not None and near else None
