"""Deciding about proposed cards, without a screen."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from proposals import LIMA, brief, cards, states, table

from trainer.approval import Accepted, Reason, Refused, find
from trainer.approval.past import past_of
from trainer.approval.shelf import Shelf, refuse_unwritable
from trainer.cards import Card, Kind
from trainer.cards.words import Words, doubts, edited, faults
from trainer.decks.read import read_deck
from trainer.errors import LogRefused, NotSaved
from trainer.questions.wanted import Wanted


def accept(desk, approval, *places):
    return desk.decide(approval, *((place, Accepted(approval.cards[place])) for place in places))


def test_a_decision_brings_the_next_undecided_card():
    desk = table()
    now = accept(desk, desk.start, 0)
    assert (states(now), now.place) == (["accepted", "undecided", "undecided"], 1)
    now = desk.decide(now.to(2), (2, Refused(Reason.WRONG)))
    assert (states(now), now.place) == (["accepted", "undecided", "refused"], 1)
    assert now.tally() == {"accepted": 1, "refused": 1, "left": 1}


def test_every_step_can_be_taken_back_to_the_first():
    desk = table()
    now = accept(desk, desk.start, 0)
    now = desk.decide(now, (1, Refused(Reason.UNCLEAR, "two councils")))
    now = desk.decide(now, *now.the_rest())
    assert now.finished
    seen = []
    while now.history:
        now = desk.undo(now)
        seen.append((states(now), now.place))
    assert seen == [
        (["accepted", "refused", "undecided"], 2),
        (["accepted", "undecided", "undecided"], 1),
        (["undecided"] * 3, 0),
    ]
    assert desk.undo(now) is now
    assert states(table().start) == ["undecided"] * 3


def test_what_was_decided_is_there_in_the_next_window_with_its_history():
    desk = table()
    now = accept(desk, desk.start, 0)
    now = desk.decide(now, (1, Refused(Reason.OTHER, "my own words")))
    later = table()
    assert states(later.start) == ["accepted", "refused", "undecided"]
    assert later.start.place == 2
    assert later.start.decisions[1] == Refused(Reason.OTHER, "my own words")
    assert states(later.undo(later.undo(later.start))) == ["undecided"] * 3


def test_a_changed_mind_counts_and_undo_brings_the_first_mind_back():
    desk = table()
    now = accept(desk, desk.start, 0)
    now = desk.decide(now, (0, Refused(Reason.TRIVIAL)))
    assert states(table().start)[0] == "refused"
    assert states(desk.undo(now))[0] == "accepted"


def test_an_edit_is_kept_with_its_id_and_says_so():
    desk = table()
    card = edited(
        cards()[1], Words("How many trucks went to Lima?", " 26 ", ("26", "", "about 26"), "2024-05", "a mayor")
    )
    desk.decide(desk.start, (1, Accepted(card)))
    [kept] = table().start.accepted_of(0)
    assert kept == card
    assert (kept.id, kept.origin, kept.answer, kept.accepted) == ("peru-2", "rules 1, edited", "26", ("about 26",))
    assert states(table().start)[1] == "edited"


def test_saved_cards_are_done_with_and_refusals_of_an_open_draft_can_still_be_taken_back():
    desk = table()
    now = accept(desk, desk.start, 0)
    now = desk.decide(now, (1, Refused(Reason.WRONG)))
    desk.done(now, 0)
    later = table()
    assert states(later.start) == ["undecided", "refused", "undecided"]
    assert states(later.undo(later.start)) == ["undecided"] * 3


def test_a_refused_card_is_not_proposed_again_once_its_draft_is_closed():
    desk = table()
    now = desk.decide(desk.start, (1, Refused(Reason.WRONG)))
    now = desk.decide(now, *now.the_rest())
    desk.done(now, 0)
    draft = table().start.drafts[0]
    assert [card.id for card in draft.cards] == ["peru-1", "peru-3"]
    assert draft.refused_before == 1
    assert len(table(again=True).start.cards) == 3
    assert len(table(deck=Path("other.toml")).start.cards) == 3


def test_a_card_proposed_again_and_accepted_is_no_longer_refused():
    desk = table()
    now = desk.decide(desk.start, (1, Refused(Reason.WRONG)))
    desk.done(desk.decide(now, *now.the_rest()), 0)
    desk = table(again=True)
    desk.done(desk.decide(desk.start, *desk.start.the_rest()), 0)
    assert len(table().start.cards) == 3


def test_a_card_of_other_words_is_another_proposal():
    desk = table()
    now = accept(desk, desk.start, 0)
    desk.decide(now, (1, Refused(Reason.WRONG)))

    def reworded(name):
        first, second, third = cards(name)
        return replace(first, answer="May 4, 2024"), second, third

    assert states(table(proposed=reworded).start) == ["undecided", "refused", "undecided"]


def test_a_decided_card_stays_whatever_is_wanted_now():
    desk = table()
    accept(desk, desk.start, 2)
    wanted = Wanted(max_cards=1, kinds=frozenset({Kind.WHEN}))
    draft = table(pick=partial(wanted.pick, salience={})).start.drafts[0]
    assert [card.id for card in draft.cards] == ["peru-1", "peru-3"]
    assert draft.not_wanted == 1


def test_the_rest_of_several_briefs_is_one_step():
    desk = table("peru", "chile")
    now = accept(desk, desk.start, 0)
    now = desk.decide(now, *now.the_rest())
    assert states(table("peru", "chile").start) == ["accepted"] * 6
    assert [now.left_of(number) for number in (0, 1)] == [0, 0]
    assert [card.id for card in now.accepted_of(1)] == ["chile-1", "chile-2", "chile-3"]
    assert states(desk.undo(now)) == ["accepted", *["undecided"] * 5]
    assert states(table("peru", "chile").start) == ["accepted", *["undecided"] * 5]


def test_what_cannot_be_written_is_not_decided_in_any_brief(monkeypatch):
    desk = table("peru", "chile")
    add = desk._logs[1].add
    monkeypatch.setattr(desk._logs[1], "add", lambda _: add_fails())
    with pytest.raises(NotSaved):
        desk.decide(desk.start, *desk.start.the_rest())
    monkeypatch.setattr(desk._logs[1], "add", add)
    assert states(table("peru", "chile").start) == ["undecided"] * 6


def add_fails():
    raise NotSaved("could not be written: no space left on device.")


@pytest.mark.parametrize("torn", [b'{"at":9', b"\x00\x00", b'{"at":1005,"do":"accept","cards":[["peru-2"'])
def test_a_torn_last_line_is_as_if_it_had_not_been_begun(torn):
    desk = table()
    accept(desk, desk.start, 0)
    path = desk._logs[0].path
    with path.open("ab") as file:
        file.write(torn)
    desk = table()
    assert states(desk.start) == ["accepted", "undecided", "undecided"]
    accept(desk, desk.start, 1)
    assert states(table().start) == ["accepted", "accepted", "undecided"]
    assert torn not in path.read_bytes()


def test_a_log_cut_at_any_byte_holds_a_beginning_of_what_was_decided():
    desk = table()
    now = desk.start
    for place in range(3):
        now = accept(desk, now, place)
    path = desk._logs[0].path
    whole = path.read_bytes()
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        kept = states(table().start)
        assert kept == ["accepted"] * kept.count("accepted") + ["undecided"] * kept.count("undecided")
        assert kept.count("accepted") == max(0, whole[:end].count(b"\n") - 1)


def test_a_line_that_is_no_decision_is_named_and_left_out():
    desk = table()
    accept(desk, desk.start, 0)
    log = desk._logs[0]
    log.path.write_bytes(log.path.read_bytes() + b"rubbish\n")
    past, [finding] = log.past()
    assert len(past.open) == 1
    assert "line 3: is no decision" in str(finding)


def test_a_log_of_a_newer_version_is_refused():
    log = table()._logs[0]
    log.path.parent.mkdir(parents=True)
    log.path.write_bytes(b'{"at":1,"do":"begin","format":2,"deck":"d","brief":"b","sha256":""}\n')
    with pytest.raises(LogRefused, match="has format 2; this version reads up to 1"):
        log.past()


def test_a_home_that_cannot_be_written_to_is_told_in_one_line(home):
    (home / "approvals").write_text("a file in the folder's place")
    desk = table()
    with pytest.raises(NotSaved, match="the decision was not kept"):
        accept(desk, desk.start, 0)


def test_an_empty_log_comes_to_nothing():
    assert past_of(()).open == ()


def test_a_log_is_for_its_owner_alone():
    desk = table()
    accept(desk, desk.start, 0)
    assert desk._logs[0].path.stat().st_mode & 0o077 == 0


def test_an_edit_of_a_version_that_knew_no_options_leaves_them_as_proposed():
    desk = table()
    card = edited(cards()[0], replace(Words.of(cards()[0]), question="On what day was the Lima Accord signed?"))
    desk.decide(desk.start, (0, Accepted(card)))
    path = desk._logs[0].path
    path.write_text(re.sub(r',"distractors":\[.*?\]', "", path.read_text()))
    assert table().start.card_at(0) == card


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("2", (1, 0, 2, 3, 4, 5)),
        ("CHILE accord", (0, 3)),
        ("signed trucks", ()),
        ("7", ()),
        ("  ", ()),
        ("unicéf 25", (1, 2, 4, 5)),
    ],
)
def test_a_card_is_found_by_number_or_by_words_of_question_answer_and_sentence(words, places):
    assert find(table("peru", "chile").start, words) == places


def test_the_way_to_the_next_card_can_pass_over_the_decided_ones():
    desk = table()
    now = accept(desk, desk.start, 1).to(0)
    assert [now.beside(1).place, now.beside(1, only_left=True).place] == [1, 2]
    assert now.to(2).beside(-1, only_left=True).place == 0
    assert [now.beside(-1).place, now.to(2).beside(1).place] == [0, 2]


def test_an_unchanged_card_is_not_called_edited():
    card = cards()[0]
    assert edited(card, Words.of(card)) is card


def test_the_span_follows_the_answer():
    moved = edited(cards()[0], replace(Words.of(cards()[0]), answer="Peru and Chile"))
    assert LIMA[slice(*moved.source.span)] == "Peru and Chile"
    gone = edited(cards()[2], replace(Words.of(cards()[2]), answer="the Red Cross"))
    assert gone.source.span is None


def test_an_option_that_an_edit_makes_right_is_taken_out():
    card = edited(cards()[0], replace(Words.of(cards()[0]), answer="May 4, 2024"))
    assert card.distractors == ("May 5, 2024", "May 6, 2024")
    card = edited(card, replace(Words.of(card), accepted=("may 5, 2024",)))
    assert card.distractors == ()


def test_control_characters_do_not_get_into_an_edited_card():
    card = edited(cards()[0], Words("Who\x1b[2J\nis it?", "A\u202eB", ("x\ny",)))
    assert (card.question, card.answer, card.accepted) == ("Who␛[2J is it?", "AB", ("x y",))


@pytest.mark.parametrize(
    ("words", "kind", "fault"),
    [
        (Words("", "a"), Kind.WHO, "The question is empty."),
        (Words("Who?", " "), Kind.WHO, "The answer is empty."),
        (Words("Who?", "a"), Kind.CLOZE, "A cloze has exactly one [...]."),
        (Words("Who?", "a"), Kind.WHO, ""),
    ],
)
def test_what_no_card_can_be_saved_with(words, kind, fault):
    assert faults(words, kind) == fault


def test_doubts_name_the_rule():
    card = edited(cards()[0], replace(Words.of(cards()[0]), question="When did they sign?", as_of="spring"))
    assert {doubt.rule for doubt in doubts(card)} >= {"stands_alone", "as_of"}
    assert doubts(cards()[0]) == ()


def test_a_deck_is_read_once_however_many_briefs_go_into_it_and_again_once_somebody_changed_it(tmp_path, monkeypatch):
    from trainer.approval import shelf as shelf_module

    read, target, shelf = [], tmp_path / "deck.toml", Shelf()
    monkeypatch.setattr(shelf_module, "read_deck", lambda path: read.append(path) or read_deck(path))
    for name in ("peru", "chile", "bolivia"):
        shelf.save(brief(name), cards(name), target)
    assert read == []
    assert shelf.deck(target, brief()) == read_deck(target)
    target.write_text(target.read_text().replace("UNICEF", "the UN"))
    changed, _ = shelf.deck(target, brief())
    assert read == [target]
    assert changed == read_deck(target)[0]


@pytest.mark.parametrize("name", ["file/deck.toml", "file/deeper/deck.toml"])
def test_a_deck_that_could_not_be_written_is_refused_before_anything_is_decided(tmp_path, name):
    (tmp_path / "file").write_text("a file in the folder's place")
    with pytest.raises(NotSaved, match="is no folder that you may write to"):
        refuse_unwritable(tmp_path / name)
    refuse_unwritable(tmp_path / "new" / "deeper" / "deck.toml")


def test_a_text_of_several_lines_stays_so_where_another_one_is_changed():
    card = Card("k", "Who left?\n(All of them.)", "MINUSMA")
    changed = edited(card, replace(Words.of(card), answer="the mission"))
    assert (changed.question, changed.answer) == ("Who left?\n(All of them.)", "the mission")
