"""Editing one card in a deck file: its words change, and not a byte beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from trainer.cards import Card, Kind, Source, Status
from trainer.decks.read import parse_deck, read_deck
from trainer.decks.rewrite import add_card, edit_cards, undo_edit
from trainer.errors import DeckRefused, NotSaved

TEXT = """\
# Our deck.
format = 1

[deck]
id = "mali"     # never change this

# The first card.
[[cards]]
question = 'Who left?'   # asked in June
answer = "the mission"
accepted = [
  "MINUSMA",  # its name
  "the UN mission",
]
tags = ["un"]
x-own = { note = "mine = yours" }

[[cards]]
id = "k2"
answer   =   \"\"\"
168\"\"\"
question = "How many?"
as_of = 2023
source = { brief = "b", sentence = "At least 168 died.", span = [9, 12] }

[[cards]]
id = "k3"
question = "Where?"
answer = "Gao"
[cards.source]
brief = "b"
sentence = "They left Gao, then Kidal."
span = [10, 13]
# The end.
"""


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "mali.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def cards_of(path: Path) -> list[Card]:
    return list(read_deck(path)[0].cards)


def edit_card(path: Path, before: Card, after: Card):
    return edit_cards(path, "mali", [(before, after)])


def lines_changed(path: Path) -> list[str]:
    """The lines that are there now and were not."""
    before = TEXT.splitlines()
    return [line for line in path.read_text("utf-8").splitlines() if line not in before]


def edited(path: Path, place: int, **words) -> Card:
    card = cards_of(path)[place]
    edit_card(path, card, replace(card, **words))
    return cards_of(path)[place]


def test_one_value_changes_and_every_comment_order_and_space_stays(path):
    edited(path, 0, question="Who left Mali?")
    assert path.read_text("utf-8") == TEXT.replace("'Who left?'", '"Who left Mali?"').replace(
        "[[cards]]\nquestion", '[[cards]]\nid = "' + cards_of(path)[0].id + '"\nquestion', 1
    )


def test_a_card_without_an_id_keeps_the_one_that_its_progress_is_known_by(path):
    before = cards_of(path)[0].id
    assert edited(path, 0, question="Another question?").id == before


def test_a_value_of_several_lines_is_replaced_whole(path):
    assert edited(path, 1, answer="169").answer == "169"
    assert lines_changed(path) == ['answer   =   "169"']


def test_new_keys_stand_where_they_usually_do(path):
    edited(path, 1, tags=("un", "toll"), accepted=("at least 168",))
    text = path.read_text("utf-8")
    assert 'as_of = 2023\ntags = ["un", "toll"]\nsource' in text
    assert 'question = "How many?"\naccepted = ["at least 168"]\nas_of' in text


def test_a_key_that_holds_nothing_any_more_goes_with_its_line(path):
    assert edited(path, 0, tags=()).tags == ()
    assert "tags" not in path.read_text("utf-8")


def test_an_emptied_key_stays_where_a_comment_stands_beside_it(path):
    assert edited(path, 0, accepted=()).accepted == ()
    assert "accepted = []" in path.read_text("utf-8")


def test_a_comment_in_a_list_stays_with_the_items_that_stay(path):
    assert edited(path, 0, accepted=("MINUSMA", "the mission of the UN")).accepted == (
        "MINUSMA",
        "the mission of the UN",
    )
    assert '  "MINUSMA",  # its name\n' in path.read_text("utf-8")


@pytest.mark.parametrize("place", [1, 2])
def test_the_span_follows_the_answer_in_either_way_to_write_a_source(path, place):
    source = cards_of(path)[place].source
    assert edited(path, place, source=replace(source, span=(0, 8))).source == replace(source, span=(0, 8))


@pytest.mark.parametrize("place", [1, 2])
def test_a_span_without_its_answer_is_taken_out(path, place):
    source = cards_of(path)[place].source
    assert edited(path, place, source=replace(source, span=None)).source == replace(source, span=None)


def test_a_card_is_retired_and_not_removed(path):
    assert edited(path, 2, status=Status.RETIRED).status is Status.RETIRED
    assert lines_changed(path) == ['status = "retired"']


def test_a_kind_that_the_words_would_change_is_written_down(path):
    card = edited(path, 2, question="They left [...] first?", kind=Kind.WHERE)
    assert card.kind is Kind.WHERE


def test_windows_line_ends_and_a_byte_order_mark_stay(path):
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert edited(path, 2, answer="Kidal").answer == "Kidal"
    assert path.read_bytes() == b"\xef\xbb\xbf" + TEXT.replace('"Gao"', '"Kidal"').replace("\n", "\r\n").encode()


def test_undo_puts_every_byte_back(path):
    card = cards_of(path)[0]
    edit = edit_card(path, card, replace(card, question="Other?", tags=("a", "b"), accepted=()))
    undo_edit(edit)
    assert path.read_text("utf-8") == TEXT


def test_several_cards_are_written_at_once_or_not_at_all(path):
    cards = cards_of(path)
    edit = edit_cards(path, "mali", [(card, replace(card, tags=("new",))) for card in cards])
    assert [card.tags for card in cards_of(path)] == [("new",)] * 3
    undo_edit(edit)
    assert path.read_text("utf-8") == TEXT
    wrong = replace(cards[2], answer="Kidal")
    with pytest.raises(DeckRefused, match="now has other words for the card 'k3'"):
        edit_cards(path, "mali", [(cards[0], replace(cards[0], tags=())), (wrong, wrong)])
    assert path.read_text("utf-8") == TEXT


def test_redo_is_the_undo_of_an_undo(path):
    card = cards_of(path)[2]
    edit = edit_card(path, card, replace(card, answer="Kidal"))
    after = path.read_text("utf-8")
    undo_edit(undo_edit(edit))
    assert path.read_text("utf-8") == after


def test_an_added_card_stands_at_the_end_under_an_id_of_its_own(path):
    edit = add_card(path, "mali", Card("", "Who left?", "the troops"))
    added = cards_of(path)[-1]
    assert (added.question, added.answer, added.origin) == ("Who left?", "the troops", "hand")
    assert added == edit.wordings[0].after
    assert len({card.id for card in cards_of(path)}) == 4
    assert path.read_text("utf-8").startswith(TEXT)


def test_an_added_card_can_be_taken_back(path):
    undo_edit(add_card(path, "mali", Card("", "Which day?", "Monday")))
    assert path.read_text("utf-8") == TEXT


def test_a_card_that_was_changed_meanwhile_is_refused_in_one_line(path):
    card = cards_of(path)[2]
    path.write_text(TEXT.replace('"Gao"', '"Kidal"'), encoding="utf-8")
    with pytest.raises(DeckRefused) as refused:
        edit_card(path, card, replace(card, answer="Timbuktu"))
    assert str(refused.value) == (
        f"{path}: now has other words for the card 'k3': the file was changed meanwhile. "
        "Look at the card again; nothing was written."
    )
    assert '"Kidal"' in path.read_text("utf-8")


def test_a_change_elsewhere_in_the_file_is_kept(path):
    card = cards_of(path)[2]
    path.write_text(TEXT.replace("How many?", "How many died?"), encoding="utf-8")
    edit_card(path, card, replace(card, answer="Kidal"))
    assert [c.question for c in cards_of(path)][1] == "How many died?"


def test_a_card_that_is_gone_is_refused(path):
    card = cards_of(path)[2]
    path.write_text(TEXT[: TEXT.index('[[cards]]\nid = "k3"')], encoding="utf-8")
    with pytest.raises(DeckRefused, match="no longer holds the card 'k3'"):
        edit_card(path, card, replace(card, answer="Kidal"))


def test_a_file_that_is_gone_is_refused(path):
    card = cards_of(path)[2]
    path.unlink()
    with pytest.raises(DeckRefused, match="cannot be read: no such file"):
        edit_card(path, card, replace(card, answer="Kidal"))


def test_a_read_only_file_is_left_alone(path):
    card = cards_of(path)[2]
    path.chmod(0o444)
    with pytest.raises(NotSaved, match=r"is read-only; nothing was changed\. Make the file writable"):
        edit_card(path, card, replace(card, answer="Kidal"))
    assert path.read_text("utf-8") == TEXT


def test_words_that_a_reader_would_leave_out_are_not_written(path):
    card = cards_of(path)[2]
    with pytest.raises(DeckRefused, match=r"was left as it was: .*cloze"):
        edit_card(path, card, replace(card, kind=Kind.CLOZE))
    assert path.read_text("utf-8") == TEXT


def test_a_file_that_became_another_deck_gets_no_new_card(path):
    with pytest.raises(DeckRefused, match="is the deck 'mali' now, and not 'niger'"):
        add_card(path, "niger", Card("", "Who?", "Tiani"))


def test_a_link_stays_a_link(path, tmp_path):
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    edited(link, 2, answer="Kidal")
    assert link.is_symlink()
    assert cards_of(path)[2].answer == "Kidal"


HARD = r"""
[[cards]]
"question" = "Who? = [x] # no comment"
answer = '''a "quoted"
# not a comment
[cards.source]
end'''  # but this is
id = "k9"
tags = [ "a]", # x = "1"
   'b#' ]
source.brief = "b"
source.sentence = "s"
"""


@pytest.mark.parametrize(
    "words",
    [
        {"question": "New?"},
        {"answer": 'say "yes" \\ no'},
        {"tags": ("a]", "c = d")},
        {"as_of": "2024"},
        {"source": Source("b", "s", None, (0, 1))},
    ],
)
def test_strings_that_look_like_keys_comments_or_headers_mislead_nobody(tmp_path, words):
    path = tmp_path / "hard.toml"
    path.write_text("[deck]\nid = 'd'\n" + HARD, encoding="utf-8")
    card = cards_of(path)[0]
    edit = edit_card(path, card, replace(card, **words))
    assert cards_of(path) == [replace(card, **words)]
    undo_edit(edit)
    assert parse_deck(path.read_text("utf-8"), path)[0].cards == (card,)
