"""Slips of spelling: how many there are between two words, and where they make another word."""

from __future__ import annotations

import re
from functools import cache

from trainer.text import fold
from trainer.values.quantities import WORDS
from trainer.values.records import FOLDER
from trainer.values.wording import ARTICLES, SMALL, TURNING, Words, squashed, stem

SHORTEST = 5
"""Letters of the shortest word that may be misspelt; one slip up to LONG - 1 letters, two from there."""
LONG = 9

_WORD = re.compile(r"[^\W_]+")
_SMALL = SMALL | ARTICLES
_NUMBERS = frozenset(WORDS) | {"hundred", "thousand", "million", "billion", "trillion"}
_ALIKE = frozenset("gkqc")
"""First letters that one name may be spelled with: Gaddafi, Qaddafi. Any other first letter makes another word."""
_OPPOSED = (
    ("inter", "intra"), ("hyper", "hypo"), ("pre", "pro"), ("pros", "pres"), ("ante", "anti"), ("macro", "micro"),
    ("un", "uni"), ("per", "pro"),
)  # fmt: skip
"""Beginnings, a letter or two apart, by which two words say the contrary."""


def slips_in_word(key: str, given: str) -> int | None:
    """How many slips make the given word of the key's; None if it is another word.

    >>> slips_in_word("ouagadougou", "ouagadugu"), slips_in_word("kyiv", "kiev"), slips_in_word("2023", "2022")
    (2, None, None)
    """
    if key == given:
        return 0
    if len(key) < SHORTEST:
        return 1 if _is_turned_about(key, given) else None
    limit = 1 if len(key) < LONG else 2
    if abs(len(key) - len(given)) > limit or not key.isalpha() or not given.isalpha() or given in _NUMBERS:
        return None
    if key[0] != given[0] and not {key[0], given[0]} <= _ALIKE:
        return None
    if frozenset((stem(key), stem(given))) in _apart() or _are_opposed(key, given):
        return None
    from rapidfuzz.distance import OSA

    distance: int = OSA.distance(key, given, score_cutoff=limit)
    return distance if distance <= limit else None


def _is_turned_about(key: str, given: str) -> bool:
    """Whether a word of four letters has two neighbours in each other's place, its first letter not among them."""
    if len(key) != len(given) or len(key) != SHORTEST - 1 or not key.isalpha() or key[0] != given[0]:
        return False
    places = [n for n in range(len(key)) if key[n] != given[n]]
    return (
        len(places) == 2 and places[1] == places[0] + 1 and key[places[0]] == given[places[1]] and _are_same(key, given)
    )


def _are_same(key: str, given: str) -> bool:
    return sorted(key) == sorted(given)


def slips_in_text(key: str, given: str) -> int | None:
    """How many slips make a typed text of the key, word by word as they stand; None if it is another text.

    >>> slips_in_text("the Prime Minister", "teh Prime Miniter"), slips_in_text("the sixth", "the sixty")
    (2, None)
    """
    wanted, told = _as_they_stand(key), _as_they_stand(given)
    if len(wanted) != len(told):
        wanted, told = _unled(wanted), _unled(told)
    return slips_between(wanted, told)


def _as_they_stand(text: str) -> Words:
    return tuple(_WORD.findall(fold(text).replace("'", ""))) or ("",)


def _unled(words: Words) -> Words:
    return words[1:] if words[0] in ARTICLES and len(words) > 1 else words


def slips_between(key: Words, given: Words) -> int | None:
    """How many slips make the given words of the key's; None if they are other words, or there are too many slips."""
    if len(key) != len(given):
        return None
    total, most = 0, max(2 if len(max(key, key=len, default="")) >= LONG else 1, len(squashed(key)) // 6)
    for wanted, told in zip(key, given, strict=True):
        slips = 1 if _is_small_slip(wanted, told) else slips_in_word(wanted, told)
        if slips is None:
            return None
        total += slips
    return total if total <= most else None


@cache
def _apart() -> frozenset[frozenset[str]]:
    """Pairs of words that are a slip apart and both words: consent and content."""
    text = (FOLDER / "words_apart.txt").read_text(encoding="utf-8")
    return frozenset(frozenset(map(stem, pair.split("/"))) for pair in text.split())


def _is_small_slip(key: str, given: str) -> bool:
    """Whether a small word is one, misspelt: `teh`, `adn`."""
    if key == given or key not in _SMALL or given in _SMALL or given in TURNING or not given.isalpha():
        return False
    from rapidfuzz.distance import OSA

    return len(key) > 2 and bool(OSA.distance(key, given, score_cutoff=1) <= 1)


def _are_opposed(key: str, given: str) -> bool:
    """Whether one begins with what turns the other round: `intrastate`, `interstate`."""
    return any(
        (key.startswith(one) and given.startswith(other) and key[len(one) :] == given[len(other) :])
        or (key.startswith(other) and given.startswith(one) and key[len(other) :] == given[len(one) :])
        for one, other in _OPPOSED
    )
