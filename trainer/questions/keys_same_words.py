"""Words that stand for one another at the head of a phrase: an agreement is a deal, talks are negotiations."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ALIKE = (
    ("peace agreement", "peace deal", "peace accord", "peace treaty"),
    ("agreement", "deal", "accord", "pact"),
    ("talks", "negotiations"),
    ("ceasefire", "truce"),
    ("foreign debt", "external debt"),
    ("foreign reserves", "foreign-exchange reserves", "international reserves"),
    ("budget deficit", "fiscal deficit"),
    ("aid", "assistance"),
    ("troops", "soldiers"),
    ("displaced people", "displaced persons"),
    ("earthquake", "quake"),
    ("drone", "unmanned aerial vehicle", "UAV"),
    ("undersea cable", "submarine cable", "subsea cable"),
    ("improvised explosive device", "IED"),
    ("memorandum of understanding", "MoU"),
    ("company", "firm"),
)
"""Each may be said for the others of its row, in the plural too."""
_LOOSELY = {
    "key rate": ("key interest rate", "policy rate", "interest rate"),
    "key interest rate": ("key rate", "policy rate", "interest rate"),
    "policy rate": ("key rate", "key interest rate", "interest rate"),
    "base rate": ("policy rate", "key rate", "interest rate"),
    "benchmark rate": ("policy rate", "key rate", "interest rate"),
}
"""What may be said for a narrower word, and not the other way round."""
_ALSO = {word: tuple(other for other in row if other != word) for row in _ALIKE for word in row} | _LOOSELY
_TERM = "|".join(sorted(_ALSO, key=len, reverse=True))
_HEAD = re.compile(
    rf"(?<![\w-])(?P<term>{_TERM})(?P<many>s?)"
    r"(?=$| (?:about|against|among|between|by|for|from|in|of|on|over|to|with)\b)"
)
_VOWEL = re.compile(r"[aeioI]|un")


def in_same_words(phrase: str) -> Iterator[str]:
    """The phrase with other words for its head.

    >>> list(in_same_words("a trade deal with Kenya")), list(in_same_words("its foreign debts"))
    (['a trade agreement with Kenya', 'a trade accord with Kenya', 'a trade pact with Kenya'], ['its external debts'])
    >>> list(in_same_words("an accord")), list(in_same_words("the deal maker"))
    (['an agreement', 'a deal', 'a pact'], [])
    """
    head = _HEAD.search(phrase)
    if head is None:
        return
    before, behind = phrase[: head.start()], phrase[head.end() :]
    for other in _ALSO[head["term"]]:
        article = ("an " if _VOWEL.match(other) else "a ") if before in {"a ", "an "} else before
        yield f"{article}{other}{head['many']}{behind}"
