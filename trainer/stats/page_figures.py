"""Figures as HTML with pictures in SVG: shapes stretch with the page, words stay words."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from trainer.stats.figures import NOT_NAMED, Bar, Calendar, Columns, Curve, Figure, Point, Shares, Sheet, level
from trainer.stats.wording import MONTHS, whole
from trainer.text import one_line

_LONGEST = 24
"""Characters of a cell that stays on one line."""
_LONG = ' class="long"'
_EACH_NAMED = 13
"""Of more bars than these, only the first, the middle and the last have their names under them."""


def safe(text: str) -> str:
    """Foreign text as HTML."""
    return html.escape(one_line(text))


def figure_html(figure: Figure) -> str:
    """A figure with its name, its sentence and its numbers."""
    head = f"<figcaption><h3>{safe(figure.title)}</h3><p>{safe(figure.says)}</p></figcaption>"
    return f"<figure>{head}{_body(figure)}</figure>"


def _body(figure: Figure) -> str:
    match figure:
        case Columns():
            return _columns(figure) + _folded(figure.heads, figure.rows)
        case Shares():
            return "".join(map(_share, figure.bars))
        case Calendar():
            return _calendar(figure) + _folded(figure.heads, figure.rows)
        case Curve():
            return _curve(figure) + _table(figure.heads, figure.rows)
        case Sheet():
            return _table(figure.heads, figure.rows)


def _picture(box: str, kind: str, label: str, shapes: str, *, stretched: bool = True) -> str:
    ratio = ' preserveAspectRatio="none"' if stretched else ""
    return f'<svg class="{kind}" viewBox="{box}"{ratio} role="img" aria-label="{safe(label)}">{shapes}</svg>'


def _columns(figure: Columns) -> str:
    most = max((bar.value for bar in figure.bars), default=0) or 1
    shapes = "".join(
        f'<rect x="{place * 10 + 1}" y="{100 - height:.2f}" width="8" height="{height:.2f}">{_hint(bar)}</rect>'
        for place, bar in enumerate(figure.bars)
        if (height := 100 * bar.value / most)
    )
    picture = _picture(f"0 0 {len(figure.bars) * 10} 100", "columns", figure.says, shapes)
    return f'<div class="scale">{safe(figure.highest)}</div>{picture}{_names(figure.bars)}'


def _names(bars: Sequence[Bar]) -> str:
    if len(bars) <= _EACH_NAMED:
        return f'<div class="names each">{_spans(bar.name for bar in bars)}</div>'
    return f'<div class="names">{_spans(bars[place].name for place in (0, len(bars) // 2, -1))}</div>'


def _spans(names: Iterable[str]) -> str:
    return "".join(f"<span>{safe(name)}</span>" for name in names)


def _hint(bar: Bar) -> str:
    return f"<title>{safe(bar.name)}: {safe(bar.told)}</title>"


def _share(bar: Bar) -> str:
    width = 100 * min(1.0, max(0.0, bar.value))
    shape = f'<rect width="{width:.2f}" height="1"></rect>'
    picture = f'<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">{shape}</svg>'
    return f'<div class="share"><span>{safe(bar.name)}</span>{picture}<span>{safe(bar.told)}</span></div>'


def _calendar(figure: Calendar) -> str:
    weeks, highest = figure.weeks, figure.highest
    shapes = "".join(
        f'<rect class="l{level(bar.value, highest, 4)}" x="{column * 11}" y="{row * 11}" width="10" height="10">'
        f"{_hint(bar)}</rect>"
        for column, week in enumerate(weeks)
        for row, bar in enumerate(week)
        if bar
    )
    picture = _picture(f"0 0 {len(weeks) * 11} 77", "calendar", figure.says, shapes, stretched=False)
    key = f'<div class="scale">The strongest colour is {whole(highest)}; a column a week, Monday at the top.</div>'
    return f"{_months(figure)}{picture}{key}"


def _months(figure: Calendar) -> str:
    firsts = [
        (column, week[0].name)
        for column, week in enumerate(figure.weeks)
        if week[0] and int(week[0].name[8:]) <= 7 and column < len(figure.weeks) - 2
    ]
    spans = (
        f'<span style="left:{100 * column / len(figure.weeks):.2f}%">{MONTHS[int(name[5:7]) - 1]}</span>'
        for column, name in firsts
    )
    return f'<div class="months" aria-hidden="true">{"".join(spans)}</div>'


def _curve(figure: Curve) -> str:
    most = max(point.weight for point in figure.points)
    dots = "".join(_dot(point, most) for point in figure.points)
    line = '<line x1="5" y1="95" x2="95" y2="5"></line>'
    key = '<div class="scale">To the right, how sure; upwards, how often right; 0 to 100 %. Larger: more answers.</div>'
    return _picture("0 0 100 100", "curve", figure.says, line + dots, stretched=False) + key


def _dot(point: Point, most: int) -> str:
    """A point whose area goes by the answers behind it."""
    place = (
        f'cx="{5 + 90 * point.x:.2f}" cy="{95 - 90 * point.y:.2f}" r="{1.5 + 2.5 * (point.weight / most) ** 0.5:.2f}"'
    )
    return f"<circle {place}><title>{safe(point.name)}: {safe(', '.join(point.told))}</title></circle>"


def _folded(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return f"<details><summary>Numbers</summary>{_table(heads, rows)}</details>"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; on a narrow page each row stands as a block of its own."""
    kind = "stack" if len(heads) > 2 else "pairs today" if heads == NOT_NAMED else "pairs"
    head = "".join(f'<th scope="col">{safe(name)}</th>' for name in heads)
    body = "".join(_tr(heads, row) for row in rows)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _tr(heads: Sequence[str], row: Sequence[str]) -> str:
    cells = "".join(
        f'<td data-head="{safe(name)}"{_LONG if len(cell) > _LONGEST else ""}>{safe(cell)}</td>'
        for name, cell in zip(heads[1:], row[1:], strict=True)
    )
    return f'<tr><th scope="row">{safe(row[0])}</th>{cells}</tr>'
