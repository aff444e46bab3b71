"""Clauses: a predicate, its subject and what follows, read from the dependency parse and cut by token rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trainer.language.verbs import VerbGroup, verb_group

FARTHEST = 6
"""Tokens that may stand between the end of a subject and its predicate."""

_SUBJECTS = {"nsubj", "nsubj:pass"}
_OPEN = {"if", "unless", "whether", "should", "until", "lest", "although", "though"}
_ASSERTED = {"ROOT", "conj", "parataxis", "advcl", "acl:relcl", "ccomp"}
_DENYING = {
    "no", "not", "n't", "never", "none", "few", "little", "hardly", "without", "neither", "nor", "rather",
    "unlikely", "ostensibly", "supposedly", "allegedly", "possibly", "perhaps", "likely", "could", "would",
    "might",
}  # fmt: skip
_SEEMING = {
    "seem", "appear", "tend", "expect", "threaten", "hope", "risk", "aim", "seek", "want", "need", "consider", "try",
    "attempt", "work",
}  # fmt: skip
_CONJUNCTIONS = {"while", "although", "though", "as", "since", "because", "when", "after", "before", "if", "unless"}
_CUTTING = {"including", "especially", "particularly", "despite", "amid", "barring"}
_PAIRS = {("such", "as"), ("as", "well")}


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate that the sentence asserts."""

    head: Token
    """The verb, or the noun or adjective behind a copula."""
    subject: Token
    """The head of its subject; for a relative clause, the noun that the clause is about."""
    group: VerbGroup
    """Its tense and voice."""
    tail: tuple[Token, ...]
    """Everything behind the predicate up to the next comma, dash or clause."""
    front: tuple[Token, ...]
    """What stands before the subject at the head of the clause."""
    speech: Token | None
    """The verb of saying that this is the content of, if any."""
    shared: bool = False
    """Whether the subject stands with an earlier verb: `voted ... and will hold`."""


def clauses(doc: Doc) -> Iterator[Clause]:
    """The clauses that can be told as facts; whatever is open, denied, modal or tangled is left out."""
    for head in doc:
        subject = _subject(head)
        if subject is None or not _is_asserted(head):
            continue
        group, tail = verb_group(head), _tail(head)
        if group is None or group.lemma in _SEEMING or _is_denied(subject, tail) or _has_content(head):
            continue
        yield Clause(head, subject, group, tail, _front(head, subject), _speech(head), shared=subject.head != head)


def _is_denied(subject: Token, tail: tuple[Token, ...]) -> bool:
    """Whether a word of denial or doubt stands in the subject or behind the verb."""
    return any(token.lower_ in _DENYING for token in (*subject.subtree, *tail) if token.i != subject.head.i)


def _has_content(head: Token) -> bool:
    """Whether what is said or thought follows in a clause of its own, without which the verb says nothing."""
    return any(child.dep_ == "ccomp" for child in head.children)


def _subject(head: Token) -> Token | None:
    """The subject in the clause; for `which`, the noun before it; for a second verb, that of the first."""
    own = [child for child in head.children if child.dep_ in _SUBJECTS]
    if not own and head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"} and head.i - head.head.i < 15:
        return _subject(head.head)
    if len(own) != 1 or own[0].i > head.i:
        return None
    if own[0].tag_ in {"WDT", "WP"}:
        return _antecedent(own[0])
    nominal = own[0].pos_ in {"NOUN", "PROPN", "PRON"} or own[0].text[:1].isupper()
    return own[0] if nominal and own[0].tag_ not in {"EX", "DT"} else None


def _antecedent(relative: Token) -> Token | None:
    """The noun right before the relative pronoun, a comma passed over, if the parser has it too."""
    before = relative.i - 1
    while before >= 0 and relative.doc[before].is_punct:
        before -= 1
    noun = relative.doc[before] if before >= 0 else None
    owner = relative.head.head if relative.head.dep_ == "acl:relcl" else None
    return owner if noun is not None and owner is not None and (noun == owner or noun in list(owner.subtree)) else None


def _is_asserted(head: Token) -> bool:
    """Whether the clause and those above it are told as facts."""
    token = head
    while True:
        openers = {c.lower_ for c in token.children if c.dep_ in {"mark", "aux"} and c.i < token.i}
        if token.dep_ not in _ASSERTED or openers & _OPEN:
            return False
        if token.dep_ in {"ROOT", "ccomp"} or token.head == token:
            return token.dep_ == "ROOT" or token.head.pos_ == "VERB"
        if token.dep_ == "acl:relcl":
            return True
        token = token.head


def _speech(head: Token) -> Token | None:
    return head.head if head.dep_ == "ccomp" else None


def _tail(head: Token) -> tuple[Token, ...]:
    """The tokens after the predicate that the clause needs."""
    tokens: list[Token] = []
    for token in head.doc[head.i + 1 :]:
        if _ends(token) and not _in_number(token):
            break
        tokens.append(token)
    while tokens and (tokens[-1].is_punct and tokens[-1].text not in {")", "%"}):
        tokens.pop()
    return tuple(tokens)


def _ends(token: Token) -> bool:
    """Whether the clause is over before this token."""
    if token.text in {",", ";", ":", "-", "--", "."} and not (token.text == "-" and not token.whitespace_):
        return not _in_brackets_or_list(token)
    if token.dep_ == "cc":
        joined = token.head
        if token.i + 1 < len(token.doc) and token.nbor().tag_ in {"VBZ", "VBD", "VBP", "MD"}:
            return True
        return joined.pos_ in {"VERB", "AUX"} and joined.i > token.i and joined.dep_ in {"conj", "advcl", "ROOT"}
    if token.tag_ in {"WDT", "WP", "WRB"}:
        return True
    if token.dep_ == "mark":
        return token.lower_ in _CONJUNCTIONS
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return token.text == '"' or token.lower_ in _CUTTING or (token.lower_, following) in _PAIRS


def _in_brackets_or_list(token: Token) -> bool:
    """A comma between capitalised items that go on to an `and`, or inside a date."""
    doc, i = token.doc, token.i
    if token.text != "," or i + 1 >= len(doc):
        return False
    if doc[i - 1].like_num and doc[i + 1].like_num and len(doc[i + 1].text) == 4:
        return True
    capital = doc[i - 1].text[:1].isupper() or doc[i - 1].text == ")"
    rest = [t.lower_ for t in doc[i + 1 : i + 10]]
    after = doc[i + 1].text[:1].isupper() or doc[i + 1].lower_ in {"and", "the"}
    return capital and after and "and" in rest and _all_capital_until_and(doc, i + 1)


def _all_capital_until_and(doc: Doc, start: int) -> bool:
    for token in doc[start : start + 10]:
        if token.lower_ == "and":
            return token.i + 1 < len(doc) and (doc[token.i + 1].text[:1].isupper() or doc[token.i + 1].lower_ == "the")
        if not (token.text[:1].isupper() or token.text in {",", "the", "of", "-", "(", ")"}):
            return False
    return False


def _in_number(token: Token) -> bool:
    return (
        token.i > 0
        and token.text in {"-", ","}
        and token.nbor(-1).like_num
        and token.i + 1 < len(token.doc)
        and token.nbor().like_num
    )


def _front(head: Token, subject: Token) -> tuple[Token, ...]:
    """Fronted adverbials of the clause, its conjunction and punctuation left out."""
    return tuple(c for c in head.children if c.i < subject.left_edge.i and c.dep_.split(":")[0] in {"obl", "nmod"})
