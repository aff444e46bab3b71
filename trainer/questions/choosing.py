"""Of the ways to ask for one thing the one that a reader keeps soonest; none where most readers would refuse it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trainer.cards.card import Card
from trainer.cards.critique import Breach
from trainer.errors import Finding
from trainer.language.reading import Reading
from trainer.questions.distinct import Pair
from trainer.questions.draft import Draft
from trainer.questions.inquire import Ways
from trainer.questions.keeping import Opinion, Opinions, Reader, refusal
from trainer.questions.scrutiny import breach_of

MOST_WAYS = 4
"""Ways to ask for one answer that a reader is asked about."""
LIKELY_ENOUGH = 0.8
"""How likely the first way has to be kept for the others not to be looked at."""
FAR_SOONER = 2.0
"""How many times as great the odds for another way have to be as those for the first."""


@dataclass(slots=True)
class _Trial:
    """The ways to ask for one answer, looked at as far as they are wanted."""

    ways: Iterator[Draft]
    """Those not looked at yet."""
    passing: dict[str, Pair] = field(default_factory=dict)
    """Those that break no rule, by their question."""
    broken: Finding | None = None
    """Which rule the first way that broke one broke."""
    sentences: set[str] = field(default_factory=set)
    """Those that the ways were made from."""

    def look(self, reading: Reading, made: Callable[[Draft], Pair], most: int) -> None:
        """Look at further ways until so many have passed."""
        while len(self.passing) < most and (draft := next(self.ways, None)) is not None:
            self.sentences.add(draft.fact.provenance.sentence)
            draft, card = made(draft)
            breach = breach_of(reading, draft, card) if draft.question not in self.passing else None
            if breach is None:
                self.passing.setdefault(draft.question, (draft, card))
            elif self.broken is None:
                self.broken = _dropped(card, breach)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen among the ways to ask for each answer."""

    kept: list[Pair]
    """The ways taken."""
    dropped: list[Finding]
    """Why, where none was."""
    opinions: Opinions
    """What is thought of each card that was looked at."""
    sentences: frozenset[str]
    """The sentences that some way to ask was made from."""


def chosen(reading: Reading, inquiries: Iterable[Ways], made: Callable[[Draft], Pair], reader: Reader) -> Choice:
    """For each answer the way that is taken, or why none is.

    The first way that breaks no rule is taken, for it is the plainest, or another that the reader keeps far sooner.
    """
    trials = [_Trial(iter(ways)) for ways in inquiries]
    found: dict[tuple[str, str], Opinion] = {}
    for most in (1, MOST_WAYS):
        unsure = [trial for trial in trials if most == 1 or _is_unsure(trial, found)]
        for trial in unsure:
            trial.look(reading, made, most)
        cards = [card for trial in unsure for _, card in trial.passing.values() if _key(card) not in found]
        told = zip(cards, reader(cards, reading.brief.title), strict=True)
        found |= {_key(card): one for card, one in told}
    kept, dropped = [], []
    for trial in trials:
        best = _best(list(trial.passing.values()), found) if trial.passing else None
        breach = _refused(best, found) if best is not None else None
        if best is not None and breach is None:
            kept.append(best)
        elif best is not None and breach is not None:
            dropped.append(_dropped(best[1], breach))
        elif trial.broken is not None:
            dropped.append(trial.broken)
    return Choice(kept, dropped, found, frozenset(sentence for trial in trials for sentence in trial.sentences))


def _is_unsure(trial: _Trial, found: Opinions) -> bool:
    """Whether the first way to pass is refused, or leaves it open that another is kept far sooner."""
    first = list(trial.passing.values())[:1]
    return any(found[_key(pair[1])].kept < LIKELY_ENOUGH or _refused(pair, found) is not None for pair in first)


def _refused(pair: Pair, found: Opinions) -> Breach | None:
    """Why most readers would refuse a way to ask; None for any other."""
    draft, card = pair
    return refusal(found[_key(card)], leaning=draft.leaning, as_written=draft.as_written)


def _key(card: Card) -> tuple[str, str]:
    """By what a reader's word on a card is kept."""
    return card.question, card.answer


def _dropped(card: Card, breach: Breach) -> Finding:
    """That a card is left out, and why."""
    return Finding(f"card {card.id}", f"dropped by {breach.rule}: {breach.reason} ({card.question})")


def _best(passing: Sequence[Pair], found: Opinions) -> Pair:
    """The first way that is not refused, or the likeliest of the others where the odds for it are far greater."""
    sound = [pair for pair in passing if _refused(pair, found) is None]
    first, *others = sound or passing
    other = max(others, key=lambda pair: found[_key(pair[1])].kept, default=first)
    plain, better = (found[_key(card)].kept for _, card in (first, other))
    return other if better * (1 - plain) > FAR_SOONER * plain * (1 - better) else first
