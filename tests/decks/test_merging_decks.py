"""Merging: what a person wrote stays, comments and spaces and all, and no card is added twice."""

from __future__ import annotations

import datetime as dt

import pytest

from trainer.cards import Card, Source
from trainer.decks import BriefRef, Deck
from trainer.decks.merge import merge, write_merge
from trainer.decks.read import read_deck

FILE = """\
# Ours. Ask before you change it.
format = 1

[deck]
id = "mali"
title = "Mali"          # short on purpose

[[briefs]]
id = "june"
title = "Mali asks the mission to go"
date = 2023-06-21
sha256 = "old"   # of the file
marking = "TLP:AMBER"   # raised by hand
desk = "Sahel"

# ---- people ----

[[cards]]
id = "k1"
question = "Who led it in 2022?"
answer = "El-Ghassim Wane"   # spelled as he does
[cards.source]
brief = "june"
sentence = "El-Ghassim Wane led it."
"""
JUNE = BriefRef("june", "Another title", dt.date(2023, 6, 21), "../seeds/june.md", "new", marking="TLP:GREEN")
JULY = BriefRef("july", "The mission leaves", sha256="abc")


def card(card_id, question, brief="june"):
    return Card(card_id, question, "An answer", source=Source(brief, "A sentence."))


@pytest.fixture
def path(tmp_path):
    (tmp_path / "mali.toml").write_text(FILE)
    return tmp_path / "mali.toml"


def merged(path, brief, *cards):
    result = merge(read_deck(path)[0], brief, cards)
    write_merge(result, path)
    return result


def test_new_cards_stand_at_the_end_and_the_rest_of_the_file_is_as_it_was(path):
    result = merged(path, BriefRef("june", sha256="old"), card("k2", "When did it end?"))

    assert [new.id for new in result.added] == ["k2"]
    assert path.read_text().startswith(FILE)
    assert path.read_text()[len(FILE) :].startswith('\n[[cards]]\nid = "k2"\n')


def test_a_brief_that_changed_gets_its_digest_and_keeps_what_was_written_by_hand(path):
    merged(path, JUNE)

    assert path.read_text() == FILE.replace('sha256 = "old"', 'sha256 = "new"').replace(
        'id = "june"\n', 'id = "june"\nfile = "../seeds/june.md"\n'
    )


def test_a_marking_rises_with_the_brief_and_never_falls(path):
    assert merged(path, BriefRef("june", sha256="old", marking="TLP:GREEN")).brief.marking == "TLP:AMBER"
    assert merged(path, BriefRef("june", sha256="old", marking="TLP:RED")).brief.marking == "TLP:RED"
    assert path.read_text() == FILE.replace('"TLP:AMBER"', '"TLP:RED"')


def test_a_new_brief_stands_after_the_others_and_before_the_comment_of_the_cards(path):
    merged(path, JULY, card("k2", "When did it leave?", "july"))

    assert 'desk = "Sahel"\n\n[[briefs]]\nid = "july"\n' in path.read_text()
    assert 'sha256 = "abc"\n\n# ---- people ----\n\n[[cards]]\nid = "k1"\n' in path.read_text()


@pytest.mark.parametrize(
    ("named", "becomes"),
    [
        ("Mali asks the mission to go (June 2023)", "Mali asks the mission to go"),
        ("Mali asks the mission to go (draft)", "Mali asks the mission to go (draft)"),
        ("Mali (June 2023)", "Mali (June 2023)"),
    ],
)
def test_a_deck_named_after_one_brief_and_its_month_loses_the_month_when_another_joins(path, named, becomes):
    path.write_text(FILE.replace('title = "Mali"  ', f'title = "{named}"  '))

    assert merged(path, JUNE, card("k2", "When did it end?")).deck.title == named
    merged(path, JULY, card("k3", "When did it leave?", "july"))
    assert read_deck(path)[0].title == becomes
    assert "# short on purpose" in path.read_text()


def test_what_is_written_is_what_the_merge_said(path):
    result = merged(path, JULY, card("k2", "When did it leave?", "july"))
    deck, findings = read_deck(path)

    assert (deck.cards, deck.briefs) == (result.deck.cards, result.deck.briefs)
    assert [finding.message for finding in findings] == ["the key 'desk' is unknown; it is kept."]


def test_nothing_is_added_twice(path):
    merged(path, JUNE, card("k2", "When did it end?"))
    once = path.read_text()
    result = merged(path, JUNE, card("k2", "When did it end?"), card("other-id", "when did it end?"))

    assert result.added == ()
    assert [met.id for met in result.kept] == ["k2", "k2"]
    assert path.read_text() == once


def test_a_card_edited_by_hand_wins_over_its_proposal(path):
    result = merged(path, BriefRef("june", sha256="old"), card("k1", "Who was the head of mission in 2022?"))

    assert [kept.question for kept in result.kept] == ["Who led it in 2022?"]
    assert path.read_text() == FILE


def test_two_proposals_with_one_question_become_one_card(path):
    assert [new.id for new in merged(path, JUNE, card("a", "Why?"), card("b", "why?")).added] == ["a"]


def test_a_merge_into_no_file_writes_a_new_one(tmp_path):
    path = tmp_path / "new.toml"
    write_merge(merge(Deck("new", "New"), JULY, (card("k1", "When?", "july"),)), path)
    deck, findings = read_deck(path)

    assert ([one.id for one in deck.cards], deck.briefs, findings) == (["k1"], (JULY,), ())


def test_a_merge_keeps_windows_line_ends(path):
    path.write_bytes(FILE.replace("\n", "\r\n").encode())
    merged(path, JUNE, card("k2", "When did it end?"))
    after = path.read_bytes()

    assert after.count(b"\r\n") == after.count(b"\n")


def test_a_file_that_ends_without_a_line_end_is_continued_on_a_new_line(path):
    path.write_text(FILE.rstrip("\n"))
    merged(path, JUNE, card("k2", "When did it end?"))

    assert [one.id for one in read_deck(path)[0].cards] == ["k1", "k2"]
