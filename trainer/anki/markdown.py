"""Plain text to Markdown that shows it: no sign of the text becomes a heading, a link, a list or a tag.

Source: CommonMark 0.31; a backslash before any ASCII punctuation makes it a letter.
"""

from __future__ import annotations

import re

from trainer.text import clean

_INLINE = re.compile(r"([\\`*_\[\]<>&|~$#])")
_LINE_START = re.compile(r"^(?:([+\-=])|(\d{1,9})([.)]))")


def escape(text: str) -> str:
    r"""The text on one line.

    >>> escape("1. *not* a <b>list</b>")
    '1\\. \\*not\\* a \\<b\\>list\\</b\\>'
    """
    return _line(clean(text))


def escape_lines(text: str) -> str:
    """The text with its line breaks; an empty line stays within the paragraph."""
    return "\\\n".join(map(_line, clean(text).strip().split("\n")))


def _line(line: str) -> str:
    return _LINE_START.sub(r"\2\\\1\3", _INLINE.sub(r"\\\1", " ".join(line.split())))
