"""What a sentence leaves to the words before it: nothing has to be put for it where a question says them too."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from trainer.language.agreement import IT, THEY
from trainer.language.definites import definite_meant
from trainer.language.entities import Mention
from trainer.language.event_nouns import families
from trainer.language.grammar import is_plural, noun_of, subject_of
from trainer.language.leaning import returning_nouns
from trainer.language.names import Sort
from trainer.language.person_nouns import PERSONS
from trainer.language.persons import HE, SHE, person_meant
from trainer.language.pointers import POINTERS, is_link
from trainer.language.pronouns import thing_meant
from trainer.language.stretch import Stretch, is_before_name, stands_itself
from trainer.language.within import means_nothing

_DETERMINERS = frozenset({"the", "this", "these", "that", "those", "both"})
_BEYOND = frozenset({
    "we", "us", "our", "ours", "i", "me", "my", "you", "your", "yours", "mine", "today", "yesterday", "tomorrow",
    "tonight", "ago", "nowadays", "recently", "lately", "aforementioned", "abovementioned",
})  # fmt: skip
"""Words that no sentence before explains: they point to who writes, and when."""


def is_tied(stretch: Stretch, starts: Collection[int]) -> bool:
    """Whether a word of the stretch surely goes back to the line before it; of those that begin at these characters."""
    return any(_ties(stretch, token) for token in stretch.span if token.idx in starts and stretch.at(token) is None)


def _ties(stretch: Stretch, token: Token) -> bool:
    word = token.lower_
    if token.pos_ in {"PRON", "DET"} and word in HE | SHE | IT | THEY:
        return _goes_back(stretch, token) and _is_pronoun_told(stretch, token)
    if word in _DETERMINERS and token.dep_ == "det":
        return _means_line_before(stretch, token)
    pointing = word in _DETERMINERS and token.pos_ == "PRON" and token.dep_ not in {"mark", "det"}
    alike = word == "similar" and token.dep_ == "amod"
    adding = word in _ADDING and token.i < _AT_HEAD and any(t.tag_ == "CD" for t in _words_before(stretch))
    return alike or pointing or adding or (word == "there" and token.tag_ == "RB")


_ADDING = frozenset({"further", "another", "latter", "former", "others", "such"})
"""Words that go on from what has just been told, where a sentence begins with them."""
_AT_HEAD = 4
"""Words of a sentence at its head."""


def _goes_back(stretch: Stretch, pronoun: Token) -> bool:
    """Whether what a pronoun means is not named before it in its own line."""
    index, number = stretch.reading.mentions, stretch.number
    if pronoun.lower_ in HE | SHE:
        person = person_meant(index, number, pronoun)
        return not any(m.entity == person and m.start < pronoun.idx for m in stretch.named)
    place = thing_meant(index, number, pronoun)
    return place is None or place.line < number


def _means_line_before(stretch: Stretch, article: Token) -> bool:
    """Whether a definite is found to mean what the line before tells of, or has its noun or another for the same."""
    noun = noun_of(article)
    if noun is None or is_before_name(stretch, article):
        return False
    meant = definite_meant(stretch.reading, stretch.line, article, noun)
    if meant is not None and meant.entity is not None:
        return any(m.entity == meant.entity for m in _named_before(stretch))
    if meant is not None and meant.phrase is not None:
        return meant.phrase.line == stretch.number - 1
    if stands_itself(stretch, article, noun):
        return False
    word, before = noun.lower_.removesuffix("s"), _nouns_before(stretch)
    kin = {word, *(families().get(noun.lower_, ())), *(families().get(word, ()))}
    return bool(kin & before) or (article.lower_ in {"this", "these", "that", "those"} and noun.lower_ not in _TIMES)


_TIMES = frozenset({
    "year", "month", "week", "day", "quarter", "time", "morning", "evening", "night", "summer", "winter", "spring",
    "autumn", "decade", "century", "brief", "report", "note", "assessment", "paper",
})  # fmt: skip


def _nouns_before(stretch: Stretch) -> set[str]:
    """The nouns of what the question says first."""
    return {t.lower_.removesuffix("s") for t in _words_before(stretch) if t.tag_ in {"NN", "NNS"}}


def leaves_open(stretch: Stretch, starts: Collection[int]) -> bool:
    """Whether a definite, an `it` or a word such as `there` is explained by none of the line's own words.

    A question may hold it, where nothing shows that the text before has named it; behind that text it reads better.
    """
    return any(_is_open(stretch, token) for token in stretch.span if token.idx in starts and stretch.at(token) is None)


def _is_open(stretch: Stretch, token: Token) -> bool:
    word = token.lower_
    if word == "the" and token.dep_ == "det":
        noun = noun_of(token)
        if noun is None or noun.tag_ not in {"NN", "NNS"} or is_before_name(stretch, token):
            return False
        if stands_itself(stretch, token, noun) or noun.lower_ in _SHARED or _is_topmost(token, noun):
            return False
        meant = definite_meant(stretch.reading, stretch.line, token, noun)
        return meant is None or (meant.phrase is not None and meant.phrase.line < stretch.number)
    if word in IT | THEY and token.pos_ in {"PRON", "DET"}:
        return _goes_back(stretch, token) and not means_nothing(stretch, token) and _has_rivals(stretch, token)
    return (word == "there" and token.tag_ == "RB") or (word in {"others", "rest"} and token.pos_ != "VERB")


def _has_rivals(stretch: Stretch, pronoun: Token) -> bool:
    """Whether what a pronoun goes back to has no name, or stands beside other names that it may mean."""
    index = stretch.reading.mentions
    place = thing_meant(index, stretch.number, pronoun)
    named = index.at(place.line, place.token.idx) if place is not None else None
    if place is None or named is None:
        return True
    beside = (m.entity for m in index.named[place.line])
    return any(e != named.entity and e.sort not in {Sort.PERSON, Sort.PEOPLE} for e in beside)


_SHARED = frozenset({
    "world", "public", "past", "future", "end", "start", "beginning", "sea", "ground", "air", "internet", "web",
    "media", "press", "north", "south", "east", "west", "middle", "way", "night", "same", "wild", "time", "number",
    "share", "amount", "value", "price", "cost", "level", "rate", "use", "name", "need", "right", "risk", "chance",
    "role",
})  # fmt: skip
"""Nouns that `the` goes with though nothing has named them."""


def _is_topmost(article: Token, noun: Token) -> bool:
    """`the largest port`, `the first review of`: the one that its own words single out."""
    return any(t.tag_ in {"JJS", "RBS"} or t.lower_ in {"first", "last", "only", "main", "sole"}
               for t in noun.doc[article.i + 1 : noun.i])  # fmt: skip


def is_told_before(stretch: Stretch, token: Token) -> bool:
    """Whether the token goes back no further than to the words that the question says first, and so stays as it is."""
    word, mention = token.lower_, stretch.at(token)
    if mention is not None:
        return any(m.entity == mention.entity for m in _named_before(stretch))
    if token.pos_ in {"PRON", "DET"} and word in HE | SHE | IT | THEY:
        return _is_pronoun_told(stretch, token)
    if word in _DETERMINERS and token.dep_ == "det":
        return _is_definite_told(stretch, token)
    return is_link(token) or (word in POINTERS and word not in _BEYOND)


def _named_before(stretch: Stretch) -> tuple[Mention, ...]:
    """The names in what the question says first."""
    if stretch.follows == stretch.number:
        return tuple(m for m in stretch.named if m.end <= stretch.span.start_char)
    lines = stretch.reading.mentions.named
    return lines[stretch.number - 1] if 0 < stretch.number <= len(lines) else ()


def _words_before(stretch: Stretch) -> list[Token]:
    """The words of what the question says first."""
    if stretch.follows == stretch.number:
        return list(stretch.span.doc[: stretch.span.start])
    return list(stretch.reading.mentions.lines[stretch.number - 1].sentence.doc)


def _is_pronoun_told(stretch: Stretch, pronoun: Token) -> bool:
    """Whether what it means is found in the line before or in its own; or the subject of that line agrees with it."""
    index, number, word = stretch.reading.mentions, stretch.number, pronoun.lower_
    if word in HE | SHE:
        person = person_meant(index, number, pronoun)
        if person is not None:
            first = stretch.span.start_char
            near = (*_named_before(stretch), *(m for m in stretch.named if first <= m.start < pronoun.idx))
            return any(m.entity == person for m in near)
        return False
    place = thing_meant(index, number, pronoun)
    if place is not None:
        return (stretch.follows or 0) <= place.line <= number
    return _agrees(stretch, pronoun)


def _agrees(stretch: Stretch, pronoun: Token) -> bool:
    """Whether what is said first is about one thing, or several, as the pronoun of the subject says."""
    before = _words_before(stretch)
    root = next((t for t in before if t.dep_ == "ROOT"), None)
    subject = subject_of(root) if root is not None else None
    if subject is None or not _opens_clause(pronoun):
        return False
    named = stretch.reading.mentions.at(stretch.follows or 0, subject.idx)
    person = named is not None and named.entity.sort is Sort.PERSON
    if pronoun.lower_ in THEY:
        return is_plural(subject)
    return not is_plural(subject) and not person and subject.lower_ not in PERSONS


def _opens_clause(pronoun: Token) -> bool:
    """Whether it is the subject of its sentence, or stands before any other subject."""
    if not pronoun.dep_.startswith("nsubj"):
        return False
    return pronoun.head.dep_ == "ROOT" or not any(t.dep_.startswith("nsubj") for t in pronoun.doc[: pronoun.i])


def _is_definite_told(stretch: Stretch, article: Token) -> bool:
    """Whether a definite means what is named before, has a noun of it, or is no noun that briefs go back to."""
    noun = noun_of(article)
    if noun is None:
        return False
    meant = definite_meant(stretch.reading, stretch.line, article, noun)
    if meant is not None and meant.entity is not None:
        return any(m.entity == meant.entity for m in _named_before(stretch))
    if meant is not None and meant.phrase is not None:
        return True
    word = noun.lower_.removesuffix("s")
    if article.lower_ != "the" or word in _nouns_before(stretch):
        return True
    return not {noun.lower_, word} & returning_nouns()
