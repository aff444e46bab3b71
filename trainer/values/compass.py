"""Quarters of the compass in names: northern Mali and the north of Mali are one place, South Africa is no quarter."""

from __future__ import annotations

from trainer.values.known_names import known_as
from trainer.values.wording import SMALL, Words

_QUARTERS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def by_compass(words: Words) -> Words:
    """The words with each quarter as one word, and as a noun.

    >>> by_compass(("south", "eastern", "togo")), by_compass(("northern", "mali"))
    (('southeast', 'togo'), ('north', 'mali'))
    """
    found: list[str] = []
    for word in (word.removesuffix("ern") if word.removesuffix("ern") in _QUARTERS else word for word in words):
        if found and found[-1] in {"north", "south"} and word in {"east", "west"}:
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


def is_same_quarter(key: str, given: str, wanted: Words, told: Words) -> bool:
    """Whether two texts, given as they stand and in words, name the same quarter of the same place.

    Names that the tables know are no quarters.

    >>> north = ("north", "of", "togo")
    >>> is_same_quarter("northern Togo", "the north of Togo", ("northern", "togo"), north)
    True
    >>> is_same_quarter("South Africa", "southern Africa", ("south", "africa"), ("southern", "africa"))
    False
    """
    if known_as(key) or known_as(given):
        return False
    one, other = (by_compass(tuple(word for word in words if word not in SMALL)) for words in (wanted, told))
    return not _QUARTERS.isdisjoint(one) and sorted(one) == sorted(other)
