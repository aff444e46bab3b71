"""Which state's government puts a paper out, by its letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trainer.values.known_names import LONGEST, is_state

_GOVERNMENT = re.compile(
    r"\b(?:government|republic|kingdom|commonwealth|federation|sultanate|emirate|state) of (?:the )?", re.IGNORECASE
)
_MINISTRY = re.compile(
    r"\b(?:ministry|department|office|cabinet|parliament|assembly|treasury)\b[^.;]*?"
    r"(?:, | of (?:the )?| [–-] )(?=[A-Z][^,]*$)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:embassy|mission|delegation|consulate|united nations|to:|copy:|cc:)", re.IGNORECASE)
"""Words of a line that names the government of others."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def home_of(lines: Iterable[str]) -> str:
    """The state that the lines above a text, or its publisher, name as the paper's own government; empty if none is.

    >>> home_of(["REPUBLIC OF KENYA", "THE NATIONAL TREASURY"]), home_of(["Ministry of Health, Government of Samoa"])
    ('Kenya', 'Samoa')
    """
    for line in lines:
        if _OTHERS.search(line):
            continue
        for form in (_GOVERNMENT, _MINISTRY):
            found = form.search(line)
            state = _state_at(line[found.end() :]) if found is not None else ""
            if state:
                return state
    return ""


def _state_at(text: str) -> str:
    """The longest name of a state with which a text begins."""
    words = _WORD.findall(text)[:LONGEST]
    names = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    name = next(filter(is_state, names), "")
    return name.title() if name.isupper() else name
