"""Words that tie a sentence to its place or its day, and the sentence without them: `however`, `recent`."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.pointers import is_idle_reason
from trainer.language.stretch import Stretch

Change = tuple[int, int, str]
"""The first character, the one past the last, and what to put there."""


def without(fleeting: Token) -> list[Change]:
    """`the report` and `an Al Jazeera report` without their `recent`."""
    article, following = fleeting.nbor(-1), fleeting.nbor()
    end = fleeting.idx + len(fleeting)
    vowel = article.lower_ == "a" and following.text[:1] in "AEIOUaeio"
    return [(article.idx, end, f"{article.text}n" if vowel else article.text)]


def unlinked(stretch: Stretch, link: Token) -> Change:
    """The sentence without its `however` and the commas around it, or its `for unrelated reasons`."""
    if is_idle_reason(link) and link.i:
        before, last = link.nbor(-1), link.nbor(2)
        return (before.idx + len(before), last.idx + len(last), "")
    start, end = link.idx, link.idx + len(link.text_with_ws)
    if link.i + 1 < stretch.span.end and link.nbor().text == ",":
        end = link.nbor().idx + len(link.nbor().text_with_ws)
        if link.i > stretch.span.start and link.nbor(-1).text == ",":
            start = link.nbor(-1).idx
            return (start, end, " ")
    return (start, end, "")


def applied(text: str, start: int, end: int, changes: list[Change]) -> str:
    """The characters with every change made that overlaps none before it."""
    parts, at = [], start
    for a, b, words in sorted(changes):
        if a >= at:
            parts += [text[at:a], words]
            at = b
    return "".join([*parts, text[at:end]])
