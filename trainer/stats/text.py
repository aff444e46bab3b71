"""Stats to read in a terminal: what a person wants first at the top, each figure under its name and a sentence."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from trainer.stats.cells import Line, cut
from trainer.stats.choose import figures
from trainer.stats.drawing import drawn, table
from trainer.stats.figures import Figure
from trainer.stats.figures_ahead import headline
from trainer.stats.numbers import Stats
from trainer.stats.wording import percent, whole
from trainer.text import clean, one_line

_HEIGHT = 5
_HEADS = ("deck", "cards", "new", "learning", "review", "reviews", "today", "recalled", "known")


def as_text(each: Sequence[Stats], width: int) -> str:
    """The first of the stats as figures, and the decks in a table where there are several."""
    first, *rest = figures(each[0])
    lines = [*_head(each[0], width), *_figure(first, width)]
    lines += ["", "Decks", *_plain(table(_HEADS, tuple(map(_row, each[1:] or each)), width))]
    for figure in rest:
        lines += ["", *_figure(figure, width)]
    return "\n".join(map(clean, lines))


def _head(stats: Stats, width: int) -> Iterator[str]:
    yield from filter(None, [one_line(stats.marking)])
    yield cut(one_line(headline(stats)), width)
    yield ""


def _figure(figure: Figure, width: int) -> Iterator[str]:
    yield figure.title
    yield from textwrap.wrap(figure.says, width)
    yield from _plain(drawn(figure, width, _HEIGHT))


def _plain(lines: Sequence[Line]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def _row(stats: Stats) -> tuple[str, ...]:
    queues = stats.queues
    counts = (
        stats.size,
        queues.get("new", 0),
        queues.get("learning", 0) + queues.get("relearning", 0),
        queues.get("reviewing", 0),
        stats.reviews.total(),
        stats.reviews[stats.today],
    )
    return (one_line(stats.title), *map(whole, counts), percent(stats.retention), percent(stats.known.share_now))
