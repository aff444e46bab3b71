"""From a brief to a deck at the command line, with proposals that are always the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from fixed_build import BRIEF, DROPPED, propose

from trainer.cli import root
from trainer.cli.build_explain import Drop, explained, parted
from trainer.decks.read import read_deck
from trainer.errors import Finding


@pytest.fixture(autouse=True)
def _proposals(monkeypatch):
    monkeypatch.setattr("trainer.questions.propose", propose)


@pytest.fixture
def brief(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "peru.md"
    path.write_text(BRIEF)
    return path


def run(*words, input=None):  # noqa: A002 - as click names it
    return CliRunner().invoke(root, [str(word) for word in words], input=input)


def test_all_cards_are_taken_with_yes_and_the_deck_carries_the_briefs_marking(brief, tmp_path):
    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert result.exit_code == 0
    assert result.stdout == ""
    deck, findings = read_deck(tmp_path / "deck.toml")
    assert findings == ()
    assert (deck.id, deck.title, deck.marking) == ("deck", "Peru floods (May 2024)", "TLP:GREEN")
    assert {"Peru, Chile, and Bolivia", "Ana Ruiz"} <= {card.answer for card in deck.cards}
    assert deck.briefs[0].file == "peru.md"


@pytest.mark.parametrize(("name", "better"), [("deck.docx", "deck.toml"), ("deck", "deck.toml"), (".", "deck.toml")])
def test_a_deck_that_is_not_named_as_one_is_refused(brief, tmp_path, name, better):
    result = run("build", brief, "-o", name, "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{name}: a deck is a .toml file. Name it {better}." in f"{result.stderr}{result.exception}"
    assert not (tmp_path / name).is_file()


def test_nothing_is_saved_unseen_where_nobody_can_answer(brief, tmp_path):
    result = run("build", brief, "-o", "deck.toml")
    assert result.exit_code == 0
    assert "Ana Ruiz" in result.stdout
    assert "none saved" in result.stderr
    assert not (tmp_path / "deck.toml").exists()


def test_json_shows_the_proposals_in_the_keys_of_the_deck_format(brief, tmp_path):
    document = json.loads(run("build", brief, "--json").stdout)
    assert document.keys() == {"briefs", "cards"}
    assert document["briefs"][0] | {"deck": ""} == {
        "id": "peru", "title": "Peru floods", "date": "2024-05-08", "marking": "TLP:GREEN", "file": str(brief),
        "deck": "",
    }  # fmt: skip
    assert document["cards"][1] == {
        "id": "peru-1", "question": "How many trucks did UNICEF send to Lima (Peru floods)?", "answer": "25",
        "kind": "how_many", "origin": "rules 1", "status": "current", "salience": 2,
        "source": {"brief": "peru", "sentence": document["cards"][0]["source"]["sentence"], "paragraph": 1,
                   "span": [75, 77]},
    }  # fmt: skip
    assert list(Path(tmp_path).glob("*.toml")) == []


def test_json_of_several_briefs_is_one_document_even_if_one_of_them_is_bad(brief, chile, tmp_path):
    result = run("build", brief, tmp_path / "gone.md", chile, "--json", "--explain")
    document = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [one["id"] for one in document["briefs"]] == ["chile", "peru"]
    assert [card["source"]["brief"] for card in document["cards"]] == ["chile"] * 4 + ["peru"] * 4
    assert document["dropped"][0] == {
        "brief": "chile", "rule": "stands_alone", "reason": "'it' points outside the card (What did it do?)",
    }  # fmt: skip
    assert json.loads(run("build", tmp_path / "gone.md", "--json").stdout) == {"briefs": [], "cards": []}


def test_a_second_build_keeps_what_a_person_changed_and_adds_nothing_twice(brief, tmp_path):
    run("build", brief, "-o", "deck.toml", "--yes")
    before = (tmp_path / "deck.toml").read_text()
    mine = before.replace('answer = "Ana Ruiz"', 'answer = "Ana María Ruiz"  # as she writes it')
    (tmp_path / "deck.toml").write_text(mine)
    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert "0 cards added" in result.stderr
    assert (tmp_path / "deck.toml").read_text() == mine


def test_the_person_at_the_terminal_takes_and_leaves_cards(brief, tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.cli.build.at_terminal", lambda: True)
    result = run("build", brief, "-o", "deck.toml", input="n\ny\nq\n")
    assert result.exit_code == 0
    deck, _ = read_deck(tmp_path / "deck.toml")
    assert len(deck.cards) == 1
    assert deck.cards[0].question in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "peru.md: "),
        (b"", "is empty"),
        (b"%PDF-1.7 \x00", "PDF"),
        (bytes(range(256)), "peru.md: "),
        (b"I like it here. So do you, I think. We all do.", "holds no fact that can be asked. Cards come from"),
    ],
)
def test_a_brief_that_gives_nothing_is_refused_in_one_line(brief, tmp_path, content, said):
    brief.unlink()
    if content is not None:
        brief.write_bytes(content)
    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert result.exit_code == 1
    [line] = [line for line in result.stderr.splitlines() if said in line]
    assert line.startswith("trainer: ")
    assert "Traceback" not in result.output
    assert not (tmp_path / "deck.toml").exists()


def test_one_bad_brief_does_not_stop_the_others(brief, tmp_path):
    result = run("build", tmp_path / "gone.md", brief, "-o", "deck.toml", "--yes")
    assert result.exit_code == 1
    assert "gone.md" in result.stderr
    assert (tmp_path / "deck.toml").exists()


def test_an_interrupt_at_the_terminal_saves_what_was_taken(brief, tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.cli.build.at_terminal", lambda: True)
    assert run("build", brief, "-o", "deck.toml", input="y\ny\n").exit_code == 0
    deck, _ = read_deck(tmp_path / "deck.toml")
    assert len(deck.cards) == 2


def test_cards_whose_sentence_the_brief_has_no_more_are_named(brief):
    run("build", brief, "-o", "deck.toml", "--yes")
    brief.write_text(BRIEF.replace("25 trucks", "26 lorries"))
    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert "its sentence is no longer in" in result.stderr
    assert "peru.md (answer: " in result.stderr
    assert "Correct the card, or set its status" in result.stderr


@pytest.fixture
def person(monkeypatch):
    """Somebody is at the terminal, who answers line by line."""
    monkeypatch.setattr("trainer.cli.build.at_terminal", lambda: True)


def cards_of(name="deck.toml"):
    return read_deck(Path(name))[0].cards


@pytest.fixture
def chile(tmp_path):
    path = tmp_path / "chile.md"
    path.write_text(BRIEF.replace("Peru floods", "Chile floods").replace("Ana Ruiz", "Juan Soto"))
    return path


def test_several_briefs_go_into_the_deck_that_is_named(brief, chile):
    assert run("build", brief, chile, "-o", "deck.toml", "--yes").exit_code == 0
    assert {"Ana Ruiz", "Juan Soto"} <= {card.answer for card in cards_of()}
    assert [ref.id for ref in read_deck(Path("deck.toml"))[0].briefs] == ["chile", "peru"]


def test_a_deck_is_the_same_in_whatever_order_its_briefs_are_named(brief, chile):
    run("build", brief, chile, "-o", "forth.toml", "--yes")
    run("build", chile, brief, "-o", "back.toml", "--yes")
    forth, back = Path("forth.toml").read_text(), Path("back.toml").read_text()
    assert forth.replace('id = "forth"', 'id = "back"') == back


def test_without_a_deck_named_each_brief_gets_its_own(brief, chile):
    Path("decks").mkdir()
    assert run("build", brief, chile, "--yes").exit_code == 0
    assert sorted(path.name for path in Path("decks").iterdir()) == ["chile.toml", "peru.toml"]


def test_several_briefs_are_approved_in_one_go_each_under_its_title(brief, chile, person):
    result = run("build", brief, chile, "-o", "deck.toml", input="a\ny\n")
    assert result.exit_code == 0
    assert "undecided cards as they stand?" in result.output
    assert {"Ana Ruiz", "Juan Soto"} <= {card.answer for card in cards_of()}


def test_a_refused_card_is_not_proposed_again_unless_asked_for(brief, person):
    refused = run("build", brief, "-o", "deck.toml", input="n wrong\na\ny\n").output.split("Q: ")[1].splitlines()[0]
    taken = len(cards_of())
    again = run("build", brief, "-o", "deck.toml", "--yes")
    assert "1 card left out that you refused before (--again proposes them)." in again.stderr
    assert len(cards_of()) == taken
    assert refused not in run("build", brief, "-o", "deck.toml", "--json").stdout
    assert "1 card added" in run("build", brief, "-o", "deck.toml", "--yes", "--again").stderr
    assert refused in {card.question for card in cards_of()}


def test_what_the_deck_has_is_not_asked_about_again(brief, person):
    run("build", brief, "-o", "deck.toml", "--yes")
    before = Path("deck.toml").read_bytes()
    result = run("build", brief, "-o", "deck.toml")
    assert "nothing new; the deck has" in result.stderr
    assert "Take it?" not in result.output
    assert Path("deck.toml").read_bytes() == before


def test_taking_nothing_writes_no_deck_and_the_next_run_goes_on(brief, person):
    result = run("build", brief, "-o", "deck.toml", input="n\nq\n")
    assert "no card added" in result.stderr
    assert not Path("deck.toml").exists()
    assert "\n2 of " in run("build", brief, "-o", "deck.toml", input="q\n").output


def test_line_by_line_a_card_can_be_skipped_and_edited(brief, person):
    edit = "e\n\nAna Maria Ruiz\n-\n\n-\n-\ny\n"
    result = run("build", brief, "-o", "deck.toml", "--kinds", "who", "--plain", input=f"what?\ns\nu\n{edit}q\n")
    assert "Type one of y, n, e, s, u, a, q." in result.stderr
    assert "There is no decision to take back." in result.stderr
    [card] = cards_of()
    assert (card.answer, card.accepted, card.origin) == ("Ana Maria Ruiz", (), "rules 1, edited")


def test_line_by_line_a_decision_can_be_taken_back(brief, person):
    result = run("build", brief, "-o", "deck.toml", "--plain", input="y\nu\nn\nq\n")
    assert "Taken back." in result.stderr
    assert "no card added" in result.stderr


def test_only_what_matters_so_much_is_asked_and_the_most_is_counted_after_that(brief):
    def asked(*words):
        return [card["answer"] for card in json.loads(run("build", brief, "--json", *words).stdout)["cards"]]

    assert asked("--min-salience", "3") == ["Peru, Chile, and Bolivia"]
    assert asked("--min-salience", "2") == ["Peru, Chile, and Bolivia", "25", "Ana Ruiz"]
    assert asked("--min-salience", "2", "--max", "1", "--kinds", "who,when") == ["Ana Ruiz"]
    assert run("build", brief, "--min-salience", "4").exit_code == 2
    assert run("build", brief, "--max", "0").exit_code == 2


def test_what_was_dropped_stands_under_the_names_of_the_rules_and_only_if_asked_for(brief):
    result = run("build", brief, "--explain", "--max", "3")
    assert result.stderr.splitlines()[:7] == [
        f"{brief}: 3 proposals dropped by a rule.",
        "  stands_alone, 2:",
        "    'it' points outside the card (What did it do?)",
        "    'they' points outside the card (Who were they?)",
        "  is_short, 1:",
        "    the answer has 12 words (What happened?)",
        f"{brief}: 1 card left out that --max, --kinds or --min-salience did not let in.",
    ]
    assert "dropped" not in run("build", brief).stderr


def test_what_is_no_drop_stays_a_finding_and_no_drop_is_said_too():
    other = Finding("peru", "the brief has no date.")
    assert parted([other, DROPPED[1]]) == (
        [Drop("is_short", "the answer has 12 words (What happened?)")],
        [other],
    )
    assert explained("peru.md", []) == "peru.md: no proposal dropped by a rule."


def test_cards_that_are_printed_carry_their_marking_their_title_and_all_that_speaks_for_them(brief, chile):
    out = run("build", brief, chile).stdout
    assert "\nPeru floods\n\n1 · TLP:GREEN · list\nQ: Which three states" in out
    assert "\nChile floods\n\n1 · TLP:GREEN · list" in out
    assert "“Peru, Chile, and Bolivia signed" in out


def test_standard_input_is_a_brief_and_its_deck_is_named_after_it(brief):
    Path("decks").mkdir()
    assert run("build", "-", "--yes", input=BRIEF).exit_code == 0
    deck, _ = read_deck(Path("decks/peru-floods.toml"))
    assert (deck.briefs[0].id, deck.briefs[0].file) == ("peru-floods", "")
    assert len(deck.cards) == 4
    said = run("build", "-", input=BRIEF).stderr
    assert "Add --yes to save them, or save the brief to a file to approve them one by one." in said


def test_a_pipeline_that_is_none_is_told_in_one_line(brief):
    result = CliRunner().invoke(root, ["build", str(brief), "--pipeline", "none_of_this_name"])
    assert "no spaCy pipeline 'none_of_this_name' can be loaded" in str(result.exception)


def test_no_more_cards_than_wanted_of_the_kinds_wanted(brief):
    cards = json.loads(run("build", brief, "--json", "--max", "1", "--kinds", "when, how-many").stdout)["cards"]
    assert len(cards) == 1
    assert cards[0]["kind"] in {"when", "how_many"}


def test_a_kind_that_is_none_is_wrong_usage(brief):
    result = run("build", brief, "--kinds", "who,whence")
    assert result.exit_code == 2
    assert "whence is no kind of card; there are who, when, where, how_many" in result.output


def test_an_interrupt_between_briefs_keeps_what_is_done(brief, chile, monkeypatch):
    def interrupted(brief):
        if brief.id == "peru":
            raise KeyboardInterrupt
        return propose(brief)

    monkeypatch.setattr("trainer.questions.propose", interrupted)
    result = run("build", brief, chile, "-o", "deck.toml", "--yes")
    assert result.exit_code == 1
    assert "stopped after 1 brief; what is done is kept." in result.stderr
    assert "Juan Soto" in {card.answer for card in cards_of()}


def test_a_deck_that_cannot_be_written_keeps_the_decisions(brief, person):
    from unittest.mock import patch

    from trainer.errors import NotSaved

    with patch("trainer.approval.shelf.write_merge", side_effect=NotSaved("could not be written: disk full.")):
        result = run("build", brief, "-o", "deck.toml", input="y\nq\n")
    assert result.exit_code == 1
    assert "disk full" in result.stderr
    assert "what was decided is kept; the same command saves it." in result.stderr
    run("build", brief, "-o", "deck.toml", input="q\n")
    assert len(cards_of()) == 1


def test_a_folder_is_all_its_briefs(brief, chile, tmp_path):
    assert run("build", tmp_path, "-o", "out/deck.toml", "--yes").exit_code == 0
    assert {"Ana Ruiz", "Juan Soto"} <= {card.answer for card in cards_of("out/deck.toml")}


def test_everything_is_taken_with_yes_where_no_decision_can_be_kept(brief, home):
    (home / "approvals").write_text("a file in the folder's place")
    assert run("build", brief, "-o", "deck.toml", "--yes").exit_code == 0
    assert cards_of()
