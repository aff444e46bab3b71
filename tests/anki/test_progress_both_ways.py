"""Reviews and memory states to Anki and back: nothing lost, and nothing twice."""

from __future__ import annotations

import datetime as dt

import pytest
from samples import Clock, reviews_in

from trainer.anki.history import AnkiCard, AnkiReview, entries_of, unknown
from trainer.anki.progress import progress_of
from trainer.collection import Collection
from trainer.reviews import CardState, Learning, Memory, Rating, Relearning, Reviewing
from trainer.reviews.entries import Flag, Recall, SetDue, Suspend
from trainer.schedule import Moment
from trainer.schedule.replay import replay

DECK = '[deck]\nid = "mali"\n' + "".join(
    f'[[cards]]\nid = "k{n}"\nquestion = "Question {n}?"\nanswer = "Answer {n}"\n' for n in range(6)
)
DAY_MS = 86_400_000
NOW = Moment(1_790_000_000_000, 0, 20_717)


def moment_of(ms):
    return Moment(ms, 0, ms // DAY_MS)


@pytest.fixture
def told(trainer):
    """Runs `trainer` in a folder of its own: what was said."""
    return lambda *words: "".join(trainer(*words)[1:])


def studied(path, days):
    """Studies a deck: each day's ratings in turn, and one card set aside and one flagged at the end."""
    clock = Clock(dt.datetime.now(dt.UTC) - dt.timedelta(days=30))
    collection, _ = Collection.open([path], clock)
    with collection:
        for ratings in days:
            session = collection.start()
            for rating in ratings:
                if session.showing:
                    clock.passes(seconds=70)
                    session = collection.rate(session, Rating(rating))
            clock.passes(days=4)
        collection.apply(Suspend, [("mali", "k1")], on=True)
        collection.apply(Flag, [("mali", "k2")], flag=3)
        return collection.log.states("mali"), {
            card: len(_reviews(collection, card)) for card in collection.log.states("mali")
        }


def _reviews(collection, card):
    return [entry for entry in collection.log.history("mali", card) if hasattr(entry, "rating")]


def states(path):
    collection, _ = Collection.open([path])
    with collection:
        return collection.log.states("mali"), reviews_in(collection.log, "mali")


@pytest.fixture
def deck(tmp_path):
    (tmp_path / "mali.toml").write_text(DECK, "utf-8")
    return tmp_path / "mali.toml"


DAYS = [[3, 3, 1, 4, 3, 3, 3, 2], [3, 1, 3, 3], [4, 3, 3, 1, 1]]


def take(receiver, package, *, progress):
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    options = ImportAnkiPackageOptions(with_scheduling=progress)
    receiver.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))


def test_progress_arrives_at_anki_as_it_was(receiver, told, deck, tmp_path):
    before, reviews = studied(deck, DAYS)
    told("export", deck, "-o", "mali.apkg", "--with-progress")
    take(receiver, tmp_path / "mali.apkg", progress=True)
    today = Moment.of(dt.datetime.now().astimezone(), 4).day

    assert any(isinstance(state.stage, Reviewing) for state in before.values())
    for name, state in before.items():
        card = receiver.cards[name]
        assert (card.reps, card.lapses, card.flags) == (state.reps, state.lapses, state.flag)
        assert receiver.collection.db.scalar("select count() from revlog where cid = ?", card.id) == reviews[name]
        assert (card.queue == -1) == state.suspended
        if isinstance(state.stage, Reviewing):
            assert (card.type, card.ivl) == (2, state.stage.interval_days)
            assert card.due - receiver.collection.sched.today == state.stage.due_day - today
        if not isinstance(state.stage, Reviewing | Learning | Relearning):
            assert card.type == 0
            continue
        assert card.memory_state.stability == pytest.approx(state.stage.memory.stability, abs=1e-4)
        assert card.memory_state.difficulty == pytest.approx(state.stage.memory.difficulty, abs=1e-3)
    assert receiver.collection.fix_integrity()[1]


def test_a_receiver_who_does_not_ask_for_progress_gets_new_cards(receiver, told, deck, tmp_path):
    studied(deck, DAYS)
    told("export", deck, "-o", "mali.apkg", "--with-progress")
    take(receiver, tmp_path / "mali.apkg", progress=False)

    assert {card.type for card in receiver.cards.values()} == {0}
    assert receiver.collection.db.scalar("select count() from revlog") == 0


def test_without_being_asked_no_progress_leaves(receiver, told, deck, tmp_path):
    studied(deck, DAYS)
    told("export", deck, "-o", "mali.apkg")
    take(receiver, tmp_path / "mali.apkg", progress=True)

    assert {card.type for card in receiver.cards.values()} == {0}


@pytest.mark.parametrize("legacy", [True, False])
def test_progress_comes_back_from_anki_into_another_log(  # noqa: PLR0917
    receiver, told, deck, tmp_path, monkeypatch, legacy
):
    before, reviews = studied(deck, DAYS)
    told("export", deck, "-o", "mali.apkg", "--with-progress")
    take(receiver, tmp_path / "mali.apkg", progress=True)
    out = _exported(receiver, tmp_path, legacy=legacy)
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "elsewhere"))
    said = told("import", out, "-o", "back.toml", "--yes", "--with-progress")
    after, came = states(tmp_path / "back.toml")

    assert f"{sum(reviews.values())} reviews" in said
    assert len(came) == sum(reviews.values())
    for name, state in before.items():
        other = after.get(name, CardState())
        assert (other.reps, other.suspended, other.flag) == (state.reps, state.suspended, state.flag)
        assert type(other.stage) is type(state.stage)
        if isinstance(state.stage, Reviewing):
            assert (other.stage.interval_days, other.stage.due_day) == (state.stage.interval_days, state.stage.due_day)
            assert other.stage.memory.stability == pytest.approx(state.stage.memory.stability, abs=1e-4)
    assert "0 reviews and 0 other entries added" in told("import", out, "-o", "back.toml", "--yes", "--with-progress")
    assert states(tmp_path / "back.toml") == (after, came)


def test_progress_that_came_from_here_adds_nothing_here(receiver, told, deck, tmp_path):
    studied(deck, DAYS)
    before = states(deck)
    told("export", deck, "-o", "mali.apkg", "--with-progress")
    take(receiver, tmp_path / "mali.apkg", progress=True)
    said = told("import", _exported(receiver, tmp_path, legacy=False), "-o", deck, "--yes", "--with-progress")

    assert "review log: 0 reviews and 0 other entries added." in said
    assert states(deck) == before


def test_a_review_at_anki_comes_here_and_moves_the_card(receiver, told, deck, tmp_path):
    studied(deck, DAYS[:1])
    told("export", deck, "-o", "mali.apkg", "--with-progress")
    take(receiver, tmp_path / "mali.apkg", progress=True)
    receiver.review("k5")
    said = told("import", _exported(receiver, tmp_path, legacy=False), "-o", deck, "--yes", "--with-progress")

    assert "review log: 1 review and" in said
    assert states(deck)[0]["k5"].reps == receiver.cards["k5"].reps


def _exported(receiver, tmp_path, *, legacy):
    from anki.collection import ExportAnkiPackageOptions

    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=legacy, with_deck_configs=False)
    receiver.collection.export_anki_package(out_path=str(tmp_path / "out.apkg"), options=options, limit=None)
    return tmp_path / "out.apkg"


def card(*reviews, type_=2, queue=2, stability=12.5, flag=0):
    return AnkiCard("d", "c", type_, queue, 40, 10, 1, flag, stability, 5.1 if stability else 0.0, reviews)


GOOD = AnkiReview(1_789_000_000_000, 3, 10, -600, 500, 4_000, 1)


def test_a_row_of_anki_becomes_reviews_and_a_memory():
    review, recall = entries_of(card(GOOD), 20_000, NOW, moment_of)

    assert (review.rating, review.elapsed_ms, review.at_ms, review.day) == (Rating.GOOD, 4_000, GOOD.id, 20_706)
    assert recall == Recall(recall.id, GOOD.id, 0, 20_706, "d", "c", 12.5, 5.1, 10, 20_040, 1)
    assert replay([review, recall]).stage == Reviewing(10, 20_040, Memory(12.5, 5.1))


def test_an_old_collection_without_memory_states_gives_days():
    _, due = entries_of(card(GOOD, stability=0.0), 20_000, NOW, moment_of)
    [recall] = entries_of(card(stability=0.0), 20_000, NOW, moment_of)

    assert isinstance(due, SetDue)
    assert due.due_day == 20_040
    assert (recall.stability, recall.interval_days) == (10.0, 10)


def test_manual_changes_at_anki_are_no_reviews():
    manual = GOOD._replace(type=4, ease=0)

    assert [type(entry) for entry in entries_of(card(manual, type_=0, queue=-1, flag=2), 0, NOW, moment_of)] == [
        Flag,
        Suspend,
    ]


def test_the_same_row_gives_the_same_ids_each_time():
    once = list(entries_of(card(GOOD), 20_000, NOW, moment_of))

    assert once == list(entries_of(card(GOOD), 20_000, NOW, moment_of))
    assert unknown(once, once) == []
    assert unknown(once, []) == once


def test_a_card_that_was_studied_here_since_keeps_where_it_stands():
    earlier = GOOD._replace(id=GOOD.id - 5 * DAY_MS)
    here = list(entries_of(card(GOOD), 20_000, NOW, moment_of))[:1]

    assert [entry.at_ms for entry in unknown(entries_of(card(earlier), 20_000, NOW, moment_of), here)] == [earlier.id]


def test_a_new_card_keeps_its_place_among_the_new():
    assert progress_of(CardState(suspended=True, flag=2), []).card == (0, -1, None, 0, 0, 0, 0, 0, 2, "")
