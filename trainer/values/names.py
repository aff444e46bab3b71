"""When two written names are the same name."""

from __future__ import annotations

import re

from trainer.text import fold

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_WORD = re.compile(r"[\w'.-]*\w")


def bare(name: str) -> str:
    """The name folded, without its article and its possessive ending.

    >>> bare("The Wagner Group's")
    'wagner group'
    """
    return _ARTICLE.sub("", fold(name).removesuffix("'s").rstrip("'"))


def content_words(text: str) -> frozenset[str]:
    """The folded words of a text that carry meaning of their own: four letters and more, numbers, capitals."""
    return frozenset(word.removesuffix("'s") for word in _WORD.findall(fold(text)) if _carries(word))


def _carries(word: str) -> bool:
    return len(word) >= 4 or any(c.isdigit() for c in word)
