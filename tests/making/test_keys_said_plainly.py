"""Answers in figures, words and plain English, and options in the steps in which such numbers come."""

import pytest
from drafts import counted, dated, draft_of, reading_of
from making import brief_of
from tellings import gaps_of

from trainer.cards.card import Kind
from trainer.language.acronyms import acronyms
from trainer.language.names import Sort, names
from trainer.language.reading import read
from trainer.language.sentences import parse
from trainer.questions.distractors import distractors
from trainer.questions.draft import Draft
from trainer.questions.keys import accepted
from trainer.questions.trivial import triviality
from trainer.values.dates import PartialDate

NOTHING = reading_of("Much remains unclear.")


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        (counted("Kenya's quota is [...] b/d of crude.", "1.25m", 1.25), ["1.25 million", "1,250,000"]),
        (counted("It takes between [...] months.", "six and nine", 6, high=9), ["6 and 9", "6 to 9"]),
        (counted("A dose costs [...].", "US$2.50", 2.5, unit="US$"), ["$2.50", "2.50"]),
        (draft_of("Chad fell back on [...] (article).", "Article 7", Kind.CLOZE, sort=Sort.LAW), ["7"]),
        (
            draft_of("The [...] opened it.", "Guardia Nacional", Kind.CLOZE, sort=Sort.BODY),
            ["National Guard"],
        ),
        (draft_of("What did they plan?", "the shelling of a grain barge"), ["grain barge shelling"]),
        (counted("It has $3 billion for ships and [...] to mend them.", "1.2 billion", 1.2e9), ["$1.2 billion"]),
    ],
)
def test_an_answer_is_right_as_others_write_it(draft: Draft, right: list[str]) -> None:
    assert set(right) <= set(accepted(draft))


def test_metres_are_no_millions() -> None:
    assert "1.25 million" not in accepted(counted("The mast is [...] high.", "1.25m", 1.25))


def test_a_week_of_a_month_is_right_by_its_number() -> None:
    answer = "the third week of May 2024"
    draft = draft_of("Grain fell in [...].", answer, Kind.CLOZE, time=PartialDate(2024, 5, part="the third week of"))
    assert {"3rd week of May 2024", "third week of May 2024"} <= set(accepted(draft))


def test_the_executive_board_is_no_state_s() -> None:
    brief = reading_of("Kenya owes much. The Executive Board met on 3 May 2024.", title="Kenya: debt")
    draft = draft_of("Which board met?", "Executive Board", Kind.WHO, sort=Sort.BODY)
    assert "Kenyan Executive Board" not in accepted(draft, brief)
    other = draft_of("Which board met?", "Grain Board", Kind.WHO, sort=Sort.BODY)
    assert "Kenyan Grain Board" in accepted(other, brief)


def test_the_american_senate_is_no_other_state_s() -> None:
    draft = draft_of("Which chamber met?", "Senate", Kind.WHO, sort=Sort.BODY)
    abroad = reading_of("Aid to Kenya hangs on Republicans. The Senate met on 3 May 2024.", title="Kenya: aid")
    home = reading_of("Kenya votes in June. The Senate met on 3 May 2024.", title="Kenya: a vote")
    assert "Kenyan Senate" not in accepted(draft, abroad)
    assert "Kenyan Senate" in accepted(draft, home)


def test_a_name_behind_the_has_its_state_before_it() -> None:
    found = acronyms("the Kenya Copper Board (CopBod) and the Kenyan Copper Board (CopBod)")
    assert [pair.name for pair in found] == ["Kenya Copper Board", "Copper Board"]
    asked = draft_of("What does CB stand for?", "Kenya Copper Board", Kind.ACRONYM)
    assert "Copper Board" in accepted(asked)


@pytest.mark.parametrize(
    ("draft", "step"),
    [
        (counted("By how many basis points did it raise its key rate?", "75", 75), 25),
        (counted("To what percentage did it cut its policy rate?", "12.5%", 12.5, unit="percent"), 0.5),
        (counted("To what percentage did it cut its policy rate?", "5.25%", 5.25, unit="percent"), 0.25),
    ],
)
def test_rates_move_in_steps(draft: Draft, step: float) -> None:
    options = distractors(NOTHING, draft)
    assert options
    assert all(float(option.rstrip("%")) % step == 0 for option in options)


@pytest.mark.parametrize(
    ("draft", "least", "most"),
    [
        (counted("By how many votes to six did it remove him?", "101", 101, noun="votes"), 80, 120),
        (counted("At what age did Anna Berg die?", "60", 60), 30, 80),
        (counted("Its budget rests on [...] a barrel.", "$70", 70, unit="$"), 45, 100),
        (counted("Of a $3bn loan it has drawn [...].", "$2.1bn", 2.1e9, unit="$"), 0, 3),
        (counted("In the first of [...] ballots it lost.", "2", 2), 2, 9),
    ],
)
def test_options_keep_within_what_can_be(draft: Draft, least: float, most: float) -> None:
    options = distractors(NOTHING, draft)
    assert options
    assert all(least < float(option.strip("$bn")) < most for option in options)


@pytest.mark.parametrize(
    ("draft", "trivial"),
    [
        (draft_of("Which parliament removed him?", "Congress", Kind.WHO, sort=Sort.BODY), True),
        (draft_of("He closed [...] (parliament).", "Congress", Kind.CLOZE, sort=Sort.BODY), True),
        (draft_of("He closed the [...] (parliament).", "Storting", Kind.CLOZE, sort=Sort.BODY), False),
        (draft_of("It used a [...] (war) statute.", "Cold War", Kind.CLOZE, sort=Sort.EVENT), True),
        (draft_of("Dolnaberg Oil is led by [...] (company).", "Dolnabe", Kind.CLOZE, sort=Sort.BODY), True),
        (draft_of("The Nigerian fleet left [...] (country).", "Niger", Kind.CLOZE, sort=Sort.STATE), False),
        (draft_of("Islamist men left [...].", "Islamic Front", Kind.CLOZE, sort=Sort.GROUP), False),
        (draft_of("The African Union left [...] (region).", "Africa", Kind.CLOZE, sort=Sort.REGION), False),
        (
            draft_of("As of May 2024: Anna Berg, [...] is head of Dolna.", "60", Kind.CLOZE,
                     quantity=counted("", "60", 60).quantity), True,
        ),
    ],
)  # fmt: skip
def test_what_the_question_tells_or_everybody_knows_is_no_card(draft: Draft, trivial: bool) -> None:
    assert (triviality(draft) is not None) is trivial


def sorts_of(text: str) -> dict[str, tuple[Sort, str]]:
    return {name.text: (name.sort, name.noun) for name in names(parse(text))}


def test_the_body_of_many_keeps_them() -> None:
    assert "Dolna Tea Growers' Union" in sorts_of("The Dolna Tea Growers' Union left Kenya.")
    assert "Union" in "".join(sorts_of("The Kenyans' Union left."))


def test_a_ship_may_be_called_by_a_rank() -> None:
    assert sorts_of("The frigate ADMIRAL BERGA left Kenya.")["ADMIRAL BERGA"][0] is Sort.SHIP


def test_korea_is_a_country_and_a_village_no_city() -> None:
    found = sorts_of("Engineers from Korea went to Ulken.")
    assert found["Korea"][0] is Sort.STATE
    assert found["Ulken"][1] == "village"


def test_a_name_with_a_small_particle_is_not_cut() -> None:
    assert "al Qaeda" in sorts_of("They are linked to al Qaeda in Kenya.")


def test_a_rank_that_opens_a_sentence_is_no_body() -> None:
    lines = read(brief_of("The General Staff met in Kenya. General Anna Berg left.")).lines
    assert "General" not in [name.text for name in lines[1].names]


def test_a_sea_beside_a_people_is_no_place() -> None:
    assert "Baltic" not in gaps_of("Changes to Polish or Baltic rules came on 3 May 2024.")
    assert "Baltic" in gaps_of("A ship sank in the Baltic on 3 May 2024.")


def test_a_spell_of_weather_is_no_place() -> None:
    assert "El Niño" not in gaps_of("Kenya flooded because of El Niño on 3 May 2024.")


def test_a_date_is_no_week() -> None:
    assert not [form for form in accepted(dated("When?", "May 2024", 2024, 5)) if "week" in form]


def test_no_town_is_an_option_for_where_states_agree() -> None:
    asked = draft_of("In which city was a truce with Qatar agreed on May 3, 2024?", "Doha", Kind.WHERE, sort=Sort.CITY)
    found = draft_of("In which city of Qatar was a bank robbed on May 3, 2024?", "Doha", Kind.WHERE, sort=Sort.CITY)
    assert not distractors(NOTHING, asked)
    assert distractors(NOTHING, found)
