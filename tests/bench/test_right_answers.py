"""An answer is right for a fact by what it says, not by how it is written."""

from __future__ import annotations

import datetime as dt

import pytest
from makers import fact
from scorer.asking import is_right


@pytest.mark.parametrize(
    ("key", "accepted", "given", "right"),
    [
        ("Ana Lopez", ["Lopez"], "Ana Lopez", True),
        ("Ana López", [], "ana lopez", True),
        ("Ana Lopez", ["Lopez"], "the Lopez", True),
        ("Ana Lopez", ["Lopez"], "Peruvian Foreign Minister Ana Lopez", True),
        ("Ana Lopez", ["Lopez"], "Ana Lopez, the foreign minister", True),
        ("Ana Lopez", ["Lopez"], "Foreign Minister Ana Ruiz", False),
        ("Ana Lopez", ["Lopez"], "the foreign minister", False),
        ("Ana Lopez", ["Lopez"], "Ana Lopez and Ana Ruiz", False),
        ("the World Bank", [], "World Bank", True),
        ("the World Bank", [], "World Bank Group", False),
        ("Niger", [], "Nigeria", False),
        ("Peru's government", [], "the Peru government", True),
        ("Nordic Mills", [], "the Danish company Nordic Mills", True),
        ("Nordic Mills", [], "Nordic Mills, a Danish company", True),
        ("Nordic Mills", [], "Bank of Nordic Mills", False),
        ("Audit Bureau", [], "Peru's Audit Bureau", True),
        ("the United Kingdom", [], "the UK", True),
        ("Coast Agency", [], "the US Coast Agency", True),
        ("UN Security Council", [], "the United Nations Security Council", True),
        ("Security Council", [], "secretary to the Security Council", False),
    ],
)
def test_a_name_is_right_without_its_article_and_office_and_no_other_name_is(key, accepted, given, right):
    assert is_right(fact("who", key, accepted=accepted), given) is right


@pytest.mark.parametrize(
    ("key", "value", "given", "right"),
    [
        ("168", None, "168", True),
        ("168", None, "186", False),
        ("13,000", None, "13 thousand", True),
        ("13,000", None, "13000 troops", True),
        ("13,000", None, "1,300", False),
        ("about 13,000", None, "an estimated 13,000", True),
        ("at least 168", {"low": 168, "high": "inf", "hedge": "at_least"}, "168", True),
        ("at least 168", {"low": 168, "high": "inf", "hedge": "at_least"}, "more than 168", True),
        ("at least 168", {"low": 168, "high": "inf", "hedge": "at_least"}, "no fewer than 168", True),
        ("at least 168", {"low": 168, "high": "inf", "hedge": "at_least"}, "no more than 168", False),
        ("at least 168", {"low": 168, "high": "inf", "hedge": "at_least"}, "nearly 168", False),
        ("at least 168", {"low": 168, "high": "inf", "hedge": "at_least"}, "at most 168", False),
        ("at least 168", {"low": 168, "high": "inf", "hedge": "at_least"}, "300", False),
        ("800 to 1,000", {"low": 800, "high": 1000}, "between 800 and 1,000", True),
        ("800 to 1,000", {"low": 800, "high": 1000}, "800-1,000", True),
        ("800 to 1,000", {"low": 800, "high": 1000}, "800", False),
        ("up to 500", {"low": 0, "high": 500, "hedge": "up_to"}, "500", True),
        ("2 to 3 million", None, "2 million to 3 million", True),
        ("$2.3 billion", None, "2.3 billion dollars", True),
        ("$2.3 billion", None, "€2.3 billion", False),
        ("40 percent", None, "40%", True),
        ("40 percent", None, "40", False),
        ("two dozen", None, "24", True),
        ("one hundred and sixty-eight", None, "168", True),
        ("168", None, "168 in February 2023", False),
        ("168", None, "168 peacekeepers", True),
        ("$4.4 million", None, "4.4 million dollars", True),
        ("a million", None, "one million doses", True),
        ("two thirds", {"low": 0.667}, "about two thirds of them", True),
        ("two thirds", {"low": 0.667}, "a third", False),
        ("a third", {"low": 0.333}, "one in every three", True),
        ("25 percent", None, "a quarter", True),
        ("nine", None, "nine of the 44", False),
        ("two", None, "because the Force had already lost two of its posts", False),
        ("10 billion dinars", None, "10 billion dinars (about $2 billion)", True),
    ],
)
def test_a_number_is_right_by_value_whatever_its_hedge_unless_that_points_the_other_way(key, value, given, right):
    assert is_right(fact("how_many", key, value=value), given, "How many were there?") is right


def test_a_hedge_in_the_question_counts_as_the_answers():
    key = fact("how_many", "at least 168", value={"low": 168, "high": "inf", "hedge": "at_least"})
    assert is_right(key, "168", "At least how many soldiers fell?")
    assert not is_right(key, "168", "At most how many soldiers fell?")
    assert not is_right(key, "168", "The Force lost up to [...] soldiers.")


@pytest.mark.parametrize(
    ("key", "iso", "given", "right"),
    [
        ("June 18, 2023", "2023-06-18", "18 June 2023", True),
        ("June 18, 2023", "2023-06-18", "on June 18th, 2023", True),
        ("June 18, 2023", "2023-06-18", "June 2023", False),
        ("June 18, 2023", "2023-06-18", "2023", False),
        ("June 18, 2023", "2023-06-18", "June 21, 2023", False),
        ("March 2022", "2022-03", "Mar. 2022", True),
        ("March 2022", "2022-03", "March 14, 2022", True),
        ("March 2022", "2022-03", "2022", False),
        ("March 2022", "2022-03", "March 2023", False),
        ("March 2022", "2022-03", "March", False),
        ("early 2024", "2024", "late 2024", False),
        ("2013", "2013", "since 2013", True),
        ("2013", "2013", "2012", False),
        ("June 12 to 18, 2023", "2023-06-12/2023-06-18", "12-18 June 2023", True),
        ("June 12 to 18, 2023", "2023-06-12/2023-06-18", "June 14, 2023", False),
        ("2013 to 2023", "2013/2023", "2013", False),
        ("2020 and 2021", "2020;2021", "2021 and 2020", True),
        ("immediately", "", "immediately", True),
        ("immediately", "", "June 2023", False),
    ],
)
def test_a_date_is_right_at_the_golds_granularity_or_finer(key, iso, given, right):
    assert is_right(fact("when", key, iso=iso), given) is right


def test_a_coarser_date_is_right_where_the_gold_accepts_it():
    key = fact("when", "June 16, 2023", iso="2023-06-16", accepted=["June 2023"])
    assert is_right(key, "June 2023")
    assert not is_right(key, "2023")


def test_a_date_written_as_a_toml_date_is_taken():
    assert is_right(fact("when", "June 18, 2023", iso=dt.date(2023, 6, 18)), "18 June 2023")


@pytest.mark.parametrize(
    ("given", "question", "right"),
    [
        ("June 18", "On what date in 2023 did Peru vote?", True),
        ("18 June", "In 2023 Peru voted on [...].", True),
        ("June 18", "On what date did Peru vote?", False),
        ("June 18", "On what date in 2024 did Peru vote?", False),
        ("June 19", "On what date in 2023 did Peru vote?", False),
    ],
)
def test_a_date_may_leave_its_year_to_the_question(given, question, right):
    assert is_right(fact("when", "18 June 2023", iso="2023-06-18"), given, question) is right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("04:09 UTC", True),
        ("04:09 UTC on July 19, 2024", True),
        ("190409Z JUL 24", True),
        ("4:09", True),
        ("05:09 UTC", False),
        ("04:09 UTC on July 20, 2024", False),
        ("July 19, 2024", False),
    ],
)
def test_where_the_gold_has_a_time_of_day_the_day_alone_is_not_enough(given, right):
    assert is_right(fact("when", "4.09 in the morning", iso="2024-07-19T04:09Z"), given) is right


THREE = [["United Kingdom", "UK"], ["Germany"], ["Sweden"]]


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("Sweden, the UK and Germany", True),
        ("Germany, Sweden, and the United Kingdom", True),
        ("Germany and Sweden", False),
        ("Germany", False),
        ("the United Kingdom, Germany, and Norway", False),
        ("the United Kingdom, Germany, Sweden, and Norway", False),
        ("the United Kingdom, Germany, Sweden, and others", True),
    ],
)
def test_a_list_is_right_in_any_order_with_all_its_items_and_no_other(given, right):
    key = fact("list", "the United Kingdom, Germany, and Sweden", items=THREE, question="Which countries?")
    assert is_right(key, given) is right


def test_of_an_open_list_enough_items_are_right():
    key = fact("list", "the UK and Sweden", items=THREE, all_required=False, min_items=2)
    assert is_right(key, "Germany and the UK")
    assert not is_right(key, "Germany")
    assert not is_right(key, "Germany and Norway")


def test_an_item_is_not_found_inside_a_longer_name():
    key = fact("list", "Niger and the Islamic State", items=[["Niger"], ["Islamic State"]])
    assert not is_right(key, "Nigeria and the Islamic State")
    assert not is_right(key, "Niger and Islamic State West Africa")


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("access to mining rights", True),
        ("mining rights", True),
        ("the mining rights there", True),
        ("mining rights, a port, an air base and arms", False),
        ("no mining rights", False),
        ("fishing rights", False),
        ("rights", False),
        ("mining right", True),
    ],
)
def test_a_phrase_is_right_with_the_words_of_an_accepted_one_and_not_twice_its_length(given, right):
    assert is_right(fact("what", "access to mining rights", accepted=["mining rights"]), given) is right


def test_a_phrase_is_right_in_either_spelling_and_a_deputy_is_not_the_office():
    key = fact("what", "organising the defence programme")
    assert is_right(key, "to organize the defense program")
    assert is_right(fact("what", "defence secretary"), "defense secretary of the United Kingdom")
    assert not is_right(fact("what", "defence secretary"), "deputy defence secretary")


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("Goma, North Kivu", True),
        ("the city of Goma", True),
        ("Goma in the Congo", True),
        ("near Goma", False),
        ("Kinshasa, Goma", False),
    ],
)
def test_a_place_is_right_with_what_it_lies_in_and_not_for_what_lies_by_it(given, right):
    assert is_right(fact("where", "Goma"), given) is right


def test_a_name_is_not_matched_by_its_words():
    assert not is_right(fact("who", "World Bank"), "World Bank staff")


def test_a_near_miss_that_the_gold_rejects_is_wrong():
    assert not is_right(fact("what", "elections", reject=["local elections"]), "local elections")
