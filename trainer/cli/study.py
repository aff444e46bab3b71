"""`trainer study`: a session on screen, or line by line with `--plain`; extra practice with `--cram`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.cards import Kind
from trainer.cli import complain_of
from trainer.errors import TrainerError
from trainer.settings import Mode

if TYPE_CHECKING:
    from trainer.collection import Collection
    from trainer.study import Session

_MODES = [mode.value for mode in Mode]
_KINDS = [kind.value for kind in Kind]


@click.command("study")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--mode", type=click.Choice(_MODES), help="Turn the card, type the answer, or pick it.")
@click.option("--cram", is_flag=True, help="Extra practice: on record, but no due day moves.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="With --cram: cards with this tag; may be repeated.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="With --cram: cards of this kind.")
@click.option("--missed", is_flag=True, help="With --cram: cards rated Again this week.")
@click.option("--sure-and-wrong", is_flag=True, help="With --cram: cards missed although you were sure of them.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="With --cram: at most N cards.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and scripts.")
def command(
    decks: tuple[Path, ...],
    *,
    mode: str | None,
    cram: bool,
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    missed: bool,
    sure_and_wrong: bool,
    limit: int | None,
    plain: bool,
) -> None:
    """Study what today holds, from the decks named or from all.

    With --plain: Enter shows the answer; then 1 to 4 or again, hard, good, easy; u takes the last act back; q ends;
    ? names the other letters.
    """
    from trainer.cli.opened import opened
    from trainer.cli.terminal import begin_screens
    from trainer.collection import Collection
    from trainer.study import Manner

    if not cram and (tags or kinds or missed or sure_and_wrong or limit):
        raise click.UsageError("--tag, --kind, --missed, --sure-and-wrong and --limit choose cards for --cram.")
    if not plain:
        begin_screens("the study screen", "trainer study --plain")
    collection, findings = opened(decks)
    with collection:
        code = complain_of(findings)
        if not collection.decks:
            raise TrainerError("there is no deck to study.", remedy="Make one: trainer build BRIEF -o decks/NAME.toml.")
        manner = Manner.of(collection.settings, Mode(mode) if mode else None)
        begin = _practice(tags, kinds, missed, sure_and_wrong, limit or 0) if cram else Collection.start
        if plain:
            from trainer.cli.plain import PlainStudy

            PlainStudy(collection, manner, sys.stdin, sys.stdout).run(begin(collection))
        else:
            from trainer.tui import open_study

            open_study(collection, manner, begin, findings)
    sys.exit(code)


def _practice(
    tags: tuple[str, ...], kinds: tuple[str, ...], missed: bool, sure_and_wrong: bool, limit: int
) -> Callable[[Collection], Session]:
    """What begins extra practice over all decks that were opened."""
    from trainer.collection.cram import cram
    from trainer.study.scope import Scope

    scope = Scope(frozenset(tags), frozenset(map(Kind, kinds)), missed, sure_and_wrong, limit)
    return lambda collection: cram(collection, scope, collection.decks)
