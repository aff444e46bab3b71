"""Words without the capital that only the head of a sentence gave."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.language import gazetteer
from trainer.language.lexicon import lemmas
from trainer.language.reading import Line
from trainer.text import fold
from trainer.values.number_words import is_number_word


def lowered(line: Line, start: int, text: str) -> str:
    """Without the capital that only the head of a sentence gave."""
    if start != 0:
        return text
    first = next(iter(text.split()), "").strip(",.;:")
    named = any(name.start == 0 for name in line.names) and first not in {"The", "A", "An"}
    title = fold(first) in gazetteer.words("office_heads") | gazetteer.words("ranks")
    titled = title and re.match(r"\w+ (?![a-z\d])", text)
    return text if named or titled else decapitalized(text)


@lru_cache(maxsize=8)
def always_capital(sentences: tuple[str, ...]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence, and nowhere without it."""
    text = ". ".join(sentences)
    inside = set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text))
    return frozenset(word for word in inside if not re.search(rf"\b{word.lower()}\b", text))


def decapitalized(text: str) -> str:
    """The text as it goes on behind other words: without its capital, unless it begins with a name or an acronym.

    >>> decapitalized("The vote fell."), decapitalized("Kigali agreed.")
    ('the vote fell.', 'Kigali agreed.')
    """
    if text.startswith("The Hague"):
        return text  # the one city that keeps the capital of its article
    words = text.split()
    word = next(iter(words), "I").strip(",.;:")
    if len(words) > 1 and words[0].isalpha() and words[1][:1].isupper() and word.lower() not in _SMALL | _BEFORE_NAMES:
        return text
    head, _, joined = word.partition("-")
    if joined.islower() and "PROPN" not in lemmas(head.lower()):
        word = head
    known = lemmas(word.lower())
    said = word.lower() in _SMALL or is_number_word(word.lower()) or _WITHOUT_ENTRY.match(text) is not None
    common = said or (bool(known) and not known.keys() <= {"PROPN"})
    return text[:1].lower() + text[1:] if common and word != "I" and not text[1:2].isupper() else text


_WITHOUT_ENTRY = re.compile(
    r"(?:De (?:facto|jure)|Ad hoc|Pro forma|Per capita) [a-z]|[A-Z][a-z]{3,}(?:ors|ists)(?: [a-z]|$)"
)
"""Words of Latin, and of people by what they do, that the dictionary may lack: `Survivors say`."""
_BEFORE_NAMES = frozenset({
    "former", "late", "outgoing", "last", "next", "early", "mid", "only", "other", "members", "parts", "part", "which",
    "neighbouring", "neighboring", "nearby", "oil-rich", "landlocked", "war-torn", "rebel-held", "tiny",
    "real", "nominal", "annual", "quarterly", "monthly", "headline", "gross", "net",
    "what", "whose", "who", "whom", "when", "where", "why", "how",
})  # fmt: skip
"""Small words that may stand right before a name."""
_SMALL = frozenset({
    "the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "those", "some", "all", "many", "most",
    "no", "in", "on", "at", "by", "of", "for", "with", "from", "under", "after", "before", "since", "during", "one",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "between", "among",
    "without", "about", "over", "more", "nearly", "almost", "as", "if", "when", "while", "although", "because",
    "there", "it", "they", "he", "she", "both", "each", "every", "another", "until", "through", "within", "into",
    "against", "near", "around", "behind", "across", "along", "despite", "amid", "like", "unlike", "only", "even",
})  # fmt: skip
