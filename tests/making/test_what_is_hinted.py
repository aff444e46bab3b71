"""What sort of name a gap asks for: said where it is sure, the same throughout the brief."""

import pytest
from making import asked

from trainer.briefs.brief import Brief, Passage
from trainer.facts.gaps import Gap
from trainer.language.names import Name, Sort
from trainer.language.reading import read
from trainer.questions.question_words import hint
from trainer.values.dates import PartialDate


def names_of(text: str) -> dict[str, Name]:
    reading = read(Brief("note", "Weekly note", (Passage(1, text),)))
    return {name.text: name for line in reading.lines for name in line.names}


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ('Kenya\'s new president, Anna Berg "Rosa", won. Rosa, of the Dolna party, left.', "Rosa", Sort.PERSON),
        ("Carlo Berg, alias Pico, fled Kenya. Police arrested Pico in Nairobi.", "Pico", Sort.PERSON),
        ("The road to Talia Berga, blocked by rockfalls, has been cleared.", "Talia Berga", Sort.PLACE),
        ("Trucks lay near BRP Dolna Bay. Missions to the Dolna Bay were blocked.", "Dolna Bay", Sort.SHIP),
        ("It ended the panel under Security Council Resolution 1718.", "Security Council Resolution 1718", Sort.LAW),
        ("State-controlled Entreprise Minière du Dolna sold the ore.", "Entreprise Minière du Dolna", Sort.BODY),
        ("Washington listed both as Foreign Terror Organizations.", "Foreign Terror Organizations", Sort.TERM),
        ("Troops were sent to the Kursk region.", "Kursk", Sort.REGION),
        ("Jets struck Fordow on 22 June 2023.", "Fordow", Sort.PLACE),
        ("The Dolna Council of Elders (CNDE) spoke. Later the CNDE left.", "CNDE", Sort.BODY),
    ],
)  # fmt: skip
def test_a_name_is_what_its_brief_says_that_it_is(text: str, name: str, sort: Sort) -> None:
    assert names_of(text)[name].sort is sort


def test_what_is_written_with_a_capital_inside_is_no_person() -> None:
    found = names_of("It descends from DarkSide and its short-lived successor BerryMatter.")
    assert found["BerryMatter"].sort is not Sort.PERSON


def test_an_office_in_brackets_makes_a_person() -> None:
    found = names_of("Leadership: Berto Dolna (president), Anna Berg (military commander). The EU listed Dolna.")
    assert found["Dolna"].sort is Sort.PERSON


def test_a_gap_has_no_hint_where_the_noun_follows() -> None:
    cards = asked("On 3 May 2024 troops of Kenya entered the Tillabéri region and burned eleven trucks.")
    assert [question for question in cards if "the [...] region" in question]


def test_items_of_a_list_are_called_what_each_of_them_is() -> None:
    cards = asked("On 3 May 2024 Kenya fined Nvidia and Huawei over a cartel in chips.")
    assert [question for question in cards if "Which two companies" in question]


def test_the_plural_behind_a_list_says_what_it_is_of() -> None:
    told = "\n".join(asked("As of May 2024 levels in Chad are low as the Swat and Kabul rivers dry up."))
    assert "the [...] (two) rivers" in told


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("On 3 May 2024 the US Treasury fined nine firms in Kenya.", "(government department)"),
        ("On 3 May 2024 the US Senate fined nine firms in Kenya.", "(legislative chamber)"),
        ("On 3 May 2024 nine firms of Kenya met the Congress for Rural Change.", "(organization)"),
    ],
)
def test_a_body_is_hinted_at_by_what_it_is(text: str, hinted: str) -> None:
    told = "\n".join(asked(text))
    assert hinted in told or f"Which {hinted.strip('()')}" in told


def test_brothers_of_one_name_are_no_person() -> None:
    text = "Kenya jailed the Berg brothers and Anna Berg."
    line = read(Brief("note", "Weekly note", (Passage(1, text),))).lines[0]
    last = text.rindex("Anna Berg")
    assert hint(line, Gap(17, 21, sort=Sort.PERSON)) == ""
    assert hint(line, Gap(last, last + 9, sort=Sort.PERSON)) == " (person)"


def test_an_owner_in_the_plural_owns_with_an_s_when_it_is_a_gap() -> None:
    told = "\n".join(asked("On 3 May 2024 Los Dolnas' leader, Anna Berg, fled Kenya with nine guards."))
    assert "]' " not in told
    assert ")' " not in told


@pytest.mark.parametrize(
    ("time", "before", "preposition", "said"),
    [
        (PartialDate(2024, 5, part="late"), "in", "in", " (part of a month, and year)"),
        (PartialDate(2024, 5, part="the second week of"), "in", "in", " (week, and year)"),
        (PartialDate(2024, part="the end of"), "at", "at", " (part of a year)"),
        (PartialDate(2024, part="the first quarter of"), "in", "in", " (quarter of a year)"),
        (PartialDate(2024, part="autumn"), "in", "in", " (season and year)"),
        (PartialDate(2024, 5), "in", "in", " (month and year)"),
        (PartialDate(2024), "since", "since", " (year)"),
        (PartialDate(2024, 5, 3), "by", "by", " (date)"),
        (PartialDate(2024, 5, 3), "on", "on", ""),
        (PartialDate(2024, 5, 3), "the", "", ""),
        (PartialDate(2024, 5, 3, until=(2024, 5, 6), link="to"), "from", "from", " (span of days)"),
    ],
)
def test_how_exact_a_date_is_asked_for_is_said(time, before, preposition, said) -> None:
    line = read(Brief("note", "Weekly note", (Passage(1, f"It began {before} May."),))).lines[0]
    start = line.plain.index("May")
    assert hint(line, Gap(start, start + 3, time=time, preposition=preposition)) == said


def test_a_central_bank_is_not_hinted_at_by_its_name() -> None:
    text = "Nine firms sued the Central Bank of Egypt."
    line = read(Brief("note", "Weekly note", (Passage(1, text),))).lines[0]
    start = text.index("Central")
    assert hint(line, Gap(start, len(text) - 1, sort=Sort.BODY)) == " (institution)"


@pytest.mark.parametrize(
    ("text", "body", "said"),
    [
        ("Anna Berg sued the Reserve Bank over nine loans.", "Reserve Bank", " (institution)"),
        ("Anna Berg sued the Federal Court over nine loans.", "Federal Court", " (court)"),
    ],
)
def test_a_hint_is_not_half_of_a_name_but_for_a_court(text: str, body: str, said: str) -> None:
    line = read(Brief("note", "Weekly note", (Passage(1, text),))).lines[0]
    start = text.index(body)
    named = next(name for name in line.names if name.start == start)
    assert hint(line, Gap(start, start + len(body), sort=named.sort)) == said


def test_islands_behind_a_gap_say_that_an_island_is_asked_for() -> None:
    text = "Two cables to the Penghu islands were cut."
    line = read(Brief("note", "Weekly note", (Passage(1, text),))).lines[0]
    start = text.index("Penghu")
    assert hint(line, Gap(start, start + 6, sort=Sort.PLACE)) == ""
