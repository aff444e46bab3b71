"""Which noun phrase of a title says best what its brief is about: by how much of the text it covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.language.gazetteer import State
from trainer.language.glyphs import plain
from trainer.language.kinds import DISEASES
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Line, Reading, state_of
from trainer.language.tags import NOUNS
from trainer.questions.topic_events import HOLLOW, TELLING, is_event
from trainer.questions.topic_names import OFTEN, folded
from trainer.questions.topic_phrases import PAPER, Part
from trainer.text import fold


@dataclass(frozen=True, slots=True)
class Told:
    """What the text of a brief says, word by word."""

    letters: Counter[str]
    """Each word as it is written, by how many sentences have it."""
    lines: Counter[str]
    """Each word of content in the singular, by how many sentences have it."""
    count: int
    """How many sentences there are."""
    owned: Counter[str]
    """Each noun in the singular with an article, an owner or a number, by how often."""
    bare: Counter[str]
    """Each without any."""
    counted: frozenset[str]
    """Each noun in the singular that the text counts: with `a`, or in the plural."""
    nouns: frozenset[str]
    """Each word that stands as a noun anywhere, plurals as they are."""
    body: tuple[Line, ...]
    """The sentences, without those that only say the title again."""

    def said(self, word: str) -> int:
        """How many sentences have the word, in whatever form: `floods`, `flooding`."""
        stem = word[: max(4, len(word) - 2)]
        return max((count for other, count in self.lines.items() if other.startswith(stem)), default=0)

    def worth(self, part: Part) -> float:
        """How well the phrase says what the text is about; 0 for what a text of some length does not speak of."""
        counts = [self.said(word) for word in words_of(part.text)]
        share = sum(count > 0 for count in counts) / max(1, len(counts))
        short = self.count < SHORT_TEXT
        leads = part.alone or (part.leads and not part.acts)
        led = leads if part.text.lower() in DISEASES else part.named and (short or leads)
        if not counts or share < (0 if led else THIRD if short else HALF):
            return 0
        if not (part.named or short or self.said(part.head)):
            return 0  # `canal vision`, in a pun
        worth = (
            (2 * share if part.named else 3 * share - 1)
            + min(max(counts), 4) / 4
            + 0.6 * part.named
            + EVENT * (is_event(part.head) and not part.later) * (1 + (" " in part.text.removeprefix("the ")))
        )
        worth += 0.3 * (len(counts) > 1) + 0.1
        worth -= 0.2 * (part.rare and not part.named)
        worth += 0.5 * (part.named and part.alone and part.place[0] == 0) - 0.2 * (not part.leads) - 0.4 * part.counted
        worth -= 0.4 * min(part.place[0], 2) + 0.6 * part.later + 0.7 * part.acts + 0.4 * part.beside
        return max(worth, 0.1)

    def has_article(self, noun: str) -> bool:
        """Whether the text says the noun with an article or an owner, and not without: `attempt`, not `cocoa`."""
        return self.owned[noun] > max(self.count >= SHORT_TEXT, 3 * self.bare[noun])


EVENT = 0.3
"""What a phrase is worth more whose noun says that something happened, and twice that if it says what."""
SHORT_TEXT = 20
"""Sentences of a text that need not say again what its title says."""
THIRD = 0.3
"""Of the words of a topic, at least, those that a short text has where no name is among them."""
HALF = 0.5
"""Of the words of a topic, at least, those that the text has."""


def words_of(text: str) -> set[str]:
    """The words of a phrase that carry its meaning, short names among them: `HIV`, `gas`."""
    short = re.findall(r"\b(?:[A-Z][A-Z\d]+|[a-z]{3})\b", text)
    return folded(text) | {fold(word) for word in short} - _SMALL


_SMALL = frozenset({"the", "and", "for", "its", "off", "two", "new", "old", "who", "how", "one", "six", "ten", "all"})


def told_of(reading: Reading) -> Told:
    """What the text of the brief says."""
    title = fold(plain(reading.brief.title))
    body = [line for line in reading.lines if fold(line.plain).strip(" .") not in title]
    letters = Counter(word for line in body for word in _words(line))
    lines = Counter(word for line in body for word in words_of(line.plain))
    nouns = [token for line in body for token in line.sentence.doc if token.tag_ == "NN"]
    nouns = [noun for noun in nouns if noun.dep_ != "compound"]
    owned = [any(left.dep_ == "det" for left in noun.lefts) for noun in nouns]
    pairs = list(zip(nouns, owned, strict=True))
    return Told(
        letters, lines, len(body),
        Counter(noun.lower_ for noun, has in pairs if has), Counter(noun.lower_ for noun, has in pairs if not has),
        frozenset(_counted(body)),
        frozenset(token.lower_ for line in body for token in line.sentence.doc if token.tag_ in NOUNS),
        tuple(body),
    )  # fmt: skip


def _counted(body: Sequence[Line]) -> Iterator[str]:
    """The nouns that stand with `a` or in the plural somewhere in the sentences."""
    for token in (token for line in body for token in line.sentence.doc):
        if token.tag_ == "NNS":
            yield token.lower_.removesuffix("s")
        elif token.tag_ == "NN" and any(left.lower_ in {"a", "an"} for left in token.lefts):
            yield token.lower_


def best(parts: Sequence[Part], told: Told) -> Part | None:
    """The phrase that says best what the text is about; the first of equals; None where none says enough.

    What stands inside of one that says enough goes with it.
    """
    fit = [part for part in parts if says_what(part, told) and told.worth(part) > 0]
    whole = [part for part in fit if not any(other.holds(part) for other in fit)]
    if (event := _told_behind(whole)) is not None:
        return event
    inner = {part for part in whole if any(other.holds(part) and not _leads_to_more(other) for other in parts)}
    return max(whole, key=lambda part: told.worth(part) - INNER * (part in inner), default=None)


def _told_behind(parts: Sequence[Part]) -> Part | None:
    """What happened with a name of its own, behind a name that is but where: `Gao: | derailment of train 7`."""
    label = next((part for part in parts if part.place[0] == 0 and part.alone and not part.head), None)
    told = [part for part in parts if part.place[0] and part.alone and part.named and is_event(part.head)]
    return told[0] if label is not None and told and " of " in told[0].text else None


def alone(parts: Sequence[Part], told: Told) -> Part | None:
    """The phrase that is all of its clause, under which a text of a few sentences says nothing of it again."""
    fit = [part for part in parts if part.alone and " " in part.text and says_what(part, told)]
    return fit[0] if fit and told.count < SHORT_TEXT else None


INNER = 0.4
"""What a phrase is worth less inside of one that does not say enough: `evidence from | Waltham Forest`."""


def says_what(part: Part, told: Told) -> bool:
    """Whether a phrase says enough: `malaria vaccines`, `cobalt`; not `the attack`, nor `boats`, nor `the report`."""
    words = re.sub("^(?:the|an?) ", "", part.text).split()
    noun = part.head.removesuffix("s")
    person = noun.rpartition("-")[2] in PERSONS
    last = part.forms[-1].split()[-1]
    of_brief = last.lower().removesuffix("s") in PAPER and (last.islower() or last == part.text)
    of_brief = of_brief or _is_hollow(part)
    shouted = part.text.isupper() and " " in part.text and not any(told.letters[word] for word in words)
    if of_brief or shouted or re.search(r"\bNo\b|^\d+$|^Q\d|^FY", part.text):
        return False
    if part.named:
        return not person
    if person or re.match("an? ", part.text):
        return False
    if len(words) > 1:
        return True
    if part.leads and words[0].lower() in DISEASES:
        return True
    return part.rare or (part.leads and not (part.head.endswith("s") or is_event(noun) or told.has_article(words[0])))


def _is_hollow(part: Part) -> bool:
    """Whether a noun says nothing of what hangs on it: `update on ...`, `progress of ...`."""
    noun = next((noun for noun in (part.head, part.head.removesuffix("s")) if noun in HOLLOW | PAPER), "")
    return noun in PAPER or (noun in HOLLOW and len(part.forms) > 1 and f"{noun} at " not in part.text)


def _leads_to_more(part: Part) -> bool:
    """Whether a noun says nothing of what it is said of or on; what it comes from is another thing."""
    leads = {part.head, part.head.removesuffix("s")} & (HOLLOW | TELLING)
    return bool(leads) and re.search(r" (?:of|on|for) ", part.text) is not None


def state_told(reading: Reading) -> str:
    """The state that a good part of the sentences name, where no title names any; empty where in doubt."""
    state = reading.topic
    if state is None:
        return ""
    is_home = state.name == reading.brief.home
    return state.with_article if is_home or _share(reading, state) >= STATE_SHARE else ""


STATE_SHARE = 0.25
"""Of all sentences, at least, those that name the state of which a title says nothing."""


def _share(reading: Reading, state: State) -> float:
    lines = [line for line in reading.lines if any(state_of(name) == state for name in line.names)]
    return len(lines) / len(reading.lines) if len(lines) > OFTEN else 0


def _words(line: Line) -> set[str]:
    """The words of a sentence, its first one without the capital that only its place gives it."""
    words = re.findall(r"[\w'-]+", line.plain)
    if words and words[0][1:].islower() and not any(name.start == 0 for name in line.names):
        words[0] = words[0][:1].lower() + words[0][1:]
    return set(words)
