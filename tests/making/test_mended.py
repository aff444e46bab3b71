"""A sentence whose verb the parse has lost: the verb found again, or the parse left as it is."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tellings import questions_for

from trainer.language.mended import mended
from trainer.language.parser import in_use


def tree(*rows: tuple[str, str, int, str]) -> Doc:
    """A parse: word, tag, head, relation."""
    words, tags, heads, deps = zip(*rows, strict=True)
    return Doc(in_use().vocab, words=list(words), tags=list(tags), heads=list(heads), deps=list(deps))


FELL = (("Its", "PRP$", 1, "nmod:poss"), ("shares", "NNS", 1, "ROOT"), ("fell", "VBN", 1, "acl"),
        ("in", "IN", 4, "case"), ("May", "NNP", 2, "obl"), (".", ".", 1, "punct"))  # fmt: skip
SEIZED = (("Weapons", "NNS", 0, "ROOT"), ("seized", "VBN", 0, "acl"), ("by", "IN", 3, "case"),
          ("rebels", "NNS", 1, "obl"), ("in", "IN", 5, "case"), ("Gao", "NNP", 1, "obl"),
          (".", ".", 0, "punct"))  # fmt: skip
BLOCKING = (("Kim", "NNP", 1, "nsubj"), ("said", "VBD", 1, "ROOT"), ("that", "WDT", 3, "nsubj"),
            ("authorities", "VBZ", 5, "nsubj"), ("were", "VBD", 5, "aux"), ("blocking", "VBG", 1, "ccomp"),
            ("access", "NN", 5, "obj"), (".", ".", 1, "punct"))  # fmt: skip


ANNOUNCED = (("Kim", "NNP", 7, "nsubj"), (",", ",", 0, "punct"), ("the", "DT", 3, "det"),
             ("officer", "NN", 7, "nsubj"), ("known", "VBN", 3, "acl"), ("abroad", "RB", 4, "advmod"),
             (",", ",", 3, "punct"), ("announced", "VBD", 7, "ROOT"), ("it", "PRP", 7, "obj"),
             (".", ".", 7, "punct"))  # fmt: skip


def test_of_two_subjects_the_one_set_apart_tells_more_of_the_other() -> None:
    doc = mended(tree(*ANNOUNCED))
    assert [(doc[i].dep_, doc[i].head.text) for i in (0, 3)] == [("nsubj", "announced"), ("appos", "Kim")]


def test_a_past_that_was_taken_for_a_participle_leads_its_sentence() -> None:
    doc = mended(tree(*FELL))
    assert [(t.text, t.tag_, t.dep_) for t in doc if t.dep_ in {"ROOT", "nsubj"}] == [
        ("shares", "NNS", "nsubj"),
        ("fell", "VBD", "ROOT"),
    ]


def test_a_participle_with_its_agent_stays_one() -> None:
    doc = tree(*SEIZED)
    assert mended(doc) is doc


def test_a_subject_that_was_tagged_a_verb_is_a_noun() -> None:
    doc = mended(tree(*BLOCKING))
    assert [(doc[i].tag_, doc[i].dep_, doc[i].head.text) for i in (2, 3)] == [
        ("IN", "mark", "blocking"),
        ("NNS", "nsubj", "blocking"),
    ]


@pytest.mark.parametrize(
    ("answer", "text", "question"),
    [
        (
            "May 7, 2021",
            "Maersk shut down its Danish terminal on 7 May 2021 as a precaution.",
            "On what date did Maersk shut down its Danish terminal as a precaution?",
        ),
        (
            "12 percent",
            "Maersk reported a loss. Its shares fell by 12 percent on 21 May 2021.",
            "By what percentage did Maersk's shares fall on 21 May 2021?",
        ),
        (
            "June 2023",
            "Chad's junta demanded in June 2023 that the United Nations Mission in Chad (MINUSMA) leave the country.",
            "In what month and year did Chad's junta demand that the United Nations Mission in Chad leave Chad?",
        ),
        (
            "9 million",
            "The ransomware attack that hit Dell in 2024 exposed the data of 9 million people.",
            "How many people's data did the ransomware attack that hit Dell in 2024 expose?",
        ),
    ],
)
def test_what_a_mended_sentence_tells_is_asked(answer: str, text: str, question: str) -> None:
    assert question in questions_for(answer, text)


LIFTED = (("It", "PRP", 1, "nsubj"), ("lifted", "VBD", 1, "ROOT"), ("forecasts", "NNS", 1, "obj"),
          ("to", "IN", 4, "case"), ("29", "CD", 2, "nmod"), ("from", "IN", 6, "case"), ("27", "CD", 4, "nmod"),
          (".", ".", 1, "punct"))  # fmt: skip
CONVICTED = (("He", "PRP", 2, "nsubj:pass"), ("was", "VBD", 2, "aux:pass"), ("convicted", "VBN", 2, "ROOT"),
             ("of", "IN", 4, "case"), ("bribery", "NN", 2, "obl"), ("in", "IN", 6, "case"),
             ("absentia", "NN", 4, "nmod"), (".", ".", 2, "punct"))  # fmt: skip
JAILED = (("He", "PRP", 2, "nsubj:pass"), ("was", "VBD", 2, "aux:pass"), ("jailed", "VBN", 2, "ROOT"),
          ("pending", "JJ", 4, "amod"), ("trial", "NN", 2, "obj"), (".", ".", 2, "punct"))  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "phrase", "verb"), [(LIFTED, 4, 1), (LIFTED, 6, 1), (CONVICTED, 6, 2), (JAILED, 4, 2)]
)
def test_what_a_verb_governs_does_not_hang_from_the_noun_before(
    rows: tuple[tuple[str, str, int, str], ...], phrase: int, verb: int
) -> None:
    token = mended(tree(*rows))[phrase]
    assert (token.head.i, token.dep_) == (verb, "obl")


def test_a_past_behind_a_colon_is_no_participle() -> None:
    told = "the World Bank projected in October 2022 that Kenya's debt would reach 104 percent of GDP."
    text = f"The size was disputed: {told}"
    assert any("what percentage of GDP" in question for question in questions_for("104 percent", text))
