"""Tellings that break off before the end of their clause."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from trainer.facts.joints import left_out_verb
from trainer.facts.masks import NAME_MASKS
from trainer.facts.telling import Telling
from trainer.language.tags import FINITE, NOUNS, SUBJECTS
from trainer.language.verbs import lemma_of

_NEVER_LAST = frozenset({
    "only", "whose", "whether", "which", "who", "than", "both", "such", "also", "as", "the", "just", "then", "not",
    "so", "too", "either", "did", "does", "do", "is", "are", "was", "were", "been", "be", "has", "had", "have",
})  # fmt: skip
_NEVER_LAST_TAGS = frozenset({"DT", "IN", "TO", "PRP$", "CC", "WDT", "WP", "MD"})


def is_cut_short(told: Telling, words: list[Token]) -> bool:
    """Whether the words break off before the end of their clause."""
    last = words[-1].lower_ in _NEVER_LAST or words[-1].tag_ in _NEVER_LAST_TAGS
    compares = len(words) > 1 and words[-2].lower_ == "as" and words[-1].tag_.startswith(("JJ", "RB"))
    trailing = (
        _ends_in_day(told, words)
        or _OF_THEM.search(told.text) is not None
        or _ends_in_clauses(told)
        or _lost_its_verb(told)
        or _ends_in_subject(told)
        or _lost_what_it_became(told)
        or _lost_its_condition(told)
        or _is_torn(told)
        or _ends_in_verb_of_others(told)
    )
    return last or compares or trailing or _lost_last_noun(told) or _is_cut_before_verb(told) or _trails_off(told)


_OF_THEM = re.compile(r", [^,]*\b(?:all|both|half|many|most|none|some|one) of (?:them|which|whom|those)\.?$")
"""What opens a clause or a phrase that was lost: `120 attacks, over half of them`."""


def _ends_in_day(told: Telling, words: list[Token]) -> bool:
    """Whether a second clause has nothing left but its day: `the road passes Gao, and since 1 June`."""
    day = next(
        (date for date in told.line.dates for t in told.tokens_of(date.start, date.end)[-1:] if t == words[-1]), None
    )
    first = told.tokens_of(day.start, day.end)[0].i if day is not None else 0
    if first < 4 or told.doc[first - 1].tag_ != "IN":
        return False
    opener = told.doc[first - 2 - (told.doc[first - 2].text == ",")]
    joined = opener.lower_ in {"and", "but"} and opener.nbor(-1).text == ","
    return joined or (opener.lower_ in _OPENING_CLAUSE and opener.tag_ != "VB")


_OPENING_CLAUSE = frozenset({"when", "where", "while", "because", "although", "which", "who", "whereas"})
"""Words behind which a clause has to come, and not its day alone: `had ruled for years when, on 5 August`."""


def _is_torn(told: Telling) -> bool:
    """Whether the first part of a word was lost: `a 330- | megawatt station`."""
    start = min((start for start, _ in told.places if start >= 0), default=0)
    return start > 1 and told.line.plain[start - 1] == "-" and told.line.plain[start - 2].isalnum()


def _ends_in_verb_of_others(told: Telling) -> bool:
    """Whether the last word is a verb of which the subject was lost: `since Saturday, | demanding that he, | go`."""
    end = max((end for start, end in told.places if start >= 0), default=0)
    last = next((t for t in told.line.sentence.doc if t.idx < end <= t.idx + len(t)), None)
    if last is None or not last.tag_.startswith("VB"):
        return False
    subjects = [c for c in last.children if c.dep_ in SUBJECTS]
    return bool(subjects) and not any(told.tokens_of(c.idx, c.idx + len(c)) for c in subjects)


_CONDITION = re.compile(r",? (?:unless|provided(?: that)?|(?:as|so) long as|barring|assuming) ")


def _lost_its_condition(told: Telling) -> bool:
    """Whether what the sentence goes on to make it hang on was lost: `projects famine | , unless aid grows`."""
    end = max(place[1] for place in told.places)
    lost = _CONDITION.search(told.line.plain, end)
    return lost is not None and ";" not in told.line.plain[end : lost.start()]


_NAMING = frozenset({
    "appoint", "call", "consider", "crown", "declare", "designate", "dub", "elect", "label", "make", "name", "proclaim",
})  # fmt: skip
"""Verbs that make something of their object."""
_WHAT_IT_BECAME = re.compile(r", (?:where|which|who|whose)\b[^,;.]*, (?:an? |its |the )?[a-zA-Z]")


def _lost_what_it_became(told: Telling) -> bool:
    """Whether what a verb makes of its object was lost: `declared the country | , where ..., a republic`."""
    end = max(place[1] for place in told.places)
    verb = told.doc[max(told.finites, default=0)]
    return lemma_of(verb.lower_) in _NAMING and _WHAT_IT_BECAME.match(told.line.plain, end) is not None


def _ends_in_clauses(told: Telling) -> bool:
    """Whether the last of a row of clauses was lost: `said that A rose, that B fell, | and that C stayed`."""
    end = max(place[1] for place in told.places)
    return ", that " in told.text and re.match(r",? and that\b", told.line.plain[end:]) is not None


def _lost_its_verb(told: Telling) -> bool:
    """Whether a noun behind `, but` has lost its verb: `the goal is far off, but the mine, owned by Chad`."""
    doc = told.tokens
    joint = next((t.i for t in reversed(doc[1:-1]) if t.lower_ == "but" and doc[t.i - 1].text == ","), None)
    if joint is None or doc[joint + 1].tag_ not in {"DT", "NNP", "NNPS", "NN", "NNS", "PRP$"}:
        return False
    denied = any(t.lower_ in {"not", "no", "n't", "never", "neither"} for t in doc[:joint])
    return not denied and max(told.finites, default=0) < joint


def _is_cut_before_verb(told: Telling) -> bool:
    """Whether the sentence goes on with a verb whose subject ends the telling: `abandoned after its sole bidder`."""
    end = max(place[1] for place in told.places)
    following = next((t for t in told.line.sentence.doc if t.idx >= end), None)
    if following is None or following.tag_ not in FINITE or not told.finites:
        return False
    first = told.places[min(told.finites)][0]
    head = following if any(c.dep_.startswith("nsubj") for c in following.children) else following.head
    return any(c.dep_.startswith("nsubj") and first < c.idx < end for c in head.children)


def _ends_in_subject(told: Telling) -> bool:
    """Whether the last words are what a verb further on is told of: `fell, and Berlin | , where ..., would`."""
    doc, end = told.line.sentence.doc, max(place[1] for place in told.places)
    last = max((t.i for t in doc if t.idx < end), default=-1)
    for subject in doc:
        inside = subject.i <= last <= subject.right_edge.i and subject.dep_ in SUBJECTS
        kept = told.tokens_of(subject.idx, subject.idx + len(subject)) if inside and subject.head.i > last else []
        if kept and not any(i > kept[0].i for i in told.finites) and _goes_on_apart(doc, last + 1, subject.head.i):
            return True
    return False


def _goes_on_apart(doc: Doc, first: int, verb: int) -> bool:
    """Whether a mark stands right behind, and another before the verb: what was left out tells more of the subject."""
    return doc[first].text in {",", "-", "("} and any(t.text in {",", "-", ")"} for t in doc[first + 1 : verb])


def _lost_last_noun(told: Telling) -> bool:
    """Whether an adjective at the end has lost its noun: `evaded Kenyan`."""
    words = [t for t in told.tokens if t.text != "."]
    if len(words) < 2 or words[-1].tag_ != "JJ":
        return False
    return words[-2].tag_ in {"VB", "VBD"} and not _links(words[-2])


def _links(verb: Token) -> bool:
    """Whether an adjective may end a clause behind the verb: `fell silent`."""
    return lemma_of(verb.lower_) in {
        "be", "become", "remain", "seem", "appear", "look", "prove", "fall", "go", "turn", "stay", "stand", "grow",
    }  # fmt: skip


def _trails_off(told: Telling) -> bool:
    """Whether only an amount stands behind the last comma."""
    doc = told.tokens
    comma = max((t.i for t in doc if t.text == "," and not told.is_listed(t.i)), default=-1)
    rest = [t for t in doc[comma + 1 :] if t.text != "."]
    if _ends_in_list(told) or _lost_its_share(told) or _ends_in_measure(told) or left_out_verb(told.doc):
        return True
    return comma > 0 and all(t.tag_ in {"CD", "$"} or t.lower_ in {"12%", "percent", "millions"} for t in rest)


def _ends_in_list(told: Telling) -> bool:
    """Whether the last of a row of names was lost: `from Kassala, Gedaref`."""
    doc = told.tokens
    comma = max((t.i for t in doc if t.text == ","), default=-1)
    rest = [t for t in doc[comma + 1 :] if t.text != "."]
    end = max(place[1] for place in told.places)
    cut = end < len(told.line.plain.rstrip(" .!")) and comma > 0 and len(rest) == 1 and rest[0].text in NAME_MASKS
    return cut and (doc[comma - 1].text in NAME_MASKS or told.line.plain.startswith(" and ", end))


def _lost_its_share(told: Telling) -> bool:
    """Whether a row of shares without a verb has lost its last: `Chad bears a third, Mali most of it and Togo`."""
    cut = max(place[1] for place in told.places) < len(told.line.plain.rstrip(" .!"))
    pairs = zip(told.tokens, told.tokens[1:], told.tokens[2:], strict=False)
    return cut and any(
        a.text == "," and b.text in NAME_MASKS and (c.tag_ in {"DT", "JJS"} or c.lower_ == "half") for a, b, c in pairs
    )


_LENGTHS = ("day", "week", "month", "year", "hour", "minute", "second", "kilomet", "mile")
_COUNTED_FROM = re.compile(r"\s(?:after|before|since|from|later|earlier)\b")
"""What a length at the end of a telling is counted from, which the telling has lost."""


def _ends_in_measure(told: Telling) -> bool:
    """Whether the telling ends in a length of time whose `before` or `after` was lost: `met in Dakar two months`."""
    words = [t for t in told.tokens if t.text != "."]
    if len(words) < 4 or not words[-1].lower_.startswith(_LENGTHS):
        return False
    if _COUNTED_FROM.match(told.line.plain, max(place[1] for place in told.places)):
        return True
    return words[-2].tag_ == "CD" and words[-3].tag_ in NOUNS
