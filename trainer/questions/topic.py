"""What a brief is about, in a phrase: what its title names, in the letters that its body uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from lemminflect import getAllLemmas
from spacy.tokens import Doc, Token

from trainer.facts.syntax import is_finite
from trainer.language import gazetteer
from trainer.language.glyphs import plain
from trainer.language.names import PLACES, Sort, known_names
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Line, Reading
from trainer.language.sentences import parse
from trainer.language.tags import NOUNS
from trainer.values.names import content_words, stands_in

MOST_WORDS = 7
"""Words of a phrase that can go before a question."""
OFTEN = 2
"""Sentences that say a word of the topic, where no name stands in it."""
SHORTER_THAN = 4
"""Words of a name for which its letters stand in a topic."""
OFTEN_SPOKEN_OF = 4
"""Sentences that name the state of a brief whose title says nothing."""
_CODED = re.compile(r"\b(?:Exercise|EXERCISE|Operation|OPERATION|Ex) [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}")
"""What an exercise or an operation is called, whatever else the title says."""
_SEAMS = re.compile(r"\s*(?::|;|\s--?\s|(?<!\bv)(?<!\bvs)(?<!\b[Nn]o)\.(?=\s|$)|\?)\s*")
_TAIL = re.compile(r",? (?:and (?:its|their|his|her|the)\b.*|after .*|amid .*|as .*|ahead of .*)$")
_LED = re.compile(
    r"^(?:(?:an? )?(?:key )?[a-z]+ on (?=the [A-Z]|[A-Z])|(?:19|20)\d\d |(?:No\.? )?\d+[:,]? (?=[A-Z])"
    r"|(?:the )?(?:prospects?|outlook|implications|consequences|impact|state|status) (?:for|of) )"
)
"""What a title says of the brief before it says what it is about: `Update on X`, `Outlook for X`, and the year."""
_OF_BRIEF = re.compile(
    r"\b(?:update|brief|briefing|report|note|memo|advisory|summary|sitrep|alert|judge?ments|telegram|review|chronology)"
    r"(?: (?:no\.? ?)?[\d/]+)?$",
    re.IGNORECASE,
)
"""A part of a title that says what kind of brief it is."""
_EMPTY = frozenset({
    "update", "brief", "briefing", "report", "note", "advisory", "summary", "situation", "sitrep", "alert", "week",
    "judgement", "judgment", "outlook", "review",
})  # fmt: skip
"""What is said of the brief, and not of the world."""
_NOT_FIRST = frozenset({"IN", "WRB", "WP", "RB", "VBG", "VBN", "TO", "CC", "PRP", "JJR", "RBR", "MD", "VBZ", "VBD"})


def topic_of(reading: Reading) -> str:
    """`the Change Healthcare breach`, `mpox`, `Ghana`; empty if the title does not say it in so many words."""
    state = reading.topic.with_article if reading.topic is not None and reading.titled else ""
    title = _with_short_names(reading, re.sub(r" ?\([^)]*\)", "", plain(reading.brief.title)))
    if (coded := _CODED.search(title)) is not None:
        return coded[0]
    title = _uncapped(reading, title).replace(" / ", " and ")
    said = Counter(word for line in reading.lines for word in _words(line))
    told = [pair for pair in _pairs(title) if any(pair in line.plain for line in reading.lines)]
    said.subtract({word: said[word] for word in _openers(reading, title)})
    names = {word for pair in (*told, *(name.text for name in known_names(title))) for word in pair.split()}
    phrases = [
        _as_told(reading, phrase)
        for phrase in _phrases(title, said, names, state)
        if _is_topic(phrase, title, said, names)
    ]
    named = [phrase for phrase in phrases if re.search(r"\b[A-Z]", phrase)]
    common = [phrase for phrase in phrases if phrase not in named and _says_what(phrase)]
    happened = next((phrase for phrase in (*named, *phrases) if _is_event(phrase)), "")
    place = state if state in named else next((phrase for phrase in named if _is_place(title, phrase)), "")
    if happened and place and (place == state or happened not in named) and not _holds(happened, reading):
        return f"{happened} in {place}"
    return next(iter((*named, *common)), state or _name_in(reading, title) or _spoken_of(reading))


def _with_short_names(reading: Reading, title: str) -> str:
    """The title with the letters by which the body calls what it names in more than four words."""
    for pair in (pair for line in reading.lines for pair in line.acronyms if len(pair.name.split()) > SHORTER_THAN):
        title = re.sub(re.escape(pair.name), pair.short, title, flags=re.IGNORECASE)
    return title


def _uncapped(reading: Reading, title: str) -> str:
    """The title without capitals throughout: each word as the body has it, else as a name."""
    body = {word for line in reading.lines for word in re.findall(r"[\w'-]+", line.plain)}

    def told(found: re.Match[str]) -> str:
        word = found[0]
        if word in body:
            return word
        return word.lower() if word.lower() in _SMALL else word.capitalize()

    parts = re.split(r"(: | --? | / )", title)
    return "".join(re.sub(r"\b[A-Z][A-Z'-]+\b", told, part) if part.isupper() else part for part in parts)


_SMALL = frozenset({
    "a", "an", "the", "and", "or", "of", "in", "on", "at", "for", "to", "from", "by", "with", "it", "what", "its",
    "after", "as", "amid", "over", "under", "into", "is", "are",
})  # fmt: skip


def _says_what(phrase: str) -> bool:
    """Whether a phrase without a name says enough: `malaria vaccines`, `cobalt`; not `the attack`, nor `boats`."""
    words = phrase.removeprefix("the ").split()
    return len(words) > 1 or not (words[0].endswith("s") or _is_event(phrase) or words[0] in PERSONS)


def _is_event(phrase: str) -> bool:
    """Whether the phrase is about something that happened: `the loss of Lashio`, `ransomware intrusions`."""
    head = _PLACING.split(phrase)[0].split()[-1]
    return bool({head, head.removesuffix("s")} & _happenings())


def _is_place(title: str, phrase: str) -> bool:
    """Whether the phrase is the name of a place and nothing else."""
    name = phrase.removeprefix("the ")
    return any(found.text == name and found.sort in PLACES for found in known_names(title))


def _holds(phrase: str, reading: Reading) -> bool:
    """Whether the phrase names the state that the brief is about."""
    state = reading.topic
    return state is not None and any(stands_in(form, phrase) for form in (state.name, state.demonym) if form)


def _spoken_of(reading: Reading) -> str:
    """The state that the body is about, under a title that names nothing: `Daily brief`."""
    state = reading.topic
    if state is None:
        return ""
    forms = [form for form in (state.name, state.demonym) if form]
    said = sum(any(stands_in(form, line.plain) for form in forms) for line in reading.lines)
    return state.with_article if said >= OFTEN_SPOKEN_OF else ""


def _words(line: Line) -> set[str]:
    """The words of a sentence, its first one without the capital that only its place gives it."""
    words = re.findall(r"[\w'-]+", line.plain)
    if words and not any(name.start == 0 for name in line.names):
        words[0] = words[0][:1].lower() + words[0][1:]
    return set(words)


def _openers(reading: Reading, title: str) -> set[str]:
    """The words that open a part of the title and no name of the body: their capital is that of the title."""
    first = {part.split()[0] for part in _SEAMS.split(title) if part.split()}
    return first - {name.text.split()[0] for line in reading.lines for name in line.names}


def _phrases(title: str, said: Counter[str], names: set[str], state: str) -> Iterator[str]:
    """The noun phrases of a title: what stands before a seam, or what its clause is about where it names no state."""
    for clause in (clause for part in _SEAMS.split(title) for clause in part.split(", ")):
        words = " ".join(_in_its_letters(word, said, names) for word in clause.split())
        words = _LED.sub("", words[:1].lower() + words[1:] if _LED.match(words.lower()) else words)
        if not words or _OF_BRIEF.search(words):
            continue
        doc = parse(words)
        verb = next((t for t in doc[1:] if _is_verb(t)), None)
        end = verb.i if verb is not None and any(t.tag_ in NOUNS for t in doc[: verb.i]) else len(doc)
        told = _short(_TAIL.sub("", doc[: _break(doc, end)].text))
        gerund = len(doc) > 1 and doc[0].tag_ == "VBG" and doc[1].lower_ == "of"
        text, opens = _of_house(told), gerund or (doc[0].tag_ not in _NOT_FIRST and doc[0].tag_ != "CD")
        if text and opens and _closes(doc[end - 1]) and (text != told or not (state and end < len(doc))):
            yield _with_article(text)


def _closes(token: Token) -> bool:
    """Whether a noun phrase may end with the word, however it is tagged in a title."""
    noun = token.tag_ in NOUNS or token.text[:1].isupper() or "NOUN" in getAllLemmas(token.lower_)
    return len(token.doc) == 1 or (noun and token.lower_ not in {"out", "up", "down", "in", "on", "off", "back"})


def _is_verb(token: Token) -> bool:
    """Whether a word of a title is the verb of its clause: by its tag, or because the dictionary knows no other."""
    if is_finite(token) and token.i + 1 < len(token.doc):
        return token.nbor().tag_ != "IN" or _is_between(token)
    lemmas = getAllLemmas(token.lower_).keys()
    return token.text.endswith("s") and (lemmas == {"VERB"} or ("VERB" in lemmas and _is_between(token)))


def _is_between(token: Token) -> bool:
    """Whether a word like `strikes` stands as a verb does: behind somebody, before what it is done to, for or over."""
    before, behind = token.nbor(-1), token.nbor() if token.i + 1 < len(token.doc) else None
    if behind is None or not (token.text.isalpha() and token.text.islower()) or before.tag_ not in NOUNS:
        return False
    acts = before.text[:1].isupper() or {before.lower_, before.lower_.removesuffix("s")} & PERSONS
    return behind.text[:1].isupper() or (bool(acts) and behind.lower_ in {"for", "over", "after", "amid", "as", "into"})


def _break(doc: Doc, end: int) -> int:
    """Where a phrase is over because an article follows on a noun: `Beirut | a year after`."""
    return next((t.i for t in doc[1:end] if t.tag_ == "DT" and doc[t.i - 1].tag_ in NOUNS), end)


def _short(text: str) -> str:
    """The phrase without what its last prepositions say of where and when, as long as it is too long."""
    while len(text.split()) > MOST_WORDS and (cut := re.search(r"^(.+) (?:in|at|on|of|for|from|near|off) .*$", text)):
        text = cut[1]
    return text


def _of_house(text: str) -> str:
    """The name alone where the title speaks of its head or its people: `Danske Bank | chief`."""
    name, _, last = text.rpartition(" ")
    people = {last, last.removesuffix("s")} & PERSONS
    return name if people and re.fullmatch(r"[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)*", name) else text


_EVENTS = frozenset({
    "affair", "assault", "ban", "blockade", "breach", "collapse", "court", "crisis", "dispute", "fire", "flood",
    "floods", "intrusion", "leak", "loss", "merger", "outage", "release", "row", "siege", "sinking", "spill",
    "standoff", "suspension", "takeover", "tariff",
})  # fmt: skip


def _with_article(text: str) -> str:
    """The phrase with `the` where it is about one event: `the collapse of ...`, `the Noto earthquake`."""
    head = _PLACING.split(text)[0]
    noun = head.split()[-1] if head else ""
    plain_head = not re.match(r"(?:the|an?|its|[\w' ]+'s?) ", text, re.IGNORECASE)
    return f"the {text}" if (noun in _happenings() or noun in _WATERS) and plain_head else text


_WATERS = frozenset({"Sea", "Canal", "Strait", "River", "Gulf", "Ocean"})
_PLACING = re.compile(r" (?:of|in|at|on|for|from|near|off|over|against|between) ")


@cache
def _happenings() -> frozenset[str]:
    """Nouns for what happens once."""
    return gazetteer.words("event_nouns") | gazetteer.words("crime_nouns") | _EVENTS


def _as_told(reading: Reading, phrase: str) -> str:
    """A name of capitals with the article that the body gives it: `the Black Sea Grain Initiative`."""
    if not re.fullmatch(r"[A-Z][\w'-]*(?: [A-Z\d][\w'-]*)+", phrase):
        return phrase
    return f"the {phrase}" if sum(f"the {phrase}" in line.plain for line in reading.lines) else phrase


def _name_in(reading: Reading, title: str) -> str:
    """The name in the title that most sentences of the brief have, at least two of them; empty if there is none."""
    counts: Counter[str] = Counter()
    for mentions in reading.mentions.named:
        for entity in {mention.entity.number: mention.entity for mention in mentions}.values():
            counts.update(entity.texts if entity.sort is not Sort.PEOPLE else ())
    found = [
        (-count, place.start(), name) for name, count in counts.items()
        if count >= OFTEN and (place := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title))
    ]  # fmt: skip
    if not found:
        return ""
    name = min(found)[2]
    articles = sum(f"the {name}" in line.plain or line.plain.startswith(f"The {name}") for line in reading.lines)
    return f"the {name}" if 2 * articles > counts[name] else name


def _pairs(title: str) -> list[str]:
    """Two words with capitals side by side, which are a name where the body has them so too."""
    return re.findall(r"(?=\b([A-Z][\w-]+ [A-Z\d][\w-]+))", title)


def _in_its_letters(word: str, said: Counter[str], names: set[str]) -> str:
    """A word of a title without a capital that the body does not give it, nor the dictionary."""
    bare = re.match(r"[\w-]+", word)
    if word == "The":
        return "the"
    if bare is None or not word[:1].isupper() or word[1:2].isupper() or bare[0] in names:
        return word
    lower = bare[0][:1].lower() + bare[0][1:]
    kin = (lower, lower.removesuffix("s"), f"{lower}s")
    small = sum(said[form] for form in kin)
    common = not said[bare[0]] and getAllLemmas(lower).keys() & {"NOUN", "ADJ", "VERB"}
    return word[:1].lower() + word[1:] if common or (small and said[bare[0]] <= small) else word


def _is_topic(phrase: str, title: str, said: Counter[str], names: set[str]) -> bool:
    """Whether it is a part of the title with a name, or the body speaks of it.

    Of what the body speaks, half of the words stand somewhere in it, and one of them in many sentences.
    """
    part = rf"{re.escape(phrase.removeprefix('the '))}(?:$|[:;,.?]| --? | (?:after|amid)\b)"
    named = not names.isdisjoint(re.findall(r"[\w'-]+", phrase)) and re.search(part, title, re.IGNORECASE)
    words = {word.removesuffix("s") for word in content_words(phrase)}
    folded = Counter[str]()
    for word, count in said.items():
        for key in content_words(word):
            folded[key.removesuffix("s")] += count
    known = 2 * sum(folded[word] > 0 for word in words) >= len(words) > 0
    told = known and max(folded[word] for word in words) >= OFTEN
    return (
        bool(named or told)
        and len(phrase.split()) <= MOST_WORDS + 1
        and not words & _EMPTY
        and not phrase.isupper()
        and not re.search(r"\b(?:19|20)\d\d\b|\bNo\b|[\"()]|^\d+$", phrase)
    )
