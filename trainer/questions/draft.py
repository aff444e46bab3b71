"""A question and its answer before keys, options and checks."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.cards.card import Kind
from trainer.facts.fact import Fact
from trainer.language.names import Sort
from trainer.values.dates import PartialDate
from trainer.values.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Draft:
    """One way to ask one fact."""

    fact: Fact
    """What is asked about."""
    kind: Kind
    """What is asked for."""
    direction: str
    """Which part of the fact is the answer; with the fact and the kind it makes the card's id."""
    question: str
    """The whole question."""
    answer: str
    """As a card shows it."""
    span: tuple[int, int] | None = None
    """The answer's characters in the sentence, if it stands there word for word."""
    sort: Sort | None = None
    """What the answer names."""
    items: tuple[str, ...] = ()
    """The members of a list answer."""
    times: tuple[PartialDate, ...] = ()
    """The dates of a date answer."""
    quantity: Quantity | None = None
    """The number of a how-many answer."""
    counted: str = ""
    """What the number counts."""
    as_of: str = ""
    """ISO date at which the claim held."""
    leaning: float = 0.0
    """How likely a word of the question leans on what only the brief tells: 0 to 1."""
    as_written: bool = False
    """Whether it may keep a noun with `the` of which nothing tells what it means."""
