"""Other figures that the brief gives for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.language.numbers import NumberMention
from trainer.language.reading import Line, Reading
from trainer.questions.draft import Draft
from trainer.questions.keys_numbers import counted_noun, told
from trainer.text import fold

WIDEST = 4
"""How many times larger or smaller another figure for the same thing may be."""


def counted_by(line: Line, number: NumberMention) -> str:
    """The noun that a number of a sentence counts, folded; empty if the parse does not say."""
    doc = line.sentence.doc
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return ""
    head = span.root.head
    nummod = span.root.dep_.startswith("nummod") and not span.start <= head.i < span.end
    return fold(head.text) if nummod else ""


def other_figures(draft: Draft, reading: Reading | None) -> Iterator[str]:
    """What else the brief counts under the same noun: another source's figure, or another day's."""
    parts, noun = told(draft), counted_noun(draft)
    if reading is None or parts is None or draft.quantity is None or not noun:
        return
    for line in reading.lines:
        for number in line.numbers:
            amount = number.quantity
            near = draft.quantity.low / WIDEST <= amount.low <= draft.quantity.low * WIDEST
            if (
                near
                and amount.low != draft.quantity.low
                and not amount.is_range
                and counted_by(line, number) == fold(noun)
            ):
                yield amount.spoken
