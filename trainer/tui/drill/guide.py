"""Help on a drill."""

from __future__ import annotations

from trainer.tui.guide import GuideScreen


class DrillGuide(GuideScreen):
    """The keys, and how a drill reads from afar."""

    HEADING = "In the room"
    TEXT = (
        "Enlarge the letters of this terminal until those at the back can read them: 80 columns by 24 lines "
        "are enough for every screen, and from 130 by 36 on question and answer are drawn large. Every answer "
        "is saved before anybody is told; a drill that was left, or that broke off, goes on with: trainer "
        "drill resume."
    )
