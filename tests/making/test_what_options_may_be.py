"""Options that the question, the brief or common sense rules out, and hints and gaps that would mislead."""

from dataclasses import replace

import pytest
from drafts import counted, dated, draft_of, reading_of
from making import asked, brief_of
from tellings import gaps_of

from trainer.cards.card import Kind
from trainer.facts.gaps import Gap
from trainer.language.names import Sort
from trainer.language.reading import read
from trainer.questions.distractors import distractors
from trainer.questions.distractors_dates import dates_in
from trainer.questions.keys import accepted
from trainer.questions.question_words import hint
from trainer.values.dates import PartialDate

NOTHING = reading_of("Much remains unclear.")


def options_of(draft, *passages: str) -> tuple[str, ...]:
    return distractors(reading_of(*passages) if passages else NOTHING, draft)


def test_no_day_has_more_than_its_hours() -> None:
    found = options_of(counted("Power is cut for [...] hours a day.", "twelve", 12))
    assert found
    assert not {"twenty-four", "thirty-six"} & set(found)


def test_no_more_hours_go_by_on_a_day_than_it_has() -> None:
    found = options_of(counted("How many hours did they spend in Ohrid on March 18, 2023?", "twelve", 12))
    assert found
    assert "twenty-four" not in found


def test_what_is_the_worst_in_so_many_years_is_so_in_fewer() -> None:
    found = options_of(counted("It was the worst harvest in [...] decades.", "three", 3))
    assert found
    assert not {"one", "two"} & set(found)


def test_what_went_before_a_brief_of_which_the_month_is_known_lies_before_it() -> None:
    brief = replace(brief_of("Kenya fell. By 2027 it will rise.", date=None), month=PartialDate(2024, 10))
    found = distractors(read(brief), dated("In what year did it fall?", "2023", 2023))
    assert found
    assert "2025" not in found


def test_a_number_close_to_another_has_no_options_far_off() -> None:
    assert not options_of(counted("Sales were $2.06bn, a little below the [...] of 2023.", "$2.15bn", 2.15e9, unit="$"))
    assert options_of(counted("Sales were $2.06bn, and not the [...] of 2023.", "$2.15bn", 2.15e9, unit="$"))


def test_no_more_seats_are_held_than_the_brief_says_that_there_are() -> None:
    draft = counted("The three together hold [...] seats.", "160", 160)
    assert any(int(option) > 200 for option in options_of(draft))
    assert not any(int(option) > 200 for option in options_of(draft, "The 200 seats of Kenya were shared out."))


def test_a_figure_that_another_gives_in_the_same_sentence_is_no_option() -> None:
    sentence = "Looting of two trucks was reported near Dolna; police say one."
    draft = counted("Looting of how many trucks was reported?", "two", 2)
    here = draft_of(draft.question, "two", Kind.HOW_MANY, sentence=sentence, quantity=draft.quantity)
    assert "one" not in options_of(here, sentence)


def test_what_is_agreed_on_is_agreed_on_before_it_begins() -> None:
    draft = dated("They agreed on [...] to hold fire from April 3 to May 14, 2022.", "April 1, 2022", 2022, 4, 1)
    found = options_of(draft)
    assert found
    assert all(date.iso < "2022-04-03" for option in found for date in dates_in(option))


def test_the_year_of_an_earlier_figure_lies_before_the_brief() -> None:
    draft = dated("Turnout was 58 per cent, down from 60 per cent in [...] (year).", "2023", 2023)
    assert "2024" not in options_of(draft)
    assert "2024" in options_of(dated("Turnout was 58 per cent in [...] (year).", "2023", 2023))


def test_a_city_that_two_states_have_is_the_one_of_the_state_that_the_brief_names() -> None:
    question = "In which city was he tried on 3 May 2024?"
    draft = draft_of(question, "Brest", Kind.WHERE, sort=Sort.CITY)
    here = reading_of("In Belarus he was tried in Brest.")
    there = reading_of("The French court in Brest tried him.")
    assert "Brest, Belarus" in accepted(draft, here)
    assert distractors(here, draft)
    assert "Brest, Belarus" not in accepted(draft, there)
    assert not distractors(there, draft)


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("A centre at Prince of Dolna University counts the dead in Kenya.", "Dolna University"),
        ("A Merchant's Purse field hospital is to open in Kenya.", "Purse"),
        ("A Merchant's Purse field hospital is to open in Kenya.", "Merchant"),
        ("The European Border and Coast Guard Agency has no head in Kenya.", "Coast Guard Agency"),
        ("The board approved an Extended Fund Facility of SDR 2.29bn for Kenya.", "Extended Fund Facility of SDR"),
        ("The Council of Private Enterprise met in Kenya.", "Enterprise"),
        ("In Kenya the Merchants' party votes with the palace.", "Merchants"),
        ("In Kenya the party Dolna 2050 is at 3 per cent.", "2050"),
        ("It was asked for by the opposition MP Anna Berg Dolna in Kenya.", "MP Anna Berg Dolna"),
    ],
)
def test_no_gap_lies_within_a_larger_name_or_holds_a_title(sentence: str, within: str) -> None:
    assert within not in gaps_of(sentence)


def test_a_surname_that_is_a_state_is_no_country() -> None:
    formed = "Luís Montenegro formed a cabinet in Lisbon on 3 May 2024."
    cards = asked(f"{formed} On 4 May 2024 lawmakers in Lisbon rejected a motion tabled by the Montenegro government.")
    assert not [question for question in cards if "[...] (country) government" in question]


def test_a_tool_is_no_organization() -> None:
    for name, said in (("Dolna Checker Tool", " (name)"), ("Dolna Watch", " (organization)")):
        line = reading_of(f"They altered the {name} in Kenya.").lines[0]
        start = line.plain.index(name)
        assert hint(line, Gap(start, start + len(name), sort=Sort.BODY)) == said


def test_names_of_which_none_is_sure_are_names() -> None:
    cards = asked("On 3 May 2024 engineers in Kenya removed the webshells LIGHTWIRE and WIREFIRE from eleven servers.")
    assert not [question for question in cards if "two organizations" in question]
