"""What the head of a web page says of it: title, date and publisher."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from trainer.briefs.dates import parse_date
from trainer.briefs.front import Front
from trainer.text import fold, one_line

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "citation_date",
    "parsely-pub-date", "article:modified_time",
)  # fmt: skip
_OTHER_DATE = re.compile(r"publish|publication|pub[-_:.]?date|issue|release|posted|date[-_:.]?created|sailthru\.date")
_CHANGE = re.compile(r"modif|updat|expir|review|unpublish|publisher|time[-_]?zone")
_PUBLISHERS = ("og:site_name", "dc.publisher", "citation_publisher", "publisher", "application-name")
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
_SITE = re.compile(r"\s+[|–—-]\s+(?P<site>[^|–—]{2,60})$")
_MOST_SCRIPT = 200_000
_MOST_TITLE = 300


def read_head(root: Any, main: Any) -> Front:
    """Title, date and publisher by <meta>, <title>, <time> and linked data; each empty if not said.

    The only <h1> of the page or of its main part is the title. Of several dates the day of publication holds, not
    that of a change; a <time> within the main part comes before others.
    """
    seen = _seen(root)
    metas = seen["meta"]
    within = _seen(main) if main is not root else seen
    site = _first(metas, _PUBLISHERS)
    page_title, site_in_title = _split_site(next(iter(seen["title"]), ""), site)
    shown = next((found[0] for found in (seen["h1"], within["h1"]) if len(set(found)) == 1), "")
    title = shown or _split_site(_first(metas, _TITLES), site)[0] or page_title
    days = [metas[key] for key in _DATES[:-1] if key in metas]
    days += [metas[key] for key in metas if _OTHER_DATE.search(key) and not _CHANGE.search(key)]
    days += [*seen["linked"], *within["time"], *seen["time"], metas.get(_DATES[-1], "")]
    date = next((day for text in days if (day := _day(text))), None)
    return Front(title=one_line(title)[:_MOST_TITLE], date=date, publisher=site or site_in_title)


def _seen(root: Any) -> dict[str, Any]:
    """The texts of the elements that say what a page is."""
    found: dict[str, Any] = {"meta": {}, "title": [], "h1": [], "time": [], "linked": []}
    stack = [root]
    while stack:
        node = stack.pop()
        attributes = getattr(node, "attrs", None) or {}
        match node.name:
            case "meta":
                key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
                found["meta"].setdefault(key.strip().lower(), one_line(attributes.get("content") or ""))
            case "title" | "h1" if text := one_line(" ".join(_texts(node))):
                found[node.name].append(text)
            case "time" if attributes.get("pubdate") is not None or attributes.get("itemprop") == "datePublished":
                found["time"].insert(0, attributes.get("datetime") or " ".join(_texts(node)))
            case "time":
                found["time"].append(attributes.get("datetime") or " ".join(_texts(node)))
            case "script" if attributes.get("type") == "application/ld+json":
                found["linked"] += _LINKED_DATE.findall(" ".join(_texts(node))[:_MOST_SCRIPT])[:1]
        if node.name != "svg":
            stack.extend(reversed(node.children or ()))
    return found


def _texts(node: Any) -> list[str]:
    """The words in a node and its children's children: enough for a title."""
    found, stack, seen = [], [node], 0
    while stack and seen < 200:
        node = stack.pop()
        seen += 1
        if node.name == "#text":
            found.append(node.data or "")
        stack.extend(reversed(node.children or ()))
    return found


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if metas.get(key)), "")


def _split_site(title: str, site: str) -> tuple[str, str]:
    """A title without the name of the site after its last bar, and that name."""
    match = _SITE.search(title)
    if match and (fold(match["site"]) == fold(site) if site else "|" in match[0]):
        return title[: match.start()], match["site"]
    return title, ""


def _day(text: str) -> dt.date | None:
    return parse_date(text.strip()[:10]) or parse_date(one_line(text))
