"""What `it`, `its`, `they` and `their` go on to speak of, where the grammar of their clause leaves it open.

Each rule reads the words in their order and trusts the parse only for who is a subject; each abstains where a second
name could be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.agreement import IT, SPEAKING, THEY, agrees, is_rival
from trainer.language.grammar import is_plural
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import FINITE, SUBJECTS

if TYPE_CHECKING:
    from trainer.language.entities import Mention
    from trainer.language.mentions import Mentions

_WHICH = frozenset({"which", "whose", "who"})


def carried_on(index: Mentions, k: int, pronoun: Token) -> Token | None:
    """The noun earlier in the sentence that the pronoun goes on to speak of; None in any doubt."""
    if pronoun.lower_ not in IT | THEY or pronoun.lower_.endswith(("self", "selves")):
        return None
    rules = (_behind_which, _behind_aside, _of_teller)
    return next((noun for rule in rules if (noun := rule(index, k, pronoun)) is not None), None)


def said_again(index: Mentions, k: int, pronoun: Token) -> Token | None:
    """The nearest pronoun of the same kind before it in the sentence, if nothing between can be meant instead."""
    same = IT if pronoun.lower_ in IT else THEY
    before = [t for t in pronoun.doc[: pronoun.i] if t.lower_ in same]
    if not before or pronoun.lower_ not in same or pronoun.lower_.endswith(("self", "selves")):
        return None
    last = before[-1]
    owned = last.tag_ == "PRP$" and pronoun.tag_ != "PRP$" and is_plural(last.head) == (pronoun.lower_ in THEY)
    return None if owned or _has_rival(index, k, last.i + 1, pronoun) else last


def _behind_which(index: Mentions, k: int, pronoun: Token) -> Token | None:
    """`the Bank of Ghana (BoG), which lost money on account of | its holdings`."""
    doc = pronoun.doc
    which = next((t for t in reversed(list(doc[: pronoun.i])) if t.lower_ in {"which", "who"} and t.i), None)
    if which is None or which.nbor(-1).text != "," or which.i + 1 == pronoun.i:
        return None
    named = _named_up_to(index, k, which.nbor(-1))
    if named is None or any(t.text in {",", ";"} and _finite_behind(t) for t in doc[which.i : pronoun.i]):
        return None
    return None if _has_rival(index, k, which.i + 1, pronoun) else _agreeing(index, k, named, pronoun)


def _finite_behind(comma: Token) -> bool:
    """Whether a finite verb stands right behind a comma, so that the clause before it is over."""
    return comma.i + 1 < len(comma.doc) and comma.nbor().tag_ in FINITE


def _behind_aside(index: Mentions, k: int, pronoun: Token) -> Token | None:
    """`the BoG, whose governor is Ernest Addison, lowered | its rate`."""
    doc = pronoun.doc
    verb = next(
        (t for t in reversed(list(doc[2 : pronoun.i])) if t.tag_ in FINITE and t.nbor(-1).text == ","), None
    )  # fmt: skip
    if verb is None or any(t.dep_ in SUBJECTS for t in doc[verb.i + 1 : pronoun.i]):
        return None
    which = next((t for t in reversed(list(doc[1 : verb.i - 1])) if t.lower_ in _WHICH), None)
    if which is None or which.nbor(-1).text != "," or any(t.text == "," for t in doc[which.i : verb.i - 1]):
        return None
    named = _named_up_to(index, k, which.nbor(-1))
    if named is None or _has_rival(index, k, verb.i + 1, pronoun):
        return None
    return _agreeing(index, k, named, pronoun)


def _of_teller(index: Mentions, k: int, pronoun: Token) -> Token | None:
    """`the Houthis counted 73 raids and acknowledged that five of | their fighters had been killed`."""
    doc = pronoun.doc
    that = next((t for t in reversed(list(doc[2 : pronoun.i])) if t.lower_ == "that" and t.tag_ == "IN"), None)
    if that is None or pronoun.tag_ != "PRP$" or that.nbor(-1).lemma_.lower() not in SPEAKING - {"tell", "ask", "urge"}:
        return None
    if any(t.tag_ in FINITE for t in doc[that.i + 1 : pronoun.i]):
        return None
    subject = next((t for t in reversed(list(doc[: that.i - 1])) if t.dep_ in SUBJECTS), None)
    named = index.at(k, subject.idx) if subject is not None else None
    if subject is None or named is None or not named.leading or _has_rival(index, k, subject.right_edge.i + 1, pronoun):
        return None
    return subject if agrees(index, k, subject, pronoun) else None


def _named_up_to(index: Mentions, k: int, comma: Token) -> Mention | None:
    """The name that ends right before a comma, its short form in brackets passed over."""
    end = comma.i - 1
    if end >= 3 and comma.doc[end].text == ")" and comma.doc[end - 2].text == "(":
        end -= 3
    named = index.at(k, comma.doc[end].idx) if end >= 0 else None
    return named if named is not None and named.leading else None


def _agreeing(index: Mentions, k: int, named: Mention, pronoun: Token) -> Token | None:
    span = pronoun.doc.char_span(named.start, named.end, alignment_mode="expand")
    return span.root if span is not None and agrees(index, k, span.root, pronoun) else None


def _has_rival(index: Mentions, k: int, first: int, pronoun: Token) -> bool:
    """Whether a name, or a noun that is a subject, stands from a token on and could be meant."""
    doc = pronoun.doc
    if first >= pronoun.i:
        return False
    named = any(doc[first].idx <= m.start < pronoun.idx and is_rival(m, pronoun) for m in index.named[k])
    return named or any(_competes(t, pronoun) for t in doc[first : pronoun.i])


def _competes(noun: Token, pronoun: Token) -> bool:
    """Whether a common noun of the pronoun's number is a subject."""
    subject = noun.dep_ in SUBJECTS and noun.tag_ in {"NN", "NNS"} and noun.lower_ not in PERSONS
    return subject and is_plural(noun) == (pronoun.lower_ in THEY)


def goes_on(index: Mentions, j: int, pronoun: Token) -> Iterator[Token]:
    """The pronouns of the sentence before, of the same kind and in its subject or its last clause, the last first."""
    same = IT if pronoun.lower_ in IT else THEY
    for token in reversed(list(index.lines[j].sentence.doc)):
        if token.lower_ in same and (token.dep_ in SUBJECTS or (token.tag_ == "PRP$" and token.head.dep_ in SUBJECTS)):
            yield token
