"""What else a named thing is called, and what it calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trainer.cards.card import Kind
from trainer.facts.fact import Fact, Part, Shape
from trainer.facts.provenance import provenance
from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.language.names import Name, Sort
from trainer.language.nicknames import SECOND_NAME
from trainer.language.reading import Line
from trainer.questions.ask import finished
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame
from trainer.questions.saying import Voice
from trainer.questions.tuples import as_of, fact_of, is_vague

_ALIAS = re.compile(
    r"(?:, (?:an? |the )?[a-z][a-z '-]*?,? ?|,? ?\(? ?| )(?P<how>also|better|more widely|formerly|previously) known as"
    rf" (?:the )?(?P<alias>{SECOND_NAME})"
)
_Pairs = Sequence[tuple[Telling, Statement | None]]


def definitions(voice: Voice, frame: Frame, line: Line, pairs: _Pairs) -> Iterator[tuple[Draft, ...]]:
    """For each second name the name, and the name that something gives itself."""
    if frame.month is None:
        return
    for _, statement in pairs:
        if statement is not None:
            yield tuple(_own_name(voice, frame, statement))
    for name in line.names:
        match = _ALIAS.match(line.plain, name.end)
        if match and match["alias"] != name.text:
            yield (_second_name(frame, line, name, match),)


def _fact(line: Line, named: str, value: str) -> Fact:
    return Fact(Shape.DESCRIPTION, Part(named), provenance(line), value=value)


def _own_name(voice: Voice, frame: Frame, statement: Statement) -> Iterator[Draft]:
    """`which calls itself Ansar Allah`."""
    told, tail = statement.told, statement.tail
    doc = told.doc
    verb = doc[statement.verb].lower_ if statement.verb is not None else ""
    words = doc[(statement.verb or 0) + 1 : tail[-1].last] if tail else doc[:0]
    if verb not in {"calls", "call"} or len(words) < 2 or words[0].lower_ not in {"itself", "themselves"}:
        return
    subject = voice.say(told, statement.subject.first, statement.subject.last, owned=False)
    name = next((one for one in told.line.names if told.places[words[1].i][0] in {one.start, one.start - 4}), None)
    if subject and name is not None and not is_vague(statement):
        question = finished(frame.as_of, f"what did {subject} call {words[0].text}")
        yield Draft(fact_of(voice, statement), Kind.WHAT, "definition own", question, name.text, (name.start, name.end),
                    sort=name.sort, as_of=as_of(voice, frame, told, statement, None))  # fmt: skip


def _second_name(frame: Frame, line: Line, name: Name, match: re.Match[str]) -> Draft:
    article = "the " if line.plain[: name.start].lower().endswith("the ") else ""
    named = f"{article}{name.text}"
    asked = {"also": f"by what other name was {named} known", "better": f"by what name was {named} better known",
             "more widely": f"by what name was {named} more widely known"}  # fmt: skip
    question = finished(frame.as_of, asked.get(match["how"], f"by what name was {named} {match['how']} known"))
    fact, span = _fact(line, named, match["alias"]), match.span("alias")
    person = any((other.start, other.end) == span and other.sort is Sort.PERSON for other in line.names)
    return Draft(fact, Kind.WHAT, "definition alias", question, match["alias"], span,
                 sort=Sort.PERSON if person else name.sort, as_of=frame.iso)  # fmt: skip
