"""What a sentence tells, taken apart: asides left out, each clause told on its own.

Nothing is added but an auxiliary for what a participle tells, so that hedge, modality and attribution stay as they are
written. Each telling is parsed anew, and taken apart again: short sentences are parsed better than long ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from spacy.tokens import Doc, Token

from trainer.facts.asides import asides, opened, without
from trainer.facts.joints import joined, said_in_a_row, second_verbs, verbless
from trainer.facts.masks import SILENT, Places, masked, parse_words, with_comma, with_masks
from trainer.facts.participles import participles
from trainer.facts.reduced import own_verb, reduced
from trainer.facts.relatives import relatives
from trainer.facts.sources import sourced
from trainer.facts.syntax import Word
from trainer.facts.telling import Piece, Telling
from trainer.language.mended import mended
from trainer.language.reading import Line
from trainer.language.untangled import untangled

HEARSAY = frozenset({
    "reportedly", "allegedly", "apparently", "supposedly", "purportedly", "ostensibly", "presumably", "possibly",
    "probably", "perhaps",
})  # fmt: skip
"""Adverbs of what is not known for sure."""
_IN_PART = frozenset({"partly", "mainly", "largely", "chiefly", "primarily", "mostly", "simply", "solely"})
"""Adverbs of how much a reason accounts for."""
BEFORE_REASONS = frozenset({"because", "due", "over", "owing", "since", "as", "amid", "after"})
"""Words that open the reason for what was told before."""
SHORTEST = 4
"""Tokens of a telling, its full stop among them."""
DEEPEST = 3
"""How often a telling is taken apart again."""


def tell(lines: Iterable[Line]) -> dict[int, list[Telling]]:
    """Every telling of every line, by the place of the line, the whole sentence first."""
    listed = list(lines)
    rows = [with_comma(line, *masked(line)) for line in listed]
    docs = [mended(doc) for doc in _parsed_whole(listed, rows)]
    found = {n: [Telling(line, rows[n][2], docs[n])] for n, line in enumerate(listed)}
    fresh = [(n, tellings[0]) for n, tellings in found.items()]
    for _ in range(DEEPEST):
        made = [(n, told, piece) for n, told in fresh for piece in _pieces(told)]
        fresh = _parsed(found, made)
    return found


def _parsed_whole(lines: Sequence[Line], rows: Sequence[tuple[list[str], list[bool], Places]]) -> list[Doc]:
    """The sentences parsed as they are told; where no word gave way to another, as they were parsed when read."""
    read = [line.sentence.doc for line in lines]
    return [with_masks(doc, *row) for doc, row in zip(read, rows, strict=True)]


def _parsed(found: dict[int, list[Telling]], made: list[tuple[int, Telling, Piece]]) -> list[tuple[int, Telling]]:
    """The new tellings among the pieces, each parsed once and put with those of its line."""
    seen = {(n, told.key) for n, tellings in found.items() for told in tellings}
    jobs = []
    for n, told, piece in made:
        words, spaces, places = with_comma(told.line, *_laid_out(told, piece.words))
        if (n, places) not in seen and len(places) >= SHORTEST:
            seen.add((n, places))
            jobs.append((n, told, piece, places, words, spaces))
    docs = parse_words((words, spaces) for *_, words, spaces in jobs)
    fresh = []
    for (n, told, piece, places, _, _), parsed in zip(jobs, docs, strict=True):
        doc = mended(parsed) if _WHOLE.fullmatch(piece.way) else untangled(parsed)
        source = piece.source or (told.source if _governs(told, piece) else None)
        made_one = Telling(told.line, places, doc, f"{told.way}>{piece.way}", source)
        found[n].append(made_one)
        fresh.append((n, made_one))
    return fresh


_WHOLE = re.compile(r"left|core|source|opener|said|right (?:and|but|;|:|while|whereas)")
"""Pieces that were clauses with a verb of their own before they were taken from the rest."""


def _governs(told: Telling, piece: Piece) -> bool:
    """Whether a source goes with a piece.

    What stands in the middle of a clause goes with no clause behind it, nor with what was set apart before it:
    `sales, which had doubled in May, fell in June, according to X`; `while prices rose, sales, according to X, fell`.
    """
    if told.source is None or not piece.way.startswith(("right", "relative", "participle", "front")):
        return True
    own = [told.places[w][0] for w in piece.words if isinstance(w, int) and told.places[w][0] >= 0]
    if piece.way.startswith("front"):
        return not _is_inside(told, max(own, default=0))
    if not piece.way.startswith("right"):
        between = told.line.plain[max(own, default=0) : told.source[0]]
        return max(own, default=0) > told.source[0] or " " not in between.strip(" ,").partition(",")[2].strip()
    inside = min(place[0] for place in told.places if place[0] >= 0) < told.source[0] < min(own, default=0)
    return not inside


def _is_inside(told: Telling, start: int) -> bool:
    """Whether the source was set apart between the first and the last word that a telling has behind a character."""
    words = zip(told.doc, told.places, strict=True)
    behind = [place[0] for token, place in words if place[0] > start and not token.is_punct]
    return told.source is not None and bool(behind) and min(behind) < told.source[0] < max(behind)


def _laid_out(told: Telling, words: Sequence[Word]) -> tuple[list[str], list[bool], Places]:
    """Words, blanks and places: as in the telling where words were neighbours, else one blank; then a full stop."""
    doc, kept = told.doc, _trimmed(told.doc, [w for w in words if isinstance(w, str) or told.places[w] != SILENT])
    places = [(-1, -1) if isinstance(word, str) else told.places[word] for word in kept]
    said = [word if isinstance(word, str) else doc[word].text for word in kept]
    spaces = []
    for word, after in zip_longest(kept, kept[1:]):
        neighbours = isinstance(word, int) and isinstance(after, int) and after == word + 1
        close = (
            after is None
            or (isinstance(after, str) and after.startswith(("'", ",")))
            or (isinstance(after, int) and doc[after].text in {",", ";", ":", ")"})
        )
        spaces.append(bool(doc[word].whitespace_) if neighbours and isinstance(word, int) else not close)
    if said:
        said[0] = said[0][:1].upper() + said[0][1:]
    return [*said, "."], [*spaces, False], (*places, (-1, -1))


def _trimmed(doc: Doc, words: Sequence[Word]) -> list[Word]:
    """Without punctuation and conjunctions that hang over at either end, and no comma twice."""
    kept = _without_hearsay(doc, list(words))
    while kept and isinstance(kept[0], int) and (doc[kept[0]].is_punct and doc[kept[0]].text not in {"(", "$", '"'}):
        kept.pop(0)
    while (
        kept
        and isinstance(kept[-1], int)
        and (doc[kept[-1]].text in {",", ";", ":", "-", "--", ".", "("} or doc[kept[-1]].lower_ in {"and", "but", "or"})
    ):
        kept.pop()
    out: list[Word] = []
    for word in kept:
        before = out[-1] if out else ""
        if isinstance(word, int) and isinstance(before, int) and before != word - 1 and _meet(doc[before], doc[word]):
            continue
        out.append(word)
    return out


def _without_hearsay(doc: Doc, words: list[Word]) -> list[Word]:
    """Without a last adverb that goes with what is behind it: `left, reportedly | because of the cost`, `even | if`."""
    last = words[-1] if words else ""
    if not isinstance(last, int) or last + 1 >= len(doc):
        return words
    hedges = doc[last].lower_ in HEARSAY | _IN_PART and doc[last + 1].lower_ in BEFORE_REASONS
    stresses = doc[last].lower_ == "even" and doc[last + 1].lower_ in {"though", "if", "as", "when", "while", "before"}
    return words[:-1] if hedges or stresses else words


def _meet(one: Token, other: Token) -> bool:
    """Whether two marks come to stand side by side."""
    return one.text in {",", "-"} and other.text == ","


def _pieces(told: Telling) -> Iterator[Piece]:
    """Each way in which a telling comes apart."""
    doc = told.doc
    without_source = sourced(told)
    if without_source is not None:
        yield without_source
        return
    if own_verb(doc) is not None:
        yield from reduced(doc)
        return
    yield from opened(doc)
    left_out = [(a, b) for a, b in asides(told) if told.places[a] != SILENT]
    yield from without(doc, left_out)
    yield from relatives(told)
    yield from participles(told)
    yield from said_in_a_row(doc)
    yield from joined(doc)
    yield from verbless(doc)
    if not left_out:
        yield from second_verbs(doc)
