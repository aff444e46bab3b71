"""Drafts on which approval is tried."""

from __future__ import annotations

from pathlib import Path

from trainer.approval import Approval, Draft, Table
from trainer.approval.draft import draft_of
from trainer.approval.log import DraftLog
from trainer.briefs.brief import Brief, Passage
from trainer.cards import Card, Kind, Source

LIMA = "The Lima Accord was signed on 3 May 2024 by Peru and Chile. It lapses in 2030."
TRUCKS = "UNICEF sent at least 25 trucks to Lima, the city council said."


def brief(name: str = "peru", marking: str = "TLP:GREEN") -> Brief:
    return Brief(
        name, f"Floods in {name}", (Passage(1, LIMA, heading="What was agreed"), Passage(2, TRUCKS)), marking=marking,
        file=f"{name}.md", sha256="ab" * 32,
    )  # fmt: skip


def cards(name: str = "peru") -> tuple[Card, ...]:
    """Three cards of a brief: a date, a number, a cloze."""
    signed, sent = LIMA[:59], TRUCKS
    return (
        Card(f"{name}-1", f"On what date was the Lima Accord on {name} signed?", "May 3, 2024", kind=Kind.WHEN,
             accepted=("3 May 2024",), distractors=("May 4, 2024", "May 5, 2024", "May 6, 2024"), as_of="2024-05-03",
             origin="rules 1", source=Source(name, signed, 1, (30, 40))),
        Card(f"{name}-2", "According to the Lima city council, at least how many trucks did UNICEF send?", "25",
             kind=Kind.HOW_MANY, attribution="the city council", origin="rules 1",
             source=Source(name, sent, 2, (21, 23))),
        Card(f"{name}-3", "[...] sent trucks to Lima in 2024.", "UNICEF", kind=Kind.CLOZE, origin="rules 1",
             source=Source(name, sent, 2, (0, 6))),
    )  # fmt: skip


class Clock:
    """A clock that counts the times it was asked."""

    def __init__(self) -> None:
        self.now = 1_000

    def __call__(self) -> int:
        self.now += 1
        return self.now


def table(*names: str, deck: Path = Path("deck.toml"), again: bool = False, pick=tuple, proposed=cards) -> Table:
    """A table over the briefs of those names, as the logs leave it."""
    drafts: list[Draft] = []
    logs = [DraftLog(deck, brief(name)) for name in names or ("peru",)]
    pasts = [log.past()[0] for log in logs]
    for name, past in zip(names or ("peru",), pasts, strict=True):
        new = frozenset(card.id for card in proposed(name))
        drafts.append(draft_of(brief(name), "TLP:GREEN", proposed(name), past, new=new, again=again, pick=pick))
    return Table(drafts, logs, pasts, Clock())


def states(approval: Approval) -> list[str]:
    return [approval.state_at(place) for place in range(len(approval.cards))]
