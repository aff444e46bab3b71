"""What the network tells of earlier text where no rule says anything, and where it holds against a rule."""

from __future__ import annotations

from itertools import pairwise

import pytest
from drafts import alone_in, told_as, word_at
from making import brief_of

from trainer.language import antecedents
from trainer.language.antecedents import Told
from trainer.language.earlier import sure_owner, sure_thing, thing_at
from trainer.language.reading import read

SAID = [
    ("Barrick mines gold at Loulo in Mali. In October it paid $85 million to the treasury.", "it paid", "Barrick paid"),
    ("Rwanda sent 1,000 men to Mozambique in July. Officials in the north said that its troops had retaken two towns.",
     "its troops", "Rwanda's troops"),
    ("Petra Kovac chairs the court. In May the judge said that she would step down.", "she", "Petra Kovac"),
    ("Ghana defaulted in December 2022. Bondholders lost 37 percent.", "Bondholders", "Ghana's bondholders"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "meant"), SAID)
def test_what_no_rule_names_is_named_where_the_network_is_sure(text, words, meant, monkeypatch):
    assert alone_in(read(brief_of(text)), words) == meant
    monkeypatch.setattr(antecedents, "told", lambda *_: {})
    assert alone_in(read(brief_of(text)), words) != meant


def test_a_rule_gives_way_where_the_network_is_sure_of_another_name():
    text = "The Bundesbank was founded in 1957 in Germany. It employs 9,000 people."
    reading = read(brief_of(text))
    assert alone_in(reading, "It") == "the Bundesbank"
    germany = (0, word_at(reading, 0, "Germany"))
    assert alone_in(told_as(reading, "It", again=1.0, same=((germany, 0.99),)), "It") is None
    assert alone_in(told_as(reading, "It", again=1.0, same=((germany, 0.5),)), "It") == "the Bundesbank"


@pytest.mark.parametrize(("share", "again", "sure"), [(0.99, 1.0, True), (0.9, 1.0, False), (0.99, 0.6, False)])
def test_what_is_less_than_sure_is_not_taken(share, again, sure):
    reading = read(brief_of("Kenya left Haiti. Its army stays."))
    kenya = (0, word_at(reading, 0, "Kenya"))
    told_as(reading, "Its", again=again, same=((kenya, share),))
    found = sure_thing(reading.mentions, 1, reading.lines[1].sentence.doc[0])
    assert (found is not None) == sure


def test_shares_of_words_that_mean_one_thing_are_added():
    reading = read(brief_of("Kenya left Haiti.", "Kenya said so in May. Its army stays in Haiti."))
    spots = ((0, word_at(reading, 0, "Kenya")), (1, word_at(reading, 1, "Kenya")))
    told_as(reading, "Its", again=1.0, same=tuple((spot, 0.48) for spot in spots))
    found = sure_thing(reading.mentions, 2, reading.lines[2].sentence.doc[0])
    assert found is not None
    assert (found.entity.said, found.said_at) == ("Kenya", spots)


def test_a_chain_of_pronouns_is_followed_to_the_name_that_began_it():
    count = 30
    reading = read(brief_of("Kenya left Haiti. " + "It said so again in May. " * count))
    assert len(reading.lines) == count + 1
    spots = [(0, word_at(reading, 0, "Kenya")), *((k, 0) for k in range(1, count + 1))]
    for before, spot in pairwise(spots):
        reading.mentions.told[spot] = Told(5.0, 0.0, 1.0, 0.0, 0.0, ((before, 0.9),), ())
    assert thing_at(reading.mentions, *spots[-1]).entity.said == "Kenya"


def test_an_owner_is_a_body_or_a_state_and_no_person():
    reading = read(brief_of("Anna Berg left Kenya in May. Output fell by 3 percent."))
    output = reading.lines[1].sentence.doc[0]
    told_as(reading, "Output", again=0.0, leaning=0.9, owner=(((0, word_at(reading, 0, "Kenya")), 0.99),))
    assert sure_owner(reading.mentions, 1, output).said == "Kenya"
    told_as(reading, "Output", again=0.0, leaning=0.9, owner=(((0, word_at(reading, 0, "Berg")), 0.99),))
    assert sure_owner(reading.mentions, 1, output) is None


def test_an_it_that_means_nothing_stays():
    reading = read(brief_of("Kenya stayed in May. It took 40 days."))
    assert alone_in(told_as(reading, "It", again=0.0, empty=0.99), "It took 40 days") == "It took 40 days"
    assert alone_in(told_as(reading, "It", again=0.9), "It took 40 days") != "It took 40 days"


def test_a_definite_that_needs_nothing_before_it_stays():
    reading = read(brief_of("Kenya ended the death penalty in April 2024."))
    assert alone_in(told_as(reading, "penalty", again=0.0, back=-1.0), "the death penalty") == "the death penalty"
    assert alone_in(told_as(reading, "penalty", again=0.0, back=1.0), "the death penalty") is None


LEANING = [
    ("Chad", 0.99, "Chad's army"),
    ("Chad", 0.8, None),
    ("Chad", 0.3, "Kenya's army"),
    ("Kenya", 0.99, "Kenya's army"),
]


@pytest.mark.parametrize(("state", "share", "said"), LEANING)
def test_the_state_that_rules_find_gives_way_to_another_that_the_network_names(state, share, said):
    reading = read(
        brief_of("Chad has lost the war. Kenya is pleased with that. The army is small.", title="Weekly note")
    )
    spot = (["Chad", "Kenya"].index(state), 0)
    assert alone_in(told_as(reading, "army", leaning=0.4, owner=((spot, share),)), "The army") == said


@pytest.mark.parametrize(("leaning", "said"), [(0.4, None), (0.01, "Kenya's army")])
def test_an_owner_does_not_count_where_the_phrase_leans_on_nothing(leaning, said):
    reading = read(brief_of("Chad has lost the war. Kenya is pleased with that. The army is small."))
    assert alone_in(told_as(reading, "army", leaning=leaning, owner=(((0, 0), 0.8),)), "The army") == said


@pytest.mark.parametrize(("fresh", "said"), [(0.7, None), (0.1, "Kenya's government")])
def test_an_office_that_needs_nothing_before_it_has_no_state_in_a_brief_about_none(fresh, said):
    reading = read(brief_of("Chad left Niger in May. Kenya said that passports are for the national government."))
    assert alone_in(told_as(reading, "government", fresh=fresh), "the national government") == (
        said and "Kenya's national government"
    )


def test_the_same_cabinet_twice_is_of_one_state():
    reading = read(
        brief_of("Kenya is pleased with it. The cabinet met in May. Chad was told that the cabinet would meet.")
    )
    cabinet = (1, word_at(reading, 1, "cabinet"))
    reading.mentions.told.clear()
    assert alone_in(told_as(reading, "cabinet", again=0.5, same=((cabinet, 0.5),)), "the cabinet") == "Chad's cabinet"
    assert alone_in(told_as(reading, "cabinet", again=0.5, same=((cabinet, 0.95),)), "the cabinet") is None


@pytest.mark.parametrize(
    ("title", "said"),
    [("Eastern Congo: roads", "the Democratic Republic of the Congo's army"), ("Rwanda's men in Cabo Delgado", None)],
)
def test_a_title_tells_of_another_state_than_the_one_named_most(title, said, monkeypatch):
    monkeypatch.setattr(antecedents, "told", lambda *_: {})
    rwanda = "Rwanda said so in May. Rwanda denied it in June. Rwanda sent 40 men. Rwanda lost two towns."
    assert alone_in(read(brief_of(rwanda, "The army shelled a road.", title=title)), "The army") == said


@pytest.mark.parametrize(("whose", "said"), [("Shell", None), ("Ghana", "Ghana's streets")])
def test_a_company_has_no_streets(whose, said):
    reading = read(brief_of("Shell left Ghana in May. The streets stayed calm."))
    spot = (0, word_at(reading, 0, whose))
    told_as(reading, "streets", leaning=0.9, owner=((spot, 0.99),))
    assert alone_in(reading, "The streets") == said
