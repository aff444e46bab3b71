"""What a day holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DAY_0, DAY_MS, card, review

from trainer.cards import Card, Status
from trainer.collection.day import Counts, DeckDay
from trainer.decks import Deck
from trainer.decks.shelf import Shelf
from trainer.reviews import CardState, Learning, Memory, Relearning, Reviewing
from trainer.reviews.log import Log
from trainer.reviews.queues import Queues
from trainer.reviews.store import Store
from trainer.settings import Mix, NewOrder, ReviewOrder, Scheduling

MEMORY = Memory(3.0, 5.0)
PLENTY = Scheduling(new_per_day=100, reviews_per_day=100)


def reviewing(due_day: int, last_day: int = DAY_0 - 9, stability: float = 3.0) -> CardState:
    return CardState(Reviewing(9, due_day, Memory(stability, 5.0)), last_day, last_day, last_day * DAY_MS, 1)


def learning(due_ms: int, kind=Learning, last_day: int = DAY_0 - 1) -> CardState:
    return CardState(kind(0, due_ms, MEMORY), last_day, last_day, last_day * DAY_MS, 1)


def done(first_day: int) -> CardState:
    """A card that was reviewed today, and met for the first time on a day."""
    return CardState(Reviewing(9, DAY_0 + 9, MEMORY), first_day, DAY_0, DAY_0 * DAY_MS, 2)


class Desk:
    """A deck on a shelf whose cards stand where a test puts them."""

    def __init__(self) -> None:
        self._store = Store(None)

    def day(self, cards, states, day=DAY_0, how=PLENTY) -> DeckDay:
        shelf = Shelf(self._store)
        shelved = shelf.put(Deck("d", "D", tuple(cards)))
        log = Log(self._store)
        for card_id, state in states.items():
            if state.last_day == day:
                log.record(review(card_id, day=day, deck="d"), lambda _, made, state=state: (made, state))
            else:
                with self._store.transaction():
                    log._keep("d", card_id, state)
        return DeckDay(Queues(self._store), shelved.cover, how, day)


@pytest.fixture
def desk():
    return Desk()


def shown(day: DeckDay, most: int = 1000) -> str:
    return " ".join(waiting.card for waiting in day.next(day.counts(), most)[0])


def steps(day: DeckDay) -> str:
    return " ".join(waiting.card for waiting, _ in day.learning)


def test_a_fresh_deck_brings_its_new_cards_in_its_own_order_up_to_the_limit(desk):
    day = desk.day([card("z"), card("a"), card("m")], {}, how=Scheduling(new_per_day=2))
    assert (shown(day), day.counts()) == ("z a", Counts(2, 0, 0))


def test_reviews_are_due_on_their_day_and_after_it_and_not_before(desk):
    states = {"late": reviewing(DAY_0 - 5), "now": reviewing(DAY_0), "soon": reviewing(DAY_0 + 1)}
    assert shown(desk.day(map(card, states), states)) == "late now"


def test_the_longest_overdue_come_first(desk):
    states = {"b": reviewing(DAY_0 - 1), "a": reviewing(DAY_0), "c": reviewing(DAY_0 - 30)}
    assert shown(desk.day(map(card, states), states)) == "c b a"


def test_a_backlog_begins_with_what_is_best_remembered(desk):
    states = {
        "lost": reviewing(DAY_0 - 30, stability=2),
        "half": reviewing(DAY_0 - 30, stability=20),
        "well": reviewing(DAY_0 - 30, stability=200),
    }
    assert shown(desk.day(map(card, states), states, how=Scheduling(reviews_per_day=2))) == "well half"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ReviewOrder.RETRIEVABILITY, "lost half well"),
        (ReviewOrder.RETRIEVABILITY_HIGH, "well half lost"),
        (ReviewOrder.DUE, "half well lost"),
        (ReviewOrder.ADDED, "well lost half"),
    ],
)
def test_due_cards_come_in_the_order_that_is_set(desk, order, expected):
    states = {
        "well": reviewing(DAY_0 - 2, stability=200),
        "lost": reviewing(DAY_0 - 1, stability=2),
        "half": reviewing(DAY_0 - 3, stability=20),
    }
    assert shown(desk.day(map(card, states), states, how=replace(PLENTY, review_order=order))) == expected


def test_shuffled_cards_come_in_the_same_order_each_time(desk):
    cards = [card(f"c{n}") for n in range(9)]
    how = replace(PLENTY, new_order=NewOrder.RANDOM)
    order = shown(desk.day(cards, {}, how=how))
    assert order == shown(desk.day(cards, {}, DAY_0 + 1, how))
    assert order.split() != [each.id for each in cards]
    assert sorted(order.split()) == [each.id for each in cards]


def test_cards_in_their_steps_come_soonest_first_and_count_against_no_limit(desk):
    states = {"b": learning(9000), "a": learning(9000), "c": learning(5000, Relearning)}
    assert steps(desk.day(map(card, states), states, how=Scheduling(new_per_day=0, reviews_per_day=0))) == "c a b"


def test_what_was_done_today_is_taken_off_the_limits(desk):
    states = {
        "new today": done(DAY_0),
        "reviewed today": done(DAY_0 - 9),
        "due": reviewing(DAY_0),
        "due too": reviewing(DAY_0),
    }
    cards = [card(each) for each in [*states, "x", "y"]]
    two = Scheduling(new_per_day=2, reviews_per_day=2)
    assert desk.day(cards, states, how=two).counts() == Counts(1, 0, 1)
    assert desk.day(cards, {}, DAY_0 + 1, two).counts() == Counts(2, 0, 2)


@pytest.mark.parametrize("limit", [0, 1, 5])
def test_a_limit_lower_than_what_is_done_already_brings_nothing_and_not_less(desk, limit):
    states = {f"n{n}": done(DAY_0) for n in range(5)}
    how = Scheduling(new_per_day=limit, reviews_per_day=limit)
    assert desk.day([*map(card, states), card("x")], states, how=how).counts().new == 0


def test_of_siblings_one_is_met_a_day(desk):
    cards = [card("who", "f"), card("when", "f"), card("alone")]
    assert shown(desk.day(cards, {})) == "who alone"
    assert shown(desk.day(cards, {"who": done(DAY_0)})) == "alone"
    assert shown(desk.day(cards, {}, DAY_0 + 1)) == "when alone"


def test_siblings_come_together_where_that_is_set(desk):
    cards = [card("who", "f"), card("when", "f")]
    assert shown(desk.day(cards, {}, how=replace(PLENTY, bury_siblings=False))) == "who when"


def test_a_sibling_due_for_review_goes_before_a_new_one_and_one_in_its_steps_before_both(desk):
    cards = [card("new", "f"), card("due", "f")]
    assert shown(desk.day(cards, {"due": reviewing(DAY_0)})) == "due"
    three = [*cards, card("step", "f")]
    day = desk.day(three, {"step": learning(9)})
    assert (steps(day), shown(day)) == ("step", "")


def test_siblings_left_out_leave_their_place_in_the_limit_to_others(desk):
    cards = [card("a1", "f"), card("a2", "f"), card("b")]
    assert shown(desk.day(cards, {}, how=Scheduling(new_per_day=2))) == "a1 b"


def test_superseded_and_retired_cards_are_not_studied(desk):
    old = [replace(card("old"), status=Status.SUPERSEDED), replace(card("gone"), status=Status.RETIRED)]
    day = desk.day([*old, card("x")], {"old": reviewing(DAY_0), "gone": learning(5)})
    assert (steps(day), shown(day)) == ("", "x")


def test_a_card_put_off_comes_on_its_day_and_one_set_aside_does_not_come(desk):
    states = {
        "put off": replace(reviewing(DAY_0), buried_until=DAY_0 + 1),
        "set aside": replace(reviewing(DAY_0), suspended=True),
        "new": CardState(buried_until=DAY_0 + 1),
    }
    assert desk.day(map(card, states), states).counts() == Counts(0, 0, 0)
    assert shown(desk.day(map(card, states), {}, DAY_0 + 1)) == "put off new"


def test_a_card_taken_out_of_its_deck_leaves_its_queue_and_comes_back_where_it_stood(desk):
    states = {"a": reviewing(DAY_0), "b": reviewing(DAY_0)}
    desk.day(map(card, states), states)
    assert shown(desk.day([card("a")], {})) == "a"
    assert desk.day(map(card, states), {}).counts() == Counts(0, 0, 2)


@pytest.mark.parametrize(
    ("mix", "expected"),
    [(Mix.MIXED, "r r n r r r n r"), (Mix.AFTER, "r r r r r r n n"), (Mix.BEFORE, "n n r r r r r r")],
)
def test_new_cards_stand_among_the_reviews_where_they_are_set_to(desk, mix, expected):
    states = {f"r{n}": reviewing(DAY_0) for n in range(6)}
    day = desk.day([*map(card, states), card("n0"), card("n1")], states, how=replace(PLENTY, mix=mix))
    assert " ".join(each[0] for each in shown(day).split()) == expected


CARDS = st.lists(
    st.tuples(st.sampled_from(["", "", "f", "g"]), st.none() | st.integers(-40, 40) | st.just("learning")), max_size=12
)


@given(CARDS, st.integers(0, 5), st.integers(0, 5))
def test_no_card_is_met_twice_no_limit_is_passed_no_sibling_joins_another_and_counts_are_true(kinds, new, due):
    cards: list[Card] = []
    states: dict[str, CardState] = {}
    for index, (fact, state) in enumerate(kinds):
        cards.append(card(f"c{index}", fact))
        if state is not None:
            states[f"c{index}"] = learning(index) if state == "learning" else reviewing(DAY_0 + state)
    day = Desk().day(cards, states, how=Scheduling(new_per_day=new, reviews_per_day=due))
    counts = day.counts()
    waiting, new_ones, reviews = day.next(counts, 1000)
    order = [*day.learning, *waiting]
    assert (new_ones, reviews, len(day.learning)) == (counts.new, counts.due, counts.learning)
    assert len(order) == counts.total
    assert (new_ones <= new, reviews <= due) == (True, True)
    facts = [each.fact for each in waiting if each.fact]
    assert len(set(facts)) == len(facts)
    assert not set(facts) & {each.fact for each, _ in day.learning}
