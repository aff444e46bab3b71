"""What situation reports are made of: units, date-time groups, and fields of a label and a figure."""

from __future__ import annotations

import datetime as dt

import pytest
from making import asked, brief_of, propose

from trainer.language.names import names
from trainer.language.sentences import parse

SITREP = "Situation Report 7"
WRITTEN = dt.date(2024, 5, 8)


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("9 INF BDE relieved 1 ROY at Gao.", ["9 INF BDE", "1 ROY"]),
        ("The 82nd Airborne Division moved to Gao.", ["82nd Airborne Division"]),
        ("TF OTTER received 36 UAVs in Gao.", ["TF OTTER"]),
        ("6 Reconnaissance Squadron left Gao.", ["6 Reconnaissance Squadron"]),
        ("On May 26 UNICEF left Gao.", []),
        ("About 30 US soldiers left Gao.", []),
        ("The plant gave 40 MW to Gao.", []),
    ],
)
def test_a_unit_has_its_number_in_its_name(sentence: str, units: list[str]) -> None:
    assert [name.text for name in names(parse(sentence)) if name.kind in {"unit", "task force"}] == units


def test_a_unit_is_asked_as_one_and_its_number_never_by_itself() -> None:
    cards = asked("On 4 May 2024 two companies of 1 ROY crossed the River Lune under fire from 40 ART REGT.")
    assert "1 ROY" in cards.values()
    assert not {"1", "40"} & set(cards.values())


def test_a_sentence_that_is_mostly_acronyms_is_read() -> None:
    cards = asked("9 INF BDE relieved 33 MECH REGT in Tallinn at 150400Z.")
    assert cards[
        "According to the May 2024 brief, at what date-time group did 9 INF BDE relieve 33 MECH REGT in Tallinn?"
    ]


def test_a_date_time_group_is_right_spelled_out_and_wrong_an_hour_off() -> None:
    proposal = propose(brief_of("6 Reconnaissance Squadron left Tallinn for Narva at 070055Z."))
    card = next(card for card in proposal.cards if card.answer == "070055Z")
    assert {"00:55 UTC on 7 May", "7 May 2024 00:55Z", "070055Z MAY 24"} <= set(card.accepted)
    assert {"070155Z", "080055Z"} <= set(card.reject)
    assert len(card.distractors) == 3
    assert all(option.endswith("Z") and option != "070055Z" for option in card.distractors)


@pytest.mark.parametrize(
    ("passage", "question", "answer"),
    [
        ("Killed: 2", "How many people did Situation Report 7 of May 2024 list as killed?", "2"),
        ("Fuel: 62 percent", "According to Situation Report 7 of May 2024: Fuel: [...].", "62 percent"),
        ("Bridge open: 081200Z", "According to Situation Report 7 of May 2024: Bridge open: [...].", "081200Z"),
    ],
)
def test_a_field_is_asked_by_its_label(passage: str, question: str, answer: str) -> None:
    assert asked(passage, title=SITREP).get(question) == answer


def test_fields_of_one_line_are_each_asked() -> None:
    cards = asked("Killed: 2. Wounded: 11. Missing: 3.", title=SITREP)
    assert sorted(cards.values()) == ["11", "2", "3"]


@pytest.mark.parametrize(
    ("passages", "title", "why"),
    [
        (("Killed: 2", "Killed: 5"), SITREP, "a label that stands there twice"),
        (("Killed: 2",), "Weekly note", "a report that its title does not name"),
        (("Note: see 2 above",), SITREP, "no figure"),
        (("Contact: 555-0199",), SITREP, "a number that is no amount"),
    ],
)
def test_no_field_is_asked_that_nobody_could_place(passages: tuple[str, ...], title: str, why: str) -> None:
    assert asked(*passages, title=title) == {}, why
