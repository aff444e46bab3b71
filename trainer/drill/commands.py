"""What can be asked of a drill. Each is a value; `decide` says what it leads to.

`do` is the command's name in a message, such as `{"do": "extend", "seconds": 15}` from a script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Join:
    """A player wants in; asked again with the same token it changes nothing."""

    player: str
    """The id to give, if new."""
    token: str
    """The digest of what the browser will show; empty at the host's keyboard."""
    name: str
    team: str = ""
    code: str = ""
    """As typed; or the key of the QR code. Not looked at where the token is empty."""


@dataclass(frozen=True, slots=True)
class Give:
    """A player answers."""

    player: str
    question: int
    """The index of the question that was on the player's screen."""
    given: str = ""
    """Typed text."""
    option: int | None = None
    """Or the number of an option, from 0."""
    confidence: int | None = None
    """How sure, in percent."""
    token: str = ""
    """The digest of what the browser shows; it must still have the place. Not looked at where it is empty."""


@dataclass(frozen=True, slots=True)
class Buzz:
    """A player wants the floor."""

    player: str
    question: int
    token: str = ""
    """As with an answer."""


@dataclass(frozen=True, slots=True)
class Pass:
    """A player lets the question go."""

    player: str
    question: int
    token: str = ""
    """As with an answer."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A player who is in wants to go on in another browser; the host decides."""

    claim: str
    """The id to give to the request."""
    token: str
    """The digest of what the other browser will show."""
    name: str
    """Whose place it is, as typed."""
    code: str = ""
    """As for a newcomer."""


@dataclass(frozen=True, slots=True)
class Next:
    """Put the first question, or the next one."""

    do: Literal["next"] = "next"


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""

    do: Literal["pause"] = "pause"


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock go on."""

    do: Literal["resume"] = "resume"


@dataclass(frozen=True, slots=True)
class Extend:
    """Give the open question more time."""

    seconds: int = 15
    do: Literal["extend"] = "extend"


@dataclass(frozen=True, slots=True)
class Close:
    """Take no more answers and show the right one."""

    do: Literal["close"] = "close"


@dataclass(frozen=True, slots=True)
class Void:
    """Take a question out of the score; the one at hand if none is named."""

    question: int | None = None
    do: Literal["void"] = "void"


@dataclass(frozen=True, slots=True)
class Accept:
    """Take an answer for right, for all who gave it; of the question at hand if none is named."""

    given: str
    question: int | None = None
    do: Literal["accept"] = "accept"


@dataclass(frozen=True, slots=True)
class Kick:
    """Send a player out."""

    player: str
    do: Literal["kick"] = "kick"


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a player another name."""

    player: str
    name: str
    do: Literal["rename"] = "rename"


@dataclass(frozen=True, slots=True)
class Ease:
    """Give a player more time for each question."""

    player: str
    factor: float = 1.5
    do: Literal["ease"] = "ease"


@dataclass(frozen=True, slots=True)
class Lock:
    """Let nobody new in, or let them in again."""

    locked: bool = True
    do: Literal["lock"] = "lock"


@dataclass(frozen=True, slots=True)
class Recode:
    """Make the code another."""

    code: str
    do: Literal["recode"] = "recode"


@dataclass(frozen=True, slots=True)
class Settle:
    """Hand a player's place to the browser that asks for it, or decline to."""

    claim: str
    hand_over: bool = True
    do: Literal["settle"] = "settle"


@dataclass(frozen=True, slots=True)
class Board:
    """Put the score board up, or take it down."""

    shown: bool = True
    do: Literal["board"] = "board"


@dataclass(frozen=True, slots=True)
class End:
    """End the drill; an open question is closed first."""

    do: Literal["end"] = "end"


@dataclass(frozen=True, slots=True)
class Recover:
    """The drill goes on after having been away."""

    down_from_ms: int


PlayerCommand = Join | Claim | Give | Buzz | Pass
HostCommand = (
    Next | Pause | Resume | Extend | Close | Void | Accept | Kick | Rename | Ease | Lock | Recode | Settle | Board | End
)
Command = PlayerCommand | HostCommand | Recover
