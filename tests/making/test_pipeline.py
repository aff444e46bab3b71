"""The pipeline that parses: the bundled one, and one that the user names."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from trainer.cli import main
from trainer.errors import TrainerError
from trainer.language import parser
from trainer.language.sentences import parse, parse_all
from trainer.transformer.bundled import FOLDER

SENTENCES = [
    "The rebels seized the town on 4 May 2023.",
    "Ann Lee said that Gen. Dia had left.",
    "In March the World Bank lent Peru $20 million, its largest loan of the year.",
    "No.",
    "Three soldiers were killed near Gao.",
]


@pytest.fixture(autouse=True)
def _bundled_again():
    yield
    parser.use_bundled()


def said_of(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc]


def saved(nlp: spacy.Language, folder: Path) -> str:
    nlp.initialize()
    nlp.to_disk(folder)
    return str(folder)


def test_a_sentence_is_parsed_the_same_alone_and_among_others():
    alone = [said_of(parse(text)) for text in SENTENCES]
    assert [said_of(doc) for doc in parse_all(SENTENCES)] == alone
    assert [said_of(doc) for doc in parse_all(reversed(SENTENCES * 30))] == alone[::-1] * 30


def test_a_text_stays_one_sentence_whatever_full_stops_it_holds():
    doc = parse("He left. She stayed.")
    assert [token.is_sent_start for token in doc] == [True, False, False, False, False, False]
    assert len([token for token in doc if token.head == token]) == 1


def test_who_did_what_and_when_hangs_on_the_verb():
    doc = parse(SENTENCES[0])
    assert {token.text: token.dep_ for token in doc if token.text in {"rebels", "town"}} == {
        "rebels": "nsubj", "town": "obj",
    }  # fmt: skip
    assert {token.head.text for token in doc if token.dep_ in {"nsubj", "obj", "obl"}} == {"seized"}


def test_verbs_have_their_dictionary_form():
    lemmas = {token.text: token.lemma_ for text in SENTENCES for token in parse(text) if token.pos_ in {"VERB", "AUX"}}
    assert lemmas == {"seized": "seize", "said": "say", "had": "have", "left": "leave", "lent": "lend", "were": "be",
                      "killed": "kill"}  # fmt: skip


def test_names_of_other_label_schemes_are_read_and_figures_are_no_names():
    doc = Doc(spacy.blank("en").vocab, words=["Peru", "lent", "Acme", "five", "coins"], lemmas=["x"] * 5)
    doc.set_ents([Span(doc, 0, 1, "GPE"), Span(doc, 2, 3, "ORG"), Span(doc, 3, 4, "CARDINAL")])
    assert [(ent.text, ent.label_) for ent in parser.settled(doc).ents] == [("Peru", "LOC"), ("Acme", "ORG")]


def test_another_pipeline_with_the_same_labels_is_used(tmp_path):
    nlp = spacy.blank("en")
    tag_with, parse_with = nlp.add_pipe("tagger"), nlp.add_pipe("parser")
    for label in ("nsubj", "obj", "obl"):
        parse_with.add_label(label)
    for tag in ("NNP", "VBD", "VBZ"):
        tag_with.add_label(tag)
    parser.use_pipeline(saved(nlp, tmp_path / "theirs"))
    assert parser.in_use().pipe_names == ["tagger", "parser"]
    assert parse(SENTENCES[0])[-1].text == "."


def test_an_unknown_pipeline_is_refused_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["trainer", "build", "note.md", "--pipeline", "en_nowhere_sm", "--yes"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        "trainer: no spaCy pipeline 'en_nowhere_sm' can be loaded. "
        "Install it as a Python package, or leave --pipeline out.\n"
    )


def test_a_pipeline_without_a_parser_is_refused(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    with pytest.raises(TrainerError, match="has no parser, and cards are made from the parse of a sentence"):
        parser.use_pipeline(saved(nlp, tmp_path / "flat"))


def test_a_parser_of_other_labels_is_refused(tmp_path):
    nlp = spacy.blank("en")
    parse_with = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj"):
        parse_with.add_label(label)
    with pytest.raises(TrainerError, match="does not use the labels of Universal Dependencies"):
        parser.use_pipeline(saved(nlp, tmp_path / "clear"))


def test_a_tagger_of_other_tags_is_refused(tmp_path):
    nlp = spacy.blank("en")
    parse_with, tag_with = nlp.add_pipe("parser"), nlp.add_pipe("tagger")
    for label in ("nsubj", "obj", "obl"):
        parse_with.add_label(label)
    tag_with.add_label("NOUN")
    with pytest.raises(TrainerError, match="does not use the tags of the Penn Treebank"):
        parser.use_pipeline(saved(nlp, tmp_path / "tags"))


def test_the_weights_say_where_they_come_from():
    text = (FOLDER / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in text
    assert all(
        name in text for name in ("Web Treebank", "GUM", "PUD", "WikiGold", "re3d", "Broad Twitter", "all-MiniLM-L6-v2")
    )


def test_a_verb_is_given_no_tense_that_its_form_forbids() -> None:
    reopen, overran = (
        parse("Schools reopen on 27 January, and aid will depend on a record."),
        parse("Gunmen overran a camp."),
    )
    assert reopen[1].tag_ == "VBP"
    assert overran[1].tag_ == "VBD"


def test_what_is_joined_to_a_past_and_looks_the_same_is_past() -> None:
    words = parse("Honda halted output at Celaya, Mexico, on 28 October and cut production elsewhere in North America.")
    assert words[12].tag_ == "VBD"
