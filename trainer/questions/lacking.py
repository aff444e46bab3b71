"""Clauses that lack what only another sentence says: the object of a verb, what somebody is to do."""

from __future__ import annotations

import re

from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.language.verbs import BE, lemma_of

_NEVER_ALONE = frozenset({
    "resist", "sue", "arrive",
    "react", "agree", "refuse", "comply", "decline", "oblige", "join", "do", "announce", "say",
    "report", "note", "explain", "state", "tell", "inform", "accuse", "urge", "warn",
})  # fmt: skip
_ANSWERING = frozenset({"follow", "reply", "respond", "retaliate", "react", "object", "consent", "acquiesce"})
"""Verbs that say nothing without what they answer: `replied with a missile`."""
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
    return _is_bare_sum(statement, lemma) or (not said if idle else lacks_more(statement) or _says_only_how(statement))


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


def lacks_whole(told: Telling) -> bool:
    """Whether only the sentence before says of what the words tell a part, or what they leave out.

    `About half had returned`; `would deepen its own to 500`; `would end unless it received more`.
    """
    share = _SHARE.match(told.text)
    behind = next((t for t in told.doc if share is not None and t.idx >= share.end()), None)
    alone = behind is not None and behind.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return alone or _ITS_OWN.search(told.text) is not None or _MORE.search(told.text) is not None


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
