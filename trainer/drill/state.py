"""Where a drill stands: a value that follows from its events and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer.drill.events import Made
from trainer.drill.question import Question
from trainer.drill.rules import Rules
from trainer.drill.verdict import Verdict


class Phase(StrEnum):
    """What is going on."""

    LOBBY = "lobby"
    """Players come in; nothing was asked yet."""
    OPEN = "open"
    """A question takes answers."""
    PAUSED = "paused"
    """A question waits, its clock stopped."""
    CLOSED = "closed"
    """The answer is shown."""
    ENDED = "ended"
    """Nothing more is asked."""


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays, or a team at one keyboard."""

    id: str
    name: str
    """Cleaned; nobody else's looks the same."""
    team: str = ""
    token: str = ""
    """The digest of the browser's token; the place has one browser at a time."""
    joined_at_ms: int = 0
    kicked: bool = False
    ease: float = 1.0
    """How many times the usual time this player has."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A browser's request for the place of a player."""

    id: str
    player: str
    """Whose place it is."""
    token: str
    """The digest of what the browser shows."""
    at_ms: int
    declined: bool = False
    """Whether the host has said no."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a player said to a question."""

    given: str
    verdict: Verdict
    credit: float
    """The share of the question that it earns, 0 to 1."""
    at_ms: int
    taken_ms: int
    """From the opening, pauses left out."""
    confidence: int | None = None
    """In percent."""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A question that was put, and what came back."""

    question: int
    """The question's index; also the round's."""
    opened_at_ms: int
    stopped_ms: int = 0
    """How long its clock stood, the pause that may be going on left out."""
    extended_ms: int = 0
    """What the host added to its time."""
    paused_at_ms: int | None = None
    """Since when its clock stands; None while it runs."""
    closed_at_ms: int | None = None
    """None until its answer was shown."""
    void: bool = False
    """Whether it was taken out of the score."""
    accepted: frozenset[str] = frozenset()
    """Answers, folded, that the host took for right."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By player."""
    passed: tuple[str, ...] = ()
    """Players who let it go."""
    buzzed: tuple[str, ...] = ()
    """Players who asked for the floor, the first first."""


@dataclass(frozen=True, slots=True)
class Drill:
    """A whole drill at one moment."""

    made: Made
    """What it was made of."""
    phase: Phase = Phase.LOBBY
    code: str = ""
    """What players type to join now."""
    locked: bool = False
    """Whether nobody new may come in."""
    board: bool = False
    """Whether the score board is up."""
    players: Mapping[str, Player] = field(default_factory=dict)
    """By id, in the order in which they came; those sent out are kept."""
    tokens: Mapping[str, str] = field(default_factory=dict)
    """From a token's digest to the player whose place it has, or had."""
    claims: Mapping[str, Claim] = field(default_factory=dict)
    """By id, the oldest first: the latest of each browser, as long as somebody may ask what became of it."""
    rounds: tuple[Round, ...] = ()
    """The questions put so far, in order; the last is the one at hand."""
    last_ms: int = 0
    """When its last event happened."""

    @property
    def rules(self) -> Rules:
        """What it is played by."""
        return self.made.rules

    @property
    def round(self) -> Round | None:
        """The question at hand; None in the lobby."""
        return self.rounds[-1] if self.rounds else None

    @property
    def question(self) -> Question | None:
        """What is asked at hand; None in the lobby."""
        return self.made.questions[self.rounds[-1].question] if self.rounds else None

    @property
    def playing(self) -> list[Player]:
        """Everybody who was not sent out, in the order in which they came."""
        return [player for player in self.players.values() if not player.kicked]

    @property
    def is_last(self) -> bool:
        """Whether no question is left to put."""
        return len(self.rounds) >= len(self.made.questions)

    def player_of(self, token: str) -> Player | None:
        """Who shows this token's digest; None for nobody, who was sent out, and who plays elsewhere since."""
        player = self.players.get(self.tokens.get(token, ""))
        return player if player and not player.kicked and player.token == token else None
