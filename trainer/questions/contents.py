"""`What did X promise to do?`, `What did X conclude?`: infinitives and short clauses behind a verb, as one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.cards.card import Kind
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement
from trainer.language.reading import Line
from trainer.language.verbs import lemma_of
from trainer.questions.ask import finished
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, located
from trainer.questions.kept import kept_pronouns
from trainer.questions.lacking import lacks_more
from trainer.questions.moods import mood_of
from trainer.questions.saying import Voice
from trainer.questions.tuples import as_of, fact_of
from trainer.questions.turned import hangs_loose, turned
from trainer.questions.verb_forms import verb_group

LONGEST_ANSWER = 8
"""Words of what can be learned as one answer."""

MEANING = frozenset({
    "aim", "plan", "promise", "pledge", "vow", "agree", "intend", "seek", "threaten", "offer", "propose", "try",
    "attempt", "refuse", "decide", "want", "hope", "undertake", "resolve", "choose", "commit", "volunteer",
})  # fmt: skip
"""Verbs of which one may ask what somebody means to do."""
ASKING = frozenset({
    "ask", "urge", "order", "allow", "require", "authorize", "authorise", "direct", "instruct", "press", "push",
    "tell", "force", "persuade", "oblige", "bar", "ban", "forbid", "compel",
})  # fmt: skip
"""Verbs of which one may ask what somebody is to do."""
ORDERING = frozenset({"order", "authorize", "authorise", "require", "oblige"})
"""Those that take a thing as well: `ordered the activation of ...`."""
_TELLING = frozenset({
    "conclude", "find", "confirm", "rule", "warn", "announce", "deny", "acknowledge", "claim", "demand",
    "prove", "show", "declare", "suggest", "decide", "agree", "argue", "maintain", "insist", "reveal",
})  # fmt: skip
"""Verbs of which one may ask what somebody told or held."""


def contents(voice: Voice, frame: Frame, statement: Statement) -> Iterator[Draft]:
    """What the subject means to do, has somebody do, or says."""
    yield from _meant(voice, frame, statement)
    yield from _held(voice, frame, statement)


def _meant(voice: Voice, frame: Frame, statement: Statement) -> Iterator[Draft]:
    """`What did X promise to do?`, `What did X ask Y to do?`: the infinitive with what belongs to it."""
    told, tail, lemma = statement.told, statement.tail, verb_group(statement).lemma
    at = next((n for n, slot in enumerate(tail) if _opens_infinitive(statement, slot)), None)
    if at is None or lemma not in MEANING | ASKING or lacks_more(statement):
        return
    if (lemma in MEANING) != all(slot.role == "time" for slot in tail[:at]):
        return
    end = next((n for n, slot in enumerate(tail) if n > at and slot.role == "time"), len(tail))
    doing, rest = tail[at:end], tail[end:]
    first, last = doing[0].first, doing[-1].last
    answer = voice.say(told, first, last, kept=kept_pronouns(voice, statement))
    mood = mood_of(voice, frame, statement, None)
    if mood is None or not answer or "," in answer or not 2 < len(answer.split()) <= LONGEST_ANSWER + 2:
        return
    places = told.places[first:last]
    if (
        _goes_on(told.line, places[-1][1])
        or _DANGLING.search(answer)
        or hangs_loose(statement, doing)
        or any(slot.role == "fixed" for slot in rest)
    ):
        return
    body = turned(voice, statement, "what", mood, (*doing, *rest))
    after = turned(voice, statement, "what", mood, doing)
    if body is None or after is None:
        return
    question = located(frame, finished(mood.opening, after.replace(body.strip(), f"{body.strip()} to do", 1)), answer)
    yield Draft(fact_of(voice, statement), Kind.WHAT, "what meant", question, answer,
                (places[0][0], places[-1][1]), as_of=as_of(voice, frame, told, statement, None))  # fmt: skip


def _goes_on(line: Line, end: int) -> bool:
    """Whether the sentence names more that is meant to be done: `, to publish ... and to let ...`."""
    behind = next((t for t in line.sentence.doc if t.idx >= end and t.text not in {",", "and", "or"}), None)
    joined = re.match(r"(?:,| and| or)", line.plain[end:]) is not None
    return joined and behind is not None and behind.tag_ in {"TO", "VB"}


def _held(voice: Voice, frame: Frame, statement: Statement) -> Iterator[Draft]:
    """`What did the committee conclude on 1 August?`: a short clause behind `that`."""
    told, tail = statement.told, statement.tail
    at = next((n for n, slot in enumerate(tail) if told.doc[slot.first].lower_ == "that"), None)
    if at is None or statement.speaker is not None or verb_group(statement).lemma not in _TELLING:
        return
    first, last = tail[at].first, tail[-1].last
    answer = voice.say(told, first, last, kept=kept_pronouns(voice, statement))
    mood = mood_of(voice, frame, statement, None)
    if mood is None or not answer or "," in answer or not 3 < len(answer.split()) <= LONGEST_ANSWER:
        return
    held = tail[at:]
    body = turned(voice, statement, "what", mood, held)
    if body is None or hangs_loose(statement, held) or _DANGLING.search(answer.removeprefix("that ")):
        return
    places = told.places[first:last]
    question = located(frame, finished(mood.opening, body), answer)
    yield Draft(fact_of(voice, statement), Kind.WHAT, "what held", question, answer, (places[0][0], places[-1][1]),
                as_of=as_of(voice, frame, told, statement, None))  # fmt: skip


_DANGLING = re.compile(r"\b(?:do so|it|them|this|that|which|who)\b|\b(?:to|of|from|with|in)$", re.IGNORECASE)


def _opens_infinitive(statement: Statement, slot: Slot) -> bool:
    """Whether the slot begins with `to` and a verb that says what is done, as `to be widened` does not."""
    doc = statement.told.doc
    return (
        slot.last - slot.first > 1
        and doc[slot.first].tag_ == "TO"
        and lemma_of(doc[slot.first + 1].text) not in {"", "be"}
    )
