"""What can happen in a drill. A drill is its events in order; nothing else is kept.

Each has `at_ms`, the drill's own clock when it happened (Unix milliseconds, never going back), and `kind`, its name in
the log. Players are named by ids that say nothing; a token is known by its digest alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.drill.question import Question
from trainer.drill.rules import Rules
from trainer.drill.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Made:
    """The drill was made; its first event."""

    at_ms: int
    drill: str
    """The drill's id, which its log is named by."""
    title: str
    """What people call it."""
    code: str
    """What players type to join."""
    join_key: str
    """What the QR code carries instead of the code; too long to guess."""
    seed: int
    """Questions and options follow from it and the decks."""
    rules: Rules
    questions: tuple[Question, ...]
    """All of them, in the order asked."""
    marking: str = ""
    """The highest of the questions' markings, and of their decks'."""
    red_allowed: bool = False
    """Whether TLP:RED was let onto the network all the same."""
    kind: Literal["made"] = "made"


@dataclass(frozen=True, slots=True)
class Joined:
    """A player came in."""

    at_ms: int
    player: str
    name: str
    team: str = ""
    token: str = ""
    """The digest of what the player's browser shows; empty for players at the host's keyboard."""
    kind: Literal["joined"] = "joined"


@dataclass(frozen=True, slots=True)
class Claimed:
    """Somebody in another browser says to be a player who is in."""

    at_ms: int
    claim: str
    """The request's id, which the host's screen and the browser show, so that people can compare them."""
    player: str
    """Whose place is asked for."""
    token: str
    """The digest of what the other browser shows."""
    kind: Literal["claimed"] = "claimed"


@dataclass(frozen=True, slots=True)
class Settled:
    """The host handed a player's place to the browser that asked for it, or declined to."""

    at_ms: int
    claim: str
    player: str
    handed_over: bool
    """If so, the browser that had the place is nobody's from here on, and no other's request for it waits."""
    kind: Literal["settled"] = "settled"


@dataclass(frozen=True, slots=True)
class Renamed:
    """The host gave a player another name."""

    at_ms: int
    player: str
    name: str
    kind: Literal["renamed"] = "renamed"


@dataclass(frozen=True, slots=True)
class Kicked:
    """The host sent a player out; the token is worth nothing from here on."""

    at_ms: int
    player: str
    kind: Literal["kicked"] = "kicked"


@dataclass(frozen=True, slots=True)
class Eased:
    """The host gave a player more time for each question."""

    at_ms: int
    player: str
    factor: float
    """1.5 for half as much again."""
    kind: Literal["eased"] = "eased"


@dataclass(frozen=True, slots=True)
class Locked:
    """The door was closed to new players, or opened again."""

    at_ms: int
    locked: bool
    kind: Literal["locked"] = "locked"


@dataclass(frozen=True, slots=True)
class Recoded:
    """Too many wrong codes were tried, and the code became another."""

    at_ms: int
    code: str
    kind: Literal["recoded"] = "recoded"


@dataclass(frozen=True, slots=True)
class Opened:
    """A question was put."""

    at_ms: int
    question: int
    """Its index in the drill."""
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock was stopped; no answer is taken."""

    at_ms: int
    kind: Literal["paused"] = "paused"


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock went on."""

    at_ms: int
    kind: Literal["resumed"] = "resumed"


@dataclass(frozen=True, slots=True)
class Extended:
    """The open question was given more time."""

    at_ms: int
    seconds: int
    kind: Literal["extended"] = "extended"


@dataclass(frozen=True, slots=True)
class Recovered:
    """The drill was away, through a crash or a closed lid; the time away counts for nobody."""

    at_ms: int
    down_from_ms: int
    """When it was last known to run."""
    kind: Literal["recovered"] = "recovered"


@dataclass(frozen=True, slots=True)
class Buzzed:
    """A player asked for the floor first."""

    at_ms: int
    player: str
    question: int
    kind: Literal["buzzed"] = "buzzed"


@dataclass(frozen=True, slots=True)
class Passed:
    """A player let a question go."""

    at_ms: int
    player: str
    question: int
    kind: Literal["passed"] = "passed"


@dataclass(frozen=True, slots=True)
class Answered:
    """A player answered; the first answer stands."""

    at_ms: int
    player: str
    question: int
    given: str
    """As it was typed, or the option's text."""
    verdict: Verdict
    credit: float
    """The share of the question that it earns, 0 to 1."""
    confidence: int | None = None
    """How sure the player was, in percent; None if that was not asked."""
    remark: str = ""
    """What the grader says about it."""
    kind: Literal["answered"] = "answered"


@dataclass(frozen=True, slots=True)
class Closed:
    """A question was closed and its answer shown."""

    at_ms: int
    question: int
    kind: Literal["closed"] = "closed"


@dataclass(frozen=True, slots=True)
class Voided:
    """A question was taken out of the score."""

    at_ms: int
    question: int
    kind: Literal["voided"] = "voided"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The host took an answer for right, for everybody who gave it."""

    at_ms: int
    question: int
    given: str
    """Folded, as `text.fold` gives it."""
    kind: Literal["accepted"] = "accepted"


@dataclass(frozen=True, slots=True)
class BoardShown:
    """The score board was put up for all, or taken down."""

    at_ms: int
    shown: bool
    kind: Literal["board"] = "board"


@dataclass(frozen=True, slots=True)
class Ended:
    """The drill is over."""

    at_ms: int
    kind: Literal["ended"] = "ended"


Event = (
    Made | Joined | Claimed | Settled | Renamed | Kicked | Eased | Locked | Recoded | Opened | Paused | Resumed
    | Extended | Recovered | Buzzed | Passed | Answered | Closed | Voided | Accepted | BoardShown | Ended
)  # fmt: skip
