"""Plain text to the HTML of an Anki field: what arrives is the text and nothing else."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from trainer.cards import Source
from trainer.text import clean

# Beside HTML's own signs, those that begin a template, a cloze, [sound:...], [latex], [anki:...] and MathJax.
_ESCAPES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;", "}": "&#125;",
    "[": "&#91;", "]": "&#93;", "\\": "&#92;", "\n": "<br>", "\t": "&#9;",
}  # fmt: skip
_TABLE = str.maketrans(_ESCAPES)
_LETTERS = bytes(range(0x20, 0x7F)).translate(None, "".join(_ESCAPES).encode())
"""All of ASCII that stands in a field as it is."""
_TAG = re.compile("<[^>]*>")
_IMAGE = re.compile('<img src="([^"]*)">')
SEPARATOR = "\x1f"
"""What stands between the fields of a note; cleaned text holds none."""


def escape(text: str) -> str:
    r"""The text as a field's HTML: cleaned, every sign that HTML or Anki would read escaped, lines broken by `<br>`.

    >>> escape("{{c1::x}} <b> [sound:a.mp3]\n\x1f")
    '&#123;&#123;c1::x&#125;&#125; &lt;b&gt; &#91;sound:a.mp3&#93;<br>␟'
    """
    return clean(text).translate(_TABLE)


def escape_all(texts: Sequence[str]) -> list[str]:
    """Each text escaped: as one long text, which is many times quicker for a deck of a hundred thousand cards."""
    joined = SEPARATOR.join(texts)
    signs = joined.encode(errors="surrogatepass").translate(None, _LETTERS)
    if len(signs) < len(texts):
        return list(texts)
    joined = SEPARATOR.join(map(clean, texts))
    for sign, escaped in _ESCAPES.items():
        joined = joined.replace(sign, escaped)
    return joined.split(SEPARATOR) if texts else []


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


def image(name: str) -> str:
    """A picture under the text before it, by its name in the package."""
    return f'<br><img src="{name}">'


def without_image(field: str) -> str:
    """A field without the picture under its text."""
    return field.partition('<br><img src="')[0]


def bare(field: str) -> str:
    """A field without its tags and escapes, as Anki takes it for sorting and for its checksum: pictures are named."""
    if "<" not in field and "&" not in field:
        return field
    return html.unescape(_TAG.sub("", _IMAGE.sub(r" \1 ", field)))
