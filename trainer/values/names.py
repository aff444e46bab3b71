"""When two written names are the same name."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.text import fold

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_WORD = re.compile(r"[\w'.-]*\w")


def bare(name: str) -> str:
    """The name folded, without its article and its possessive ending.

    >>> bare("The Wagner Group's")
    'wagner group'
    """
    return _ARTICLE.sub("", fold(name).removesuffix("'s").rstrip("'"))


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The folded words of a text that carry meaning of their own: four letters and more, numbers, capitals."""
    return frozenset(word.removesuffix("'s") for word in _WORD.findall(fold(text)) if _carries(word))


def _carries(word: str) -> bool:
    return len(word) >= 4 or any(c.isdigit() for c in word)


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text with no letter or figure right before or behind them.

    >>> stands_in("Mali", "In Mali, troops left."), stands_in("Mali", "In Somalia and Malia.")
    (True, False)
    """
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        before, behind = text[start - 1 : start], text[end : end + 1]
        if not (_is_of_word(before) or _is_of_word(behind)):
            return True
        start = text.find(words, start + 1)
    return False


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
