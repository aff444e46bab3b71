"""Whether a date without a year is still to come on the day of the brief: by the words and the tense around it."""

from __future__ import annotations

import datetime as dt
import re

from spacy.tokens import Token

from trainer.language.dates import DateMention
from trainer.language.lexicon import inflections
from trainer.language.reading import Line
from trainer.language.reckoning import Context
from trainer.language.tags import FINITE, NOUNS
from trainer.values.dates import first_day

_AHEAD = frozenset({
    "will", "due", "scheduled", "planned", "expected", "plans", "upcoming", "intends", "until", "moved", "proposed",
    "postponed", "rescheduled", "delayed",
})  # fmt: skip
_ALWAYS_AHEAD = frozenset({"will", "due", "until", "moved", "postponed", "rescheduled", "delayed", "upcoming"})
"""Words that tell of what is to come even where the main verb is past: `was moved to December 15`."""
_HOPING = frozenset({
    "expect", "plan", "intend", "aim", "hope", "propose", "should", "would", "promise", "pledge", "risk",
})  # fmt: skip
COMING = frozenset({
    "take", "begin", "start", "end", "expire", "open", "meet", "hold", "vote", "close", "resume", "enter", "fall",
    "convene", "leave", "arrive", "depart", "sail", "visit", "return", "lapse", "host", "become", "fly", "rise",
    "retire", "reconvene", "hear", "launch", "reopen", "restart",
})  # fmt: skip
"""Verbs whose present tense tells of a day to come."""
UP_TO = frozenset({"to", "until", "till", "by", "through"})


def verb_of(line: Line, mention: DateMention) -> Token | None:
    """The last verb with tense before a date; where there is none, that of the sentence."""
    return last_verb(line, mention) or _tense_of(next((t for t in line.sentence.doc if t.dep_ == "ROOT"), None))


def last_verb(line: Line, mention: DateMention) -> Token | None:
    """The last verb with tense before a date."""
    return next((t for t in reversed(line.sentence.doc) if t.idx < mention.start and t.tag_ in FINITE), None)


def _tense_of(root: Token | None) -> Token | None:
    """The auxiliary that carries the tense of a main verb, or the verb itself."""
    return next((c for c in root.children if c.i < root.i and c.tag_ in FINITE), root) if root is not None else None


_LIKELY = re.compile(
    r"\b(?:is|are|remains?|seems?) (?:not |very |highly )?(?:un)?likely to\b"
    r"|\b(?:is|are) to (?:be )?(?!have\b|date\b)[a-z]+\b"
)
"""`is likely to fall`, `are to meet`, `is to be handed over`: what is judged, or arranged, to come."""
_IS_ON = re.compile(r"\b(?:is|are|falls?) (?:(?:due |set |scheduled )?(?:on|for|in) )?$")
_OF_VOTE = re.compile(r"\b(?:elections?|votes?|referendum|run-off|runoff|poll|ballot) (?:of|on) $")
"""A vote and its day: what goes on before it is told in the present."""


def _is_present(root: Token) -> bool:
    """Whether a clause tells in the present or the perfect: `are running`, `have not said`."""
    return root.tag_ in {"VBZ", "VBP"} or any(c.lower_ in {"is", "are", "has", "have"} for c in root.children)


def _is_modal(root: Token) -> bool:
    """Whether a clause tells of what may come: `an increase in January would be a risk`, not `would have been`."""
    words = {c.lower_ for c in root.children if c.i < root.i and c.tag_ in {"MD", *FINITE, "VB"}}
    return bool(words & {"will", "would", "may", "might", "could", "must", "shall"}) and "have" not in words


_SOURCE = re.compile(r"\b[Aa]ccording to [^,;]*$")
"""Words before a date that is of the source, and not of what may come."""


def _is_open(line: Line, mention: DateMention) -> bool:
    """Whether it is left open what comes by then: `Should the strike go on into June`, `may run out by the autumn`."""
    verbs = [t for t in line.sentence.doc if t.idx < mention.start and t.tag_ in {*FINITE, "MD"}]
    modal = bool(verbs) and verbs[-1].lower_ in {"may", "might"} and mention.preposition == "by"
    return line.plain.startswith("Should ") or modal


_LASTED = re.compile(r"\b(?:hours|days|weeks|months|quarters?|years?|half|season) to $")
"""A length of time, and the day on which it ended: `in the two months to | late January`."""
_INTO = re.compile(r"\binto $")


def _runs_up_to(line: Line, mention: DateMention, root: Token | None) -> bool:
    """Whether something that is told in the present, or on a condition, has the date for its end."""
    if mention.year or mention.preposition not in {*UP_TO, "before"} or _LASTED.search(line.plain[: mention.start]):
        return False
    if {"if", "unless"} & _words_of_clause(line, mention):
        return True
    verb, last = _tense_of(root), last_verb(line, mention)
    perfect = verb is not None and verb is not root and verb.lower_ in {"has", "have"}
    if (perfect and mention.preposition in _NOT_AFTER) or (last is not None and last.tag_ == "MD"):
        return True
    past = last is not None and last.tag_ == "VBD" and not _is_both(last)
    return not (perfect or past or (root is not None and _is_past(root)))


_NOT_AFTER = frozenset({"by", "until", "till", "before"})


def _is_past(root: Token) -> bool:
    """Whether a main verb tells of the past or the perfect: `did not open`; not `are shut`, `would be shut`."""
    words = {c.lower_ for c in root.children if c.i < root.i and c.dep_.startswith("aux")}
    told = root.tag_ == "VBD" or "did" in words or (root.tag_ == "VBN" and not words & {"is", "are"})
    return told and not any(c.tag_ == "MD" for c in root.children)


def _words_of_clause(line: Line, mention: DateMention) -> set[str]:
    """The words before a date, up to a comma and twelve at most."""
    return set(_DONE.sub("", line.plain[: mention.start].rsplit(", ", 1)[-1].lower()).split()[-12:])


_DONE = re.compile(r"\bto have [a-z]+(?:ed|en)\b")
"""What somebody is thought, or said, to have done: `to have planned the raid of | March` sets no day."""


def _is_arranged(line: Line, mention: DateMention, verb: Token | None) -> bool:
    """Whether no past verb sets a day, or goes on up to it: `is set for 2 July`, `lasts into May`."""
    if mention.year or (verb is not None and verb.tag_ == "VBD"):
        return False
    lasts = verb is not None and _INTO.search(line.plain[: mention.start]) is not None
    return lasts or (mention.preposition == "for" and (mention.day > 0 or _is_weekday(mention)))


def _is_weekday(mention: DateMention) -> bool:
    """Whether a date is a day of the week and no more: `Monday`, not `last Monday`."""
    return mention.reckoning is not None and mention.reckoning.unit == "weekday" and not mention.reckoning.steps


_SOON = 5
"""Months within which what would come is still to come, and not of the year before."""
_YEAR_OF_DAYS = 366


def would_follow(line: Line, mention: DateMention, written: dt.date | None, context: Context | None) -> bool:
    """Whether something was said to come on a day soon after that of the brief: `said that it would open in | May`."""
    weekday = _is_weekday(mention)
    if written is None or mention.year or not (weekday or (mention.month and mention.reckoning is None)):
        return False
    if context is not None and (written - first_day(context.date)).days > _YEAR_OF_DAYS:
        return False
    verbs = [t for t in line.sentence.doc if t.idx < mention.start and t.tag_ in {*FINITE, "MD"}]
    would = bool(verbs) and verbs[-1].lower_ == "would" and verbs[-1].nbor().lower_ != "have"
    if weekday:
        return would or _NEXT.fullmatch(line.plain[: mention.start]) is not None
    said = would or _is_of_subject(line, mention) or _is_put_off(line, mention, written)
    return said and (mention.month - written.month) % 12 <= _SOON


_NEXT = re.compile(r"Next (?:[a-z]+ ){1,2}(?:on )?")
"""The head of a line that says when more comes: `Next report | Monday`."""
_PUT_OFF = re.compile(r"\b(?:put|pushed|set|moved|brought) (?:back|off|forward)\b(?: [a-z-]+){0,4} to $")


def _is_put_off(line: Line, mention: DateMention, written: dt.date) -> bool:
    """Whether something was put off to a day that is still to come: `has been put back to | 12 February`."""
    over = mention.month == written.month and 0 < mention.day < written.day
    return not over and _PUT_OFF.search(line.plain[: mention.start]) is not None


def _is_of_subject(line: Line, mention: DateMention) -> bool:
    """Whether a day goes with what was said to come: `that the handover on | 14 January would take place`."""
    verb = next((t for t in line.sentence.doc if t.idx > mention.end and t.tag_ in FINITE), None)
    between = line.plain[mention.end : verb.idx] if verb is not None else ","
    led = mention.preposition in {"in", "on"} and _noun_before(line, mention) is not None
    return led and verb is not None and verb.lower_ == "would" and verb.nbor().lower_ != "have" and "," not in between


_WHEN = re.compile(r",? (?:when|in which)\b")
_LASTING = frozenset({
    "last", "go", "run", "stay", "remain", "serve", "continue", "work", "stand", "lie", "keep", "live", "rule", "lead",
    "bear",
})  # fmt: skip
"""Verbs of what went on up to a day: `lasted until | 13 April`."""


def _decided(line: Line, mention: DateMention) -> bool | None:
    """Whether a day without a year is still to come, where a verb that goes with it alone says so; None elsewhere."""
    told, last = _told_behind(line, mention), last_verb(line, mention)
    if told is not None or last is None:
        return told if told is not None else False if _is_done(line, mention) else None
    lasted = mention.preposition in {"until", "till"} and last.tag_ == "VBD" and last.lemma_.lower() in _LASTING
    if lasted or _is_done(line, mention):
        return False
    between = line.plain[last.idx + len(last) : mention.start]
    will = last.lower_ in {"will", "must", "shall"} and not re.search(r"[;:]|^ have\b", between)
    return True if will or _is_if(line, mention, last) or _is_dated_ahead(line, mention, last) else None


def _told_behind(line: Line, mention: DateMention) -> bool | None:
    """What the clause behind a day says of it: `until 20 May, when it ended`, `beyond 20 May, when the term ends`."""
    if not _WHEN.match(line.plain, mention.end):
        return None
    verb = next((t for t in line.sentence.doc if t.idx > mention.end and t.tag_ in FINITE), None)
    if verb is None or verb.lower_ in {"has", "have", "would", "could", "may", "might"}:
        return None
    return verb.tag_ != "VBD"


def _is_done(line: Line, mention: DateMention) -> bool:
    """Whether something done is told of a noun with its day: `a plan submitted in | May`, not `a plan due in`."""
    if mention.preposition not in {"in", "on"}:
        return False
    return any(
        done.tag_ == "VBN"
        and done.dep_.startswith("acl")
        and done.idx < mention.start
        and done.lower_ not in {*_AHEAD, "set", "called", "arranged"}
        and not any(child.dep_.startswith("aux") for child in done.children)
        for done in heads_of(line, mention)
    )


def _is_if(line: Line, mention: DateMention, last: Token) -> bool:
    """Whether the day stands in a condition told in the present: `If he loses in | June`."""
    clause = _words_of_clause(line, mention)
    present = last.tag_ in {"VBZ", "VBP"} and last.lower_ not in {"has", "have", "is", "are"}
    return present and bool(clause & {"if", "unless"}) and mention.preposition in {"in", "on"}


_SAYING = frozenset({"say", "show", "put", "state", "note", "date", "report", "tell", "list", "be", "have", "do"})


def _is_dated_ahead(line: Line, mention: DateMention, last: Token) -> bool:
    """Whether a single day goes with a verb in the present, which tells of what is arranged: `sits on | 3 April`."""
    if not mention.day or mention.preposition != "on" or last.tag_ not in {"VBZ", "VBP"}:
        return False
    straight = re.search(r"[;:,]", line.plain[last.idx : mention.start]) is None
    return straight and last in heads_of(line, mention) and last.lemma_.lower() not in _SAYING


def heads_of(line: Line, mention: DateMention) -> set[Token]:
    """The words that a day hangs from."""
    inside = [t for t in line.sentence.doc if mention.start <= t.idx < mention.end]
    return {t.head for t in inside if t.head not in inside}


_ARRANGED = frozenset({
    "election", "elections", "vote", "referendum", "run-off", "runoff", "summit", "meeting", "hearing", "trial",
    "deadline", "call", "date", "auction", "handover", "inauguration", "session", "congress", "flight",
})  # fmt: skip
"""What is set for a day long before, so that it may be named by a day to come without more."""
_MEASURED = re.compile(r"\b(?:from|against|than|of) (?:[a-z]+ )*[$€£]?\d[\d.,]*%?(?: [a-z]+)? (?:in|on) $")
"""A figure of another day: `against 31 in | October`."""
_FAR = 95
"""So many days before a day comes round again, a brief that told of the one a year ago would give the year."""


_SOON_DAYS = 60
"""So few days before a day comes round again, it is seldom the one a year ago of which a brief tells without a year."""


_WAS_DUE = re.compile(r"\b(?:was|were|been) (?:due|expected|scheduled|planned|supposed|set)\b[^,;:]*$")


def may_be_over(line: Line, mention: DateMention, written: dt.date | None) -> bool:
    """Whether what was due on a day may have been due on the last such day, which is nearer: `were due in | July`."""
    if written is None or not mention.month or not _WAS_DUE.search(line.plain[: mention.start]):
        return False
    return (written.month - mention.month) % 12 < (mention.month - written.month) % 12


def is_near_ahead(line: Line, mention: DateMention, written: dt.date | None) -> bool | None:
    """Whether a day without a year that comes round soon is meant, as no past verb tells of the last one.

    None where it can be told of neither.
    """
    if written is None or mention.year or not mention.month or mention.reckoning is not None:
        return False
    back = (written.month - mention.month) % 12
    days = _days_until(mention, written)
    verb = _governing(line, mention)
    done = _is_done(line, mention) or _has_been(line, mention)
    past = done or (verb is not None and _tells_of_past(verb))
    if _is_before_noun(line, mention):
        soon = 2 * (12 - back) <= back
        return None if soon and past else soon
    if _is_both(verb) and days < _SOON_DAYS:
        return None
    if days > _FAR or past or mention.preposition == "since" or _MEASURED.search(line.plain[: mention.start]):
        return False
    noun = _noun_before(line, mention)
    if noun is None or verb is None or noun.i > verb.i:
        return True
    return True if noun.lower_ in _ARRANGED else None


def _has_been(line: Line, mention: DateMention) -> bool:
    """Whether what happened on a day is said to be done: `to have planned the raid in | March, in which ten died`."""
    clause = line.plain[: mention.start].rsplit(", ", 1)[-1]
    return _DONE.search(clause) is not None or _told_behind(line, mention) is False


def _tells_of_past(verb: Token) -> bool:
    """Whether a verb with tense tells of what has been: `left`, `has left`, `would have left`."""
    perfect = verb.tag_ == "MD" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "have"
    return verb.tag_ == "VBD" or verb.lower_ in {"has", "have"} or perfect


def _is_both(verb: Token | None) -> bool:
    """Whether a verb looks the same in the present and the past: `Voters cast their ballots`."""
    return verb is not None and verb.tag_ == "VBD" and verb.lower_ in inflections(verb.lower_, "VBD")


def _days_until(mention: DateMention, written: dt.date) -> int:
    """How many days there are to the next such day, or to the first of the month."""
    day = min(mention.day or 1, 28)
    ahead = dt.date(written.year, mention.month, day)
    same = (mention.month, mention.day or written.day) == (written.month, written.day)
    if ahead <= written and not same:
        ahead = dt.date(written.year + 1, mention.month, day)
    return (ahead - written).days if not same else 366


_OPENED = re.compile(r"[;:]|\b(?:since|because|as|when|while|that|and|but) (?:in |on )?$")
"""Words between a verb and a day that stands at the head of the next clause."""


def _governing(line: Line, mention: DateMention) -> Token | None:
    """The verb with tense that a day goes with: the last before it in its clause, else the first behind it."""
    last = last_verb(line, mention)
    if last is not None and not _OPENED.search(line.plain[last.idx : mention.start]):
        return last
    return next((t for t in line.sentence.doc if t.idx > mention.end and t.tag_ in FINITE), None)


def _is_before_noun(line: Line, mention: DateMention) -> bool:
    """Whether a month tells one thing from another of its kind: `the | November summit`."""
    behind = next((t for t in line.sentence.doc if t.idx >= mention.end), None)
    return not mention.day and not mention.part and behind is not None and behind.tag_ in {"NN", "NNS"}


def _noun_before(line: Line, mention: DateMention) -> Token | None:
    """The noun that a day is told of: `the raid of | 5 April`."""
    before = [t for t in line.sentence.doc if t.idx < mention.start and t.text != ","]
    noun = before[-2] if len(before) > 1 and mention.preposition in {"of", "on", "in"} else None
    return noun if noun is not None and noun.tag_ in NOUNS else None


def is_future(line: Line, mention: DateMention) -> bool:
    """Whether the clause of the date tells of what is to come."""
    decided = _decided(line, mention) if mention.month and not mention.year and mention.reckoning is None else None
    return _seems_ahead(line, mention) if decided is None else decided


_BROKEN = re.compile(r"[,;:]|\band\b")
_WANTING = frozenset({"mean", "want", "wish", "seek", "need", "prepare", "hope", "try"})


def _wants_to(verb: Token) -> bool:
    """Whether a verb in the present says what somebody is about to do: `which it means to do on | Wednesday`."""
    behind = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to"
    return verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in _WANTING and behind


_SET_FOR = re.compile(r"\b(?:planned|scheduled|due|expected|slated|promised|forecast) (?:(?:for|in|on|by) )?$")
"""A participle right before the date for which something was set."""


def _seems_ahead(line: Line, mention: DateMention) -> bool:
    """The same by the words before the date, or by the main verb of the sentence."""
    doc = line.sentence.doc
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    last = last_verb(line, mention)
    if _runs_up_to(line, mention, root) or _is_arranged(line, mention, last):
        return True
    told_so_far, present = line.plain[: mention.start], root is not None and _is_present(root)
    on_it = _IS_ON.search(told_so_far) or (present and (_OF_VOTE.search(told_so_far) or _SET_FOR.search(told_so_far)))
    if not mention.year and on_it:
        return True
    led = last is None or last.tag_ in {"VBZ", "VBP"}
    front = root is not None and mention.start < root.idx and led and not _SOURCE.search(told_so_far)
    if not mention.year and (_is_open(line, mention) or (root is not None and front and _is_modal(root))):
        return True
    before, clause = _words_of_clause(line, mention), told_so_far.rsplit(", ", 1)[-1]
    if last is not None and last.tag_ == "VBD" and mention.preposition in {"in", "on"}:
        before = set(line.plain[last.idx + len(last) : mention.start].lower().split()) & before
    if last is not None and last.lower_ == "did":
        before -= UP_TO  # `did not reopen until 13 January`
    if before & _ALWAYS_AHEAD or (before & _AHEAD and not (root and _is_past(root))) or _LIKELY.search(clause):
        return True
    above = last or root
    if above is not None and above.tag_ in {"VBZ", "VBP", "MD"} and above.lemma_.lower() in _HOPING:
        return True
    wanted = last is not None and _wants_to(last) and not _BROKEN.search(line.plain, last.idx, mention.start)
    ahead = last is not None and last.tag_ in {"VBZ", "VBP"} and last.lemma_.lower() in COMING
    return wanted or (ahead and mention.preposition in {"in", "on", "at", "by", "from"} and not mention.year)
