"""The state that `the country`, `the junta` and `the central bank` belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.language import gazetteer
from trainer.language.definite import Definite, Meant, owner
from trainer.language.earlier import CERTAIN, SURE, Thing, gathered, things, told_of
from trainer.language.entities import Entity, Mention
from trainer.language.gazetteer import State
from trainer.language.grammar import clause_of, root_of, subject_of
from trainer.language.kinds import INSTITUTIONS, RULING, WITH_MODIFIER
from trainer.language.labelled import state_of_passage
from trainer.language.names import Sort, known_names
from trainer.language.titles import is_of_congo, titled
from trainer.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from trainer.language.reading import Reading

_FARTHEST = 2
_FRESH = 0.5
"""How likely a phrase is to need nothing before it, for no state to be sought in a brief that is about none."""
_TOLD_ONCE = frozenset({"junta", "parliament", "bank", "opposition", "legislature", "cabinet", "presidency"})
_SERIES = re.compile(r"\b(?:brief(?:ing)?|bulletin|monitor|note|report|sitrep|situation|update|watch)\b", re.IGNORECASE)
_UNTOLD = frozenset({"ministry", "minister"})


def institution(definite: Definite) -> Meant | None:
    """`the junta` with the state it belongs to, and `the country` by its name."""
    word, words = definite.word, definite.words
    named = word in {"country", "nation"} and not words
    if not (named or _is_one_of_each_state(word, words)) or _is_taken(definite) or _is_generic(definite):
        return None
    state = _told_before(definite) or _by_label(definite) or _weighed(definite, state_near(definite))
    if state is None or _is_dealt_with(definite, state) or (named and _is_done_by(definite, state)):
        return None
    if word == "president" and _is_own_president(definite, state):
        return None
    said = said_of(definite.reading, state)
    if named:
        return Meant(said)
    if word in _UNTOLD and not words:
        whole = _fuller(definite)
        return Meant(f"{owner(said)} {whole}") if whole else None
    return Meant(owner(said), owner=True)


_SECRETARY = re.compile(r"\b[Tt]he Secretary\b(?![- ](?:of|General|for))(?! [A-Z])")


def _is_own_president(definite: Definite, state: State) -> bool:
    """Whether `the President` may be that of who writes: a memo on Chad by a department of `the Secretary`."""
    written = definite.noun.text[:1].isupper() and state.name != "United States"
    return written and any(_SECRETARY.search(line.plain) for line in definite.index.lines)


_LEANS = 0.05
"""How likely a phrase has to be to lean on something, for what it would lean on to count."""
_ELSE, _HARDLY = 0.6, 0.3
"""How likely another state has to be, and how unlikely that of the rules, for the network to stand against them."""


def _weighed(definite: Definite, ruled: State | None) -> State | None:
    """The state of the rules, if it is that of the same words before, or the network knows of none against it."""
    earlier = _as_before(definite) if ruled is not None else None
    if ruled is None or earlier is None:
        return _uncontested(definite, ruled)
    return ruled if earlier.words == owner(said_of(definite.reading, ruled)) else None


def _uncontested(definite: Definite, ruled: State | None) -> State | None:
    """The state of the rules, unless the network takes another for it: that one, where it is certain of its name."""
    told = told_of(definite.index, definite.number, definite.noun)
    if ruled is None or told is None:
        return ruled
    if told.fresh >= _FRESH and home(definite.reading) is None:
        return None
    named = definite.word in {"country", "nation"}
    shares = told.same if named else told.owner if told.leaning >= _LEANS else ()
    every = gathered(definite.index, shares)
    if not named and home(definite.reading) is None and is_body_likelier(every, ruled):
        return None
    found = [(state, thing) for thing in every if (state := _state(thing)) is not None]
    own = sum(thing.share for state, thing in found if state == ruled)
    other = next(((state, thing) for state, thing in found if state != ruled), None)
    if other is None or other[1].share < _ELSE or own > _HARDLY:
        return ruled
    sure = other[1].share >= CERTAIN and other[1].entity is not None and other[1].entity.sort is Sort.STATE
    return other[0] if sure else None


def is_body_likelier(found: list[Thing], ruled: State) -> bool:
    """Whether the network rather gives it to a body: `the budget` of an alliance, of which a state pays half."""
    bodies = sum(thing.share for thing in found if thing.entity is not None and thing.entity.sort is Sort.BODY)
    return bodies > sum(thing.share for thing in found if _state(thing) == ruled)


def _state(thing: Thing) -> State | None:
    """The state that the network takes a word for, by its name, people or capital."""
    return _state_named(thing.entity) if thing.entity is not None else None


def _as_before(definite: Definite) -> Meant | None:
    """What `the cabinet` behind `the cabinet` was found to be, if the network takes the two for one."""
    found = things(definite.index, definite.number, definite.noun)
    if not found or found[0].entity is not None or found[0].share < SURE:
        return None
    line, word = found[0].place
    use = next((u for u in definite.index.definites.get(definite.word, ()) if (u[0], u[2].i) == (line, word)), None)
    if use is None or not definite.is_after(line, word):
        return None
    meant = institution(Definite(definite.reading, definite.index.lines[line], use[1], use[2]))
    return meant if meant is not None and meant.owner else None


def _is_one_of_each_state(word: str, words: tuple[str, ...]) -> bool:
    if word == "capital" and not words:
        return True
    if word in INSTITUTIONS and all(w in RULING for w in words):
        return True
    return bool(words) and (words[-1], word) in WITH_MODIFIER and all(w in RULING for w in words[:-1])


def _is_taken(definite: Definite) -> bool:
    """Whether something else that the brief names goes by the noun: `the army` of the Arakan Army."""
    return any(
        definite.word in entity.own or definite.word == fold(entity.said).split()[-1]
        for entity in definite.index.entities if entity.sort not in {Sort.PERSON, Sort.CITY, Sort.STATE}
    )  # fmt: skip


def _is_generic(definite: Definite) -> bool:
    """Whether the passage so far speaks of governments, or countries, of any sort."""
    many = f"{definite.word[:-1]}ies" if definite.word.endswith("y") else f"{definite.word}s"
    lines = [definite.index.lines[j] for j in definite.index.before(definite.line)]
    return any(t.lower_ == many for line in (definite.line, *lines) for t in line.sentence.doc)


def _told_before(definite: Definite) -> State | None:
    """The one state whose junta, parliament or central bank the brief has named as such before."""
    if definite.word not in _TOLD_ONCE:
        return None
    named = titled(fold(definite.reading.brief.title))
    if len(named) == 1 and definite.word in fold(definite.reading.brief.title).split():
        return named[0]
    found = {}
    for k, line in enumerate(definite.index.lines[: definite.number + 1]):
        for noun in line.sentence.doc:
            if noun.lower_ == definite.word and definite.is_after(k, noun.i):
                found.update(_states(_owners(definite, k, noun)))
    return next(iter(found.values())) if len(found) == 1 else None


def _owners(definite: Definite, line: int, noun: Token) -> list[Mention]:
    """The names in front of a noun, up to two words between: `Mali's ruling junta`, `the Malian junta`."""
    first = noun.doc[max(0, noun.i - 4)].idx
    return [m for m in definite.index.named[line] if first <= m.start and m.end < noun.idx]


def _fuller(definite: Definite) -> str | None:
    """`the ministry` by its fuller form, if the brief has used only one before."""
    found = {
        f"{token.nbor(-1).lower_} {token.lower_}"
        for k, line in enumerate(definite.index.lines[: definite.number + 1]) for token in line.sentence.doc[1:]
        if token.lower_ == definite.word and definite.is_after(k, token.i)
        and (token.nbor(-1).lower_, token.lower_) in WITH_MODIFIER
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def state_near(definite: Definite) -> State | None:
    """The state that a country or an institution is at this place; that of the brief, unless another is nearer."""
    own = state_of_passage(definite.reading, definite.line.sentence.passage)
    own = own or _of_section(definite) or home(definite.reading)
    for k in (definite.number, *definite.index.before(definite.line, _FARTHEST)):
        states = _states(definite.named_in(k))
        if states:
            return _among(definite, k, states, own)
    return own


def _by_label(definite: Definite) -> State | None:
    """The state that the passage is headed with, where its sentence names no other before."""
    labelled = state_of_passage(definite.reading, definite.line.sentence.passage)
    return labelled if not _states(definite.named_in(definite.number)) else None


def _of_section(definite: Definite) -> State | None:
    """The one state that the heading of the passage names."""
    named = titled(fold(definite.reading.brief.heading_over(definite.line.sentence.passage)))
    return named[0] if len(named) == 1 else None


def _among(definite: Definite, line: int, states: dict[str, State], own: State | None) -> State | None:
    """Of the states in the nearest sentence that names any: the only one, or the one that the sentence is about."""
    doers = _states(_in_subject(definite, line))
    if len(states) == 1:
        state = next(iter(states.values()))
        if own is None:
            return state if state.name in doers or _is_told_of(definite, line) else None
        if own == state:
            return state
        apart = state.name in doers or state.name in _states(_in_moved(definite))
        return own if line == definite.number and apart and not _is_subject(definite) else None
    if own is None or own.name in states:
        told = next(iter(doers.values())) if len(doers) == 1 else None
        headed = own == _of_section(definite) or _is_titled(definite.reading, own)
        return told if told is not None and own in {None, told} else own if headed else None
    return own


_AIMED = re.compile(r"\b(?:against|on|towards?|with) (?:the )?$")


def _is_told_of(definite: Definite, line: int) -> bool:
    """Whether a line names a state by its own name or capital, and not only what is done to it.

    `Chinese firms` do not make a government China's, nor do `restrictions on Chad` make it Chad's.
    """
    plain = definite.index.lines[line].plain
    named = [m for m in definite.named_in(line) if _state_of(m) is not None]
    return any(m.entity.sort is not Sort.PEOPLE and not _AIMED.search(plain[: m.start]) for m in named)


def _is_dealt_with(definite: Definite, state: State) -> bool:
    """`The government has accused Chad`: whether the clause names the state itself behind what it may belong to."""
    verb = clause_of(definite.noun)
    named = definite.index.named[definite.number] if definite.number < len(definite.index.named) else ()
    objects = [t.idx for t in verb.children if t.dep_ in {"obj", "iobj"} and t.i > definite.noun.i]
    return _is_subject(definite) and any(
        m.start <= at < m.end and state.name in _states([m]) for m in named for at in objects
    )  # fmt: skip


def _is_done_by(definite: Definite, state: State) -> bool:
    """`Cairo has approved the country`: whether the state itself does to it what the clause tells, so it is another."""
    subject = subject_of(clause_of(definite.noun)) if definite.noun.dep_ == "obj" else None
    named = definite.index.at(definite.number, subject.idx) if subject is not None else None
    return named is not None and state.name in _states([named])


def _in_subject(definite: Definite, line: int) -> list[Mention]:
    """The names in the subject of a line: of its own line, of the clause that the definite stands in."""
    doc = definite.index.lines[line].sentence.doc if line != definite.number else definite.noun.doc
    head = clause_of(definite.noun) if line == definite.number else root_of(doc[0])
    subject = subject_of(head)
    if subject is None:
        return []
    end = subject.right_edge if any(child.dep_ == "conj" for child in subject.children) else subject
    first, last = subject.left_edge.idx, end.idx + len(end)
    return [m for m in definite.named_in(line) if first <= m.start and m.end <= last]


def _in_moved(definite: Definite) -> list[Mention]:
    """The people in the object of the verb by which they leave or enter: `barred | Kenyan airlines | from there`."""
    case = next((c.lower_ for c in definite.noun.children if c.dep_ == "case"), "")
    moved = next((c for c in clause_of(definite.noun).children if c.dep_ == "obj"), None)
    if case not in {"from", "into", "to"} or moved is None or moved.i > definite.noun.i:
        return []
    first, last = moved.left_edge.idx, moved.idx
    return [m for m in definite.named_in(definite.number) if first <= m.start and m.end <= last]


def _is_subject(definite: Definite) -> bool:
    subject = subject_of(clause_of(definite.noun))
    return subject is not None and subject.left_edge.i <= definite.noun.i <= subject.i


def home(reading: Reading) -> State | None:
    """The state that the brief is about: by its title in whatever letters, else that of its sentences."""
    key = (-3, -1)
    found = reading.mentions.found
    if key not in found:
        found[key] = _home(reading)
    kept = found[key]
    return kept if isinstance(kept, State) else None


def _home(reading: Reading) -> State | None:
    title = reading.brief.title
    if reading.brief.home:
        return gazetteer.states().get(fold(reading.brief.home))
    named = titled(fold(title)) or _of_place(title) or _of_series(reading.brief.publisher)
    if is_of_congo(fold(title)) and len(named) == 1:
        return named[0]  # its bare name is not counted in the sentences
    if len(named) == 1 and any(state not in {None, named[0]} for state in _of_place(title)):
        return None  # `Rwanda's men in Cabo Delgado`
    told = (None if _has_rival(reading) else reading.topic) or _most_named(reading)
    return told if len(named) != 1 else named[0] if told in {None, named[0]} else None


def _of_series(publisher: str) -> tuple[State, ...]:
    """The state in the name of a series, as `Haiti Daily Security Brief`; none in that of a publisher."""
    return titled(fold(publisher)) if _SERIES.search(publisher) else ()


@lru_cache(maxsize=64)
def _of_place(title: str) -> tuple[State | None, ...]:
    """The state of a place that the title names, as far as our tables know it: none for the Gaza Strip."""
    places = [name.text for name in known_names(title) if name.sort in {Sort.PLACE, Sort.REGION}]
    known = {name: place.state for place in gazetteer.places() for name in (place.name, *place.aliases)}
    return tuple(gazetteer.states().get(fold(known.get(place, ""))) for place in places[:1])


def _is_titled(reading: Reading, state: State | None) -> bool:
    return state is not None and state in titled(fold(reading.brief.title))


_RIVAL = 3
"""Sentences that name a second state, from which on a brief may be about both."""


def _has_rival(reading: Reading) -> bool:
    """Whether a second state is named so often that `the government` may be either one's."""
    most = _named_most(reading)
    return len(most) > 1 and most[1][1] >= _RIVAL and 2 * most[1][1] > most[0][1]


def _named_most(reading: Reading) -> list[tuple[str, int]]:
    """The two states that most sentences name, by their name, people or capital, and how many do."""
    return Counter(name for named in reading.mentions.named for name in _states(named)).most_common(2)


def _most_named(reading: Reading) -> State | None:
    """The state that twice as many sentences name as any other."""
    most = _named_most(reading)
    if not most or most[0][1] < 4 or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return gazetteer.states().get(fold(most[0][0]))


def _states(mentions: Iterable[Mention]) -> dict[str, State]:
    found = {}
    for mention in mentions:
        state = _state_of(mention)
        if state is not None:
            found[state.name] = state
    return found


def _state_of(mention: Mention) -> State | None:
    return _state_named(mention.entity)


def _state_named(entity: Entity) -> State | None:
    text = min(entity.texts)
    if entity.sort is Sort.STATE:
        return gazetteer.states().get(fold(text))
    if entity.sort is Sort.PEOPLE:
        return gazetteer.demonyms().get(text)
    return gazetteer.capitals().get(fold(text)) if entity.sort is Sort.CITY else None


def said_of(reading: Reading, state: State) -> str:
    """The state as the brief writes it, with its article."""
    for entity in reading.mentions.entities:
        if entity.sort is Sort.STATE and gazetteer.states().get(fold(min(entity.texts))) == state:
            return entity.said
    return state.with_article


def states_in_title(reading: Reading) -> list[str]:
    """The states that the title names, as the brief writes them, in their order."""
    return [said_of(reading, state) for state in titled(fold(reading.brief.title))]
