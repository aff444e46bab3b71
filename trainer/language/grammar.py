"""Who does what in a parse: the clause of a word, its subject, the clause above."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.event_nouns import TO_DO
from trainer.language.tags import FINITE, SUBJECTS

_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "xcomp", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def clause_of(token: Token) -> Token:
    """The predicate that a word depends on; for the root itself, the root."""
    up = token.head
    while up.head != up and not heads_clause(up):
        up = up.head
    return up


def heads_clause(token: Token) -> bool:
    """Whether a token is a predicate."""
    joined = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}
    return token.dep_ in _CLAUSES or joined or any(child.dep_ in SUBJECTS for child in token.children)


def own_subject(head: Token) -> Token | None:
    """The subject that the predicate itself has; for `which` the noun that the clause is about."""
    found = [c for c in head.children if c.dep_ in SUBJECTS and c.tag_ != "EX"]
    own = next((c for c in found if not c.lower_.endswith(("self", "selves"))), None)
    if own is None or own.tag_ not in {"WDT", "WP", "IN"}:
        return own
    return relative_noun(head)


def relative_noun(head: Token) -> Token | None:
    """The noun that a relative clause is about."""
    top = head
    while top.dep_ == "conj":
        top = top.head
    return top.head if top.dep_ in {"acl:relcl", "acl"} else None


def subject_of(head: Token) -> Token | None:
    """Who or what the predicate is about, taken over from the clause that it is joined to where it has none itself."""
    for _ in range(6):
        own = own_subject(head)
        if own is not None:
            return own
        if head.dep_ in {"acl", "acl:relcl"}:
            return head.head
        ordered = _ordered(head)
        if ordered is not None:
            return ordered
        taken = head.dep_ in {"xcomp", "conj"} or (head.dep_ == "advcl" and head.tag_ in {"VBG", "VBN", "VB"})
        if not taken or head.head == head:
            return None
        head = head.head if heads_clause(head.head) else clause_of(head)
    return None


_ORDERING = frozenset({
    "allow", "ask", "urge", "order", "force", "tell", "require", "enable", "help", "persuade", "invite", "permit",
    "oblige", "instruct", "advise", "encourage", "lead", "cause", "compel", "press", "authorise", "authorize",
    "commit", "bar",
})  # fmt: skip


def _ordered(head: Token) -> Token | None:
    """`allowed the bank to lower`: who is to do it, by the object of the verb above."""
    above = head.head
    if head.dep_ not in {"xcomp", "advcl", "ccomp"} or head.tag_ != "VB" or above.lemma_.lower() not in _ORDERING:
        return None
    return next((c for c in above.children if c.dep_ in {"obj", "iobj"} and above.i < c.i < head.i), None)


def in_own_phrase(subject: Token, token: Token) -> bool:
    """Whether the token stands in the subject's own words, and not in a clause or aside that speaks of it."""
    while token not in {token.head, subject}:
        if token.dep_.startswith(("acl", "advcl", "appos")):
            return False
        token = token.head
    return bool(token == subject)


def is_told_of(subject: Token, token: Token) -> bool:
    """Whether the token stands in a clause about the subject: `UHG, which owns the | company`."""
    while token not in {token.head, subject}:
        if token.dep_.startswith("acl"):
            return True
        token = token.head
    return False


def subject_above(head: Token, before: int) -> Token | None:
    """The nearest subject of the clauses that this one stands in, before a token."""
    while head.head != head:
        head = (
            head.head
            if head.dep_ in {"ccomp", "advcl", "conj", "parataxis", "xcomp"} and heads_clause(head.head)
            else clause_of(head)
        )
        found = subject_of(head)
        if found is not None and found.i < before:
            return found
    return None


def root_of(token: Token) -> Token:
    """The root of its sentence."""
    while token.head != token:
        token = token.head
    return token


def fronted_subject(head: Token, before: int) -> Token | None:
    """The subject of an adverbial clause that opens the sentence."""
    for child in head.children:
        if child.dep_ == "advcl" and child.i < before and (found := own_subject(child)) is not None:
            return found
    return None


def is_nominal(token: Token) -> bool:
    """Whether it is a noun, a name or a pronoun."""
    return token.pos_ in _NOMINAL or token.text[:1].isupper() or token.dep_ in SUBJECTS


def contains(head: Token, token: Token) -> bool:
    """Whether the phrase of one token holds the other, whatever the parser hangs from it: not `In her speech | Kim`."""
    return bool(head.left_edge.i <= token.i <= head.right_edge.i) and not _is_fronted(head, token)


def _is_fronted(head: Token, token: Token) -> bool:
    """Whether the token stands in a preposition's phrase before the noun, which is none of that noun's words."""
    while token not in {head, token.head}:
        cases = [c for c in token.children if c.dep_ == "case" and c.tag_ == "IN" and c.i < token.i]
        if token.i < token.head.i and cases and token.head.pos_ in {"NOUN", "PROPN"}:
            return True
        token = token.head
    return False


def main_subject(first: Token) -> Token | None:
    """What a sentence is about, by its first word: where it has no finite verb, the noun that heads it."""
    root = root_of(first)
    found = subject_of(root)
    bare = found is None and root.pos_ in {"NOUN", "PROPN"} and not is_verbal(root)
    return root if bare else found


def last_of(subject: Token) -> Token:
    """The last word of a subject's own phrase: of one that heads its sentence, that before what is told of it."""
    told = next((c for c in subject.children if c.dep_ == "acl" and c.i > subject.i), None)
    return told.left_edge.nbor(-1) if subject.dep_ == "ROOT" and told is not None else subject.right_edge


def is_verbal(token: Token) -> bool:
    """Whether the parser has found a finite verb in the sentence."""
    return any(t.tag_ in FINITE for t in token.doc)


def is_plural(token: Token) -> bool:
    """Whether the noun, or what is joined to it by `and`, is more than one."""
    joined = any(
        c.dep_ == "conj" and c.i > token.i and any(cc.lower_ == "and" for cc in c.children if cc.dep_ == "cc")
        for c in token.children
    )
    return token.tag_ in {"NNS", "NNPS"} or joined


_RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "where", "when"})
_INFORMING = frozenset({"tell", "inform", "warn", "assure", "remind", "persuade", "convince", "notify", "advise"})
_BEHIND_PARTICIPLE = frozenset({"IN", "TO"})


def tells_which(noun: Token, child: Token) -> bool:
    """Whether a clause or participle behind a noun says which one is meant, and does not only add something."""
    first = child.left_edge
    if first.i <= noun.i or any(
        t.text in {",", "(", "-"} and t.whitespace_ for t in noun.doc[noun.i + 1 : first.i + 1]
    ):
        return False
    if child.dep_ == "acl:relcl":
        told = noun.dep_ in {"obj", "iobj"} and noun.head.lemma_.lower() in _INFORMING and first.lower_ == "that"
        return not told and _is_restrictive(noun, child, first)
    if child.dep_ != "acl":
        return False
    marks = {c.lower_ for c in child.children if c.dep_ == "mark" and c.i < child.i}
    if child.tag_ == "VBN":
        following = child.nbor() if child.i + 1 < len(child.doc) else None
        joined = following is not None and following.tag_ in _BEHIND_PARTICIPLE and following.lower_ != "at"
        return not marks and joined
    if marks == {"to"}:
        return noun.lower_ in TO_DO
    return marks == {"that"} and noun.tag_ == "NN" if marks else child.tag_ == "VBG"


def _is_restrictive(noun: Token, child: Token, first: Token) -> bool:
    """A relative clause with its pronoun, or one whose own subject follows the noun: `the ransom it paid`."""
    if first.lower_ in _RELATIVE or (first.tag_ == "IN" and first.nbor().lower_ in _RELATIVE):
        return True
    own = next((c for c in child.children if c.dep_ in SUBJECTS), None)
    return own is not None and own.i < child.i and noun.dep_ != "ROOT" and not own.lower_.endswith(("self", "selves"))


def noun_of(article: Token) -> Token | None:
    """The noun that an article belongs to: the owner before an `'s`, the first before an `and`, the last of a run."""
    noun, doc = article.head, article.doc
    if noun.i <= article.i:
        return None
    for token in doc[article.i + 1 : noun.i]:
        if token.tag_ == "POS" or token.dep_ == "cc":
            noun = token.nbor(-1)
            break
    verbal = is_verbal(article)
    told = next((t for t in doc[article.i + 2 : noun.i] if t.tag_ == "VBN" and t.nbor(-1).tag_ in {"NN", "NNS"}), None)
    if not verbal and told is not None:
        return told.nbor(-1)
    if not verbal and noun.i - 1 > article.i and noun.nbor(-1).tag_ == "NN":
        noun = noun.nbor(-1)
    while verbal and noun.i + 1 < len(doc) and noun.tag_ in {"NN", "NNS"} and noun.nbor().tag_ in {"NN", "NNS"}:
        noun = noun.nbor()
    if verbal and noun.dep_ in {"compound", "amod"} and noun.head.i > noun.i + 1 and noun.nbor().tag_ != "POS":
        return None
    between = doc[article.i + 1 : noun.i]
    return None if noun.i <= article.i or any(t.is_punct and t.tag_ != "HYPH" for t in between) else noun
