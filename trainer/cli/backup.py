"""`trainer backup`: everything of yours in one file."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from trainer.cli import complain_of, put, say
from trainer.text import counted


@click.command("backup")
@click.argument("path", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
def command(path: Path | None) -> None:
    """Write all that is yours to one file: review log, decks and their pictures, settings, approvals, drills.

    Without FILE it goes into backups/ in the trainer's home. Windows may go on studying: what was acknowledged before
    the backup began is in it. It is read again before it has its name. Exit 1 if something could not be kept.
    """
    from trainer.backups.write import default_path, write_backup
    from trainer.cli.progress import reading

    now = dt.datetime.now().astimezone()
    with reading() as tell:
        written = write_backup(path or default_path(now), now, tell)
    code = complain_of(written.findings)
    if written.manifest.marking:
        say(f"{written.manifest.marking}: so is what it holds.")
    say(told(written.manifest.entries, [member.name for member in written.manifest.files]) + "; read again, and whole.")
    put(str(written.path))
    sys.exit(code)


def told(entries: int | None, names: list[str]) -> str:
    """What a backup holds, in a line."""
    decks = sum(name.endswith(".toml") and not name.endswith("home/settings.toml") for name in names)
    drills = sum(name.startswith("home/drills/") for name in names)
    parts = ["no review log" if entries is None else counted(entries, "entry of the log", "entries of the log")]
    parts += [counted(decks, "deck"), *([counted(drills, "drill")] if drills else [])]
    parts += ["settings"] if "home/settings.toml" in names else []
    return f"{', '.join(parts)} in {counted(len(names), 'file')}"
