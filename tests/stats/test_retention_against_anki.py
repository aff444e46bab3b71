"""True retention is the one that Anki gives for the same reviews.

One difference is meant: a card is as old here as the days since its last review, there as its last interval. They are
the same for a card that is reviewed on the day on which it is due, as here; a card three weeks overdue is mature here.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from logbook import options, rated, rows_of, tallied
from samples import DAY_0

from trainer.reviews import CardState, Reviewing
from trainer.schedule import DeckOptions
from trainer.schedule.replay import change
from trainer.stats.past import MATURE, YOUNG

pytest.importorskip("anki")
LAST_DAY = 400


def courses(cards: int):
    """Each review with the card's state before it, every card reviewed on its due days; some twice on a day."""
    chance = random.Random(7)
    for number in range(cards):
        state, day = CardState(), chance.randrange(60)
        while day < LAST_DAY:
            review = rated(f"c{number}", chance.choices((1, 2, 3, 4), (15, 10, 60, 15))[0], day)
            yield review, state
            state = change(state, review, DeckOptions())
            if isinstance(state.stage, Reviewing):
                day += state.stage.interval_days


def test_true_retention_is_ankis():
    made = list(courses(80))
    plan = [
        (
            LAST_DAY - (review.day - DAY_0),
            int(review.rating),
            state.stage.interval_days if isinstance(state.stage, Reviewing) else -600,
            isinstance(state.stage, Reviewing),
        )
        for review, state in made
    ]
    oracle = Path(__file__).with_name("anki_retention.py")
    done = subprocess.run(
        [sys.executable, str(oracle)], input=json.dumps(plan), capture_output=True, check=True, text=True, timeout=60
    )
    young_passed, young_failed, mature_passed, mature_failed = json.loads(done.stdout)
    past = tallied(rows_of(options(), *(review for review, _ in made)))["d"].past
    young, mature = past.recalled(YOUNG), past.recalled(MATURE)
    assert (young.recalled, young.reviews) == (young_passed, young_passed + young_failed)
    assert (mature.recalled, mature.reviews) == (mature_passed, mature_passed + mature_failed)
    assert mature.reviews > 100
