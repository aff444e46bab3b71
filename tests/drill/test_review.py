"""The after-action review: what it finds, and every form that it is written in."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from drilled import BEGAN_MS, Played

from trainer.decks.read import read_deck
from trainer.decks.write import write_deck
from trainer.drill import commands as do
from trainer.drill.misses import misses_deck
from trainer.drill.question import Form
from trainer.drill.review.as_csv import format_csv
from trainer.drill.review.as_json import format_json
from trainer.drill.review.as_markdown import esc, format_markdown
from trainer.drill.review.as_page import format_page
from trainer.drill.review.findings import review
from trainer.drill.review.write import FORMATS, write_review
from trainer.drill.rules import Scoring
from trainer.errors import TrainerError

DAY_MS = 86_400_000
HOSTILE = '<script>alert("x")</script> | [a](b) =1+1'


@pytest.fixture
def played() -> Played:
    played = Played("Ana", "Ben", "Cem", teams=("Red", "Blue"))
    return played.play({"ana": True, "ben": True, "cem": True}, {"ana": True}, {"ana": True, "ben": False, "cem": True})


def marked(played: Played, marking: str):
    return replace(played.drill, made=replace(played.drill.made, marking=marking))


def test_the_least_known_comes_first_and_what_all_knew_not_at_all(played):
    found = review(played.drill)
    assert [(item.number, round(item.known, 2)) for item in found.worst] == [(2, 0.33), (3, 0.67)]
    assert round(found.known, 2) == 0.67


def test_who_came_late_is_not_held_to_what_was_asked_before():
    played = Played("Ana").play({"ana": True})
    played.passes(1).join("Ben")
    played.play({"ana": True, "ben": False})
    found = review(played.drill)
    assert [item.known for item in found.items] == [1.0, 0.5]
    assert [len(item.said) for item in found.items] == [1, 2]
    assert [card.id for card in misses_deck(played.drill, played.drill.players["ben"]).cards] == ["card1"]


def test_a_void_question_is_told_and_not_counted(played):
    played.ask(do.Void(1))
    found = review(played.drill)
    assert found.items[1].void
    assert found.items[1].known is None
    assert [item.number for item in found.worst] == [3]
    assert "| void |" in format_markdown(found)


def test_a_drill_is_held_against_the_ones_before_it(played):
    earlier = Played("Ana", "Ben").play({"ana": False, "ben": False}, {"ana": True, "ben": True}).drill
    earlier = replace(earlier, made=replace(earlier.made, drill="d0", at_ms=BEGAN_MS - DAY_MS))
    later = replace(earlier, made=replace(earlier.made, drill="d2", at_ms=BEGAN_MS + DAY_MS))
    found = review(played.drill, [later, earlier])
    [compared] = found.earlier
    assert (compared.drill, compared.asked_again, compared.known) == ("d0", 2, 0.5)
    assert round(compared.known_now, 2) == 0.67
    assert [item.before for item in found.items] == [0.0, 1.0, None]
    assert "\\-67 points since the last drill" in format_markdown(found).replace("(-67", "(\\-67")


def test_how_sure_they_were_stands_beside_how_right():
    played = Played("Ana", "Ben", scoring=Scoring.CONFIDENCE, questions=2)
    for right, sure in ((True, 90), (False, 90)):
        played.ask(do.Next())
        played.give("ana", right=right, sure=sure)
        played.give("ben", right=True, sure=50)
        played.ask(do.Close())
    found = review(played.drill)
    assert [(line.percent, line.answers, line.right) for line in found.sureness] == [(50, 2, 1.0), (90, 2, 0.5)]
    assert round(found.brier, 4) == round((0.01 + 0.81 + 0.25 + 0.25) / 4, 4)
    assert "90% sure: 50% of 2 right" in format_page(found)
    assert "| 90% | 50% | 2 |" in format_markdown(found)


def test_markdown_says_what_is_missed_with_its_sentence_and_its_source(played):
    text = format_markdown(review(played.drill))
    assert text.index("### 33% knew: Question 1?") < text.index("### 67% knew: Question 2?")
    assert "Answer: **right 1**" in text
    assert "> Sentence 1." in text
    assert "as of February 2023, Brief one, 2023-06-21, paragraph 2" in text
    assert "Instead: no answer (2)" in text
    assert "| 2 | Question 1? | right 1 | 33% | – | Blue 0%, Red 50% | Ben, Cem |" in text


@pytest.mark.parametrize(
    ("given", "shown"), [("2023-06-21", "2023-06-21"), ("- one", "\\- one"), ("---", "\\-\\-\\-"), ("x --", "x \\-\\-")]
)
def test_a_hyphen_that_could_mean_something_to_markdown_means_itself(given, shown):
    assert esc(given) == shown


def test_csv_has_a_row_for_each_player_and_question(played):
    rows = list(csv.DictReader(format_csv(review(played.drill)).splitlines()))
    assert len(rows) == 9
    assert rows[0]["player"] == "Ana"
    assert (rows[4]["player"], rows[4]["given"], rows[4]["credit"]) == ("Ben", "", "0")
    assert {row["team"] for row in rows} == {"Red", "Blue"}


@pytest.mark.parametrize("name", ["=1+1", "-2", "|x", "@SUM(A1)"])
def test_a_name_that_a_spreadsheet_would_run_is_text_in_the_csv(name):
    played = Played(name, "Ben").play({name.lower(): True, "ben": False}).drill
    assert f'"\'{name}"' in format_csv(review(played))


def test_json_holds_all_of_it(played):
    written = json.loads(format_json(review(played.drill)))
    assert written["format"] == 1
    assert written["worst"] == [2, 3]
    assert written["questions"][1]["sentence"] == "Sentence 1."
    assert [line["name"] for line in written["players"]] == ["Ana", "Cem", "Ben"]


class _Page(HTMLParser):
    """Collects the tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.links, self.text = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"src", "href", "action"}]

    def handle_data(self, data):
        self.text += data


def test_the_page_needs_nothing_from_anywhere_and_draws_its_plots(played):
    page = _Page(format_page(review(played.drill)))
    assert page.links == []
    assert "script" not in page.tags
    assert page.tags.count("svg") == 1
    assert page.tags.count("rect") == 6


@pytest.mark.parametrize("write", [format_markdown, format_csv, format_json, format_page])
def test_the_marking_stands_on_every_form(played, write):
    assert write(review(marked(played, "TLP:AMBER"))).count("TLP:AMBER") >= (2 if write is format_page else 1)


@pytest.mark.parametrize("write", [format_markdown, format_page])
def test_that_red_was_let_out_is_told(played, write):
    drill = replace(played.drill, made=replace(played.drill.made, red_allowed=True))
    assert "TLP:RED was let onto the network" in write(review(drill))


def test_hostile_answers_stay_text_in_every_form():
    played = Played("Ana", form=Form.TYPED)
    played.ask(do.Next(), do.Give("ana", 0, HOSTILE), do.Close())
    found = review(played.drill)
    page = _Page(format_page(found))
    assert "script" not in page.tags
    assert HOSTILE in page.text
    assert "<script" not in format_markdown(found).replace("\\<script", "")
    played.ask(do.Next(), do.Give("ana", 1, "=HYPERLINK(1)"), do.Close())
    assert '"\'=HYPERLINK(1)"' in format_csv(review(played.drill))


def test_without_names_there_are_none(played):
    drill = replace(played.drill, made=replace(played.drill.made, rules=replace(played.drill.rules, anonymous=True)))
    for write in FORMATS.values():
        text = write(review(drill))
        assert "Ana" not in text
        assert "Player 1" in text


def test_the_same_drill_gives_the_same_bytes(played):
    for write in FORMATS.values():
        assert write(review(played.drill)) == write(review(played.drill))


def test_misses_are_a_deck_that_can_be_read_and_says_where_its_cards_are_from(played, tmp_path):
    deck = misses_deck(marked(played, "TLP:GREEN"), played.drill.players["ben"])
    write_deck(deck, tmp_path / "misses.toml")
    again, findings = read_deck(tmp_path / "misses.toml")
    assert not findings
    assert [card.id for card in again.cards] == ["card1", "card2"]
    assert again.cards[0].tags == ("from-deck:deck",)
    assert again.highest_marking == "TLP:GREEN"
    assert again.title == "Missed by Ben"


def test_a_players_misses_are_known_by_the_name_unless_there_are_none(played):
    ben = played.drill.players["ben"]
    assert misses_deck(played.drill, ben).id == "d1-2-ben"
    rules = replace(played.drill.rules, anonymous=True)
    unnamed = replace(played.drill, made=replace(played.drill.made, rules=rules))
    assert misses_deck(unnamed, ben).id == "d1-player-2"


def test_brier_scores_are_in_the_report_only_where_confidence_was_asked(played):
    assert not any("Brier" in write(review(played.drill)) for write in (format_markdown, format_page))


def test_a_report_of_another_ending_is_refused(played, tmp_path):
    with pytest.raises(TrainerError, match=r"a report ends in \.md, \.csv, \.json, \.html\. Choose one\."):
        write_review(review(played.drill), tmp_path / "report.docx")


def test_a_drill_of_no_question_has_a_review_too():
    found = review(Played("Ana").drill)
    for write in FORMATS.values():
        assert write(found)
    assert "No question was closed." in format_page(found)
