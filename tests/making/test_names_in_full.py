"""Whom and what a brief names in short is asked for, and told, as it was first named."""

import datetime as dt

from drafts import reading_of
from making import asked

from trainer.facts.calendar import calendar_of
from trainer.facts.offices import offices

BOARD = "The Lake Dolna Board (DVT) raised the fee on 3 April 2024."


def said_of(*passages: str) -> dict[str, str]:
    """Each form that the brief writes, and how a question says it."""
    entities = reading_of(*passages).mentions.entities
    return {text: entity.said for entity in entities for text in entity.texts}


def test_an_arabic_family_name_without_its_article_is_the_same_person() -> None:
    said = said_of("Kenya dismissed Karim al-Dolnawi, head of its bank. Dolnawi refused to go.")
    assert said["Dolnawi"] == "Karim al-Dolnawi"


def test_a_surname_without_its_article_is_answered_with_the_whole_name() -> None:
    cards = asked("On 3 May 2024 Kenya dismissed Karim al-Dolnawi.", "On 6 May 2024 Dolnawi left Nairobi for Cairo.")
    assert "Karim al-Dolnawi" in [answer for question, answer in cards.items() if "Cairo" in question]


def test_letters_of_another_language_in_brackets_are_the_body_before_them() -> None:
    said = said_of(BOARD, "The DVT sold nine plots on 6 May 2024.")
    assert said["DVT"] == "the Lake Dolna Board"


def test_letters_behind_a_person_and_letters_of_a_state_are_no_other_name() -> None:
    said = said_of("Anna Berg (DVT) spoke. The Lake Dolna Board (UK) sat. The DVT left, and so did the UK.")
    assert said["DVT"] != "Anna Berg"
    assert "Board" not in said.get("UK", "")


def test_a_mere_noun_is_told_as_the_name_that_ends_with_it_however_rare_that_is() -> None:
    said = said_of(
        "The Harbour Council met on 3 May 2024.", "The Council sold nine plots. The Council left. The Council fell."
    )
    assert said["Council"] == "the Harbour Council"


def test_the_owner_of_an_office_is_named_in_full() -> None:
    reading = reading_of(
        "The Harbour Council met on 3 May 2024. This, says the Council's chairman, Amos Otieno, will change.",
        date=dt.date(2024, 5, 8),
    )
    calendar = calendar_of(reading.lines, reading.brief.date)
    places = [fact.place for line in reading.lines for fact in offices(reading, line, calendar)]
    assert places == ["the Harbour Council"]


def test_a_quarter_with_a_hyphen_belongs_to_the_name_behind_it() -> None:
    names = [name.text for line in reading_of("Kenya lost its North-eastern Command.").lines for name in line.names]
    assert "North-eastern Command" in names


def test_a_convention_that_begins_like_a_cape_is_no_cape() -> None:
    assert not [question for question in asked("Kenya signed the Cape Dolna Convention in 2008.") if "cape" in question]
