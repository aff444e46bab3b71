"""Whether a question says enough to be about one thing only: a name or two, a day, and what it is that happened."""

from __future__ import annotations

import re

from spacy.tokens import Token

from trainer.facts.gaps import Gap
from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.language.event_nouns import families
from trainer.language.kinds import DISEASES
from trainer.language.names import PLACES, Sort
from trainer.language.verbs import lemma_of
from trainer.questions.capitals import decapitalized
from trainer.questions.framing import Frame
from trainer.questions.tuples import is_vague
from trainer.values.dates import MONTHS

ENOUGH_WORDS = 8
"""Words of a statement that leave one answer only, names or not."""
ENOUGH_IN_TOPIC = 6
"""Words of a statement that leave one answer only beside what the brief is about."""
MANY = 1000
"""A figure that is said of one thing alone beside what the brief is about."""
ENOUGH_OF_MANY = 5
"""Words of a statement that say what so many are: `head of livestock have died`."""
_TELLS_ALONE = frozenset({Sort.SHIP, Sort.LAW, Sort.PRODUCT, Sort.EVENT})
"""Names of things that one statement is made about."""
_COUNTING = frozenset({"count", "speak", "report", "say", "put", "give", "record", "confirm", "acknowledge", "tell"})
"""Verbs whose subject is where a figure comes from, and says nothing of what it is about."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRIEF = re.compile(r"^According to the (?:[A-Z]\w+ \d{4} )?brief\b")


def is_placed(told: Telling, statement: Statement | None, gap: Gap, question: str, frame: Frame) -> bool:
    """Whether the question can be understood without the brief at hand.

    What happened at no stated time needs two names, or one of a thing such as a ship or of an event; anything else
    needs eight words, or two names or dates beside the gap (one for a name).
    """
    if _is_undated(question, frame) and gap.time is None:
        named = max(_names(told, statement), _names_said(question, statement))
        return named >= 2 and (
            gap.sort not in PLACES or statement is None or _says_enough(statement)
        )  # who, and what with
    if statement is not None and gap.sort is None and _is_count(statement) and not _names(told, statement):
        return False
    told_with_topic = frame.is_narrow and question.startswith("As of ")
    named = max(_names(told, statement), _names_said(question, statement))
    if gap.time is None and not (frame.place or told_with_topic) and not named:
        return False
    return statement is None or _is_specific(statement, gap, frame.topic, question)


def is_placed_by_topic(told: Telling, statement: Statement | None, gap: Gap, question: str, frame: Frame) -> bool:
    """Whether what the brief is about, with which the question then opens, places it: a name, a day or a number.

    `85% of installed power is hydroelectric` says of what it is a share.
    """
    if not frame.topic or _lacks_disease(question, frame) or (statement is None and not _is_whole(told)):
        return False
    dates = {token.i for date in told.line.dates for token in told.tokens_of(date.start, date.end)}
    figures = [token for token in _own(told) if token.like_num and token.text[:1].isdigit() and token.i not in dates]
    measured = gap.time is not None and bool(figures)
    said = _names(told, statement) > 0 or gap.number is not None or measured or not _is_undated(question, frame)
    share = gap.number is not None and told.line.plain.startswith(" of ", gap.end)
    if statement is None:
        return said and sum(token.is_alpha for token in _own(told)) >= ENOUGH_IN_TOPIC
    return said and (_says_enough(statement, ENOUGH_IN_TOPIC - share) or _says_what_is_counted(statement))


def _is_whole(told: Telling) -> bool:
    """Whether a telling has the main clause of its sentence, its asides apart, to its end."""
    return re.fullmatch(r"whole(?:>core)*", told.way) is not None


def _own(told: Telling) -> list[Token]:
    """The words that a telling has from its sentence."""
    return [token for place, token in zip(told.places, told.doc, strict=True) if place[0] >= 0]


_DESCRIBED = 6
"""Words behind a figure's verb that say what was counted: `devices carrying a variant of one web shell`."""


def _says_what_is_counted(statement: Statement) -> bool:
    """Whether a clause that says who counted something on a day says at length what it was."""
    doc, tail = statement.told.doc, statement.tail
    verb = doc[statement.verb].lower_ if statement.verb is not None else ""
    if lemma_of(verb) not in {"count", "report", "record", "confirm"} or statement.speaker is not None:
        return False
    dated = any(slot.role in {"time", "front"} for slot in (*statement.front, *tail))
    told = (t for slot in tail if slot.role == "object" for t in doc[slot.first : slot.last])
    return dated and sum(t.is_alpha for t in told) >= _DESCRIBED


def _lacks_disease(question: str, frame: Frame) -> bool:
    """Whether the question counts cases, and neither it nor what the brief is about says of what."""
    if "cases" not in question or frame.matter in DISEASES:
        return False
    return not any(re.search(rf"\b{name}\b", question, re.IGNORECASE) for name in DISEASES)


def _is_undated(question: str, frame: Frame) -> bool:
    """Whether the question tells what happened without a day: no year but that of the brief, or one still to come."""
    if question.startswith("As of "):
        return False
    opening = _BRIEF.match(question)
    body = question[opening.end() :] if opening else question
    return not any(frame.month is None or int(year) <= frame.month.year for year in _YEAR.findall(body))


def _is_count(statement: Statement) -> bool:
    """Whether the clause says only who gave a figure: `CENTCOM spoke of 41,000 tons`."""
    verb = statement.told.doc[statement.verb].lower_ if statement.verb is not None else ""
    return statement.speaker is None and lemma_of(verb) in {"count", "speak", "put", "report", "say"}


def _names(told: Telling, statement: Statement | None) -> int:
    """How many things are named, those that tell all by themselves twice; not who says so."""
    sources = set()
    if statement is not None:
        verb = told.doc[statement.verb].lower_ if statement.verb is not None else ""
        if lemma_of(verb) in _COUNTING:
            sources |= set(range(statement.subject.first, statement.subject.last))
        if statement.speaker is not None:
            sources |= set(range(statement.speaker.first, statement.speaker.last))
    found = int(statement is not None and statement.verb is None)
    seen = set()
    for name in told.line.names:
        tokens = told.tokens_of(name.start, name.end)
        if tokens and name.text not in seen and not {t.i for t in tokens} & sources:
            seen.add(name.text)
            found += 2 if name.sort in _TELLS_ALONE else 1
    return found


_OPENING = re.compile(r"^(?:As of (?:[A-Z]\w+ )?\d{4}(?:, | )?)?(?:according to [^,:]+)?[,:] ", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to [^,;.?]+")
_SAID = re.compile(r"\b[A-Z][\w'-]*(?:(?: of(?: the)?| the| al-)? [A-Z][\w'-]*)*")


def _names_said(question: str, statement: Statement | None) -> int:
    """How many names the question says beside who says so, those among them by which it names what only pointed back.

    An event with a name, such as `the Moura massacre`, is as good as two.
    """
    verb = statement.told.doc[statement.verb].lower_ if statement is not None and statement.verb is not None else ""
    if statement is None or lemma_of(verb) in _COUNTING:
        return 0
    body = decapitalized(_ACCORDING.sub("", _OPENING.sub("", question)))
    found = {re.sub(r"'s?$", "", name) for name in _SAID.findall(body) if name not in MONTHS}
    return len(found) + (bool(found) and _names_event(question))


def _names_event(body: str) -> bool:
    """Whether the words speak of one event by a name: `the Moura massacre`, `the attack on the Ostrel station`."""
    for noun in re.finditer(r"\bthe (?:[\w-]+ ){0,3}?([a-z-]+)\b", body):
        if noun[1] in families() and (
            re.search(r"[A-Z]", noun[0])
            or re.match(r" (?:of|on|in|at|against) (?:the )?(?:[a-z-]+ ){0,2}[A-Z]", body[noun.end() :])
        ):
            return True
    return False


def _says_enough(statement: Statement, least: int = ENOUGH_IN_TOPIC) -> bool:
    """Whether the clause tells more than a figure and who gave it, in so many words that one event is meant."""
    told = statement.told
    words = sum(place[0] >= 0 and token.is_alpha for place, token in zip(told.places, told.doc, strict=True))
    verb = told.doc[statement.verb].lower_ if statement.verb is not None else ""
    return words >= least and lemma_of(verb) not in _COUNTING | {"claim"}


def _is_specific(statement: Statement, gap: Gap, topic: str, question: str) -> bool:
    told = statement.told
    words = sum(place[0] >= 0 and token.is_alpha for place, token in zip(told.places, told.doc, strict=True))
    marks = [(name.start, name.end) for name in told.line.names] + [(date.start, date.end) for date in told.line.dates]
    fixed = sum(bool(told.tokens_of(*mark)) and not gap.start <= mark[0] < gap.end for mark in marks)
    fixed += bool(topic) and not is_vague(statement)
    fixed += max(
        0, _names_said(question, statement) - sum(bool(told.tokens_of(n.start, n.end)) for n in told.line.names)
    )
    many = gap.number is not None and gap.number.low >= MANY and words >= ENOUGH_OF_MANY
    return words >= ENOUGH_WORDS or fixed >= 2 or (fixed >= 1 and (gap.number is None or many))
