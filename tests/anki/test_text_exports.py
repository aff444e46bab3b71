"""Tables, sheets and JSON: what stands in them is what stood in the deck."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import json
import re
import tomllib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from trainer.anki import markdown
from trainer.anki.record import format_json
from trainer.anki.sheet import format_sheet
from trainer.anki.table import format_csv
from trainer.cards import Card, Kind, Source, Status
from trainer.decks import BriefRef, Deck
from trainer.decks.write import format_deck
from trainer.text import cell, clean

KILLED = Card(
    "k1",
    "How many had been killed?",
    "168",
    Kind.HOW_MANY,
    accepted=("at least 168", "168 peacekeepers"),
    as_of="2023-02",
    attribution="the UN",
    source=Source("june", "At least 168 had been killed.", 7, (9, 12)),
)
OLD = Card("k2", "How many by 2022?", "150", status=Status.SUPERSEDED, superseded_by="k1", marking="TLP:CLEAR")
BRIEF = BriefRef("june", "Mali asks the mission to go", dt.date(2023, 6, 21))
MALI = Deck("mali", "Mali", (KILLED, OLD), (BRIEF,), "TLP:AMBER")


def rows(deck):
    return list(csv.DictReader(io.StringIO(format_csv([deck]), newline="")))


def test_a_table_has_a_row_for_each_card_and_its_marking_in_it():
    killed, old = rows(MALI)

    assert killed["marking"] == "TLP:AMBER"
    assert killed["question"] == "How many had been killed?"
    assert killed["accepted"] == "at least 168\n168 peacekeepers"
    assert (killed["brief"], killed["brief_date"]) == ("Mali asks the mission to go", "2023-06-21")
    assert old["status"] == "superseded"


def test_a_table_quotes_every_cell_and_ends_its_lines_as_rfc_4180_says():
    text = format_csv([MALI])

    assert text.startswith('"marking","deck","card",')
    assert text.endswith('"\r\n')
    assert '"k2","superseded","what"' in text


@given(st.text())
def test_every_cell_of_a_table_is_guarded(text):
    assert rows(Deck("d", "D", (Card("k", text, "a"),)))[0]["question"] == cell(text)


def test_a_sheet_reads_as_marking_title_question_answer_claim_and_source():
    assert (
        format_sheet([Deck("mali", "Mali", (KILLED,), (BRIEF,), "TLP:AMBER")])
        == """\
**TLP:AMBER**

# Mali

## 1. How many had been killed?

**168** (also: at least 168; 168 peacekeepers)

As of 2023-02 · According to the UN

> At least 168 had been killed.
>
> — Mali asks the mission to go, 2023-06-21, paragraph 7

**TLP:AMBER**
"""
    )


def test_a_sheet_of_several_decks_bears_the_highest_marking_and_says_where_a_card_is_lower():
    lines = format_sheet([MALI, Deck("niger", "Niger", (OLD,), marking="TLP:RED")]).splitlines()

    assert lines[0] == lines[-1] == "**TLP:RED**"
    assert "*TLP:AMBER*" in lines


def test_a_sheet_says_what_no_longer_holds():
    assert "*Superseded by: How many had been killed?*" in format_sheet([MALI])


@pytest.mark.parametrize(
    "text",
    ["# heading", "1. item", "- item", "+ item", "> quote", "---", "===", "**bold**", "_it_", "`code`", "[a](b)",
     "![a](b)", "<b>", "&amp;", "a | b", "~~~", "C #", "trailing \\", "<!-- x", "https://example.org", "***",
     "    code"],
)  # fmt: skip
def test_markdown_shows_a_text_as_it_is(text):
    assert paragraphs(markdown.escape(text)) == [" ".join(text.split())]


@given(st.text(alphabet=st.one_of(st.sampled_from("#*_`[]()<>&!~|\\-+=1.) \n\t>$:'\""), st.characters(codec="utf-8"))))
def test_no_text_becomes_markup_in_a_sheet(text):
    assume(clean(text).strip())
    deck = Deck("d", text or "D", (Card("k", text, text or "a", source=Source("b", text)),))
    page = MarkdownIt().render(format_sheet([deck]))

    assert set(re.findall(r"<(\w+)", page)) <= {"h1", "h2", "p", "strong", "blockquote", "br"}
    assert page.count("<h2>") == page.count("<h1>") == 1


@given(st.text())
def test_markdown_gives_every_text_back(text):
    expected = " ".join(clean(text).split())

    assert paragraphs(markdown.escape(text)) == ([expected] if expected else [])


def paragraphs(source):
    """The text of each paragraph that Markdown makes of a source; fails on anything but paragraphs."""
    page = MarkdownIt().render(source).strip()
    assert set(re.findall(r"<(\w+)", page)) <= {"p"}
    return [html.unescape(found) for found in re.findall(r"<p>(.*?)</p>", page, re.DOTALL)]


def test_json_has_the_keys_of_the_deck_format():
    written = json.loads(format_json([MALI]))
    [deck] = written["decks"]

    assert written["marking"] == "TLP:AMBER"
    assert deck["cards"] == tomllib.loads(format_deck(MALI))["cards"]
    assert deck["briefs"] == [{"id": "june", "title": "Mali asks the mission to go", "date": "2023-06-21"}]
    assert deck["deck"] == {"id": "mali", "title": "Mali", "marking": "TLP:AMBER"}
