"""HTML from text: everything that was not written here is cleaned and escaped."""

from __future__ import annotations

import html

from trainer.text import clean


def esc(text: object) -> str:
    """Text as it may stand in an element or an attribute."""
    return html.escape(clean(str(text)), quote=True)


def foreign(text: str, tag: str = "span", attributes: str = "") -> str:
    """An element that holds text in whatever direction its language is written."""
    return f'<{tag}{f" {attributes}" if attributes else ""} dir="auto">{esc(text)}</{tag}>'


def lines(*parts: str) -> str:
    """The parts that are there, one a line."""
    return "\n".join(part for part in parts if part)
