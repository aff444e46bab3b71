"""The subject of a clause: cut where its own words end, a list taken whole, a pronoun named."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.facts.fact import Part, Role
from trainer.facts.parts import part
from trainer.language.clauses import Clause
from trainer.language.lists import NameList
from trainer.language.reading import Line, Reading

_HEDGING = frozenset({"at", "over", "about", "around", "under"})


def subject_of(reading: Reading, line: Line, clause: Clause) -> Part | None:
    """The subject up to its first comma, or the whole list that it is part of; None for a pronoun without a name."""
    if clause.subject.tag_ in {"PRP", "PRP$"}:
        return _meant(reading, line, clause)
    listed = _list_around(line, clause)
    tokens = from_noun_phrase(_tokens_of(line, listed) if listed is not None else _own_tokens(clause))
    return part(reading, line, tokens, Role.SUBJECT) if tokens else None


def _list_around(line: Line, clause: Clause) -> NameList | None:
    """The list that holds the subject, or that its article opens, if it ends before the predicate."""
    for listed in line.lists:
        inside = listed.start <= clause.subject.idx < listed.end
        opens = listed.start - len("the ") <= clause.subject.left_edge.idx <= listed.start
        if not listed.marker and (inside or opens) and listed.end < clause.head.idx:
            return listed
    return None


def _tokens_of(line: Line, listed: NameList) -> list[Token]:
    """The tokens of a list, with the article before it."""
    doc = line.sentence.doc
    tokens = list(doc.char_span(listed.start, listed.end, alignment_mode="expand") or [])
    opened = tokens and tokens[0].i and tokens[0].nbor(-1).lower_ == "the"
    return [tokens[0].nbor(-1), *tokens] if opened else tokens


def _own_tokens(clause: Clause) -> list[Token]:
    """The subject's own words, none of them behind the predicate."""
    subject, before = clause.subject, clause.subject.i < clause.head.i
    end = min(subject.right_edge.i, clause.head.i - 1) if before else subject.i
    return until_comma(list(subject.doc[_with_owner(subject.left_edge) : end + 1]), subject)


def _with_owner(first: Token) -> int:
    """Where the phrase begins, if a possessor that the parser left out stands before it: `Kenya's Red Cross`."""
    if first.i >= 2 and first.nbor(-1).tag_ == "POS":
        return int(first.nbor(-2).left_edge.i)
    return int(first.i)


def from_noun_phrase(tokens: list[Token]) -> list[Token]:
    """Without prepositions, conjunctions and commas that the parser left at its head; `at least` stays."""
    leading = {"case", "cc", "mark", "punct", "cc:preconj"}
    while tokens and tokens[0].dep_ in leading and tokens[0].lower_ not in _HEDGING:
        tokens = tokens[1:]
    return tokens


def until_comma(tokens: list[Token], head: Token) -> list[Token]:
    """Cut at a comma, a dash, a relative or a participle behind the head noun."""
    for n, token in enumerate(tokens):
        dash = token.text == "-" and token.nbor(-1).whitespace_ != ""
        if token.i > head.i and (dash or token.text == "," or token.tag_ in {"WDT", "WP"} or token.dep_ == "acl"):
            return tokens[:n]
    return tokens


def _meant(reading: Reading, line: Line, clause: Clause) -> Part | None:
    """The subject that `it` or `they` stands for: that of the clause above, if their numbers agree."""
    owner = next(
        (c for c in clause.head.head.children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < clause.subject.i), None
    )
    if clause.subject.lower_ in {"it", "they"} and owner is not None and owner.pos_ in {"NOUN", "PROPN"}:
        plural = owner.tag_ in {"NNS", "NNPS"}
        if plural == (clause.subject.lower_ == "they"):
            return part(reading, line, list(owner.subtree), Role.SUBJECT)
    return None
