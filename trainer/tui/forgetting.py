"""The forgetting curve of one card, drawn in characters."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from trainer.schedule.labels import days_label
from trainer.tui.shown import shown

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ROWS = 5
_LABEL = 5  # cells, as in "100% "
_FLOORS = (0.8, 0.5)


def forgetting(recall: Callable[[float], float], now_days: float, due_days: float | None, cells: int) -> Content:
    """Recall in percent over days since the last review, with the present and the due day marked under it.

    `recall` gives the chance of recall after so many days. The scale begins at 80 %, at 50 % or at nothing: as high as
    the curve allows in the time that is drawn.
    """
    most = max(2.0, 1.25 * now_days, 1.5 * (due_days or 0))
    width = max(10, cells - _LABEL)
    values = [recall(most * cell / (width - 1)) for cell in range(width)]
    lowest = next((floor for floor in _FLOORS if min(values) > floor), 0.0)
    rows = [_row(values, row, lowest, _cell(now_days, most, width)) for row in reversed(range(_ROWS))]
    return Content("\n").join([*rows, _marks(now_days, due_days, most, width)])


def _row(values: list[float], row: int, lowest: float, now: int) -> Content:
    """One row of the plot, its scale before it; the past stands out from what is to come."""
    label = {_ROWS - 1: "100%", 0: f"{lowest:.0%}"}.get(row, "")
    filled = [_EIGHTHS[_eighths((value - lowest) / (1 - lowest), row)] for value in values]
    past, future = "".join(filled[: now + 1]), "".join(filled[now + 1 :])
    return shown(f"{label:>4} ", "$foreground-muted") + shown(past, "$primary") + shown(future, "$foreground 40%")


def _eighths(share: float, row: int) -> int:
    """How many eighths of a row's cell are filled where the curve fills this share of the plot."""
    return max(0, min(8, round(share * _ROWS * 8) - row * 8))


def _marks(now_days: float, due_days: float | None, most: float, width: int) -> Content:
    """The days under the plot: the last review, now, and when the card is due."""
    line = [" "] * (width + _LABEL)
    told = [(0.0, "review")]
    if due_days is not None:
        told.append((due_days, f"due {days_label(round(due_days))}"))
    told.append((now_days, "now"))
    for days, words in told:
        at = min(_LABEL + _cell(days, most, width), len(line) - len(words) - 1)
        line[at : at + len(words) + 1] = f"↑{words}"
    return shown("".join(line[: width + _LABEL]).rstrip(), "$foreground-muted")


def _cell(days: float, most: float, width: int) -> int:
    return min(width - 1, round(days / most * (width - 1)))
