import pytest

from trainer.language.amounts import AmountKind, length_mentions, share_mentions, vague_mentions
from trainer.language.measures import unit_at
from trainer.language.numbers import number_mentions


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge", "unit"),
    [
        ("at least 168 troops", 168, 168, "at least", ""),
        ("13 thousand troops", 13_000, 13_000, "", ""),
        ("an estimated 800 to 1,000 men", 800, 1000, "an estimated", ""),
        ("the 800-1,000 personnel", 800, 1000, "", ""),
        ("between 10,000 and 15,000 people", 10_000, 15_000, "", ""),
        ("three or four boats", 3, 4, "", ""),
        ("more than two dozen camps", 24, 24, "more than", ""),
        ("no fewer than 19 bodies", 19, 19, "at least", ""),
        ("as many as 300,000 people", 300_000, 300_000, "up to", ""),
        ("just under 28,000 boxes", 28_000, 28_000, "nearly", ""),
        ("well over 400 people", 400, 400, "more than", ""),
        ("up to an estimated 300 men", 300, 300, "up to", ""),
        ("15 or more people", 15, 15, "at least", ""),
        ("500+ drones", 500, 500, "at least", ""),
        ("a dozen or so intrusions", 12, 12, "about", ""),
        ("half a million people", 500_000, 500_000, "", ""),
        ("two and a half million doses", 2_500_000, 2_500_000, "", ""),
        ("three hundred and fifty men", 350, 350, "", ""),
        ("about 4.5 percent of voters", 4.5, 4.5, "about", "percent"),
        ("35 to 40 per cent", 35, 40, "", "percent"),
        ("$1.3 billion in loans", 1_300_000_000, 1_300_000_000, "", "$"),
        ("€500m in aid", 500_000_000, 500_000_000, "", "€"),
        ("US$2-3bn", 2_000_000_000, 3_000_000_000, "", "US$"),
        ("profit of NT$325.3 billion", 325_300_000_000, 325_300_000_000, "", "NT$"),
        ("1.35 to 1.6 billion users", 1_350_000_000, 1_600_000_000, "", ""),
        ("some 40,000 people", 40_000, 40_000, "about", ""),
        ("40k users", 40_000, 40_000, "", ""),
    ],
)
def test_a_quantity_keeps_its_hedge_and_unit(text: str, low: float, high: float, hedge: str, unit: str) -> None:
    quantity = number_mentions(text)[0].quantity
    assert (quantity.low, quantity.high, quantity.hedge, quantity.unit) == (low, high, hedge, unit)


@pytest.mark.parametrize(
    ("text", "measure", "kind"),
    [
        ("more than 41,000 tons of grain", "tons", "size"),
        ("an oil slick of 18 miles", "miles", "size"),
        ("2 million barrels a day", "barrels a day", "size"),
        ("300 MW of power", "megawatts", "size"),
        ("105mm guns", "millimeters", "size"),
        ("0.5 percentage points", "percentage points", "size"),
        ("137 billion cedis of bonds", "cedis", "money"),
        ("41 billion CFA francs", "CFA francs", "money"),
        ("for 18 months", "months", "time"),
        ("a two-day exercise", "day", "time"),
        ("105 votes to one", "votes", "size"),
    ],
)
def test_what_is_measured_is_said(text: str, measure: str, kind: str) -> None:
    mention = number_mentions(text)[0]
    assert (unit_at(text, mention.end)[1], mention.measure_kind) == (measure, kind)


def test_four_figures_that_count_something_are_no_time_of_day() -> None:
    assert [m.quantity.low for m in number_mentions("Output stood at 1628 tonnes, up from 1450 tonnes.")] == [
        1628,
        1450,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "tent schools",
        "Resolution 2722 passed.",
        "Article 5 applies.",
        "The Su-34s and F-16s came.",
        "A Boeing 737 landed.",
        "CVE-2024-3400 was used.",
        "They ran LockBit 3.0 there.",
        "It began at 04:17 local time.",
        "It began at 0400 GMT.",
        "Fire ceased at 1115 on Sunday.",
        "The convoy left by 0630, and the bridge fell.",
        "The law draws its line at 10^25 operations.",
        "He was one of them.",
        "No one came.",
        "In the twenty-first century.",
        "It was a zero-day flaw.",
        "The 2024 election passed.",
        "IPC Phase 4 was declared.",
        "Nord Stream 1 stopped.",
        "The Five Eyes agencies agree.",
        "Children under five fell ill.",
        "The 3rd brigade left.",
        "It used 5G.",
        "Two-thirds agreed.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert number_mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It rose from 2 to 3 percent.", [2, 3]),
        ("It fell from 2,155 to 1,362.", [2155, 1362]),
        ("It rose from $2 to $3 million.", [2_000_000, 3_000_000]),
        ("Russia lost 60 tanks and 200 men.", [60, 200]),
    ],
)
def test_two_numbers_side_by_side_are_no_range(text: str, numbers: list[float]) -> None:
    assert [mention.quantity.low for mention in number_mentions(text)] == numbers


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("They took over 300 villages.", ""),
        ("It lasted over two years.", "more than"),
        ("They are spread over ten states.", ""),
        ("It watched the island over 25 hours.", ""),
        ("He spoke about 30 cases.", ""),
    ],
)
def test_a_word_that_only_stands_before_is_no_hedge(text: str, hedge: str) -> None:
    assert number_mentions(text)[0].quantity.hedge == hedge


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Two-thirds of them left.", AmountKind.FRACTION, 2 / 3),
        ("Half of them left.", AmountKind.FRACTION, 0.5),
        ("It held a quarter.", AmountKind.FRACTION, 0.25),
        ("One in five left.", AmountKind.RATIO, 0.2),
        ("One in every three left.", AmountKind.RATIO, 1 / 3),
        ("Nine out of ten left.", AmountKind.RATIO, 0.9),
        ("It rose threefold.", AmountKind.MULTIPLE, 3),
        ("It rose twice.", AmountKind.MULTIPLE, 2),
    ],
)
def test_a_share_is_read(text: str, kind: AmountKind, value: float) -> None:
    assert [(share.kind, share.value) for share in share_mentions(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "In the first half of 2024.",
        "A third party paid.",
        "Half a million left.",
        "In the third quarter.",
        "His half-brother.",
    ],
)
def test_what_only_looks_like_a_share_is_none(text: str) -> None:
    assert share_mentions(text) == ()


def test_a_share_keeps_its_hedge() -> None:
    assert share_mentions("More than half agreed.")[0].hedge == "more than"


@pytest.mark.parametrize(
    "text", ["tens of thousands of men", "dozens of drones", "a few hundred meters", "several million euros"]
)
def test_a_vague_amount_is_found_and_is_no_quantity(text: str) -> None:
    assert vague_mentions(text)
    assert number_mentions(text) == ()


@pytest.mark.parametrize("text", ["a decade of control", "within a year", "half a second longer", "burned for days"])
def test_a_length_without_a_number_is_found(text: str) -> None:
    assert len(length_mentions(text)) == 1


def test_a_part_that_borrows_the_scale_of_the_whole_is_no_number_of_its_own() -> None:
    told = number_mentions("Output was 190 million doses, of which Dolna made 110.")
    assert [m.quantity.low for m in told] == [190e6]
    told = number_mentions("Output was 190 million doses, of which 110 plants made half.")
    assert 110 in [m.quantity.low for m in told]
