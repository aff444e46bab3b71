"""The gold lists that come with the bench are sound."""

from __future__ import annotations

import pytest
from scorer.gold import read_gold
from scorer.pairs import astray, held_pairs, pairs, unpaired

PAIRS = [*pairs(), *held_pairs()]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_each_fact_is_covered_by_its_own_question_and_answer(pair):
    assert astray(read_gold(pair.gold), pair.gold) == ()


def test_every_brief_has_its_list():
    assert unpaired() == ()


def test_five_briefs_are_to_develop_on_and_three_are_held_out():
    assert len([pair for pair in pairs() if not pair.name.startswith("shared/")]) >= 5
    assert len(held_pairs()) >= 3
