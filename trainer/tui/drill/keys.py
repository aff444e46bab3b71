"""The keys of the host's screen and of the table, and which of them are worth a place on the last line now."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from trainer.drill.rules import Style
from trainer.drill.state import Drill, Phase
from trainer.drill.turns import holder
from trainer.tui.key_line import Hint

HOST_BINDINGS: list[BindingType] = [
    Binding("n,enter", "next", "Next", tooltip="Put the first question, or the next one; after the last, end"),
    Binding("space", "pause", "Pause", tooltip="Stop the clock, or let it go on"),
    Binding("e", "send('extend')", "+15 s", tooltip="Give the open question 15 seconds more"),
    Binding("c", "send('close')", "Close", tooltip="Close the question early and show the answer"),
    Binding("b", "board", "Board", tooltip="Put the score board up, or take it down"),
    Binding("a", "accept", "Accept", tooltip="Take an answer for right, for all who gave it"),
    Binding("v", "send('void')", "Void", tooltip="Take this question out of the score"),
    Binding("k", "kick", "Kick", tooltip="Send a player out"),
    Binding("r", "rename", "Rename", tooltip="Give a player another name"),
    Binding("t", "ease", "More time", tooltip="Give a player half as much time again, always"),
    Binding("l", "lock", "Lock", tooltip="Close the door to new players, or open it"),
    Binding("y", "settle(True)", "Hand over", tooltip="Hand the place over to the browser that asks for it"),
    Binding("d", "settle(False)", "Decline", tooltip="Leave the place to the browser that has it"),
    Binding("x", "end", "End", tooltip="End the drill; before its last question it asks for a second x"),
    Binding("q", "leave", "Leave", tooltip="Leave; a drill that is not over can be gone on with"),
]
TABLE_BINDINGS: list[BindingType] = [
    Binding("n,enter", "next", "Next", tooltip="Put the first question, or the next one"),
    Binding("escape", "let_go", "Pass", tooltip="Let the question go to the next one"),
    Binding("space", "pause", "Pause", tooltip="Stop the clock, or let it go on", priority=True),
    Binding("plus", "extend", "+15 s", tooltip="Give the open question 15 seconds more"),
    Binding("exclamation_mark", "close", "Close", tooltip="Close the question and show the answer"),
    Binding("s", "board", "Board", tooltip="Put the score board up, or take it down"),
    Binding("y", "accept", "Accept", tooltip="Take an answer for right"),
    Binding("x", "void", "Void", tooltip="Take this question out of the score"),
    Binding("q", "leave", "End", tooltip="End the drill"),
]

_HELP = Hint("?", "Help", "app.guide", stays=True)
_VOID = Hint("v", "Void", "send('void')")
_CLAIM = (Hint("y", "Hand over", "settle(True)", stays=True), Hint("d", "Decline", "settle(False)", stays=True))
_PLAYERS = (Hint("k", "Send out", "kick"), Hint("r", "Rename", "rename"), Hint("t", "More time", "ease"))


def host_hints(drill: Drill, *, is_asked: bool = False) -> list[Hint]:
    """What the host may do now, what is wanted most first: somebody who asks to come back waits."""
    return [*_CLAIM, *_course_hints(drill)] if is_asked else _course_hints(drill)


def _course_hints(drill: Drill) -> list[Hint]:
    door = Hint("l", "Open the door" if drill.locked else "Lock", "lock")
    leave = Hint("q", "Leave", "leave")
    match drill.phase:
        case Phase.LOBBY:
            return [Hint("enter", "Begin", "next"), door, *_PLAYERS, leave, _HELP]
        case Phase.OPEN | Phase.PAUSED:
            clock = [_pause(drill), Hint("e", "+15 s", "send('extend')")] if drill.rules.seconds else [_pause(drill)]
            return [Hint("c", "Close", "send('close')"), *clock, _VOID, door, leave, *_PLAYERS, _HELP]
        case Phase.CLOSED:
            go_on = Hint("enter", "End" if drill.is_last else "Next", "next")
            board, accept = Hint("b", "Board", "board"), Hint("a", "Accept", "accept")
            ends = [] if drill.is_last else [Hint("x", "End", "end")]
            return [go_on, board, accept, _VOID, *ends, leave, door, *_PLAYERS, _HELP]
        case Phase.ENDED:
            return [leave, _HELP]


def table_hints(drill: Drill, *, is_typing: bool) -> list[Hint]:
    """What the teams at one keyboard may do now; who types has only the keys that are no letters."""
    ends = Hint("q", "End", "leave")
    match drill.phase:
        case Phase.LOBBY:
            return [Hint("enter", "Begin", "next"), ends, _HELP]
        case Phase.OPEN | Phase.PAUSED:
            turn = holder(drill, drill.rounds[-1])
            passes = [Hint("esc", "Pass", "let_go", stays=True)] if turn else []
            clock = [_pause(drill), Hint("+", "15 s", "extend")] if drill.rules.seconds else []
            if is_typing:
                return [Hint("enter", "Answer", ""), *passes, *clock[:1]]
            nobody = "Nobody knows" if drill.rules.style is Style.BUZZER and not turn else "Close"
            return [*passes, Hint("!", nobody, "close"), *clock, ends, _HELP]
        case Phase.CLOSED:
            go_on = Hint("enter", "End" if drill.is_last else "Next", "next")
            board, accept, void = Hint("s", "Board", "board"), Hint("y", "Accept", "accept"), Hint("x", "Void", "void")
            return [go_on, board, accept, void, *([] if drill.is_last else [ends]), _HELP]
        case Phase.ENDED:
            return [Hint("q", "Leave", "leave"), _HELP]


def _pause(drill: Drill) -> Hint:
    return Hint("space", "Go on" if drill.phase is Phase.PAUSED else "Pause", "pause")
