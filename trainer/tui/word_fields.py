"""The words of a card in fields, as the approval screen and the editor have them."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from trainer.cards import Card
from trainer.cards.words import Words
from trainer.text import clean
from trainer.tui.shown import shown

AGAIN = "Save again to keep it as it is."
"""What is said of words that break a rule, when they are saved for the first time."""
DROPS = "These words are not saved: ctrl+s saves them, esc once more drops them."
"""What is said when a form with changed words is left for the first time."""
ONE_A_LINE = "Also right and wrong options: one a line."


def row(label: str, entry: Widget) -> Iterator[Widget]:
    """A field beside its label."""
    yield Container(Static(shown(label), classes="label"), entry, classes="row")


def line(name: str, hint: str = "") -> Input:
    """A field of one line."""
    return Input(id=f"edit-{name}", compact=True, placeholder=clean(hint))


def lines(name: str) -> TextArea:
    """A field of several lines."""
    return TextArea(id=f"edit-{name}", show_line_numbers=False, highlight_cursor_line=False, compact=True)


def date_line() -> Input:
    """The field for the day at which a claim held."""
    return line("as-of", "2023, 2023-06 or 2023-06-21")


def fill(form: Widget, card: Card) -> None:
    """Put a card's words into the fields of a form."""
    for name, texts in (("question", (card.question,)), ("accepted", card.accepted), ("options", card.distractors)):
        form.query_one(f"#edit-{name}", TextArea).text = "\n".join(map(clean, texts))
    for name, text in (("answer", card.answer), ("as-of", card.as_of), ("attribution", card.attribution)):
        form.query_one(f"#edit-{name}", Input).value = clean(text)


def words_in(form: Widget) -> Words:
    """What stands in the fields of a form."""
    question, accepted, options = (
        form.query_one(f"#edit-{name}", TextArea).text for name in ("question", "accepted", "options")
    )
    answer, as_of, attribution = (
        form.query_one(f"#edit-{name}", Input).value for name in ("answer", "as-of", "attribution")
    )
    return Words(question, answer, tuple(accepted.splitlines()), as_of, attribution, tuple(options.splitlines()))
