"""A sentence as the reader of names sees it: words, tags, and which of them the tables know."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc

from trainer.language import gazetteer
from trainer.language.known import Known, known_spans
from trainer.language.lexicon import lemmas
from trainer.language.sorts import Sort
from trainer.values.dates import MONTHS

_CALENDAR = re.compile(
    r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
)
_PERIOD = re.compile(r"FY\d+|[QH][1-4]")
_STEPS = frozenset({"Phase", "Level", "Category", "Stage", "Tier", "Figure", "Table", "Annex", "Grade", "Part"})
_SHORT_MONTHS = frozenset(name[:3].upper() for name in MONTHS[1:])
"""Months in capitals, behind a day: `16 NOV`."""
_GIVEN_MONTHS = frozenset({"April", "August", "June", "May"})
_TIME_LED = frozenset({"in", "since", "until", "during", "last", "this", "next", "early", "late", "mid", "that"})
_COUNTING = frozenset({
    "several", "many", "most", "few", "some", "both", "such", "other", "fewer", "numerous", "further", "neither",
    "either", "less", "more", "enough", "various", "much", "next", "last", "first", "same",
})  # fmt: skip
"""Adjectives that stand for a noun: `Several died`."""
_ORDINALS = frozenset({"First", "Second", "Third", "Fifth"})
"""Words that open a sentence, and a name where a capital follows: `First Republic`."""
_OPENING_MARKS = frozenset({'"', ":", "(", ";", "'", "...", "*"})
_PLAIN_TAGS = frozenset({
    "NN", "NNS", "JJ", "JJR", "RB", "IN", "DT", "PRP", "PRP$", "CC", "WRB", "CD", "VBG", "VBN", "VB", "VBD", "EX", "UH",
    "MD", "WP",
})  # fmt: skip

Place = tuple[int, int, Known]
"""First token, one past the last, and what the tables say of them."""


def is_title(word: str) -> bool:
    """Whether a person's name may follow the word: `President`, `Senators`, `General`, `Mr.`, `spokesman`."""
    word = word.lower()
    return word in _titles() or (word.endswith("s") and word[:-1] in _titles())


def is_of_office(word: str) -> bool:
    """Whether the word is a title or leads up to one: `Deputy`, `Foreign`, `Defense`."""
    return is_title(word) or word.lower() in gazetteer.words("office_openers")


@cache
def _titles() -> frozenset[str]:
    return gazetteer.words("office_heads") | gazetteer.words("ranks")


@cache
def heads() -> frozenset[str]:
    """Nouns that head a name and go on with `of`: those of bodies, laws and places, and some more."""
    lists = ("organization_nouns", "law_nouns", "place_nouns", "heads_with_of")
    return frozenset().union(*(gazetteer.words(name) for name in lists))


@cache
def is_in_dictionary(word: str) -> bool:
    """Whether it is a plain English word, in small letters."""
    return bool(lemmas(word))


class Reader:
    """One sentence: its words, tags and labels, and the names of the tables in it."""

    __slots__ = ("_at", "ends", "known", "labels", "starts", "tags", "text", "words")

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.words = [token.text for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.labels = [token.ent_type_ for token in doc]
        self.starts = [token.idx for token in doc]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.known = list(known_spans(doc.text))
        self._at = self._by_token()

    def _by_token(self) -> dict[int, Place]:
        first = {start: i for i, start in enumerate(self.starts)}
        last = {end: i + 1 for i, end in enumerate(self.ends)}
        whole = [(first[a], last[b], found) for a, b, found in self.known if a in first and b in last]
        return {i: place for place in whole for i in range(place[0], place[1])}

    def known_at(self, i: int) -> Place | None:
        """The name of the tables that token `i` is part of."""
        return self._at.get(i)

    def opened_at(self, i: int) -> Place | None:
        """The name of the tables that begins at token `i`."""
        place = self._at.get(i)
        return place if place is not None and place[0] == i else None

    def past(self, i: int) -> int:
        """One past token `i`, or past the name of the tables that it opens."""
        place = self.opened_at(i)
        return place[1] if place is not None else i + 1

    def word(self, i: int) -> str:
        """The word at a token, empty beyond the ends."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def lower(self, start: int, end: int) -> list[str]:
        """The words between two tokens in lower case."""
        return [word.lower() for word in self.words[start:end]]

    def is_cap(self, i: int) -> bool:
        """Whether the word looks like part of a name: a capital, or an odd one out such as `eXch`, `8Base`."""
        word = self.word(i)
        following = self.word(i + 1)
        step = word in _STEPS and (following.isdigit() or (len(following) == 1 and following.isupper()))
        if "$" in word or step or _PERIOD.fullmatch(word):
            return False
        return word[:1].isupper() or (len(word) > 1 and word[:1].isalnum() and any(c.isupper() for c in word))

    def glued(self, i: int) -> bool:
        """Whether no space parts token `i` from the one before."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]

    def opens(self, i: int) -> bool:
        """Whether the capital of token `i` may only be that of a sentence."""
        closing = i > 1 and self.words[i - 1] == '"' and self.glued(i - 1) and not self.glued(i)
        return (
            i == 0 or (self.words[i - 1] in _OPENING_MARKS and not closing) or (i == 1 and not self.words[0].isalnum())
        )

    def is_calendar(self, i: int) -> bool:
        """Whether the word is a month or a weekday, and no `Grace March` or `May Okonjo`."""
        if self.word(i) in _SHORT_MONTHS:
            return re.fullmatch(r"[0-3]?\d", self.word(i - 1)) is not None
        if not _CALENDAR.fullmatch(self.word(i)):
            return False
        following = self.word(i + 1)
        surname = self.word(i - 1) in gazetteer.words("given_names") and not following[:1].isdigit()
        given = self.words[i] in _GIVEN_MONTHS and following[:1].isupper() and not self.opens(i)
        led = self.word(i - 1).lower()
        dated = led in _TIME_LED or led.isdigit() or _CALENDAR.fullmatch(following) or self.known_at(i + 1)
        return not surname and not (given and not dated)

    def is_person_at(self, i: int) -> bool:
        """Whether an office, or a given name with a capital behind it, stands here."""
        return is_title(self.word(i)) or (self.word(i) in gazetteer.words("given_names") and self.is_cap(i + 1))

    def acts_alone(self, i: int) -> bool:
        """Whether an adjective stands before a verb as its subject, which only a name does: `Canonical postponed`."""
        word = self.words[i].lower()
        acting = i + 1 < len(self.words) and self.tags[i + 1] in {"VBD", "VBZ"}
        return acting and word not in _COUNTING and lemmas(word).keys() == {"ADJ"}

    def is_name_at_opening(self, i: int) -> bool:
        """Whether the first word of a sentence is more than that."""
        word, named_on = self.words[i], self.is_cap(i + 1) and not self.is_calendar(i + 1)
        ordinal = word in _ORDINALS and named_on and self.known_at(i + 1) is None
        if word.lower() in gazetteer.words("openers") or ordinal:
            return ordinal
        numbered = word.lower() in gazetteer.words("numbered") and self.word(i + 1).isdigit()
        if numbered or self.acts_alone(i) or (word[:1].isupper() and any(c.isdigit() for c in word)):
            return True
        common, following = is_in_dictionary(word.lower()), self.opened_at(i + 1)
        plain = common and self.tags[i] in _PLAIN_TAGS
        if named_on:
            of_people = common and following is not None and following[2].sort is Sort.PEOPLE
            return not ((plain and following is not None and not is_title(word)) or of_people)
        if plain or (common and not self.labels[i]):
            return False
        adjective = not common and self.tags[i] == "JJ"
        return adjective or self.tags[i] not in _PLAIN_TAGS or bool(self.labels[i])
