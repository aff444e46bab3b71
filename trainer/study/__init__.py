"""Studying: one session as a pure state machine, and what it came to."""

from trainer.study.session import Item, Session, Showing
from trainer.study.summary import Summary, summary

__all__ = ["Item", "Session", "Showing", "Summary", "summary"]
