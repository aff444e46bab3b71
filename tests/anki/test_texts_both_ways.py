"""Anki's text format, tables and sheets, out and in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_importing import EVERYTHING, SENTENCE, assert_same

from trainer.anki.imported import read_import
from trainer.anki.sheet import format_sheet
from trainer.anki.table import format_csv
from trainer.anki.twin import format_twin
from trainer.cards import Card, Kind, Status
from trainer.decks import Deck
from trainer.errors import ImportRefused


def read(tmp_path, text, name="cards.txt"):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_import(tmp_path / name)


def asked(imported):
    return [(card.question, card.answer) for deck in imported.decks for card in deck.cards]


def test_a_deck_comes_back_as_itself_from_anki_s_text(tmp_path):
    [deck] = read(tmp_path, format_twin([EVERYTHING])).decks

    assert_same(deck, EVERYTHING)


def test_the_text_says_what_its_columns_are_and_has_a_line_for_each_card():
    lines = format_twin([EVERYTHING]).splitlines()

    assert lines[:7] == [
        "#separator:tab", "#html:true", "#guid column:1", "#notetype column:2", "#deck column:3", "#tags column:21",
        "# TLP:AMBER+STRICT",
    ]  # fmt: skip
    assert len(lines) == 7 + len(EVERYTHING.cards)
    assert {line.count("\t") for line in lines[7:]} == {20}


def test_anki_takes_the_text_and_updates_what_the_package_brought(receiver, tmp_path):
    from anki.collection import ImportCsvRequest
    from sending import on, write

    def take(deck):
        (tmp_path / "d.txt").write_text(format_twin([deck]), "utf-8")
        metadata = receiver.collection.get_csv_metadata(path=str(tmp_path / "d.txt"), delimiter=None)
        log = receiver.collection.import_csv(ImportCsvRequest(path=str(tmp_path / "d.txt"), metadata=metadata)).log
        return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}

    write([EVERYTHING], tmp_path / "d.apkg", on(1_790_000_000))
    receiver.take(tmp_path / "d.apkg")
    receiver.review("k-killed")
    edited = replace(EVERYTHING.cards[0], answer="170")
    added = Card("k-new", "And who\tnow?", "=Someone\n#else")

    assert take(replace(EVERYTHING, cards=(edited, *EVERYTHING.cards[1:], added)))["new"] == 1
    assert receiver.cards["k-killed"].note()["Answer"] == "170"
    assert receiver.cards["k-killed"].reps == 1
    assert receiver.cards["k-new"].note()["Answer"] == "=Someone<br>#else"


def test_a_table_of_ours_comes_back(tmp_path):
    imported = read(tmp_path, format_csv([EVERYTHING]), "cards.csv")
    [deck] = imported.decks

    assert (deck.id, deck.title) == (EVERYTHING.id, EVERYTHING.title)
    assert [card.id for card in deck.cards] == [card.id for card in EVERYTHING.cards]
    for card, original in zip(deck.cards, EVERYTHING.cards, strict=True):
        for name in ("question", "answer", "accepted", "distractors", "as_of", "attribution", "kind", "status", "tags"):
            assert getattr(card, name) == getattr(original, name)


def test_a_sheet_of_ours_comes_back(tmp_path):
    plain = Deck("mali", "Mali", (
        Card("a", "How *many* were killed?", "168", accepted=("at least 168", "168; or so")),
        Card("b", "Mali asked [...] to leave.", "1. MINUSMA", Kind.CLOZE),
    ), marking="TLP:GREEN")  # fmt: skip
    [deck] = read(tmp_path, format_sheet([plain]), "mali.md").decks

    assert (deck.id, deck.title) == ("mali", "Mali")
    assert [(card.question, card.answer, card.kind) for card in deck.cards] == [
        (card.question, card.answer, card.kind) for card in plain.cards
    ]
    assert deck.cards[0].accepted[0] == "at least 168"
    assert deck.marking == "TLP:GREEN"


def test_a_sheet_s_cards_keep_their_own_markings_and_stay_out_of_study(tmp_path):
    deck = Deck("mali", "Mali", (
        Card("a", "How many were killed?", "168", marking="TLP:AMBER+STRICT"),
        Card("b", "How many had been killed?", "150", status=Status.SUPERSEDED, superseded_by="a"),
        Card("c", "How many came?", "15,000", status=Status.SUPERSEDED),
        Card("d", "Who left?", "MINUSMA", status=Status.RETIRED),
        Card("e", "Who came?", "Wagner"),
    ), marking="TLP:GREEN")  # fmt: skip
    [back] = read(tmp_path, format_sheet([deck]), "mali.md").decks

    assert [back.marking_of(card) for card in back.cards] == ["TLP:AMBER+STRICT"] * 5
    assert [(card.answer, card.status) for card in back.cards] == [(card.answer, card.status) for card in deck.cards]


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("**TLP:AMBER**\n\nQ: Who?\nA: Wagner\n", "TLP:AMBER"),
        ("**For the desk only**\n\nQ: Who?\nA: Wagner\n\n**For the desk only**\n", "For the desk only"),
        ("**My notes**\n\nQ: Who?\nA: Wagner\n", ""),
    ],
)
def test_the_first_line_of_a_sheet_is_its_marking_if_it_is_a_label_or_the_last_line_too(tmp_path, text, marking):
    [deck] = read(tmp_path, text, "mali.md").decks

    assert [(card.answer, deck.marking_of(card)) for card in deck.cards] == [("Wagner", marking)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mali\tBamako\nNiger\tNiamey\n", "quizlet.txt"),
        ("Mali,Bamako\nNiger,Niamey\n", "pairs.csv"),
        ('"Mali";"Bamako"\r\n"Niger";"Niamey"\r\n', "semi.csv"),
        ("Term,Definition\nMali,Bamako\nNiger,Niamey\n", "head.csv"),
        ("question\tanswer\ttags\nMali\tBamako\tcap\nNiger\tNiamey\t\n", "head.tsv"),
        ("\ufeffFront,Back\nMali,Bamako\nNiger,Niamey\n", "bom.csv"),
        ("#separator:Semicolon\n#html:false\nMali;Bamako\nNiger;Niamey\n", "anki.txt"),
        ("#html:true\nM<b>a</b>li\tBamako\n\nNiger\t&#78;iamey", "html.txt"),
        ("# Capitals\n\n## Mali\n\nBamako\n\n## 2. Niger\n\n**Niamey**\n\nmore\n", "heads.md"),
        ("Q: Mali\nA: Bamako\n\n- Q: Niger\n- A: Niamey\n", "qa.md"),
        ("Mali\tBamako\nNiger\tNiamey\n".encode("utf-16"), "excel.txt"),
    ],
)
def test_pairs_come_in_however_they_are_written(tmp_path, text, name):
    assert asked(read(tmp_path, text, name)) == [("Mali", "Bamako"), ("Niger", "Niamey")]


def test_anki_s_own_text_comes_in(receiver, tmp_path):
    anki = receiver.collection
    note = anki.new_note(anki.models.by_name("Basic"))
    note.fields[:2], note.tags = ['Who "led"\tit?<br>1;2', "Wane<div>or so</div>"], ["people", "mali"]
    anki.add_note(note, anki.decks.id("Sahel::Mali"))
    anki.export_note_csv(
        out_path=str(tmp_path / "notes.txt"), limit=None, with_html=True, with_tags=True, with_deck=True,
        with_notetype=True, with_guid=True,
    )  # fmt: skip
    [deck] = read_import(tmp_path / "notes.txt").decks

    assert deck.title == "Sahel"
    assert [(card.question, card.answer, card.tags) for card in deck.cards] == [
        ('Who "led" it?\n1;2', "Wane\nor so", ("mali", "people"))
    ]


def test_formulas_that_were_made_safe_come_back_as_they_were(tmp_path):
    deck = Deck("d", "D", (Card("k", "=1+1", "'quoted'"),))

    assert asked(read(tmp_path, format_csv([deck]), "d.csv")) == [("=1+1", "'quoted'")]


def test_a_row_without_an_answer_is_left_out_and_counted(tmp_path):
    imported = read(tmp_path, "Mali\tBamako\nNiger\n")

    assert asked(imported) == [("Mali", "Bamako")]
    assert imported.left_out == (("it has no answer", 1, "Niger"),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfa broken", r"is not UTF-8 text \(byte 0\)\. Save it as UTF-8\."),
        (b"", r"holds no card that can be used\. See docs/anki\.md\."),
        (b"a\tb" + b"\tc" * 300, r"has a row of more than 200 columns\. Keep two or three\."),
        (b'"' + b"x" * 2_000_000 + b'"\ty', r"is no table \(field larger than field limit"),
    ],
)
def test_what_is_no_table_is_one_line(tmp_path, content, said):
    with pytest.raises(ImportRefused, match=said):
        read(tmp_path, content)


def test_a_card_that_was_read_from_a_row_keeps_its_id(tmp_path):
    first = read(tmp_path, "Mali\tBamako\n").decks[0].cards[0]

    assert read(tmp_path, f"Niger\tNiamey\nMali\t{SENTENCE}\n").decks[0].cards[1].id == first.id


PROSE = "Mali asked the mission to go. The Council has to decide by June. Its mandate ends then, whatever it decides."


@pytest.mark.parametrize(
    "text",
    [
        f"+++\ntitle = 'Mali'\n+++\n\n## The demand\n\n{PROSE}\n\n## In short\n\nIt goes.\n\n## Next\n\nA vote.\n",
        f"# Mali\n\n## The demand\n\n{PROSE}\n\n## The region\n\n- {'a neighbour and its missions, ' * 15}\n",
        f"# Mali\n\n{PROSE}\n\n{PROSE}\n",
        f"# Mali\n\n## Background\n\n{PROSE}\n\n## Mission\n\n{PROSE}\n\n## Neighbours\n\n{PROSE}\n",
        f"# Mali\n\n{PROSE}\n\n## Mission\n\n{PROSE}\n\n## Region\n\n{PROSE}\n\n## Neighbours\n\n{PROSE}\n",
        f"## Mission\n\n{PROSE}\n\n{PROSE}\n\n## Region\n\n{PROSE}\n\n## Neighbours\n\n{PROSE}\n",
        f"## Mission\n\n{PROSE}\n\n## Region\n\n{PROSE}\n",
    ],
)
def test_a_brief_is_not_taken_for_a_study_sheet(tmp_path, text):
    path = tmp_path / "mali.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefused) as refused:
        read_import(path)

    said = "looks like a brief: it is prose, and nothing in it is marked as a card. To make cards of it, run "
    assert str(refused.value) == f"{path}: {said}`trainer build {path}`."


@pytest.mark.parametrize(
    "text",
    [
        f"## What did Mali do?\n\n{PROSE}\n",
        f"## The demand\n\n**Mali** asked for [...]\n\n## Mali asked [...] to go\n\n{PROSE}\n",
        f"Q: The demand\nA: {PROSE}\n",
        f"## The demand\n\n**{PROSE}**\n",
        f"## The demand\n\n{PROSE}\n\n## Capital\n\nBamako\n\n## River\n\nNiger\n",
        f"# Words\n\n## MINUSMA\n{PROSE}\n\n## 2. Status of forces agreement\n\n{PROSE}\n\n## Mandate\n\n{PROSE}\n",
        f"# Words\n\nFor the exam.\n\n### MINUSMA\n\n{PROSE}\n\n### Sahel\n\n{PROSE}\n\n### Mandate\n\n{PROSE}\n",
    ],
)
def test_a_study_sheet_with_long_answers_is_still_one(tmp_path, text):
    [deck] = read(tmp_path, text, "mali.md").decks

    assert deck.cards
