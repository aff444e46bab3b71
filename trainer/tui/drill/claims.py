"""Who asks for a place, above the keys by which the host decides."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from trainer.drill.scoreboard import shown_name
from trainer.drill.state import Claim, Drill
from trainer.text import counted
from trainer.tui.drill.pages import QUIET, lines
from trainer.tui.shown import shown


class ClaimLines(Static):
    """The oldest request that waits; not there while none does."""

    def __init__(self) -> None:
        super().__init__()
        self.claim = ""
        """The id of the request that is shown; a key decides this one and no other."""

    def show(self, drill: Drill, claims: Sequence[Claim], present: Sequence[str]) -> None:
        """Show the first of the requests that wait."""
        self.claim = claims[0].id if claims else ""
        self.display = bool(claims)
        if claims:
            self.update(claim_lines(drill, claims, present))


def claim_lines(drill: Drill, claims: Sequence[Claim], present: Sequence[str]) -> Content:
    """Who asks, what to compare, and whether the place is in use: then it may be an impostor who asks."""
    claim = claims[0]
    name = shown_name(drill, drill.players[claim.player])
    first = shown(f"Somebody whose page shows {claim.id} asks to come back as {name}", "bold")
    more = f" {counted(len(claims) - 1, 'more waits', 'more wait')}." if len(claims) > 1 else ""
    if claim.player in present:
        return lines(first, shown(f"The page of that player is open elsewhere: make sure.{more}", "$text-warning"))
    return lines(first, shown(f"The old browser is out then; points and answers stay.{more}", QUIET))
