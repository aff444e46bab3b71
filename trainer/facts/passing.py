"""What is said in passing between commas, which the rest does without."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from trainer.facts.syntax import has_finite

_IN_PASSING = frozenset({
    "for its part", "for their part", "for his part", "for her part", "in turn", "at least", "besides", "of course",
    "in fact",
})  # fmt: skip
_OF_THEM = re.compile(
    r"(?:(?:about|almost|at least|more than|nearly|over|roughly|some) )?(?:\d[\d,]*|half|many|most|several|some"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|a (?:third|quarter|fifth|tenth|dozen)|two thirds) of them\b",
    re.IGNORECASE,
)
"""How a part of those counted is told of: `550 buses, nearly half of them in Gao`."""


def is_in_passing(doc: Doc, first: int, end: int) -> bool:
    """Whether it is a set phrase, a part of those just counted, or what something was done in spite of, at the end."""
    text = doc[first:end].text
    if doc[first].lower_ == "despite" and end >= len(doc) - 1:
        return True
    return text.lower() in _IN_PASSING or (_OF_THEM.match(text) is not None and not has_finite(doc, first, end))
