"""Situation reports as offices write them: each item for itself, under its section, and nothing of how it was sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.briefs import Brief, parse_brief, read_brief

REPORTS = Path(__file__).parent / "sitreps"


def report(name: str) -> Brief:
    return read_brief(REPORTS / name)[0]


def read(text: str) -> list[tuple[str, str]]:
    return [(passage.heading, passage.text) for passage in parse_brief(text, "report.txt")[0].passages]


def test_an_exercise_report_in_military_form_is_read_item_by_item() -> None:
    brief = report("grey-heron.txt")
    assert (str(brief.date), brief.title) == ("2024-11-12", "EXERCISE GREY HERON, SITREP 004")
    assert brief.marking == "NATO UNCLASSIFIED"
    assert [(passage.heading, passage.text.split(" ", 2)[0]) for passage in brief.passages] == [
        ("SITUATION", "Enemy"),
        ("SITUATION", "Friendly"),
        ("SITUATION", "Weather:"),
        ("OPERATIONS", "The"),
        ("OPERATIONS", "Second"),
        ("LOGISTICS", "Diesel"),
        ("LOGISTICS", "Resupply"),
        ("CASUALTIES", "Killed:"),
        ("CASUALTIES", "Wounded:"),
        ("COMMAND AND SIGNAL", "Colonel"),
    ]
    assert brief.passages[0].text.endswith("with about 40 tanks before dawn on 12 November")


def test_a_relief_update_keeps_its_items_and_leaves_its_table_and_its_colophon_out() -> None:
    brief, findings = read_brief(REPORTS / "lower-tana.md")
    assert (str(brief.date), brief.title) == ("2024-05-14", "Lower Tana: Floods")
    assert [finding.message for finding in findings] == ["1 table was not read."]
    assert [passage.heading for passage in brief.passages] == [
        *["HIGHLIGHTS"] * 3, *["SITUATION OVERVIEW"] * 2, "Water and sanitation", *["Response"] * 3,
    ]  # fmt: skip
    assert not any("report" in passage.text for passage in brief.passages)


def test_an_incident_report_is_dated_by_its_own_day_and_no_line_of_its_form_is_glued() -> None:
    brief = report("incident-118.txt")
    assert (str(brief.date), brief.title) == ("2024-06-05", "Incident report INC-2024-118: card payments declined")
    texts = [passage.text for passage in brief.passages]
    assert {"Severity: 1", "Status: closed", "Customers: 61 banks"} <= set(texts)
    assert [passage.text[:5] for passage in brief.passages if passage.heading.startswith("Timeline")] == [
        "09:14", "09:31", "10:05", "12:41",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "marks",
    [("A.", "B.", "C."), ("a.", "b.", "c."), ("(a)", "(b)", "(c)"), ("1.a.", "1.b.", "1.c."), ("1.1", "1.2", "1.3")],
)
def test_lettered_and_numbered_items_are_passages_of_their_own(marks: tuple[str, ...]) -> None:
    items = ["The ferry to Bor stopped", "Two bridges are closed to lorries\n   and buses", "Fuel is short."]
    text = "1. SITUATION\n" + "\n".join(f"{mark} {item}" for mark, item in zip(marks, items, strict=True))
    assert read(f"The river\n\n{text}\n") == [
        ("SITUATION", "The ferry to Bor stopped"),
        ("SITUATION", "Two bridges are closed to lorries and buses"),
        ("SITUATION", "Fuel is short."),
    ]


def test_an_item_may_begin_with_the_number_of_a_unit() -> None:
    text = "2. NEXT 24 HOURS\n a. 7 LT BDE holds the ferry at Brenn.\n b. 11 MECH BDE gives up one company.\n"
    assert read(f"The river\n\n{text}") == [
        ("NEXT 24 HOURS", "7 LT BDE holds the ferry at Brenn."),
        ("NEXT 24 HOURS", "11 MECH BDE gives up one company."),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_numbered_title_above_a_sentence_is_a_section(gap: str) -> None:
    text = f"1. Decision{gap}The committee of the Bank of Loria raised its rate to 12.5 per cent on 11 October."
    assert [heading for heading, _ in read(f"Policy note\n\n{text}\n")] == ["Decision"]


def test_a_capital_with_a_full_stop_is_an_initial_where_no_other_letter_follows_on() -> None:
    assert read("The river\n\nThe mayor was\nA. Brenner until the flood\nand is now retired.") == [
        ("", "The mayor was A. Brenner until the flood and is now retired.")
    ]


def test_labelled_lines_without_blank_lines_are_told_apart() -> None:
    text = "The river\n\nEnemy forces: two battalions\nhold the ridge.\nCasualties: none.\nWeather: fog."
    assert [text for _, text in read(text)] == [
        "Enemy forces: two battalions hold the ridge.",
        "Casualties: none.",
        "Weather: fog.",
    ]


def test_a_colon_in_a_wrapped_line_tears_no_sentence() -> None:
    text = "The mayor named three towns that the\nRiver: Office had left out of its plan, and the\ncouncil agreed."
    assert [text for _, text in read(f"The plan\n\n{text}")] == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    "line",
    [
        "EXERCISE EXERCISE EXERCISE",
        "EXERCISE – EXERCISE – EXERCISE",
        "FROM: HQ NORTH",
        "FM AMEMBASSY ACCRA",
        "TO SECSTATE WASHDC",
        "REF: A. OPORD 02",
        "TAGS: PREL, PGOV, GH",
        "E.O. 12958: DECL: 03/12/2019",
        "Next update: 14 March 2024",
        "Next report due on 14 March.",
        "ACKNOWLEDGE",
        "Acknowledge receipt by 1900Z",
        "Approved by: J. Roe",
        "NNNN",
    ],
)
def test_lines_that_send_or_acknowledge_a_message_are_no_passages(line: str) -> None:
    assert [text for _, text in read(f"{line}\n\nThe river\n\nIt rained on Monday.\n\n{line}\n")] == [
        "It rained on Monday."
    ]


def test_the_subject_line_is_the_title() -> None:
    brief = parse_brief("FM HQ NORTH\nDTG 121800ZNOV24\nSUBJ: FERRIES ON THE RIVER\n\nIt rained.", "cable.txt")[0]
    assert (brief.title, str(brief.date)) == ("FERRIES ON THE RIVER", "2024-11-12")
