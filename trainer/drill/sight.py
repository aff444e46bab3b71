"""What players may see of a drill at a moment. What is right is in it only once the question is closed.

`common` is the same for everybody and made once for a crowd; `mine` is one player's own part.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.drill.question import Form, Question
from trainer.drill.rules import Scoring, Style
from trainer.drill.scoreboard import Standing, players_board, shown_name, teams_board
from trainer.drill.scoring import Scored, right_answer, scored
from trainer.drill.spread import Share, spread
from trainer.drill.state import Drill, Phase, Player, Round
from trainer.drill.timing import left_ms
from trainer.drill.turns import holder, may_answer, may_buzz

MOST_PLACES = 10
"""Lines of the board that a page shows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without what is right."""

    index: int
    """From 0."""
    of: int
    """How many there are."""
    prompt: str
    form: Form
    options: tuple[str, ...]
    marking: str


@dataclass(frozen=True, slots=True)
class Revealed:
    """What is shown of a question once it is closed."""

    answer: str
    """What is right."""
    sentence: str
    """The sentence behind it; empty if there is none."""
    source: str
    """As of when, according to whom, and where the sentence stands."""
    void: bool
    """Whether the question was taken out of the score."""
    shares: tuple[Share, ...]
    """What was answered, and by how many."""
    players: int
    """How many could have answered."""


@dataclass(frozen=True, slots=True)
class Common:
    """What everybody may see."""

    title: str
    phase: Phase
    marking: str
    """The drill's, which heads every page."""
    teams: tuple[str, ...]
    """What a player may join."""
    style: Style
    sure: bool
    """Whether players are asked how sure they are."""
    asked: Asked | None
    """The question at hand; None in the lobby."""
    floor: str
    """Who has the floor, where one has it."""
    revealed: Revealed | None
    """None until the question is closed."""
    board: tuple[Standing, ...]
    """The first places, while the board is up or the drill is over."""
    team_board: tuple[Standing, ...]
    """The same of teams."""


@dataclass(frozen=True, slots=True)
class Mine:
    """What concerns one player alone."""

    name: str
    team: str
    left_ms: int | None
    """What is left of the player's time; None with no clock, and once the question is closed."""
    given: str | None
    """The player's answer to the question at hand; None before there is one."""
    passed: bool
    """Whether the player let the question go."""
    may_answer: bool
    """Whether an answer would be taken now."""
    may_buzz: bool
    """Whether the floor is free."""
    part: Scored | None
    """What the answer came to; None until the question is closed, and where it does not count."""
    standing: Standing | None
    """Where the player stands; None before the first question was closed."""


class Places:
    """Who stands where, worked out again only when something that counts has changed: a crowd asks all the time."""

    def __init__(self) -> None:
        """Nothing is worked out yet."""
        self._basis: tuple[object, ...] = ()
        self._board: list[Standing] = []
        self._lines: dict[str, Standing] = {}

    def board(self, drill: Drill) -> list[Standing]:
        """Every player's line, the best first."""
        basis = (drill.made, drill.players, *(done for done in drill.rounds if done.closed_at_ms is not None))
        is_same = len(basis) == len(self._basis) and all(
            now is then for now, then in zip(basis, self._basis, strict=True)
        )
        if not is_same:
            self._basis, self._board = basis, players_board(drill)
            self._lines = {line.id: line for line in self._board}
        return self._board

    def of(self, drill: Drill, player: str) -> Standing | None:
        """A player's line; None before the first question was closed."""
        self.board(drill)
        is_begun = bool(drill.rounds) and drill.rounds[0].closed_at_ms is not None
        return self._lines.get(player) if is_begun else None


def common(drill: Drill, places: Places) -> Common:
    """What everybody may see now."""
    at_hand, question = drill.round, drill.question
    is_closed = at_hand is not None and at_hand.closed_at_ms is not None
    shows_board = drill.board or drill.phase is Phase.ENDED
    return Common(
        title=drill.made.title,
        phase=drill.phase,
        marking=drill.made.marking,
        teams=drill.rules.teams,
        style=drill.rules.style,
        sure=drill.rules.scoring is Scoring.CONFIDENCE,
        asked=_asked(drill, at_hand, question) if at_hand and question else None,
        floor=_floor(drill, at_hand) if at_hand and not is_closed else "",
        revealed=_revealed(drill, at_hand, question) if at_hand and question and is_closed else None,
        board=tuple(places.board(drill)[:MOST_PLACES]) if shows_board else (),
        team_board=tuple(teams_board(drill)) if shows_board else (),
    )


def mine(drill: Drill, player: Player, now_ms: int, places: Places) -> Mine:
    """What concerns a player now."""
    at_hand = drill.round
    answer = at_hand.answers.get(player.id) if at_hand else None
    free = at_hand if drill.phase is Phase.OPEN and answer is None else None
    return Mine(
        name=player.name,
        team=player.team,
        left_ms=left_ms(drill, now_ms, player),
        given=answer.given if answer else None,
        passed=at_hand is not None and player.id in at_hand.passed,
        may_answer=free is not None and may_answer(drill, free, player.id),
        may_buzz=free is not None and may_buzz(drill, free, player.id),
        part=_part(drill, at_hand, player) if at_hand and at_hand.closed_at_ms is not None else None,
        standing=places.of(drill, player.id),
    )


def _asked(drill: Drill, at_hand: Round, question: Question) -> Asked:
    of = len(drill.made.questions)
    return Asked(at_hand.question, of, question.prompt, question.form, question.options, question.marking)


def _revealed(drill: Drill, at_hand: Round, question: Question) -> Revealed:
    card = question.card
    return Revealed(
        answer=right_answer(question),
        sentence=card.source.sentence if card.source else "",
        source=question.source,
        void=at_hand.void,
        shares=tuple(spread(drill, at_hand)),
        players=len(drill.playing),
    )


def _floor(drill: Drill, at_hand: Round) -> str:
    player = holder(drill, at_hand)
    return shown_name(drill, drill.players[player]) if player else ""


def _part(drill: Drill, at_hand: Round, player: Player) -> Scored | None:
    parts = scored(drill, player.id)
    return parts[-1] if parts and parts[-1].question == at_hand.question else None
