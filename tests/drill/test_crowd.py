"""A crowd plays while players drop, post twice and the server is killed: nothing acknowledged is lost or changed."""

from __future__ import annotations

import asyncio
import time

import pytest
from crowd import PLAYERS_AT_ONCE, Account, Member, crowdedness, quantile
from drilled import CODE, made
from room import Host, Process

from trainer.drill.log import read_drill_log
from trainer.drill.question import Form
from trainer.drill.reduce import replay
from trainer.drill.state import Phase


async def played(folder, players: int, questions: int, *, kills: bool) -> tuple[Account, object, list[float]]:
    """A whole drill by a crowd: the account, the drill as its log has it, and how long each restart took."""
    server = Process(folder / "crowd.db", [made(questions, Form.TYPED, seconds=120)])
    host = await Host(server.start()).attach()
    account, done, restarts = Account(), asyncio.Event(), []
    crowd = [Member(number, server.port, account) for number in range(players)]
    for at in range(0, players, PLAYERS_AT_ONCE):
        await asyncio.gather(*(member.join(CODE) for member in crowd[at : at + PLAYERS_AT_ONCE]))
    playing = [asyncio.create_task(member.play(done)) for member in crowd]
    while sum(member.listening for member in crowd) < players:
        await asyncio.sleep(0.1)
    try:
        for number in range(questions):
            await host.ask("next")
            if kills and number % 3 == 1:
                await asyncio.sleep(0.5)
                began = time.monotonic()
                server.kill()
                await host.leave(ending=False)
                host = await Host(server.start()).attach()
                restarts.append(time.monotonic() - began)
                assert (host.drill.phase, host.drill.round.question) == (Phase.OPEN, number)
            await asyncio.wait_for(_closed(host, number), 60)
        await host.leave()
        server.wait()
    finally:
        done.set()
        for task in playing:
            task.cancel()
        await asyncio.gather(*playing, return_exceptions=True)
        server.kill()
    return account, replay(read_drill_log(server.path)), restarts


async def _closed(host: Host, number: int) -> None:
    """Once everybody has answered, which closes the question; whoever hangs is closed out."""
    until = time.monotonic() + 30
    while not any(line["kind"] == "closed" and line["question"] == number for line in host.lines):
        if time.monotonic() > until:
            await host.ask("close")
        await asyncio.sleep(0.05)


def check(account: Account, drill, players: int, questions: int) -> None:
    kept = {
        (drill.players[player].name, done.question): answer.given
        for done in drill.rounds
        for player, answer in done.answers.items()
    }
    lost = [key for key in account.acknowledged if key not in kept]
    changed = [key for key, given in account.acknowledged.items() if kept.get(key) != given]
    assert (lost, changed) == ([], [])
    assert (account.contradicted, account.leaked) == (0, 0)
    assert len(drill.playing) == players
    assert len(account.acknowledged) > 0.95 * players * questions


async def test_thirty_players_lose_nothing_when_the_server_is_killed(tmp_path):
    account, drill, restarts = await played(tmp_path, 30, 2, kills=True)
    check(account, drill, 30, 2)
    assert len(restarts) == 1


@pytest.mark.long
@pytest.mark.timeout(900)
async def test_five_hundred_players_lose_nothing_when_the_server_is_killed_again_and_again(tmp_path):
    account, drill, restarts = await played(tmp_path, 500, 20, kills=True)
    report("with kills", account, restarts)
    check(account, drill, 500, 20)
    assert max(restarts) < 3 * crowdedness()


@pytest.mark.long
@pytest.mark.timeout(900)
async def test_five_hundred_players_are_answered_within_a_second(tmp_path):
    account, drill, _ = await played(tmp_path, 500, 10, kills=False)
    report("without kills", account, [])
    check(account, drill, 500, 10)
    assert quantile(account.waits_s, 0.99) < 1.0 * crowdedness()


def report(what: str, account: Account, restarts: list[float]) -> None:
    waits = [round(quantile(account.waits_s, share), 3) for share in (0.5, 0.95, 0.99, 1)]
    print(f"{what}: {len(account.acknowledged)} acknowledged, {account.drops} drops, {account.twice} posted twice, "
          f"{account.late} late; p50 p95 p99 max {waits} s; back in {[round(s, 2) for s in restarts]} s")  # fmt: skip
