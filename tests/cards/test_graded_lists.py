"""A list is graded item by item, in any order, and can be recalled one line after another."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards import Kind
from trainer.cards.grade import Mark, Verdict
from trainer.cards.grading import grade
from trainer.cards.recall import Hit, recall

LEFT = card("Which three countries left?", "the United Kingdom, Germany, and Sweden", Kind.LIST)
GULFS = card("Which five waters?", "Red Sea, Black Sea, Gulf of Aden, Suez Canal and Gulf of Guinea", Kind.LIST)


@pytest.mark.parametrize(
    "given",
    [
        "Sweden, the UK and Germany", "germany, sweden, britain", "UK; Germany; Sweden", "UK / Germany / Sweden",
        "UK\nGermany\nSweden", "1. UK 2. Germany 3. Sweden", "- UK\n- Germany\n- Sweden", "Sweden Germany UK",
        "Sweden & Germany & UK", "both Germany and Sweden, plus the UK", "UK, Germany, Sweden and others",
        "Sweden, Germany, Sweden, UK",
    ],
)  # fmt: skip
def test_all_items_are_right_in_any_order_and_form(given: str) -> None:
    assert grade(LEFT, given).verdict is Verdict.RIGHT


AGENCIES = card("Which two groups?", "FBI and the Cybersecurity and Infrastructure Security Agency")
OPERATIONS = card("Which two kinds of operations?", "air and ground operations", Kind.LIST)


@pytest.mark.parametrize(
    ("asked", "given", "verdict", "note"),
    [
        (LEFT, "Germany and Sweden", "partly", "2 of 3: missing the United Kingdom"),
        (LEFT, "Germany", "partly", "1 of 3: missing the United Kingdom and Sweden"),
        (LEFT, "UK, Germany, Norway", "partly", "2 of 3: missing Sweden; not in the list: Norway"),
        (LEFT, "UK, Germany, Sweden, Norway", "partly", "3 of 3: not in the list: Norway"),
        (LEFT, "Norway and Spain", "wrong", "none of the 3"),
        (LEFT, "UK, Germny and Sweden", "nearly", "right but for the spelling"),
        (GULFS, "Red Sea, Black Sea, Gulf of Aden, Suez Canal", "partly", "4 of 5: missing Gulf of Guinea"),
        (AGENCIES, "CISA, FBI", "right", ""),
        (card("Which two?", "Trinidad and Tobago and Barbados"), "Barbados and Trinidad and Tobago", "right", ""),
        (OPERATIONS, "ground and air operations", "right", ""),
        (OPERATIONS, "ground", "partly", "1 of 2: missing air"),
        (card("Which two cities?", "Gao and Timbuktu"), "Gao", "partly", "1 of 2: missing Timbuktu"),
        (
            card("Which two?", "Niger and Togo"),
            "Nigeria, Togo",
            "partly",
            "1 of 2: missing Niger; not in the list: Nigeria",
        ),
        (card("They hit [...] (two places).", "Bab al-Salam and Al-Ra'ee"), "al-Raee, Bab al-Salam", "right", ""),
    ],
)
def test_what_is_missing_and_what_does_not_belong_are_named(asked, given, verdict, note) -> None:
    found = grade(asked, given)
    assert (found.verdict.value, found.note) == (verdict, note)


def test_a_list_counts_what_was_found_and_lights_what_was_not() -> None:
    found = grade(LEFT, "Germany, Norway and Sweden")
    assert (found.found, found.wanted) == (2, 3)
    assert [piece.text for piece in found.given if piece.mark is Mark.EXTRA] == ["Norway"]
    assert [piece.text for piece in found.key if piece.mark is Mark.MISSING] == ["the United Kingdom"]


def test_an_accepted_list_tells_what_else_an_item_is_called() -> None:
    asked = card("Which two duties?", "protecting civilians and helping talks", Kind.LIST,
                 accepted=("protecting civilians and mediation",))  # fmt: skip
    assert grade(asked, "mediation, protection of civilians").verdict is Verdict.RIGHT


def test_of_more_items_than_are_asked_for_so_many_are_enough() -> None:
    asked = card("Which two of the capitals?", "Bamako, Niamey and Accra", Kind.LIST)
    assert grade(asked, "Accra and Bamako").verdict is Verdict.RIGHT


def test_items_are_ticked_off_as_they_are_typed() -> None:
    held = recall(LEFT)
    assert held is not None
    assert held.items == ("the United Kingdom", "Germany", "Sweden")
    heard = []
    for line in ["uk", "Germny", "germany", "Norway", "", "Sweden"]:
        held, said = held.hear(line)
        heard += [(one.hit, one.item) for one in said]
    assert heard == [(Hit.NAMED, 0), (Hit.NAMED, 1), (Hit.AGAIN, 1), (Hit.UNKNOWN, None), (Hit.NAMED, 2)]
    assert (held.left, held.named) == (0, {0, 1, 2})
    found = held.grade()
    assert (found.verdict, found.note) == (Verdict.PARTLY, "3 of 3: not in the list: Norway")


def test_two_items_in_one_line_are_two() -> None:
    held = recall(LEFT)
    assert held is not None
    after, said = held.hear("Sweden and the UK")
    assert [one.item for one in said] == [2, 0]
    assert held.named == frozenset()
    assert after.named == {0, 2}


def test_what_is_no_list_is_not_recalled() -> None:
    assert recall(card("Who was it?", "Abdoulaye Diop")) is None
    assert recall(card("Which ministry was it?", "the Ministry of Health and Population")) is None


def test_a_line_of_any_length_is_heard() -> None:
    held = recall(LEFT)
    assert held is not None
    for line in ["x" * 20_000, ", ".join("abc" for _ in range(5_000)), "\x1b[2J", "\ud800"] * 100:
        held, _ = held.hear(line)
    assert held.left == 3
    assert len(held.lines) <= 200
