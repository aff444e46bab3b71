"""A brief in, ranked cards and findings out."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.briefs.brief import Brief
from trainer.cards.card import Card, Source, new_id
from trainer.cards.critique import critique
from trainer.errors import Finding
from trainer.facts.extract import extract
from trainer.language.reading import Reading, read
from trainer.questions.distractors import distractors
from trainer.questions.draft import Draft
from trainer.questions.framing import frame_of
from trainer.questions.keys import accepted, rejected
from trainer.questions.plain import ask
from trainer.questions.rank import ranked

ORIGIN = "rules 1"
"""The maker of these cards and its version."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a brief gives."""

    cards: tuple[Card, ...]
    """Best first, no fact asked the same way twice."""
    findings: tuple[Finding, ...]
    """What was dropped and by which rule, and what the brief lacks."""


def propose(brief: Brief) -> Proposal:
    """The cards that a brief supports; the same brief gives the same cards. Finding nothing is no error."""
    reading = read(brief)
    facts, findings = extract(reading)
    frame = frame_of(brief, reading.topic.with_article if reading.topic and reading.titled else "")
    drafts = [draft for fact in facts for draft in ask(fact, frame)]
    kept, dropped = _checked([(draft, _card(reading, draft)) for draft in drafts])
    return Proposal(_unique(ranked(reading, kept)), (*findings, *dropped))


def _card(reading: Reading, draft: Draft) -> Card:
    brief, fact = reading.brief, draft.fact
    sentence = fact.provenance.sentence
    return Card(
        id=new_id(brief.id, fact.id, draft.kind, draft.direction),
        fact=fact.id,
        kind=draft.kind,
        question=draft.question,
        answer=draft.answer,
        accepted=accepted(draft),
        reject=rejected(draft),
        distractors=distractors(reading, draft),
        as_of=draft.as_of,
        attribution=fact.attribution,
        origin=ORIGIN,
        source=Source(brief.id, sentence, fact.provenance.passage, draft.span),
    )


def _checked(pairs: list[tuple[Draft, Card]]) -> tuple[list[tuple[Draft, Card]], list[Finding]]:
    """The cards that break no rule, and a finding for each that does."""
    kept, dropped = [], []
    for draft, card in pairs:
        broken = critique(card)
        if broken:
            dropped.append(
                Finding(f"card {card.id}", f"dropped by {broken[0].rule}: {broken[0].reason} ({card.question})")
            )
        else:
            kept.append((draft, card))
    return kept, dropped


def _unique(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Each question once, the better ranked of two."""
    seen: dict[str, Card] = {}
    for card in cards:
        seen.setdefault(card.question.casefold(), card)
    return tuple({card.id: card for card in seen.values()}.values())
