"""What a brief is about, in a phrase: what its title names, in the letters that its body uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trainer.language.glyphs import plain
from trainer.language.lexicon import lemmas
from trainer.language.names import PLACES, Sort, known_names
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Line, Reading
from trainer.language.tags import NOUNS
from trainer.questions.topic_names import OFTEN, OFTEN_SPOKEN_OF, far_ahead, folded, is_said_more, name_in, pairs
from trainer.questions.topic_phrases import (
    MOST_WORDS,
    PLACING,
    SEAMS,
    happenings,
    of_matter,
    phrases,
    size,
    uncapped,
)
from trainer.values.names import content_words, stands_in

SHORTER_THAN = 4
"""Words of a name for which its letters stand in a topic."""
_DATED = re.compile(r"\d [A-Z]|[A-Z]\w+ \d")
_TIED = re.compile(r"([A-Z][\w ]+)-([A-Z][\w ]+)(?=$|[:;,?.])")
_CODED = re.compile(r"\b(?:Exercise|EXERCISE|Operation|OPERATION|Ex) [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}")
"""What an exercise or an operation is called, whatever else the title says."""
_CODE = re.compile(r"\b[A-Z]{1,4}-?\d{1,4}[A-Z]{0,2}\b")
"""What an aircraft or the like is called: `A400M`."""
_EMPTY = frozenset({
    "update", "brief", "briefing", "report", "note", "advisory", "summary", "situation", "sitrep", "alert", "week",
    "judgement", "judgment", "outlook", "review",
})  # fmt: skip
"""What is said of the brief, and not of the world."""


def topic_of(reading: Reading) -> str:
    """`the Change Healthcare breach`, `mpox`, `Ghana`; empty if the title does not say it in so many words."""
    state = reading.topic.with_article if reading.topic is not None and reading.titled else ""
    title = re.sub(r' ?\([^)]*\)|"', "", plain(reading.brief.title))
    title = _with_short_names(reading, title)
    if (coded := _CODED.search(title)) is not None:
        kind, _, name = coded[0].partition(" ")
        return f"{kind.capitalize()} {name}"
    title = of_matter(_untied(uncapped(reading, title).replace(" / ", " and ")))
    said = Counter(word for line in reading.lines for word in _words(line))
    told = [pair for pair in pairs(title) if any(pair in line.plain for line in reading.lines)]
    said.subtract({word: said[word] for word in _openers(reading, title)})
    names = {word for pair in (*told, *(name.text for name in known_names(title))) for word in pair.split()}
    names.update(_CODE.findall(title))
    found = [
        _as_told(reading, _as_named(_acting(reading, phrase), told, said))
        for phrase in phrases(title, said, names, state)
        if _is_topic(phrase, title, said, names)
    ]
    named = [phrase for phrase in found if _names_something(phrase, reading)]
    common = [_uncapitalized(phrase) for phrase in found if phrase not in named and _says_what(phrase)]
    happened = next((phrase for phrase in (*named, *found) if _is_event(phrase)), "")
    place = state if state in named else next((phrase for phrase in named if _is_place(title, phrase)), "")
    if happened and place and (place == state or happened not in named) and not _holds(happened, reading):
        return f"{happened} in {place}"
    if named:
        return happened if happened in named and _is_place(title, named[0]) else named[0]
    most, sentences = name_in(reading, title)
    if most and not state and common and is_said_more(reading, sentences, common[0]):
        return most
    return next(iter(common), state or most or _spoken_of(reading))


def _with_short_names(reading: Reading, title: str) -> str:
    """The title with the letters by which the body calls what it names in more than four words."""
    for pair in (pair for line in reading.lines for pair in line.acronyms if len(pair.name.split()) > SHORTER_THAN):
        title = re.sub(re.escape(pair.name), pair.short, title, flags=re.IGNORECASE)
    return title


def _says_what(phrase: str) -> bool:
    """Whether a phrase without a name says enough: `malaria vaccines`, `cobalt`; not `the attack`, nor `boats`."""
    words = phrase.removeprefix("the ").split()
    return len(words) > 1 or not (words[0].endswith("s") or _is_event(phrase) or words[0] in PERSONS)


def _is_event(phrase: str) -> bool:
    """Whether the phrase is about something that happened: `the loss of Lashio`, `ransomware intrusions`."""
    head = PLACING.split(phrase)[0].split()[-1]
    return bool({head, head.removesuffix("s")} & happenings())


def _is_place(title: str, phrase: str) -> bool:
    """Whether the phrase is the name of a place and nothing else."""
    name = phrase.removeprefix("the ")
    return any(found.text == name and found.sort in PLACES for found in known_names(title))


def _is_state(name: str) -> bool:
    return any(found.text == name and found.sort is Sort.STATE for found in known_names(name))


def _holds(phrase: str, reading: Reading) -> bool:
    """Whether the phrase names the state that the brief is about."""
    state = reading.topic
    return state is not None and any(stands_in(form, phrase) for form in (state.name, state.demonym) if form)


def _spoken_of(reading: Reading) -> str:
    """What the body is about, under a title that names nothing: its state, else the name that most sentences say."""
    state = reading.topic
    if state is not None:
        forms = [form for form in (state.name, state.demonym) if form]
        said = sum(any(stands_in(form, line.plain) for form in forms) for line in reading.lines)
        if said >= OFTEN_SPOKEN_OF:
            return state.with_article
    return far_ahead(reading)


def _names_something(phrase: str, reading: Reading) -> bool:
    """Whether a capital in the phrase is that of a name, and not that of a mere word in a title."""
    runs = re.findall(r"\b[A-Z][\w&-]*(?: [A-Z\d][\w&-]*)*", phrase)
    return any(" " in run or not run.istitle() or _is_name(run, reading) for run in runs)


def _is_name(word: str, reading: Reading) -> bool:
    """Whether a word with a capital is a name: of a place or a people, or one that the body has with it alone."""
    if not lemmas(word.lower()).keys() & {"NOUN", "ADJ"}:
        return True
    if any(found.sort in {*PLACES, Sort.PEOPLE} for found in known_names(word)):
        return True
    alone = re.compile(rf"(?<![A-Z] )(?<=\w )\b{re.escape(word)}\b(?! [A-Z])")
    return any(name.text == word for line in reading.lines for name in line.names) or any(
        alone.search(line.plain) for line in reading.lines
    )


def _uncapitalized(phrase: str) -> str:
    """A phrase that names nothing, without capitals: `a nature reserve`."""
    return phrase if _DATED.search(phrase) else re.sub(r"\b[A-Z](?=[a-z])", lambda letter: letter[0].lower(), phrase)


def _untied(title: str) -> str:
    """The title with two states that a dash alone ties as two: `Chad and Niger: ...`."""
    pair = _TIED.match(title)
    states = pair is not None and all(_is_state(side) for side in pair.groups())
    return _TIED.sub(r"\1 and \2", title, count=1) if states else title


def _words(line: Line) -> set[str]:
    """The words of a sentence, its first one without the capital that only its place gives it."""
    words = re.findall(r"[\w'-]+", line.plain)
    if words and words[0][1:].islower() and not any(name.start == 0 for name in line.names):
        words[0] = words[0][:1].lower() + words[0][1:]
    return set(words)


def _openers(reading: Reading, title: str) -> set[str]:
    """The words that open a part of the title and no name of the body: their capital is that of the title."""
    first = {part.split()[0] for part in SEAMS.split(title) if part.split()}
    first = {word for word in first if word[1:].islower()}
    return first - {name.text.split()[0] for line in reading.lines for name in line.names}


_DOES = re.compile(r"(?P<does>[A-Z][\w' -]* [a-z]+s) (?:against|amid|at|by|for|from|in|on|over|to|with)\b.*")
"""A state and what looks like a noun, before what may belong to either: `Chad votes on a Monday`."""


def _acting(reading: Reading, phrase: str) -> str:
    """What does something without what it does, where that looks like a noun: `Chad | votes`, `Gao's north | opens`.

    Not where the body says both of a state, nor where it has the word as a noun.
    """
    does = _DOES.fullmatch(phrase)
    if does is not None and _acting(reading, does["does"]) != does["does"]:
        return _acting(reading, does["does"])
    name, _, last = phrase.rpartition(" ")
    acts = last.islower() and last.endswith("s") and "VERB" in lemmas(last) and not name.isupper()
    if not acts or not name:
        return phrase
    lines = [line for line in reading.lines if phrase in line.plain] if _is_state(name) else reading.lines
    nouns = {t.lower_.removesuffix("s") for line in lines for t in line.sentence.doc if t.tag_ in NOUNS}
    return phrase if last.removesuffix("s") in nouns else name


def _as_named(phrase: str, told: Sequence[str], said: Counter[str]) -> str:
    """The name by which the body calls what a title gives one word more: `First Quantum`, for `... minerals`."""
    name, _, last = phrase.rpartition(" ")
    return name if name in told and last.islower() and not said[last] and last not in happenings() else phrase


def _as_told(reading: Reading, phrase: str) -> str:
    """A name of capitals with the article that the body gives it: `the Black Sea Grain Initiative`."""
    if not re.fullmatch(r"[A-Z][\w'-]*(?: [A-Z\d][\w'-]*)+", phrase) or _is_state(phrase):
        return phrase
    return f"the {phrase}" if sum(f"the {phrase}" in line.plain for line in reading.lines) else phrase


def _is_topic(phrase: str, title: str, said: Counter[str], names: set[str]) -> bool:
    """Whether it is a part of the title with a name, or the body speaks of it.

    Of what the body speaks, half of the words stand somewhere in it, and one of them in many sentences.
    """
    later = r"(?: \w+ (?:year|month|week|day)s?)? (?:after|amid)\b"
    part = rf"{re.escape(phrase.removeprefix('the '))}(?:$|[:;,.?]| --? |{later})"
    named = not names.isdisjoint(re.findall(r"[\w'-]+", phrase)) and re.search(part, title, re.IGNORECASE)
    words = folded(phrase)
    counts = Counter[str]()
    for word, count in said.items():
        for key in content_words(word):
            counts[key.removesuffix("s")] += count
    known = 2 * sum(counts[word] > 0 for word in words) >= len(words) > 0
    told = known and max(counts[word] for word in words) >= OFTEN
    return (
        bool(named or told)
        and size(phrase) <= MOST_WORDS + 1
        and not words & _EMPTY
        and not (phrase.isupper() and said[phrase] < OFTEN and not (said[phrase] and _CODE.fullmatch(phrase)))
        and not re.search(r"(?<!-)\b(?:19|20)\d\d\b|\bNo\b|[\"()]|^\d+$", phrase)
    )
