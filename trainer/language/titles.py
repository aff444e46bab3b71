"""The states that a title names, for what it tells of and not only for who does it there."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.text import fold

_DONE_BY = re.compile(
    r"\b[^\W\d_]+-(?:led|run|backed|built|owned|made|funded|financed|flagged|brokered|mediated|trained|supplied|linked"
    r"|controlled|born|sponsored|registered|listed|style)\b",
    re.IGNORECASE,
)
"""`Kenyan-led`, `Chinese-run`: says who leads or runs what stands in another state."""
_CONGO = "democratic republic of the congo"
_WHICH_CONGO = re.compile(r"brazzaville|republic of (?:the )?congo|democratic republic|\bdr congo\b|\bdrc\b")


def untold(title: str) -> str:
    """The title without the words that only say who leads or runs something.

    >>> untold("Kenyan-led mission in Haiti")
    ' mission in Haiti'
    """
    return _DONE_BY.sub("", title)


@lru_cache(maxsize=64)
def titled(title: str) -> tuple[State, ...]:
    """The states that a folded title names, or whose demonym it uses, in their order."""
    title = untold(title)
    found: dict[str, tuple[int, State]] = {}
    named = {**gazetteer.states(), **{fold(people): state for people, state in gazetteer.demonyms().items()}}
    if is_of_congo(title):
        named["congo"] = gazetteer.states()[_CONGO]
    for alias, state in sorted(named.items(), key=lambda pair: -len(pair[0])):
        if alias in title and (match := re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", title)):
            found.setdefault(state.name, (match.start(), state))
            if " " in alias:
                title = re.sub(rf"(?<!\w){re.escape(alias)}(?!\w)", lambda m: "\0" * len(m[0]), title)
    return tuple(state for _, state in sorted(found.values(), key=lambda pair: (pair[0], pair[1].name)))


def is_of_congo(title: str) -> bool:
    """Whether a folded title says `Congo` and no more: of the two states of that name the one that news is about."""
    return re.search(r"\bcongo\b", title) is not None and not _WHICH_CONGO.search(title)
