"""Which part of a web page holds its main text: how much prose stands in each element, and where the title is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from trainer.briefs.furniture import Furniture, furniture, is_dropped

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins",
     "kbd", "mark", "nobr", "q", "ruby", "rb", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
     "var", "wbr")
)  # fmt: skip
MAIN = frozenset({"main", "article"})
WHOLE = frozenset({"html", "body", *MAIN})
"""Never furniture, whatever their attributes say."""
_PROSE = 60
"""Characters outside links that a paragraph has at least."""
_MOST_MARKED = 50
_WHOLE = 0.9
"""Of the page's prose: what holds so much is no furniture, whatever it is called."""
_LIKELY_SHARE = 0.3
"""Of the main part's prose: what holds as much is text, if its classes leave a doubt."""
_TITLED = 0.1
"""Of the page's prose: an article that bears the title needs no more."""
_MOST = 0.5


@dataclass(slots=True)
class Weights:
    """How much prose the elements of a page hold; an element is known by its identity."""

    prose: dict[int, int] = field(default_factory=dict)
    """Characters in its paragraphs, but for links."""
    titled: set[int] = field(default_factory=set)
    """The elements that hold the first <h1>."""
    total: int = 0

    def share(self, node: Any, of: Any = None) -> float:
        """How much of the page's prose stands in an element, or how much of that of another."""
        whole = self.total if of is None else self.prose.get(id(of), 0)
        return self.prose.get(id(node), 0) / whole if whole else 0.0

    def is_beside(self, node: Any, main: Any = None) -> bool:
        """Whether an element stands beside the text by its classes and does not hold too much of it."""
        kind = furniture(node.name, node.attrs or {})
        if kind is Furniture.NONE:
            return False
        most = _LIKELY_SHARE if kind is Furniture.LIKELY or id(node) in self.titled else _WHOLE
        return self.share(node, main) < most


def is_inline(name: str) -> bool:
    """Whether an element stands within a line; those of word processors do, as in `o:p`."""
    return name in INLINE or ":" in name


def weigh(root: Any) -> Weights:
    """The weights of a page, without the prose of what surely stands beside its text."""
    return _weighed(root, _weighed(root, Weights()))


def _weighed(root: Any, known: Weights) -> Weights:
    """The weights of a tree of any depth: each node is met on the way down and on the way up.

    What is furniture by the weights already known is weighed for itself, and not for what is around it.
    """
    weights = Weights()
    open_: list[_Open] = [_Open(root)]
    stack: list[tuple[Any, bool]] = [(child, False) for child in reversed(root.children or ())]
    while stack:
        node, is_end = stack.pop()
        if is_end:
            _close(open_, weights, is_beside=bool(known.total) and known.is_beside(node))
        elif node.name == "#text":
            open_[-1].text += len(node.data or "")
        elif node.name in WHOLE or (node.name[:1] != "#" and not is_dropped(node.name, node.attrs or {}, inside=True)):
            if node.name == "h1" and not weights.titled:
                weights.titled = {id(one.node) for one in open_}
            open_.append(_Open(node))
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node.children or ()))
    _close(open_, weights)
    weights.total = weights.prose.get(id(root), 0)
    return weights


@dataclass(slots=True)
class _Open:
    """An element that is open, and what was found in it so far."""

    node: Any
    text: int = 0
    linked: int = 0
    prose: int = 0


def _close(open_: list[_Open], weights: Weights, *, is_beside: bool = False) -> None:
    """End the innermost open element: inline text goes to the element around it, prose is counted there."""
    done = open_.pop()
    name = done.node.name
    if is_inline(name):
        linked = done.text if name == "a" else done.linked
        own = 0
    else:
        own = done.text - done.linked
        own = own if own >= _PROSE and name not in HEADINGS else 0
        linked = 0
    if done.prose + own:
        weights.prose[id(done.node)] = done.prose + own
    if open_ and not is_beside:
        around = open_[-1]
        around.prose += done.prose + own
        if is_inline(name):
            around.text += done.text
            around.linked += linked


def find_main(root: Any, weights: Weights) -> Any:
    """The element that holds the main text; the root if none is marked as one that does.

    An article that bears the title may be the lesser part of a page that goes on with other articles.
    """
    marked = _marked(root)
    bodies = [node for node, kind in marked if kind == "body"]
    mains = [node for node, kind in marked if kind == "main"]
    articles = [node for node, kind in marked if kind == "article"]
    best = max(articles, key=weights.share, default=root)
    if best is root or weights.share(best) < (_TITLED if id(best) in weights.titled else _MOST):
        best = max(mains, key=weights.share, default=root)
        best = best if weights.share(best) >= _MOST else root
    body = max(bodies, key=weights.share, default=best)
    return body if weights.share(body, best) >= _MOST else best


def _marked(root: Any) -> list[tuple[Any, str]]:
    """The elements that are marked as holding the main text, and how, outer ones first."""
    found: list[tuple[Any, str]] = []
    stack = [root]
    while stack and len(found) < _MOST_MARKED:
        node = stack.pop()
        attributes = getattr(node, "attrs", None) or {}
        if "articleBody" in (attributes.get("itemprop") or ""):
            found.append((node, "body"))
        elif node.name == "article":
            found.append((node, "article"))
        elif node.name == "main" or (attributes.get("role") or "") == "main":
            found.append((node, "main"))
        stack.extend(reversed(node.children or ()))
    return found
