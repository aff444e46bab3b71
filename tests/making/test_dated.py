"""The day that a sentence sets for a clause that has none of its own."""

from __future__ import annotations

import pytest
from drafts import brief_of, reading_of
from tellings import WRITTEN, questions_for

from trainer.facts.calendar import calendar_of
from trainer.facts.tellings import tell
from trainer.questions.propose import propose
from trainer.questions.saying import Voice


def test_what_stands_behind_its_when_happened_on_the_day() -> None:
    text = (
        "The unrest recalled that of June 2023, when the conviction of Ousmane Sonko set off riots in which 16 people "
        "died according to the government of Senegal."
    )
    assert any(question.startswith("In June 2023, ") for question in questions_for("16", text, title="Senegal votes"))


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2023 Chad left the pact, and Niger later sent 40 tanks to Mali.",
        "On 3 May 2023 Chad left the pact, and in June Niger sent 40 tanks to Mali.",
        "Maersk, which left Chad on 3 May 2023, had sent 40 ships to Mali.",
    ],
)
def test_what_may_have_happened_at_another_time_has_no_day(text: str) -> None:
    assert not any(question.startswith("On May 3") for question in questions_for("40", text))


def test_what_is_so_now_has_no_date_gone_by() -> None:
    text = "Africa CDC attributes most of Kenya's suspected cases in 2023 to Chad, but for much of it few were tested."
    assert not [question for question in questions_for("2023", text) if question.endswith("?")]
    assert questions_for("June 2024", "Mwangi takes office in Chad in June 2024.")


def test_of_two_times_with_one_verb_neither_is_asked() -> None:
    text = "Kenyan troops were gone from Mali by August 2022, from Chad by February 2023."
    assert not [question for question in questions_for("August 2022", text) if question.endswith("?")]


_WITHDRAWAL = (
    "France completed its withdrawal on 22 December 2022 after weeks in which its ambassador, Sylvain Itté, was "
    "effectively confined to his embassy; the United States, which had been more conciliatory, was told in March 2023 "
    "that its military agreement was void, and left Air Base 201 at Agadez, a drone facility that had cost more than "
    "100 million, that August."
)


def test_a_date_behind_a_semicolon_goes_with_no_clause_before_it() -> None:
    assert not any(question.startswith("France") for question in questions_for("August 2023", _WITHDRAWAL))


def test_an_office_of_long_ago_is_none_of_the_brief() -> None:
    assert not questions_for("Sylvain Itté", _WITHDRAWAL)
    recent = _WITHDRAWAL.replace("22 December 2022", "22 December 2023")
    assert any("ambassador" in question for question in questions_for("Sylvain Itté", recent))


def test_a_state_of_the_day_that_is_told_is_not_asked_without_it() -> None:
    text = "Kenya, which had 1,500 soldiers in Haiti, completed its withdrawal on 22 December 2023."
    assert not [question for question in questions_for("1,500", text) if question.endswith("?")]
    assert questions_for("December 22, 2023", text)


def test_an_event_is_dated_as_its_sentence_is() -> None:
    assert not questions_for("May 20, 2023", "The Kenyan election on 20 May will be the first test of the reform.")
    asked = questions_for("March 3, 2024", "The Kenyan election on 3 March was close.")
    assert any("did the Kenyan election" in question for question in asked)
    asked = questions_for("March 3, 2024", "A second summit in Accra on 3 March ended.")
    assert not any("did A" in question for question in asked)


def test_needs_that_remain_are_told_as_of_the_brief() -> None:
    text = (
        "Four weeks after an earthquake struck Haiti on 28 March 2024, humanitarian needs remain acute across Jacmel."
    )
    asked = [question for question in questions_for("March 28, 2024", text) if "remain" in question]
    assert all(question.startswith("As of May 2024") for question in asked)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("May 3, 2024", "Chad told Kenya's diplomats to leave Accra by noon on 3 May."),
        ("May 3, 2024", "Chad ordered Kenya's agencies to shut 40 ports by 23:59 on 3 May."),
        ("March 10, 2024", "Raiders in Chad have found ways round the ban on ships published on 10 March."),
        ("January 2023", "The Kenyan parliament rejected a tax plan unveiled in January 2023."),
        ("April 2020", "Kenya's rebels chose restraint, pointing to their halt to raids in April 2020 in Mali."),
    ],
)
def test_a_date_that_goes_with_the_words_before_it_does_not_date_the_verb(answer: str, text: str) -> None:
    asked = questions_for(answer, text)
    assert asked
    assert not [question for question in asked if question.endswith("?")]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("May 3, 2024", "A blast in Accra left ten Kenyans injured on 3 May."),
        ("May 3, 2024", "Kenya's troops left Accra at noon on 3 May."),
        ("May 3, 2024", "Kenya closed its ports, raising the price of oil, on 3 May."),
    ],
)
def test_a_date_that_goes_with_the_verb_dates_it(answer: str, text: str) -> None:
    assert any(question.endswith("?") for question in questions_for(answer, text))


def test_what_stands_behind_its_when_is_told_of_the_day_beside_what_the_brief_is_about() -> None:
    text = "The revolt is usually dated to 4 January 2004, when gunmen overran an army camp in Narathiwat and fled."
    asked = questions_for("Narathiwat", text, title="A Ramadan lull in Thailand's Deep South")
    assert any(question.endswith("overrun an army camp on January 4, 2004?") for question in asked)


def test_a_month_of_another_year_is_not_given_away_by_that_of_the_brief() -> None:
    text = "The BIS suspension of Nexperia's listing ends on 10 May 2025."
    asked = questions_for("May 10, 2025", text, title="Nexperia: a cheap chip, an expensive dispute")
    assert asked
    assert all(question.startswith("As of 2024, ") for question in asked)


def test_a_then_before_a_day_is_left_out() -> None:
    asked = questions_for("April 26, 2024", "Then on 26 April Nexperia's head office stopped shipping wafers to Chad.")
    assert any(question.startswith("On what date did Nexperia's head office stop") for question in asked)


@pytest.mark.parametrize(
    ("answer", "text", "words"),
    [
        ("1,700", "By 15 January Volexity had counted more than 1,700 devices carrying a variant of one webshell.",
         "had Volexity counted by January 15, 2024"),
        ("May 4, 2024", "A magnitude 7.2 earthquake struck at 08:29 on Saturday 4 May.", "earthquake strike at 08:29"),
        ("85%", "Some 85% of installed power is hydroelectric.", "installed power was hydroelectric"),
    ],
)  # fmt: skip
def test_what_says_at_length_what_it_counts_is_placed_by_what_the_brief_is_about(
    answer: str, text: str, words: str
) -> None:
    title = "Zambia: out of default, into drought"
    assert any(words in question for question in questions_for(answer, "Zambia has a drought.", text, title=title))


def test_a_bare_count_is_not_placed() -> None:
    asked = questions_for("900", "By 15 January Volexity had counted over 900 tankers.", title="Zambia: into drought")
    assert not [question for question in asked if "Volexity" in question]


def test_a_day_is_no_figure_by_which_an_event_is_known() -> None:
    text = (
        "Prices at the farm gate reached $408 a kilogram in April, surpassing the peak that followed the change of "
        "government in 2021, and have gone on rising."
    )
    asked = questions_for("2021", text, title="Zambia: out of default, into drought")
    assert not [question for question in asked if "did a peak follow" in question]


def test_a_year_that_opens_a_sentence_holds_for_both_its_clauses() -> None:
    text = "In 2012 the donors left Chad and Niger sent 40 tanks to Mali, but France was richer then."
    assert any("in 2012" in question.lower() for question in questions_for("40", text))


def test_a_figure_that_something_fell_from_keeps_its_year() -> None:
    text = "The price of rice in Chad has fallen to $15,000, from about $28,000 in 2021."
    for answer in ("2021", "28,000"):
        assert not [question for question in questions_for(answer, text) if question.endswith("?")]


def test_a_date_behind_an_infinitive_of_a_noun_is_not_that_of_the_verb() -> None:
    text = "Debt is the factor most likely to force cuts in Chad after 2027."
    assert not [question for question in questions_for("2027", text) if question.endswith("?")]


def test_a_month_that_heads_a_sentence_goes_with_no_clause_that_names_its_day() -> None:
    text = (
        "Reserves fell in May 2023. In that month the shilling touched 30 on the street in Accra, a record; Yusuf "
        "Otieno, the governor of the bank, raised the rate to 30 percent on June 3."
    )
    assert questions_for("30 percent", text) == ["To what percentage did Yusuf Otieno raise the rate on June 3, 2023?"]


def test_a_day_told_by_its_hours_is_led_by_on() -> None:
    text = "In the small hours of 3 May, engineers at Kenya Pipeline saw the pressure fall from about 40 bar to 12."
    found = [card.question for card in propose(brief_of(text)).cards]
    assert any("May 3, 2024" in question for question in found)
    assert not any("In May 3" in question for question in found)


def test_a_weekday_with_its_day_in_brackets_is_told_once() -> None:
    reading = reading_of("The court of Ghana sat last Friday (3 May) in Accra.")
    told = tell(reading.lines)[0][0]
    said = Voice(reading, calendar_of(reading.lines, WRITTEN)).say(told, 0, len(told.doc))
    assert said == "the court of Ghana sat on May 3, 2024 in Accra."


def test_a_year_that_owns_is_written_as_one_word() -> None:
    text = "Amina Otieno won the nomination of the Unity Party for next year's election."
    assert all("2025's election" in card.question for card in propose(brief_of(text)).cards)
    assert questions_for("Unity Party", text)
