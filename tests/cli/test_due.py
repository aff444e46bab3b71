"""`trainer due` as a person reads it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from samples import write_deck

from trainer.cli import root


@pytest.mark.parametrize(("cards", "said"), [(1, "1 card today"), (3, "3 cards today")])
def test_the_last_line_counts_the_cards_of_the_day(tmp_path, cards, said):
    done = CliRunner().invoke(root, ["due", str(write_deck(tmp_path / "deck.toml", cards=cards))])
    assert done.output.splitlines()[-1] == said
