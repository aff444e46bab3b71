"""`trainer fit`: FSRS weights from one's own log."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.cli import Exit, complain_of, put, say
from trainer.text import counted

if TYPE_CHECKING:
    from trainer.collection import Collection
    from trainer.schedule.fitting import Fit


@click.command("fit")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--apply", "apply_it", is_flag=True, help="Use the fitted weights from now on, if they are better.")
@click.option("--reset", is_flag=True, help="Use the published weights again.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(decks: tuple[Path, ...], apply_it: bool, reset: bool, as_json: bool) -> None:
    """Fit the scheduler to your own reviews, and show what that gains on reviews that it was not fitted to.

    Without a deck the weights are for all decks. Nothing changes unless you say --apply; reviews already made keep
    their due days, the next ones are reckoned anew.
    """
    from trainer.cli.opened import opened

    collection, findings = opened(decks)
    with collection:
        code = complain_of(findings)
        whose = [deck.id for deck in collection.decks] if decks else [""]
        if reset:
            for deck_id in whose:
                collection.fitted(deck_id, (), {})
            say("The published weights are in force again.")
        else:
            code = max(code, _fit(collection, whose, apply_it=apply_it, as_json=as_json))
    sys.exit(code)


def _fit(collection: Collection, whose: Sequence[str], *, apply_it: bool, as_json: bool) -> Exit:
    from trainer.cli.progress import counting
    from trainer.collection.foresight import fit
    from trainer.schedule.fitting import FEWEST, STEPS

    with counting("fitting", STEPS, least=1) as tell:
        found = fit(collection, collection.decks, tell)
    if found is None:
        say(f"There are fewer than {FEWEST} reviews at a day's distance or more: too few to fit to. Nothing changed.")
        return Exit.PROBLEM
    body = _body(found)
    applied = apply_it and found.is_better
    if applied:
        for deck_id in whose:
            collection.fitted(deck_id, found.parameters, body)
    if as_json:
        put(json.dumps({**body, "parameters": found.parameters, "applied": applied}, indent=2))
    else:
        _tell(found, apply_it=apply_it)
    return Exit.DONE


def _body(found: Fit) -> dict[str, float]:
    names = ("reviews", "held_out", "loss_before", "loss_after", "error_before", "error_after")
    return {name: getattr(found, name) for name in names}


def _tell(found: Fit, *, apply_it: bool) -> None:
    put(f"fitted to {counted(found.reviews, 'review')}, judged by the latest {found.held_out}:")
    put(f"{'':>12} {'now':>8} {'fitted':>8}")
    put(f"{'log loss':>12} {found.loss_before:>8.4f} {found.loss_after:>8.4f}   lower is better")
    put(f"{'error':>12} {found.error_before:>8.1%} {found.error_after:>8.1%}   how far the chance of recall is off")
    put("weights: " + ", ".join(f"{weight:.4g}" for weight in found.parameters))
    if not found.is_better:
        say("The fitted weights are no better; those in force stay.")
    elif apply_it:
        say("The fitted weights are in force now.")
    else:
        say("They are better. The same command with --apply puts them in force.")
