"""Clauses run together without a word that joins them, and subjects parted from their verbs by a comma."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.facts.clauses import INTRODUCING
from trainer.facts.masks import SILENT
from trainer.facts.statement import SPEAKING
from trainer.facts.telling import Telling
from trainer.language.tags import NOMINAL
from trainer.language.verbs import lemma_of

_LINKS = frozenset({*INTRODUCING, "and", "but", "or", "yet", "so", "nor"})
_OPENING_CLAUSES = SPEAKING - {"announce"}
"""Verbs behind which a clause may begin without a word for it; what is announced is most often a thing."""


def runs_on(told: Telling) -> bool:
    """Whether a further verb comes without a word that opens or joins a clause for it."""
    opened, verbs = 1, 0
    for token in told.tokens:
        opened += (token.lower_ in _LINKS and not _governs_noun(token)) or (
            token.i in told.finites and lemma_of(token.lower_) in _OPENING_CLAUSES
        )
        opened += token.tag_ == "PRP" and _opens_contact(token)
        verbs += token.i in told.finites
        if verbs > opened:
            return True
    return False


def _governs_noun(token: Token) -> bool:
    """Whether the word and `of` behind it are a preposition: `because of the drought`."""
    return token.lower_ == "because" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"


def _opens_contact(pronoun: Token) -> bool:
    """Whether a pronoun right behind a noun opens a clause that tells which: `the contract | they wanted`."""
    clause = pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "acl:relcl" and pronoun.i > 0
    return clause and pronoun.nbor(-1).tag_ in NOMINAL and pronoun.nbor(-1) == pronoun.head.head


def is_parted(told: Telling) -> bool:
    """Whether one comma alone stands between the subject and its verb, or two subjects stand before it."""
    doc = told.tokens
    verb = doc[min(told.finites)] if told.finites else None
    if verb is None or verb.i == 0:
        return False
    commas = [t.i for t in doc[: verb.i] if t.text == "," and told.places[t.i] != SILENT and not told.is_listed(t.i)]
    if doc[verb.i - 1].text == "," and not told.is_listed(verb.i - 1):
        every = [t.i for t in doc[: verb.i] if t.text == "," and not told.is_listed(t.i)]
        if every[:1] == [verb.i - 1] and (doc[0].tag_ == "IN" or doc[0].lower_ == "according"):
            return True
        dated = any(date.start == told.places[0][0] for date in told.line.dates)
        if doc[0].tag_ == "IN" and any(t.dep_.startswith("nsubj") for t in doc[: every[0]]):
            return len(every) % 2 == 1
        opening = every[1] if len(every) > 2 and doc[0].tag_ == "IN" and doc[every[0] + 1].tag_ == "VBN" else every[0]
        front = opening if dated or doc[0].tag_ in {"IN", "RB", "TO", "VBG", "VBN"} else -1
        return sum(comma > front for comma in commas) % 2 == 1
    first = next((comma for comma in commas if comma > (commas[0] if doc[0].tag_ == "IN" else -1)), None)
    if first is not None and doc[first + 1].tag_ == "NNP" and told.doc[first + 2 : first + 3].text == "'s":
        return True
    opens = doc[0].tag_ in NOMINAL | {"DT", "PRP$"} and told.places[0][0] != 0
    return opens and len(commas) > 1 and len(commas) % 2 == 0 and doc[commas[-1] + 1].tag_ in {"NNP", "DT"}


def is_parted_within(told: Telling) -> bool:
    """Whether a single comma stands between a relative pronoun and its verb: `whose governor, has paid`."""
    doc = told.tokens
    for at in told.finites:
        if at == 0 or doc[at - 1].text != ",":
            continue
        opener = next((t.i for t in reversed(doc[:at]) if t.lower_ in {"whose", "who", "which", "that"}), None)
        if opener is None or any(opener < i < at for i in told.finites):
            continue
        if sum(t.text == "," for t in doc[opener:at]) == 1:
            return True
    return False
