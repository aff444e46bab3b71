import datetime as dt

import pytest

from trainer.language.acronyms import acronyms
from trainer.language.dates import date_mentions, resolve
from trainer.language.lists import name_lists
from trainer.language.names import Sort, names
from trainer.language.numbers import number_mentions
from trainer.language.sentences import parse, split
from trainer.language.verbs import Tense, VerbGroup

WRITTEN = dt.date(2023, 6, 21)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "future", "iso"),
    [
        ("on June 18", False, "2023-06-18"),
        ("on June 28", False, "2022-06-28"),
        ("on 28 June", True, "2023-06-28"),
        ("in February", True, "2024-02"),
        ("in February", False, "2023-02"),
        ("since 2013", False, "2013"),
        ("in March 2022", False, "2022-03"),
        ("last week", False, "2023-06"),
        ("last month", False, "2023-05"),
        ("last year", False, "2022"),
        ("yesterday", False, "2023-06-20"),
        ("on Monday", False, "2023-06-19"),
        ("on Wednesday", False, None),
        ("on February 30, 2023", False, None),
        ("this week", False, "2023-06"),
    ],
)
def test_a_date_is_placed_on_the_day_of_the_brief(text: str, future: bool, iso: str | None) -> None:
    found = resolve(date_mentions(f"They met {text}.")[0], WRITTEN, future=future)
    assert (found.iso if found else None) == iso


def test_a_week_that_lies_in_two_months_is_not_guessed() -> None:
    assert resolve(date_mentions("They met last week.")[0], dt.date(2023, 7, 5), future=False) is None


@pytest.mark.parametrize("text", ["2021 people died.", "It cost $2,021.", "They sent 2,100 men."])
def test_a_number_is_no_year(text: str) -> None:
    assert date_mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge", "unit"),
    [
        ("at least 168 troops", 168, 168, "at least", ""),
        ("13 thousand troops", 13_000, 13_000, "", ""),
        ("an estimated 800 to 1,000 men", 800, 1000, "an estimated", ""),
        ("the 800-1,000 personnel", 800, 1000, "", ""),
        ("more than two dozen camps", 24, 24, "more than", ""),
        ("about 4.5 percent of voters", 4.5, 4.5, "about", "percent"),
        ("$1.3 billion in loans", 1_300_000_000, 1_300_000_000, "", "$"),
        ("some 40,000 people", 40_000, 40_000, "about", ""),
    ],
)
def test_a_quantity_keeps_its_hedge_and_unit(text: str, low: float, high: float, hedge: str, unit: str) -> None:
    quantity = number_mentions(text)[0].quantity
    assert (quantity.low, quantity.high, quantity.hedge, quantity.unit) == (low, high, hedge, unit)


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        (
            "the exit of the United Nations Mission in South Sudan (UNMISS)",
            "UNMISS",
            "United Nations Mission in South Sudan",
        ),
        (
            "pulling the United Nations Multidimensional Integrated Stabilization Mission from Mali (MINUSMA)",
            "MINUSMA",
            "United Nations Multidimensional Integrated Stabilization Mission in Mali",
        ),
        ("the Electoral Commission of Zambia (ECZ)", "ECZ", "Electoral Commission of Zambia"),
        ("a private military company (PMC)", "PMC", "private military company"),
    ],
)
def test_an_acronym_stands_for_its_name(text: str, short: str, name: str) -> None:
    assert [(pair.short, pair.name) for pair in acronyms(text)] == [(short, name)]


@pytest.mark.parametrize("text", ["the port of Odesa (BSGI)", "the old capital (Bamako)", "several groups (AQ)"])
def test_a_bracket_that_nothing_explains_gives_no_acronym(text: str) -> None:
    assert acronyms(text) == ()


def test_a_list_is_read_by_its_commas() -> None:
    doc = parse("The United Kingdom, Germany, and Sweden left.")
    assert [[item.text for item in found.items] for found in name_lists(doc.text, names(doc))] == [
        ["United Kingdom", "Germany", "Sweden"]
    ]


@pytest.mark.parametrize("text", ["He visited Mali, Niger and other states.", "Mali and Acme Group signed."])
def test_a_list_that_goes_on_or_mixes_kinds_is_none(text: str) -> None:
    doc = parse(text)
    assert name_lists(doc.text, names(doc)) == ()


def test_examples_are_marked_as_such() -> None:
    doc = parse("Violence hit neighbouring states, including Burkina Faso and Niger.")
    assert name_lists(doc.text, names(doc))[0].marker == "including"


def test_a_title_and_a_demonym_are_no_part_of_a_name() -> None:
    doc = parse("Malian Foreign Minister Abdoulaye Diop spoke.")
    assert ("Abdoulaye Diop", Sort.PERSON) in [(name.text, name.sort) for name in names(doc)]


@pytest.mark.parametrize(
    ("group", "finite", "split_parts"),
    [
        (VerbGroup("withdraw", Tense.PAST), "withdrew", ("did", "withdraw")),
        (VerbGroup("demand", Tense.PERFECT), "had demanded", ("had", "demanded")),
        (VerbGroup("kill", Tense.PERFECT, passive=True), "had been killed", ("had", "been killed")),
        (VerbGroup("hold", Tense.FUTURE), "was due to hold", ("was", "due to hold")),
        (VerbGroup("hold", Tense.FUTURE, passive=True), "was due to be held", ("was", "due to be held")),
        (VerbGroup("be", Tense.PRESENT), "was", ("was", "")),
        (VerbGroup("carry", Tense.PAST, particle="out"), "carried out", ("did", "carry out")),
    ],
)
def test_a_verb_is_told_from_later_on(group: VerbGroup, finite: str, split_parts: tuple[str, str]) -> None:
    assert (group.finite(plural=False), group.split(plural=False)) == (finite, split_parts)


@pytest.mark.parametrize(
    ("text", "count"),
    [("Gen. Dia left. He lives.", 2), ("The U.S. Army met Mr. Ba. It ended.", 2), ("It cost 2.5 million.", 1)],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert len(list(split(text))) == count
