"""docs/browsing.md says what the browser does."""

from __future__ import annotations

import re
from pathlib import Path

from trainer.search.lexicon import WORDS
from trainer.tui.browse import BrowseScreen

PAGE = (Path(__file__).parents[2] / "docs/browsing.md").read_text("utf-8")


def rows(heading):
    """The cells of the table under a heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in lines]


def test_the_table_of_search_words_is_the_lexicon():
    assert rows("Search words") == [(f"`{entry.example}`", entry.meaning) for entry in WORDS]


def test_the_table_of_keys_is_that_of_the_screen():
    told = [(keys.strip("`").replace(" or ", ","), words) for keys, words in rows("Keys")]
    assert told == [(each.key.replace("slash", "/"), each.tooltip) for each in BrowseScreen.BINDINGS]
