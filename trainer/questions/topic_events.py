"""Nouns for what happens, and nouns that say nothing without what hangs on them: for what a brief is about."""

from __future__ import annotations

from functools import cache

from trainer.language import gazetteer
from trainer.language.event_nouns import families

_EVENTS = frozenset({
    "affair", "assault", "ban", "blockade", "deal", "breach", "collapse", "court", "crisis", "dispute", "fire", "flood",
    "floods", "intrusion", "leak", "loss", "merger", "outage", "release", "row", "siege", "sinking", "spill",
    "standoff", "suspension", "takeover", "tariff",
})  # fmt: skip
_LASTING = frozenset({
    "charges", "drought", "famine", "fighting", "hostilities", "measures", "sanctions", "talks", "unrest", "demonstrations",
    "program", "programme", "killings", "tremors", "polls", "drill", "incident",
})  # fmt: skip
"""Nouns of events that have no article by themselves."""
HOLLOW = frozenset({
    "effect", "entry", "impact", "letter", "preparation", "progress", "proposal", "prospect", "toll",
})  # fmt: skip
"""Nouns that say nothing of what hangs on them with `of`, `on` or `for`."""


@cache
def event_words() -> frozenset[str]:
    """Nouns for what happens once, plurals only of what happens as one."""
    return gazetteer.words("event_nouns") | gazetteer.words("crime_nouns") | _EVENTS | (families().keys() - _LASTING)


def is_event(noun: str) -> bool:
    """Whether a noun says that something happened, in whatever number: `drills`, `the massacre`."""
    return not {noun, noun.removesuffix("s")}.isdisjoint(event_words())
