"""What must hold of every drill, whatever is sent and whenever the server dies: I1 to I7 of the drill's design."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drilled import CODE, Played, exactly
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from trainer.drill import commands as do
from trainer.drill import events as ev
from trainer.drill.claims import waiting
from trainer.drill.decide import decide, due
from trainer.drill.page.document import whole_frame
from trainer.drill.question import Form
from trainer.drill.reduce import replay
from trainer.drill.refused import Refused
from trainer.drill.rules import Scoring, Style
from trainer.drill.scoreboard import players_board
from trainer.drill.sight import Places, common, mine
from trainer.drill.state import Phase
from trainer.drill.timing import deadline_ms, left_ms
from trainer.drill.wire import format_event, parse_event

PLAYERS = st.sampled_from([f"p{n}" for n in range(6)])
CLAIMS = st.sampled_from(["K7M", "XY2", "222"])
HOST = st.sampled_from([
    do.Next(), do.Pause(), do.Resume(), do.Extend(5), do.Close(), do.Void(),
    do.Void(0), do.Lock(), do.Lock(locked=False), do.Board(), do.Kick("p1"), do.Rename("p2", "Somebody"),
    do.Ease("p3", 2.0), do.Accept("wrong 0a"),
])  # fmt: skip


class Drills(RuleBasedStateMachine):
    """A drill under commands in any order, with a clock that may jump back and a server that may die."""

    style = Style.TOGETHER
    scoring = Scoring.ACCURACY

    def __init__(self) -> None:
        super().__init__()
        self.played = Played(questions=5, seconds=20, style=self.style, scoring=self.scoring, streak=True)
        self.acknowledged: dict[tuple[str, int], str] = {}
        for number in range(3):
            self.somebody_joins(number)

    @property
    def drill(self):
        return self.played.drill

    def ask(self, command: do.Command) -> None:
        try:
            self.played.ask(command)
        except Refused:
            return
        if isinstance(command, do.Give):
            kept = self.drill.rounds[command.question].answers[command.player]
            self.acknowledged.setdefault((command.player, command.question), kept.given)

    @rule(number=st.integers(0, 5))
    def somebody_joins(self, number: int) -> None:
        self.ask(do.Join(f"p{number}", f"token {number}", f"Player {number}", code=CODE))

    @rule(player=PLAYERS, question=st.integers(-1, 5), option=st.integers(-1, 3), sure=st.integers(0, 100))
    def somebody_answers(self, player: str, question: int, option: int, sure: int) -> None:
        self.ask(do.Give(player, question, option=option, confidence=sure))

    @precondition(lambda self: self.drill.rounds)
    @rule(player=PLAYERS, option=st.integers(0, 2), sure=st.integers(0, 100))
    def somebody_answers_what_is_open(self, player: str, option: int, sure: int) -> None:
        self.ask(do.Give(player, len(self.drill.rounds) - 1, option=option, confidence=sure))

    @rule(number=st.integers(0, 8), claim=CLAIMS, name=st.sampled_from(["Player 0", "player 1", "Somebody", "Nobody"]))
    def a_browser_asks_for_a_place(self, number: int, claim: str, name: str) -> None:
        self.ask(do.Claim(claim, f"token {number}", name, CODE))

    @rule(claim=CLAIMS, hand_over=st.booleans())
    def the_host_settles(self, claim: str, hand_over: bool) -> None:
        before = self.drill
        self.ask(do.Settle(claim, hand_over))
        assert players_board(self.drill) == players_board(before)
        assert self.drill.rounds == before.rounds

    @rule(player=PLAYERS, question=st.integers(0, 4))
    def somebody_buzzes(self, player: str, question: int) -> None:
        self.ask(do.Buzz(player, question))

    @rule(player=PLAYERS, question=st.integers(0, 4))
    def somebody_passes(self, player: str, question: int) -> None:
        self.ask(do.Pass(player, question))

    @rule()
    def the_next_question_is_put(self) -> None:
        self.ask(do.Close())
        self.ask(do.Next())

    @rule(command=HOST)
    def the_host_wants(self, command: do.Command) -> None:
        self.ask(command)

    @rule(seconds=st.sampled_from([-2, 0.1, 5, 19, 25, 25]))
    def the_clock_moves(self, seconds: float) -> None:
        self.played.passes(seconds)

    @rule()
    def the_server_looks_at_the_clock(self) -> None:
        if wanted := due(self.drill, self.played.now):
            self.ask(wanted)

    @rule(away_s=st.sampled_from([0.5, 30, 90_000]))
    def the_server_dies_and_comes_back(self, away_s: float) -> None:
        died_at = max(self.played.now, self.drill.last_ms)
        before, boards = self.drill, players_board(self.drill)
        self.played.drill = replay(self.played.events)
        left = left_ms(before, died_at)
        self.played.now = died_at
        self.played.passes(away_s).ask(do.Recover(died_at))
        assert len(self.drill.rounds) == len(before.rounds)  # I7
        assert left_ms(self.drill, self.played.now) == left
        assert players_board(self.drill) == boards

    @invariant()
    def every_acknowledged_answer_is_kept_once_and_unchanged(self) -> None:  # I1, I2
        kept = [(e.player, e.question, e.given) for e in self.played.events if isinstance(e, ev.Answered)]
        assert sorted(kept) == sorted((player, at, given) for (player, at), given in self.acknowledged.items())

    @invariant()
    def no_answer_came_after_its_deadline(self) -> None:  # I3
        for put in self.drill.rounds:
            for player, answer in put.answers.items():
                deadline = deadline_ms(self.drill, put, self.drill.players[player])
                assert answer.at_ms <= deadline + self.drill.rules.grace_ms
                assert put.closed_at_ms is None or answer.at_ms <= put.closed_at_ms

    @invariant()
    def the_log_gives_the_drill_back(self) -> None:  # I4
        written = [format_event(event) for event in self.played.events]
        assert replay(map(parse_event, written)) == self.drill

    @invariant()
    def nobody_sees_what_is_right_before_the_close(self) -> None:  # I5
        if self.drill.phase not in {Phase.OPEN, Phase.PAUSED}:
            return
        everybody = common(self.drill, Places())
        assert everybody.revealed is None
        assert self.drill.question.card.answer not in str(replace(everybody, asked=None))
        for player in self.drill.playing:
            own = mine(self.drill, player, self.played.now, Places())
            assert own.part is None
            assert own.given is None or own.given in self.drill.question.options

    @invariant()
    def a_player_has_one_browser_and_a_browser_one_player(self) -> None:
        places = [player.token for player in self.drill.playing]
        assert len(set(places)) == len(places)
        for player in self.drill.playing:
            assert self.drill.player_of(player.token) == player
        for claim in waiting(self.drill, self.played.now):
            assert self.drill.player_of(claim.token) is None
            assert self.drill.claims[claim.id] is claim

    @invariant()
    def the_clock_of_the_log_never_goes_back(self) -> None:
        times = [event.at_ms for event in self.played.events]
        assert times == sorted(times)


class Turns(Drills):
    style = Style.TURNS


class Buzzers(Drills):
    style = Style.BUZZER


class Confidence(Drills):
    scoring = Scoring.CONFIDENCE


_SOME = settings(max_examples=15, stateful_step_count=40)
TestTogether = Drills.TestCase
TestTogether.settings = _SOME
TestTurns = Turns.TestCase
TestTurns.settings = _SOME
TestBuzzers = Buzzers.TestCase
TestBuzzers.settings = _SOME
TestConfidence = Confidence.TestCase
TestConfidence.settings = _SOME


@pytest.mark.parametrize("form", [Form.CHOICE, Form.CURRENT])
def test_which_option_is_right_changes_no_byte_before_the_close(form):  # I5
    pages = set()
    for right, answer in enumerate("abc"):
        played = Played("Ana", "Ben", seconds=0)
        asked = tuple(
            replace(
                question, form=form, options=("a", "b", "c"), right=right, card=replace(question.card, answer=answer)
            )
            for question in played.drill.made.questions
        )
        played.drill = replace(played.drill, made=replace(played.drill.made, questions=asked))
        played.ask(do.Next(), do.Give("ana", 0, option=1))
        drill = played.drill
        ana, ben = (mine(drill, player, played.now, Places()) for player in drill.playing)
        pages.add(tuple(str(whole_frame(common(drill, Places()), own)) for own in (ana, ben)))
    assert len(pages) == 1


def test_a_grader_that_changes_does_not_change_a_drill_that_was_played():
    played = Played("Ana")
    played.ask(do.Next())
    played.give("ana")
    played.ask(do.Close())
    again = decide(played.drill, do.Give("ana", 0, option=1), played.now, lambda card, given: exactly(card, "no"))
    assert again == ()
    assert players_board(replay(played.events))[0].points == 100


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("drills", [Drills, Turns, Buzzers, Confidence])
def test_five_thousand_drills_keep_what_must_hold(drills):
    run_state_machine_as_test(drills, settings=settings(max_examples=1_250, stateful_step_count=40))
