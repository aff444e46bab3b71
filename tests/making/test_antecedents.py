"""What the network tells of how phrases go back: stretches that are read together, and whom a word means."""

from __future__ import annotations

import pytest

from trainer.language.antecedents import CONTEXT, TITLE, WINDOW, row_of, stretches, told
from trainer.language.phrases import head_of, heads_phrase
from trainer.language.sentences import parse


@pytest.mark.parametrize("sizes", [[20] * 60, [WINDOW], [500, 3, 500], [1], [90, 200, 130, 10, 10, 380]])
def test_each_sentence_is_read_anew_once_and_in_order(sizes):
    parts = list(stretches(sizes))
    assert [k for _, new, end in parts for k in range(new, end)] == list(range(len(sizes)))
    assert all(first <= new < end for first, new, end in parts)
    assert all(sum(sizes[first:end]) <= WINDOW for first, new, end in parts if end - first > 1)


def test_sentences_that_are_read_again_give_the_context_of_those_after_them():
    long = WINDOW - CONTEXT
    assert list(stretches([long, CONTEXT // 2, CONTEXT // 2, long]))[1][:2] == (1, 3)


def test_nouns_pronouns_and_what_joins_two_phrases_head_phrases():
    doc = parse("The army and its allies took the mining town of Gao, which they held for 3 days.")
    assert [token.text for token in doc if heads_phrase(token)] == [
        "army", "and", "its", "allies", "town", "Gao", "they", "days",
    ]  # fmt: skip
    assert head_of(doc[0:5]).text == "and"
    assert head_of(doc[6:11]).text == "town"


def test_a_text_without_words_is_told_nothing_of():
    assert told([]) == {}


def test_the_title_is_read_before_each_stretch_and_words_may_go_back_to_it():
    filler = ["Rain fell on the hills in March and the rivers rose."] * 60
    texts = ["The Tarbela dam", *filler, "The dam filled."]
    found = told([row_of(k + TITLE, parse(text)) for k, text in enumerate(texts)])
    last = found[(len(texts) - 1 + TITLE, 1)]
    assert last.same[0][0] == (TITLE, 2)
    assert last.back > 0
