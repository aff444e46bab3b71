"""The review as one HTML page that needs nothing else: no script, no picture, no font from anywhere."""

from __future__ import annotations

from trainer.decks.markings import normal
from trainer.drill.page.markup import esc, foreign, lines
from trainer.drill.review.findings import Item, Review
from trainer.drill.review.plots import known_bars, sure_and_right
from trainer.drill.review.tables import Table, board_table, earlier_table, questions_table
from trainer.drill.review.words import change, day, instead, percent
from trainer.text import counted

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 0 1rem 2rem;
  color: #15181c; background: #fff; overflow-wrap: anywhere; }
.marking { background: #000; color: #fff; font-weight: 700; text-align: center; margin: 0 -1rem; padding: .25rem; }
h2 { margin: 2rem 0 .5rem; border-bottom: 1px solid #6b7480; }
h3 { margin: 1.5rem 0 .25rem; }
blockquote { margin: .25rem 0; padding: .5rem 1rem; border-inline-start: 4px solid #6b7480; background: #eef1f4; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #6b7480;
  overflow-wrap: break-word; }
svg { max-width: 100%; height: auto; }
svg text { font: 14px system-ui, sans-serif; fill: #15181c; }
.all { fill: #eef1f4; stroke: #6b7480; } .known { fill: #0b4f8a; } .tick { stroke: #9c1c1c; stroke-width: 3; }
.even { stroke: #6b7480; stroke-dasharray: 5 4; } .dot { fill: #0b4f8a; fill-opacity: .8; }
@media (prefers-color-scheme: dark) { body { color: #f2f4f6; background: #14171b; }
  blockquote { background: #23282e; } svg text { fill: #f2f4f6; } .all { fill: #23282e; }
  .known, .dot { fill: #9ccaf5; }
  .tick { stroke: #ff9d9d; } }
@media print { body { max-width: none; } h3 { break-after: avoid; } }
"""


def format_page(review: Review) -> str:
    """The whole review as a page, between its markings."""
    banner = f'<p class="marking">{esc(normal(review.marking))}</p>' if review.marking else ""
    title = f"After-action review: {review.title}"
    return lines(
        "<!doctype html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{esc(title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<style>{_STYLE}</style></head><body>{banner}<main>",
        f'<h1 dir="auto">{esc(title)}</h1>',
        _summary(review),
        _worst(review),
        _plots(review),
        _table("Teams", board_table(review.teams)),
        _table("Players", board_table(review.players)),
        _table("Beside earlier drills", earlier_table(review)),
        _table("What was asked", questions_table(review)),
        f"</main><footer>{banner}</footer></body></html>",
        "",
    )


def _summary(review: Review) -> str:
    red = " TLP:RED was let onto the network by the host." if review.red_allowed else ""
    brier = f" Brier score {review.brier:.3f} (0 is best)." if review.brier is not None else ""
    return (
        f"<p>{esc(day(review.at_ms))}. {counted(len(review.items), 'question')}, "
        f"{counted(len(review.players), 'player')}, "
        f"{percent(review.known)} known. Scored by {esc(review.scoring)}.{brier}{red} "
        f"Drill {foreign(review.drill)}.</p>"
    )


def _worst(review: Review) -> str:
    if not review.items:
        return "<p>No question was closed.</p>"
    misses = "".join(_miss(item) for item in review.worst) or "<p>Nothing: all of it was known by all.</p>"
    return f"<h2>What the team misses</h2>{misses}"


def _miss(item: Item) -> str:
    card = item.question.card
    moved = change(item.known, item.before)
    where = item.question.source
    said = instead(item, foreign)
    return lines(
        f"<h3>{percent(item.known)} knew: {foreign(item.question.prompt)}</h3>",
        f"<p>Answer: {foreign(item.answer, 'strong')}{f' ({moved} since the last drill)' if moved else ''}</p>",
        foreign(card.source.sentence, "blockquote") if card.source else "",
        foreign(where, "p") if where else "",
        f"<p>Instead: {said}</p>" if said else "",
    )


def _plots(review: Review) -> str:
    bars, sure = known_bars(review.items), sure_and_right(review.sureness)
    ticks = any(item.before is not None for item in review.items)
    tick = "<p>A tick marks how much was known in the last drill that asked it.</p>" if ticks else ""
    below = "<p>Below the line they were surer than right. The larger a dot, the more answers it stands for.</p>"
    return lines(
        f"<h2>How much was known</h2>{bars}{tick}" if bars else "",
        f"<h2>How sure they were</h2>{sure}{below}" if sure else "",
    )


def _table(title: str, table: Table) -> str:
    """A table below its title; nothing of one without rows."""
    if not table.rows:
        return ""
    head = "".join(f'<th scope="col">{esc(text)}</th>' for text in table.heads)
    body = "".join(f"<tr>{''.join(f'<td>{foreign(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    inside = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<h2>{esc(title)}</h2><div class="wide"><table>{inside}</table></div>'
