"""How a question refers to its brief: of when it is, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.briefs.brief import Brief
from trainer.language.gazetteer import State
from trainer.language.kinds import DISEASES
from trainer.questions.capitals import decapitalized
from trainer.values.dates import MONTHS, PartialDate, month_of
from trainer.values.names import content_words, stands_in

_WHERE = re.compile(r"(?<=\w) (?:in|at|near|off|around) (?P<place>(?:the )?[A-Z][^,]*)$")
"""Where it is, behind what a topic is about."""


@dataclass(frozen=True, slots=True)
class Frame:
    """When a brief was written and what it is about, in the words of a question."""

    month: PartialDate | None
    """The month of the brief; None for a brief of which not even that is known."""

    place: str = ""
    """The state in the title of the brief; empty if there is none."""
    people: str = ""
    """What belongs to that state is called: `Malian`; empty if there is none."""
    topic: str = ""
    """What the brief is about, in a phrase: `the Change Healthcare breach`; empty if its title does not say."""

    @property
    def speaks(self) -> bool:
        """Whether a question can say whose word it is: by the month of the brief, or by what it is about."""
        return bool(self.month or self.topic)

    @property
    def as_of(self) -> str:
        """`As of June 2023, `; of a brief without a date who says so, for nobody knows when."""
        return f"As of {self.month.spoken}, " if self.month else "According to the brief, "

    @property
    def brief(self) -> str:
        """`the June 2023 brief`; only for briefs with a date."""
        return f"the {self.month.spoken} brief" if self.month else "the brief"

    @property
    def is_narrow(self) -> bool:
        """Whether the brief is about something narrower than a state or a place, and its title says what."""
        return bool(self.topic) and self.topic != self.place and " " in self.topic.removeprefix("the ")

    @property
    def matter(self) -> str:
        """What the brief is about without where that is: `HIV`, for `HIV in Fiji`; all of a topic that has no where.

        >>> Frame(None, topic="HIV in Fiji").matter, Frame(None, topic="the Goma fire").matter
        ('HIV', 'the Goma fire')
        """
        return _WHERE.sub("", self.topic)

    @property
    def where(self) -> str:
        """Where that is: `Fiji`; empty if the topic does not say it behind its matter.

        >>> Frame(None, topic="HIV in Fiji").where, Frame(None, topic="Fiji").where
        ('Fiji', '')
        """
        behind = _WHERE.search(self.topic)
        return behind["place"] if behind is not None else ""

    @property
    def iso(self) -> str:
        """The month of the brief in ISO, empty without one."""
        return self.month.iso if self.month else ""


def frame_of(brief: Brief, state: State | None = None, topic: str = "") -> Frame:
    """How this brief is referred to."""
    month = month_of(brief.date) if brief.date else brief.month
    return Frame(month, state.with_article, state.demonym, topic) if state is not None else Frame(month, topic=topic)


def sentence(opening_words: str, body: str, mark: str = "?") -> str:
    """The opening and the body as one sentence: single spaces, a capital at the head, one mark at the end."""
    text = " ".join(f"{opening_words}{body}".split()).rstrip(" ?.,")
    return f"{text[:1].upper()}{text[1:]}{mark}"


_OPENING = re.compile(r"^(?:As of (?:[A-Z]\w+ )?\d{4}|According to the (?:[A-Z]\w+ \d{4} )?brief(?!'s))")


_WHOLE_OPENING = re.compile(
    rf"(?:{_OPENING.pattern})(?: on [^,:]+)?(?:, according to the brief(?: on [^,:]+)?)?(?=[,:])"
)
"""The same with what the brief is about."""


_JUDGED = re.compile(r"\b(?:un)?likely\b|\bwill probably\b")
"""What somebody judges, and no plain fact."""


def _of_disease(frame: Frame, question: str) -> str:
    """The question with the disease that the brief is about before its `cases`, if it names none."""
    named = any(re.search(rf"\b{re.escape(name)}\b", question, re.IGNORECASE) for name in DISEASES)
    if named or frame.matter not in DISEASES:
        return question
    return re.sub(r"\bcases\b", f"{frame.matter} cases", question, count=1)


_IN_A_DAY = re.compile(rf"\bin (?=(?:{'|'.join(MONTHS[1:])}) \d{{1,2}}, (?:19|20)\d\d)")
"""Before a day that stands for its morning: `in the early hours of 5 May`."""
_AUTHORS = re.compile(r"\b(?P<by>[Aa])ccording to the brief's authors\b")
"""What the authors say, the brief does."""


def located(frame: Frame, question: str, answer: str = "") -> str:
    """The question with what the brief is about.

    Not if the question says it, nor if it would give the answer away.
    """
    question = _IN_A_DAY.sub("on ", question)
    question = _of_disease(frame, _AUTHORS.sub(r"\g<by>ccording to the brief", question))
    opening = _OPENING.match(question)
    body = question[opening.end() :] if opening else question
    topic = _not_asked_for(frame, answer)
    if opening and opening[0] == "According to the brief" and frame.topic:
        return f"{opening[0]} on {topic or frame.topic}{body}"
    given = not topic or says_topic(frame, body)
    if opening and opening[0].startswith("As of") and _JUDGED.search(body) and "according to" not in body.lower():
        return f"{opening[0]}, according to the brief{'' if given else f' on {topic}'}{body}"
    return question if given else _about(topic, question, opening, body)


def _not_asked_for(frame: Frame, answer: str) -> str:
    """What the brief is about, or the half of it that does not give the answer away; empty if both would."""
    told = (frame.topic, frame.matter, frame.where)
    return next((words for words in told if words and not carried(words) & carried(answer)), "")


def carried(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, short names among them, in the singular: `HIV`.

    >>> sorted(carried("HIV cases in Fiji"))
    ['case', 'fiji', 'hiv']
    """
    short = re.findall(r"\b[A-Z][A-Z\d]+\b", text)
    return frozenset(word.removesuffix("s") for word in {*content_words(text), *(name.lower() for name in short)})


def says_topic(frame: Frame, question: str) -> bool:
    """Whether a question names what the brief is about: its state and its matter, else a name or a word of it.

    >>> says_topic(Frame(None, "Fiji", "Fijian", "HIV in Fiji"), "Who led the Fijian health ministry?")
    False
    """
    if stands_in(frame.topic.removeprefix("the "), question):
        return True
    forms = [form for form in (frame.place, frame.people) if form]
    if frame.place and any(stands_in(form, frame.topic) for form in forms):
        rest = carried(frame.topic) - carried(" ".join(forms))
        said = not rest or bool(rest & carried(question))
        return said and any(stands_in(form, question) for form in forms)
    names = carried(" ".join(re.findall(r"\b[A-Z][\w'-]*", frame.matter)))
    if not names and frame.where:
        return bool(carried(frame.where) & carried(question)) and bool(carried(frame.matter) & carried(question))
    return bool((names or carried(frame.topic)) & carried(question))


def told_in(place: str, question: str) -> str:
    """The question with the state that it tells of put first.

    >>> told_in("Chad", "As of May 2024, who led the vote?"), told_in("Chad", "Who led the vote?")
    ('As of May 2024, in Chad, who led the vote?', 'In Chad, who led the vote?')
    """
    opening = _WHOLE_OPENING.match(question)
    if opening is not None:
        rest = question[opening.end() :]
        return f"{opening[0]}, in {place}{rest}"
    return f"In {place}, {question if question.startswith('[') else decapitalized(question)}"


def set_behind(frame: Frame, question: str, before: str, *, is_now: bool) -> str:
    """The question behind what is said before it, which may tell of what is so now, under one opening.

    >>> set_behind(Frame(None), "According to the brief, how many fled?", "Floods hit Sud.", is_now=False)
    'According to the brief: Floods hit Sud. How many fled?'
    """
    opening = _OPENING.match(question)
    now = is_now or (opening is not None and opening[0].startswith("As of"))
    rest = question[opening.end() :].lstrip(", ") if opening is not None else question
    head = frame.as_of.rstrip(", ") if now and frame.month is not None else f"According to {frame.brief}"
    return f"{head}: {before} {rest[:1].upper()}{rest[1:]}"


_NAME = r"[^,:]+(?:(?:, [A-Z][\w-]+)+ and (?:[A-Z][\w-]+ ?)+(?=[,:]))?"
"""One who says so; a name may hold commas: `the Foreign, Commonwealth and Development Office`."""
_TOLD_BY = re.compile(rf"(?P<by>(?:, according|According) to {_NAME})(?=[,:] )")
"""Who says so, where a question has that already."""
_SAID_BY = re.compile(rf": According to (?P<who>{_NAME}), (?P<telling>.+)$")
"""The same behind an opening, where a telling with a gap follows."""


def _about(topic: str, question: str, opening: re.Match[str] | None, body: str) -> str:
    """The question with what the brief is about."""
    if opening and opening[0].endswith("brief"):
        return f"{opening[0]} on {topic}{body}"
    said_by = _SAID_BY.match(body)
    if opening and said_by:
        telling = f"{said_by['telling'][:1].upper()}{said_by['telling'][1:]}"
        return f"{opening[0]}, according to {said_by['who']} cited in the brief on {topic}: {telling}"
    told_by = _TOLD_BY.match(body)
    if told_by:
        words = f"{told_by['by']} cited in the brief on {topic}{body[told_by.end() :]}"
        return f"{opening[0] if opening else ''}{words}"
    if opening:
        return f"{opening[0]}, according to the brief on {topic}{body}"
    mark = ":" if "[" in question else ","
    return f"According to the brief on {topic}{mark} {question if mark == ':' else decapitalized(question)}"
