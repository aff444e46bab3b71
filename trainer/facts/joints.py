"""Sentences taken apart where a word or a mark joins two clauses, or two verbs of one subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from trainer.facts.doubtful import OPEN, awaits, ends_on_condition, is_of_open_clause, limits, takes_back
from trainer.facts.masks import NAME_MASKS
from trainer.facts.participles import INTRANSITIVE
from trainer.facts.syntax import (
    CONDITIONS,
    INTRODUCING_RELATIVE,
    JOINING,
    RELATIVES,
    TIMES,
    Word,
    clause_follows,
    has_finite,
    is_finite,
    parts,
    stretch,
)
from trainer.facts.telling import Piece
from trainer.language.tags import EVERY_SUBJECT, NOMINAL, NOUNS
from trainer.language.verbs import lemma_of
from trainer.values.dates import MONTHS

_MEASURES = ("day", "week", "month", "year", "hour", "minute")


def _splices(doc: Doc, comma: Token) -> bool:
    """Whether a comma alone joins two clauses, as in `A did X, B did Y, and C did Z`."""
    behind = JOINING | INTRODUCING_RELATIVE | {"and", "but", "or"}
    opened = doc[0].lower_ in JOINING | CONDITIONS or doc[comma.i + 1].lower_ in behind
    if opened or not has_finite(doc, 0, comma.i) or not parts(comma):
        return False
    verb = next((t.i for t in doc[comma.i + 1 :] if is_finite(t)), comma.i)
    later = any(t.text == "," and doc[t.i + 1].lower_ == "and" for t in doc[comma.i + 1 : -2])
    return later and not any(t.text == "," for t in doc[comma.i + 1 : verb]) and clause_follows(doc, comma.i + 1)


def _is_before_noun(token: Token) -> bool:
    """`the convoy after the earthquakes | crossed`: a preposition whose noun does nothing in a clause of its own."""
    if token.i and token.nbor(-1).lower_ in RELATIVES:
        return True  # `Chad, which after the war made it so`
    return token.lower_ in {"after", "before", "since"} and token.dep_ == "case" and token.head.dep_ == "nmod"


def joined(doc: Doc) -> Iterator[Piece]:
    """Both sides of a word that joins two clauses, where each has a subject and a verb; conditions are never told."""
    last = len(doc) - (doc[-1].text == ".")
    for token in doc[1:-2]:
        if not _joins_clauses(doc, token):
            continue
        if not _holds_back(doc, token):
            yield from _before_joint(doc, token)
        # the place that `where` stands for would be lost: see `relatives`
        if token.lower_ != "where" and not _is_still_to_come(doc, token) and not _goes_on_open(doc, token):
            front = _shared_front(doc, token) if not _is_marked(doc, token) or _is_conditional(doc, token) else 0
            end = _back_to_verb(doc, token, last)
            front = 0 if _has_own_time(doc[:front], doc[token.i + 1 : end]) else front
            if end == last or doc[token.i + 1].tag_ != "PRP":  # `its rivals since it split, | had`: who is inside
                yield Piece([*stretch(0, front), *stretch(token.i + 1, end)], f"right {token.lower_}")
    if _opens_with_clause(doc):
        comma = next(
            (t.i for t in doc if t.text == "," and parts(t) and has_finite(doc, 0, t.i) and has_finite(doc, t.i, last)),
            None,
        )
        if comma is not None and not _is_still_to_come(doc, doc[0]):
            yield Piece(stretch(1, comma), f"front {doc[0].lower_}")
        if comma is not None and not (doc[0].lower_ in {"while", "when"} and awaits(doc, comma + 1, last)):
            yield Piece(stretch(comma + 1, last), "behind front")


def _holds_back(doc: Doc, joint: Token) -> bool:
    """Whether the clause before a joint would claim more alone: half of its reason, condition or doubt stand behind."""
    end = next((t.i for t in doc[joint.i + 1 :] if t.text in {";", ":"}), len(doc) - (doc[-1].text == "."))
    halved = is_of_open_clause(doc, joint, OPEN) is not None or ends_on_condition(doc, joint)
    return halved or limits(doc, joint) or takes_back(doc, joint.i + 1, end)


def _goes_on_open(doc: Doc, joint: Token) -> bool:
    """Whether the clause behind a joint is half of a condition, or of what somebody says: `if A and | B`."""
    return is_of_open_clause(doc, joint, CONDITIONS | {"that"}) is not None


def _is_conditional(doc: Doc, joint: Token) -> bool:
    """Whether the sentence opens with a condition that holds for what is to come behind a joint as well."""
    joins = joint.lower_ in {"and", "but"} or joint.text == ","
    return joins and doc[0].lower_ in CONDITIONS | _UNDER and awaits(doc, joint.i + 1, len(doc))


_UNDER = frozenset({"under", "without"})
"""Words that open what all of the sentence would come to pass under: `Under the pact A would go and B would stay`."""


def _back_to_verb(doc: Doc, joint: Token, last: int) -> int:
    """Where a clause that hangs on another is over, since that goes on: `A left, after B broke down, | and accused`."""
    if joint.lower_ not in JOINING:
        return last
    for comma in doc[joint.i + 1 : last - 1]:
        if comma.text != "," or not parts(comma) or not has_finite(doc, joint.i, comma.i):
            continue
        behind = comma.i + 1 + (doc[comma.i + 1].lower_ in {"and", "but"})
        if is_finite(doc[behind]) and not any(t.lower_ in INTRODUCING_RELATIVE for t in doc[joint.i + 1 : comma.i]):
            return comma.i
    return last


def _is_marked(doc: Doc, token: Token) -> bool:
    """Whether a mark stands right before the word."""
    return doc[token.i - 1].text in {",", ";", "-"}


def _joins_clauses(doc: Doc, token: Token) -> bool:
    """Whether a word or a mark joins two clauses that are both told: not `or`, which tells neither."""
    side_by_side = token.lower_ in {"and", "but", "yet"}
    joins = side_by_side or token.lower_ in JOINING or token.text in {";", ":"}
    if not joins and not (token.text == "," and _splices(doc, token)):
        return False
    if (
        _compares(doc, token)
        or _is_before_noun(token)
        or _joins_subjects(token)
        or not clause_follows(doc, token.i + 1)
    ):
        return False
    left = doc[: token.i]
    if (side_by_side and not _is_whole(doc, token.i)) or (token.lower_ == "since" and _is_first(left)):
        return False
    return any(t.dep_ in EVERY_SUBJECT for t in left)


def _joins_subjects(joint: Token) -> bool:
    """Whether an `and` joins two that share the verb behind: `fled when the army | and police opened fire`."""
    last = first = joint.head
    while first.dep_ == "conj" and first.head.tag_ in NOMINAL:
        first = first.head
    shared = joint.dep_ == "cc" and last.dep_ == "conj" and first.dep_ in EVERY_SUBJECT
    return shared and first.i < joint.i < last.i < first.head.i


def _compares(doc: Doc, token: Token) -> bool:
    """Whether an `as` compares, or a `where` without a mark before it asks: `as far as`, `asked where`."""
    marked = _is_marked(doc, token)
    if token.lower_ == "as":
        return doc[token.i - 1].lower_ in {"long", "far"} or not (marked or token.dep_ == "mark") or _is_said(token)
    return token.lower_ == "where" and not marked


def _is_said(mark: Token) -> bool:
    """Whether an `as` opens what somebody had said of the main clause, which lacks an object: `as it had signalled`."""
    verb = mark.head
    told = any(c.dep_ in {"obj", "ccomp", "xcomp"} for c in verb.children)
    return mark.dep_ == "mark" and lemma_of(verb.lower_) in _SAYING and not told


_SAYING = frozenset({
    "agree", "announce", "anticipate", "demand", "do", "expect", "fear", "forecast", "hint", "hope", "intend", "note",
    "order", "plan", "predict", "promise", "propose", "recommend", "report", "request", "require", "say", "signal",
    "state", "suggest", "threaten", "warn",
})  # fmt: skip
"""What is said, wished or done of the whole of a main clause."""


def _is_still_to_come(doc: Doc, opener: Token) -> bool:
    """Whether a word opens in the present what is not so yet: `before the road closes`, `when the court rules`."""
    verb = next((t for t in doc[opener.i + 1 :] if is_finite(t)), None)
    return opener.lower_ in _NOT_YET and verb is not None and verb.tag_ in {"VBZ", "VBP", "VB"}


_NOT_YET = frozenset({"before", "after", "when"})


def _before_joint(doc: Doc, joint: Token) -> Iterator[Piece]:
    """The clause before a joint; none that names nobody and nothing but what its `when` tells: `22 people died`."""
    named = any(t.text in NAME_MASKS or t.tag_ in {"NNP", "NNPS"} for t in doc[: joint.i] if t.text != "Monday")
    if joint.lower_ != "when" or named:
        yield Piece(stretch(0, _before_measure(doc, joint.i)), "left")


def _shared_front(doc: Doc, joint: Token) -> int:
    """Where the words end that set the scene of two clauses joined without a comma: `In a survey by X, A and B`.

    0 if there are none; a day alone is none, for each clause is given its day later.
    """
    commas = [t.i for t in doc[: joint.i] if t.text == "," and parts(t)]
    if doc[0].tag_ != "IN" or not commas:
        return _uncut_front(doc) if joint.text == ":" or _is_conditional(doc, joint) else 0
    held = len(commas) > 1 and doc[commas[0] + 1].tag_ == "VBN"  # `In the first round, held in May, A and B`
    comma = commas[1] if held else commas[0]
    if not clause_follows(doc, comma + 1):
        return 0
    finite = [t for t in doc[:comma] if is_finite(t)]
    relative = any(t.lower_ in INTRODUCING_RELATIVE for t in doc[:comma])
    relative = relative or _is_conditional(doc, joint)
    return comma + 1 if _sets_scene(doc[:comma]) and (relative or not finite) else 0


def _uncut_front(doc: Doc) -> int:
    """Where a phrase ends that opens a clause without a comma: `In Chad | the picture was mixed: A rose`."""
    end = doc[0].head.right_edge.i + 1 if doc[0].dep_ == "case" and doc[0].head.dep_ == "obl" else 0
    scene = doc[0].lower_ in _UNDER or _sets_scene(doc[:end])
    return end if scene and clause_follows(doc, end) and not has_finite(doc, 0, end) else 0


def _sets_scene(words: Span) -> bool:
    return any(t.tag_ in NOUNS and t.lower_ not in TIMES for t in words)


_SPANS = frozenset({"day", "week", "month", "quarter", "year"})


def _has_own_time(front: Span, clause: Span) -> bool:
    """Whether the scene is a length of time alone, and the clause names its own day: `In that month A; B in May`."""
    nouns = {t.lower_ for t in front if t.tag_ in NOUNS and t.lower_ not in TIMES}
    return bool(nouns) and nouns <= _SPANS and any(t.tag_ in NOUNS and t.lower_ in TIMES for t in clause)


def _is_first(words: Span) -> bool:
    """Whether something is the first of its kind, which a `since` behind it goes with."""
    return any(t.lower_ in {"first", "only", "last"} or t.tag_ in {"JJS", "RBS"} for t in words[-14:])


def _opens_with_clause(doc: Doc) -> bool:
    """Whether the first word joins a clause to the main one behind it: `After the army withdrew, ...`."""
    joins = doc[0].lower_ in JOINING and doc[0].dep_ in {"mark", "advmod", "case"}
    return joins and clause_follows(doc, 1) and not _is_dated(doc)


def _is_dated(doc: Doc) -> bool:
    """Whether a day stands right behind the first word, which is a preposition then: `as of Monday`, `since June`."""
    first = doc[2] if doc[1].lower_ == "of" else doc[1]
    return first.lower_ in {"monday", "early", "late", "mid"} or first.text in MONTHS or first.tag_ == "CD"


def _is_whole(doc: Doc, end: int) -> bool:
    """Whether the words up to here have a finite verb, not only one in a relative clause, and no open pair."""
    start = next((t.i for t in reversed(doc[:end]) if t.text == ";"), 0)
    own = [
        t
        for t in doc[start:end]
        if is_finite(t) and not (t.i and any(r.lower_ in INTRODUCING_RELATIVE for r in doc[max(0, t.i - 3) : t.i]))
    ]
    opened = next(
        (
            t.i for t in reversed(doc[:end])
            if t.lower_ in {"which", "whom", "whose"}
            or (t.lower_ in INTRODUCING_RELATIVE | JOINING and t.dep_ in {"mark", "nsubj", "advmod", "nsubj:pass"})
        ),
        -1,
    )  # fmt: skip
    if opened >= 0 and not any(is_finite(t) for t in doc[opened:end]):
        return False
    return bool(own) and not any(
        t.lower_ in {"both", "between", "either", "neither"} for t in doc[max(0, end - 7) : end]
    )


def _before_measure(doc: Doc, end: int) -> int:
    """Where the words end before `19 days` and `only hours`, which belong to an `after` that is cut off."""
    if end >= len(doc) or doc[end].lower_ not in {"after", "before"} or not doc[end - 1].lower_.startswith(_MEASURES):
        return end
    first = end - 1
    while (
        first > 1
        and doc[first - 1].tag_ in {"CD", "RB", "DT", "JJ", "JJR", "IN", "NN"}
        and doc[first - 1].text != ","
        and end - first < 5
    ):
        first -= 1
    if doc[first - 1].tag_ in NOMINAL and has_finite(doc, 0, first):
        return first
    return first - (doc[first - 1].lower_ == "and") if doc[first - 1].lower_ in {",", "and"} else end


def second_verbs(doc: Doc) -> Iterator[Piece]:
    """`X did A and did B`: X did A, and X did B."""
    last = len(doc) - (doc[-1].text == ".")
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    subject = next(
        (t for t in doc if t.dep_ in EVERY_SUBJECT and root is not None and t.head == root and t.i < root.i), None
    )
    if root is None or subject is None:
        return
    first, end = subject.left_edge.i, min(subject.right_edge.i + 1, root.i)
    for token in doc[root.i + 1 : last - 1]:
        halves = token.nbor(-1).lower_ in {"all", "anything", "nothing"} or takes_back(doc, token.i + 1, last)
        if token.lower_ not in {"and", "but"} or halves:
            continue
        nxt = token.i + 1
        while nxt < last and doc[nxt].tag_ == "RB":
            nxt += 1
        if nxt >= last or doc[nxt].tag_ not in {"VBD", "VBZ", "VBP", "MD", "VBN"} or clause_follows(doc, token.i + 1):
            continue
        if any(is_finite(t) for t in doc[root.i + 1 : token.i]) or (doc[nxt].dep_ == "conj" and doc[nxt].head != root):
            continue
        if _goes_with_participle(root, doc[nxt]):
            yield Piece(stretch(0, token.i), "first")
            continue
        done = doc[nxt].tag_ == "VBN" and doc[nxt].lower_ not in INTRANSITIVE
        shared = (done and doc[nxt].dep_ == "conj") or _is_passive_too(root, doc[nxt])
        if doc[nxt].tag_ == "VBN" and not shared:
            continue
        aux: list[Word] = (
            [c.i for c in root.children if c.dep_ in {"aux", "aux:pass"} and c.i < root.i] if shared else []
        )
        subject_end = next((t.i for t in doc[subject.i : end] if t.text in {",", "-"} and parts(t)), end)
        start = 0 if _is_conditional(doc, token) else first
        yield Piece([*stretch(start, subject_end), *aux, *stretch(token.i + 1, last)], "second")
        yield from () if ends_on_condition(doc, token) else (Piece(stretch(0, token.i), "first"),)


def _goes_with_participle(root: Token, second: Token) -> bool:
    """`men landed on it, a ship owned by a bank and | linked to Chad`: one more participle of the noun set apart."""
    doc = root.doc
    joined = next((t for t in reversed(doc[root.i + 1 : second.i]) if t.tag_ in {"VBN", "VBD"}), None)
    if joined is None or not joined.dep_.startswith("acl") or second.nbor().tag_ not in {"IN", "TO"}:
        return False
    return any(t.text == "," for t in doc[root.i : joined.i])


def _is_passive_too(root: Token, second: Token) -> bool:
    """`was detained in May and | extradited to Chad`: a past behind a passive, with nothing that it is done to."""
    passive = any(c.dep_ == "aux:pass" for c in root.children) and second.lower_ not in INTRANSITIVE
    past = second.tag_ == "VBD" and second.lower_.endswith(("ed", "en", "wn", "rn", "sold", "sent", "held", "brought"))
    behind = second.nbor() if second.i + 1 < len(second.doc) else second
    timed = second.doc[behind.i : behind.i + 2].text.lower() in {
        "the next",
        "the same",
        "the following",
        "the previous",
    }
    return passive and past and (timed or behind.tag_ in {"IN", "TO", "RB", "."} or behind.text in {",", "Monday"})


def said_in_a_row(doc: Doc) -> Iterator[Piece]:
    """`X said that A, that B and that C`: X said that A, X said that B, X said that C."""
    first = next((t.i for t in doc[2:] if t.lower_ == "that" and doc[t.i - 1].tag_.startswith("VB")), None)
    if first is None or not clause_follows(doc, first + 1):
        return
    starts = [first]
    for token in doc[first + 2 : -2]:
        joint = token.nbor(-1).lower_
        again = token.lower_ == "that" and joint in {"and", "but", ","} and clause_follows(doc, token.i + 1)
        if again and has_finite(doc, starts[-1], token.i):
            starts.append(token.i)
    ends = [*starts[1:], len(doc) - (doc[-1].text == ".")]
    timed = [_tells_time(doc[start:end]) for start, end in zip(starts, ends, strict=True)]
    for start, end, own in zip(starts, ends, timed, strict=True):
        if len(starts) > 1 and (own or not any(timed)):  # else the time of one may be that of the other
            yield Piece([*stretch(0, first), *stretch(start, end)], "said")


def _tells_time(words: Span) -> bool:
    return any(t.lower_ in TIMES or re.fullmatch(r"(?:19|20)\d\d", t.text) for t in words)


_BEFORE_AMOUNT = frozenset({"about", "around", "nearly", "almost", "some", "over", "only", "another", "just"})


def left_out_verb(doc: Doc) -> list[tuple[int, int]]:
    """For each `and Y 12`, whose verb stands in the clause before, the token of the joint and one past the name."""
    found: list[tuple[int, int]] = []
    for joint in doc[2:-2]:
        if joint.lower_ not in {"and", "but", "while"} and not (joint.text in {",", ";"} and parts(joint)):
            continue
        name = joint.i + 1 + (doc[joint.i + 1].lower_ in {"the", "and", "but"})
        name += doc[name].lower_ == "the"
        amount = name + 1 + (doc[min(name + 1, len(doc) - 1)].lower_ in _BEFORE_AMOUNT)
        named = doc[name].text in NAME_MASKS and amount < len(doc) - 1 and _is_amount(doc[amount])
        if named and not any(joint.i <= a for a, _ in found) and has_finite(doc, 0, joint.i):
            found.append((joint.i, name + 1))
    return found


def _is_amount(token: Token) -> bool:
    return token.tag_ in {"CD", "$"} or token.text in {"millions", "12%"}


def verbless(doc: Doc) -> Iterator[Piece]:
    """`X took 12 tons and Y 7 tons`: X took 12 tons, and Y took 7 tons."""
    joints = left_out_verb(doc)
    verb = next((t.i for t in doc if t.dep_ == "ROOT" and is_finite(t)), None)
    if not joints or verb is None or verb > joints[0][0] or not _has_amount_behind(doc, verb):
        return
    last = len(doc) - (doc[-1].text == ".")
    yield Piece(stretch(0, joints[0][0]), "left")
    for (joint, end), (after, _) in zip(joints, [*joints[1:], (last, last)], strict=True):
        first = joint + 1 + (doc[joint + 1].lower_ in {"and", "but"})
        yield Piece([*stretch(first, end), verb, *stretch(end, after)], "right and")


def _has_amount_behind(doc: Doc, verb: int) -> bool:
    """Whether the object of a verb is an amount: right behind it, a word such as `about` passed over."""
    at = verb + 1 + (doc[verb + 1].lower_ in _BEFORE_AMOUNT)
    return at < len(doc) and _is_amount(doc[at])
