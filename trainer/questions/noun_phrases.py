"""The whole noun phrases of a title or a sentence, from its tree: each with what it may be cut to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trainer.language.lexicon import lemmas
from trainer.language.tags import NOUNS
from trainer.values.dates import MONTHS

_WITHIN = frozenset({"compound", "flat", "goeswith", "amod", "det", "nummod", "nmod:poss", "nmod:desc", "discourse"})
"""How a noun hangs on another of whose phrase it is but a part."""
_BEFORE = _WITHIN | {"nmod:unmarked", "advmod", "obl:unmarked"}
"""What may stand before a noun in its own phrase."""
_NAMED_ON = frozenset({"flat", "compound", "nummod", "goeswith", "dep"})
"""What may stand behind a noun as the rest of its name: `Hangar | 12`."""
_LINKS = frozenset({
    "of", "in", "at", "on", "for", "from", "near", "off", "over", "against", "between", "to", "by", "through", "among",
    "with", "inside", "around", "across", "into", "within", "under", "outside", "along", "towards",
})  # fmt: skip
"""Prepositions that belong to what a noun names; not those of time and cause: `after`, `amid`, `as`."""
_POINTING = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "EX"})
"""Tags of words that mean something only where they stand: `your`, `what`."""
_VAGUE = frozenset({
    "no", "any", "this", "these", "that", "those", "what", "which", "every", "some", "another", "such", "each", "both",
    "all", "many", "more", "most", "much", "few", "several", "same", "other", "own", "bigger",
})  # fmt: skip
"""Words before a noun that tell nothing, or only beside something else."""
_ANYBODY = frozenset(start + end for start in ("no", "any", "every", "some") for end in ("body", "one", "thing"))
"""Words that name nobody."""
TIMES = frozenset({
    "second", "minute", "hour", "day", "night", "weekend", "week", "fortnight", "month", "quarter", "year", "decade",
    "century", "time", "moment", "spring", "summer", "autumn", "winter", "season", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
"""Nouns for a while, which say when and not what."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """One noun with what stands before it, and each place where what follows may end."""

    doc: Doc
    """Where it stands."""
    start: int
    """Its first token."""
    head: int
    """Its noun."""
    ends: tuple[int, ...]
    """One past the last token of each whole form, shortest first."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Its whole forms, shortest first: `loss`, `loss of pressure`, `loss of pressure in the pipeline`."""
        return tuple(self.doc[self.start : end].text.strip() for end in self.ends)

    @property
    def noun(self) -> Token:
        """Its noun."""
        return self.doc[self.head]


def noun_phrases(doc: Doc) -> Iterator[NounPhrase]:
    """The noun phrases in order, the longer before those inside of it.

    Of a while only whose it is: `Suwayda's | week of blood`.
    """
    for token in doc:
        if _is_in_idiom(token) or _is_first_of_two(token):
            continue
        if _is_noun(token) and _is_time(token):
            owners = [left for left in token.lefts if left.dep_ == "nmod:poss" and left.tag_ in NOUNS]
            yield from (found for owner in owners if (found := _phrase(owner)) is not None)
        elif _is_noun(token) and token.dep_ not in _WITHIN and (found := _phrase(token)) is not None:
            yield found


def _is_in_idiom(noun: Token) -> bool:
    """Whether a bare noun is but the middle of what joins two others: `into force of`, `in favour of`."""
    link = next((left.lower_ for left in noun.lefts), "")
    bare = noun.tag_ == "NN" and noun.n_lefts == 1 and link in {"in", "into", "on", "under", "at"}
    return bare and any(right.left_edge.i == noun.i + 1 and right.left_edge.lower_ == "of" for right in noun.rights)


def _is_first_of_two(noun: Token) -> bool:
    """Whether a noun is for the tree what is done to the one behind it: `skipjack | tuna`."""
    behind = next(noun.rights, None)
    return noun.i == 0 and noun.tag_ == "NN" and behind is not None and behind.dep_ == "obj" and behind.left_edge.i == 1


def _phrase(noun: Token) -> NounPhrase | None:
    """The phrase of a noun; None where a word in it points elsewhere."""
    start = _start(noun)
    if start is None or _leans(noun) or _is_halved(noun):
        return None
    return NounPhrase(noun.doc, start, noun.i, tuple(_ends(noun)))


def _is_halved(noun: Token) -> bool:
    """Whether a noun is one side of a pair that a stroke ties: `EUR/CHF`."""
    beside = [noun.doc[i] for i in (noun.i - 1, noun.i + 1) if 0 <= i < len(noun.doc)]
    return any(token.text == "/" for token in beside)


def _is_noun(token: Token) -> bool:
    """Whether a word may head a noun phrase: by its tag, as a name with a figure, or by the `of` behind it."""
    if token.tag_ in NOUNS:
        return token.lower_ not in _ANYBODY
    if len(token.doc) == 1:
        return "NOUN" in lemmas(token.lower_)
    if token.dep_ in {"ROOT", "nsubj"} and _is_named_deed(token):
        return True
    if token.tag_ == "VBG" and any(left.dep_ in {"det", "compound"} for left in token.lefts):
        return token.dep_ in {"ROOT", "nsubj", "nsubj:pass", "nmod", "obl", "obj"}
    return token.text[:1].isupper() and any(mark.isdigit() for mark in token.text)


def _is_named_deed(token: Token) -> bool:
    """Whether what is tagged as a verb or an adjective names a deed: `sinking of ...`, `strike at ...`."""
    behind = next((right for right in token.rights if right.dep_ in {"nmod", "obl", "conj"}), None)
    if behind is None or any(
        child.dep_ in {"obj", "nsubj", "aux", "advmod", "compound:prt"} for child in token.children
    ):
        return False
    link = behind.left_edge.lower_
    if token.tag_ == "VBZ" and any(left.dep_ == "compound" for left in token.lefts):
        return link in {"to", "of", "on", "for", "against"} and behind.left_edge.i == token.i + 1
    if token.tag_ in {"JJ", "VBG"}:
        return link == "of" or (behind.dep_ == "conj" and behind.tag_ in NOUNS)
    return (
        token.i == 0
        and token.tag_ in {"VB", "VBP"}
        and link in {"of", "at", "in", "on"}
        and "NOUN" in lemmas(token.lower_)
    )


def _is_time(token: Token) -> bool:
    lower = token.lower_
    return token.text in MONTHS or bool({lower, lower.removesuffix("s")} & TIMES) or token.dep_ == "nmod:unmarked"


def _start(noun: Token) -> int | None:
    """Where the phrase of a noun begins, its first number left out; None where something before it points elsewhere."""
    left = [child for child in noun.lefts if child.dep_ in _BEFORE]
    if any(_points(token) for child in left for token in child.subtree):
        return None
    start = noun.i
    for child in reversed(left):
        if any(not token.is_punct for token in noun.doc[child.right_edge.i + 1 : start]):
            break
        start = child.left_edge.i
    if start == 1 and noun.dep_ == "obj" and _is_noun_by_chance(noun.doc[0], noun):
        start = 0
    while start < noun.i and (_counts(noun.doc[start]) or noun.doc[start].is_punct or noun.doc[start].tag_ == "RB"):
        start += 1
    return start


def _is_noun_by_chance(first: Token, noun: Token) -> bool:
    """Whether what looks like an order to somebody is but the first noun of two: `export | quotas`."""
    chance = first.tag_ == "NN" or (first.tag_ == "VB" and "NOUN" in lemmas(first.lower_))
    ordered = chance and first == noun.head
    return ordered and not any(left.dep_ == "det" for left in noun.lefts)


def _leans(noun: Token) -> bool:
    """Whether what hangs right behind a noun points elsewhere: `chips | on their shoulders`."""
    first = next((child for child in noun.rights if child.dep_ == "nmod"), None)
    return first is not None and first.left_edge.i == noun.i + 1 and any(_points(left) for left in first.lefts)


def _points(token: Token) -> bool:
    return token.tag_ in _POINTING | {"JJR"} or (token.dep_ in {"det", "amod"} and token.lower_ in _VAGUE)


def _counts(token: Token) -> bool:
    """Whether a word says how many: `eight`, `2,318`; not the number in a name, nor `first`."""
    year = len(token.text) == len("2024") and token.text[:2] in {"19", "20"}
    number = token.tag_ == "CD" and token.dep_ in {"nummod", "compound"} and not year
    if number and token.text[:1].isupper():
        return token.i == 0 and "nummod" in {token.dep_, token.head.dep_}
    return number or (token.dep_ == "compound" and token.head.dep_ == "nummod")


def _ends(noun: Token) -> list[int]:
    """Where the phrase of a noun may end: behind its name, and behind each further noun that hangs on it."""
    end = _end_of_name(noun)
    ends = [end]
    rights = [child for child in noun.rights if child.i >= end and child.dep_ != "case"]
    joined = [child for child in rights if child.dep_ == "conj"]
    for child in rights:
        if _goes_on(child, end):
            end = _end_of_name(child)
            ends[-1] = end
            continue
        linked = child.left_edge.i == end or (child.left_edge.i == end + 1 and noun.doc[end].dep_ == "case")
        if not linked or child.dep_ == "conj":
            break
        further = _further(child)
        ends += further
        if not further or further[-1] != child.right_edge.i + 1:
            return ends
        end = further[-1]
    if joined and _may_be_listed(joined, end):
        ends.append(joined[-1].right_edge.i + 1)
        rest = [child for child in rights if child.left_edge.i == ends[-1]]
        ends += _further(rest[0]) if rest else []
    return ends


def _goes_on(child: Token, end: int) -> bool:
    """Whether what stands right behind a name is the rest of it: `MV | Akademik Ioffe`."""
    names = child.text[:1].isupper() and child.doc[end - 1].text[:1].isupper()
    return child.dep_ == "nmod" and child.left_edge.i == child.i == end and names


def _end_of_name(noun: Token) -> int:
    """One past the last token of a name: of what hangs on it flatly, or by a dash."""
    end = noun.i + 1
    for child in noun.rights:
        if child.left_edge.i != end:
            break
        name = (
            child.dep_ in {"appos", "list", "parataxis"}
            and child.tag_ in NOUNS
            and child.text[:1].isupper()
            and child.left_edge == child
        )
        if name or (child.dep_ in _NAMED_ON and child.tag_ not in {"RB", "IN"}):
            listed = any(right.dep_ == "conj" for right in child.rights)
            end = child.i + 1 if name or listed else child.right_edge.i + 1
    return end


def _may_be_listed(joined: list[Token], end: int) -> bool:
    """Whether all that a list joins on to a noun is whole, and of its kind; not `and the limits of it`."""
    first, last = joined[0].left_edge.i, joined[-1]
    if first != end or any(_start(child) is None or not _is_noun(child) or _is_time(child) for child in joined):
        return False
    common = any(child.text.islower() and any(left.dep_ == "det" for left in child.lefts) for child in joined)
    return not common and _ends(last)[-1] == last.right_edge.i + 1


def _further(child: Token) -> list[int]:
    """Where a phrase may end within what hangs behind its noun; nowhere where that points elsewhere, or says when."""
    if any(_points(left) for left in child.lefts) or _belongs_to_verb(child):
        return []
    if child.dep_ == "acl" and child.tag_ == "VBG":
        rest = [right for right in child.rights if right.dep_ in {"obj", "obl"}]
        return _whole(rest[0]) if rest and rest[0].left_edge.i == child.i + 1 and _is_linked(rest[0]) else []
    linked = child.doc[child.left_edge.i].dep_ == "case" or child.doc[child.left_edge.i - 1].dep_ == "case"
    return _whole(child) if child.dep_ in {"nmod", "obl"} and linked else []


def _belongs_to_verb(child: Token) -> bool:
    """Whether what stands behind an object says how or where to the verb moves it: `cuts rates | by 50bp`."""
    link = child.left_edge.lower_
    return child.head.dep_ == "obj" and child.head.head.tag_.startswith("VB") and link in {"by", "off", "into"}


def _whole(child: Token) -> list[int]:
    """The ends of a phrase behind its link."""
    if not _is_noun(child) or _is_time(child) or _start(child) is None or not _is_linked(child):
        return []
    return _ends(child)


def _is_linked(child: Token) -> bool:
    """Whether all that ties a noun to what stands before it are prepositions of place and matter."""
    return all(left.lower_ in _LINKS for left in child.lefts if left.dep_ == "case")
