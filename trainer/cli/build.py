"""`trainer build`: cards from briefs, approved before they are saved."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from trainer.cards import Kind
from trainer.cli import say
from trainer.cli.build_propose import Build
from trainer.cli.build_save import Job, approve
from trainer.cli.days import named_day
from trainer.cli.terminal import at_terminal
from trainer.cycles import no_search_for_cycles
from trainer.errors import DeckRefused
from trainer.text import counted


def _kinds(_context: click.Context, _option: click.Parameter, value: str | None) -> frozenset[Kind]:
    """The kinds that are named, with commas between; all if none is."""
    named = [word.strip().lower().replace("-", "_") for word in (value or "").split(",") if word.strip()]
    unknown = [word for word in named if word not in set(Kind)]
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)} is no kind of card; there are {', '.join(Kind)}.")
    return frozenset(map(Kind, named)) or frozenset(Kind)


@click.command("build")
@click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BRIEF...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DECK", help="The deck (.toml) to write or to add to."
)
@click.option("--yes", is_flag=True, help="Take every proposed card without asking.")
@click.option("--plain", is_flag=True, help="Ask line by line, for screen readers.")
@click.option("--again", is_flag=True, help="Propose again what you refused before.")
@click.option("--max", "most", type=click.IntRange(min=1), metavar="N", help="At most so many cards from each brief.")
@click.option("--kinds", callback=_kinds, metavar="KIND,...", help=f"Only cards of these kinds: {', '.join(Kind)}.")
@click.option("--min-salience", "salience", type=click.IntRange(1, 3), default=1, metavar="1|2|3",
              help="3 asks only what the brief is about, 1 every fact.")  # fmt: skip
@click.option("--date", callback=named_day, metavar="YYYY-MM-DD",
              help="The day of the briefs, whatever they say themselves.")  # fmt: skip
@click.option("--pipeline", metavar="NAME",
              help="A spaCy pipeline of Universal Dependencies to read with, not the bundled one.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the proposed cards as JSON; write only with --yes.")
@click.option("--explain", is_flag=True, help="Say which proposals were dropped, and by which rule.")
def command(  # noqa: PLR0917 - click gives them by name
    briefs: tuple[Path, ...], output: Path | None, yes: bool, plain: bool, again: bool, most: int | None,
    kinds: frozenset[Kind], salience: int, date: dt.date | None, pipeline: str | None, as_json: bool, explain: bool,
) -> None:  # fmt: skip
    """Propose cards from briefs and save those that you approve.

    A BRIEF is a file (plain text, Markdown, HTML, DOCX, PDF), a folder of them, or - for text on standard input.
    A deck that exists keeps its own cards; what it does not have yet is added. Without -o each brief gets a deck of
    its own in the deck folder. Every decision is kept at once: end when you like, and go on with the same command.
    """
    with no_search_for_cycles():  # all that is loaded stays
        from trainer.approval.shelf import Shelf
        from trainer.questions.wanted import Wanted

    if output is not None and output.suffix.lower() != ".toml":
        remedy = f"Name it {output.stem or 'deck'}.toml."
        raise DeckRefused("a deck is a .toml file.", where=str(output), remedy=remedy)
    if pipeline:
        from trainer.language.parser import use_pipeline

        use_pipeline(pipeline)
    asks = not yes and not as_json and at_terminal()
    wanted = Wanted(most, kinds, salience)
    build = Build(
        wanted, output, again, explain, takes_all=yes, saves=yes or asks, whole=as_json, shelf=Shelf(),
        date=date,
    )  # fmt: skip
    jobs = build.propose_all(briefs)
    if as_json:
        from trainer.cli.build_print import print_json

        print_json(jobs, build.drops if explain else None)
    if asks:
        if not build.stopped:
            build.code = max(build.code, approve(jobs, plain))
    elif not yes and jobs:
        _show_only(jobs, as_json, Path("-") in briefs)
    sys.exit(build.code)


def _show_only(jobs: Sequence[Job], as_json: bool, from_input: bool) -> None:
    """Print what is proposed, and say how it would be saved."""
    if not as_json:
        from trainer.cli.build_print import print_jobs

        print_jobs(jobs)
    proposed = counted(sum(len(job.draft.cards) for job in jobs), "card")
    asking = ", or save the brief to a file to approve them one by one" if from_input else ""
    say(f"{proposed} proposed, none saved. Add --yes to save them{asking}.")
