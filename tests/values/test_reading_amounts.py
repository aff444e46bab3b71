from __future__ import annotations

import pytest

from trainer.values.amounts import amounts
from trainer.values.quantities import Quantity
from trainer.values.units import UNITS, unit_named


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("168", Quantity(168, 168)),
        ("1,200,000", Quantity(1_200_000, 1_200_000)),
        ("1.200.000", Quantity(1_200_000, 1_200_000)),
        ("twelve hundred thousand", Quantity(1_200_000, 1_200_000)),
        ("1 million 200 thousand", Quantity(1_200_000, 1_200_000)),
        ("a million and a half", Quantity(1_500_000, 1_500_000)),
        ("three quarters of a million", Quantity(750_000, 750_000)),
        ("over $4.4m", Quantity(4_400_000, 4_400_000, "more than", "$")),
        ("$2 billion to $3 billion", Quantity(2 * 10**9, 3 * 10**9, "", "$")),
        ("an estimated 2-3 million", Quantity(2 * 10**6, 3 * 10**6, "an estimated")),
        ("10% to 12%", Quantity(10, 12, "", "percent")),
        ("10-12 per cent", Quantity(10, 12, "", "percent")),
        ("an 18-month ban", Quantity(18, 18, "", "months")),
        ("168 peacekeepers or more", Quantity(168, 168, "at least")),
        (">= 5", Quantity(5, 5, "at least")),
        ("~5,500 miles", Quantity(5500, 5500, "about", "miles")),
        ("no fewer than a dozen", Quantity(12, 12, "at least")),
        ("two-thirds", Quantity(0.666667, 0.666667, "", "share")),
        ("one in every four", Quantity(0.25, 0.25, "", "share")),
        ("999999999999999999", Quantity(999_999_999_999_999_999, 999_999_999_999_999_999)),
    ],
)
def test_an_amount_is_read_with_its_hedge_and_unit(text: str, quantity: Quantity) -> None:
    assert amounts(text)[0].quantity == quantity


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "160 8",
        "168 or 186",
        "7 to 3",
        "5 dollars to 6 euros",
        "1e5",
        "2nd",
        "not 5",
        "9" * 19,
        "the Wagner Group",
    ],
)
def test_what_is_no_one_amount_has_no_reading(text: str) -> None:
    assert amounts(text) == ()


def test_an_m_behind_a_number_is_a_million_or_a_metre() -> None:
    assert [(one.quantity.low, one.quantity.unit) for one in amounts("500m")] == [(500_000_000, ""), (500, "meters")]


def test_units_of_one_kind_have_sizes_that_tell_them_apart() -> None:
    sizes = {(unit.measures, unit.name): unit.size for unit in UNITS.values()}
    assert sizes["span", "weeks"] == 7 * sizes["span", "days"]
    assert unit_named("tonnes") == unit_named("metric tons")
    assert unit_named("soldiers") is None


@pytest.mark.parametrize("text", ["168ish", "168 or so", "~168", "c. 168", "roughly one-hundred-and-sixty-eight"])
def test_about_is_said_in_many_ways(text: str) -> None:
    assert amounts(text)[0].quantity == Quantity(168, 168, "about")
