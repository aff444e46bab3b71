"""Ships, laws, products, ratings: names of things, each asked by the noun that says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer.cards.card import Kind
from trainer.facts.gaps import Gap
from trainer.facts.statement import Statement, is_denied
from trainer.facts.telling import Telling
from trainer.language.names import Name, Sort
from trainer.language.reading import Line
from trainer.questions.ask import Asked, ask
from trainer.questions.cloze import cloze
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, located
from trainer.questions.saying import Voice
from trainer.questions.tuples import as_of, fact_of
from trainer.questions.turned import hangs_loose, marks_of, trimmed
from trainer.values.names import content_words

_THINGS = frozenset({Sort.SHIP, Sort.LAW, Sort.PRODUCT, Sort.EVENT, Sort.TERM})
_NAMELESS = frozenset({"term", "name", "event", "list", "product", "law", "agreement"})
"""Kinds that say nothing of what the name is."""
_CLASSES = frozenset({
    "act", "accord", "agreement", "bill", "charter", "code", "convention", "directive", "facility", "framework",
    "fund", "initiative", "law", "mandate", "order", "pact", "plan", "programme", "program", "protocol",
    "regulation", "regulations", "resolution", "rule", "scheme", "treaty",
})  # fmt: skip
"""Last words of names that say what the thing is."""
_Pairs = Sequence[tuple[Telling, Statement | None]]


def things(voice: Voice, frame: Frame, line: Line, pairs: _Pairs) -> Iterator[tuple[Draft, ...]]:
    """For each name of a thing the ways to ask for it: questions before sentences with a gap, the shortest first."""
    title = content_words(voice.reading.brief.title)
    for name in line.names:
        noun = _noun(voice, line, name)
        if not noun or content_words(name.text) <= title or any(a.start <= name.start < a.end for a in line.lists):
            continue
        gap = Gap(name.start, name.end, sort=name.sort)
        told = [trimmed(one) for _, one in pairs if one is not None]
        holding = [one for one in told if one.told.holds(name.start, name.end) and _is_framed(one, gap)]
        asked = [(one, ask(voice, frame, one, gap)) for one in holding]
        gapped = [(one, cloze(voice, frame, one.told, one, gap)) for one in holding if not hangs_loose(one)]
        found = ((one, made) for one, made in (*asked, *gapped) if made is not None)
        yield tuple(_draft(voice, frame, one, made, (gap, noun, name.kind)) for one, made in found)


def _noun(voice: Voice, line: Line, name: Name) -> str:
    """What the name names, as a question says it; empty where nothing better than `thing` is known."""
    if name.sort not in _THINGS:
        return ""
    if name.sort is Sort.SHIP:
        return "ship"
    mention = voice.reading.mentions.at(voice.reading.mentions.number(line), name.start)
    full = mention.entity.said if mention is not None else name.text
    last = full.split()[-1].lower()
    if last in _CLASSES:
        return last
    return "" if name.kind in _NAMELESS else name.kind


def _is_framed(statement: Statement, gap: Gap) -> bool:
    """Whether another name or a date stands beside the gap, and the clause says that something is so."""
    told = statement.told
    beside = sum(bool(told.tokens_of(*mark)) and not gap.start <= mark[0] < gap.end for mark in marks_of(told.line))
    return beside > 0 and not is_denied(statement)


def _draft(voice: Voice, frame: Frame, statement: Statement, asked: Asked, thing: tuple[Gap, str, str]) -> Draft:
    gap, noun, kind = thing
    kinds = {gap.sort.value if gap.sort is not None else "name", kind}
    said = "|".join(re.escape(one) for one in sorted(kinds))
    question = re.sub(rf"(hich |\[\.\.\.\] \()(?:{said})\b", rf"\g<1>{noun}", asked.question, count=1)
    answer = statement.told.line.plain[gap.start : gap.end]
    question = located(frame, question, answer)
    form = Kind.CLOZE if asked.kind is Kind.CLOZE else Kind.WHAT
    draft = Draft(fact_of(voice, statement), form, f"thing {gap.start}", question, answer, (gap.start, gap.end))
    return replace(draft, sort=gap.sort, as_of=as_of(voice, frame, statement.told, statement, gap))
