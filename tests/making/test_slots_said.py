"""The slots of a clause said one after the other, and what in them is too much for a question."""

from __future__ import annotations

import pytest
from tellings import statement_of

from trainer.questions.ask import has_aside, said_slots

SAID = {"at": "in Mali", "when": "two days later", "to": None}


@pytest.mark.parametrize(
    ("slots", "spare", "said"),
    [
        (["at", "when"], [], "in Mali two days later"),
        (["at", "to"], ["to"], "in Mali "),
        (["at", "to"], ["at"], None),
        ([], [], ""),
    ],
)
def test_a_slot_that_cannot_be_said_may_be_lost_or_costs_the_question(slots, spare, said):
    assert said_slots(slots, SAID.get, lambda slot: slot in spare) == said


@pytest.mark.parametrize(
    ("sentence", "asides"),
    [
        ("Kenya sent troops to Haiti, Mali and Niger.", []),
        ("Kenya sent troops, most of them recruits, to Haiti.", ["detail"]),
        ("Kenya sent a force that, it said, was ready to Haiti.", ["object"]),
    ],
)
def test_a_comma_sets_something_apart_unless_it_parts_a_list(sentence, asides):
    statement = statement_of(sentence)
    assert statement is not None
    assert [slot.role for slot in statement.tail if has_aside(statement, slot)] == asides
