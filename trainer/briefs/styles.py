"""What a DOCX file says of its paragraphs beside their text: styles, list numbering and properties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trainer.briefs.brief import Form
from trainer.briefs.dates import parse_date
from trainer.briefs.front import Front
from trainer.briefs.package import Package
from trainer.text import one_line

_HEADING = re.compile(r"(?:(?:heading|überschrift|titre)\s*\d|subtitle$)", re.IGNORECASE)
_SKIPPED = re.compile(r"(?:toc\s*\d|caption|header|footer|footnote text|endnote text|table of figures)", re.IGNORECASE)


@dataclass(slots=True)
class Styles:
    """Names of paragraph styles and forms of lists."""

    names: dict[str, str] = field(default_factory=dict)
    """From a style's id to its name."""
    outlined: set[str] = field(default_factory=set)
    """Ids of the styles that have a level in the outline."""
    lists: dict[str, str] = field(default_factory=dict)
    """From a style's id to the list that it numbers its paragraphs by."""
    bullets: set[str] = field(default_factory=set)
    """Ids of the lists whose first level has bullets."""

    def is_heading(self, style: str) -> bool:
        """Whether paragraphs of a style are headings."""
        return style in self.outlined or bool(_HEADING.match(self.names.get(style, style)))

    def is_title(self, style: str) -> bool:
        """Whether a style is that of the title."""
        return self.names.get(style, style).lower() == "title"

    def is_skipped(self, style: str) -> bool:
        """Whether paragraphs of a style stand beside the text, as captions do."""
        return bool(_SKIPPED.match(self.names.get(style, style)))

    def form(self, style: str, number: str | None) -> Form | None:
        """The form of a paragraph of this style and in this list; None if it is in none."""
        name = self.names.get(style, style).lower().replace(" ", "")
        number = self.lists.get(style, "") if number is None else number
        if name.startswith("listbullet") or (number in self.bullets and number not in {"", "0"}):
            return Form.BULLET
        if name.startswith("listnumber") or number not in {"", "0"}:
            return Form.NUMBERED
        return None


def read_styles(package: Package) -> Styles:
    """The styles and lists of a package; empty where it has no such parts."""
    styles = Styles()
    if "word/styles.xml" in package.names:
        _read_names(package, styles)
    if "word/numbering.xml" in package.names:
        _read_lists(package, styles)
    return styles


def _read_names(package: Package, styles: Styles) -> None:
    current = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal current
        value = attributes.get("val", "")
        match tag:
            case "style":
                current = attributes.get("styleId", "")
            case "name" if current:
                styles.names.setdefault(current, value)
            case "outlineLvl" if current and value != "9":
                styles.outlined.add(current)
            case "numId" if current:
                styles.lists[current] = value

    def end(tag: str) -> None:
        nonlocal current
        current = "" if tag == "style" else current

    package.walk("word/styles.xml", start, end, lambda _: None)


def _read_lists(package: Package, styles: Styles) -> None:
    """A list refers to an abstract one, whose first level says whether it has bullets."""
    bulleted: set[str] = set()
    abstract = number = level = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal abstract, number, level
        value = attributes.get("val", "")
        match tag:
            case "abstractNum":
                abstract = attributes.get("abstractNumId", "")
            case "lvl":
                level = attributes.get("ilvl", "")
            case "numFmt" if level == "0" and value == "bullet":
                bulleted.add(abstract)
            case "num":
                number = attributes.get("numId", "")
            case "abstractNumId" if value in bulleted:
                styles.bullets.add(number)

    package.walk("word/numbering.xml", start, lambda _: None, lambda _: None)


def read_properties(package: Package) -> Front:
    """Title and day of the core properties; empty where the package has none."""
    texts: dict[str, str] = {}
    open_tag = ""

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal open_tag
        open_tag = tag

    def text(words: str) -> None:
        texts[open_tag] = (texts.get(open_tag, "") + words)[:300]

    if "docProps/core.xml" not in package.names:
        return Front()
    package.walk("docProps/core.xml", start, lambda _: None, text)
    day = parse_date(texts.get("created", "")[:10]) or parse_date(texts.get("modified", "")[:10])
    return Front(title=one_line(texts.get("title", "")), date=day)
