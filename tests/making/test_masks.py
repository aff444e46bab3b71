"""The parser sees a plain word for each long name, date and sum, and every word keeps its place in the sentence."""

from __future__ import annotations

import pytest
from drafts import reading_of
from spacy.tokens import Doc
from tellings import told_of, words_of

from trainer.facts.masks import NAME_MASKS, masked, with_masks
from trainer.language import parser


def seen(sentence: str) -> str:
    """What the parser is given."""
    words, spaces, _ = masked(reading_of(sentence).lines[0])
    return "".join(word + " " * space for word, space in zip(words, spaces, strict=True))


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        ("Kenya left Haiti.", "Germany left Germany."),
        ("Omar Haddad died in Gao.", "Smith died in London."),
        ("The Wagner Group left Mali.", "The Senate left Germany."),
        ("The Netherlands left Mali.", "The Netherlands left Germany."),
        ("Kenya sent 1,300 troops.", "Germany sent 12 troops."),
        ("Kenya sent about 1,300 troops.", "Germany sent 12 troops."),
        ("Turnout in Kenya fell to 61.2 percent.", "Turnout in Germany fell to 12%."),
        ("Kenya paid $22 million.", "Germany paid millions."),
        ("Kenya left Haiti on 3 May 2024.", "Germany left Germany on Monday."),
        ("Kenya left Haiti in May 2024.", "Germany left Germany in May 2024."),
        ("Kenya has already left.", "Germany has left."),
        ("Kenya pays in yuan instead of dollars.", "Germany pays in yuan instead of dollars."),
        ("From now on Kenya pays.", "From now on Germany pays."),
        ("Kenyan troops left.", "Kenyan troops left."),
    ],
)
def test_the_parser_is_given_plain_words(sentence: str, given: str) -> None:
    assert seen(sentence) == given


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan Vice-President Omar Haddad left the World Food Programme on 3 May 2024.",
        "Sébastien Lecornu’s staff sent between 1,300 and 1,500 troops to Côte d’Ivoire.",
        "In May 2024 Kenya (population 54 million) paid US$22 million — 12 percent of its debt.",
    ],
)
def test_no_word_is_lost_or_moved(sentence: str) -> None:
    [whole, *_] = told_of(sentence)
    assert words_of(whole).replace(" ", "") in whole.line.plain.rstrip(".").replace(" ", "")
    words, spaces, places = masked(whole.line)
    assert len(words) == len(spaces) == len(places)
    assert sorted(places) == list(places)


def test_one_word_stands_for_many() -> None:
    words, _, places = masked(reading_of("Omar Haddad met the World Food Programme.").lines[0])
    assert [place for word, place in zip(words, places, strict=True) if word in NAME_MASKS] == [(0, 11), (20, 40)]


def test_spans_that_hang_together_in_no_way_are_parsed_anew() -> None:
    vocab = parser.in_use().vocab
    doc = Doc(
        vocab, words=["a", "b", "c", "d"], heads=[2, 1, 1, 2], deps=["det", "ROOT", "obj", "det"], tags=["DT"] * 4
    )
    made = with_masks(doc, ["London", "Google"], [True, False], ((0, 3), (4, 7)))
    assert [token.text for token in made] == ["London", "Google"]
    assert sum(token.head == token for token in made) == 1
