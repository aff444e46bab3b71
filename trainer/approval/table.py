"""Where an approval is carried out: each step is on the disk before the approval goes on."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress

from trainer.approval.approval import Approval, resumed
from trainer.approval.decision import Accepted, Decision, Refused, Step
from trainer.approval.draft import Draft, decisions_of
from trainer.approval.entries import Accept, Close, Edit, Refuse, Save, Undo, Verdict, key_of
from trainer.approval.log import DraftLog
from trainer.approval.past import Past
from trainer.cards import Card
from trainer.cards.words import Words
from trainer.errors import NotSaved


def clock_ms() -> int:
    """Unix milliseconds now."""
    return time.time_ns() // 1_000_000


class Table:
    """Some drafts and their logs, in the same order."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        logs: Sequence[DraftLog],
        pasts: Sequence[Past],
        clock: Callable[[], int] = clock_ms,
    ) -> None:
        self._logs = tuple(logs)
        self._clock = clock
        self._last_ms = max((past.last_ms for past in pasts), default=0)
        self.start = resumed(drafts, _steps(drafts, pasts))
        """Where the logs leave the approval."""

    def decide(self, approval: Approval, *decisions: tuple[int, Decision]) -> Approval:
        """The approval after one gesture. Raises NotSaved; the approval given is then still the one to show.

        What is decided so already is not decided once more.
        """
        decisions = tuple(new for new in decisions if approval.decisions.get(new[0]) != new[1])
        if not decisions:
            return approval.to_undecided(approval.place)
        step = Step(self._now(), decisions)
        by_log: dict[int, list[tuple[int, Decision]]] = defaultdict(list)
        for place, decision in decisions:
            by_log[approval.number_at(place)].append((place, decision))
        written: list[int] = []
        for number, own in by_log.items():
            try:
                self._logs[number].add(_verdict(approval, step.at_ms, own))
            except NotSaved:
                self._take_back(written, step)
                raise
            written.append(number)
        return approval.after(step)

    def undo(self, approval: Approval) -> Approval:
        """The approval before its last step. Raises NotSaved; the approval given is then still the one to show."""
        if not approval.history:
            return approval
        last = approval.history[-1]
        for number in sorted({approval.number_at(place) for place, _ in last.decisions}):
            self._logs[number].add(Undo(at=self._now(), of=last.at_ms))
        return approval.before_last()

    def done(self, approval: Approval, number: int) -> None:
        """Put on record that a draft's accepted cards are in the deck; and that it is closed, if all is decided.

        Raises NotSaved; what is in the deck is then found there the next time.
        """
        if any(place in approval.decisions for place in approval.places_of(number)):
            end = Save if approval.left_of(number) else Close
            self._logs[number].add(end(at=self._now()))

    def _now(self) -> int:
        self._last_ms = max(self._clock(), self._last_ms + 1)
        return self._last_ms

    def _take_back(self, numbers: Sequence[int], step: Step) -> None:
        for number in numbers:
            with suppress(NotSaved):
                self._logs[number].add(Undo(at=self._now(), of=step.at_ms))


def _verdict(approval: Approval, at_ms: int, decisions: Sequence[tuple[int, Decision]]) -> Verdict:
    """One gesture on a draft's cards as a line of its log."""
    place, decision = decisions[0]
    key = key_of(approval.cards[place])
    match decision:
        case Refused(reason, note):
            return Refuse(at=at_ms, card=key, reason=reason, note=note)
        case Accepted(card) if card != approval.cards[place]:
            return _edit(at_ms, approval.cards[place], card)
        case _:
            return Accept(at=at_ms, cards=tuple(key_of(approval.cards[place]) for place, _ in decisions))


def _edit(at_ms: int, proposed: Card, card: Card) -> Edit:
    words = Words.of(card)
    return Edit(
        at=at_ms,
        card=key_of(proposed),
        question=words.question,
        answer=words.answer,
        accepted=words.accepted,
        as_of=words.as_of,
        attribution=words.attribution,
        distractors=words.distractors,
    )


def _steps(drafts: Sequence[Draft], pasts: Sequence[Past]) -> list[Step]:
    """The steps that the logs remember, on the cards that are proposed now; lines of one moment are one step."""
    steps: dict[int, list[tuple[int, Decision]]] = defaultdict(list)
    first = 0
    for draft, past in zip(drafts, pasts, strict=True):
        cards = dict(enumerate(draft.cards, first))
        places = {key_of(card): place for place, card in cards.items()}
        for verdict in past.open:
            steps[verdict.at] += decisions_of(verdict, places, cards)
        first += len(draft.cards)
    return [Step(at_ms, tuple(decisions)) for at_ms, decisions in steps.items()]
