"""The question in letters that read from the back of a room: drawn where there is room, plain where there is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drilled import question
from hypothesis import given
from hypothesis import strategies as st

from trainer.drill.question import Form
from trainer.drill.state import Round
from trainer.tui.drill.letters import _LOW, _TALL, enlarged
from trainer.tui.drill.pages import Room
from trainer.tui.drill.question_page import question_page, reveal_page

LARGE, SMALL = Room(200, 50), Room(80, 24)
BLOCKS = set("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


def asked(prompt: str, *options: str):
    one = question(0, Form.CHOICE if options else Form.TYPED)
    return replace(one, card=replace(one.card, question=prompt), options=options)


@pytest.mark.parametrize(("letters", "most"), [(_TALL, 9), (_LOW, 7)])
def test_every_letter_is_a_block_of_dots_no_higher_than_a_line(letters, most):
    for character, drawn in letters.items():
        rows = drawn.split(" ")
        assert len({len(row) for row in rows}) == 1, character
        assert len(rows) <= most, character
        assert len(rows[0]) <= 5, character
        assert set("".join(rows)) <= set("01"), character


def test_no_two_letters_look_the_same():
    drawn = {}
    for character in [*_TALL, *_LOW]:
        drawn.setdefault("\n".join(enlarged(character, 80)), []).append(character)
    assert [alike for alike in drawn.values() if len(alike) > 1] == []


@given(st.text(alphabet=[*_TALL, *_LOW, "é", "ñ"], max_size=120), st.integers(20, 120))
def test_no_row_is_wider_than_what_there_is_room_for(text, columns):
    rows = enlarged(text, columns)
    assert all(len(row) <= columns for row in rows)
    assert set("".join(rows)) <= BLOCKS | {" "}


def test_a_small_letter_has_its_accent_above_it():
    plain, accented = enlarged("Cote", 80), enlarged("Côte", 80)
    assert plain[1:] == accented[1:]
    assert plain[0] != accented[0]


@pytest.mark.parametrize("text", ["Когда?", "何時", "2 ≥ 1", "", "x" * 200])
def test_what_has_no_dots_or_no_room_is_not_drawn(text):
    assert enlarged(text, 105) == ()


def test_in_a_large_room_question_and_options_are_large_and_stand_there_plainly_too():
    page = question_page(asked("Who ended it?", "the Council", "the junta"), LARGE).plain.splitlines()
    large = enlarged("Who ended it?", 105)
    assert tuple(page[: len(large)]) == large
    assert "Who ended it?" in page
    assert " A  the Council" in page
    assert sum(bool(set(line) & BLOCKS) for line in page) >= 3 * 4


def test_with_options_too_long_the_question_alone_is_large():
    page = question_page(asked("Who ended it?", *(f"option {n} " + "of many words " * 12 for n in range(4))), LARGE)
    rows = [bool(set(line) & BLOCKS) for line in page.plain.splitlines()]
    assert rows[:4] == [True] * 4
    assert not any(rows[5:])


@pytest.mark.parametrize(
    ("prompt", "room"), [("Who ended it?", SMALL), ("Кто?", LARGE), ("Who ended it? " * 40, LARGE)]
)
def test_where_it_does_not_fit_the_question_is_as_it_was(prompt, room):
    page = question_page(asked(prompt, "the Council", "the junta"), room).plain
    assert not set(page) & BLOCKS
    assert page.splitlines()[2] == " A  the Council"


@pytest.mark.parametrize("width", [130, 160, 200, 300])
@pytest.mark.parametrize("height", [36, 44, 60])
def test_what_is_large_fits_on_the_screen(width, height):
    for words in range(1, 40, 3):
        page = question_page(
            asked("mandate " * words, *["a large option " * (words // 8 + 1)] * 4), Room(width, height)
        )
        large = [line for line in page.plain.splitlines() if set(line) & BLOCKS]
        if large:
            assert len(page.plain.splitlines()) <= height - 7
            assert max(map(len, large)) <= min(width, 156) - 51


def test_the_right_answer_is_large_too():
    page = reveal_page(question(1), Round(1, 0), LARGE).plain
    assert "\n".join(enlarged("right 1", 105)) in page
    assert "right 1" in page
    assert not set(reveal_page(question(1), Round(1, 0), SMALL).plain) & BLOCKS


def test_what_nobody_wrote_for_a_terminal_stays_text():
    page = question_page(asked("\x1b[2J[bold]Who?[/]", "[@click=app.quit]x[/]", "\u202eb"), LARGE).plain
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "[@click=app.quit]x[/]" in page


@pytest.mark.parametrize(
    ("width", "height", "is_fitted"), [(80, 24, True), (120, 30, False), (160, 45, True), (300, 80, False)]
)
def test_the_lobby_asks_for_larger_letters_where_neither_size_reads_from_afar(width, height, is_fitted):
    assert Room(width, height).is_fitted == is_fitted
