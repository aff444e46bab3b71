"""Studying line by line."""

from __future__ import annotations

import json
from contextlib import nullcontext
from io import StringIO

import pytest
from click.testing import CliRunner

from trainer.cli import root
from trainer.cli.plain import PlainStudy
from trainer.collection import Collection
from trainer.errors import NotSaved
from trainer.reviews import Review
from trainer.settings import Mode
from trainer.study import Manner

DECK = """
[deck]
id = "capitals"
title = "Capitals"
marking = "TLP:GREEN"
[[briefs]]
id = "b"
title = "A brief"
date = 2024-03-01
[[cards]]
id = "ml"
question = "What is the capital of Mali?"
answer = "Bamako"
as_of = "2024"
attribution = "the atlas"
[cards.source]
brief = "b"
paragraph = 2
sentence = "Mali is governed from Bamako."
[[cards]]
id = "ne"
question = "What is the capital of Niger?"
answer = "Niamey"
"""


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "capitals.toml"
    path.write_text(DECK)
    return path


def studied(deck, typed: str, mode: Mode = Mode.FLIP, sure: bool = False) -> str:
    page = StringIO()
    collection, _ = Collection.open([deck])
    with collection:
        PlainStudy(collection, Manner(mode, sure), StringIO(typed), page).run(collection.start())
    return page.getvalue()


def reviews(deck) -> int:
    result = CliRunner().invoke(root, ["stats", "--json", str(deck)])
    return json.loads(result.stdout)["reviews"]


def test_the_answer_comes_after_enter_with_all_that_belongs_to_it(deck):
    page = studied(deck, "\nq\n")
    question, answer = page.split("A: Bamako")
    assert "2 left · Capitals · TLP:GREEN\nQ: What is the capital of Mali?" in question
    assert "as of 2024, according to the atlas" in answer
    assert "“Mali is governed from Bamako.”" in answer
    assert "A brief, 2024-03-01, paragraph 2" in answer
    assert "1 again 1m   2 hard 6m   3 good 10m   4 easy" in answer


def test_ratings_are_numbers_or_words_and_are_counted_by_stats(deck):
    page = studied(deck, "\n4\n\neasy\n")
    assert "2 reviews of 2 cards, 100% recalled." in page
    assert reviews(deck) == 2


def test_undo_takes_the_last_rating_back_and_asks_again(deck):
    page = studied(deck, "\n1\n\nu\n3\nq\n")
    assert "Taken back." in page
    assert "1 review of 1 card, 100% recalled." in page
    assert reviews(deck) == 1


def test_undo_before_any_rating_says_so(deck):
    assert "There is nothing to take back." in studied(deck, "u\nq\n")


def test_a_word_that_is_no_rating_is_asked_for_again_and_stores_nothing(deck):
    assert "Type 1, 2, 3 or 4" in studied(deck, "\nmaybe\nq\n")
    assert reviews(deck) == 0


def test_the_end_of_the_input_ends_the_session_and_keeps_what_was_rated(deck):
    assert "1 review of 1 card" in studied(deck, "\n3\n\n")
    assert reviews(deck) == 1


def test_a_deck_studied_to_the_end_says_that_nothing_is_due(deck):
    studied(deck, "\n4\n\n4\n")
    assert "Nothing is due." in studied(deck, "\n4\n")


MODES = """
[deck]
id = "modes"
title = "Modes"
[[cards]]
id = "who"
question = "Who was foreign minister?"
answer = "Abdoulaye Diop"
kind = "who"
distractors = ["Choguel Maiga", "Sadio Camara"]
tags = ["people"]
[[cards]]
id = "list"
question = "Which three countries left?"
answer = "Mali, Niger and Burkina Faso"
kind = "list"
[[cards]]
id = "many"
question = "How many troops were there?"
answer = "13,000"
kind = "how_many"
"""


@pytest.fixture
def modes(tmp_path):
    path = tmp_path / "modes.toml"
    path.write_text(MODES)
    return path


def shown(path) -> list[Review]:
    with Collection.open([path])[0] as collection:
        return collection.log.shown(collection.decks[0].id)


def test_a_typed_answer_is_graded_and_an_empty_line_takes_the_rating_that_is_suggested(modes):
    page = studied(modes, "diop\n\n/q\n", Mode.TYPE)
    assert "Your answer:" in page
    assert "A: Abdoulaye Diop\n   right; you said: diop" in page
    assert "4 easy" in page
    assert "Enter good" in page
    [review] = shown(modes)
    assert (review.mode, review.given, review.verdict, int(review.rating)) == ("type", "diop", "right", 3)


def test_the_only_card_in_hand_is_not_passed_over(tmp_path):
    path = tmp_path / "one.toml"
    path.write_text('[deck]\nid = "one"\n[[cards]]\nid = "a"\nquestion = "Who?"\nanswer = "Wane"\n', "utf-8")
    page = studied(path, "n\nq\n", Mode.FLIP)
    assert "There is no other card in hand." in page
    assert "Passed over" not in page


def test_a_letter_is_an_answer_while_one_is_typed_and_a_verb_behind_a_slash(modes):
    page = studied(modes, "/n\n/n\nq\n2\n/s\n/q\n", Mode.TYPE)
    assert page.count("Passed over") == 2
    assert "you said: q" in page
    assert "Set aside; u takes it back." in page


def test_a_list_is_heard_line_by_line(modes):
    page = studied(modes, "/n\nniger\ntogo\nmali, burkina faso\n\n/q\n", Mode.TYPE)
    assert "A list of 3: one item a line; an empty line ends it." in page
    assert "niger: named. 2 to come." in page
    assert "togo: not in the list. 2 to come." in page
    assert "you said: niger; togo; mali, burkina faso" in page


def test_options_are_numbered_and_picked(modes):
    page = studied(modes, "7\n\n\nq\n", Mode.CHOICE)
    assert page.count("Pick 1 to 3.") == 2
    number = next(line.strip()[0] for line in page.splitlines() if "Abdoulaye Diop" in line)
    assert f"   {number}) Abdoulaye Diop" in page
    page = studied(modes, f"{number}\n\nq\n", Mode.CHOICE)
    assert "right; you said: Abdoulaye Diop" in page or "wrong; you said: " in page
    assert shown(modes)[-1].mode == "choice"


def test_how_sure_one_is_is_asked_for_and_kept(modes):
    page = studied(modes, "101\n80%\n1\n\n/q\n", Mode.FLIP, sure=True)
    assert "How sure are you, in percent? 50 even chance, 60 likely, 70 likely, 80 very likely" in page
    assert "you were 80% sure" in page
    assert [review.confidence for review in shown(modes)] == [80]


def test_a_range_that_holds_the_number_is_right(modes):
    page = studied(modes, "/n\n/n\n12k-14k\n\n/q\n", Mode.TYPE)
    assert "right: inside your 80% range, which is 15% of it wide; you said: 12k-14k" in page


def test_every_verb_has_its_letters(modes):
    typed = ["f 3", "w see page 2", "c", "c", "o", "h", "e", "d 7", "u", "redo", "u", "b", "u", "reset", "u", "?", "q"]
    page = studied(modes, "\n".join(typed) + "\n")
    for said in (
        "Flagged 3.", "Noted.", "You will be asked how sure you are.", "You will not be asked", "names no source",
        "flag", "Edit the card who in ", "Due in 7 days; u takes it back.", "Taken back.", "Done again.",
        "Put off until tomorrow", "The card is new again", "suspend",
    ):  # fmt: skip
        assert said in page
    assert shown(modes) == []


@pytest.mark.parametrize("line", ["f 9", "f", "d soon", "d", "m chess"])
def test_a_verb_that_is_not_understood_says_how_it_is_said_and_does_nothing(modes, line):
    page = studied(modes, f"{line}\nq\n")
    assert any(hint in page for hint in ("Say which flag: f 1", "Say in how many days: d 7.", "The modes are flip"))
    assert "No review was made." in page


def test_a_note_is_read_with_the_answer(modes):
    assert "your note: ask Sadio" in studied(modes, "w ask Sadio\n\nq\n")


def test_the_mode_changes_in_the_middle_of_a_session(modes):
    page = studied(modes, "m\ndiop\n\n/m choice\nq\n")
    assert "The mode is type." in page
    assert "The mode is choice." in page


def practised(*options, typed="\n3\n" * 9):
    return CliRunner().invoke(root, ["study", "--plain", "--cram", *map(str, options)], input=typed)


def test_cram_takes_what_its_options_say_and_moves_nothing(modes):
    page = practised(modes, "--tag", "people").stdout
    assert "Practice: it is on record, and no due day moves." in page
    assert page.count("Q: ") == 1
    assert "1 again   2 hard   3 good   4 easy" in page, "no waits"
    assert practised(modes, "--kind", "list", "--kind", "how_many").stdout.count("Q: ") == 2
    assert practised(modes, "--limit", "2").stdout.count("Q: ") == 2
    assert "There is no card to practise." in practised(modes, "--missed").stdout
    assert "There is no card to practise." in practised(modes, "--sure-and-wrong").stdout
    assert [review.practice for review in shown(modes)] == [True] * 5
    assert reviews(modes) == 0


def test_what_was_missed_in_practice_comes_again_and_can_be_practised_as_missed(modes):
    practised(modes, "--tag", "people", typed="\n1\n\n3\n")
    assert practised(modes, "--missed").stdout.count("Q: Who was") == 1


def test_what_chooses_cards_for_practice_is_no_use_without_it(modes):
    done = CliRunner().invoke(root, ["study", "--plain", "--missed", str(modes)])
    assert done.exit_code == 2
    assert "choose cards for --cram." in done.output


def test_a_picture_is_named_and_told_where_it_cannot_be_opened_and_the_history_waits_for_the_answer(deck):
    deck.write_text(
        DECK.replace('answer = "Bamako"\n', 'answer = "Bamako"\npicture = "a.png"\nanswer_picture = "b.png"\n')
    )
    page = studied(deck, "h\npa\np\n\npa\nq\n")
    assert "Q: What is the capital of Mali?\n   picture: a.png (p opens it)" in page
    assert "The history may give the answer away; look at it after the answer." in page
    assert "Look at the answer first." in page
    assert "a.png is not opened: there is no such file." in page
    assert "picture: b.png (pa opens it)" in page
    assert "b.png is not opened: there is no such file." in page


class Person(StringIO):
    """Lines that a person types, as far as the program can tell."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("typist", [StringIO, Person])
def test_a_person_stays_at_a_card_that_could_not_be_saved_and_a_script_ends_there(deck, monkeypatch, typist):
    page, refusals = StringIO(), [NotSaved("the disk is full.")]
    collection, _ = Collection.open([deck])
    rate = collection.rate

    def once(session, rating):
        if refusals:
            raise refusals.pop()
        return rate(session, rating)

    monkeypatch.setattr(collection, "rate", once)
    with collection, nullcontext() if typist is Person else pytest.raises(NotSaved):
        PlainStudy(collection, Manner(Mode.FLIP, False), typist("\n3\n3\nq\n"), page).run(collection.start())
    assert ("Not saved: the disk is full." in page.getvalue()) == (typist is Person)
    assert reviews(deck) == (typist is Person)
