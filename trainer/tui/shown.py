"""The one way in which text that we did not write reaches a screen."""

from __future__ import annotations

from textual.content import Content

from trainer.text import clean


def shown(text: str, style: str = "") -> Content:
    """Text as it stands: its brackets are no markup, its escapes are pictures; in one style if given.

    >>> shown("[@click=app.quit]x[/]").plain
    '[@click=app.quit]x[/]'
    """
    return Content.styled(clean(text), style)


def stacked(*parts: Content) -> Content:
    """The parts that say anything, each on lines of its own."""
    return Content("\n").join([part for part in parts if part])
