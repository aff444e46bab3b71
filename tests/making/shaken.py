"""Briefs shaken at random: their sentences cut, joined, shuffled, shouted, bracketed, listed, made odd."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_WORDS = ["and", "who", "which", "that", "of", "the", "to", "was", "said", "because", "in", "by", "according to", "not"]
_SIGNS = (
    *(
        "…",
        "...",
        ";",
        ":",
        "–",
        "—",
        "?!",
        "!",
        '"',
        "“",
        "”",
        "'",
        "(",
        ")",
        "[",
        "]",
        "/",
        "&",
        "%",
        "$",
        "€",
        "#",
        "*",
    ),
    *("•", "|", "§", "½", "²", "№", "→", ".", ",", ",,", "..", "-", "--", "0", "1,000.5", "\u00a0", "\u200b", "\t"),
)
_DAYS = (
    *("on 31 February", "in 2024 and 2025", "on May 3", "from 1 to 3", "since", "by 2030", "last week", "in the 1990s"),
    *("on Monday 5 May 2024 and", "in March–April", "between 2019 and", "3/4", "Q3", "the next day"),
)
_NUMBERS = (
    *("0", "1", "-5", "1.2.3", "10,00", "a dozen", "two thirds of", "$", "US$ 3bn", "12%", "5-6", "half", "1e9", "III"),
)
_NAMES = (
    *("X", "the", "U.S.", "al-", "O'Neill-Smith Jr.", "McDonald’s", "A. B. C. D.", "UN/AU", "EU27", "Ms.", "İstanbul"),
)


def shaken(text: str, rng: random.Random) -> str:
    """A brief made odd in one to four ways; the same generator gives the same brief."""
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    for way in rng.choices(_WAYS, k=rng.choice((1, 2, 3, 4))):
        place = rng.randrange(len(paragraphs)) if rng.random() < 0.5 else None
        chosen = range(len(paragraphs)) if place is None else [place]
        for number in chosen:
            paragraphs[number] = way(paragraphs[number], rng) or "."
    return "\n\n".join(paragraphs) + "\n"


def _shuffled(text: str, rng: random.Random) -> str:
    sentences = _SENTENCES.split(text)
    rng.shuffle(sentences)
    return " ".join(sentences)


def _jumbled(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    place = rng.randrange(len(words))
    part = words[place : place + 8]
    rng.shuffle(part)
    return " ".join([*words[:place], *part, *words[place + 8 :]])


def _joined(text: str, rng: random.Random) -> str:
    return _SENTENCES.sub(lambda _: rng.choice((", ", "; ", " and ", ": ", " – ", " which ", " ")), text)


def _cut(text: str, rng: random.Random) -> str:
    return " ".join(s[: rng.randrange(len(s) + 1)] if rng.random() < 0.4 else s for s in _SENTENCES.split(text))


def _begun_late(text: str, rng: random.Random) -> str:
    return " ".join(s[rng.randrange(len(s) + 1) :] if rng.random() < 0.4 else s for s in _SENTENCES.split(text))


def _dropped(text: str, rng: random.Random) -> str:
    return " ".join(word for word in text.split(" ") if rng.random() > 0.12)


def _doubled(text: str, rng: random.Random) -> str:
    return " ".join(f"{word} {word}" if rng.random() < 0.06 else word for word in text.split(" "))


def _signed(text: str, rng: random.Random) -> str:
    return " ".join(f"{word}{rng.choice(_SIGNS)}" if rng.random() < 0.1 else word for word in text.split(" "))


def _worded(text: str, rng: random.Random) -> str:
    return " ".join(f"{word} {rng.choice(_WORDS)}" if rng.random() < 0.08 else word for word in text.split(" "))


def _bare(text: str, _: random.Random) -> str:
    return re.sub(r"[.,;:!?“”\"()]", "", text)


def _bracketed(text: str, rng: random.Random) -> str:
    pairs = ("()", "[]", "“”", '""', "‘’", "——", ",,", "«»")
    return " ".join(
        f"{pair[0]}{s}{pair[1]}" if rng.random() < 0.5 and (pair := rng.choice(pairs)) else s
        for s in re.split(r"(?<=,)\s", text)
    )


def _listed(text: str, rng: random.Random) -> str:
    mark = rng.choice(("- ", "* ", "1. ", "• ", "(a) ", "o ", "– "))
    return "\n".join(f"{mark}{sentence}" for sentence in _SENTENCES.split(text))


def _one_by_one(text: str, rng: random.Random) -> str:
    return rng.choice(("\n", "\n\n")).join(text.split()[:60])


def _tabled(text: str, rng: random.Random) -> str:
    words = text.split()[:40]
    return "\n".join("  |  ".join(words[place : place + 4]) for place in range(0, len(words), 4))


def _dated(text: str, rng: random.Random) -> str:
    return re.sub(r"\b(?:19|20)\d\d\b|\bon \d+ \w+", lambda _: rng.choice(_DAYS), text)


def _counted(text: str, rng: random.Random) -> str:
    return re.sub(r"\b\d[\d,.]*\b", lambda found: rng.choice(_NUMBERS) if rng.random() < 0.5 else found[0], text)


def _named(text: str, rng: random.Random) -> str:
    return re.sub(r"\b[A-Z]\w+", lambda found: rng.choice(_NAMES) if rng.random() < 0.15 else found[0], text)


_WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    _shuffled, _jumbled, _joined, _cut, _begun_late, _dropped, _doubled, _signed, _worded, _bare, _bracketed, _listed,
    _one_by_one, _tabled, _dated, _counted, _named, lambda text, _: text.upper(), lambda text, _: text.lower(),
    lambda text, _: text.title(), lambda text, _: text.swapcase(), lambda text, _: text[::-1],
    lambda text, _: text.replace(" ", "\n"), lambda text, _: text.replace(".", "..."),
    lambda text, _: text.replace(",", ""),
    lambda text, _: " ".join(reversed(text.split(" "))), lambda text, _: f"{text} {text}", lambda text, _: f"> {text}",
    lambda text, _: text.replace(" the ", " "), lambda text, _: text.replace(" ", "  "),
    lambda text, _: text.replace(". ", ".\n\n"), lambda text, _: re.sub(r"\b(?:was|were|is|are|has|had)\b ", "", text),
    lambda text, _: text.replace("e", "é"), lambda text, _: re.sub(r"\w", "x", text),
)  # fmt: skip
