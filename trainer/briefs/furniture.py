"""Which elements of a web page are no part of its text: by their names, their roles and the words of their classes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from itertools import pairwise

DROPPED = frozenset(
    ("script", "style", "noscript", "template", "nav", "aside", "button", "select", "textarea", "input",
     "figure", "figcaption", "caption", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
     "picture", "dialog", "menu", "head", "title", "label", "rt", "rp", "del", "s", "strike", "address")
)  # fmt: skip
OUTSIDE = frozenset({"header", "footer", "hgroup"})
"""Left out of a page, kept within its article, but for a footer."""
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
     "toolbar", "tooltip", "form", "alert", "note", "doc-endnotes", "doc-footnote")
)  # fmt: skip
_SURE = frozenset(
    ("advert", "advertisement", "aria", "authorbox", "breadcrumb", "breadcrumbs", "byline", "catlinks", "comment",
     "commentlist", "comments", "consent", "cookie", "cookies", "copyright", "disqus", "editsection", "footer",
     "footnote", "footnotes", "gdpr", "hatnote", "infobox", "masthead", "msocaption", "msofootnotetext", "msotoc",
     "nav", "navbar", "navbox", "navigation", "newsletter", "noprint", "offscreen", "outbrain", "pager", "popup",
     "promo", "promoted", "recirc", "recommendation", "recommendations", "references", "reflist", "replies",
     "respond", "sharedaddy", "sidebar", "signup", "sponsored", "taboola", "toc", "tooltip", "trending",
     "unsubscribe", "visuallyhidden")
)  # fmt: skip
_LIKELY = frozenset(
    ("ad", "ads", "bio", "caption", "credit", "credits", "cta", "dateline", "disclaimer", "menu", "meta",
     "metadata", "modal", "pagination", "paywall", "popular", "pullquote", "readmore", "recommend", "recommended",
     "related", "share", "sharing", "skip", "social", "sponsor", "subscribe", "subscription", "tags", "teaser",
     "timestamp", "toolbar", "widget")
)  # fmt: skip
_PAIRS = frozenset(
    (("author", "box"), ("author", "bio"), ("author", "info"), ("about", "author"), ("image", "credit"),
     ("more", "stories"), ("most", "read"), ("post", "date"), ("pub", "date"), ("read", "more"), ("read", "next"),
     ("screen", "reader"), ("see", "also"), ("sr", "only"), ("visually", "hidden"), ("you", "may"), ("up", "next"),
     ("edit", "section"), ("footnote", "list"))
)  # fmt: skip
_WORD_ENDS = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_DIGITS = "0123456789"
"""At the end of a word they only count; within it they make it a code, which says nothing."""
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-element\s*:\s*footnote)", re.IGNORECASE)
_LONGEST_CLASS = 300
_NAMES = ("class", "id", "data-component", "data-testid", "data-module", "data-block")


def is_dropped(name: str, attributes: Mapping[str, str | None], *, inside: bool) -> bool:
    """Whether an element and all in it is left out by its name or role; `inside` an article its header is text.

    >>> is_dropped("header", {}, inside=False), is_dropped("header", {}, inside=True)
    (True, False)
    """
    if name in DROPPED or (name in OUTSIDE and not (inside and name != "footer")):
        return True
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return (attributes.get("role") or "").lower() in _ROLES or bool(_HIDDEN.search(_cut(attributes.get("style"), 500)))


class Furniture(Enum):
    """What the classes and the id of an element say of it."""

    NONE = "part of the text"
    LIKELY = "beside the text, unless much of it stands there"
    SURE = "beside the text"


def furniture(name: str, attributes: Mapping[str, str | None]) -> Furniture:
    """What the classes and the id of an element say of it; a form is rarely around a whole page.

    >>> furniture("div", {"class": "site-Sidebar"}).name, furniture("div", {"class": "articleBody"}).name
    ('SURE', 'NONE')
    """
    if name == "form":
        return Furniture.LIKELY
    if not attributes:
        return Furniture.NONE
    names = [_cut(attributes.get(key), _LONGEST_CLASS) for key in _NAMES if key in attributes]
    words = [word.lower().rstrip(_DIGITS) for name in names for word in _WORD_ENDS.split(name)]
    if not _SURE.isdisjoint(words):
        return Furniture.SURE
    is_likely = not _LIKELY.isdisjoint(words) or not _PAIRS.isdisjoint(pairwise(words))
    return Furniture.LIKELY if is_likely else Furniture.NONE


def _cut(text: str | None, most: int) -> str:
    return (text or "")[:most]
