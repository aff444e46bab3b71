"""The ways to answer, on the screen: typed, picked, a list item by item, a range, and how sure one is."""

from __future__ import annotations

import pytest
from samples import reviews_in
from screen import SIZES, click, frame, press, running, scrolled, settled
from shelf import deck_of

from trainer.cards import Card, Kind
from trainer.errors import NotSaved
from trainer.reviews import Rating
from trainer.settings import Mode
from trainer.study import Manner

DIOP = Card(
    "d1", "Who was foreign minister?", "Abdoulaye Diop", Kind.WHO, distractors=("Choguel Maiga", "Sadio Camara")
)
LEAST = Card("l1", "How many were killed?", "at least 168", Kind.HOW_MANY)
TROOPS = Card("t1", "How many troops were there?", "13,000", Kind.HOW_MANY)
LEFT = Card("g1", "Which three countries left?", "Mali, Niger and Burkina Faso", Kind.LIST)
WHY = Card(
    "w1", "Why did they leave?", "the junta had asked the whole mission to leave the country without delay", Kind.WHY
)
GAP = Card("c1", "MINUSMA was set up in [...] after the north fell.", "2013", Kind.CLOZE)


def typing(opened, *cards, confidence=False, size=(80, 24), mode=Mode.TYPE):
    deck = deck_of(*cards)
    return running(opened(deck), [deck], size=size, manner=Manner(mode, confidence))


async def typed(pilot, text):
    """A line typed and ended; what is on the screen then."""
    await pilot.press(*("space" if letter == " " else letter for letter in text), "enter")
    await settled(pilot)
    return frame(pilot)


def styled(pilot, style):
    """The text on the screen that has a style."""
    rows = pilot.app.screen._compositor.render_strips()
    return "".join(seg.text for row in rows for seg in row if seg.style and getattr(seg.style, style)).strip()


def last(opened_collection):
    return reviews_in(opened_collection.log, "d")[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_a_typed_answer_shows_how_it_differed_and_enter_takes_the_rating_that_is_suggested(opened, size):
    async with typing(opened, LEAST, DIOP, size=size) as pilot:
        assert "your answer" in frame(pilot)
        seen = await typed(pilot, "168")
        assert "at least 168" in seen
        assert "≈ nearly: the source says at least" in seen
        assert "at least" in styled(pilot, "underline")
        assert "Hard" in styled(pilot, "underline")
        assert "enter Hard" in seen
        assert "foreign minister" in await press(pilot, "enter")
        review = last(pilot.app._desk._collection)
        assert (review.rating, review.mode, review.given, review.verdict) == (Rating.HARD, "type", "168", "nearly")


async def test_the_person_has_the_last_word_over_the_suggestion(opened):
    async with typing(opened, LEAST) as pilot:
        await typed(pilot, "168")
        await press(pilot, "4")
        assert last(pilot.app._desk._collection).rating is Rating.EASY


async def test_what_is_too_much_is_struck_out(opened):
    async with typing(opened, DIOP) as pilot:
        seen = await typed(pilot, "abdoulaye Camara")
        assert "✗ wrong" in seen
        assert "Camara" in styled(pilot, "strike")


async def test_where_words_alone_cannot_tell_no_rating_is_suggested(opened):
    async with typing(opened, WHY) as pilot:
        assert "1-4 Rate" in await typed(pilot, "to save money")
        assert "Why did they leave?" in await press(pilot, "enter"), "enter takes nothing"
        assert not reviews_in(pilot.app._desk._collection.log, "d")


async def test_letters_are_typed_until_escape_lets_them_be_keys_again(opened):
    async with typing(opened, DIOP, LEAST) as pilot:
        seen = await press(pilot, *"nmsuq")
        assert "nmsuq" in seen
        assert "foreign minister" in seen
        seen = await press(pilot, "escape", "n")
        assert "How many were killed?" in seen
        assert "Passed over" in seen
        assert "enter Check" in seen, "the next card has the line again"
        assert "enter Type" in await press(pilot, "escape")
        assert "enter Check" in await press(pilot, "enter")


async def test_undo_works_from_the_line_and_brings_the_typed_answer_back(opened):
    async with typing(opened, LEAST, DIOP) as pilot:
        await typed(pilot, "168")
        await press(pilot, "enter")
        seen = await press(pilot, "x", "ctrl+z")
        assert "you typed: 168" in seen
        assert "Taken back; U does it again." in seen
        assert "foreign minister" in await press(pilot, "U")
        assert [review.given for review in reviews_in(pilot.app._desk._collection.log, "d")] == ["168"]


async def test_a_gap_is_typed_and_filled_in_its_place(opened):
    async with typing(opened, GAP) as pilot:
        assert "set up in  [ … ]  after" in frame(pilot)
        seen = await typed(pilot, "2013")
        assert "MINUSMA was set up in 2013 after the north fell." in seen
        assert "✓ right" in seen


async def test_a_list_is_ticked_off_as_it_is_typed(opened):
    async with typing(opened, LEFT) as pilot:
        assert "the first item of the list" in frame(pilot)
        seen = await typed(pilot, "niger")
        assert "✓ Niger\n" in seen
        assert "·· 2 to come" in seen
        seen = await typed(pilot, "togo")
        assert "togo: not in the list" in seen
        seen = await typed(pilot, "niger")
        assert "niger: was named before" in seen
        seen = await typed(pilot, "mali, burkina faso")
        assert "you typed: niger; togo; niger; mali, burkina faso" in seen
        assert "1 Again" in seen


async def test_an_empty_line_ends_a_list(opened):
    async with typing(opened, LEFT) as pilot:
        await typed(pilot, "mali")
        seen = await typed(pilot, "")
        assert "◐ partly: 1 of 3: missing Niger and Burkina Faso" in seen
        assert "Burkina Faso" in styled(pilot, "underline")


async def test_a_number_can_be_answered_by_a_range(opened):
    async with typing(opened, TROOPS, confidence=True) as pilot:
        seen = await typed(pilot, "12-14k")
        assert "✓ right: inside your 80% range, which is 15% of it wide" in seen
        await press(pilot, "enter")
        assert last(pilot.app._desk._collection).mode == "range"


@pytest.mark.parametrize("size", SIZES)
async def test_options_are_picked_by_their_digit(opened, size):
    async with typing(opened, DIOP, mode=Mode.CHOICE, size=size) as pilot:
        seen = frame(pilot)
        number = next(n for n in "123" if f"{n}  Abdoulaye Diop" in seen)
        assert "1-3 Pick" in seen
        wrong = "1" if number != "1" else "2"
        seen = await press(pilot, wrong)
        assert "✓  Abdoulaye Diop" in seen
        assert "✗ wrong" in await scrolled(pilot, 10)
        assert styled(pilot, "strike") in {"Choguel Maiga", "Sadio Camara", ""}
        await press(pilot, "enter")
        review = last(pilot.app._desk._collection)
        assert (review.rating, review.mode, review.verdict) == (Rating.AGAIN, "choice", "wrong")


async def test_an_option_can_be_clicked_in_the_card_and_in_the_keys(opened):
    async with typing(opened, DIOP, LEAST, mode=Mode.CHOICE) as pilot:
        assert "✓ right" in await click(pilot, "Abdoulaye Diop")
        assert "How many were killed?" in await click(pilot, "3 Good")
        assert last(pilot.app._desk._collection).verdict == "right"


async def test_a_card_without_options_is_turned_in_choice_mode(opened):
    async with typing(opened, WHY, mode=Mode.CHOICE) as pilot:
        assert "Show the answer" in frame(pilot)
        assert "1 Again" in await press(pilot, "space")


@pytest.mark.parametrize("size", SIZES)
async def test_how_sure_one_is_is_asked_before_the_answer_and_kept(opened, size):
    async with typing(opened, DIOP, mode=Mode.FLIP, confidence=True, size=size) as pilot:
        seen = frame(pilot)
        assert "Diop" not in seen
        assert "5 50%" in seen
        assert ("very likely" in seen) == (size != (40, 12))
        seen = await press(pilot, "9")
        assert "Abdoulaye Diop" in seen
        assert "you were 90% sure" in seen
        await press(pilot, "1")
        assert last(pilot.app._desk._collection).confidence == 90


async def test_a_typed_answer_waits_for_how_sure_one_is(opened):
    async with typing(opened, DIOP, confidence=True) as pilot:
        seen = await typed(pilot, "diop")
        assert "your answer: diop" in seen
        assert "How sure are you?" in seen
        assert "right" not in seen
        seen = await press(pilot, "0")
        assert "✓ right" in seen
        assert "you were 100% sure" in seen


async def test_the_answer_can_be_had_without_saying_how_sure_one_is(opened):
    async with typing(opened, DIOP, mode=Mode.FLIP, confidence=True) as pilot:
        assert "Abdoulaye Diop" in await press(pilot, "space")
        await press(pilot, "3")
        assert last(pilot.app._desk._collection).confidence is None


async def test_keys_change_the_mode_and_ask_how_sure_one_is_for_the_rest_of_the_program(opened):
    async with typing(opened, DIOP, LEAST, mode=Mode.FLIP) as pilot:
        assert "From here on: type the answer; it is graded." in await press(pilot, "m")
        seen = await press(pilot, "escape", "m")
        assert "From here on: pick the answer" in seen
        assert "3  " in seen
        assert "From here on: think of the answer" in await press(pilot, "m")
        assert "5 50%" in await press(pilot, "c")
        assert "Show the answer" in await press(pilot, "c")
        assert pilot.app._desk.manner == Manner()


async def test_a_clock_is_in_view_only_where_it_is_wanted(opened, clock):
    async with typing(opened, DIOP, mode=Mode.FLIP) as pilot:
        assert "0:00" not in frame(pilot)
        clock.move(seconds=75)
        assert "1:15 · 0 done" in await press(pilot, "t")
        clock.move(seconds=2)
        await pilot.pause(1.2)
        assert "1:17 · 0 done" in frame(pilot)
        assert "1:17" not in await press(pilot, "t")


async def test_a_full_disk_loses_neither_what_was_typed_nor_how_sure_one_was(opened, monkeypatch):
    async with typing(opened, LEAST, confidence=True) as pilot:
        await typed(pilot, "168")
        await press(pilot, "8")
        log = pilot.app._desk._collection.log
        with monkeypatch.context() as disk:

            def full(*_):
                raise NotSaved("could not be saved: the disk is full.", remedy="Free some space.")

            disk.setattr(log, "record", full)
            seen = await press(pilot, "enter")
            assert "Not saved: could not be saved: the disk is full. Free some space." in " ".join(seen.split())
            assert "you typed: 168" in seen
            assert "you were 80% sure" in seen
        await press(pilot, "enter")
        review = reviews_in(log, "d")[0]
        assert (review.given, review.confidence, review.rating) == ("168", 80, Rating.HARD)
