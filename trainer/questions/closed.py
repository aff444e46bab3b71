"""Whether a telling can stand as a sentence of its own: nothing lost from its head, its middle or its end."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Span, Token

from trainer.facts.clauses import AND_WHICH
from trainer.facts.labels import label_before_verb
from trainer.facts.masks import NAME_MASKS
from trainer.facts.syntax import is_finite
from trainer.facts.telling import Telling
from trainer.language.tags import NOUNS, SUBJECTS
from trainer.language.verbs import lemma_of
from trainer.questions.cut_short import is_cut_short
from trainer.questions.elliptical import is_elliptical
from trainer.questions.headless import is_headless, lacks_article, lacks_subject
from trainer.questions.run_together import is_parted, is_parted_within, runs_on

_POINTING = re.compile(
    r"\bfor as many\b"
    r"|\b(?:his|her|its|their) (?:purchase|acquisition|takeover|merger|bid|offer)\b(?! (?:of|for|with|to)\b)"
    r"|\b(?:his|her|its|their) (?:predecessor|successor|rival|counterpart|chief)\b|\bby then\b"
    r"|\b[Aa] (?:rival|competitor|third)\b(?=,| (?:is|was|had|has|of)\b)"
    r"|^A rival (?:\w+ )?\w+ (?:had |has |was )?[a-z]+ed\b"
    r"|^(?!.*\b(?:first|second|third|fourth|quarter|half|round)\b.* the).*"
    r" (?:in|to|for|from|by|of) the (?:second|third)\.?$"
    r"|^Further [a-z]|^[Aa] further\b|\bto (?:decide|act|respond|do so|comply)\.?$"
    r"|\b(?:no|not|cannot|never|nor)\b[^,;.]*\beither\b(?! [^,;.]*\bor\b)"
    r"|\b(?:the|The) (?:first|second|third|fourth|other|latter|former)\b(?=,| (?:was|is|had|has)\b)|\bfurther to the\b",
)
"""Words that only the sentence before explains, whoever else is named."""
_LEFT_OUT = re.compile(r"\b(?:did|does|do|was|were|is|are|has|had|have) not(?=[,.]|$)")
"""A denial that leaves out what is denied."""
_SECOND_REASON = re.compile(r"^(?:(?!\bbecause\b).)*\b(?:and|or) because\b")
"""A second reason, of which a telling has lost the first."""


@lru_cache(maxsize=256)
def is_closed(told: Telling) -> bool:
    """Whether a telling begins and ends where a sentence may, closes its brackets, and runs no two clauses together."""
    words = [t for t, place in zip(told.tokens, told.places, strict=True) if place[0] >= 0 and t.text != "."]
    if sum(t.text == "(" for t in words) != sum(t.text == ")" for t in words):
        return False
    if is_cut_short(told, words) or _is_a_row(told) or told.tokens[0].lower_ in {"and", "but", "yet", "so", "nor"}:
        return False
    if lacks_article(told) or label_before_verb(told.doc):
        return False
    if (
        _PASSING.search(told.text)
        or _is_so_far(told)
        or _POINTING.search(told.text)
        or _LEFT_OUT.search(told.text)
        or any(_points_back(t) for t in words)
    ):
        return False
    if (
        _SECOND_REASON.search(told.text)
        or _wavers(told)
        or _denies_past(told)
        or _has_idle_it(told)
        or _lacks_second(told)
        or _is_all_relative(told)
        or _differs_in_number(told)
        or _lacks_auxiliary(told)
        or _counts_from_now(told)
        or _lost_first_relative(told)
    ):
        return False
    lost = (
        _lost_source(told) or _lost_its_clause(told) or _lacks_verb(told) or is_parted_within(told) or is_headless(told)
    )
    return not (lost or runs_on(told) or is_parted(told) or is_elliptical(told))


@lru_cache(maxsize=256)
def is_as_written(told: Telling) -> bool:
    """Whether a telling is its sentence from the first word to the full stop, and tells something."""
    first = told.doc[0]
    if told.way != "whole" or not told.finites or told.line.plain[-1:] not in ".!" or "?" in told.doc.text:
        return False
    opens = first.tag_ in {"WRB", "WP", "CC", "VB"} or first.lower_ in {"were", "had", "should", "whether"}
    return not opens and first.i not in told.finites and _has_main_clause(told) and not _lists_behind_colon(told)


def _has_main_clause(told: Telling) -> bool:
    """Whether a verb outside all clauses that only describe carries the tense: not `a levy, which took effect`."""
    return any(_first_of_row(_clause_verb(told.tokens[n])).dep_ in {"ROOT", "parataxis"} for n in told.finites)


def _first_of_row(verb: Token) -> Token:
    """The first of several verbs that `and` or `but` joins, which says what clause all of them stand in."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _clause_verb(token: Token) -> Token:
    """The head of the clause that a word of its verb group stands in."""
    return token.head if token.dep_ in {"aux", "aux:pass", "cop"} else token


_SOURCE_BEHIND = re.compile(r", according to (?P<who>[^,.;]+)\.?$")


def _lost_source(told: Telling) -> bool:
    """Whether who answers for the sentence, said at its end, was left out: `X refines 90% | , according to Y`."""
    behind = _SOURCE_BEHIND.search(told.line.plain)
    if not told.way.rpartition(">")[2].startswith(("left", "first", "right")):
        return False  # it answers for no relative clause before it
    return told.source is None and behind is not None and not told.holds(behind.start("who"), behind.start("who") + 3)


def _lists_behind_colon(told: Telling) -> bool:
    """Whether a colon opens no sentence but what is named: `two risks remain: an outbreak that kills 40, and fire`."""
    colon = next((t.i for t in told.tokens if t.text == ":"), None)
    if colon is None:
        return False
    heads = [_clause_verb(told.tokens[n]) for n in told.finites if n > colon]
    aside = {"acl", "acl:relcl", "advcl", "ccomp"}
    return not any(h.dep_ not in aside and any(c.dep_ in SUBJECTS for c in h.children) for h in heads)


@lru_cache(maxsize=256)
def is_whole_sentence(told: Telling) -> bool:
    """Whether a telling is the sentence as it was written, complete in itself, whatever the parser makes of it."""
    if not is_as_written(told):
        return False
    text, words = told.doc.text, [t for t, place in zip(told.doc, told.places, strict=True) if place[0] >= 0]
    pointing = any(form.search(text) for form in (_PASSING, _POINTING, _LEFT_OUT)) or any(map(_points_back, words))
    idle = (
        _has_idle_it(told)
        or _is_noun_alone(told)
        or _is_a_row(told)
        or lacks_article(told)
        or label_before_verb(told.doc) > 0
        or lacks_subject(told, told.doc[min(told.finites)])
    )
    idle = idle or _lacks_auxiliary(told) or _counts_from_now(told) or _wavers(told) or _is_all_relative(told)
    return not (pointing or _is_so_far(told) or _denies_past(told) or idle or is_elliptical(told))


_PASSING = re.compile(r"\b(?:by|at) the time of (?:writing|reporting|publication)\b")


def _is_a_row(told: Telling) -> bool:
    """Whether two parts or more between semicolons have no verb, or the first: `Signs: a truce; judges excused`."""
    marks = [-1, *(t.i for t in told.tokens if t.text == ";"), len(told.tokens)]
    spans = [range(start + 1, end) for start, end in pairwise(marks)]
    verbless = [told.finites.isdisjoint(span) for span in spans]
    return sum(verbless) > 1 or (len(spans) > 1 and verbless[0])


_CORRECTED = re.compile(r", not [$€£]?\d[\d,.]*\b(?! only)")


def _wavers(told: Telling) -> bool:
    """Whether one of two figures stands for the same thing: `300 or 400 troops`, `300 troops, not 400`."""
    either = any(
        re.search(r"\d or \d", number.text) and told.holds(number.start, number.end) for number in told.line.numbers
    )
    return either or _CORRECTED.search(told.line.plain) is not None


def _denies_past(told: Telling) -> bool:
    """Whether it says that nothing had been so until then, which only the sentence before dates: `none had won`."""
    doc = told.tokens
    finite = next((t for t in doc if t.i in told.finites), None)
    denied = any(
        doc[i].lower_ == "had" and any(t.lower_ in {"no", "never", "none"} for t in doc[max(0, i - 5) : i + 3])
        for i in told.finites
    )
    return finite is not None and denied


_PAIRS = {"between": {"and", "to"}, "either": {"or"}, "neither": {"nor"}}


def _lacks_second(told: Telling) -> bool:
    """Whether the second of two was lost: `between the army`."""
    doc = told.tokens
    return any(
        t.lower_ in _PAIRS
        and not {w.lower_ for w in doc[t.i + 1 : _first_comma(told, t.i)]} & _PAIRS[t.lower_]
        and not _is_between_many(t)
        for t in doc
    )


def _is_between_many(word: Token) -> bool:
    """Whether `between` goes with a plural, a number or a row of days: `between the parties`."""
    behind = word.doc[word.i + 1 : word.i + 3]
    return word.lower_ == "between" and any(w.tag_ in {"NNS", "NNPS", "CD"} or w.text == "Monday" for w in behind)


def _first_comma(told: Telling, at: int) -> int:
    """The first comma behind a token that is not one of a list; the end if there is none."""
    return next((t.i for t in told.tokens[at:] if t.text == "," and not told.is_listed(t.i)), len(told.tokens))


def _is_all_relative(told: Telling) -> bool:
    """Whether every finite verb belongs to a relative clause, so that the main one was lost: `Chad, whose men fled`."""
    doc = told.tokens
    if _is_noun_alone(told) or _is_row_of_nouns(told):
        return True
    pronouns = [t.i for t in doc[1:] if t.lower_ in {"who", "which", "whose", "where"} and doc[t.i - 1].text == ","]
    if not pronouns or not told.finites:
        return False
    start = pronouns[0]
    return min(told.finites) > start and not any(t.text == "," and not told.is_listed(t.i) for t in doc[start:])


def _is_row_of_nouns(told: Telling) -> bool:
    """Whether what a colon opens is a row of nouns, of which clauses only tell more: `: a halt, men who lie, ...`."""
    doc = told.doc
    if not told.way.endswith("right :"):
        return False
    marks = [-1, *(t.i for t in told.tokens if t.text == ","), len(doc)]
    items = [doc[start + 1 : end] for start, end in pairwise(marks)]
    return len(items) > 2 and all(_is_told_noun(item) for item in items[1:])


def _is_told_noun(words: Span) -> bool:
    """Whether the words are a noun and a clause that tells of it: `tankers that switch off their signals`."""
    opener = next((t for t in words if t.tag_ in {"WDT", "WP", "WP$"}), None)
    before = words.doc[words.start : opener.i] if opener is not None else ()
    return len(before) > 0 and all(t.tag_ in NOUNS | {"JJ", "DT", "CC", "VBN", "CD"} for t in before)


def _is_noun_alone(told: Telling) -> bool:
    """Whether the words are no more than somebody and what he did: `A former pastor who led the church for a year`."""
    doc = told.tokens
    verb = min(told.finites, default=0)
    some = doc[0].lower_ in {"a", "an", "the"} and len(told.finites) == 1
    return some and doc[verb - 1].lower_ == "who" and doc[verb - 1].tag_ == "WP" and verb > 2


def _lacks_auxiliary(told: Telling) -> bool:
    """Whether the verb is a participle without its `was`, as in headlines: `$8 million released from the fund`."""
    root = next((t for t in told.tokens if t.dep_ == "ROOT"), None)
    if root is None or root.tag_ not in {"VBN", "VBD"}:
        return False
    parts = {c.dep_ for c in root.children}
    if root.tag_ == "VBN":
        return "nsubj:pass" in parts and not parts & {"aux", "aux:pass", "cop"}
    sums = any(c.dep_ in SUBJECTS and c.text == "millions" for c in root.children)
    return sums and "obj" not in parts and lemma_of(root.lower_) in _PROVIDING


def _counts_from_now(told: Telling) -> bool:
    """Whether a time to come is counted from the day of the brief: `meets his rival in sixteen days`."""
    for token in told.tokens[2:]:
        counted = _DAYS.fullmatch(token.lower_) and told.doc[token.i - 2 : token.i].text.lower() == "in 12"
        if counted and token.head.dep_ == "ROOT":
            verbs = {token.head, *(c for c in token.head.children if c.dep_.startswith(("aux", "cop")))}
            return any(t.tag_ in {"VBZ", "VBP", "MD"} for t in verbs) and not any(
                t.lower_.startswith("ha") for t in verbs
            )
    return False


def _lost_first_relative(told: Telling) -> bool:
    """Whether a second relative clause stands without the first: `the war of 1992, and in which they fled`."""
    second = AND_WHICH.search(told.text)
    return second is not None and not re.search(r"\b(?:which|who|whom|whose|that)\b", told.text[: second.start()])


_DAYS = re.compile(r"(?:day|week|month|year)s")
_PROVIDING = frozenset({
    "release", "allocate", "disburse", "pledge", "earmark", "approve", "raise", "provide", "spend", "invest", "set",
    "pay", "grant", "transfer", "mobilise", "mobilize", "request",
})  # fmt: skip
"""What is done with sums, and what no sum does."""
_PLURAL = frozenset({"are", "were", "have"})


def _differs_in_number(told: Telling) -> bool:
    """Whether one thing alone stands before a plural verb, the others with it lost: `germanium were put`."""
    for subject in told.tokens:
        if subject.dep_ not in SUBJECTS or subject.tag_ not in {"NN", "NNP"}:
            continue
        verb = next((t for t in told.tokens[subject.i + 1 : subject.i + 2] if t.lower_ in _PLURAL), None)
        bare = subject.left_edge.i == subject.i and not any(c.dep_ in {"conj", "nmod"} for c in subject.children)
        if verb is not None and bare and subject.text not in NAME_MASKS and subject.lower_ not in _MANY:
            return True
    return False


_MANY = frozenset({"police", "people", "staff", "personnel", "cattle", "majority", "most", "half", "rest", "percent"})


def _lacks_verb(told: Telling) -> bool:
    """Whether a clause behind a relative or a `that` has lost its verb: `a firm whose order`, `said that, by then`."""
    doc = told.tokens
    if any(_opens_twice(t) and sum(i > t.i for i in told.finites) < 2 for t in doc):
        return True
    last = next((t for t in reversed(doc) if t.lower_ == "whose" or t.tag_ in {"WDT", "WP"} or _says_that(t)), None)
    return last is not None and not any(is_finite(t) or t.tag_ in {"VBP", "VB", "VBN"} for t in doc[last.i :])


def _opens_twice(word: Token) -> bool:
    """Whether two words open two clauses, of which both need a verb: `requires that, whenever`."""
    if word.lower_ != "that":
        return False
    behind = word.doc[word.i + 1 : word.i + 3].text.lower().lstrip(", ").split()
    return bool(behind) and behind[0] in {"when", "whenever", "if", "unless", "once"}


def _says_that(word: Token) -> bool:
    """Whether a `that` right behind a verb opens what is said."""
    return word.lower_ == "that" and word.i > 0 and word.nbor(-1).tag_ in {"VBD", "VBZ", "VBP", "VBN"}


def _points_back(word: Token) -> bool:
    """Whether it is a `then` by which something came after what the sentence before tells."""
    before = word.nbor(-1).lower_ if word.i else ""
    of_its_day = word.i + 1 < len(word.doc) and word.nbor(1).tag_ in {"JJ", "NN"}  # `then worth $2 million`
    of_its_day = of_its_day or then_on_its_day(word)
    goes_on = before == "," and any(is_finite(t) for t in word.doc[: word.i])  # `fell in May, then rose in June`
    plain = of_its_day or goes_on or before in {"and", "since", "by", "until", "the"}
    return word.lower_ == "then" and not plain


def then_on_its_day(word: Token) -> bool:
    """Whether it opens a sentence before a day, which says when all by itself: `Then on 26 October it stopped`."""
    led = word.i == 0 and word.lower_ == "then" and len(word.doc) > 2 and word.nbor(1).lower_ == "on"
    return led and (word.nbor(2).text[:1].isdigit() or word.nbor(2).tag_ == "NNP")


def _is_so_far(told: Telling) -> bool:
    """Whether it tells what had been so far, and no day until when."""
    dated = any(date.day and told.holds(date.start, date.end) for date in told.line.dates)
    return not dated and re.search(r"\bso far\b", told.text) is not None


def _lost_its_clause(told: Telling) -> bool:
    """Whether `since` opens a clause whose verb was lost: `since the acting governor in a meeting`."""
    doc = told.tokens
    return any(
        t.lower_ == "since" and t.i + 1 < len(doc) and doc[t.i + 1].tag_ in {"DT", "PRP$"}
        and not any(i > t.i for i in told.finites) and t.dep_ == "mark"
        and not told.doc[t.i + 1 : t.i + 4].text.endswith(("start", "beginning", "end"))
        for t in doc
    )  # fmt: skip


def _has_idle_it(told: Telling) -> bool:
    """Whether `it` is something in what somebody says, which may as well be what the sentence before tells of."""
    return any(
        t.lower_ == "it" and t.dep_.startswith("nsubj") and t.head.dep_ == "ccomp"
        and (any(c.dep_ == "cop" for c in t.head.children) or _would_only(told, t.head))
        for t in told.tokens
    )  # fmt: skip


_ON_CONDITION = re.compile(r"\b(?:if|unless|should|were|without|once|provided)\b", re.IGNORECASE)


def _would_only(told: Telling, verb: Token) -> bool:
    """Whether what is thought would come has its condition elsewhere: `thinks that it | would lift output`."""
    would = any(c.lower_ == "would" for c in verb.children)
    return would and verb.head.tag_ in {"VBZ", "VBP"} and _ON_CONDITION.search(told.text) is None
