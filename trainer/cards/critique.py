"""The item-writing rules that a machine can check: each a card in, a reason or None out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from trainer.cards.card import GAP, Card, Kind
from trainer.cards.critique_ends import names_both_ends, tells_one_time
from trainer.cards.critique_leaning import names_what_goes_back, says_as_of_when, says_its_other_half
from trainer.cards.critique_pointing import points_at_nothing_unsaid
from trainer.cards.leads import parted, without_lead
from trainer.text import fold
from trainer.values.dates import MONTHS
from trainer.values.names import bare, content_words, stands_in
from trainer.values.quantities import HEDGES

MOST_WORDS = 8
"""In an answer that is not a list or a full name."""
MOST_WORDS_OF_REASON = 14
"""In an answer that says why, which is most often a clause."""
MOST_QUESTION_WORDS = 40
"""Beyond this a question is read twice."""
MOST_WORDS_BEHIND_OTHERS = 60
"""In a question or a sentence with a gap, with the one or two sentences before it that tell what it is about."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule that a card breaks."""

    rule: str
    """The rule's name."""
    reason: str
    """What is wrong, as a phrase."""


_UNITS = frozenset({
    "percent", "thousand", "million", "billion", "trillion", "dozen", "hundred", "dollars", "euros", "pounds",
    "years", "months", "weeks", "days", "hours", "tons", "tonnes", "miles", "kilometers", "kilometres", "doses",
    "people", "points", "troops", "cedis", "francs", "votes", "seats",
})  # fmt: skip
"""Words that say what is counted, and not how many."""
_PRONOUN = re.compile(
    r"\b(he|she|they|them|him|we|us|our|i|you|this|these|those(?! \w+(?:ing|ed)\b)|it)\b", re.IGNORECASE
)
_PERSONAL = frozenset({"he", "she", "they", "them", "him", "it"})
_NAMED_BEFORE = re.compile(r"(?<!^)\b(?!According|As\b)[A-Z][\w'’-]+|^[A-Z]\w+ [A-Z]|\[\.\.\.\]")
_OPENED = re.compile(
    r"^As of (?:[A-Z]\w+ )?\d{4}[,:]|\b[Aa]ccording to the (?:[A-Z]\w+ \d{4} )?brief(?: on [^:,]*)?[,:]"
    r"| cited in the brief on [^:,]*"
)
_HANDED_ON = re.compile(
    r"(?<=\bto )(?:buy|sell|take|make|help|join|leave|hold|keep|give|lend|pay|send|use|let)"
    r" (?:it|them|him|her)\b(?!self)"
)
"""A pronoun as the object of what the subject means to do, which is never the subject: `agreed to buy it`."""
_EMPTY_IT = re.compile(
    r"\bit (?:is|was|remains|remained|seems|appears)\b(?: [a-z]+){0,3} (?:that|whether|how|to)\b", re.IGNORECASE
)
"""An `it` that means nothing: `it is less likely that`."""
_OF_OTHERS = re.compile(
    r"(?:^|[:,] |\b(?:did|does|was|were|had|has|is|are|will|would|could|can) )(?:[Tt]he )?"
    r"(?:(?:[A-Z][\w'’.-]*|\[\.\.\.\]|\([a-z ]+\)|of|the)(?: |(?='s ))){1,7}"
    r"(?:(?!(?:the|an?|its|their|his|her|that|which|who|whom|when|after|before|because|as|and|but|if|what|how|than|of|for"
    r"|from|against|with|by|about|over|on|under|where|whether|while|not|until|thought|said)\b|\w+ing\b)"
    r"[a-z\d][\w-]* ){1,6}"
    r"(?:until \S+ to [a-z]+ )?(?:him|them|it)\b(?!self| (?:is|was|would|could|will|had|has|did)\b)"
)
"""A pronoun as the object of what the subject alone does, which is somebody else: `Chad went to see him`."""
_OWN_IT = re.compile(r"(?:did|does) it name\?$")
_DEFINITE = re.compile(
    r"\bthe (?:\w+ )?(mission|group|country|junta|government|company|ministry|attack|crime|report|attackers?"
    r"|agency|party|region|city"
    r"|regime|rebels|military|army|force|forces|actor|malware|vulnerability|flaw|campaign|incident|election|vote|measure|deal"
    r"|bank|commission|court|authorities|opposition|province|district|area|camp|same|latter|former)"
    r"(?=[?,.']|$|\s(?:was|were|had|did|has|have|is|are|and)\b)", re.IGNORECASE
)  # fmt: skip
_BARE_TITLE = re.compile(
    r"\bthe (?:Mission|Group|Council|Government|Ministry|Company|Agency|Bank|Party|Commission|Force|Report|Court)\b"
    r"(?! (?:of|for|in|on|to)\b| [A-Z])"
)
_NAMED_DEFINITE = re.compile(r"\bthe (?:[A-Z][\w'.-]*(?:\s[a-z]+)?\s?)+")
_LEANING = re.compile(
    r"\b(?:a (?:further|like|similar)|another|the (?:same|latter|former|other|matter|aforementioned))\b"
    r"|\bsimilar (?!to\b)[a-z]+(?! to\b)|\bby then\b|\bsince then\b"
    r"|\bcomparable (?!(?:in|to|with)\b)[a-z]+(?! (?:in|to|with)\b)"
    r"|\b(?:has|have) since (?![\dA-Z\[]|early|late|mid|the\b)"
    r"|\bnearby(?= (?:on|in|at|and|was|were|had|has|is)\b|[.,?])"
    r"|\bthe remaining\b|\bthat (?:figure|number|total|sum|amount|share|rate|level|decision)\b"
    r"|\bthe next [A-Z]|\bbefore\?$|\blikewise\b"
    r"|\bof (?:its|their|his|her) own\b|\btoo[.?,]|\blater (?:acknowledged|admitted|denied|confirmed|said|added)\b"
    r"|: (?:By contrast|Besides|Moreover|However)\b|, besides,|,? (?:by contrast|besides|moreover|however)\?$"
    r"|: (?:In exchange|In return|In turn|By comparison|As a result|Even so),"
    r"|: A (?:second|third|fourth)\b[, ](?!\w)|\bbrief(?: on [^:,]*)?: (?:It|They) (?!(?:is|was|remains|seems) )",
    re.IGNORECASE,
)
_BARE_DEFINITE = re.compile(
    r"\bthe (?:group|mission|country|junta|government|company|ministry|attackers?|agency|party|report|directive|order"
    r"|appeal)\b(?! (?:of|on|in|for|to|at|between|into|that|which|who|behind)\b(?! (?:\d|[A-Z][a-z]+ \d)))"
    , re.IGNORECASE
)  # fmt: skip
_RELATIVE = re.compile(
    r"\b(last|next|this|coming) (fortnight|week|month|year|night|quarter)\b"
    r"|\b(?:during|over|throughout) the (?:week|weekend|month|quarter)\b(?! (?:after|before|from|of|that|to|when)\b)"
    r"|\b(yesterday|today|tomorrow|recent|recently|ago|current(?![ -]account)|currently|still|now|upcoming)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARLESS = re.compile(
    rf"\b(?:{'|'.join(MONTHS[1:]).replace('May', r'(?:in|on|since|by|of) May')})\b"
    r"(?! \d{1,2}(?: (?:to|and) (?:[A-Z][a-z]+ )?\d{1,2})?,? (?:19|20)\d\d| (?:(?:to|and) [A-Z][a-z]+ )?(?:19|20)\d\d)"
)
_OPEN = re.compile(
    r"\b(could|would|might|may|should|if|unless|likely|possibly|probably|perhaps|ostensibly|apparently)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(likely|probably|possibly|perhaps|may|might|could|reportedly|allegedly|believed|suspected|appears?|appeared|seems?"
    r"|seemed|ostensibly|technically|apparently|preliminary|claimed|claims|implicated)\b", re.IGNORECASE
)  # fmt: skip
_MAY = re.compile(r"\b(?:(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|of|early|mid|late|\d{1,2}) )May\b|\bMay (?=\d)")
"""The month, where it is no modal."""
_JOINT = re.compile(
    r"; |, (?:and|but|although|though|while|because|so|as|since|when|which|where|after|before)\b"
    r"|,? (?:\w+edly|apparently|ostensibly|presumably|possibly|probably|perhaps)"
    r" (?=because\b|due to\b|over\b|owing to\b)"
)
_REPORTED = re.compile(r"\bthat\b")
_WH = re.compile(r"\b(who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_BROKEN = re.compile(
    r"\b(\w+) \1\b|\s,|\( | \)|[\"“”]{2}|\b(did|was|were|had) (did|was|were|had)\b"
    r"|\(\s*\)|[|•]|,\?|\b(?:and|or|of|the|a|in|to)\?$"
    r"|\b(?:in favou?r|on behalf|in charge|in place|in terms|in search)\?$",
    re.IGNORECASE,
)
_PLACED_TWICE = re.compile(r"\b(?:in|near|at) (?P<place>[A-Z][\w-]+)\b[^,.;]{0,40}\b(?:in|near|at) (?P=place)\b")
"""One place said twice: `the talks in Geneva open near Geneva`."""


def has_one_question(card: Card) -> str | None:
    """A cloze has one gap; any other card has a question word and ends in one question mark."""
    if card.kind is Kind.CLOZE:
        return None if card.question.count(GAP) == 1 else "a cloze needs exactly one gap"
    if not card.question.endswith("?") or card.question.count("?") != 1:
        return "no single question mark at the end"
    return None if _WH.search(card.question) else "no question word"


def reads_clean(card: Card) -> str | None:
    """No doubled word, stray comma or dangling small word."""
    found = _BROKEN.search(card.question) or _BROKEN.search(card.answer) or _PLACED_TWICE.search(card.question)
    if found:
        return f"broken words: {found[0].strip()!r}"
    open_ended = any(text.count("(") != text.count(")") for text in (card.question, card.answer))
    return "a bracket stands alone" if open_ended else None


def is_short(card: Card) -> str | None:
    """A short answer and a question that is read once."""
    most = MOST_WORDS_OF_REASON if card.kind is Kind.WHY else MOST_WORDS
    if card.kind not in {Kind.LIST, Kind.ACRONYM} and len(card.answer.split()) > most:
        return f"the answer has more than {most} words"
    most_words = MOST_WORDS_BEHIND_OTHERS if parted(card.question)[0] else MOST_QUESTION_WORDS
    return "the question is too long" if len(without_lead(card.question).split()) > most_words else None


def keeps_its_answer(card: Card) -> str | None:
    """No word that tells the answer stands in the question."""
    question, answer = bare(card.question.rstrip("?")), bare(card.answer)
    if stands_in(answer, question):
        return "the question holds the answer"
    if found := _MULTIPLIED.search(card.question):
        return f"{found[0]!r} tells how many there are of the one by the other"
    if card.kind is Kind.ACRONYM:
        return None
    telling = {word for word in content_words(card.answer) - _UNITS if not _is_class_word(word, card.question)}
    hints = content_words(" ".join(_HINT.findall(card.question)))
    said = content_words(_HINT.sub(" ", card.question)) if telling - hints else content_words(card.question)
    if not _YEAR.search(card.answer):
        said -= content_words(" ".join(_DAY.findall(card.question))) - content_words(_DAY.sub("", card.question))
    given = {word for word in telling & said if set(word) != {"0"}}
    if _YEAR.search(card.answer):
        given -= {word for word in given if word.isdigit()}
        given -= {word for word in given if not re.search(rf"{word} \d{{4}}", question)}
    return f"the question gives away {', '.join(sorted(given))!r}" if given else None


_MULTIPLIED = re.compile(
    r"\b(?:doubl|halv|tripl|trebl|quadrupl)\w+\b[^;]*\bfrom "
    r"(?:\[\.\.\.\](?: \w+){0,2} to \S*\w|\S*\w(?: \w+){0,2} to \[\.\.\.\])"
)
"""One of two numbers of which the question says how many times the other it is."""
_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS[1:])}) (\d{{1,2}})\b")
"""The day of a month, which tells nothing of a figure: `on June 5` beside `5 percent`."""
_HINT = re.compile(r"(?<=\[\.\.\.\]) \([a-z][a-z -]*\)")
"""What sort of thing a gap asks for: no more of the answer than `which group` gives."""


def without_hint(question: str) -> str:
    """The question without what stands in brackets behind its gap."""
    return _HINT.sub("", question)


def _is_class_word(word: str, question: str) -> bool:
    """Whether the question only uses the word to say what kind of thing is asked for: `which forces`."""
    asked = rf"\b(?i:which|what|whose|how many)(?: \w+)?(?: \w+)? {re.escape(word)}\b"
    return re.search(asked, question) is not None


def stands_alone(card: Card) -> str | None:
    """No pronoun without a name before it, and no definite that points outside the card."""
    if before := parted(card.question)[0]:
        card = replace(card, question=before.rstrip(), answer="", kind=Kind.CLOZE)
    question = _EMPTY_IT.sub("", re.sub(r"\bthis (?=brief)", "", _OWN_IT.sub("", card.question)))
    text = f"{question} {card.answer}"
    if found := _PRONOUN.search(re.sub(r"\b(?:US|IT|I)\b", "", text)):
        named = _NAMED_BEFORE.search(_OPENED.sub("", text[: found.start()]))
        if named is None or found[0].lower() not in _PERSONAL:
            return f"{found[0]!r} points outside the card"
    if found := _HANDED_ON.search(card.question):
        return f"{found[0]!r} is somebody that only the sentence before names"
    if found := _OF_OTHERS.search(_OPENED.sub("", card.question).strip()):
        return f"{found[0]!r} points to somebody that only the sentence before names"
    if found := _LEANING.search(card.question) or _LEANING.search(card.answer):
        return f"{found[0]!r} leans on something said before"
    unnamed = _NAMED_DEFINITE.sub("", text)
    definite = _BARE_DEFINITE.search(unnamed) or (_DEFINITE.search(unnamed) if card.kind is not Kind.CLOZE else None)
    if found := _BARE_TITLE.search(text) or definite:
        return f"{found[0]!r} does not say which"
    return None


def is_dated(card: Card) -> str | None:
    """No time that is counted from the day of the brief, no month or day without its year."""
    if found := _RELATIVE.search(f"{card.question} {card.answer}"):
        return f"{found[0]!r} is counted from the day of the brief"
    if found := _YEARLESS.search(card.question):
        return f"{found[0]!r} has no year"
    changing = re.search(r"\b(is|are|has|have)\b", card.question) and card.kind not in {Kind.ACRONYM, Kind.CLOZE}
    described = card.question.startswith("What kind of")
    return (
        "a changing state without its date" if changing and not described and not _YEAR.search(card.question) else None
    )


def is_asserted(card: Card) -> str | None:
    """No conditional and no modal told as a fact, unless the question says who holds it; a cloze may quote one."""
    if card.kind is Kind.CLOZE or re.match(r"(?:As of (?:[A-Z]\w+ )?\d{4}, a|A)ccording to\b", card.question):
        return None
    asked = parted(card.question)[1]
    found = _OPEN.search(re.sub(r"\b(?:in|by|since|of|on|until|late|early) May\b|\bMay \d", "", asked))
    return f"{found[0]!r} is no plain fact" if found else None


_LONGEST_FIRST = sorted(HEDGES, key=len, reverse=True)
"""`no fewer than` before `fewer than`."""
_HEDGED = re.compile(rf"\b(?P<hedge>{'|'.join(_LONGEST_FIRST)})(?: (?:us)?[$€£])?$")


def keeps_hedge(card: Card) -> str | None:
    """A number that the source hedges is hedged in question or answer."""
    if card.kind is not Kind.HOW_MANY or card.source is None or card.source.span is None:
        return None
    before = fold(card.source.sentence[: card.source.span[0]])
    found = _HEDGED.search(before)
    written = found["hedge"] if found else None
    if written is not None and HEDGES[written].removeprefix("an ") not in fold(f"{card.question} {card.answer}"):
        return f"the source says {written!r}"
    return None


def keeps_doubt(card: Card) -> str | None:
    """A word of doubt in the part of the sentence that the answer stands in is in question or answer too."""
    if card.source is None or card.kind in {Kind.ACRONYM, Kind.CLOZE}:
        return None
    said = fold(f"{card.question} {card.answer}")
    around = _MAY.sub("", _around(card.source.sentence, card.source.span))
    for found in _DOUBT.finditer(around):
        told = found[0].lower() in {"claimed", "claims"} and "according to" in said
        if fold(found[0])[:5] not in said and not told:
            return f"the source says {found[0].lower()!r}"
    return None


def _around(text: str, span: tuple[int, int] | None) -> str:
    """The part of a sentence, between its conjunctions, in which the span lies; all of it without a span."""
    if span is None:
        return text
    cuts = [0, *(match.start() for match in _JOINT.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= span[0])
    reported = [match.start() for match in _REPORTED.finditer(text)]
    return text[start : min(cut for cut in (*cuts, *reported) if cut >= span[1])]


_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
"""What a day of the calendar was made of."""


def is_supported(card: Card) -> str | None:
    """The span lies in the sentence and holds the answer, or what the answer was made of."""
    if card.source is None or card.source.span is None:
        return None
    start, end = card.source.span
    surface = card.source.sentence[start:end]
    if not 0 <= start < end <= len(card.source.sentence):
        return "the span lies outside the sentence"
    if (
        card.kind in {Kind.WHEN, Kind.HOW_MANY}
        or _WEEKDAY.fullmatch(surface)
        or content_words(card.answer) & content_words(surface)
    ):
        return None
    held = fold(card.answer) in fold(surface) or stands_in(fold(surface), fold(card.answer))
    return None if held else "the span does not hold the answer"


def has_sound_options(card: Card) -> str | None:
    """Two or three options, none of them the key, another key, or each other."""
    options = [bare(option) for option in card.distractors]
    if not options:
        return None
    keys = {bare(card.answer), *(bare(text) for text in card.accepted)}
    if not 2 <= len(options) <= 3 or len(set(options)) != len(options):
        return "two or three different options are needed"
    return "an option is right as well" if keys & set(options) else None


_RULER = re.compile(
    r"\b(?:Presidents?|Premiers?|Prime Ministers?|Chancellor|King|Queen|Pope) (?:\w+-elect )?\[\.\.\.\]"
    r"|\b(?:Presidents|Premiers|Prime Ministers) [A-Z][\w-]*(?: [A-Z][\w-]*)* and \[\.\.\.\]"
)
_CLASS_ASKED = re.compile(
    r"(?:\b[Ww]hich (?:[\w-]+ )*?(?P<noun>[a-z]{4,})|\[\.\.\.\] \((?:[\w-]+ )*(?P<hint>[a-z]{4,})\))"
    r" (?:was|were|is|are|had been) (?P<rest>[^,]+)[?.]$"
)
_ONE_ONLY = re.compile(r"\b(?:\w{3,}est|most|least|first|last|only|second|third)\b")


_HALVED = re.compile(r"\b[Tt]he (?:[a-z-]+ )*[a-z-]+[^s\W]s (?:are|were|remain) \[\.\.\.\]")
_HANGING = re.compile(
    r"^[^,]*, and (?:\[\.\.\.\](?: \([a-z ]+\))?|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
    r" (?:of|at|in|for) (?:the )?[A-Z][\w-]*\.$"
)


def is_whole(card: Card) -> str | None:
    """No pair of which one is left out, and no name left hanging at the end."""
    body = _DAY_AND_YEAR.sub(r"\1", without_lead(card.question))
    if card.kind is not Kind.CLOZE:
        return None
    if _HALVED.search(body) and not re.search(r",| and |s$", card.answer):
        return "one of several is said to be all of them"
    return "a name hangs at the end" if _HANGING.match(body.partition(": ")[2] or body) else None


_DAY_AND_YEAR = re.compile(r"(\b[A-Z][a-z]+ \d{1,2}), (?:19|20)\d\d")


_EMPTY_CLAUSE = re.compile(r"that (?:it|its|they|their|he|his|she|her) [a-z ]+ (?:its|their|his|her) own")
"""What is told of nothing but itself: `that its decision was its own`."""


def asks_for_something(card: Card) -> str | None:
    """No name that its title leaves nobody else for, and no `which body was the body`."""
    if _RULER.search(card.question):
        return "the office before the gap tells who it is"
    if card.kind is Kind.WHAT and _EMPTY_CLAUSE.fullmatch(card.answer):
        return "the answer says little without its sentence"
    found = _CLASS_ASKED.search(card.question)
    noun = (found["noun"] or found["hint"]) if found else ""
    if found and re.search(rf"\b{noun}\b", found["rest"]) and not _ONE_ONLY.search(found["rest"]):
        return f"the question says {noun!r} twice"
    return None


def names_its_subject(card: Card) -> str | None:
    """A name stands in the question, so that a year later it is still about somebody."""
    words = re.findall(r"(?<!^)(?<![.?] )\b[A-Z][\w'’-]+|\bal-[A-Z]\w+", card.question)
    named = [word for word in words if word not in MONTHS and not word.startswith("According")]
    return (
        None
        if named or card.kind is Kind.ACRONYM or re.match(r"[A-Z]{2,}|[A-Z]\w+'s", card.question)
        else "no name in the question"
    )


RULES: tuple[Callable[[Card], str | None], ...] = (
    has_one_question, reads_clean, is_short, keeps_its_answer, stands_alone, is_dated, is_asserted, keeps_hedge,
    keeps_doubt, is_supported, has_sound_options, names_its_subject, asks_for_something, is_whole,
    names_both_ends, tells_one_time, says_its_other_half, names_what_goes_back, says_as_of_when,
    points_at_nothing_unsaid,
)  # fmt: skip
"""Every rule, in the order in which a card is tried."""


def critique(card: Card) -> tuple[Breach, ...]:
    """The rules that a card breaks, in order; none for a card that may be kept."""
    return tuple(Breach(rule.__name__, reason) for rule in RULES if (reason := rule(card)) is not None)
