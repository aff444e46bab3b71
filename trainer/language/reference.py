"""Words of a sentence made to stand alone: pronouns and definites named, or refused where that is in doubt."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from trainer.language.agreement import IT, THEY
from trainer.language.authors import authors
from trainer.language.clause_pronouns import Place
from trainer.language.definite import Meant, fits_verb, owner
from trainer.language.definites import definite_meant
from trainer.language.described import Described, phrase_bounds
from trainer.language.entities import Entity, Mention
from trainer.language.event_nouns import families
from trainer.language.following import is_told_before
from trainer.language.grammar import clause_of, contains, is_plural, noun_of, relative_noun, subject_of
from trainer.language.kinds import CLASS_NOUNS, INSTITUTIONS, MEASURED, WELL_KNOWN
from trainer.language.leaning import is_explained, stands
from trainer.language.names import Sort
from trainer.language.owned import INSIDE, owned
from trainer.language.person_nouns import PERSONS
from trainer.language.persons import HE, SHE, person_meant
from trainer.language.pointers import is_link, points_away
from trainer.language.pronouns import thing_meant
from trainer.language.reading import Line, Reading
from trainer.language.shortened import is_short_for
from trainer.language.spoken import is_said_as_word
from trainer.language.stretch import Stretch, is_before_name, stands_itself
from trainer.language.untied import Change, applied, unlinked, without
from trainer.language.within import (
    explained_within,
    goes_back_within,
    is_one_of_family,
    is_said_before,
    may_own,
    means_nothing,
    stands_beside,
)
from trainer.text import fold

_STAYS = "\0"
_SHORT_FORM = re.compile(r"\s\([A-Z][\w&.-]*[A-Z]\w*\)")
_FLEETING = frozenset({"recent", "current", "latest", "upcoming"})
_KEPT_FLEETING = frozenset({"account", "level", "levels", "pace", "prices", "rate", "rates", "trend", "trends"})
"""Nouns that are another thing without that word: `at the current rate`."""
_OWN = frozenset({"its", "their", "his", "her"})
_PRONOUNS = HE | SHE | IT | THEY
_DETERMINERS = frozenset({"the", "this", "these", "that", "those", "both"})
_NEVER_SHORT = frozenset({Sort.STATE, Sort.PEOPLE, Sort.CITY, Sort.REGION})


def standing_alone(
    reading: Reading, line: Line, start: int, end: int, *,
    owned: bool = False, gap: tuple[int, int] | None = None, mark: str = "", led: bool = False,
    follows: int | None = None, quoted: bool = False, as_written: bool = False,
) -> str | None:  # fmt: skip
    """The characters as a question may say them, a year later; None if they lean on what the question lacks.

    `owned` allows `its` and `their`, where the subject that they point to stands in the same question. The characters
    of `gap` are taken out and `mark` put there. `led` allows definites that what the brief is about explains, which the
    question then has to open with. `follows` is the line, the one before or the same, whose words the question says
    first: what they explain stays as it is written. `quoted` allows one quotation, from its first mark to its last.
    `as_written` allows a noun with `the` of which nothing tells what it means.
    """
    span = line.sentence.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    words = line.plain[span.start_char : span.end_char]
    if '"' in words.replace('"', "", 2 * quoted) or any(quote in words for quote in "“”"):
        return None
    held = gap if gap is not None and span.start_char <= gap[0] and gap[1] <= span.end_char else None
    number = reading.mentions.number(line)
    changes = _changes(Stretch(reading, line, span, number, held, owned, led, follows, as_written))
    if changes is None:
        return None
    if held is not None:
        touched = any(a < held[1] and held[0] < b for a, b, _ in changes)
        if touched or _gives_away(line.plain[held[0] : held[1]], changes):
            return None
        changes = [*changes, (*held, mark)]
    text = _with_articles(applied(line.plain, span.start_char, span.end_char, changes), changes)
    for slip, meant in reading.repairs.items():
        text = re.sub(rf"\b{slip}\b", meant, text)
    return " ".join(_SHORT_FORM.sub("", text).split())


_VOWEL = re.compile(r"[AEIOaeio]|[Uu](?!ni|se|ti|[A-Z])")
"""What a word begins with behind `an`."""


def _with_articles(text: str, changes: list[Change]) -> str:
    """The text with `a` and `an` as the words behind them ask that were put in: `a Liberal Democratic Party member`."""
    for _, _, words in changes:
        if words[:1].isalpha():
            article = "an" if _VOWEL.match(words) else "a"
            text = re.sub(rf"\ban? (?={re.escape(words)})", f"{article} ", text)
    return text


def _gives_away(answer: str, changes: list[Change]) -> bool:
    """Whether the words put in name what has been taken out."""
    taken = re.compile(rf"(?<!\w){re.escape(fold(answer).removeprefix('the '))}(?!\w)")
    return any(words and taken.search(fold(words)) for _, _, words in changes)


def _changes(stretch: Stretch) -> list[Change] | None:
    """What to put for what, in the whole stretch; None where something cannot be made good. Each is looked at once."""
    done = stretch.reading.changes
    if stretch.key not in done:
        done[stretch.key] = _found_changes(stretch)
    return done[stretch.key]


def _found_changes(stretch: Stretch) -> list[Change] | None:
    """The same, looked for in every word."""
    changes = [change for change in _shortenings(stretch.line, stretch.span) if not stretch.is_gap(*change[:2])]
    dates = [(date.start, date.end, "") for date in stretch.line.dates]  # which others resolve
    for token in stretch.span:
        if any(a <= token.idx < b for a, b, _ in (*changes, *dates)):
            continue
        change = change_behind(stretch, token) if stretch.follows is not None else change_of(stretch, token)
        if change is None:
            return None
        changes += change
    return changes


def _shortenings(line: Line, span: Span) -> list[Change]:
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


def change_of(stretch: Stretch, token: Token) -> list[Change] | None:
    """What to put for one token: nothing, other words, or None for a reference that cannot be made good."""
    word, mention = token.lower_, stretch.at(token)
    if mention is not None:
        return _in_full(stretch, mention, token) if token.idx == mention.start else []
    if word in _PRONOUNS and token.pos_ in {"PRON", "DET"}:
        return _pronoun(stretch, token)
    fleeting = word in _FLEETING and token.dep_ == "amod" and token.head.lower_ not in _KEPT_FLEETING
    if fleeting and token.i and token.nbor(-1).lower_ in {"the", "a"}:
        return without(token)
    if word in _DETERMINERS and token.dep_ == "det":
        return _definite(stretch, token)
    if is_link(token):
        return [unlinked(stretch, token)]
    return authors(token) if points_away(token) else owned(stretch, token)


def change_behind(stretch: Stretch, token: Token) -> list[Change] | None:
    """The same behind other words of the brief: what those explain stays as it is written."""
    return [] if is_told_before(stretch, token) else change_of(stretch, token)


def _in_full(stretch: Stretch, mention: Mention, token: Token) -> list[Change] | None:
    """A short form of a name in full, the first time that the stretch has it; None for one of a family."""
    if is_one_of_family(mention, token):
        return None
    entity, text = mention.entity, stretch.line.plain[mention.start : mention.end]
    bare = entity.said.removeprefix("the ")
    if bare == text or text in WELL_KNOWN or entity.sort in _NEVER_SHORT or stretch.is_gap(mention.start, mention.end):
        return []
    if fold(text) not in CLASS_NOUNS and not is_short_for(text, bare):
        return []
    if stretch.holds(entity, mention.start) or _comes_in_full(stretch, mention):
        return []
    before = token.nbor(-1) if token.i else token
    opened = mention.leading and before.lower_ == "the" and stretch.has(before) and before != token
    start = mention.start - 4 * (opened and not entity.said.startswith("the "))
    bring = mention.leading and (before == token or before.tag_ not in INSIDE)
    return [(start, mention.end, entity.said if bring else bare)]


def _comes_in_full(stretch: Stretch, mention: Mention) -> bool:
    """Whether a longer form of the name follows in the stretch."""
    return any(
        m.entity == mention.entity and m.start > mention.start and m.end <= stretch.span.end_char
        and m.end - m.start > mention.end - mention.start
        for m in stretch.named
    )  # fmt: skip


def _pronoun(stretch: Stretch, pronoun: Token) -> list[Change] | None:
    """The pronoun by the name that it stands for; as it is, where that stands before it in the stretch."""
    word = pronoun.lower_
    if word == "it" and stretch.has(pronoun.head) and means_nothing(stretch, pronoun):
        return []
    if _is_own(stretch, pronoun) or is_said_before(stretch, pronoun) or goes_back_within(stretch, pronoun):
        return []
    said = _person(stretch, pronoun) if word in HE | SHE else None
    if said is None and word not in HE:
        said = _thing(stretch, pronoun)
    if said is not None and stands_beside(stretch, pronoun, said):
        said = _STAYS
    if said is None or said == _STAYS:
        return [] if said == _STAYS or explained_within(stretch, pronoun) else None
    if word.endswith(("self", "selves")) or _is_doer(stretch, pronoun, said):
        return None
    if word in _OWN and re.search(r"\b(?:members|most|some|all|part) of\b", said):
        return None
    possessive = word in _OWN and (pronoun.dep_ == "nmod:poss" or pronoun.tag_ == "PRP$")
    return [_owning(stretch, pronoun, said) if possessive else (pronoun.idx, pronoun.idx + len(pronoun), said)]


def _is_doer(stretch: Stretch, pronoun: Token, said: str) -> bool:
    """Whether the name is that of the subject of the very verb whose object the pronoun is: it means another then."""
    subject = subject_of(pronoun.head) if pronoun.dep_ in {"obj", "iobj"} else None
    named = stretch.at(subject) if subject is not None else None
    return named is not None and named.entity.said == said


def _is_own(stretch: Stretch, pronoun: Token) -> bool:
    """`his own death`: of the subject of the same clause, which stands before it."""
    own = pronoun.i + 1 < stretch.span.end and pronoun.nbor().lower_ == "own"
    subject = _own_subject(pronoun) if own and pronoun.dep_ == "nmod:poss" else None
    return subject is not None and stretch.has(subject) and subject.tag_ not in {"PRP", "WP", "WDT"}


def _owning(stretch: Stretch, pronoun: Token, said: str) -> Change:
    """`its own crew` as `the Rubymar's crew`."""
    end = pronoun.idx + len(pronoun)
    if pronoun.i + 1 < stretch.span.end and pronoun.nbor().lower_ == "own":
        end = pronoun.nbor().idx + len("own")
    return (pronoun.idx, end, owner(said))


def _person(stretch: Stretch, pronoun: Token) -> str | None:
    entity = person_meant(stretch.reading.mentions, stretch.number, pronoun)
    if entity is None:
        return _STAYS if _is_told_of(stretch, pronoun) else None
    stays = stretch.holds(entity, pronoun.idx) or _is_owned(stretch, pronoun, entity)
    return _STAYS if stays else entity.said


def _is_told_of(stretch: Stretch, pronoun: Token) -> bool:
    """`a boy who had lost his parents`: the person without a name stands in the stretch, and no other comes between."""
    noun = relative_noun(clause_of(pronoun))
    if noun is None or noun.tag_ != "NN" or not stretch.has(noun) or noun.i > pronoun.i:
        return False
    clause = noun.doc[noun.i + 1 : pronoun.i]
    return any(t.lower_ == "who" for t in clause) and not any(
        (t.tag_ == "NN" and t.lower_ in PERSONS) or ((m := stretch.at(t)) is not None and m.entity.sort is Sort.PERSON)
        for t in clause
    )


def _is_owned(stretch: Stretch, pronoun: Token, entity: Entity) -> bool:
    """Whether the owner is the subject of the same clause, which stands in the question."""
    if not stretch.owned or pronoun.dep_ != "nmod:poss":
        return False
    subject = _own_subject(pronoun)
    named = stretch.at(subject) if subject is not None else None
    return named is not None and named.entity == entity


def _own_subject(pronoun: Token) -> Token | None:
    subject = subject_of(clause_of(pronoun.head))
    return subject if subject is not None and subject.i < pronoun.i and not contains(subject, pronoun) else None


def _thing(stretch: Stretch, pronoun: Token) -> str | None:
    place = thing_meant(stretch.reading.mentions, stretch.number, pronoun)
    if place is None:
        return None
    if place.line == stretch.number and pronoun.dep_ == "nmod:poss" and not may_own(stretch, place.token):
        return None
    owned = stretch.owned and pronoun.dep_ == "nmod:poss" and _own_subject(pronoun) == place.token
    if place.line == stretch.number and (owned or stretch.has(place.token)):
        return _STAYS
    return _said_of(stretch.reading, place, one=pronoun.lower_ in IT)


def _said_of(reading: Reading, place: Place, *, one: bool = False) -> str | None:
    """The noun that a pronoun points to, in words that stand alone; without what is joined to it, if it is one."""
    index, noun = reading.mentions, place.token
    if noun.dep_ == "cc":
        return _joined(reading, Place(place.line, noun.head.head))
    if noun.tag_ == "PRP":
        entity = person_meant(index, place.line, noun) if noun.lower_ in HE | SHE else None
        further = thing_meant(index, place.line, noun) if entity is None else None
        return entity.said if entity is not None else _said_of(reading, further) if further is not None else None
    if not one and is_plural(noun) and any(c.dep_ == "conj" for c in noun.children):
        return _joined(reading, place)
    mention = index.at(place.line, noun.idx)
    if mention is not None:
        return mention.entity.said if mention.leading else None
    return _noun_said(reading, index.lines[place.line], place)


def _joined(reading: Reading, place: Place) -> str | None:
    """`A and B`, if each is a name."""
    parts = [place.token, *(c for c in place.token.children if c.dep_ == "conj")]
    named = [reading.mentions.at(place.line, part.idx) for part in parts]
    said = [m.entity.said for m in named if m is not None and m.leading]
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) == len(parts) > 1 else None


def _noun_said(reading: Reading, line: Line, place: Place) -> str | None:
    """A common noun by what it stands for, or by the words around it, if they name something."""
    noun, named = place.token, reading.mentions.named[place.line]
    if noun.tag_ not in {"NN", "NNS"}:
        return None
    article = next((c for c in noun.children if c.dep_ == "det" and c.i < noun.i and noun_of(c) == noun), None)
    start, end = phrase_bounds(line, noun, named)
    first, last = noun.doc[start].idx, noun.doc[end - 1].idx + len(noun.doc[end - 1])
    if any(first <= m.start and m.end <= last for m in named):
        return _phrase(reading, Described(noun.lower_, place.line, noun.i, start, end, frozenset(), is_plural(noun)))
    if article is None or article.lower_ not in _DETERMINERS:
        return None
    meant = definite_meant(reading, line, article, noun)
    return _words(reading, meant, article, noun) if meant is not None else None


def _phrase(reading: Reading, told: Described) -> str | None:
    """An earlier phrase with `the`, its own references made good."""
    line = reading.mentions.lines[told.line]
    doc, first = line.sentence.doc, told.start
    owned = any(t.tag_ == "POS" for t in doc[first : told.head])
    if owned and first and doc[first - 1].dep_ == "det":
        first -= 1
    if first and doc[first - 1].tag_ == "PRP$" and not owned:
        text = _alone(reading, line, first - 1, told.end)
        if text is not None or told.weak:
            return text
    if told.verb >= 0:
        parts = [_alone(reading, line, first, told.verb), _alone(reading, line, told.verb, told.end)]
        return f"the {parts[0]} that {parts[1]}" if all(parts) else None
    text = _alone(reading, line, first, told.end)
    if text is None or (told.weak and not any(word[:1].isupper() for word in text.split())):
        return None
    return text if owned else f"the {text}"


def _alone(reading: Reading, line: Line, first: int, end: int) -> str | None:
    doc = line.sentence.doc
    text = standing_alone(reading, line, doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))
    named = reading.mentions.at(reading.mentions.number(line), 0) is not None or doc[0].lower_ in _PRONOUNS
    own = text is not None and text.startswith(doc[0].text)
    if text and own and first == 0 and not named and not text[1:2].isupper():
        return text[:1].lower() + text[1:]
    return text


def _words(reading: Reading, meant: Meant, article: Token, noun: Token) -> str | None:
    """What a definite stands for, in words."""
    if meant.owner:
        modifiers = "".join(t.text_with_ws for t in noun.doc[article.i + 1 : noun.i + 1]).strip()
        return f"{meant.words} {modifiers}"
    if meant.of is not None:
        whom = _said_of(reading, meant.of)
        return f"{meant.words}{whom}" if whom else None
    words = _phrase(reading, meant.phrase) if meant.phrase is not None else meant.words
    return f"{meant.lead}{words}" if words else None


def _definite(stretch: Stretch, article: Token) -> list[Change] | None:
    """A definite that names itself stays; one of which it is found out what it means is named; any other is refused."""
    if is_before_name(stretch, article):
        return []
    noun = noun_of(article)
    if noun is None:
        return None if article.lower_ != "both" else []
    if article.lower_ == "both" and (noun.pos_ == "PROPN" or any(c.dep_ == "conj" for c in noun.children)):
        return []
    if stands_itself(stretch, article, noun):
        return []
    meant = definite_meant(stretch.reading, stretch.line, article, noun)
    if meant is not None and fits_verb(noun, meant) and (put := _put(stretch, article, noun, meant)) is not None:
        return put
    explained = stretch.led and is_explained(stretch, article, noun)
    stays = meant is None and (explained or _is_new(stretch, article, noun))
    return [] if stays or (stretch.as_written and article.lower_ == "the") else None


def _is_new(stretch: Stretch, article: Token, noun: Token) -> bool:
    """Whether no earlier phrase explains `the`: the sentence reads so, and the brief has not had the word before.

    Not for nouns by which briefs go back to what they have told in other words: `the vote`, `the senators`.
    """
    index, word = stretch.reading.mentions, noun.lower_.removesuffix("s")
    told = index.first.get(word, stretch.number) < stretch.number
    returns = {noun.lower_, word} & (CLASS_NOUNS | PERSONS | INSTITUTIONS | MEASURED | families().keys())
    return (
        article.lower_ == "the"
        and noun.tag_ in {"NN", "NNS"}
        and not told
        and not returns
        and stands(index, stretch.number, noun)
    )


def _put(stretch: Stretch, article: Token, noun: Token, meant: Meant) -> list[Change] | None:
    """The words for the definite, with its `'s` where one follows; nothing, where the stretch has the name already."""
    if meant.entity is not None and stretch.holds(meant.entity, article.idx):
        return []
    if meant.owner:
        return [(article.idx, article.idx + len(article), meant.words)]
    words = _words(stretch.reading, meant, article, noun)
    if words is None:
        return None
    if noun.i + 1 < stretch.span.end and noun.nbor().tag_ == "POS":
        return [(article.idx, noun.nbor().idx + len(noun.nbor()), owner(words))]
    return [(article.idx, noun.idx + len(noun), words)]
