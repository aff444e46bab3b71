"""How far a session has come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from trainer.reviews import Learning, New, Relearning, Stage
from trainer.study import Session
from trainer.text import one_line
from trainer.tui.shown import shown

_KINDS = ("new", "learning", "due")
_ROOM = 60
"""From so many columns on, the deck stands beside the counts."""
FLAGS = ("red", "orange", "green", "blue", "pink", "turquoise", "purple")
"""The flags 1 to 7, as in Anki."""
COLOURS = ("#e06c6c", "#e5a352", "#6cc070", "#6c9fe0", "#e08cc8", "#5cc8c0", "#a884e0")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the bar tells."""

    session: Session
    deck: str
    """The title of the deck of the card in view."""
    seconds: int | None = None
    """For how long the card has been in view; None while no clock runs."""


class SessionBar(Widget):
    """The deck in view and what is left of each kind of card, over a line that fills."""

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False  # there are none
        self._standing: Standing | None = None

    def show(self, standing: Standing) -> None:
        """Where the session stands."""
        self._standing = standing
        self.refresh()

    def render(self) -> Content:
        """The bar in the room that it has."""
        return drawn(self._standing, self.size.width, self.size.height) if self._standing else Content()


def drawn(standing: Standing, width: int, height: int) -> Content:
    """The lines of the bar: of one alone, what is left; where it is narrow, the deck on a line of its own."""
    told = left(standing.session)
    if standing.seconds is not None:
        told = shown(f"{clock(standing.seconds)} · ", "$foreground-muted") + told
    line = Content("\n")
    if height == 1:
        return told
    if width < _ROOM:
        return line.join(
            [_title(standing).truncate(width, ellipsis=True), told, filled(standing.session, width)][:height]
        )
    return _beside(_title(standing), told, width) + line + filled(standing.session, width)


def _beside(title: Content, told: Content, width: int) -> Content:
    room = max(0, width - told.cell_length - 2)
    return title.truncate(room, ellipsis=True, pad=True) + shown("  ") + told


def _title(standing: Standing) -> Content:
    """The deck's title, behind the flag on the card."""
    showing = standing.session.showing
    title = shown(one_line(standing.deck), "bold")
    return flag(showing.item.state.flag) + title if showing and showing.item.state.flag else title


def flag(number: int) -> Content:
    """A flag in its colour, with its name for those who do not see it."""
    return shown(f"⚑ {FLAGS[number - 1]} ", COLOURS[number - 1]) if 1 <= number <= len(FLAGS) else Content()


def left(session: Session) -> Content:
    """What was done and what is left of each kind; the kind of the card in view stands out."""
    done = shown(f"{len(session.reviews)} done · ", "$foreground-muted")
    if session.practice:
        return shown("practice · ", "$text-warning") + done + shown(f"{session.left} left", "$foreground-muted")
    counts = Counter(kind(item.state.stage) for item in session.in_hand) + in_store(session)
    now = kind(session.showing.item.state.stage) if session.showing else ""
    return done + Content(" · ").join(_count(name, counts[name], name == now) for name in _KINDS)


def _count(name: str, count: int, is_now: bool) -> Content:
    return shown(f"{count} {name}", "bold underline" if is_now else "$foreground-muted")


def filled(session: Session, width: int) -> Content:
    """A line of which as much is lit as was done."""
    done = len(session.reviews)
    cells = width * done // max(1, done + session.left)
    return shown("━" * cells, "$primary") + shown("━" * (width - cells), "$foreground 15%")


def clock(seconds: int) -> str:
    """Minutes and seconds.

    >>> clock(7), clock(75)
    ('0:07', '1:15')
    """
    return f"{seconds // 60}:{seconds % 60:02}"


def in_store(session: Session) -> Counter[str]:
    """What the session has not taken in hand yet."""
    return Counter(new=sum(each.new for each in session.later), due=sum(each.reviews for each in session.later))


def kind(stage: Stage) -> str:
    """Which of the three counts a card belongs to."""
    match stage:
        case New():
            return "new"
        case Learning() | Relearning():
            return "learning"
        case _:
            return "due"
