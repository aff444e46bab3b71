"""`trainer ready`: a day by which a deck is to be known."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.cli import Exit, complain_of, put, say
from trainer.errors import TrainerError
from trainer.text import counted, one_line

if TYPE_CHECKING:
    from trainer.collection import Collection
    from trainer.decks import Cover
    from trainer.schedule.readiness import Readiness


@click.command("ready")
@click.argument("deck", type=click.Path(path_type=Path))
@click.argument("date", required=False, metavar="[YYYY-MM-DD]")
@click.option("--minutes", type=click.IntRange(1, 600), help="What a day may take.")
@click.option("--off", is_flag=True, help="Call it off: the deck is scheduled as usual again.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(deck: Path, date: str | None, minutes: int | None, off: bool, as_json: bool) -> None:
    """Be ready by a briefing day.

    With a date, show how well the deck would be known on it for some minutes a day; with --minutes too, plan for it:
    each day's session then holds what raises recall on the day most. Without a date, say how ready the deck will be.
    """
    from trainer.cli.opened import opened

    collection, findings = opened([deck])
    with collection:
        code = complain_of(findings)
        [cover] = collection.decks
        if off:
            collection.aim(cover.id, None, 0)
            say("Called off; the deck is scheduled as usual.")
        elif date is None:
            code = max(code, _tell_readiness(collection, cover, as_json=as_json))
        else:
            _aim(collection, cover, _day(collection, date), minutes, as_json=as_json)
    sys.exit(code)


def _day(collection: Collection, date: str) -> dt.date:
    """The day that was named. Raises TrainerError for one that is none, or not to come, or years away."""
    try:
        day = dt.date.fromisoformat(date)
    except ValueError as error:
        raise TrainerError(f"{date!r} is no date.", remedy="Write it as 2026-12-03.") from error
    today = collection.now().date
    if not today < day <= today + dt.timedelta(days=730):
        raise TrainerError(f"{day} is not a day of the next two years.", remedy="Name one from tomorrow on.")
    return day


def _aim(collection: Collection, cover: Cover, date: dt.date, minutes: int | None, *, as_json: bool) -> None:
    from trainer.collection.foresight import choices

    day = collection.now().day_of(date)
    if minutes is None:
        _show(list(choices(collection, cover, day)), date, as_json=as_json)
        say(f"To plan for it: trainer ready {cover.path} {date} --minutes N")
        return
    collection.aim(cover.id, date, minutes)
    _tell_readiness(collection, cover, as_json=as_json)


def _tell_readiness(collection: Collection, cover: Cover, *, as_json: bool) -> Exit:
    from trainer.collection.foresight import outlook

    found = outlook(collection, cover)
    if found is None:
        say("No day is named for this deck. Name one: trainer ready DECK 2026-12-03")
        return Exit.PROBLEM
    date = collection.now().date_of(found.day)
    if as_json:
        put(json.dumps({**asdict(found), "date": str(date)}, indent=2))
        return Exit.DONE
    put(
        f"{found.share:.0%} ready for {date.day} {date:%B}, {counted(found.minutes, 'minute')} a day "
        f"({found.now:.0%} if nothing more is studied)"
    )
    for brief in cover.briefs if len(found.parts) > 1 else ():
        if brief.id in found.parts:
            put(f"  {found.parts[brief.id]:.0%}  {one_line(brief.title or brief.id)}")
    return Exit.DONE


def _show(found: list[Readiness], date: dt.date, *, as_json: bool) -> None:
    if as_json:
        put(json.dumps({"date": str(date), "choices": [asdict(each) for each in found]}, indent=2))
        return
    put(f"on {date.day} {date:%B %Y}, {found[0].now:.0%} would be known if nothing more were studied;")
    for each in found:
        put(f"{counted(each.minutes, 'minute'):>13} a day: {each.share:>4.0%}")
