"""Where a card comes from, while the brief is there and when it is not."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace

import pytest
from screen import SIZES, frame, opened_over, running
from shelf import MALI

from trainer.collection.passages import find_passage
from trainer.decks import Cover
from trainer.tui.desk import Desk
from trainer.tui.source_view import SourceView

BRIEF = """\
# Mali asks the UN mission to go

21 June 2023

## The toll

The mission began in 2013. The UN counted at least 168 dead by February. Others counted more.

Its troops will leave by the end of the year.
"""


def deck_of(tmp_path, **brief):
    (tmp_path / "mali.md").write_text(BRIEF, encoding="utf-8")
    digest = hashlib.sha256(BRIEF.encode()).hexdigest()
    ref = replace(MALI.briefs[0], file="mali.md", sha256=digest)
    twin = replace(MALI.cards[0], id="c5", question="By when had the UN counted 168 dead?", answer="February")
    return replace(MALI, briefs=(replace(ref, **brief),), cards=(*MALI.cards, twin))


async def seen_of(collection, card_id, size=(80, 24)):
    async with running(collection, size=size) as pilot:
        await opened_over(pilot, SourceView(Desk(collection), "mali", collection.card("mali", card_id)))
        return frame(pilot)


async def test_the_sentence_stands_in_its_passage_under_brief_and_marking_over_what_else_was_asked(filed, tmp_path):
    seen = await seen_of(filed(deck_of(tmp_path)), "c1")
    assert seen.splitlines()[0].strip() == "TLP:AMBER"
    flat = " ".join(seen.replace("▌", "").split())
    assert "Mali asks the UN mission to go · The Desk · June 21, 2023 · paragraph 7" in flat
    assert "The mission began in 2013. The UN counted at least 168 dead by February. Others counted more." in flat
    assert "as of February 2023 · according to the UN" in seen
    assert "Also asked of this sentence" in seen
    assert "By when had the UN counted 168 dead? → February" in seen


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
async def test_it_has_room_in_every_window(filed, tmp_path, size):
    seen = await seen_of(filed(deck_of(tmp_path)), "c1", size)
    assert "The mission began in 2013." in " ".join(seen.replace("▌", "").split())


async def test_a_brief_that_changed_is_not_shown_and_says_so(filed, tmp_path):
    collection = filed(deck_of(tmp_path, sha256="0" * 64))
    seen = await seen_of(collection, "c1")
    assert "has changed since the card was made; this is what it said then." in " ".join(seen.split())
    assert "The UN counted at least 168 dead by February." in seen
    assert "The mission began" not in seen


def reason(deck, tmp_path, card_id="c1"):
    """Why the passage of a card cannot be shown."""
    cover = Cover.of(replace(deck, path=tmp_path / "mali.toml"))
    card = next(card for card in deck.cards if card.id == card_id)
    found = find_passage(cover, card, lambda: False)
    return found.reason.replace(f"{tmp_path}/", "")


def test_every_other_reason_is_told(tmp_path):
    assert reason(deck_of(tmp_path), tmp_path) == ""
    gone = "The brief cannot be shown: gone.md: there is no such file. Check the path."
    assert reason(deck_of(tmp_path, file="gone.md"), tmp_path) == gone
    nowhere = "The deck does not say where the brief's file is."
    assert reason(deck_of(tmp_path, file=""), tmp_path) == nowhere
    assert reason(deck_of(tmp_path, id="other"), tmp_path) == "The deck does not list the brief 'brief'."
    assert reason(deck_of(tmp_path), tmp_path, "c3") == "The card names no sentence."


def test_a_brief_on_another_machine_is_not_asked_for(tmp_path):
    deck = deck_of(tmp_path, file=r"\\server\share\mali.md")
    assert reason(deck, tmp_path) == "The deck does not say where the brief's file is."


def test_a_sentence_that_the_brief_does_not_hold_is_told(tmp_path):
    deck = deck_of(tmp_path)
    source = replace(deck.cards[0].source, sentence="The UN counted 169 dead.")
    deck = replace(deck, cards=(replace(deck.cards[0], source=source),))
    assert reason(deck, tmp_path) == "The brief does not hold this sentence word for word."


def test_looking_for_a_passage_can_be_cancelled(tmp_path):
    (tmp_path / "mali.html").write_text("<p>The UN counted at least 168 dead by February.</p>" * 3, encoding="utf-8")
    deck = deck_of(tmp_path, file="mali.html")
    cover = Cover.of(replace(deck, path=tmp_path / "mali.toml"))
    assert find_passage(cover, deck.cards[0], lambda: True) is None


def test_the_language_pipeline_is_not_loaded(tmp_path):
    program = (
        "import sys; from trainer.collection import passages; import trainer.briefs.read; print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
