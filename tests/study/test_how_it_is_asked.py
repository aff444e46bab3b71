"""How the card in view is asked: modes, confidence, ranges, lists, and the rating that an answer suggests."""

from __future__ import annotations

import pytest
from samples import DAY_0, moment

from trainer.cards import Card, Kind
from trainer.reviews import CardState, Rating
from trainer.schedule import DeckOptions, Moment
from trainer.settings import Mode, Settings
from trainer.study import Asking, Item, Manner, Session, Step, Told

CARDS = {
    "who": Card("who", "Who was foreign minister?", "Abdoulaye Diop", Kind.WHO, distractors=("Maiga", "Sadio Camara")),
    "many": Card("many", "How many troops were there?", "13,000", Kind.HOW_MANY),
    "least": Card("least", "How many were killed?", "at least 168", Kind.HOW_MANY),
    "list": Card("list", "Which three countries left?", "Mali, Niger and Burkina Faso", Kind.LIST),
    "why": Card("why", "Why did they leave?", "the military junta had asked the whole mission to leave Mali", Kind.WHY),
}  # fmt: skip


def asking(card: str = "who", mode: Mode = Mode.FLIP, *, confidence: bool = False, beside: str = "") -> Asking:
    cards = [CARDS[name] for name in (card, *beside.split())]
    items = tuple(Item("d", each, CardState(), DeckOptions(fuzz=False)) for each in cards)
    return Asking.of(Session(items).show_next(moment(), "r1"), Manner(mode, confidence))


def later(seconds: float = 5) -> Moment:
    return Moment(moment().ms + int(seconds * 1000), 0, DAY_0)


def told(asked: Asking) -> Told:
    return asked.session.showing.told


def test_a_turned_card_tells_nothing_and_good_is_suggested():
    asked = asking()
    assert (asked.step, asked.mode) == (Step.ANSWER, Mode.FLIP)
    after = asked.reveals()
    assert (after.step, told(after), after.judged, after.suggested) == (Step.RATING, Told(), None, Rating.GOOD)


@pytest.mark.parametrize(
    ("card", "text", "verdict", "suggested"),
    [
        ("who", "diop", "right", Rating.GOOD),
        ("who", "Sadio Camara", "wrong", Rating.AGAIN),
        ("who", "", "wrong", Rating.AGAIN),
        ("least", "168", "nearly", Rating.HARD),
        ("least", "at least 168", "right", Rating.GOOD),
        ("many", "13 thousand", "right", Rating.GOOD),
        ("why", "to save money", "wrong", None),
    ],
)
def test_a_typed_answer_is_graded_and_suggests_a_rating_unless_the_person_alone_can_tell(
    card, text, verdict, suggested
):
    after = asking(card, Mode.TYPE).types(text, later())
    assert after.step is Step.RATING
    assert (told(after).mode, told(after).given, told(after).verdict) == ("type", text, verdict)
    assert after.suggested is suggested
    review = after.session.rate(Rating.EASY, later(9))
    assert (review.mode, review.given, review.verdict, review.rating) == ("type", text, verdict, Rating.EASY)


def test_long_thought_makes_a_right_answer_a_hard_one_also_after_an_undo_brought_it_back():
    after = asking("who", Mode.TYPE).types("Diop", later(60))
    assert after.suggested is Rating.HARD
    session = after.session.rated(after.session.rate(Rating.HARD, later(61)), CardState())
    again = after.at(session.went_back("r2"))
    assert (again.session.showing.id, again.suggested, told(again).given) == ("r2", Rating.HARD, "Diop")


@pytest.mark.parametrize(
    ("text", "verdict", "suggested", "note"),
    [
        ("12,000-14,000", "right", Rating.GOOD, "inside your 80% range, which is 15% of it wide"),
        ("between 5 and 20 thousand", "right", Rating.HARD, "inside your 80% range, which is 115% of it wide"),
        ("14-15k", "wrong", Rating.AGAIN, "outside your 80% range, 14,000 to 15,000"),
    ],
)
def test_a_number_may_be_answered_by_a_range_that_is_to_hold_it(text, verdict, suggested, note):
    after = asking("many", Mode.TYPE, confidence=True).types(text, later())
    assert after.step is Step.RATING, "the range says itself how sure one is"
    assert (told(after).mode, told(after).verdict, after.suggested) == ("range", verdict, suggested)
    assert after.judged.grade.note == note


def test_a_range_for_a_number_that_is_hedged_is_graded_as_an_answer():
    assert told(asking("least", Mode.TYPE).types("150-200", later())).mode == "type"


def test_options_hold_the_answer_once_in_an_order_that_is_the_same_for_the_same_showing():
    asked = asking("who", Mode.CHOICE)
    assert sorted(asked.options) == ["Abdoulaye Diop", "Maiga", "Sadio Camara"]
    assert asking("who", Mode.CHOICE).options == asked.options
    right = asked.picks(asked.options.index("Abdoulaye Diop"), later())
    assert (told(right).verdict, right.suggested, right.step) == ("right", Rating.GOOD, Step.RATING)
    wrong = asked.picks(asked.options.index("Sadio Camara"), later())
    assert (told(wrong).mode, told(wrong).given, told(wrong).verdict) == ("choice", "Sadio Camara", "wrong")
    assert (wrong.suggested, wrong.options) == (Rating.AGAIN, asked.options)
    assert asked.picks(7, later()) == asked


def test_a_card_without_enough_wrong_options_is_turned():
    asked = asking("why", Mode.CHOICE)
    assert (asked.options, asked.mode, asked.reveals().step) == ((), Mode.FLIP, Step.RATING)


@pytest.mark.parametrize("mode", Mode)
def test_confidence_is_asked_for_before_the_answer_in_every_mode(mode):
    asked = asking("who", mode, confidence=True)
    if mode is Mode.TYPE:
        asked = asked.types("Diop", later())
    elif mode is Mode.CHOICE:
        asked = asked.picks(0, later())
    assert asked.step is Step.SURE
    assert not asked.session.showing.revealed
    after = asked.is_sure(90)
    assert (after.step, told(after).confidence) == (Step.RATING, 90)
    assert told(after).given == told(asked).given
    assert after.session.rate(Rating.GOOD, later()).confidence == 90
    without = asked.reveals()
    assert (without.step, told(without).confidence) == (Step.RATING, None)


def test_a_list_is_recalled_line_by_line_in_any_order_until_all_is_named():
    asked = asking("list", Mode.TYPE)
    asked = asked.types("niger", later())
    assert (asked.step, asked.recall.left, [one.hit for one in asked.heard]) == (Step.ANSWER, 2, ["named"])
    asked = asked.types("Togo", later())
    assert [str(one.hit) for one in asked.heard] == ["not in the list"]
    asked = asked.types("Niger", later())
    assert [str(one.hit) for one in asked.heard] == ["again"]
    after = asked.types("burkina faso and mali", later())
    assert after.step is Step.RATING
    assert told(after).given == "niger; Togo; Niger; burkina faso and mali"
    assert (after.judged.grade.found, after.judged.grade.wanted) == (3, 3)


def test_an_empty_line_ends_a_list_and_what_was_named_counts():
    after = asking("list", Mode.TYPE).types("mali", later()).types("", later())
    assert (told(after).verdict, after.judged.grade.found, after.suggested) == ("partly", 1, Rating.AGAIN)
    assert "missing Niger and Burkina Faso" in after.judged.grade.note


def test_another_mode_in_the_middle_of_a_card_asks_it_anew_and_after_the_answer_leaves_it_as_it_was():
    held = asking("who", Mode.TYPE, confidence=True).types("Diop", later())
    asked = held.in_manner(held.manner.in_next_mode())
    assert (asked.mode, asked.step, told(asked)) == (Mode.CHOICE, Step.ANSWER, Told())
    shown = held.reveals()
    after = shown.in_manner(Manner(Mode.FLIP))
    assert (after.step, told(after).given, after.suggested) == (Step.RATING, "Diop", Rating.GOOD)


def test_to_ask_no_more_how_sure_one_is_shows_the_answer_that_waited_for_it():
    held = asking("who", Mode.TYPE, confidence=True).types("Diop", later())
    assert held.in_manner(Manner(Mode.TYPE)).step is Step.RATING
    assert asking("who", confidence=True).in_manner(Manner()).step is Step.ANSWER


def test_the_manner_is_that_of_the_settings_unless_a_mode_is_given():
    settings = Settings(mode=Mode.TYPE, confidence=True, timer=True)
    assert Manner.of(settings) == Manner(Mode.TYPE, True, True)
    assert Manner.of(settings, Mode.CHOICE) == Manner(Mode.CHOICE, True, True)
    assert [Manner(mode).in_next_mode().mode for mode in Mode] == [Mode.TYPE, Mode.CHOICE, Mode.FLIP]
