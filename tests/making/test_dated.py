"""The day that a sentence sets for a clause that has none of its own."""

from __future__ import annotations

import pytest
from tellings import questions_for


def test_what_stands_behind_its_when_happened_on_the_day() -> None:
    text = (
        "The unrest recalled that of June 2023, when the conviction of Ousmane Sonko set off riots in which 16 people "
        "died according to the government of Senegal."
    )
    assert any(question.startswith("In June 2023, ") for question in questions_for("16", text, title="Senegal votes"))


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2023 Chad left the pact, and Niger later sent 40 tanks to Mali.",
        "On 3 May 2023 Chad left the pact, and in June Niger sent 40 tanks to Mali.",
        "Maersk, which left Chad on 3 May 2023, had sent 40 ships to Mali.",
    ],
)
def test_what_may_have_happened_at_another_time_has_no_day(text: str) -> None:
    assert not any(question.startswith("On May 3") for question in questions_for("40", text))
