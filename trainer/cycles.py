"""Python's search for cycles of garbage, put off while very much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Let a hundred thousand cards, or the parses of a brief, be made without Python searching them again and again.

    What nothing refers to any more is freed all the same; none of what is made so refers back to itself.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
