"""What the days to come will bring, as the queues stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

FORECAST_DAYS = 90
"""How far it reaches, today included."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Graduated cards by the study day on which they are due."""

    first_day: int = 0
    """Today."""
    overdue: int = 0
    """Cards due before today, which wait too."""
    due: Mapping[int, int] = field(default_factory=dict)
    """Study day to cards due on it, where there are any."""
    lapses: Mapping[int, float] = field(default_factory=dict)
    """Study day to how many of its cards will be forgotten, overdue ones on the first; these come twice that day."""

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int, float]], first_day: int) -> Forecast:
        """From days, cards due and how many of them will be recalled; what is due before the first day is overdue.

        >>> found = Forecast.of([(9, 4, 3.0), (10, 2, 1.8), (12, 1, 0.5)], 10)
        >>> found.overdue, dict(found.due), round(found.lapses[10], 6), found.total
        (4, {10: 2, 12: 1}, 1.2, 7)
        """
        overdue, due, lapses = 0, dict[int, int](), dict[int, float]()
        for day, count, recalled in rows:
            if day < first_day:
                overdue += count
            else:
                due[day] = due.get(day, 0) + count
            met = max(day, first_day)
            lapses[met] = lapses.get(met, 0.0) + count - recalled
        return cls(first_day, overdue, due, lapses)

    @classmethod
    def together(cls, parts: Iterable[Forecast], first_day: int) -> Forecast:
        """What several decks bring from the same day on."""
        overdue, due, lapses = 0, dict[int, int](), dict[int, float]()
        for part in parts:
            overdue += part.overdue
            for day, count in part.due.items():
                due[day] = due.get(day, 0) + count
            for day, forgotten in part.lapses.items():
                lapses[day] = lapses.get(day, 0.0) + forgotten
        return cls(first_day, overdue, due, lapses)

    @property
    def total(self) -> int:
        """Every card that comes within the forecast, overdue ones too."""
        return self.overdue + sum(self.due.values())

    @property
    def days(self) -> list[tuple[int, int]]:
        """Each study day and the cards due on it."""
        return [(day, self.due.get(day, 0)) for day in range(self.first_day, self.first_day + FORECAST_DAYS)]

    @property
    def fullest(self) -> tuple[int, int] | None:
        """The day after today with the most cards and how many; None if there is none."""
        ahead = [(count, -day) for day, count in self.due.items() if day > self.first_day]
        count, day = max(ahead, default=(0, 0))
        return (-day, count) if count else None
