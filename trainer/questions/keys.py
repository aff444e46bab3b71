"""What else is right, and what comes close and is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.fuzz import ratio

from trainer.cards.card import Kind
from trainer.language import gazetteer
from trainer.language.acronyms import by_letters
from trainer.language.names import ACTORS, PLACES, Sort
from trainer.language.reading import Reading
from trainer.questions.cast import Cast, bare, cast_of
from trainer.questions.draft import Draft
from trainer.questions.keys_acronyms import acronym_forms
from trainer.questions.keys_bodies import body_forms, name_inside
from trainer.questions.keys_classes import of_ship, without_class
from trainer.questions.keys_conflicts import other_figures
from trainer.questions.keys_dates import date_forms, date_misses
from trainer.questions.keys_groups import group_forms, group_misses
from trainer.questions.keys_lists import orders, thing_forms
from trainer.questions.keys_lookalikes import full_lookalikes, lookalikes
from trainer.questions.keys_names import ONLY_AMERICAN, headed_as_told, namesakes, of_other_states, other_names
from trainer.questions.keys_numbers import number_forms, number_misses
from trainer.questions.keys_people import (
    family_forms,
    is_office,
    is_person,
    named_as_parent,
    of_family,
    office_forms,
    office_misses,
    person_forms,
    person_misses,
)
from trainer.questions.keys_phrases import loosely, phrased, with_pronoun, without_people
from trainer.questions.keys_shared import is_of_another_state, shared_forms, shared_misses
from trainer.questions.keys_states import is_of_other_treasury, treasury_forms, treasury_misses
from trainer.questions.keys_translated import translated
from trainer.questions.question_words import IS_FAMILY
from trainer.text import fold
from trainer.values.names import content_words, stands_in
from trainer.values.spelling import spellings

MOST_ACCEPTED = 14
"""Beyond this nobody reads the list; the likeliest come first."""
MOST_REJECTED = 5

_REASON = re.compile(r"^(?:because (?:of )?|due to |owing to |in order to |so as to |to )", re.IGNORECASE)


_OWNER = re.compile(r"^(?:(?:its|their|his|her)(?:\sown)?|both|the \w+'s?)\s(?=\w)")
"""Whose it is, which an answer may leave out."""


def accepted(draft: Draft, reading: Reading | None = None) -> tuple[str, ...]:
    """Other right answers, without the answer itself, each once, the likeliest first.

    With the reading, also what the brief itself calls a thing, and no surname that two of its people share.
    """
    cast = cast_of(reading) if reading is not None else None
    title = reading.brief.title if reading is not None else ""
    written = reading.brief.date if reading is not None else None
    found = [*date_forms(draft, title), *_of_right_dollar(number_forms(draft), draft, reading)]
    found += group_forms(draft, written)
    if not found:
        found = list(_names(draft, cast, _subject(reading)))
        found += shared_forms(draft.answer, reading) if reading is not None and draft.kind is not Kind.ACRONYM else []
        found += _of_body(draft, cast, reading)
        found = [form for form in found if not _is_in_question(form, draft)]
        if reading is not None:
            found += [*_in_full(draft, reading), *_called(draft, reading)]
            found = _of_right_treasury(found, draft, reading)
        found += list(_as_phrase(draft, reading)) if draft.sort is None and draft.kind is not Kind.ACRONYM else []
        found = [form for form in found if not _is_of_elsewhere(form, draft.answer, reading)]
        found = [form for form in found if not (_is_of_capital(form, draft) or _is_common(form, draft))]
        found = [form for form in found if not _is_thing_itself(form, draft)]
        if reading is not None and is_of_another_state(draft.answer, reading):
            found = [form for form in found if not form.startswith(f"{draft.answer}, ")]
        found += [form for text in (draft.answer, *found) for form in spellings(text)]
        found += [_OWNER.sub("", text) for text in (draft.answer, *found) if _OWNER.match(text)]
        if _CALLED_SO.search(draft.question) and draft.sort is not Sort.PERSON:
            sentence = draft.fact.provenance.sentence
            found = [f for f in found if f"({f})" in sentence or _is_same_name(f, draft.answer)]
    return _tidy(found, draft.answer)[:MOST_ACCEPTED]


_OTHER_DOLLARS = re.compile(
    r"\b(?:Australia|Canada|Fiji|Hong Kong|Jamaica|Liberia|Namibia|New Zealand|Singapore|Solomon Islands|Taiwan)"
    r"|\b(?:Australian|Canadian|Fijian|Jamaican)\b|(?:A|C|NZ|HK|S|NT)\$"
)
"""What tells that a bare `$` may be of another state's dollars."""


def _of_right_dollar(forms: Iterable[str], draft: Draft, reading: Reading | None) -> list[str]:
    """The forms without those in US dollars, where the brief is about a state with dollars of its own."""
    if reading is None or draft.quantity is None or draft.quantity.unit != "$":
        return list(forms)
    text = " ".join([reading.brief.title, reading.brief.publisher, *(line.plain for line in reading.lines)])
    others = len(_OTHER_DOLLARS.findall(text))
    american = len(re.findall(r"US\$|\bUnited States\b|\bAmerican\b|\bWashington\b|\bU\.?S\.?\b", text))
    return [form for form in forms if not ("US$" in form and others > american)]


def _of_right_treasury(forms: list[str], draft: Draft, reading: Reading) -> list[str]:
    """The forms without those of the other treasury, and with those of the one that is meant."""
    sentence = draft.fact.provenance.sentence
    right = [form for form in forms if not is_of_other_treasury(form, draft.answer, reading, sentence)]
    return [*right, *treasury_forms(draft.answer, reading, sentence)]


_CALLED_SO = re.compile(
    r"\b(?:calls?|called|calling|dubs|dubbed|known (?:\w+ ){0,2}as|renamed|terms|termed)"
    r" (?:it |itself |themselves |the )?\[\.\.\.\]|\bby what (?:[a-z]+ )*name\b|\bwhat did .+ call (?:it|them)sel"
)
"""What asks by which one of its names a thing goes with somebody."""


def _is_same_name(form: str, name: str) -> bool:
    """Whether a form is the name itself, longer, shorter or spelled otherwise, and not another name of the thing."""
    words, own = content_words(form), content_words(bare(name))
    short = len(form.split()) == 1 and by_letters(bare(name), form) is not None
    return bool(words & own) or short or ratio(fold(form), fold(bare(name))) > _ALIKE


_ALIKE = 70
"""How like two spellings of one name are, of 100."""


def _is_common(form: str, draft: Draft) -> bool:
    """Whether a form is one common noun out of a longer name: `Port` for a town, `Club` or `Authority` for a body.

    The first word of a body's name may be what it is called by: `Delta`.
    """
    name, word = bare(draft.answer), fold(bare(form))
    if " " in word or draft.sort is None or draft.kind is Kind.WHY or fold(name) == word:
        return False
    if draft.sort in PLACES:
        return word in gazetteer.words("place_nouns")
    own = gazetteer.words("organization_nouns") | gazetteer.words("law_nouns") | gazetteer.words("place_nouns")
    return word in own - _NAMED_BY_NOUN and fold(name.partition(" ")[0]) != word


_NAMED_BY_NOUN = frozenset({"parliament", "senate", "assembly", "congress", "treasury", "constitution"})
"""Nouns by which the one body of a state is known."""


_OF_KIND = re.compile(
    r"\[\.\.\.\] (?!(?:and|as|at|but|by|for|from|had|has|have|in|is|of|off|on|or|since|than|that|to|was|were|will|with)"
    r"\b)[a-z][a-z-]*[a-z]\b"
)
_THEMSELVES = frozenset({"sea", "ocean", "department"})


def _is_thing_itself(form: str, draft: Draft) -> bool:
    """Whether a form is that of a sea or a department, and the name only tells a thing from its like: `Baltic trio`."""
    said = _THEMSELVES & (set(fold(form).split()) - set(fold(draft.answer).split()))
    return bool(said) and draft.kind is Kind.CLOZE and _OF_KIND.search(draft.question) is not None


def _is_of_capital(form: str, draft: Draft) -> bool:
    """Whether a form means the capital, and the sentence the state of that name: `in Washington | state`."""
    behind = draft.fact.provenance.sentence[draft.span[1] :] if draft.span else ""
    return behind.lower().startswith(" state") and ("D.C." in form or "DC" in form or ", " in form)


def _subject(reading: Reading | None) -> str:
    """What the brief is on: its title, and the one state that it is about; empty without the brief."""
    if reading is None:
        return ""
    return " ".join([reading.brief.title, *([reading.topic.name] if reading.topic is not None else [])])


def _as_phrase(draft: Draft, reading: Reading | None) -> Iterator[str]:
    """A phrase as others say it: of the brief's own state without it, of a kind of thing without whose it is."""
    yield from thing_forms(draft.question, draft.answer)
    yield from phrased(draft.answer, draft.question)
    owner = f"{reading.topic.name}'s " if reading is not None and reading.topic is not None else ""
    if owner and draft.answer.startswith(owner):
        yield f"the {draft.answer.removeprefix(owner)}"
    if _OF_A_KIND.search(draft.question):
        yield from (without_people(draft.answer), *loosely(draft.answer))
    yield from with_pronoun(draft.answer, draft.fact.provenance.sentence)


_OF_A_KIND = re.compile(r"\bwhat (?:kind|sort|type) of\b", re.IGNORECASE)


def _in_full(draft: Draft, reading: Reading) -> list[str]:
    """The one longer name in the brief that begins with the answer: `Delta Air Lines` for `Delta`."""
    names = {
        (name.text, name.sort) for line in reading.lines for name in line.names if _may_be_one(draft.sort, name.sort)
    }
    longer = sorted({text for text, sort in names if _is_fuller(draft.answer, text, sort)})
    return longer if len(longer) == 1 else []


def _may_be_one(asked: Sort | None, named: Sort) -> bool:
    """Whether what the answer names may go by a name of that sort."""
    family = next((family for family in (ACTORS, PLACES, frozenset({Sort.SHIP})) if named in family), frozenset())
    return asked in family or (asked is Sort.UNKNOWN and bool(family))


def _is_fuller(short: str, full: str, sort: Sort) -> bool:
    """Whether a name is the short one with more behind it: of a place what it is; of a ship, the letters before it."""
    if sort is Sort.SHIP:
        return full.endswith(f" {short}") and full.partition(" ")[0] in gazetteer.words("ship_prefixes")
    if short in _FORCES and sort in ACTORS:
        return full.endswith(f" {short}")
    rest = full.removeprefix(f"{short} ") if full.startswith(f"{short} ") else ""
    return bool(rest) and (sort in ACTORS or rest.lower() in gazetteer.words("place_nouns") - _NAMED_FOR_PLACES)


_FORCES = frozenset({
    "Air Force", "Armed Forces", "Army", "Coast Guard", "Defence Force", "Defense Force", "Navy", "Police",
})  # fmt: skip
"""Forces that a brief goes on to call so when it has named them with whose they are."""
_NAMED_FOR_PLACES = frozenset({
    "airport", "avenue", "bridge", "dam", "highway", "hospital", "park", "port", "prison", "road", "route", "square",
    "stadium", "station", "street", "terminal", "tower",
})  # fmt: skip
"""What is named after a place, and is another thing: `Dolna Road`."""


def _called(draft: Draft, reading: Reading) -> list[str]:
    """What else the brief calls the body, place or thing that it asks for: `Delta Air Lines`, `WFP`."""
    if draft.kind in {Kind.ACRONYM, Kind.WHY} or draft.items:
        return []
    sides = bare(draft.answer).removesuffix(")").split(" (") if draft.answer.endswith(")") else ()
    plain = {bare(draft.answer), *sides}
    known = (one for one in reading.mentions.entities if one.sort is not Sort.PERSON)
    entity = next((one for one in known if plain & {bare(text) for text in one.texts}), None)
    forms = [] if entity is None else sorted({bare(form) for form in (*entity.texts, entity.said)})
    if draft.sort in PLACES:
        placed = {bare(name.text) for line in reading.lines for name in line.names if name.sort in PLACES}
        forms = [form for form in forms if form in placed]
    forms += _as_event(draft.answer, reading) if draft.sort in PLACES | {Sort.UNKNOWN} else []
    return [form for form in forms if not _is_in_question(form, draft)]


_HAPPENED = "assault|attack|bombing|collapse|crash|disaster|fire|hijacking|killings|massacre|raid|riots|shooting|siege"


def _as_event(answer: str, reading: Reading) -> list[str]:
    """`Dolna attack` for what a brief calls by its place alone, once it has told it so."""
    called = re.compile(rf"\b{re.escape(answer)} (?:(?:mall|hotel|airport|school) )?(?:{_HAPPENED})\b")
    return sorted({found for line in reading.lines for found in called.findall(line.plain)})


def _is_of_elsewhere(form: str, answer: str, reading: Reading | None) -> bool:
    """Whether a form is that of an American body, and the brief is about another state."""
    topic = reading.topic if reading is not None else None
    owned = answer.startswith(("US ", "U.S. ", "United States ")) or answer.endswith(" of the United States")
    only = bare(answer) in ONLY_AMERICAN
    american = re.match(r"(?:US|U\.S\.) ", form) is not None and not owned and not only
    return american and topic is not None and topic.name != "United States"


def _tidy(forms: Iterable[str], answer: str) -> tuple[str, ...]:
    """Each form once, without the answer and without a form that only a capital tells from one before it."""
    seen, kept = {answer.casefold()}, []
    for form in (" ".join(form.split()) for form in forms):
        if form and form.casefold() not in seen:
            seen.add(form.casefold())
            kept.append(form)
    return tuple(kept)


def _is_in_question(form: str, draft: Draft) -> bool:
    """Whether a name stands in the question: then it is another thing, or it is not what is asked for.

    So does that of a group whose one member does: `Houthis`, where `the Houthi movement` is asked about.
    """
    one = form.removesuffix("s") if form[:1].isupper() and not form.isupper() else form
    asked = _FRAME.sub("", draft.question) if form.isupper() else draft.question
    return any(stands_in(fold(name), fold(asked)) for name in (form, one))


_FRAME = re.compile(r"^(?:As of [^,:]+, )?(?:[Aa]ccording to|[Ii]n) (?:the|an?) [^,:]*\bbrief on [^,:]+[,:]")
"""What a question says of the brief, where the answer's own letters may be its topic."""


def _names(draft: Draft, cast: Cast | None, subject: str) -> Iterator[str]:
    if draft.kind is Kind.ACRONYM:
        yield from acronym_forms(draft)
    elif is_office(draft):
        yield from office_forms(draft, cast, subject)
    elif is_person(draft, cast):
        yield from () if _is_of_family(draft) else person_forms(bare(draft.answer), cast)
        yield from (named_as_parent(draft), of_family(draft))
    elif draft.items:
        yield from _list_forms(draft, cast)
    else:
        yield from _other(draft, cast)


def _is_of_family(draft: Draft) -> bool:
    """Whether a surname stands for several of that name, so that no one's full name is right."""
    return draft.span is not None and IS_FAMILY.match(draft.fact.provenance.sentence, draft.span[1]) is not None


def _other(draft: Draft, cast: Cast | None) -> Iterator[str]:
    yield from other_names(draft.answer, cast, draft.sort)
    yield without_class(draft)
    yield of_ship(draft)
    yield from family_forms(bare(draft.answer), cast)
    yield translated(bare(draft.answer))
    yield from headed_as_told(draft.answer, draft.fact.provenance.sentence)
    if draft.kind is Kind.WHY:
        yield _REASON.sub("", draft.answer)


def _of_body(draft: Draft, cast: Cast | None, reading: Reading | None) -> list[str]:
    """What a body or an undertaking is called beside its name."""
    if draft.kind in {Kind.ACRONYM, Kind.WHY} or draft.items or is_person(draft, cast) or is_office(draft):
        return []
    sentence = draft.fact.provenance.sentence
    return [*body_forms(draft.answer, draft.sort, reading, sentence), name_inside(draft.answer)]


_ALLIED = re.compile(r"\b(?:alliance|bloc|coalition|ticket) of (?:the )?\[\.\.\.\]")
"""Before two parties that are called by both their names."""


def _list_forms(draft: Draft, cast: Cast | None) -> Iterator[str]:
    """The list with one item called otherwise, with all of them in their shortest or longest form, and turned round."""
    named = [
        [form for form in _item_forms(item, draft.sort, cast) if not _is_in_question(form, draft)]
        for item in draft.items
    ]
    others = [[form for form in forms if form != bare(item)] for item, forms in zip(draft.items, named, strict=True)]
    plain, word = [bare(item) for item in draft.items], "or" if " or " in draft.answer else "and"
    yield joined(plain, word)
    yield _without_plural(plain, word)
    yield joined([min((name, *forms), key=len) for name, forms in zip(plain, others, strict=True)], word)
    yield joined([_fuller(name, forms, draft.sort) for name, forms in zip(plain, others, strict=True)], word)
    yield from orders(plain, word) if len(plain) < 3 else ()
    if len(plain) == 2:
        yield "-".join(plain) if draft.sort in ACTORS and _ALLIED.search(draft.question) else ""
    for place, forms in enumerate(others):
        shorter = [form for form in forms if len(form) < len(plain[place])][:2]
        called = dict.fromkeys((*forms[:1], *shorter))
        yield from (joined([*plain[:place], form, *plain[place + 1 :]], word) for form in called)
    yield from orders(plain, word) if len(plain) == 3 else ()


_PLURAL_LAST = re.compile(
    r" (?:Cantons|Counties|Departments|Districts|Governorates|Islands|Oblasts|Prefectures|Provinces|Regions|Rivers"
    r"|States)$"
)


def _without_plural(plain: list[str], word: str) -> str:
    """The list without the noun that all its items share: `Dolna and Torva` for `Dolna and Torva Provinces`."""
    return joined([*plain[:-1], _PLURAL_LAST.sub("", plain[-1])], word) if plain and " " in plain[-1] else ""


def _fuller(name: str, forms: list[str], sort: Sort | None) -> str:
    """An item in full: of a person the longest form, of anything else the first if it is longer."""
    return max((name, *(forms if sort is Sort.PERSON else forms[:1])), key=len)


def _item_forms(item: str, sort: Sort | None, cast: Cast | None) -> Iterable[str]:
    """What else one item is called; of a person, the full name first, and the surname."""
    if sort is not Sort.PERSON:
        return tuple(form for form in other_names(item, cast) if "," not in form)
    person = cast.person(bare(item)) if cast is not None else None
    return (*((person.name,) if person is not None else ()), *list(person_forms(bare(item), cast))[:1])


def joined(items: list[str], word: str) -> str:
    """`A and B`; `A, B and C`."""
    return f" {word} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def rejected(draft: Draft, reading: Reading | None = None) -> tuple[str, ...]:
    """Near misses that a lenient grader would let through, none of them right."""
    cast = cast_of(reading) if reading is not None else None
    found = [*date_misses(draft), *number_misses(draft), *other_figures(draft, reading), *group_misses(draft)]
    if not found and not draft.times and draft.quantity is None:
        found = list(_misses(draft, cast, reading))
    right = {_same(form) for form in (draft.answer, *draft.items, *accepted(draft, reading))}
    return tuple(form for form in _tidy(found, draft.answer) if _same(form) not in right)[:MOST_REJECTED]


def _same(form: str) -> str:
    """What makes two answers the same to a grader: folded, without article and punctuation."""
    return re.sub(r"[^\w%$€£+.-]+", " ", fold(bare(form))).strip()


def _misses(draft: Draft, cast: Cast | None, reading: Reading | None) -> Iterator[str]:
    if draft.kind is Kind.ACRONYM:
        yield from full_lookalikes(draft.answer) if " " in draft.answer else lookalikes(draft.answer, draft.sort, cast)
    elif is_office(draft):
        yield from office_misses(draft)
    elif is_person(draft, cast):
        yield from person_misses(bare(draft.answer), cast)
    elif not draft.items:
        yield from lookalikes(draft.answer, draft.sort, cast)
        yield from namesakes(draft.answer, draft.sort)
        yield from _of_others(draft, reading) if reading is not None else ()


def _of_others(draft: Draft, reading: Reading) -> Iterator[str]:
    """What has the answer's name and belongs to another state than the brief is about or names by it."""
    yield from shared_misses(draft.answer, reading)
    yield from treasury_misses(draft.answer, reading, draft.fact.provenance.sentence)
    if reading.topic is not None:
        yield from of_other_states(draft.answer, reading.topic.name, draft.fact.provenance.sentence)
