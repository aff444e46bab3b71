"""A brief in, ranked cards and findings out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from trainer.briefs.brief import Brief
from trainer.cards.card import Card, Kind, Source, new_id
from trainer.cards.critique import critique
from trainer.cycles import no_search_for_cycles
from trainer.errors import Finding
from trainer.facts.extract import extract
from trainer.facts.fact import Shape
from trainer.language import gazetteer
from trainer.language.reading import Reading, read
from trainer.questions.choosing import chosen
from trainer.questions.conflicts import with_conflicts
from trainer.questions.distinct import distinct
from trainer.questions.distractors import distractors
from trainer.questions.draft import Draft
from trainer.questions.framing import frame_of, told_in
from trainer.questions.inquire import inquiries
from trainer.questions.keeping import Reader, opinions
from trainer.questions.keys import accepted, rejected
from trainer.questions.left_open import leaning
from trainer.questions.plain import ask
from trainer.questions.rank import ranked
from trainer.questions.thinned import thinned
from trainer.questions.topic import topic_of
from trainer.questions.undated import find_undated
from trainer.questions.unsaid import find_unsaid
from trainer.text import fold
from trainer.values.names import stands_in

ORIGIN = "rules 1"
"""The maker of these cards and its version."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a brief gives."""

    cards: tuple[Card, ...]
    """Best first, no fact asked the same way twice."""
    findings: tuple[Finding, ...]
    """What was dropped and by which rule, and what the brief lacks."""
    salience: Mapping[str, int] = field(default_factory=dict)
    """How much each card matters, by its id: 3 for what the brief is about, 1 for what it mentions."""


def propose(brief: Brief, reader: Reader = opinions) -> Proposal:
    """The cards that a brief supports; the same brief gives the same cards. Finding nothing is no error.

    `reader` says what is thought of cards: of the ways to ask for one thing it chooses, and what it would refuse is
    left out.
    """
    with no_search_for_cycles():
        return _proposed(brief, reader)


def _proposed(brief: Brief, reader: Reader) -> Proposal:
    reading = read(brief)
    frame = frame_of(brief, reading.topic if reading.titled else None, topic_of(reading))
    facts = extract(reading)
    several = {
        name for name, count in Counter(f.subject.text for f in facts if f.shape is Shape.OFFICE).items() if count > 1
    }
    drafts = (draft for fact in facts for draft in ask(fact, frame))
    single = ((draft,) for draft in drafts if draft.direction != "office" or draft.fact.subject.text not in several)
    ways = [*single, *inquiries(reading, frame)]
    choice = chosen(reading, ways, partial(_made, reading), reader)
    cards = ranked(
        reading,
        with_conflicts([(draft, _with_options(reading, draft, card)) for draft, card in distinct(choice.kept)]),
        choice.opinions,
    )
    cards = thinned(cards)
    findings = (*choice.dropped, *find_unsaid(reading, choice.sentences), *find_undated(reading))
    return Proposal(tuple(card for card, _ in cards), findings, {card.id: worth for card, worth in cards})


_AN = re.compile(r"\b(?P<a>[Aa])n (?=\[\.\.\.\])")


def _made(reading: Reading, draft: Draft) -> tuple[Draft, Card]:
    """A draft in the words that it is asked in, and the card that it makes."""
    draft = _with_open_article(draft)
    draft = _in_section(reading, replace(draft, leaning=leaning(reading, draft)))
    return draft, _card(reading, draft)


def _with_open_article(draft: Draft) -> Draft:
    """The draft with `a(n)` for an `an` before the gap, which would tell that the answer begins with a vowel."""
    return replace(draft, question=_AN.sub(r"\g<a>(n) ", draft.question)) if draft.kind is Kind.CLOZE else draft


def _in_section(reading: Reading, draft: Draft) -> Draft:
    """The draft told of the state that heads its section, as `Romania` does in a brief on several."""
    state = gazetteer.states().get(fold(reading.brief.heading_over(draft.fact.provenance.passage)))
    if state is None or draft.kind is Kind.ACRONYM or state == reading.topic:
        return draft
    said = (state.name, state.demonym, *state.aliases)
    if any(stands_in(form, text) for form in said if form for text in (draft.question, draft.answer)):
        return draft
    return replace(draft, question=told_in(state.with_article, draft.question))


def _card(reading: Reading, draft: Draft) -> Card:
    """The card without its keys and options."""
    brief, fact = reading.brief, draft.fact
    return Card(
        id=new_id(brief.id, fact.id, draft.kind, draft.direction),
        fact=fact.id,
        kind=draft.kind,
        question=draft.question,
        answer=draft.answer,
        as_of=draft.as_of,
        attribution=fact.attribution,
        origin=ORIGIN,
        source=Source(brief.id, fact.provenance.sentence, fact.provenance.passage, draft.span),
    )


def _with_options(reading: Reading, draft: Draft, card: Card) -> Card:
    """The card with what else is right, what comes close and is wrong, and options where they are sound."""
    keyed = replace(card, accepted=accepted(draft, reading), reject=rejected(draft, reading))
    full = replace(keyed, distractors=distractors(reading, draft))
    return keyed if critique(full) else full
