"""The review as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from trainer.decks.markings import normal
from trainer.drill.review.findings import Item, Review
from trainer.drill.review.words import QUESTION_HEADS, by_team, change, day, missed_by, percent, source
from trainer.drill.scoreboard import Standing
from trainer.text import one_line

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]()#+!|<>~&^$]|(?<!\w)-|-(?!\w))")
"""A hyphen within a word means nothing, so that dates and the drill's name can be copied."""


def format_markdown(review: Review) -> str:
    """The whole review, between its markings."""
    marking = f"**{esc(normal(review.marking))}**" if review.marking else ""
    parts = [
        marking,
        f"# After-action review: {esc(review.title)}",
        _summary(review),
        _worst(review),
        _board("Teams", review.teams),
        _board("Players", review.players),
        _sureness(review),
        _earlier(review),
        _questions(review),
        marking,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def esc(text: str) -> str:
    """Text that means itself in Markdown, on one line."""
    return _MEANS_SOMETHING.sub(r"\\\1", one_line(text))


def _summary(review: Review) -> str:
    lines = [
        f"- Drill: {esc(review.drill)}, {day(review.at_ms)}",
        f"- Questions: {len(review.items)}; players: {len(review.players)}; known: {percent(review.known)}",
        f"- Scored by {review.scoring}",
    ]
    if review.brier is not None:
        lines.append(f"- Brier score: {review.brier:.3f} (0 is best)")
    if review.red_allowed:
        lines.append("- TLP:RED was let onto the network by the host.")
    return "\n".join(lines)


def _worst(review: Review) -> str:
    if not review.worst:
        return "## What the team misses\n\nNothing: all of it was known by all." if review.items else ""
    return "\n\n".join(["## What the team misses", *(_miss(item) for item in review.worst)])


def _miss(item: Item) -> str:
    card = item.question.card
    moved = change(item.known, item.before)
    lines = [
        f"### {percent(item.known)} knew: {esc(item.question.prompt)}",
        f"Answer: **{esc(item.answer)}**" + (f" ({moved} points since the last drill)" if moved else ""),
        f"> {esc(card.source.sentence)}" if card.source else "",
        esc(source(item.question)),
        _wrong(item),
    ]
    return "\n\n".join(line for line in lines if line)


def _wrong(item: Item) -> str:
    wrong = [f"{esc(share.text)} ({share.count})" for share in item.shares if share.count and share.credit < 1.0]
    silent = sum(not said.given for said in item.said)
    wrong += [f"no answer ({silent})"] if silent else []
    return f"Instead: {', '.join(wrong)}" if wrong else ""


def _board(title: str, lines: Sequence[Standing]) -> str:
    if not lines:
        return ""
    rows = [(f"{line.place}", line.name, f"{line.points}", f"{line.right:.3g} of {line.asked}",
             "" if line.brier is None else f"{line.brier:.3f}") for line in lines]  # fmt: skip
    heads = ("Place", "Name", "Points", "Right", "Brier")
    with_brier = any(line.brier is not None for line in lines)
    return f"## {title}\n\n" + _table(heads if with_brier else heads[:4], [r if with_brier else r[:4] for r in rows])


def _sureness(review: Review) -> str:
    if not review.sureness:
        return ""
    rows = [(f"{line.percent}%", percent(line.right), f"{line.answers}") for line in review.sureness]
    return "## How sure they were\n\n" + _table(("Said", "Right", "Answers"), rows)


def _earlier(review: Review) -> str:
    if not review.earlier:
        return ""
    rows = [
        (line.drill, day(line.at_ms), f"{line.asked_again}", percent(line.known), percent(line.known_now))
        for line in review.earlier
    ]
    return "## Beside earlier drills\n\n" + _table(("Drill", "When", "Asked again", "Known then", "Known now"), rows)


def _questions(review: Review) -> str:
    rows = [
        (f"{item.number}", item.question.prompt, item.answer, "void" if item.void else percent(item.known),
         percent(item.before), by_team(item), missed_by(item, review.anonymous))
        for item in review.items
    ]  # fmt: skip
    return "## What was asked\n\n" + _table(QUESTION_HEADS, rows) if rows else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([esc(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
