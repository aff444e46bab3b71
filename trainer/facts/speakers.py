"""Who says what a clause states, and when they said it."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.facts.subjects import from_noun_phrase, until_comma
from trainer.language.clauses import Clause
from trainer.language.dates import DateMention, in_order, resolve
from trainer.language.reading import Line, Reading
from trainer.language.reference import standing_alone
from trainer.values.dates import PartialDate

Speaker = tuple[str, PartialDate | None]
"""Who, self-contained, and when, if the sentence says so."""

_AS_SAID = {"estimate": "an estimate by "}
"""What a verb makes of what it reports, beyond that somebody said it."""

MOST_WORDS = 10
"""In the name of a source; what is longer is hardly a name."""

SAYING = frozenset(
    "say report estimate claim announce state warn confirm allege assess find conclude note declare add".split()  # noqa: SIM905
)
"""Verbs whose subject stands behind what follows them."""


def speaker(reading: Reading, line: Line, clause: Clause) -> Speaker | None:
    """Who says the clause, and when; empty if the brief does; None if somebody does whom we cannot name."""
    according = line.plain.lower().find("according to ")
    if according >= 0:
        main = clause.head.dep_ == "ROOT"
        return _source(reading, line, according + len("according to ")) if main else None
    if clause.speech is None:
        return "", None
    said = clause.speech
    subjects = [c for c in said.children if c.dep_ == "nsubj"]
    if said.lemma_.lower() not in SAYING or len(subjects) != 1:
        return None
    return _teller(reading, line, said, subjects[0])


def _teller(reading: Reading, line: Line, said: Token, subject: Token) -> Speaker | None:
    """The subject of a verb of saying; for `which`, the noun before it with all that it covers."""
    if subject.tag_ in {"WDT", "WP"} and said.dep_ == "acl:relcl":
        owner = said.head
        tokens = list(line.sentence.doc[owner.left_edge.i : subject.i - 1])
    else:
        tokens = until_comma(list(subject.subtree), subject)
    tokens = from_noun_phrase(tokens)
    if not tokens:
        return None
    text = standing_alone(reading, line, tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    text = _mid_sentence(text) if text else ""
    when = next((date for date in line.dates if date.start > said.idx and _is_of(line, date, said)), None)
    date = resolve(when, reading.brief.date, future=False) if when is not None else None
    claim = _AS_SAID.get(said.lemma_.lower(), "")
    return (f"{claim}{text}", date) if text else None


def _source(reading: Reading, line: Line, start: int) -> Speaker | None:
    """Whom `according to` names, up to the next comma, its date apart."""
    end = min(
        [n for n in (line.plain.find(mark, start) for mark in (",", ";", " but ", " although ")) if n >= 0]
        + [len(line.plain.rstrip(" ."))]
    )
    date = next(in_order(line.dates, start, end), None)
    if date is not None:
        end = line.plain.rfind(date.preposition or date.text, start, date.start + len(date.text)) - 1
    text = standing_alone(reading, line, start, end)
    when = resolve(date, reading.brief.date, future=False) if date is not None else None
    return (text, when) if text and len(text.split()) <= MOST_WORDS else None


def _is_of(line: Line, date: DateMention, verb: Token) -> bool:
    """Whether the date stands right behind the verb, or the parser makes it an adverbial of it."""
    between = line.plain[verb.idx + len(verb) : date.start].split()
    span = line.sentence.doc.char_span(date.start, date.end)
    return between in (["in"], ["on"], []) or (span is not None and span.root.head == verb)


def _mid_sentence(text: str) -> str:
    """Without the capital of an article that stood first."""
    return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text
