"""What is sent to a drill's server by those who mean no good: refused, cheaply, while honest players go on."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import json
import sys
import time
from pathlib import Path

import pytest
from assault import Assault
from crowd import crowdedness, quantile
from drilled import made
from room import Browser, Host, Process, Room

from trainer.drill.server.limits import MESSAGES_AT_ONCE, WRONG_CODES_A_MINUTE, WRONG_CODES_IN_ALL, Pace, WrongCodes

OWN = "127.0.0.1:{port}"
HOSTS = [
    OWN,
    "localhost:{port}",
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1",
    "127.0.0.1:1",
    "",
    "127.0.0.1.evil.example:{port}",
]
ORIGINS = [f"http://{OWN}", "https://evil.example", "http://evil.example:{port}", "null", "", f"https://{OWN}"]


@pytest.fixture
async def room(tmp_path):
    async with Room(tmp_path / "d.db", [made(seconds=0)]) as room:
        yield room


async def test_a_post_is_taken_from_the_drills_own_page_alone(room):
    ana = await room.player("Ana")
    await room.host.ask("next")
    port = str(room.found["port"])
    hosts = [host.replace("{port}", port) for host in HOSTS]
    for host, origin in itertools.product(hosts, [origin.replace("{port}", port) for origin in ORIGINS]):
        reply = await ana.send(ana.request("POST", "/answer", b"{}", host=host, origin=origin))
        is_own = host in {f"127.0.0.1:{port}", f"localhost:{port}"} and origin == f"http://127.0.0.1:{port}"
        assert reply.status == (400 if is_own or not host else 403), (host, origin)
    assert room.host.drill.rounds[0].answers == {}


async def test_a_strangers_name_for_this_machine_shows_nothing(room):
    ana = await room.player("Ana")
    for path in ("/", "/events", "/page.js"):
        reply = await ana.get(path, host=f"evil.example:{room.found['port']}")
        assert reply.status == 403
        assert "A drill" not in reply.text


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[1]", b"null", b'"x"', b"\xff\xfe", b'{"name":{}}', b'{"code":null}', b"[" * 3000,
        b'{"code":' + b"[" * 2000, b'{"name":"\\ud800","code":"AB2CDE"}', b'{"name":1e999}', b'{"a":1}' * 100, b"NaN",
    ],
)  # fmt: skip
async def test_json_that_is_none_is_refused_and_breaks_nothing(room, body):
    eve = room.browser()
    await eve.get()
    for path in ("/join", "/answer", "/claim"):
        for kind in ("application/json", "application/x-www-form-urlencoded", "text/plain"):
            reply = await eve.send(eve.request("POST", path, body, content_type=kind, accept="application/json"))
            assert 400 <= reply.status < 500
            assert reply.json["ok"] is False


async def test_a_body_of_a_megabyte_is_cut_off_early(room):
    ana = await room.player("Ana")
    body = json.dumps({"question": 0, "given": "x" * 1_000_000}).encode()
    for path in ("/answer", "/join", "/buzz", "/claim"):
        reply = await ana.send(ana.request("POST", path, body, content_type="application/json"))
        assert reply.status in {0, 413}  # hung up on, or told
    assert (await ana.get()).status == 200


@pytest.mark.parametrize(
    "path", ["/host", "/../etc/passwd", "/page/../../x", "/%2e%2e/%2e%2e/etc/passwd", "/answer", "/.host"]
)
async def test_there_is_nothing_else_to_find(room, path):
    assert (await room.browser().get(path)).status in {404, 405}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
async def test_other_methods_are_refused(room, method):
    assert (await room.browser().send(room.browser().request(method, "/"))).status in {400, 403, 405}


async def test_a_web_socket_is_not_opened(room):
    eve = room.browser()
    reply = await eve.get("/events", connection="close, Upgrade", upgrade="websocket", sec_websocket_version="13")
    assert reply.status in {204, 400, 426}


async def test_after_many_wrong_codes_from_one_address_the_right_one_is_not_looked_at_either(room):
    eve = room.browser()
    await eve.get()
    statuses = [(await eve.post("/join", name="Eve", code=f"{n:06}")).status for n in range(40)]
    assert set(statuses) == {403}
    right = await eve.post("/join", name="Eve", code="AB2CDE")
    assert right.json["message"].startswith("Too many wrong codes from here")
    assert (await eve.join("Ana", code=room.drill.made.join_key)).status == 200


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has every 127.x.x.x for its own")
async def test_a_thousand_wrong_codes_from_two_hundred_addresses_find_nothing_and_change_the_code(room):
    ana = await room.player("Ana")
    statuses = []
    for number in range(1_000):
        eve = room.browser()
        eve.address, eve.cookie = (
            f"127.0.1.{1 + number // WRONG_CODES_A_MINUTE}",
            ana.cookie.replace(ana.cookie[-9:], "x" * 9),
        )
        statuses.append((await eve.post("/join", name="Eve", code=f"{number:06}")).status)
    assert set(statuses) == {403}
    codes = [line["code"] for line in room.host.of("recoded")]
    assert len(codes) == 1_000 // WRONG_CODES_IN_ALL
    late = room.browser()
    assert (await late.join("Late", code="AB2CDE")).status == 403  # what the screen showed before
    assert (await late.join("Late", code=codes[-1])).status == 200
    assert "You are in, " in (await ana.get()).text


async def test_a_body_that_is_packed_is_not_unpacked(room):
    ana = await room.player("Ana")
    bomb = gzip.compress(b"0" * 3_000_000)
    reply = await ana.send(
        ana.request("POST", "/answer", bomb, content_type="application/json", content_encoding="gzip")
    )
    assert len(bomb) < 4_096
    assert reply.status == 400


def test_codes_of_one_address_are_looked_at_five_times_a_minute():
    wrong = WrongCodes()
    for second in range(WRONG_CODES_A_MINUTE):
        assert wrong.may_try("a", second * 1000)
        assert not wrong.wrong("a", second * 1000)
    assert not wrong.may_try("a", 30_000)
    assert wrong.may_try("b", 30_000)
    assert wrong.may_try("a", 60_001)


def test_wrong_codes_from_everywhere_change_the_code():
    wrong = WrongCodes()
    changed = [wrong.wrong(f"address {n}", n) for n in range(2 * WRONG_CODES_IN_ALL)]
    assert [n for n, so in enumerate(changed, 1) if so] == [WRONG_CODES_IN_ALL, 2 * WRONG_CODES_IN_ALL]


def test_a_player_may_send_a_few_messages_at_once_and_five_a_second():
    pace = Pace()
    assert [pace.may_send("ana", 0) for _ in range(12)] == [True] * int(MESSAGES_AT_ONCE) + [False] * 2
    assert pace.may_send("ben", 0)
    assert [pace.may_send("ana", 1000) for _ in range(6)] == [True] * 5 + [False]


async def test_a_player_who_floods_is_slowed_and_others_are_not(room):
    ana, ben = await room.player("Ana"), await room.player("Ben")
    await room.host.ask("next")
    replies = await asyncio.gather(*(ana.post("/answer", question=5, option=0) for _ in range(40)))
    assert {reply.status for reply in replies} == {409, 429}
    assert (await ben.post("/answer", question=0, option=0)).status == 200


async def test_the_oldest_of_too_many_tabs_gives_way(room):
    ana = await room.player("Ana")
    for _ in range(6):
        await ana.listen()
    await room.host.ask("next")
    await ana.until(lambda: sum(kind == "view" and body["phase"] == "open" for kind, body in ana.news) >= 4)
    await asyncio.sleep(0.1)
    assert sum(kind == "view" and body["phase"] == "open" for kind, body in ana.news) == 4


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the server's memory from /proc")
async def test_under_all_attacks_at_once_memory_stays_and_an_honest_player_is_answered(tmp_path):
    server = Process(tmp_path / "d.db", [made(questions=60, seconds=0)])
    host = await Host(server.start()).attach()
    ana, ben = Browser(server.port), Browser(server.port)
    for player, name in ((ana, "Ana"), (ben, "Ben")):
        assert (await player.join(name)).status == 200
    waits: list[float] = []
    async with Assault(server.port, server.pid) as assault:
        for number in range(60):
            await host.ask("next")
            for player in (ana, ben):
                began = time.monotonic()
                assert (await player.post("/answer", question=number, option=0)).status == 200
                waits.append(time.monotonic() - began)
            await host.line("closed", number + 1)
            await asyncio.sleep(0.1)
    grown_mb = (assault.peak_kb - assault.before_kb) / 1024
    print(
        f"{len(assault.statuses)} attacks; memory {assault.before_kb / 1024:.0f} MB, {grown_mb:.1f} MB more at most; "
        f"an honest answer p50 {quantile(waits, 0.5):.3f} s, p99 {quantile(waits, 0.99):.3f} s"
    )
    assert len(assault.statuses) > 500
    assert [status for status in assault.statuses if status and not 400 <= status < 500] == []
    assert grown_mb < 20
    assert quantile(waits, 0.99) < 1.0 * crowdedness()
    await host.leave()
    server.kill()
