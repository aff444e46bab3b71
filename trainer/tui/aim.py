"""Naming the day by which a deck is to be known, and the minutes that its days may take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.collection.foresight import choices
from trainer.decks import Cover
from trainer.errors import TrainerError
from trainer.schedule import Moment
from trainer.schedule.readiness import Readiness
from trainer.text import counted
from trainer.tui.aside import Failed, aside
from trainer.tui.desk import Desk
from trainer.tui.shown import shown

_FURTHEST_DAYS = 730
_USUAL_DAYS = 14


class AimScreen(ModalScreen[None]):
    """A date, and what each of some minutes a day would make of it; Enter plans for the one under the cursor."""

    CSS_PATH = "aim.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "noop", "Choose", tooltip="Show what minutes would bring; then plan for them"),
        Binding("ctrl+o", "call_off", "Call it off", tooltip="Schedule the deck as usual"),
        Binding("escape", "dismiss", "Back", tooltip="Leave the deck as it is"),
    ]

    @dataclass
    class Weighed(Message):
        """What the minutes would bring was worked out."""

        day: int
        found: Sequence[Readiness]

    def __init__(self, desk: Desk, deck: Cover) -> None:
        """For one deck."""
        super().__init__()
        self._desk = desk
        self._deck = deck
        self._day = 0
        self._is_named = desk.ask(lambda collection: collection.aim_ahead(deck.id)) is not None

    def compose(self) -> ComposeResult:
        """The deck, the date, what the minutes would bring."""
        usual = self._desk.now().date + dt.timedelta(days=_USUAL_DAYS)
        with Vertical(classes="box"):
            yield Static(shown("Ready by a day: ") + shown(self._deck.title, "bold"), id="deck")
            yield Input(str(usual), placeholder="2026-12-03", max_length=10, compact=True)
            yield Static("Type the day of the briefing and press Enter.", id="told")
            yield OptionList()
        yield Footer(show_command_palette=False)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what was named can be called off."""
        return self._is_named if action == "call_off" else True

    def action_noop(self) -> None:
        """Nothing: the input and the list answer Enter themselves."""

    @on(Input.Submitted)
    def weigh(self, event: Input.Submitted) -> None:
        """Work out what some minutes a day would bring by the date."""
        day = day_named(event.value, self._desk.now())
        if day is None:
            self._tell(f"{event.value!r} is no day of the next two years: write 2026-12-03.")
            return
        self._tell("…")
        self._weigh(day)

    @on(Weighed)
    def offer(self, weighed: Weighed) -> None:
        """Show the choices, the first that is nearly as good as the best under the cursor."""
        self._day = weighed.day
        best = max(each.share for each in weighed.found)
        self._tell(f"{weighed.found[0].now:.0%} would be known if nothing more were studied. With")
        offered = self.query_one(OptionList)
        offered.clear_options()
        offered.add_options(Option(choice(each), id=str(each.minutes)) for each in weighed.found)
        offered.highlighted = next(place for place, each in enumerate(weighed.found) if each.share >= best - 0.02)
        offered.display = True
        offered.focus()

    @on(OptionList.OptionSelected)
    def plan(self, event: OptionList.OptionSelected) -> None:
        """Plan for the day with the minutes under the cursor."""
        self._aim(Moment.date_of(self._day), int(event.option_id or 0))

    def action_call_off(self) -> None:
        """Schedule the deck as usual."""
        self._aim(None, 0)

    def _aim(self, date: dt.date | None, minutes: int) -> None:
        try:
            self._desk.ask(lambda collection: collection.aim(self._deck.id, date, minutes))
        except TrainerError as error:
            self._tell(str(error))
        else:
            self.dismiss()

    @on(Failed)
    def stay(self, failed: Failed) -> None:
        """Say why nothing can be offered."""
        failed.stop()
        self._tell(str(failed.error))

    @aside(exclusive=True)
    def _weigh(self, day: int) -> None:
        found = self._desk.ask(lambda collection: list(choices(collection, self._deck, day)))
        self.post_message(self.Weighed(day, found))

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(shown(words))


def day_named(text: str, now: Moment) -> int | None:
    """The study day that a date names, if it is to come within two years; None else."""
    try:
        day = now.day_of(dt.date.fromisoformat(text.strip()))
    except ValueError:
        return None
    return day if now.day < day <= now.day + _FURTHEST_DAYS else None


def choice(readiness: Readiness) -> Content:
    """What some minutes a day would bring."""
    bar = "█" * round(readiness.share * 20)
    minutes = f"{counted(readiness.minutes, 'minute'):>10} a day  "
    return shown(minutes) + shown(f"{bar:<20}", "$text-primary") + shown(f" {readiness.share:>4.0%}", "bold")
