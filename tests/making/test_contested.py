"""What the rules find for a pronoun or a definite is not said where it likely means something else."""

from __future__ import annotations

import pytest
from drafts import alone, alone_in, told_as, word_at
from making import brief_of

from trainer.language import contested
from trainer.language.reading import read

BANK = "The Bundesbank was founded in 1957 in Germany. It employs 9,000 people."


def test_a_rule_gives_way_where_all_else_is_likelier_than_what_it_finds():
    reading = read(brief_of(BANK))
    germany, bank = ((0, word_at(reading, 0, word)) for word in ("Germany", "Bundesbank"))
    assert alone_in(told_as(reading, "It", same=((bank, 0.9),)), "It") == "the Bundesbank"
    assert alone_in(told_as(reading, "It", same=((germany, 0.6),)), "It") is None
    assert alone_in(told_as(reading, "It", same=((germany, 0.6), (bank, 0.3))), "It") == "the Bundesbank"


def test_the_subject_of_its_own_clause_is_left_to_the_rules():
    reading = read(brief_of("France closed its embassy in May. London reviewed its aid in June."))
    france = (0, word_at(reading, 0, "France"))
    assert alone_in(told_as(reading, "its", same=((france, 0.8),)), "its aid") == "London's aid"


@pytest.mark.parametrize(("verb", "meant"), [("shelled", None), ("left", "the Chadian army's base")])
def test_nobody_does_harm_to_what_is_their_own(verb, meant):
    reading = read(brief_of(f"Rebels of Boko Haram held out. The Chadian army {verb} its base in May."))
    army = (1, word_at(reading, 1, "army"))
    assert alone_in(told_as(reading, "its", same=((army, 0.6),)), "its base") == meant


def test_what_a_teller_says_may_belong_to_the_teller():
    reading = read(brief_of("Armenia says that Azerbaijan holds some of its territory."))
    teller, holder = ((0, word_at(reading, 0, word)) for word in ("Armenia", "Azerbaijan"))
    assert alone_in(told_as(reading, "its", same=((holder, 0.9), (teller, 0.05))), "its territory") is not None
    assert alone_in(told_as(reading, "its", same=((holder, 0.7), (teller, 0.3))), "its territory") is None


def test_an_it_that_perhaps_means_nothing_is_not_named():
    reading = read(brief_of(BANK))
    bank = (0, word_at(reading, 0, "Bundesbank"))
    assert alone_in(told_as(reading, "It", same=((bank, 0.9),)), "It") == "the Bundesbank"
    assert alone_in(told_as(reading, "It", empty=0.3, same=((bank, 0.9),)), "It") is None


def test_its_goes_back_to_a_name_that_only_looks_like_a_persons(monkeypatch):
    text = "Mars raised its prices in May. Barry Callebaut plans to cut 2,500 posts, a fifth of its staff."
    words = "Barry Callebaut plans to cut 2,500 posts, a fifth of its staff"
    reading = read(brief_of(text))
    mars = (0, word_at(reading, 0, "Mars"))
    told_as(reading, "its", same=((mars, 0.99),))
    assert alone_in(reading, words) == words
    monkeypatch.setattr(contested, "may_be_no_person", lambda *_: False)
    reading.mentions.found.clear()
    reading.changes.clear()
    assert alone_in(reading, words) != words


def test_a_company_is_not_named_where_another_is_likelier_meant():
    reading = read(brief_of("Bank of Baroda lent money to Go First. The owners of the company left in May."))
    baroda = (0, word_at(reading, 0, "Baroda"))
    first = (0, word_at(reading, 0, "First"))
    before = alone_in(told_as(reading, "company", same=((baroda, 0.9),)), "the company")
    after = alone_in(told_as(reading, "company", same=((first, 0.7),)), "the company")
    assert "Baroda" not in (after or "")
    assert before is None or "First" not in before


STATES = [
    ("The government has accused Chad of theft.", "The government"),
    ("Cairo approved the country as a source of wheat in May.", "the country"),
]


@pytest.mark.parametrize(("text", "words"), STATES)
def test_what_a_state_does_or_suffers_is_not_its_own(text, words):
    assert alone(f"Officials met in May. {text}", words) is None


CUT = [
    ("The parties signed a 17-article peace agreement in Oslo. It ends a war.", "It", "the peace agreement in Oslo"),
    ("Drones hit the gas plant at Abqaiq and the Khurais oilfield. Fire broke out at the plant.", "the plant",
     "the gas plant at Abqaiq"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "meant"), CUT)
def test_a_phrase_is_cut_between_its_words_and_things(text, words, meant):
    assert alone(text, words) == meant
