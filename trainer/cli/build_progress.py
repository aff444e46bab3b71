"""How far a build is, on standard error, where somebody watches."""

from __future__ import annotations

import sys
from typing import Any

import click

from trainer.cli import say
from trainer.text import one_line


class Progress:
    """One line that is gone once it is closed: a bar for several briefs, a word for one."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._word = ""

    def show(self, done: int, total: int, name: str) -> None:
        """So many are done, of so many, and this one is begun."""
        if not sys.stderr.isatty():
            return
        if name == "-" and sys.stdin.isatty():
            say("Type or paste the brief; ctrl+d on a line of its own ends it (ctrl+z and Enter on Windows).")
        elif total > 1:
            self._advance(done, total, name)
        elif name:
            self._word = f"reading {'standard input' if name == '-' else one_line(name, 60)} …"
            self._write(self._word)

    def close(self) -> None:
        """Leave the line."""
        if self._bar is not None:
            self._bar.render_finish()
        if self._word:
            self._write(f"{' ' * len(self._word)}\r")
        self._bar, self._word = None, ""

    def _advance(self, done: int, total: int, name: str) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=total, file=sys.stderr, show_eta=False, show_pos=True, width=24,
                item_show_func=lambda name: one_line(name or "", 32),
            )  # fmt: skip
        self._bar.update(done - self._bar.pos, name)
        self._bar.render_progress()

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()
