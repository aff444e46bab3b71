"""Decks, log and settings opened together: the verbs that the screens and the command line share."""

from trainer.collection.collection import Collection, local_clock
from trainer.collection.day import Counts

__all__ = ["Collection", "Counts", "local_clock"]
