"""The one function between foreign text and a screen, a page or a file."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Compiled when they are first used: most texts hold none of these.
_NEWLINES = r"\r\n?|[\u2028\u2029\x85]"
# Characters that change what a reader sees: zero-width marks, bidirectional controls, fillers, tags, annotations.
# The joiners U+200C and U+200D and the soft hyphen stay: words in many languages need them.
_INVISIBLE = (
    "[\u061c\u070f\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f]"
_BROKEN = "[\x80-\x9f\ud800-\udfff\ufffe\uffff]"
_SUSPECT = f"{_NEWLINES}|{_INVISIBLE}|{_CONTROL}|{_BROKEN}"


def clean(text: str) -> str:
    r"""Text that is safe to show: no terminal escape, no control, no hidden or reordering character.

    Line ends become `\n`; tabs stay. C0 controls become their visible pictures (ESC is ␛), C1 controls and
    lone surrogates become U+FFFD, invisible format characters go. Cleaning twice changes nothing.

    >>> clean("a\x1b]0;title\x07b")
    'a␛]0;title␇b'
    """
    if text.isprintable() and (text.isascii() or not ("\u3164" in text or "\uffa0" in text)):
        return text  # of what is taken out or shown, the two fillers alone pass for printable
    if not re.search(_SUSPECT, text):
        return text
    text = re.sub(_NEWLINES, "\n", text)
    text = re.sub(_INVISIBLE, "", text)
    text = re.sub(_CONTROL, lambda m: "␡" if m[0] == "\x7f" else chr(0x2400 + ord(m[0])), text)
    return re.sub(_BROKEN, "\ufffd", text)


def one_line(text: str, limit: int = 0) -> str:
    """Cleaned text on one line, runs of space as one; cut with an ellipsis at `limit` characters if given."""
    line = " ".join(clean(text).split())
    return line if not limit or len(line) <= limit else line[: limit - 1].rstrip() + "…"


_RUNS = r"\s*[=+\-@|＝＋－＠]|[\t\n]"  # what a spreadsheet may take for the beginning of a formula or of another cell


def cell(text: str) -> str:
    """Cleaned text for a table's cell that stays a text: what a spreadsheet would run begins with an apostrophe.

    Source: OWASP ASVS 1.2.10.

    >>> cell("=1+1"), cell("168"), of_cell("'=1+1")
    ("'=1+1", '168', '=1+1')
    """
    text = clean(text)
    return f"'{text}" if re.match(_RUNS, text) else text


def of_cell(text: str) -> str:
    """Cleaned text from a table's cell, without the apostrophe that kept a spreadsheet from running it."""
    return clean(text[1:] if text.startswith("'") and re.match(_RUNS, clean(text[1:])) else text)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """What two spellings share: lower case, no diacritics, straight quotes and dashes, single spaces.

    >>> fold("Jama’at  Nusrat — Türkiye")
    "jama'at nusrat - turkiye"
    """
    if text.isascii():
        return " ".join(clean(text).casefold().split())
    decomposed = unicodedata.normalize("NFKD", one_line(text))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.casefold().translate(_STRAIGHT).split())


_STRAIGHT = str.maketrans("’‘ʼ“”–—‐‑−ıłøđ", "'''\"\"-----ilod") | str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe"})


def slug(text: str, limit: int = 64) -> str:
    """A name that is safe as an id and as a file name on every system: `[a-z0-9-]`, never empty.

    >>> slug("Mali & the end of MINUSMA")
    'mali-the-end-of-minusma'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:limit].strip("-")
    if re.fullmatch(_DEVICE, plain):
        return f"the-{plain}"
    return plain or "untitled"


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun, and with whatever else has to agree with it.

    >>> counted(1, "card"), counted(1200, "card"), counted(1, "entry is left", "entries are left")
    ('1 card', '1,200 cards', '1 entry is left')
    """
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


_DEVICE = "con|prn|aux|nul|com[0-9]|lpt[0-9]"  # Windows opens no file of these names
