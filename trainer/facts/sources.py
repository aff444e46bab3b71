"""What is set apart in a sentence to say who answers for it, so that it can be told before the rest."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Doc

from trainer.facts.masks import NAME_MASKS
from trainer.facts.syntax import INTRODUCING_RELATIVE, JOINING, RELATIVES, Word, closes, has_finite, is_finite, parts
from trainer.facts.telling import Piece, Telling
from trainer.language.tags import NOMINAL

SOURCE = re.compile(
    r"(?:according to|going by|to judge by|in the (?:view|words|estimate|estimation) of"
    r"|by \S+'s (?:count|reckoning|estimate|account|own count|own estimate|own reckoning)"
    r"|by (?:all|many|most|official|several|some) (?:accounts|counts|estimates|reckonings))\b",
    re.IGNORECASE,
)
"""How a source is set apart."""


def sourced(told: Telling) -> Piece | None:
    """The telling without what is set apart in it to say who answers for it."""
    doc = told.doc
    marks = [
        -1,
        *(t.i for t in doc if t.text in {",", "-"} and parts(t) and not told.is_listed(t.i)),
        len(doc) - (doc[-1].text == "."),
    ]
    for start, close in pairwise(marks):
        if close - start < 3 or not (SOURCE.match(doc[start + 1 : close].text) or _is_saying(doc, start + 1, close)):
            continue
        if (start > 0 and not _governs_all(doc, start, close)) or not any(
            t.tag_ in NOMINAL | {"PRP"} for t in doc[start + 1 : close]
        ):
            continue
        end = _with_name(doc, close)
        parted = (
            end < len(doc) and doc[end].text in {",", "-"} and closes(doc, end) and not _tells_more(doc, start, end)
        )
        cut = range(max(start, 0), end + (start < 0 or parted))
        source = (told.places[start + 1][0], told.places[end - 1][1])
        words: list[Word] = [i for i in range(len(doc)) if i not in cut]
        if len(words) > 3 and min(source) >= 0:
            return Piece(words, "source", source)
    return None


def _tells_more(doc: Doc, start: int, end: int) -> bool:
    """Whether an apposition to all that was said follows a source: `spent 4%, according to X, | the highest rate`."""
    apposed = doc[end + 1 : end + 2].text.lower() in {"the", "a", "an"} and not has_finite(doc, end, len(doc))
    return start > 0 and apposed and has_finite(doc, 0, start)


def _with_name(doc: Doc, end: int) -> int:
    """Where a source ends together with the name of its holder: `the attorney general, NAME, who ...`."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].text not in NAME_MASKS:
        return end
    if doc[end - 1].tag_ not in {"NN", "JJ"} or doc[end + 2].text not in {",", "."}:
        return end
    end += 2
    relative = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in RELATIVES
    return len(doc) - 1 if relative else end


def _governs_all(doc: Doc, start: int, end: int) -> bool:
    """Whether a source that is set apart behind the head of a telling goes with all of it, its only clause."""
    if doc[start - 1].lower_ in JOINING | INTRODUCING_RELATIVE:
        return False
    verbs = [t for t in doc if is_finite(t) and not start < t.i < end]
    return len(verbs) < 2 or not any(
        (t.lower_ in {"and", "but", "while", "whereas", "although", "which", "who", "whose"} or t.tag_ == "WDT")
        and t.i < verbs[-1].i
        for t in doc[verbs[0].i : start]
    )


def _is_saying(doc: Doc, first: int, end: int) -> bool:
    """`, the government said,`: a short subject and a verb of saying, and nothing else."""
    short = end - first <= 7 and doc[end - 1].lower_ in _SAYING
    return short and not any(is_finite(t) for t in doc[first : end - 1])


_SAYING = frozenset({"said", "says", "reported", "estimates", "estimated", "added", "warned", "claims", "claimed"})
