"""What a network points at in a text, and what is read of it."""

from __future__ import annotations

import pytest

from trainer.briefs.pointed import DAY, TITLE, day_in, sheet_of, title_in
from trainer.briefs.rows import rows_of

TEXT = """\
HARBOUR DESK                                     Weekly note no. 14
Distribution: members only

Why the second crane at Tema still stands idle
A part is missing, and the maker does not answer

Accra, 14 May 2019 | Kofi Addo, ports analyst

The crane came in March. It was to lift 40 containers an hour, and it has not yet lifted one. The port authority said on
Monday that a gearbox was damaged on the way, and that the maker had promised another by the end of April.

Traders wait. Ships for Tema go to Lome, where the quay is free, and the price of rice has risen by a tenth since then.
"""


def rows(text: str):
    return rows_of(text.split("\n"), 1)


def test_a_title_is_pointed_at_and_where_it_stands() -> None:
    pointed = title_in(sheet_of(rows(TEXT)))
    assert pointed.title == "Why the second crane at Tema still stands idle"
    assert pointed.lines.start == 4


def test_a_day_is_pointed_at() -> None:
    found = day_in(sheet_of(rows(TEXT)))
    assert found is not None
    assert str(found.day) == "2019-05-14"


def test_each_word_is_told_apart() -> None:
    sheet = sheet_of(rows(TEXT))
    title, text = sheet.text.index("second crane"), sheet.text.index("lift 40")
    assert sheet.mark(TITLE, title, title + 12) > 0 > sheet.mark(TITLE, text, text + 7)
    day = sheet.text.index("14 May 2019")
    assert sheet.mark(DAY, day, day + 11) > 0 > sheet.mark(DAY, title, title + 12)


@pytest.mark.parametrize("text", ["", "\n\n", "---\n***\n", "x", "\u200b", "| | |\n|---|---|"])
def test_where_nothing_stands_nothing_is_pointed_at(text: str) -> None:
    sheet = sheet_of(rows(text))
    assert not title_in(sheet)
    assert day_in(sheet) is None


def test_a_text_without_end_is_read_to_a_bound() -> None:
    sheet = sheet_of(rows("\n".join(["Harbour " * 9_000] * 50_000)))
    assert len(sheet.text) < 4_000
    assert len(sheet.words) <= 500


def test_the_end_of_a_text_is_read_as_well() -> None:
    sheet = sheet_of(
        rows(f"{TEXT}\n" + "It rained on the quay, and no ship came in.\n\n" * 60 + "Put out on 3 May 2021")
    )
    assert sheet.text.endswith("Put out on 3 May 2021")
    assert " … " in sheet.text
    assert sheet.line_at(len(sheet.text) - 1) > 100
