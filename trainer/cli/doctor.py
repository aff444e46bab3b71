"""`trainer doctor`: what is wrong with all that is yours."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from trainer import locations
from trainer.cli import Exit, complain, put, say
from trainer.text import counted, one_line

if TYPE_CHECKING:
    from trainer.doctor.examination import Examination
    from trainer.errors import Finding


@click.command("doctor")
@click.option("--fix", is_flag=True, help="Put cards to where the log leads, where they stand elsewhere; nothing else.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def command(fix: bool, as_json: bool) -> None:
    """Say what is wrong with your log, decks, settings, drills and backups, and what to do; exit 1 if anything is.

    It looks at each entry of the review log and reckons anew where each card stands, reads every deck, and proves the
    newest backup. What is only good to know, such as reviews of a deck that is gone, is no fault.
    """
    from trainer.cli.progress import reading
    from trainer.collection import local_clock
    from trainer.doctor.examination import examine, mend
    from trainer.schedule import Moment

    now = Moment.of(local_clock(), 0)
    with reading() as tell:
        found = examine(now, tell)
        if fix and found.stale:
            mend(found)
            say(f"{counted(len(found.stale), 'card stands', 'cards stand')} where the log leads again.")
            found = examine(now, tell)
    if as_json:
        put(json.dumps(_data(found), ensure_ascii=False, indent=2))
    else:
        _tell(found)
    sys.exit(Exit.PROBLEM if found.faults else Exit.DONE)


def _tell(found: Examination) -> None:
    for fault in found.faults:
        complain(fault)
    for note in found.notes:
        say(f"note: {one_line(str(note))}")
    put(f"home     {one_line(str(locations.home()))}")
    put(f"log      {_log(found)}")
    put(f"decks    {counted(found.decks, 'deck')}, {counted(found.cards, 'card')}")
    put(
        f"backups  {len(found.backups):,}"
        + (f", the newest {one_line(str(found.backups[0]))}" if found.backups else "")
    )
    put(f"{counted(len(found.faults), 'fault')}, {counted(len(found.notes), 'note')}")


def _log(found: Examination) -> str:
    facts = found.facts
    if facts is None:
        return "not sound" if locations.reviews_file().exists() else "none yet"
    told = counted(facts.entries, "entry", "entries")
    return f"{told}, {counted(facts.reviews, 'showing')} of them, version {facts.version}"


def _data(found: Examination) -> dict[str, object]:
    return {
        "home": str(locations.home()),
        "log": asdict(found.facts) if found.facts else None,
        "decks": found.decks,
        "cards": found.cards,
        "backups": [str(path) for path in found.backups],
        "faults": [_finding(fault) for fault in found.faults],
        "notes": [_finding(note) for note in found.notes],
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {"where": finding.where, "message": finding.message, "remedy": finding.remedy}
