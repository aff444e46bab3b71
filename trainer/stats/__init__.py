"""Stats: what the log and the queues come to, as numbers, as figures, in text and on a page."""

from trainer.stats.gather import gathered, steps
from trainer.stats.numbers import Stats

__all__ = ["Stats", "gathered", "steps"]
