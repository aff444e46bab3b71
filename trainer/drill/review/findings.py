"""What came of a drill: a value that every form of the report is written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.drill.question import Question
from trainer.drill.scoreboard import Standing, players_board, shown_name, teams_board
from trainer.drill.scoring import Scored, brier, credit_of, right_answer, scored
from trainer.drill.spread import Share, spread
from trainer.drill.state import Answer, Drill, Player, Round


@dataclass(frozen=True, slots=True)
class Said:
    """What one player said to one question."""

    player: str
    """As the player is called in the report."""
    team: str
    given: str
    """Empty for no answer."""
    credit: float
    """The share of the question that it earned."""
    points: int
    taken_s: float | None
    """From the opening; None for no answer."""
    confidence: int | None
    """In percent."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question, and what came of it."""

    number: int
    """From 1."""
    question: Question
    answer: str
    """What is right."""
    void: bool
    """Whether it was taken out of the score."""
    known: float | None
    """The share of it that those who could answer it knew; None if nobody could, or if it is void."""
    before: float | None
    """The share in the latest earlier drill that asked it; None if none did."""
    shares: tuple[Share, ...]
    """What was answered, and by how many."""
    said: tuple[Said, ...]
    """Player by player, those who were there."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """How often answers were right of those given with one confidence."""

    percent: int
    """The confidence."""
    answers: int
    right: float
    """The share that was right."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A drill before this one that asked some of the same."""

    drill: str
    at_ms: int
    asked_again: int
    """How many of this drill's questions it asked."""
    known: float
    """The share of those that was known then."""
    known_now: float
    """The share of the same that is known now."""


@dataclass(frozen=True, slots=True)
class Review:
    """What came of a drill."""

    drill: str
    title: str
    at_ms: int
    """When it was made, Unix milliseconds."""
    marking: str
    red_allowed: bool
    """Whether TLP:RED was let onto the network."""
    scoring: str
    anonymous: bool
    items: tuple[Item, ...]
    """In the order asked."""
    players: tuple[Standing, ...]
    teams: tuple[Standing, ...]
    sureness: tuple[Sureness, ...]
    """By confidence, if it was asked."""
    brier: float | None
    """Over all answers; 0 is best."""
    earlier: tuple[Earlier, ...]
    """The latest first."""

    @property
    def known(self) -> float | None:
        """The share of everything asked that was known."""
        return mean([item.known for item in self.items if item.known is not None])

    @property
    def worst(self) -> tuple[Item, ...]:
        """What was not known by all, the least known first."""
        missed = [item for item in self.items if item.known is not None and item.known < 1.0]
        return tuple(sorted(missed, key=lambda item: (item.known or 0.0, item.number)))


def review(drill: Drill, earlier: Sequence[Drill] = ()) -> Review:
    """What came of a drill, beside those before it (in any order)."""
    before = sorted((d for d in earlier if d.made.at_ms < drill.made.at_ms), key=lambda d: d.made.at_ms, reverse=True)
    parts = {player.id: scored(drill, player.id) for player in drill.playing}
    everything = [part for own in parts.values() for part in own]
    made = drill.made
    return Review(
        made.drill,
        made.title,
        made.at_ms,
        marking=made.marking,
        red_allowed=made.red_allowed,
        scoring=made.rules.scoring.value,
        anonymous=made.rules.anonymous,
        items=tuple(_item(drill, done, before, parts) for done in drill.rounds if done.closed_at_ms is not None),
        players=tuple(players_board(drill)),
        teams=tuple(teams_board(drill)),
        sureness=_sureness(everything),
        brier=brier(everything),
        earlier=tuple(found for other in before if (found := _compared(drill, other))),
    )


def knew(drill: Drill, done: Round) -> float | None:
    """The share of a question that those who were there knew; None if nobody was, or if it is void."""
    there = present(drill, done)
    if done.void or not there:
        return None
    return mean([credit_of(done, done.answers.get(player.id)) for player in there])


def present(drill: Drill, done: Round) -> list[Player]:
    """Who could have answered a question: came before its close, and was not sent out."""
    closed_ms = done.closed_at_ms or 0
    return [player for player in drill.playing if player.joined_at_ms <= closed_ms]


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean; None of nothing."""
    return sum(values) / len(values) if values else None


def _item(drill: Drill, done: Round, before: Sequence[Drill], parts: dict[str, list[Scored]]) -> Item:
    question = drill.made.questions[done.question]
    said = tuple(_said(drill, done, player, parts[player.id]) for player in present(drill, done))
    return Item(
        done.question + 1,
        question,
        right_answer(question),
        void=done.void,
        known=knew(drill, done),
        before=next((share for other in before if (share := _known_in(other, question)) is not None), None),
        shares=tuple(spread(drill, done)),
        said=said,
    )


def _said(drill: Drill, done: Round, player: Player, parts: Sequence[Scored]) -> Said:
    answer: Answer | None = done.answers.get(player.id)
    points = next((part.points for part in parts if part.question == done.question), 0)
    return Said(
        shown_name(drill, player),
        player.team,
        given=answer.given if answer else "",
        credit=credit_of(done, answer),
        points=points,
        taken_s=answer.taken_ms / 1000 if answer else None,
        confidence=answer.confidence if answer else None,
    )


def _known_in(drill: Drill, question: Question) -> float | None:
    """The share of a question that was known in a drill; None if it was not asked there."""
    for done in drill.rounds:
        asked = drill.made.questions[done.question]
        if done.closed_at_ms is not None and (asked.deck, asked.card.id) == (question.deck, question.card.id):
            return knew(drill, done)
    return None


def _compared(drill: Drill, other: Drill) -> Earlier | None:
    """An earlier drill beside this one over the questions that both asked; None if there are none."""
    pairs = [
        (then, now)
        for done in drill.rounds
        if (now := knew(drill, done)) is not None
        if (then := _known_in(other, drill.made.questions[done.question])) is not None
    ]
    if not pairs:
        return None
    then, now = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    return Earlier(other.made.drill, other.made.at_ms, len(pairs), then, now)


def _sureness(parts: Sequence[Scored]) -> tuple[Sureness, ...]:
    by_percent: dict[int, list[bool]] = {}
    for part in parts:
        if part.answer and part.answer.confidence is not None:
            by_percent.setdefault(part.answer.confidence, []).append(part.credit >= 1.0)
    return tuple(
        Sureness(percent, len(rights), sum(rights) / len(rights)) for percent, rights in sorted(by_percent.items())
    )
