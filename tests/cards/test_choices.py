"""Options are wrong, different, of the key's kind, and its place among them tells nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from asked import card

from trainer.cards import Card, Kind, Status
from trainer.cards.choices import choices
from trainer.cards.grade import Verdict
from trainer.cards.grading import grade

FELL = card("How many peacekeepers fell?", "168", distractors=("148", "186", "218"))


def numbered(*asked: Card) -> list[Card]:
    return [replace(one, id=f"c{number}") for number, one in enumerate(asked, 1)]


def test_the_cards_own_distractors_come_first() -> None:
    others = numbered(card("How many troops had it?", "170"))
    found = choices(FELL, others, "1")
    assert found is not None
    assert sorted(found) == ["148", "168", "186", "218"]


def test_the_same_seed_gives_the_same_order_and_many_seeds_every_place_equally_often() -> None:
    assert choices(FELL, (), "7") == choices(FELL, (), "7")
    orders = [choices(FELL, (), str(seed)) for seed in range(1_200)]
    places = Counter(order.index("168") for order in orders if order)
    assert len({order for order in orders if order}) == 24
    assert all(abs(count - 300) < 60 for count in places.values())


def test_an_option_that_is_right_or_said_twice_is_left_out() -> None:
    two = replace(FELL, distractors=("one hundred and sixty-eight", "148", "148 people", "186"))
    found = choices(two)
    assert found is not None
    assert sorted(found) == ["148", "168", "186"]


def test_with_one_option_there_is_no_choice() -> None:
    assert choices(replace(FELL, distractors=("148",))) is None
    assert choices(replace(FELL, distractors=("148", "168 people"))) is None
    assert choices(card("Who was it?", "Diop")) is None


PEOPLE = numbered(
    card("Who is the head of the relief agency?", "Yunus Sezer"),
    card("Who leads the food programme?", "David Beasley"),
    card("Who spoke for the bank in Accra?", "Sophia Akuffo"),
    card("Which body led the talks?", "Security Council"),
    card("Who came with ten others to Bamako?", "Abdoulaye Diop"),
)


def test_answers_of_other_cards_are_lent_where_they_are_of_the_same_type() -> None:
    asked = card("Who was Mali's foreign minister?", "Abdoulaye Diop")
    found = choices(asked, PEOPLE, "1")
    assert found is not None
    assert sorted(found) == ["Abdoulaye Diop", "David Beasley", "Sophia Akuffo", "Yunus Sezer"]


@pytest.mark.parametrize(
    ("answer", "lent"),
    [
        ("June 18, 2023", {"June 2, 2023", "May 9, 2023"}),
        ("June 2023", {"March 2022", "July 2024"}),
        ("2021", {"2013", "2019"}),
    ],
)
def test_dates_are_lent_at_the_same_grain(answer: str, lent: set[str]) -> None:
    dates = ["June 2, 2023", "May 9, 2023", "March 2022", "July 2024", "2013", "2019", "1950", "early 2024"]
    others = numbered(
        *(card(f"When did event {word} begin?", date) for word, date in zip("abcdefgh", dates, strict=True))
    )
    found = choices(card("When was the referendum?", answer), others, "1")
    assert found is not None
    assert set(found) == {answer, *lent}


def test_numbers_are_lent_in_the_same_unit_and_size() -> None:
    answers = ["11,000", "17,000", "9", "2 million", "$14,000", "12 percent", "about 15,000"]
    others = numbered(
        *(card(f"How many of {word} are there?", told) for word, told in zip("abcdefg", answers, strict=True))
    )
    found = choices(card("How many troops had it?", "13,000"), others, "1")
    assert found is not None
    assert set(found) == {"13,000", "11,000", "17,000"}


def test_what_could_be_right_too_is_never_lent() -> None:
    asked = replace(
        card("Which country left the mission in 2023?", "Sweden"), id="c0", fact="f1", conflicts_with=("c4",)
    )
    others = numbered(
        replace(card("Which country ended its operation?", "France"), fact="f1"),
        card("Which country left the mission in 2023 too?", "Germany"),
        replace(card("Which country rules itself?", "Chad"), status=Status.RETIRED),
        card("Which country hosts the talks?", "Togo"),
        card("Which country is meant by Benin in the brief?", "Benin"),
    )
    assert choices(asked, others, "1") is None


def test_a_phrase_is_lent_only_to_a_question_that_says_what_sort_it_is() -> None:
    others = numbered(
        card("What did Mali plan?", "presidential elections"), card("What did they lack?", "host consent")
    )
    assert choices(card("What was relaxed?", "driving-hour limits"), others, "1") is None
    offices = numbered(
        card("What office did Sezer hold?", "head of AFAD"), card("What post had he?", "governor of Accra")
    )
    assert choices(card("What office did Diop hold?", "foreign minister"), offices, "1") is not None


def test_in_a_large_deck_options_are_found_at_once() -> None:
    others = [card("Which body led the talks?", f"Body {n}") for n in range(20_000)]
    others += [
        Card(f"p{a}{b}", f"Who met {a} at {b}?", f"Ad{a} Nor{b}", Kind.WHO) for a in "abcdefghij" for b in "klmnopqrst"
    ]
    found = choices(card("Who was Mali's foreign minister?", "Abdoulaye Diop"), others, "1")
    assert found is not None
    assert len(found) == 4


def test_no_option_of_any_deck_is_right(every_deck) -> None:
    for cards in every_deck:
        for asked in cards:
            for seed in ("1", "2"):
                for option in choices(asked, cards, seed) or ():
                    assert option == asked.answer or not grade(replace(asked, distractors=()), option).verdict.accepted
                found = choices(replace(asked, distractors=()), cards, seed)
                assert found is None or Verdict.RIGHT not in [
                    grade(replace(asked, distractors=()), option).verdict for option in found if option != asked.answer
                ]
