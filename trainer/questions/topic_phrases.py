"""The noun phrases of a brief's title, in the letters that its body uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from trainer.language import gazetteer
from trainer.language.lexicon import lemmas
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Reading
from trainer.language.sentences import parse
from trainer.questions.noun_phrases import NounPhrase, noun_phrases
from trainer.questions.topic_events import event_words, is_event
from trainer.values.dates import MONTHS

MOST_WORDS = 7
"""Words of a phrase that can go before a question."""
SEAMS = re.compile(r"\s*(?::|;|\s\|\s|\s--?\s|(?<!\bv)(?<!\bvs)(?<!\b[Nn]o)\.(?=\s|$)|\?)\s*")
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
_OFTEN = re.compile(r"^(?:daily|weekly|fortnightly|monthly|quarterly) ", re.IGNORECASE)
"""How often a paper of a series comes: `weekly | drought bulletin`."""
_LATER = re.compile(
    r",? (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:year|month|week|day)s?(?: on| later)?$",
    re.IGNORECASE,
)
"""How long after something a title looks at its matter: `Baltic power security | nine months after ...`."""
_DEEDS = "|".join(sorted(event_words()))
_LED = re.compile(
    rf"^(?:(?:an? )?(?:key )?(?!(?:{_DEEDS}) )[a-z]+ on (?=the [A-Z]|[A-Z])"
    r"|(?:19|20)\d\d |(?:No\.? )?\d+[:,]? (?=[A-Z])"
    r"|(?:the )?(?:prospects?|outlook|outcome|results?|effects?|implications|consequences|impact|state|status|end|start"
    r"|aftermath|fate|future|costs?|price|politics) (?:for|of) |lessons (?:from|of) "
    rf"|(?:what|why|how) (?=the (?:[a-z]+ ?[A-Z]|[A-Z]\w+ [A-Z]|[A-Z][\w-]+ (?:{_DEEDS})\b)|[A-Z]))"
)
"""What a title says of the brief before it says what it is about: `Update on X`, `Why X ...`, and the year."""
PAPER = frozenset({
    "advisory", "alert", "analysis", "answer", "assessment", "brief", "briefing", "chronology", "complaint", "decision",
    "end", "evidence", "explainer", "finding", "guidance", "guide", "implication", "information", "intelligence",
    "issue", "judgement", "judgment", "kind", "lesson", "note", "option", "outlook", "part", "people", "point",
    "preview", "question", "reaction", "report", "request", "review", "risk", "rule", "side", "situation",
    "sitrep", "snapshot", "start", "statement", "step", "summary", "thing", "update", "way", "world",
})  # fmt: skip
"""What is said of the brief, and not of the world."""
_KINDS = (
    "update|brief|briefing|report|note|memo|advisory|summary|sitrep|alert|judge?ments|telegram|review|chronology"
    "|snapshot"
)
_OF_BRIEF = re.compile(
    rf"(?:^|, )[^,]*\b(?:{_KINDS})(?: (?:no\.? ?)?[\d/]+)?$",
    re.IGNORECASE,
)
"""A part of a title that says what kind of brief it is."""
_PLAIN_KIND = re.compile(
    r"^(?!(?:daily|weekly|monthly|quarterly|annual|morning|evening)\b)(?P<matter>.*?\w)"
    rf"(?: (?:situation|flash|daily|weekly|incident|operational|post-\w+))* (?:{_KINDS})(?: (?:no\.? ?)?[\d/]+)?$",
    re.IGNORECASE,
)
"""The same of one noun: `Piracy | Sitrep 044`."""


def of_matter(title: str) -> str:
    """A title without what says that its paper is one of a series, and when its matter happened."""
    looked = _LOOKS_BACK.sub("", title)
    matter = _SERIES.sub("", looked)
    matter = _OFTEN.sub("", matter) if matter != looked else matter
    return _ON_ITS_DAY.sub("", matter)


def uncapped(reading: Reading, title: str) -> str:
    """The title without capitals throughout: each word as the body has it, else as a name."""
    text = " ".join(line.plain for line in reading.lines)
    body: set[str] = set(re.findall(r"[\w'-]+", text))
    body |= {part for word in body for part in word.split("-")}
    spelled = {word.upper(): word for word in body if word[1:] != word[1:].lower() and not word.isupper()}

    def told(found: re.Match[str]) -> str:
        word: str = found[0]
        if word.capitalize() in gazetteer.state_names():
            return word.capitalize()
        if word.rstrip("-") in body or (found.string == word and not title.isupper()):
            return word
        if word in spelled:
            return spelled[word]
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


@dataclass(frozen=True, slots=True)
class Part:
    """A noun phrase of a title, as a topic would say it."""

    forms: tuple[str, ...]
    """With its article, longest first."""
    head: str
    """Its noun, in small letters and in the singular; empty for a name."""
    place: tuple[int, int, int]
    """In which clause of the title it stands, from where to where with all that hangs on it."""
    alone: bool = True
    """Whether nothing else stands in that clause."""
    leads: bool = True
    """Whether it is the first in that clause."""
    counted: bool = False
    """Whether the title says how many: `four | days`."""
    proper: bool = False
    """Whether a name stands before its noun: `the Dresden | treasury`."""
    owned: bool = True
    """Whether it has an article or an owner."""
    later: bool = False
    """Whether it stands behind `after` or `amid`, or elsewhere in what only explains the title."""
    where: str = ""
    """The preposition of place before it, if there is one."""
    acts: bool = False
    """Whether it is who does something to something else: `Boeing machinists | reject ...`."""
    beside: bool = False
    """Whether it tells of the verb how or where it was, and is not what was done."""
    rare: bool = False
    """Whether there is a word in it that no dictionary has."""
    aside: bool = False
    """Whether it stands in the second of two titles in one."""
    named: bool = False
    """Whether there is a name in it."""

    @property
    def text(self) -> str:
        """Its longest form."""
        return self.forms[0]

    def holds(self, other: Part) -> bool:
        """Whether the other stands inside of it."""
        mine, its = self.place, other.place
        return mine != its and mine[0] == its[0] and mine[1] <= its[1] and its[2] <= mine[2]


def parts(title: str, said: Counter[str], names: set[str], written: str) -> Iterator[Part]:
    """The noun phrases of a title, each in the whole forms that can go before a question; and as it was written."""
    clauses, ends = SEAMS.split(title), [seam[0].strip() for seam in SEAMS.finditer(title)]
    for k, clause in enumerate(clauses):
        second = ";" in ends[:k]
        if _CASE.search(clause):
            told = (
                clause
                if all(word in written for word in clause.split())
                else _lettered(clause, said, names, spoken=False)
            )
            yield Part((re.sub("^The ", "the ", told),), "", (k, 0, len(told)))
            continue
        spoken = is_sentence(clause) and all(word in written for word in clause.split())
        words = _lettered(_looked_at(clause), said, names, spoken=spoken)
        words = _LED.sub("", words[:1].lower() + words[1:] if _LED.match(words.lower()) else words)
        kind = _PLAIN_KIND.match(words) if k + 1 == len(clauses) else None
        words = _TIE.sub("_", _OF_BRIEF.sub("", words) or (kind["matter"] if kind is not None else ""))
        for phrase in noun_phrases(parse(words)) if words else ():
            if (part := part_of(phrase, k)) is not None:
                part = replace(part, aside=second, later=part.later or second)
                yield part if kind is None else replace(part, alone=False)


_TIE = re.compile(r"(?<=[A-Za-z])-(?!How\b|Wh|The\b)(?=[A-Z][a-z])|(?<=[a-z])-(?=(?:off|in|out|up|down|over|back)\b)")
"""A dash within what is one word for the tree: `the Kyrgyz-Tajik border`, `cut-off`."""


def _lettered(clause: str, said: Counter[str], names: set[str], *, spoken: bool) -> str:
    """The clause without the capitals of a headline, but for those of names and of what stands right before them."""
    words = [
        word if spoken and i and word != "The" else _in_its_letters(word, said, names)
        for i, word in enumerate(clause.split())
    ]
    return re.sub(r"\b[a-z]+(?= [A-Z])", lambda word: _titled(word[0], clause), " ".join(words))


def _titled(word: str, clause: str) -> str:
    """What somebody is called before the name, with the capital that the title gives it: `President Raisi`."""
    return word.capitalize() if word in PERSONS and word.capitalize() in clause else word


def is_sentence(clause: str) -> bool:
    """Whether a clause of a title has capitals for names alone, as a sentence has them."""
    small = [word for word in clause.split()[1:] if word.islower() and len(word) > SHORT_WORD]
    return any(lemmas(word).keys() & {"NOUN", "VERB"} and word not in _LINKING for word in small)


_LINKING = frozenset({
    "about", "after", "against", "among", "before", "behind", "between", "from", "into", "like", "near", "over", "past",
    "since", "than", "that", "through", "under", "until", "with",
})  # fmt: skip
"""Small words that a headline writes small too."""
SHORT_WORD = 3
"""Letters of a word that stays small in a title whose other words have capitals."""
_CASE = re.compile(r"(?<=\w) vs?\.? (?=[A-Z]|the )")
"""What a court heard: `Nova v. Sava`."""


def part_of(phrase: NounPhrase, clause: int) -> Part | None:
    """The phrase in its forms of so few words; None where its noun says what kind of brief it is, or who told."""
    head, doc = phrase.noun, phrase.doc
    house = _of_house(phrase.forms[0])
    forms = _short_forms(phrase)
    forms = forms if house == phrase.forms[0] else [house]
    cases = [left.lower_ for left in head.lefts if left.dep_ == "case"]
    if (
        not forms
        or _is_of_later_verb(head)
        or _says(head)
        or house in gazetteer.demonyms()
        or (head.dep_ == "ROOT" and cases and not _LATE.intersection(cases))
    ):
        return None
    common = head.text.islower() and house == phrase.forms[0]
    owned = any(left.dep_ in {"det", "nmod:poss"} for left in head.lefts)
    first = head
    while first.dep_ == "conj":
        first = first.head
    verb = next((token for token in head.ancestors if token.dep_ in {"advcl", "acl:relcl", "acl"}), None)
    return Part(
        tuple((_small(form) if owned else _with_article(form, head)).replace("_", "-") for form in forms),
        head.lower_.replace("_", "-") if common else "",
        (clause, phrase.start, max(token.i for token in head.subtree)),
        alone=(phrase.start == 0 or _is_behind_kind(phrase) or _is_behind_deed(phrase))
        and _is_all(doc[phrase.ends[-1] :]),
        leads=phrase.start == 0,
        proper=any(left.dep_ == "compound" and left.tag_ == "NNP" for left in head.lefts),
        counted=phrase.start > 0 and doc[phrase.start - 1].tag_ == "CD",
        owned=owned,
        later=bool(_LATE.intersection(cases)) or verb is not None,
        where=next((case for case in cases if case in PLACING_WORDS), ""),
        acts=_acts(first) and not (common and is_event(head.lower_)),
        beside=first.dep_.startswith("obl") or cases == ["from"],
    )


_LATE = frozenset({"after", "amid", "before", "since", "until", "following", "despite", "during", "as", "than"})
PLACING_WORDS = frozenset({"in", "at", "near", "off", "around"})
"""Prepositions of place."""


def _short_forms(phrase: NounPhrase) -> list[str]:
    """Its forms of so few words, longest first, none of which cuts a list but the longest, where the list is too long.

    `the strikes at Los Angeles and Long Beach`, not `the strikes at Los Angeles`.
    """
    spans = [phrase.doc[phrase.start : end] for end in reversed(phrase.ends)]
    short = [span for span in spans if size(span.text) <= MOST_WORDS and not _lists_paper(span)]
    cut = [span.end < len(phrase.doc) and phrase.doc[span.end].dep_ == "cc" for span in short]
    whole = [span for span, within in zip(short, cut, strict=True) if not within or span.end == phrase.ends[0]]
    found = [*short[:1], *whole] if cut[:1] == [True] and len(whole) == 1 else whole
    return list(dict.fromkeys(span.text.strip() for span in found))


def _is_of_later_verb(noun: Token) -> bool:
    """Whether a noun hangs on the second verb of a clause, after what it tells first: `..., cancel | the vote`."""
    verb = noun.head
    later = verb.dep_ in {"conj", "parataxis"} and verb.tag_.startswith("VB")
    return later and noun.dep_ in {"obj", "obl"} and any(not token.is_punct for token in noun.doc[: verb.i])


def _is_behind_kind(phrase: NounPhrase) -> bool:
    """Whether all that stands before a phrase is what the brief is: `options for | the tax reform`."""
    above = phrase.noun.head
    return phrase.noun.dep_ == "nmod" and above.i == phrase.start - 2 and above.lower_.removesuffix("s") in PAPER


def _is_behind_deed(phrase: NounPhrase) -> bool:
    """Whether all that stands before a phrase is what is done with it: `reading | the leaked pact`."""
    above = phrase.noun.head
    return phrase.noun.dep_ == "obj" and above.dep_ == "ROOT" and above.tag_ == "VBG" and phrase.start == above.i + 1


def _is_all(rest: Span) -> bool:
    """Whether what stands behind a phrase says at most after what, or how long after: `nine months after ...`."""
    late = next((k for k, token in enumerate(rest) if token.lower_ in _LATE), None)
    if not rest or late is None:
        return not rest
    finite = any(token.dep_ in {"nsubj", "nsubj:pass", "aux", "cop"} for token in rest)
    return not finite and all(token.tag_ == "CD" or token.dep_ == "nmod:unmarked" for token in rest[:late])


def _lists_paper(span: Span) -> bool:
    """Whether a list ends with what only the brief has: `the outbreak | and options for us`."""
    return any(token.dep_ == "conj" and token.lower_.removesuffix("s") in PAPER for token in span)


def _says(noun: Token) -> bool:
    """Whether the noun is that of who tells what the title tells: `Lebanese officials | say`."""
    return noun.dep_ == "nsubj" and noun.head.lower_ in {"say", "says", "said"}


def _small(text: str) -> str:
    return re.sub("^(?:The|A|An) ", lambda article: article[0].lower(), text)


def _looked_at(clause: str) -> str:
    """A part of a title without what it says of how long after its matter, and in which way, it looks at that."""
    return _LOOKS_BACK.sub("", _LATER.sub("", clause))


def _acts(noun: Token) -> bool:
    """Whether a noun is the subject of a verb in the active that has an object, or more to say."""
    return noun.dep_ == "nsubj" and any(right.dep_ in {"obj", "obl", "xcomp", "ccomp"} for right in noun.head.rights)


def size(text: str) -> int:
    """How many words a phrase has, articles aside; a state is one."""
    return len([word for word in _joined(text).split() if word.lower() not in {"the", "a", "an"}])


def _joined(text: str) -> str:
    """The text with the name of a state in one piece: `Democratic_Republic_of_the_Congo`."""
    names = sorted((name.removeprefix("the ") for name in gazetteer.state_names()), key=len)
    state = next((name for name in reversed(names) if name in text), "")
    return text.replace(state, state.replace(" ", "_")) if state else text


def _of_house(text: str) -> str:
    """The name alone where the title speaks of its head or its people: `Danske Bank | chief`."""
    name, _, last = text.rpartition(" ")
    people = {last, last.removesuffix("s")} & PERSONS
    name = re.sub(r"'s?$", "", name)
    return name if people and re.fullmatch(r"[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)*", name) else text


def _with_article(text: str, head: Token) -> str:
    """The phrase with `the` where it is about one event or a water: `the Noto earthquake`, `the Red Sea`."""
    one = head.text in event_words() or ({*text.split()} & _WATERS and head.text[:1].isupper()) or head.text in _WATERS
    return f"the {text}" if one else text


_WATERS = frozenset({
    "Sea", "Canal", "Strait", "River", "Gulf", "Ocean", "border", "borders", "coast", "corridor", "frontier",
    "regions", "provinces", "Basin", "Delta", "Desert", "Fault", "Peninsula",
})  # fmt: skip
"""Places that have an article."""


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
    raised = said[bare[0]] + said[f"{bare[0]}'s"]
    common = not raised and lemmas(last).keys() & {"NOUN", "ADJ", "VERB"} and last.islower()
    unknown = small and not lemmas(last)
    return word[:1].lower() + word[1:] if common or unknown or (small and raised <= small) else word
