"""The order of cards: what an analyst would miss first comes first."""

from __future__ import annotations

from trainer.briefs.brief import Form
from trainer.cards.card import Card, Kind
from trainer.language.reading import Reading
from trainer.questions.draft import Draft
from trainer.values.names import content_words

_PRIOR = {
    Kind.HOW_MANY: 5,
    Kind.WHEN: 5,
    Kind.WHO: 4,
    Kind.ACRONYM: 3,
    Kind.LIST: 3,
    Kind.WHERE: 2,
    Kind.WHAT: 2,
    Kind.CLOZE: 0,
}


def ranked(reading: Reading, pairs: list[tuple[Draft, Card]]) -> tuple[Card, ...]:
    """The cards, best first; equals stay in the order of the brief."""
    title = content_words(reading.brief.title)
    bullets = {passage.number for passage in reading.brief.passages if passage.form is Form.BULLET}
    first = min((passage.number for passage in reading.brief.passages), default=0)

    def worth(pair: tuple[Draft, Card]) -> int:
        draft, card = pair
        where = draft.fact.provenance.passage
        return (
            _PRIOR.get(card.kind, 1)
            + 2 * (where in bullets or where == first)
            + len(title & content_words(f"{card.question} {card.answer}"))
        )

    return tuple(card for _, card in sorted(pairs, key=worth, reverse=True))
