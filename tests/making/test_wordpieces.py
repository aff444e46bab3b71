"""Words as pieces of a vocabulary."""

from __future__ import annotations

import pytest

from trainer.transformer.bundled import FOLDER
from trainer.transformer.wordpieces import WordPieces, shape

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "gao", "embargo", "em", "##es", "##bargo", ".", "'", "cote", "d"]


def said(word: str) -> list[str]:
    return [VOCABULARY[number] for number in WordPieces(VOCABULARY).of(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Gao", ["gao"]),
        ("embargo", ["embargo"]),
        ("embargoes", ["embargo", "##es"]),
        ("embargos", ["[UNK]"]),
        ("Côte", ["cote"]),
        ("d'Gao.", ["d", "'", "gao", "."]),
        ("Москва", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces(word, pieces):
    assert said(word) == pieces


def test_a_word_without_end_has_an_end():
    assert len(WordPieces(VOCABULARY).of("gao." * 500)) == 12


def test_how_a_word_is_written_is_told_apart():
    words = ["town", "Town", "UN", "A", "McKay", "2024", "F-16", "."]
    assert [shape(word) for word in words] == list(range(8))


def test_the_bundled_vocabulary_has_no_piece_twice():
    pieces = (FOLDER / "vocabulary.txt").read_text("utf-8").split("\n")
    assert len(pieces) == len(set(pieces))
    assert {"[UNK]", "[CLS]", "[SEP]"} <= set(pieces)
