"""Packages as files: the same bytes each time, and ids that never change."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from dataclasses import replace
from importlib import resources

import pytest
from sending import on, write

from trainer.anki import ids
from trainer.anki.notes import notes_of, options, standings
from trainer.anki.notetypes import Family, notetype
from trainer.anki.tags import tag_line
from trainer.cards import Card, Kind, Status
from trainer.decks import Deck

ASKED = Card("k1", "Who led the mission?", "El-Ghassim Wane", distractors=("Koen Davidse", "Mahamat Annadif"))
GAPPED = Card("k2", "The mission left in [...].", "December 2023", Kind.CLOZE)
DECK = Deck("mali", "Mali", (ASKED, GAPPED), marking="TLP:GREEN")


NEVER = on(0)


def digests(deck):
    notes = notes_of(deck, deck.cards, {})
    return dict(zip(notes.cards, notes.digests, strict=True))


def written(path, ledger):
    write([DECK], path, ledger)
    return path.read_bytes()


def test_the_same_decks_and_times_give_the_same_bytes(tmp_path):
    assert written(tmp_path / "one.apkg", NEVER) == written(tmp_path / "two.apkg", NEVER)


def test_another_time_gives_other_bytes(tmp_path):
    assert written(tmp_path / "one.apkg", NEVER) != written(tmp_path / "two.apkg", on(1))


def test_a_package_says_nothing_of_the_day_or_machine_it_was_made_on(tmp_path):
    write([DECK], tmp_path / "d.apkg", NEVER)
    with zipfile.ZipFile(tmp_path / "d.apkg") as package:
        members = package.infolist()

    assert [member.filename for member in members] == ["collection.anki2", "media"]
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.create_system for member in members} == {3}


@pytest.mark.parametrize(
    ("address", "guid"),
    [
        (("mali", "k1", "question"), "fcxIjADZlse"),
        (("mali", "k1", "cloze"), "zRKV6qvBplc"),
        (("niger", "k1", "question"), "0WcGm19Osvi"),
    ],
)
def test_guids_are_frozen(address, guid):
    assert ids.guid(*address) == guid


def test_a_guid_follows_from_ids_and_not_from_text():
    edited = replace(ASKED, question="Who was its head?", answer="Wane")

    assert notes_of(DECK, [edited, ASKED], {}).guids == ["fcxIjADZlse", "fcxIjADZlse"]


def test_row_ids_lie_in_the_past_and_hardly_ever_meet():
    rows = {ids.row_id("deck", f"card {i}", "question") for i in range(10_000)}

    assert len(rows) > 9_990
    assert min(rows) >= 1_200_000_000_000
    assert max(rows) < 1_760_000_000_000


def test_decks_whose_rows_meet_are_both_written(monkeypatch, tmp_path, unpacked):
    monkeypatch.setattr(ids, "row_id", lambda deck: 1_300_000_000_000 + len(deck))
    write([DECK, replace(DECK, id="niger")], tmp_path / "d.apkg", NEVER)

    rows = [row for (row,) in unpacked(tmp_path / "d.apkg").execute("select id from notes order by id")]
    assert rows == list(range(1_300_000_000_004, 1_300_000_000_008))


def test_the_note_types_are_frozen():
    """Ids, names and order of the fields: a change here makes every receiver's notes stay as they were."""
    frozen = {
        family.slug: [notetype(family)["id"], [(field["name"], field["id"]) for field in notetype(family)["flds"]]]
        for family in Family
    }

    assert (
        hashlib.sha256(json.dumps(frozen).encode()).hexdigest()
        == "ea77937fd3efae7a279b930780a972872fb29c0b18848f1e0876439c833a44f4"
    )
    assert all(field["preventDeletion"] for family in Family for field in notetype(family)["flds"])


@pytest.mark.parametrize("family", list(Family))
def test_templates_name_only_fields_that_exist_and_run_no_script(family):
    template = notetype(family)["tmpls"][0]
    both = template["qfmt"] + template["afmt"]
    named = {name.removeprefix("cloze:").removeprefix("type:") for name in re.findall(r"\{\{[#/^]?([^}]+)\}\}", both)}

    assert named <= set(family.fields)
    assert "<script" not in both
    assert "http" not in both + notetype(family)["css"]
    assert "Source sentence" not in template["qfmt"]
    assert "{{Marking}}" in template["qfmt"]


def test_every_template_file_is_in_the_package():
    files = {entry.name for entry in resources.files("trainer.anki").iterdir()}

    assert {
        "question.front.html",
        "cloze.front.html",
        "typing.html",
        "back.html",
        "card.css",
        "schema11.sql",
        "schema11.json",
    } <= files


@pytest.mark.parametrize(
    "edit",
    [{"answer": "Wane"}, {"tags": ("mali",)}, {"as_of": "2023"}, {"marking": "TLP:AMBER"}, {"status": Status.RETIRED}],
)
def test_a_change_that_a_receiver_can_see_changes_the_digest(edit):
    edited = replace(DECK, cards=(replace(ASKED, **edit), GAPPED))

    assert digests(edited)["k1"] != digests(DECK)["k1"]
    assert digests(edited)["k2"] == digests(DECK)["k2"]


def test_a_change_that_no_receiver_can_see_leaves_the_digest():
    edited = replace(DECK, cards=(GAPPED, replace(ASKED, reject=("Annadif",), origin="rules 2")))

    assert digests(edited) == digests(DECK)


def test_the_answer_stands_at_every_place_among_the_options():
    cards = [replace(ASKED, id=f"k{i}") for i in range(60)]

    assert {options(card).index(card.answer) for card in cards} == {0, 1, 2}
    assert all(sorted(options(card)) == ["El-Ghassim Wane", "Koen Davidse", "Mahamat Annadif"] for card in cards)


def test_a_card_without_distractors_has_no_options():
    assert options(GAPPED) == []


@pytest.mark.parametrize(
    ("marking", "tag"),
    [
        ("TLP:AMBER+STRICT", "tlp::amber+strict"),
        ("tlp: red", "tlp::red"),
        ("NATO Restricted", "marking::nato-restricted"),
    ],
)
def test_a_marking_becomes_a_tag(marking, tag):
    assert tag_line((), marking, "", "current").split() == [tag]


def test_a_card_does_not_quote_a_successor_that_is_marked_higher():
    old = Card("old", "How many?", "150", status=Status.SUPERSEDED, superseded_by="new")
    new = Card("new", "How many were in the secret annex?", "168", marking="TLP:RED")

    assert standings(Deck("d", "D", (old, new), marking="TLP:GREEN"), [old]) == ["Superseded."]
    assert standings(Deck("d", "D", (old, replace(new, marking="")), marking="TLP:GREEN"), [old]) == [
        "Superseded by: How many were in the secret annex?"
    ]


def test_sources_that_disagree_are_named():
    one = Card("one", "How many did the UN count?", "168", conflicts_with=("two",))
    two = Card("two", "How many did Mali count?", "200")

    assert standings(Deck("d", "D", (one, two)), [one]) == ["Sources disagree with: How many did Mali count?"]
