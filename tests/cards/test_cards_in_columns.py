"""Cards made field by field are the cards that are made one by one."""

from __future__ import annotations

import pytest

from trainer.cards import Card, Status, cards_of


def test_cards_of_columns_equal_cards_made_one_by_one():
    columns = {"id": ["a", "b"], "question": ["Q?", "R?"], "answer": ["1", "2"], "status": iter([*Status][:2])}

    assert cards_of(2, columns) == (Card("a", "Q?", "1"), Card("b", "R?", "2", status=Status.SUPERSEDED))


def test_cards_of_columns_are_frozen_and_can_be_put_in_sets():
    [card] = cards_of(1, {"id": ["a"], "question": ["Q?"], "answer": ["1"], "extra": [()]})

    with pytest.raises(AttributeError):
        card.answer = "2"
    assert {card} == {Card("a", "Q?", "1", extra=())}


def test_a_field_that_has_to_be_given_cannot_be_left_out():
    with pytest.raises(KeyError, match="answer"):
        cards_of(1, {"id": ["a"], "question": ["Q?"]})
