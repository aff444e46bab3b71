"""`Why ...?` for each reason that a sentence gives in so many words: no order in time is taken for a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from trainer.cards.card import Kind
from trainer.facts.ahead import COMING
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement
from trainer.facts.syntax import has_finite
from trainer.facts.telling import Telling
from trainer.language.kinds import CLASS_NOUNS, INSTITUTIONS, PLURALS
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Line
from trainer.language.verbs import Tense, inflect, lemma_of
from trainer.questions.ask import finished
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, located
from trainer.questions.kept import kept_pronouns
from trainer.questions.moods import Mood, mood_of, tense_of
from trainer.questions.saying import Kept, Voice
from trainer.questions.tuples import as_of, fact_of, is_vague
from trainer.questions.turned import hangs_loose, rest_of, says_enough, turned

LONGEST_REASON = 14
"""Words of a reason that can be learned."""

_CAUSE = re.compile(
    r"(?:(?P<degree>reportedly|allegedly|mainly|partly|largely|chiefly|in part|primarily|mostly)\s)?"
    r"(?P<word>because of|because|due to|owing to|on account of|as a result of|thanks to|in response to"
    r"|in retaliation for|in protest (?:at|against|over)|on the grounds that|so that|since"
    r"|in exchange for|in return for|citing)\s",
    re.IGNORECASE,
)
_ASKED = {
    "in response to": "in response to what", "in retaliation for": "in retaliation for what",
    "on the grounds that": "on what grounds",
    "in exchange for": "in exchange for what", "in return for": "in return for what", "citing": "what reason",
}  # fmt: skip
"""How to ask where it is not `why`; `in protest at` keeps its own words."""
_KEPT_BEFORE = {"so that": "so that", "on the grounds that": "that"}
"""Words that the answer begins with."""
_CLAUSAL = frozenset({"because", "since", "so that", "on the grounds that"})
_TOLD_BY = re.compile(r"^,? ?(?P<who>(?:the |[A-Z])[\w' -]{2,40}) (?:said|says|argued|claimed|maintained), ")
_BEHIND = re.compile(r"right (?:because|since|that|so)(?:>(?:core|core and one|left|source|opener))*$")
"""Ways by which a telling is the clause behind a word that gives a cause."""
_AT_ONCE = re.compile(r"\b(?:this|that|these|those|which|who|whom)\b", re.IGNORECASE)
_JUDGED = re.compile(r"\b(?:likely|unlikely|possible|probable)\b")
"""What the brief thinks, and does not tell as a fact."""
_TIMES = frozenset({"day", "week", "month", "year", "quarter", "time", "date"})
_Pairs = Sequence[tuple[Telling, Statement | None]]


@dataclass(frozen=True, slots=True)
class _Cause:
    """A reason that a sentence gives."""

    word: str
    """What introduces it, in small letters."""
    degree: str
    """`mainly`, `partly`; empty if it is all of the reason."""
    told: Telling
    """Where its words stand."""
    first: int
    """Its first token."""
    last: int
    """One past its last."""
    slot: Slot | None = None
    """The slot of the clause that it fills, if it is told with it."""


def reasons(voice: Voice, frame: Frame, pairs: _Pairs) -> Iterator[tuple[Draft, ...]]:
    """For each reason the ways to ask for it, the shortest clause first."""
    found: dict[int, list[Draft]] = {}
    for told, statement in pairs:
        if statement is None or is_vague(statement) or _is_one_of_row(statement):
            continue
        if told.doc[statement.subject.last - 1].lower_ in _TIMES:
            continue
        parted = _parted(statement)
        for cause in (*_within(parted), *_behind(pairs, statement), *_before(pairs, statement)):
            draft = _asked(voice, frame, parted, cause)
            if draft is not None and draft.span is not None and told is statement.told:
                found.setdefault(draft.span[0], []).append(draft)
    for start in sorted(found):
        yield tuple(found[start])


_ORDINAL = re.compile(r"the (?:first|second|third|fourth|fifth|last|other|latter|former)", re.IGNORECASE)


def _is_one_of_row(statement: Statement) -> bool:
    """Whether who acts, or who says so, is only one of several that the sentence before tells of: `the first`."""
    doc, slots = statement.told.doc, (statement.subject, statement.speaker)
    return any(slot is not None and _ORDINAL.fullmatch(doc[slot.first : slot.last].text) for slot in slots)


_INSIDE = re.compile(r"\s(?=(?:mainly |partly )?(?:owing to|because of|because|on account of)\s)")


def _parted(statement: Statement) -> Statement:
    """The statement with a reason that hangs on to another slot in a slot of its own: `by two days | owing to rain`."""
    doc, tail = statement.told.doc, []
    for slot in statement.tail:
        text = doc[slot.first : slot.last].text
        match = None if _CAUSE.match(text) else _INSIDE.search(text)
        cut = match and next(t.i for t in doc[slot.first :] if t.idx >= doc[slot.first].idx + match.end())
        if not cut or slot.role == "fixed":
            tail.append(slot)
            continue
        tail += [replace(slot, last=cut), Slot(cut, slot.last, "detail")]
    return replace(statement, tail=tuple(tail))


def _within(statement: Statement) -> Iterator[_Cause]:
    """Reasons that are slots of the clause."""
    doc = statement.told.doc
    for slot in (*statement.tail, *statement.front):
        text = doc[slot.first : slot.last].text
        match = _CAUSE.match(text)
        if match and slot.role != "fixed":
            start = doc[slot.first].idx + match.end()
            first = next((t.i for t in doc[slot.first : slot.last] if t.idx >= start), slot.last)
            due = match["word"].lower() == "due to" and doc[first].lower_ in COMING | {"report"}
            if not due:
                yield _cause(match, statement.told, (first, slot.last), slot)


def _cause(match: re.Match[str], told: Telling, tokens: tuple[int, int], slot: Slot | None = None) -> _Cause:
    return _Cause(match["word"].lower(), (match["degree"] or "").lower(), told, *tokens, slot)


def _behind(pairs: _Pairs, statement: Statement) -> Iterator[_Cause]:
    """A reason that follows on the last word of the clause, told apart from it."""
    line, end = statement.told.line, max(place[1] for place in statement.told.places)
    match = re.compile(r"\s*,?\s*").match(line.plain, end)
    found = _CAUSE.match(line.plain, match.end()) if match else None
    if found is None:
        return
    for told, _ in pairs:
        at = next((n for n, place in enumerate(told.places) if place[0] == found.end()), None)
        if at is None or (found["word"].lower() in _CLAUSAL and not (at == 0 and _BEHIND.search(told.way))):
            continue
        yield _cause(found, told, (at, _phrase_end(told, at, clausal=found["word"].lower() in _CLAUSAL)))


def _phrase_end(told: Telling, at: int, *, clausal: bool) -> int:
    """Where a reason is over: with its telling, a phrase at a mark that is not between the members of a list."""
    doc = told.doc
    if clausal:
        return len(doc) - (doc[-1].text == ".")
    marks = (t.i for t in doc[at:] if t.text in {",", ";", ":", "."} and not told.is_listed(t.i))
    return next(marks, len(doc))


def _before(pairs: _Pairs, statement: Statement) -> Iterator[_Cause]:
    """`Because A, B`: the reason that opens the sentence, for the clause that follows on its comma."""
    line = statement.told.line
    start = statement.told.places[statement.subject.first][0]
    opened = re.match(r"(?P<word>because|since)\s", line.plain, re.IGNORECASE)
    if not opened or not line.plain[:start].rstrip().endswith(",") or statement.front:
        return
    whole = next((told for told, _ in pairs if told.way == "whole"), None)
    if whole is None:
        return
    last = next((n for n, place in enumerate(whole.places) if place[0] >= start), 0) - 1
    contrast = (t.i - 1 for t in whole.doc[:last] if t.lower_ in {"while", "whereas", "although"})
    last = next(contrast, last)
    temporal = opened["word"].lower() == "since" and _is_temporal(statement, whole.doc[1:last])
    if not temporal and last > 2 and has_finite(whole.doc, 1, last):
        yield _Cause("because", "", whole, 1, last)


def _is_temporal(statement: Statement, clause: Span) -> bool:
    """Whether `since` may say from when on: a perfect above a past."""
    perfect = tense_of(statement) is Tense.PERFECT or statement.finite.lower_ == "had"
    return perfect and any(t.tag_ == "VBD" for t in clause)


def _asked(voice: Voice, frame: Frame, statement: Statement, cause: _Cause) -> Draft | None:
    """The question for one reason; None unless it is short and both it and the clause can be said."""
    skipped = _skipped(statement, cause)
    if not _is_cause(statement, cause) or hangs_loose(statement, skipped) or not says_enough(statement, skipped):
        return None
    who, first = _told_by(cause)
    who = who or _source(voice, statement, cause)
    mood, answer = (
        mood_of(voice, frame, statement, None),
        _answer(voice, statement, cause, first, placed=bool(frame.place)),
    )
    if mood is None or answer is None or (who and mood.opening.lower().startswith("according")):
        return None
    words = f"why, {cause.degree}," if cause.degree else _ASKED.get(cause.word, "why")
    words = f"{cause.word} what" if cause.word.startswith("in protest") else words
    ask = _for_cited if cause.word == "citing" else turned
    body = ask(voice, statement, words, mood, skipped)
    if body is None:
        return None
    judged = mood.opening.startswith("As of") and _JUDGED.search(body)
    opening = f"According to {who}, " if who else f"According to {frame.brief}, " if judged else mood.opening
    places = cause.told.places[first : cause.last]
    span = (places[0][0], max(place[1] for place in places))
    if _is_one_of_two(statement.told.line, span) or _is_half(cause, span[1]):
        return None
    question = located(frame, finished(opening, body), answer)
    return Draft(fact_of(voice, statement), Kind.WHY, "why", question, answer, span,
                 as_of=as_of(voice, frame, statement.told, statement, None))  # fmt: skip


def _skipped(statement: Statement, cause: _Cause) -> tuple[Slot, ...]:
    """The slots of the clause that the reason fills."""
    if cause.slot is None:
        return ()
    return tuple(one for one in (*statement.tail, *statement.front) if cause.slot.first <= one.first < cause.slot.last)


def _is_cause(statement: Statement, cause: _Cause) -> bool:
    """Whether the words give a cause and no time: `since` behind a comma, with a clause of its own."""
    if cause.word != "since":
        return True
    doc = cause.told.doc
    line, start = cause.told.line, cause.told.places[cause.first][0]
    before = line.plain[:start].rstrip()[: -len("since")].rstrip()
    return (
        has_finite(doc, cause.first, cause.last)
        and before.endswith(",")
        and not _is_temporal(statement, doc[cause.first : cause.last])
        and not _is_dated(line, start, cause.told.places[cause.last - 1][1])
    )


_SECOND_REASON = re.compile(r",? (?:and|but also|and also|or) (?:partly |mainly |also )?(?:because|due to|owing to)\b")


def _is_one_of_two(line: Line, span: tuple[int, int]) -> bool:
    """Whether a second reason stands behind this one, or a first before it: alone neither is the answer."""
    before = re.search(
        r"\b(?:because|due to|owing to)\b.*\b(?:and|or) (?:\w+ )?$", _without_cause(line.plain[: span[0]])
    )
    return bool(_SECOND_REASON.match(line.plain, span[1]) or before)


def _is_half(cause: _Cause, end: int) -> bool:
    """Whether an `and` without a comma joins more to the reason: `because the army had fled | and Chad was shut`."""
    return cause.told.way.endswith(">left") and cause.told.line.plain.startswith((" and ", " or "), end)


def _without_cause(text: str) -> str:
    return re.sub(r"(?:because(?: of)?|due to|owing to) $", "", text)


def _is_dated(line: Line, start: int, end: int) -> bool:
    return any(start <= date.start < end for date in line.dates)


def _told_by(cause: _Cause) -> tuple[str, int]:
    """Who gives the reason, where the sentence breaks off to say so, and the first token behind that."""
    doc = cause.told.doc
    said = _TOLD_BY.match(doc[cause.first : cause.last].text)
    if said is None:
        return "", cause.first
    start = doc[cause.first].idx + said.end()
    places = [cause.told.places[t.i] for t in doc[cause.first : cause.last] if t.idx < start and t.is_alpha]
    words = cause.told.line.plain[places[0][0] : places[-2][1]]
    return words, next(t.i for t in doc[cause.first : cause.last] if t.idx >= start)


def _source(voice: Voice, statement: Statement, cause: _Cause) -> str:
    """Who answers for the reason alone, where that was set apart in its telling; empty if nobody does."""
    if cause.told.source is None or statement.told.source is not None:
        return ""
    return re.sub(r"^according to ", "", voice.source(cause.told) or "")


def _answer(voice: Voice, statement: Statement, cause: _Cause, first: int, *, placed: bool) -> str | None:
    """The reason in words that stand alone beside the question."""
    kept = kept_pronouns(voice, statement)
    if any(t.text == "," and not cause.told.is_listed(t.i) for t in cause.told.doc[first : cause.last]):
        return None
    said = _said(voice, cause, first, kept, placed=placed)
    if said is None and cause.word == "citing":
        said = _quoted(cause, first)
    if not said or _AT_ONCE.match(said) or said.endswith((" that", " of", " to")):
        return None
    if cause.word in _CLAUSAL and not has_finite(cause.told.doc, first, cause.last):
        return None
    text = f"{_KEPT_BEFORE.get(cause.word, '')} {said}".strip()
    return text if 1 < len(text.split()) <= LONGEST_REASON else None


def _said(voice: Voice, cause: _Cause, first: int, kept: Kept, *, placed: bool) -> str | None:
    """The words of a reason, the articles of plain nouns as they are: the question says what they go with.

    So do those of what a state has one of, where the brief is about one state (`placed`).
    """
    whole = voice.say(cause.told, first, cause.last, owned=True, kept=kept)
    if whole is not None:
        return whole
    doc, pieces, at = cause.told.doc, [], first
    returning = CLASS_NOUNS | PERSONS | INSTITUTIONS | PLURALS.keys()
    for token in doc[first : cause.last]:
        own = placed and token.head.lower_ in INSTITUTIONS
        if token.lower_ == "the" and (own or token.head.lower_ not in returning):
            pieces += [voice.say(cause.told, at, token.i, owned=True, kept=kept) if at < token.i else "", "the"]
            at = token.i + 1
    pieces.append(voice.say(cause.told, at, cause.last, owned=True, kept=kept))
    return None if None in pieces else " ".join(piece for piece in pieces if piece)


def _quoted(cause: _Cause, first: int) -> str | None:
    """A reason with words in quotation marks, as it stands, if it points to nothing."""
    start, end = cause.told.places[first][0], cause.told.places[cause.last - 1][1]
    words = cause.told.line.sentence.doc.text[start:end]
    pointing = re.search(r"\b(?:the|its|their|his|her|this|that|these|those|it|they)\b", words)
    return words.replace('"', "") if not pointing and words.count('"') % 2 == 0 else None


def _for_cited(voice: Voice, statement: Statement, words: str, mood: Mood, left_out: tuple[Slot, ...]) -> str | None:
    """`What reason did X give for cutting ...?`: only for what X did."""
    if statement.auxiliaries or statement.verb is None or mood.shifted:
        return None
    told = statement.told
    subject = voice.say(told, statement.subject.first, statement.subject.last, owned=False)
    rest = rest_of(voice, statement, left_out)
    doing = inflect(lemma_of(told.doc[statement.verb].text), "VBG")
    return f"{words} did {subject} give for {doing} {rest}" if subject and rest is not None else None
