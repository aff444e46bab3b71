"""How likely a word of a card leans on what only its brief tells: `net debt`, of whom; `the lease`, of which base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from trainer.cards.card import Kind
from trainer.cards.leads import parted
from trainer.facts.fact import Provenance
from trainer.language.antecedents import TITLE, Shares, Spot, Told
from trainer.language.earlier import Thing, all_gathered
from trainer.language.reading import Line, Reading
from trainer.questions.draft import Draft
from trainer.text import fold
from trainer.values.names import stands_in

_HOME = frozenset({"authorities", "country", "government", "kingdom", "nation", "republic", "state"})
"""Nouns by which a brief speaks of its own state."""
_QUOTED = 2
"""Sentences before its own that a question may quote."""
_TELLING = frozenset({"ADJ", "NOUN", "PROPN"})
"""What the word before a noun is that tells which one is meant."""


class Said(NamedTuple):
    """What a question says, in small letters."""

    all: str
    """All of it."""
    quoted: str
    """What it quotes before the sentence that asks."""


def leaning(reading: Reading, draft: Draft) -> float:
    """The likelihood for the word of which it is greatest: 0 to 1.

    Looked at are the words of the sentence that the question says and that go back to what neither it nor the title of
    the deck says. An acronym leans on nothing.
    """
    line = _line_of(reading, draft.fact.provenance)
    if line is None or draft.kind is Kind.ACRONYM:
        return 0.0
    return max(_likelihoods(reading, line, draft), default=0.0)


def _line_of(reading: Reading, place: Provenance) -> Line | None:
    """The line that a fact was read from; None for one of a table."""
    lines = (line for line in reading.lines if line.sentence.passage == place.passage)
    return next((line for line in lines if line.sentence.text == place.sentence), None)


def _likelihoods(reading: Reading, line: Line, draft: Draft) -> Iterator[float]:
    """One for each word that heads a phrase and is said."""
    index, said = reading.mentions, Said(fold(draft.question), fold(parted(draft.question)[0]))
    k, asked = index.number(line), draft.span or (0, 0)
    for token in line.sentence.doc:
        told = index.told.get((k, token.i))
        if told is None or token.tag_ in {"PRP", "PRP$"} or not stands_in(fold(token.text), said.all):
            continue
        dated = any(date.start <= token.idx < date.end for date in line.dates)
        if not dated and not asked[0] <= token.idx < asked[1]:
            yield _likelihood(reading, k, token, told, said)


def _likelihood(reading: Reading, k: int, token: Token, told: Told, said: Said) -> float:
    """How likely a word of line `k` goes back to what nothing says; a name does not by meaning what it meant before."""
    named = token.pos_ == "PROPN" or reading.mentions.at(k, token.idx) is not None
    likely = told.leaning * _unsaid(reading, told.owner, k, token, said)
    return likely + (0.0 if named else told.again * _unsaid(reading, told.same, k, token, said))


def _unsaid(reading: Reading, links: Shares, k: int, token: Token, said: Said) -> float:
    """Of what a word is linked to the part that nothing says; all of it where it is linked to nothing."""
    every = sum(share for _, share in links)
    found = all_gathered(reading.mentions, links)
    unsaid = sum(thing.share for thing in found if not _is_said(reading, thing, k, token, said))
    return unsaid / every if every else 1.0


def _is_said(reading: Reading, thing: Thing, k: int, token: Token, said: Said) -> bool:
    """Whether a question, or the title of the deck, says the thing."""
    if thing.entity is not None:
        forms = [fold(form) for form in (*thing.entity.texts, thing.entity.said)]
        if any(stands_in(form, text) for form in forms for text in (said.all, fold(reading.brief.title))):
            return True
    if reading.topic is not None and _is_home(reading, thing):
        return any(stands_in(fold(form), said.all) for form in (reading.topic.name, *reading.topic.demonyms))
    return any(spot[0] == TITLE or _is_worded(reading, spot, k, token, said) for spot in thing.said_at)


def _is_home(reading: Reading, thing: Thing) -> bool:
    """Whether the thing is the brief's own state, by a noun that names none: `the country`."""
    line, word = thing.place
    alone = thing.entity is None and line >= 0
    return alone and reading.mentions.lines[line].sentence.doc[word].lower_ in _HOME


def _is_worded(reading: Reading, spot: Spot, k: int, token: Token, said: Said) -> bool:
    """Whether a question has a word of the same sentence, or quotes it, or has it with the word before it."""
    line, word = spot
    if line == k:
        return word != token.i and stands_in(fold(token.doc[word].text), said.all)
    if not 0 <= line < k:
        return False
    doc = reading.mentions.lines[line].sentence.doc
    if k - line <= _QUOTED and stands_in(fold(doc[word].text), said.quoted):
        return True
    told = word > 0 and doc[word - 1].pos_ in _TELLING
    return told and stands_in(fold(doc[word - 1 : word + 1].text), said.all)
