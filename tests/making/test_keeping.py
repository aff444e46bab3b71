"""How likely a reader keeps a card: from traits that are all weighed, and less for what readers refuse."""

import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from trainer.cards import Card, Kind, Source
from trainer.questions.keeping import likelihood, traits, unlikelihood

BENCH = Path(__file__).parents[2] / "bench"


def card(question: str, answer: str, kind: Kind = Kind.CLOZE) -> Card:
    return Card("k1", question, answer, kind, source=Source("b", f"{question} {answer}"))


GOOD = card("What does ECOWAS stand for?", "Economic Community of West African States", Kind.ACRONYM)
POOR = card("The delay was caused by the other one before the next [...] meeting.", "two")


def test_what_readers_kept_is_likelier_than_what_they_refused():
    assert 0 < likelihood(POOR, "Weekly note") < 0.4 < likelihood(GOOD, "Weekly note") < 1


def test_a_card_that_most_readers_refuse_breaks_a_rule_by_name():
    assert unlikelihood(GOOD, "Weekly note") is None
    assert unlikelihood(POOR, "Weekly note").rule == "is_likely_kept"


@pytest.fixture(scope="module")
def bench():
    sys.path.insert(0, str(BENCH))
    yield __import__("keeping")
    sys.path.remove(str(BENCH))


def test_the_weights_are_those_that_the_judged_cards_give(bench):
    cards = bench.read_judged()
    names = sorted({name for one in cards for name in one.traits})
    found = bench.fitted(bench.matrix(cards, names), np.array([one.kept for one in cards], dtype=float))
    shipped = tomllib.loads(files("trainer.questions").joinpath("keeping.toml").read_text("utf-8"))
    assert shipped == pytest.approx(dict(zip([*names, "always"], found, strict=True)), abs=0.002)


def test_the_likeliest_third_is_kept_more_often_than_all_on_briefs_that_the_weights_have_not_seen(bench):
    cards = bench.read_judged()
    names = sorted({name for one in cards for name in one.traits})
    rows, kept = bench.matrix(cards, names), np.array([one.kept for one in cards], dtype=float)
    order = np.argsort(-bench.told_by_others(cards, rows, kept), kind="stable")
    assert kept[order[: len(cards) // 3]].mean() > kept.mean() + 0.08


def test_every_trait_is_a_small_number():
    assert all(0 <= value <= 8 for one in (GOOD, POOR) for value in traits(one, "Weekly note").values())
