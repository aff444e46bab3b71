"""The text of a web page's main part: its headings, paragraphs and items, without what stands beside them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from trainer.briefs.block import RAISED, Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.dates import parse_date
from trainer.briefs.elements import is_data, is_note, leads_away, short_texts
from trainer.briefs.furniture import is_dropped
from trainer.briefs.mainpart import HEADINGS, MAIN, WHOLE, Weights, is_inline
from trainer.briefs.marks import unmarked
from trainer.briefs.notices import Role, find_marking, find_notices

_NO_ELEMENTS = frozenset({"#comment", "!doctype"})
_BESIDE = frozenset({"header", "footer", "div", "aside", "nav", "section"})
_DATELESS = frozenset({"footer", "aside", "nav", "script", "style", "noscript", "table", "figure"})
_DATE_CHARACTERS = 200
_BREAK = "\n"
_LINK_SHARE = 0.7
_WHOLE_LINK = 0.95
_LONG_LINK = 150
"""Characters; a shorter paragraph or item that is a link as a whole leads to another page."""
_MARKING_CHARACTERS = 80
_HEADING_CHARACTERS = 120
_TEASER_CHARACTERS = 500
_FRAGMENT_CHARACTERS = 60
_TEASER_PARTS = 4
_FEWEST_TEASERS = 2
_ENDS = (".", "!", "?", "…", ":", ";")
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class PageText:
    """What has been read of a tree, which may be of any depth: nothing here calls itself."""

    weights: Weights
    by_class: bool = True
    parts: list[Part] = field(default_factory=list)
    left_out: list[tuple[str, int]] = field(default_factory=list)
    markings: list[tuple[str, int]] = field(default_factory=list)
    dates: list[dt.date] = field(default_factory=list)
    """Days that stand above the text in what is left out, such as its byline."""
    prose: int = 0
    """Characters of the blocks that end as sentences."""
    number: int = 1
    """Of the paragraph that is open, from 1."""
    text: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    form: Form = Form.PARAGRAPH
    heading: bool = False
    is_title: bool = False
    teasers: list[tuple[int, int, int]] = field(default_factory=list)
    """Where in `parts` each teaser of another page begins, where its heading stands, which is a link, and its end."""
    starts: list[int] = field(default_factory=list)
    """How many parts there were when each of the open elements began."""
    links: int = 0
    """How many links are open."""
    bolds: int = 0
    inside: bool = False
    main: Any = None

    def read(self, root: Any) -> PageText:
        """Walk over the tree, each node once on the way down and, if it must close, once on the way up."""
        self.inside, self.main = root.name in MAIN, root
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            node, is_end = stack.pop()
            if is_end:
                self._leave(node)
            elif node.name == "#text":
                self._take(node)
            elif node.name in _NO_ELEMENTS:
                continue
            elif node is not root and self._is_left_out(node):
                self._find_notices(node)
            else:
                if self._enter(node):
                    stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.children or ()))
        self._flush()
        self._drop_teasers()
        self._drop_fragments()
        return self

    def _bound_teaser(self, start: int) -> None:
        """Note that a teaser reaches over an element that ends, if it holds one linked heading and little besides."""
        if not self.teasers or self.teasers[-1][1] < start or (len(self.teasers) > 1 and self.teasers[-2][1] >= start):
            return
        parts = self.parts[start:]
        _, place, _ = self.teasers[-1]
        if len(parts) <= _TEASER_PARTS and _size(parts) <= _TEASER_CHARACTERS and _size(parts[: place - start]) <= 40:
            self.teasers[-1] = (start, place, len(self.parts))

    def _drop_teasers(self) -> None:
        """Leave out the teasers of other pages, if there are several."""
        if len(self.teasers) >= _FEWEST_TEASERS:
            for start, _, end in reversed(self.teasers):
                del self.parts[start:end]

    def _drop_fragments(self) -> None:
        """Leave out each short line that is no sentence and heads none: a label, a button, a place in a menu."""
        fragments = [_is_fragment(part) for part in self.parts]
        kept: list[Part] = []
        for place, part in enumerate(self.parts):
            below = self.parts[place + 1] if place + 1 < len(self.parts) else None
            heads = isinstance(below, Block) and not fragments[place + 1] and not (place and fragments[place - 1])
            if not fragments[place] or heads:
                kept.append(part)
        self.parts = kept

    def _is_left_out(self, node: Any) -> bool:
        attributes = node.attrs or {}
        if node.name in WHOLE:
            return False
        if is_dropped(node.name, attributes, inside=self.inside) or (
            self.by_class and self.weights.is_beside(node, self.main)
        ):
            return True
        if node.name == "table" and is_data(node):
            self.left_out.append(("table", self.number))
            return True
        if node.name == "pre":
            self.left_out.append(("code block", self.number))
            return True
        return node.name in {"sup", "a"} and is_note(node)

    def _find_notices(self, node: Any) -> None:
        """Markings in what is left out, and a date where it can be that of the page."""
        if node.name in _BESIDE:
            self.markings += [(text, self.number) for text in short_texts(node) if find_marking(text)]
        if node.name not in _DATELESS and not self.dates:
            texts = [text for text in short_texts(node, _DATE_CHARACTERS) if len(text) <= _DATE_CHARACTERS]
            notices = [notice for text in texts for notice in find_notices(text, 0) if notice.role is Role.DATE]
            self.dates += [date for notice in notices if (date := parse_date(notice.text))]

    def _enter(self, node: Any) -> bool:
        """Begin what an element begins; whether its end matters."""
        name = node.name
        if name == "br":
            self.text.append(_BREAK)
        elif name == "a":
            self.links += leads_away(node)
        elif name in {"b", "strong"}:
            self.bolds += 1
        elif name == "q":
            self.text.append("“")
        elif not is_inline(name):
            self._flush()
            self.starts.append(len(self.parts))
            self.heading, self.is_title = name in HEADINGS, name == "h1"
            if name == "li":
                ordered = node.parent is not None and node.parent.name == "ol"
                self.form = Form.NUMBERED if ordered else Form.BULLET
            return True
        return name in {"a", "q", "b", "strong"}

    def _leave(self, node: Any) -> None:
        name = node.name
        if name == "a":
            self.links -= leads_away(node)
        elif name in {"b", "strong"}:
            self.bolds -= 1
        elif name == "q":
            self.text.append("”")
        else:
            self._flush()
            self._bound_teaser(self.starts.pop())
            self.heading = False
            if name == "li":
                self.form = Form.PARAGRAPH

    def _take(self, node: Any) -> None:
        words = _SPACES.sub(" ", node.data or "")
        if node.parent.name == "sup" and words.strip().isdecimal():
            words = words.translate(RAISED)
        self.text.append(words)
        size = len(words.strip())
        self.linked += size if self.links else 0
        self.bold += size if self.bolds else 0

    def _flush(self) -> None:
        """End the block that is open."""
        if not self.text:
            return
        lines = [line.strip() for line in "".join(self.text).split(_BREAK)]
        linked, bold, self.text, self.linked, self.bold = self.linked, self.bold, [], 0, 0
        paragraphs = _paragraphs(lines)
        if not paragraphs:
            return
        size = sum(len(line) for line in lines)
        self.number += 1
        is_linked = linked > _LINK_SHARE * size
        is_whole = linked > _WHOLE_LINK * size and size < _LONG_LINK
        if self.heading and is_linked and not self.is_title:
            self.teasers.append((len(self.parts), len(self.parts), len(self.parts) + 1))
            self.parts.append(Heading(" ".join(paragraphs[0]), self.number))
            return
        if not is_linked or (_is_prose(lines[-1]) and not self.heading and not is_whole):
            for paragraph in paragraphs:
                self._keep(paragraph, is_bold=bold > 0.9 * size)
        self.form = Form.PARAGRAPH

    def _keep(self, lines: list[str], *, is_bold: bool) -> None:
        text = " ".join(lines)
        is_short = len(text) <= _HEADING_CHARACTERS and not text.endswith((".", "!", ";", ","))
        if self.heading or (is_bold and is_short and self.form is Form.PARAGRAPH and not find_notices(text, 0)):
            self.parts.append(Heading(text, self.number))
            return
        if len(text) <= _MARKING_CHARACTERS and find_marking(text):
            self.markings.append((text, self.number))
            return
        form = self.form
        if form is Form.PARAGRAPH:
            form, lines[0] = unmarked(lines[0])
        self.parts.append(Block(form, tuple(lines), self.number))
        if _is_prose(text):
            self.prose += len(text)


def _is_fragment(part: Part) -> bool:
    """Whether a part is a short paragraph that is no sentence; a date or a marking is none of these."""
    if isinstance(part, Heading) or part.form is not Form.PARAGRAPH:
        return False
    text = " ".join(part.lines)
    return len(text) < _FRAGMENT_CHARACTERS and not text.endswith(_ENDS) and not find_notices(text, 0)


def _size(parts: Sequence[Part]) -> int:
    return sum(len(part.text) if isinstance(part, Heading) else sum(map(len, part.lines)) for part in parts)


def _is_prose(text: str) -> bool:
    return len(text) > 40 and text.rstrip("”\")' ").endswith(_ENDS)


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """Lines between breaks as paragraphs: two breaks part them."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]
