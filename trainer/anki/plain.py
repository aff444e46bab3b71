"""HTML as Anki's fields and templates have it, to plain text: what a reader saw, and nothing that could run.

An allowlist of tags becomes line breaks, and raised or lowered figures; every other tag goes and leaves its text, and
scripts and styles go with theirs. Reading is linear in time, however the HTML is broken.
"""

from __future__ import annotations

import html
import re

from trainer.text import clean

_BREAKS = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_HIDDEN = frozenset({
    "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "textarea", "title",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
_SRC = re.compile(r"""\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_SOUND = re.compile(r"\[sound:[^\]\n]{0,500}\]|\[anki:(?:play|tts)[^\]\n]{0,500}\]")
_USUAL = (
    ("&quot;", '"'), ("&#123;", "{"), ("&#125;", "}"), ("&#91;", "["), ("&#93;", "]"), ("&#92;", "\\"), ("&#39;", "'"),
    ("&lt;", "<"), ("&gt;", ">"), ("&#58;", ":"),
)  # fmt: skip
"""Entities of our own fields and of editors', but for `&amp;`, which comes last."""
_SPACE = re.compile(r"[\t\n\r\f]+")
_LONGEST_TAG = 100_000  # characters: a picture may stand in the HTML itself


def plain(field: str, pictures: list[str] | None = None) -> str:
    r"""The text; the file names of its pictures are put into the list, if one is given.

    >>> plain("<b>H<sub>2</sub>O</b><br>&amp; ice<script>alert(1)</script>")
    'H₂O\n& ice'
    """
    if "<" not in field and "&" not in field and "[" not in field and "\n" not in field:
        return clean(field).strip()
    if "[sound:" in field or "[anki:" in field:
        field = _SOUND.sub("", field)
    return clean("".join(_texts(field, pictures))).strip()


def plain_signs(fields: int) -> bytes:
    """What stands in so many fields of plain text besides that text: see StoredNote.signs."""
    return b"\x1f" * (fields - 1)


def _texts(field: str, pictures: list[str] | None) -> list[str]:
    """The pieces of text, from one tag to the next."""
    out: list[str] = []
    script = ""
    at = 0
    while at < len(field):
        start = field.find("<", at)
        _add(out, field[at : start if start >= 0 else len(field)], script)
        if start < 0:
            break
        name = _NAME.match(field, start + 1)
        if name is None:
            at = _after_odd(field, start, out)
            continue
        tag, end = name[0].lower(), _tag_end(field, name.end())
        if tag in _HIDDEN:
            end = _after_hidden(field, tag, end)
        elif tag == "img" and pictures is not None:
            pictures.append(_src(field[name.end() : end]))
        script = _turn(out, tag, script)
        at = end
    return out


def _add(out: list[str], text: str, script: str) -> None:
    """A piece of text, raised or lowered if it stands in such a tag."""
    if not text:
        return
    text = _SPACE.sub(" ", text)
    if "&" in text:
        text = _unescaped(text.replace("&nbsp;", " "))
    if script:
        text = _scripted(text, script)
    if text.isspace() and (not out or out[-1].endswith("\n")):
        return
    out.append(text)


def _unescaped(text: str) -> str:
    """As `html.unescape`, ten times as quick for what has no other entities than nearly all fields have."""
    usual = text
    for entity, sign in _USUAL:
        if entity in usual:
            usual = usual.replace(entity, sign)
    if usual.count("&") > usual.count("&amp;"):
        return html.unescape(text)
    return usual.replace("&amp;", "&")


def _scripted(text: str, script: str) -> str:
    """Raised or lowered signs where there are such; else `^` or `_` before the text."""
    table = _RAISED if script == "sup" else _LOWERED
    if text and all(ord(sign) in table for sign in text):
        return text.translate(table)
    return f"{'^' if script == 'sup' else '_'}{text}" if text.strip() else text


def _turn(out: list[str], tag: str, script: str) -> str:
    """What a tag does to the text; gives whether text is raised or lowered from here."""
    bare = tag.removeprefix("/")
    if tag == "br":
        out.append("\n")
    elif bare in _BREAKS:
        if out and not out[-1].endswith("\n"):
            out.append("\n")
        if tag == "li":
            out.append("• ")
    elif tag in _CELLS and out and not out[-1].endswith("\n"):
        out.append(" | ")
    elif bare in {"rt", "rp"}:
        out.append(")" if tag == "/rt" else "(" if tag == "rt" else "")
    elif bare in {"sub", "sup"}:
        return "" if tag.startswith("/") else bare
    return script


def _tag_end(field: str, at: int) -> int:
    """The place after a tag's `>`, which does not count within quotes; the end if there is none."""
    limit = min(len(field), at + _LONGEST_TAG)
    quote = ""
    while at < limit:
        sign = field[at]
        at += 1
        if quote:
            closing = field.find(quote, at - 1)
            if closing < 0:
                break
            at, quote = closing + 1, ""
        elif sign == ">":
            return at
        elif sign in "\"'" and field[at - 2 : at - 1] in "= ":
            quote = sign
    plain_end = field.find(">", at)
    return plain_end + 1 if plain_end >= 0 else len(field)


def _after_hidden(field: str, tag: str, at: int) -> int:
    """The place after the end of what is not shown; the end of all if it is never closed."""
    closing = re.compile(f"</{tag}", re.IGNORECASE).search(field, at)
    return _tag_end(field, closing.end()) if closing else len(field)


def _after_odd(field: str, start: int, out: list[str]) -> int:
    """The place after a `<` that begins no tag: a comment or a declaration goes, any other is a letter."""
    if field.startswith("<!--", start):
        end = field.find("-->", start + 4)
        return end + 3 if end >= 0 else len(field)
    if field[start + 1 : start + 2] in {"!", "?", "/"}:
        end = field.find(">", start)
        return end + 1 if end >= 0 else len(field)
    out.append("<")
    return start + 1


def _src(attributes: str) -> str:
    found = _SRC.search(attributes)
    return html.unescape(next((name for name in found.groups() if name is not None), "")) if found else ""
