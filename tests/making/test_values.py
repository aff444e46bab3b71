import pytest

from trainer.values.dates import PartialDate, parse_iso, shifted
from trainer.values.names import bare
from trainer.values.quantities import Quantity, parse_number


@pytest.mark.parametrize(
    ("iso", "spoken"), [("2023", "2023"), ("2023-06", "June 2023"), ("2023-06-21", "June 21, 2023")]
)
def test_a_date_is_written_at_its_own_grain(iso: str, spoken: str) -> None:
    date = parse_iso(iso)
    assert date is not None
    assert (date.iso, date.spoken) == (iso, spoken)


@pytest.mark.parametrize("text", ["2023-13", "2023-02-30", "June", ""])
def test_what_the_calendar_lacks_is_no_date(text: str) -> None:
    assert parse_iso(text) is None


def test_a_month_covers_its_days_and_no_others() -> None:
    assert PartialDate(2023, 6).covers(PartialDate(2023, 6, 21))
    assert not PartialDate(2023, 6).covers(PartialDate(2023, 7, 1))


@pytest.mark.parametrize(
    ("date", "steps", "iso"),
    [
        (PartialDate(2023, 12), 2, "2024-02"),
        (PartialDate(2023), -1, "2022"),
        (PartialDate(2024, 3, 1), -1, "2024-02-29"),
    ],
)
def test_a_date_is_shifted_in_its_own_grain(date: PartialDate, steps: int, iso: str) -> None:
    assert shifted(date, steps).iso == iso


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13 thousand", 13_000),
        ("two dozen", 24),
        ("1,250", 1250),
        ("twenty-one", 21),
        ("2.5 million", 2_500_000),
        ("many", None),
    ],
)
def test_a_number_is_read_from_digits_and_words(text: str, number: float | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("quantity", "spoken"),
    [
        (Quantity(13_000, 13_000), "13,000"),
        (Quantity(800, 1000), "800 to 1,000"),
        (Quantity(1_300_000_000, 1_300_000_000, unit="$"), "$1.3 billion"),
        (Quantity(27.25, 27.25, unit="percent"), "27.25 percent"),
    ],
)
def test_a_quantity_is_written_for_a_reader(quantity: Quantity, spoken: str) -> None:
    assert quantity.spoken == spoken


def test_names_are_the_same_without_article_and_marks() -> None:
    assert bare("The Wagner Group’s") == bare("wagner group")
    assert bare("Niger") != bare("Nigeria")
