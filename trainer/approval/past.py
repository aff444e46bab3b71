"""What a draft's log comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.approval.entries import Accept, Close, Edit, Entry, Key, Refuse, Save, Undo, Verdict


@dataclass(frozen=True, slots=True)
class Past:
    """What was decided about one brief's cards for one deck."""

    open: tuple[Verdict, ...] = ()
    """What is decided and not yet done with, in order."""
    refused: frozenset[Key] = frozenset()
    """What was refused in drafts that were closed."""
    last_ms: int = 0
    """When the last gesture was made, in Unix milliseconds; 0 if there was none."""

    @property
    def decided(self) -> frozenset[Key]:
        """The cards with a decision that is not yet done with."""
        return frozenset(key for verdict in self.open for key in keys_of(verdict))


def past_of(entries: Iterable[Entry]) -> Past:
    """The log's lines, replayed."""
    verdicts: list[Verdict] = []
    refused: frozenset[Key] = frozenset()
    last_ms = 0
    for entry in entries:
        last_ms = max(last_ms, entry.at)
        match entry:
            case Accept() | Edit() | Refuse():
                verdicts.append(entry)
            case Undo():
                verdicts = [verdict for verdict in verdicts if verdict.at != entry.of]
            case Save():
                verdicts = _unsaved(verdicts)
            case Close():
                final = _final(verdicts)
                refused = (refused - final.keys()) | {key for key, last in final.items() if isinstance(last, Refuse)}
                verdicts = []
    return Past(tuple(verdicts), refused, last_ms)


def keys_of(verdict: Verdict) -> tuple[Key, ...]:
    """The cards that a verdict is about."""
    return verdict.cards if isinstance(verdict, Accept) else (verdict.card,)


def _final(verdicts: Iterable[Verdict]) -> dict[Key, Verdict]:
    """The last word on each card."""
    return {key: verdict for verdict in verdicts for key in keys_of(verdict)}


def _unsaved(verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts on the cards that were last refused: those accepted are in the deck and done with."""
    final = _final(verdicts)
    return [verdict for verdict in verdicts if isinstance(verdict, Refuse) and final[verdict.card] is verdict]
