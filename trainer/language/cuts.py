"""Runs cut where an office, a demonym or a state ends and the name begins."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.language import gazetteer
from trainer.language.known import Known
from trainer.language.reader import Place, Reader, is_of_office, is_title
from trainer.language.runs import Run, grown_runs
from trainer.language.sorts import Sort

_ALSO_ORGANIZED = frozenset({
    "act", "treaty", "barracks", "hospital", "base", "airport", "palace", "bridge", "license", "island", "province",
    "order", "directive", "regulation", "resolution", "decree",
})  # fmt: skip
_NOT_ORGANIZED = frozenset({"guard", "prosecutor", "justice", "police"})
_APART_FROM_PLACES = frozenset({Sort.GROUP, Sort.NEWS, Sort.CITY, Sort.STATE, Sort.PRODUCT, Sort.SHIP})


def runs(reader: Reader) -> Iterator[Run]:
    """Every stretch of the sentence that may be one name, in order."""
    for start, end in grown_runs(reader):
        first, last = start, end
        while last > first and not (reader.words[last - 1][:1].isalnum() or reader.known_at(last - 1)):
            last -= 1
        while first < last and not reader.words[first][:1].isalnum():
            first += 1
        first = _past_office_of(reader, first, last)
        if first < last:
            yield from _cut(reader, first, last)


def _cut(reader: Reader, start: int, end: int) -> Iterator[Run]:
    """What stands before an office, and the person behind it; the whole run if it holds none."""
    office = _office(reader, start, end)
    if office is None:
        titled = is_title(reader.word(start - 1)) or reader.word(start - 1).lower() in gazetteer.words("portfolios")
        yield from _without_people(reader, Run(start, end, titled=titled))
        return
    first, behind = office
    if first > start:
        yield from _without_people(reader, Run(start, first))
    if behind < end:
        yield from _without_people(reader, Run(behind, end, titled=True))


def _past_office_of(reader: Reader, start: int, end: int) -> int:
    """Past what a minister is minister of: `Secretary of | State Antony Blinken`."""
    led = reader.word(start - 1) in {"of", "for"} and is_title(reader.word(start - 2))
    return _past_portfolio(reader, start, end) if led else start


def _office(reader: Reader, start: int, end: int) -> tuple[int, int] | None:
    """Where the words of an office begin and end in the run; None if it holds none, or is a body named so."""
    if is_organized(reader, start, end) or _is_given(reader, start, end) or _is_ship(reader, start, end):
        return None
    head = next((i for i in range(start, end) if is_title(reader.words[i]) and not _is_inside_known(reader, i)), None)
    if head is None:
        return None
    first, behind = head, head + 1
    while first > start and _leads(reader, first - 1):
        first -= 1
    while behind < end and (is_of_office(reader.words[behind]) or reader.words[behind] == "-"):
        behind += 1
    return first, _past_portfolio(reader, behind, end) if reader.word(behind) in {"of", "for"} else behind


def _is_given(reader: Reader, start: int, end: int) -> bool:
    """Whether a given name that is no title opens the run: `Hassan Sheikh Mohamud`."""
    word = reader.words[start]
    return word in gazetteer.words("given_names") and not is_title(word) and end - start > 1


_SHIPS = frozenset({
    "boat", "carrier", "corvette", "cruiser", "cutter", "destroyer", "frigate", "icebreaker", "ship", "submarine",
    "tanker", "trawler", "vessel", "warship",
})  # fmt: skip


def _is_ship(reader: Reader, start: int, end: int) -> bool:
    """Whether capitals throughout behind a kind of ship are its name: `the frigate ADMIRAL DOLNA`."""
    return reader.word(start - 1).lower() in _SHIPS and all(word.isupper() for word in reader.words[start:end])


def _leads(reader: Reader, i: int) -> bool:
    word, known = reader.words[i], reader.known_at(i)
    return (is_of_office(word) or word in {"-", "and"}) and (known is None or known[2].sort is not Sort.STATE)


def _is_inside_known(reader: Reader, i: int) -> bool:
    """Whether the word belongs to a name of the tables that is longer than itself."""
    known = reader.known_at(i)
    return known is not None and known[1] - known[0] > 1


def _past_portfolio(reader: Reader, i: int, end: int) -> int:
    words = gazetteer.words("portfolios") | {"of", "and", "the", "for"}
    while i < end and reader.words[i].lower() in words:
        i += 1
    return i


def is_organized(reader: Reader, start: int, end: int) -> bool:
    """Whether the last word, or the first before `of`, is that of a body or a place."""
    numbered = end - start > 1 and reader.words[end - 1].isdigit()
    last, first = reader.words[end - 1 - numbered].lower(), reader.words[start].lower()
    nouns = gazetteer.words("organization_nouns") | _ALSO_ORGANIZED
    if (last in nouns and last not in _NOT_ORGANIZED) or (
        first in gazetteer.words("place_openers") and end - start > 1
    ):
        return True
    return first in nouns and reader.word(start + 1) in {"of", "for"}


def _without_people(reader: Reader, run: Run) -> Iterator[Run]:
    """A demonym or a state at the head on its own, where the rest is a name by itself."""
    known = reader.opened_at(run.start)
    if known is None or known[1] >= run.end:
        yield run
        return
    apart = known[1] + (reader.words[known[1]] == "-")
    opened = reader.opened_at(apart)
    rest = opened if opened is not None and opened[1] == run.end else None
    if known[2].sort is Sort.PEOPLE:
        cut = _is_apart_from_people(reader, apart, run.end, rest[2] if rest else None)
    else:
        cut = known[2].sort in {Sort.STATE, Sort.CITY} and _is_apart_from_place(reader, apart, run.end, rest)
    if cut:
        yield Run(run.start, known[1])
        yield Run(apart, run.end, titled=run.titled)
    else:
        yield run


def _is_apart_from_place(reader: Reader, start: int, end: int, rest: Place | None) -> bool:
    """Whether a name of its own follows a state or a city: `In Ghana | John Dramani Mahama`."""
    if rest is not None:
        return rest[2].sort in _APART_FROM_PLACES
    given = reader.words[start] in gazetteer.words("given_names")
    return end - start > 1 and given and not is_organized(reader, start, end)


def _is_apart_from_people(reader: Reader, start: int, end: int, rest: Known | None) -> bool:
    """Whether what follows a demonym is a name without it: `Iranian | Masoud Pezeshkian`, but `Malian Armed Forces`."""
    first, last = reader.words[start], reader.words[end - 1].lower()
    if rest is not None and rest.noun != "armed force":
        return first != "Red"
    if first in gazetteer.words("with_demonym") or (first == "National" and last in gazetteer.words("national")):
        return False
    if last in gazetteer.words("organization_nouns"):
        return last in gazetteer.words("without_demonym") and end - start > 1
    if reader.words[start - 1] in gazetteer.words("given_names") and end - start == 1:
        return False
    named = ("place_nouns", "law_nouns", "event_name_nouns")
    if any(last in gazetteer.words(nouns) for nouns in named):
        return False
    return end - start > 1 or reader.labels[start] == "PERSON"
