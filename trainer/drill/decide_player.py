"""What a player's command leads to."""

from __future__ import annotations

from trainer.drill import commands as do
from trainer.drill import events as ev
from trainer.drill.decide_claim import claim
from trainer.drill.decide_join import join
from trainer.drill.question import Question
from trainer.drill.refused import Refused, Why
from trainer.drill.rules import Scoring
from trainer.drill.state import Drill, Phase, Player, Round
from trainer.drill.timing import is_late
from trainer.drill.turns import is_out, may_answer, may_buzz
from trainer.drill.verdict import Grader, judge
from trainer.text import one_line

MOST_CHARACTERS = 400
"""Of a typed answer; more is cut."""


def decide_player(drill: Drill, command: do.PlayerCommand, now_ms: int, grade: Grader) -> tuple[ev.Event, ...]:
    """The events that a player's command leads to. Raises Refused."""
    match command:
        case do.Join():
            return join(drill, command, now_ms)
        case do.Claim():
            return claim(drill, command, now_ms)
        case do.Give():
            return _give(drill, command, now_ms, grade)
        case do.Buzz():
            return _buzz(drill, command, now_ms)
        case do.Pass():
            return _pass(drill, command, now_ms)


def _give(drill: Drill, wish: do.Give, now_ms: int, grade: Grader) -> tuple[ev.Event, ...]:
    player, put = _player(drill, wish), _put(drill, wish.question)
    if wish.player in put.answers:
        return ()
    _need_open(drill, put)
    if is_late(drill, put, player, now_ms):
        raise Refused(Why.LATE, "Too late: the time for this question is over.")
    if is_out(put, wish.player) or not may_answer(drill, put, wish.player):
        raise Refused(Why.TURN, "It is somebody else's turn.")
    question = drill.made.questions[put.question]
    given = _given(question, wish)
    judged = judge(question, given, grade, drill.rules.within)
    sure = _confidence(drill, wish.confidence)
    return (ev.Answered(now_ms, player.id, put.question, given, judged.verdict, judged.credit, sure, judged.remark),)


def _given(question: Question, wish: do.Give) -> str:
    """The answer as text. Raises Refused for no answer, and for an option that there is not."""
    if question.options:
        if wish.option is None or not 0 <= wish.option < len(question.options):
            raise Refused(Why.BAD, "That is none of the options.", remedy="Choose one of them.")
        return question.options[wish.option]
    given = one_line(wish.given[: 4 * MOST_CHARACTERS], MOST_CHARACTERS)
    if not given:
        raise Refused(Why.BAD, "The answer is empty.", remedy="Type one, or wait for the next question.")
    return given


def _confidence(drill: Drill, said: int | None) -> int | None:
    if drill.rules.scoring is not Scoring.CONFIDENCE:
        return None
    if said is None or not 0 <= said <= 100:
        raise Refused(Why.BAD, "This drill asks how sure you are.", remedy="Give 0 to 100 percent.")
    return said


def _buzz(drill: Drill, wish: do.Buzz, now_ms: int) -> tuple[ev.Event, ...]:
    player, put = _player(drill, wish), _put(drill, wish.question)
    _need_open(drill, put)
    if wish.player in put.buzzed:
        return ()
    if not may_buzz(drill, put, wish.player):
        raise Refused(Why.TURN, "Somebody else has the floor.")
    return (ev.Buzzed(now_ms, player.id, put.question),)


def _pass(drill: Drill, wish: do.Pass, now_ms: int) -> tuple[ev.Event, ...]:
    player, put = _player(drill, wish), _put(drill, wish.question)
    if is_out(put, wish.player):
        return ()
    _need_open(drill, put)
    if not may_answer(drill, put, wish.player):
        raise Refused(Why.TURN, "It is somebody else's turn.")
    return (ev.Passed(now_ms, player.id, put.question),)


def _player(drill: Drill, wish: do.Give | do.Buzz | do.Pass) -> Player:
    """Who wants something. Raises Refused for who is out, and from a browser whose place went to another meanwhile."""
    player = drill.players.get(wish.player)
    if player is None or player.kicked or wish.token not in {"", player.token}:
        raise Refused(Why.NO_PLAYER, "You are not in this drill.", remedy="Join it first.")
    return player


def _put(drill: Drill, question: int) -> Round:
    """A question that was put. Raises Refused for one that was not, or not yet."""
    if not 0 <= question < len(drill.rounds):
        raise Refused(Why.LATE, "That question is not open.")
    return drill.rounds[question]


def _need_open(drill: Drill, put: Round) -> None:
    if put is not drill.round or put.closed_at_ms is not None or drill.phase is Phase.ENDED:
        raise Refused(Why.LATE, "Too late: the answer to this question was shown.")
    if drill.phase is Phase.PAUSED:
        raise Refused(Why.LATE, "The host has stopped the clock.", remedy="Answer when it goes on.")
