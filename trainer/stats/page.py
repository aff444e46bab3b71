"""Stats as one page that needs nothing else: no script, no font, no picture, no network."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator, Sequence

from trainer.decks.markings import COLOURS, TLP, highest, normal
from trainer.stats.choose import figures
from trainer.stats.figures_ahead import headline
from trainer.stats.numbers import Stats
from trainer.stats.page_figures import figure_html, safe

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_page(each: Sequence[Stats]) -> str:
    """Every figure of every deck; those of all together first where there are several."""
    marking = normal(highest(stats.marking for stats in each))
    banner = _banner(marking)
    title = safe(headline(each[0]))
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{title}</title>",
        f"<style>\n{_style()}{_on_each_sheet(marking)}</style></head>",
        f"<body>{banner}<main><h1>{title}</h1>",
        *_contents(each),
        *(line for place, stats in enumerate(each) for line in _section(place, stats)),
        f"</main>{banner}</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _style() -> str:
    return importlib.resources.files("trainer.stats").joinpath("page.css").read_text("utf-8")


def _banner(marking: str) -> str:
    if not marking:
        return ""
    colour = f' style="color:{COLOURS[marking]}"' if marking in COLOURS else ""
    return f'<div class="marking"{colour}>{safe(marking)}</div>'


def _on_each_sheet(marking: str) -> str:
    """The marking in the margins of every printed sheet."""
    if not marking:
        return ""
    text = marking if marking in TLP else "".join(f"\\{ord(letter):06x}" for letter in safe(marking))
    margins = "".join(f'@{edge}-center {{ content: "{text}"; font-weight: 700; }} ' for edge in ("top", "bottom"))
    return f"@page {{ {margins}}}\n"


def _contents(each: Sequence[Stats]) -> Iterator[str]:
    """A way to each deck, where there are several."""
    if len(each) > 1:
        links = "".join(f'<li><a href="#s{place}">{safe(stats.title)}</a></li>' for place, stats in enumerate(each))
        yield f'<nav aria-label="Decks"><ul>{links}</ul></nav>'


def _section(place: int, stats: Stats) -> Iterator[str]:
    yield f'<section id="s{place}" aria-label="{safe(stats.title)}">'
    if place:
        yield f"<h2>{safe(stats.title)}</h2>"
    yield from map(figure_html, figures(stats))
    yield "</section>"
