"""Cards: the question, its answer, and where the fact came from."""

from trainer.cards.card import GAP, Card, Kind, Source, Status, new_id

__all__ = ["GAP", "Card", "Kind", "Source", "Status", "new_id"]
