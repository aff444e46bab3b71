"""Lists of names that stand beside a clause: examples of what it tells of, and those who did otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer.cards.card import Kind
from trainer.facts.fact import Fact, Part, Shape
from trainer.facts.provenance import provenance
from trainer.facts.statement import Statement, is_denied, is_plural
from trainer.facts.telling import Telling
from trainer.language.lists import NameList
from trainer.language.reading import Line
from trainer.language.reference import standing_alone
from trainer.questions.ask import finished
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, located
from trainer.questions.moods import Mood, mood_of
from trainer.questions.saying import Voice
from trainer.questions.tuples import as_of, fact_of
from trainer.questions.turned import hangs_loose, rest_of
from trainer.questions.verb_forms import finite_verb
from trainer.questions.wording import several

MOST_ITEMS = 3
"""Of a list that can be learned as one answer."""

_Pairs = Sequence[tuple[Telling, Statement | None]]


def examples(voice: Voice, frame: Frame, pairs: _Pairs, listed: NameList) -> Iterator[Draft]:
    """`The June 2023 brief said that ... Which two countries did it name?` for the clause without its examples."""
    for told, statement in pairs:
        if statement is None or frame.month is None or told.source is not None or is_denied(statement):
            continue
        if not _ends_before(told, listed) or statement.speaker is not None or hangs_loose(statement):
            continue
        clause = _told_back(voice, statement)
        if clause is None:
            continue
        which = several(len(listed.items), listed.noun)
        question = f"{frame.brief} said that {clause}. Which {which} did it name"
        answer = told.line.plain[listed.start : listed.end]
        draft = Draft(fact_of(voice, statement), Kind.LIST, f"examples {listed.start}", finished("", question), answer)
        yield _with_list(voice, frame, draft, statement, listed)


def _told_back(voice: Voice, statement: Statement) -> str | None:
    """The clause as one says later that somebody said it."""
    subject = voice.say(statement.told, statement.subject.first, statement.subject.last, owned=False)
    rest = rest_of(voice, statement, ())
    verb = finite_verb(statement, Mood("", shifted=True), plural=is_plural(statement, statement.subject))
    return f"{subject} {verb} {rest}" if subject and rest is not None else None


_DOING = re.compile(r"\s(?P<doing>abstaining|dissenting|boycotting|absent|voting against|opposing)(?=[,.;]|$)")
_DONE = {"abstaining": "abstained", "dissenting": "dissented", "boycotting": "boycotted", "absent": "were absent",
         "voting against": "voted against", "opposing": "were opposed"}  # fmt: skip


def beside(voice: Voice, frame: Frame, pairs: _Pairs, listed: NameList) -> Iterator[Draft]:
    """`..., with A, B and C abstaining`: which three abstained when it happened."""
    for told, statement in pairs:
        plain = told.line.plain
        doing = _DOING.match(plain, listed.end)
        if not doing or not re.search(r",? with (?:the )?$", plain[: listed.start]):
            return
        if statement is None or statement.speaker is not None or told.source is not None or is_denied(statement):
            continue
        when = _when(voice, frame, statement, listed)
        if when is None:
            continue
        which = several(len(listed.items), listed.noun)
        asked = f"which {which} {_DONE[doing['doing']]} when {when}"
        answer = plain[listed.start : listed.end]
        draft = Draft(fact_of(voice, statement), Kind.LIST, f"list {listed.start}", finished("", asked), answer)
        yield _with_list(voice, frame, draft, statement, listed)


def _when(voice: Voice, frame: Frame, statement: Statement, listed: NameList) -> str | None:
    """The clause without the list beside it, if it is dated and can be said."""
    told = statement.told
    among = {token.i for token in told.tokens_of(listed.start, listed.end)}
    left_out = tuple(slot for slot in statement.tail if among & set(range(slot.first, slot.last)))
    mood = mood_of(voice, frame, statement, None)
    subject = voice.say(told, statement.subject.first, statement.subject.last, owned=False)
    rest = rest_of(voice, statement, left_out)
    if mood is None or mood.opening or not subject or rest is None or hangs_loose(statement, left_out):
        return None
    return f"{subject} {finite_verb(statement, mood, plural=is_plural(statement, statement.subject))} {rest}"


_NAMELY = re.compile(r"(?:Two|Three|Four|[2-4]) (?P<noun>[a-z][^,;:]*), namely (?:the )?$")


def namely(voice: Voice, frame: Frame, line: Line, listed: NameList) -> Iterator[Draft]:
    """`Two countries that had held back, namely A and B, agreed`: which two did, in the words of the sentence."""
    opened = _NAMELY.match(line.plain[: listed.start])
    behind = re.match(r", (?P<done>[^,;:]+)(?=[.;])", line.plain[listed.end :])
    if opened is None or behind is None or frame.month is None:
        return
    start = listed.end + behind.start("done")
    verb = line.sentence.doc.char_span(start, start + len(behind["done"].split()[0]))
    whom = standing_alone(voice.reading, line, *opened.span("noun"))
    done = standing_alone(voice.reading, line, start, listed.end + behind.end("done"))
    if verb is None or verb[0].tag_ not in {"VBD", "VBN"} or not whom or not done:
        return
    question = f"According to {frame.brief}, which {_NUMBERS[len(listed.items)]} {whom} {done}"
    answer = line.plain[listed.start : listed.end]
    words = Part(whom)
    fact = Fact(Shape.EXAMPLES, words, provenance(line), value=answer)
    draft = Draft(fact, Kind.LIST, f"list {listed.start}", located(frame, finished("", question), answer), answer,
                  (listed.start, listed.end))  # fmt: skip
    items = tuple(item.text for item in listed.items)
    yield replace(draft, items=items, sort=listed.items[0].sort, as_of=frame.iso)


_NUMBERS = ("", "", "two", "three", "four")


def _with_list(voice: Voice, frame: Frame, draft: Draft, statement: Statement, listed: NameList) -> Draft:
    """The draft with where its answer stands and what its members are."""
    items = tuple(item.text for item in listed.items)
    held = as_of(voice, frame, statement.told, statement, None)
    return replace(draft, span=(listed.start, listed.end), items=items, sort=listed.items[0].sort, as_of=held)


def _ends_before(told: Telling, listed: NameList) -> bool:
    """Whether the telling goes up to the examples and leaves them out."""
    starts = [place for place in told.places if place[0] >= 0]
    return bool(starts) and listed.marker_start - 2 <= starts[-1][1] <= listed.marker_start + 1
