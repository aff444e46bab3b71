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
    words = text.split()
    if not {part.head, f"{part.head}s"} & {*re.findall(r"[\w-]+", text.lower())}:
        return False
    if {*text.lower().split()} & DISEASES.keys() or part.head in _NAMED_WITHOUT:
        return False
    if told.has_article(part.head):
        return True
    if part.head.endswith("s"):
        return _happened_there(part, text)
    if (
        _is_of(part, words)
        or _PARTICLE.search(part.head)
        or (len(words) > 1 and _is_body(part.head) and told.bare[part.head] <= told.owned[part.head])
    ):
        return True
    if " and " in text:
        return False
    of_people = words[0] in gazetteer.demonyms()
    counted = inflections(part.head, "NNS") != () and not told.bare[part.head]
    known = part.head in told.counted or (part.proper and not of_people)
    if len(words) > 1 and told.owned[part.head] > told.bare[part.head] and known:
        return True
    return part.proper and counted and not of_people and not (part.alone and part.place[0] == 0)


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
    return words[last + 1 : last + 2] == ["of"] and not part.head.endswith("ing")


def _is_body(noun: str) -> bool:
    return noun in gazetteer.words("organization_nouns")
