"""What a brief is about, in a phrase: what its title names, in the letters that its body uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from trainer.language import gazetteer
from trainer.language.glyphs import plain
from trainer.language.lexicon import lemmas
from trainer.language.names import PLACES, Sort, known_names
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Reading
from trainer.language.tags import NOUNS
from trainer.questions.topic_articles import needs_article
from trainer.questions.topic_body import matter_named
from trainer.questions.topic_events import is_event
from trainer.questions.topic_matter import SHORT_TEXT, Told, alone, best, state_told, told_of
from trainer.questions.topic_names import OFTEN_SPOKEN_OF, far_ahead, name_in, pairs, rules
from trainer.questions.topic_phrases import MOST_WORDS, PAPER, SEAMS, Part, of_matter, parts, size, uncapped
from trainer.text import fold
from trainer.values.names import stands_in

SHORTER_THAN = 4
"""Words of a name for which its letters stand in a topic."""
_DATED = re.compile(r"\d [A-Z]|[A-Z]\w+ \d")
_TIED = re.compile(r"([A-Z][\w ]+)-([A-Z][\w ]+)(?=$|[:;,?.])")
_CODED = re.compile(r"\b(?:Exercise|EXERCISE|Operation|OPERATION|Ex) [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}")
"""What an exercise or an operation is called, whatever else the title says."""
_CODE = re.compile(r"\b[A-Z]{1,4}-?\d{1,4}[A-Z]{0,2}\b")
"""What an aircraft or the like is called: `A400M`."""


def topic_of(reading: Reading) -> str:
    """`the Change Healthcare breach`, `HIV in Fiji`, `Ghana`: the matter and where; empty if nothing says either.

    What the paper of a government is about is in its state, if it names no other.
    """
    topic, home = _topic_of(reading), reading.brief.home
    if not home or not topic or _holds(topic, reading):
        return topic
    return topic if any(name.sort is Sort.STATE for name in known_names(topic)) else f"{topic} in {_said(home)}"


def _topic_of(reading: Reading) -> str:
    title = _with_short_names(reading, re.sub(r' ?\([^)]*\)|"', "", plain(reading.brief.title)))
    if (coded := _CODED.search(title)) is not None:
        kind, _, name = coded[0].partition(" ")
        return f"{kind.capitalize()} {name}"
    title = of_matter(_untied(uncapped(reading, title).replace(" / ", " and ")))
    state = reading.topic.with_article if reading.topic is not None and reading.titled else ""
    told = told_of(reading)
    found = _parts(reading, title, told)
    wheres = [part for part in found if _is_where(title, part.text)]
    places = [part for part in wheres if not rules(part.text, title)]
    matter = best([part for part in found if part not in wheres and not _is_of_place(part, wheres)], told)
    if matter is None or (matter.aside and places):
        return _without_matter(reading, title, found, places, told, state=state)
    placed = _placed(matter, places, state, reading)
    where = _first_place(places, told)
    alone_ = where is not None and where.leads and placed == matter.text and not _holds_place(placed)
    return _said(where.text) if where and alone_ and told.worth(where) > told.worth(matter) + 1 else placed


def _is_of_place(part: Part, wheres: Sequence[Part]) -> bool:
    """Whether a phrase is a part of a place, or a mere name that only does something to what the title sets first."""
    aside = not part.head and (part.acts or part.beside or part.later)
    return any(place.holds(part) or (aside and place.place < part.place) for place in wheres)


def _first_place(places: Sequence[Part], told: Told) -> Part | None:
    """The place that stands alone in its clause, else the one that the text names most."""
    return max(places, key=lambda place: (place.alone, told.worth(place)), default=None)


def _without_matter(
    reading: Reading, title: str, found: Sequence[Part], places: Sequence[Part], told: Told, *, state: str
) -> str:  # fmt: skip
    """What a brief is about whose title names no matter: what happened in its place, that place, or a name."""
    label = bool(places) and places[0].alone
    bare = next((part for part in found if label and _is_bare_event(part, told)), None)
    if bare is not None:
        return _placed(bare, places, state, reading)
    where = _first_place(places, told)
    place = _said(where.text) if where is not None else state
    named = matter_named(reading) if place else ""
    if named and not stands_in(named, place):
        return f"{named} in {place}"
    left = alone(found, told)
    return place or _named(reading, title) or (left.text if left is not None else "")


_AGE = re.compile(r"(?:the )?(?:post|pre)-")
"""How words begin that say when: `post-referendum`."""


def _is_bare_event(part: Part, told: Told) -> bool:
    """Whether a phrase says enough beside a place: one word, or what happened: `floods`, `the leaked pact`."""
    event = is_event(part.head)
    one = part.alone and part.head.endswith("s") and " " not in part.text.removeprefix("the ")
    return not (part.aside or _AGE.match(part.text)) and (
        (one or (event and (part.alone or part.leads)))
        and part.head.removesuffix("s") not in PAPER | PERSONS
        and (told.worth(part) > 0 or told.count < SHORT_TEXT or part.leads)
    )


def _parts(reading: Reading, title: str, told: Told) -> list[Part]:
    """The noun phrases of the title, in the letters of the body."""
    said = told.letters.copy()
    known = [pair for pair in pairs(title) if any(pair in line.plain for line in told.body)]
    said.subtract({word: said[word] for word in _openers(reading, title)})
    names = {word for pair in (*known, *(name.text for name in known_names(title))) for word in pair.split()}
    names.update(_CODE.findall(title))
    found = []
    for part in parts(title, said, names, plain(reading.brief.title)):
        forms = [_as_told(reading, _as_named(_acting(form, title, told), known, said)) for form in part.forms]
        forms = forms if _is_one_kind(title, forms[0]) else forms[-1:]
        named = _names_something(forms[0], reading) and not _is_common(forms[0])
        forms = forms if named else [_uncapitalized(form) for form in forms]
        if not part.owned and part.head and needs_article(part, forms[0], told):
            forms = [form if form.startswith("the ") else f"the {form}" for form in forms]
        if not _is_first_name(forms[0], reading):
            forms, storm = _as_storm(forms)
            head = storm or part.head or ("" if named else forms[-1].split()[-1])
            found.append(replace(part, forms=tuple(forms), head=head, named=named, rare=_is_rare(forms[0])))
    return found


def _as_storm(forms: list[str]) -> tuple[list[str], str]:
    """The forms of a storm that has a name, as its name, and what it is: `Tropical Cyclone Nia`, `cyclone`."""
    found = _STORM.match(forms[0])
    if found is None:
        return forms, ""
    kind = found["kind"].title()
    return [f"{kind} {found['name']}"], kind.split()[-1].lower()


_STORM = re.compile(
    r"(?:the )?(?P<kind>(?:(?:severe|super|tropical|winter) )*(?:cyclone|typhoon|storm)) (?P<name>[A-Z]\w+)",
    re.IGNORECASE,
)
"""What a storm is called."""


def _acting(phrase: str, title: str, told: Told) -> str:
    """Who does something without what it does, where that looks like a noun: `Chad | votes`, `Nova dispute | eases`.

    Not where the body has it as a noun, nor where the title goes on in its own words.
    """
    name, _, last = phrase.rpartition(" ")
    acts = name and not name.isupper() and last.islower() and last.endswith("s") and "VERB" in lemmas(last)
    if not acts or not (_is_state(name) or fold(phrase).endswith(fold(title))):
        return phrase
    lines = [line for line in told.body if phrase in line.plain] if _is_state(name) else told.body
    nouns = {token.lower_.removesuffix("s") for line in lines for token in line.sentence.doc if token.tag_ in NOUNS}
    if last.removesuffix("s") in nouns:
        return phrase
    return f"the {name}" if is_event(name.split()[-1]) and not name.startswith("the ") else name


def _is_one_kind(title: str, text: str) -> bool:
    """Whether a list is not one of a thing and of places: `Hurricane Beryl, Grenada and ...`."""
    sides = re.split(", | and ", text)
    if _is_place(title, sides[0]) and all(side[:1].isupper() for side in sides):
        return True
    return len(sides) < MANY_SIDES or len({_is_place(title, side) for side in sides}) == 1


MANY_SIDES = 3
"""Of a list that may be one of a thing and of where it was."""


def _is_rare(text: str) -> bool:
    """Whether a word in small letters is one of no dictionary, and so a name too: `aducanumab`."""
    return any(
        len(word) > MOST_LETTERS and not lemmas(word) for word in re.findall(r"(?<![\w-])[a-z]+(?![\w'-])", text)
    )


MOST_LETTERS = 5
"""Of words that a dictionary may lack without their being names."""


def _is_common(text: str) -> bool:
    """Whether one word with a capital and an article is but a noun: `the House`."""
    word = re.fullmatch(r"the ([A-Z][a-z]+)", text)
    return word is not None and "NOUN" in lemmas(word[1].lower()) and not known_names(word[1])


def _is_first_name(text: str, reading: Reading) -> bool:
    """Whether the text is one name of a person and no more: `Tokayev`."""
    sorts = {name.sort for line in reading.lines for name in line.names if text in name.text.split()}
    return sorts == {Sort.PERSON}


def _named(reading: Reading, title: str) -> str:
    """The name of the title that most sentences say, else that of the body."""
    return name_in(reading, title)[0] or _spoken_of(reading)


def _placed(matter: Part, places: Sequence[Part], state: str, reading: Reading) -> str:
    """The matter with the place that the title gives it, else with the state that the text is about."""
    if not matter.head or _holds(matter.text, reading) or _holds_owner(matter.text):
        return matter.text
    told = [line.plain for line in reading.lines]
    places = [part for part in places if part.text not in matter.text]
    near = [part for part in places
            if part.alone or (part.where and part.place[0] == matter.place[0] and not matter.later)]  # fmt: skip
    given = next((f"{part.where or _before(part.text, told)} {_said(part.text)}" for part in near), "")
    if not given and not matter.named and not matter.later and len(places) == 1:
        given = f"{_before(places[0].text, told)} {_said(places[0].text)}"
    elsewhere = _holds_place(matter.text)
    given = given or (f"in {state}" if state and not elsewhere else "")
    if given and elsewhere and re.search(" in | at ", matter.text):
        return matter.text
    if not given and not matter.named:
        given = f"in {most}" if (most := state_told(reading)) else ""
    placed = (f"{form} {given}" for form in matter.forms) if given else iter(())
    return next((text for text in placed if size(text) <= MOST_WORDS), matter.text)


def _said(place: str) -> str:
    """A place of a title with the article of its state: `the Central African Republic`."""
    return f"the {place}" if f"the {place}" in gazetteer.state_names() else place


def _before(place: str, told: Sequence[str]) -> str:
    """The preposition of a place: `in` for states, towns and seas, `at` for a shoal or a canal; else as it is told."""
    linked = re.compile(rf"\b(in|around|off) (?:the )?{re.escape(place)}\b")
    links = Counter(link for text in told for link in linked.findall(text))
    most = max(("around", "off"), key=lambda link: links[link])
    if links[most] > max(1, links["in"]):
        return most
    found = next((name for name in known_names(place)), None)
    spot = found is not None and found.sort is Sort.PLACE and found.noun not in _WIDE
    return "at" if spot else "in"


_WIDE = frozenset({"sea", "gulf", "bay", "strait", "ocean", "desert", "valley", "basin", "region", "island", "islands"})
"""Kinds of places in which something happens, not at which."""


def _holds_place(phrase: str) -> bool:
    """Whether a phrase names a place: `the Beirut blast`."""
    return any(name.sort in PLACES for name in known_names(phrase))


def _holds_owner(phrase: str) -> bool:
    """Whether a phrase says already whose its matter is: `Ukraine's corn`, `American tariffs`."""
    return any(name.sort in {Sort.STATE, Sort.PEOPLE} for name in known_names(phrase))


def _is_where(title: str, phrase: str) -> bool:
    """Whether the phrase is the name of a place, or of places, and nothing else."""
    sides = phrase.removeprefix("the ").split(" and ")
    return all(_is_place(title, side) for side in sides)


def _with_short_names(reading: Reading, title: str) -> str:
    """The title with the letters by which the body calls what it names in more than four words."""
    for pair in (pair for line in reading.lines for pair in line.acronyms if len(pair.name.split()) > SHORTER_THAN):
        title = re.sub(re.escape(pair.name), pair.short, title, flags=re.IGNORECASE)
    return title


def _is_place(title: str, phrase: str) -> bool:
    """Whether the phrase is the name of a place and nothing else."""
    name = phrase.removeprefix("the ")
    return any(found.text == name and found.sort in PLACES for found in known_names(title))


def _is_state(name: str) -> bool:
    return any(found.text == name and found.sort is Sort.STATE for found in known_names(name))


def _holds(phrase: str, reading: Reading) -> bool:
    """Whether the phrase names the state that the brief is about."""
    state = reading.topic
    return state is not None and any(stands_in(form, phrase) for form in (state.name, state.demonym) if form)


def _spoken_of(reading: Reading) -> str:
    """What the body is about, under a title that names nothing: its state, else the name that most sentences say."""
    state = reading.topic
    if state is not None:
        forms = [form for form in (state.name, state.demonym) if form]
        said = sum(any(stands_in(form, line.plain) for form in forms) for line in reading.lines)
        if said >= OFTEN_SPOKEN_OF:
            return state.with_article
    return far_ahead(reading)


def _names_something(phrase: str, reading: Reading) -> bool:
    """Whether a capital in the phrase is that of a name, and not that of a mere word in a title."""
    runs = re.findall(r"\b[A-Z][\w&-]*(?: [A-Z\d][\w&-]*)*", phrase)
    return any(" " in run or not run.istitle() or _is_name(run, reading) for run in runs)


def _is_name(word: str, reading: Reading) -> bool:
    """Whether a word with a capital is a name: of a place or a people, or one that the body has with it alone."""
    if not lemmas(word.lower()).keys() & {"NOUN", "ADJ"}:
        return True
    if any(found.sort in {*PLACES, Sort.PEOPLE} for found in known_names(word)):
        return True
    alone = re.compile(rf"(?<![A-Z] )(?<=\w )\b{re.escape(word)}\b(?! [A-Z])")
    return any(name.text == word for line in reading.lines for name in line.names) or any(
        alone.search(line.plain) for line in reading.lines
    )


def _uncapitalized(phrase: str) -> str:
    """A phrase that names nothing, without capitals: `a nature reserve`."""
    return phrase if _DATED.search(phrase) else re.sub(r"\b[A-Z](?=[a-z])", lambda letter: letter[0].lower(), phrase)


def _untied(title: str) -> str:
    """The title with two states that a dash alone ties as two: `Chad and Niger: ...`."""
    pair = _TIED.match(title)
    states = pair is not None and all(_is_state(side) for side in pair.groups())
    return _TIED.sub(r"\1 and \2", title, count=1) if states else title


def _openers(reading: Reading, title: str) -> set[str]:
    """The words that open a part of the title and no name of the body: their capital is that of the title."""
    first = {part.split()[0] for part in SEAMS.split(title) if part.split()}
    first = {word for word in first if word[1:].islower()}
    return first - {name.text.split()[0] for line in reading.lines for name in line.names}


def _as_named(phrase: str, told: Sequence[str], said: Counter[str]) -> str:
    """The name by which the body calls what a title gives one word more: `First Quantum`, for `... minerals`."""
    name, _, last = phrase.rpartition(" ")
    cut = name in told and last.islower() and not said[last] and not is_event(last)
    return name if cut and last.endswith("s") else phrase


def _as_told(reading: Reading, phrase: str) -> str:
    """A name of capitals with the article that the body gives it: `the Black Sea Grain Initiative`, `the Fed`."""
    if not re.fullmatch(r"[A-Z][\w'-]*(?: [A-Z\d][\w'-]*)*", phrase) or _is_place(phrase, phrase):
        return phrase
    told = [line.plain for line in reading.lines if stands_in(phrase, line.plain)]
    with_article = sum(bool(re.search(rf"\b[Tt]he {re.escape(phrase)}\b(?! [a-z]+s?\b)", text)) for text in told)
    return f"the {phrase}" if 2 * with_article > len(told) else phrase
