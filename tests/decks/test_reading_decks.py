"""Deck files as people write them: what is good is read, and what is not is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.cards import Kind, Source
from trainer.decks import source
from trainer.decks.read import parse_deck, read_deck
from trainer.errors import DeckRefused

HEAD = 'format = 1\n[deck]\nid = "mali"\ntitle = "Mali"\n'
FIRST = '[[cards]]\nid = "k1"\nquestion = "Who?"\nanswer = "Wane"\n'
LAST = '[[cards]]\nid = "k9"\nquestion = "When?"\nanswer = "2023"\n'


def parse(text):
    """The ids of the cards that were read, and the findings as a user sees them."""
    deck, findings = parse_deck(text, Path("mali.toml"))
    return [card.id for card in deck.cards], [str(finding) for finding in findings]


def refusal(text):
    with pytest.raises(DeckRefused) as refused:
        parse_deck(text, Path("mali.toml"))
    return str(refused.value)


def test_a_card_written_by_hand_needs_a_question_and_an_answer_only():
    deck, findings = parse_deck(HEAD + '[[cards]]\nquestion = "Who?"\nanswer = "Wane"\n', Path("mali.toml"))
    [card] = deck.cards

    assert (card.question, card.answer, card.kind, card.origin) == ("Who?", "Wane", Kind.WHAT, "hand")
    assert [str(finding) for finding in findings] == [
        "mali.toml, line 5: the card has no id. Run `trainer check --fix` on this deck to give it one."
    ]


def test_a_full_card_is_read_whole():
    deck, findings = parse_deck(
        HEAD + '[[briefs]]\nid = "june"\nmarking = "tlp:amber"\n' + FIRST + 'kind = "how_many"\nanswer_note = "x"\n'
        'accepted = ["at least 168"]\nas_of = 2023-02-01\n[cards.source]\nbrief = "june"\nparagraph = 7\n'
        'sentence = "At least 168."\nspan = [9, 12]\n',
        Path("mali.toml"),
    )
    [card] = deck.cards

    assert card.source == Source("june", "At least 168.", 7, (9, 12))
    assert (card.kind, card.accepted, card.as_of) == (Kind.HOW_MANY, ("at least 168",), "2023-02-01")
    assert card.extra == {"answer_note": "x"}
    assert deck.marking_of(card) == "TLP:AMBER"
    assert [finding.message for finding in findings] == ["the key 'answer_note' is unknown; it is kept."]


@pytest.mark.parametrize(
    ("bad_card", "finding"),
    [
        ('[[cards]]\nid = "k2"\nquestion = Who?\n',
         "line 9: this card is not TOML: invalid value on line 11."),
        ('[[cards]]\nid = "k2"\nquestion = "Who else?"\n',
         "line 9: this card is left out: it has no answer."),
        ('[[cards]]\nid = "k2"\nquestion = "Who else?"\nanswer = "  "\n',
         "line 12: this card is left out: its answer is empty."),
        ('[[cards]]\nid = "k2"\nquestion = "Who else?"\nanswer = ["a"]\n',
         "line 12: this card is left out: its answer is not text: put it in quotation marks."),
        ('[[cards]]\nid = "k2"\nquestion = "Who else?"\nanswer = "a"\naccepted = "b"\n',
         "line 13: this card is left out: its accepted is not a list: put it in [ ]."),
        ('[[cards]]\nid = "k 2"\nquestion = "Who else?"\nanswer = "a"\n',
         "line 10: this card is left out: its id has a space in it."),
        ('[[cards]]\nid = "k2"\nquestion = "Who else?"\nanswer = "a"\nstatus = "gone"\n',
         "line 13: this card is left out: its status is none of 'current', 'superseded' or 'retired'."),
        ('[[cards]]\nid = "k2"\nquestion = "Who else?"\nanswer = "' + "x" * 20_001 + '"\n',
         "line 12: this card is left out: its answer is longer than 20000."),
        ('[[cards]]\nid = "k1"\nquestion = "Who else?"\nanswer = "a"\n',
         "line 9: the card id 'k1' is used again (first on line 5); this card is left out."),
        ('[[cards]]\nquestion = "Who else?"\nanswer = "a"\n[[cards]]\nquestion = "Who else?"\nanswer = "b"\n',
         "line 12: this card asks what the card on line 9 asks; it is left out."),
        ('[[cards]]\nid = "k2"\nkind = "cloze"\nquestion = "No gap"\nanswer = "a"\n',
         "line 9: this card is left out: a cloze card's question holds [...] exactly once."),
        ('[[cards]]\nid = "k2"\nquestion = "?"\nanswer = "a"\n[cards.source]\nbrief="x"\nsentence="a"\nspan=[0, 9]\n',
         "line 13: this card is left out: source: span [0, 9] does not lie in the sentence (0 to 1)."),
        ('[[cards]]\nid = "k2"\nquestion = "Q?"\nanswer = ' + "9" * 10_000 + "\n",
         "line 9: this card is not TOML: "),
        ('[[cards]]\nid = "k2"\nquestion = "Q?"\nanswer = 0x' + "F" * 10_000 + "\n",
         "line 9: this card is not TOML: a number has more than 64 bits."),
        ('[[cards]]\nid = "k2"\nquestion = "Q?"\nanswer = "a"\nz = [\n' + "[\n" * 5_000,
         "line 9: this card is not TOML: it is nested too deeply."),
        ('[[cards]]\nid = "k2"\nquestion = "Q?"\nanswer = "a"\naccepted = ["b"\n',
         "line 9: this card is not TOML: unclosed array at its end."),
        ('[[cards]]\nid = "k2"\nquestion = """Q?\nanswer = "a"\n',
         "line 9: this card is not TOML: unterminated string at its end."),
        ('[[cards]\nid = "k2"\nquestion = "Q?"\nanswer = "a"\n',
         "line 9: this card is not TOML: expected ']]' at the end of an array declaration on line 9."),
    ],
)  # fmt: skip
def test_a_bad_card_is_named_and_the_good_ones_beside_it_are_read(bad_card, finding):
    ids, findings = parse(HEAD + FIRST + bad_card + LAST)

    assert ids[0] == "k1"
    assert ids[-1] == "k9"
    assert "k2" not in ids
    assert any(line.startswith(f"mali.toml, {finding}") for line in findings), findings


@pytest.mark.parametrize(
    "extra",
    [
        "answer_note = \"rock '''n roll\"\n",
        'answer_note = \'a """ b\'\n',
        "# see ''' and \"\"\"\n",
        "# [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
        'note = """\n[[cards]]\nid = "no card"\n"""\n',
        "note = '''\n[[cards]]\n'''\n",
        'note = """ends in a quote""""\n',
        'note = """escaped \\""" quotes"""\n',
        'rows = [\n  ["a"],\n  ["b"]\n]\n',
        'rows = [ # [[cards]]\n  "]",\n]\n',
    ],
)
def test_what_only_looks_like_a_table_or_a_text_costs_no_card(extra):
    ids, findings = parse(HEAD + FIRST + extra + LAST)

    assert ids == ["k1", "k9"]
    assert not [line for line in findings if "is kept" not in line]


def test_control_characters_become_marks_and_are_reported():
    deck, findings = parse_deck(
        HEAD + '[[cards]]\nid = "k1"\nquestion = "Who\\u001b[31m?"\nanswer = "W\\u202eane"\n', Path("mali.toml")
    )

    assert (deck.cards[0].question, deck.cards[0].answer) == ("Who␛[31m?", "Wane")
    assert [finding.message for finding in findings] == [
        "this card holds control or invisible characters; they are shown as marks or left out."
    ]


def test_markup_is_text():
    deck, findings = parse_deck(
        HEAD + '[[cards]]\nid = "k1"\nquestion = "[red]<b>{{c1::x}}[/]"\nanswer = "[/]"\n', Path("mali.toml")
    )

    assert deck.cards[0].question == "[red]<b>{{c1::x}}[/]"
    assert findings == ()


def test_unknown_keys_and_tables_are_kept_and_reported():
    deck, findings = parse_deck(HEAD + "colour = 1\n[other]\nx = 1\n" + FIRST, Path("mali.toml"))

    assert deck.extra == {"colour": 1}
    assert [str(finding) for finding in findings] == [
        "mali.toml, line 5: the key 'colour' is unknown; it is kept. Check its spelling, or leave it.",
        "mali.toml, line 6: the table [other] is unknown; it is kept. Check its spelling, or leave it.",
    ]


def test_a_second_head_is_reported():
    assert parse(HEAD + '[deck]\nid = "niger"\n' + FIRST)[1] == [
        "mali.toml, line 5: there is a second [deck] table, and it takes the place of the first. Remove one."
    ]


def test_a_deck_without_a_head_is_named_after_its_file():
    deck, findings = parse_deck(FIRST, Path("folder/Mali & Niger.toml"))

    assert deck.id == deck.title == "mali-niger"
    assert findings[0].message == "there is no good [deck] table; the deck is named after its file."


def test_a_source_must_name_a_brief_of_the_deck():
    text = HEAD + FIRST + '[cards.source]\nbrief = "may"\nsentence = "x"\n'

    [finding] = parse(text)[1]
    assert finding.startswith(
        "mali.toml, line 5: the card's source names the brief 'may', which the deck does not list."
    )


def test_a_newer_format_is_refused_with_its_line():
    assert refusal("# ours\nformat = 2\n[deck]\nid = 'x'\n") == (
        "mali.toml, line 2: is in deck format 2; this version reads format 1. Update trainer."
    )


def test_a_file_without_a_deck_is_refused():
    assert refusal("hello = 1\n").startswith("mali.toml: holds no deck.")


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 500,
        "a = " + "[" * 500,
        "{a=" * 1_000,
        ".".join("a" * 20_000) + " = 1",
        "x = {" + ".".join("a" * 20_000) + " = 1}",
        "[" + ".".join("a" * 20_000) + "]",
    ],
    ids=["brackets", "array", "inline tables", "dotted key", "dotted key in a table", "dotted header"],
)
def test_a_bomb_costs_its_own_card_and_no_time(bomb):
    deck, findings = parse_deck(HEAD + FIRST + bomb + "\n" + LAST, Path("mali.toml"))
    assert [card.id for card in deck.cards] == ["k9"]
    [finding] = findings
    assert str(finding).startswith("mali.toml, line ")
    assert "nested too deeply for a deck" in str(finding)
    assert finding.left_out


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", ['\\"""\n' * 100_000, '"' * 300_001, "'''" * 99_999, "[" + " " * 300_000, "[[" + "a" * 300_000]
)
def test_text_made_to_be_slow_is_read_in_a_moment(text):
    deck, findings = parse_deck(HEAD + FIRST + '"""\n' + text, Path("mali.toml"))
    assert (deck.id, deck.cards) == ("mali", ())
    assert any(finding.left_out for finding in findings)


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    path = tmp_path / "mali.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + FIRST).replace("\n", "\r\n").encode())

    assert [card.answer for card in read_deck(path)[0].cards] == ["Wane"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "cannot be read: no such file or directory. Check the path and its permissions."),
        (lambda path: path.mkdir(), "is not a file. Name a deck file that ends in .toml."),
        (lambda path: path.write_bytes(b"id = '\xff'"), "is not UTF-8 text (byte 6). Save it as UTF-8."),
    ],
    ids=["missing", "folder", "latin-1"],
)
def test_what_is_no_deck_file_is_refused_in_one_line(tmp_path, make, message):
    make(tmp_path / "mali.toml")

    with pytest.raises(DeckRefused) as refused:
        read_deck(tmp_path / "mali.toml")
    assert str(refused.value) == f"{tmp_path / 'mali.toml'}: {message}"


@pytest.mark.parametrize("named", ["mali", "mali.toml", "elsewhere/mali.toml"])
def test_a_deck_named_without_its_folder_or_its_ending_is_looked_for_where_decks_are(tmp_path, monkeypatch, named):
    monkeypatch.chdir(tmp_path)
    Path("decks").mkdir()
    Path("decks/mali.toml").write_text(HEAD + FIRST, "utf-8")

    with pytest.raises(DeckRefused) as refused:
        read_deck(Path(named))
    assert refused.value.remedy == f"Did you mean {Path('decks/mali.toml')}?"


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path):
    with (tmp_path / "mali.toml").open("wb") as file:
        file.truncate(source.MAX_BYTES + 1)

    with pytest.raises(DeckRefused, match=r"is 64 MiB; a deck may have 64 MiB\. Split it into several decks\."):
        read_deck(tmp_path / "mali.toml")
