"""`trainer fit` and `trainer due` as a person meets them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from samples import write_deck

from trainer.cli import root
from trainer.collection import Collection
from trainer.schedule.options import DEFAULT_PARAMETERS

WEIGHTS = tuple(number / 10 for number in range(1, 22))


@pytest.fixture
def decks(tmp_path):
    return [write_deck(tmp_path / f"{name}.toml", cards=1, deck_id=name) for name in ("one", "two", "three")]


def run(*arguments: object):
    return CliRunner().invoke(root, [*map(str, arguments)])


def test_weights_are_reset_for_the_decks_that_are_named_and_for_no_other(decks):
    collection, _ = Collection.open(decks)
    with collection:
        collection.fitted("", WEIGHTS, {})
    assert run("fit", "--reset", *decks[:2]).exit_code == 0
    collection, _ = Collection.open(decks)
    with collection:
        in_force = [collection.options(name).parameters for name in ("one", "two", "three")]
    assert in_force == [DEFAULT_PARAMETERS, DEFAULT_PARAMETERS, WEIGHTS]


def test_one_card_is_no_plural(decks):
    assert run("due", decks[0]).output.endswith("1 card today\n")
    assert run("due", *decks).output.endswith("3 cards today\n")
