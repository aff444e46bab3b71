"""Passages that open with the name of the state that they are on, in a brief that goes from state to state."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.text import fold

if TYPE_CHECKING:
    from trainer.briefs.brief import Brief
    from trainer.language.reading import Reading

_LABEL = re.compile(r"\W*(?P<state>[A-Z][\w' -]{2,40}?)\W?[.:] \W?[A-Z]")
_FEWEST = 2
"""Passages that open so, in a brief that goes from state to state."""


def state_of_passage(reading: Reading, number: int) -> State | None:
    """The state whose name the passage opens with, in a brief that goes from state to state; None for any other."""
    return _labels(reading.brief).get(number)


@lru_cache(maxsize=4)
def _labels(brief: Brief) -> dict[int, State]:
    """By the passage's number, the state that each labelled passage is on."""
    found = ((part.number, _LABEL.match(part.text)) for part in brief.passages)
    named = ((number, gazetteer.states().get(fold(label["state"]))) for number, label in found if label is not None)
    states = {number: state for number, state in named if state is not None}
    return states if len(states) >= _FEWEST else {}
