"""Words of a telling as a question may say them: names for what points back, dates in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from trainer.facts.calendar import Calendar
from trainer.facts.gaps import is_no_date
from trainer.facts.sources import SOURCE
from trainer.facts.syntax import is_of_now
from trainer.facts.telling import Telling
from trainer.language.dates import DateMention
from trainer.language.leaning import returning_nouns
from trainer.language.names import Sort
from trainer.language.reading import Line, Reading
from trainer.language.reference import standing_alone
from trainer.questions.capitals import always_capital, decapitalized, lowered
from trainer.text import fold
from trainer.values.names import stands_in

MARK = "\u2423"
"""Stands for what is asked until the question words are known."""


_SPENDING = re.compile(r"\b(?:spen[dt]|spends|spending|wasted?) $")
"""Before a time that is what a verb takes: `spent last week in Gao`."""
_BEFORE_MARK = re.compile(r"\s+([,.;:%)])")
_STRAY = re.compile(r",+(?=[,.;])|^[,;\s]+|[,;\s-]+$")
_BEFORE_OWNER = re.compile(r"\s+('s\b|'(?=\s|$))")
_INTO = re.compile(r"\b(?:into|through|throughout|past) $")
"""Before a day that needs no other word: `overnight and into Tuesday`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Pronouns that a question keeps, for they stand for its own subject."""

    words: frozenset[str] = frozenset()
    """In lower case."""
    subject: str = ""
    """What they stand for, as the question says it."""
    name: str = ""
    """Another name of the same, which the sentence sets beside it."""


NOTHING = Kept()
"""No pronoun stays."""


@dataclass(frozen=True, slots=True)
class Before:
    """What a question says before the words with the gap: the sentence before, or the first part of the same one."""

    text: str
    """In words that stand alone, with the mark that goes behind them."""
    line: int | None
    """Which line of the brief it is from; None for what heads a paragraph, and explains no word of it."""
    is_now: bool
    """Whether it tells of what was so when the brief was written."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How one brief is told."""

    reading: Reading
    """The brief."""
    calendar: Calendar
    """Its dates."""
    led: bool = False
    """Whether its questions open with what the brief is about, which explains some definites."""
    before: Before | None = None
    """What its questions say before the telling; None where they say that alone."""
    as_written: bool = False
    """Whether they keep `the` before a noun of which nothing tells what it means."""
    quoted: bool = False
    """Whether they keep a quotation, as only the words of a brief in their own order may."""

    @property
    def follows(self) -> bool:
        """Whether what is said before the telling is of the brief's own sentences, and explains words of it."""
        return self.before is not None and self.before.line is not None

    def date_of(self, line: Line, mention: DateMention) -> str | None:
        """A date in full, `in` put before one that stood without a preposition; None if it is not certain."""
        time = self.calendar.get((line.sentence.passage, line.sentence.index, mention.start))
        before = line.plain[: mention.start].lower()
        if time is None or (mention.relative and (before.endswith(" the ") or _SPENDING.search(before))):
            return None  # `on the Monday`: of the week that the sentence before tells of
        if mention.preposition == "between" and time.until:
            return time.spoken.replace(" to ", " and ", 1)
        if is_no_date(line, mention):
            return None
        if line.plain.startswith("'s", mention.end):
            return time.spoken if time.spoken == str(time.year) else None  # `2023's harvest`, not `Wednesday's summit`
        return (
            f"{'on' if time.day else 'in'} {time.spoken}"
            if mention.relative
            and not _INTO.search(line.plain[: mention.start])
            and (not mention.preposition or _is_set_off(line, mention))
            else time.spoken
        )

    def say(
        self, told: Telling, first: int, last: int, gap: tuple[int, int] | None = None, *, owned: bool = True,
        kept: Kept = NOTHING, bound: int = 0,
    ) -> str | None:  # fmt: skip
        """The tokens from `first` to `last` in words that stand alone, MARK for the gap; None if they cannot.

        `kept` are pronouns that may stay from the token `bound` on: what they stand for is in the same question.
        """
        named = self.say(told, first, last, gap, owned=owned) if bound and not kept.words & {"it", "they"} else None
        twice = named is not None and (
            _says_twice(named, told.line, kept.subject)
            or self._tells_gap(named, told.line, gap)
            or (bool(kept.name) and kept.name in named)
        )
        if named is not None and not twice:
            return named
        pieces: list[str] = []
        for start, end, put in _runs(told, first, last, bound):
            behind = put or start >= told.places[bound][0]
            text = put or self._alone(
                told.line, (start, end), gap, owned=owned and bool(behind), kept=kept if behind else NOTHING
            )
            if text is None:
                return named
            pieces.append(decapitalized(text) if put else self._lowered(told.line, start, text))
        text = _STRAY.sub("", _BEFORE_MARK.sub(r"\1", " ".join(pieces)))
        return _BEFORE_OWNER.sub(r"\1", text)

    def _lowered(self, line: Line, start: int, text: str) -> str:
        """Without the capital that only the head of a sentence gave: not `Beryl`, never written small."""
        said = lowered(line, start, text)
        if said == text:
            return text
        word = re.match(r"\w+", text)
        titled = _CALLED.findall(self.reading.brief.title)
        named = always_capital((*titled, *(other.plain for other in self.reading.lines)))
        return text if word is not None and word[0] in named else said

    def _tells_gap(self, text: str, line: Line, gap: tuple[int, int] | None) -> bool:
        """Whether the words name what has been taken out: `The [...] lost a tenth of the bank's holdings`."""
        mention = self.reading.mentions.at(self.reading.mentions.number(line), gap[0]) if gap is not None else None
        return mention is not None and any(stands_in(name, text) for name in mention.entity.texts)

    def _alone(
        self, line: Line, place: tuple[int, int], gap: tuple[int, int] | None, *, owned: bool, kept: Kept
    ) -> str | None:  # fmt: skip
        """One stretch of the sentence; around a free pronoun that cannot be named, the words on either side of it."""
        start, end = place
        if not line.plain[start:end].strip():
            return ""
        within = gap if gap is not None and start <= gap[0] and gap[1] <= end else None
        span = line.sentence.doc.char_span(start, end, alignment_mode="expand")
        for token in span if span is not None and kept != NOTHING else ():
            if _may_go_back(token, kept) and self._points_to(line, token, f"{kept.subject} {kept.name}"):
                return self._around(line, place, token, gap, owned=owned, kept=kept)
        follows = self.before.line if self.before is not None else None
        text = standing_alone(
            self.reading, line, start, end, owned=owned, gap=within, mark=MARK, led=self.led, follows=follows,
            quoted=self.quoted, as_written=self.as_written,
        )  # fmt: skip
        if text is not None:
            text = self._owned_behind(line, span or (), text)
            return None if self._is_left_open(line, span or (), text) else self._dated(line, start, end, text, within)
        for token in span or ():
            stays = self._may_stay(token, kept) or self._is_plain(line, token)
            if stays and standing_alone(self.reading, line, token.idx, token.idx + len(token), owned=owned) is None:
                return self._around(line, place, token, gap, owned=owned, kept=kept)
        return None

    def _owned_behind(self, line: Line, span: Iterable[Token], text: str) -> str:
        """The text with an owner told by more than a noun behind the thing: `the boat of the men from Gao`."""
        for token in span:
            owner = standing_alone(self.reading, line, token.idx, token.idx + len(token)) if _owns(token) else None
            if owner is None or not _TOLD_BY_MORE.match(owner):
                continue
            thing = line.plain[token.idx + len(token) + 1 : token.head.idx + len(token.head)]
            bare = re.sub(r"(?:'s|(?<=s)')$", "", f"{owner[:1].lower()}{owner[1:]}")
            for article in ("the", "The"):
                said = f"{owner[:1].upper() if article == 'The' else owner[:1].lower()}{owner[1:]}"
                text = text.replace(f"{said} {thing}", f"{article} {thing} of {bare}")
        return text

    def _is_left_open(self, line: Line, span: Iterable[Token], text: str) -> bool:
        """Whether the subject stays a bare definite that only the sentence before explains: `the actors abused`."""
        return not self.led and not self.follows and any(
            t.lower_ == "the" and t.head.text.islower() and t.head.i == t.i + 1
            and (t.head.dep_.startswith("nsubj") or any(c.dep_ == "cop" for c in t.head.children))
            and not _is_counted(t.head) and f"the {t.head.text}".lower() in text.lower() and not self._is_plain(line, t)
            and standing_alone(self.reading, line, t.idx, t.head.idx + len(t.head)) in {None, f"{t.text} {t.head.text}"}
            for t in span
        )  # fmt: skip

    def _points_to(self, line: Line, token: Token, subject: str) -> bool:
        """Whether what a pronoun would be named is the subject of the question, so that the pronoun says it better."""
        meant = standing_alone(self.reading, line, token.idx, token.idx + len(token))
        if meant is None:
            return False
        bare = meant.removesuffix("'s").removeprefix("the ")
        return any(fold(name) in fold(subject) for name in (bare, *(p.name for p in line.acronyms if p.short == bare)))

    def _around(
        self, line: Line, place: tuple[int, int], token: Token, gap: tuple[int, int] | None, *, owned: bool, kept: Kept
    ) -> str | None:  # fmt: skip
        """The words on either side of one that stays as it is."""
        before = self._alone(line, (place[0], token.idx), gap, owned=owned, kept=kept)
        behind = self._alone(line, (token.idx + len(token), place[1]), gap, owned=owned, kept=kept)
        return None if before is None or behind is None else f"{before} {token.text} {behind}".strip()

    def _may_stay(self, token: Token, kept: Kept) -> bool:
        """Whether what the word points to stands in the same question, or in the sentence before it."""
        word = token.lower_
        if word in kept.words:
            return True
        if word == "other":
            return token.i > 0 and (
                token.nbor(-1).tag_ == "CD" or token.nbor(-1).lower_ in {"many", "several", "all", "most"}
            )
        return False

    def _is_plain(self, line: Line, article: Token) -> bool:
        """Whether `the` goes with a noun that no earlier mention has to explain: `the principal`, `the first deaths`.

        Not for what a clause is about, nor for nouns of a class that briefs go back to: `the company`, `the vote`.
        """
        noun = article.head
        if article.lower_ != "the" or article.dep_ != "det" or noun.i <= article.i:
            return False
        between = noun.doc[article.i + 1 : noun.i]
        if any(t.tag_ in {"JJS", "RBS"} or t.lower_ in _ORDINALS for t in between):
            return noun.lower_ not in _IN_TURN
        named = any(
            name.start <= t.idx < name.end and name.sort is not Sort.PEOPLE for t in between for name in line.names
        )
        if named or _is_told_which(line, noun) or noun.lower_ == "time":
            return True
        word = noun.lower_
        acts = noun.dep_.startswith("nsubj") and _AGENT.search(word.removesuffix("s"))
        returns = {word, word.removesuffix("s")} & returning_nouns() or self._was_told(line, noun)
        return not acts and not returns

    def _was_told(self, line: Line, noun: Token) -> bool:
        """Whether the brief has spoken of such a thing before: a definite without more words goes back to that."""
        index = self.reading.mentions
        return index.first.get(noun.lower_.removesuffix("s"), len(index.lines)) < index.number(line)

    def source(self, told: Telling) -> str | None:
        """Who answers for a telling, as an opening: `according to the ministry`; None if nobody can be named."""
        if told.source is None:
            return None
        line, (start, end) = told.line, told.source
        said = re.search(
            r"\s(?:said|says|reported|estimates|estimated|added|warned|claims|claimed)$", line.plain[start:end]
        )
        said = None if SOURCE.match(line.plain[start:end]) else said
        text = standing_alone(self.reading, line, start, end - (len(said[0]) if said else 0))
        text = self._dated(line, start, end, text, None) if text else None
        if not text:
            return None
        text = f"according to {lowered(line, start, text)}" if said else lowered(line, start, text)
        return text[:1].lower() + text[1:]

    def _dated(self, line: Line, start: int, end: int, text: str, gap: tuple[int, int] | None) -> str | None:
        """The text with each date in full; None if one of them is not certain."""
        for mention in line.dates:
            if (
                not start <= mention.start < end
                or mention.text not in text
                or (gap and gap[0] <= mention.start < gap[1])
            ):
                continue
            full = self.date_of(line, mention)
            if full is None and _is_counted_from(line, mention, start):
                continue
            if full is None and mention.text.lower() == "today" and is_of_now(line.sentence.doc):
                text = re.sub(r",? today\b", "", text, count=1)  # what is so now is told as of the brief
                continue
            if full is None:
                return None
            if mention.year == 0:
                text = text.replace(mention.text, full, 1)
            if mention.day:
                text = text.replace(f"In {full}", f"On {full}").replace(f" in {full}", f" on {full}")
                text = text.replace(f"{full} ({full})", full)
        return text


_CALLED = re.compile(r"\b(?:Hurricane|Cyclone|Typhoon|Storm|Operation|Exercise) [A-Z]\w+")
"""What a title may call by a common word: `Hurricane Beryl`."""
_TOLD_BY_MORE = re.compile(r"(?:the|an?) (?:[\w-]+ )*[a-z]+ (?:who|which|that|with|from|in|on|at|for) ", re.IGNORECASE)
"""A noun with what says which one it is: `the client with two mills`."""


def _owns(token: Token) -> bool:
    """Whether it is a possessive before its noun."""
    return token.tag_ == "PRP$" and token.head.i > token.i


def _says_twice(text: str, line: Line, subject: str) -> bool:
    """Whether the words name their subject more often than the sentence does: `Diop said that Diop would leave`."""
    name = subject.removesuffix("'s").rpartition(" ")[2]
    if not name[:1].isupper():
        return False
    said, written = (len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", words)) for words in (text, line.plain))
    return said > max(written, 1)


def _may_go_back(token: Token, kept: Kept) -> bool:
    """Whether a pronoun may stand for the subject: one kept, a person's, or the subject of what is said or told of."""
    word = token.lower_
    if word not in _MAY_GO_BACK:
        return word in kept.words
    acts = token.dep_.startswith("nsubj") and token.head.dep_ in {"ccomp", "acl:relcl"}
    return word in kept.words or (bool(kept.subject) and (acts or word in {"he", "she"}))


_MAY_GO_BACK = frozenset({"he", "she", "it", "they"})


def _is_counted(noun: Token) -> bool:
    """`the number of people affected`: what it is a number of stands behind it."""
    return noun.lower_ in {"number", "share", "proportion", "total"} and any(
        c.dep_ == "nmod" and any(case.lower_ == "of" for case in c.children) for c in noun.children
    )


def _is_counted_from(line: Line, mention: DateMention, start: int) -> bool:
    """Whether a time is counted from a day that stands before it: `at 30 June, down from 5 billion a year earlier`."""
    counted = mention.relative.endswith(_COUNTED)
    return counted and any(start <= d.start and d.end <= mention.start and not d.relative for d in line.dates)


_COUNTED = ("later", "earlier", "after", "before")


def _is_set_off(line: Line, mention: DateMention) -> bool:
    """`and nine days later`, `, and early last month`: a day behind an `and` that has no preposition of its own."""
    counted = mention.relative.endswith(_COUNTED)
    return mention.preposition == "and" and (
        counted or line.plain[: mention.start].rstrip().endswith((", and", "; and"))
    )


def _runs(told: Telling, first: int, last: int, bound: int = 0) -> Iterator[tuple[int, int, str]]:
    """Stretches of the sentence that stand side by side, and words that were put in; none goes on over the bound."""
    plain, at = told.line.plain, first
    while at < last:
        start, end = told.places[at]
        if start < 0:
            if start == -1 and told.doc[at].text != ".":
                yield -1, -1, told.doc[at].text
            at += 1
            continue
        while (
            at + 1 < last
            and at + 1 != bound
            and told.places[at + 1][0] >= end
            and not plain[end : told.places[at + 1][0]].strip()
        ):
            at += 1
            end = told.places[at][1]
        yield start, end, ""
        at += 1


def _is_told_which(line: Line, noun: Token) -> bool:
    """Whether a clause or a phrase with a name behind the noun says which one it is."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "acl" and child.lower_ in _NAMING:
            return True
        if child.i > noun.i and child.dep_ in {"acl", "acl:relcl", "nmod"} and not _is_meant(child):
            start, end = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
            if child.dep_ == "acl:relcl" or any(start <= name.start and name.end <= end for name in line.names):
                return True
    return False


_NAMING = frozenset({"known", "called", "named", "dubbed", "codenamed", "nicknamed"})
"""Participles behind which a thing's name stands: `the drill, known as North Shield`."""


def _is_meant(child: Token) -> bool:
    """`was reported by the experts | to be bringing in`: an infinitive that goes with the verb."""
    return any(mark.tag_ == "TO" for mark in child.children)


_AGENT = re.compile(r"(?:[^w]er|or|ist|ry|man|men)$")
"""Endings of nouns for those who act, which a brief has most often named before."""
_IN_TURN = frozenset(
    {"review", "round", "tranche", "instalment", "installment", "stage", "phase", "session", "meeting"}
)
"""What is counted within something that has to be named: `the first review`."""
_ORDINALS = frozenset({"first", "last", "only", "whole", "entire", "next"})
