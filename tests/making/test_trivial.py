"""Answers that are not worth a card, and options that give theirs away."""

from dataclasses import replace

import pytest
from drafts import counted, dated, draft_of, reading_of
from making import asked

from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.distractors import distractors
from trainer.questions.draft import Draft
from trainer.questions.trivial import triviality


def gap(question: str, answer: str, low: float, **more) -> Draft:
    draft = counted(question, answer, low, **more)
    return draft_of(question, answer, Kind.CLOZE, quantity=draft.quantity)


@pytest.mark.parametrize(
    ("draft", "trivial"),
    [
        (gap("Talks between the [...] delegations failed.", "two", 2), True),
        (gap("[...] rounds were held in Dolna.", "Two", 2), True),
        (gap("The mine yields [...] tonnes a day.", "two", 2), False),
        (gap("The programme was set back by up to [...] years.", "two", 2, hedge="up to"), False),
        (gap("Dolna lost [...] guards.", "three", 3), False),
        (counted("How many delegations met in Dolna?", "two", 2), False),
        (gap("The destroyer Dolna struck cutter [...].", "3104", 3104), True),
        (gap("A strike has idled the [...] line.", "737", 737), True),
        (gap("A strike has idled the [...] lines.", "nine", 9), False),
        (gap("Two fields were shut, [...] local engineers said.", "three", 3), True),
        (gap("It began two hours [...] minutes late.", "45", 45), True),
        (gap("It began [...] minutes late.", "45", 45), False),
        (gap("It invoked Article [...] of the treaty.", "51", 51), True),
        (draft_of("The pact was adopted by the [...] in 2024.", "Council", Kind.CLOZE, sort=Sort.BODY), True),
        (draft_of("The pact was adopted by the [...] in 2024.", "Senate", Kind.CLOZE, sort=Sort.BODY), False),
        (dated("It was handed over on [...], six weeks ahead of the agreed date of 15 September 2024.",
               "5 August 2024", 2024, 8, 5), True),
        (dated("It was handed over on [...], six weeks after the vote.", "5 August 2024", 2024, 8, 5), False),
    ],
)  # fmt: skip
def test_what_the_sentence_tells_or_nobody_has_to_know_is_not_asked(draft: Draft, trivial: bool) -> None:
    assert (triviality(draft) is not None) is trivial


def test_the_first_of_a_list_without_names_is_not_asked_for_as_the_only_one() -> None:
    sentence = "The EU listed Berg, several other rebels and the Dolna refinery."
    draft = draft_of("Whom did the EU list?", "Anna Berg", Kind.WHO, sentence=sentence, sort=Sort.PERSON)
    assert triviality(replace(draft, span=(14, 18))) is not None
    assert triviality(replace(draft, span=(0, 6))) is None


def test_an_article_before_a_gap_tells_nothing_of_the_answer() -> None:
    cards = asked("On 3 May 2024 Kenya's army paraded an eleven-axle launcher in Nairobi.")
    assert ["a(n) [...]-axle" in question for question, answer in cards.items() if answer == "eleven"] == [True]


@pytest.mark.parametrize(
    ("draft", "trivial"),
    [
        (gap("It can be crossed only by [...]-wheel-drive lorries.", "four", 4), True),
        (gap("It was carried on a [...]-axle launcher.", "ten", 10), False),
        (gap("It grew from 5 percent, almost [...] times the 2.5 percent of Chad.", "two", 2, hedge="nearly"), True),
        (gap("It grew to 5 percent, almost [...] times the 1 percent of Chad.", "three", 3, hedge="nearly"), False),
        (gap("Kenya lost [...] of its ships, and 61 of 64 crews came home.", "three", 3), True),
        (gap("It holds 14 camps, [...] of them in Kenya and five in Chad.", "nine", 9), True),
        (gap("It holds 14 camps, [...] of them in Kenya and two in Chad.", "nine", 9), False),
        (draft_of("What does MoH stand for?", "Ministry of Health", Kind.ACRONYM), True),
        (draft_of("What does DHS stand for?", "Department of Homeland Security", Kind.ACRONYM), False),
    ],
)
def test_what_the_question_or_anybody_tells_is_no_card(draft: Draft, trivial: bool) -> None:
    assert (triviality(draft) is not None) is trivial


def test_no_option_begins_with_a_vowel_behind_a() -> None:
    options = distractors(reading_of("Nothing."), gap("It was carried on a [...]-axle launcher.", "ten", 10))
    assert options
    assert not {"eight", "eleven"} & set(options)


def test_one_is_no_option_beside_a_plural() -> None:
    assert "one" not in distractors(reading_of("Nothing."), gap("Dolna lost [...] guards.", "three", 3))


def test_a_number_in_words_has_options_in_words() -> None:
    options = distractors(reading_of("Nothing."), gap("Some [...] people can vote.", "nine million", 9e6))
    assert options
    assert not [option for option in options if any(c.isdigit() for c in option)]


@pytest.mark.parametrize(
    ("question", "some"),
    [
        ("Prices fell between [...] and July 2024.", False),
        ("Only one of the four attempts since [...] succeeded.", False),
        ("Since what month and year has Anna Berg been mayor of Dolna?", True),
        ("In what month and year did the Dolna bridge fall?", True),
    ],
)
def test_the_bounds_of_a_time_have_no_options_that_are_as_true_of_a_part_of_it(question: str, some: bool) -> None:
    assert bool(distractors(reading_of("Nothing."), dated(question, "September 2023", 2023, 9))) is some


def test_two_names_of_one_group_are_not_two_options() -> None:
    brief = (
        "The Dolna Liberation Front (DLF) is an armed group. The Berg Army is an armed group, and so is the Rosa Army.",
        "The DLF shot a mayor on 5 May 2024. The Rosa Army announced a blockade on 3 May 2024.",
    )
    draft = draft_of("[...] announced a blockade on 3 May 2024.", "Rosa Army", Kind.CLOZE, sort=Sort.GROUP)
    options = distractors(reading_of(*brief), draft)
    assert not {"DLF", "Dolna Liberation Front"} <= set(options)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Kenya signed a memorandum of understanding (MoU) with Uganda on 3 May 2024.", "MoU"),
        ("Kenya's gross domestic product (GDP) grew in 2023.", "GDP"),
    ],
)
def test_everyday_abbreviations_are_no_cards(text: str, never: str) -> None:
    assert not [question for question in asked(text) if f"does {never} stand" in question]


def test_an_acronym_in_the_plural_is_asked_in_the_singular() -> None:
    cards = asked("On 3 May 2024 Kenya listed both gangs as Foreign Terror Groups (FTGs).")
    assert cards == {"In the May 2024 brief, what does FTG stand for?": "Foreign Terror Group"}
