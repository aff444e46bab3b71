"""Dictionary forms and inflections of English words, as lemminflect tells them.

The library makes dictionaries of all 120,000 rows of its tables before it tells of one word, and a brief has no
thousand: here the rows stay text, and only those of a word that is asked for are taken apart.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import takewhile
from typing import Any

from lemminflect import getAllLemmas, getInflection, getLemma
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.Inflections import Inflections
from lemminflect.core.Lemmatizer import Lemmatizer
from lemminflect.core.LexicalUtils import categoryToUPos

Forms = tuple[str, ...]
"""Spellings, the usual one first."""


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> Mapping[str, Forms]:
    """The dictionary forms of a known word, by part of speech; of any other none."""
    return dict(getAllLemmas(word))


@lru_cache(maxsize=20_000)
def lemmas_as(word: str, part: str, *, guess: bool = True) -> Forms:
    """The dictionary forms of a word as this part of speech, guessed where it is not known, if wished."""
    return tuple(getLemma(word, upos=part, lemmatize_oov=guess))


@lru_cache(maxsize=20_000)
def inflections(lemma: str, tag: str) -> Forms:
    """The forms of a word under a Penn tag."""
    return tuple(getInflection(lemma, tag=tag))


class _Table:
    """A table of lemminflect, in place of the dictionary that it would make of it."""

    def __init__(self, path: str, told: Callable[[str], Mapping[str, Any]], fixed: Mapping[str, Any]) -> None:
        self._path, self._told, self._fixed = path, told, fixed
        self._rows: list[str] = []

    def get(self, word: str, default: Mapping[str, Any]) -> Mapping[str, Any]:
        """What its rows tell of a word, the later ones last."""
        if word in self._fixed:
            return dict(self._fixed[word])
        found = {name: forms for row in self._of(word) for name, forms in self._told(row).items()}
        return found or default

    def _of(self, word: str) -> Iterator[str]:
        if not self._rows:
            with gzip.open(self._path, "rt", encoding="utf-8", newline="\n") as file:
                self._rows = sorted(file.read().split("\n"))
        first = bisect_left(self._rows, f"{word},")
        rows = (self._rows[n] for n in range(first, len(self._rows)))
        return takewhile(lambda row: row.partition(",")[0] == word, rows)


def _lemmas_told(row: str) -> dict[str, Forms]:
    _, category, forms = LemmaLUCodec.fromString(row)
    return {categoryToUPos(category): forms}


def _inflections_told(row: str) -> dict[str, Forms]:
    told: dict[str, Forms] = InflectionLUCodec.fromString(row)[2]
    return told


_lemmatizer, _inflector = Lemmatizer(), Inflections()
_lemmatizer.lemma_dict = _Table(_lemmatizer.lemma_lu_fn, _lemmas_told, {})
_inflector.infl_dict = _Table(_inflector.infl_lu_fn, _inflections_told, InflectionLUCodec.updateForAuxMod({}))
