"""The rating that a grade suggests: a slip costs nothing, a lost hedge a little, a wrong answer all."""

from __future__ import annotations

import pytest

from trainer.cards import Card, Kind
from trainer.cards.grading import grade
from trainer.reviews import Rating
from trainer.study.suggest import suggest

FIVE = Card("c", "Which five?", "Bamako, Niamey, Accra, Dakar and Lomé", Kind.LIST)


@pytest.mark.parametrize(
    ("card", "given", "seconds", "rating"),
    [
        (Card("c", "How many?", "168", Kind.HOW_MANY), "168", 4, Rating.GOOD),
        (Card("c", "How many?", "168", Kind.HOW_MANY), "186", 4, Rating.AGAIN),
        (Card("c", "How many?", "at least 168", Kind.HOW_MANY), "168", 4, Rating.HARD),
        (Card("c", "Who?", "Abdoulaye Diop", Kind.WHO), "Abdulaye Diop", 4, Rating.GOOD),
        (Card("c", "When?", "June 18, 2023", Kind.WHEN), "June 18", 4, Rating.HARD),
        (Card("c", "When?", "June 18, 2023", Kind.WHEN), "June 2023", 4, Rating.AGAIN),
        (FIVE, "Bamako, Niamey, Accra, Dakar, Lome", 40, Rating.GOOD),
        (FIVE, "Bamako, Niamey, Accra, Dakar", 20, Rating.HARD),
        (FIVE, "Bamako, Niamey, Accra", 20, Rating.AGAIN),
        (Card("c", "How many?", "168", Kind.HOW_MANY), "168", 90, Rating.HARD),
        (Card("c", "How many?", "168", Kind.HOW_MANY), "186", 90, Rating.AGAIN),
    ],
)
def test_a_grade_suggests_a_rating(card: Card, given: str, seconds: float, rating: Rating) -> None:
    assert suggest(grade(card, given), seconds) is rating
