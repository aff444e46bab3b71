"""How far a long piece of work is, on standard error, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

_MANY_CARDS = 5_000
_STEPS = 200
"""How often a bar is drawn at most."""
_GONE = "\x1b[A\x1b[2K"
"""One line up, and that line empty: the bar leaves nothing behind."""


@contextmanager
def counting(what: str, total: int, least: int = _MANY_CARDS) -> Iterator[Callable[[int], None]]:
    """Gives what is told of further pieces; a bar that is gone when all is done, if there are `least` to do."""
    if total < least or not sys.stderr.isatty():
        yield lambda _: None
        return
    drawn_each = max(1, total // _STEPS)
    with click.progressbar(
        length=total, label=what, file=sys.stderr, show_eta=False, show_pos=True, width=24, update_min_steps=drawn_each
    ) as bar:
        yield bar.update
    sys.stderr.write(_GONE)


@contextmanager
def reading() -> Iterator[Callable[[str, int, int], None]]:
    """Gives what is told how far a deck is that has to be read; a bar for each step of a large one."""
    step, bar, before = "", None, 0
    with ExitStack() as bars:

        def tell(what: str, done: int, of: int) -> None:
            nonlocal step, bar, before
            if what != step:
                bars.close()
                step, bar, before = what, bars.enter_context(counting(what, of)), done
            elif bar:
                bar(done - before)
                before = done

        yield tell
