"""Stats of a whole collection: cards, topics, forecast, the hardest, all decks together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from logbook import DECK, options, rated
from samples import DAY_0, Clock

from trainer.collection import Collection
from trainer.decks.shelf import Shelf
from trainer.reviews import Reviewing
from trainer.reviews.entries import Suspend
from trainer.reviews.store import Store
from trainer.schedule.forgetting import Forgetting
from trainer.schedule.options import DEFAULT_PARAMETERS
from trainer.schedule.replay import replay
from trainer.settings import Settings
from trainer.stats import gathered, steps
from trainer.stats.figures_cards import half_of
from trainer.study.calibration import Hits

STUDIED = [
    options(),
    *(rated("a", rating, day) for rating, day in ((3, 0), (3, 0), (1, 4), (3, 4), (1, 9))),
    *(rated("b", 4, 0, confidence=90), rated("b", 3, 9, confidence=60)),
    *(rated("c", 1, 9, confidence=90),),
]
TODAY = DAY_0 + 10
CURVE = Forgetting.of(DEFAULT_PARAMETERS)


@pytest.fixture
def collection():
    store = Store(None)
    covers = [Shelf(store).put(deck).cover for deck in (DECK, replace(DECK, id="other", title="Other", briefs=()))]
    collection = Collection(covers, store, Settings(), Clock(dt.datetime(2026, 2, 26, 12, tzinfo=dt.UTC)))
    collection.log.add_all(STUDIED, replay)
    yield collection
    collection.close()


def test_all_decks_come_first_and_are_the_sum_of_the_others(collection):
    whole, deck, other = gathered(collection)
    assert (whole.title, deck.title, other.title) == ("All decks", "Deck", "Other")
    assert whole.reviews == deck.reviews + other.reviews
    assert whole.size == deck.size + other.size == 8
    assert whole.known == deck.known + other.known
    assert whole.past == deck.past
    assert whole.queues == {"new": 5, "relearning": 1, "learning": 1, "reviewing": 1}


def test_one_deck_stands_alone(collection):
    [deck] = gathered(collection, collection.decks[:1])
    assert deck.title == "Deck"


def test_retrievability_is_that_of_the_formula_and_a_new_card_counts_as_not_known(collection):
    deck = gathered(collection)[1]
    chances = [
        CURVE.recall(state.stage.memory.stability, TODAY - state.last_day)
        for state in collection.log.states("d").values()
    ]
    assert deck.known.now == pytest.approx(sum(chances))
    assert (deck.known.cards, deck.known.met) == (4, 3)
    assert deck.known.share_now == pytest.approx(sum(chances) / 4)
    assert deck.known.recall == pytest.approx(sum(chances) / 3)
    assert sum(deck.memories.recall.values()) == sum(deck.memories.difficulty.values()) == 3


def test_less_is_known_on_a_later_day(collection):
    soon, later = (gathered(collection, then=TODAY + days)[1].known.then for days in (1, 100))
    assert later < soon < 3


def test_known_cards_are_told_by_brief_kind_and_tag_the_least_known_first(collection):
    deck = gathered(collection)[1]
    assert [(name, known.cards, known.met) for name, known in deck.known_by_brief().items()] == [
        (("d", "b2"), 1, 1),
        (("d", "b1"), 2, 2),
    ]
    assert set(deck.known_by_kind()) == {"who", "how_many", "when", "what"}
    assert next(iter(deck.known_by_kind())) == "what"
    assert {tag: known.cards for tag, known in deck.known_by_tag().items()} == {"mali": 2, "people": 1}


def test_the_forecast_is_what_a_replay_of_the_log_has_due(collection):
    states = {card: replay(collection.log.entries_of("d", card)) for card in "abc"}
    due = [state.stage.due_day for state in states.values() if isinstance(state.stage, Reviewing)]
    forecast = gathered(collection)[1].forecast
    assert due
    assert {day: due.count(day) for day in due} == dict(forecast.due)
    assert (forecast.overdue, forecast.total) == (0, len(due))
    [(day, lapses)] = forecast.lapses.items()
    stage = states["b"].stage
    assert lapses == pytest.approx(1 - CURVE.recall(stage.memory.stability, day - (DAY_0 + 9)))


def test_cards_that_wait_since_before_today_are_overdue(collection):
    collection._clock.passes(days=60)
    forecast = gathered(collection)[1].forecast
    assert (forecast.overdue, dict(forecast.due)) == (1, {})
    assert list(forecast.lapses) == [TODAY + 60]


def test_a_card_set_aside_is_in_no_forecast_and_not_among_what_is_known(collection):
    collection.apply(Suspend, [("d", "b")], on=True)
    deck = gathered(collection)[1]
    assert deck.forecast.total == 0
    assert (deck.known.cards, deck.known.met, deck.queues["suspended"]) == (3, 2, 1)


def test_the_hardest_cards_are_those_forgotten_most_often(collection):
    deck = gathered(collection)[1]
    assert [(hard.card.id, hard.lapses, hard.leech) for hard in deck.hard] == [("a", 2, False)]


def test_confidence_is_scored_by_kind_and_tag(collection):
    deck = gathered(collection)[1]
    assert deck.calibration is not None
    assert deck.calibration.brier == pytest.approx((0.1**2 + 0.4**2 + 0.9**2) / 3)
    assert {kind: found.answers for kind, found in deck.calibration_by_kind().items()} == {"how_many": 2, "when": 1}
    assert {tag: found.answers for tag, found in deck.calibration_by_tag().items()} == {"mali": 2}
    assert [(missed.card.id, missed.confidence) for missed in deck.missed] == [("c", 90)]
    assert deck.ranges == Hits(0, 0)


def test_a_named_briefing_is_the_day_that_is_looked_ahead_to_and_its_plan_is_told(collection):
    assert gathered(collection)[0].then == TODAY + 30
    collection.aim("d", dt.date(2026, 3, 20), 15)
    whole, deck, other = gathered(collection)
    assert {whole.then, deck.then, other.then} == {collection.now().day_of(dt.date(2026, 3, 20))}
    assert deck.plan is not None
    assert deck.plan.minutes == 15
    assert other.plan is None
    collection.aim("other", dt.date(2026, 4, 1), 15)
    assert gathered(collection)[0].then is None


def test_reviews_of_cards_that_are_gone_are_counted_without_a_topic(collection):
    collection.log.add_all([rated("gone", 1, 9, confidence=100)], replay)
    deck = gathered(collection)[1]
    assert deck.reviews[DAY_0 + 9] == 4
    assert (None, (100, False)) in deck.answers
    assert [missed.card.id for missed in deck.missed] == ["c"]


def test_the_steps_tell_how_far_they_are_and_can_be_left(collection, monkeypatch):
    monkeypatch.setattr("trainer.stats.gather.SLICE", 3)
    monkeypatch.setattr("trainer.reviews.tallies.SLICE", 3)
    shares = list(steps(collection))
    assert shares == sorted(shares)
    assert len(shares) == 5
    assert shares[-1] == 1
    making = steps(collection)
    next(making)
    making.close()
    assert len(gathered(collection)) == 3


def test_briefs_of_two_decks_are_told_apart_even_by_the_same_id(collection):
    whole = gathered(collection)[0]
    assert set(whole.known_by_brief()) == {(deck, brief) for deck in ("d", "other") for brief in ("b1", "b2")}
    assert set(whole.briefs) == {("d", "b1"), ("d", "b2")}


def test_no_decks_are_no_stats(collection):
    assert gathered(collection, []) == []


def test_stability_is_told_in_words():
    assert (half_of(0), half_of(1), half_of(7)) == ("less than a day", "1 day or longer", "90 days or longer")
