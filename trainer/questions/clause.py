"""Questions about a clause: when, how many, where, who, what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trainer.cards.card import Kind
from trainer.facts.fact import Fact, Part, Role
from trainer.language import gazetteer
from trainer.language.names import PLACES
from trainer.language.verbs import Tense
from trainer.questions import wording
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, as_of, opening, sentence

MOST_PER_FACT = 2
"""Ways round that one clause is asked; a third teaches nothing."""

_VAGUE = re.compile(
    r"\b(?:its|their|his|her|several|some|most|many|various|numerous|other|number|range|series|further|additional)\b"
)
_LOOSE = re.compile(r"\s(?:under|by|with|as|after|during|from|through|at|on|off)\s")
_RESULT = re.compile(r"\sto\s[a-z]+$|\bof (?:two|three|four|five|six|seven|eight|nine|ten|a dozen)\b")
_GOAL = re.compile(r"(?P<counted>.+?) (?P<goal>to [A-Z].*)")
_ASKED_BEHIND = frozenset({"", "on", "with", "of", "for", "against", "over", "into", "from", "to", "about", "in", "by",
                           "following", "after"})  # fmt: skip
_OWN = re.compile(r"\b(its|their) own\b")
_LIGHT = frozenset(
    {"have", "be", "make", "take", "do", "give", "get", "include", "see", "come", "go", "put", "become", "remain"}
)
_CAUSING = frozenset({"allow", "force", "urge", "ask", "let", "help", "enable", "order", "tell", "press"})


def ask_clause(fact: Fact, frame: Frame) -> tuple[Draft, ...]:
    """The best questions about a clause, at most two of them."""
    start = opening(fact, frame)
    if start is None:
        return ()
    drafts = [
        *_when(fact, start),
        *_how_many(fact, start),
        *_named(fact, start),
        *_where(fact, start, frame),
        *_who(fact, start),
        *_what(fact, start),
    ]
    return tuple(replace(draft, as_of=as_of(fact, frame)) for draft in drafts[:MOST_PER_FACT])


def _behind(fact: Fact, asked: Part | None, *, time: bool = True) -> str:
    """Everything behind the verb but the part that is asked."""
    parts = (
        [fact.object] if fact.object is not None and fact.object not in fact.details and not fact.object.items else []
    )
    parts += list(fact.details)
    said = [f"{part.preposition} {part.text}" for part in parts if part is not None and part is not asked]
    if time and fact.time is not None and fact.time_part is not None:
        said.append(wording.dated(fact.time, fact.time_part.preposition))
    return _OWN.sub(r"\1", " ".join(said))


def _inverted(fact: Fact, start: str, question_word: str, asked: Part | None, *, time: bool = True) -> str:
    """A question for anything but the subject: auxiliary, subject, verb, the rest."""
    assert fact.predicate is not None  # noqa: S101 - clauses have one
    auxiliary, verb = fact.predicate.split(plural=fact.subject.plural)
    body = f"{question_word} {auxiliary} {fact.subject.text} {verb} {_behind(fact, asked, time=time)}"
    return sentence(start, body)


def _of_subject(fact: Fact, start: str, question_word: str, *, plural: bool) -> str:
    """A question for the subject: the words stay in their order."""
    assert fact.predicate is not None  # noqa: S101 - clauses have one
    return sentence(start, f"{question_word} {fact.predicate.finite(plural=plural)} {_behind(fact, None)}")


def _when(fact: Fact, start: str) -> Iterator[Draft]:
    if fact.time is None or fact.time_part is None or fact.predicate is None:
        return
    if fact.predicate.tense in {Tense.PERFECT, Tense.PRESENT} and fact.time_part.preposition not in {"since", "by"}:
        return
    word = wording.when(fact.time, fact.time_part.preposition, fact.predicate.tense)
    question = _inverted(fact, start, word, None, time=False)
    yield Draft(fact, Kind.WHEN, "time", question, fact.time.spoken, fact.time_part.span, times=(fact.time,))


def _how_many(fact: Fact, start: str) -> Iterator[Draft]:
    for part in (fact.subject, *fact.details):
        word = wording.how_many(part)
        if not word or part.quantity is None:
            continue
        if part is fact.subject:
            question = _of_subject(fact, start, word, plural=part.plural)
        else:
            question = _inverted(fact, start, f"{part.preposition} {word}", part)
        yield Draft(fact, Kind.HOW_MANY, "number", question, part.quantity.spoken, part.quantity_span,
                    quantity=part.quantity, counted=part.counted)  # fmt: skip


def _named(fact: Fact, start: str) -> Iterator[Draft]:
    """`What was the name of the military mission to Mali that France ended?`, for an object with a name behind it."""
    if (
        fact.object is None
        or not fact.object.items
        or fact.object.preposition
        or fact.object.sort
        or fact.predicate is None
    ):
        return
    kind_of = re.sub(r"^(?:its|their|a|an)\s(?:own\s)?", "the ", fact.object.text)
    verb = fact.predicate.finite(plural=fact.subject.plural)
    question = sentence(start, f"what was the name of {kind_of} that {fact.subject.text} {verb}")
    yield Draft(fact, Kind.WHAT, "name", question, fact.object.items[0], fact.object.quantity_span)


def _where(fact: Fact, start: str, frame: Frame) -> Iterator[Draft]:
    for part in fact.details:
        word = wording.where(part)
        if word and part.preposition and not _is_spelled_out(fact, part):
            opening_words = _of_the_brief(fact, start, frame) if part.items else start
            kind = Kind.LIST if part.items else Kind.WHERE
            question = _inverted(fact, opening_words, word, part)
            yield _draft(fact, kind, f"place {part.preposition}", question, part)


def _of_the_brief(fact: Fact, start: str, frame: Frame) -> str:
    """For a list that adds to another, words that ask for what the brief names and not for all there is."""
    adds = fact.predicate is not None and fact.predicate.also and start == frame.as_of
    return f"According to {frame.brief}, " if adds else start


def _who(fact: Fact, start: str) -> Iterator[Draft]:
    word = wording.who(fact.subject)
    assert fact.predicate is not None  # noqa: S101 - clauses have one
    unique = (
        fact.object is None
        or fact.predicate.lemma != "be"
        or fact.object.text.startswith(("the ", "The "))
        or "'s " in fact.object.text
    )
    joined = " and " in fact.subject.text and not fact.subject.items
    light = fact.predicate.lemma in _LIGHT - {"be"}
    if not word or not unique or joined or light or not _says_enough(fact, fact.subject):
        return
    if fact.predicate.lemma == "be" and fact.object is not None and fact.object.noun:
        word = "what"
    plural = bool(fact.subject.items) or (word.startswith("which") and fact.subject.plural)
    kind = Kind.LIST if fact.subject.items else Kind.WHAT if word == "what" else Kind.WHO
    yield _draft(fact, kind, "subject",
                 _of_subject(fact, start, word, plural=plural), fact.subject)  # fmt: skip


def _what(fact: Fact, start: str) -> Iterator[Draft]:
    if fact.predicate is None or fact.predicate.lemma in _LIGHT | _CAUSING:
        return
    for part in fact.details:
        word = wording.what(part)
        if not word or part.sort in PLACES or part.quantity is not None or not _says_enough(fact, part):
            continue
        if (part is not fact.object and not part.preposition) or not _is_answer(part):
            continue
        if (word == "what" or _is_bare(part)) and fact.time is None:
            continue
        if fact.object is not None and fact.object.items and part.role is Role.OBJECT:
            continue
        kind = Kind.LIST if part.items else Kind.WHAT
        yield _draft(fact, kind, f"{part.role} {part.preposition}".strip(),
                     _inverted(fact, start, f"{part.preposition} {part.lead} {word}", part), part)  # fmt: skip


def _is_answer(part: Part) -> bool:
    """Whether the words are an answer that one can know: no vague amount, no loose phrase behind, no hidden number."""
    asked = part.preposition in _ASKED_BEHIND
    if _RESULT.search(part.text):
        return False
    return asked and not _VAGUE.search(part.text) and not _LOOSE.search(part.text) and not re.search(r"\d", part.text)


def _is_bare(part: Part) -> bool:
    """Whether the part is one common noun, which could be said of many things: `civilians`."""
    return " " not in part.text and part.text.islower()


def _is_spelled_out(fact: Fact, asked: Part) -> bool:
    """Whether an acronym that stays in the question has the answer in its full form: Mali in MINUSMA."""
    said = " ".join(part.text for part in (fact.subject, *fact.details) if part is not asked)
    bodies = (gazetteer.bodies().get(word.strip("'s,")) for word in said.split())
    return any(body is not None and asked.text in body.name for body in bodies)


def _says_enough(fact: Fact, asked: Part) -> bool:
    """Whether a name and something else stay in the question when the asked part is out of it."""
    left = [
        part for part in (fact.subject, *fact.details, *([fact.object] if fact.object else [])) if part is not asked
    ]
    return any(part.named for part in left) and bool(left)


def _draft(fact: Fact, kind: Kind, direction: str, question: str, part: Part) -> Draft:
    answer = _joined(part.items) if part.items else part.text
    return Draft(fact, kind, direction, question, answer, part.span, sort=part.sort, items=part.items)


def _joined(items: tuple[str, ...]) -> str:
    return " and ".join([", ".join(items[:-1]) + ("," if len(items) > 2 else ""), items[-1]])
