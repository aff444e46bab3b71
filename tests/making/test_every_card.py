"""What holds for every card of every brief that the project has, and for any of their sentences put together anew."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import BRIEFS, brief_of

from trainer.briefs.brief import Brief
from trainer.briefs.read import read_brief
from trainer.cards.card import GAP, Card, Kind
from trainer.cards.critique import critique
from trainer.language.sentences import split
from trainer.questions import Proposal, propose

ROOT = Path(__file__).parents[2]
PATHS = sorted(
    path
    for folder in (ROOT / "seeds", ROOT / "bench" / "briefs", BRIEFS)
    for path in folder.iterdir()
    if path.suffix in {".md", ".txt"}
)
NAMES = [path.name for path in PATHS]


@cache
def brief_named(name: str) -> Brief:
    return read_brief(next(path for path in PATHS if path.name == name))[0]


@cache
def proposal_of(name: str) -> Proposal:
    return propose(brief_named(name))


def check_source(card: Card, brief: Brief) -> None:
    """The sentence stands word for word in its paragraph, and the span in the sentence."""
    assert card.source is not None
    assert card.source.brief == brief.id
    paragraph = next(passage.text for passage in brief.passages if passage.number == card.source.paragraph)
    assert card.source.sentence in paragraph
    if card.source.span is not None:
        start, end = card.source.span
        assert 0 <= start < end <= len(card.source.sentence)
        assert card.source.sentence[start:end] == card.source.sentence[start:end].strip()


def check_question(card: Card) -> None:
    """One thing is asked, and not told."""
    if card.kind is Kind.CLOZE:
        assert card.question.count(GAP) == 1
        assert "?" not in card.question
    else:
        assert card.question.count("?") == 1
        assert card.question.endswith("?")
        assert GAP not in card.question
    assert card.question[:1].isupper() or card.question[0] in "[0123456789\"'$"
    assert not re.search(rf"(?<!\w){re.escape(card.answer)}(?!\w)", card.question, re.IGNORECASE)
    assert "␣" not in f"{card.question}{card.answer}"
    assert not re.search(r"\s\s|\s[,.;?]", card.question)


def check(proposal: Proposal, brief: Brief) -> None:
    for card in proposal.cards:
        check_source(card, brief)
        check_question(card)
        assert critique(card) == ()
    assert len({card.id for card in proposal.cards}) == len(proposal.cards)


@pytest.mark.parametrize("name", NAMES)
def test_every_card_shows_its_source_and_breaks_no_rule(name: str) -> None:
    check(proposal_of(name), brief_named(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_brief_gives_cards_best_first(name: str) -> None:
    proposal = proposal_of(name)
    assert len(proposal.cards) >= 8
    salience = [proposal.salience[card.id] for card in proposal.cards]
    assert salience == sorted(salience, reverse=True)


@pytest.mark.parametrize("name", NAMES)
def test_no_card_is_asked_twice(name: str) -> None:
    questions = [card.question for card in proposal_of(name).cards]
    assert len(questions) == len(set(questions))


@pytest.mark.parametrize("name", NAMES)
def test_no_place_in_a_sentence_is_asked_for_twice_in_one_way(name: str) -> None:
    asked = [
        (card.kind, card.source.sentence, card.source.span)
        for card in proposal_of(name).cards
        if card.source is not None and card.source.span is not None and card.kind not in {Kind.WHO, Kind.ACRONYM}
    ]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_dropped_is_named_with_its_rule(name: str) -> None:
    for finding in proposal_of(name).findings:
        assert re.match(r"dropped by [a-z_]+: .+ \(.+\)$", finding.message)


@cache
def pool() -> tuple[str, ...]:
    """Every sentence of the briefs."""
    passages = [passage.text for name in NAMES for passage in brief_named(name).passages]
    return tuple(text[start:end] for text in passages for start, end in split(text))


@pytest.mark.long
@settings(max_examples=20, derandomize=True)
@given(st.data())
def test_sentences_put_together_anew_give_no_worse_cards(data: st.DataObject) -> None:
    passages = data.draw(st.lists(st.lists(st.sampled_from(pool()), min_size=1, max_size=3), min_size=1, max_size=4))
    brief = brief_of(*map(" ".join, passages))
    check(propose(brief), brief)
