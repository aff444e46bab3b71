"""Reviews: the append-only log, where each card stands after it, and what waits in which queue."""

from trainer.reviews.entries import (
    Aim,
    Bury,
    CardEntry,
    Entry,
    Fitted,
    Flag,
    Note,
    Options,
    Rating,
    Recall,
    Remark,
    Reset,
    Review,
    SetDue,
    Suspend,
    Undo,
    entry_id,
)
from trainer.reviews.states import CardState, Learning, Memory, New, Relearning, Reviewing, Stage

__all__ = [
    "Aim", "Bury", "CardEntry", "CardState", "Entry", "Fitted", "Flag", "Learning", "Memory", "New", "Note", "Options",
    "Rating", "Recall", "Relearning", "Remark", "Reset", "Review", "Reviewing", "SetDue", "Stage", "Suspend", "Undo",
    "entry_id",
]  # fmt: skip
