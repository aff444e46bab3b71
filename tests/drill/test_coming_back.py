"""A player who lost the browser asks the host for the old place: what it leads to, and what nobody can do thereby."""

from __future__ import annotations

import pytest
from drilled import CODE, Played

from trainer.drill import commands as do
from trainer.drill.claims import LASTS_MS, MOST_FOR_A_PLACE, MOST_IN_ALL, TOLD_MS, has_moved, waiting
from trainer.drill.codes import digest
from trainer.drill.reduce import replay
from trainer.drill.refused import Refused, Why
from trainer.drill.scoreboard import players_board

NEW = digest("new")


def asks(played: Played, name: str = "Ana", claim: str = "K7M", token: str = "new", code: str = CODE) -> tuple:
    return played.ask(do.Claim(claim, digest(token), name, code))


def refusal(played: Played, command: do.Command) -> Refused:
    with pytest.raises(Refused) as refused:
        played.ask(command)
    return refused.value


def test_the_place_goes_over_with_its_points_and_its_open_answer():
    played = Played("Ana", "Ben").play({"ana": True, "ben": False})
    played.ask(do.Next())
    played.give("ana")
    asks(played)
    assert played.drill.player_of(NEW) is None
    played.ask(do.Settle("K7M"))
    assert played.drill.player_of(NEW).name == "Ana"
    assert played.drill.player_of(digest("Ana")) is None
    assert has_moved(played.drill, digest("Ana"))
    assert played.give("ana", right=False) == ()  # the first answer stands
    played.give("ben")
    played.ask(do.Close())
    assert {line.name: line.points for line in players_board(played.drill)} == {"Ana": 200, "Ben": 100}
    assert replay(played.events) == played.drill


def test_what_the_old_browser_sent_before_it_was_out_but_is_decided_after_is_not_taken():
    played = Played("Ana", "Ben")
    played.ask(do.Next())
    asks(played)
    played.ask(do.Settle("K7M"))
    for late in (do.Give("ana", 0, option=0, token=digest("Ana")), do.Pass("ana", 0, token=digest("Ana"))):
        assert refusal(played, late).why is Why.NO_PLAYER
    assert played.ask(do.Give("ana", 0, option=0, token=NEW))


def test_until_the_host_decides_and_after_a_no_the_place_is_the_old_browsers():
    played = Played("Ana")
    asks(played)
    assert played.drill.player_of(digest("Ana")).name == "Ana"
    played.ask(do.Settle("K7M", hand_over=False))
    assert played.drill.player_of(NEW) is None
    assert played.drill.player_of(digest("Ana")).name == "Ana"
    assert waiting(played.drill, played.now) == []


@pytest.mark.parametrize(
    ("name", "code", "why", "words"),
    [
        ("Ana", "WRONG1", Why.NO_CODE, "not the code"),
        ("Zoe", CODE, Why.NAME, "Nobody in this drill is called that. Join under that name."),
        ("", CODE, Why.NAME, "Nobody in this drill"),
    ],
)
def test_who_asks_needs_the_code_and_a_name_that_is_taken(name, code, why, words):
    refused = refusal(Played("Ana"), do.Claim("K7M", NEW, name, code))
    assert refused.why is why
    assert words in str(refused)


def test_a_request_waits_two_minutes():
    played = Played("Ana")
    asks(played)
    assert [claim.id for claim in waiting(played.drill, played.now + LASTS_MS)] == ["K7M"]
    played.passes(LASTS_MS / 1000 + 1)
    assert waiting(played.drill, played.now) == []
    assert "Nobody waits under that request" in str(refusal(played, do.Settle("K7M")))
    assert asks(played, claim="XY2")


def test_asked_twice_it_is_one_request_and_for_another_place_a_new_one():
    played = Played("Ana", "Ben")
    asks(played)
    assert asks(played, claim="XY2") == ()
    asks(played, "Ben", claim="XY2")
    assert [(claim.id, claim.player) for claim in waiting(played.drill, played.now)] == [("XY2", "ben")]


def test_who_has_a_place_asks_for_no_other():
    played = Played("Ana", "Ben")
    assert asks(played, "Ana", token="Ben") == ()
    assert played.drill.claims == {}


def test_who_joins_under_another_name_asks_no_more():
    played = Played("Ana")
    asks(played)
    played.join("Anna", token="new")
    assert refusal(played, do.Settle("K7M")).why is Why.PHASE
    assert [player.name for player in played.drill.playing] == ["Ana", "Anna"]


def test_handed_to_one_the_place_is_refused_to_the_others_who_asked():
    played = Played("Ana", "Ben")
    asks(played)
    asks(played, claim="EVE", token="eve")
    asks(played, "Ben", claim="BEN", token="his new one")
    played.ask(do.Settle("K7M"))
    assert [claim.id for claim in waiting(played.drill, played.now)] == ["BEN"]
    assert refusal(played, do.Settle("EVE")).why is Why.PHASE


def test_a_place_that_went_to_the_wrong_one_can_be_asked_back():
    played = Played("Ana")
    asks(played, claim="EVE", token="eve")
    played.ask(do.Settle("EVE"))
    asks(played, token="Ana")
    played.ask(do.Settle("K7M"))
    assert played.drill.player_of(digest("Ana")).name == "Ana"
    assert played.drill.player_of(digest("eve")) is None


def test_the_old_browser_may_join_as_somebody_else():
    played = Played("Ana")
    asks(played)
    played.ask(do.Settle("K7M"))
    played.join("Ben", token="Ana")
    assert [(player.name, player.token) for player in played.drill.playing] == [("Ana", NEW), ("Ben", digest("Ana"))]


def test_neither_a_closed_door_nor_the_end_keeps_out_who_is_in():
    played = Played("Ana").play({"ana": True})
    played.ask(do.Lock(), do.End())
    assert refusal(played, do.Join("p2", NEW, "Ana", code=CODE)).why is Why.TAKEN
    asks(played)
    played.ask(do.Settle("K7M"))
    assert played.drill.player_of(NEW).name == "Ana"


def test_who_was_sent_out_gets_in_by_nobodys_place():
    played = Played("Ana", "Eve")
    asks(played)
    played.ask(do.Kick("eve"), do.Kick("ana"))
    assert refusal(played, do.Claim("XY2", digest("Eve"), "Ana", CODE)).why is Why.NO_PLAYER
    assert refusal(played, do.Settle("K7M")).why is Why.PHASE


def test_no_more_than_a_few_ask_for_one_place_and_a_few_more_in_all():
    names = [f"Player {n}" for n in range(10)]
    played = Played(*names)
    for number in range(MOST_IN_ALL):
        asks(played, names[number // MOST_FOR_A_PLACE], claim=f"C{number}", token=f"t{number}")
    assert refusal(played, do.Claim("one more", NEW, names[0], CODE)).why is Why.LOCKED
    assert refusal(played, do.Claim("one more", NEW, names[9], CODE)).why is Why.LOCKED
    played.passes(LASTS_MS / 1000 + 1)
    assert asks(played, names[0])


def test_requests_of_long_ago_are_forgotten():
    played = Played("Ana")
    asks(played, token="eve", claim="EVE")
    played.passes(TOLD_MS / 1000 + 1)
    asks(played)
    assert list(played.drill.claims) == ["K7M"]
