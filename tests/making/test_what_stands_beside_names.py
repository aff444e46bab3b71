"""What stands right before or behind a name says what it names, and what else it is called."""

import pytest
from drafts import draft_of, reading_of
from making import brief_of, propose

from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.keys import accepted


def test_a_second_name_is_asked_and_accepted_with_all_its_parts() -> None:
    brief = "In Kenya Anna Berg, previously known as Abu Omar al-Dolna, was freed on 3 May 2024."
    asked = next(card for card in propose(brief_of(brief)).cards if "previously known" in card.question)
    assert (asked.answer, set(asked.accepted)) == ("Abu Omar al-Dolna", {"Omar al-Dolna", "al-Dolna", "Dolna"})


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("In Kenya fighters of Harakat Dolna al-Varish (HDV) left.", "Harakat Dolna al-Varish", "HDV"),
        ("In Kenya they used Dolna Bleed (CVE-2023-4966) at once.", "Dolna Bleed", "CVE-2023-4966"),
    ],
)
def test_a_name_is_right_by_the_initials_or_the_number_behind_it(text: str, name: str, short: str) -> None:
    question = text.replace(f"{name} ({short})", "[...]")
    assert short in accepted(draft_of(question, name, Kind.CLOZE, sort=Sort.UNKNOWN), reading_of(text))


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Fighters of Harakat Dolna al-Varish (HDV) left.", Sort.BODY),
        ("Until 2020 Anna Berg ran Dolna Varish.", Sort.BODY),
        ("Anna Berg founded Dolna Varish.", Sort.BODY),
        ("Anna Berg founded Maria Varish's school.", Sort.PERSON),
        ("Anna Berg bought Maria Varish a house.", Sort.PERSON),
        ("Anna Berg met Carla Varish (DA).", Sort.PERSON),
    ],
)
def test_what_has_initials_or_was_founded_or_run_is_no_person(text: str, sort: Sort) -> None:
    assert [name.sort for name in reading_of(text).lines[0].names if "Varish" in name.text] == [sort]
