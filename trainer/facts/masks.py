"""Sentences as the rules for facts know them best: a plain word in the place of each name, date and sum.

What is one thing is one word then, in the parse too, and pieces of the sentence are parsed anew without its names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Token

from trainer.language import gazetteer, parser
from trainer.language.dates import DateMention
from trainer.language.names import Name, Sort
from trainer.language.reading import Line
from trainer.language.trees import is_tree
from trainer.text import fold
from trainer.values.dates import MONTHS

Places = tuple[tuple[int, int], ...]
"""For each token, its characters in the sentence; (-1, -1) for a word that was put in."""

_MASKS = {Sort.PERSON: "Smith", Sort.STATE: "Germany", Sort.CITY: "London", Sort.REGION: "Europe", Sort.PLACE: "London"}
_WITH_ARTICLE = {Sort.STATE: "Netherlands", Sort.CITY: "Hague", Sort.REGION: "Gulf", Sort.PLACE: "Gulf"}
_PASSING = frozenset({
    "now", "still", "currently", "already", "recently", "today", "presently", "thereby", "therefore", "thus", "hence",
    "also", "instead", "nevertheless", "nonetheless", "meanwhile", "moreover",
})  # fmt: skip
"""Adverbs that only the day of the brief explains, or the sentence before."""
_BEFORE_PASSING = frozenset({"until", "as", "more", "most", "very", "only", "so", "than", "before", "from", "by"})
"""Words that would be left without what they go with: `until recently`, `from now on`."""
_GOING_ON = frozenset({"that", "of"})
"""Words that need the adverb before them: `now that`, `instead of`."""
NAME_MASKS = frozenset({*_MASKS.values(), *_WITH_ARTICLE.values(), "Google", "Senate", "Germans"})
"""Every word that stands for a name."""
SILENT = (-2, -2)
"""The place of a comma that only the parser sees."""
_KEPT = frozenset({Sort.PEOPLE, Sort.TERM})


def masked(line: Line) -> tuple[list[str], list[bool], Places]:
    """The words of a sentence with masks, whether a blank follows each, and their places."""
    doc, spans = line.sentence.doc, list(_spans(line))
    words: list[str] = []
    spaces: list[bool] = []
    places: list[tuple[int, int]] = []
    at = 0
    while at < len(doc):
        token = doc[at]
        passing = token.lower_ in _PASSING and token.pos_ == "ADV" and bool(words)
        passing = (passing and not _is_of_noun(token)) or _is_since_then(token, words)
        if passing and words[-1].lower() not in _BEFORE_PASSING and doc[at + 1 : at + 2].text.lower() not in _GOING_ON:
            at += 1
            continue
        found = next(((end, mask) for start, end, mask in spans if start == token.idx), None) or _hyphened(line, at)
        if found is None:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            places.append((token.idx, token.idx + len(token)))
            at += 1
            continue
        end, mask = found
        last = at
        while last + 1 < len(doc) and doc[last + 1].idx < end:
            last += 1
        words.append(mask)
        spaces.append(bool(doc[last].whitespace_))
        places.append((token.idx, doc[last].idx + len(doc[last])))
        at = last + 1
    return words, spaces, tuple(places)


def _is_of_noun(token: Token) -> bool:
    """Whether an `already` right behind a noun says with a preposition which: `moved metal | already in Asia`."""
    between = 0 < token.i < len(token.doc) - 1 and token.lower_ in {"already", "still"}
    return between and token.nbor(-1).tag_ in {"NN", "NNS"} and token.nbor().tag_ == "IN"


def _is_since_then(token: Token, words: Sequence[str]) -> bool:
    """Whether a `since` counts from what the sentence before tells: `has | since issued`."""
    behind = token.i + 1 < len(token.doc) and token.nbor(1).tag_ in {"VBN", "VBD"}
    return token.lower_ == "since" and bool(words) and words[-1].lower() in {"has", "have"} and behind


def with_comma(
    line: Line, words: list[str], spaces: list[bool], places: Places
) -> tuple[list[str], list[bool], Places]:
    """The words with a comma, for the parser alone, behind a date at their head."""
    starts = {date.start: date.end for date in line.dates}
    n = next((n for n in (0, 1, 2) if n < len(places) and places[n][0] in starts), None)
    if n is None or (words[:n] and words[0].lower() not in {"in", "on", "by", "since", "early", "late"}):
        return words, spaces, places
    end, last = starts[places[n][0]], n
    while last + 1 < len(places) and places[last + 1][0] >= 0 and places[last + 1][1] <= end:
        last += 1
    if last + 1 >= len(words) or words[last + 1] in {",", ".", "of", "'s", "'"}:
        return words, spaces, places
    spaces = [*spaces[:last], False, True, *spaces[last + 1 :]]
    return [*words[: last + 1], ",", *words[last + 1 :]], spaces, (*places[: last + 1], SILENT, *places[last + 1 :])


def _hyphened(line: Line, at: int) -> tuple[int, str] | None:
    """End and mask of words that hyphens make one: `Vice-President`, `staff-level`."""
    doc, last = line.sentence.doc, at
    while (
        last + 2 < len(doc)
        and doc[last + 1].text == "-"
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
    ):
        last += 2
    if last == at or not (doc[at].is_alpha and doc[last].is_alpha):
        return None
    end = doc[last].idx + len(doc[last])
    if doc[last].lower_ in {"president", "minister", "general", "chancellor", "chief", "law", "year", "elect"}:
        return end, "President" if doc[at].text[0].isupper() else "leader"
    adjective = last + 1 < len(doc) and doc[last + 1].tag_ in {"NN", "NNS", "NNP", "JJ"}
    return end, "new" if adjective else doc[last].text


def _spans(line: Line) -> Iterator[tuple[int, int, str]]:
    """Start, end and mask of what is worth one: names of several tokens or of people and bodies, days, sums."""
    taken: list[tuple[int, int]] = []
    yield from _titles(line)
    for name in line.names:
        if name.sort not in _KEPT and _is_whole(line, name.start, name.end):
            taken.append((name.start, name.end))
            yield name.start, name.end, _mask(line, name)
    for date in line.dates:
        if _is_whole(line, date.start, date.end) and _is_free(taken, date.start, date.end) and _is_calendar(line, date):
            taken.append((date.start, date.end))
            between = line.plain[: date.start].endswith("between ")
            yield date.start, date.end, "1990" if between else "Monday" if date.day else "January"
    for number in line.numbers:
        start = number.hedge_start
        if not _is_free(taken, start, number.end) or not _is_whole(line, start, number.end):
            continue
        if number.quantity.unit == "percent" and line.plain[number.start : number.end].endswith(
            ("percent", "per cent")
        ):
            yield start, number.end, "12%"
        elif number.quantity.unit in {"$", "€", "£", "US$"}:
            yield start, number.end, "millions"
        elif number.quantity.unit in {"", "percent"} and number.quantity.low > 1:
            yield start, number.end, "12%" if number.quantity.unit else "12"


_PLACING = re.compile(r"\b(?:on|in|by|since|until|before|after|of) $", re.IGNORECASE)
_IN_YEAR = re.compile(
    rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS[1:])})(?: \d{{1,2}})?,? (?:of )?(?:last|this|that|next|the same|the following"
    r"|the previous) year"
)


def _is_calendar(line: Line, date: DateMention) -> bool:
    """Whether a date names its day, or its month and a year that is told from another: `in August last year`."""
    if not date.relative:
        return bool(date.day)
    placed = _PLACING.search(line.plain[: date.start])
    return placed is not None and _IN_YEAR.fullmatch(date.text) is not None


def _is_free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= a or start >= b for a, b in taken)


def _is_whole(line: Line, start: int, end: int) -> bool:
    """Whether tokens begin and end there."""
    return line.sentence.doc.char_span(start, end) is not None


def _mask(line: Line, name: Name) -> str:
    """A plain name of the same sort and number, one that takes an article where the name has one."""
    article = line.plain[: name.start].lower().endswith("the ")
    if article:
        plural = name.text.endswith("s") and " " not in name.text and name.sort is Sort.GROUP
        return "Germans" if plural else _WITH_ARTICLE.get(name.sort, "Senate")
    return _MASKS.get(name.sort, "Google")


def _titles(line: Line) -> Iterator[tuple[int, int, str]]:
    """Offices of two words and more right before a person: `Defense Secretary`."""
    known = gazetteer.words("office_heads") | gazetteer.words("office_openers") | gazetteer.words("ranks")
    for name in line.names:
        words = line.plain[: name.start].split(" ")[-4:-1] if name.sort is Sort.PERSON else []
        count = sum(1 for _ in takewhile(lambda w: fold(w) in known and w[:1].isupper(), reversed(words)))
        if count > 1:
            start = name.start - len(" ".join(words[len(words) - count :])) - 1
            yield start, name.start - 1, "President"


_TAGS = {"12": "CD", "1990": "CD", "12%": "CD", "millions": "NNS", "new": "JJ", "leader": "NN", "Germans": "NNPS"}
"""Tags of masks that are no plain name."""
_PARTS = {"CD": "NUM", "NNS": "NOUN", "NN": "NOUN", "JJ": "ADJ", "NNP": "PROPN", "NNPS": "PROPN"}


def with_masks(doc: Doc, words: Sequence[str], spaces: Sequence[bool], places: Places) -> Doc:
    """The parse of a sentence with each span that a mask stands for drawn together into one word.

    Where that is no tree, because a span hung together in no way, the words are parsed anew.
    """
    begun = {t.idx: t.i for t in doc}
    at = {begun[c]: n for n, (start, end) in enumerate(places) for c in range(start, end) if c in begun}
    tops = _tops(doc, at)
    heads = {n: at.get(_above(top, at).i, n) for n, top in tops.items()}
    root = next((n for n, head in heads.items() if head == n), 0)
    drawn = [head if (head := heads.get(n, n)) != n else root for n in range(len(words))]
    if not is_tree(drawn):
        return parse_words([(words, spaces)])[0]
    tags = [_tag(word, tops.get(n)) for n, word in enumerate(words)]
    deps = ["ROOT" if n == root else tops[n].dep_ if n in tops else "punct" for n in range(len(words))]
    same = [n in tops and tops[n].text == word for n, word in enumerate(words)]
    parts = [tops[n].pos_ if same[n] else _PARTS.get(tag, "PUNCT") for n, tag in enumerate(tags)]
    made = Doc(doc.vocab, words=list(words), spaces=list(spaces), tags=tags, pos=parts, heads=drawn, deps=deps)
    return parser.settled(made)


def _tops(doc: Doc, at: Mapping[int, int]) -> dict[int, Token]:
    """For each new word the token that hangs on none of those it stands for; `at` is the new word of each token."""
    tops: dict[int, Token] = {}
    for token in doc:
        n = at.get(token.i)
        if n is not None and (n not in tops or at.get(tops[n].head.i) == n != at.get(token.head.i)):
            tops[n] = token
    return tops


def _tag(word: str, top: Token | None) -> str:
    """The tag of a new word; without a token it is a comma."""
    if top is None:
        return ","
    return top.tag_ if top.text == word else _TAGS.get(word, "NNP")


def _above(top: Token, at: Mapping[int, int]) -> Token:
    """The nearest word above one that is still there; itself if there is none."""
    above = top.head
    while above.i not in at and above.head != above:
        above = above.head
    return above if above.i in at else top


def parse_words(listed: Iterable[tuple[Sequence[str], Sequence[bool]]]) -> list[Doc]:
    """Each row of words parsed as one sentence."""
    pipeline = parser.in_use()
    docs = []
    for words, spaces in listed:
        starts: list[int | bool | None] = [n == 0 for n in range(len(words))]
        docs.append(Doc(pipeline.vocab, words=list(words), spaces=list(spaces), sent_starts=starts))
    return [parser.settled(doc) for doc in pipeline.pipe(docs, disable=["ner"])]
