"""The forms by which players come in and answer; they post with or without a script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.drill.codes import CODE_LENGTH
from trainer.drill.names import MOST_CHARACTERS as MOST_OF_A_NAME
from trainer.drill.page.markup import esc, foreign, lines
from trainer.drill.question import LETTERS, Form
from trainer.drill.sight import Asked, Mine

SURE = (10, 25, 50, 75, 90, 99)
"""The percentages that a player may choose from."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a newcomer has filled in already."""

    name: str = ""
    code: str = ""
    key: str = ""
    """The QR code's; with it no code is asked for."""


def join_form(teams: Sequence[str], typed: Typed) -> str:
    """What a newcomer fills in."""
    coded = (
        f'<input type="hidden" name="code" value="{esc(typed.key)}">'
        if typed.key
        else f'<p><label for="code">Code on the host’s screen</label><input id="code" name="code" required '
        f'maxlength="{2 * CODE_LENGTH}" autocomplete="off" autocapitalize="characters" spellcheck="false" '
        f'value="{esc(typed.code)}"></p>'
    )
    named = (
        f'<p><label for="name">Your name</label><input id="name" name="name" required maxlength="{MOST_OF_A_NAME}" '
        f'autocomplete="nickname" dir="auto" value="{esc(typed.name)}"></p>'
    )
    send = "<p><button>Join the drill</button></p>"
    return f'<form method="post" action="/join">{coded}{named}{_team_choice(teams)}{send}</form>'


def claim_form(typed: Typed) -> str:
    """A button for who has the name already, in another browser."""
    fields = {"name": typed.name, "code": typed.key or typed.code}
    hidden = "".join(f'<input type="hidden" name="{name}" value="{esc(text)}">' for name, text in fields.items())
    return (
        "<p>Is that you, in another browser or on another device? The host can hand your place to this one; "
        "your points are kept.</p>"
        f'<form method="post" action="/claim">{hidden}<p><button>That is me: ask the host</button></p></form>'
    )


def answer_form(asked: Asked, mine: Mine, *, sure: bool) -> str:
    """What the player may do with the open question; empty if nothing."""
    hidden = f'<input type="hidden" name="question" value="{asked.index}">'
    if mine.may_buzz:
        return f'<form method="post" action="/buzz">{hidden}<button class="buzz">Buzz</button></form>'
    if not mine.may_answer:
        return ""
    inside = _options(asked, sure=sure) if asked.options else _field(asked)
    ask_sure = _how_sure() if sure else ""
    send = "" if asked.options and not sure else "<p><button>Send the answer</button></p>"
    return f'<form method="post" action="/answer">{hidden}{inside}{ask_sure}{send}</form>'


def pass_form(asked: Asked) -> str:
    """A button that lets the question go."""
    hidden = f'<input type="hidden" name="question" value="{asked.index}">'
    return f'<form method="post" action="/pass">{hidden}<button class="pass">Pass</button></form>'


def _options(asked: Asked, *, sure: bool) -> str:
    """The options: a button each, or where how sure one is goes with the answer, a choice to be sent."""
    options = "".join(_option(number, text, sure=sure) for number, text in enumerate(asked.options))
    return f'<fieldset class="options"><legend>Choose one answer</legend>{options}</fieldset>'


def _option(number: int, text: str, *, sure: bool) -> str:
    label = f'<b aria-hidden="true">{LETTERS[number % 26]}</b> {foreign(text)}'
    if sure:
        return f'<label class="choice"><input type="radio" name="option" value="{number}" required> {label}</label>'
    return f'<button name="option" value="{number}">{label}</button>'


def _field(asked: Asked) -> str:
    common = 'id="given" name="given" required autocomplete="off" autocapitalize="off" spellcheck="false" dir="auto"'
    if asked.form is Form.LIST:
        return lines('<p><label for="given">Your answers, with commas between them</label>',
                     f'<textarea {common} rows="3" maxlength="400"></textarea></p>')  # fmt: skip
    number = ' inputmode="decimal"' if asked.form is Form.NUMBER else ""
    label = "Your answer, a number" if number else "Your answer"
    return f'<p><label for="given">{label}</label><input {common} maxlength="400"{number}></p>'


def _how_sure() -> str:
    choices = "".join(
        f'<label class="sure"><input type="radio" name="confidence" value="{percent}" required> {percent}%</label>'
        for percent in SURE
    )
    return f'<fieldset class="how-sure"><legend>How sure are you?</legend>{choices}</fieldset>'


def _team_choice(teams: Sequence[str]) -> str:
    if not teams:
        return ""
    choices = "".join(
        f'<label class="choice"><input type="radio" name="team" value="{esc(team)}" required> {foreign(team)}</label>'
        for team in teams
    )
    return f"<fieldset><legend>Your team</legend>{choices}</fieldset>"
