"""Clauses that lack what only another sentence says: the object of a verb, what somebody is to do."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from trainer.facts.masks import NAME_MASKS
from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.language.agreement import are_people
from trainer.language.names import PLACES
from trainer.language.tags import NOUNS, SUBJECTS
from trainer.language.verbs import BE, lemma_of

_NEVER_ALONE = frozenset({
    "resist", "sue", "arrive",
    "react", "agree", "refuse", "comply", "decline", "oblige", "join", "do", "announce", "say",
    "report", "note", "explain", "state", "tell", "inform", "accuse", "urge", "warn",
})  # fmt: skip
_ANSWERING = frozenset({"follow", "reply", "respond", "retaliate", "react", "object", "consent", "acquiesce"})
"""Verbs that say nothing without what they answer: `replied with a missile`."""
_RULING = frozenset({"rule", "govern", "reign"})
"""Verbs that say nothing without the country: `has ruled since 1992`."""
_NEVER_BARE = frozenset({"name", "call", "consider", "deem", "elect", "appoint", "nominate", "make", "declare"})
"""Verbs whose passive says as what: `was named on Monday` has lost it."""
_TAKING = frozenset(
    {
        "show",
        "reach",
        "sign",
        "publish",
        "issue",
        "adopt",
        "impose",
        "grant",
        "seize",
        "capture",
        "destroy",
        "attend",
        "represent",
        "breach",
        "detect",
        "discover",
        "disclose",
        "identify",
        "own",
        "target",
    }
)
"""Verbs that take an object, which a telling may have lost: `did the Netherlands reach in Washington`."""
_NEEDING_MORE = frozenset(
    {"persuade", "convince", "ask", "urge", "tell", "press", "encourage", "remind", "help", "blame"}
)
"""Verbs that say what somebody is to do, or believe: their object alone says little."""


def lacks_object(statement: Statement) -> bool:
    """Whether the verb leaves out what only the sentence before says: `MSC followed on Monday`."""
    doc = statement.told.doc
    verb = doc[statement.verb] if statement.verb is not None else None
    if verb is None:
        return False
    lemma, passive = lemma_of(verb.lower_), any(doc[i].lower_ in BE for i in statement.auxiliaries)
    said = [s for s in statement.tail if s.role not in {"time", "front", "fixed"} and doc[s.first].lower_ != "so"]
    if doc[verb.i : verb.i + 2].text.lower() in _IDLE_PHRASES:
        said = [s for s in said if doc[s.first].lower_ not in {"in", "at"}]
        return not said
    if lemma in _ANSWERING and not passive:
        return not any(s.role == "object" or doc[s.first].lower_ in {"to", "up"} for s in statement.tail)
    idle = lemma in _NEVER_ALONE
    perfect = any(doc[i].lower_ in {"has", "have", "had"} for i in statement.auxiliaries)
    taking = lemma in _TAKING and not passive and (verb.tag_ != "VBN" or perfect)
    if taking and not any(s.role == "object" for s in statement.tail):
        return not any(s.role in {"complement", "fixed"} for s in said)
    if lemma in _NEVER_BARE and passive and verb.tag_ == "VBN":
        return all(doc[s.first].lower_ in {"on", "in", "by", "for"} or s.role == "time" for s in said)
    whom = lemma in _RULING and not passive and not _says_whom(statement)
    whom = whom or (lemma in _HANDING and not passive and _says_only_whom(statement))
    return _is_bare_sum(statement, lemma) or whom or (not said if idle else _says_little(statement))


_HANDING = frozenset({"give", "hand", "grant", "award", "owe"})
"""Verbs of which what is given may stand behind whom it is given to."""


def _says_only_whom(statement: Statement) -> bool:
    """Whether the one object is people, and what they are given was left out: `gave the captain | , a Dane, a year`."""
    told, objects = statement.told, [slot for slot in statement.tail if slot.role == "object"]
    more = any(s.role != "object" and told.doc[s.first].tag_ in {"CD", "DT", "NN", "NNS", "TO"} for s in statement.tail)
    if len(objects) != 1 or told.way == "whole" or more or "," in told.doc[slice(*objects[0].body)].text:
        return False
    inside = range(*objects[0].body)
    head = next((told.doc[i] for i in inside if told.doc[i].head.i not in inside), told.doc[inside[-1]])
    return head.text == "Smith" or are_people(head.lower_)


def _says_little(statement: Statement) -> bool:
    """Whether what somebody is to do is left out, or all but how."""
    return lacks_more(statement) or _says_only_how(statement)


def _says_whom(statement: Statement) -> bool:
    """Whether a verb of ruling says over whom, or what was ruled: `ruled over Chad`, `ruled on Monday that`."""
    doc, whole = statement.told.doc, {"in", "over", "on", "out", "against", "that", "from"}
    return any(s.role in {"object", "complement"} or doc[s.first].lower_ in whole for s in statement.tail)


_SHARE = re.compile(
    r"(?:(?:about|around|nearly|almost|over|roughly|some|only|more than|fewer than|less than|at least|up to|just over"
    r"|just under) )?(?:an? |one |two |three )?-?"
    r"(?:half|thirds?|quarters?|fifths?|tenths?|most|many|others|few|several|both)\b ?",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(
    r"(?<!on )(?<!of )(?<!in )\b(?:its|their|his|her) own(?=[,.;]| (?:from|to|by|in|on|at|and|but|for)\b|$)"
)
_MORE = re.compile(
    r"\b(?:receiv|g[eo]t|need|want|send|sent|suppl|pledg|deliver|provid)\w* (?:any |no )?(?:more|less|fewer)[.]?$"
)


@lru_cache(maxsize=256)
def lacks_whole(told: Telling) -> bool:
    """Whether only the sentence before says of what the words tell a part, or what they leave out.

    `About half had returned`; `would deepen its own to 500`; `would end unless it received more`.
    """
    share = _SHARE.match(told.text)
    behind = next((t for t in told.doc if share is not None and t.idx >= share.end()), None)
    alone = behind is not None and behind.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    if alone or _ITS_OWN.search(told.text) is not None or _MORE.search(told.text) is not None:
        return True
    if _is_some_statement(told) or _IF_NOT.match(told.text) is not None:
        return True
    return _is_of_sum(told) or _points_there(told) or _lost_what_is_done(told)


def _is_some_statement(told: Telling) -> bool:
    """Whether something that only its own clause tells of says or does what is told: `a letter called him a thief`."""
    if not told.way.endswith("relative that") or told.doc[0].lower_ not in {"a", "an"} or not told.finites:
        return False
    subject = told.doc[: min(told.finites)]
    dated = any(told.tokens_of(date.start, date.end) for date in told.line.dates)
    return not dated and not any(t.text in NAME_MASKS or t.tag_ == "IN" for t in subject)


_IF_NOT = re.compile(
    r"(?:If (?:not|so)|Otherwise|(?:If|Unless|Should|Once) (?:the )?[A-Z]?[\w-]+"
    r" (?:does|do|did|reinforces?)),"
)
"""A condition that only the sentence before tells in full."""


def _is_of_sum(told: Telling) -> bool:
    """Whether a share is set beside a sum and does not say of what: `only $13 million, or 33 per cent, had come`."""
    found = re.search(r"\bmillions,? or (?:(?:about|almost|around|just|nearly|only|some) )*12%(?! of\b)", told.text)
    return found is not None


def _points_there(told: Telling) -> bool:
    """Whether a `there` means a place that nothing before it gives: `said that mining there would be stopped`."""
    for token in told.tokens[1:]:
        if token.lower_ != "there" or (_is_existential(token) and not _is_behind_subject(token)):
            continue
        at = told.places[token.i][0]
        named = any(
            name.sort in PLACES and name.end <= at and told.holds(name.start, name.end) for name in told.line.names
        )
        if at >= 0 and not named and not any(_is_somewhere(t) for t in told.doc[: token.i]):
            return True
    return False


def _is_existential(token: Token) -> bool:
    return token.tag_ == "EX" or token.dep_ == "expl"


def _is_behind_subject(token: Token) -> bool:
    """Whether the verb has its subject right before the word, which then says where: `mining | there would`."""
    before = token.nbor(-1)
    return before.tag_ in NOUNS and before.dep_ in SUBJECTS and before.head == token.head


def _is_somewhere(noun: Token) -> bool:
    """Whether a plain noun may be the place that a `there` means: `at the mine`."""
    led = any(c.dep_ == "case" and c.lower_ in {"in", "at", "on", "near", "to", "into", "from"} for c in noun.children)
    return noun.tag_ in {"NN", "NNS"} and led


def _lost_what_is_done(told: Telling) -> bool:
    """Whether a past that needs an object has none, for it is a participle: `a bank, breached in March 2023`."""
    root = next((t for t in told.tokens if t.dep_ == "ROOT"), None)
    if root is None or root.tag_ not in {"VBD", "VBN"} or lemma_of(root.lower_) not in _DONE_TO:
        return False
    behind = told.doc[root.i + 1] if root.i + 1 < len(told.doc) else root
    loose = behind.tag_ == "IN" or behind.text == "."
    return loose and not any(c.dep_ in {"obj", "ccomp", "xcomp"} or c.dep_.startswith("aux") for c in root.children)


_DONE_TO = frozenset({"breach", "detect", "discover", "disclose", "identify", "target", "compromise", "hack", "name"})


_GIVING = frozenset({"announce", "pledge", "promise", "offer", "give", "provide", "donate", "contribute"})
"""Verbs that say little of a sum without what it is for."""


def _is_bare_sum(statement: Statement, lemma: str) -> bool:
    """Whether all that stands behind a verb of giving is a sum: `has pledged $50 million`."""
    if lemma not in _GIVING:
        return False
    alone = len(statement.tail) == 1 and not statement.front
    return alone and statement.told.doc[statement.tail[0].last - 1].text == "millions"


def _says_only_how(statement: Statement) -> bool:
    """Whether an adverb of manner is all that is said, and no day: `moved quickly`."""
    doc = statement.told.doc
    words = [t for slot in statement.tail for t in doc[slot.first : slot.last]]
    return (
        bool(words) and not statement.front and not statement.auxiliaries
        and all(t.tag_ == "RB" and t.lower_.endswith("ly") for t in words)
    )  # fmt: skip


_IDLE_PHRASES = frozenset({
    "joined in", "join in", "took part", "take part", "gave up", "give up", "gave in", "gave way", "went on",
    "took over", "taken over", "take over",
})  # fmt: skip
"""Two words that leave out in what or to whom."""


def lacks_more(statement: Statement) -> bool:
    """Whether the last verb is one that has somebody do something, and what he is to do was lost or never said."""
    doc = statement.told.doc
    last = next((t for t in reversed(list(doc)) if t.tag_.startswith("VB")), None)
    words = doc[last.i + 1 :] if last is not None else doc[:0]
    return (
        last is not None
        and lemma_of(last.lower_) in _NEEDING_MORE
        and not any(t.tag_ in {"TO", "IN"} or t.lower_ in {"that", "for", "of", "about"} for t in words)
    )
