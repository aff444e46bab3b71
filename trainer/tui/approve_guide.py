"""Help on approving."""

from __future__ import annotations

from trainer.tui.guide import GuideScreen


class ApproveGuide(GuideScreen):
    """The keys, and what becomes of a decision."""

    HEADING = "Decisions"
    TEXT = (
        "Hold each card against its sentence: the answer is lit in it. Every decision is saved before the next "
        "card appears, so you can leave at any moment and go on with the same command. Ending puts the "
        "accepted cards into the deck. A refused card is not proposed for this deck again, unless you build "
        "with --again."
    )
