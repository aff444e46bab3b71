"""Markings: TLP in its order, and other texts never below it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.cards import Card, Source
from trainer.decks import BriefRef, Deck
from trainer.decks.markings import TLP, highest, is_doubtful, is_red, normal, rank

MARKING = st.one_of(
    st.sampled_from(["", *TLP, "SECRET", "NATO Restricted", "tlp:red", "EYES ONLY // TLP: RED"]), st.text()
)


def test_tlp_goes_from_clear_to_red():
    assert [rank(label) for label in TLP] == [0, 1, 2, 3, 4]
    assert all(highest(pair) == pair[1] for pair in itertools.combinations(TLP, 2))


@pytest.mark.parametrize("label", ["tlp:amber+strict", " TLP: AMBER + STRICT ", "ＴＬＰ：ＡＭＢＥＲ＋ＳＴＲＩＣＴ"])
def test_a_label_is_known_however_it_is_spelled(label):
    assert normal(label) == "TLP:AMBER+STRICT"


def test_other_text_stands_as_it_is_and_above_every_label():
    assert normal("  NATO  Restricted ") == "NATO Restricted"
    assert highest(["TLP:AMBER", "NATO Restricted"]) == "NATO Restricted"
    assert highest(["TLP:RED", "NATO Restricted"]) == "TLP:RED NATO Restricted"
    assert highest(["B", "A"]) == highest(["A", "B"]) == "A B"


def test_no_marking_is_below_all():
    assert highest(["", "  "]) == ""
    assert rank("") == -1
    assert highest(["", "TLP:CLEAR"]) == "TLP:CLEAR"


@pytest.mark.parametrize("marking", ["TLP:RED", "tlp: red", "SECRET // TLP:RED", "SECRET // tlp: red", "TLP：RED"])
def test_red_is_red_wherever_it_stands(marking):
    assert is_red(marking)


@pytest.mark.parametrize("marking", ["", "TLP:AMBER+STRICT", "SECRET", "Red team only"])
def test_other_markings_are_not_red(marking):
    assert not is_red(marking)


@given(st.lists(MARKING))
def test_what_stands_together_is_red_if_a_part_is(markings):
    assert is_red(highest(markings)) == any(map(is_red, markings))


@given(st.lists(MARKING))
def test_order_and_repetition_do_not_matter(markings):
    assert highest(markings) == highest([*reversed(markings), *markings])


def test_a_card_bears_the_highest_of_its_own_its_brief_and_its_deck():
    deck = Deck("d", "D", briefs=(BriefRef("b", marking="TLP:AMBER"),), marking="TLP:GREEN")
    card = Card("k", "Q?", "A", source=Source("b", "S."), marking="TLP:CLEAR")

    assert deck.marking_of(card) == "TLP:AMBER"
    assert deck.marking_of(Card("k", "Q?", "A")) == "TLP:GREEN"
    assert Deck("d", "D", (Card("k", "Q?", "A", marking="TLP:RED"),)).highest_marking == "TLP:RED"


@pytest.mark.parametrize("marking", ["TLP RED", "TLP-RED", "tlp_red", "RED", "TLP:R\u0415D"])
def test_a_misspelt_red_is_red(marking):
    assert is_red(marking)


@pytest.mark.parametrize("marking", ["TLP:PURPLE", "TLP AMBER", "AMBER", "TLP:WHITE"])
def test_what_only_looks_like_a_label_is_doubtful(marking):
    assert is_doubtful(marking)


@pytest.mark.parametrize("marking", ["", "TLP:AMBER+STRICT", "tlp:clear", "Company confidential", "TLP:RED // NOFORN"])
def test_a_label_and_words_of_ones_own_are_not_doubtful(marking):
    assert not is_doubtful(marking)
