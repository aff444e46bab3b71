"""Words of a sentence made to stand alone: pronouns and definites named by closed rules, or refused."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.language.names import Name, Sort, within
from trainer.language.reading import Line, Reading, state_of

_INSTITUTIONS = frozenset({
    "government", "junta", "army", "military", "parliament", "authorities", "president", "constitution",
    "cabinet", "opposition", "legislature", "capital", "economy", "currency", "police", "navy", "ministry",
    "embassy",
})  # fmt: skip
_RULING = frozenset({"military", "ruling", "transitional", "interim", "civilian"})
_STANDING = frozenset({
    "ground", "world", "public", "internet", "air", "sea", "border", "past", "future", "end", "rest", "number",
    "majority", "left", "right",
})  # fmt: skip
_POINTERS = frozenset({
    "this", "that", "these", "those", "such", "same", "former", "latter", "another", "other", "others", "here",
    "there", "today", "yesterday", "tomorrow", "ago", "respectively",
})  # fmt: skip
_SHORT_FORM = re.compile(r"\s\([A-Z][\w&.-]*[A-Z]\w*\)")
_REPORT = re.compile(r"\breport (?:on|into) (?:the )?[A-Z][\w'-]+(?: [a-z]+)?")
_FLEETING = frozenset({"recent", "current", "latest", "upcoming"})
_OWN = frozenset({"its", "their", "his", "her"})
_PERSONAL = frozenset({
    "he", "she", "it", "they", "him", "them", "we", "us", "our", "i", "you", "my", "your", "itself", "themselves",
    "himself", "herself", "one", "ones",
})  # fmt: skip


def standing_alone(reading: Reading, line: Line, start: int, end: int, *, owned: bool = False) -> str | None:
    """The characters as a question may say them, a year later; None if they lean on what the question lacks.

    `owned` allows `its` and `their`, where the subject that they point to stands in the same question.
    """
    span = line.sentence.doc.char_span(start, end, alignment_mode="expand")
    if span is None or any(quote in span.text for quote in '"“”'):
        return None
    changes: list[tuple[int, int, str]] = _shortenings(line, span)
    for token in span:
        if any(a <= token.idx < b for a, b, _ in changes):
            continue
        change = _change(reading, line, span, token, owned=owned)
        if change is None:
            return None
        changes += change
    text = _applied(line.plain, span.start_char, span.end_char, changes)
    for slip, meant in reading.repairs.items():
        text = re.sub(rf"\b{slip}\b", meant, text)
    return " ".join(_SHORT_FORM.sub("", text).split())


def _applied(text: str, start: int, end: int, changes: list[tuple[int, int, str]]) -> str:
    parts, at = [], start
    for a, b, words in sorted(changes):
        parts += [text[at:a], words]
        at = b
    return "".join([*parts, text[at:end]])


def _shortenings(line: Line, span: Span) -> list[tuple[int, int, str]]:
    """`the long name (SHORT)` becomes SHORT where the long name is very long, else the bracket goes."""
    changes = []
    for pair in line.acronyms:
        close = line.plain.find(")", pair.short_start) + 1
        if pair.start < span.start_char or close > span.end_char:
            continue
        if len(pair.name.split()) > 5:
            article = line.plain[: pair.start].lower().endswith("the ") and is_said_as_word(pair.short)
            changes.append((pair.start - 4 * article, close, pair.short))
        else:
            changes.append((pair.end, close, ""))
    return changes


def is_said_as_word(short: str) -> bool:
    """Whether an acronym is read as a word and takes no article: `MINUSMA`, `NATO`, but `the IMF`."""
    return len(short) >= 4 and bool(re.search(r"[AEIOU].*[AEIOU]", short))


def _change(
    reading: Reading, line: Line, span: Span, token: Token, *, owned: bool
) -> list[tuple[int, int, str]] | None:
    """What to put for one token: nothing, other words, or None for a reference that cannot be made good."""
    word = token.lower_
    if word in _PERSONAL and token.pos_ in {"PRON", "NOUN", "DET"}:
        return None
    if word in _OWN:
        return [] if owned else None
    if word in _FLEETING and token.dep_ == "amod" and token.i and token.nbor(-1).lower_ in {"the", "a"}:
        return _without(token)
    if word in {"this", "the"} and token.dep_ == "det":
        return _definite(reading, line, span, token)
    if word in _POINTERS and token.dep_ != "mark" and token.tag_ not in {"WDT", "IN"}:
        return None
    return []


def _without(fleeting: Token) -> list[tuple[int, int, str]]:
    """`the report` and `an Al Jazeera report` without their `recent`."""
    article, following = fleeting.nbor(-1), fleeting.nbor()
    end = fleeting.idx + len(fleeting)
    vowel = article.lower_ == "a" and following.text[:1] in "AEIOUaeio"
    return [(article.idx, end, f"{article.text}n" if vowel else article.text)]


def _definite(reading: Reading, line: Line, span: Span, article: Token) -> list[tuple[int, int, str]] | None:
    """A definite that names itself stays; one that a closed rule resolves is named; any other is refused."""
    noun, plain_article = article.head, article.lower_ == "the"
    itself = _is_named(line, article, noun) or _describes_itself(line, span, noun) or noun.lower_ in _STANDING
    if plain_article and itself:
        return []
    meant = named_event(reading, line) if noun.lower_ in gazetteer.words("crime_nouns") else None
    if plain_article and noun.lower_ == "mission":
        meant = _only_mission(reading, line)
    if plain_article and noun.lower_ == "report":
        meant = _report_before(reading, line)
    if meant is not None:
        return [(article.idx, noun.idx + len(noun), meant)]
    return _of_state(reading, line, article) if plain_article else None


def _of_state(reading: Reading, line: Line, article: Token) -> list[tuple[int, int, str]] | None:
    """`the country` and `the junta` with the state that they belong to."""
    noun, state = article.head, state_before(reading, line, article.idx)
    if state is not None and noun.lower_ == "country":
        return [(article.idx, noun.idx + len(noun), state.with_article)]
    ruling = all(token.lower_ in _RULING for token in noun.doc[article.i + 1 : noun.i])
    if state is not None and ruling and noun.lower_ in _INSTITUTIONS:
        return [(article.idx, article.idx + len(article), f"{state.with_article}'s")]
    return None


def _is_named(line: Line, article: Token, noun: Token) -> bool:
    """Whether the noun is a name itself, or a name stands before it: `the Wagner Group`, `the Moura massacre`."""
    inside = within(line.names, article.idx, noun.idx + len(noun))
    return any(name.end == noun.idx + len(noun) for name in inside) or any(
        name.sort not in {Sort.PEOPLE, Sort.TERM} or noun.lower_ in _INSTITUTIONS | gazetteer.words("event_nouns")
        for name in inside
    )


def _describes_itself(line: Line, span: Span, noun: Token) -> bool:
    """Whether words behind the noun, inside the span, say which one: an `of`, or a place or name behind it."""
    for child in noun.children:
        if child.i > noun.i and child.right_edge.i < span.end and child.dep_.split(":")[0] in {"nmod", "acl", "appos"}:
            by_of = any(case.lower_ in {"of", "between", "for", "to"} for case in child.children if case.dep_ == "case")
            named = within(line.names, child.left_edge.idx, child.right_edge.idx + len(child.right_edge))
            if by_of or named or child.dep_ == "acl":
                return True
    superlative = any(
        child.tag_ in {"JJS", "RBS"} or child.lower_ in {"first", "only", "last"} for child in noun.children
    )
    return superlative and any(child.dep_ == "nmod:poss" for child in noun.children)


def _report_before(reading: Reading, line: Line) -> str | None:
    """`the report on the Moura massacre`: the one that the sentence before names by its subject."""
    nearest = reading.before(line)[:1]
    found = {match[0] for other in nearest for match in _REPORT.finditer(other.plain)}
    return f"the {found.pop()}" if len(found) == 1 else None


def _only_mission(reading: Reading, line: Line) -> str | None:
    """The one peacekeeping mission that the brief names, if it is named in this passage."""
    everywhere = {_short(n) for other in reading.lines for n in other.names if n.sort is Sort.MISSION}
    here = {_short(n) for other in (line, *reading.before(line)) for n in other.names if n.sort is Sort.MISSION}
    return everywhere.pop() if len(everywhere) == 1 and here else None


def _short(mission: Name) -> str:
    """The short form of a mission's name, where our table has it."""
    body = gazetteer.body_named(mission.text)
    return body.short if body is not None else mission.text


def state_before(reading: Reading, line: Line, start: int) -> State | None:
    """The state that `the country` means at this place: the only one in the nearest sentence that names one."""
    for other in (line, *reading.before(line)):
        inside = [n for n in other.names if other is not line or n.start < start]
        states = {state.name: state for name in inside if (state := state_of(name))}
        if states:
            state = next(iter(states.values()))
            return state if len(states) == 1 and reading.topic in {None, state} else None
    return reading.topic


def named_event(reading: Reading, line: Line) -> str | None:
    """`the Moura massacre`: the only crime with a name in the sentence before."""
    nearest = reading.before(line)[:1]
    nouns = "|".join(sorted(gazetteer.words("crime_nouns")))
    found = [
        match[0] for other in nearest for name in other.names
        if (match := re.compile(rf"{re.escape(name.text)} (?:{nouns})\b").search(other.plain, name.start))
    ]  # fmt: skip
    return f"the {found[0]}" if len(set(found)) == 1 else None
