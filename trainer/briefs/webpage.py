"""Web pages: the main text of an HTML file, and what its head says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trainer.briefs.block import Block, Part
from trainer.briefs.brief import Form
from trainer.briefs.document import Document, count_left_out
from trainer.briefs.mainpart import find_main, weigh
from trainer.briefs.pagehead import read_head
from trainer.briefs.pagetext import PageText
from trainer.errors import BriefRefused

_LEAST = 200
"""Characters of prose; if less stands outside of what its classes call furniture, they may mislead."""


def parse(content: bytes) -> Document:
    """The main text of an HTML file and its metadata. Raises BriefRefused for a page without text."""
    from justhtml import JustHTML

    root = JustHTML(_decoded(content), sanitize=False).root
    weights = weigh(root)
    main = find_main(root, weights)
    text = PageText(weights).read(main)
    if text.prose < _LEAST:
        text = PageText(weights, by_class=False).read(main)
    if not text.parts:
        raise BriefRefused(
            "the page holds no text; some pages put theirs in place by a script.",
            remedy="Open it in a browser, copy its text and save that as plain text.",
        )
    whole = text if main is root else PageText(weights).read(root)
    markings = text.markings if main is root else whole.markings + text.markings
    head = read_head(root, main)
    front = replace(head, date=head.date or next(iter(text.dates or whole.dates), None))
    return Document((*_marked(markings), *text.parts), front, left_out=count_left_out(text.left_out))


def _decoded(content: bytes) -> str | bytes:
    """UTF-8 if it is; else the bytes, whose encoding the parser finds as browsers do."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content


def _marked(markings: list[tuple[str, int]]) -> Iterator[Part]:
    """Markings that stand in what was left out: they hold for the page all the same."""
    yield from (Block(Form.PARAGRAPH, (text,), number) for text, number in dict(reversed(markings)).items())
