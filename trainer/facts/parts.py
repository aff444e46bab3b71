"""The arguments of a clause, each in words that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Token

from trainer.facts.fact import Part, Role
from trainer.language import gazetteer
from trainer.language.lists import NameList
from trainer.language.names import PLACES, Name, Sort, within
from trainer.language.numbers import NumberMention
from trainer.language.reading import Line, Reading
from trainer.language.reference import standing_alone
from trainer.values.dates import MONTHS

_IN = re.compile(r"\bin\s(?:the\s)?$")
_AT_TIME = re.compile(r"\b(?:in|on|since|by)\s$")
_LINKING = {"become", "remain", "stay", "be"}


def segments(line: Line, tail: Sequence[Token], head: Token) -> list[list[Token]]:
    """The tail cut where one argument of the predicate ends and the next begins.

    A date or a place at the end is an argument of its own, whatever noun the parser hangs it from; behind the noun of
    an event that is not itself the object, the date stays with the event.
    """
    own = {token.i: n for n, tokens in enumerate(_adjuncts(line, tail, head)) for token in tokens}
    return [
        list(group) for _, group in groupby(tail, key=lambda t: -own[t.i] - 1 if t.i in own else _argument(t, head).i)
    ]


def _adjuncts(line: Line, tail: Sequence[Token], head: Token) -> list[list[Token]]:
    """The dates of the tail, and the place that closes it before them, each with its preposition."""
    found, end = [], tail[-1].i + 1 if tail else 0
    for start_char, end_char, dated in reversed(_adjunct_spans(line)):
        span = line.sentence.doc.char_span(start_char, end_char)
        if span is None or span.end != end or span[0].i <= tail[0].i - 1 or span[0].i <= head.i:
            continue
        if span[0].i and (not dated or _belongs_to_verb(span[0].nbor(-1), span[-1], head)):
            found.append(list(span))
            end = span.start
    return found


def _adjunct_spans(line: Line) -> list[tuple[int, int, bool]]:
    """Characters of `in PLACE` and `in DATE`, and whether it is a date."""
    dates = [(m.start(), d.end, True) for d in line.dates if (m := _AT_TIME.search(line.plain[: d.start]))]
    lists = [(found.start, found.end) for found in line.lists if found.items[0].sort in PLACES]
    places = lists + [
        (n.start, n.end) for n in line.names if n.sort in PLACES and not any(a <= n.start < b for a, b in lists)
    ]
    located = [(match.start(), end, False) for start, end in places if (match := _IN.search(line.plain[:start]))]
    return sorted(dates + located)


def _belongs_to_verb(before: Token, date: Token, head: Token) -> bool:
    attached = head in {date.head, date.head.head}
    return attached or before.dep_ == "obj" or before.lower_ not in gazetteer.words("event_nouns")


def _argument(token: Token, head: Token) -> Token:
    """The child of the predicate, or of the adjective that completes it, under which a token stands."""
    tops = {head, *(c for c in head.children if c.dep_ == "xcomp" and head.lemma_.lower() in _LINKING)}
    while token.head not in tops and token.head != token:
        if token in tops:
            return token
        token = token.head
    return token


def detail(reading: Reading, line: Line, tokens: list[Token], head: Token) -> Part:
    """One argument behind the predicate, as object, complement or prepositional detail."""
    top = _argument(tokens[0], head)
    preposition, body = _preposition(tokens)
    objects = {"obj": Role.OBJECT, "xcomp": Role.COMPLEMENT}
    role = objects.get(top.dep_, Role.DETAIL) if not preposition else Role.DETAIL
    if top == head or (role is Role.OBJECT and any(token.tag_ in {"VB", "TO"} for token in tokens)):
        role = Role.COMPLEMENT
    return part(reading, line, body, role, preposition=preposition, owned=True)


def _preposition(tokens: list[Token]) -> tuple[str, list[Token]]:
    count = 0
    while count < len(tokens) - 1 and tokens[count].tag_ == "IN" and tokens[count].dep_ in {"case", "fixed", "mark"}:
        count += 1
    if (
        not count
        and tokens[0].lower_ in {"to", "following"}
        and tokens[0].dep_ in {"case", "acl", "advcl", "xcomp"}
        and len(tokens) > 1
    ):
        count = int(tokens[1].pos_ not in {"VERB", "AUX"})
    return " ".join(token.lower_ for token in tokens[:count]), tokens[count:]


def part(
    reading: Reading, line: Line, tokens: Sequence[Token], role: Role, *, preposition: str = "", owned: bool = False
) -> Part:
    """The tokens as a part, with what names, numbers and lists say of it; its text is empty if it leans on others."""
    start, end = _without_both(line, tokens[0].idx), tokens[-1].idx + len(tokens[-1])
    text = _mid_sentence(line, start, standing_alone(reading, line, start, end, owned=owned) or "")
    names, noun = within(line.names, start, end), _head_noun(tokens)
    listed = next(
        (found for found in line.lists if start <= found.start and found.end <= end and not found.marker), None
    )
    number = next((n for n in line.numbers if start <= n.hedge_start and n.end <= end), None)
    word, sort = _noun_word(noun, names, start, end), _sort_of(line, names, start, end)
    named = bool(names) or _has_capital(text)
    base = Part(role, text, preposition, (start, end), word, sort, _is_plural(noun, tokens), named=named)
    if listed is not None and end - listed.end <= 1:
        return _with_list(reading, line, base, listed)
    return _with_number(reading, line, base, number) if number is not None else base


def _mid_sentence(line: Line, start: int, text: str) -> str:
    """The words without the capital that only their place at the head of the sentence gave them."""
    named = line.sentence.doc[1:2].text[:1].isupper() or any(name.start == 0 for name in line.names)
    opens = start == 0 and (not named or text.startswith(("The ", "A ", "An ")))
    acronym = text[1:2].isupper()
    return text[:1].lower() + text[1:] if opens and not acronym else text


def _has_capital(text: str) -> bool:
    """Whether a word other than a month has a capital: a name that reference put there."""
    return any(word[:1].isupper() and word.strip(",.") not in MONTHS for word in text.split())


def _without_both(line: Line, start: int) -> int:
    match = re.compile(r"both\s").match(line.plain, start)
    return match.end() if match else start


def _head_noun(tokens: Sequence[Token]) -> Token:
    """The word that the others hang from."""
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside), tokens[-1])


def _noun_word(noun: Token, names: tuple[Name, ...], start: int, end: int) -> str:
    """What the part is: the sort of the name that it is, or its own head noun."""
    if len(names) == 1 and names[0].end >= end and names[0].start - start <= len("the "):
        return "" if names[0].sort in {Sort.UNKNOWN, Sort.PLACE} else names[0].sort.value
    return noun.text if noun.tag_ in {"NN", "NNS"} else ""


def _sort_of(line: Line, names: tuple[Name, ...], start: int, end: int) -> Sort | None:
    if len(names) != 1 or names[0].end < end:
        return None
    before = line.plain[start : names[0].start].strip().lower()
    return names[0].sort if before in {"", "the"} else None


def _is_plural(noun: Token, tokens: Sequence[Token]) -> bool:
    joined = any(token.dep_ == "cc" and token.head.head == noun for token in tokens)
    common = noun.i == 0 or not noun.text[:1].isupper()
    return (noun.tag_ in {"NNS", "NNPS"} and common) or joined


def _with_list(reading: Reading, line: Line, base: Part, listed: NameList) -> Part:
    """The part as a list: its items and the words that lead up to them."""
    items = [standing_alone(reading, line, _with_article(line, item.start), item.end) or "" for item in listed.items]
    items = [item[:1].lower() + item[1:] if item.startswith("The ") else item for item in items]
    if not all(items) or not listed.noun or items[0] not in base.text:
        return base
    lead = base.text[: base.text.index(items[0])].strip()
    span = (_with_article(line, listed.start), listed.end)
    base = replace(base, span=span, noun=listed.noun, sort=listed.items[0].sort, plural=True)
    return replace(base, items=tuple(items), named=True, lead=lead)


def _with_article(line: Line, start: int) -> int:
    return start - 4 if line.plain[:start].lower().endswith("the ") else start


def _with_number(reading: Reading, line: Line, base: Part, number: NumberMention) -> Part:
    """The part as something counted, if the number opens it: `at least 168 MINUSMA peacekeepers`."""
    opening = line.plain[base.span[0] : number.hedge_start].strip().lower()
    rest = standing_alone(reading, line, number.end, base.span[1], owned=True) if number.end < base.span[1] else ""
    if opening not in {"", "the", "a"} or rest is None or not base.text:
        return base
    return replace(base, quantity=number.quantity, counted=rest, quantity_span=(number.start, number.end))
