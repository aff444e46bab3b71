"""A brief as sentences, each parsed on its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from trainer.briefs.brief import Brief
from trainer.language import parser
from trainer.language.glyphs import plain
from trainer.language.leads import lead_end
from trainer.language.mended import mended
from trainer.language.tags import FINITE

LONGEST = 1500
"""Characters; what runs on for longer without a full stop is a table or noise and is not read."""

BATCH = 64
"""Sentences that the parser takes at once."""

_STOP = re.compile(r"""(?<=[.!?])["')\]]*\s+(?=["'(\[]?[A-Z0-9])""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Capt|Brig|Adm|Sgt|Sen|Rep|Gov|Prof|No|vs?|ca"
    r"|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Amb|Pres|Rev|Hon|Jr|Sr|Cmdr|Cpl|Pvt|Mt|Ft|Bn|Bde|Regt|Div|Coy|Fig|approx|est|paras?|i\.e|e\.g)\.$"
)

_SHORT = re.compile(r"(?:^|[\s(\"'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Inc|Ltd|Co|Corp|Jr|Sr)\.$")
_OPENER = re.compile(
    r"(?:The|This|These|Those|There|They|Their|It|Its|But|However|When|While|After|Before|Although|In|On|By|For|From|We"
    r"|His|Her|No|Some|Both)\b(?!\.)"
)
"""Words that open a sentence and no name: behind `Hall A.` or `the U.S.` they begin the next one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief and its parse."""

    text: str
    """Verbatim from its passage."""
    passage: int
    """The number of the passage."""
    index: int
    """0-based, within its passage."""
    doc: Doc
    """The parse of the plain text; characters are numbered as in `text`."""


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a full stop after an abbreviation or an initial ends none.

    >>> [(a, b) for a, b in split("Gen. Dia left. He lives.")]
    [(0, 14), (15, 24)]
    >>> [(a, b) for a, b in split("They met in Hall A. The door was shut.")]
    [(0, 19), (20, 38)]
    >>> [(a, b) for a, b in split("They met. (The door was shut.)")]
    [(0, 9), (11, 29)]
    """
    start = 0
    for match in _STOP.finditer(text):
        before = text[start : match.start()]
        if (
            not _ABBREVIATION.search(before)
            or _is_shouted(before)
            or (_SHORT.search(before) and _OPENER.match(text, match.end()))
        ):
            yield _unbracketed(text, start, match.end() - len(match[0]) + len(match[0].rstrip()))
            start = match.end()
    if text[start:].strip():
        yield _unbracketed(text, start, len(text.rstrip()))


def _unbracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence without the brackets that stand around all of it.

    >>> _unbracketed("(Mali voted.)", 0, 13), _unbracketed("(Mali) voted (twice).", 0, 21)
    ((1, 12), (0, 21))
    """
    inner = text[start + 1 : end - 1]
    enclosed = text[start:end].startswith("(") and text[end - 1 : end] == ")" and inner.endswith((".", "!", "?"))
    return (start + 1, end - 1) if enclosed and "(" not in inner and ")" not in inner else (start, end)


def _is_shouted(text: str) -> bool:
    """Whether what stands before a full stop is all capitals, as the ship that heads an entry: `11 MAR, ANNA B.`."""
    return text.isupper() and re.search(r"[A-Z]{3,},? [A-Z]{4,}", text) is not None


def parse(text: str) -> Doc:
    """The text parsed as one sentence, whatever full stops it holds."""
    return parse_all([text])[0]


def parse_all(texts: Iterable[str]) -> list[Doc]:
    """Each text parsed as one sentence, in order: the same as one by one, in less than half the time."""
    nlp = parser.in_use()
    return [parser.settled(doc) for doc in nlp.pipe(map(_as_one_sentence, texts), batch_size=BATCH)]


_LETTER_LAST = re.compile(r"(?:\b\d+|(?<![\w.]))[A-Z]\.$")
"""A code or a letter that ends its sentence: `150400Z.`, `910C.`, `Hall A.`."""


def _as_one_sentence(text: str) -> Doc:
    doc = parser.in_use().make_doc(plain(text))
    if _LETTER_LAST.search(doc.text) and len(doc[-1]) > 1:
        with doc.retokenize() as words:  # the tokenizer takes `Z.` for an abbreviation
            words.split(doc[-1], [doc[-1].text[:-1], "."], heads=[(doc[-1], 0), (doc[-1], 0)])
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def sentences(brief: Brief) -> tuple[Sentence, ...]:
    """Every sentence of the body that is worth a parse, in order."""
    places = [
        (text, passage.number, index)
        for passage in brief.passages
        for index, (start, end) in enumerate(_split_item(plain(passage.text)))
        if _is_prose(text := passage.text[start:end])
    ]
    docs = [mended(doc) for doc in parse_all(text for text, _, _ in places)]
    return tuple(Sentence(*place, doc) for place, doc in zip(places, docs, strict=True) if not _is_headline(doc))


def _split_item(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a passage without the label or the time that it opens with."""
    lead = lead_end(text)
    yield from ((lead + start, lead + end) for start, end in split(text[lead:]))


def _is_headline(doc: Doc) -> bool:
    """Whether a text is written as headlines are, with an infinitive for what is to come: it tells no day of it."""
    tags = {token.tag_ for token in doc}
    return {"TO", "VB"} <= tags and tags.isdisjoint(FINITE)


LEAST_WORDS = 3
"""Small words beside the acronyms and figures of a military sentence."""
_CODED = re.compile(r"(?<!\w)(?:[A-Z\d][A-Z\d/()&.-]*\d*Z?)(?![\w-]*[a-z])")
"""Acronyms, unit numbers, date-time groups, grid references: `9 INF BDE`, `150400Z`."""


def _is_prose(text: str) -> bool:
    """Mostly lower-case words, neither shouted nor a row of a table, and of a sentence's length."""
    shouted = re.search(r"[A-Z]{4,}(?: [A-Z]{4,}){2}", text)
    small = [word for word in _CODED.sub("", text).split() if word.islower()]
    if not shouted and text.endswith(".") and len(small) >= LEAST_WORDS:
        return len(text) <= LONGEST and "|" not in text and "\ufffd" not in text
    letters = [c for c in text if c.isalpha()]
    if not 15 <= len(text) <= LONGEST or len(letters) < 0.6 * len(text):
        return False
    latin = sum(c.islower() and c < "\u0250" for c in letters)
    return latin > 0.6 * len(letters) and "|" not in text and text.count("\ufffd") == 0
