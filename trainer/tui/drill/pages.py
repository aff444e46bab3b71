"""What a room sees: the middle of the screen at each point of a drill, as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from trainer.drill.question import LETTERS
from trainer.drill.scoreboard import shown_name
from trainer.drill.spread import MOST_LINES, Share, spread
from trainer.drill.state import Drill, Phase, Round
from trainer.text import counted, one_line
from trainer.tui.drill.glyphs import huge, large
from trainer.tui.shown import shown

_BAR = 14
_SOON_MS = 10_000
_FITTED = 110  # columns; a screen of that many has letters that a small room can read
_FITTED_LARGE = 200  # columns; with more, the large letters too are small
_PICTURE = 43
"""Columns of the picture to scan at most, and of the space beside it."""
QUIET = "$foreground-muted"
"""How what matters less is written."""
MOST_WIDTH = 156
"""Columns of the screen that are used, however wide it is."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is to draw on."""

    width: int
    height: int

    @property
    def is_large(self) -> bool:
        """Whether there is room for the largest letters."""
        return self.width >= 130 and self.height >= 36

    @property
    def is_fitted(self) -> bool:
        """Whether what is written is about as large as it can be."""
        return self.width < _FITTED or (self.is_large and self.width <= _FITTED_LARGE)

    def holds_beside_the_picture(self, letters: str) -> bool:
        """Whether large letters have room beside the picture that is scanned."""
        return (
            self.is_large and max(map(len, letters.splitlines()), default=0) <= min(self.width, MOST_WIDTH) - _PICTURE
        )


def lines(*parts: Content | str) -> Content:
    """The parts, one below the other."""
    return Content("\n").join([shown(part) if isinstance(part, str) else part for part in parts])


def head(left: str, right: Sequence[str], width: int) -> Content:
    """One line: the left is cut where there is no room, the right never is."""
    end = " · ".join(right)
    room = max(0, min(width, MOST_WIDTH) - 4 - cell_len(end) - (2 if end else 0))
    start = shown(one_line(left), QUIET).truncate(room, ellipsis=True)
    return start.pad_right(room - start.cell_length) + shown(f"  {end}" if end else "")


def countdown(left_ms: int | None, room: Room) -> list[Content | str]:
    """The seconds that are left, large; nothing without a clock."""
    if left_ms is None:
        return []
    seconds = str(-(-left_ms // 1000))
    style = "bold $text-error" if left_ms < _SOON_MS else "bold $text-primary"
    return [shown(huge(seconds) if room.is_large else large(seconds), style), ""]


def waiting_page(drill: Drill, left_ms: int | None, present: Sequence[str], room: Room) -> Content:
    """The countdown, how many have answered, and whom the room waits for."""
    at_hand = drill.round
    answers = at_hand.answers if at_hand else {}
    players = drill.playing
    waits = [player for player in players if player.id not in answers]
    parts: list[Content | str] = countdown(left_ms, room)
    if drill.phase is Phase.PAUSED:
        parts += [shown("The clock stands.", "bold $text-warning"), ""]
    one, several = (f"of {len(players)} {verb} answered" for verb in ("has", "have"))
    parts += [shown(counted(len(players) - len(waits), one, several), "bold"), ""]
    if waits:
        parts.append(shown("Still to come", QUIET))
        parts += [
            shown(shown_name(drill, player) + ("" if player.id in present else " (away)")) for player in waits[:12]
        ]
        parts += [shown(f"and {len(waits) - 12} more", QUIET)] if len(waits) > 12 else []
    return lines(*parts)


def spread_page(drill: Drill, at_hand: Round) -> Content:
    """What was answered, and by how many."""
    shares = spread(drill, at_hand)
    most = max((share.count for share in shares), default=0)
    rest = sum(share.count for share in shares[MOST_LINES:])
    silent = len(drill.playing) - sum(share.count for share in shares)
    parts: list[Content | str] = []
    for number, share in enumerate(shares[:MOST_LINES]):
        letter = LETTERS[number] if drill.made.questions[at_hand.question].options else "·"
        parts += [*_share(share, letter, most), ""]
    parts += [shown(f"{rest} said something else", QUIET)] if rest else []
    parts += [shown(f"{silent} gave no answer", QUIET)] if silent > 0 else []
    return lines(*parts)


def _share(share: Share, letter: str, most: int) -> list[Content]:
    style = "$text-success" if share.credit >= 1.0 else "$text-warning" if share.credit > 0 else QUIET
    mark = f"{letter} ✓ " if share.credit >= 1.0 else f"{letter} "
    bar = "█" * round(_BAR * share.count / most) if most else ""
    return [shown(mark + share.text, "bold" if share.credit >= 1.0 else ""), shown(f"{bar} {share.count}", style)]
