"""Answers that the question tells, or that many others would be as right as."""

from dataclasses import replace

import pytest
from drafts import counted, dated, draft_of
from making import asked

from trainer.cards.card import Card, Kind
from trainer.cards.critique import asks_for_something
from trainer.language.names import Sort
from trainer.questions.draft import Draft
from trainer.questions.trivial import triviality
from trainer.questions.trivial_told import can_be_counted, can_be_worked_out, tells_its_state
from trainer.values.quantities import Quantity


def placed(question: str, answer: str, sentence: str, kind: Kind = Kind.CLOZE, sort: Sort = Sort.STATE) -> Draft:
    start = sentence.index(answer)
    return replace(draft_of(question, answer, kind, sentence=sentence, sort=sort), span=(start, start + len(answer)))


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (placed("It sailed for Port Said in [...] (country).", "Egypt", "It sailed for Port Said in Egypt."), True),
        (placed("Berg halted work at Dolna in [...] (country).", "Kenya", "Berg halted work at Dolna in Kenya."), True),
        (placed("In which country did Berg halt work at Dolna?", "Kenya", "Berg halted work at Dolna in Kenya.",
                Kind.WHERE), True),
        (placed("In which country did Berg halt work at Goma?", "Democratic Republic of the Congo",
                "At Goma, in the Democratic Republic of the Congo, Berg halted work.", Kind.WHERE), True),
        (placed("Berg halted work in [...] (country).", "Kenya", "Berg halted work in Kenya."), False),
        (placed("The fleet of Berg in [...] (country) sailed.", "Kenya", "The fleet of Berg in Kenya sailed."), False),
        (placed("In which country did Berg halt work?", "Kenya", "Berg halted work at Dolna in Kenya.",
                Kind.WHERE), False),
        (placed("It sailed for [...] (city) in Egypt.", "Port Said", "It sailed for Port Said in Egypt.",
                sort=Sort.CITY), False),
    ],
)  # fmt: skip
def test_a_country_is_not_asked_for_beside_a_place_in_it(draft: Draft, told: bool) -> None:
    assert (tells_its_state(draft) is not None) is (triviality(draft) is not None) is told


@pytest.mark.parametrize(
    ("question", "low", "told"),
    [
        ("Almost [...] months after the vote of November 22, 2023, the parties agreed on May 15, 2024.", 6, True),
        ("[...] weeks after the vote of 1 May 2024 the parties agreed on 22 May 2024.", 3, True),
        ("[...] years after the revolt of 2011 they voted in 2024.", 13, True),
        ("Almost [...] months after the vote of November 22, 2023, the parties agreed.", 6, False),
        ("As of May 2024: [...] months after the vote of November 22, 2023, the parties agreed.", 6, False),
        ("[...] months after the vote of November 2022 the parties agreed on May 15, 2024.", 6, False),
        ("[...] weeks after the vote of May 2023 the parties agreed in May 2024.", 52, False),
    ],
)
def test_a_time_between_two_dates_of_the_question_is_not_asked_for(question: str, low: float, told: bool) -> None:
    assert (can_be_counted(counted(question, str(low), low)) is not None) is told


@pytest.mark.parametrize(
    ("question", "low", "told"),
    [
        ("The canal earned $10.25 billion in 2023 and $4 billion in 2024, a drop of [...].", 61, True),
        ("Sown land fell by [...] in 2023, to 10,800 hectares from 233,000.", 95, True),
        ("Revenue fell from €40m to €30m, down [...].", 25, True),
        ("Revenue was €40m in 2023, costs were €30m and the share of gas [...].", 25, False),
        ("Revenue fell from €40m, down [...] against the year before.", 25, False),
        ("Revenue fell by [...] and profit from €40m to €10m.", 25, False),
    ],
)
def test_a_share_that_can_be_worked_out_is_not_asked_for(question: str, low: float, told: bool) -> None:
    draft = draft_of(question, f"{low} percent", Kind.CLOZE, quantity=Quantity(low, low, unit="percent"))
    assert (can_be_worked_out(draft) is not None) is told


@pytest.mark.parametrize(
    ("draft", "refused"),
    [
        (draft_of("What office did Anna Berg hold at Dolna?", "founder"), True),
        (draft_of("What office did Anna Berg hold at Dolna?", "finance director"), False),
        (dated("In what year did Kenya's economy grow by some 4%?", "2023", 2023), True),
        (dated("Kenya's economy grew by 2.1 percent in [...] (year).", "2023", 2023), True),
        (dated("In what year did Kenya's economy shrink by more than 7 per cent?", "2023", 2023), False),
        (dated("In what month and year did prices grow by 4%?", "May 2023", 2023, 5), False),
    ],
)
def test_what_is_no_office_and_what_fits_many_years_is_not_asked_for(draft: Draft, refused: bool) -> None:
    assert (triviality(draft) is not None) is refused


@pytest.mark.parametrize(("name", "refused"), [("Dolna", True), ("Goma", True), ("Sake", True), ("Minova", False)])
def test_of_a_long_list_no_name_from_its_midst_is_asked_for(name: str, refused: bool) -> None:
    sentence = "Aid reached Dolna, Goma, Sake and Minova in May 2024."
    question = sentence.replace(name, "[...]")
    assert (triviality(placed(question, name, sentence, sort=Sort.CITY)) is not None) is refused


def test_of_a_short_list_every_name_is_asked_for() -> None:
    sentence = "Aid reached Dolna, Goma and Minova in May 2024."
    assert triviality(placed("Aid reached [...], Goma and Minova.", "Dolna", sentence, sort=Sort.CITY)) is None


@pytest.mark.parametrize(
    "question", ["Presidents [...] (person) and Xi met.", "Presidents Berg and [...] (person) met."]
)
def test_of_two_presidents_neither_is_asked_for(question: str) -> None:
    assert asks_for_something(Card("a", question, "Trump", Kind.CLOZE))


def test_a_town_is_still_asked_for_beside_its_country() -> None:
    cards = asked("On 3 May 2024 Berg Motors halted production at Celaya in Mexico.")
    assert "Mexico" not in cards.values()
    assert "Celaya" in cards.values()
