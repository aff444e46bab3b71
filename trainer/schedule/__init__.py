"""Scheduling: FSRS-6 memory, learning steps, fuzz, and what comes next."""

from trainer.schedule.moment import Moment
from trainer.schedule.options import DeckOptions

__all__ = ["DeckOptions", "Moment"]
