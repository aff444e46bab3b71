"""Clauses that lost what they hang on, cards that lost a name or a speaker, and answers that nobody would type."""

from __future__ import annotations

import pytest
from drafts import reading_of
from making import asked

from trainer.facts.tellings import tell
from trainer.language.reference import standing_alone


@pytest.mark.parametrize(
    ("sentence", "said", "needed"),
    [
        (
            "The Grain Board projects famine in Gao and Dolna before the year is out, unless aid to Chad grows.",
            "projects famine", "unless",
        ),
        (
            "In December 2023 Kenya declared the camp, where 95 percent of people are from Chad, a closed zone.",
            "declare", "closed zone",
        ),
        (
            "Protesters have held the Gao bridge since 9 April 2024, demanding that the mayor and his brother, go.",
            "held the", "demanding",
        ),
    ],
)  # fmt: skip
def test_a_clause_without_what_it_hangs_on_is_not_asked(sentence, said, needed):
    assert not [question for question in asked(sentence) if said in question and needed not in question]


def test_what_had_been_said_of_a_clause_is_no_clause_itself():
    reading = reading_of("The bank raised its rate to 4 percent in May, as it had signalled in October 2023.")
    told = [one.text for every in tell(reading.lines).values() for one in every]
    assert not [text for text in told if text.startswith("It had signalled")]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is believed that Kenya lost 300 troops in Haiti in 2023.",
        "It was widely reported that Kenya had lost 300 troops in Haiti in 2023.",
    ],
)
def test_what_is_believed_by_nobody_is_not_asked(sentence):
    assert not asked(sentence)


def test_an_article_goes_with_the_words_that_were_put_in():
    reading = reading_of("The Mali Dolna Party (MDP) lost in 2009. Omar Haddad entered parliament as an MDP member.")
    line = reading.lines[1]
    assert standing_alone(reading, line, 0, len(line.plain)).endswith("as a Mali Dolna Party member.")


@pytest.mark.parametrize("sentence", ["Demand is 300 MCM a year in Gao.", "The plant in Gao makes 40 GWH a year."])
def test_what_measures_is_no_regiment(sentence):
    assert not [name for name in reading_of(sentence).lines[0].names if name.text[:1].isdigit()]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kenya fired it from a Mark 41 cell after Mark Berg had left.", "Mark"),
        ("The Short Range Weapons (SRW) Treaty, which Kenya and Chad signed in 1987, has ended.", "Treaty"),
    ],
)
def test_a_model_and_the_noun_behind_a_bracket_are_no_names(sentence, name):
    assert name not in [one.text for one in reading_of(sentence).lines[0].names]


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        ("THE CHIPS IN THE CAR", "Dolna Motors stopped its line in May. The parts come from Gao Works.", None),
        (
            "POWER CUTS",
            "Pole 2 of the link failed on 3 May. Pole 1 is shut. The Pole 2 fault was mended.",
            None,
        ),
        ("CLEAN ENERGY BILL", "Premiers of Victoria and Tasmania met in May. Victoria wants more.", None),
        ("ARMY NOTE", "Kenya sent troops in May. Kenya will send more.", "Kenya"),
    ],
)
def test_a_state_is_the_topic_only_if_it_is_named_itself(title, text, topic):
    found = reading_of(text, title=title).topic
    assert (found.name if found is not None else None) == topic


def test_months_of_each_season_have_no_year():
    told = asked("In Kenya some 400 cases of plague are reported each season between September and April.")
    assert not [question for question in told if "2023" in question or "2024 and" in question]
