"""How exact a date is asked for, to stand behind its gap."""

from __future__ import annotations

import re

from trainer.values.dates import PartialDate

_PARTS_OF_YEAR = {
    "quarter": "quarter of a year", "half": "half of a year", "fiscal year": "fiscal year", "spring": "season and year",
    "summer": "season and year", "autumn": "season and year", "fall": "season and year", "winter": "season and year",
}  # fmt: skip


def grain(time: PartialDate, preposition: str) -> str:
    """How exact a date is asked for: ` (month and year)`; empty for a day behind `on`, which says as much."""
    if time.part:
        part = "part of a month, and year" if time.month else "part of a year"
        part = "half of a month" if time.month and time.part.endswith("half of") else part
        part = "week, and year" if re.search(r"\bweek\b", time.part) else part
        of_year = "" if time.month else next((said for word, said in _PARTS_OF_YEAR.items() if word in time.part), "")
        return f" ({of_year or part})"
    if time.until:
        return f" (span of {time.granularity}s)" if time.link == "to" else ""
    if time.day:
        return "" if preposition in {"", "on"} else " (date)"
    return " (month and year)" if time.month else " (year)"
