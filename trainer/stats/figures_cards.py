"""Figures of the cards as they stand: how well they are remembered, and which are the hardest."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.cards.leads import in_a_row
from trainer.stats.figures import Bar, Columns, Sheet
from trainer.stats.memories import STABILITY_DAYS
from trainer.stats.numbers import Hard, Stats
from trainer.stats.wording import percent, whole
from trainer.text import counted, one_line

_NAMES = ("< 1 d", "1 d", "3 d", "1 wk", "2 wk", "1 mo", "2 mo", "3 mo", "6 mo", "1 y", "2 y")
"""Where the bands of stability begin, in few characters."""


def stability(stats: Stats) -> Columns | None:
    """How long cards last."""
    counts = stats.memories.stability
    half = _half(counts)
    says = f"Days until recall falls to 90 %; half the cards last {half_of(half)}."
    return _columns("Stability", says, ("from", "cards"), dict(zip(range(len(_NAMES)), _NAMES, strict=True)), counts)


def half_of(band: int) -> str:
    """What at least half the cards reach, in words."""
    return "less than a day" if band == 0 else f"{counted(STABILITY_DAYS[band], 'day')} or longer"


def difficulty(stats: Stats) -> Columns | None:
    """How hard cards are."""
    counts = stats.memories.difficulty
    mean = sum(value * count for value, count in counts.items()) / max(1, sum(counts.values()))
    says = f"From 1, easy, to 10, hard; {mean:.1f} on average."
    return _columns("Difficulty", says, ("difficulty", "cards"), {value: str(value) for value in range(1, 11)}, counts)


def recall(stats: Stats) -> Columns | None:
    """How likely cards are to be recalled today."""
    names = {tens: f"{tens * 10} %" for tens in range(10)}
    says = f"The chance that each card met would be recalled today; {percent(stats.known.recall)} on average."
    return _columns("Retrievability", says, ("from", "cards"), names, stats.memories.recall)


def _columns(
    title: str, says: str, heads: tuple[str, str], names: Mapping[int, str], counts: Mapping[int, int]
) -> Columns | None:
    if not sum(counts.values()):
        return None
    bars = tuple(Bar(name, counts.get(key, 0), whole(counts.get(key, 0))) for key, name in names.items())
    return Columns(title, says, heads, bars, whole(max(counts.values())))


def _half(counts: Mapping[int, int]) -> int:
    """The highest band that at least half the cards reach."""
    total, seen = sum(counts.values()), 0
    for band in sorted(counts, reverse=True):
        seen += counts[band]
        if 2 * seen >= total:
            return band
    return 0


def hardest(stats: Stats) -> Sheet | None:
    """The cards that are hardest to keep."""
    if not stats.hard:
        return None
    says = "Forgotten most often; a leech should be rewritten."
    heads = ("question", "lapses", "difficulty", "stands")
    return Sheet("Hardest cards", says, heads, tuple(map(_row, stats.hard)))


def _row(hard: Hard) -> tuple[str, ...]:
    stands = [name for name, is_so in (("leech", hard.leech), ("suspended", hard.suspended)) if is_so]
    lasts = f"{hard.stability:.0f} d" if hard.stability >= 1 else "< 1 d"
    return (
        one_line(in_a_row(hard.card.question)),
        str(hard.lapses),
        f"{hard.difficulty:.1f}",
        ", ".join(stands) or f"lasts {lasts}",
    )
