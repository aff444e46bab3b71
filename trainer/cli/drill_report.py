"""`trainer drill report`: what came of a drill, and what each player missed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trainer.cli import complain_of, put, say
from trainer.text import counted


@click.command("report", short_help="What came of a drill, and the misses.")
@click.argument("drill", default="", metavar="[DRILL]")
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), metavar="FILE",
              help="Where to; .md, .csv, .json or .html. Without it Markdown is printed.")  # fmt: skip
@click.option("--anonymous", is_flag=True, help="Without names.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--misses", "folder", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Write what each player missed there, as decks and Anki packages.")  # fmt: skip
def command(drill: str, path: Path | None, anonymous: bool, as_json: bool, folder: Path | None) -> None:
    """Say what came of a drill: of the latest, or of the one whose name begins so."""
    from trainer.drill.review.as_json import format_json
    from trainer.drill.review.as_markdown import format_markdown
    from trainer.drill.review.write import read_review, write_review
    from trainer.drill.shelf import drill_logs, find_log

    log = find_log(drill)
    found, findings = read_review(log, drill_logs(), anonymous=anonymous)
    code = complain_of(findings)
    if folder:
        _write_misses(log, folder)
    if path:
        write_review(found, path)
        say(f"wrote the review of {found.drill} to {path}")
    elif as_json:
        put(format_json(found).rstrip("\n"))
    elif not folder:
        put(format_markdown(found).rstrip("\n"))
    sys.exit(code)


def _write_misses(log: Path, folder: Path) -> None:
    """Each player's misses as a deck and a package."""
    from trainer.cli.drill_bound import pack
    from trainer.decks.files import write_bytes
    from trainer.decks.write import write_deck
    from trainer.drill.misses import misses_deck
    from trainer.drill.review.write import read_drill

    drill = read_drill(log)
    decks = [deck for player in drill.playing if (deck := misses_deck(drill, player)).cards]
    for deck in decks:
        write_deck(deck, folder / f"{deck.id}.toml")
        write_bytes(folder / f"{deck.id}.apkg", [pack(deck)])
    say(f"wrote {counted(len(decks), 'deck')} of misses to {folder}")
