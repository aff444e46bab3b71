"""Plain text to the HTML of an Anki field: what arrives is the text and nothing else."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from trainer.cards import Source
from trainer.text import clean

# Beside HTML's own signs, those that begin a template, a cloze, [sound:...], [latex], [anki:...] and MathJax.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;", "}": "&#125;",
     "[": "&#91;", "]": "&#93;", "\\": "&#92;", "\n": "<br>"}
)  # fmt: skip
_TAG = re.compile("<[^>]*>")


def escape(text: str) -> str:
    r"""The text as a field's HTML: cleaned, every sign that HTML or Anki would read escaped, lines broken by `<br>`.

    >>> escape("{{c1::x}} <b> [sound:a.mp3]\n\x1f")
    '&#123;&#123;c1::x&#125;&#125; &lt;b&gt; &#91;sound:a.mp3&#93;<br>␟'
    """
    return clean(text).translate(_ESCAPES)


def cloze(question: str, gap: str, answer: str) -> str:
    """The question with Anki's first deletion where the gap stands; `::` in the answer must not begin a hint."""
    deletion = "{{c1::" + escape(answer).replace(":", "&#58;") + "}}"
    return deletion.join(escape(part) for part in question.split(gap))


def items(texts: Iterable[str]) -> str:
    """The items of an HTML list."""
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def sentence(source: Source) -> str:
    """The source sentence with the answer marked where it stands in it."""
    if not source.span:
        return escape(source.sentence)
    start, end = source.span
    before, answer, after = source.sentence[:start], source.sentence[start:end], source.sentence[end:]
    return f"{escape(before)}<mark>{escape(answer)}</mark>{escape(after)}"


def bare(field: str) -> str:
    """A field without its tags and escapes, as Anki takes it for sorting and for its checksum."""
    return html.unescape(_TAG.sub("", field))
