"""A stretch of a sentence that has to stand alone, and which of its definites do so by themselves."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from trainer.language import gazetteer
from trainer.language.entities import Entity, Mention
from trainer.language.event_nouns import COMPLETED, families
from trainer.language.grammar import tells_which
from trainer.language.kinds import CLASS_NOUNS, INSTITUTIONS, STANDING
from trainer.language.names import Sort
from trainer.language.person_nouns import PERSONS

if TYPE_CHECKING:
    from trainer.language.reading import Line, Reading

_BELONGING = frozenset({
    "authorities", "forces", "troops", "officials", "side", "soldiers", "coast", "border", "people", "airstrikes",
    "navy", "embassy", "capital", "language", "mainland", "territory", "fleet",
})  # fmt: skip
_SHARES = frozenset(
    {
        "percent",
        "cent",
        "thirds",
        "third",
        "half",
        "quarter",
        "quarters",
        "tenth",
        "fifth",
        "share",
        "%",
        "most",
        "much",
    }
)
_PLACING = frozenset({
    "in", "at", "on", "near", "against", "over", "into", "around", "off", "under", "behind", "across",
})  # fmt: skip
_JOINING = frozenset({"with", "by", "from"})
_TELLING = frozenset({"with", "by", "from", "for", "to", "about", "among"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a line, on its way into a question."""

    reading: Reading
    """The brief."""
    line: Line
    """The sentence."""
    span: Span
    """The part of it."""
    number: int
    """Which line of the reading it is."""
    gap: tuple[int, int] | None = None
    """Characters that are taken out."""
    owned: bool = False
    """Whether the subject of the clause stands in the question."""
    led: bool = False
    """Whether the question opens with what the brief is about."""
    follows: int | None = None
    """The line whose words the question says first: the one before, or this one itself; None where it says none."""
    as_written: bool = False
    """Whether `the` stays before a noun of which nothing tells what it means."""

    @property
    def key(self) -> Hashable:
        """The same for the same words of a brief, looked at in the same way."""
        return self.line, self.span.start, self.span.end, self.gap, self.owned, self.led, self.follows, self.as_written

    @property
    def named(self) -> tuple[Mention, ...]:
        """The names of the whole line."""
        lines = self.reading.mentions.named
        return lines[self.number] if self.number < len(lines) else ()

    def holds(self, entity: Entity, before: int) -> bool:
        """Whether the stretch names the entity before a character, outside the gap."""
        return any(
            m.entity == entity
            and self.span.start_char <= m.start
            and m.end <= before
            and not self.is_gap(m.start, m.end)
            for m in self.named
        )

    def has(self, token: Token) -> bool:
        """Whether the token stands in the stretch, be it in the gap."""
        return bool(self.span.start <= token.i < self.span.end)

    def is_gap(self, start: int, end: int) -> bool:
        """Whether the characters touch what is taken out."""
        return self.gap is not None and start < self.gap[1] and self.gap[0] < end

    def at(self, token: Token) -> Mention | None:
        """The name that a token is part of."""
        return self.reading.mentions.at(self.number, token.idx)


def is_before_name(stretch: Stretch, article: Token) -> bool:
    """Whether the next word begins a name that needs no more: `the FBI`."""
    if article.lower_ != "the" or article.i + 1 >= stretch.span.end:
        return False
    named = stretch.at(article.nbor())
    return named is not None and named.start == article.nbor().idx and named.entity.sort not in {Sort.PEOPLE, Sort.TERM}


def stands_itself(stretch: Stretch, article: Token, noun: Token) -> bool:
    """Whether a definite says what it means by its own words."""
    if article.lower_ != "the":
        return False
    itself = noun.lower_ in STANDING or (noun.lower_ == "vote" and _is_shared(article)) or _is_first_time(article, noun)
    return itself or _is_named(stretch, article, noun) or _describes_itself(stretch, noun)


def _is_first_time(article: Token, noun: Token) -> bool:
    """`for the first time`, `by the time the vote began`."""
    if article.i and [t.lower_ for t in article.doc[article.i - 1 : article.i + 2]] == ["by", "the", "time"]:
        return True
    return noun.lower_ == "time" and noun.i == article.i + 2 and article.nbor().lower_ in {"first", "last", "second"}


def _is_shared(article: Token) -> bool:
    """`54 percent of the vote`: the votes cast."""
    return article.i >= 2 and article.nbor(-1).lower_ == "of" and article.nbor(-2).lower_ in _SHARES


def _is_named(stretch: Stretch, article: Token, noun: Token) -> bool:
    """Whether the noun is a name itself, or one stands beside it: `the Moura massacre`, `the coal carrier Tutor`."""
    end = noun.idx + len(noun)
    for m in stretch.named:
        if article.idx <= m.start and m.end <= end and (m.end == end or not _is_weak(m) or _belongs(noun)):
            return True
    following = noun.nbor() if noun.i + 1 < stretch.span.end else None
    if following is not None and following.tag_ == "CD" and following.head == noun and noun.tag_ == "NN":
        return True
    if following is not None and following.text == "," and _is_named_behind(stretch, following):
        return True
    named = stretch.at(following) if following is not None else None
    return named is not None and noun.tag_ == "NN" and named.entity.sort is not Sort.PEOPLE


def _is_named_behind(stretch: Stretch, comma: Token) -> bool:
    """`the communications minister, Michelle Rowland,`: whether a person's name stands between two commas."""
    if comma.i + 1 >= stretch.span.end:
        return False
    named = stretch.at(comma.nbor())
    close = stretch.line.plain[named.end : named.end + 1] if named is not None else ""
    return named is not None and named.start == comma.nbor().idx and named.entity.sort is Sort.PERSON and close == ","


def _is_weak(mention: Mention) -> bool:
    return mention.entity.sort in {Sort.PEOPLE, Sort.TERM}


def _belongs(noun: Token) -> bool:
    """Whether a demonym before the noun says enough: `the Malian authorities`, `the Houthi attacks`."""
    word = noun.lower_
    office = word in gazetteer.words("office_heads") or word in PERSONS
    return word in INSTITUTIONS or word in families() or word in _BELONGING or office


def _describes_itself(stretch: Stretch, noun: Token) -> bool:
    """Whether words behind the noun, inside the stretch, say which one: an `of`, a clause, or a place or name."""
    if any(_tells(stretch, noun, child) for child in noun.children) or _is_of_something(stretch, noun):
        return True
    superlative = any(c.tag_ in {"JJS", "RBS"} or c.lower_ in {"first", "only", "last"} for c in noun.children)
    return superlative and any(child.dep_ == "nmod:poss" for child in noun.children)


def _is_of_something(stretch: Stretch, noun: Token) -> bool:
    """`40 per cent of the population of the worst-hit departments`, whatever the parser hangs the second `of` on."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    return (
        len(behind) == 2
        and behind[0].lower_ == "of"
        and stretch.has(behind[0])
        and behind[1].tag_ not in {"PRP", "WDT"}
    )


def _tells(stretch: Stretch, noun: Token, child: Token) -> bool:
    if child.i < noun.i or child.right_edge.i >= stretch.span.end:
        return False
    if tells_which(noun, child):
        return bool(child.right_edge.i - child.left_edge.i >= 2) or _has_name(stretch, child)
    between = noun.doc[noun.i + 1 : child.left_edge.i + 1]
    if child.dep_ == "appos":
        beside = bool(between) and (between[0].text in {",", "("} or between[0].tag_ in {"NNP", "NNPS"})
        return beside and _has_name(stretch, child)
    cases = {c.lower_ for c in child.children if c.dep_ == "case"}
    if child.dep_ != "nmod" or not cases or any(t.text == "," for t in between):
        return False
    if cases & {"of", "between"} or (cases & {"to", "for"} and noun.lower_ in COMPLETED):
        return True
    telling = _JOINING if noun.lower_ in families() else frozenset() if noun.lower_ in CLASS_NOUNS else _TELLING
    placed = cases & (_PLACING | telling)
    return bool(placed) and _has_name(stretch, child)


def _has_name(stretch: Stretch, head: Token) -> bool:
    start, end = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
    return any(
        start <= m.start and m.end <= end and m.entity.said[-1:].isalpha() and m.entity.sort is not Sort.TERM
        for m in stretch.named
    )
