"""What can be done to the chosen cards of the browser, and where the one under the cursor can be looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from trainer.collection import gesture
from trainer.text import counted
from trainer.tui.approve_ask import ConfirmScreen
from trainer.tui.ask_flag import FlagMenu
from trainer.tui.ask_line import LineAsk, no_days
from trainer.tui.card_history import CardHistory
from trainer.tui.edit_card import EditCard
from trainer.tui.source_view import SourceView

if TYPE_CHECKING:
    from trainer.tui.browse import BrowseScreen

Verb = Callable[["BrowseScreen"], None]


def flag(screen: BrowseScreen) -> None:
    """Ask which flag."""

    def put(number: int | None) -> None:
        if number is not None:
            screen.act(lambda cards, step: gesture.flag(cards, number, step))

    listed = screen.finder.table.listed
    screen.app.push_screen(FlagMenu(listed.state.flag if listed else 0), put)


def tag(screen: BrowseScreen) -> None:
    """Ask which tags."""

    def put(line: str | None) -> None:
        if line is not None:
            screen.act(lambda cards, step: gesture.tag(cards, line, step))

    question = f"Tags for {_chosen(screen)}, as in: un mission -draft. A minus takes one off."
    screen.app.push_screen(LineAsk(question, fault=_no_words), put)


def _no_words(line: str) -> str:
    return "" if line else "Type at least one tag."


def due(screen: BrowseScreen) -> None:
    """Ask for the day."""

    def put(days: str | None) -> None:
        if days is not None:
            screen.act(lambda cards, step: gesture.set_due(cards, int(days), step))

    screen.app.push_screen(LineAsk(f"In how many days is {_chosen(screen)} due? 0 is today.", fault=no_days), put)


def reset(screen: BrowseScreen) -> None:
    """Ask whether it is meant."""

    def put(sure: bool | None) -> None:
        if sure:
            screen.act(gesture.reset)

    question = f"Make {_chosen(screen)} new again? The reviews stay on record."
    screen.app.push_screen(ConfirmScreen(question), put)


def edit(screen: BrowseScreen) -> None:
    """Change the words of the card under the cursor."""
    listed = screen.finder.table.listed
    if listed:
        screen.app.push_screen(EditCard(screen.desk, listed.deck, listed.card), screen.edited)


def new(screen: BrowseScreen) -> None:
    """Write a card into the deck of the card under the cursor, or into the first."""
    current = screen.finder.table.current
    deck_id = current[0] if current else screen.desk.decks[0].id
    screen.app.push_screen(EditCard(screen.desk, deck_id), screen.edited)


def history(screen: BrowseScreen) -> None:
    """What happened to the card under the cursor."""
    listed = screen.finder.table.listed
    if listed:
        screen.app.push_screen(CardHistory(screen.desk, listed.deck, listed.card))


def source(screen: BrowseScreen) -> None:
    """Where the card under the cursor comes from."""
    listed = screen.finder.table.listed
    if listed:
        screen.app.push_screen(SourceView(screen.desk, listed.deck, listed.card))


def _chosen(screen: BrowseScreen) -> str:
    return counted(len(screen.finder.chosen), "card")


VERBS: Mapping[str, Verb] = {
    "suspend": lambda screen: screen.act(gesture.suspend),
    "bury": lambda screen: screen.act(gesture.bury),
    "retire": lambda screen: screen.act(gesture.retire),
    "flag": flag,
    "tag": tag,
    "due": due,
    "reset": reset,
    "edit": edit,
    "new": new,
    "history": history,
    "source": source,
}
"""Each verb by the name that its key has for it."""
