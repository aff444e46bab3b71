"""Reviews: the append-only log, where each card stands after it, and what waits in which queue.

What the log holds besides reviews stands in `entries.py`, loaded once it is needed: no session begins with it.
"""

from trainer.reviews.review import Rating, Review, entry_id
from trainer.reviews.states import CardState, Learning, Memory, New, Relearning, Reviewing, Stage

__all__ = [
    "CardState", "Learning", "Memory", "New", "Rating", "Relearning", "Review", "Reviewing", "Stage", "entry_id",
]  # fmt: skip
