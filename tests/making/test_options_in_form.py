"""Wrong numbers are written exactly as the right one is."""

import re

import pytest
from drafts import counted, reading_of

from trainer.questions.distractors import distractors
from trainer.questions.distractors_fit import fits, numbers_in
from trainer.values.quantities import Quantity

NOTHING = reading_of("Much remains unclear.")


@pytest.mark.parametrize(
    ("answer", "low", "high", "unit", "form"),
    [
        ("$42.5m", 42_500_000, 0, "$", r"\$\d+\.\dm"),
        ("$1.3bn", 1_300_000_000, 0, "$", r"\$\d\.\dbn"),
        ("$1,360 million", 1_360_000_000, 0, "$", r"\$\d(?:,\d)?\d\d million"),
        ("6-8%", 6, 8, "percent", r"\d+-\d+%"),
        ("6 to 8%", 6, 8, "percent", r"\d+ to \d+%"),
        ("24% to 30%", 24, 30, "percent", r"\d+% to \d+%"),
        ("$300 million to $600 million", 3e8, 6e8, "$", r"\$\d+ million to \$\d+ million"),
        ("13.0%", 13, 0, "percent", r"\d+\.\d%"),
        ("4200", 4200, 0, "", r"\d{4}"),
        ("1,500", 1500, 0, "", r"\d?,?\d{3}"),
        ("820k", 820_000, 0, "", r"\d+k"),
    ],
)  # fmt: skip
def test_options_have_the_form_of_the_key(answer: str, low: float, high: float, unit: str, form: str) -> None:
    found = distractors(NOTHING, counted("Kenya set a target of [...].", answer, low, high=high, unit=unit))
    assert found
    assert all(re.fullmatch(form, option) for option in found), found


def test_a_key_with_a_nought_behind_its_point_is_not_the_only_one() -> None:
    found = distractors(NOTHING, counted("Inflation fell to [...].", "13.0%", 13, unit="percent"))
    assert not all(option.endswith(".0%") for option in found)


def test_no_part_of_a_number_is_a_number() -> None:
    assert list(numbers_in("It cost $16.8m.")) == []


def test_a_dozen_has_no_options_that_show_that_they_are_exact() -> None:
    assert not distractors(NOTHING, counted("Kenya sent [...] ships.", "a dozen", 12))


def test_behind_an_only_what_begins_with_a_vowel_is_an_option() -> None:
    found = distractors(NOTHING, counted("It has an [...] percent stake.", "80", 80, unit=""))
    assert all(option.startswith("8") for option in found)


def test_what_was_passed_has_no_smaller_number_for_an_option() -> None:
    assert not distractors(NOTHING, counted("The rial slid past [...] to the dollar.", "2,500", 2500))


def test_a_share_with_a_sign_bars_options_on_its_other_side() -> None:
    draft = counted("Inflation fell to [...] from 16.8%.", "13.0%", 13, unit="percent")
    key = Quantity(13, 13, unit="percent")
    assert fits(15.6, draft, key)
    assert not fits(17.3, draft, key)


def test_millions_before_what_is_counted_have_options_in_millions() -> None:
    found = distractors(NOTHING, counted("Kenya mined [...] tonnes.", "3m", 3))
    assert found
    assert all(re.fullmatch(r"\d(?:\.5)?m", option) for option in found)
