"""Whatever has become of a brief's sentences, it gives cards or a refusal, and never a fault of ours."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from making import propose
from shaken import shaken

from trainer.briefs import parse_brief
from trainer.errors import BriefRefused

ROOT = Path(__file__).parents[2]
BRIEFS = sorted([*ROOT.glob("bench/briefs/*"), *ROOT.glob("bench/held/*.[tm][xd]*"), *ROOT.glob("seeds/*.md")])
PARAGRAPHS = 4


def short(text: str, rng: random.Random) -> str:
    """The top of a brief and a few of its paragraphs."""
    paragraphs = text.split("\n\n")
    place = rng.randrange(max(1, len(paragraphs) - PARAGRAPHS))
    return "\n\n".join([*paragraphs[:2], *paragraphs[place : place + PARAGRAPHS]])


@pytest.mark.long
@pytest.mark.parametrize("number", range(50))
def test_a_shaken_brief_gives_cards_or_a_refusal(number: int) -> None:
    rng = random.Random(f"shaken {number}")
    path = BRIEFS[number % len(BRIEFS)]
    text = shaken(short(path.read_text(encoding="utf-8"), rng), rng)
    try:
        brief, _ = parse_brief(text, path.name)
    except BriefRefused:
        return
    assert all(card.question and card.answer for card in propose(brief).cards)
