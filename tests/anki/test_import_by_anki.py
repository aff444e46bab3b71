"""What Anki's own library makes of our packages."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sending import on, write

from trainer.cards import GAP, Card, Kind, Source, Status
from trainer.decks import BriefRef, Deck
from trainer.text import clean

SENTENCE = "By February 2023, at least 168 peacekeepers had been killed, the UN said."
KILLED = Card(
    "k-killed",
    "According to the UN, at least how many MINUSMA peacekeepers had been killed by February 2023?",
    "168",
    Kind.HOW_MANY,
    accepted=("at least 168",),
    distractors=("148", "186", "218"),
    as_of="2023-02",
    attribution="the UN",
    tags=("mali", "killed in action"),
    source=Source("june", SENTENCE, 7, (27, 30)),
)
ASKED = Card(
    "k-asked",
    "Mali asked [...] to leave in June 2023.",
    "MINUSMA: the UN mission::Mali",
    Kind.CLOZE,
    source=Source("june", "Mali asked MINUSMA to leave."),
)
OLD = Card("k-old", "How many had been killed by 2022?", "over 150", status=Status.SUPERSEDED, superseded_by="k-killed")
RETIRED = Card("k-retired", "Who led MINUSMA in 2022?", "El-Ghassim Wane", status=Status.RETIRED)
MALI = Deck(
    "mali-minusma",
    "Mali and the end of MINUSMA",
    (KILLED, ASKED, OLD, RETIRED),
    (BriefRef("june", "Mali asks the UN mission to go", dt.date(2023, 6, 21), marking="TLP:GREEN"),),
    marking="TLP:AMBER",
)
MONDAY, TUESDAY = 1_790_000_000, 1_790_086_400


def shown(html, css_class):
    """The text of the element with a class, and the names of the tags in it."""
    reader = _Element(css_class)
    reader.feed(html)
    return " ".join("".join(reader.text).split()), reader.tags


class _Element(HTMLParser):
    def __init__(self, css_class):
        super().__init__()
        self.css_class, self.depth, self.text, self.tags = css_class, 0, [], []

    def handle_starttag(self, tag, attrs):
        if tag == "br":
            self.text.append(" ")
        elif self.depth:
            self.tags.append(tag)
            self.depth += 1
        elif dict(attrs).get("class") == self.css_class:
            self.depth = 1

    def handle_endtag(self, tag):
        if self.depth:
            self.depth -= 1

    def handle_data(self, data):
        if self.depth:
            self.text.append(data)


def test_every_card_arrives_and_the_collection_is_sound(receiver, tmp_path):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))

    assert receiver.take(tmp_path / "mali.apkg") == {"new": 4, "updated": 0, "duplicate": 0, "conflicting": 0}
    assert set(receiver.cards) == {"k-killed", "k-asked", "k-old", "k-retired"}
    _, sound = receiver.collection.fix_integrity()
    assert sound


def test_a_card_keeps_its_source_for_the_answer_and_its_marking_for_both_sides(receiver, tmp_path):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))
    receiver.take(tmp_path / "mali.apkg")
    card = receiver.cards["k-killed"]

    assert shown(card.question(), "marking")[0] == "TLP:AMBER"
    assert shown(card.question(), "question")[0] == KILLED.question
    assert shown(card.question(), "deck")[0] == "Mali and the end of MINUSMA"
    assert "the UN said" not in card.question()
    assert shown(card.answer(), "marking")[0].startswith("TLP:AMBER")
    assert shown(card.answer(), "answer")[0] == "168"
    assert "at least <mark>168</mark> peacekeepers had been killed, the UN said." in card.answer()
    for said in ("As of 2023-02", "According to the UN", "Mali asks the UN mission to go, 2023-06-21", "at least 168"):
        assert said in card.answer()


def test_the_options_are_text_that_opens_without_a_script(receiver, tmp_path):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))
    receiver.take(tmp_path / "mali.apkg")
    text, tags = shown(receiver.cards["k-killed"].question(), "options")

    assert text == "Show options186218148168"
    assert tags == ["summary", "ol", "li", "li", "li", "li"]
    assert "<script" not in receiver.cards["k-killed"].question()
    assert 'class="options"' not in receiver.cards["k-asked"].question()


def test_a_cloze_hides_its_answer_and_then_fills_it_in(receiver, tmp_path):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))
    receiver.take(tmp_path / "mali.apkg")
    card = receiver.cards["k-asked"]

    assert shown(card.question(), "question")[0] == "Mali asked [...] to leave in June 2023."
    assert shown(card.answer(), "question")[0] == "Mali asked MINUSMA: the UN mission::Mali to leave in June 2023."


def test_cards_that_no_longer_hold_say_so_on_the_front_and_can_be_searched_for(receiver, tmp_path):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))
    receiver.take(tmp_path / "mali.apkg")

    assert shown(receiver.cards["k-old"].question(), "status")[0] == f"Superseded by: {KILLED.question}"
    assert shown(receiver.cards["k-retired"].question(), "status")[0] == "Retired: no longer asked."
    assert len(receiver.collection.find_cards("tag:status::superseded")) == 1
    assert len(receiver.collection.find_cards("tag:status::*")) == 2


def test_tags_carry_topic_marking_and_brief(receiver, tmp_path):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))
    receiver.take(tmp_path / "mali.apkg")

    assert sorted(receiver.cards["k-killed"].note().tags) == ["brief::june", "killed_in_action", "mali", "tlp::amber"]


def test_the_deck_is_named_by_its_id_and_described_with_its_marking(receiver, tmp_path):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))
    receiver.take(tmp_path / "mali.apkg")
    deck = receiver.collection.decks.by_name("mali-minusma")

    assert deck["md"]
    assert deck["desc"].startswith("**TLP:AMBER**")
    assert deck["desc"].endswith("**TLP:AMBER**")
    assert "Mali and the end of MINUSMA" in deck["desc"]


def test_an_edited_card_updates_in_place_and_the_others_are_left_alone(receiver, tmp_path):
    write([MALI], tmp_path / "v1.apkg", on(MONDAY))
    receiver.take(tmp_path / "v1.apkg")
    receiver.review("k-killed")
    mine = receiver.cards["k-asked"].note()
    mine.tags.append("my-own-tag")
    mine["Spare 2"] = "my own words"
    receiver.collection.update_note(mine)
    before = {name: card.note().mod for name, card in receiver.cards.items()}

    edited = replace(KILLED, answer="over 300", as_of="2024-06")
    added = Card("k-new", "When did the mission end?", "December 2023")
    v2 = replace(MALI, cards=(edited, ASKED, OLD, RETIRED, added))
    write([v2], tmp_path / "v2.apkg", on(MONDAY, k_killed=TUESDAY, k_new=TUESDAY))

    assert receiver.take(tmp_path / "v2.apkg") == {"new": 1, "updated": 1, "duplicate": 3, "conflicting": 0}
    after = receiver.cards
    assert after["k-killed"].note()["Answer"] == "over 300"
    assert after["k-killed"].note().mod == TUESDAY
    assert after["k-killed"].reps == 1
    assert receiver.collection.db.scalar("select count() from revlog where cid = ?", after["k-killed"].id) == 1
    assert {name: after[name].note().mod for name in ("k-asked", "k-old", "k-retired")} == {
        name: before[name] for name in ("k-asked", "k-old", "k-retired")
    }
    assert "my-own-tag" in after["k-asked"].note().tags
    assert after["k-asked"].note()["Spare 2"] == "my own words"
    _, sound = receiver.collection.fix_integrity()
    assert sound


def test_a_new_title_makes_no_second_deck(receiver, tmp_path):
    write([MALI], tmp_path / "v1.apkg", on(MONDAY))
    receiver.take(tmp_path / "v1.apkg")
    write([replace(MALI, title="Mali after MINUSMA")], tmp_path / "v2.apkg", on(TUESDAY))
    receiver.take(tmp_path / "v2.apkg")

    assert [deck.name for deck in receiver.collection.decks.all_names_and_ids()] == ["Default", "mali-minusma"]


def test_a_card_that_becomes_a_cloze_comes_as_a_new_note_and_not_as_a_conflict(receiver, tmp_path):
    asked = Card("k", "What did Mali ask to leave in June 2023?", "MINUSMA")
    gapped = replace(asked, question="Mali asked [...] to leave in June 2023.", kind=Kind.CLOZE)
    write([Deck("d", "D", (asked,))], tmp_path / "v1.apkg", on(MONDAY))
    write([Deck("d", "D", (gapped,))], tmp_path / "v2.apkg", on(TUESDAY))
    receiver.take(tmp_path / "v1.apkg")

    assert receiver.take(tmp_path / "v2.apkg") == {"new": 1, "updated": 0, "duplicate": 0, "conflicting": 0}


def test_the_same_card_id_in_two_decks_is_two_notes(receiver, tmp_path):
    decks = [Deck(name, name, (Card("same", f"What of {name}?", "That"),)) for name in ("mali", "niger")]
    write(decks, tmp_path / "both.apkg", on(MONDAY))

    assert receiver.take(tmp_path / "both.apkg")["new"] == 2
    assert {deck.name for deck in receiver.collection.decks.all_names_and_ids()} >= {"mali", "niger"}


def test_new_cards_come_in_the_order_of_the_deck(receiver, tmp_path):
    cards = tuple(Card(f"k{i}", f"Question {i}?", "Yes") for i in range(30))
    write([Deck("d", "D", cards)], tmp_path / "d.apkg", on(MONDAY))
    receiver.take(tmp_path / "d.apkg")

    assert sorted(receiver.cards, key=lambda name: receiver.cards[name].due) == [card.id for card in cards]


def test_anki_computes_the_same_checksums_as_we_write(receiver, tmp_path, unpacked):
    write([MALI], tmp_path / "mali.apkg", on(MONDAY))
    receiver.take(tmp_path / "mali.apkg")
    query = "select guid, csum from notes order by guid"

    assert [list(row) for row in unpacked(tmp_path / "mali.apkg").execute(query)] == receiver.collection.db.all(query)


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            ["{{", "}}", "{{c1::", "{{FrontSide}}", "{{#Answer}}", "::", "[sound:a.mp3]", "[latex]x[/latex]",
             "[$]x[/$]", "[anki:tts lang=en_US]", "\\(x\\)", "\\[x\\]", "<script>alert(1)</script>",
             "<img src=x onerror=alert(1)>", "</div>",
             "<!--", "-->", "&amp;", "&#123;", "&", "'", '"', "\\", "\x1f", "\x00", "\x1b]0;t\x07",
             "\u202e", "\n", "\t", "é", "e\u0301", "𝔘", "مالي", "[...]"]
        ),
        st.text(max_size=6),
    ),
    min_size=1,
    max_size=6,
).map("".join)  # fmt: skip
VISIBLE = HOSTILE.filter(lambda text: any(c.isalnum() for c in unicodedata.normalize("NFC", clean(text))))


def seen(text):
    """What a reader should see of a text, with spaces as a page shows them."""
    return " ".join(unicodedata.normalize("NFC", clean(text)).split())


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(st.tuples(VISIBLE, VISIBLE), min_size=12, max_size=12))
def test_hostile_texts_arrive_as_text(texts, receivers, tmp_path_factory):
    cards = tuple(
        Card(f"q{i}", question, answer, attribution=answer, accepted=(question,), distractors=(question,),
             source=Source("b", question, None, (0, 1)))
        for i, (question, answer) in enumerate(texts)
    )  # fmt: skip
    package = tmp_path_factory.mktemp("package") / "d.apkg"
    write([Deck("d", texts[0][0], cards)], package, on(MONDAY))
    receiver = receivers()

    assert receiver.take(package)["new"] == len(cards)
    for name, card in receiver.cards.items():
        question, answer = texts[int(name[1:])]
        assert shown(card.question(), "question") == (seen(question), [])
        assert shown(card.answer(), "answer") == (seen(answer), [])
        assert shown(card.answer(), "accepted claim")[1] == ["ul", "li"]
        assert shown(card.answer(), "options")[1] == ["summary", "ol", "li", "li"]
        assert not card.question_av_tags()
        assert not card.answer_av_tags()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(st.tuples(HOSTILE, VISIBLE, HOSTILE), min_size=12, max_size=12))
def test_hostile_texts_stay_text_in_a_cloze(texts, receivers, tmp_path_factory):
    texts = [tuple(part.replace(GAP, "") for part in parts) for parts in texts]
    cards = tuple(Card(f"c{i}", f"{left}{GAP}{right}", answer or "x", Kind.CLOZE)
                  for i, (left, answer, right) in enumerate(texts))  # fmt: skip
    package = tmp_path_factory.mktemp("package") / "d.apkg"
    write([Deck("d", "D", cards)], package, on(MONDAY))
    receiver = receivers()

    assert receiver.take(package)["new"] == len(cards)
    for name, card in receiver.cards.items():
        left, answer, right = texts[int(name[1:])]
        assert shown(card.question(), "question") == (seen(f"{left}{GAP}{right}"), ["span"])
        assert shown(card.answer(), "question") == (seen(f"{left}{answer or 'x'}{right}"), ["span"])


def test_it_would_be_seen_if_a_text_were_not_escaped(receiver, tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.anki.markup.escape_all", list)
    write([Deck("d", "D", (Card("k", "<b>bold</b>?", "x"),))], tmp_path / "d.apkg", on(MONDAY))
    receiver.take(tmp_path / "d.apkg")

    assert shown(receiver.cards["k"].question(), "question") == ("bold?", ["b"])
