import re

import pytest
from drafts import counted, dated, draft_of, reading_of
from making import BRIEFS, propose

from trainer.briefs.read import read_brief
from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.distractors import distractors
from trainer.questions.distractors_dates import dates_in
from trainer.text import fold
from trainer.values.dates import PartialDate, day_number
from trainer.values.quantities import parse_number

NOTHING = reading_of("Much remains unclear.")
FELL = "On what date did the Dolna bridge fall?"


def options_of(draft, *passages: str, title: str = "Weekly note") -> tuple[str, ...]:
    return distractors(reading_of(*passages, title=title) if passages else NOTHING, draft)


def placed(options: tuple[str, ...]) -> list[PartialDate]:
    return [date for option in options for date in dates_in(option)]


def values(options: tuple[str, ...]) -> list[float]:
    found = [re.sub(r"[$€£]|percent|about|some|[a-z]+s$", "", option).strip() for option in options]
    return [value for text in found if (value := parse_number(text)) is not None]


@pytest.mark.parametrize(
    ("draft", "style"),
    [
        (dated(FELL, "March 2, 2024", 2024, 3, 2), r"[A-Z][a-z]+ \d\d?, 20\d\d"),
        (dated(FELL, "2 March 2024", 2024, 3, 2), r"\d\d? [A-Z][a-z]+ 20\d\d"),
        (dated("In what month and year did it fall?", "March 2024", 2024, 3), r"[A-Z][a-z]+ 20\d\d"),
        (dated("In what year did it fall?", "2013", 2013), r"20\d\d"),
    ],
)
def test_dates_have_the_grain_and_the_form_of_the_key_and_lie_on_both_sides(draft, style: str) -> None:
    options = options_of(draft)
    assert len(options) == 3
    assert all(re.fullmatch(style, option) for option in options)
    later = [date > draft.times[0] for date in placed(options)]
    assert any(later)
    assert not all(later)


@pytest.mark.parametrize(
    ("draft", "bound"),
    [
        (dated("In what month and year did it fall?", "May 2024", 2024, 5), "2024-05-08"),
        (dated("In what year did it fall?", "2024", 2024), "2024-05-08"),
        (dated("As of March 2024, since what month and year had it run?", "February 2024", 2024, 2), "2024-03-31"),
    ],
)
def test_what_has_happened_has_no_option_in_the_future(draft, bound: str) -> None:
    options = placed(options_of(draft))
    assert len(options) > 1
    assert all(date.iso <= bound for date in options)


def test_what_lies_ahead_has_no_option_in_the_past() -> None:
    draft = dated("As of May 2024, for what month and year was the vote due?", "July 2024", 2024, 7)
    options = placed(options_of(draft))
    assert len(options) > 1
    assert all(date > PartialDate(2024, 5) for date in options)


@pytest.mark.parametrize(
    ("question", "inside"),
    [
        ("On what date in March 2024 did the bridge fall?", lambda d: (d.year, d.month) == (2024, 3)),
        ("On what date, after the flood of March 1, 2024, did the bridge fall?", lambda d: d > PartialDate(2024, 3, 1)),
        (
            "On which Saturday did the bridge fall?",
            lambda d: (day_number(d) - day_number(PartialDate(2024, 3, 9))) % 7 == 0,
        ),
    ],
)
def test_no_date_is_barred_by_the_words_of_the_question(question: str, inside) -> None:
    options = placed(options_of(dated(question, "March 9, 2024", 2024, 3, 9)))
    assert len(options) > 1
    assert all(inside(date) for date in options)


@pytest.mark.parametrize(
    "draft",
    [
        dated("Around what month and year did it appear?", "March 2024", 2024, 3),
        dated("By what date had 40 people died?", "March 2, 2024", 2024, 3, 2),
        draft_of("When did it begin?", "early 2024", Kind.WHEN, time=PartialDate(2024, part="early")),
        counted("At least how many guards were killed?", "168", 168, hedge="at least"),
        counted("How many guards were killed?", "more than 168", 168, hedge="more than"),
        counted("Up to how much was offered?", "$10 million", 10e6, hedge="up to", unit="$"),
        counted("How many days does it take?", "10 or more", 10, hedge="at least"),
        counted("Of what magnitude was the earthquake?", "7.8", 7.8),
    ],
)
def test_there_are_no_options_where_one_might_be_right_as_well(draft) -> None:
    assert options_of(draft) == ()


def test_another_day_of_the_brief_is_an_option_but_not_one_told_in_one_breath_with_the_key() -> None:
    apart = "The bridge fell on March 2, 2024. Its mayor resigned on March 13, 2024."
    joined = "The bridge was shelled on March 2, 2024 and March 13, 2024."
    draft = dated(FELL, "March 2, 2024", 2024, 3, 2)
    assert "March 13, 2024" in options_of(draft, apart)
    assert "March 13, 2024" not in options_of(dated(FELL, "March 2, 2024", 2024, 3, 2, sentence=joined), joined)


@pytest.mark.parametrize(
    ("draft", "form"),
    [
        (counted("How many troops had it?", "13,000", 13000), r"\d\d?,000"),
        (counted("How many died?", "40,689", 40689), r"\d\d,\d\d[1-9]"),
        (counted("How many fighters fell?", "five", 5), r"[a-z]+"),
        (counted("How much was paid?", "$4.4 million", 4.4e6, unit="$"), r"\$\d\.[1-9] million"),
        (counted("What share burned?", "54.1 percent", 54.1, unit="percent"), r"\d\d\.[1-9] percent"),
        (counted("How much was lost?", "about 137 billion cedis", 137e9, hedge="about"), r"about \d+ billion cedis"),
        (counted("How many men?", "800 to 1,000", 800, high=1000), r"[\d,]+00 to [\d,]+00"),
        (counted("For how long?", "one year", 1), r"(?:two|three|four) years"),
    ],
)
def test_numbers_have_the_form_and_the_roughness_of_the_key(draft, form: str) -> None:
    options = options_of(draft)
    assert len(options) == 3
    assert all(re.fullmatch(form, option) for option in options), options


@pytest.mark.parametrize("low", [2, 5, 11, 24, 73, 168, 1414, 13000])
def test_numbers_lie_on_both_sides_of_the_key_and_within_its_magnitude(low: int) -> None:
    found = values(options_of(counted("How many guards were hired?", f"{low:,}", low)))
    assert min(found) < low < max(found)
    assert all(low / 3 <= value <= 3 * low for value in found)


def test_a_part_is_no_larger_than_the_whole_that_the_question_names() -> None:
    draft = counted("How many of the 19 candidates withdrew?", "16", 16)
    assert all(value < 19 for value in values(options_of(draft)))


@pytest.mark.parametrize(
    ("question", "answer", "inside"),
    [
        ("The virus was found in six of [...] samples.", 8, lambda v: v > 6),
        ("The number of transits dropped from [...] to 1,362 in 2024.", 2155, lambda v: v > 1362),
        ("The number of transits dropped from 2,155 to [...] in 2024.", 1362, lambda v: v < 2155),
        ("In May 2024 the price rose from $65 to how much?", 84, lambda v: v > 65),
    ],
)
def test_a_number_that_moved_has_no_option_on_the_wrong_side(question: str, answer: int, inside) -> None:
    found = values(options_of(counted(question, f"{answer:,}", answer)))
    assert len(found) > 1
    assert all(inside(value) for value in found)


def test_shares_do_not_add_up_to_more_than_all() -> None:
    question = "Faye obtained 54.28 percent, against [...] for Ba and 2.8 percent for Dia."
    draft = counted(question, "35.79 percent", 35.79, unit="percent")
    assert all(value < 43 for value in values(options_of(draft)))


def test_a_count_of_what_the_question_goes_on_to_name_has_no_options() -> None:
    draft = counted("It opened [...] more crossings, Bab al-Salam and Al-Ra'ee.", "two", 2)
    assert options_of(draft) == ()


def test_a_loser_has_no_majority_among_the_options() -> None:
    draft = counted("What percentage of the vote did Ba obtain?", "35.79 percent", 35.79, unit="percent")
    assert all(value < 50 for value in values(options_of(draft)))


def test_no_option_is_a_figure_that_the_brief_gives_for_something_else() -> None:
    draft = counted("How many guards were hired?", "300", 300)
    free = values(options_of(draft))
    told = " ".join(f"There were {value:.0f} houses." for value in free)
    assert not set(values(options_of(draft, told))) & set(free)


MINISTERS = (
    "Malian Foreign Minister Abdoulaye Diop spoke on 3 May 2024.",
    "Nigerien Defence Minister Salifou Mody spoke on 4 May 2024.",
    "Senegalese Interior Minister Ibrahim Traore spoke on 5 May 2024.",
)


def test_persons_are_options_where_two_others_hold_the_same_sort_of_office() -> None:
    draft = draft_of("As of May 2024, who was Mali's foreign minister?", "Abdoulaye Diop", Kind.WHO, sort=Sort.PERSON)
    assert set(options_of(draft, *MINISTERS)) == {"Salifou Mody", "Ibrahim Traore"}
    assert options_of(draft, *MINISTERS[:2]) == ()


def test_persons_of_one_sentence_are_no_options_for_each_other() -> None:
    joined = "Malian Foreign Minister Abdoulaye Diop and Nigerien Defence Minister Salifou Mody signed on 3 May 2024."
    draft = draft_of("As of May 2024, who was Mali's foreign minister?", "Abdoulaye Diop", Kind.WHO, sort=Sort.PERSON)
    assert options_of(draft, joined, MINISTERS[2]) == ()


@pytest.mark.parametrize(
    ("question", "answer", "among"),
    [
        ("What office did Diop hold?", "foreign minister of Mali", r"\w+ minister of Mali"),
        ("What office did Mody hold?", "Defence Minister", r"[A-Z]\w+ Minister"),
        ("What office did Blount hold?", "chief executive of Colonial", r"chief \w+ officer of Colonial"),
        (
            "What office did Shapps hold?",
            "British defence secretary",
            r"British (?:foreign|home|health|business) secretary",
        ),
    ],
)
def test_offices_are_those_beside_it_in_the_same_government_or_company(question: str, answer: str, among: str) -> None:
    options = options_of(draft_of(question, answer, direction="office"))
    assert len(options) == 3
    assert all(re.fullmatch(among, option) for option in options), options


@pytest.mark.parametrize("office", ["president of Mali", "head of AFAD", "defence secretary", "chief justice"])
def test_an_office_that_stands_alone_has_no_options(office: str) -> None:
    assert options_of(draft_of("What office did she hold?", office, direction="office")) == ()


def test_a_mission_has_its_sisters_as_options_but_none_that_the_brief_names() -> None:
    draft = draft_of("Which mission left Mali?", "MINUSMA", Kind.WHO, sort=Sort.MISSION)
    assert "MINUSCA" in options_of(draft)
    assert "MINUSCA" not in options_of(draft, "Both MINUSMA and MINUSCA have lost many soldiers.")


@pytest.mark.parametrize(
    ("question", "some"),
    [
        ("In which country was the accord signed on March 2, 2024?", True),
        ("In which country are fighters active?", False),
    ],
)
def test_neighbours_are_options_only_for_what_happened_in_one_place(question: str, some: bool) -> None:
    assert bool(options_of(draft_of(question, "Togo", Kind.WHERE, sort=Sort.STATE))) is some


@pytest.mark.parametrize(
    ("question", "answer", "among"),
    [
        ("In which city was the accord signed?", "Bamako", {"Dakar", "Niamey", "Lomé", "Accra", "Conakry", "Abuja"}),
        ("In which Malian city was the accord signed?", "Bamako", {"Gao", "Timbuktu", "Kidal", "Mopti", "Ségou"}),
        (
            "In which Yemeni city was the accord signed on March 2, 2024?",
            "Hodeidah",
            {"Aden", "Taiz", "Mukalla", "Ibb"},
        ),
    ],
)
def test_a_city_has_cities_of_the_state_that_is_told_or_other_capitals(
    question: str, answer: str, among: set[str]
) -> None:
    options = options_of(draft_of(question, answer, Kind.WHERE, sort=Sort.CITY))
    assert len(options) == 3
    assert set(options) & among, options


def test_a_town_by_the_water_has_no_options_that_may_lie_inland() -> None:
    for asked in ("In which Polish city were the tanks unloaded", "At which Polish port did the ships meet"):
        assert options_of(draft_of(f"{asked} on March 2, 2024?", "Gdynia", Kind.WHERE, sort=Sort.CITY)) == ()
    met = draft_of("In which Polish city did they meet on March 2, 2024?", "Gdynia", Kind.WHERE, sort=Sort.CITY)
    assert options_of(met)


def test_the_umbrella_of_a_group_is_no_option_beside_it() -> None:
    asked = "Which armed group took Goma on March 2, 2024?"
    told = ("The March 23 Movement (M23) took Goma.", "The Islamic State left Beni.", "Al-Shabaab left Kismayo.")
    plain = options_of(draft_of(asked, "March 23 Movement", Kind.WHO, sort=Sort.GROUP), *told)
    assert set(plain) == {"Islamic State", "Al-Shabaab"}
    wing = "The Islamic State, the movement's umbrella, denied it."
    assert options_of(draft_of(asked, "March 23 Movement", Kind.WHO, sort=Sort.GROUP), *told, wing) == ()
    beside = "M23 and Al-Shabaab fought in Beni."
    assert options_of(draft_of(asked, "March 23 Movement", Kind.WHO, sort=Sort.GROUP), *told, beside) == ()


def test_no_year_is_an_option_in_which_the_thing_was_not_yet_there() -> None:
    draft = dated("In what year did al-Shabaab attack the base?", "2009", 2009)
    assert min(date.year for date in placed(options_of(draft, "Kenya left."))) < 2009
    assert min(date.year for date in placed(options_of(draft, "Al-Shabaab surfaced in June 2009."))) > 2009


def test_a_capital_that_is_asked_for_as_such_has_no_options() -> None:
    draft = draft_of("In which capital was the accord signed?", "Bamako", Kind.WHERE, sort=Sort.CITY)
    assert options_of(draft) == ()


@pytest.mark.parametrize("name", ["cyber", "economy", "election", "sitrep"])
def test_the_options_of_a_brief_are_two_or_three_and_none_is_right(name: str) -> None:
    for card in propose(read_brief(BRIEFS / f"{name}.txt")[0]).cards:
        options = {fold(option) for option in card.distractors}
        assert len(options) == len(card.distractors) in {0, 2, 3}, card.question
        assert options.isdisjoint({fold(form) for form in (card.answer, *card.accepted)}), card.question


def test_the_same_card_gets_the_same_options() -> None:
    draft = counted("How many guards were hired?", "168", 168)
    assert options_of(draft) == options_of(draft)


def test_a_share_with_a_decimal_has_options_a_few_points_from_it() -> None:
    found = options_of(counted("What percentage of votes went to Berg?", "50.9%", 50.9, unit="percent"))
    assert found
    assert all(50 < float(option.removesuffix("%")) < 63 for option in found)


def test_thousands_in_words_have_options_in_words() -> None:
    found = options_of(counted("Kenya sent [...] soldiers.", "a thousand", 1000))
    assert found
    assert not any(re.search(r"\d", option) for option in found)
