"""What a card shows before the sentence with the gap stands back behind it."""

from __future__ import annotations

from trainer.cards import GAP, Card, Kind
from trainer.tui.wording import question


def test_the_sentence_before_is_not_bold() -> None:
    card = Card("a", f"As of May 2024: Floods hit Sud. They left {GAP} people homeless.", "300", Kind.CLOZE)
    told = question(card, revealed=False)
    bold = [told.plain[span.start : span.end] for span in told.spans if "bold" in str(span.style)]
    assert "Floods" not in " ".join(bold)
    assert "They left" in " ".join(bold)
