"""Whole pages, and what a page that is open is told."""

from __future__ import annotations

import importlib.resources
import zlib
from typing import Any

from trainer.decks.markings import normal
from trainer.drill.page.forms import Typed, claim_form, join_form
from trainer.drill.page.markup import esc, foreign, lines
from trainer.drill.page.views import MINE, mine_view, shared_view
from trainer.drill.sight import Common, Mine
from trainer.drill.state import Phase
from trainer.text import counted

_LINES = '<p id="say" role="status" class="quiet"></p><p id="trouble" role="alert"></p>'
"""What is said to readers, and what goes wrong."""
LOOK_AGAIN_S = 4
"""How often a page without a script looks for news, where nothing can be typed."""


def asset(name: str) -> bytes:
    """A file of the page: `page.css` or `page.js`."""
    return importlib.resources.files("trainer.drill.page").joinpath(name).read_bytes()


def play_page(common: Common, mine: Mine, refusal: str = "") -> str:
    """The page of somebody who plays."""
    view = shared_view(common, mine)
    waits = not (mine.may_answer or mine.may_buzz) and common.phase is not Phase.ENDED
    body = lines(
        _head(common, foreign(mine.name, "p", 'class="me"') + clock(common, mine)),
        f'<main id="view" data-view="{view_key(view)}">{_refusal(refusal)}'
        f"{view.replace(MINE, MINE.replace('><', f'>{mine_view(common, mine)}<'))}</main>",
        _LINES,
        _look_again(waits),
    )
    return _document(common.title, body, common.marking, state="plays", looks_again=waits)


def join_page(common: Common, typed: Typed, refusal: str = "", *, is_taken: bool = False) -> str:
    """The page of somebody who wants in; with a name that is taken it offers to ask the host."""
    offered = offer(refusal, typed) if is_taken else ""
    body = lines(
        _head(common, ""),
        f'<main id="view">{"" if is_taken else _refusal(refusal)}<h2 id="head" tabindex="-1">Join</h2>'
        f'{join_form(common.teams, typed)}<div id="offer">{offered}</div></main>',
        _LINES,
    )
    return _document(common.title, body, common.marking)


def offer(refusal: str, typed: Typed) -> str:
    """Why a name cannot be had, and what to do if it is one's own."""
    return _refusal(refusal) + claim_form(typed)


def ask_page(common: Common, name: str, claim: str) -> str:
    """The page of somebody who has asked for a player's place and waits for the host."""
    body = lines(
        _head(common, ""),
        '<main id="view"><h2 id="head" tabindex="-1">The host is asked</h2>',
        f"<p>You say that you are {foreign(name, 'strong')}. Tell the host that this page shows</p>",
        f'<p class="claim">{esc(claim)}</p>',
        "<p>When the host agrees, you go on here with your points. Leave this page open.</p>",
        '<p><a href="/?new">Join under another name</a></p></main>',
        _LINES,
        _look_again(is_by_itself=True),
    )
    return _document(common.title, body, common.marking, state="asks", looks_again=True)


def clock(common: Common, mine: Mine) -> str:
    """What is left of the time, for the eye; a reader is told at the opening and near the end."""
    if mine.left_ms is None:
        return '<p id="clock" class="clock" hidden></p>'
    seconds = round(mine.left_ms / 1000)
    running = "true" if common.phase is Phase.OPEN else "false"
    return f'<p id="clock" class="clock" data-left-ms="{mine.left_ms}" data-running="{running}">{seconds} s</p>'


def view_key(view: str) -> str:
    """What changes when the middle of the page does."""
    return f"{zlib.crc32(view.encode()):08x}"


def view_frame(common: Common, mine: Mine) -> dict[str, Any]:
    """What an open page is told of the drill, the player's own part left out."""
    view = shared_view(common, mine)
    return {
        "phase": common.phase.value,
        "question": common.asked.index if common.asked else -1,
        **clock_frame(common, mine),
        "view": view_key(view),
        "html": view,
        "say": said(common, mine),
    }


def whole_frame(common: Common, mine: Mine) -> dict[str, Any]:
    """What one player's page is told of the drill."""
    return {**view_frame(common, mine), "mine": mine_view(common, mine)}


def mine_frame(common: Common, mine: Mine) -> dict[str, Any]:
    """What one player's page is told beside a view that all were sent."""
    return {"html": mine_view(common, mine), "say": f"{said(common, mine)} {_points(mine)}".strip()}


def _points(mine: Mine) -> str:
    if mine.part is None or mine.part.answer is None:
        return ""
    verdict = "right" if mine.part.credit >= 1.0 else mine.part.answer.verdict
    return f"You were {verdict}, {counted(mine.part.points, 'point')}."


def clock_frame(common: Common, mine: Mine) -> dict[str, Any]:
    """What an open page is told of the time."""
    return {"left_ms": mine.left_ms, "running": common.phase is Phase.OPEN}


def said(common: Common, mine: Mine) -> str:
    """What a screen reader says when the page changes."""
    if common.phase is Phase.ENDED:
        return "The drill is over."
    if common.asked is None:
        return "You are in. The first question appears here."
    number = f"Question {common.asked.index + 1} of {common.asked.of}"
    if common.revealed is not None:
        return f"{number} is closed. The answer: {common.revealed.answer}."
    if mine.given is not None:
        return "Your answer is saved."
    if common.phase is Phase.PAUSED:
        return "The host has stopped the clock."
    left = f", {counted(round(mine.left_ms / 1000), 'second')}" if mine.left_ms is not None else ""
    return f"{number} is open{left}."


def _head(common: Common, right: str) -> str:
    bar = f'<div class="bar"><h1 dir="auto">{esc(common.title)}</h1>{right}</div>'
    return f"<header>{_banner(common.marking)}{bar}</header>"


def _banner(marking: str) -> str:
    return f'<p class="marking">{esc(normal(marking))}</p>' if marking else ""


def _refusal(text: str) -> str:
    return f'<p class="refusal" role="alert">{esc(text)}</p>' if text else ""


def _look_again(is_by_itself: bool) -> str:
    """For pages without a script."""
    itself = f" (this page looks by itself every {LOOK_AGAIN_S} seconds)" if is_by_itself else ""
    return f'<noscript><p><a href="/">Look again</a>{itself}</p></noscript>'


def _document(title: str, body: str, marking: str, *, state: str = "", looks_again: bool = False) -> str:
    """A page; its marking heads it and stands below it. `state` tells the script what the page waits for."""
    refresh = f'<noscript><meta http-equiv="refresh" content="{LOOK_AGAIN_S}"></noscript>' if looks_again else ""
    return lines(
        "<!doctype html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{esc(title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
        f'<link rel="stylesheet" href="/page.css"><script src="/page.js" defer></script>{refresh}</head>',
        f"<body{f' data-{state}' if state else ''}>",
        body,
        f"<footer>{_banner(marking)}</footer></body></html>",
        "",
    )
