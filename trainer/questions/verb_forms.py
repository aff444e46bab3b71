"""The verb of a statement as a question says it: turned round, or told from later on."""

from __future__ import annotations

import re

from trainer.facts.statement import Statement, is_plural
from trainer.language.verbs import BE, VerbGroup, inflect, lemma_of
from trainer.questions.moods import Mood

_PAST = {
    "will": "would",
    "has": "had",
    "have": "had",
    "is": "was",
    "are": "were",
    "does": "did",
    "do": "did",
    "can": "could",
    "'s": "was",
}


_UNDER = re.compile(
    r"\b(?P<opener>(?:until|unless|once|if|that|because|although|though|whereas) (?:[\w'’-]+ ){1,5}?)"
    r"(?P<verb>is|are|has|have|will|can)\b(?! to\b)"
)
"""A clause under the main one, up to its verb in the present: `until a successor | is`."""


def told_later(text: str) -> str:
    """The words of a question with the clauses under its verb told from later on, as the verb itself is.

    >>> told_later("who was due to stay until a successor is found")
    'who was due to stay until a successor was found'
    """
    return _UNDER.sub(lambda found: f"{found['opener']}{_PAST[found['verb']]}", text)


def _adverbs(statement: Statement) -> str:
    return " ".join(statement.told.doc[i].text for i in statement.adverbs)


def _others(statement: Statement) -> str:
    """The auxiliaries behind the first, with the adverbs where they stand: `been fatally`."""
    return " ".join(
        statement.told.doc[i].text.lower() for i in sorted((*statement.auxiliaries[1:], *statement.adverbs))
    )


def split_verb(statement: Statement, mood: Mood) -> tuple[str, str]:
    """The word that goes before the subject, and what stays of the verb behind it."""
    doc = statement.told.doc
    words = [doc[i].text.lower() for i in statement.auxiliaries]
    verb = doc[statement.verb].text if statement.verb is not None else ""
    adverbs = _adverbs(statement)
    if mood.ahead and (not words or words[0] in {"is", "are"}):
        was = "were" if is_plural(statement, statement.subject) else "was"
        told = lemma_of(verb) if not words else " ".join(["be", *words[1:], verb])
        return was, " ".join(f"{adverbs} due to {told}".split())
    if not words:
        return "did" if mood.shifted or statement.finite.tag_ not in {"VBZ", "VBP"} else _does(
            statement
        ), f"{adverbs} {lemma_of(verb)}".strip()
    first = words[0]
    if _falls_due(first, mood, verb):
        was = "were" if is_plural(statement, statement.subject) else "was"
        return was, " ".join(f"{adverbs} due to {' '.join(words[1:])} {verb}".split())
    return _PAST.get(first, first) if mood.shifted else first, " ".join(f"{_others(statement)} {verb}".split())


_GOING_ON = frozenset({"continue", "depend", "have", "keep", "persist", "prevail", "remain"})
"""Verbs that tell of no day that is set: `will continue` is a forecast, and nothing that is due."""


def _falls_due(first: str, mood: Mood, verb: str) -> bool:
    """Whether a `will` told from later on is said with `was due to`, and not with `would`."""
    return first == "will" and mood.shifted and verb not in _GOING_ON


def _does(statement: Statement) -> str:
    return "does" if statement.finite.tag_ == "VBZ" else "do"


def finite_verb(statement: Statement, mood: Mood, *, plural: bool) -> str:
    """The whole verb behind its subject."""
    doc = statement.told.doc
    words = [doc[i].text.lower() for i in statement.auxiliaries]
    verb = doc[statement.verb].text if statement.verb is not None else ""
    adverbs = _adverbs(statement)
    if mood.ahead and not words:
        return " ".join(f"{'were' if plural else 'was'} {adverbs} due to {lemma_of(verb)}".split())
    if not words:
        told = inflect(lemma_of(verb), "VBD") if mood.shifted and statement.finite.tag_ in {"VBZ", "VBP"} else verb
        return f"{adverbs} {told}".strip()
    if _falls_due(words[0], mood, verb):
        return " ".join(f"{'were' if plural else 'was'} {adverbs} due to {' '.join(words[1:])} {verb}".split())
    first = _PAST.get(words[0], words[0]) if mood.shifted else words[0]
    return " ".join(f"{first} {_others(statement)} {verb}".split())


def verb_group(statement: Statement) -> VerbGroup:
    """The verb as a fact keeps it."""
    doc = statement.told.doc
    words = {doc[i].lower_ for i in statement.auxiliaries}
    verb = doc[statement.verb] if statement.verb is not None else None
    passive = verb is not None and verb.tag_ == "VBN" and bool(words & BE)
    return VerbGroup(lemma_of(verb.text) if verb is not None else "be", passive)
