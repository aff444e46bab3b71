"""A brief of an exercise says so in its title."""

from __future__ import annotations

import pytest

from trainer.briefs.read import parse_brief

TEXT = "The fire on the ferry was brought under control at noon. Seven people died."


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("EXERCISE GREY GULL 18 - EXERCISE - EXERCISE\n\nFire at Gao", "Exercise GREY GULL 18"),
        ("EXERCISE EXERCISE EXERCISE\n\nFire in the port of Gao", "Exercise: Fire in the port of Gao"),
        ("Fire in the port of Gao\n\nMarking: OFFICIAL (EXERCISE ONLY)", "Exercise: Fire in the port of Gao"),
        ("Exercise Grey Gull: fire in the port\n\nEXERCISE - EXERCISE", "Exercise Grey Gull: fire in the port"),
        ("Fire in the port of Gao\n\nThe exercise of power is hard.", "Fire in the port of Gao"),
    ],
)  # fmt: skip
def test_the_title_says_that_it_is_an_exercise(top: str, title: str) -> None:
    brief, _ = parse_brief(f"{top}\n\n{TEXT}\n", "note.txt")
    assert brief.title == title
