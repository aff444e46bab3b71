"""Stats as they are told: in text, on a page, as data; all say the same, and no foreign text does harm."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from logbook import DECK, options, rated
from samples import Clock

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.decks.shelf import Shelf
from trainer.reviews.entries import Entry, Suspend
from trainer.reviews.store import Store
from trainer.schedule.replay import replay
from trainer.settings import Settings
from trainer.stats import gathered
from trainer.stats.as_json import as_json
from trainer.stats.cells import width_of
from trainer.stats.choose import figures
from trainer.stats.drawing import drawn, numbers
from trainer.stats.figures import Curve, Sheet
from trainer.stats.page import as_page
from trainer.stats.text import as_text

PAGE = Path(__file__).parents[2] / "docs" / "stats.md"
HOSTILE = "</style><script>alert(1)</script> \x1b[2J\u202e 首都 \"'&"
STUDIED = [
    options(),
    *(rated("a", rating, day, confidence=90) for rating, day in ((3, 0), (3, 0), (1, 4), (3, 4), (1, 30))),
    *(rated("b", rating, day) for rating, day in ((4, 0), (2, 9), (2, 20))),
    *(rated("c", 1, 40, confidence=100), rated("c", 3, 40, mode="range", given="1-2", verdict="wrong")),
    rated("b", 3, 41, practice=True),
]


def collection_of(*decks: Deck, studied: Iterable[Entry] = STUDIED) -> Collection:
    store = Store(None)
    covers = [Shelf(store).put(deck).cover for deck in decks]
    collection = Collection(covers, store, Settings(), Clock(dt.datetime(2026, 3, 29, 12, tzinfo=dt.UTC)))
    collection.log.add_all(studied, replay)
    return collection


@pytest.fixture(scope="module")
def stats():
    with collection_of(replace(DECK, marking="TLP:AMBER"), Deck("other", "Other", DECK.cards[:1])) as collection:
        collection.aim("other", dt.date(2026, 4, 10), 10)
        yield gathered(collection)


@pytest.fixture(scope="module")
def hostile():
    cards = tuple(replace(card, question=HOSTILE, answer=HOSTILE, tags=(HOSTILE,)) for card in DECK.cards)
    briefs = tuple(replace(brief, title=HOSTILE) for brief in DECK.briefs)
    with collection_of(replace(DECK, title=HOSTILE, cards=cards, briefs=briefs, marking=HOSTILE)) as collection:
        yield gathered(collection)


# Text


def test_what_a_person_wants_first_is_at_the_top(stats):
    lines = as_text(stats, 80).splitlines()
    assert lines[:5] == ["TLP:AMBER", "All decks on 29 March 2026", "", "Today", "4 cards to go, 0 reviews done."]
    assert "recalled         50 % in 30 days, 50 % in all" in lines
    assert [line.split() for line in lines if line.startswith("Deck ")] == [
        ["Deck", "4", "1", "2", "1", "10", "0", "50", "%", "58", "%"]
    ]


def test_one_of_anything_is_told_in_the_singular():
    with collection_of(replace(DECK, cards=DECK.cards[:1]), studied=[options(), rated("a", 4, 41)]) as collection:
        text = " ".join(as_text(gathered(collection), 200).split())
    assert "1 card of those in review comes back within 90 days" in text
    assert "1 review on 1 day of the last 91" in text
    assert re.findall(r"\b1 [a-z]+s\b", text) == []


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("height", [4, 8])
def test_no_line_is_wider_than_its_room(stats, hostile, width, height):
    for each in (*stats, *hostile):
        for figure in figures(each):
            for line in (*drawn(figure, width, height), *numbers(figure, width)):
                assert width_of("".join(text for text, _ in line)) <= width, (figure.title, line)


def test_columns_are_as_high_as_their_values(stats):
    [retrievability] = [figure for figure in figures(stats[1]) if figure.title == "Retrievability"]
    rows = ["".join(text for text, _ in line) for line in drawn(retrievability, 80, 4)]
    assert len(rows) == 5
    assert rows[0].startswith(f"{retrievability.highest} ")
    assert "█" in rows[0]
    assert rows[-1].split() == [word for bar in retrievability.bars for word in bar.name.split()]


def test_where_the_days_do_not_fit_a_bar_is_a_week(stats):
    [due] = [figure for figure in figures(stats[1]) if figure.title == "Due"]
    narrow, wide = (["".join(text for text, _ in line) for line in drawn(due, width, 4)] for width in (60, 120))
    assert narrow[-1].strip() == "a bar a week"
    assert "a bar a week" not in " ".join(wide)


def test_every_figure_has_its_numbers_as_text(stats):
    for figure in figures(stats[1]):
        told = "\n".join("".join(text for text, _ in line) for line in numbers(figure, 200))
        assert all(cell in told for row in figure.rows for cell in row), figure.title


def test_a_deck_that_was_never_studied_is_told_without_figures_of_nothing():
    with collection_of(Deck("fresh", "Fresh", DECK.cards)) as collection:
        fresh = gathered(collection)
    titles = [figure.title for figure in figures(fresh[0])]
    assert titles == ["Today", "Known by brief", "Known by topic"]
    assert "0 % of all cards, – of those met" in as_text(fresh, 80)
    assert as_json(fresh)["decks"][0]["calibration"] is None


def test_hostile_text_is_harmless_in_text(hostile):
    assert not set("\x1b\u202e") & set(as_text(hostile, 80))


# The page


class Reading(HTMLParser):
    """What a browser would see: elements, their nesting, text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        if tag not in {"meta", "link", "img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data if "style" not in self.open else ""


def read(page: str) -> Reading:
    reading = Reading()
    reading.feed(page)
    assert reading.open == []
    return reading


def test_the_page_needs_nothing_else(stats):
    page = as_page(stats)
    assert not set(read(page).elements) & {"script", "link", "img", "iframe", "object"}
    assert "http" not in page.replace('http-equiv="Content-Security-Policy"', "")
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_the_page_has_every_figure_of_every_deck_with_its_numbers(stats):
    text = read(as_page(stats)).text
    for each in stats:
        for figure in figures(each):
            assert figure.title in text
            assert figure.says in text
            assert all(cell in text for row in figure.rows for cell in row if "…" not in cell), figure.title


def test_hostile_text_is_text_on_the_page(hostile):
    page = as_page(hostile)
    reading = read(page)
    assert "script" not in reading.elements
    assert page.count("</style>") == 1
    assert not set("\x1b\u202e") & set(page)
    assert "alert(1)</script> ␛[2J 首都 \"'&" in reading.text


def test_the_highest_marking_is_at_the_top_the_end_and_on_every_printed_sheet(stats):
    page = as_page(stats)
    assert page.count('<div class="marking" style="color:#FFC000">TLP:AMBER</div>') == 2
    assert '@top-center { content: "TLP:AMBER";' in page
    unmarked = as_page([replace(each, marking="") for each in stats])
    assert 'class="marking"' not in unmarked
    assert "@page" not in unmarked


def test_the_same_stats_give_the_same_page(stats):
    assert as_page(stats) == as_page(stats)


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#\w{6});", css))


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_and_bar_has_the_contrast_that_wcag_asks_for_light_dark_and_printed():
    css = (Path(__file__).parents[2] / "trainer" / "stats" / "page.css").read_text("utf-8")
    schemes = [colours(block) for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)]
    assert len(schemes) == 3
    for scheme in schemes:
        assert contrast(scheme["ink"], scheme["paper"]) >= 7
        assert contrast(scheme["quiet"], scheme["paper"]) >= 4.5
        assert contrast(scheme["bar"], scheme["paper"]) >= 4.5
        assert contrast(scheme["bar"], scheme["none"]) >= 3
        steps = [contrast(scheme[name], scheme["paper"]) for name in ("none", "few", "some", "many", "most")]
        assert steps == sorted(steps)
    assert all(contrast(colour, "#000000") >= 4.5 for colour in ("#FF2B2B", "#FFC000", "#33FF00", "#ffffff"))


# Data


def keys(value) -> set[str]:
    if isinstance(value, list):
        return {key for each in value for key in keys(each)}
    return {key for name, inner in value.items() for key in (name, *keys(inner))} if isinstance(value, dict) else set()


def test_every_key_of_the_data_is_described_and_every_key_described_is_there(stats):
    data = as_json(stats)
    text = PAGE.read_text("utf-8").split("## `--json`")[1].split("\n## ")[0]
    described = set(re.findall(r"`([a-z0-9_ ]+)`", text)) - {"null"}
    assert keys(data) == described


def test_the_data_has_what_it_always_had_and_reviews_at_the_top(stats):
    data = as_json(stats)
    assert next(iter(data)) == "reviews"
    assert data["reviews"] == sum(deck["reviews"] for deck in data["decks"]) == 10
    deck = data["decks"][0]
    assert {
        "id",
        "title",
        "cards",
        "new",
        "learning",
        "review",
        "reviews",
        "reviews_today",
        "ratings",
        "retention",
    } <= set(deck)
    assert deck["today"] == {"due": 0, "new": 1, "learning": 2}
    assert json.loads(json.dumps(data)) == data


def test_sums_of_the_data_agree(stats):
    for told in (as_json(stats)["all"], *as_json(stats)["decks"]):
        assert (
            sum(told["ratings"].values())
            == told["reviews"]
            == sum(told["hours"])
            == sum(d["reviews"] for d in told["days"])
        )
        assert (
            sum(each["reviews"] for each in told["retention_by_age"]) == told["true_retention"]["all"]["all"]["reviews"]
        )
        assert sum(each["cards"] for each in told["stability"]) == told["readiness"]["met"]
        assert len(told["forecast"]["days"]) == 90


def test_text_page_and_data_say_the_same(stats):
    data, text, page = as_json(stats)["all"], as_text(stats, 100), read(as_page(stats)).text
    share = f"{data['readiness']['share_today'] * 100:.0f} % of all cards"
    brier = f"Brier score {data['calibration']['brier']:.3f}"
    assert share in text
    assert share in page
    assert brier in text
    assert brier in page


def test_cards_set_aside_are_named_in_the_first_figure():
    with collection_of(DECK) as collection:
        collection.apply(Suspend, [("d", "e")], on=True)
        [found] = gathered(collection)
    [today, *_] = figures(found)
    assert isinstance(today, Sheet)
    assert ("cards", "4: 0 new, 2 learning, 1 in review, 1 suspended") in today.rows


def test_the_curve_says_whether_one_is_too_sure(stats):
    [curve] = [figure for figure in figures(stats[0]) if isinstance(figure, Curve)]
    assert "too sure" in curve.says
    assert "0 of 1 range held the answer, 80 % should." in curve.says
