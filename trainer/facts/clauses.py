"""A telling read as statements, by the parse of its clause or else word by word."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import Slot, fronted, segments
from trainer.facts.statement import SPEAKING, Statement
from trainer.facts.syntax import is_finite
from trainer.facts.telling import Telling
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import EVERY_SUBJECT, FINITE, NOMINAL, SUBJECTS
from trainer.language.verbs import BE, lemma_of

DROPPED = frozenset({
    "also", "both", "each", "then", "now", "already", "still", "currently", "recently", "thereby", "thus",
    "therefore", "however", "since", "meanwhile", "nevertheless", "instead", "even", "so", "just",
})  # fmt: skip
"""Adverbs beside a verb that a question leaves out: they point to other sentences or to the day of the brief."""


def statements_of(told: Telling) -> tuple[Statement, ...]:
    """The telling as statements: what somebody says, then that they say it. Empty if it is not one plain clause."""
    doc = told.doc
    roots = [t for t in told.tokens if t.dep_ == "ROOT"]
    if (
        len(roots) != 1
        or any(t.text in {":", ";", '"', "?"} for t in told.tokens)
        or doc[0].tag_ in {"WRB", "WP"}
        or doc[0].lower_ in _OPEN
    ):
        return ()
    if _AFTER_ANOTHER.search(told.text) or AND_WHICH.search(told.text):
        return ()
    plain = _clause(told, roots[0], 0, _end(told)) or _by_tokens(told, 0, _end(told))
    return tuple(found for found in (_speech(told, roots[0]), plain) if found is not None)


_AFTER_ANOTHER = re.compile(r"\band (?:\w+ )?(?:days?|weeks?|months?|years?|hours?) (?:after|before)\b")
"""The second half of `days after this and days after that`, of which a telling has lost the first."""
AND_WHICH = re.compile(
    r"\b(?:and|but) (?:(?:at|on|in|to|for|by|of|with|from|under)(?: the \w+ of)? )?(?:which|whom|whose)\b"
)
"""A second relative clause, of which a telling has lost the first."""
_OPEN = frozenset({"whether", "if", "unless", "until", "should", "were", "had", "that", "which", "who"})


def _end(told: Telling) -> int:
    doc = told.doc
    return len(doc) - (doc[-1].text in {".", "!", "?"})


def _speech(told: Telling, root: Token) -> Statement | None:
    """`X said on Monday that ...`: the clause behind, with its speaker."""
    doc = told.doc
    if not SPEAKING & {root.lemma_.lower(), lemma_of(root.text)} or doc[0].tag_ in {"VBG", "VBN"}:
        return None
    that = next((t for t in doc[root.i + 1 : root.i + 9] if t.lower_ == "that" and t.tag_ in {"IN", "WDT", "DT"}), None)
    content = next((c for c in root.children if c.dep_ == "ccomp" and c.i > root.i), None)
    start = that.i + 1 if that is not None else min(t.i for t in content.subtree) if content is not None else 0
    own = next((c for c in root.children if c.dep_ in SUBJECTS and c.i < root.i), None)
    if own is None or start <= root.i or own.tag_ not in NOMINAL | {"PRP"} or not _is_next_to(doc, own, root):
        return None
    head = content if content is not None and content.i >= start else _first_with_subject(doc, start)
    found = _clause(told, head, start, _end(told)) if head is not None else None
    speaker = Slot(own.left_edge.i, own.right_edge.i + 1, "speaker")
    if found is None or not _can_speak(told, own, speaker):
        return None
    stop = start - (that is not None)
    between = tuple(segments(told, root, root.i + 1, stop)) if stop > root.i + 1 else ()
    front = (Slot(0, speaker.first - (doc[speaker.first - 1].text == ","), "front"),) if speaker.first > 0 else ()
    return Statement(found.told, found.subject, found.auxiliaries, found.verb, found.adverbs, found.front, found.tail,
                     speaker, (*front, *between), lemma_of(root.text))  # fmt: skip


def _first_with_subject(doc: Doc, start: int) -> Token | None:
    """The first verb with a subject from here on."""
    verbs = (t for t in doc[start:] if t.tag_ in FINITE | {"VBN"})
    return next((t for t in verbs if any(c.dep_ in EVERY_SUBJECT for c in t.children)), None)


def _can_speak(told: Telling, own: Token, speaker: Slot) -> bool:
    """Whether the subject of a verb of saying is no date, and one phrase with one comma at most."""
    at = told.places[own.i][0]
    if any(date.start <= at < date.end for date in told.line.dates):
        return False
    return sum(t.text == "," for t in told.doc[speaker.first : speaker.last]) <= 1


def _clause(told: Telling, head: Token, start: int, end: int) -> Statement | None:
    """The clause with this head between two tokens."""
    doc = told.doc
    subject = next((c for c in head.children if c.dep_ in EVERY_SUBJECT and start <= c.i < head.i), None)
    if subject is None or subject.dep_ in {"expl", "csubj"} or subject.tag_ in {"WDT", "WP", "EX"}:
        return None
    first, last = subject.left_edge.i, subject.right_edge.i + 1
    copula = next((c for c in head.children if c.dep_ == "cop" and c.i > subject.i), None)
    anchor = copula.i if copula is not None else head.i
    if last > anchor:
        last = _cut_subject(told, subject, anchor)
    verbal = min([c.i for c in head.children if c.dep_.startswith("aux") and subject.i < c.i < anchor], default=anchor)
    dated = _date_behind(told, subject.i, verbal)
    when = (Slot(dated, verbal, "front", 1),) if dated < verbal else ()
    last = min(last, dated)
    between = [doc[i] for i in range(verbal if when else last, anchor + (copula is not None))]
    auxiliaries = [t.i for t in between if t.dep_ in {"aux", "aux:pass", "cop"} or t.tag_ == "MD" or t.lower_ in _AUX]
    others = [t for t in between if t.i not in auxiliaries]
    if first < start or any(t.tag_ not in {"RB", "RBR"} and t.lower_ not in _BESIDE_AUXILIARIES for t in others):
        return None
    verb = None if copula is not None else head.i
    if not (auxiliaries if verb is None else _is_main_verb(head, alone=not auxiliaries)):
        return None
    adverbs = tuple(t.i for t in others if t.lower_ not in DROPPED and t.lower_ not in {"all", "both", "each"})
    front = fronted(told, start, first)
    tail = segments(told, head, anchor + 1, end)
    if front is None or not all(_is_sound(told, slot) for slot in tail) or not _is_subject(told, first, last):
        return None
    return Statement(
        told, Slot(first, last, "subject"), tuple(auxiliaries), verb, adverbs, (*front, *when), tuple(tail)
    )


def _date_behind(told: Telling, subject: int, verb: int) -> int:
    """Where a day stands between somebody and the verb: `the court | on Monday found`; the verb if none does."""
    doc = told.doc
    acts = doc[subject].text in NAME_MASKS or doc[subject].lower_ in PERSONS | _BODIES
    for date in told.line.dates if acts else ():
        tokens = told.tokens_of(date.start, date.end)
        first = tokens[0].i - 1 if tokens else verb
        if tokens and tokens[-1].i + 1 == verb and doc[first].lower_ in {"on", "in"} and first > subject:
            return first
    return verb


_BODIES = frozenset({
    "army", "authorities", "bank", "board", "cabinet", "commission", "committee", "company", "council", "court",
    "firm", "government", "ministry", "parliament", "police", "regulator", "tribunal",
})  # fmt: skip
_BESIDE_AUXILIARIES = frozenset({"n't", "not", "all", "both", "each", "to"})


def _cut_subject(told: Telling, subject: Token, anchor: int) -> int:
    """Where a subject is over that the parser lets reach over its verb: at the first finite verb or comma."""
    return next((t.i for t in told.doc[subject.i + 1 : anchor] if t.tag_ in FINITE or t.text == ","), anchor)


def _is_main_verb(head: Token, *, alone: bool) -> bool:
    """Whether a word can be the verb of its clause, alone or with auxiliaries, and has no clause for its object."""
    verbal = head.pos_ in {"VERB", "AUX"} or head.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"}
    opens = lemma_of(head.lower_) in _OPEN_ENDED and any(c.dep_ == "obj" for c in head.children)
    if not verbal or opens:
        return False
    loose = head.i + 1 < len(head.doc) and _is_loose(head.nbor(1))
    return not alone or (is_finite(head) and not loose)


def _is_loose(token: Token) -> bool:
    """Whether a participle right behind the verb makes it one without its auxiliary: `reported killed`."""
    return token.tag_ == "VBN" or token.lower_ in {"killed", "dead", "injured", "missing", "wounded", "displaced"}


_OPEN_ENDED = frozenset({
    "believe", "think", "say", "know", "hope", "fear", "expect", "assume", "suggest", "argue", "insist",
})  # fmt: skip
"""Verbs behind which a noun is most often the subject of a clause without `that`."""


def _is_next_to(doc: Doc, subject: Token, verb: Token) -> bool:
    """Whether only auxiliaries and adverbs stand between a subject and its verb, and no clause in the subject."""
    between = doc[subject.right_edge.i + 1 : verb.i]
    own = doc[subject.left_edge.i : subject.right_edge.i + 1]
    return all(t.tag_ in {"RB", "MD", "VBZ", "VBP", "VBD", "VBN", "VB"} for t in between) and not any(
        t.tag_ == "VBG" for t in own[:1]
    )


def _by_tokens(told: Telling, start: int, end: int) -> Statement | None:
    """The clause read without the parser's tree: the words before the first verb are its subject."""
    doc = told.doc
    first_verb = next((t.i for t in doc[start:end] if is_finite(t) or (t.lower_ in _FORMS and t.tag_ == "VB")), None)
    if first_verb is None or first_verb == start or any(t.lower_ in INTRODUCING for t in doc[start:first_verb]):
        return None
    comma = max((t.i for t in doc[start:first_verb] if t.text == "," and not told.is_listed(t.i)), default=start - 1)
    first = comma + 1
    opened = doc[first].tag_ in {"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PRP$", "PRP", "JJR", "JJS"}
    if not opened or doc[first_verb - 1].tag_ not in {"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "POS", "RB"}:
        return None
    auxiliaries, adverbs, verb = _verb_group(told, first_verb, end)
    if verb is None or (not auxiliaries and verb + 1 < end and _is_loose(doc[verb + 1])):
        return None
    front = fronted(told, start, first)
    head = doc[verb]
    tail = segments(told, head, verb + 1, end)
    if front is None or not all(_is_sound(told, slot) for slot in tail) or not _is_subject(told, first, first_verb):
        return None
    return Statement(told, Slot(first, first_verb, "subject"), auxiliaries, verb, adverbs, front, tuple(tail))


_FORMS = frozenset({"have", "do", "are", "were"})


def _verb_group(told: Telling, at: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...], int | None]:
    """Auxiliaries, adverbs kept, and the main verb of a verb group; none for a copula, which needs the parser."""
    doc, auxiliaries, adverbs = told.doc, [], []
    while at < end:
        token = doc[at]
        follows = next(
            (t for t in doc[at + 1 : end] if t.tag_ not in {"RB", "RBR"} and t.lower_ not in {"all", "both", "each"}),
            None,
        )
        goes_on = (
            follows is not None
            and follows.tag_ in {"VB", "VBN", "VBG"}
            and (token.lower_ in _AUX - {"to"} or token.tag_ == "MD")
        )
        if token.tag_ in {"RB", "RBR"} or token.lower_ in {"all", "both", "each"}:
            adverbs += [at] if token.lower_ not in DROPPED | {"all", "both", "each"} else []
        elif goes_on:
            auxiliaries.append(at)
        else:
            plain = token.lower_ in BE or (token.lower_ in _AUX and not is_finite(token))
            return tuple(auxiliaries), tuple(adverbs), None if plain else at
        at += 1
    return tuple(auxiliaries), tuple(adverbs), None


def _is_subject(told: Telling, first: int, last: int) -> bool:
    """Whether the phrase can act: no bare date, no clause, no two phrases, and known without what was taken from it."""
    doc = told.doc
    if any(t.text == "," and not told.is_listed(t.i) for t in doc[first:last]):
        return False
    taken = told.way.rsplit(">", 1)[-1].startswith(("relative", "participle"))
    if (
        taken
        and doc[first].lower_ in {"the", "this", "that", "these", "those"}
        and not any(t.text in NAME_MASKS for t in doc[first:last])
        and not _is_of_clause(told, first)
    ):
        return False
    start, end = told.places[first][0], told.places[last - 1][1]
    dates = any(start <= d.start and d.end <= end and end - start <= d.end - d.start + 4 for d in told.line.dates)
    if all(t.tag_ in {"CD", "$"} or t.lower_ in {"millions", "12%", "some", "about"} for t in doc[first:last]):
        return False
    if any(t.lower_ in _NOT_IN_SUBJECTS for t in doc[first:last]) or _is_bare(doc, first, last, taken=taken):
        return False
    return not dates and not any(
        t.tag_ in {"VBD", "VBZ", "MD"} and not _introduced(doc, first, t.i) for t in doc[first:last]
    )


def _is_of_clause(told: Telling, first: int) -> bool:
    """Whether the subject stands in the clause itself: what the clause tells more of comes before in the sentence."""
    start = told.places[first][0]
    return any(0 <= place[0] < start for place in told.places[first + 1 :])


_NOT_IN_SUBJECTS = frozenset({
    "after", "before", "since", "until", "when", "because", "though", "although", "while", "whereas", "if",
})  # fmt: skip


def _is_bare(doc: Doc, first: int, last: int, *, taken: bool) -> bool:
    """Whether the subject is a noun of one thing without an article, or one word taken from its clause: `data`."""
    token = doc[first]
    named = any(
        t.text in NAME_MASKS or t.tag_ in {"DT", "PRP$", "CD"} or (t.i > first and t.text[:1].isupper())
        for t in doc[first:last]
    )
    if taken and not named and token.tag_ in {"NN", "NNS", "JJ"}:
        return True
    if any(t.lower_ in {"itself", "himself", "herself", "themselves"} for t in doc[first:last]):
        return True
    return token.tag_ == "NN" and token.lower_ in PERSONS | {"leader"}


def _is_sound(told: Telling, slot: Slot) -> bool:
    """Whether each finite verb in a slot is one of a clause that a word introduces, and the slot is no loose end."""
    doc = told.doc
    if (
        slot.last > slot.first
        and doc[slot.last - 1].tag_ in {"IN", "DT", "CC", "TO"}
        and doc[slot.last - 1].dep_ != "compound:prt"
    ):
        return slot.last - slot.first == 1 and slot.role == "fixed"
    if doc[slot.first : slot.last].text.lower() == "with effect":
        return False
    if (
        doc[slot.first].lower_ == "that"
        and not any(is_finite(t) for t in doc[slot.first : slot.last])
        and slot.role != "fixed"
    ):
        return False
    return all(_introduced(doc, slot.first, t.i) for t in doc[slot.first : slot.last] if is_finite(t))


def _introduced(doc: Doc, first: int, verb: int) -> bool:
    return any(t.lower_ in INTRODUCING for t in doc[first:verb])


INTRODUCING = frozenset({
    "that", "which", "who", "whom", "whose", "where", "when", "what", "how", "why", "because", "after", "before",
    "while", "since", "until", "as", "if", "unless", "once", "whether", "although", "though", "than",
})  # fmt: skip
_AUX = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "could", "can", "may",
    "might", "should", "must", "do", "does", "did", "to",
})  # fmt: skip
