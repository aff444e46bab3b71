"""What players may be called."""

from __future__ import annotations

import pytest
from drilled import Played
from hypothesis import given
from hypothesis import strategies as st

from trainer.drill.names import MOST_CHARACTERS, is_taken, player_name
from trainer.drill.refused import Refused, Why
from trainer.text import clean


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ana", "Ana"),
        ("  Ana \n Ruiz\t", "Ana Ruiz"),
        ("\x1b]0;owned\x07Ana", "]0;ownedAna"),
        ("An\u202ea", "Ana"),
        ("<script>alert(1)</script>", "<script>alert(1)</script"),
        ("x" * 10_000, "x" * 24),
        ("a" + "\u0301" * 40, "á\u0301\u0301"),
        ("Ａｎａ", "Ana"),
        ("\u200b\u2060", ""),
        ("\U000f0000\ue000", ""),
    ],
)
def test_a_name_is_cut_to_what_can_be_shown(typed, shown):
    assert player_name(typed) == shown


@pytest.mark.parametrize("other", ["ANA", "Аnа", "A n a", "Aná"])
def test_a_name_that_looks_like_anothers_is_refused(other):
    played = Played("Ana")
    with pytest.raises(Refused, match="called") as refused:
        played.join(other, player="p2", token="t2")
    assert refused.value.why is Why.TAKEN


def test_a_name_of_nothing_is_refused():
    with pytest.raises(Refused, match="A name is needed"):
        Played().join("\u200b \x00", player="p", token="t")


def test_names_that_differ_in_a_letter_are_two():
    assert not is_taken("Ana", ["Anna", "An", "Ann"])


@given(st.text(max_size=200))
def test_a_name_is_short_clean_and_stays_as_it_is(text):
    name = player_name(text)
    assert len(name) <= MOST_CHARACTERS
    assert clean(name) == name
    assert "\n" not in name
    assert player_name(name) == name
