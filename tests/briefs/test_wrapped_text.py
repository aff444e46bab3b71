"""Text without blank lines falls into its paragraphs by where its lines end and begin."""

from __future__ import annotations

import textwrap

import pytest

from trainer.briefs import parse_brief
from trainer.briefs.wrapping import chosen_breaks

ONE = (
    "The harbour authority said on Monday that two of its four cranes had been out of use since the storm, and that "
    "ships would have to wait for a berth."
)
TWO = "Repairs are likely to take until June, according to the engineer in charge, and may cost as much as $2 million."


def wrapped(text: str, width: int = 60, first: str = "", rest: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def read(text: str) -> list[tuple[str, str, str]]:
    brief, _ = parse_brief(f"A title of it\n\n5 May 2024\n\n{text}\n", "brief.txt")
    return [(passage.form.value[0], passage.heading, passage.text) for passage in brief.passages]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (f"{wrapped(ONE)}\n{wrapped(TWO)}", [("p", "", ONE), ("p", "", TWO)]),
        (f"Cranes\n{wrapped(ONE)}", [("p", "Cranes", ONE)]),
        (f"{wrapped(ONE)}\nWhat it costs\n{wrapped(TWO)}", [("p", "", ONE), ("p", "What it costs", TWO)]),
        (f"{wrapped(ONE, first='    ')}\n{wrapped(TWO, first='    ')}", [("p", "", ONE), ("p", "", TWO)]),
        (f"In short\n{wrapped(ONE, first='- ', rest='  ')}\n- Ships wait.",
         [("b", "In short", ONE), ("b", "In short", "Ships wait.")]),
        (f"{wrapped(ONE)}\n* {TWO}\n* Ships wait.", [("p", "", ONE), ("b", "", TWO), ("b", "", "Ships wait.")]),
        (f"{wrapped(ONE, first='o ')}\n{wrapped(TWO, first='o ')}", [("b", "", ONE), ("b", "", TWO)]),
        (f"{wrapped(ONE, first='1. ', rest='   ')}\n{wrapped(TWO)}", [("n", "", ONE), ("p", "", TWO)]),
        (f"1. One thing.\n   a. Its part.\n   b. Another.\n{wrapped(TWO)}",
         [("n", "", "One thing."), ("n", "", "Its part."), ("n", "", "Another."), ("p", "", TWO)]),
    ],
)  # fmt: skip
def test_a_paragraph_ends_where_the_next_word_had_room(text: str, passages: list[tuple[str, str, str]]) -> None:
    assert read(text) == passages


@pytest.mark.parametrize("width", [48, 60, 72, 78, 100])
def test_a_paragraph_of_any_width_stays_whole(width: int) -> None:
    text = f"{ONE} {TWO} {ONE}"
    assert read(wrapped(text, width)) == [("p", "", text)]


def test_a_break_is_chosen_if_the_next_word_had_room() -> None:
    lines = ["a" * 50 + " end", "short line", "word", "", "last"]
    assert chosen_breaks(lines) == [False, True, False, False, False]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\n- 3 -\n\n", "\n\nPhoto: Jane Doe\n\n"])
def test_a_sentence_that_a_gap_cuts_is_whole_again(gap: str) -> None:
    before, after = ONE[:60].rsplit(" ", 1)[0], ONE[len(ONE[:60].rsplit(" ", 1)[0]) + 1 :]
    assert read(f"{before}{gap}{after}") == [("p", "", ONE)]


def test_heads_and_feet_of_printed_pages_are_left_out_and_a_marking_there_holds() -> None:
    cut = ONE.index("out of use")
    pages = [
        f"Port Watch {n}      TLP:GREEN\n\n{text}\n\n   Page {n} of 2\n" for n, text in ((1, ONE[:cut]), (2, ONE[cut:]))
    ]
    brief, _ = parse_brief("\f".join(pages), "brief.txt")
    assert ([passage.text for passage in brief.passages], brief.marking) == ([ONE], "TLP:GREEN")


@pytest.mark.parametrize(
    "table",
    ["Sofala       33,100\nManica       14,200\nZambezia      5,400", "Overview ........ 3\nOutlook . . . . . 12",
     "Country:   Mali\nCapital:   Bamako\nArea:   large"],
)  # fmt: skip
def test_a_table_of_two_cells_is_left_out_with_a_finding(table: str) -> None:
    brief, findings = parse_brief(f"5 May 2024\n\n{ONE}\n\n{table}\n\n{TWO}", "brief.txt")
    assert [passage.text for passage in brief.passages] == [ONE, TWO]
    assert [finding.message for finding in findings] == ["1 table was not read."]


def test_each_entry_of_a_timeline_is_a_passage_of_its_own() -> None:
    text = "3 May 2024 – The crane broke.\n9 May 2024: The union spoke.\n12:40 - The port closed."
    assert [words for _, _, words in read(text)] == text.split("\n")


def test_in_a_timeline_of_two_columns_a_colon_parts_the_hour_from_the_sentence() -> None:
    text = (
        "8 May 2024\n04:40   The crane broke.\nc. 06:00   The union\n    spoke.\nMorning   Ships left\n"
        "9 May\nNoon   The port closed."
    )
    assert read(f"{ONE}\n\n{text}\n")[1:] == [
        ("p", "8 May 2024", "04:40: The crane broke."),
        ("p", "8 May 2024", "c. 06:00: The union spoke."),
        ("p", "8 May 2024", "Morning: Ships left"),
        ("p", "9 May", "Noon: The port closed."),
    ]


def test_a_gap_behind_a_day_that_heads_no_timeline_is_no_colon() -> None:
    assert read(f"{ONE}\n\n9 May   The port closed.\n\n{TWO}")[1] == ("p", "", "9 May The port closed.")


@pytest.mark.parametrize(
    ("text", "marking", "words"),
    [
        ("(U) It rained.", "UNCLASSIFIED", "It rained."),
        ("(U//FOUO) It rained.", "UNCLASSIFIED//FOUO", "It rained."),
        ("(S//NF) It rained.", "SECRET//NF", "It rained."),
        ("1. (C) It rained.", "CONFIDENTIAL", "It rained."),
        ("TLP:GREEN\n\n(U) It rained.", "TLP:GREEN", "It rained."),
        ("(UN) It rained.", "", "(UN) It rained."),
    ],
)
def test_a_portion_mark_is_no_text_and_marks_a_brief_without_another(text: str, marking: str, words: str) -> None:
    brief, _ = parse_brief(text, "brief.txt")
    assert (brief.marking, [passage.text for passage in brief.passages]) == (marking, [words])


def test_the_strictest_portion_marks_the_brief() -> None:
    assert parse_brief("(U) It rained.\n\n(S) It stopped.\n\n(C) It thawed.", "brief.txt")[0].marking == "SECRET"
