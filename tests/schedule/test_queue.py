"""What a day holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DAY_0, DAY_MS, card

from trainer.cards import Card, Status
from trainer.reviews import CardState, Learning, Memory, Relearning, Reviewing
from trainer.schedule.queue import Limits, mixed, today

MEMORY = Memory(3.0, 5.0)
PLENTY = Limits(100, 100)


def reviewing(due_day: int, last_day: int = DAY_0 - 9) -> CardState:
    return CardState(Reviewing(9, due_day, MEMORY), last_day, last_day, last_day * DAY_MS, 1)


def learning(due_ms: int, kind=Learning, last_day: int = DAY_0) -> CardState:
    return CardState(kind(0, due_ms, MEMORY), last_day, last_day, last_day * DAY_MS, 1)


def ids(cards) -> str:
    return " ".join(each.id for each in cards)


def test_a_fresh_deck_brings_its_new_cards_in_its_own_order_up_to_the_limit():
    day = today([card("z"), card("a"), card("m")], {}, DAY_0, Limits(2, 100))
    assert (ids(day.new), ids(day.reviews), ids(day.learning)) == ("z a", "", "")


def test_reviews_are_due_on_their_day_and_after_it_and_not_before():
    states = {"late": reviewing(DAY_0 - 5), "now": reviewing(DAY_0), "soon": reviewing(DAY_0 + 1)}
    assert ids(today(map(card, states), states, DAY_0, PLENTY).reviews) == "late now"


def test_the_longest_overdue_come_first_when_the_limit_leaves_some_out():
    states = {"b": reviewing(DAY_0 - 1), "a": reviewing(DAY_0), "c": reviewing(DAY_0 - 30)}
    assert ids(today(map(card, states), states, DAY_0, Limits(0, 2)).reviews) == "c b"


def test_reviews_of_one_due_day_come_in_another_order_each_day_and_the_same_all_day():
    states = {f"c{n}": reviewing(DAY_0 - 3) for n in range(8)}
    orders = [ids(today(map(card, states), states, day, PLENTY).reviews) for day in range(DAY_0, DAY_0 + 5)]
    assert len(set(orders)) == 5
    assert ids(today(map(card, reversed(states)), states, DAY_0, PLENTY).reviews) == orders[0]


def test_cards_in_their_steps_come_soonest_first_and_count_against_no_limit():
    states = {"b": learning(9000), "a": learning(9000), "c": learning(5000, Relearning)}
    assert ids(today(map(card, states), states, DAY_0, Limits(0, 0)).learning) == "c a b"


def test_what_was_done_today_is_taken_off_the_limits():
    states = {
        "new today": CardState(Reviewing(3, DAY_0 + 3, MEMORY), DAY_0, DAY_0, DAY_0 * DAY_MS, 1),
        "reviewed today": CardState(Reviewing(9, DAY_0 + 9, MEMORY), DAY_0 - 9, DAY_0, DAY_0 * DAY_MS, 2),
        "due": reviewing(DAY_0),
        "due too": reviewing(DAY_0),
    }
    cards = [card(each) for each in [*states, "x", "y"]]
    day = today(cards, states, DAY_0, Limits(2, 2))
    assert (ids(day.new), len(day.reviews)) == ("x", 1)
    tomorrow = today(cards, states, DAY_0 + 1, Limits(2, 2))
    assert (len(tomorrow.new), len(tomorrow.reviews)) == (2, 2)


@pytest.mark.parametrize("limit", [0, 1, 5])
def test_a_limit_lower_than_what_is_done_already_brings_nothing_and_not_less(limit):
    states = {f"n{n}": CardState(Reviewing(3, DAY_0 + 3, MEMORY), DAY_0, DAY_0, 1, 1) for n in range(5)}
    assert today([*map(card, states), card("x")], states, DAY_0, Limits(limit, limit)).new == ()


def test_of_siblings_one_is_met_a_day():
    cards = [card("who", "f"), card("when", "f"), card("alone")]
    assert ids(today(cards, {}, DAY_0, PLENTY).new) == "who alone"
    met = {"who": CardState(Reviewing(3, DAY_0 + 3, MEMORY), DAY_0, DAY_0, 1, 1)}
    assert ids(today(cards, met, DAY_0, PLENTY).new) == "alone"
    assert ids(today(cards, met, DAY_0 + 1, PLENTY).new) == "when alone"


def test_a_sibling_due_for_review_goes_before_a_new_one_and_one_in_its_steps_before_both():
    cards = [card("new", "f"), card("due", "f")]
    assert ids(today(cards, {"due": reviewing(DAY_0)}, DAY_0, PLENTY).new) == ""
    three = [*cards, card("step", "f")]
    day = today(three, {"due": reviewing(DAY_0), "step": learning(9, last_day=DAY_0 - 1)}, DAY_0, PLENTY)
    assert (ids(day.learning), ids(day.reviews), ids(day.new)) == ("step", "", "")


def test_siblings_left_out_leave_their_place_in_the_limit_to_others():
    cards = [card("a1", "f"), card("a2", "f"), card("b")]
    assert ids(today(cards, {}, DAY_0, Limits(2, 0)).new) == "a1 b"


def test_superseded_and_retired_cards_are_not_studied():
    old = [replace(card("old"), status=Status.SUPERSEDED), replace(card("gone"), status=Status.RETIRED)]
    states = {"old": reviewing(DAY_0), "gone": learning(5)}
    day = today([*old, card("x")], states, DAY_0, PLENTY)
    assert (day.learning, day.reviews, ids(day.new)) == ((), (), "x")


def test_new_cards_are_spread_evenly_among_the_reviews():
    order = mixed([card(f"r{n}") for n in range(6)], [card("n0"), card("n1")])
    assert ids(order) == "r0 r1 n0 r2 r3 r4 n1 r5"


CARDS = st.lists(
    st.tuples(st.sampled_from(["", "", "f", "g"]), st.none() | st.integers(-40, 40) | st.just("learning")), max_size=12
)


@given(CARDS, st.integers(0, 5), st.integers(0, 5))
def test_no_card_is_met_twice_no_limit_is_passed_and_no_sibling_joins_another(kinds, new, due):
    cards: list[Card] = []
    states: dict[str, CardState] = {}
    for index, (fact, state) in enumerate(kinds):
        cards.append(card(f"c{index}", fact))
        if state is not None:
            states[f"c{index}"] = learning(index) if state == "learning" else reviewing(DAY_0 + state)
    day = today(cards, states, DAY_0, Limits(new, due))
    order = [*day.learning, *mixed(day.reviews, day.new)]
    assert len({each.id for each in order}) == len(order)
    assert len(day.new) <= new
    assert len(day.reviews) <= due
    facts = [each.fact for each in (*day.reviews, *day.new) if each.fact]
    assert len(set(facts)) == len(facts)
    assert not set(facts) & {each.fact for each in day.learning}
