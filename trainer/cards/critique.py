"""The item-writing rules that a machine can check: each a card in, a reason or None out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from trainer.cards.card import GAP, Card, Kind
from trainer.text import fold
from trainer.values.dates import MONTHS
from trainer.values.names import bare, content_words
from trainer.values.quantities import HEDGES

MOST_WORDS = 8
"""In an answer that is not a list or a full name."""
MOST_QUESTION_WORDS = 40
"""Beyond this a question is read twice."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule that a card breaks."""

    rule: str
    """The rule's name."""
    reason: str
    """What is wrong, as a phrase."""


_PRONOUN = re.compile(r"\b(he|she|they|them|him|we|us|our|i|you|this|these|those|it)\b", re.IGNORECASE)
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
_LEANING = re.compile(r"\b(?:a further|another|the (?:same|latter|former|other))\b", re.IGNORECASE)
_BARE_DEFINITE = re.compile(
    r"\bthe (?:group|mission|country|junta|government|company|ministry|attackers?|agency|party|report|directive|order"
    r"|appeal)\b(?! (?:of|on|in|for|to|at|between|into)\b)", re.IGNORECASE
)  # fmt: skip
_RELATIVE = re.compile(
    r"\b(last|next|this) (week|month|year|night|quarter)\b"
    r"|\b(yesterday|today|tomorrow|recent|recently|ago|current|currently|still|now|upcoming)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARLESS = re.compile(
    rf"\b(?:{'|'.join(MONTHS[1:]).replace('May', r'(?:in|on|since|by|of) May')})\b"
    r"(?! \d{1,2},? (?:19|20)\d\d| (?:19|20)\d\d)"
)
_OPEN = re.compile(
    r"\b(could|would|might|may|should|if|unless|likely|possibly|probably|perhaps|ostensibly|apparently)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(likely|probably|possibly|perhaps|may|might|could|reportedly|allegedly|believed|suspected|appears?|appeared|seems?"
    r"|seemed|ostensibly|technically|apparently|preliminary|claimed|claims|implicated)\b", re.IGNORECASE
)  # fmt: skip
_JOINT = re.compile(r"[;,] (?:and|but|although|though|while|because|so|as|since|when|which|where|after|before)\b")
_REPORTED = re.compile(r"\bthat\b")
_WH = re.compile(r"\b(who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_BROKEN = re.compile(
    r"\b(\w+) \1\b|\s,|\( | \)|[\"“”]{2}|\b(did|was|were|had) (did|was|were|had)\b"
    r"|[|•]|,\?|\b(?:and|or|of|the|a|in|to)\?$",
    re.IGNORECASE,
)


def has_one_question(card: Card) -> str | None:
    """A cloze has one gap; any other card has a question word and ends in one question mark."""
    if card.kind is Kind.CLOZE:
        return None if card.question.count(GAP) == 1 else "a cloze needs exactly one gap"
    if not card.question.endswith("?") or card.question.count("?") != 1:
        return "no single question mark at the end"
    return None if _WH.search(card.question) else "no question word"


def reads_clean(card: Card) -> str | None:
    """No doubled word, stray comma or dangling small word."""
    found = _BROKEN.search(card.question) or _BROKEN.search(card.answer)
    return f"broken words: {found[0].strip()!r}" if found else None


def is_short(card: Card) -> str | None:
    """A short answer and a question that is read once."""
    if card.kind not in {Kind.LIST, Kind.ACRONYM} and len(card.answer.split()) > MOST_WORDS:
        return f"the answer has more than {MOST_WORDS} words"
    return "the question is too long" if len(card.question.split()) > MOST_QUESTION_WORDS else None


def keeps_its_answer(card: Card) -> str | None:
    """No word that tells the answer stands in the question."""
    question, answer = bare(card.question.rstrip("?")), bare(card.answer)
    if re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", question):
        return "the question holds the answer"
    if card.kind is Kind.ACRONYM:
        return None
    telling = {word for word in content_words(card.answer) if not _is_class_word(word, question)}
    given = {word for word in telling & content_words(card.question) if set(word) != {"0"}}
    if card.kind is Kind.WHEN:
        given -= {word for word in given if word.isdigit()}
        given -= {word for word in given if not re.search(rf"{word} \d{{4}}", question)}
    return f"the question gives away {', '.join(sorted(given))!r}" if given else None


def _is_class_word(word: str, question: str) -> bool:
    """Whether the question only uses the word to say what kind of thing is asked for: `which forces`."""
    return re.search(rf"\b(?:which|what|whose|how many)(?: \w+)?(?: \w+)? {re.escape(word)}\b", question) is not None


def stands_alone(card: Card) -> str | None:
    """No pronoun and no definite that points outside the card."""
    question = re.sub(r"\bthis (?=brief)", "", _OWN_IT.sub("", card.question))
    text = f"{question} {card.answer}"
    if found := _PRONOUN.search(re.sub(r"\b(?:US|IT|I)\b", "", text)):
        return f"{found[0]!r} points outside the card"
    if found := _LEANING.search(card.question):
        return f"{found[0]!r} leans on something said before"
    definite = _BARE_DEFINITE if card.kind is Kind.CLOZE else _DEFINITE
    if found := _BARE_TITLE.search(text) or definite.search(_NAMED_DEFINITE.sub("", text)):
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
    """No conditional and no modal told as a fact; a cloze has the sentence's own words."""
    if card.kind is Kind.CLOZE:
        return None
    found = _OPEN.search(re.sub(r"\b(?:in|by|since|of|on|until|late|early) May\b|\bMay \d", "", card.question))
    return f"{found[0]!r} is no plain fact" if found else None


def keeps_hedge(card: Card) -> str | None:
    """A number that the source hedges is hedged in question or answer."""
    if card.kind is not Kind.HOW_MANY or card.source is None or card.source.span is None:
        return None
    before = fold(card.source.sentence[: card.source.span[0]])
    for written, said in HEDGES.items():
        if re.search(rf"\b{written}(?: (?:us)?[$€£])?$", before) and said not in fold(f"{card.question} {card.answer}"):
            return f"the source says {written!r}"
    return None


def keeps_doubt(card: Card) -> str | None:
    """A word of doubt in the part of the sentence that the answer stands in is in question or answer too."""
    if card.source is None or card.kind in {Kind.ACRONYM, Kind.CLOZE}:
        return None
    said = fold(f"{card.question} {card.answer}")
    for found in _DOUBT.finditer(_around(card.source.sentence, card.source.span)):
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


def is_supported(card: Card) -> str | None:
    """The span lies in the sentence and holds the answer, or what the answer was made of."""
    if card.source is None or card.source.span is None:
        return None
    start, end = card.source.span
    surface = card.source.sentence[start:end]
    if not 0 <= start < end <= len(card.source.sentence):
        return "the span lies outside the sentence"
    if card.kind in {Kind.WHEN, Kind.HOW_MANY} or content_words(card.answer) & content_words(surface):
        return None
    return None if fold(card.answer) in fold(surface) else "the span does not hold the answer"


def has_sound_options(card: Card) -> str | None:
    """Two or three options, none of them the key, another key, or each other."""
    options = [bare(option) for option in card.distractors]
    if not options:
        return None
    keys = {bare(card.answer), *(bare(text) for text in card.accepted)}
    if not 2 <= len(options) <= 3 or len(set(options)) != len(options):
        return "two or three different options are needed"
    return "an option is right as well" if keys & set(options) else None


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
    keeps_doubt, is_supported, has_sound_options, names_its_subject,
)  # fmt: skip
"""Every rule, in the order in which a card is tried."""


def critique(card: Card) -> tuple[Breach, ...]:
    """The rules that a card breaks, in order; none for a card that may be kept."""
    return tuple(Breach(rule.__name__, reason) for rule in RULES if (reason := rule(card)) is not None)
