"""The review as Markdown."""

from __future__ import annotations

import re

from trainer.decks.markings import normal
from trainer.drill.review.findings import Item, Review
from trainer.drill.review.tables import Table, board_table, earlier_table, questions_table
from trainer.drill.review.words import change, day, instead, percent
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
        _table("Teams", board_table(review.teams)),
        _table("Players", board_table(review.players)),
        _table("How sure they were", _sureness(review)),
        _table("Beside earlier drills", earlier_table(review)),
        _table("What was asked", questions_table(review)),
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
        f"Answer: **{esc(item.answer)}**" + (f" ({moved} since the last drill)" if moved else ""),
        f"> {esc(card.source.sentence)}" if card.source else "",
        esc(item.question.source),
        f"Instead: {said}" if (said := instead(item, esc)) else "",
    ]
    return "\n\n".join(line for line in lines if line)


def _sureness(review: Review) -> Table:
    rows = ((f"{line.percent}%", percent(line.right), f"{line.answers}") for line in review.sureness)
    return Table(("Said", "Right", "Answers"), tuple(rows))


def _table(title: str, table: Table) -> str:
    """A table below its title; nothing of one without rows."""
    lines = [table.heads, ["---"] * len(table.heads), *([esc(cell) for cell in row] for row in table.rows)]
    return f"## {title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) if table.rows else ""
