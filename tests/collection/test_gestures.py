"""What is done to many cards at once, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import Clock, reviews_in, write_deck

from trainer.cards import Status
from trainer.collection import Collection, gesture
from trainer.decks.read import read_deck
from trainer.errors import DeckRefused, NotSaved
from trainer.reviews import New, Rating
from trainer.schedule.replay import replay
from trainer.watched import GivenUp


@pytest.fixture
def paths(tmp_path):
    first = write_deck(tmp_path / "first.toml", cards=3)
    second = tmp_path / "second.toml"
    text = first.read_text("utf-8")
    second.write_text(text.replace(f'id = "{read_deck(first)[0].id}"', 'id = "second"', 1), encoding="utf-8")
    return first, second


@pytest.fixture
def collection(paths):
    with Collection.open(paths, Clock())[0] as collection:
        yield collection


def every(collection):
    return collection.search("")


def states(collection):
    return [listed.state for listed in collection.listed(every(collection))]


def agrees(collection):
    return all(
        replay(collection.log.entries_of(deck, card)) == collection.log.state(deck, card)
        for deck, card in every(collection)
    )


@pytest.mark.parametrize(
    ("act", "told", "holds"),
    [
        (gesture.suspend, "suspended", lambda state: state.suspended),
        (gesture.bury, "buried until tomorrow", lambda state: state.buried_until),
        (lambda cards: gesture.flag(cards, 4), "given flag 4", lambda state: state.flag == 4),
        (lambda cards: gesture.set_due(cards, 7), "due in 7 days", lambda state: state.stage != New()),
        (lambda cards: gesture.set_due(cards, 0), "due today", lambda state: state.stage != New()),
    ],
)
def test_all_cards_are_held_and_let_go(collection, act, told, holds):
    before = states(collection)
    done = act(every(collection))(collection)
    assert (done.told, done.count) == (told, 6)
    assert all(map(holds, states(collection)))
    assert agrees(collection)
    assert gesture.take_back(done)(collection).told == f"no longer {told}"
    assert states(collection) == before


def test_what_all_are_is_turned_round(collection):
    cards = every(collection)
    gesture.suspend(cards[:1])(collection)
    assert gesture.suspend(cards)(collection).told == "suspended"
    assert gesture.suspend(cards)(collection).told == "taken up again"
    gesture.bury(cards)(collection)
    assert gesture.bury(cards)(collection).told == "brought back"
    assert gesture.retire(cards)(collection).told == "retired"
    assert gesture.retire(cards)(collection).told == "studied again"


def test_a_reset_card_keeps_its_reviews_on_record(collection):
    session = collection.start()
    card = session.showing.item.deck, session.showing.item.card.id
    collection.rate(session.reveal(), Rating.EASY)
    rated = collection.log.state(*card)
    done = gesture.reset([card])(collection)
    assert collection.log.state(*card).stage == New()
    assert len(reviews_in(collection.log, card[0])) == 1
    gesture.take_back(done)(collection)
    assert collection.log.state(*card) == rated


def test_tags_are_put_on_and_taken_off_and_put_back_to_the_byte(collection, paths):
    before = [path.read_bytes() for path in paths]
    first = gesture.tag(every(collection), "new  later")(collection)
    second = gesture.tag(every(collection), "-later newer new")(collection)
    assert [card.tags for path in paths for card in read_deck(path)[0].cards] == [("new", "newer")] * 6
    assert gesture.tag(every(collection), "new")(collection).count == 0
    for done in (second, first):
        gesture.take_back(done)(collection)
    assert [path.read_bytes() for path in paths] == before


def test_retired_cards_are_not_studied(collection):
    gesture.retire(every(collection))(collection)
    assert [collection.counts(deck).total for deck in collection.decks] == [0, 0]
    assert {listed.card.status for listed in collection.listed(every(collection))} == {Status.RETIRED}


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(collection, paths):
    before = [path.read_bytes() for path in paths]
    paths[1].chmod(0o444)
    with pytest.raises(NotSaved, match="is read-only"):
        gesture.tag(every(collection), "new")(collection)
    assert [path.read_bytes() for path in paths] == before
    assert collection.search("tag:new") == []


@pytest.mark.parametrize(
    "make",
    [
        gesture.suspend,
        gesture.bury,
        gesture.reset,
        gesture.retire,
        lambda cards, step: gesture.flag(cards, 4, step),
        lambda cards, step: gesture.set_due(cards, 7, step),
        lambda cards, step: gesture.tag(cards, "new", step),
    ],
)
@pytest.mark.parametrize("most", [0, 3, 5])
def test_what_is_given_up_on_the_way_was_never_done(collection, paths, make, most):
    before = states(collection), [path.read_bytes() for path in paths]
    told = []

    def step(count):
        told.append(count)
        if sum(told) > most:
            raise GivenUp

    with pytest.raises(GivenUp):
        make(every(collection), step)(collection)
    assert sum(told) == most + 1
    assert (states(collection), [path.read_bytes() for path in paths]) == before
    assert collection.search("tag:new") == []
    assert agrees(collection)


def test_taking_back_can_be_given_up_too(collection):
    done = gesture.suspend(every(collection))(collection)

    def step(_):
        raise GivenUp

    with pytest.raises(GivenUp):
        gesture.take_back(done, step)(collection)
    assert all(state.suspended for state in states(collection))


def test_an_edit_that_cannot_be_undone_says_so(collection, paths):
    done = gesture.tag(every(collection)[:1], "new")(collection)
    paths[0].write_text(paths[0].read_text("utf-8").replace('"new"', '"other"'), encoding="utf-8")
    with pytest.raises(DeckRefused, match="the file was changed meanwhile"):
        gesture.take_back(done)(collection)


def test_holds_are_one_transaction(collection, monkeypatch):
    before = states(collection)
    log = collection.log
    kept, calls = log.apply, []

    def fail_at_the_third(entry, *rest):
        calls.append(entry)
        if len(calls) == 3:
            raise NotSaved("could not be saved")
        return kept(entry, *rest)

    monkeypatch.setattr(log, "apply", fail_at_the_third)
    with pytest.raises(NotSaved):
        gesture.suspend(every(collection))(collection)
    assert states(collection) == before


def test_what_was_edited_lately_is_found(collection):
    card = every(collection)[1]
    collection.edit(card[0], replace(collection.card(*card), answer="other"))
    assert collection.search("edited:1") == [card]
