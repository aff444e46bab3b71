"""One card's past: each entry of the log about it, and where the card stood after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.reviews import CardState
from trainer.reviews.entries import CardEntry, Entry, Note, Options, Undo
from trainer.schedule import DeckOptions
from trainer.schedule.forgetting import Forgetting
from trainer.schedule.replay import change

EDIT = "edit"
"""The topic of a note that says that a card was given other words."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a card."""

    entry: Entry
    """As the log has it; a Note where the card got other words."""
    undone: bool
    """Whether it was taken back later."""
    after: CardState | None
    """Where the card stood after it; None where it moves no card."""


@dataclass(frozen=True, slots=True)
class History:
    """A card's past, and where that leaves it."""

    steps: tuple[Step, ...]
    """In order."""
    state: CardState
    """Where it stands now."""
    options: DeckOptions
    """How its deck is scheduled now."""
    note: str
    """The person's own note on it; empty for none."""

    def recall(self, day: float) -> float | None:
        """The chance to recall it on a study day; None while there is no memory of it."""
        memory = getattr(self.state.stage, "memory", None)
        if memory is None or memory.stability <= 0:
            return None
        return Forgetting.of(self.options.parameters).recall(memory.stability, day - self.state.last_day)


def steps(history: Sequence[Entry], standing: Iterable[Entry], edits: Iterable[Note]) -> tuple[Step, ...]:
    """All that happened, in order: `history` is what the log has of the card, `standing` what bears on its state."""
    undone = {entry.undoes for entry in history if isinstance(entry, Undo)}
    after = _states(standing)
    told = sorted((*history, *edits), key=lambda entry: (entry.at_ms, entry.id))
    return tuple(Step(entry, entry.id in undone, after.get(entry.id)) for entry in told)


def _states(standing: Iterable[Entry]) -> dict[str, CardState]:
    """The id of each entry that stands to where the card stood after it."""
    state, options = CardState(), DeckOptions(leech_threshold=0)
    after: dict[str, CardState] = {}
    for entry in standing:
        if isinstance(entry, Options):
            options = DeckOptions.from_body(entry.body)
        elif isinstance(entry, CardEntry):
            state = after[entry.id] = change(state, entry, options)
    return after
