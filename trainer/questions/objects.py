"""`What did X demand?`: objects, and what a preposition of the verb governs, in two to eight words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from trainer.cards.card import Kind
from trainer.facts.gaps import gaps
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement, has_stray_noun, is_denied
from trainer.facts.telling import Telling
from trainer.language import gazetteer
from trainer.language.names import PLACES, Sort
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Line
from trainer.language.tags import NOUNS
from trainer.language.verbs import Tense
from trainer.questions.ask import finished
from trainer.questions.askable import does_also
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, located
from trainer.questions.intents import ASKING, LONGEST_ANSWER, ORDERING
from trainer.questions.kept import kept_pronouns
from trainer.questions.moods import mood_of, tense_of
from trainer.questions.saying import Voice
from trainer.questions.tuples import as_of, fact_of, is_vague, told_span
from trainer.questions.turned import hangs_loose, is_counted, is_unbroken, marks_of, trimmed, turned
from trainer.questions.verb_forms import verb_group

_VAGUE = re.compile(
    r"\b(?:their|his|her|several|some|most|many|various|numerous|other|number|range|series|further|additional|it|them|such"
    r"|this|that|these|those|which|who|what|whether|how|part|parts|place|way|one|more|less|role|effect|thing|things|little"
    r"|much|outright|alone|only|first|time)\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"\s(?:at|within|as|after|before|through|under|over|since|during|until|despite|without)\s", re.IGNORECASE
)
"""What tells of the clause and not of its object."""
_EMPTY = frozenset({
    "cite", "mention", "call", "face", "have", "be", "make", "take", "do", "give", "get", "include", "see",
    "come", "go", "put", "say", "mean", "cause", "allow", "force", "let", "help", "enable", "lead", "remain",
    "become", "reach", "involve", "pose", "play", "carry", "bring", "need", "represent", "hold", "amount",
    "total", "number", "blame", "stand", "keep", "consider", "contain", "comprise",
})  # fmt: skip
"""Verbs whose object says little by itself."""
_OFTEN = frozenset({
    "announce", "launch", "declare", "win", "plan", "publish", "report", "open", "sign", "adopt", "send",
    "start", "begin", "use", "want", "seek", "support", "lose", "form", "offer", "provide", "receive", "claim",
    "join", "visit", "accept", "warn", "blame", "promise", "release", "add", "cut", "raise", "build", "create",
    "attack", "kill", "hit",
})  # fmt: skip
"""Verbs of what is done many times: the month of a brief alone does not say which time is meant."""
_OWN_VERBS = {
    "of": {"accuse", "convict", "consist", "suspect", "deprive", "strip"},
    "for": {"apply", "ask", "call", "provide", "campaign", "vote", "blame", "criticize", "criticise", "qualify"},
    "with": {"charge", "struggle", "equip", "replace", "comply", "threaten", "provide"},
    "from": {"suffer", "benefit", "profit", "recover", "bar", "exempt", "withdraw", "stem", "ban", "range"},
    "to": {"apply", "attribute", "respond", "belong", "move", "convert", "amount", "extend", "lead", "limit", "tie",
           "link", "oblige"},
    "on": {"depend", "rely", "focus", "agree", "blame", "concentrate", "insist", "vote"},
    "by": {"strike", "cause", "damage", "destroy", "justify", "trigger", "ram", "sink", "prompt", "drive", "hit",
           "power"},
    "into": {"turn", "convert", "divide", "develop"},
    "against": {"protect", "warn", "guard", "vaccinate", "develop"},
    "about": {"warn", "complain"},
    "through": {"own", "pass", "spread", "transmit"},
}  # fmt: skip
"""With which verbs a preposition goes, so that what it governs is worth asking."""
_MAKING = frozenset({
    "issue", "publish", "approve", "release", "submit", "conduct", "produce", "present", "deliver", "receive", "open",
    "launch", "announce", "write", "prepare", "file", "complete", "hold", "organize", "organise", "grant", "obtain",
})  # fmt: skip
"""Verbs that bring about one of many: what it was is worth asking only if it has a name or is told at length."""


def _is_any(answer: str) -> bool:
    """Whether the answer is one of many and says little of which: `a preliminary report`."""
    words = answer.split()
    return words[0].lower() in {"a", "an"} and len(words) <= 3 and not any(word[:1].isupper() for word in words)


_Pairs = Sequence[tuple[Telling, Statement | None]]


def objects(voice: Voice, frame: Frame, line: Line, pairs: _Pairs) -> Iterator[tuple[Draft, ...]]:
    """For each object and each thing meant to be done the ways to ask for it, the shortest clause first."""
    taken = [
        gap.whole for gap in gaps(voice.reading, line, voice.calendar) if gap.number is None or not gap.number.unit
    ]
    found: dict[tuple[str, int], list[Draft]] = {}
    for _, whole in pairs:
        statement = trimmed(whole) if whole is not None else None
        if statement is None or statement.verb is None or not _can_be_asked(statement):
            continue
        for draft in _of_slots(voice, frame, statement, taken):
            if draft.span is not None:
                found.setdefault((draft.direction.split()[1], draft.span[0]), []).append(draft)
    yield from (tuple(found[key]) for key in sorted(found))


def _can_be_asked(statement: Statement) -> bool:
    """Whether the subject is one thing without a date in it, and the clause says that something is so."""
    told, subject = statement.told, statement.subject
    tokens = (token for date in told.line.dates for token in told.tokens_of(date.start, date.end))
    dated = any(subject.first <= token.i < subject.last for token in tokens)
    doubted = any(told.doc[i].lower_ in _DOUBTING for i in statement.adverbs)
    doubted = doubted or has_stray_noun(statement) or does_also(statement)
    return not (dated or doubted or is_vague(statement) or is_denied(statement)) and is_unbroken(statement)


_DOUBTING = frozenset({
    "probably", "likely", "possibly", "perhaps", "reportedly", "allegedly", "apparently", "ostensibly",
})  # fmt: skip
"""Adverbs beside the verb that a turned question says badly."""


def _of_slots(voice: Voice, frame: Frame, statement: Statement, taken: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    for slot in statement.tail:
        if not _is_object(statement, slot) or hangs_loose(statement, (slot,)):
            continue
        span = told_span(statement.told, slot)
        if any(_fills(statement.told.line, span, name) for name in taken) or _is_for_others(statement.told.line, span):
            continue
        draft = _what(voice, frame, statement, slot)
        if draft is not None:
            yield draft


def _is_for_others(line: Line, span: tuple[int, int]) -> bool:
    """Whether a number, a date or a person stands in the answer, or only a place: these are asked for by their kind."""
    within = [name for name in line.names if span[0] <= name.start and name.end <= span[1]]
    counted = is_counted(line, *span)
    alone = any(_fills(line, span, (name.start, name.end)) and name.sort in PLACES | {Sort.PEOPLE} for name in within)
    return counted or alone or any(name.sort is Sort.PERSON for name in within) or gives_examples(line, span)


def gives_examples(line: Line, span: tuple[int, int]) -> bool:
    """Whether the sentence says that there is more of the kind: `among others`, or examples right behind."""
    behind = line.plain[span[1] :]
    return bool(_EXAMPLES.match(behind)) or bool(_AMONG.search(behind))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EXAMPLES = re.compile(r",? (?:including|such as|among them|for example|notably)\b")
_AMONG = re.compile(r"\bamong (?:many )?other")


def _is_object(statement: Statement, slot: Slot) -> bool:
    """Whether the slot is the object of a verb that says something, or goes with the verb by its preposition."""
    group = verb_group(statement)
    if slot.role == "object":
        return (
            group.lemma not in _EMPTY | (ASKING - ORDERING) and _is_next(statement, slot) and not _acts(statement, slot)
        )
    preposition = statement.told.doc[slot.first : slot.first + slot.preposition].text.lower()
    return slot.role == "detail" and group.lemma in _OWN_VERBS.get(preposition, set())


def _is_next(statement: Statement, slot: Slot) -> bool:
    """Whether the object belongs to the verb itself, or to an infinitive right behind it."""
    return all(other.role == "fixed" for other in statement.tail[: statement.tail.index(slot)])


def _acts(statement: Statement, slot: Slot) -> bool:
    """Whether an infinitive right behind the object says what it does: `wants the UN to fight`."""
    behind = statement.tail[statement.tail.index(slot) + 1 :]
    if not behind:
        return False
    doc, next_one = statement.told.doc, behind[0]
    return doc[next_one.first].tag_ in {"TO", "VB", "VBG"} or doc[next_one.body[0]].tag_ == "VBG"


def _fills(line: Line, span: tuple[int, int], gap: tuple[int, int]) -> bool:
    """Whether what is asked for anyway is all of the answer but an article or two."""
    rest = line.plain[span[0] : gap[0]] + line.plain[gap[1] : span[1]]
    return span[0] <= gap[0] and gap[1] <= span[1] and len(re.sub(r"\b(?:the|a|an|both|and)\b", "", rest).split()) == 0


def _what(voice: Voice, frame: Frame, statement: Statement, whole: Slot) -> Draft | None:
    told, slot = statement.told, _headed(statement, whole)
    span = told_span(told, slot)
    answer = voice.say(told, *slot.body, kept=kept_pronouns(voice, statement))
    mood = mood_of(voice, frame, statement, None)
    if mood is None or answer is None or not _is_answer(statement, slot, answer):
        return None
    if _goes_on(told.line, span):
        return None
    if slot.role == "object" and _is_any(answer) and verb_group(statement).lemma in _MAKING:
        return None
    preposition = told.doc[slot.first : slot.first + slot.preposition].text.lower()
    body = turned(voice, statement, f"{preposition} what".strip(), mood, (whole,))
    if body is None or not _is_framed(statement, whole):
        return None
    if not _YEAR.search(body):
        return None  # what somebody did at no stated time has many answers
    question = located(frame, finished(mood.opening, body), answer)
    return Draft(fact_of(voice, statement), Kind.WHAT, f"what {slot.role}", question, answer, span,
                 as_of=as_of(voice, frame, told, statement, None))  # fmt: skip


def _goes_on(line: Line, span: tuple[int, int]) -> bool:
    """Whether the sentence joins something to the answer that the slot has lost: `the A model | and the B model`."""
    joined = (token for token in line.sentence.doc if token.dep_ == "conj" and token.idx >= span[1])
    return any(span[0] <= token.head.idx < span[1] and token.tag_ in NOUNS for token in joined)


def _headed(statement: Statement, slot: Slot) -> Slot:
    """The slot without the clause that goes on about its noun: `a notice | that some took for a fake`."""
    doc = statement.told.doc
    cut = next(
        (t.i for t in doc[slot.body[0] + 2 : slot.last] if t.tag_ in {"WDT", "WP", "WP$"} or t.lower_ == "whose"),
        slot.last,
    )
    cut -= doc[cut - 1].tag_ == "IN" and cut < slot.last
    return replace(slot, last=cut - (doc[cut - 1].text == ","))


def _is_answer(statement: Statement, slot: Slot, answer: str) -> bool:
    """Whether the words are one specific thing: a noun phrase, short, without an adverbial of the clause in it."""
    head = statement.told.doc[slot.body[0] : slot.last]
    plain = all(t.tag_ not in {"VBD", "VBZ", "VBP", "MD", "TO", "VB", "WDT", "WP"} for t in head)
    return (
        plain
        and len(head) > 0
        and head[-1].tag_ in NOUNS
        and not is_person(head)
        and "," not in answer
        and not _ADVERBIAL.search(answer)
        and not _VAGUE.search(answer)
        and _says_something(answer)
        and not _OF_A_ROW.match(answer)
        and 1 < len(answer.split()) <= LONGEST_ANSWER
    )


_OF_A_ROW = re.compile(r"(?:its|the) (?:last|latest|next|second|third|own|final|remaining) [a-z]+$")
"""What only says which of many that the sentence before names: `its last batches`."""


def is_person(phrase: Span) -> bool:
    """Whether a noun phrase is about people, for whom one asks who."""
    head = next((t for t in phrase if not phrase.start <= t.head.i < phrase.end or t.head == t), phrase[-1])
    word = head.lower_
    known = PERSONS | {f"{one}s" for one in PERSONS} | gazetteer.words("office_heads") | _PEOPLE
    return word in known or (head.tag_ == "NNS" and word.endswith(("ers", "ors", "ists", "ians", "ants", "men", "ees")))


_PEOPLE = frozenset({
    "actors", "army", "authorities", "chief", "children", "crew", "deputies", "fighters", "forces", "gendarmes",
    "government", "hackers", "holders", "insurgents", "investigators", "junta", "lawmakers", "members", "men",
    "militants", "military", "officials", "operators", "peacekeepers", "people", "personnel", "police", "rebels",
    "regulators", "soldiers", "staff", "troops", "women",
})  # fmt: skip
"""Nouns for those who act, beside those for one person."""


def _says_something(answer: str) -> bool:
    """Whether an answer is more than `the results`: a name, or two words of meaning."""
    words = [word for word in answer.split() if word.lower() not in {"the", "a", "an", "of", "both", "and", "its"}]
    rare = not answer.startswith("the ") and len(words[0]) >= _LONG if words else False
    return len(words) > 1 or rare or any(word[:1].isupper() for word in words)


_LONG = 12
"""Letters of a word that is specific by itself: `prequalification`."""


def _is_framed(statement: Statement, slot: Slot) -> bool:
    """Whether something beside the subject says which of many doings is meant: a date, a name, another slot."""
    told = statement.told
    fixed = sum(bool(told.tokens_of(*mark)) and not _holds(told, slot, mark) for mark in marks_of(told.line))
    others = [other for other in statement.tail if other is not slot and other.role != "fixed"]
    telling = verb_group(statement).lemma not in _OFTEN
    return fixed > 1 or bool(others) or telling or tense_of(statement) is not Tense.PAST


def _holds(told: Telling, slot: Slot, mark: tuple[int, int]) -> bool:
    return any(slot.first <= token.i < slot.last for token in told.tokens_of(*mark))
