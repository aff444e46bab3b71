"""The names of a title or a body by how many sentences say them: what a brief is about where its title names little."""

from __future__ import annotations

import re
from collections import Counter

from trainer.language import gazetteer
from trainer.language.entities import Entity
from trainer.language.lexicon import lemmas
from trainer.language.names import Sort
from trainer.language.reading import Reading
from trainer.text import fold
from trainer.values.names import content_words

OFTEN = 2
"""Sentences that say a word of the topic, where no name stands in it."""
OFTEN_SPOKEN_OF = 4
"""Sentences that name what a brief is about whose title says nothing."""
SHARE_SPOKEN_OF = 0.2
"""Of all sentences, at least, those that say a name that its title does not."""
AHEAD = 1.5
"""Times as many sentences as those of the next name."""


def name_in(reading: Reading, title: str) -> tuple[str, int]:
    """The name in the title that most sentences of the brief have, and how many; empty if not two have any."""
    texts = _names_of(reading, title)
    found, left = [], title
    for name in sorted(texts, key=len, reverse=True):
        if not _stands(name, left):
            continue
        left = left.replace(name, "")
        times = count(reading, name, texts[name])
        if times >= OFTEN and not rules(name, title):
            found.append((-times, title.index(name), name))
    if not found:
        return "", 0
    least, _, name = min(found)
    articles = sum(f"the {name}" in line.plain or line.plain.startswith(f"The {name}") for line in reading.lines)
    return (f"the {name}" if 2 * articles > -least else name), -least


def rules(name: str, title: str) -> bool:
    """Whether a capital stands for those who rule from it, or for what they agreed there: `Beijing's move`."""
    stands_for = rf"{re.escape(name)}'s\b|(?:^|: )After {re.escape(name)}\b"
    return fold(name) in gazetteer.capitals() and re.search(stands_for, title) is not None


def far_ahead(reading: Reading) -> str:
    """The name that by far most sentences say, at least a fifth of them; empty for a person, and where in doubt."""
    counts = Counter({entity: count(reading, "", entity.texts) for entity in entities(reading)})
    (first, most), (_, next_most) = (*counts.most_common(2), (None, 0), (None, 0))[:2]
    if first is None or first.sort in {Sort.PERSON, Sort.PEOPLE}:
        return ""
    often = most >= max(OFTEN_SPOKEN_OF, SHARE_SPOKEN_OF * len(reading.lines))
    return first.said if often and most >= AHEAD * next_most else ""


def pairs(title: str) -> list[str]:
    """Two words with capitals side by side, which are a name where the body has them so too."""
    return re.findall(r"(?=\b([A-Z][\w-]+ [A-Z\d][\w-]+))", title)


def folded(text: str) -> set[str]:
    """Its words of content, those in the plural as in the singular."""
    return {word.removesuffix("s") for word in content_words(text)} - {"with"}


def entities(reading: Reading) -> list[Entity]:
    """Each thing that the body names, in order."""
    found = {mention.entity.number: mention.entity for mentions in reading.mentions.named for mention in mentions}
    return [found[number] for number in sorted(found)]


def _names_of(reading: Reading, title: str) -> dict[str, frozenset[str]]:
    """Each name of the body, and each pair of capitals in the title that the body has too, with its forms."""
    texts = {text: entity.texts for entity in entities(reading) if entity.sort is not Sort.PEOPLE
             for text in entity.texts}  # fmt: skip
    said = [pair for pair in pairs(title) if any(_stands(pair, line.plain) for line in reading.lines)]
    for pair in said:
        texts.setdefault(pair, frozenset({pair}).union(*(texts[word] for word in pair.split() if word in texts)))
    return texts


def count(reading: Reading, name: str, forms: frozenset[str]) -> int:
    """How many sentences say one of the forms, or one of the name's words for all of it: `Ayungin`, `the shoal`."""
    first, last = (name.partition(" ")[0], name.rpartition(" ")[2].lower()) if " " in name else ("", "")
    short = {f"{article} {last}" for article in ("the", "The")} if "NOUN" in lemmas(last) else set[str]()
    short |= {first} if short and not lemmas(first.lower()) else set()
    return sum(any(_stands(form, line.plain) for form in forms | short) for line in reading.lines)


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text as it is written, and not within a word."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
