"""How a person or an office may be named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.cards.card import Kind
from trainer.cards.name_words import OFFICE_ASKED
from trainer.language import gazetteer
from trainer.language.names import Sort
from trainer.language.person_nouns import PERSONS
from trainer.questions.cast import Cast, bare, is_office_head
from trainer.questions.draft import Draft
from trainer.questions.keys_leaders import known_leader
from trainer.text import fold
from trainer.values.surnames import called_by, surname, without_article

_FULL_NAME = re.compile(r"[A-ZÀ-Ý][\w'’.-]*(?: (?:[a-z]{2,4} )?[A-ZÀ-Ý][\w'’.-]*){1,4}")
_WHO = re.compile(r"\b(?:who|whom|whose|by what (?:[a-z]+ )?name)\b", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:which|what)((?: [\w'-]+){1,5})", re.IGNORECASE)
_OF = re.compile(r"^(?P<office>.+?) (?:of|for) (?:the )?(?P<place>[A-Z].*)$")
_OWNED = re.compile(r"^(?P<place>(?:the )?[A-Z].*?)'s? (?P<office>[a-z].*)$")
_MINISTER = re.compile(
    r"(?P<of>[\w-]+(?: and [\w-]+| (?:affairs|development|planning|protection|resources|security|services))?)"
    r" (?P<head>minister|secretary)",
    re.IGNORECASE,
)
_MINISTER_OF = re.compile(
    r"(?P<head>minister|secretary) (?:of|for) (?P<of>[\w-]+(?: and [\w-]+)?)(?P<affairs> affairs)?", re.IGNORECASE
)
_SAME = {
    "chief executive": ("CEO", "chief executive officer"),
    "chief executive officer": ("CEO", "chief executive"),
    "ceo": ("chief executive", "chief executive officer"),
    "prime minister": ("premier", "PM"),
    "premier": ("prime minister",),
    "secretary-general": ("secretary general",),
    "secretary general": ("secretary-general",),
    "director-general": ("director general",),
    "director general": ("director-general",),
    "chair": ("chairman", "chairperson"),
    "chairman": ("chair",),
    "chairwoman": ("chair",),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
}
"""Offices that are one by another name."""
_VAGUE = frozenset({
    "analyst", "chair", "chairman", "chief", "commander", "commissioner", "coordinator", "director", "director-general",
    "general", "governor", "head", "leader", "member", "minister", "officer", "representative", "secretary",
    "secretary-general", "spokesman", "spokesperson", "spokeswoman",
})  # fmt: skip
"""Heads that say nothing without what they are head of."""
_GRADES = frozenset({"deputy", "vice", "assistant", "acting", "former", "senior", "interim", "associate"})
"""Words before a head that leave it as empty as it is."""


def is_person(draft: Draft, cast: Cast | None) -> bool:
    """Whether the answer names one person and the question asks for one."""
    name = bare(draft.answer)
    if draft.items or not (_asks_person(draft.question) or draft.kind is Kind.CLOZE):
        return False
    known = cast is not None and cast.person(name) is not None
    return draft.sort is Sort.PERSON or (
        known and draft.sort in {None, Sort.UNKNOWN} and bool(_FULL_NAME.fullmatch(name))
    )


def _asks_person(question: str) -> bool:
    """`who`, a second name, or `which` with an office or another noun for a person behind it."""
    if _WHO.search(question):
        return True
    found = _WHICH.search(question)
    return found is not None and any(is_office_head(word) or fold(word) in PERSONS for word in found[1].split())


def person_forms(name: str, cast: Cast | None) -> Iterator[str]:
    """Surname, unless two in the brief share it; the short form that the brief goes on with; either with the office."""
    person = cast.person(name) if cast is not None else None
    if person is not None and not person.short:
        yield from (f"{title} {person.name}" for title in person.titles)
        return
    family, words = surname(name), name.split()
    shorts = [family, *([person.short, *person.used] if person is not None else []), without_article(family)]
    shorts += [called_by(name), *(person.aliases if person is not None else ())]
    if called_by(name) and len(words) > 2:
        shorts.append(" ".join(words[:2]))
    shorts += _tails(words) if family != words[0] else []
    if len(words) == 3 and family == words[-1] == without_article(family):
        shorts += [f"{words[0]} {family}", *_with_first_surname(words)]
    yield from (short for short in dict.fromkeys(shorts) if short and short != name and not _INITIAL.fullmatch(short))
    yield known_leader(name) if person is None or person.name == name else ""
    if person is not None:
        yield person.name
        yield from (f"{title} {form}" for title in person.titles for form in (person.short, person.name))


_FATHERS = re.compile(
    r"[A-Z]\w{2,}[eé]z|Aguilar|Alvarado|Arias|Ayala|Cabrera|Calderón|Cárdenas|Castillo|Castro|Contreras|Cortés|Cruz"
    r"|Delgado|Escobar|Espinoza|Figueroa|Flores|Fuentes|García|Garcia|Guerrero|Guzm[aá]n|Herrera|Lara|Maldonado"
    r"|Medina|Mej[ií]a|Mendoza|Molina|Morales|Moreno|Navarro|Ortega|Ortiz|Pacheco|Padilla|Paredes|Reyes|R[ií]os|Rivera"
    r"|Rojas|Romero|Ruiz|Salazar|Salinas|Santana|Serrano|Silva|Soto|Torres|Valle|Vargas|Vega|Velasco|Zelaya"
)
"""Spanish surnames that are nobody's given name."""


_SURE_FATHERS = re.compile(r"[A-Z]\w{3,}[eé]z")
"""Those that are surnames whatever stands behind them: `González`."""


def _with_first_surname(words: list[str]) -> tuple[str, ...]:
    """The given name with the father's surname alone: `Ana Flores` for `Ana Flores Medina`; and that surname."""
    given, first, last = words
    surnames = _FATHERS.fullmatch(first) and (_FATHERS.fullmatch(last) or _SURE_FATHERS.fullmatch(first))
    return (f"{given} {first}", first) if surnames else ()


_INITIAL = re.compile(r"[A-ZÀ-Ý]\.?")
"""One letter, which is nobody's name by itself: of `Anna B.`."""
_OF_FAMILY = re.compile(r"\b(?:clan|dynasty|family|house) of (?:the )?$")


def of_family(draft: Draft) -> str:
    """The surname alone, where the sentence has `the family of` before a full name; empty elsewhere."""
    sentence = draft.fact.provenance.sentence
    led = draft.span is not None and _OF_FAMILY.search(sentence[: draft.span[0]]) is not None
    return surname(bare(draft.answer)) if led else ""


def family_forms(name: str, cast: Cast | None) -> Iterator[str]:
    """`Dolna family` for the Dolnas, where the brief names one of them."""
    one = name.removesuffix("s")
    known = cast is not None and any(surname(person.name) == one for person in cast.people)
    if one != name and known:
        yield from (f"{one} {noun}" for noun in ("family", "clan"))
        yield one


_CHILD = re.compile(
    r"(?P<parent>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)+)(?:, whose|['’]s?)"
    r" (?:[a-z]+ )??(?:brother|daughter|father|sister|son) $"
)


def named_as_parent(draft: Draft) -> str:
    """The full name of who is told by one name alone behind his kin: `Carl Berg` for `Anna Berg, whose son Carl`."""
    sentence = draft.fact.provenance.sentence
    kin = _CHILD.search(sentence[: draft.span[0]]) if draft.span is not None and " " not in draft.answer else None
    return f"{draft.answer} {surname(kin['parent'])}" if kin is not None else ""


def _tails(words: list[str]) -> list[str]:
    """A full name without its first given names, down to its last two parts; none that begins with an initial."""
    tails = [words[at:] for at in range(1, len(words) - 1)]
    return [" ".join(tail) for tail in tails if "." not in tail[0] and not (len(tail) == 2 and tail[0].islower())]


def person_misses(name: str, cast: Cast | None) -> Iterator[str]:
    """Others in the brief who share a part of the name."""
    if cast is None:
        return
    own = _long_words(name)
    for other in cast.people:
        theirs = _long_words(other.name)
        if own & theirs and not own <= theirs and not theirs <= own:
            yield other.name


def _long_words(name: str) -> set[str]:
    return {word for word in fold(name).replace("-", " ").split() if len(word) > 2}


def is_office(draft: Draft) -> bool:
    """Whether the answer names an office."""
    asked = draft.direction == "office" or bool(OFFICE_ASKED.search(draft.question))
    return asked and any(is_office_head(word) for word in office_of(draft.answer)[0].split())


def office_of(answer: str) -> tuple[str, str]:
    """The office and whose it is: `foreign minister` and `Mali`; an empty place where none is said.

    >>> office_of("foreign minister of Mali"), office_of("Mali's foreign minister"), office_of("Defense Secretary")
    (('foreign minister', 'Mali'), ('foreign minister', 'Mali'), ('Defense Secretary', ''))
    """
    found = _OF.match(answer) or _OWNED.match(answer)
    if found is None or _MINISTER_OF.fullmatch(answer):
        return answer, ""
    return found["office"], found["place"]


def office_forms(draft: Draft, cast: Cast | None = None, subject: str = "") -> Iterator[str]:
    """The office by its other names, with its place before or behind it, and without it where that is enough.

    A rank alone is never enough, unless the question has the place; any other office is where the brief is on the
    place. `subject` is what the brief is on; empty if that is not known.
    """
    office, place = office_of(draft.answer)
    offices = list(dict.fromkeys([office, *_renamed(office)]))
    if place:
        known = not subject or fold(place) in fold(subject)
        known = known or (cast is not None and cast.person(place) is not None)
        enough = fold(place) in fold(draft.question) or (known and not _is_vague(office)) or _is_of_firms(office)
        yield from offices if enough else ()
        for form in offices:
            yield from _placed(form, place, cast)
        yield from (draft.answer.replace(office, form, 1) for form in offices[1:])
        yield from (f"{office} of {name}" for name in _other_names_of_state(place))
        return
    for form in offices:
        yield from _of_people(form, office, draft.fact.provenance.sentence)
    adjective, _, plain = office.partition(" ")
    if plain and adjective in gazetteer.demonyms():
        yield from (plain, *_renamed(plain))
    yield from offices


def _is_of_firms(office: str) -> bool:
    """Whether somebody holds the office in a firm, and so hardly ever another of that name."""
    return fold(office) in {"chief executive", "chief executive officer", "ceo", "attorney general"}


def _is_vague(office: str) -> bool:
    """Whether nothing is said of which office it is but its rank: `deputy chair`, `director general`."""
    return all(word in _VAGUE | _GRADES for word in fold(office).split())


def _of_people(form: str, office: str, sentence: str) -> Iterator[str]:
    """`Malian defence minister`, `defence minister of Mali` where the sentence has a people before the bare office."""
    found = re.search(rf"\b(?P<people>[A-Z][\w-]+)(?:'s)? {re.escape(office)}\b", sentence, re.IGNORECASE)
    people = found["people"] if found is not None else ""
    state = gazetteer.demonyms().get(people) or gazetteer.states().get(fold(people))
    if state is not None:
        yield from (f"{state.demonym} {form}", f"{form} of {state.with_article}", f"{state.name}'s {form}")


def _other_names_of_state(place: str) -> tuple[str, ...]:
    """`Côte d'Ivoire` for `Ivory Coast`; no initials."""
    state = gazetteer.states().get(fold(place).removeprefix("the "))
    return tuple(name for name in (state.aliases if state is not None else ()) if not name.isupper())


def _placed(office: str, place: str, cast: Cast | None) -> Iterator[str]:
    """`Mali's foreign minister`, `Malian foreign minister`; `IAEA director general`, `NATO secretary general`."""
    plain = place.removeprefix("the ")
    state = gazetteer.states().get(fold(plain))
    if state is not None and state.name == "United States":
        yield from (f"US {office}", f"U.S. {office}")
    if (state is None or " " in plain) and _stands_before(plain):
        yield f"{plain} {office}"
    for body in dict.fromkeys(_other_names_of_body(plain, cast)):
        yield from (f"{body} {office}",) if _stands_before(body) else ()
        yield f"{office} of the {body}"
    yield f"{place}'{'' if place.endswith('s') else 's'} {office}"
    if state is not None:
        yield from (f"{state.demonym} {office}", f"{office} of {state.with_article}")
    if office.startswith("spokes"):
        yield f"{office} for {'the ' if place != plain or (state is None and not plain.isupper()) else ''}{plain}"


def _stands_before(body: str) -> bool:
    """Whether a body's name is short enough to be said before an office: `NATO secretary general`."""
    return len(body.split()) <= _MOST_BEFORE


_MOST_BEFORE = 3
"""Words."""


def _other_names_of_body(place: str, cast: Cast | None) -> Iterator[str]:
    """The short forms of what somebody heads, and the full one of a short one."""
    if cast is not None:
        yield from cast.fulls.get(fold(place), ())
        yield from (full for full in (cast.shorts.get(place),) if full)
    known = gazetteer.bodies().get(place) or gazetteer.body_named(place)
    if known is not None and known.noun != "term":
        yield known.name if place == known.short else known.short


def _renamed(office: str) -> Iterator[str]:
    yield from _SAME.get(fold(office), ())
    if (found := _MINISTER.fullmatch(office)) is not None and fold(found["of"]) not in {
        "prime",
        "deputy",
        "first",
        "chief",
    }:
        if fold(found["of"]) == "foreign":
            yield from (f"{found['head']} of foreign affairs", f"foreign affairs {found['head']}")
        else:
            yield f"{found['head']} of {found['of']}"
    elif (found := _MINISTER_OF.fullmatch(office)) is not None:
        yield f"{found['of']} {found['head']}"


def office_misses(draft: Draft) -> Iterator[str]:
    """The deputy for the holder, and the holder for the deputy."""
    head, _, rest = draft.answer.partition(" ")
    if fold(head) in {"deputy", "acting", "former", "vice", "assistant"}:
        yield rest
    elif office_of(draft.answer)[0] == draft.answer or draft.answer[0].islower():
        yield f"deputy {draft.answer}" if head not in gazetteer.demonyms() else f"{head} deputy {rest}"
