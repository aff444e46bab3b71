"""The examples in this room's docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

FILES = "apparatus block dates dating fields foreign marks masthead naming notices peel signals standing titles told"


@pytest.mark.parametrize("name", FILES.split())
def test_the_examples_of_a_file_hold(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(f"trainer.briefs.{name}"))
    assert (failed, tried > 0) == (0, True)
