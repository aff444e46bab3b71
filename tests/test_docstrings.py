"""The examples in the docstrings of the study core are what the code does."""

from __future__ import annotations

import doctest
import importlib

import pytest

ROOMS = (
    "trainer.drill.review.words",
    "trainer.text",
    "trainer.settings.read",
    "trainer.schedule.course",
    "trainer.schedule.forecast",
    "trainer.schedule.forgetting",
    "trainer.schedule.futures",
    "trainer.schedule.fuzz",
    "trainer.schedule.labels",
    "trainer.schedule.moment",
    "trainer.stats.cells",
    "trainer.stats.figures",
    "trainer.stats.figures_past",
    "trainer.stats.past",
    "trainer.stats.wording",
    "trainer.study.calibration",
)


@pytest.mark.parametrize("name", ROOMS)
def test_the_examples_hold(name):
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried > 0
    assert failed == 0
