"""Markdown: text to headings and blocks, its markup turned to plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.document import Document, count_left_out
from trainer.briefs.plain import lay_out
from trainer.errors import BriefRefused

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,64}\]:.*(?:\n(?: {4}|\t).*)*", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,64}\]")
_SKIPPED = {
    "table_open": "table",
    "fence": "code block",
    "code_block": "code block",
    "html_block": "HTML block",
    "image": "image",
}
_LIMITS = (
    ("lines", "\n", 30_000),
    ("opening brackets", "[", 20_000),
    ("signs of markup", "*_`<>!&\\|", 60_000),
)
_MOST_CHARACTERS = 2_000_000
"""With the limits above, what the parser reads in about two seconds."""


def parse_markdown(text: str, name: str, first_line: int = 1) -> Document:
    """The parts of a Markdown text whose first line has this number, and what is left out.

    Tables, code, HTML blocks, images and footnotes are left out. Raises BriefRefused for a text that the
    parser would take too long over.
    """
    from markdown_it import MarkdownIt

    _refuse_endless(text, name)
    notes = [note.start() for note in _NOTE.finditer(text)]
    left_out = [("footnote", text.count("\n", 0, notes[0]))] * len(notes) if notes else []
    text = _NOTE_MARK.sub("", _NOTE.sub(lambda note: "\n" * note[0].count("\n"), text))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = [(kind, first_line + line) for kind, line in (*_left_out(tokens), *left_out)]
    return Document(tuple(_parts(tokens, first_line)), left_out=count_left_out(kinds))


def _refuse_endless(text: str, name: str) -> None:
    counts = [(what, sum(text.count(sign) for sign in signs), most) for what, signs, most in _LIMITS]
    for what, found, most in (*counts, ("characters", len(text), _MOST_CHARACTERS)):
        if found > most:
            raise BriefRefused(
                f"it has {found:,} {what}, and a Markdown brief may have {most:,}.",
                where=name,
                remedy="Split it into several files, or save it as plain text.",
            )


def _parts(tokens: Sequence[Token], first_line: int) -> Iterator[Part]:
    """Headings and blocks; text in a table cell has another opening token and stays out."""
    for position, token in enumerate(tokens):
        opening = tokens[position - 1]
        if token.type != "inline" or opening.type not in {"paragraph_open", "heading_open"}:
            continue
        line = first_line + (token.map[0] if token.map else 0)
        lines = [words for words in map(str.strip, _words(token).split("\n")) if words]
        if not lines:
            continue
        if _is_heading(opening, token):
            level = int(opening.tag[1:]) if opening.type == "heading_open" else 0
            yield Heading(" ".join(lines), line, is_marked=True, level=level)
        elif position > 1 and tokens[position - 2].type == "list_item_open":
            form = Form.BULLET if tokens[position - 2].markup in "-*+" else Form.NUMBERED
            yield Block(form, tuple(lines), line)
        else:
            yield from lay_out(lines, line, is_pasted=False)


def _words(token: Token) -> str:
    """What a reader of the rendered text would read, with its line breaks."""
    return "".join(_word(child) for child in token.children or ())


def _word(token: Token) -> str:
    match token.type:
        case "text" | "text_special" | "code_inline":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "html_inline" if token.content.startswith("<br"):
            return "\n"
        case _:
            return ""


def _is_heading(opening: Token, token: Token) -> bool:
    """Whether text is a heading: a marked one, or a bold line; a sentence above a rule of hyphens is none."""
    if opening.type == "heading_open":
        return opening.markup.startswith("#") or not token.content.endswith(".")
    children = [child for child in token.children or () if child.type != "text" or child.content]
    kinds = [child.type for child in children]
    return kinds == ["strong_open", "text", "strong_close"] and not children[1].content.endswith(".")


def _left_out(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """The kind of each thing that is not read, and its line in the text, from 0."""
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        for part in (token, *(token.children or ())):
            if part.type in _SKIPPED:
                yield _SKIPPED[part.type], line
