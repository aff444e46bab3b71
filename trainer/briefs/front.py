"""Front matter: what the author says of the brief above its text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from trainer.briefs.dates import parse_date
from trainer.briefs.frontlines import read_lines
from trainer.briefs.notices import find_marking
from trainer.briefs.signals import in_spoken_order
from trainer.errors import Finding
from trainer.text import one_line, slug

_KEYS = ("id", "title", "date", "publisher", "marking")
_MOST_LINES = 60
_LONGEST_LINE = 1_000
_SUBJECTS = ("headline", "subject", "topic")
"""Keys that say what a brief without a title is about, the surest first."""
_PUBLISHERS = ("publisher", "organisation", "organization", "org", "issuer", "source", "series")
"""Keys that say who put a brief out, the surest first."""
_DAYS = ("date", "published", "issued", "pubdate", "publish_date", "publication_date", "date_published", "updated",
         "last_updated", "lastmod", "modified", "created", "report_date", "date_of_report", "released", "release_date",
         "as_of", "as_at", "position_as_of", "information_as_of", "data_as_of", "cut_off", "cutoff", "cut_off_date",
         "information_cut_off", "dated")  # fmt: skip
"""Keys that say when, the surest first."""
_WHEN = re.compile(r"(?:last_)?(?:when|written|sent|send|touched|edited|drafted|posted|prepared)(?:_(?:on|at))?")
"""Other keys that say when; a `review_date` is none."""
_MARKINGS = frozenset({"marking", "classification", "tlp", "handling"})
_PASSED_OVER = frozenset(
    ("abstract", "aliases", "area", "audience", "author", "author_title", "authors", "bibliography", "by", "byline",
     "canonical", "categories", "category", "comments", "confidence", "contact", "contributors", "copyright",
     "countries", "country", "cover", "css", "description", "distribution", "doi", "draft", "editor", "editors",
     "email", "excerpt", "expires", "featured", "footer", "format", "generator", "header", "image", "images", "isbn",
     "issn", "issue", "key", "keywords", "kind", "lang", "language", "layout", "licence", "license", "link", "links",
     "location", "math", "name", "nav_order", "no", "number", "output", "parent", "permalink", "priority", "private",
     "public", "rating", "reading_time", "ref", "reference", "references", "region", "regions", "review", "reviewed",
     "reviewer", "rights", "section", "sector", "sha", "slug", "status", "subtitle", "summary", "tag",
     "tags", "taxonomies", "template", "theme", "time", "toc", "topics", "translator", "type", "uid",
     "updated_by", "url", "uuid", "version", "visibility", "volume", "weight", "year")
)  # fmt: skip
"""Keys of other programs and of other uses, which say nothing that a brief keeps."""
_UNKNOWN_MARKING = "It goes with every card as it stands; if a TLP label is meant, write it as TLP:AMBER."
_KNOWN = f"The keys are {', '.join(_KEYS[:-1])} and {_KEYS[-1]}."
_IDS = "An id has small letters, digits and hyphens."
_MARKINGS_REMEDY = "Write TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR."
_DATES = "Write it as 2023-06-21, 21 June 2023 or June 21, 2023."


@dataclass(frozen=True, slots=True)
class Front:
    """The metadata that a brief states; what it does not state is empty."""

    id: str = ""
    title: str = ""
    date: dt.date | None = None
    publisher: str = ""
    markings: tuple[tuple[str, int], ...] = ()
    """Each marking that is stated, and the 1-based line of the file that does."""
    subject: str = ""
    """What it is about: the title of a text that has none of its own."""


def split_front(text: str) -> tuple[str, tuple[str, ...], str]:
    """The fence (`+++`, `---` or empty), the lines between the fences, and the text below them.

    A `---` without a second one, or without a `key: value` under it, is a rule and no fence.
    """
    lines = text.split("\n", _MOST_LINES + 2)
    fence = lines[0].strip()
    if fence not in {"+++", "---"}:
        return "", (), text
    ends = [number for number, line in enumerate(lines[1:-1], 1) if line.strip() == fence]
    if not ends and len(lines) > 1 and lines[-1].strip() == fence:
        ends = [len(lines) - 1]
    inside = tuple(lines[1 : ends[0]]) if ends else ()
    if not ends or (fence == "---" and not any(":" in line for line in inside)):
        return "", (), text
    return fence, inside, "\n".join(lines[ends[0] + 1 :])


def find_unclosed(text: str, name: str) -> tuple[Finding, ...]:
    """A finding if a text without front matter begins as if it had some."""
    first, _, rest = text.partition("\n")
    key = rest[:_LONGEST_LINE].partition(":")[0].strip().lower()
    fence = first.strip()
    if fence == "+++" or (fence == "---" and _plain(key) in {*_KEYS, *_PUBLISHERS, *_DAYS, *_MARKINGS}):
        message = f"The front matter has no end within {_MOST_LINES} lines and was read as text."
        return (Finding(f"{name}:1", message, f"Put {fence} on a line of its own below it."),)
    return ()


def parse_front(fence: str, lines: tuple[str, ...], name: str) -> tuple[Front, tuple[Finding, ...]]:
    """The metadata of the lines between two fences, the first of which is line 2 of the file.

    Every key is read for itself, so that a bad one hides no other.
    """
    reading = _Reading(name)
    for line in read_lines(fence, lines, 2):
        if line.pairs is None:
            remedy = 'Write key = "value".' if fence == "+++" else "Write key: value."
            reading.notice(line.number, "This line of the front matter cannot be read.", remedy)
        else:
            for key, value in line.pairs.items():
                reading.take(_plain(key), value, line.number)
    return reading.front(), tuple(reading.findings)


def _plain(key: str) -> str:
    """A key as our tables have it: `publishDate`, `Publish-Date` and `publish date` are one."""
    return re.sub(r"[\s-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key.strip())).lower()


@dataclass(slots=True)
class _Reading:
    """The front matter as far as it has been read."""

    name: str
    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, dt.date] = field(default_factory=dict)
    markings: list[tuple[str, int]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def front(self) -> Front:
        """What was read, of several publishers and days the surest."""
        return Front(
            self.texts.get("id", ""),
            self.texts.get("title", ""),
            next((self.days[key] for key in (*_DAYS, *self.days) if key in self.days), None),
            next((self.texts[key] for key in _PUBLISHERS if key in self.texts), ""),
            tuple(self.markings),
            in_spoken_order(next((self.texts[key] for key in _SUBJECTS if key in self.texts), "")),
        )

    def notice(self, line: int, message: str, remedy: str) -> None:
        self.findings.append(Finding(f"{self.name}:{line}", message, remedy))

    def take(self, key: str, value: object, line: int) -> None:
        """Keep a value if its key is known and new."""
        if key in self.texts or key in self.days:
            held = one_line(str(self.texts.get(key) or self.days[key]), 60)
            self.notice(line, f"The {key} is given twice; the first, '{held}', holds.", "Keep one of them.")
        elif key in _DAYS or _WHEN.fullmatch(key):
            self.take_date(key, value, line)
        elif key in _PASSED_OVER or (key in _PUBLISHERS[1:] and str(value).startswith("http")):
            return
        elif key in _SUBJECTS and " " not in one_line(str(value)):
            return  # a word of a catalogue
        elif key not in {*_KEYS, *_SUBJECTS, *_PUBLISHERS, *_MARKINGS}:
            self.notice(line, f"The key '{one_line(key, 40)}' is not known.", _KNOWN)
        elif not isinstance(value, str) or not one_line(value):
            if key in _KEYS:
                self.notice(line, f"The {key} is no text.", f'Write {key} between quotes: "…".')
        elif key in _MARKINGS:
            self.take_marking(key, one_line(value), line)
        else:
            self.take_text(key, one_line(value), line)

    def take_date(self, key: str, value: object, line: int) -> None:
        """Keep a day; of the days that are not `date` itself only what is one."""
        date = value if isinstance(value, dt.date) else parse_date(value) if isinstance(value, str) else None
        if date is not None:
            self.days[key] = date.date() if isinstance(date, dt.datetime) else date
        elif key == "date":
            self.notice(line, f"The date '{one_line(str(value), 40)}' is no day.", _DATES)

    def take_marking(self, key: str, text: str, line: int) -> None:
        """Keep a marking, and say so if it is none that is known."""
        label = f"TLP:{text}" if key == "tlp" and not text.upper().startswith("TLP") else text
        known = find_marking(label)
        if not known and label.upper().startswith("TLP"):
            self.notice(line, f"The marking '{one_line(label, 40)}' is not one of TLP 2.0.", _MARKINGS_REMEDY)
        elif not known:
            self.notice(line, f"The marking '{one_line(text, 40)}' is not known.", _UNKNOWN_MARKING)
        self.markings.append((known or label, line))

    def take_text(self, key: str, text: str, line: int) -> None:
        """Keep a text; an id as it can stand in a deck."""
        if key == "id" and text != slug(text):
            self.notice(line, f"The id was read as '{slug(text)}'.", _IDS)
        self.texts[key] = slug(text) if key == "id" else text
