"""From a collection to its stats, a step at a time: whoever waits can be told how far it is, or give it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Generator, Iterable, Iterator, Mapping, Sequence

from trainer.collection import Collection
from trainer.collection.foresight import outlook
from trainer.decks import Cover
from trainer.decks.markings import highest
from trainer.reviews.tallies import SLICE, Standing, Topic
from trainer.schedule.forecast import FORECAST_DAYS, Forecast
from trainer.schedule.forgetting import Forgetting
from trainer.stats.memories import memories
from trainer.stats.numbers import MOST_NAMED, Hard, Missed, Stats, together
from trainer.stats.tally import Tally
from trainer.study.calibration import Hits, Outcome

OUTLOOK_DAYS = 30
"""How far ahead it is told how much will be known, where no day was named for any deck."""
_MOST_LOOKED_UP = 200
"""Cards of old misses that are looked for, in case that many of them are gone."""


def gathered(collection: Collection, decks: Sequence[Cover] | None = None, then: int | None = None) -> list[Stats]:
    """Each deck's stats, and before them those of all if there are several; `then` is a study day to look ahead to."""
    making = steps(collection, decks, then)
    while True:
        try:
            next(making)
        except StopIteration as end:
            found: list[Stats] = end.value
            return found


def steps(
    collection: Collection, decks: Sequence[Cover] | None = None, then: int | None = None
) -> Generator[float, None, list[Stats]]:
    """As `gathered`, in steps that each give how much is done, 0 to 1; between them others may ask the collection."""
    covers = collection.decks if decks is None else tuple(decks)
    tallies = collection.tallies
    logs = {cover.id: Tally() for cover in covers}
    last = tallies.last()
    slices = -(-last // SLICE)
    for number in range(slices):
        for row in tallies.slice(logs, number * SLICE):
            logs[row[0]].add(row)
        yield (number + 1) / (slices + len(covers))
    ahead = [collection.aim_ahead(cover.id) for cover in covers]
    aims = [aim.day_due if aim else None for aim in ahead]
    usual = min(filter(None, aims), default=collection.now().day + OUTLOOK_DAYS)
    found = []
    for number, (cover, aim) in enumerate(zip(covers, aims, strict=True), 1):
        found.append(_deck(collection, cover, logs[cover.id], then or aim or usual, aim))
        yield (slices + number) / (slices + len(covers))
    if len(found) > 1:
        whole = together(found, "All decks", highest(cover.highest_marking for cover in covers))
        return [whole, *found]
    return found


def _deck(collection: Collection, cover: Cover, tally: Tally, then: int, aim: int | None) -> Stats:
    today, tallies = collection.now().day, collection.tallies
    curve = Forgetting.of(collection.options(cover.id).parameters)
    due = tallies.due(cover.id, today, today + FORECAST_DAYS - 1, (curve.factor, curve.decay))
    topics: dict[str, Topic] = {}
    asked = {card for card, _ in tally.answers}
    remembered = memories(_noting(tallies.standings(cover.id), asked, topics), curve, today, then)
    return Stats(
        id=cover.id,
        title=cover.title,
        marking=cover.highest_marking,
        today=today,
        then=then,
        plan=outlook(collection, cover) if aim else None,
        size=cover.size,
        queues=collection.queues.tally(cover.id),
        counts=collection.counts(cover),
        past=tally.past,
        forecast=Forecast.of(due, today),
        memories=remembered,
        answers=_by_topic(tally.answers, topics),
        ranges=Hits(tally.ranges.total(), tally.ranges[True]),
        briefs={(cover.id, brief.id): brief for brief in cover.briefs},
        hard=_hard(collection, cover),
        missed=_missed(collection, cover, tally),
    )


def _noting(rows: Iterable[Standing], asked: Container[str], topics: dict[str, Topic]) -> Iterator[Standing]:
    """The same rows; the topics of the cards asked for are noted on the way."""
    for row in rows:
        if row[0] in asked:
            topics[row[0]] = row[1]
        yield row


def _by_topic(
    answers: Mapping[tuple[str, Outcome], int], topics: Mapping[str, Topic]
) -> Counter[tuple[Topic | None, Outcome]]:
    found: Counter[tuple[Topic | None, Outcome]] = Counter()
    for (card, outcome), count in answers.items():
        found[topics.get(card), outcome] += count
    return found


def _hard(collection: Collection, cover: Cover) -> tuple[Hard, ...]:
    rows = collection.tallies.hardest(cover.id, MOST_NAMED)
    cards = collection.shelf.some(cover.id, [row[0] for row in rows])
    return tuple(
        Hard(cover.id, cards[card], lapses, difficulty, stability, bool(leech), bool(suspended))
        for card, lapses, difficulty, stability, leech, suspended in rows
        if card in cards
    )


def _missed(collection: Collection, cover: Cover, tally: Tally) -> tuple[Missed, ...]:
    worst = sorted(tally.sure, key=lambda card: (-tally.sure[card].day, -tally.sure[card].confidence, card))
    cards = collection.shelf.some(cover.id, worst[:_MOST_LOOKED_UP])
    found = [Missed(cover.id, cards[card], *tally.sure[card]) for card in worst[:_MOST_LOOKED_UP] if card in cards]
    return tuple(found[:MOST_NAMED])
