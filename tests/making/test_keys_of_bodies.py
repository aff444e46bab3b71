"""What a body, a plan, a list and a span of days are called beside what the brief calls them."""

import pytest
from drafts import counted, dated, draft_of, reading_of

from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.keys import accepted
from trainer.values.dates import PartialDate


def of(question: str, answer: str, brief: str = "", kind: Kind = Kind.CLOZE, **more) -> tuple[str, ...]:
    return accepted(draft_of(question, answer, kind, **more), reading_of(brief) if brief else None)


IN_PORTUGAL = "In Portugal the Communist Party lost. Lisbon and the rest of Portugal voted for Portuguese parties."


@pytest.mark.parametrize(
    ("answer", "sort", "right"),
    [
        ("Humanitarian Response Plan", Sort.LAW, "HRP"),
        ("Route Nationale 7", Sort.PLACE, "RN7"),
        ("United States Coast Guard", Sort.BODY, "USCG"),
        ("Dolna Chamber of the Kenyan Court of Appeal", Sort.BODY, "Dolna Chamber"),
        ("the Dolna Sentry patrol activity", None, "Dolna Sentry"),
        ("Caravella LLC-FZ", Sort.BODY, "Caravella"),
        ("New Zealand", Sort.STATE, "NZ"),
        ("Volkswagen", Sort.BODY, "VW"),
        ("MV Dolna", Sort.SHIP, "Dolna"),
    ],
)
def test_a_name_is_right_by_its_letters_or_its_short_form(answer, sort, right) -> None:
    assert right in of("They spoke of [...].", answer, sort=sort)


@pytest.mark.parametrize(
    ("answer", "sort", "wrong"),
    [
        ("Dolna District Court", Sort.BODY, "DDC"),
        ("Dolna Town Convention", Sort.LAW, "DTC"),
        ("Singapore and Beijing", None, "Singapore and China"),
        ("Anna Berg Council", Sort.PERSON, "ABC"),
        ("S&P Global", Sort.BODY, "S&P Global Ratings"),
        ("Council of the European Union", Sort.BODY, "CEU"),
    ],
)
def test_nothing_goes_by_letters_that_nobody_gives_it(answer, sort, wrong) -> None:
    assert wrong not in of("They spoke of [...].", answer, sort=sort)


def test_the_coast_guard_of_the_united_states_is_american_in_a_brief_on_another_state() -> None:
    brief = "Haiti was hit. The United States Coast Guard flew people out of Haiti."
    assert "US Coast Guard" in of("The [...] flew.", "United States Coast Guard", brief, sort=Sort.BODY)


def test_a_party_of_the_state_that_a_brief_is_on_may_have_its_people_before_it() -> None:
    question = "The [...] (political party) lost."
    assert "Portuguese Communist Party" in of(question, "Communist Party", IN_PORTUGAL, sort=Sort.BODY)
    assert "Communist Party" in of(question, "Portuguese Communist Party", IN_PORTUGAL, sort=Sort.BODY)
    of_others = IN_PORTUGAL.replace("the Communist", "the Spanish Communist")
    assert "Portuguese Communist Party" not in of(question, "Communist Party", of_others, sort=Sort.BODY)
    assert "Portuguese Security Council" not in of(question, "Security Council", IN_PORTUGAL, sort=Sort.BODY)


def test_the_one_chamber_is_the_parliament() -> None:
    question = "He dissolved the [...]."
    assert "parliament" in of(question, "National Assembly", "The National Assembly met.", sort=Sort.BODY)
    both = "The National Assembly met. So did the Senate."
    assert "parliament" not in of(question, "National Assembly", both, sort=Sort.BODY)


def test_what_stands_before_an_acronym_in_brackets_is_its_full_name() -> None:
    brief = "Work lies with the General Directorate for Civil Protection (DGPC). The DGPC counts the dead."
    full = "General Directorate for Civil Protection"
    assert full in of("It goes through the [...].", "DGPC", brief, sort=Sort.BODY)


@pytest.mark.parametrize(
    ("brief", "answer", "sort", "wrong"),
    [
        ("A fire broke out in Port Said. The Port was shut.", "Port Said", Sort.CITY, "Port"),
        ("The Paris Club met. The Club lent it.", "Paris Club", Sort.GROUP, "Club"),
        ("In Pattani a cell hid. A cell in Pattani, known as G5, struck.", "Pattani", Sort.REGION, "G5"),
    ],
)
def test_no_single_noun_of_a_name_and_no_name_of_another_is_right(brief, answer, sort, wrong) -> None:
    assert wrong not in of("It was [...].", answer, brief, sort=sort)


def test_an_island_is_right_without_its_noun_even_if_that_leaves_a_noun_of_bodies() -> None:
    assert "Union" in of("They came from [...] (island).", "Union Island", sort=Sort.PLACE)


def test_things_are_right_in_every_order_and_without_an_empty_last_noun() -> None:
    two = of("It failed in [...] (two things).", "fire safety and navigation equipment")
    assert {"navigation equipment and fire safety", "fire safety and navigation"} <= set(two)
    three = of("It makes [...] (three things).", "diodes, relays and logic parts")
    assert {"relays, diodes and logic parts", "diodes, relays and logic"} <= set(three)
    assert "water and medical" not in of("It lacks [...] (two things).", "water and medical supplies")
    states = ("Latvia", "Estonia", "Malta")
    named = of("They were [...].", "Latvia, Estonia and Malta", sort=Sort.STATE, items=states)
    assert "Estonia, Malta and Latvia" in named


@pytest.mark.parametrize(
    ("question", "answer", "parts", "more", "right"),
    [
        (
            "From [...] (span of days).",
            "April 3 to May 14, 2022",
            (2022, 4, 3),
            (2022, 5, 14),
            "3 April to 14 May",
        ),
        ("It ran from [...] (span of years).", "2007 to 2015", (2007,), (2015,), "between 2007 and 2015"),
        ("Rain fell on [...].", "August 16 and 17, 2021", (2021, 8, 16), (2021, 8, 17), "16-17 August"),
    ],
)
def test_a_span_is_right_without_its_year_and_said_otherwise(question, answer, parts, more, right) -> None:
    time = PartialDate(*parts, until=more, link="and" if " and " in answer else "to")
    assert right in accepted(draft_of(question, answer, Kind.CLOZE, time=time))


def test_a_part_of_a_month_is_right_without_its_year_only_where_the_question_has_it() -> None:
    time = PartialDate(2020, 2, part="mid")
    gap = "by [...] (part of a month, and year)."
    assert "mid-February" not in accepted(draft_of(f"It ends {gap}", "mid-February 2020", Kind.CLOZE, time=time))
    told = f"As of January 2020: It ends {gap}"
    assert "mid-February" in accepted(draft_of(told, "mid-February 2020", Kind.CLOZE, time=time))
    assert "February" not in accepted(dated("It ended in [...].", "February 2020", 2020, 2))


def test_a_share_and_a_half_are_right_in_figures() -> None:
    asked = counted("From what percentage was it cut to 1.6 per cent?", "2.3", 2.3)
    assert {"2.3%", "2.3 per cent"} <= set(accepted(asked))
    beside = counted("It gives him 61 per cent and her [...] of those asked.", "39", 39)
    assert "39%" in accepted(beside)
    against = counted("It has 13 per cent in the latest poll against [...] for the party.", "17", 17)
    assert "17%" in accepted(against)
    people = counted("It lost 13 per cent of its ships and [...] sailors.", "17", 17)
    assert "17%" not in accepted(people)
    assert "2.5" in accepted(draft_of("How many years?", "two and a half", Kind.HOW_MANY))


def test_a_person_is_right_without_the_first_given_name() -> None:
    forms = of("Who dissolved it?", "Marcelo Rebelo de Sousa", kind=Kind.WHO, sort=Sort.PERSON)
    assert "Rebelo de Sousa" in forms


def test_only_a_part_of_a_whole_is_a_half() -> None:
    assert "half" in accepted(counted("It has [...] of the vote.", "50%", 50, unit="percent"))
    assert "half" not in accepted(counted("It raised its rate to [...].", "50%", 50, unit="percent"))


def test_a_week_told_by_its_first_day_keeps_that_day() -> None:
    time = PartialDate(2024, 1, 22, part="the week of")
    forms = accepted(
        draft_of("As of January 2024: It is due in [...] (week, and year).", time.spoken, Kind.CLOZE, time=time)
    )
    assert "the week of January 22" in forms
    assert "the week of January" not in forms


def test_a_minister_of_two_words_is_one_of_them() -> None:
    forms = of("What office did Anna Berg hold?", "digital affairs minister", kind=Kind.WHAT, direction="office")
    assert "minister of digital affairs" in forms
