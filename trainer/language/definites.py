"""What `the company`, `the two countries` stand for, by closed rules that abstain or as the network is sure of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language import gazetteer
from trainer.language.contested import is_contested_name
from trainer.language.definite import NO_THING, PLACE_NOUNS, Definite, Meant, owner
from trainer.language.described import Bare, Described
from trainer.language.earlier import CERTAIN, Thing, sure_owner, sure_thing, told_of
from trainer.language.entities import Entity, Mention
from trainer.language.event_nouns import families
from trainer.language.grammar import clause_of, contains, is_told_of, subject_of
from trainer.language.happenings import culprits, deed, event
from trainer.language.introduced import apposed, chamber, of_speaker
from trainer.language.kinds import CLASS_NOUNS, DISEASES, INSTITUTIONS, MEASURED, PLURALS
from trainer.language.labelled import state_of_passage
from trainer.language.names import ACTORS, Sort
from trainer.language.person_nouns import PERSONS
from trainer.language.polities import institution, states_in_title
from trainer.language.tags import SUBJECTS
from trainer.text import fold

if TYPE_CHECKING:
    from trainer.language.reading import Line, Reading

_PLACE_SORTS = frozenset({Sort.CITY, Sort.REGION, Sort.PLACE, Sort.STATE})
_RARE = frozenset({"canal", "strait", "dam", "peninsula"})
"""Places of which a brief that names one means that one, however far behind."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2, "2": 2, "3": 3, "4": 4}
_PER_STATE = frozenset({"president", "premier", "king", "queen", "emir"})
_CONTINENTS = {
    "Africa": "Africa[ns]?", "Asia": "Asian?", "Europe": "Europe(?:an)?", "South America": "Latin America",
}  # fmt: skip
_WEAK_FARTHEST = 2
"""Sentences over which a phrase without a name of its own still tells what its noun means."""
_SICK = frozenset({"virus", "disease", "infection", "outbreak", "epidemic", "emergency"})


def definite_meant(reading: Reading, line: Line, article: Token, noun: Token) -> Meant | None:
    """What the noun with its article stands for at this place of the brief; None in any doubt."""
    found, key = reading.mentions.found, (reading.mentions.number(line), article.i)
    if key not in found:
        definite = Definite(reading, line, article, noun)
        found[key] = _weighed(definite, _looked_up(definite))
    meant = found[key]
    return meant if isinstance(meant, Meant) else None


_SURE_ALONE = 0.96
"""How likely a definite has to mean a name where no rule speaks."""


def _weighed(definite: Definite, ruled: Meant | None) -> Meant | None:
    """What the rules say, unless the network is sure of another thing; what it is sure of, where they say nothing."""
    index, k, noun = definite.index, definite.number, definite.noun
    if definite.article.lower_ == "both" or any(word in _NUMBERS for word in definite.words):
        return ruled
    thing = sure_thing(index, k, noun)
    told = told_of(index, k, noun)
    if ruled is not None:
        other = thing is not None and thing.entity is not None and ruled.entity not in {None, thing.entity}
        doubted = ruled.entity is not None and is_contested_name(definite, ruled.entity)
        return None if other or doubted else ruled
    if thing is not None and told is not None and thing.share * told.again >= _SURE_ALONE:
        return _same(definite, thing)
    whose = sure_owner(index, k, noun)
    return Meant(owner(whose.said), owner=True) if whose is not None and _may_have(whose, definite) else None


_PUBLIC = frozenset({
    "airport", "border", "climate", "coast", "county", "election", "electorate", "governor", "harvest", "highway",
    "index", "mayor", "one", "parliament", "police", "population", "province", "road", "roads", "season", "street",
    "streets", "weather",
})  # fmt: skip
"""What no company, office or ship has, and no town of its own: `the county governor`, `the streets`."""


def _may_have(whose: Entity, definite: Definite) -> bool:
    """Whether something can be the owner's: a company has no streets, and an army no civil service."""
    if whose.sort is Sort.STATE:
        return True
    public = definite.word in _PUBLIC or (
        definite.words[-1:] in {("civil",), ("public",)} and definite.word == "service"
    )
    return not public


def _same(definite: Definite, thing: Thing) -> Meant | None:
    """A name for a definite that means the same, if it can be called so and is not what the clause is about."""
    entity = thing.entity
    named = [m for m in definite.named_before() if m.entity == entity]
    certain = definite.word in CLASS_NOUNS | PERSONS or (definite.modifiers and thing.share >= CERTAIN)
    if _is_of_other_label(definite, [m for m in named if definite.is_here(m.line)]):
        return None
    if entity is None or not named or not certain or not _may_be_called(definite.word, entity):
        return None
    return None if _is_doer(definite, named[-1]) else Meant(entity.said, entity=entity, plural=entity.plural)


_REBELS = frozenset({"guerrillas", "insurgents", "jihadists", "militants", "rebels", "separatists"})
"""What an armed group is called by its people."""


def _may_be_called(word: str, entity: Entity) -> bool:
    """Whether the noun can mean the entity: no event does, no other noun than of persons a person, and so on."""
    if word in _REBELS and entity.sort is Sort.GROUP:
        return True
    person = word in PERSONS or word in gazetteer.words("office_heads")
    if person != (entity.sort is Sort.PERSON) or word in families() or (word == "company" and entity.sort is Sort.NEWS):
        return False
    return word not in CLASS_NOUNS or word in entity.kinds


def _looked_up(definite: Definite) -> Meant | None:
    counted = [_NUMBERS[word] for word in (definite.article.lower_, *definite.words) if word in _NUMBERS]
    if counted:
        return _gathered(definite, counted[0]) if all(word in _NUMBERS for word in definite.words) else None
    if any(t.tag_ in {"CD", "JJS", "JJR", "PRP$"} or t.text[:1].isupper() for t in definite.modifiers):
        return None
    events = () if definite.word.endswith("ing") else (event,)
    rules = (
        apposed, culprits, *events, _person, _thing, of_speaker, chamber, institution, deed, _again, _disease,
        _continent, _repeated,
    )  # fmt: skip
    return next((meant for rule in rules if (meant := rule(definite)) is not None), None)


def _person(definite: Definite) -> Meant | None:
    """`the minister`: the one person with that office in the passage, else in the brief."""
    word = definite.word
    if definite.plural or (word not in PERSONS and word not in gazetteer.words("office_heads")):
        return None
    phrase = fold(definite.noun.doc[definite.article.i + 1 : definite.noun.i + 1].text)
    held = [m for m in definite.named_before() if any(_is_office(phrase, office) for office in m.entity.offices)]
    here = {m.entity for m in held if definite.is_here(m.line)}
    found = here or {m.entity for m in held}
    if len(found) != 1 or (not here and word in _PER_STATE):
        return None
    entity = found.pop()
    return Meant(entity.said, entity=entity)


def _is_office(phrase: str, office: str) -> bool:
    """Whether the shorter words end the longer ones: `minister` and `finance minister`; a deputy holds no office."""
    if office == phrase or not office.endswith((f" {phrase}", f"-{phrase}")):
        return office == phrase
    return not _UNDER & set(re.split(r"[ -]", office.removesuffix(phrase)))


_UNDER = frozenset({"assistant", "associate", "deputy", "under", "vice", "sub", "former", "ex", "shadow", "lieutenant"})
"""What makes another office of one: `assistant secretary`."""


def _thing(definite: Definite) -> Meant | None:
    """`the company`: the one named thing of that class in the passage so far, else in the brief so far."""
    word = definite.word
    if word not in CLASS_NOUNS or definite.plural or word in NO_THING:
        return None
    fitting = [m for m in definite.named_before() if _goes_by(definite, m)]
    here = [m for m in fitting if definite.is_here(m.line)]
    entity = _nearest(definite, here) if here else _only(fitting, word)
    if (
        entity is None
        or _is_of_other_label(definite, here)
        or entity.bracketed
        or (not here and word in PLACE_NOUNS and not _is_only(definite, entity))
    ):
        return None
    since = here[-1].line if here else 0
    new = [b for b in definite.index.bare.get(word, ()) if b.line >= since and definite.is_after(b.line, b.head)]
    if any(_is_other(definite, b, entity) for b in new if not here or definite.is_here(b.line)):
        return None
    if not here and any(d.weak and definite.is_after(d.line, d.head) for d in definite.index.described.get(word, ())):
        return None
    settled = _settled_before(definite, entity) and not _is_what_acts(definite, entity)
    return Meant(entity.said, entity=entity, plural=entity.plural) if settled else None


def _is_of_other_label(definite: Definite, here: Sequence[Mention]) -> bool:
    """Whether the passage is on one state of many, and what the noun may mean is named in another passage alone."""
    return not here and state_of_passage(definite.reading, definite.line.sentence.passage) is not None


def _is_what_acts(definite: Definite, entity: Entity) -> bool:
    """Whether the subject of the clause is another definite that means the entity: `the bank has lent the | firm`."""
    subject = subject_of(clause_of(definite.noun))
    if subject is None or subject == definite.noun or subject.i > definite.article.i:
        return False
    article = next((c for c in subject.children if c.lower_ == "the" and c.i < subject.i), None)
    meant = definite_meant(definite.reading, definite.line, article, subject) if article is not None else None
    return meant is not None and meant.entity == entity


def _is_only(definite: Definite, entity: Entity) -> bool:
    """Whether the whole brief has one canal or strait, and every name with the word in it begins with that one's."""
    word, bare = definite.word, fold(entity.said.removeprefix("the "))
    index = definite.index
    if word not in _RARE or word not in bare.split() or index.bare.get(word) or index.described.get(word):
        return False
    if any(token.lower_ == f"{word}s" for line in index.lines for token in line.sentence.doc):
        return False
    texts = [fold(text) for other in definite.index.entities for text in other.texts]
    return all(text == word or text.startswith(bare) for text in texts if word in text.split())


def _settled_before(definite: Definite, entity: Entity) -> bool:
    """Whether the same words nearest before, if they stand in this passage, mean the same entity or came too early."""
    uses = [
        use for use in definite.index.definites.get(definite.word, ())
        if definite.is_here(use[0]) and definite.is_after(use[0], use[2].i)
    ]  # fmt: skip
    if not uses:
        return True
    line, article, noun = uses[-1]
    meant = definite_meant(definite.reading, definite.index.lines[line], article, noun)
    if meant is not None:
        return meant.entity == entity
    first = next(m for m in definite.named_before() if m.entity == entity)
    return (first.line, first.start) > (line, article.idx)


def _goes_by(definite: Definite, mention: Mention) -> bool:
    """Whether an entity can be meant by the noun and its modifiers, and is not what the clause itself is about."""
    entity, word = mention.entity, definite.word
    if word == "company" and entity.sort is Sort.NEWS:
        return False  # it reports on the one that is meant
    if word not in entity.kinds or (entity.sort in _PLACE_SORTS and word not in PLACE_NOUNS | entity.own):
        return False
    if entity.sort is Sort.TERM or (entity.sort in ACTORS and word in PLACE_NOUNS):
        return False  # `the network` is no VPN, and `the region` no West Region Movement
    if word == "force" and "armed force" in entity.own:
        return False  # a state's army is no `force` that is sent
    said = {part for text in entity.texts for part in fold(text).split()}
    said |= {part for noun in entity.own for part in noun.split()}
    said |= {part for office in entity.offices for part in office.split()}
    return all(part in said for part in definite.words) and not _is_doer(definite, mention)


def _is_doer(definite: Definite, mention: Mention) -> bool:
    """Whether the entity is the subject of the clause in which the definite is something else."""
    if mention.line != definite.number:
        return False
    subject = subject_of(clause_of(definite.noun))
    if subject is None or (contains(subject, definite.noun) and not is_told_of(subject, definite.noun)):
        return False
    named = definite.index.at(definite.number, subject.idx)
    return named is not None and named.entity == mention.entity


def _is_other(definite: Definite, bare: Bare, entity: Entity) -> bool:
    """Whether a new one of the class is not the entity itself: `RansomHub, a gang`."""
    char = definite.index.lines[bare.line].sentence.doc[bare.head].idx
    return not any(m.entity == entity and abs(char - m.start) < 60 for m in definite.index.named[bare.line])


def _nearest(definite: Definite, here: Sequence[Mention]) -> Entity | None:
    """Of the passage: the only one, or the only one in the last sentence, if that is about it."""
    only = _only(here, definite.word)
    if only is not None:
        return only
    last = [m for m in here if m.line >= definite.number - 1]
    entities = {m.entity for m in last}
    about = {m.entity for m in last if _is_subject(definite, m)}
    return entities.pop() if len(entities) == 1 and entities == about else None


def _is_subject(definite: Definite, mention: Mention) -> bool:
    span = definite.index.lines[mention.line].sentence.doc.char_span(
        mention.start, mention.end, alignment_mode="expand"
    )
    return span is not None and span.root.dep_ in SUBJECTS


def _only(found: Sequence[Mention], word: str) -> Entity | None:
    """The only entity, or the only one that goes by the very noun, if the others have nouns of their own."""
    entities = {m.entity for m in found}
    if len(entities) == 1:
        return entities.pop()
    own = {entity for entity in entities if word in entity.own}
    return own.pop() if len(own) == 1 and all(entity.own - {word} for entity in entities - own) else None


def _repeated(definite: Definite) -> Meant | None:
    """`the vote` as the passage before has it, where it was found out what that means and no other came up since."""
    uses = [u for u in definite.index.definites.get(definite.word, ()) if definite.is_after(u[0], u[2].i)]
    if not uses or definite.modifiers or definite.word not in families():
        return None
    line, article, noun = uses[-1]
    passage = definite.index.lines[line].sentence.passage
    new = [b for b in definite.index.bare.get(definite.word, ()) if (b.line, b.head) > (line, noun.i)]
    told = any(d.line == line and d.head == noun.i for d in definite.index.described.get(definite.word, ()))
    if definite.line.sentence.passage - passage != 1 or told or any(definite.is_after(b.line, b.head) for b in new):
        return None
    return definite_meant(definite.reading, definite.index.lines[line], article, noun)


def _again(definite: Definite) -> Meant | None:
    """`the report`: the one phrase with the same noun that the brief described before."""
    if definite.word in MEASURED | PERSONS | INSTITUTIONS:
        return None
    every = [d for d in definite.index.described.get(definite.word, ()) if _fits(definite, d)]
    if definite.noun.text[:1].isupper():  # `the Court` is no `court in Dolna`
        every = [d for d in every if definite.index.lines[d.line].sentence.doc[d.head].text[:1].isupper()]
    told = [d for d in every if not d.weak]
    here = [d for d in told if definite.is_here(d.line)]
    weak = [d for d in every if d.weak and definite.is_here(d.line) and definite.number - d.line <= _WEAK_FARTHEST]
    group = here or ([] if weak else told) or (weak if len(weak) == 1 else [])
    if not group or any(d.named != group[0].named for d in group) or not _worded(definite, group[0]):
        return None
    first = (group[0].line, group[0].head)
    new = [b for b in definite.index.bare.get(definite.word, ()) if definite.is_after(b.line, b.head)]
    return None if any((b.line, b.head) > first for b in new) else Meant(phrase=group[0], plural=definite.plural)


def _fits(definite: Definite, told: Described) -> bool:
    """Whether an earlier phrase can be meant: no `soft target in Gao or Kidal`, which is no one thing."""
    phrase = definite.index.lines[told.line].sentence.doc[told.start : told.end]
    either = not told.plural and any(t.lower_ == "or" for t in phrase)
    return (
        not either and told.verb < 0 and told.plural == definite.plural and definite.is_after(told.line, told.end - 1)
    )


def _worded(definite: Definite, told: Described) -> bool:
    words = {t.lower_ for t in definite.index.lines[told.line].sentence.doc[told.start : told.end]}
    return all(word in words for word in definite.words)


def _gathered(definite: Definite, count: int) -> Meant | None:
    """`the two countries`: exactly so many of that class in the nearest sentence that names any."""
    kind = PLURALS.get(definite.word) or ("person" if definite.word.removesuffix("s") in PERSONS else None)
    if kind is None:
        return None
    for k in (definite.number, *definite.index.before(definite.line, 2)):
        members = list(
            dict.fromkeys(m.entity for m in definite.named_in(k) if _is_member(m.entity, kind, definite.word))
        )
        if members:
            listed = members if len(members) == count else _joined_in(definite, k, members, count)
            return Meant(_listed([e.said for e in listed]), plural=True) if listed else None
    titled = states_in_title(definite.reading) if kind == "country" else []
    return Meant(_listed(titled), plural=True) if len(titled) == count else None


def _joined_in(definite: Definite, k: int, members: Sequence[Entity], count: int) -> list[Entity]:
    """Of more names in a line the only ones that are joined to each other, if they are so many."""
    named = [m for m in definite.named_in(k) if m.entity in members]
    text = definite.index.lines[k].plain
    rows: list[list[Mention]] = []
    for one in named:
        joined = rows and re.fullmatch(r",? (?:and |or )?(?:the )?", text[rows[-1][-1].end : one.start])
        rows = [*rows[:-1], [*rows[-1], one]] if joined else [*rows, [one]]
    rows = [row for row in rows if len(row) > 1]
    found = list(dict.fromkeys(m.entity for m in rows[0])) if len(rows) == 1 else []
    return found if len(found) == count else []


def _is_member(entity: Entity, kind: str, word: str) -> bool:
    if kind == "person":
        unfit = word in {"men", "women"} and entity.woman is (word == "men")
        return entity.sort is Sort.PERSON and not unfit
    return entity.sort is Sort.STATE if kind == "country" else kind in entity.kinds


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _disease(definite: Definite) -> Meant | None:
    """`the virus` and `the disease` of a brief whose title names one disease."""
    if definite.word not in _SICK or definite.modifiers:
        return None
    title = fold(definite.reading.brief.title)
    found = [name for name in DISEASES if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title)]
    if len(found) != 1 or (definite.word == "virus" and not DISEASES[found[0]]):
        return None
    body = " ".join(line.plain for line in definite.reading.lines)
    own = rf"(?<!\w)(?<!^)(?<!\. )(?i:{re.escape(found[0])})(?!\w)(?! (?:[A-Z]|[Vv]irus))"
    written = re.search(own, body)
    name = written[0] if written is not None else _EPONYMS.get(found[0], found[0])
    return Meant(name if definite.word == "disease" else f"the {name} {definite.word}")


_EPONYMS = {"ebola": "Ebola", "marburg": "Marburg", "zika": "Zika", "covid-19": "COVID-19", "mers": "MERS"}
"""Diseases that keep a capital inside a sentence."""


def _continent(definite: Definite) -> Meant | None:
    """`the continent` in a sentence with `Africa CDC`, where the passage has named no other."""
    if definite.word != "continent" or not set(definite.words) <= {"whole", "entire"}:
        return None
    lines = [definite.index.lines[k].plain for k in definite.index.before(definite.line)]
    own = definite.line.plain[: definite.article.idx]
    found = {continent for text in (own, *lines) for continent in _continents(text)}
    return Meant(found.pop()) if len(found) == 1 and _continents(own) else None


def _continents(text: str) -> set[str]:
    """The continents in a text, by name or adjective; `America` for either, which no question can say."""
    return {name for name, form in _CONTINENTS.items() if re.search(rf"\b(?<!South )(?<!Central ){form}\b", text)}
