"""`trainer restore`: a backup put back."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer import locations
from trainer.cli import complain_of, say
from trainer.cli.backup import told
from trainer.cli.terminal import at_terminal
from trainer.text import counted, one_line

if TYPE_CHECKING:
    from trainer.backups.restore import Plan


@click.command("restore")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--yes", is_flag=True, help="Let what is there give way without asking.")
@click.option("--check", is_flag=True, help="Only say whether the backup is whole and what it would do.")
def command(path: Path, yes: bool, check: bool) -> None:
    """Put a backup back into the trainer's home; first say what that would do, and ask.

    What gives way is kept in a backup of its own, in backups/ in the home. What the backup does not have stays. If it
    is interrupted, the same command goes on with it.
    """
    from trainer.backups.restore import carry_out, prepared
    from trainer.cli.progress import reading

    with reading() as tell, prepared(path, tell) as plan:
        for line in _shown(plan):
            say(line)
        code = complain_of(plan.findings)
        if check or not plan.changes:
            sys.exit(code)
        if plan.replaces and not yes and not _is_meant():
            sys.exit(1)
        kept = carry_out(plan, dt.datetime.now().astimezone(), tell)
    say(f"restored {counted(len(plan.changes), 'file')} to {one_line(str(locations.home()))}.")
    if kept:
        say(f"what gave way is kept: trainer restore {one_line(str(kept))} puts it back.")
    sys.exit(code)


def _is_meant() -> bool:
    if not at_terminal():
        say("nothing was changed. Add --yes to restore.")
        return False
    return click.confirm("Restore?", err=True)


def _shown(plan: Plan) -> list[str]:
    """What a restore would do, a line each."""
    manifest = plan.manifest
    names = [member.name for member in manifest.files]
    marking = f"{one_line(manifest.marking)}: " if manifest.marking else ""
    lines = [f"{marking}a backup of {manifest.made_at:%Y-%m-%d %H:%M}: {told(manifest.entries, names)}; it is whole."]
    new = sum(not change.replaces for change in plan.changes)
    if not plan.changes:
        return [*lines, "All of it is there already; nothing was changed."]
    replaced = len(plan.changes) - new
    lines.append(f"{counted(plan.same, 'file')} as in the backup, {new:,} to add, {replaced:,} to replace.")
    if plan.log and plan.log.fault:
        lines.append(f"The review log here is not sound: {plan.log.fault} It is moved away, into a folder damaged-….")
    elif plan.log and plan.log.only_here:
        one, several = "entry of the review log here is", "entries of the review log here are"
        lines.append(f"{counted(plan.log.only_here, one, several)} not in the backup and would give way.")
    return lines
