"""Studying: one session as a pure state machine, how it asks, and (in `summary.py`) what it came to."""

from trainer.study.asking import Asking
from trainer.study.manner import Manner, Step
from trainer.study.session import Done, Session
from trainer.study.showing import Item, Later, Showing, Told

__all__ = ["Asking", "Done", "Item", "Later", "Manner", "Session", "Showing", "Step", "Told"]
