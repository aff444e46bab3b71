"""Text from outside is shown as it is: no markup, no escape, no crash, nothing out of reach."""

from __future__ import annotations

import pytest
from screen import click, frame, press, running, settled

from trainer.cards import Card, Kind, Source
from trainer.decks import BriefRef, Deck
from trainer.errors import Finding, NotSaved

PAYLOADS = {
    "action": "[@click=app.quit]x[/]",
    "open end": "a [/end",
    "empty end": "a [/] b",
    "bold": "[bold]word",
    "bad style": "[a=b c=]x",
    "path": "see [/foo] here",
    "variable": "[$accent]$accent[/]",
    "clipboard": "\x1b]52;c;aGk=\x07after",
    "clear": "\x1b[2Jafter",
    "c1": "\x9b31mafter",
    "bidi": "abc\u202edef",
    "zero width": "zero\u200bwidth",
    "emoji": "👩‍🚀 flag 🇲🇱 x",
    "cjk": "首都は東京です",
    "rtl": "עברית ערבית",
    "combining": "e" + "\u0301" * 40 + "nd",
    "lines": "one\r\ntwo\ttab",
}
SEEN = {
    "clipboard": "␛]52;c;aGk=␇after",
    "clear": "␛[2Jafter",
    "c1": "\ufffd31mafter",
    "bidi": "abcdef",
    "zero width": "zerowidth",
    "lines": "two",
}


def deck_of(text: str, name: str = "hostile") -> Deck:
    """A deck in which everything says the text."""
    source = Source("b", f"x {text} y", 1, (2, 2 + len(text)))
    kind, question = (Kind.CLOZE, f"{text} [...]") if len(name) % 2 else (Kind.WHAT, text)
    card = Card(name, question, text, kind=kind, as_of=text, attribution=text, source=source, conflicts_with=(name,))
    return Deck(name, text, (card,), (BriefRef("b", text, publisher=text),), marking=text)


DECKS = [deck_of(text, name) for name, text in PAYLOADS.items()]


def harmless(seen: str) -> bool:
    """Whether nothing in it moves the cursor, hides or reorders."""
    return not set("\x1b\x07\x9b\u202e\u200b") & set(seen)


async def test_home_shows_it_literally(opened):
    findings = [Finding(text, text) for text in PAYLOADS.values()]
    async with running(opened(*DECKS), findings=findings, size=(100, 90)) as pilot:
        seen = frame(pilot)
        for name, text in PAYLOADS.items():
            assert SEEN.get(name, text) in seen, name
        assert harmless(seen)


async def test_study_and_summary_show_it_literally(opened):
    collection = opened(*DECKS)
    async with running(collection, DECKS, size=(80, 40)) as pilot:
        for name, text in PAYLOADS.items():
            literal = SEEN.get(name, text)
            assert frame(pilot).count(literal) >= 2, name
            seen = await press(pilot, "space")
            assert seen.count(literal) >= 6, name
            assert harmless(seen)
            await press(pilot, "1")
        await press(pilot, "q")
        await pilot.resize_terminal(80, 100)
        await settled(pilot)
        for name, text in PAYLOADS.items():
            assert frame(pilot).count(SEEN.get(name, text)) >= 2, name
        assert pilot.app.return_code is None


@pytest.mark.parametrize("name", ["action", "open end", "clipboard"])
async def test_the_reason_of_a_failure_is_shown_literally(opened, monkeypatch, name):
    collection = opened(deck_of("plain"))

    def fail(*_):
        raise NotSaved(PAYLOADS[name])

    monkeypatch.setattr(collection.log, "record", fail)
    async with running(collection, collection.decks) as pilot:
        assert f"Not saved: {SEEN.get(name, PAYLOADS[name])}" in await press(pilot, "space", "1")


async def test_a_click_on_foreign_text_does_nothing(opened):
    async with running(opened(deck_of(PAYLOADS["action"]))) as pilot:
        await press(pilot, "enter")
        await click(pilot, PAYLOADS["action"])
        await press(pilot, "space")
        await click(pilot, PAYLOADS["action"])
        for row in range(24):
            await pilot.click(offset=(4, row))
        assert pilot.app.return_code is None


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_all_of_a_very_long_card_can_be_reached(opened, size):
    words = [f"w{number:04}" for number in range(830)]
    deck = Deck("long", " ".join(words), (Card("l1", " ".join(words), " ".join(reversed(words))),))
    async with running(opened(deck), [deck], size=size) as pilot:
        assert "w0000" in frame(pilot)
        assert "w0829" in await press(pilot, "end")
        assert "w0829" in await press(pilot, "space")
        assert "w0000" in await press(pilot, "end")
        assert "4 Easy" in frame(pilot)
