"""A name as a question says it: in full where a question bears that, with its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from trainer.language import gazetteer
from trainer.language.kinds import CLASS_NOUNS, WELL_KNOWN
from trainer.language.names import Name, Sort
from trainer.language.shortened import Heard
from trainer.text import fold

if TYPE_CHECKING:
    from trainer.language.reading import Line

_LONGEST = 5
_OFFICES = frozenset({
    "authority", "agency", "commission", "council", "committee", "ministry", "department", "bureau", "court", "office",
    "administration", "union", "organization", "organisation", "federation", "association", "assembly", "fund",
    "centre", "center", "directorate", "tribunal", "treasury", "secretariat", "senate", "board",
})  # fmt: skip


def said_in_full(
    members: Sequence[Heard], lines: Sequence[Line], sort: Sort, spelled: dict[str, str], own: set[str]
) -> str:
    """Its fullest form, or its acronym where that is what everyone says or the full form is long."""
    texts = sorted({one.name.text for one in members}, key=lambda text: (-len(text.split()), -len(text), text))
    if sort is Sort.PERSON:
        return next((text for text in texts if len(text.split()) <= 5), texts[0])
    if sort is Sort.STATE:
        return (
            f"the {texts[0]}"
            if gazetteer.takes_article(texts[0]) or _has_article(texts[0], members, lines)
            else texts[0]
        )
    shorts = [text for text in texts if text in WELL_KNOWN]
    text = shorts[0] if shorts else _spelled_out(members, lines, spelled)
    needed = text.rpartition(" ")[2] in _NEVER_BARE and " " in text
    return f"the {text}" if needed or _has_article(text, members, lines) or "ship" in own else text


_NEVER_BARE = frozenset({"Accord", "Act", "Agreement", "Bill", "Convention", "Corps", "Pact", "Protocol", "Treaty"})
"""Last words of names that take an article, even where the brief has an owner in its place."""


def _spelled_out(members: Sequence[Heard], lines: Sequence[Line], spelled: dict[str, str]) -> str:
    """The commonest form, or the fuller one that it is short for or that it abbreviates, if a question bears that."""
    texts = [one.name.text for one in members]
    most = max(texts.count(text) for text in texts)
    usual = next(text for text in texts if 2 * texts.count(text) >= most)
    usual = next((text for text in texts if _is_longer(text, usual)), usual)
    full = spelled.get(fold(usual), "") or _told_with_letters(usual, texts)
    if full and not all(_is_owned(one, lines) for one in members if one.name.text == full):
        usual = full if len(full.split()) <= _LONGEST else usual
    return usual


def _told_with_letters(usual: str, texts: Sequence[str]) -> str:
    """The full name behind letters that only this brief knows, in whatever language: `Danube Water Board` of DVT."""
    own = usual.isupper() and " " not in usual and usual not in gazetteer.bodies()
    return next((text for text in texts if " " in text), "") if own else ""


def _is_longer(text: str, usual: str) -> bool:
    """Whether a form begins like the usual one, or ends with it where that is a mere noun: `Grain Council`."""
    begins = fold(text).startswith(f"{fold(usual)} ")
    ends = fold(usual) in CLASS_NOUNS and fold(text).endswith(f" {fold(usual)}")
    return (begins or ends) and len(text.split()) <= _LONGEST


def _is_owned(one: Heard, lines: Sequence[Line]) -> bool:
    """`Türkiye's Disaster and Emergency Management Authority`: a name with its owner for an article."""
    return lines[one.line].plain[: one.name.start].endswith("'s ")


def _has_article(text: str, members: Sequence[Heard], lines: Sequence[Line]) -> bool:
    """Whether the brief says it with `the`, where the name heads its phrase."""
    same = [one for one in members if one.name.text == text and not _is_bracketed(one, lines)] or list(members)
    if text.lower().startswith("the "):
        return False
    said = next((one for one in same if _is_said_with_the(one, lines)), None)
    if said is not None:
        return not (text.isupper() and said.name.text != text and is_said_as_word(text))
    if _OF_WHAT.search(text) and any(_is_said_with_the(one, lines) for one in members if one.name.text.isupper()):
        return True  # `Centre for Statistics`, if its letters are `the NCS`
    return text.rsplit(maxsplit=1)[-1].islower() or (members[0].sort is Sort.BODY and _is_of_office(fold(text).split()))


_OF_WHAT = re.compile(r" (?:of|for) ")


def _is_said_with_the(one: Heard, lines: Sequence[Line]) -> bool:
    """Whether `the` stands right before the name, and goes with it."""
    line = lines[one.line]
    return line.plain[: one.name.start].lower().endswith("the ") and not is_modifier(line.sentence.doc, one.name)


def _is_bracketed(one: Heard, lines: Sequence[Line]) -> bool:
    """Whether it stands right behind a bracket, where no name has its article: `Court of Justice (ICJ)`."""
    return lines[one.line].plain[: one.name.start].endswith("(")


def _is_of_office(words: Sequence[str]) -> bool:
    """`Bureau of Industry and Security`, `Disaster Management Authority`: takes an article even where it has none."""
    of = len(words) > 2 and words[1] in {"of", "for"} and words[0] in _OFFICES
    return of or (len(words) > 1 and words[-1] in _OFFICES)


def is_said_as_word(short: str) -> bool:
    """Whether an acronym is read as a word and takes no article: `MINUSMA`, `NATO`, but `the IMF`."""
    return len(short) >= 4 and bool(re.search(r"[AEIOU].*[AEIOU]", short))


def is_modifier(doc: Doc, name: Name) -> bool:
    """Whether the name only modifies the noun behind it."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or span.end >= len(doc) or name.sort is Sort.PERSON:
        return False
    return span.root.dep_ in {"compound", "amod"} and span.root.head.i >= span.end and doc[span.end].text != ","
