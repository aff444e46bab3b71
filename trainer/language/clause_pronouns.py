"""The noun of its own sentence that a pronoun points to, by the grammar of its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.agreement import (
    IT,
    SPEAKING,
    THEY,
    agrees,
    are_people,
    is_body,
    is_rival,
    named_after,
)
from trainer.language.event_nouns import families
from trainer.language.grammar import (
    clause_of,
    fronted_subject,
    in_own_phrase,
    is_nominal,
    is_plural,
    own_subject,
    subject_above,
    subject_of,
)
from trainer.language.kinds import AFFINITY, INSTITUTIONS, WORKS
from trainer.language.tags import FINITE, SUBJECTS
from trainer.language.verbs import REPORTING

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions

_UNDERGONE = frozenset({
    "abolition", "adoption", "arrest", "closure", "destruction", "dissolution", "extension", "release", "removal",
    "renewal", "repeal", "reopening", "seizure", "suspension",
})  # fmt: skip
"""What is done to a thing: `ordered its closure` owns nothing of who ordered it."""
_WILLED = frozenset({
    "accuse", "adopt", "agree", "announce", "approve", "buy", "decide", "deny", "deploy", "employ", "fire", "hire",
    "hope", "intend", "issue", "launch", "operate", "order", "own", "pledge", "publish", "refuse", "register",
    "reject", "release", "sell", "sign", "sue", "suspend", "unveil", "vote", "vow", "want", "withdraw",
})  # fmt: skip
"""Verbs of what only somebody does, and no text and no thing."""


@dataclass(frozen=True, slots=True)
class Place:
    """A noun in a line that a pronoun points to."""

    line: int
    """Which line of the reading; -1 for none."""
    token: Token
    """The noun."""

    @property
    def is_nowhere(self) -> bool:
        """Whether a rule has decided, and leaves a doubt."""
        return self.line < 0


def in_sentence(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The noun of the same sentence; a place nowhere if the sentence decides, but leaves a doubt."""
    if pronoun.dep_ in {"nmod:poss", "det"} or pronoun.tag_ == "PRP$":
        if is_undergone(pronoun):
            return nowhere(pronoun)
        return _joined_name(index, k, pronoun) or _owner(index, k, pronoun)
    clause = clause_of(pronoun)
    if pronoun.dep_ in {"nsubj", "nsubj:pass", "expl"}:
        return _subject(index, k, pronoun, clause)
    if pronoun.lower_ in {"itself", "themselves"}:
        own = subject_of(clause)
        return (
            Place(k, own)
            if own is not None and own.i < pronoun.i and agrees(index, k, own, pronoun)
            else nowhere(pronoun)
        )
    return nowhere(pronoun)


def is_undergone(pronoun: Token) -> bool:
    """`ordered | its closure`: whether it is the owner, by grammar alone, of what is done to it."""
    return pronoun.tag_ == "PRP$" and pronoun.head.lower_ in _UNDERGONE and pronoun.head.dep_ == "obj"


def nowhere(pronoun: Token) -> Place:
    """What stands for a doubt."""
    return Place(-1, pronoun)


def _owner(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """Whose: what the noun is joined to, the subject of the clause, else that of the clause above."""
    noun = pronoun.head
    if noun.dep_ == "conj" and noun.head.i < pronoun.i and is_nominal(noun.head):
        joined = noun.head
        if joined.dep_ not in SUBJECTS or _leads(joined):
            if agrees(index, k, joined, pronoun) and index.at(k, joined.idx) is not None:
                return Place(k, joined)
            if joined.dep_ in SUBJECTS:
                return nowhere(pronoun)
    clause = clause_of(noun) if not _is_predicate(noun) else noun
    subject = _for_its_part(index, k, pronoun) or subject_of(clause)
    if subject is not None and subject.i < pronoun.i and not in_own_phrase(subject, pronoun):
        return _fitting(index, k, subject, pronoun)
    if subject is None and _is_told(clause):
        return nowhere(pronoun)
    return _subject(index, k, pronoun, clause)


def _is_told(clause: Token) -> bool:
    """Whether it is a clause behind `that` with a finite verb: it has a subject, though the parser may not find it."""
    marked = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    verbs = [clause, *(c for c in clause.children if c.dep_ in {"aux", "aux:pass", "cop"})]
    return clause.dep_ == "ccomp" and marked and any(v.tag_ in FINITE for v in verbs)


def _joined_name(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """`information about ALPHV and its links`: the name right before the `and`, behind a preposition."""
    if pronoun.i < 3 or pronoun.nbor(-1).lower_ != "and":
        return None
    name = pronoun.nbor(-2)
    mention = index.at(k, name.idx)
    behind = mention is not None and mention.end == name.idx + len(name) and mention.leading
    before = next((t for t in reversed(list(pronoun.doc[: name.i])) if mention is None or t.idx < mention.start), None)
    if not behind or before is None or before.tag_ != "IN" or not agrees(index, k, name, pronoun):
        return None
    return Place(k, name)


def _for_its_part(index: Mentions, k: int, pronoun: Token) -> Token | None:
    """`Kroll, for its part,`: the name before the comma."""
    if pronoun.head.lower_ != "part" or pronoun.i < 3 or pronoun.nbor(-1).lower_ != "for":
        return None
    before = pronoun.nbor(-3) if pronoun.nbor(-2).text == "," else pronoun.nbor(-2)
    return before if index.at(k, before.idx) is not None else None


def _is_predicate(noun: Token) -> bool:
    return any(child.dep_ == "cop" for child in noun.children)


def _leads(noun: Token) -> bool:
    return noun.left_edge.i <= 2


def _fitting(index: Mentions, k: int, subject: Token, pronoun: Token) -> Place:
    """The subject, its owner or, behind an unfit subject, nothing."""
    if agrees(index, k, subject, pronoun):
        if _is_outranked(index, k, subject, pronoun) or _is_of_state(index, k, subject, pronoun):
            return nowhere(pronoun)
        return Place(k, subject) if not _rival_owner(index, k, subject, pronoun) else nowhere(pronoun)
    return nowhere(pronoun)


def _is_of_state(index: Mentions, k: int, subject: Token, pronoun: Token) -> bool:
    """Whether the subject is an institution, and what the pronoun owns is its state's: `the ministry | its exports`."""
    institution = index.at(k, subject.idx) is None and subject.lower_ in INSTITUTIONS
    return institution and pronoun.head.lower_ in AFFINITY["country"]


def _rival_owner(index: Mentions, k: int, subject: Token, pronoun: Token) -> bool:
    """Whether another name between subject and pronoun is likelier to own what the pronoun owns."""
    classes = [sort for sort, nouns in AFFINITY.items() if pronoun.head.lower_ in nouns]
    own = index.at(k, subject.idx)
    for sort in classes:
        if own is not None and sort in own.entity.kinds:
            return False
        if any(sort in m.entity.kinds for m in index.named[k] if subject.idx < m.start < pronoun.idx):
            return True
    return False


def _is_outranked(index: Mentions, k: int, subject: Token, pronoun: Token) -> bool:
    """Whether the subject is an event, and a name that can be meant is the subject of a clause above or before.

    `Moscow stood by, because the war tied down its forces and it depends on gas`: no war has forces.
    """
    if pronoun.lower_ not in IT or index.at(k, subject.idx) is not None or subject.lower_ not in families():
        return False
    others = [
        t for t in subject.doc[: subject.left_edge.i]
        if t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"} and agrees(index, k, t, pronoun)
    ]  # fmt: skip
    return any(index.at(k, t.idx) is not None or is_body(t) for t in others)


def _subject(index: Mentions, k: int, pronoun: Token, clause: Token) -> Place | None:
    """For a pronoun that leads its clause: the subject of the clause above, or of one that opens the sentence."""
    if clause.dep_ in {"acl:relcl", "acl"} and clause.head.i < pronoun.i and pronoun.head == clause:
        return _of_relative(index, k, pronoun, clause)
    beside = _adjoining(pronoun)
    if beside is not None and agrees(index, k, beside, pronoun):
        return Place(k, beside) if index.at(k, beside.idx) is not None or is_body(beside) else nowhere(pronoun)
    above = subject_above(clause, pronoun.i)
    which = next((c for c in clause.children if c.tag_ in {"WDT", "WP"} and c.i < pronoun.i), None)
    if above is None:
        return _leading(index, k, pronoun, clause)
    if which is not None:
        return _beside_which(index, k, above, pronoun, which)
    if not agrees(index, k, above, pronoun):
        only = _only_named(index, k, pronoun)
        return only if only is not None else nowhere(pronoun)
    doubted = (
        _is_outranked(index, k, above, pronoun)
        or _is_of_state(index, k, above, pronoun)
        or not _is_safe(index, k, above, pronoun, clause)
    )
    doer = _doer(index, k, above, clause)
    return nowhere(pronoun) if doubted or doer is None else Place(k, doer)


def _doer(index: Mentions, k: int, noun: Token, clause: Token) -> Token | None:
    """The noun, if it can do what the clause tells; else who owns it: `the WHO's plan`, which it launched."""
    passive = any(c.dep_ == "aux:pass" for c in clause.children)
    if passive or clause.lemma_.lower() not in _WILLED or noun.lower_ not in WORKS or index.at(k, noun.idx) is not None:
        return noun
    return next((c for c in noun.children if c.dep_ == "nmod:poss" and index.at(k, c.idx) is not None), None)


def _adjoining(pronoun: Token) -> Token | None:
    """`staff agreed; once the board has assented, it ...`: the subject of the clause that opens the pronoun's own."""
    doc, end = pronoun.doc, pronoun.i - 1
    if end < 1 or doc[end].text != ",":
        return None
    for verb in doc[:end]:
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), None)
        if verb.dep_ == "advcl" and verb.right_edge.i in {end - 1, end} and mark is not None and mark.i:
            return own_subject(verb) if mark.nbor(-1).text in {";", ":"} else None
    return None


def _leading(index: Mentions, k: int, pronoun: Token, clause: Token) -> Place | None:
    """For the subject of the main clause: that of a clause that opens the sentence."""
    fronted = fronted_subject(clause, pronoun.i)
    if fronted is not None and agrees(index, k, fronted, pronoun):
        named = index.at(k, fronted.idx) is not None or is_body(fronted) or are_people(fronted.lower_)
        return Place(k, fronted) if named else None
    return _only_plural(index, k, pronoun) if subject_of(clause) is None else None


def _only_plural(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """`As many as 300 families lost their homes`: the one plural before, where the parser finds no subject."""
    if pronoun.lower_ not in THEY:
        return None
    many = [t for t in pronoun.doc[: pronoun.i] if t.tag_ in {"NNS", "NNPS"}]
    return Place(k, many[0]) if len(many) == 1 and agrees(index, k, many[0], pronoun) else None


def _beside_which(index: Mentions, k: int, above: Token, pronoun: Token, which: Token) -> Place:
    """`the framework, to which it applied`: the subject above, since the noun before `which` is something else."""
    before = next((t for t in reversed(list(pronoun.doc[: which.i])) if t.pos_ in {"NOUN", "PROPN"}), None)
    if before is None or not agrees(index, k, above, pronoun) or index.at(k, above.idx) is None:
        return nowhere(pronoun)
    first = before.left_edge.idx
    rivals = [m for m in named_after(index, k, above, pronoun) if m.end <= first]
    return nowhere(pronoun) if rivals else Place(k, above)


def _teller(clause: Token) -> Token | None:
    """Who said it, where the parser hangs what was said from the noun before its comma."""
    first = clause.left_edge
    if first.lower_ != "that" or first.tag_ != "IN" or not first.i or first.nbor(-1).text != ",":
        return None
    verb = clause_of(clause.head)
    return subject_of(verb) if verb.lemma_.lower() in REPORTING else None


def _of_relative(index: Mentions, k: int, pronoun: Token, clause: Token) -> Place:
    """`the ransom that it paid`: the subject of the clause that holds the noun, if it is a name or a class noun."""
    teller = _teller(clause)
    if teller is not None:
        return Place(k, teller) if agrees(index, k, teller, pronoun) else nowhere(pronoun)
    above = _beyond(clause, pronoun)
    if above is None or in_own_phrase(above, pronoun) or not agrees(index, k, above, pronoun):
        return nowhere(pronoun)
    actor = index.at(k, above.idx) is not None or above.tag_ == "PRP" or is_body(above)
    doubt = named_after(index, k, above, pronoun) or (
        above != subject_above(clause, pronoun.i) and not _is_only_rival(index, k, above, pronoun)
    )
    doer = _doer(index, k, above, clause)
    return Place(k, doer) if actor and not doubt and doer is not None else nowhere(pronoun)


def _is_only_rival(index: Mentions, k: int, noun: Token, pronoun: Token) -> bool:
    """Whether the noun is a name, and no other before the pronoun can be meant."""
    own = index.at(k, noun.idx)
    rivals = {m.entity.number for m in index.named[k] if m.end <= pronoun.idx and is_rival(m, pronoun)}
    return own is not None and rivals <= {own.entity.number}


def _beyond(clause: Token, pronoun: Token) -> Token | None:
    """The nearest subject above that is not the noun told of: `The AMA said that half of those it asked had paid`."""
    above = subject_above(clause, pronoun.i)
    while above is not None and in_own_phrase(above, clause.head):
        above = subject_above(clause_of(above), pronoun.i)
    return above


def _is_safe(index: Mentions, k: int, above: Token, pronoun: Token, clause: Token) -> bool:
    """Whether the subject above is what is meant: what a body says of itself, or nothing else in the way."""
    told = clause.dep_ == "ccomp" and clause.head.pos_ == "VERB"
    if told or clause.dep_ in {"conj", "parataxis"}:
        actor = index.at(k, above.idx) is not None or is_body(above) or above.tag_ == "PRP"
        return actor or not _common_between(above, pronoun)
    if clause.lemma_.lower() in SPEAKING and (index.at(k, above.idx) is not None or are_people(above.lower_)):
        return not named_after(index, k, above, pronoun)
    return not named_after(index, k, above, pronoun) and not _common_between(above, pronoun)


def _common_between(subject: Token, pronoun: Token) -> bool:
    """Whether an object of the pronoun's number stands between."""
    many = pronoun.lower_ in THEY
    return any(
        t.dep_ in {"obj", "nsubj", "nsubj:pass"} and t.pos_ == "NOUN" and is_plural(t) == many and t != subject
        for t in subject.doc[subject.right_edge.i + 1 : pronoun.i]
    )  # fmt: skip


def _only_named(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The one thing that the sentence names before the pronoun, with no other noun that could be meant."""
    doc = pronoun.doc
    fitting = [m for m in index.named[k] if m.end <= pronoun.idx and is_rival(m, pronoun)]
    if len({m.entity.number for m in fitting}) != 1:
        return None
    others = [
        t for t in doc[: pronoun.i]
        if t.dep_ in {"obj", "nsubj", "nsubj:pass", "obl"} and t.pos_ == "NOUN" and agrees(index, k, t, pronoun)
    ]  # fmt: skip
    span = doc.char_span(fitting[0].start, fitting[0].end, alignment_mode="expand")
    return Place(k, span.root) if span is not None and not others else None
