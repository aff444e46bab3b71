"""What every drill can be told: which questions, and the rules it is played by."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from trainer.cards import Kind
from trainer.drill.draw import Ways, Wish
from trainer.drill.rules import Rules, Scoring, Style

_DECKS = click.argument("decks", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DECK...")
_OPTIONS = (
    click.option("-n", "--number", type=click.IntRange(1, 500), help="How many questions; 10 unless said."),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cards with this tag; may be repeated."),
    click.option("--brief", "briefs", multiple=True, metavar="ID", help="Only cards from this brief; may be repeated."),
    click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in Kind]),
                 help="Only cards that ask this; may be repeated."),
    click.option("--ways", type=click.Choice([way.value for way in Ways]), default=Ways.MIXED.value,
                 help="Options to choose from, typed answers, or each card as it allows."),
    click.option("--seed", type=int, help="Draw the same questions in the same order again."),
    click.option("--score", type=click.Choice([score.value for score in Scoring]), default=Scoring.ACCURACY.value,
                 help="What counts: being right, being quick too, or how sure one was (Brier)."),
    click.option("--streak", is_flag=True, help="Right answers in a row earn more."),
    click.option("--seconds", type=click.IntRange(0, 3600), default=30, help="For each question; 0 for no clock."),
    click.option("--within", type=click.FloatRange(0, 100), default=0.0, metavar="PERCENT",
                 help="How far off a number may be and still be right."),
    click.option("--teams", default="", metavar="A,B", help="Teams, with commas between them."),
    click.option("--anonymous", is_flag=True, help="No names on boards and in the report."),
)  # fmt: skip


def drill_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes decks and what every drill can be told; it is given `wish`, `rules` and `seed`."""

    @functools.wraps(command)
    def told(**given: Any) -> None:
        wish = Wish(
            given.pop("number"),
            given.pop("tags"),
            given.pop("briefs"),
            tuple(Kind(kind) for kind in given.pop("kinds")),
            Ways(given.pop("ways")),
        )
        rules = Rules(
            style=Style.TOGETHER,
            scoring=Scoring(given.pop("score")),
            streak=given.pop("streak"),
            seconds=given.pop("seconds"),
            within=given.pop("within") / 100,
            teams=tuple(dict.fromkeys(team.strip() for team in given.pop("teams").split(",") if team.strip())),
            anonymous=given.pop("anonymous"),
        )
        command(wish=wish, rules=rules, **given)

    for option in reversed((_DECKS, *_OPTIONS)):
        told = option(told)
    return told
