"""What a card says before its question, or before the words that its gap stands in, which alone would lean on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from trainer.cards.card import GAP
from trainer.cards.critique import without_hint
from trainer.cards.leads import in_a_row
from trainer.facts.gaps import Gap
from trainer.facts.syntax import finites_of
from trainer.facts.telling import Telling
from trainer.language.following import is_tied, leaves_open
from trainer.language.reading import Line
from trainer.language.sentences import parse
from trainer.language.stretch import Stretch
from trainer.questions.capitals import decapitalized
from trainer.questions.closed import is_closed, is_whole_sentence
from trainer.questions.cloze import start_of, tells_of_now
from trainer.questions.elliptical import is_elliptical
from trainer.questions.framing import Frame, says_topic
from trainer.questions.moods import MAIN_CLAUSE
from trainer.questions.saying import Before, Voice
from trainer.values.dates import MONTHS
from trainer.values.names import content_words

MOST_BEFORE = 30
"""Words of what goes before: a longer one is shortened to its main clause, or not said."""
MOST_BEFORE_TWO = 42
"""Words of two sentences that go before."""
_WHOLE = re.compile(r"whole(?:>core)*")
"""Ways of telling a sentence, its asides apart, to its end."""
_NO_LABEL = frozenset({"RB", "RBR", "UH", "DT", "VB", "VBP", "IN", "PRP", "PRP$"})
"""Tags of words that head a paragraph and do not say what it is about: `Conversely.`, `Clarify.`."""
_SAME_DAY = re.compile(r"\b(?P<day>[A-Z][a-z]+ \d{1,2}, \d{4})\b.*\b(?P=day)\b")
"""A day said twice, which a sentence that tells of a table or a heading does."""
_CLAUSE_ALONE = re.compile(r"(?:When|While|If|Although|Though|Because|Once|Unless|Whereas|Until) [^,]+")
"""A clause that is no sentence: `When Lusaka missed a coupon`."""
_IN_BRACKETS = re.compile(r"\((?P<words>[^()]+?)[.,;]?\)")
"""A sentence that stands in brackets."""
_PARTED = re.compile(r">right (?P<joint>[:;])$")
_RUN_IN = re.compile(r"^[*_]{0,3}(?P<label>[A-Z][\w'’&/-]*(?: [\w'’&/-]+){0,5})[.:][*_]{0,3} (?=[A-Z\d])")
"""What heads a paragraph on its own line: `Eurobonds. Holders of ...`."""
_EMPTY = frozenset({
    "action", "actions", "advice", "analysis", "annex", "assessment", "background", "bluf", "bottom", "caution",
    "caveats", "chronology", "comment", "conclusion", "conclusions", "confidence", "constraints", "context", "data",
    "decision", "development", "developments", "discussion", "downside", "else", "equity", "events", "everyone",
    "everything", "finally", "findings", "first", "forecast", "gap", "gaps", "happened", "highlights", "implications",
    "indicators", "introduction", "issue", "issues", "judgement", "judgements", "judgment", "judgments", "key",
    "latest", "less", "lessons", "likely", "line", "main", "matters", "measures", "messages", "monitoring", "most",
    "needs", "neighbors", "neighbours", "next", "note", "notes", "now", "numbers", "options", "others", "outlook",
    "overview", "picture", "players", "points", "policy", "purpose", "question", "questions", "recommendation",
    "recommendations", "response", "risk", "risks", "rivals", "scenario", "scenarios", "second", "sequence", "shares",
    "situation", "sources", "stands", "status", "steps", "stock", "story", "summary", "takeaways", "third",
    "timeline", "trend", "trends", "unlikely", "update", "upside", "view", "views", "watch", "week", "wrong",
})  # fmt: skip
"""Words of headings that say of no matter what it is."""


@dataclass(frozen=True, slots=True)
class Said:
    """What may be said before the tellings of one line."""

    last: Before | None = None
    """The sentence before it in its paragraph."""
    anchored: bool = False
    """Whether that sentence names something or gives a figure."""
    label: Before | None = None
    """What heads its paragraph."""
    parts: Mapping[str, Before] = field(default_factory=dict)
    """The first part of the line itself, by the way in which its second part is told."""
    two: Callable[[], Before | None] = lambda: None
    """The two sentences before it, which may go before any of its tellings; put into words when first asked for."""
    leaning: dict[int, bool] = field(default_factory=dict)
    """Of the tellings that were looked at, by identity, whether they lean."""

    def leans(self, voice: Voice, told: Telling) -> bool:
        """Whether a telling has a definite of which its own words do not say what it means; found out once."""
        if id(told) not in self.leaning:
            self.leaning[id(told)] = leaves_open(*_stretch(voice, told))
        return self.leaning[id(told)]

    def before(self, voice: Voice, told: Telling, *, bare: bool, lacking: bool) -> Iterator[Before]:
        """What goes before a telling that needs it, the best first.

        It does so if alone it would be `bare`, naming nothing, or be `lacking` what its verb needs.
        """
        if told.way in self.parts:
            yield self.parts[told.way]
        needed = (bare and self.anchored) or lacking or is_elliptical(told) or is_tied(*_stretch(voice, told))
        if self.last is not None and needed:
            yield self.last
        if self.label is not None and bare:
            yield self.label

    def further(self) -> Iterator[Before]:
        """What may go before any of its tellings: the sentence before, if it names something, and the two before."""
        if self.last is not None and self.anchored:
            yield self.last
        two = self.two()
        if two is not None:
            yield two


def said_before(voice: Voice, frame: Frame, told: Mapping[int, Sequence[Telling]], n: int) -> Said:
    """What may be said before the tellings of a line, as far as it leans on nothing itself."""
    last = _sentence_before(voice, frame, told, n)
    anchored = last is not None and bool(voice.reading.lines[n - 1].names or voice.reading.lines[n - 1].numbers)
    two = cache(partial(_two_before, voice, frame, told, n))
    return Said(last, anchored, _label(voice, told, n), _first_parts(voice, frame, told[n], n), two)


def _two_before(voice: Voice, frame: Frame, told: Mapping[int, Sequence[Telling]], n: int) -> Before | None:
    """The two sentences before a line in its paragraph."""
    lines = voice.reading.lines
    if n < 2 or not (_are_neighbours(lines, n) and _are_neighbours(lines, n - 1)):
        return None
    first = _sentence_at(voice, frame, told, n - 2)
    second = _sentence_at(replace(voice, before=first), frame, told, n - 1) if first is not None else None
    if first is None or second is None or len(f"{first.text} {second.text}".split()) > MOST_BEFORE_TWO:
        return None
    return Before(f"{first.text} {second.text}", n - 1, first.is_now or second.is_now)


def _sentence_at(voice: Voice, frame: Frame, told: Mapping[int, Sequence[Telling]], n: int) -> Before | None:
    """A line in words that stand alone, all of it or its main clause."""
    main = [one for one in told[n] if MAIN_CLAUSE.fullmatch(one.way) and one.source is None]
    return _said(voice, frame, sorted(main, key=lambda one: (one.way != "whole", -len(one.places))), n, ".")


def _sentence_before(
    voice: Voice, frame: Frame, told: Mapping[int, Sequence[Telling]], n: int
) -> Before | None:  # fmt: skip
    if not _are_neighbours(voice.reading.lines, n):
        return None
    whole = [one for one in told[n - 1] if _WHOLE.fullmatch(one.way) and one.source is None]
    return _said(voice, frame, sorted(whole, key=lambda one: one.way != "whole"), n - 1, ".")


def _are_neighbours(lines: Sequence[Line], n: int) -> bool:
    """Whether a line has another before it in its paragraph."""
    return n > 0 and lines[n - 1].sentence.passage == lines[n].sentence.passage


def _first_parts(voice: Voice, frame: Frame, tellings: Iterable[Telling], n: int) -> dict[str, Before]:
    """For each part of a line behind a colon or a semicolon, by the way it was told, the part before it."""
    by_way = {one.way: one for one in tellings}
    found = {}
    for way in by_way:
        parted = _PARTED.search(way)
        first = by_way.get(_PARTED.sub(">left", way)) if parted is not None else None
        before = _said(voice, frame, [first], n, parted["joint"]) if first is not None and parted is not None else None
        if before is not None:
            found[way] = before
    return found


def _said(voice: Voice, frame: Frame, tellings: Iterable[Telling], n: int, mark: str) -> Before | None:
    led = replace(voice, led=bool(frame.topic))
    for one in tellings:
        if not one.finites or not (is_closed(one) or is_whole_sentence(one)):
            continue
        if frame.month is None and tells_of_now(one):
            continue  # nobody knows when that is
        text = next((text for v in (voice, led) if (text := _words(v, one)) is not None), None)
        bracketed = _IN_BRACKETS.fullmatch(text or "")
        text = bracketed["words"] if bracketed is not None else text
        if text is None or _CLAUSE_ALONE.fullmatch(text):
            continue
        if len(text.split()) <= MOST_BEFORE and not _SAME_DAY.search(text):
            return Before(f"{text[:1].upper()}{text[1:]}{mark}", n, tells_of_now(one))
    return None


def _words(voice: Voice, told: Telling) -> str | None:
    last = max((k for k, place in enumerate(told.places) if place[0] >= 0 and told.doc[k].text != "."), default=0) + 1
    return voice.say(told, start_of(told), last)


def _label(voice: Voice, told: Mapping[int, Sequence[Telling]], n: int) -> Before | None:
    """What heads the paragraph of a line in one word or in capitals: `Eurobonds.`; readers stumble over others."""
    lines, passage = voice.reading.lines, voice.reading.lines[n].sentence.passage
    first = next(k for k in range(n + 1) if lines[k].sentence.passage == passage)
    heads = first < n and lines[first].sentence.index == 0 and not told[first][0].finites
    words = _words(voice, told[first][0]) if heads else None
    run_in = _RUN_IN.match(voice.reading.brief.passages[passage - 1].text) if words is None and passage else None
    words = run_in["label"] if run_in is not None and not _is_sentence(lines[first], run_in["label"]) else words
    said = content_words(words or "")
    words = (words or "").rstrip(" .:")
    if not said or said & _EMPTY or not (" " not in words or words.isupper()):
        return None
    if any(t.tag_ in _NO_LABEL for t in parse(words)[:1]):
        return None
    return Before(f"{words[:1].upper()}{words[1:]}:", None, is_now=False)


def _is_sentence(line: Line, words: str) -> bool:
    """Whether the words are all that a line says, with a verb of its own."""
    return line.plain.startswith(words) and any(t.i in finites_of(line.sentence.doc) for t in line.sentence.doc)


def is_bare(frame: Frame, question: str) -> bool:
    """Whether a question names nothing: neither what the brief is about nor anything else.

    >>> is_bare(Frame(None), "As of May 2024: Some [...] people had been killed.")
    True
    """
    body = without_hint(in_a_row(question)).replace(GAP, " ")
    names = [word for word in _NAME.findall(decapitalized(body.strip())) if word not in MONTHS]
    return not names and not (frame.topic and says_topic(frame, body))


def names_nothing(frame: Frame, told: Telling, gap: Gap) -> bool:
    """Whether the words of a telling hold no name beside the gap, nor what the brief is about."""
    held = any(
        told.tokens_of(name.start, name.end) and not (gap.start < name.end and name.start < gap.end)
        for name in told.line.names
    )
    words = " ".join(told.line.plain[start:end] for start, end in told.places if start >= 0)
    return not held and not (frame.topic and says_topic(frame, words))


_NAME = re.compile(r"\b[A-Z][\w'’.-]*")


def _stretch(voice: Voice, told: Telling) -> tuple[Stretch, frozenset[int]]:
    """The whole line of a telling, behind the line before, and where the words of the telling begin in it."""
    line, number = told.line, voice.reading.mentions.number(told.line)
    starts = frozenset(start for start, _ in told.places if start >= 0)
    return Stretch(voice.reading, line, line.sentence.doc[:], number, follows=number - 1), starts
