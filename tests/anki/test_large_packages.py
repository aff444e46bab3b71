"""A hundred thousand cards with all that a card can have come back within the limits of the reader."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from sending import on, write

from trainer.anki.imported import read_import
from trainer.cards import Card, Kind, Source
from trainer.decks import BriefRef, Deck

COUNT = 100_000
DICE = random.Random(7)
LETTERS = "abcdefghijklmnoprstuvw"
WORDS = ["".join(DICE.choices(LETTERS, k=DICE.randint(3, 9))) for _ in range(4_000)]
"""Texts of their own for each card, so that the package is as large as one that people wrote."""


def words(count: int) -> str:
    return " ".join(DICE.choices(WORDS, k=count))


def card(number: int) -> Card:
    sentence = f"At least {number} {words(17)}."
    return Card(
        f"c{number:06d}",
        f"At least how many {words(11)} {number}?",
        str(number),
        Kind.HOW_MANY,
        fact=f"f{number}",
        accepted=(f"at least {number}",),
        distractors=(str(number + 11), str(number + 20), str(number + 37)),
        as_of="2023-02",
        attribution="the UN",
        tags=("mali", "withdrawal"),
        origin="rules 1",
        source=Source(f"b{number % 300}", sentence, 7, (9, 9 + len(str(number)))),
    )


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_hundred_thousand_cards_with_their_sources_come_back(tmp_path):
    briefs = tuple(BriefRef(f"b{n}", f"Brief {n}", dt.date(2023, 6, 21), f"{n}.md", "0" * 64) for n in range(300))
    deck = Deck("large", "A large deck", tuple(map(card, range(COUNT))), briefs, "TLP:GREEN")
    write([deck], tmp_path / "large.apkg", on(1_790_000_000))
    [back] = read_import(tmp_path / "large.apkg").decks

    assert replace(back, cards=(), briefs=()) == replace(deck, cards=(), briefs=())
    assert sorted(brief.id for brief in back.briefs) == sorted(brief.id for brief in briefs)
    assert [replace(one, tags=tuple(sorted(one.tags))) for one in back.cards] == list(deck.cards)
