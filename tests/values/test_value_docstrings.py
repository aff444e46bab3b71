"""The examples in the docstrings of values and cards are what the code does."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import trainer.cards
import trainer.values

MODULES = [
    f"{room.__name__}.{module.name}"
    for room in (trainer.cards, trainer.values)
    for module in pkgutil.iter_modules(room.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
