"""A deck opened on a clock that the test moves; each file says how many cards it has, with a fixture `path`."""

from __future__ import annotations

import pytest
from samples import Clock

from trainer.collection import Collection


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def collection(path, clock):
    with Collection.open([path], clock)[0] as collection:
        yield collection
