"""The verb of a question: turned round, told from later on, and said of what was still to come."""

from __future__ import annotations

import pytest
from tellings import questions_for


@pytest.mark.parametrize(
    ("verb", "turned"),
    [
        # told as they stand, for the sentence is dated
        ("sent", "did Kenya send"),
        ("kept", "did Kenya keep"),
        ("had sent", "had Kenya sent"),
        ("was sending", "was Kenya sending"),
        ("quietly sent", "did Kenya quietly send"),
        ("reportedly sent", "did Kenya reportedly send"),
        ("had reportedly sent", "had Kenya reportedly sent"),
        ("also sent", "did Kenya send"),
        ("did send", "did Kenya send"),
    ],
)
def test_the_verb_turns_round_its_subject(verb: str, turned: str) -> None:
    assert questions_for("300", f"Kenya {verb} 300 troops to Haiti in 2023.") == [
        f"How many troops {turned} to Haiti in 2023?"
    ]


@pytest.mark.parametrize(
    ("verb", "turned"),
    [
        ("sends", "did Kenya send"),
        ("has sent", "had Kenya sent"),
        ("is sending", "was Kenya sending"),
        ("has been sending", "had Kenya been sending"),
        ("has reportedly sent", "had Kenya reportedly sent"),
        ("will send", "was Kenya due to send"),
        ("still sends", "did Kenya send"),
    ],
)
def test_what_held_when_the_brief_was_written_is_told_from_later_on(verb: str, turned: str) -> None:
    assert questions_for("300", f"Kenya {verb} 300 troops to Haiti.") == [
        f"As of May 2024, how many troops {turned} to Haiti?"
    ]


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("sends", "sent"),
        ("keeps", "kept"),
        ("has sent", "had sent"),
        ("is sending", "was sending"),
        ("will send", "was due to send"),
        ("has reportedly sent", "had reportedly sent"),
    ],
)
def test_behind_its_subject_the_verb_keeps_its_order(verb: str, told: str) -> None:
    assert questions_for("Kenya", f"Kenya {verb} 300 troops to Haiti.") == [
        f"As of May 2024, which country {told} 300 troops to Haiti?"
    ]


@pytest.mark.parametrize(
    ("verb", "turned"),
    [
        ("were killed", "were killed"),
        ("had been killed", "had been killed"),
        ("were reportedly killed", "were reportedly killed"),
    ],
)
def test_the_passive_agrees_with_what_is_counted(verb: str, turned: str) -> None:
    assert questions_for("12", f"12 Kenyan officers {verb} in Haiti in 2023.") == [
        f"How many Kenyan officers {turned} in Haiti in 2023?"
    ]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Kenya opens 300 clinics in Haiti on 1 July 2024.",
         "As of May 2024, on what date was Kenya due to open 300 clinics in Haiti?"),
        ("The Lima Accord expires on 1 July 2024.",
         "As of May 2024, on what date was the Lima Accord due to expire?"),
        ("Kenya and Chad will send 300 troops to Haiti on 1 July 2024.",
         "As of May 2024, on what date were Kenya and Chad due to send 300 troops to Haiti?"),
        ("Kenya will send 300 troops to Haiti on 1 July 2024.",
         "As of May 2024, on what date was Kenya due to send 300 troops to Haiti?"),
        ("300 troops will be sent to Haiti from Kenya on 1 July 2024.",
         "As of May 2024, on what date were 300 troops due to be sent to Haiti from Kenya?"),
    ],
)  # fmt: skip
def test_what_was_still_to_come_was_due(sentence: str, question: str) -> None:
    assert question in questions_for("July 1, 2024", sentence)
