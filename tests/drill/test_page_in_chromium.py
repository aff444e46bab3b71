"""The page as players meet it: a phone, a keyboard, no scripts, a reload, two tabs, a server that dies."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from chromium import Chromium, Tab, needs_chromium
from drilled import Played, made
from room import Host, Process, Room

from trainer.drill.question import Form
from trainer.drill.review.as_page import format_page
from trainer.drill.review.findings import review
from trainer.drill.rules import Scoring
from trainer.drill.scoreboard import players_board

pytestmark = [pytest.mark.long, needs_chromium]

AXE = Path(os.environ.get("AXE_CORE", ".ci/axe-core/package/axe.min.js"))
"""axe-core's script, which .ci/run fetches; it is under the MPL 2.0 and no part of the trainer."""
TWO_SIZES = [(320, 640), (1280, 800)]


@pytest.fixture
async def chromium(tmp_path):
    async with Chromium(tmp_path / "chromium") as chromium:
        yield chromium


@pytest.fixture
async def room(tmp_path):
    event = replace(made(seconds=60), marking="TLP:AMBER", title="Mali and the end of MINUSMA")
    async with Room(tmp_path / "d.db", [event]) as room:
        yield room


def address(room) -> str:
    return f"http://127.0.0.1:{room.found['port'] if isinstance(room, Room) else room.port}/"


def points(room: Room) -> dict[str, int]:
    return {line.name: line.points for line in players_board(room.host.drill)}


async def joined(tab: Tab, room, name: str) -> Tab:
    """The tab of a player who came in with code and name."""
    await tab.go(address(room))
    await tab.until("Join the drill")
    await tab.click("document.querySelector('#code')")
    await tab.type("ab2cde")
    await tab.click("document.querySelector('#name')")
    await tab.type(name)
    await tab.press("Enter")
    await tab.until("You are in")
    return tab


async def choose(tab: Tab, text: str) -> None:
    button = f"[...document.querySelectorAll('.options button')].find(b => b.innerText.includes('{text}'))"
    await tab.until_so(f"!!{button}")
    await tab.click(button)


async def test_phones_play_a_drill_to_its_end(chromium, room):
    ana, ben = await joined(await chromium.tab(), room, "Ana"), await joined(await chromium.tab(), room, "Ben")
    for number in range(3):
        await room.host.ask("next")
        for tab, said in ((ana, "right"), (ben, "wrong")):
            await tab.until(f"Question {number + 1} of 3")
            assert "TLP:AMBER" in await tab.text()
            assert await tab.run("document.documentElement.scrollWidth <= innerWidth")
            await choose(tab, f"{said} {number}")
        assert "That is right." in await ana.until(f"Answer: right {number}")
        assert "That is wrong." in await ben.until(f"Answer: right {number}")
    await room.host.ask("end")
    assert "Place 1." in await ana.until("The drill is over.")
    assert points(room) == {"Ana": 300, "Ben": 0}


async def test_the_keyboard_is_enough(chromium, room):
    tab = await chromium.tab(1280, 800)
    await tab.go(address(room))
    await tab.until("Join the drill")
    await tab.tab_to("e.id === 'code'")
    await tab.type("AB2CDE")
    await tab.press("Tab")
    await tab.type("Ana")
    await tab.press("Enter")
    await tab.until("You are in")
    await room.host.ask("next")
    await tab.until("Question 1 of 3")
    assert await tab.run("document.activeElement.id") == "head"
    await tab.tab_to("e.innerText.includes('right 0')")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert await tab.run(outline) == "solid"
    await tab.press("Enter")
    await tab.until("Answer: right 0")
    assert points(room) == {"Ana": 100}


async def test_typed_and_sure_by_keyboard(chromium, tmp_path):
    events = [made(form=Form.TYPED, scoring=Scoring.CONFIDENCE, seconds=0)]
    async with Room(tmp_path / "sure.db", events) as room:
        tab = await joined(await chromium.tab(), room, "Ana")
        await room.host.ask("next")
        await tab.until("How sure are you?")
        await tab.tab_to("e.id === 'given'")
        await tab.type("right 0")
        await tab.press("Tab", " ", "ArrowDown", "ArrowDown")
        await tab.press("Enter")
        assert "You were 50 percent sure." in await tab.until("That is right.")


async def test_without_scripts_the_same_drill_is_played(chromium, room):
    tab = await joined(await chromium.tab(scripts=False), room, "Ana")
    await room.host.ask("next")
    await tab.until("Question 1 of 3", within_s=15)  # the page looks by itself
    await choose(tab, "right 0")
    await tab.until("Answer: right 0", within_s=15)
    await room.host.ask("end")
    await tab.until("The drill is over.", within_s=15)
    assert points(room) == {"Ana": 100}


async def test_a_reload_in_the_middle_of_a_question_changes_nothing(chromium, room):
    tab = await joined(await chromium.tab(), room, "Ana")
    await room.player("Ben")
    await room.host.ask("next")
    await tab.until("Question 1 of 3")
    await tab.reload()
    await tab.until("Choose one answer")
    await choose(tab, "right 0")
    await tab.until("Your answer is saved")
    await tab.reload()
    await tab.until("Your answer is saved: right 0")
    await room.host.ask("close")
    await tab.until("That is right.")


async def test_what_is_answered_in_one_tab_is_answered_in_the_other(chromium, room):
    first = await joined(await chromium.tab(), room, "Ana")
    second = await chromium.tab(beside=first)
    await second.go(address(room))
    await room.player("Ben")
    await room.host.ask("next")
    await second.until("Question 1 of 3")
    await choose(first, "right 0")
    await second.until("Your answer is saved: right 0")


async def test_what_is_being_typed_is_kept_while_the_host_gives_more_time(chromium, tmp_path):
    async with Room(tmp_path / "typed.db", [made(form=Form.TYPED, seconds=60)]) as room:
        tab = await joined(await chromium.tab(), room, "Ana")
        await room.host.ask("next")
        await tab.until("Your answer")
        await tab.click("document.querySelector('#given')")
        await tab.type("righ")
        await room.host.ask("extend", seconds=100)
        await tab.until_so("parseInt(document.querySelector('#clock').innerText) > 100")
        await tab.type("t 0")
        await tab.press("Enter")
        await tab.until("That is right.")


async def test_an_answer_given_while_the_server_is_dead_arrives_when_it_is_back(chromium, tmp_path):
    server = Process(tmp_path / "d.db", [made(seconds=60)])
    host = await Host(server.start()).attach()
    tab, other = await joined(await chromium.tab(), server, "Ana"), await joined(await chromium.tab(), server, "Ben")
    await host.ask("next")
    await tab.until("Question 1 of 3")
    server.kill()
    await host.leave(ending=False)
    await choose(tab, "right 0")
    await tab.until("Trying again; leave this page open.")
    host = await Host(server.start()).attach()
    await tab.until("Your answer is saved: right 0")
    await choose(other, "wrong 0a")
    await tab.until("That is right.")
    await other.until("That is wrong.")
    await host.leave()
    server.kill()


async def test_a_reader_is_told_of_the_opening_the_answer_and_the_outcome(chromium, room):
    tab = await joined(await chromium.tab(), room, "Ana")
    await room.player("Ben")
    said = "document.querySelector('#say').textContent"
    await room.host.ask("next")
    await tab.until_so(f"/^Question 1 of 3 is open, (60|59) seconds\\.$/.test({said})")
    await choose(tab, "wrong 0a")
    await tab.until_so(f"{said} === 'Your answer is saved.'")
    await room.host.ask("close")
    await tab.until_so(f"{said}.includes('The answer: right 0. You were wrong, 0 points.')")
    assert await tab.run("document.querySelector('#say').getAttribute('role')") == "status"


async def test_everything_to_press_is_large_enough_for_a_thumb(chromium, room):
    tab = await joined(await chromium.tab(), room, "Ana")
    await room.host.ask("next")
    await tab.until("Question 1 of 3")
    small = "[...document.querySelectorAll('button')].filter(b => b.getBoundingClientRect().height < 44).length"
    assert await tab.run(small) == 0


async def test_who_is_sent_out_stands_at_the_door(chromium, room):
    tab = await joined(await chromium.tab(), room, "Ana")
    await room.host.ask("kick", player=room.host.drill.playing[0].id)
    await tab.until("Join the drill")


async def says_to_be(tab: Tab, room: Room, name: str) -> None:
    """Ask for a place in a new browser, as people do: try to join under the name, be told, press the button."""
    await tab.go(f"{address(room)}?k={room.drill.made.join_key}")
    await tab.until("Join the drill")
    await tab.click("document.querySelector('#name')")
    await tab.type(name)
    await tab.press("Enter")
    await tab.until(f"Somebody is called {name} already.")
    await tab.until_so("document.readyState === 'complete'")
    for _ in range(10):  # a page that has just come may miss a press, and people press again
        if await tab.run("!!document.querySelector('#offer button')"):
            await tab.click("document.querySelector('#offer button')")
        with suppress(AssertionError):
            await tab.until("The host is asked", within_s=3)
            return
    raise AssertionError(await tab.text())


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_player_with_a_new_phone_goes_on_there_once_the_host_agrees(chromium, room, scripts):
    old, new = await joined(await chromium.tab(), room, "Ana"), await chromium.tab(scripts=scripts)
    await room.player("Ben")
    await room.host.ask("next")
    await old.until("Question 1 of 3")
    await choose(old, "right 0")
    await old.until("Your answer is saved")
    await says_to_be(new, room, "Ana")
    assert await new.run("document.documentElement.scrollWidth <= innerWidth")
    claim = await new.run("document.querySelector('.claim').innerText")
    assert claim == room.host.lines[-1]["claim"]
    await room.host.ask("settle", claim=claim)
    await new.until("Your answer is saved: right 0", within_s=15)
    await old.until("The host has handed your place to another browser.")
    await room.host.ask("close")
    await new.until("That is right.", within_s=15)
    assert points(room) == {"Ana": 100, "Ben": 0}


async def test_who_is_not_believed_stands_at_the_door_and_is_told(chromium, room):
    old, new = await joined(await chromium.tab(), room, "Ana"), await chromium.tab()
    await says_to_be(new, room, "Ana")
    await room.host.ask("settle", claim=room.host.lines[-1]["claim"], hand_over=False)
    assert "Join the drill" in await new.until("The host has not handed you the place of Ana.")
    assert "You are in, Ana" in await old.text()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here; .ci/run fetches it")
@pytest.mark.parametrize("size", TWO_SIZES)
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("played", [
    (Form.CHOICE, {}),
    (Form.CHOICE, {"scoring": Scoring.CONFIDENCE, "teams": ("Red", "Blue")}),
    (Form.LIST, {"seconds": 0}),
])  # fmt: skip
async def test_axe_finds_nothing_in_any_view(chromium, tmp_path, size, dark, played):
    form, rules = played
    event = replace(made(form=form, **rules), marking="TLP:RED", title="Mali and the end of MINUSMA")
    async with Room(tmp_path / "d.db", [event]) as room:
        tab = await chromium.tab(*size)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        await tab.send("Emulation.setEmulatedMedia", features=scheme)
        await tab.go(f"{address(room)}?code=nothing")
        await tab.until("Join the drill")
        assert await violations(tab) == []
        await tab.click("document.querySelector('#name')")
        await tab.type("Ana")
        if event.rules.teams:
            await tab.click("document.querySelector('[value=Red]')")
        await tab.press("Enter")
        await tab.until("That is not the code of this drill")
        assert await violations(tab) == []
        await tab.run("document.querySelector('#code').value = 'AB2CDE'")
        await tab.click("[...document.querySelectorAll('button')].at(-1)")
        await tab.until("You are in")
        assert await violations(tab) == []
        if not event.rules.teams:
            other = await chromium.tab(*size)
            await other.send("Emulation.setEmulatedMedia", features=scheme)
            await says_to_be(other, room, "Ana")
            assert await violations(other) == []
            await other.go(f"{address(room)}?new&code=AB2CDE")
            await other.until("Join the drill")
            await other.click("document.querySelector('#name')")
            await other.type("Ana")
            await other.press("Enter")
            await other.until("That is me")
            assert await violations(other) == []
        for command, words in (
            ("next", "Question 1 of 3"), ("pause", "stopped the clock"), ("close", "Answer:"), ("board", "Players"),
            ("end", "The drill is over."),
        ):  # fmt: skip
            await room.host.ask(command)
            await tab.until(words)
            assert await violations(tab) == [], command


async def violations(tab: Tab) -> list[str]:
    """What axe-core finds wrong with what the tab shows, by the rules of WCAG 2.2 A and AA and its best practices."""
    await tab.run(AXE.read_text("utf-8") + "; null")
    found = await tab.run("axe.run({resultTypes: ['violations', 'incomplete']}).then(r => r.violations)")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


@pytest.mark.parametrize("size", TWO_SIZES)
async def test_no_word_of_a_table_of_the_review_is_broken(chromium, tmp_path, size):
    played = Played("Ana", "Ben", teams=("Red", "Blue")).play({"ana": True, "ben": False}, {"ana": True})
    (tmp_path / "review.html").write_text(format_page(review(played.drill)), "utf-8")
    tab = await chromium.tab(*size)
    await tab.go((tmp_path / "review.html").as_uri())
    await tab.until("What was asked")
    words = "[...document.querySelectorAll('th, td')].filter(cell => !/[\\s-]/.test(cell.innerText))"
    tops = "new Set([...r.getClientRects()].map(box => Math.round(box.top / 8)))"
    lines = f"(cell => {{ const r = new Range(); r.selectNodeContents(cell); return {tops}.size; }})"
    assert await tab.run(f"{words}.length") > 10
    assert await tab.run(f"{words}.filter(cell => {lines}(cell) > 1).map(cell => cell.innerText)") == []
    assert await tab.run("document.documentElement.scrollWidth <= innerWidth")
