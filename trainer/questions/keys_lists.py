"""A list of things in every order, and without the empty noun that ends it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

_PARTS = re.compile(r", (?:and )?| and ")
_ASKED = re.compile(r"\[\.\.\.\] \((?P<count>two|three)\b")
_COUNTS = {"two": 2, "three": 3}
_EMPTY = frozenset({
    "activities", "chips", "efforts", "equipment", "facilities", "goods", "items", "issues", "materials", "measures",
    "operations", "parts", "problems", "products", "services", "supplies", "systems", "work", "works",
})  # fmt: skip
"""Last nouns of a list that say little beside the words before them."""
_ADJECTIVE = re.compile(r"\w+(?:al|ary|ed|ent|ern|ese|ing|ish|ive|ous)")


def orders(items: list[str], word: str = "and") -> Iterator[str]:
    """The items in every other order, turned round first.

    >>> list(orders(["mines", "dams"]))
    ['dams and mines']
    """
    every = list(itertools.permutations(items))
    for order in reversed(every[1:]):
        yield f" {word} ".join([", ".join(order[:-1]), order[-1]])


def thing_forms(question: str, answer: str) -> Iterator[str]:
    """What a list of two or three common things may be told as, where the hint says how many there are.

    >>> list(thing_forms("It failed in [...] (two things).", "fire safety and navigation equipment"))
    ['navigation equipment and fire safety', 'fire safety and navigation', 'navigation and fire safety']
    """
    asked, items = _ASKED.search(question), _PARTS.split(answer)
    if asked is None or len(items) != _COUNTS[asked["count"]]:
        return
    yield from orders(items)
    *before, last = items[-1].split()
    if before and last in _EMPTY and not _ADJECTIVE.fullmatch(before[-1]):
        short = [*items[:-1], " ".join(before)]
        yield " and ".join([", ".join(short[:-1]), short[-1]])
        yield from orders(short)
