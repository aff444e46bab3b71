"""Words as the dictionary has them: the same as lemminflect's own tables, without making dictionaries of them."""

from __future__ import annotations

import pytest
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.Inflections import Inflections
from lemminflect.core.Lemmatizer import Lemmatizer

from trainer.language.lexicon import inflections, lemmas, lemmas_as

MISSING: dict[str, tuple[str, ...]] = {}


def test_every_word_has_the_dictionary_forms_that_the_library_reads() -> None:
    table = Lemmatizer()
    whole = LemmaLUCodec.load(table.lemma_lu_fn)
    assert len(whole) > 60_000
    assert all(list(table.lemma_dict.get(word, MISSING).items()) == list(whole[word].items()) for word in whole)


def test_every_word_has_the_inflections_that_the_library_reads() -> None:
    table = Inflections()
    whole = InflectionLUCodec.load(table.infl_lu_fn)
    assert len(whole) > 30_000
    assert all(list(table.infl_dict.get(word, MISSING).items()) == list(whole[word].items()) for word in whole)


@pytest.mark.parametrize("word", ["", "zzz", "run,verb", "1,000", "ru", "zymotic plus", "Ellis'"])
def test_what_is_no_word_has_no_forms(word: str) -> None:
    assert Lemmatizer().lemma_dict.get(word, MISSING) is MISSING
    assert Inflections().infl_dict.get(word, MISSING) is MISSING


def test_words_are_told_by_part_of_speech_and_guessed_only_if_wished() -> None:
    assert lemmas("fell") == {"VERB": ("fall", "fell"), "NOUN": ("fell",), "ADJ": ("fell",)}
    assert lemmas_as("Raided", "VERB") == ("Raid",)
    assert (lemmas_as("zorped", "VERB"), lemmas_as("zorped", "VERB", guess=False)) == (("zorp",), ())
    assert inflections("overrun", "VBD") == ("overran",)
