"""What else a card accepts, and what it does not."""

import pytest
from drafts import counted, draft_of, reading_of

from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.keys import accepted
from trainer.questions.keys_names import other_names
from trainer.values.dates import PartialDate


def of(question: str, answer: str, brief: str = "", kind: Kind = Kind.WHAT, **more) -> tuple[str, ...]:
    return accepted(draft_of(question, answer, kind, **more), reading_of(brief) if brief else None)


@pytest.mark.parametrize(
    ("question", "answer", "sort", "right"),
    [
        ("The [...] (border crossing) reopened.", "Dolna crossing", Sort.PLACE, "Dolna"),
        ("Which reef was seized?", "Dolna Reef", Sort.PLACE, "Dolna"),
        ("The [...] (pact) was signed.", "Pact on Rivers and Canals", Sort.LAW, "Rivers and Canals Pact"),
        ("The [...] (framework) was published.", "Framework for Grain Exports", Sort.LAW, "Grain Exports Framework"),
        ("Which bank lent it?", "Export-Import Bank of China", Sort.BODY, "China Exim Bank"),
        ("Which board said so?", "Maritime Safety Board of Kenya", Sort.BODY, "Kenyan Maritime Safety Board"),
    ],
)
def test_a_name_is_right_without_what_it_is_and_turned_round(question, answer, sort, right) -> None:
    assert right in of(question, answer, kind=Kind.CLOZE, sort=sort)


def test_a_short_name_of_a_place_is_right_with_what_the_brief_says_that_it_is() -> None:
    brief = "Boats lay off Dolna Shoal. In Kenya, work at Dolna began in 2023."
    assert "Dolna Shoal" in of("Work at [...] began in 2023.", "Dolna", brief, Kind.CLOZE, sort=Sort.PLACE)


def test_a_ship_that_is_called_like_a_town_does_not_lie_in_a_state() -> None:
    question = "The destroyer [...] (ship) rammed a tug."
    assert "Durban, South Africa" in of(question, "Durban", kind=Kind.CLOZE, sort=Sort.CITY)
    assert "Durban, South Africa" not in of(question, "Durban", kind=Kind.CLOZE, sort=Sort.SHIP)


CHIEF = "What office did Anna Berg hold?"


@pytest.mark.parametrize(
    ("answer", "sentence", "right", "too_little"),
    [
        ("director general of the International Atomic Energy Agency", "", "IAEA director general", "director general"),
        ("deputy chair of the Dolna Council", "", "Dolna Council's deputy chair", "deputy chair"),
        ("defence minister", "Kenyan Defence Minister Anna Berg spoke.", "Kenyan defence minister", "minister"),
        ("defence minister", "Kenyan Defence Minister Anna Berg spoke.", "defence minister of Kenya", "minister"),
        ("foreign minister of Mali", "", "foreign minister", "minister"),
    ],
)
def test_an_office_is_right_with_what_it_is_of_in_any_form_and_never_by_its_rank(
    answer, sentence, right, too_little
) -> None:
    found = of(CHIEF, answer, sentence=sentence, direction="office")
    assert right in found
    assert too_little not in found


def test_a_person_is_right_by_the_alias_and_by_the_name_behind_it() -> None:
    brief = "In Kenya Anna Berg, alias Rosa, led the Dolna gang. Rosa was arrested on 3 May 2024."
    assert "Rosa" in of("Who led the Dolna gang?", "Anna Berg", brief, Kind.WHO, sort=Sort.PERSON)
    assert "Anna Berg" in of("Who was arrested on May 3, 2024?", "Rosa", brief, Kind.WHO, sort=Sort.PERSON)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Nam Sun-ho", "Nam", "Sun-ho"),
        ("Chung Hae-in", "Chung", "Hae-in"),
        ("Getachew Dolna", "Getachew", ""),
        ("Thaksin Dolna", "Thaksin", ""),
        ("Anna Berg", "Berg", "Anna"),
    ],
)
def test_a_person_is_right_by_the_part_of_the_name_that_people_go_by(name: str, right: str, wrong: str) -> None:
    found = of("Who signed the accord?", name, kind=Kind.WHO, sort=Sort.PERSON)
    assert right in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("the prospect of recognition by the United States", "US recognition"),
        ("negotiations with Nairobi", "negotiations with Kenya"),
        ("the risk of a flood", None),
        ("a house in Nairobi", None),
    ],
)
def test_a_phrase_is_right_without_an_empty_head_and_with_the_state_for_its_capital(answer, right) -> None:
    found = of("What did Dolna want?", answer)
    assert right in found if right else not [form for form in found if "Kenya" in form or form == "flood"]


@pytest.mark.parametrize("items", [("Berg", "Dolna"), ("Anna Berg", "Carlo Dolna")])
def test_persons_of_a_list_are_right_by_the_surname_and_in_full(items: tuple[str, ...]) -> None:
    brief = "President Anna Berg met Carlo Dolna in Kenya on 3 May 2024. Berg and Dolna agreed."
    question, answer = "It was said that [...] (two people) had agreed.", " and ".join(items)
    found = of(question, answer, brief, Kind.CLOZE, sort=Sort.PERSON, items=items)
    assert {"Berg and Dolna", "Anna Berg and Carlo Dolna"} <= {answer, *found}


def test_a_kind_of_ship_is_right_without_its_flag() -> None:
    assert "bulk carrier" in of("What kind of ship was the Dolna?", "a Kenyan bulk carrier")
    assert "bulk carrier" not in of("What sank off Dolna?", "a Kenyan bulk carrier")


def test_both_ends_of_a_range_may_have_the_sign() -> None:
    found = accepted(counted("Rates ranged from [...].", "24% to 88% or more", 24, high=88, unit="percent"))
    assert {"24-88%", "24% to 88%", "24 to 88 percent"} <= set(found)


def test_a_part_of_a_month_is_right_in_other_words() -> None:
    early = PartialDate(2024, 4, part="the first days of")
    found = of("The bridge fell in [...].", "the first days of April 2024", kind=Kind.CLOZE, time=early)
    assert {"early April 2024", "the beginning of April 2024"} <= set(found)
    assert not [form for form in found if "end" in form]


@pytest.mark.parametrize(
    ("short", "full", "right"),
    [
        ("FARC", "Revolutionary Armed Forces of Colombia", "Fuerzas Armadas Revolucionarias de Colombia"),
        ("UNICEF", "United Nations Children's Fund", "United Nations International Children's Emergency Fund"),
    ],
)
def test_an_acronym_is_right_in_the_words_that_its_letters_are_of(short: str, full: str, right: str) -> None:
    assert right in of(f"What does {short} stand for?", full, kind=Kind.ACRONYM)


def test_a_senate_that_may_be_any_state_s_is_not_the_american_one() -> None:
    assert not {"US Senate", "U.S. Senate", "United States Senate"} & set(other_names("Senate"))
    assert "Senate" in other_names("US Senate") or "U.S. Senate" in other_names("US Senate")
