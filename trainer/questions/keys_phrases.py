"""A phrase as others say it: without an empty head, and with the state for the capital that acts in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.language import gazetteer
from trainer.text import fold

_EMPTY_HEAD = re.compile(
    r"^(?:the |an? )?(?:prospects?|possibility|idea|likelihood|chance|process|matter|case|question|work|act|practice)"
    r" of (?:the |an? )?(?=\w)"
)
_BY_STATE = re.compile(r"^(?P<deed>[a-z]+) by (?:the )?(?P<state>[A-Z][\w .]+)$")
_LED_BY_PEOPLE = re.compile(
    r"^(?:an? )?(?:(?P<people>[A-Z][\w-]+)|[A-Z][\w ]*-(?P<flag>flagged|owned|registered|built|operated)) (?=[a-z])"
)
_ACTING = re.compile(r"\b(?:with|by|against|and|from|between) (?P<capital>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\b")


def phrased(answer: str) -> Iterator[str]:
    """Other ways to say a phrase.

    >>> list(phrased("the prospect of recognition by Kenya")), list(phrased("talks with Nairobi"))
    (['recognition by Kenya', "Kenya's recognition", 'Kenyan recognition'], ['talks with Kenya'])
    """
    plain = _EMPTY_HEAD.sub("", answer)
    if plain != answer:
        yield plain
    if (found := _BY_STATE.match(plain)) is not None:
        yield from _owned(found["deed"], found["state"])
    if (acting := _ACTING.search(answer)) is not None:
        state = gazetteer.capitals().get(fold(acting["capital"]))
        if state is not None and acting["capital"] == state.capital and state.name != state.capital:
            start, end = acting.span("capital")
            yield f"{answer[:start]}{state.with_article}{answer[end:]}"


def without_people(answer: str) -> str:
    """A kind of thing without whose it is and under which flag; the answer itself where that is all.

    >>> without_people("a Kenyan bulk carrier"), without_people("a Hong Kong-flagged tanker"), without_people("a tug")
    ('bulk carrier', 'tanker', 'a tug')
    """
    found = _LED_BY_PEOPLE.match(answer)
    people = found is not None and (found["flag"] is not None or found["people"] in gazetteer.demonyms())
    return answer[found.end() :] if found is not None and people else answer


def _owned(deed: str, name: str) -> Iterator[str]:
    """`Kenya's recognition`, `Kenyan recognition`; `US recognition` too."""
    state = gazetteer.states().get(fold(name))
    if state is None:
        return
    yield f"{name}'{'' if name.endswith('s') else 's'} {deed}"
    yield f"{state.demonym} {deed}"
    yield from (f"{short} {deed}" for short in state.aliases if short.isupper() and len(short) < 4)
