"""The tables of a review, as texts that no form of it has touched yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.drill.review.findings import Item, Review
from trainer.drill.review.words import by_team, day, missed_by, percent
from trainer.drill.scoreboard import Standing


@dataclass(frozen=True, slots=True)
class Table:
    """Heads, and rows of as many cells."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def board_table(standings: Sequence[Standing]) -> Table:
    """Who stands where; with Brier scores, if anybody was asked how sure."""
    columns = 5 if any(line.brier is not None for line in standings) else 4
    rows = tuple(
        (str(line.place), line.name, str(line.points), f"{line.right:.3g} of {line.asked}",
         "" if line.brier is None else f"{line.brier:.3f}")[:columns]
        for line in standings
    )  # fmt: skip
    return Table(("Place", "Name", "Points", "Right", "Brier")[:columns], rows)


def earlier_table(review: Review) -> Table:
    """The drills before this one that asked some of the same."""
    rows = tuple(
        (line.drill, day(line.at_ms), str(line.asked_again), percent(line.known), percent(line.known_now))
        for line in review.earlier
    )
    return Table(("Drill", "When", "Asked again", "Known then", "Known now"), rows)


def questions_table(review: Review) -> Table:
    """Every question that was asked, and who did not know it."""
    heads = ("No.", "Question", "Answer", "Known", "Before", "By team", "Missed by")
    return Table(heads, tuple(_question(item, review.anonymous) for item in review.items))


def _question(item: Item, anonymous: bool) -> tuple[str, ...]:
    known = "void" if item.void else percent(item.known)
    return (str(item.number), item.question.prompt, item.answer, known, percent(item.before), by_team(item),
            missed_by(item, anonymous))  # fmt: skip
