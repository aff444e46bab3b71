"""Work that a screen leaves to another thread: what goes wrong there is told on the screen, and the window stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from trainer.errors import TrainerError, Unforeseen, told_of
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown

if TYPE_CHECKING:
    from textual.worker import Worker

Node = TypeVar("Node", bound=DOMNode)
Given = ParamSpec("Given")


@dataclass
class Failed(Message):
    """Something that was to be done beside a screen came to nothing; the window tells it unless the screen does."""

    node: DOMNode
    """Whoever wanted it done."""
    error: TrainerError
    """Why."""


class Trouble(Static):
    """Why something of a screen is not there, in a line over the screen; it goes once that is tried again."""


def aside(
    *, group: str = "default", exclusive: bool = False
) -> Callable[[Callable[Concatenate[Node, Given], None]], Callable[Concatenate[Node, Given], Worker[None]]]:
    """Have a method do its work on a thread of its own; `Failed` says what came up there."""

    def decorated(method: Callable[Concatenate[Node, Given], None]) -> Callable[Concatenate[Node, Given], Worker[None]]:
        def begun(node: Node, /, *given: Given.args, **named: Given.kwargs) -> Worker[None]:
            for line in node.screen.query(Trouble):
                line.remove()
            doing = telling(node, lambda: method(node, *given, **named))
            return node.run_worker(doing, method.__name__, group=group, exclusive=exclusive, thread=True)

        return wraps(method)(begun)

    return decorated


def telling(node: DOMNode, doing: Callable[[], None]) -> Callable[[], None]:
    """What does the same, and tells the node of an error instead of raising it."""

    def does() -> None:
        try:
            doing()
        except Exception as error:  # noqa: BLE001 - the node tells it, whatever it was
            node.post_message(Failed(node, tellable(error)))

    return does


def tellable(error: Exception) -> TrainerError:
    """The error as a screen tells it.

    With TRAINER_DEBUG a fault of ours is raised all the same: it ends the window, and how it came about is shown.
    """
    trouble = told_of(error)
    if isinstance(trouble, Unforeseen) and os.environ.get("TRAINER_DEBUG"):
        raise error
    return trouble


def show_trouble(screen: Screen[Any], error: TrainerError) -> None:
    """Say on a screen, under its marking, what went wrong; in place of what went wrong before."""
    for line in screen.query(Trouble):
        line.update(shown(str(error)))
        return
    banners = screen.query(MarkingBanner)
    line = Trouble(shown(str(error)))
    if banners:
        screen.mount(line, after=banners.first())
    else:
        screen.mount(line, before=0)
