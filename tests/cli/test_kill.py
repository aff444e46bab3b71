"""A real `trainer study --plain`, killed at any moment: what it has acknowledged is in the log."""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
import time

import apsw
import pytest
from samples import reviews_in, write_deck

from trainer.collection import Collection
from trainer.reviews import Rating
from trainer.schedule.replay import replay

FEW, MANY = 12, 60
"""Kills: in every run, and in the long one."""
SETTINGS = "learn_ahead_minutes = 1440\n[scheduling]\nnew_per_day = 9999\nreviews_per_day = 9999\n"

FORGETFUL = textwrap.dedent("""
    # The same program with a store that writes every fifth review only
    from trainer.reviews.log import Log
    record, kept = Log.record, []
    def every_fifth(self, review, advance, options=None):
        kept.append((review, advance, options))
        after = advance(self.state(review.deck, review.card), review)
        if len(kept) == 5:
            for one in kept:
                record(self, *one)
            kept.clear()
        return after
    Log.record = every_fifth
    from trainer.cli import main
    main()
""")


class Window:
    """One running `trainer study DECK --plain`, driven over pipes as a person would drive it."""

    def __init__(self, deck, *start: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *start, "study", str(deck), "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def wait_for_question(self) -> None:
        for line in self._process.stdout:
            if line.startswith(b"Q: "):
                return
        pytest.fail(f"no question came: {self._process.stderr.read().decode()}")

    def send(self, line: str) -> None:
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def kill(self) -> str:
        self._process.kill()
        _, said = self._process.communicate()
        return said.decode()


def killed_in_the_middle(deck, rng: random.Random, start: tuple[str, ...]) -> tuple[list[int], int | None]:
    """The ratings that were acknowledged, by the next question; and the one that was under way, if any."""
    window = Window(deck, *start)
    acknowledged: list[int] = []
    try:
        window.wait_for_question()
        for _ in range(rng.randint(1, 5)):
            window.send("")
            window.send(str(rating := rng.choice((1, 2))))
            window.wait_for_question()
            acknowledged.append(rating)
        under_way = rng.choice((None, 1, 2))
        if under_way:
            window.send("")
            window.send(str(under_way))
        time.sleep(rng.random() * 0.03)
    finally:
        said = window.kill()
    assert said == ""
    return acknowledged, under_way


def kept(deck) -> list[int]:
    """The ratings in the log, in order, after a check that it is whole and agrees with where each card stands."""
    with Collection.open([deck])[0] as collection:
        log = collection.log
        states = log.states("capitals")
        assert {card: replay(log.entries_of("capitals", card)) for card in states} == states
        ratings = [int(review.rating) for review in reviews_in(log, "capitals")]
        assert sum(state.reps for state in states.values()) == len(ratings)
    db = apsw.Connection(str(log.store.path))
    assert db.pragma("integrity_check") == "ok"
    db.close()
    return ratings


def lost(deck, times: int, seed: int, start: tuple[str, ...]) -> int:
    """How many of the ratings that killed processes had acknowledged are missing."""
    rng = random.Random(seed)
    missing = 0
    before = kept(deck)
    for _ in range(times):
        acknowledged, under_way = killed_in_the_middle(deck, rng, start)
        now = kept(deck)
        assert now[: len(before)] == before, "a review of an earlier session is gone or changed"
        new = now[len(before) :]
        missing += max(0, len(acknowledged) - len(new))
        assert new in (acknowledged[: len(new)], [*acknowledged, under_way]), f"{new}: not what was typed"
        before = now
    return missing


@pytest.fixture
def deck(home, tmp_path):
    (home / "settings.toml").write_text(SETTINGS)
    return write_deck(tmp_path / "deck.toml", cards=30)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("many", [FEW, pytest.param(MANY, marks=pytest.mark.long)])
def test_kills_lose_no_rating_that_was_acknowledged(deck, many):
    assert lost(deck, many, seed=1, start=("-m", "trainer")) == 0


def test_the_kill_test_would_notice_a_store_that_writes_every_fifth_review(deck):
    assert lost(deck, 4, seed=3, start=("-c", FORGETFUL)) > 0


def test_a_session_of_ten_cards_killed_in_the_middle_goes_on_where_it_was(deck):
    window = Window(deck, "-m", "trainer")
    try:
        for _ in range(5):
            window.wait_for_question()
            window.send("")
            window.send(str(int(Rating.EASY)))
        window.wait_for_question()
    finally:
        window.kill()
    with Collection.open([deck])[0] as collection:
        assert collection.counts(collection.decks[0]).new == 25
        assert collection.start().left == 25
