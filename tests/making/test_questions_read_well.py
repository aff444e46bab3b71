"""Questions that read as a person would put them: pronouns, commas, tenses, and no part without its whole."""

from __future__ import annotations

import pytest
from making import asked
from tellings import questions_for

from trainer.language.happenings import title_events


def questions(*passages: str, title: str = "Weekly note") -> str:
    return "\n".join(asked(*passages, title=title))


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Major Issa Diarra told a team from Kenya on Monday that he would keep a promise to hold a vote by July 2025.",
         "According to Major Issa Diarra on May 6, 2024, by what month and year would he keep a promise to"),
        ("The World Food Programme (WFP) warns that its stocks in Gao will be gone by July 2024.",
         "As of May 2024, according to the World Food Programme, by what month and year will its stocks in Gao be"),
    ],
)  # fmt: skip
def test_who_says_so_is_named_once(sentence: str, question: str) -> None:
    found = questions(sentence)
    assert question in found
    assert "would Issa Diarra" not in found


def test_a_gap_keeps_the_pronoun_of_its_subject() -> None:
    told = "doubts the figure of 9,000, which he says includes everyone who passed through Kidal from July onwards"
    found = questions(f"Issa Diarra, an analyst in Gao, {told}.")
    assert "which he says includes everyone who passed through [...] (city)" in found
    assert "which Issa Diarra says" not in found


def test_what_else_a_subject_did_stands_behind_its_comma() -> None:
    sentence = "A battalion of about 200 French soldiers arrived in Chad on 6 April, joining 400 Germans."
    assert "A battalion of about how many French soldiers arrived in Chad on April 6, 2024 joining" not in questions(
        sentence
    )
    assert "arrived in Chad on April 6, 2024, joining [...] Germans." in questions(sentence)


@pytest.mark.parametrize(
    ("answer", "sentence", "question"),
    [
        ("Idriss Deby", "Idriss Deby will stay in Chad until a successor is found.",
         "As of May 2024, who was due to stay in Chad until a successor was found?"),
        ("two", "Analysts at two Kenyan banks think that a Chadian fine is the larger worry.",
         "As of May 2024, analysts at how many Kenyan banks thought that a Chadian fine was the larger worry?"),
    ],
)  # fmt: skip
def test_a_clause_under_a_past_is_told_in_the_past(answer: str, sentence: str, question: str) -> None:
    assert question in questions_for(answer, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "About half had returned to Gao by 6 April.",
        "A quarter came from Kenya in April 2024.",
        "Kenya will deepen its own from 300 barrels to 500 by July 2024.",
        "Kenya warned Chad that pumping would stop in July 2024 unless it received more.",
        "The Kenyan Ministry of Labour has not attended since April.",
    ],
)
def test_a_part_without_its_whole_is_not_asked(sentence: str) -> None:
    assert asked(sentence) == {}


@pytest.mark.parametrize(
    "sentence", ["Half of Kenya's soldiers had left Gao by 6 April.", "Kenya paid Chad on its own on 6 April."]
)
def test_a_share_that_says_of_what_stays_one(sentence: str) -> None:
    assert "April 6, 2024" in asked(sentence).values()


def test_how_far_from_somewhere_is_asked_by_a_gap() -> None:
    found = questions("The ferry Salama turned over on 3 May some 50 metres from the jetty at Kigoma.")
    assert "how many metres did" not in found
    assert "turned over on May 3, 2024 some [...] metres from the jetty" in found


def test_one_of_two_counts_is_not_asked_before_the_other() -> None:
    assert "and 9 million" not in questions("The audit looked at some 15,000 customers and 9 million transfers in May.")


def test_no_gap_for_what_goes_along_with_a_name() -> None:
    found = asked(
        "The army of Chad (ANT) holds Gao. The exit, set out in Security Council resolution 41 (2021), is on schedule. "
        "Kenya spent 200 million euros ($234 million) in Chad on 3 May. The Nevada company told Chad of it on 4 May. "
        "The 2023 maize harvest in Chad was put at 575,000 tonnes."
    )
    assert not {"ANT", "2021", "Security Council", "$234 million", "Nevada", "2023"} & set(found.values())


def test_a_capital_that_is_dealt_with_is_no_city() -> None:
    assert "Kyiv" not in asked("Washington paused aid to Kyiv on 3 May.").values()


def test_a_rumour_keeps_what_it_says() -> None:
    sentence = "Crowds came on 3 May after a rumour, which Paris denied, that Diarra hid near Gao."
    assert "rumour, that" not in questions(sentence)


def test_a_clause_goes_on_behind_its_own_brackets() -> None:
    sentence = (
        "Major Issa Diarra, the officer who seized Mali on 30 April, told the African Union (AU) that he would go."
    )
    assert "On what date did Major Issa Diarra seize Mali?" in questions(sentence)


def test_a_measure_by_another_is_no_kind() -> None:
    assert "What kind of organization" not in questions("Zenith, a much bigger bank, paid $9 billion in 2014.")


def test_an_office_at_a_body_is_that_of_the_state_that_sent_its_holder() -> None:
    found = asked("Chad's OPEC governor, Idriss Mahamat, met Kenya in Gao.")
    assert found["As of May 2024, who was Chad's OPEC governor?"] == "Idriss Mahamat"
    assert "OPEC governor of Chad" in found.values()


def test_the_verb_of_a_headline_is_no_part_of_an_event() -> None:
    assert title_events("Chad and Kenya end Sava drill", ("Kenya", "Chad")) == ()
    assert title_events("Kenya border drill", ("Kenya",)) == (("drill", "Kenya border drill"),)


def test_a_drill_that_says_its_name_is_told() -> None:
    sentence = "The drill, known as North-21, began on 3 May and was spread over 14 grounds in Kenya."
    assert "[...] grounds in Kenya" in questions(sentence, title="Kenya ends drill with Chad")
