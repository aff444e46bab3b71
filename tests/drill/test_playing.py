"""A drill from the lobby to its end: what each command leads to, and what it refuses."""

from __future__ import annotations

import pytest
from drilled import Played

from trainer.drill import commands as do
from trainer.drill.decide import due
from trainer.drill.question import Form
from trainer.drill.reduce import replay
from trainer.drill.refused import Refused, Why
from trainer.drill.rules import Scoring, Style
from trainer.drill.scoreboard import players_board, teams_board
from trainer.drill.spread import spread
from trainer.drill.state import Phase
from trainer.drill.timing import left_ms


def points(played: Played) -> dict[str, int]:
    return {line.name: line.points for line in players_board(played.drill)}


def refusal(played: Played, command: do.Command) -> Why:
    with pytest.raises(Refused) as refused:
        played.ask(command)
    return refused.value.why


def test_a_right_answer_earns_a_hundred_points_whenever_it_comes():
    played = Played("Ana", "Ben")
    played.ask(do.Next())
    played.give("ana")
    played.passes(29).give("ben")
    played.ask(do.Close())
    assert points(played) == {"Ana": 100, "Ben": 100}


def test_nothing_is_scored_before_the_question_is_closed():
    played = Played("Ana")
    played.ask(do.Next())
    played.give("ana")
    assert points(played) == {"Ana": 0}


def test_with_speed_an_answer_at_the_deadline_earns_half():
    played = Played("Ana", "Ben", scoring=Scoring.SPEED, seconds=20)
    played.ask(do.Next())
    played.give("ana")
    played.passes(20).give("ben")
    played.ask(do.Close())
    assert points(played) == {"Ana": 100, "Ben": 50}


def test_a_streak_earns_a_tenth_more_for_each_right_answer_before_it():
    played = Played("Ana", streak=True, questions=4)
    played.play({"ana": True}, {"ana": True}, {"ana": True}, {"ana": False})
    assert points(played) == {"Ana": 100 + 110 + 120}


def test_confidence_pays_for_being_sure_when_right_and_costs_when_wrong():
    played = Played("Ana", "Ben", scoring=Scoring.CONFIDENCE)
    played.ask(do.Next())
    played.give("ana", sure=90)
    played.give("ben", right=False, sure=90)
    played.ask(do.Close())
    ana, ben = players_board(played.drill)
    assert (ana.points, ben.points) == (99, -81)
    assert (round(ana.brier, 4), round(ben.brier, 4)) == (0.01, 0.81)


def test_confidence_is_asked_for_where_it_is_scored():
    played = Played("Ana", scoring=Scoring.CONFIDENCE)
    played.ask(do.Next())
    assert refusal(played, do.Give("ana", 0, option=0)) is Why.BAD


def test_a_team_earns_the_mean_of_its_players_so_that_size_does_not_count():
    played = Played("Ana", "Ben", "Cem", teams=("Red", "Blue"))
    played.play({"ana": True, "ben": True, "cem": False})
    assert [(line.name, line.points) for line in teams_board(played.drill)] == [("Blue", 100), ("Red", 50)]


def test_equal_points_share_a_place():
    played = Played("Ana", "Ben", "Cem").play({"ana": True, "ben": True})
    assert [(line.place, line.name) for line in players_board(played.drill)] == [(1, "Ana"), (1, "Ben"), (3, "Cem")]


def test_the_first_answer_stands_and_a_second_changes_nothing():
    played = Played("Ana")
    played.ask(do.Next())
    played.give("ana", right=False)
    assert played.give("ana", right=True) == ()
    played.ask(do.Close())
    assert points(played) == {"Ana": 0}


def test_an_answer_repeated_after_the_close_is_still_not_refused():
    played = Played("Ana").play({"ana": True})
    assert played.ask(do.Give("ana", 0, option=1)) == ()


@pytest.mark.parametrize(("after_s", "why"), [(30, None), (30.5, None), (30.6, Why.LATE)])
def test_an_answer_counts_until_the_deadline_and_half_a_second_of_grace(after_s, why):
    played = Played("Ana", seconds=30)
    played.ask(do.Next())
    played.passes(after_s)
    if why is None:
        assert played.give("ana")
    else:
        assert refusal(played, do.Give("ana", 0, option=0)) is why


def test_a_pause_stops_the_clock_and_takes_no_answer():
    played = Played("Ana", seconds=30)
    played.ask(do.Next())
    played.passes(10).ask(do.Pause())
    played.passes(100)
    assert left_ms(played.drill, played.now) == 20_000
    assert refusal(played, do.Give("ana", 0, option=0)) is Why.LATE
    played.ask(do.Resume())
    assert left_ms(played.drill, played.now) == 20_000
    played.passes(5).give("ana")
    assert played.drill.round.answers["ana"].taken_ms == 15_000


def test_the_time_in_which_the_server_was_away_counts_for_nobody():
    played = Played("Ana", seconds=30)
    played.ask(do.Next())
    played.passes(10)
    down_from = played.now
    played.passes(60).ask(do.Recover(down_from))
    assert left_ms(played.drill, played.now) == 20_000


def test_more_time_is_added_to_the_open_question_alone():
    played = Played("Ana", seconds=30)
    played.ask(do.Next(), do.Extend(15))
    assert left_ms(played.drill, played.now) == 45_000
    played.ask(do.Close(), do.Next())
    assert left_ms(played.drill, played.now) == 30_000


def test_a_player_given_more_time_has_it_and_the_question_waits_for_it():
    played = Played("Ana", "Ben", seconds=30)
    played.ask(do.Ease("ana", 2.0), do.Next())
    played.passes(45)
    assert refusal(played, do.Give("ben", 0, option=0)) is Why.LATE
    assert due(played.drill, played.now) is None
    assert played.give("ana")


def test_a_question_is_due_to_close_when_its_time_is_over_or_all_have_answered():
    played = Played("Ana", "Ben", seconds=30)
    played.ask(do.Next())
    played.give("ana")
    assert due(played.drill, played.now) is None
    assert due(played.drill, played.now + 30_501) == do.Close()
    played.give("ben")
    assert due(played.drill, played.now) == do.Close()


def test_without_a_clock_a_question_stays_open():
    played = Played("Ana", seconds=0)
    played.ask(do.Next())
    played.passes(86_400)
    assert left_ms(played.drill, played.now) is None
    assert due(played.drill, played.now) is None
    assert played.give("ana")


def test_whoever_comes_late_plays_on_and_has_not_earned_what_was_before():
    played = Played("Ana").play({"ana": True})
    played.join("Ben")
    played.play({"ana": True, "ben": True})
    assert points(played) == {"Ana": 200, "Ben": 100}


def test_joining_again_with_the_same_token_is_the_same_player_with_the_same_points():
    played = Played("Ana").play({"ana": True})
    played.join("Somebody Else", token="Ana", player="new")
    assert points(played) == {"Ana": 100}


def test_a_wrong_code_lets_nobody_in_and_the_key_of_the_qr_code_does():
    played = Played()
    assert refusal(played, do.Join("x", "t", "Eve", code="WRONG1")) is Why.NO_CODE
    played.join("Ana", code="a-long-key-of-22-chars")
    played.join("Ben", code=" ab2-cde ")
    assert [player.name for player in played.drill.playing] == ["Ana", "Ben"]


def test_a_locked_drill_takes_nobody_new_and_lets_its_players_back():
    played = Played("Ana")
    played.ask(do.Lock())
    assert refusal(played, do.Join("ben", "t", "Ben", code="AB2CDE")) is Why.LOCKED
    played.join("Ana")


def test_a_player_sent_out_is_off_the_board_and_stays_out():
    played = Played("Ana", "Ben").play({"ana": True, "ben": True})
    played.ask(do.Kick("ben"))
    assert points(played) == {"Ana": 100}
    assert refusal(played, do.Join("b2", played.drill.players["ben"].token, "Ben", code="AB2CDE")) is Why.NO_PLAYER
    assert refusal(played, do.Give("ben", 0, option=0)) is Why.NO_PLAYER


def test_a_voided_question_counts_for_nobody():
    played = Played("Ana", "Ben").play({"ana": True}, {"ana": True, "ben": True})
    played.ask(do.Void(0))
    assert points(played) == {"Ana": 100, "Ben": 100}
    assert players_board(played.drill)[0].asked == 1


def test_an_answer_that_the_host_accepts_is_right_for_all_who_gave_it():
    played = Played("Ana", "Ben", "Cem", form=Form.TYPED)
    played.ask(do.Next(), do.Give("ana", 0, "The Council"), do.Give("ben", 0, "the  council"), do.Give("cem", 0, "no"))
    played.ask(do.Close(), do.Accept("THE COUNCIL"))
    assert points(played) == {"Ana": 100, "Ben": 100, "Cem": 0}
    assert [(share.text, share.count, share.credit) for share in spread(played.drill, played.drill.round)] == [
        ("The Council", 2, 1.0), ("no", 1, 0.0),
    ]  # fmt: skip


def test_an_answer_that_nobody_gave_cannot_be_accepted():
    played = Played("Ana", form=Form.TYPED)
    played.ask(do.Next())
    with pytest.raises(Refused, match="Nobody gave that answer"):
        played.ask(do.Accept("the Council"))


def test_half_of_a_list_earns_half():
    played = Played("Ana", form=Form.LIST)
    played.ask(do.Next(), do.Give("ana", 0, "Niger"), do.Close())
    assert points(played) == {"Ana": 50}


@pytest.mark.parametrize(("given", "came_to"), [("1,000", 100), ("1050", 100), ("949", 0), ("many", 0)])
def test_a_number_within_the_range_is_right(given, came_to):
    played = Played("Ana", form=Form.NUMBER, within=0.05)
    played.ask(do.Next(), do.Give("ana", 0, given), do.Close())
    assert points(played) == {"Ana": came_to}


def test_in_turns_the_next_one_steals_for_half_what_the_first_missed():
    played = Played("Ana", "Ben", style=Style.TURNS)
    played.ask(do.Next())
    assert refusal(played, do.Give("ben", 0, option=0)) is Why.TURN
    played.give("ana", right=False)
    played.give("ben")
    assert due(played.drill, played.now) == do.Close()
    played.ask(do.Close())
    assert points(played) == {"Ben": 50, "Ana": 0}


def test_in_turns_the_next_question_begins_with_the_next_player():
    played = Played("Ana", "Ben", style=Style.TURNS)
    played.ask(do.Next(), do.Pass("ana", 0), do.Pass("ben", 0), do.Close(), do.Next())
    assert refusal(played, do.Give("ana", 1, option=0)) is Why.TURN
    played.give("ben")
    played.ask(do.Close())
    assert points(played) == {"Ben": 100, "Ana": 0}


def test_without_stealing_a_miss_ends_the_question():
    played = Played("Ana", "Ben", style=Style.TURNS, steal=False)
    played.ask(do.Next())
    played.give("ana", right=False)
    assert due(played.drill, played.now) == do.Close()


def test_who_buzzes_first_has_the_floor_and_a_miss_gives_it_away():
    played = Played("Ana", "Ben", style=Style.BUZZER)
    played.ask(do.Next(), do.Buzz("ben", 0))
    assert refusal(played, do.Buzz("ana", 0)) is Why.TURN
    assert refusal(played, do.Give("ana", 0, option=0)) is Why.TURN
    played.give("ben", right=False)
    played.ask(do.Buzz("ana", 0))
    played.give("ana")
    assert due(played.drill, played.now) == do.Close()
    played.ask(do.Close())
    assert points(played) == {"Ana": 100, "Ben": 0}


def test_the_drill_ends_by_closing_what_is_open():
    played = Played("Ana")
    played.ask(do.Next())
    played.give("ana")
    played.ask(do.End())
    assert played.drill.phase is Phase.ENDED
    assert points(played) == {"Ana": 100}
    assert refusal(played, do.Next()) is Why.PHASE


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (do.Pause(), "No question was put yet"),
        (do.Next(), "Nobody has joined yet"),
        (do.Void(), "That question was not put"),
        (do.Kick("nobody"), "not in the drill"),
        (do.Recode(" -- "), "six letters or digits"),
        (do.Recode("AB2CD"), "six letters or digits"),
    ],
)
def test_the_host_is_told_what_cannot_be_done(command, words):
    with pytest.raises(Refused, match=words):
        Played().ask(command)


def test_after_the_last_question_there_is_no_next():
    played = Played("Ana", questions=1).play({"ana": True})
    with pytest.raises(Refused, match="last question"):
        played.ask(do.Next())


def test_a_drill_without_names_has_numbers_that_stay_theirs():
    played = Played("Ana", "Ben", "Cem", anonymous=True).play({"cem": True})
    played.ask(do.Kick("ana"))
    assert [line.name for line in players_board(played.drill)] == ["Player 3", "Player 2"]


def test_the_drill_read_back_from_its_events_is_the_drill():
    played = Played("Ana", "Ben", streak=True).play({"ana": True, "ben": False}, {"ben": True})
    assert replay(played.events) == played.drill
