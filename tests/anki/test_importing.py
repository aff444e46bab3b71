"""`trainer import`: packages of every version, ours and other people's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from sending import on, write

from trainer.anki.arrival import arrivals, carry_out
from trainer.anki.imported import read_import
from trainer.anki.pictures import read_pictures
from trainer.cards import Card, Kind, Source, Status
from trainer.decks import BriefRef, Deck
from trainer.decks.read import read_deck
from trainer.decks.write import write_deck
from trainer.errors import ImportRefused

SENTENCE = "By February 2023, at least 168 peacekeepers had been killed, the UN said."
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
EVERYTHING = Deck(
    "mali-minusma",
    "Mali & the “end” of MINUSMA",
    (
        Card(
            "k-killed",
            "According to the UN, at least how many <peacekeepers>\nhad been killed {{c1::by}} 2023?",
            "168",
            Kind.HOW_MANY,
            "fact-1",
            accepted=("at least 168", "168; or more"),
            reject=("186",),
            distractors=("148", "186", "218"),
            as_of="2023-02",
            attribution="the UN",
            conflicts_with=("k-old",),
            tags=("mali", "killed in action", 'a "quoted" tag', "geo::africa"),
            origin="rules 1",
            source=Source("june", SENTENCE, 7, (27, 30)),
            extra={"difficulty": 3, "notes": ["one", "two"]},
        ),
        Card("k-asked", "Mali asked [...] to leave.", "MINUSMA::the mission", Kind.CLOZE, marking="TLP:AMBER+STRICT"),
        Card("k-old", "How many by 2022?", "150", status=Status.SUPERSEDED, superseded_by="k-killed"),
        Card("k-gone", "Who led it?", "Wane  (two spaces)", Kind.WHO, status=Status.RETIRED, source=Source("may", "x")),
        Card("k-why", "Why\twas it left [...] twice [...]?", "=1+1", Kind.WHY),
    ),
    (
        BriefRef("june", "Mali asks it to go", dt.date(2023, 6, 21), "../b.md", "0f3c", "UN", "TLP:GREEN", {"x": 1}),
        BriefRef("may"),
        BriefRef("unused", "No card names it", dt.date(2023, 5, 1)),
    ),
    "TLP:GREEN",
    extra={"language": "en"},
)


def through(receiver, package, out, *, legacy, scheduling=False):
    """A package as Anki gives it out again after it has taken it in."""
    from anki.collection import ExportAnkiPackageOptions

    receiver.take(package)
    options = ExportAnkiPackageOptions(
        with_scheduling=scheduling, with_media=True, legacy=legacy, with_deck_configs=False
    )
    receiver.collection.export_anki_package(out_path=str(out), options=options, limit=None)
    return out


def assert_same(deck, other):
    """Two decks are the same, wherever they were read."""
    assert [*deck.cards] == [*other.cards]
    assert replace(deck, path=None) == replace(other, path=None)


def brought_in(package, folder):
    """The one deck of a package, written to a file and read again."""
    imported = read_import(package)
    [arrival] = arrivals(imported, folder / "back.toml", folder, ())
    carry_out(arrival, imported, package, update=False)
    deck, findings = read_deck(folder / "back.toml")
    assert not [finding for finding in findings if finding.left_out]
    return deck


def test_a_deck_comes_back_as_itself(tmp_path):
    write([EVERYTHING], tmp_path / "d.apkg", on(1_790_000_000))

    assert_same(brought_in(tmp_path / "d.apkg", tmp_path), EVERYTHING)


@pytest.mark.parametrize("legacy", [True, False])
def test_a_deck_that_went_through_anki_comes_back_as_itself(receiver, tmp_path, legacy):
    write([EVERYTHING], tmp_path / "d.apkg", on(1_790_000_000))
    out = through(receiver, tmp_path / "d.apkg", tmp_path / "out.apkg", legacy=legacy)

    assert_same(brought_in(out, tmp_path), EVERYTHING)


def test_what_a_receiver_edits_comes_back_edited(receiver, tmp_path):
    write([EVERYTHING], tmp_path / "d.apkg", on(1_790_000_000))
    receiver.take(tmp_path / "d.apkg")
    note = receiver.cards["k-killed"].note()
    note["Answer"] = "<b>at least</b> 170"
    note.tags.append("mine")
    receiver.collection.update_note(note)
    back = brought_in(through(receiver, tmp_path / "d.apkg", tmp_path / "out.apkg", legacy=False), tmp_path)

    assert back.cards[0].answer == "at least 170"
    assert back.cards[0].tags == (*EVERYTHING.cards[0].tags, "mine")
    assert back.cards[0].source == EVERYTHING.cards[0].source
    assert back.cards[1:] == EVERYTHING.cards[1:]


def test_pictures_come_in_under_a_name_that_follows_from_what_is_in_them(tmp_path):
    (tmp_path / "map.png").write_bytes(PNG)
    deck = Deck("d", "D", (Card("k", "Where?", "Here", picture="map.png", answer_picture="map.png"),))
    deck = replace(deck, path=tmp_path / "d.toml")
    write([deck], tmp_path / "d.apkg", on(1), read_pictures([deck]))
    (tmp_path / "to").mkdir()
    [card] = brought_in(tmp_path / "d.apkg", tmp_path / "to").cards

    assert card.picture == card.answer_picture
    assert (tmp_path / "to" / card.picture).read_bytes() == PNG
    assert (card.question, card.answer) == ("Where?", "Here")


@pytest.fixture
def anki(receiver):
    """Anki's own collection, with its own note types."""
    return receiver.collection


def add(anki, kind, *values, deck="Geography::Africa", tags=()):
    note = anki.new_note(anki.models.by_name(kind))
    for place, value in enumerate(values):
        note.fields[place] = value
    note.tags = list(tags)
    anki.add_note(note, anki.decks.id(deck))
    return note


@pytest.fixture(params=[True, False], ids=["legacy 2", "latest"])
def brought(request, anki, tmp_path):
    """Exports Anki's collection and reads it: what arrives."""

    def bring():
        from anki.collection import ExportAnkiPackageOptions

        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_media=True, legacy=request.param, with_deck_configs=True
        )
        anki.export_anki_package(out_path=str(tmp_path / "out.apkg"), options=options, limit=None)
        return read_import(tmp_path / "out.apkg")

    return bring


def asked(imported):
    return [(card.question, card.answer) for deck in imported.decks for card in deck.cards]


def test_each_of_anki_s_own_note_types_becomes_cards(anki, brought):
    add(anki, "Basic", "Capital of Mali?", "Bamako", tags=["cap", "tlp::amber", "leech"])
    add(anki, "Basic (and reversed card)", "Niger", "Niamey")
    add(anki, "Basic (optional reversed card)", "Chad", "N'Djamena", "")
    add(anki, "Basic (type in the answer)", "Capital of Togo?", "Lomé")
    add(anki, "Cloze", "{{c1::Accra}} is in {{c2::Ghana::country}}.", "West Africa")
    imported = brought()
    [deck] = imported.decks

    assert (deck.id, deck.title) == ("geography", "Geography")
    assert asked(imported) == [
        ("Capital of Mali?", "Bamako"),
        ("Niger", "Niamey"),
        ("Niamey", "Niger"),
        ("Chad", "N'Djamena"),
        ("Capital of Togo?", "Lomé"),
        ("[...] is in Ghana.", "Accra\n\nWest Africa"),
        ("Accra is in [...] (country).", "Ghana\n\nWest Africa"),
    ]
    assert (deck.cards[0].tags, deck.cards[0].marking) == (("cap", "Africa"), "TLP:AMBER")
    assert deck.cards[1].fact == deck.cards[2].fact != ""
    assert [card.kind for card in deck.cards[4:]] == [Kind.WHAT, Kind.CLOZE, Kind.CLOZE]
    assert {card.origin for card in deck.cards} == {"anki"}


def test_a_note_type_with_templates_and_conditions_of_its_own(anki, brought):
    models = anki.models
    model = models.new("Leaders")
    for name in ("Country", "Leader", "Since"):
        models.add_field(model, models.new_field(name))
    for name, front, back in (
        (
            "who",
            "<h1>{{Country}}</h1>Who leads it?",
            "{{FrontSide}}<hr id=answer>{{Leader}}{{#Since}}, since {{Since}}{{/Since}}",
        ),
        (
            "where",
            "<style>.x{}</style>Whom does {{Leader}} lead{{^Since}} (no date){{/Since}}?",
            "<hr id='answer'>{{Country}}",
        ),
    ):
        template = models.new_template(name)
        template["qfmt"], template["afmt"] = front, back
        models.add_template(model, template)
    models.add(model)
    add(anki, "Leaders", "Mali", "Goïta", "2021")
    add(anki, "Leaders", "Niger", "Tiani", "")

    assert asked(brought()) == [
        ("Mali\nWho leads it?", "Goïta, since 2021"),
        ("Whom does Goïta lead?", "Mali"),
        ("Niger\nWho leads it?", "Tiani"),
        ("Whom does Tiani lead (no date)?", "Niger"),
    ]


def test_html_becomes_text_and_nothing_that_could_run(anki, brought):
    add(
        anki,
        "Basic",
        "<script>alert(1)</script>H<sub>2</sub>O &lt;b&gt;<img src=x onerror=alert(1)> a<b",
        "x\u202ey[sound:a.mp3]",
    )

    assert asked(brought()) == [("H₂O <b> a", "xy")]
    assert "1 card with sounds, which comes without them" in brought().noticed


def test_what_cannot_be_used_is_counted_with_its_reason(anki, brought):
    add(anki, "Basic", "No answer?", "")
    add(anki, "Basic", "Good?", "Yes")
    imported = brought()

    assert asked(imported) == [("Good?", "Yes")]
    assert imported.left_out == (("it has no answer", 1, "No answer?"),)


def test_a_picture_of_somebody_else_s_deck_comes_along(anki, brought, tmp_path):
    anki.media.write_data("flag of mali.png", PNG)
    add(anki, "Basic", 'Which flag?<br><img src="flag of mali.png">', "Mali")
    add(anki, "Basic", '<img src="flag of mali.png">', "Mali")
    imported = brought()
    [arrival] = arrivals(imported, tmp_path / "deck.toml", tmp_path, ())
    carry_out(arrival, imported, tmp_path / "out.apkg", update=False)
    first, second = read_deck(tmp_path / "deck.toml")[0].cards

    assert (first.question, second.question) == ("Which flag?", "[picture]")
    assert (tmp_path / first.picture).read_bytes() == PNG
    assert first.picture == second.picture


def test_the_same_package_twice_adds_nothing(anki, brought, tmp_path):
    add(anki, "Basic", "Capital of Mali?", "Bamako")
    imported = brought()
    for added in (1, 0):
        [arrival] = arrivals(imported, tmp_path / "deck.toml", tmp_path, ())
        assert len(arrival.added) == added
        carry_out(arrival, imported, tmp_path / "out.apkg", update=True)

    assert len(read_deck(tmp_path / "deck.toml")[0].cards) == 1


def test_decks_that_genanki_wrote_come_whole(tmp_path):
    genanki = pytest.importorskip("genanki")
    deck = genanki.Deck(1, "Capitals::World")
    for number in range(30):
        deck.add_note(
            genanki.Note(genanki.BASIC_AND_REVERSED_CARD_MODEL, [f"Land {number}", f"City {number}"], tags=["t"])
        )
        deck.add_note(genanki.Note(genanki.CLOZE_MODEL, [f"{{{{c1::{number}}}}} and {{{{c2::more}}}}", ""]))
    genanki.Package(deck).write_to_file(str(tmp_path / "g.apkg"))
    [found] = read_import(tmp_path / "g.apkg").decks

    assert len(found.cards) == 120
    assert (found.title, found.cards[0].question, found.cards[0].answer) == ("Capitals", "Land 0", "City 0")
    assert {card.tags for card in found.cards} == {("t", "World"), ("World",)}


@pytest.fixture
def package(tmp_path):
    write([replace(EVERYTHING, cards=EVERYTHING.cards[:2])], tmp_path / "mali.apkg", on(1_790_000_000))
    return "mali.apkg"


def test_it_shows_what_it_would_do_and_writes_nothing_unasked(trainer, package, tmp_path):
    code, out, err = trainer("import", package, "-o", "mali.toml")

    assert code == 0
    assert out == ("mali.apkg: a package of Anki before 2.1.28.\nmali.toml (new): 2 cards to add.\n")
    assert err == "nothing was written. Add --yes to import.\n"
    assert not (tmp_path / "mali.toml").exists()


def test_your_own_words_stay_unless_you_take_theirs(trainer, package, tmp_path):
    trainer("import", package, "-o", "mali.toml", "--yes")
    edited = (tmp_path / "mali.toml").read_text("utf-8").replace('answer = "168"', 'answer = "170"  # by hand')
    (tmp_path / "mali.toml").write_text(edited, "utf-8")
    _, out, err = trainer("import", package, "-o", "mali.toml", "--yes")

    assert "0 cards to add, 1 in other words there, kept as they are here (--update takes theirs), 1 the same." in out
    assert err == "nothing to import.\n"
    assert (tmp_path / "mali.toml").read_text("utf-8") == edited
    trainer("import", package, "-o", "mali.toml", "--yes", "--update")
    assert read_deck(tmp_path / "mali.toml")[0].cards[0].answer == "168"


def test_a_deck_comes_back_into_its_own_file(trainer, package, tmp_path):
    (tmp_path / "decks").mkdir()
    write_deck(replace(EVERYTHING, cards=EVERYTHING.cards[:1]), tmp_path / "decks" / "sahel.toml")
    _, out, _ = trainer("import", package, "--yes")

    assert out.splitlines()[1] == f"{Path('decks', 'sahel.toml')}: 1 card to add, 1 the same."
    assert [path.name for path in (tmp_path / "decks").iterdir()] == ["sahel.toml"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("all.colpkg", ("is a whole collection, meant to take the place of another; cards are imported from decks. "
                       "In Anki, export the deck as .apkg and import that.")),
        ("deck.pdf", "cards are not read from files of this ending. Use .apkg, .txt, .tsv, .csv, .md."),
        ("none.apkg", "cannot be read: no such file or directory. Check the path and its permissions."),
    ],
)  # fmt: skip
def test_what_is_not_imported_is_one_line(trainer, tmp_path, name, said):
    if "none" not in name:
        (tmp_path / name).write_bytes(b"x")

    assert trainer("import", name) == (1, "", f"trainer: {name}: {said}\n")


def test_a_deck_of_another_id_is_not_written_over(trainer, package, tmp_path):
    write_deck(Deck("niger", "Niger", (Card("k", "Q?", "A"),)), tmp_path / "niger.toml")
    code, _, err = trainer("import", package, "-o", "niger.toml", "--yes")

    assert code == 1
    assert "is the deck 'niger'; what arrives is 'mali-minusma'. Name another file after -o." in err


def test_several_decks_need_a_folder(trainer, tmp_path):
    write(
        [replace(EVERYTHING, id=name, cards=EVERYTHING.cards[:1]) for name in ("a", "b")], tmp_path / "ab.apkg", on(1)
    )
    code, _, err = trainer("import", "ab.apkg", "-o", "ab.toml", "--yes")
    assert code == 1
    assert "holds 2 decks" in err
    (tmp_path / "into").mkdir()
    trainer("import", "ab.apkg", "-o", "into", "--yes")
    assert sorted(path.name for path in (tmp_path / "into").iterdir()) == ["a.toml", "b.toml"]


def test_a_file_that_is_no_package_is_refused(tmp_path):
    (tmp_path / "x.apkg").write_bytes(b"PK nothing")
    with pytest.raises(ImportRefused, match=r"it is no package of Anki's, or a damaged one\. Export the deck"):
        read_import(tmp_path / "x.apkg")


def test_a_text_has_no_progress_and_says_so(trainer, tmp_path):
    (tmp_path / "pairs.txt").write_text("Mali\tBamako\n", "utf-8")
    _, _, err = trainer("import", "pairs.txt", "--with-progress", "-o", "pairs.toml", "--yes")

    assert err == "pairs.txt: a text of columns holds no progress.\npairs.toml: 1 card added.\n"


@pytest.mark.parametrize("texts", [["a", "b", "Q?", "R?", "1"], []])
def test_a_reader_that_tells_fewer_texts_than_cards_is_not_believed(texts, package, tmp_path, monkeypatch):
    deck = {"id": "d", "title": "D", "head": {}, "briefs": [], "rests": [[[], {}]], "places": [0, 0]}
    said = {"what": "a package", "decks": [deck], "left_out": {}, "noticed": [], "pictures": {}, "texts": texts}
    monkeypatch.setattr("trainer.anki.imported.read_fenced", lambda *_, **__: said)

    with pytest.raises(ImportRefused, match="its reader gave up on it"):
        read_import(tmp_path / package)


def test_a_reading_that_is_stopped_leaves_nothing(trainer, package, tmp_path, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("trainer.anki.imported.read_fenced", stop)

    code, _, err = trainer("import", package, "-o", "mali.toml", "--yes")

    assert (code, err.strip()) == (1, "stopped.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mali.apkg"]
