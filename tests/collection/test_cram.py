"""Extra practice: which cards it takes, and that no schedule moves."""

from __future__ import annotations

import pytest
from samples import Clock, reviews_in

from trainer.cards import Kind
from trainer.collection import Collection
from trainer.collection.cram import cram, offers, scoped
from trainer.reviews import Rating
from trainer.study import Told
from trainer.study.scope import Scope

DECK = """
[deck]
id = "sahel"
title = "The Sahel"
[[cards]]
id = "a"
question = "Who leads Mali?"
answer = "Goita"
kind = "who"
tags = ["mali::army", "people"]
[[cards]]
id = "b"
question = "How many troops?"
answer = "300"
kind = "how_many"
tags = ["Mali"]
[[cards]]
id = "c"
question = "Where is Gao?"
answer = "in Mali"
kind = "where"
tags = ["niger"]
[[cards]]
id = "d"
question = "What was it?"
answer = "a coup"
status = "retired"
tags = ["mali"]
"""


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def collection(tmp_path, clock):
    path = tmp_path / "sahel.toml"
    path.write_text(DECK)
    with Collection.open([path], clock)[0] as collection:
        yield collection


def study(collection, **ratings):
    """Rates each card by its id; `90` beside a rating is how sure one was."""
    session = collection.start()
    while not session.finished:
        card = session.showing.item.card.id
        if card not in ratings:
            session = collection.skip(session)
            continue
        rating, sure = ratings.pop(card)
        session = collection.rate(session.tell(Told(confidence=sure)).reveal(), Rating(rating))
        if not ratings:
            return


def of(collection, **scope):
    return "".join(sorted(card for _, card in scoped(collection, Scope(**scope), collection.decks)))


def test_tags_and_kinds_choose_and_cards_that_do_not_hold_any_more_are_left_out(collection):
    assert of(collection) == "abc"
    assert of(collection, tags=frozenset({"mali"})) == "ab"
    assert of(collection, tags=frozenset({"people", "niger"})) == "ac"
    assert of(collection, kinds=frozenset({Kind.WHO, Kind.WHERE})) == "ac"
    assert of(collection, tags=frozenset({"mali"}), kinds=frozenset({Kind.WHO})) == "a"


def test_what_was_missed_counts_for_a_week(collection, clock):
    study(collection, a=(1, None), b=(3, None))
    assert of(collection, missed=True) == "a"
    clock.passes(days=6)
    assert of(collection, missed=True) == "a"
    clock.passes(days=1)
    assert of(collection, missed=True) == ""


def test_sure_and_wrong_lasts_until_the_card_is_recalled_on_a_later_day(collection, clock):
    study(collection, a=(1, 90), b=(1, 60), c=(3, 100))
    assert of(collection, sure_and_wrong=True) == "a"
    clock.passes(minutes=5)
    study(collection, a=(3, 90))
    assert of(collection, sure_and_wrong=True) == "a"
    clock.passes(days=1)
    study(collection, a=(3, 90))
    assert of(collection, sure_and_wrong=True) == ""


def test_cards_that_are_set_aside_are_left_out(collection):
    study(collection, a=(1, 90))
    collection.suspend(collection.practice([("sahel", "a")]))
    assert (of(collection), of(collection, missed=True)) == ("bc", "")


def test_a_limit_takes_what_was_not_seen_for_longest_so_that_each_practice_goes_on(collection, clock):
    seen = set()
    for _ in range(3):
        session = cram(collection, Scope(limit=1), collection.decks)
        assert session.left == 1
        seen.add(session.showing.item.card.id)
        clock.passes(minutes=1)
        collection.rate(session.reveal(), Rating.GOOD)
    assert seen == {"a", "b", "c"}


def test_practice_is_on_record_and_moves_no_schedule(collection):
    before = collection.counts(collection.decks[0])
    session = cram(collection, Scope(), collection.decks)
    missed = session.showing.item.card.id
    session = collection.rate(session.reveal(), Rating.AGAIN)
    seen = []
    while not session.finished:
        assert collection.futures(session) is None
        seen.append(session.showing.item.card.id)
        session = collection.rate(session.reveal(), Rating.EASY)
    assert seen[-1] == missed, "what was missed comes again at the end"
    assert collection.counts(collection.decks[0]) == before
    assert (reviews_in(collection.log, "sahel"), len(collection.log.shown("sahel"))) == ([], 4)


def test_the_order_is_another_one_each_time_and_the_same_at_the_same_moment(collection, clock):
    def order():
        session = cram(collection, Scope(), collection.decks)
        return [item.card.id for item in (session.showing.item, *session.waiting)]

    orders = set()
    for _ in range(8):
        orders.add(tuple(order()))
        assert order() == order()
        clock.passes(seconds=1)
    assert len(orders) > 1


def test_what_can_be_practised_is_offered_with_its_number_of_cards(collection):
    study(collection, a=(1, 90))
    told = {offer.name: offer.cards for offer in offers(collection, collection.decks)}
    assert list(told)[:3] == ["everything", "missed this week", "sure and wrong"]
    assert told == {
        "everything": 3, "missed this week": 1, "sure and wrong": 1, "kind who": 1, "kind how many": 1,
        "kind where": 1, "tag mali::army": 1, "tag people": 1, "tag Mali": 1, "tag niger": 1,
    }  # fmt: skip
    for offer in offers(collection, collection.decks):
        assert len(scoped(collection, offer.scope, collection.decks)) >= offer.cards
