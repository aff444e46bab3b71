"""A run replaces its own part of the results page and keeps what was written by hand."""

from __future__ import annotations

import pytest
from scorer.gold import BenchRefused
from scorer.page import with_part, write_part

PAGE = """# Results

By hand.

<!-- cards: written by a run -->
old
<!-- cards: end -->

Also by hand.
"""


def test_a_part_is_replaced_and_the_rest_is_kept():
    page = with_part(PAGE, "cards", ["| new \\1 |"])
    assert page == PAGE.replace("old", "| new \\1 |")
    assert with_part(page, "cards", ["old"]) == PAGE


@pytest.mark.parametrize("page", ["# Results\n", PAGE + PAGE])
def test_a_page_without_the_part_or_with_two_is_left_alone(tmp_path, page):
    file = tmp_path / "RESULTS.md"
    file.write_text(page)
    with pytest.raises(BenchRefused, match="'cards'"):
        write_part(file, "cards", ["new"])
    assert file.read_text() == page
