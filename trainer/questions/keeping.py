"""How likely a reader keeps a card: a logistic model of a few plain traits, fitted to cards that readers judged blind.

The weights are in `keeping.toml`, written by `bench/keeping.py` from the cards and verdicts in `bench/judged.jsonl`.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from trainer.cards.card import GAP, Card, Kind
from trainer.cards.critique import Breach
from trainer.cards.leads import parted
from trainer.values.dates import MONTHS
from trainer.values.names import content_words

LEAST = 0.28
"""The least likelihood with which a card is proposed."""

_OPENING = re.compile(
    r"(?:As of [A-Z]\w+ \d{4}(?:, according to the brief[^:,]*)?"
    r"|According to the (?:\w+ \d{4} )?brief(?: on [^:,]*)?"
    r"|In the \w+ \d{4} brief)[:,] "
)
_WORD = re.compile(r"[\w'’%-]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d[\d.,]*")
_DEFINITE = re.compile(
    r"\b[Tt]he (?:[a-z-]+ )*?[a-z-]+\b(?! of| that| which| who| (?:in|on|for) [A-Z]|'s? [A-Z]| [A-Z])"
)
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\b")
_PRONOUN = re.compile(r"\b(?:it|they|he|she|them|him)\b")
_COMPARING = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|better|worse|than|against|compared|instead|rather)\b"
)
_ORDERING = re.compile(
    r"\b(?:next|previous|second|third|fourth|last|latest|remaining|rest|other|another|further|again|also|both|before|after"
    r"|since|earlier|later|then|already|still|only|even|too)\b"
)
_TOPMOST = re.compile(r"\b(?:first|most|least|\w{3,}est)\b")
_REPORTING = re.compile(r"\b(?:said|says|told|announced|reported|estimates?|warned|according to)\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are) (?:\w+ly )?\w+(?:ed|en|wn|ght)\b")
_NAMING = re.compile(r"\b(?:which|what office|what kind|what (?:other )?name)\b", re.IGNORECASE)
_SMALL = frozenset({"one", "two", "three", "four", "five", "six", "seven"})


def unlikelihood(card: Card, title: str) -> Breach | None:
    """The breach of a card that most readers would refuse; None for any other."""
    likely = likelihood(card, title)
    return None if likely >= LEAST else Breach("is_likely_kept", f"likely kept by {likely:.0%} of its readers")


def likelihood(card: Card, title: str) -> float:
    """From 0 to 1: how likely a strict reader keeps a card of a brief with this title."""
    weights = _weights()
    score = weights["always"] + sum(weights.get(name, 0.0) * value for name, value in traits(card, title).items())
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> Mapping[str, float]:
    return tomllib.loads(files("trainer.questions").joinpath("keeping.toml").read_text("utf-8"))


def traits(card: Card, title: str) -> dict[str, float]:
    """What is counted in a card, each about 0 to 2."""
    opening = _OPENING.match(card.question)
    body = parted(card.question[opening.end() :] if opening else card.question)[1]
    words, told = _WORD.findall(body), _WORD.findall(card.source.sentence) if card.source is not None else []
    names = [word for word in words[1:] if word[0].isupper() and word not in MONTHS]
    years = len(_YEAR.findall(body))
    return {
        **_of_kind(card),
        **_of_opening(opening),
        **_of_form(card, body),
        "words": len(words) / 20,
        "words squared": (len(words) / 20) ** 2,
        "share of sentence": len(words) / max(1, len(told)),
        "whole sentence": float(len(words) >= len(told) - 2),
        "names": min(len(names), 8) / 4,
        "no name": float(not names),
        "years": min(years, 3) / 2,
        "no time": float(
            not years and not (opening and opening[0].startswith("As of")) and not _YEAR.search(card.answer)
        ),
        "figures": min(len(_FIGURE.findall(_YEAR.sub("", body))), 5) / 3,
        "words of title": len(content_words(title) & content_words(body)) / 3,
        "source named": float(bool(card.attribution)),
    }


def _of_kind(card: Card) -> dict[str, float]:
    kind = f"asks {card.kind.value}"
    if card.kind is Kind.WHAT:
        return {} if _NAMING.search(card.question) else {"asks what": 1.0}
    if card.kind is not Kind.CLOZE:
        return {kind: 1.0}
    figure = _YEAR.search(card.answer) is None and (_FIGURE.search(card.answer) or card.answer.lower() in _SMALL)
    sort = "date" if _YEAR.search(card.answer) else "figure" if figure else "name"
    return {kind: 1.0, f"gap for {sort}": 1.0, "gap late": card.question.find(GAP) / max(1, len(card.question))}


def _of_opening(opening: re.Match[str] | None) -> dict[str, float]:
    if opening is None:
        return {}
    return {"opens as of" if opening[0].startswith("As of") else "opens by the brief": 1.0}


def _of_form(card: Card, body: str) -> dict[str, float]:
    return {
        "commas": min(body.count(","), 5) / 3,
        "definites": min(len(_DEFINITE.findall(body)), 4) / 2,
        "definite first": float(re.match(r"The [a-z]", body) is not None),
        "name first": float(re.match(r"\[\.\.\.\]|[A-Z][\w.-]+ (?:[A-Z]|[a-z]+ed\b)", body) is not None),
        "possessives": min(len(_POSSESSIVE.findall(body)), 3) / 2,
        "pronouns": min(len(_PRONOUN.findall(body)), 3) / 2,
        "comparing": float(_COMPARING.search(body) is not None),
        "ordering": float(_ORDERING.search(body) is not None),
        "topmost": float(_TOPMOST.search(body) is not None),
        "reporting": float(_REPORTING.search(body) is not None),
        "passive": float(_PASSIVE.search(body) is not None),
        "small number": float(card.answer.lower() in _SMALL),
        "words of answer": len(card.answer.split()) / 5,
    }
