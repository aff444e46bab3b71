"""How the report says things: shares, dates, what was said instead, who missed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from trainer.drill.review.findings import Item
from trainer.text import counted


def percent(share: float | None) -> str:
    """A share as whole percent; a dash for none.

    >>> percent(2 / 3), percent(None)
    ('67%', '–')
    """
    return "–" if share is None else f"{share:.0%}"


def change(now: float | None, before: float | None) -> str:
    """How a share has moved; empty if it has not, or if there is nothing to compare.

    >>> change(0.75, 0.5), change(0.49, 0.5), change(0.5, None)
    ('+25 points', '-1 point', '')
    """
    moved = 0 if now is None or before is None else round(100 * now) - round(100 * before)
    return f"{'+' if moved > 0 else '-'}{counted(abs(moved), 'point')}" if moved else ""


def day(at_ms: int) -> str:
    """The day and minute of a moment, in UTC, as ISO 8601 has it.

    >>> day(1_800_000_000_000)
    '2027-01-15 08:00 UTC'
    """
    return f"{dt.datetime.fromtimestamp(at_ms / 1000, dt.UTC):%Y-%m-%d %H:%M} UTC"


def instead(item: Item, write: Callable[[str], str]) -> str:
    """What was said that is not right, each with how often; `write` makes text of a form's own. Empty for nothing."""
    wrong = [f"{write(share.text)} ({share.count})" for share in item.shares if share.count and share.credit < 1.0]
    silent = sum(not said.given for said in item.said)
    return ", ".join([*wrong, *([f"no answer ({silent})"] if silent else [])])


def by_team(item: Item) -> str:
    """How much each team knew of a question; empty without teams."""
    shares: dict[str, list[float]] = {}
    for said in item.said:
        if said.team:
            shares.setdefault(said.team, []).append(said.credit)
    return ", ".join(f"{team} {sum(those) / len(those):.0%}" for team, those in sorted(shares.items()))


def missed_by(item: Item, anonymous: bool) -> str:
    """Who did not know it; in a review without names, how many."""
    missed = [said.player for said in item.said if said.credit < 1.0]
    return str(len(missed) or "") if anonymous else ", ".join(missed)
