"""Each line of a head is told for what it is: who puts the paper out, of which kind it is, what may be its title."""

from __future__ import annotations

import pytest

from trainer.briefs import parse_brief
from trainer.briefs.headcells import Kind, kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("RESTRICTED – STAFF IN CONFIDENCE", Kind.MARKING),
        ("SECRET TALKS IN OMAN STALL", Kind.TITLE),
        ("Spring 2011", Kind.DATE),
        ("first half of August 2019", Kind.DATE),
        ("Birth registration in the camps of the north", Kind.TITLE),
        ("[2023] AHC 12", Kind.NUMBER),
        ("Copy 7 of 25", Kind.NUMBER),
        ("SECOND FERRY LOST IN 5 MONTHS;", Kind.TITLE),
        ("London SE1 4TW", Kind.ADDRESS),
        ("desk@river.example | www.river.example", Kind.ADDRESS),
        ("Lead authors: Jane Doe, John Roe", Kind.PEOPLE),
        ("With eight days of the truce to run", Kind.TITLE),
        ("Subject:    Tolls on the coast road", Kind.SUBJECT),
        ("Name of proposal:   Free ferries for pupils", Kind.SUBJECT),
        ("Priority: Routine", Kind.FIELD),
        ("Home > Society > Travel advice", Kind.CHROME),
        ("5 min read", Kind.CHROME),
        ("DRAFT — PLEASE DO NOT CITE", Kind.ABOUT),
        ("SUMMARY", Kind.SECTION),
        ("Dear Minister", Kind.GREETING),
        ("BACKGROUND NOTE BY THE SECRETARIAT", Kind.SERIES),
        ("P R E S S   P A C K", Kind.SERIES),
        ("Institute of Roads — Harbour Section", Kind.HOUSE),
        ("MALI – COUP", Kind.TITLE),
        ("Jane Doe in Accra", Kind.NAMES),
        ("Prepared with: Northern Survey; roads office of Yendi", Kind.PEOPLE),
        ("Posted by J. Doe, Accra", Kind.PEOPLE),
        ("Road Papers #17", Kind.SERIES),
        ("COAST PRIMER N°4", Kind.SERIES),
        ("Vol. XII", Kind.NUMBER),
        ("IN THIS ISSUE: Ferries 2", Kind.CHROME),
        ("Remarks as prepared for delivery", Kind.ABOUT),
        ("Doe & Sons", Kind.HOUSE),
    ],
)
def test_a_line_of_a_head_is_of_its_kind(line: str, kind: Kind) -> None:
    assert kind_of(line) is kind


def test_no_line_of_the_head_is_a_passage_and_no_sentence_below_it_is_lost() -> None:
    head = "United Relief\nOffice for the North\n\nGHANA: Roads\nSituation Report No. 6\n\nLogistics partners, Tamale\n"
    text = "The ministry named:\n- two roads;\n- one bridge.\n"
    brief, _ = parse_brief(f"{head}\n{text}", "notes.txt")
    assert brief.title == "GHANA: Roads"
    assert [passage.text for passage in brief.passages] == ["The ministry named:", "two roads;", "one bridge."]


def test_a_sentence_that_begins_above_a_gap_is_no_line_of_the_head() -> None:
    first = "Rain closed the road to Tamale on Monday, and twelve trucks"
    brief, _ = parse_brief(f"Roads\n\n{first}\n\nturned back before the bridge of Yapei.\n", "notes.txt")
    assert [passage.text for passage in brief.passages] == [f"{first} turned back before the bridge of Yapei."]
