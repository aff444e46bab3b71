"""What the text of a brief is about beside a place, where its title names the place alone: what most of it names."""

from __future__ import annotations

from trainer.language.entities import Entity
from trainer.language.kinds import DISEASES
from trainer.language.names import Sort
from trainer.language.reading import Reading
from trainer.questions.topic_names import count, entities

SHARE = 0.3
"""Of all sentences, at least, those that name what the text is about."""
LEAD = 3
"""Sentences at the head of a text, one of which says what it is about."""
_MATTERS = frozenset({Sort.TERM, Sort.EVENT, Sort.PRODUCT, Sort.LAW, Sort.UNKNOWN})
"""Sorts of what things are about, and not of who acts in them or where."""


def matter_named(reading: Reading) -> str:
    """What the text names most, if that is a matter and its lead says it: `HIV`; empty where in doubt."""
    lines = reading.lines
    sick = {name: sum(name in line.plain.lower() for line in lines) for name in DISEASES}
    ill = max(sick, key=lambda name: sick[name])
    if sick[ill] >= SHARE * len(lines) and any(ill in line.plain.lower() for line in lines[:LEAD]):
        return ill
    told = [(count(reading, "", one.texts), one) for one in entities(reading) if one.sort in _MATTERS]
    most, first = max(told, key=lambda one: one[0], default=(0, None))
    return first.said if first is not None and most >= SHARE * len(lines) and _leads(reading, first) else ""


def _leads(reading: Reading, thing: Entity) -> bool:
    """Whether one of the first sentences names it."""
    return any(text in line.plain for line in reading.lines[:LEAD] for text in thing.texts)
