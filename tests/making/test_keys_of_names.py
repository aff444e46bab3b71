"""What else is right for a name, whose a body is, and what is no longer the name that is asked for."""

from dataclasses import replace

import pytest
from drafts import counted, draft_of, reading_of

from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.keys import accepted, rejected


def test_of_several_names_only_the_one_that_is_asked_for_is_right() -> None:
    told = "China holds the reef, which it calls Huangyan Dao."
    draft = draft_of("China holds the reef, which it calls [...].", "Huangyan Dao", Kind.CLOZE, sort=Sort.PLACE)
    assert "Scarborough Shoal" not in accepted(draft, reading_of(told))
    other = draft_of("China holds [...].", "Huangyan Dao", Kind.CLOZE, sort=Sort.PLACE)
    assert "Scarborough Shoal" in accepted(other, reading_of(told))


@pytest.mark.parametrize(
    ("question", "answer", "right", "wrong"),
    [
        ("Kenya bought five [...]-metre cutters.", "97", "97 metres", "97 cutters"),
        ("Kenya has a [...]-seat assembly.", "97", "97 seats", "97 assembly"),
        ("Kenya bought [...] cutters.", "97", "97 cutters", "97 metres"),
    ],
)
def test_what_a_hyphen_joins_to_a_number_is_what_it_counts(question, answer, right, wrong) -> None:
    forms = accepted(counted(question, answer, 97))
    assert right in forms
    assert wrong not in forms


@pytest.mark.parametrize(
    ("answer", "sort", "right"),
    [
        (
            "U.N. Security Council",
            Sort.BODY,
            {"UN Security Council", "United Nations Security Council", "Security Council"},
        ),
        ("Executive Order 13850", Sort.LAW, {"EO 13850", "13850"}),
        ("General License 44", Sort.LAW, {"GL 44", "44"}),
        ("Public Law 118-50", Sort.LAW, {"118-50"}),
    ],
)
def test_a_name_is_right_without_what_the_question_says_of_it(answer, sort, right) -> None:
    assert right <= set(accepted(draft_of("Berg signed [...] in May 2024.", answer, Kind.CLOZE, sort=sort)))


def test_an_acronym_at_the_end_of_a_name_may_be_spelled_out() -> None:
    reading = reading_of("Nine died in a cholera treatment centre (CTC).", "Berg runs the Dolna CTC.")
    forms = accepted(draft_of("Berg runs the [...].", "Dolna CTC", Kind.CLOZE, sort=Sort.BODY), reading)
    assert "Dolna cholera treatment centre" in forms


def test_who_is_told_by_one_name_behind_his_kin_has_a_surname_too() -> None:
    told = "Anna Berg, whose son Carl runs the bank, left."
    draft = draft_of("Whose son [...]?", "Carl", Kind.CLOZE, sentence=told, sort=Sort.PERSON)
    start = told.index("Carl")
    assert "Carl Berg" in accepted(replace(draft, span=(start, start + 4)), reading_of(told))


def test_the_office_of_a_president_s_minister_is_right_without_the_president() -> None:
    reading = reading_of("President Anna Berg left.", "Berg's trade minister, Omar Haddad, stayed.")
    asked = "What office did Omar Haddad hold?"
    forms = accepted(draft_of(asked, "trade minister of Berg", Kind.WHAT, direction="office"), reading)
    assert "trade minister" in forms


def test_a_kind_is_right_without_how_it_is_run() -> None:
    forms = accepted(draft_of("What kind of organization is Dolna?", "a Kenyan state-owned tea company"))
    assert {"Kenyan tea company", "tea company"} <= set(forms)


def test_the_treasury_is_that_of_the_state_which_the_passage_names() -> None:
    draft = draft_of("It sits within the [...].", "Treasury", Kind.CLOZE, sentence="It sits within the Treasury.",
                     sort=Sort.BODY)  # fmt: skip
    british = reading_of("The United Kingdom has an office. It sits within the Treasury.")
    assert "HM Treasury" in accepted(draft, british)
    assert "Department of the Treasury" not in accepted(draft, british)
    assert "US Treasury" in rejected(draft, british)
    american = reading_of("The United States has an office. It sits within the Treasury.")
    assert "HM Treasury" not in accepted(draft, american)
    assert "Department of the Treasury" in accepted(draft, american)


def test_a_body_of_a_passage_on_another_state_is_not_that_of_the_brief_s_state() -> None:
    told = "The Grain Inspection Board fined nine mills."
    draft = draft_of("Who fined nine mills?", "Grain Inspection Board", Kind.WHO, sentence=told, sort=Sort.BODY)
    assert "Kenyan Grain Inspection Board" in accepted(draft, reading_of(told, title="Kenya and its mills"))
    abroad = reading_of(f"In Peru rules are strict. {told}", title="Kenya and its mills")
    assert "Kenyan Grain Inspection Board" not in accepted(draft, abroad)


def test_a_state_that_the_title_does_not_name_owns_bodies_only_of_passages_on_it_alone() -> None:
    told = "The Grain Inspection Board fined nine mills."
    draft = draft_of("Who fined nine mills?", "Grain Inspection Board", Kind.WHO, sentence=told, sort=Sort.BODY)
    two = ("Kenya sold grain to Peru.", "The harvest in Kenya failed.")
    assert "Kenyan Grain Inspection Board" not in accepted(draft, reading_of(*two, told))
    assert "Kenyan Grain Inspection Board" in accepted(draft, reading_of(two[1], told))


def test_the_reserve_bank_is_that_of_the_state() -> None:
    draft = draft_of("Berg led the [...].", "Reserve Bank", Kind.CLOZE, sort=Sort.BODY)
    assert "Reserve Bank of Malawi" in accepted(draft, reading_of("Berg led the Reserve Bank.", title="Malawi votes"))


def test_the_channel_is_the_english_one() -> None:
    assert "English Channel" in accepted(draft_of("Nine ships sailed through the [...].", "Channel", Kind.CLOZE))


def test_what_leaves_words_out_behind_a_comma_does_not_spell_an_acronym() -> None:
    full = "Foreign, Commonwealth and Development Office"
    assert "Foreign Office" not in accepted(draft_of("What does FCDO stand for?", full, Kind.ACRONYM))


def test_a_name_in_other_words_than_the_tables_goes_by_its_acronym() -> None:
    reading = reading_of("The Movement to Socialism (MAS) has broken in two.")
    draft = draft_of("Which party broke in two?", "Movement to Socialism", Kind.WHO, sort=Sort.BODY)
    assert "MAS" in accepted(draft, reading)
