"""Editing a card: the words that a person may change, and what follows from a change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trainer.cards.card import GAP, Card, Kind, Source
from trainer.cards.critique import Breach, critique, is_supported
from trainer.text import clean, fold, one_line
from trainer.values.dates import parse_iso

EDITED = ", edited"
"""What the origin of a card ends with whose words a person changed."""
HAND = "hand"
"""The origin of a card that a person wrote, which it keeps."""
_FEWEST_OPTIONS = 2
_KEPT = ("question", "answer", "accepted", "as_of", "attribution")
"""What stays as it is, line ends included, where its words are the same."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a person may change in a card."""

    question: str
    answer: str
    accepted: tuple[str, ...] = ()
    as_of: str = ""
    attribution: str = ""
    distractors: tuple[str, ...] = ()

    @classmethod
    def of(cls, card: Card) -> Words:
        """The words as the card has them."""
        return cls(card.question, card.answer, card.accepted, card.as_of, card.attribution, card.distractors)

    def tidy(self) -> Words:
        """Each on one line, safe, no accepted answer and no option twice or empty."""
        lines = (one_line(text) for text in (self.question, self.answer, self.as_of, self.attribution))
        question, answer, as_of, attribution = lines
        accepted = tuple(text for text in _listed(self.accepted) if text != answer)
        return Words(question, answer, accepted, as_of, attribution, _listed(self.distractors))


def edited(card: Card, words: Words) -> Card:
    """The card with a person's words: its id stays, its origin tells; the very same card if nothing changed.

    What the new words make right is no longer a wrong option, and the span follows the answer.
    """
    was, words = Words.of(card).tidy(), words.tidy()
    if words == was:
        return card
    right = {fold(text) for text in (words.answer, *words.accepted)}
    options = _without(words.distractors, right)
    changed = replace(
        card,
        **{name: getattr(words, name) for name in _KEPT if getattr(words, name) != getattr(was, name)},
        reject=_without(card.reject, right),
        distractors=options if len(options) >= _FEWEST_OPTIONS else (),
        origin=card.origin if card.origin == HAND else card.origin.removesuffix(EDITED) + EDITED,
    )
    return replace(changed, source=_followed(card, changed)) if words.answer != was.answer else changed


def _listed(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(one_line, texts))))


def is_edited(card: Card) -> bool:
    """Whether a person changed the card's words before it was saved."""
    return card.origin.endswith(EDITED)


def faults(words: Words, kind: Kind) -> str:
    """What no card can be saved with; empty if nothing."""
    if not words.question.strip():
        return "The question is empty."
    if not words.answer.strip():
        return "The answer is empty."
    return f"A cloze has exactly one {GAP}." if kind is Kind.CLOZE and words.question.count(GAP) != 1 else ""


def doubts(card: Card) -> tuple[Breach, ...]:
    """The item-writing rules that the card breaks; a person may know better."""
    dated = not card.as_of or ((date := parse_iso(card.as_of)) is not None and date.is_real())
    unread = () if dated else (Breach("as_of", "no date as in 2023, 2023-06 or 2023-06-21"),)
    return (*critique(card), *unread)


def _without(texts: tuple[str, ...], right: set[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if fold(text) not in right)


def _followed(before: Card, card: Card) -> Source | None:
    """The source with its span on the new answer; without a span if the answer is not there word for word."""
    source = card.source
    if source is None:
        return None
    start = clean(source.sentence).find(card.answer)
    if start >= 0 and clean(source.sentence) == source.sentence:
        return replace(source, span=(start, start + len(card.answer)))
    stays = fold(before.answer) in fold(card.answer) or is_supported(card) is None
    return source if stays else replace(source, span=None)
