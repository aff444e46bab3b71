"""Multiple choice: the key among wrong options of its kind, its place decided by a seed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from trainer.cards.card import GAP, Card, Kind, Status
from trainer.cards.grade import Verdict
from trainer.cards.grading import grade
from trainer.cards.grading_acronyms import is_acronym
from trainer.cards.grading_people import names_a_person
from trainer.cards.grading_words import said, stems_of
from trainer.cards.name_words import is_name
from trainer.values.amounts import amounts
from trainer.values.said_dates import said_dates
from trainer.values.wording import SMALL

FEWEST, MOST = 2, 3
"""Wrong options beside the key."""
MOST_LOOKED_AT = 400
"""Cards of a large deck that are looked at for an answer to lend."""
WIDEST = 4
"""How many times larger or smaller than the key a number of another card may be."""
ALIKE = 0.6
"""Share of words that two questions have in common from which on the answer of one could be right for the other."""
LONGEST = 2.5
"""How many times as long as the other an option may be."""


def choices(card: Card, others: Iterable[Card] = (), seed: str = "") -> tuple[str, ...] | None:
    """The answer and two or three wrong options in the order that the seed gives; None if there are not two.

    The card's own distractors come first; else answers of other cards of the same kind and type, dates of the same
    grain, numbers of the same size. No option is right in the eyes of the grader, none is a near miss of the key or of
    another option, none stands in the question.
    """
    found = _taken(card, card.distractors)
    if len(found) < FEWEST:
        found = _taken(card, (*found, *_of_others(card, others, seed)))
    if len(found) < FEWEST:
        return None
    return _shuffled((card.answer, *found), f"{card.id} {seed}")


def _taken(card: Card, options: Iterable[str]) -> tuple[str, ...]:
    """The first options that are wrong and different."""
    found: list[str] = []
    for option in options:
        if len(found) == MOST:
            break
        if _is_wrong(card, option) and not any(_mean_the_same(card, option, other) for other in found):
            found.append(option)
    return tuple(found)


def _is_wrong(card: Card, option: str) -> bool:
    """Whether no rule finds anything of the answer in it; a distractor of the card's own may share words with it."""
    verdict = grade(replace(card, distractors=()), option).verdict
    return verdict is Verdict.WRONG or (option in card.distractors and verdict is Verdict.PARTLY)


def _mean_the_same(card: Card, one: str, other: str) -> bool:
    as_key = replace(card, answer=one, accepted=(), reject=(), distractors=())
    return grade(as_key, other).verdict.accepted


def _of_others(card: Card, others: Iterable[Card], seed: str) -> Iterator[str]:
    """Answers of other cards that look like the key's; the seed says where among them to begin."""
    alike = [other for other in others if other.kind is card.kind]
    start = _number(f"others {card.id} {seed}")
    for step in range(min(len(alike), MOST_LOOKED_AT)):
        other = alike[(start + step * _STRIDE) % len(alike)] if len(alike) % _STRIDE else alike[step]
        if _may_lend(card, other):
            yield other.answer


_STRIDE = 7919
"""A prime, so that so many steps through a list meet every card of it before they meet one again."""


def _may_lend(card: Card, other: Card) -> bool:
    """Whether the answer of another card of the kind can stand beside this card's: of its type, surely wrong here."""
    if other.id == card.id or other.status is not Status.CURRENT:
        return False
    related = (
        (other.fact and other.fact == card.fact) or other.id in card.conflicts_with or card.id in other.conflicts_with
    )
    if related or _is_in(other.answer, card.question) or _is_in(card.answer, other.answer):
        return False
    if _type_of(card.answer, card.question, card.kind) != _type_of(other.answer, other.question, other.kind):
        return False
    return _fits(card.answer, other.answer) and not _ask_the_same(card.question, other.question)


def _is_in(answer: str, text: str) -> bool:
    """Whether an answer stands in a text, word for word."""
    words, found = said(answer), said(text)
    return any(found[at : at + len(words)] == words for at in range(len(found) - len(words) + 1))


def _ask_the_same(one: str, other: str) -> bool:
    """Whether two questions are so alike that either answer may be right for both."""
    words, theirs = stems_of(_plain(one)) - _SMALL, stems_of(_plain(other)) - _SMALL
    names, of_other = set(_NAME.findall(one)), set(_NAME.findall(other))
    if names - of_other and of_other - names:
        return False
    return bool(words | theirs) and len(words & theirs) >= ALIKE * min(len(words), len(theirs))


_SMALL = SMALL | {"what", "which", "how", "many", "when", "where", "did", "does", "do"}
_NAME = re.compile(r"(?<!^)\b(?:[A-Z][\w'’-]*|\d[\d.,]*)")
_HINT = re.compile(rf"{re.escape(GAP)} ?\(([^()]*)\)")
_NOUN_ASKED = re.compile(r"\b(?:which|what|whose)((?: [\w'-]+){1,4})", re.IGNORECASE)
_CLASSES = (
    frozenset({
        "agency", "authority", "body", "bureau", "commission", "department", "institution", "ministry", "organization",
        "regulator",
    }),
    frozenset({"country", "nation", "state", "government"}),
    frozenset({"capital", "city", "place", "port", "town", "village", "locality"}),
    frozenset({"area", "district", "governorate", "province", "region", "territory"}),
    frozenset({"company", "firm", "bank", "carrier", "airline", "contractor", "vendor"}),
    frozenset({"gang", "group", "militia", "movement", "party"}),
    frozenset({"kind"}), frozenset({"office", "position", "post", "role", "title"}),
)  # fmt: skip
"""Nouns that ask for things of one sort."""


def _plain(question: str) -> str:
    return question.replace(GAP, " ")


@lru_cache(maxsize=1 << 12)
def _type_of(answer: str, question: str, kind: Kind) -> tuple[str, ...]:
    """What an answer is, as finely as options must agree: a day, a month with `early`, a sum in dollars, a name.

    A phrase is of its own type unless the question says what sort of thing it is.
    """
    asked = _sort_asked(question)
    if kind is not Kind.HOW_MANY and (dates := said_dates(answer)):
        first = dates[0]
        spanned = "span" if first.first != first.last else ""
        return (
            "date",
            str([bool(part) for part in first.first]),
            first.part,
            spanned,
            str(bool(first.clock)),
            _shape(answer),
        )
    if readings := amounts(answer):
        quantity = readings[0].quantity
        return ("number", quantity.unit, quantity.hedge, str(quantity.is_range), _shape(answer))
    if is_acronym(answer):
        return ("acronym", asked)
    if names_a_person(answer, question, kind):
        return ("person",)
    if is_name(answer, question):
        return ("name", asked)
    return ("words", asked or question)


def _sort_asked(question: str) -> str:
    """What sort of thing a question asks for: its hint, or the noun behind `which`; empty if it has neither.

    >>> _sort_asked("Which law enforcement agency confirmed it?") == _sort_asked("Which ministry closed it?")
    True
    """
    if hint := _HINT.search(question):
        return hint[1].casefold()
    found = _NOUN_ASKED.search(question)
    words = found[1].casefold().split() if found else []
    of = next((kinds for word in reversed(words) for kinds in _CLASSES if word in kinds), None)
    return min(of) if of is not None else ""


def _shape(answer: str) -> str:
    """How it is written: digits or words first, with how many figures behind the point."""
    figures = re.search(r"\.(\d+)", answer)
    return f"{'digits' if answer[:1].isdigit() else 'words'} {len(figures[1]) if figures else 0}"


def _fits(key: str, option: str) -> bool:
    """Whether an option is of the key's size: a number by its value, a date by its distance, words by their length."""
    dates, others = said_dates(key), said_dates(option)
    if dates and others:
        return abs(dates[0].first[0] - others[0].first[0]) <= 10
    values, theirs = amounts(key), amounts(option)
    if values and theirs:
        one, other = values[0].quantity.low, theirs[0].quantity.low
        return one > 0 and other > 0 and 1 / WIDEST <= other / one <= WIDEST
    return 1 / LONGEST <= len(option) / max(1, len(key)) <= LONGEST


def _shuffled(options: Sequence[str], seed: str) -> tuple[str, ...]:
    """The options in an order that follows from the seed alone, each order as likely as any other."""
    order = [*options]
    for place in range(len(order) - 1, 0, -1):
        other = _number(f"{seed} {place}") % (place + 1)
        order[place], order[other] = order[other], order[place]
    return tuple(order)


def _number(seed: str) -> int:
    """A number that follows from a text."""
    return int.from_bytes(hashlib.sha256(seed.encode(errors="surrogatepass")).digest()[:8])
