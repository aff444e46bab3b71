"""Nouns for what happens, and nouns that say nothing without what hangs on them: for what a brief is about."""

from __future__ import annotations

from functools import cache

from trainer.language import gazetteer
from trainer.language.event_nouns import families

_EVENTS = frozenset({
    "affair", "assault", "ban", "blockade", "breach", "collapse", "crisis", "deal", "death", "dispute", "drawdown",
    "emergency", "exodus", "fire", "flood", "floods", "handover", "influx", "intrusion", "leak", "loss", "merger",
    "outage", "release", "row", "search", "shutdown", "siege", "sinking", "spill", "standoff", "suspension", "takeover",
    "tariff",
})  # fmt: skip
_HAPPENING = frozenset({"drill", "drought", "famine", "fighting", "hostilities", "talks", "unrest"})
"""The same that have no article by themselves."""
_LASTING = _HAPPENING | {"program", "programme", "incident"}
"""What the tables of events have beside what happens once."""
HOLLOW = frozenset({
    "effect", "entry", "impact", "letter", "preparation", "progress", "proposal", "prospect", "toll",
})  # fmt: skip
"""Nouns that say nothing of what hangs on them with `of`, `on` or `for`."""
TELLING = frozenset({
    "alert", "analysis", "brief", "briefing", "end", "note", "option", "outlook", "report", "review", "situation",
    "statement", "summary", "update",
})  # fmt: skip
"""Nouns of papers and of how things stand, which stand before the matter."""


@cache
def event_words() -> frozenset[str]:
    """Nouns for what happens once, plurals only of what happens as one."""
    told = {noun for noun in families() if not noun.endswith("s")} - _LASTING
    return gazetteer.words("event_nouns") | gazetteer.words("crime_nouns") | _EVENTS | told


def is_event(noun: str) -> bool:
    """Whether a noun says that something happened, in whatever number: `drills`, `the massacre`."""
    one = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
    return not one.isdisjoint(event_words() | _HAPPENING)
