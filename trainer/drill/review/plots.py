"""Plots as inline SVG: bars of what was known, and how sure beside how right."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.drill.page.markup import esc
from trainer.drill.review.findings import Item, Sureness

_ROW = 26  # px
_LABEL = 44  # px, for a question's number
_BAR = 400  # px, for all of it
_SIDE = 260  # px, of the square
_EDGE = 34  # px, for its scales
_TOP = 16  # px, so that a dot at the top is whole


def known_bars(items: Sequence[Item]) -> str:
    """A bar for each question: how much of it was known, with a tick where the last drill was; empty for none."""
    shown = [item for item in items if item.known is not None]
    if not shown:
        return ""
    height = _ROW * len(shown) + 4
    rows = "".join(_bar(item, at * _ROW) for at, item in enumerate(shown))
    title = "How much of each question was known, in percent; a tick marks the last drill that asked it."
    return _svg(_LABEL + _BAR + 60, height, title, rows)


def _bar(item: Item, top: int) -> str:
    known = item.known or 0.0
    width = round(_BAR * known, 1)
    middle = top + _ROW / 2 + 5
    tick = ""
    if item.before is not None:
        at = round(_LABEL + _BAR * item.before, 1)
        tick = f'<line class="tick" x1="{at}" x2="{at}" y1="{top + 1}" y2="{top + _ROW - 3}"/>'
    return (
        f'<text x="{_LABEL - 8}" y="{middle}" text-anchor="end">{item.number}</text>'
        f'<rect class="all" x="{_LABEL}" y="{top + 3}" width="{_BAR}" height="{_ROW - 8}"/>'
        f'<rect class="known" x="{_LABEL}" y="{top + 3}" width="{width}" height="{_ROW - 8}"/>{tick}'
        f'<text x="{_LABEL + _BAR + 6}" y="{middle}">{known:.0%}</text>'
    )


def sure_and_right(sureness: Sequence[Sureness]) -> str:
    """How often answers were right beside how sure they were; on the diagonal both agree; empty for none."""
    if not sureness:
        return ""
    most = max(line.answers for line in sureness)
    dots = "".join(_dot(line, most) for line in sureness)
    frame = (
        f'<rect class="all" x="{_EDGE}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>'
        f'<line class="even" x1="{_EDGE}" y1="{_SIDE + _TOP}" x2="{_EDGE + _SIDE}" y2="{_TOP}"/>'
        f'<text x="{_EDGE}" y="{_SIDE + _TOP + 18}">0% sure</text>'
        f'<text x="{_EDGE + _SIDE}" y="{_SIDE + _TOP + 18}" text-anchor="end">100% sure</text>'
        f'<text x="{_EDGE + 6}" y="{_TOP + 16}">100% right</text>'
    )
    title = "How often answers were right, by how sure they were; below the line they were surer than right."
    return _svg(_EDGE + _SIDE + 16, _TOP + _SIDE + 26, title, frame + dots)


def _dot(line: Sureness, most: int) -> str:
    x = round(_EDGE + _SIDE * line.percent / 100, 1)
    y = round(_TOP + _SIDE * (1 - line.right), 1)
    radius = round(4 + 8 * (line.answers / most) ** 0.5, 1)
    words = f"{line.percent}% sure: {line.right:.0%} of {line.answers} right"
    return f'<circle class="dot" cx="{x}" cy="{y}" r="{radius}"><title>{esc(words)}</title></circle>'


def _svg(width: float, height: float, title: str, inside: str) -> str:
    """A picture with its meaning in words, as wide as its place."""
    return (
        f'<svg role="img" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">'
        f"<title>{esc(title)}</title>{inside}</svg>"
    )
