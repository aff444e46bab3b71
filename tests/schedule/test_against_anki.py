"""Every future that we offer is the one that Anki offers for the same card, day and options.

Differences that we mean, and that are therefore not compared:

- With no steps at all Anki may bring a card back within the day, after FSRS's own interval; ours comes back tomorrow
  at the earliest (`test_without_steps_a_card_graduates_to_a_day_at_least`).
- Anki stretches a learning wait by up to a quarter, at most five minutes; ours are the steps as they are written.
- Anki seeds its fuzz with the card's number and reps; ours with the review's id. The spread and the rounding are the
  same, which is compared by giving ours the factor that Anki used.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from trainer.reviews import CardState, Learning, Memory, Rating, Relearning, Reviewing
from trainer.schedule import DeckOptions, Moment
from trainer.schedule import futures as module
from trainer.schedule.futures import futures
from trainer.schedule.fuzz import spread_days

pytest.importorskip("anki")

ORACLE = Path(__file__).with_name("anki_oracle.py")
DAY_0 = 20_000
COURSES, STEPS = 10, 20
NAMES = {"again": Rating.AGAIN, "hard": Rating.HARD, "good": Rating.GOOD, "easy": Rating.EASY}

OPTIONS = {
    "as shipped": DeckOptions(),
    "three steps each": DeckOptions(learning_steps=(90, 300, 1800), relearning_steps=(60, 600, 3600)),
    "one step": DeckOptions(learning_steps=(600,), relearning_steps=(1200,)),
    "steps of days": DeckOptions(learning_steps=(600, 86_400, 3 * 86_400), relearning_steps=(2 * 86_400,)),
    "retention 97 %": DeckOptions(desired_retention=0.97),
}
LIMITED = {
    "as shipped": DeckOptions(),
    "at most 30 days": DeckOptions(maximum_interval_days=30),
    "at most 3 days": DeckOptions(maximum_interval_days=3),
}
"""Compared with fuzz alone: without it Anki panics on an Easy beyond the limit."""


def anki_says(options: DeckOptions, courses, *, fuzz: bool):
    plan = {"options": options.body(), "courses": courses}
    environ = {name: value for name, value in os.environ.items() if name != "ANKI_TEST_MODE"}
    if not fuzz:
        environ["ANKI_TEST_MODE"] = "1"
    done = subprocess.run(
        [sys.executable, str(ORACLE)],
        input=json.dumps(plan),
        capture_output=True,
        check=False,
        text=True,
        env=environ,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def random_courses(seed: int, courses: int, steps: int):
    """Ratings with the days before each: on time, early, late, the same day."""
    rng = random.Random(seed)
    days = (0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 60, 120, 400)
    return [
        [[rng.choices((1, 2, 3, 4), (2, 2, 5, 1))[0], rng.choice(days) if step else 0] for step in range(steps)]
        for _ in range(courses)
    ]


def with_memory_of(stage, before):
    """Our stage, its memory as Anki wrote it to its database (which keeps four digits)."""
    memory = Memory(*before["memory"])
    match stage:
        case Learning(step, due_ms, _):
            return Learning(step, due_ms, memory)
        case Relearning(step, due_ms, _):
            return Relearning(step, due_ms, memory)
        case Reviewing(_, due_day, _):
            return Reviewing(before["interval_days"], due_day, memory)
    return stage


def as_anki_says(state: CardState, moment: Moment):
    """Stage, wait and memory in the oracle's form."""
    match state.stage:
        case Reviewing(interval_days, _, memory):
            return "review", interval_days, memory.stability, memory.difficulty
        case Learning(_, due_ms, memory):
            return "learning", (due_ms - moment.ms) / 1000, memory.stability, memory.difficulty
        case Relearning(_, due_ms, memory):
            return "relearning", (due_ms - moment.ms) / 1000, memory.stability, memory.difficulty


def walk(course, answers, options):
    """Our four futures beside Anki's at each step, from the same card before it."""
    state, day = CardState(), DAY_0
    for index, ((rating, days), answer) in enumerate(zip(course, answers, strict=True)):
        day += days
        moment = Moment(day * 86_400_000 + index * 60_000, 0, day)
        if answer["before"]["memory"]:
            state = CardState(
                with_memory_of(state.stage, answer["before"]), state.first_day, state.last_day, state.last_ms
            )
        yield index, state, moment, answer
        state = futures(state, moment, "seed", options).after(Rating(rating))


@pytest.mark.parametrize("name", OPTIONS)
def test_the_four_futures_are_ankis_when_neither_fuzzes(name):
    options = replace(OPTIONS[name], fuzz=False)
    courses = random_courses(seed=len(name), courses=COURSES, steps=STEPS)
    compared = 0
    for course, answers in zip(courses, anki_says(options, courses, fuzz=False), strict=True):
        for index, state, moment, answer in walk(course, answers, options):
            ours = futures(state, moment, "seed", options)
            for button, rating in NAMES.items():
                kind, wait, stability, difficulty = as_anki_says(ours.after(rating), moment)
                story = f"{name}: {button} at step {index} of {course}"
                assert [kind, wait] == answer["after"][button][:2], story
                assert (stability, difficulty) == pytest.approx(answer["after"][button][2:], rel=1e-5), story
                compared += 1
    assert compared == COURSES * STEPS * 4


def ankis_factors(fuzz: dict[str, int]) -> tuple[float, float]:
    """From how far Anki moves long intervals, the range within which its fuzz factor lies."""
    lower, upper = 0.0, 1.0
    for span, delta in ((int(span), delta) for span, delta in fuzz.items()):
        first, last = int(span - spread_days(span) + 0.5), int(span + spread_days(span) + 0.5)
        width = 1 + last - first
        lower = max(lower, (span + delta - first) / width)
        upper = min(upper, (span + delta - first + 1) / width)
    return lower, upper


@pytest.mark.parametrize("name", LIMITED)
def test_the_four_futures_are_ankis_when_both_fuzz_by_the_same_factor(name, monkeypatch):
    options = LIMITED[name]
    courses = random_courses(seed=len(name), courses=COURSES, steps=STEPS)
    compared = unclear = 0
    for course, answers in zip(courses, anki_says(options, courses, fuzz=True), strict=True):
        for index, state, moment, answer in walk(course, answers, options):
            lower, upper = ankis_factors(answer["fuzz"])
            both = []
            for factor in (lower + 1e-9, upper - 1e-9):
                monkeypatch.setattr(module, "fuzz_factor", lambda _, factor=factor: factor)
                both.append(futures(state, moment, "seed", options))
            for button, rating in NAMES.items():
                low, high = (as_anki_says(one.after(rating), moment)[:2] for one in both)
                compared += 1
                if low != high:
                    unclear += 1
                    assert answer["after"][button][1] in {low[1], high[1]}
                else:
                    assert list(low) == answer["after"][button][:2], f"{button} at step {index} of {course}"
    assert compared == COURSES * STEPS * 4
    assert unclear < compared / 20


def test_without_steps_a_card_graduates_to_a_day_at_least():
    options = DeckOptions(learning_steps=(), relearning_steps=(), fuzz=False)
    [[answer]] = anki_says(options, [[[1, 0]]], fuzz=False)
    assert answer["after"]["again"][:2] == ["learning", int(0.212 * 86_400)]
    ours = futures(CardState(), Moment(DAY_0 * 86_400_000, 0, DAY_0), "seed", options)
    assert ours.again.stage == Reviewing(1, DAY_0 + 1, ours.again.stage.memory)
