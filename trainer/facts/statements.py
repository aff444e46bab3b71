"""Facts from clauses: who did what, to whom, where, when and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from trainer.facts.fact import Fact, Part, Role, Shape
from trainer.facts.parts import detail, part, segments
from trainer.facts.provenance import provenance
from trainer.facts.speakers import SAYING, speaker
from trainer.facts.subjects import subject_of
from trainer.facts.timing import date_of, dated
from trainer.language.clauses import FARTHEST, Clause, clauses
from trainer.language.reading import Line, Reading, state_of
from trainer.language.verbs import Tense

LONGEST = 45
"""Words of a sentence beyond which its parse is not trusted for whole clauses."""

_TELLING = frozenset({"tell", "inform", "remind", "assure", "urge"})
_CONDITIONS = frozenset({"if", "unless", "barring", "otherwise", "provided", "whether"})
_FRONT_LEFT_OUT = frozenset({"with", "in response to", "along with", "together with"})
_FRONT_KEPT = frozenset(
    {"in", "at", "on", "during", "after", "following", "under", "near", "across", "throughout", "between"}
)


def statements(reading: Reading, line: Line) -> Iterator[Fact]:
    """The clauses of a sentence that can be asked about; tangled sentences give none."""
    for clause in clauses(line.sentence.doc):
        if _is_trusted(line, clause):
            fact = _statement(reading, line, clause)
            if fact is not None:
                yield fact


def _is_trusted(line: Line, clause: Clause) -> bool:
    """Short sentence, no quotation, subject close to its verb; of a long sentence only its reported clauses."""
    words = len(line.sentence.doc)
    last = clause.tail[-1].i if clause.tail else clause.head.i
    if any(token.lower_ in _CONDITIONS for token in line.sentence.doc[: last + 4]):
        return False
    if '"' in line.plain or (words > LONGEST and clause.speech is None):
        return False
    near = min(clause.head.i - clause.subject.right_edge.i, clause.head.i - clause.subject.i - 2) <= FARTHEST
    return near or (clause.shared and clause.subject.tag_ in {"NNP", "NNPS"})


def _statement(reading: Reading, line: Line, clause: Clause) -> Fact | None:
    speech = speaker(reading, line, clause)
    subject = subject_of(reading, line, clause)
    details = [detail(reading, line, tokens, clause.head) for tokens in segments(line, clause.tail, clause.head)]
    fronted = _fronted(reading, line, clause)
    if speech is None or subject is None or fronted is None:
        return None
    object_ = _named_object(reading, line, clause) or next((d for d in details if d.role is Role.OBJECT), None)
    if clause.group.lemma == "be":
        object_, placed = _predicate(reading, line, clause)
        details += placed
    if any(_is_torn(line, piece) for piece in (subject, *details)):
        return None
    details += fronted
    topic = None if speech[0] else _topic_part(reading, line, [subject, *details, *([object_] if object_ else [])])
    details += [topic] if topic else []
    modality = "planned" if clause.group.tense is Tense.FUTURE else ""
    fact = Fact(Shape.CLAUSE, subject, provenance(line), clause.group, object_, tuple(details), modality=modality)
    fact = replace(fact, attribution=speech[0], attribution_time=speech[1])
    return _settled(dated(reading, line, clause, fact))


def _topic_part(reading: Reading, line: Line, parts: list[Part]) -> Part | None:
    """`in Egypt`, for a clause without a name in a sentence that leads to no other state."""
    states = {state.name for name in line.names if (state := state_of(name))}
    if reading.topic is None or not reading.titled or not states <= {reading.topic.name}:
        return None
    if any(part.named for part in parts):
        return None
    return Part(Role.DETAIL, reading.topic.with_article, "in", named=True)


def _settled(fact: Fact | None) -> Fact | None:
    """The fact, if every part that a question would say stands alone, and the verb has what it needs."""
    if fact is None or not all(d.text for d in fact.details) or (fact.object is not None and not fact.object.text):
        return None
    return fact if fact.subject.text and not _is_tangled(fact) else None


def _is_tangled(fact: Fact) -> bool:
    """Whether the parse cannot be right, or the clause says too little to be asked about."""
    if fact.predicate is None:
        return True
    lemma = fact.predicate.lemma
    says_nothing = lemma in _TELLING or (lemma in SAYING and fact.object is None)
    loose = [d for d in fact.details if not d.preposition and d is not fact.object and d.role is not Role.TIME]
    two_objects = fact.object is not None and fact.object in fact.details and bool(loose)
    agent = not fact.predicate.passive and any(d.preposition == "by" for d in fact.details)
    foretold = fact.predicate.tense is Tense.FUTURE and fact.time is None
    return says_nothing or two_objects or agent or foretold


def _is_torn(line: Line, piece: Part) -> bool:
    """Whether the cut went through a word with hyphens, or between an owner and what is owned."""
    start, end = piece.span
    before, after = line.plain[:start], line.plain[end:]
    return before.endswith(("-", "'s ")) or (after.startswith("-") and not after.startswith("- "))


def _predicate(reading: Reading, line: Line, clause: Clause) -> tuple[Part | None, list[Part]]:
    """What a copula says the subject is, up to the end of its own words; or where it says that the subject is."""
    doc, last, own = line.sentence.doc, clause.head.i, {"det", "nmod:poss", "amod", "compound", "nummod", "nmod"}
    cases = [c for c in clause.head.children if c.dep_ == "case" and c.i < last]
    if cases:
        preposition = " ".join(case.lower_ for case in cases)
        tokens = list(doc[cases[-1].i + 1 : last + 1])
        return None, [part(reading, line, tokens, Role.DETAIL, preposition=preposition)]
    before = [c.left_edge.i for c in clause.head.children if clause.subject.i < c.i < last and c.dep_ in own]
    first = min(before, default=last)
    return part(reading, line, list(doc[first : last + 1]), Role.COMPLEMENT), []


def _named_object(reading: Reading, line: Line, clause: Clause) -> Part | None:
    """`its own mission, Operation Barkhane`: the object with the name that follows it."""
    if not clause.tail:
        return None
    end = clause.tail[-1].idx + len(clause.tail[-1])
    name = next((n for n in line.names if line.plain[end : n.start] == ", " and n.sort.value == "operation"), None)
    objects = [c for c in clause.head.children if c.dep_ == "obj"]
    if name is None or not objects:
        return None
    tokens = [t for t in clause.tail if t.i >= objects[0].left_edge.i]
    whole = part(reading, line, tokens, Role.OBJECT, owned=True)
    return replace(whole, items=(name.text,), quantity_span=(name.start, name.end)) if whole.text else None


def _fronted(reading: Reading, line: Line, clause: Clause) -> list[Part] | None:
    """Fronted details that the question repeats behind the verb; None if one can neither be kept nor left out."""
    kept = []
    for token in clause.front:
        tokens = list(token.subtree)
        if date_of(line, tokens) or _speaks(tokens):
            continue
        found = detail(reading, line, tokens, clause.head)
        course = found.preposition == "over" and found.text.startswith("the course of")
        if course or found.preposition in _FRONT_LEFT_OUT:
            continue
        if found.preposition not in _FRONT_KEPT or not found.text or "," in found.text:
            return None
        kept.append(found)
    return kept


def _speaks(tokens: Sequence[Token]) -> bool:
    return [t.lower_ for t in tokens[:2]] == ["according", "to"]
