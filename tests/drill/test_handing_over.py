"""A place goes over to another browser: what is posted, what each browser shows, what an impostor gets."""

from __future__ import annotations

import asyncio
import html
import re

import pytest
from drilled import CODE, KEY, made
from room import Browser, Host, Process, Room

from trainer.drill.server.limits import CLAIMS_A_MINUTE, Claims


@pytest.fixture
async def room(tmp_path):
    async with Room(tmp_path / "d.db", [made(seconds=60)]) as room:
        yield room


async def asks(room: Room, name: str = "Ana") -> tuple[Browser, str]:
    """A new browser that asks for the place, and what it shows."""
    browser = room.browser()
    await browser.get()
    reply = await browser.post("/claim", name=name, code=CODE)
    assert reply.json == {"ok": True}
    return browser, shown(await browser.get())


def shown(reply) -> str:
    return re.search(r'<p class="claim">(\w+)</p>', reply.text)[1]


def words(reply) -> str:
    return html.unescape(re.sub("<[^>]+>", "", reply.text))


async def test_a_player_goes_on_in_another_browser_by_forms_alone(room):
    old = await room.player("Ana")
    await room.player("Ben")
    await room.host.ask("next")
    await old.post("/answer", question=0, option=0)
    new = room.browser()
    await new.get(f"/?k={KEY}")
    refused = await new.form("/join", name="ana", code=KEY)
    assert refused.status == 409
    assert "Somebody is called ana already." in words(refused)
    assert refused.text.count(f'<input type="hidden" name="code" value="{KEY}">') == 2  # for the join form, and to ask
    asked = await new.form("/claim", name="ana", code=KEY)
    assert (asked.status, asked.headers["location"]) == (303, "/")
    page = await new.get()
    assert "You say that you are Ana." in words(page)
    assert '<meta http-equiv="refresh"' in page.text
    claim = (await room.host.line("claimed"))["claim"]
    assert claim == shown(page)
    settled = await room.host.ask("settle", claim=claim)
    assert (settled["kind"], settled["handed_over"]) == ("settled", True)
    assert "Your answer is saved: right 0" in words(await new.get())
    await old.until(lambda: old.news[-1][0] == "out")
    assert "The host has handed your place to another browser." in words(await old.get())
    late = await old.post("/answer", question=0, option=1)
    assert (late.status, late.json["why"]) == (401, "player")
    assert "handed your place to another browser" in late.json["message"]
    assert (await old.get("/events")).status == 204


async def test_a_script_is_sent_the_offer_to_ask(room):
    await room.player("Ana")
    new = room.browser()
    reply = await new.join("Ana")
    assert (reply.status, reply.json["why"]) == (409, "taken")
    assert 'action="/claim"' in reply.json["html"]


async def test_before_the_host_has_said_yes_the_new_browser_is_nobody(room):
    old = await room.player("Ana")
    await room.host.ask("next")
    eve, claim = await asks(room)
    assert (await eve.post("/answer", question=0, option=1)).status == 401
    assert (await eve.get("/events")).status == 204
    assert b"Question 0" not in eve.seen
    await room.host.ask("settle", claim=claim, hand_over=False)
    assert "The host has not handed you the place of Ana." in words(await eve.get())
    assert (await eve.post("/answer", question=0, option=1)).status == 401
    assert (await old.post("/answer", question=0, option=0)).json["given"] == "right 0"


async def test_nobody_settles_a_request_but_the_host(room):
    await room.player("Ana")
    eve, claim = await asks(room)
    for path in ("/settle", "/claim"):
        await eve.post(path, do="settle", claim=claim, hand_over=True, name="Ana", code=CODE)
    assert "You say that you are Ana." in words(await eve.get())
    assert room.host.of("settled") == []


async def test_who_asks_may_join_under_another_name_instead(room):
    await room.player("Ana")
    browser, claim = await asks(room)
    assert "Your name" in words(await browser.get("/?new"))
    assert (await browser.join("Ana B")).status == 200
    refused = await room.host.ask("settle", claim=claim)
    assert (refused["kind"], refused["why"]) == ("refused", "phase")


async def test_a_wrong_code_asks_for_nothing_and_is_counted_as_at_the_door(room):
    await room.player("Ana")
    eve = room.browser()
    await eve.get()
    replies = [await eve.post("/claim", name="Ana", code=f"{n:06}") for n in range(4)]
    replies.append(await eve.post("/join", name="Eve", code="000009"))
    assert {reply.json["message"] for reply in replies} == {
        "That is not the code of this drill. Look at the host's screen."
    }
    assert (await eve.join("Eve")).json["message"].startswith("Too many wrong codes from here")
    assert room.host.of("claimed") == []


async def test_a_flood_of_requests_is_stopped_early_and_joining_goes_on(room):
    await room.player("Ana")
    statuses = []
    for _ in range(CLAIMS_A_MINUTE + 5):
        eve = room.browser()
        await eve.get()
        statuses.append((await eve.post("/claim", name="Ana", code=CODE)).status)
    assert statuses.count(200) == 3  # as many as may wait for one place
    assert set(statuses) == {200, 403}
    assert (await room.browser().join("Ben")).status == 200


def test_requests_of_one_address_are_taken_five_times_a_minute():
    claims = Claims()
    assert [claims.may_ask("a", n) for n in range(7)] == [True] * 5 + [False] * 2
    assert claims.may_ask("b", 10)
    assert claims.may_ask("a", 60_001)


@pytest.mark.parametrize("body", [{"name": {}}, {"name": "x" * 3_000}, {"name": "Ana"}, {}])
async def test_a_request_that_makes_no_sense_is_refused(room, body):
    await room.player("Ana")
    eve = room.browser()
    await eve.get()
    reply = await eve.post("/claim", **body)
    assert 400 <= reply.status < 500
    assert reply.json["ok"] is False


async def test_a_browser_without_cookies_cannot_ask(room):
    await room.player("Ana")
    reply = await room.browser().post("/claim", name="Ana", code=CODE)
    assert reply.json["message"].startswith("Your browser keeps no cookies.")


async def test_a_name_full_of_markup_is_text_where_it_is_asked_for(room):
    name = "<b onclick=x>\x1b[2J"
    await room.player(name)
    new = room.browser()
    offered = (await new.join(name)).json["html"]
    await new.post("/claim", name=name, code=CODE)
    page = (await new.get()).text
    for written in (offered, page):
        assert "&lt;b onclick=x&gt;" in written
        assert "<b " not in written
        assert "\x1b" not in written


async def test_asking_twice_at_once_is_asking_once(room):
    await room.player("Ana")
    new = room.browser()
    await new.get()
    await asyncio.gather(*(new.post("/claim", name="Ana", code=CODE) for _ in range(3)))
    await room.host.ask("next")
    assert len(room.host.of("claimed")) == 1


async def test_a_place_that_was_handed_over_stays_so_when_the_server_dies(tmp_path):
    server = Process(tmp_path / "d.db", [made(seconds=60)])
    host = await Host(server.start()).attach()
    old, new = Browser(server.port), Browser(server.port)
    await old.join("Ana")
    await host.ask("next")
    await new.get()
    await new.post("/claim", name="Ana", code=CODE)
    await host.ask("settle", claim=shown(await new.get()))
    assert (await new.post("/answer", question=0, option=0)).json["ok"]
    server.kill()
    await host.leave(ending=False)
    host = await Host(server.start()).attach()
    assert "right 0" in words(await new.get())
    assert "handed your place to another browser" in words(await old.get())
    await host.leave()
    server.kill()
