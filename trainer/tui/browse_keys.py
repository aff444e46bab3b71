"""The keys of the browser: what they do, when they may, and which of them are worth a place on its last line."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from trainer.tui.key_line import Hint

BINDINGS: list[BindingType] = [
    Binding("slash", "search", "Search", tooltip="Type a search"),
    Binding("f1", "words", "Search words", show=False, tooltip="What a search may ask for"),
    Binding("e,enter", "cards('edit')", "Edit", tooltip="Change the card's words; its progress stays"),
    Binding("x,space", "mark", "Mark", tooltip="Mark the card; keys then work on all marked cards"),
    Binding("X", "mark_all", "Mark all", show=False, tooltip="Mark every card found, or none"),
    Binding("s", "cards('suspend')", "Suspend", tooltip="Set the cards aside, or take them up again"),
    Binding("t", "cards('tag')", "Tag", tooltip="Put tags on the cards, or take them off"),
    Binding("h", "cards('history')", "History", tooltip="What happened to the card, and how well it is known"),
    Binding("o", "cards('source')", "Source", tooltip="The card's sentence in its brief"),
    Binding("u", "undo", "Undo", tooltip="Take back what was done last"),
    Binding("b", "cards('bury')", "Bury", show=False, tooltip="Put the cards off until tomorrow, or bring them back"),
    Binding("f", "cards('flag')", "Flag", show=False, tooltip="Put a flag on the cards"),
    Binding("d", "cards('due')", "Due", show=False, tooltip="Give the cards a day"),
    Binding(
        "r", "cards('reset')", "Reset", show=False, tooltip="Make the cards new again; their reviews stay on record"
    ),
    Binding("R", "cards('retire')", "Retire", show=False, tooltip="Take the cards out of study for good, or back in"),
    Binding(
        "n", "cards('new')", "New card", show=False, tooltip="Write a card into the deck of the card under the cursor"
    ),
    Binding("c", "order", "Order", show=False, tooltip="Put the cards in order of the next column"),
    Binding("v", "turn", "Reverse", show=False, tooltip="Turn the order round"),
    Binding("D", "twins", "Duplicates", show=False, tooltip="Find cards that ask the same"),
    Binding(
        "q,escape",
        "leave",
        "Back",
        show=False,
        tooltip="Give up what is under way; unmark the cards; back to the decks",
    ),
]

_OF_CARDS = frozenset({
    "edit", "history", "source", "mark", "mark_all", "suspend", "bury", "flag", "tag", "due", "reset", "retire",
})  # fmt: skip
"""What needs a card."""

_KEYS = (
    Hint("/", "Search", "search", stays=True),
    Hint("e", "Edit", "cards('edit')"),
    Hint("x", "Mark", "mark"),
    Hint("s", "Suspend", "cards('suspend')"),
    Hint("t", "Tag", "cards('tag')"),
    Hint("h", "History", "cards('history')"),
    Hint("o", "Source", "cards('source')"),
    Hint("n", "New card", "cards('new')"),
    Hint("D", "Duplicates", "twins"),
)
_CHANGING = _OF_CARDS - {"mark", "mark_all"} | {"undo", "new"}
"""What waits until nothing is under way."""


def may(action: str, *, is_busy: bool, has_cards: bool, is_undoable: bool) -> bool | None:
    """Whether an action, or a verb of `cards`, can be taken: None where it is there but not now."""
    if is_busy and action in _CHANGING:
        return None
    if action in _OF_CARDS:
        return has_cards or None
    return is_undoable or None if action == "undo" else True


def hints(*, is_busy: bool, is_undoable: bool) -> list[Hint]:
    """The keys for the last line; while something is done to many cards, the one that gives it up."""
    if is_busy:
        return [Hint("esc", "Give it up", "leave", stays=True)]
    undo = [Hint("u", "Undo", "undo", stays=True)] if is_undoable else []
    return [*_KEYS, *undo, Hint("?", "Help", "app.guide", stays=True)]
