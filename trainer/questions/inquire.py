"""Everything that a brief's sentences let one ask: for each answer the ways to ask it, the best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from trainer.cards.critique import MOST_WORDS
from trainer.cards.critique_leaning import AHEAD
from trainer.cards.leads import without_lead
from trainer.facts.calendar import calendar_of
from trainer.facts.clauses import statements_of
from trainer.facts.gaps import Gap, gaps
from trainer.facts.statement import Statement, is_plural
from trainer.facts.telling import Telling
from trainer.facts.tellings import tell
from trainer.language import gazetteer
from trainer.language.names import Sort
from trainer.language.reading import Line, Reading
from trainer.questions.ask import Asked, ask
from trainer.questions.cloze import ENTRY, cloze, tells_of_now
from trainer.questions.dated import carried_day, with_day
from trainer.questions.definitions import definitions
from trainer.questions.draft import Draft
from trainer.questions.fields import fields
from trainer.questions.framing import Frame, located, says_topic, set_behind
from trainer.questions.in_context import Said, is_bare, names_nothing, said_before
from trainer.questions.lacking import lacks_object, lacks_whole
from trainer.questions.moods import MAIN_CLAUSE
from trainer.questions.objects import objects
from trainer.questions.placed import is_placed, is_placed_by_topic
from trainer.questions.question_words import IS_FAMILY
from trainer.questions.reasons import reasons
from trainer.questions.roles import roles
from trainer.questions.saying import Voice
from trainer.questions.subjects import subjects
from trainer.questions.things import things
from trainer.questions.tuples import as_of, fact_of, sentence_of
from trainer.questions.whole_lists import whole_lists
from trainer.text import fold
from trainer.values.dates import MONTHS
from trainer.values.names import content_words
from trainer.values.surnames import without_article

Ways = Iterable[Draft]
"""Drafts that ask for the same answer, the best first; made only as far as they are looked at."""


def inquiries(reading: Reading, frame: Frame) -> Iterator[Ways]:
    """For each date, number, name, reason and object of each sentence, the ways to ask for it."""
    voice = Voice(reading, calendar_of(reading.lines, reading.brief.date, reading.brief.month, reading.brief.title))
    told = tell(reading.lines)
    yield from roles(reading, frame)
    yield from fields(reading, frame)
    for n, line in enumerate(reading.lines):
        if _is_scenario(reading.lines, n):
            continue
        own = told[n][:1] if _IN_A_ROW.search(line.plain) else told[n]
        pairs = sorted((pair for telling in own for pair in _readings(telling)), key=_worth)
        said = said_before(voice, frame, told, n)
        for gap in gaps(reading, line, voice.calendar):
            if gap.time is None or not line.plain.startswith("'s", gap.end):  # `Sunday's vote`: no question parts them
                yield _for_gap(voice, frame, pairs, gap, said)
        yield from reasons(voice, frame, pairs)
        yield from objects(voice, frame, line, pairs)
        yield from subjects(voice, frame, line, pairs)
        yield from whole_lists(voice, frame, line, pairs)
        yield from things(voice, frame, line, pairs)
        yield from definitions(voice, frame, line, pairs)


_CHANCE = re.compile(r" \(\d{1,2}(?:%| per ?cent)\)[.:]?$")
"""How likely it is, right behind what may come: `The Front keeps its majority (65%).`"""


def _is_scenario(lines: Sequence[Line], n: int) -> bool:
    """Whether the paragraph of a line opens with what may come and in brackets how likely it is: none of it is so."""
    first = next(k for k in range(n + 1) if lines[k].sentence.passage == lines[n].sentence.passage)
    doc = lines[first].sentence.doc
    return _CHANCE.search(lines[first].plain) is not None and not any(t.tag_ == "VBD" for t in doc)


_IN_A_ROW = re.compile(rf", (?:the )?[A-Z][\w'-]+ (?:on|in|by) (?:\d|early|mid|late|{'|'.join(MONTHS[1:])})")
"""`Aleppo fell within days, Hama on 5 December`: clauses that lack their verb, which only the whole sentence tells."""
_SET_BESIDE = re.compile(
    r"\b(?P<word>(?!(?:go|mov|com)(?:e|es|ed|ing|ne)? |(?:went|came|ticked|edged|inched|crept|drifted|slid|brought"
    r"|driven|cut|pushed) )[\w%]+) "
    r"(?=(?:up|down) from (?:(?:about|almost|around|just|nearly|only|roughly|some) )?[$€£]?\d)"
)
"""Before the figure that another one is set beside: `by 3 percent, up from 2`."""
MOST_OF_BOTH = 45
"""Words of two sentences of which the second could stand alone."""
_IN_PRISON = re.compile(r"(?P<many>[Tt]o how many (?:years|months))(?P<rest> .*?) in prison\b")
"""What the years are that somebody was sentenced to, lost at the end of the question."""
_Pair = tuple[Telling, Statement | None]
_Way = Callable[[Voice, Frame, Telling, Statement | None, Gap], Asked | None]


def _readings(told: Telling) -> list[_Pair]:
    """A telling with each statement that it is read as; with None where it is none."""
    return [(told, statement) for statement in statements_of(told) or (None,)]


def _worth(pair: _Pair) -> tuple[int, int, int]:
    """Short tellings first; behind those that needed no word put in those that did; what is no plain statement last."""
    told, statement = pair
    return statement is None, told.way.count("participle"), len(told.places)


def _for_gap(
    voice: Voice, frame: Frame, pairs: Sequence[_Pair], whole: Gap, said: Said
) -> Iterator[Draft]:  # fmt: skip
    holding = [
        (pair, gap) for pair in pairs if (gap := _held(pair[0], whole)) is not None and _is_told_when(frame, pair[0])
    ]
    holding.sort(key=lambda held: held[1] is not whole)
    open_ = [held for held in holding if said.leans(voice, held[0][0])]
    closed = [held for held in holding if held not in open_]
    bare: list[Draft] = []
    yield from _not_bare(frame, _by_way(voice, frame, closed, _asked), bare)
    yield from _well_placed(voice, frame, closed, said)
    yield from _not_bare(frame, _by_way(replace(voice, before=said.label), frame, closed, cloze), bare)
    nameless = any(names_nothing(frame, told, gap) for (told, _), gap in open_)
    yield from _behind(voice, frame, holding, said, bare=bool(bare) or nameless)
    yield from bare
    for way in (_asked, cloze):
        yield from _by_way(voice, frame, open_, way)
    if frame.topic:
        for way in (_asked, cloze):
            led = _by_way(replace(voice, led=True), frame, holding, way)
            yield from (draft for draft in led if says_topic(frame, draft.question))
    yield from _further_behind(voice, frame, holding, said)
    yield from _as_written(voice, frame, holding, said)


def _is_told_when(frame: Frame, told: Telling) -> bool:
    """Whether a reader learns when it was so: by the month of the brief, or by a date in what tells of now."""
    dated = any(told.tokens_of(date.start, date.end) for date in told.line.dates)
    return frame.month is not None or dated or not (tells_of_now(told) or _AHEAD.search(told.text))


_AHEAD = re.compile(r"\b(?:will|may|can|cannot|must|would like)\b")
"""What is so, or to come, on the day of the brief."""


def _further_behind(
    voice: Voice, frame: Frame, holding: Sequence[tuple[_Pair, Gap]], said: Said
) -> Iterator[Draft]:  # fmt: skip
    """The question, and the words with a gap, behind the sentence before theirs, and behind the two."""
    main = [held for held in holding if held[0][0].source is None and MAIN_CLAUSE.fullmatch(held[0][0].way)]
    for before in said.further():
        behind = replace(voice, before=before)
        for way in (_asked_behind, cloze):
            for (told, statement), gap in main:
                asked = way(behind, frame, told, statement, gap)
                if asked is not None:
                    yield _draft(behind, frame, (told, statement), gap, asked)


def _as_written(
    voice: Voice, frame: Frame, holding: Sequence[tuple[_Pair, Gap]], said: Said
) -> Iterator[Draft]:  # fmt: skip
    """What only a noun with `the` keeps from being said, for nothing tells what it means: as the brief has it."""
    bold = replace(voice, led=bool(frame.topic), as_written=True)
    for way in (_asked, cloze):
        yield from _by_way(bold, frame, holding, way)
    yield from _further_behind(bold, frame, holding, said)


def _not_bare(frame: Frame, drafts: Iterable[Draft], bare: list[Draft]) -> Iterator[Draft]:
    """The drafts that name something; the others are put by in `bare`, to come behind all that do."""
    for draft in drafts:
        if is_bare(frame, draft.question):
            bare.append(draft)
        else:
            yield draft


def _well_placed(voice: Voice, frame: Frame, closed: Sequence[tuple[_Pair, Gap]], said: Said) -> Iterator[Draft]:
    """Gaps that could stand alone, behind the sentence before theirs: most readers keep those sooner."""
    if said.last is None or not said.anchored:
        return
    whole = [
        held for held in closed
        if MAIN_CLAUSE.fullmatch(held[0][0].way) and held[0][0].source is None
        and not ENTRY.match(held[0][0].line.plain)
    ]  # fmt: skip
    for draft in _by_way(replace(voice, before=said.last), frame, whole, cloze):
        if len(without_lead(draft.question).split()) <= MOST_OF_BOTH:
            yield draft


def _by_way(voice: Voice, frame: Frame, holding: Sequence[tuple[_Pair, Gap]], way: _Way) -> Iterator[Draft]:
    """Drafts by tellings that place their question themselves; then those that what the brief is about places."""
    loose = []
    for (told, statement), gap in holding:
        if told.spreads_source:
            continue
        asked = way(voice, frame, told, statement, gap)
        if asked is None:
            continue
        dated = _on_its_day(voice, frame, (told, statement), gap, asked)
        if dated is not None or is_placed(told, statement, gap, asked.question, frame):
            yield _draft(voice, frame, (told, statement), gap, dated or asked)
        elif is_placed_by_topic(told, statement, gap, asked.question, frame):
            loose.append(_with_its_day(voice, statement, _draft(voice, frame, (told, statement), gap, asked)))
    yield from loose


def _behind(
    voice: Voice, frame: Frame, holding: Sequence[tuple[_Pair, Gap]], said: Said, *, bare: bool
) -> Iterator[Draft]:  # fmt: skip
    """The words with a gap behind what goes before them: the first part of their sentence, or the one before."""
    for (told, statement), gap in holding:
        if told.source is not None or not MAIN_CLAUSE.fullmatch(told.way):
            continue
        lacking = lacks_whole(told) or (statement is not None and lacks_object(statement))
        for before in said.before(voice, told, bare=bare, lacking=lacking):
            behind = replace(voice, before=before)
            asked = cloze(behind, frame, told, statement, gap)
            if asked is not None:
                yield _draft(behind, frame, (told, statement), gap, asked)


def _held(told: Telling, gap: Gap) -> Gap | None:
    """The gap as a telling holds it: without a short form in brackets that it left out; None if it has lost it.

    `an oil slick that UKMTO measured` says too little of the slick to be asked by its words alone.
    """
    if not told.holds(*gap.whole):
        return None
    if not gap.named or told.holds(gap.start, gap.end):
        return gap
    return None if told.way.endswith("relative that") else replace(gap, end=gap.named)


def _asked(voice: Voice, frame: Frame, told: Telling, statement: Statement | None, gap: Gap) -> Asked | None:
    asked = statement is not None and statement.told is told and not ENTRY.match(told.line.plain)
    if statement is None or not asked or (statement.verb is not None and told.places[statement.verb][0] == 0):
        return None  # `Opened in 2021 by the governor, who ...` is no clause
    return ask(voice, frame, statement, gap)


def _asked_behind(voice: Voice, frame: Frame, told: Telling, statement: Statement | None, gap: Gap) -> Asked | None:
    """The question behind the sentence before its own: `Floods hit Sud. How many people did they leave homeless?`."""
    asked, before = _asked(voice, frame, told, statement, gap), voice.before
    if asked is None or before is None:
        return None
    return replace(asked, question=set_behind(frame, asked.question, before.text, is_now=before.is_now))


def _on_its_day(voice: Voice, frame: Frame, pair: _Pair, gap: Gap, asked: Asked) -> Asked | None:
    """The question with the day that the rest of the sentence sets for it."""
    told, statement = pair
    when = carried_day(voice, told, statement) if statement is not None else None
    question = with_day(asked.question, when) if when is not None else None
    fits = question is not None and is_placed(told, statement, gap, question, frame)
    return replace(asked, question=question) if question is not None and fits else None


def _with_its_day(voice: Voice, statement: Statement | None, draft: Draft) -> Draft:
    """The draft that opens with what the brief is about, with the day that the rest of the sentence sets for it."""
    when = carried_day(voice, statement.told, statement) if statement is not None else None
    question = with_day(draft.question, when) if when is not None else None
    return replace(draft, question=question) if question is not None else draft


def _draft(voice: Voice, frame: Frame, pair: _Pair, gap: Gap, asked: Asked) -> Draft:
    told, statement = pair
    line = told.line
    words = line.plain[gap.start : gap.end]
    answer = (
        gap.time.spoken if gap.time is not None else _in_full(voice.reading, line, gap, repaired(voice.reading, words))
    )
    answer, end = _by_letters(line, gap, answer)
    items = tuple(name.text for name in gap.items)
    times = (gap.time,) if gap.time is not None else ()
    fact = fact_of(voice, statement) if statement is not None else sentence_of(voice, told, gap)
    question = located(frame, _SET_BESIDE.sub(", ", asked.question), answer)
    if (
        voice.before is None
        and statement is not None
        and not any(t.text == "Smith" for t in told.doc[slice(*statement.subject.body)])
    ):
        owner = _owner(statement)
        question = _said_once(question, fact.subject.text, owner)
    if voice.before is None:
        question = _with_own_pronoun(voice.reading, told, question)
    question = _without_its_month(frame, _IN_PRISON.sub(r"\g<many> in prison\g<rest>", question), gap)
    question = _with_its_month(frame, question, gap)
    draft = Draft(fact, asked.kind, f"gap {gap.start}", question, answer, (gap.start, end))
    return replace(
        draft, sort=gap.sort, items=items, times=times, quantity=gap.number, counted=asked.counted,
        as_of=_as_of(voice, frame, (told, statement), gap, question), as_written=voice.as_written,
    )  # fmt: skip


def _by_letters(line: Line, gap: Gap, answer: str) -> tuple[str, int]:
    """A name too long to be typed by its letters, with where they end; any other answer with the end of its gap."""
    pair = next((one for one in line.acronyms if gap.named and one.start == gap.start), None)
    if pair is None or len(answer.split()) <= MOST_WORDS:
        return answer, gap.end
    return pair.short, pair.short_start + len(pair.short)


def _without_its_month(frame: Frame, question: str, gap: Gap) -> str:
    """The question as of the year of its brief, where its month would give the date away."""
    opening = frame.as_of.rstrip(", ")
    if not question.startswith(opening) or question.startswith(f"{opening}: As of "):
        return question
    return f"{_when(frame, gap)}{question.removeprefix(opening)}"


def _when(frame: Frame, gap: Gap) -> str:
    """`As of August 2010`; the year alone where a date of that month is asked for."""
    told = frame.month is not None and gap.time is not None and gap.time.month == frame.month.month and gap.time.month
    return f"As of {frame.iso[:4]}" if told else frame.as_of.rstrip(", ")


def _with_its_month(frame: Frame, question: str, gap: Gap) -> str:
    """The question of what is to come with as of when, where nothing in it says so: `As of August 2010, according to`.

    Unchanged where the year of the brief is what is asked for.
    """
    by_month = question.startswith(f"According to {frame.brief}")
    when = _when(frame, gap)
    said = (by_month and when == frame.as_of.rstrip(", ")) or not question.startswith("According to ")
    if frame.month is None or said or _SAID_THEN.match(question) or not AHEAD.search(question):
        return question
    question = question.replace(frame.brief, "the brief", 1) if by_month else question
    asked = gap.time is not None and not gap.time.month and gap.time.iso == frame.iso[:4]
    return question if asked else f"{when}, {question[:1].lower()}{question[1:]}"


_SAID_THEN = re.compile(r"According to [^,:]+ (?:on|in) [A-Z][a-z]+ (?:\d{1,2}, )?\d{4}[,:]")
"""Who said it, and when."""


def _as_of(voice: Voice, frame: Frame, pair: _Pair, gap: Gap, question: str) -> str:
    """When it held: the month of the brief where the question says so, whatever day stands in it."""
    return frame.iso if question.startswith("As of ") else as_of(voice, frame, *pair, gap)


def _owner(statement: Statement) -> str:
    """The possessive for the subject: `her` where the sentence says `she`."""
    word = statement.told.doc[statement.subject.first].lower_
    own = {token.lower_ for token in statement.told.doc if token.lower_ in {"his", "her", "its", "their"}}
    if fold(statement.told.doc[statement.subject.last - 1].text) in gazetteer.words("office_heads") and len(own) == 1:
        return own.pop()  # `The minister was cleared by his deputy`
    return {"he": "his", "she": "her"}.get(word, "their" if is_plural(statement, statement.subject) else "its")


def _said_once(question: str, subject: str, owner: str) -> str:
    """The question with `its` where it says its subject a second time as an owner: `restart its pipeline`."""
    first = question.find(subject)
    again = question.find(f"{subject}'s ", first + 1) if subject and first >= 0 else -1
    return question if again < 0 else f"{question[:again]}{owner}{question[again + len(subject) + 2 :]}"


def _with_own_pronoun(reading: Reading, told: Telling, question: str) -> str:
    """The question with the sentence's own `his` where it says a name a second time as an owner."""
    owners = {token.lower_ for token in told.doc if token.lower_ in {"his", "her", "its", "their"}}
    if len(owners) != 1 or "'s " not in question:
        return question
    for mention in reading.mentions.named[reading.mentions.number(told.line)]:
        said = mention.entity.said.removeprefix("the ")
        if f"{said}'s" not in told.line.plain:
            once = _said_once(question.replace(f" the {said}'s ", f" {said}'s "), said, *owners)
            question = once if f" {next(iter(owners))} " in once else question
    return question


def _in_full(reading: Reading, line: Line, gap: Gap, words: str) -> str:
    """A short name of a person or a body as the brief first gives it."""
    mention = (
        reading.mentions.at(reading.mentions.number(line), gap.start)
        if gap.sort is not None and not gap.items
        else None
    )
    if mention is None or (mention.start, mention.end) != (gap.start, gap.end) or IS_FAMILY.match(line.plain, gap.end):
        return words
    full = mention.entity.said.removeprefix("the ")
    family = without_article(full.split()[-1]) if mention.entity.sort is Sort.PERSON else ""
    return full if content_words(words) < content_words(full) or fold(words) == fold(family) else words


def repaired(reading: Reading, words: str) -> str:
    """An answer without the slip of an acronym that the brief spells right elsewhere."""
    for slip, meant in reading.repairs.items():
        words = re.sub(rf"\b{slip}\b", meant, words)
    return words
