"""A clause told alone claims no more than its sentence: condition, doubt and second reason stay with it."""

from __future__ import annotations

import pytest
from making import asked
from tellings import tellings_of, told_of

from trainer.questions.closed import is_closed


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("Kenya cannot enter Haiti while 3,000 of its soldiers are in Chad.", "Kenya cannot enter Haiti"),
        ("While its army is held in Chad, Kenya cannot enter Haiti.", "Kenya cannot enter Haiti"),
        ("The port of Gao will close if Kenya leaves and Chad opens its border.",
         "The port of Gao will close if Kenya leaves"),
        ("The port of Gao will close if Kenya leaves and Chad opens its border.", "Chad opens its border"),
        ("Chad will send tanks and Kenya will send buses if the truce fails.", "Chad will send tanks"),
        ("If the truce fails, Chad will send tanks, and Kenya will send buses.", "Kenya will send buses"),
        ("Under the pact Chad would send tanks and Kenya would send buses.", "Kenya would send buses"),
        ("Mali believes that Chad will send tanks and Kenya will send buses.", "Kenya will send buses"),
        ("The plan of Kenya looks like a retreat, but it may not be one.", "The plan of Kenya looks like a retreat"),
        ("The mine in Gao was sold for $40 million, though the owner denies it.",
         "The mine in Gao was sold for $40 million"),
        ("Kenya has bought 40 tanks, but this has not been confirmed.", "Kenya has bought 40 tanks"),
        ("A sum of $300 million has been named but not confirmed by Kenya.", "A sum of $300 million has been named"),
        ("A sale to Kenya is possible (about 20%).", "A sale to Kenya is possible"),
    ],
)  # fmt: skip
def test_what_limits_a_clause_is_not_cut_from_it(sentence: str, lost: str) -> None:
    assert lost not in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("If the truce fails, Chad will send tanks, and Kenya will send buses.",
         "If the truce fails, Kenya will send buses"),
        ("Under the pact Chad would send tanks and Kenya would send buses.", "Under the pact Kenya would send buses"),
        ("Kenya left Haiti while 3,000 of its soldiers were in Chad.", "Kenya left Haiti"),
        ("Kenya has bought 40 tanks, but Chad has not paid for them.", "Kenya has bought 40 tanks"),
        ("A base in Gao (about 20% of the force) was shut.", "A base in Gao was shut"),
    ],
)  # fmt: skip
def test_a_clause_that_nothing_limits_is_told_alone(sentence: str, kept: str) -> None:
    assert kept in tellings_of(sentence)


def test_half_of_a_reason_is_no_answer() -> None:
    sentence = "Omar Haddad left Gao in May 2021 because Chad had fallen and Mali had shut the border."
    assert asked(sentence).get("Why did Omar Haddad leave Gao in May 2021?") != "Chad had fallen"


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Sotel of Kenya believes that it would lift output to 50 million doses.", False),
        ("Sotel of Kenya believes that it would lift output to 50 million doses if Chad paid.", True),
        ("Sotel of Kenya said that it would lift output to 50 million doses.", True),
    ],
)
def test_what_would_come_has_its_condition_beside_it(sentence: str, *, whole: bool) -> None:
    assert is_closed(told_of(sentence)[0]) is whole
