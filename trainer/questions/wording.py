"""`two countries`, and `how many` of what is counted."""

from __future__ import annotations

import re

from trainer.facts.fact import Part

_COUNTS = ("", "one", "two", "three", "four", "five", "six")


def several(count: int, noun: str) -> str:
    """`two countries`, `three people`."""
    return f"{_COUNTS[count]} {_plural(noun)}"


def _plural(noun: str) -> str:
    if noun == "person":
        return "people"
    regular = f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"
    return noun if noun.endswith("s") else regular


def how_many(part: Part) -> str:
    """`at least how many peacekeepers`, `what percentage of voters`; empty if nothing is counted."""
    if part.quantity is None:
        return ""
    if part.quantity.unit == "percent":
        asked = f"what percentage {part.counted}" if part.counted.startswith("of ") else ""
    elif part.quantity.unit:
        asked = f"how much money {part.counted}"
    else:
        asked = (
            f"how many {part.counted}"
            if part.counted and part.counted.split()[0] not in {"of", "in", "on", "a"}
            else ""
        )
    return f"{part.quantity.hedge} {asked}".strip() if asked else ""
