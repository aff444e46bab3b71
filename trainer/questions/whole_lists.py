"""Whole lists as one answer: the things that end a slot of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from trainer.cards.card import GAP, Kind
from trainer.facts.gaps import Gap, is_mixed
from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement, is_denied
from trainer.facts.telling import Telling
from trainer.language.names import PLACES
from trainer.language.reading import Line
from trainer.language.tags import NOUNS
from trainer.questions.cloze import cloze
from trainer.questions.draft import Draft
from trainer.questions.examples import MOST_ITEMS, beside, examples, namely
from trainer.questions.framing import Frame, located
from trainer.questions.objects import gives_examples, is_person
from trainer.questions.saying import Voice
from trainer.questions.tuples import as_of, fact_of, is_vague
from trainer.questions.turned import hangs_loose, is_counted, is_unbroken, trimmed
from trainer.questions.verb_forms import verb_group

LONGEST_ITEM = 5
"""Words of one item."""

_WORDS = ("", "", "two", "three", "four")
_INSIDE = NOUNS | {"DT", "JJ", "JJS", "HYPH", "VBN", "VBG", "POS", "PDT"}
_VAGUE = frozenset({
    "other", "others", "more", "several", "various", "many", "its", "their", "his", "her", "this", "that",
    "such", "some", "another", "these", "those", "both", "no", "any", "all",
})  # fmt: skip
_GIVING = frozenset({"including", "such as", "among them", "notably", "for example", "particularly", "especially"})
_ONE_THING = re.compile(
    r"(?:arms and ammunition|command and control|demand and supply|health and safety|law and order|oil and gas"
    r"|research and development|search and rescue|supply and demand|trial and error|water and sanitation)"
    r"(?: (?:efforts|operations|work))?",
    re.IGNORECASE,
)
"""Pairs of words for one thing."""
_BOUNDS = frozenset({"except", "between", "than", "like", "as", "either", "neither"})
"""Words before a list that make more of it than its members."""
_Pairs = Sequence[tuple[Telling, Statement | None]]
_Span = tuple[int, int]


def whole_lists(voice: Voice, frame: Frame, line: Line, pairs: _Pairs) -> Iterator[tuple[Draft, ...]]:
    """For each list of things the clause with it taken out; for each list of examples the question for them."""
    taken = [(one.start, one.end) for one in line.lists if one.noun]
    found: dict[_Span, list[Draft]] = {}
    for _, statement in pairs:
        for slot in statement.tail if statement is not None else ():
            draft = _gapped(voice, frame, trimmed(statement), slot, taken) if statement is not None else None
            if draft is not None and draft.span is not None:
                found.setdefault(draft.span, []).append(draft)
    yield from (tuple(found[span]) for span in sorted(found))
    for listed in (one for one in line.lists if one.noun and 1 < len(one.items) <= MOST_ITEMS):
        yield tuple(beside(voice, frame, pairs, listed))
        yield tuple(namely(voice, frame, line, listed))
        if listed.marker in _GIVING:
            yield tuple(examples(voice, frame, pairs, listed))


def _gapped(voice: Voice, frame: Frame, statement: Statement, slot: Slot, taken: Sequence[_Span]) -> Draft | None:
    """The clause with the list at the end of a slot taken out; None if there is none or it cannot be said."""
    told = statement.told
    items = list_at_end(told, slot) if slot.role != "fixed" and slot in statement.tail else []
    if not 1 < len(items) <= MOST_ITEMS or not _is_sound(statement):
        return None
    start, end = told.places[items[0].start][0], told.places[items[-1].end - 1][1]
    if (
        is_counted(told.line, start, end)
        or any(a < end and start < b for a, b in taken)
        or told.doc[items[0].start - 1].lower_ in _BOUNDS
    ):
        return None
    inside = [name for name in told.line.names if start <= name.start and name.end <= end]
    if is_mixed(inside) or gives_examples(told.line, (start, end)) or _ONE_THING.fullmatch(told.line.plain[start:end]):
        return None
    answer = voice.say(told, items[0].start, items[-1].end)
    asked = cloze(voice, frame, told, statement, Gap(start, end))
    if asked is None or answer is None:
        return None
    named = all(any(t.text in NAME_MASKS for t in item) for item in items)
    placed = named and len(inside) == len(items) and all(name.sort in PLACES and name.sure for name in inside)
    kind = "places" if placed else "names" if named else "groups of people" if all(map(is_person, items)) else "things"
    hint = f"{_WORDS[len(items)]} {kind}"
    question = located(frame, asked.question.replace(GAP, f"{GAP} ({hint})"), answer)
    return Draft(fact_of(voice, statement), Kind.CLOZE, f"list {start}", question, answer, (start, end),
                 as_of=as_of(voice, frame, told, statement, None))  # fmt: skip


def _is_sound(statement: Statement) -> bool:
    """Whether the clause can be told with a gap: whole, of one thing, not denied, with a verb that says something."""
    vague = is_vague(statement) or verb_group(statement).lemma in {"cite", "mention", "name", "include", "be"}
    return not (vague or is_denied(statement) or hangs_loose(statement)) and is_unbroken(statement)


def list_at_end(told: Telling, slot: Slot) -> list[Span]:
    """The members of a list of noun phrases with which a slot ends; empty if it ends with none that is certain."""
    doc, at = told.doc, slot.last
    items: list[Span] = []
    while at > slot.body[0]:
        first = at
        while first > slot.body[0] and doc[first - 1].tag_ in _INSIDE and doc[first - 1].lower_ not in _VAGUE:
            first -= 1
        if first == at:
            return []
        items.insert(0, doc[first:at])
        joint = _joint(doc[slot.body[0] : first], closing=len(items) == 1)
        if joint == 0:
            break
        at = first - joint
    return items if _is_list(items) else []


def _joint(before: Span, *, closing: bool) -> int:
    """How many tokens join a phrase to the one before it: `and` before the last, a comma before the others; else 0."""
    words = [token.lower_ for token in before[-2:]]
    if closing:
        return 2 if words == [",", "and"] else 1 if words[-1:] == ["and"] else 0
    return 1 if words[-1:] == [","] else 0


def _is_list(items: Sequence[Span]) -> bool:
    """Whether two phrases are alike enough to be two things, and no item is long or ends in no noun."""
    if any(len(item) > LONGEST_ITEM or item[-1].tag_ not in NOUNS for item in items) or items[0][0].tag_ == "VBG":
        return False
    if len(items) > 2:
        return True
    articles = {item[0].tag_ == "DT" or item[0].text in NAME_MASKS for item in items}
    tags = {item[-1].tag_ for item in items}
    return len(items) > 1 and len(articles) == 1 and (articles == {True} or len(tags) == 1)
