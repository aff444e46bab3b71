"""The noun phrases of a brief's title, in the letters that its body uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from trainer.facts.syntax import is_finite
from trainer.language import gazetteer
from trainer.language.lexicon import inflections, lemmas
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Reading
from trainer.language.sentences import parse
from trainer.language.tags import NOUNS
from trainer.values.dates import MONTHS

MOST_WORDS = 7
"""Words of a phrase that can go before a question."""
SEAMS = re.compile(r"\s*(?::|;|\s--?\s|(?<!\bv)(?<!\bvs)(?<!\b[Nn]o)\.(?=\s|$)|\?)\s*")
_TAIL = re.compile(
    r",? (?:and (?:its|their|his|her|the|(?:implications|lessons|next steps|options|outlook|prospects|recommendations"
    r"|risks|what)\b)\b.*|after .*|amid .*|as .*|ahead of .*)$"
)
_LOOKS_BACK = re.compile(
    r",? (?:explained|re-?examined|reconsidered|revisited|in (?:brief|context|figures|numbers|review)|at a glance)$",
    re.IGNORECASE,
)
"""What a title says of the way in which it looks at its matter."""
_ON_ITS_DAY = re.compile(
    rf" (?:of|on|in) (?:(?:early|mid|late)[ -])?(?:\d{{1,2}}(?:-\d{{1,2}})? )?(?:{'|'.join(MONTHS[1:])})"
    r"(?: (?:19|20)\d\d)?(?=$|[:;,.?]| --? | (?:in|at|near) )"
)
"""When what a title is about happened: `the outage | of July 2022`."""
_SERIES = re.compile(
    r"(?<=\w) (?:daily|weekly|fortnightly|monthly|quarterly|bulletin|digest|monitor|tracker|watch|roundup)"
    r"(?=$|[:;,.?]| --? )",
    re.IGNORECASE,
)
"""What a paper of a series is called behind its matter: `European gas | weekly`."""
_LATER = re.compile(
    r",? (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:year|month|week|day)s?(?: on| later)?$",
    re.IGNORECASE,
)
"""How long after something a title looks at its matter: `Baltic power security | nine months after ...`."""
_LED = re.compile(
    r"^(?:(?:an? )?(?:key )?[a-z]+ on (?=the [A-Z]|[A-Z])|(?:19|20)\d\d |(?:No\.? )?\d+[:,]? (?=[A-Z])"
    r"|(?:the )?(?:prospects?|outlook|implications|consequences|impact|state|status|end|start|aftermath|fate|future"
    r"|costs?|price|politics) (?:for|of) |lessons (?:from|of) "
    r"|(?:what|why|how) (?=the (?:[a-z]+ ?[A-Z]|[A-Z]\w+ [A-Z])|[A-Z]))"
)
"""What a title says of the brief before it says what it is about: `Update on X`, `Why X ...`, and the year."""
_OF_BRIEF = re.compile(
    r"\b(?:update|brief|briefing|report|note|memo|advisory|summary|sitrep|alert|judge?ments|telegram|review|chronology)"
    r"(?: (?:no\.? ?)?[\d/]+)?$",
    re.IGNORECASE,
)
"""A part of a title that says what kind of brief it is."""
_NOT_FIRST = frozenset({"IN", "WRB", "WP", "RB", "VBG", "VBN", "TO", "CC", "PRP", "JJR", "RBR", "MD", "VBZ", "VBD"})


def of_matter(title: str) -> str:
    """A title without what says that its paper is one of a series, and when its matter happened."""
    return _ON_ITS_DAY.sub("", _SERIES.sub("", _LOOKS_BACK.sub("", title)))


def uncapped(reading: Reading, title: str) -> str:
    """The title without capitals throughout: each word as the body has it, else as a name."""
    text = " ".join(line.plain for line in reading.lines)
    body = set(re.findall(r"[\w'-]+", text))
    body |= {part for word in body for part in word.split("-")}

    def told(found: re.Match[str]) -> str:
        word = found[0]
        if word.rstrip("-") in body:
            return word
        small = word.lower() in _SMALL or _is_common(text, found)
        return word.lower() if small else word if not _SPOKEN.search(word) else word.capitalize()

    parts = re.split(r"(: | --? | / )", title)
    shouted = (part.replace(" v. ", " V. ").isupper() for part in parts)
    told_in = zip(parts, shouted, strict=True)
    return "".join(re.sub(r"\b[A-Z][A-Z'-]+\b", told, part) if loud else part for part, loud in told_in)


def _is_common(text: str, found: re.Match[str]) -> bool:
    """Whether a word of a title in capitals is a noun that the body has with a capital in other names alone."""
    word = found[0].capitalize()
    if not lemmas(word.lower()).keys() & {"NOUN"} or word not in text:
        return False
    before = re.search(r"(\w+) $", found.string[: found.start()])
    behind = re.match(r" (\w+)", found.string[found.end() :])
    paired = [f"{before[1].capitalize()} {word}"] if before else []
    paired += [f"{word} {behind[1].capitalize()}"] if behind else []
    alone = re.search(rf"(?<![A-Z] )(?<=\w ){word}\b(?! [A-Z])", text)
    named = re.search(rf"[A-Z]\w+ {word}\b|\b{word} (?:of )?[A-Z]", text)
    return alone is None and named is not None and not any(pair in text for pair in paired)


_SPOKEN = re.compile(r"[AEIOUY]")
"""What every word has that is not said letter by letter: `VLCC` is."""
_OF_FIRMS = frozenset({"holding", "holdings", "plc", "inc", "ltd", "limited", "corp", "corporation", "llp", "llc"})
"""What firms are called behind their name."""
_SMALL = frozenset({
    "a", "an", "the", "and", "or", "of", "in", "on", "at", "for", "to", "from", "by", "with", "it", "what", "its",
    "after", "as", "amid", "over", "under", "into", "is", "are",
})  # fmt: skip


def phrases(title: str, said: Counter[str], names: set[str], state: str) -> Iterator[str]:
    """The noun phrases of a title: what stands before a seam, or what its clause is about where it names no state."""
    for clause in (clause for part in SEAMS.split(title) for clause in part.split(", ")):
        words = " ".join(_in_its_letters(word, said, names) for word in _looked_at(clause).split())
        words = _LED.sub("", words[:1].lower() + words[1:] if _LED.match(words.lower()) else words)
        if not words or _OF_BRIEF.search(words):
            continue
        doc = parse(words)
        verb = next((t for t in doc[1:] if _is_verb(t)), None)
        end = verb.i if verb is not None and any(t.tag_ in NOUNS for t in doc[: verb.i]) else len(doc)
        told = _short(_LATER.sub("", _TAIL.sub("", doc[: _break(doc, end)].text)))
        text, opens = _of_house(told), _opens(doc)
        acts = state and end < len(doc) and told.split()[-1] not in happenings() - {"court"}
        if text and opens and _closes(doc[end - 1]) and (text != told or not acts):
            yield _with_article(text)


def _looked_at(clause: str) -> str:
    """A part of a title without what it says of how long after its matter, and in which way, it looks at that."""
    return _LOOKS_BACK.sub("", _LATER.sub("", clause))


def _opens(doc: Doc) -> bool:
    """Whether a noun phrase may begin as the words do: with no verb, preposition or number; `M23` is none."""
    gerund = len(doc) > 1 and doc[0].tag_ == "VBG" and doc[1].lower_ == "of"
    number = doc[0].tag_ == "CD" and not doc[0].text[:1].isupper()
    return gerund or (doc[0].tag_ not in _NOT_FIRST and not number)


def _closes(token: Token) -> bool:
    """Whether a noun phrase may end with the word, however it is tagged in a title."""
    noun = token.tag_ in NOUNS or token.text[:1].isupper() or "NOUN" in lemmas(token.lower_)
    return len(token.doc) == 1 or (noun and token.lower_ not in {"out", "up", "down", "in", "on", "off", "back"})


def _is_verb(token: Token) -> bool:
    """Whether a word of a title is the verb of its clause: by its tag, or because the dictionary knows no other."""
    if token.tag_ == "VBP" and token.i + 1 < len(token.doc) and token.nbor(-1).tag_ in {"NNS", "NNPS"}:
        return True  # `Rockets kill at least 21 in Gao`
    if is_finite(token) and token.i + 1 < len(token.doc):
        return token.nbor().tag_ != "IN" or _is_between(token) or _is_past_alone(token)
    parts = lemmas(token.lower_).keys()
    return token.text.endswith("s") and (parts == {"VERB"} or ("VERB" in parts and _is_between(token)))


def _is_past_alone(token: Token) -> bool:
    """Whether a word is no participle whatever stands behind it: `fell`, `rose`, `took`."""
    lemma = next(iter(lemmas(token.lower_).get("VERB", ())), "")
    return token.tag_ == "VBD" and bool(lemma) and token.lower_ not in inflections(lemma, "VBN")


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
    text = _joined(text)
    while size(text) > MOST_WORDS and (cut := re.search(r"^(.+) (?:in|at|on|of|for|from|near|off) .*$", text)):
        text = cut[1]
    return text.replace("_", " ")


def size(text: str) -> int:
    """How many words a phrase has, articles aside; a state is one."""
    return len([word for word in _joined(text).split() if word.lower() not in {"the", "a", "an"}])


def _joined(text: str) -> str:
    """The text with the name of a state in one piece: `Democratic_Republic_of_the_Congo`."""
    names = sorted((name.removeprefix("the ") for name in gazetteer.state_names() if " of " in name), key=len)
    state = next((name for name in reversed(names) if name in text), "")
    return text.replace(state, state.replace(" ", "_")) if state else text


def _of_house(text: str) -> str:
    """The name alone where the title speaks of its head or its people: `Danske Bank | chief`."""
    name, _, last = text.rpartition(" ")
    people = {last, last.removesuffix("s")} & PERSONS
    name = re.sub(r"'s?$", "", name)
    return name if people and re.fullmatch(r"[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)*", name) else text


_EVENTS = frozenset({
    "affair", "assault", "ban", "blockade", "breach", "collapse", "court", "crisis", "dispute", "fire", "flood",
    "floods", "intrusion", "leak", "loss", "merger", "outage", "release", "row", "siege", "sinking", "spill",
    "standoff", "suspension", "takeover", "tariff",
})  # fmt: skip


def _with_article(text: str) -> str:
    """The phrase with `the` where it is about one event: `the collapse of ...`, `the Noto earthquake`."""
    head = PLACING.split(text)[0]
    noun = head.split()[-1] if head else ""
    plain_head = not re.match(r"(?:the|an?|its|[\w' ]+'s?) ", text, re.IGNORECASE)
    return f"the {text}" if (noun in happenings() or noun in _WATERS) and plain_head else text


_WATERS = frozenset({
    "Sea", "Canal", "Strait", "River", "Gulf", "Ocean", "border", "borders", "coast", "corridor", "frontier",
    "regions", "provinces",
})  # fmt: skip
"""Places that have an article."""
PLACING = re.compile(r" (?:of|in|at|on|for|from|near|off|over|against|between) ")


@cache
def happenings() -> frozenset[str]:
    """Nouns for what happens once."""
    return gazetteer.words("event_nouns") | gazetteer.words("crime_nouns") | _EVENTS


def _in_its_letters(word: str, said: Counter[str], names: set[str]) -> str:
    """A word of a title without a capital that the body does not give it, nor the dictionary."""
    bare = re.match(r"[\w-]+", word)
    if word == "The":
        return "the"
    if bare is None or not word[:1].isupper() or word[1:2].isupper() or bare[0] in names:
        return word
    if bare[0].lower() in _OF_FIRMS:
        return word
    lower = bare[0][:1].lower() + bare[0][1:]
    kin = (lower, lower.removesuffix("s"), f"{lower}s")
    small = sum(said[form] for form in kin)
    last = lower.rpartition("-")[2]
    common = not said[bare[0]] and lemmas(last).keys() & {"NOUN", "ADJ", "VERB"} and last.islower()
    return word[:1].lower() + word[1:] if common or (small and said[bare[0]] <= small) else word
