"""Figures drawn with characters, for the terminal and the screens: lines of pieces, each with its part to play."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.stats.cells import Line, Part, Piece, cut, fitted, width_of
from trainer.stats.figures import Bar, Calendar, Columns, Curve, Figure, Shares, Sheet, grouped, level
from trainer.stats.wording import MONTHS, whole

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_SHADES = "·░▒▓█"
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_WEEK = 7
_WIDEST_BAR = 6


def drawn(figure: Figure, width: int, height: int) -> list[Line]:
    """A figure within so many cells; the height is that of columns and curves, the rest takes what it needs."""
    match figure:
        case Columns():
            return _columns(figure, width, height)
        case Shares():
            return _shares(figure, width)
        case Calendar():
            return _calendar(figure, width)
        case Curve():
            return [*_curve(figure, width, height), *table(("", *figure.heads[1:]), figure.rows, width)]
        case Sheet():
            return table(figure.heads if len(figure.heads) > 2 else (), figure.rows, width)


def numbers(figure: Figure, width: int) -> list[Line]:
    """The same in numbers alone."""
    if isinstance(figure, (Sheet, Curve)):
        return drawn(figure, width, 0)
    return table(figure.heads, figure.rows, width)


def _columns(figure: Columns, width: int, height: int) -> list[Line]:
    """Bars that stand; where the days do not fit, a bar a week."""
    margin = len(figure.highest) + 2
    by_week = len(figure.bars) > width - margin
    values = [bar.value for bar in figure.bars]
    sums = grouped(values, -(-len(values) // _WEEK)) if by_week else values
    names = [bar.name for bar in figure.bars[:: _WEEK if by_week else 1]]
    most = whole(max(sums)) if by_week else figure.highest
    room = max(1, (width - len(most) - 2) // len(sums))
    bar_width = min(_WIDEST_BAR, room - 1 if room > 2 else room)
    unit = min(room, bar_width + (room > 2))
    lines = [_standing(sums, row, height, bar_width, unit) for row in reversed(range(height))]
    edge = [most, *[""] * (height - 2), "0"][:height]
    rows = [((f"{label:>{len(most)}} ", Part.NAME), (line, Part.BAR)) for label, line in zip(edge, lines, strict=True)]
    under = " " * (len(most) + 1) + _under(names, unit, width - len(most) - 1)
    told = [((" " * (len(most) + 1) + "a bar a week", Part.NAME),)] if by_week else []
    return [*rows, ((under, Part.NAME),), *told]


def _standing(values: Sequence[float], row: int, height: int, bar_width: int, unit: int) -> str:
    """One row of cells through all bars, 0 the lowest; what is more than nothing shows."""
    highest = max(values) or 1.0
    eighths = [max(1, round(value / highest * height * 8)) if value > 0 else 0 for value in values]
    return "".join((_EIGHTHS[min(8, max(0, part - row * 8))] * bar_width).ljust(unit) for part in eighths).rstrip()


def _under(names: Sequence[str], unit: int, width: int) -> str:
    """Names under their bars, as many as have room."""
    line = ""
    for place, name in enumerate(names):
        at = place * unit
        if (not line or at > len(line) + 1) and at + len(name) <= width:
            line = line.ljust(at) + name
    return line


def _shares(figure: Shares, width: int) -> list[Line]:
    """Bars that lie, each after its name and before its numbers; under its name where that is too tight."""
    told_width = max(width_of(bar.told) for bar in figure.bars)
    name_width = min(max(width_of(bar.name) for bar in figure.bars), max(8, width // 3))
    room = width - name_width - told_width - 4
    if room < 8:
        return [line for bar in figure.bars for line in _share_below(bar, width)]
    return [
        (
            (fitted(bar.name, name_width) + "  ", Part.TEXT),
            (_lying(bar.value, room), Part.BAR),
            (f"  {bar.told}", Part.NAME),
        )
        for bar in figure.bars
    ]


def _share_below(bar: Bar, width: int) -> list[Line]:
    return [
        ((cut(bar.name, width), Part.TEXT),),
        ((_lying(bar.value, max(1, width - width_of(bar.told) - 2)), Part.BAR), (f"  {bar.told}", Part.NAME)),
    ]


def _lying(value: float, room: int) -> str:
    """A bar of a share of the room, filled up with dots."""
    cells = round(min(1.0, max(0.0, value)) * room)
    return "━" * cells + "·" * (room - cells)


def _calendar(figure: Calendar, width: int) -> list[Line]:
    """A row for each weekday; the last weeks that fit."""
    each = 2 if width >= 4 + 2 * len(figure.weeks) else 1
    weeks = figure.weeks[-max(1, (width - 4) // each) :]
    highest = figure.highest
    rows: list[Line] = [((_months(weeks, each)[:width], Part.NAME),)]
    for weekday in range(7):
        cells = "".join(
            (_SHADES[level(bar.value, highest, 4)] if (bar := week[weekday]) else " ") * each for week in weeks
        )
        rows.append(((f"{_WEEKDAYS[weekday]:<4}", Part.NAME), (cells, Part.BAR)))
    key = f"    {_SHADES[0]} none  {_SHADES[1]} few  {_SHADES[4]} up to {whole(highest)}"
    return [*rows, ((cut(key, width), Part.NAME),)]


def _months(weeks: Sequence[Sequence[Bar | None]], each: int) -> str:
    """The names of months over the first week that begins in them."""
    starts = [
        (4 + place * each, week[0].name[5:7])
        for place, week in enumerate(weeks)
        if week[0] and (place == 0 or week[0].name[5:7] != (weeks[place - 1][0] or week[0]).name[5:7])
    ]
    if len(starts) > 1 and starts[1][0] - starts[0][0] < 4:
        del starts[0]
    line = ""
    for at, month in starts:
        if at >= len(line):
            line = line.ljust(at) + MONTHS[int(month) - 1] + " "
    return line.rstrip()


def _curve(figure: Curve, width: int, height: int) -> list[Line]:
    """Points against the diagonal on which saying and being agree."""
    if height < 4:
        return []
    low = 0.0 if any(min(point.x, point.y) < 0.5 for point in figure.points) else 0.5
    across = min(width - 6, 4 * height)
    grid = [[" "] * across for _ in range(height)]

    def put(x: float, y: float, mark: str) -> None:
        column, row = (round((value - low) / (1 - low) * (size - 1)) for value, size in ((x, across), (y, height)))
        grid[height - 1 - row][column] = mark

    for column in range(across):
        share = low + (1 - low) * column / (across - 1)
        put(share, share, "·")
    for point in figure.points:
        put(point.x, point.y, "●")
    edge = ["100 %", *[""] * (height - 2), f"{low * 100:.0f} %"]
    rows: list[Line] = [
        ((f"{label:>5} ", Part.NAME), ("".join(cells).rstrip(), Part.BAR))
        for label, cells in zip(edge, grid, strict=True)
    ]
    return [*rows, ((" " * 6 + cut("→ how sure, ↑ how often right", width - 6), Part.NAME),)]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[Line]:
    """Rows under their heads, the first column cut to fit; one below the other where that leaves it no room."""
    if not rows:
        return []
    if len(rows[0]) > 2:
        rows = [(row[0], *(cut(cell, max(24, width // 4)) for cell in row[1:])) for row in rows]
    whole_rows = [heads, *rows] if heads else list(rows)
    widths = [max(width_of(row[place]) for row in whole_rows) for place in range(len(rows[0]))]
    first = width - sum(widths[1:]) - 2 * len(widths[1:])
    if first < min(12, widths[0]):
        return [line for row in rows for line in _stacked(heads, row, width)]
    widths[0] = min(widths[0], first)
    lines = [_row(row, widths, Part.TEXT) for row in rows]
    return [_row(heads, widths, Part.NAME), *lines] if heads else lines


def _row(row: Sequence[str], widths: Sequence[int], part: Part) -> Line:
    """Cells in their columns: words to the left, where all others stand to the right."""
    if len(row) == 2:
        return ((fitted(row[0], widths[0]) + "  ", Part.NAME), (row[1], part))
    cells = [fitted(row[0], widths[0])]
    cells += [" " * (size - width_of(cell)) + cell for cell, size in zip(row[1:], widths[1:], strict=True)]
    return (("  ".join(cells), part),)


def _stacked(heads: Sequence[str], row: Sequence[str], width: int) -> list[Line]:
    names = heads[1:] if len(row) > 2 and heads else [""] * (len(row) - 1)
    lines: list[Line] = [((cut(row[0], width), Part.TEXT if len(row) > 2 else Part.NAME),)]
    for name, cell in zip(names, row[1:], strict=True):
        pieces: tuple[Piece, ...] = ((f"  {name}  " if name else "  ", Part.NAME), (cell, Part.TEXT))
        lines.append((pieces[0], (cut(cell, max(1, width - width_of(pieces[0][0]))), Part.TEXT)))
    return lines
