"""Questions and sentences with a gap are whole English sentences: no verb, object or small word of theirs is lost."""

from __future__ import annotations

import pytest
from drafts import reading_of
from making import asked
from tellings import gaps_of, tellings_of, told_of, words_of

from trainer.facts.calendar import calendar_of
from trainer.facts.clauses import statements_of
from trainer.facts.gaps import is_no_date
from trainer.facts.tellings import tell
from trainer.questions.capitals import always_capital
from trainer.questions.closed import is_closed
from trainer.questions.kept import kept_pronouns
from trainer.questions.saying import Voice
from trainer.questions.verb_forms import told_later


def questions(*passages: str) -> str:
    return "\n".join(asked(*passages))


def closed(sentence: str) -> set[str]:
    """The tellings that can stand as sentences of their own."""
    return {words_of(told) for told in told_of(sentence) if is_closed(told)}


TENDER = (
    "The tender could be reopened in May 2023, and Nairobi, where the staff are tired of the subject, would face the "
    "whole row again."
)
GOVERNED = (
    "Anna Berg had governed Kenya for fifteen years when, on 5 August 2023, the army told her that it would not fire "
    "on the crowds in Nairobi, and she left by helicopter for Chad."
)
LISTED = "The Dolna Institute found that 28 of 100 listed ports in Kenya had done likewise by early March 2024."
INSTEAD = "Kenya Airways will charge 520 dollars for a seat to Gao instead of 475 dollars."
DRAFT = (
    "Chad has rejected a draft constitution for the second time in 15 months, by 55.8% to 44.2% on a turnout of 84%."
)
CUTS = (
    "The transmission operator, Ukrenergo, has ordered cut-offs of up to eight hours a day in both regions and four in "
    "Lviv."
)
COALITION = "Anna Berg of Kenya leads a coalition whose members agree on little except the Dolna Dam in Chad."
EXPRESS = (
    "At 6.55 p.m. the Gao Express from Nairobi to Mombasa had a green signal for the up main line and was doing 128 "
    "km/h."
)
CAPTAIN = (
    "On 12 June 2023 a court in Nairobi gave the captain, whose name was published as Wang, three years for having cut "
    "a cable."
)
REPORTING = (
    "Anna Berg was detained in Kenya on 3 October 2023 and released the next day, on condition that she report twice "
    "a month."
)
ARRIVED = (
    "Anna Berg, a French official who arrived in January 2015, some months before a million people crossed the lake to "
    "Chad, was the author of the plan."
)
DISMISSED = (
    "Kenya's president, Samuel Otieno, dismissed almost all of his cabinet on 7 March 2024, two weeks after a vote."
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The riots of November 2021 killed three people, whose bodies were found in a shop in Nairobi.",
         "Three people's bodies were found in a shop in Nairobi"),
        ("The committee of inquiry that the Senate will set up on 9 May 2024 is to hear Anna Berg.",
         "The Senate will set up a committee of inquiry on 9 May 2024"),
        ("Chad relies on Caravella, which after the 2011 flood made its vendors hold two to six months of cement.",
         "After the 2011 flood, Caravella made its vendors hold two to six months of cement"),
        ("The sum leaves out scans, of which the Kenyan label requires three in the first year.",
         "The Kenyan label requires three of the scans in the first year"),
        ("Chad signed on 3 May 2024, ending a month of argument in which Kenya had been the last holdout.",
         "Kenya had been the last holdout in a month of argument"),
        (REPORTING, "Anna Berg was released the next day, on condition that she report twice a month"),
        ("A contract for the dam had in fact been signed in 2007 with Caravella, a Kenyan firm.",
         "A contract for the dam had been signed in 2007 with Caravella"),
        (ARRIVED, "Anna Berg was the author of the plan"),
        (INSTEAD, INSTEAD.rstrip(".")),
        ("Lots of ships call, and from now on 300 of them will stay.",
         "Lots of ships call, and from now on 300 of them will stay"),
    ],
)  # fmt: skip
def test_a_clause_told_on_its_own_keeps_the_words_that_it_needs(sentence: str, told: str) -> None:
    assert told in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "broken"),
    [
        ("Chad relies on Caravella, which after the 2011 flood made its vendors hold two to six months of cement.",
         "The 2011 flood made its vendors hold two to six months of cement"),
        ("Polling stations, 5,002 in all, were open in Kenya on 5 March 2024.",
         "Polling stations, 5,002, were open in Kenya on 5 March 2024"),
        (ARRIVED, "Anna Berg some months before a million people crossed the lake to Chad, was the author of the plan"),
    ],
)  # fmt: skip
def test_no_words_are_left_behind_in_a_clause(sentence: str, broken: str) -> None:
    assert broken not in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        (TENDER, "The tender could be reopened in May 2023, and Nairobi"),
        (GOVERNED, "Anna Berg had governed Kenya for fifteen years when, on 5 August 2023"),
        ("Anna Berg's party did, against a text that the Labour Party had written in 2023.",
         "Anna Berg's party did, against a text that the Labour Party had written in 2023"),
        (LISTED, LISTED.rstrip(".")),
    ],
)  # fmt: skip
def test_what_breaks_off_or_leaves_out_what_was_done_does_not_stand_alone(sentence: str, cut: str) -> None:
    assert cut in tellings_of(sentence)
    assert cut not in closed(sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("a plan costed at how much", "The Northern Development Agency in Kenya has a plan costed at $764 million."),
        ("how many seats and", "Congress has 61 seats and Anna Berg's party 49."),
        ("how many mortars", "Four mortars, two armoured cars and a gun were taken in Gao on 3 May 2024."),
        ("in how many months", DRAFT),
        ("by 55.8% to", DRAFT),
        ("except which", COALITION),
        ("more than how many feet", "Lake Gao needs to stay above 3,490 feet for the turbines to run in 2024."),
        ("instead of how many", INSTEAD),
        ("and four?", CUTS),
        ("km/h.", EXPRESS),
        ("give the captain?", CAPTAIN),
    ],
)
def test_no_question_tears_apart_what_goes_together(words: str, sentence: str) -> None:
    found = questions(sentence).lower()
    assert not any(words in question and "?" in question for question in found.split("\n"))


def test_a_pronoun_stays_where_its_name_was_left_out_beside_the_office() -> None:
    assert "dismissed almost all of his cabinet on [...]" in questions(DISMISSED)


def test_a_subject_that_is_a_pronoun_keeps_its_own_possessives() -> None:
    reading = reading_of("Anna Berg of Kenya left on 3 May 2024.", "She will file a brief in Gao, her second.")
    statement = statements_of(tell(reading.lines)[1][0])[0]
    kept = kept_pronouns(Voice(reading, calendar_of(reading.lines, reading.brief.date)), statement)
    assert kept.words == {"her", "herself"}
    assert kept.subject == "Anna Berg"


def test_what_they_stand_for_goes_with_a_verb_in_the_plural() -> None:
    found = questions("Kenya and Chad will raise tariffs on 9 June 2024.", "They will add 25% to most exports.")
    assert "what percentage were Kenya and Chad due to add to most exports?" in found


def test_what_a_noun_told_by_more_owns_stands_before_it() -> None:
    found = questions(
        "The fishermen from Union Island left on 3 May 2024.",
        "Their boat was found on the shore of Carriacou on 5 May 2024.",
    )
    assert "the boat of the fishermen from Union Island" in found
    assert "Island's boat" not in found


def test_a_word_that_the_brief_never_writes_small_keeps_its_capital() -> None:
    reading = reading_of("On 1 July a storm called Beryl hit Chad. Beryl crossed Gao. The storm left.")
    named = always_capital(tuple(line.plain for line in reading.lines))
    assert "Beryl" in named
    assert "Storm" not in named


def test_a_month_that_only_says_which_thing_is_meant_is_no_date() -> None:
    line = reading_of("The decision follows the driest October, in which Lake Gao received less rain.").lines[0]
    assert [date.text for date in line.dates if not is_no_date(line, date)] == []


def test_no_name_is_asked_for_without_its_head_or_its_owner() -> None:
    assert "Star Movement" not in gaps_of("The 5-Star Movement in Kenya has lost half of its support since May 2023.")
    assert "St Anne" not in gaps_of("Power was back in St Anne's within a day in May 2023.")


def test_a_clause_behind_although_is_told_later_too() -> None:
    asked_for = told_later("which country was sending wheat to Chad although its own mills have been rationed")
    assert asked_for.endswith("although its own mills had been rationed")
