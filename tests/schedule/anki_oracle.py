"""Runs Anki's own scheduler over given courses of ratings; a program of its own, since Anki fuzzes or not per process.

Reads a plan as JSON on standard input and writes what Anki would do as JSON on standard output. With ANKI_TEST_MODE
in the environment Anki does not fuzz. Anki's clock cannot be moved, so days pass by moving the card into the past.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer, SchedulingState, SchedulingStates

_BUTTONS = ("again", "hard", "good", "easy")


def courses(plan: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """For each course, step by step: the card before the rating, the four states that Anki offers, its fuzz."""
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(str(Path(folder, "oracle.anki2")))
        _set_up(col, plan["options"])
        cards = [_new_card(col) for _ in plan["courses"]]
        done = [
            [_step(col, card, *step) for step in course] for card, course in zip(cards, plan["courses"], strict=True)
        ]
        _set_up(col, {**plan["options"], "maximum_interval_days": 36_500})
        for card, steps in zip(cards, done, strict=True):
            for reps, step in enumerate(steps):
                step["fuzz"] = _fuzz(col, card, reps)
        col.close()
        return done


def _set_up(col: Collection, options: dict[str, Any]) -> None:
    col.set_config("fsrs", True)
    config = col.decks.config_dict_for_deck_id(1)
    config["new"]["delays"] = [seconds / 60 for seconds in options["learning_steps"]]
    config["lapse"]["delays"] = [seconds / 60 for seconds in options["relearning_steps"]]
    config["lapse"]["leechFails"] = 9999
    config["rev"]["maxIvl"] = options["maximum_interval_days"]
    config["desiredRetention"] = options["desired_retention"]
    config["fsrsParams6"] = options["parameters"]
    col.decks.update_config(config)


def _new_card(col: Collection) -> int:
    note = col.new_note(col.models.by_name("Basic"))
    note["Front"] = "question"
    col.add_note(note, 1)
    return note.card_ids()[0]


def _step(col: Collection, card_id: int, rating: int, days: int) -> dict[str, Any]:
    """Let days pass, see what each button would do, press one."""
    _age(col, card_id, days)
    card = col.get_card(card_id)
    before = {
        "memory": [card.memory_state.stability, card.memory_state.difficulty] if card.memory_state else None,
        "interval_days": card.ivl,
    }
    states = col._backend.get_scheduling_states(card_id)
    card.start_timer()
    col.sched.answer_card(col.sched.build_answer(card=card, states=states, rating=CardAnswer.AGAIN + rating - 1))
    return {"before": before, "after": _futures(states)}


def _fuzz(col: Collection, card_id: int, reps: int) -> dict[int, int]:
    """How far Anki moves some long intervals of a card that has been answered so many times before."""
    col.db.execute("update cards set reps = ? where id = ?", reps + 1, card_id)
    spans = (2_000, 5_000, 9_000, 14_000, 20_000, 27_000, 33_000)
    return {span: col._backend.fuzz_delta(card_id=card_id, interval=span) for span in spans}


def _age(col: Collection, card_id: int, days: int) -> None:
    """Move a card into the past, so that its last review was so many days ago."""
    queue, due, data = col.db.first("select queue, due, data from cards where id = ?", card_id)
    content = json.loads(data or "{}")
    if "lrt" in content:
        content["lrt"] -= days * 86_400
    shift = {1: days * 86_400, 2: days, 3: days}.get(queue, 0)
    col.db.execute("update cards set due = ?, data = ? where id = ?", due - shift, json.dumps(content), card_id)


def _futures(states: SchedulingStates) -> dict[str, Any]:
    return {button: _future(getattr(states, button)) for button in _BUTTONS}


def _future(state: SchedulingState) -> list[Any]:
    """The stage, its wait (seconds in the steps, else days) and the memory state."""
    kind = state.normal.WhichOneof("kind")
    part = getattr(state.normal, kind)
    if kind == "review":
        return [kind, part.scheduled_days, part.memory_state.stability, part.memory_state.difficulty]
    learning = part.learning if kind == "relearning" else part
    return [kind, learning.scheduled_secs, learning.memory_state.stability, learning.memory_state.difficulty]


if __name__ == "__main__":
    json.dump(courses(json.load(sys.stdin)), sys.stdout)
