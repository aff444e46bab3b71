"""Cards: the question, its answer, and where the fact came from."""

from trainer.cards.card import GAP, USUAL, Card, CardOf, Kind, Source, Status, cards_of, new_id, new_ids

__all__ = ["GAP", "USUAL", "Card", "CardOf", "Kind", "Source", "Status", "cards_of", "new_id", "new_ids"]
