"""The words of a name: which of them name the thing, and which only say what it is."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.cards.grading_people import TITLES
from trainer.values.known_names import state_words
from trainer.values.records import closed
from trainer.values.wording import SMALL, Words, squashed, words_of

PLACES = closed("places")
"""What a place is: city, province."""
_LEADS = frozenset({*((noun, "of") for noun in PLACES), ("republic", "of"), ("kingdom", "of"), ("operation",),
                    ("hurricane",), ("cyclone",), ("typhoon",), ("storm",), ("mount",)})  # fmt: skip
"""What a name may have before it."""
_TAILS = closed("tails")
"""What it may have behind it."""
_OUTFITS = closed("outfits")
"""Tails that may stand for one another: Wagner Group, Wagner mercenaries."""
DESCRIBING = closed("describing")
"""Nouns that say what a name is in front of it: the Danish company X."""
_NUMBERED = re.compile(
    r"^(?P<name>[^\d#]+?)[\s.]*(?:#|\b(?:no|nr|number)\b\.?)?\s*(?P<number>\d[\d-]*)$", re.IGNORECASE
)
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_PLAIN = SMALL | _TAILS | closed("particles")
OFFICE_ASKED = re.compile(r"\b(?:what|which) (?:office|post|position|role|title|rank|job)\b", re.IGNORECASE)
"""A question for what somebody is, and not for who."""


def is_name(key: str, question: str) -> bool:
    """Whether a key is a name and no phrase: every word that carries it has a capital or a figure."""
    carrying = [word for word in re.findall(r"[^\W_][\w'’.&/-]*", key) if word.casefold() not in _PLAIN]
    if not carrying or OFFICE_ASKED.search(question):
        return False
    return all(any(character.isupper() or character.isdigit() for character in word) for word in carrying)


@lru_cache(maxsize=1 << 12)
def core(words: Words) -> Words:
    """The words without small ones and `al-`, without a plural's ending, `11th` as `11`."""
    core = tuple(word for word in words if word not in SMALL and word not in {"al", "el"}) or words
    return tuple(_ORDINAL.sub(r"\1", word if len(word) < 4 else word.removesuffix("s")) for word in core)


def is_same_number(key: str, given: str) -> bool:
    """Whether two names are one word or more with the same number, and the words the same, shortened or by initials.

    >>> is_same_number("Executive Order 14028", "EO 14028"), is_same_number("Executive Order 14028", "EO 14029")
    (True, False)
    >>> is_same_number("Resolution 2690", "Res. no. 2690"), is_same_number("Resolution 2690", "Decree 2690")
    (True, False)
    """
    one, other = _NUMBERED.match(key), _NUMBERED.match(given)
    if one is None or other is None or one["number"] != other["number"]:
        return False
    wanted, told = words_of(one["name"]), words_of(other["name"])
    initials = "".join(word[0] for word in wanted)
    shortened = len(wanted) == len(told) and all(
        len(short) > 2 and full.startswith(short) for full, short in zip(wanted, told, strict=True)
    )
    return shortened or (len(initials) > 1 and squashed(told) == initials)


def bare(words: Words) -> Words:
    """Without what only says what kind of thing is named."""
    lead = next((lead for lead in _LEADS if words[: len(lead)] == lead and len(words) > len(lead)), ())
    words = words[len(lead) :]
    tailed = len(words) > 1 and words[-1] in _TAILS and words[:-1] not in state_words()
    return words[:-1] if tailed else words


def are_outfits(wanted: Words, told: Words) -> bool:
    """Whether two names differ in what the outfit is called: Wagner Group, Wagner mercenaries."""
    return wanted[:-1] == told[:-1] != () and wanted[-1] in _OUTFITS and told[-1] in _OUTFITS


def around(inner: Words, outer: Words) -> tuple[Words, Words] | None:
    """What stands before and behind some words within others; None if they are not there in one piece."""
    size = len(inner)
    for at in range(len(outer) - size + 1):
        if outer[at : at + size] == inner:
            return outer[:at], outer[at + size :]
    return None


def describes(before: Words) -> bool:
    """Whether words before a name only say what it is: they end with the noun for it."""
    noun = before[-2] if len(before) > 1 and before[-1] == "of" and before[-2] in PLACES else before[-1]
    rest = before[: before.index(noun)]
    return noun in TITLES | PLACES | DESCRIBING and not any(word in SMALL or word in {"not", "no"} for word in rest)


def is_tail(behind: Words) -> bool:
    """Whether the word behind a name only says what it is: Wagner *Group*."""
    return len(behind) == 1 and behind[0] in _TAILS
