"""Whether what a brief is about has an article before its noun."""

from __future__ import annotations

import re

from trainer.language import gazetteer
from trainer.language.kinds import DISEASES
from trainer.language.lexicon import inflections
from trainer.questions.topic_events import is_event
from trainer.questions.topic_matter import Told
from trainer.questions.topic_phrases import Part


def needs_article(part: Part, text: str, told: Told) -> bool:
    """Whether `the` goes before a noun: the text has it so, or it is one of its kind: `the Dresden treasury`."""
    words = set(re.findall(r"[\w-]+", text.lower()))
    if words & DISEASES.keys() or part.head in _NAMED_WITHOUT or not words & {part.head, f"{part.head}s"}:
        return False
    if told.has_article(part.head):
        return True
    return _happened_there(part, text) if part.head.endswith("s") else _is_one(part, text, told)


def _is_one(part: Part, text: str, told: Told) -> bool:
    """Whether a noun in the singular is one of several, of which the phrase says which: `the Dutch government`."""
    words = text.split()
    owned, bare = told.owned[part.head], told.bare[part.head]
    body = len(words) > 1 and part.head in gazetteer.words("organization_nouns") and bare <= owned
    if body or _is_of(part, words) or _PARTICLE.search(part.head):
        return True
    if " and " in text:
        return False
    of_people = words[0] in gazetteer.demonyms()
    named = part.proper and not of_people
    if len(words) > 1 and owned > bare and (named or part.head in told.counted):
        return True
    counted = inflections(part.head, "NNS") != () and not bare
    return named and counted and not (part.alone and part.place[0] == 0)


_PARTICLE = re.compile(r"-(?:off|out|up|down|over|back)$")
"""How nouns end that are made of a verb: `cut-off`."""
_NAMED_WITHOUT = frozenset({"province", "district", "county", "oblast", "prefecture"})
"""Places that stand behind their name without an article."""


def _happened_there(part: Part, text: str) -> bool:
    """Whether several things that happened are those of a name or a spot: `the explosions at Gao airport`."""
    first = text.split(maxsplit=1)[0]
    behind = text.partition(part.head)[2]
    named = part.proper and first not in gazetteer.demonyms()
    return is_event(part.head) and (named or (behind.startswith(" at ") and behind != behind.lower()))


def _is_of(part: Part, words: list[str]) -> bool:
    """Whether a noun in the singular is said of another: `the seizure of ...`; not `trafficking of ...`."""
    last = next((k for k, word in enumerate(words) if word.lower() == part.head), len(words))
    behind = words[last + 1 : last + 3]
    return behind[:1] == ["of"] and (behind == ["of", "the"] or not part.head.endswith("ing"))
