"""The words that two hands share: one case, one spelling, no articles, one way to write what has two."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.text import fold
from trainer.values.quantities import WORDS
from trainer.values.records import closed
from trainer.values.spelling import american

Words = tuple[str, ...]

_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_OWNED = re.compile(r"(?<=[\w.])'s?(?!\w)")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:st|nd|rd|th)?(?![^\W_])|[^\W_]+|[$€£¥₹₦₽%]")
ARTICLES = frozenset({"the", "a", "an"})
_ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
_ONE_WORD = (
    {word: str(number) for word, number in WORDS.items() if word != "dozen"}
    | _ORDINALS
    | {"%": "percent", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair",
       "chairwoman": "chair", "chairperson": "chair", "bde": "brigade", "regt": "regiment", "sqn": "squadron",
       "div": "division", "recce": "reconnaissance", "engr": "engineer", "mech": "mechanized", "arty": "artillery",
       "inf": "infantry", "comd": "commander", "hq": "headquarters", "govt": "government", "dept": "department",
       "exec": "executive", "mt": "mount"}
)  # fmt: skip
_PHRASES = {
    "united nations": "un", "united states of america": "us", "united states": "us", "usa": "us",
    "united kingdom": "uk", "great britain": "uk", "european union": "eu", "african union": "au",
    "per cent": "percent", "chief executive officer": "ceo", "chief executive": "ceo", "prime minister": "pm",
    "premier": "pm", "foreign affairs": "foreign", "fm": "foreign minister",
}  # fmt: skip
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(_PHRASES, key=len, reverse=True))})\b")
_SPELLINGS = {pair.partition("=")[2]: pair.partition("=")[0] for pair in closed("spellings")}
SMALL = closed("small")
"""Words that carry no answer by themselves."""
TURNING = closed("turning")
"""Words that make of a phrase another one."""


@lru_cache(maxsize=1 << 13)
def words_of(text: str) -> Words:
    """The words of a short answer as anybody would write them.

    >>> words_of("The U.N.'s two Organisations"), words_of("13,000 – 12%"), words_of("Jama’at")
    (('un', '2', 'organizations'), ('13000', '12', 'percent'), ('jamaat',))
    """
    folded = _OWNED.sub("", fold(text))
    folded = _DOTTED.sub(lambda match: match[0].replace(".", ""), folded).replace("&", " and ").replace("'", "")
    folded = _PHRASE.sub(lambda match: _PHRASES[match[0]], _GROUPED.sub("", folded))
    words = tuple(_one_way(word) for word in _WORD.findall(folded))
    return tuple(word for word in words if word not in ARTICLES) or words


@lru_cache(maxsize=1 << 14)
def _one_way(word: str) -> str:
    return _ONE_WORD.get(word) or _SPELLINGS.get(word) or american(word)


def squashed(words: Words) -> str:
    """The words without what divides them: `counter-insurgency` is `counterinsurgency`."""
    return "".join(words)


_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion", "ies", "ed", "es", "s", "e", "y")


@lru_cache(maxsize=1 << 13)
def stem(word: str) -> str:
    """A word without the ending that grammar gave it.

    >>> [stem(word) for word in ("protecting", "protection", "countries", "country", "mission", "mass", "1990s")]
    ['protect', 'protect', 'countr', 'countr', 'mission', 'mass', '1990s']
    """
    if not word.isalpha() or word.endswith("ss"):
        return word
    for ending in _ENDINGS:
        least = 5 if ending.startswith(("ion", "ation", "ment")) else 4 if len(ending) > 1 else 3
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def content(words: Words) -> Words:
    """The stems of the words that carry an answer; of small words alone, all of them."""
    return tuple(stem(word) for word in words if word not in SMALL) or words


def turns(words: Words) -> frozenset[str]:
    """The words in it that make of a phrase another one."""
    return TURNING & frozenset(words)
