"""`What crippled ...?`: subjects that are no name and nobody, but a thing or an event that does something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trainer.cards.card import Kind
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement, is_denied
from trainer.facts.telling import Telling
from trainer.language.kinds import INSTITUTIONS, PLURALS
from trainer.language.names import Sort
from trainer.language.reading import Line
from trainer.questions.ask import finished
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, located
from trainer.questions.intents import LONGEST_ANSWER
from trainer.questions.moods import mood_of
from trainer.questions.objects import is_person
from trainer.questions.saying import Voice
from trainer.questions.tuples import as_of, fact_of, is_vague, told_span
from trainer.questions.turned import hangs_loose, is_counted, of_subject, trimmed
from trainer.questions.verb_forms import verb_group

_ACTING = frozenset({
    "cripple", "drive", "prompt", "trigger", "cause", "destroy", "hit", "strike", "damage", "kill", "displace",
    "remove", "allow", "force", "disrupt", "expose", "violate", "endanger", "threaten", "demand", "cover",
    "set", "open", "halt", "delay", "end", "shut", "raise", "bar", "require", "prohibit", "protect", "recall",
    "spread",
})  # fmt: skip
"""Verbs of what a thing or an event does to something."""
_VAGUE = re.compile(
    r"\b(?:this|that|these|those|it|its|their|his|her|other|such|some|many|one|which|who|what|part|number)\b",
    re.IGNORECASE,
)
_Pairs = Sequence[tuple[Telling, Statement | None]]


def subjects(voice: Voice, frame: Frame, line: Line, pairs: _Pairs) -> Iterator[tuple[Draft, ...]]:
    """For each thing that does something to what is named the ways to ask for it."""
    found: dict[int, list[Draft]] = {}
    for _, whole in pairs:
        statement = trimmed(whole) if whole is not None else None
        draft = _asked(voice, frame, line, statement) if statement is not None else None
        if draft is not None and draft.span is not None:
            found.setdefault(draft.span[0], []).append(draft)
    yield from (tuple(found[start]) for start in sorted(found))


def _asked(voice: Voice, frame: Frame, line: Line, statement: Statement) -> Draft | None:
    told, subject = statement.told, statement.subject
    if not _does_something(line, statement):
        return None
    answer = voice.say(told, subject.first, subject.last, owned=False)
    mood = mood_of(voice, frame, statement, None)
    if mood is None or not answer or "," in answer or _VAGUE.search(answer):
        return None
    if not 2 < len(answer.split()) <= LONGEST_ANSWER:
        return None
    body = of_subject(voice, statement, "what", mood)
    if body is None:
        return None
    question = located(frame, finished(mood.opening, body), answer)
    return Draft(fact_of(voice, statement), Kind.WHAT, "what subject", question, answer,
                 told_span(told, Slot(subject.first, subject.last, "subject")),
                 as_of=as_of(voice, frame, told, statement, None))  # fmt: skip


def _does_something(line: Line, statement: Statement) -> bool:
    """Whether the subject is one thing, no name and nobody, and what it does is told of something named."""
    told, subject = statement.told, statement.subject
    phrase = told.doc[subject.first : subject.last]
    start, end = told_span(told, subject)
    named = any(
        start == name.start or (name.end == end and (start >= name.start - 4 or name.sort is Sort.PERSON))
        for name in line.names
    )
    counted = is_counted(line, start, end)
    behind = told.doc[subject.last :]
    tokens = [token for name in line.names for token in told.tokens_of(name.start, name.end)]
    return (
        statement.verb is not None
        and verb_group(statement).lemma in _ACTING
        and not verb_group(statement).passive
        and not (named or counted or is_vague(statement) or is_denied(statement) or hangs_loose(statement))
        and not is_person(phrase)
        and not {t.lower_ for t in phrase} & (INSTITUTIONS | PLURALS.keys())
        and any(behind.start <= token.i < behind.end for token in tokens)
    )
