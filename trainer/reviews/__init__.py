"""Reviews: the append-only log, and where each card stands after its reviews."""

from trainer.reviews.entries import Entry, Note, Options, Rating, Review, Undo, entry_id
from trainer.reviews.states import CardState, Learning, Memory, New, Relearning, Reviewing, Stage

__all__ = [
    "CardState", "Entry", "Learning", "Memory", "New", "Note", "Options", "Rating", "Relearning", "Review",
    "Reviewing", "Stage", "Undo", "entry_id",
]  # fmt: skip
