"""A brief in, ranked cards and findings out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.briefs.brief import Brief
from trainer.cards.card import Card, Kind, Source, new_id
from trainer.cards.critique import critique
from trainer.errors import Finding
from trainer.facts.extract import extract
from trainer.language import gazetteer
from trainer.language.reading import Reading, read
from trainer.questions.cloze import clozes
from trainer.questions.distractors import distractors
from trainer.questions.draft import Draft
from trainer.questions.framing import frame_of
from trainer.questions.keys import accepted, rejected
from trainer.questions.plain import ask
from trainer.questions.rank import ranked
from trainer.text import fold
from trainer.values.names import content_words

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
    kept, dropped = _checked(reading, drafts)
    gaps, unfit = _checked(reading, clozes(reading, [draft for draft, _ in kept], frame))
    return Proposal(_unique(ranked(reading, [*kept, *_fresh(gaps, kept)])), (*findings, *dropped, *unfit))


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


def _checked(reading: Reading, drafts: Iterable[Draft]) -> tuple[list[tuple[Draft, Card]], list[Finding]]:
    """The cards that break no rule, and a finding for each that does."""
    kept, dropped = [], []
    for draft in drafts:
        card = _card(reading, draft)
        broken = critique(card)
        rule, reason = (broken[0].rule, broken[0].reason) if broken else _in_title(reading, card)
        if rule:
            dropped.append(Finding(f"card {card.id}", f"dropped by {rule}: {reason} ({card.question})"))
        else:
            kept.append((draft, card))
    return kept, dropped


def _in_title(reading: Reading, card: Card) -> tuple[str, str]:
    """The rule that a card breaks if its answer stands in the title of its brief, which a reader always sees."""
    if card.kind in {Kind.WHEN, Kind.HOW_MANY, Kind.ACRONYM, Kind.CLOZE}:
        return "", ""
    answer, title = content_words(card.answer), content_words(reading.brief.title)
    state = gazetteer.states().get(fold(card.answer).removeprefix("the "))
    people = state is not None and bool(content_words(state.demonym) & title)
    given = people or (bool(answer) and answer <= title)
    return ("is_not_in_title", "the title of the brief gives the answer") if given else ("", "")


def _fresh(gaps: list[tuple[Draft, Card]], kept: list[tuple[Draft, Card]]) -> list[tuple[Draft, Card]]:
    """The cloze cards that ask for nothing that a question, or an earlier cloze card, asks for elsewhere."""
    asked, fresh = [card for _, card in kept], []
    for draft, card in gaps:
        if not any(_asks_the_same(card, other) for other in asked):
            asked.append(card)
            fresh.append((draft, card))
    return fresh


def _asks_the_same(one: Card, other: Card) -> bool:
    """Whether two cards have one answer and share half of the words of the shorter question."""
    answers = {fold(text) for text in (other.answer, *other.accepted)}
    if answers.isdisjoint(fold(text) for text in (one.answer, *one.accepted)):
        return False
    first, second = content_words(one.question), content_words(other.question)
    return 2 * len(first & second) >= min(len(first), len(second))


def _unique(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Each question once, the better ranked of two."""
    seen: dict[str, Card] = {}
    for card in cards:
        seen.setdefault(card.question.casefold(), card)
    return tuple({card.id: card for card in seen.values()}.values())
