"""`trainer simulate`: what a desired retention costs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.cli import complain_of, put, say
from trainer.errors import TrainerError
from trainer.text import counted

if TYPE_CHECKING:
    from trainer.schedule.simulate import Workload


@click.command("simulate")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--days", type=click.IntRange(7, 3650), default=365, show_default=True, help="How far to look ahead.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(decks: tuple[Path, ...], days: int, as_json: bool) -> None:
    """Show the work and the knowledge that each desired retention would cost, with your cards and your habits.

    A simulated learner studies the cards from where they stand, under your daily limits. Known is how many cards
    would be recalled on the last day.
    """
    from trainer.cli.opened import opened
    from trainer.cli.progress import counting
    from trainer.collection.foresight import RETENTIONS, workloads

    collection, findings = opened(decks)
    with collection:
        code = complain_of(findings)
        if not collection.decks:
            raise TrainerError("there is no deck.", remedy="Make one: trainer build BRIEF -o decks/NAME.toml.")
        now = {collection.scheduling(deck.id).desired_retention for deck in collection.decks}
        found = []
        with counting("simulating", len(RETENTIONS), least=1) as tell:
            for each in workloads(collection, collection.decks, days):
                found.append(each)
                tell(1)
        cards = sum(deck.size for deck in collection.decks)
    if as_json:
        put(json.dumps({"days": days, "cards": cards, "retentions": [asdict(each) for each in found]}, indent=2))
    else:
        _table(found, days, cards, now)
    sys.exit(code)


def _table(found: list[Workload], days: int, cards: int, now: set[float]) -> None:
    put(f"{counted(days, 'day')} with {counted(cards, 'card')}:")
    put(f"{'retention':>10} {'min/day':>8} {'busiest':>8} {'reviews/day':>12} {'known':>7} {'min/known':>10}")
    for each in found:
        spent = each.minutes_a_day * days / max(each.known, 1)
        put(
            f"{each.retention:>10.0%} {each.minutes_a_day:>8.1f} {each.most_minutes:>8.0f} {each.reviews_a_day:>12.1f} "
            f"{each.known:>7.0f} {spent:>10.1f}{'  ← yours' if each.retention in now else ''}"
        )
    say("Set it in settings.toml: [scheduling] desired_retention, or [decks.ID] for one deck.")
