"""The order of cards: what an analyst would miss first comes first; and how much each one matters, from 1 to 3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from trainer.briefs.brief import Form
from trainer.cards.card import Card, Kind
from trainer.language.reading import Reading
from trainer.questions.draft import Draft
from trainer.questions.keeping import Opinions
from trainer.values.names import content_words

_PRIOR = {
    Kind.HOW_MANY: 5, Kind.WHEN: 5, Kind.WHO: 5, Kind.LIST: 4, Kind.WHY: 4, Kind.ACRONYM: 3, Kind.WHERE: 3,
    Kind.WHAT: 3, Kind.CLOZE: 2,
}  # fmt: skip
WORTH_OF_LIKELY = 4
"""What a card that every reader keeps is worth above one that nobody does, in the order of cards."""
HIGH, MIDDLE = 10, 7
"""The least worth of a card of salience 3, and of 2."""


def ranked(
    reading: Reading, pairs: Iterable[tuple[Draft, Card]], opinions: Opinions
) -> tuple[tuple[Card, int], ...]:  # fmt: skip
    """The cards with their salience, best first; equals stay in the order of the brief.

    What counts: the bottom line and the first paragraph, words of the headline, the names that the brief names most,
    and what kind of thing is asked for; and then how likely a reader keeps the card.
    """
    worth = _Worth(reading)
    scored = [(card, worth.of(draft, card), opinions[card.question, card.answer].kept) for draft, card in pairs]
    ordered = sorted(scored, key=lambda one: (-_salience(one[1]), -one[1] - WORTH_OF_LIKELY * one[2]))
    return tuple((card, _salience(score)) for card, score, _ in ordered)


def _salience(score: int) -> int:
    return 3 if score >= HIGH else 2 if score >= MIDDLE else 1


class _Worth:
    """What makes a card of one brief matter."""

    def __init__(self, reading: Reading) -> None:
        passages = reading.brief.passages
        self._title = content_words(reading.brief.title)
        self._first = min((passage.number for passage in passages), default=0)
        self._bullets = {passage.number for passage in passages if passage.form is Form.BULLET}
        counts = Counter(word for line in reading.lines for name in line.names for word in content_words(name.text))
        self._leading = {word for word, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:8]}

    def of(self, draft: Draft, card: Card) -> int:
        """The worth of a card, about 2 to 15."""
        words = content_words(f"{card.question} {card.answer}")
        foremost = draft.fact.provenance.passage in self._bullets | {self._first}
        known = min(2, len(self._title & words)) + min(2, len(self._leading & words))
        return _PRIOR.get(card.kind, 1) + 4 * foremost + known
