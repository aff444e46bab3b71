"""Packages that nobody should send: each is refused with one clear line or read safely, in time and in bounds."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import time
import warnings
import zipfile

import pytest
import zstandard
from hostile import BASIC, collection, package
from sending import on, write
from test_importing import EVERYTHING

from trainer.anki.arrival import arrivals, carry_out
from trainer.anki.imported import read_import
from trainer.anki.told import deck_of
from trainer.decks.read import read_deck
from trainer.errors import ImportRefused
from trainer.fence import inside
from trainer.fence.process import parsed

ENDLESS = """
alter table notes rename to kept;
create view notes as with recursive n(id) as (select 1 union all select id + 1 from n)
  select id, 'g' guid, 7 mid, '' tags, 'Front' flds from n;
"""
TRIGGER = "create trigger t after insert on notes begin delete from cards; end;"
VIRTUAL = "create virtual table v using fts5(x);"


def zeros(mebibytes):
    return bytes(2**20) * mebibytes


def packed(content, level=1):
    return zstandard.ZstdCompressor(level=level).compress(content)


def doubled():
    """An archive with two members of one name."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as members:
        warnings.simplefilter("ignore")
        for _ in range(2):
            members.writestr("collection.anki2", collection())
    return stream.getvalue()


def crowded():
    """An archive whose end says that it has more members than it may."""
    content = bytearray(package())
    place = content.rfind(b"PK\x05\x06")
    content[place + 8 : place + 12] = b"\xff\xfe\xff\xfe"
    return bytes(content)


def locked():
    """An archive whose members say that a password locks them."""
    content = bytearray(package())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        content[at + place] |= 1
    return bytes(content)


REFUSED = {
    "a deflate bomb": (lambda: package(zeros(250)), "its part collection.anki2 unpacks to more than 192 MiB."),
    "a zstd bomb": (
        lambda: package(packed(zeros(250)), member="collection.anki21b", meta=b"\x08\x03"),
        "its part collection.anki21b unpacks to more than 192 MiB.",
    ),
    "a media list that is a bomb": (lambda: package(media=zeros(20)), "its part media unpacks to more than 16 MiB."),
    "two members of one name": (doubled, "it holds two members of one name, as Anki never writes."),
    "too many members": (crowded, "it holds 65,279 members, and a package may hold 60,000."),
    "a locked member": (locked, "its part collection.anki2 is missing, damaged or locked."),
    "a version to come": (lambda: package(meta=b"\x08\x09"), "it is in version 9 of Anki's packages, which"),
    "no collection": (lambda: package(member="readme.txt"), "it is an archive, and holds no collection of Anki's."),
    "no archive": (lambda: b"\x00" * 5_000, "it is no package of Anki's, or a damaged one."),
    "nothing": (lambda: b"", "it is no package of Anki's, or a damaged one."),
    "no database": (lambda: package(b"hello"), "its collection is no database."),
    "notes that are an endless view": (
        lambda: package(collection(sql=ENDLESS)),
        "its collection holds views, triggers or virtual tables, as Anki's never do.",
    ),
    "a trigger": (lambda: package(collection(sql=TRIGGER)), "its collection holds views, triggers or virtual tables"),
    "a virtual table": (lambda: package(collection(sql=VIRTUAL)), "its collection holds views, triggers or virtual"),
    "a field of 40 MB": (lambda: package(collection([("x" * 40_000_000, "y")])), "its collection is damaged ("),
    "note types nested without end": (
        lambda: package(collection(models='{"7":' * 100_000)),
        "its collection's list of note types or decks is damaged.",
    ),
    "no tables": (lambda: package(collection(sql="drop table notes;")), "its collection has no notes and cards."),
    "a media list that is no list": (lambda: package(media=b"[1, 2"), "its list of media is damaged."),
    "no note type": (
        lambda: package(collection(models={})),
        "holds no card that can be used: its note type is missing",
    ),
    "fields that are no text": (lambda: package(collection([12, None, 1.5])), "holds no card that can be used."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_one_line(tmp_path, name):
    make, said = REFUSED[name]
    (tmp_path / "bad.apkg").write_bytes(make())
    begun = time.monotonic()
    with pytest.raises(ImportRefused) as refused:
        read_import(tmp_path / "bad.apkg")

    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert time.monotonic() - begun < 12
    assert [path.name for path in tmp_path.iterdir()] == ["bad.apkg"]


def test_many_cards_are_sorted_though_there_is_no_file_to_sort_in(tmp_path):
    many = "with recursive n(x) as (select 2 union all select x + 1 from n where x < 150000)"
    card = "select 200000 - x, 5, 1, x, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '' from n"
    path = tmp_path / "many.apkg"
    path.write_bytes(package(collection(sql=f"insert into cards {many} {card}")))

    assert [card.question for card in read_import(path).decks[0].cards] == ["Front"]


SLOW_FIELDS = {
    "</": "</" * 200_000,
    "cdata": "<![CDATA[" * 100_000,
    "comments": "<!--" * 200_000,
    "declarations": "<![" * 200_000,
    "open quotes": '<a b="' * 100_000,
    "open tags": "<a " * 200_000,
    "nested": "<div>" * 150_000,
    "scripts": "<script>" * 100_000,
    "smaller": "<" * 300_000,
    "entities": "&" * 300_000,
    "sounds": "[sound:" * 120_000,
    "clozes": "{{c1::" * 100_000,
    "closings": "}}" * 300_000,
    "sources": "<img " + "src=" * 20_000,
}


@pytest.mark.parametrize("name", SLOW_FIELDS)
@pytest.mark.parametrize("type_", [7, 8])
def test_a_field_that_is_slow_to_read_is_read_in_time(name, type_):
    content = package(collection([(f"Q{SLOW_FIELDS[name]}", "A"), ("Good {{c1::q}}", "A")], type_=type_))
    begun = time.process_time()
    said = parsed(inside.answer("trainer.anki.unpack", io.BytesIO(content), "T").encode())

    assert time.process_time() - begun < 3
    assert deck_of(said["decks"][0], iter(said["texts"])).cards[-1].question.startswith("Good")


def test_templates_that_are_slow_to_read_are_read_in_time():
    for template in ("{{#Front}}" * 50_000, "{{" * 100_000, "{{Front}}" * 20_000, "<hr " * 50_000):
        model = {**BASIC["7"], "tmpls": [{"ord": 0, "qfmt": template, "afmt": "{{Back}}"}]}
        content = package(collection([("Front", "Back")] * 3, models={"7": model}))
        begun = time.process_time()
        inside.answer("trainer.anki.unpack", io.BytesIO(content), "T")
        assert time.process_time() - begun < 3


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path):
    media = json.dumps({"0": "../../evil.png", "1": "/etc/evil.png", "2": "C:\\evil.png", "3": "con.png"}).encode()
    notes = [(f'Q{n}<img src="{name}">', "A") for n, name in enumerate(json.loads(media).values())]
    decks = {"2": {"name": "../../../etc/passwd"}}
    content = package(
        collection(notes, decks=decks), media=media, **{str(n): b"\x89PNG" + bytes([n]) for n in range(4)}
    )
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "x.apkg").write_bytes(content)
    imported = read_import(inner / "x.apkg")
    [arrival] = arrivals(imported, None, inner, ())
    carry_out(arrival, imported, inner / "x.apkg", update=False)
    written = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())

    assert arrival.path == inner / "etc-passwd.toml" or arrival.path.parent == inner
    assert len(written) == 6
    assert all(name.startswith(os.path.join("a", "b")) for name in written)  # noqa: PTH118
    assert len({card.picture for card in read_deck(arrival.path)[0].cards}) == 4


def test_broken_text_is_read_with_marks_in_its_place(tmp_path):
    content = collection([("Front", "Back")], sql="update notes set flds = cast(x'51ff3f1f41fe' as text);")
    (tmp_path / "x.apkg").write_bytes(package(content))
    [card] = read_import(tmp_path / "x.apkg").decks[0].cards

    assert (card.question, card.answer) == ("Q\ufffd?", "A\ufffd")


def test_wrong_types_cost_their_own_row_alone(tmp_path):
    sql = """
    insert into notes values (90, x'00', 'seven', 0, 0, null, 'A' || char(31) || 'B', '', 0, 0, '');
    insert into notes values (91, 'g', 7, 0, 0, null, x'4141', '', 0, 0, '');
    insert into notes values (92, null, 7, 0, 0, null, 'Kept' || char(31) || 'Yes', '', 0, 0, '');
    insert into cards select id, id, 2, 0, 0, 0, 'x', null, 1.5, 0, 0, 0, 0, 0, 0, 0, 0, null from notes where id > 89;
    insert into cards values (99, 'nid', 'did', 'ord', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '');
    """
    (tmp_path / "x.apkg").write_bytes(package(collection(sql=sql)))

    assert [card.question for card in read_import(tmp_path / "x.apkg").decks[0].cards] == ["Front", "Kept"]


def test_a_note_of_ours_with_a_hostile_record_is_read_or_left_out(tmp_path):
    fields = ["Q?", "A", "", "", "S", "b", "2023-99-99", "", "", "", "", "id", "deck", "Deck", "", "", ""]
    records = ['{"kind":"nonsense"}', '{"source":{"id":[],"span":[-5,1e99]}}', "[" * 50_000, '{"fact":{"a":1}}',
               '{"deck":{"marking":[]},"briefs":[{"id":"x y"}]}', '{"extra":{"id":"stolen"}}', '{"question":"other"}',
               '{"picture":"../../x.png"}']  # fmt: skip
    notes = [(*fields[:11], f"id{n}", *fields[12:14], record, "", "") for n, record in enumerate(records)]
    (tmp_path / "x.apkg").write_bytes(package(collection(notes, type_=9)))
    imported = read_import(tmp_path / "x.apkg")
    cards = imported.decks[0].cards

    assert {card.id for card in cards} <= {f"id{n}" for n in range(len(records))}
    assert {card.question for card in cards} == {"Q?"}
    assert all(not card.picture for card in cards)


def test_what_is_no_file_is_not_read(tmp_path):
    (tmp_path / "folder.apkg").mkdir()
    with pytest.raises(ImportRefused, match=r"is no file\. Name the file itself\."):
        read_import(tmp_path / "folder.apkg")


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
def test_the_reader_of_packages_cannot_use_more_memory_than_it_is_given(tmp_path, monkeypatch):
    from trainer.anki import imported
    from trainer.fence import Limits

    (tmp_path / "x.apkg").write_bytes(package(collection([("x" * 1_000_000, f"{n}") for n in range(80)])))
    monkeypatch.setattr(imported, "_LIMITS", Limits(memory_bytes=150 * 2**20, remedy="Import one deck at a time."))
    with pytest.raises(ImportRefused, match=r"too much memory to read\. Import one deck|gave up on it\. Import one"):
        read_import(tmp_path / "x.apkg")


@pytest.mark.parametrize(
    ("size", "seconds"), [(0, 10), (3 * 2**20, 10), (4 * 2**20, 11), (26 * 2**20, 33), (512 * 2**20, 40)]
)
def test_a_large_package_has_more_time_and_a_small_one_ten_seconds(size, seconds):
    from trainer.anki import imported

    assert imported._limits(size).processor_seconds == seconds


WATCHED = """
import io, json, sys
from trainer.fence import inside
package = open(sys.argv[1], "rb").read()
inside.answer("trainer.anki.unpack", io.BytesIO(package), "T", "progress")  # what is loaded is loaded
seen = []
waits = ("time.sleep", "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "open", "fcntl.")
sys.addaudithook(lambda event, _: event.startswith(waits) and seen.append(event))
inside.answer("trainer.anki.unpack", io.BytesIO(package), "T", "progress")
print(sorted(set(seen)))
"""


@pytest.mark.parametrize("name", ["our own", "a media list that is a bomb", "notes that are an endless view"])
def test_a_reader_of_packages_waits_for_nothing_but_the_processor(tmp_path, seeds, name):
    """So the limit on its seconds is a limit on time: no package can make it sleep."""
    (tmp_path / "x.apkg").write_bytes(REFUSED[name][0]() if name in REFUSED else seeds[0][0])
    command = [sys.executable, "-c", WATCHED, str(tmp_path / "x.apkg")]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)

    assert ended.stdout == "[]\n"


MEASURED = """
import resource, sys
from pathlib import Path
from trainer.anki.imported import read_import
from trainer.errors import ImportRefused
try:
    read_import(Path(sys.argv[1]))
except ImportRefused as refused:
    print(refused.message)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
SLOW = {"tags": "<b>x</b>", "lists": "<li>x", "quotes": '<a b="\'">', "entities": "&ampx"}


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
@pytest.mark.parametrize("name", SLOW)
def test_a_package_that_keeps_the_processor_busy_ends_within_twelve_of_its_seconds(tmp_path, name):
    note = (SLOW[name] * (18_000 // len(SLOW[name])), SLOW[name] * 1_000)
    (tmp_path / "x.apkg").write_bytes(package(collection([note] * (180_000_000 // sum(map(len, note))))))
    command = [sys.executable, "-c", MEASURED, str(tmp_path / "x.apkg")]
    said, used = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    seconds, mebibytes = map(float, used.split())

    assert said == "it takes too long to read."
    assert 5 < seconds < 12
    assert mebibytes < 572


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    """Sound packages of every version, ours and others', to be damaged; each with its collection unpacked."""
    folder = tmp_path_factory.mktemp("seeds")
    write([EVERYTHING], folder / "ours.apkg", on(1_790_000_000))
    ours = (folder / "ours.apkg").read_bytes()
    with zipfile.ZipFile(io.BytesIO(ours)) as members:
        own = members.read("collection.anki2")
    cloze = collection([("a {{c1::b::c}} d", "<b>x</b>"), ("{{c1::x}}{{c2::y}}", "")], type_=8)
    plain = collection([("Front<br>&amp;", "Back<img src=a.png>")] * 5)
    latest = package(packed(own), member="collection.anki21b", meta=b"\x08\x03", media=packed(b""))
    return [ours, latest, package(cloze, member="collection.anki21"), package(plain)], [own, cloze, plain]


def damaged(content, dice):
    """Some bytes changed, cut, doubled or moved."""
    content = bytearray(content)
    for _ in range(dice.choice([1, 1, 2, 4, 16, 60])):
        at = dice.randrange(len(content))
        match dice.randrange(5):
            case 0:
                content[at] ^= 1 << dice.randrange(8)
            case 1:
                content[at : at + 4] = dice.randbytes(4)
            case 2:
                content[at : at + dice.randrange(1, 40)] = b""
            case 3:
                content[at:at] = content[at : at + dice.randrange(1, 40)]
            case 4:
                content[at] = dice.choice([0, 1, 0x7F, 0x80, 0xFF])
    return bytes(content[: dice.randrange(len(content))] if dice.random() < 0.05 else content) or b"x"


def read_damaged(seeds, rounds, seed):
    """Reads so many damaged packages, half of them damaged within; how many were still read."""
    whole, inner = seeds
    dice = random.Random(seed)
    read = 0
    for _ in range(rounds):
        content = (
            damaged(dice.choice(whole), dice)
            if dice.random() < 0.3
            else package(
                damaged(dice.choice(inner), dice), member=dice.choice(["collection.anki2", "collection.anki21"])
            )
        )
        begun = time.process_time()
        said = parsed(inside.answer("trainer.anki.unpack", io.BytesIO(content), "T", "progress").encode())
        assert time.process_time() - begun < 5
        assert "broken" not in said, said
        read += "decks" in said
    return read


def test_a_package_damaged_at_random_is_read_or_refused(seeds):
    assert 0 < read_damaged(seeds, 250, "a") < 250


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", range(4))
def test_twenty_thousand_damaged_packages_are_read_or_refused(seeds, part):
    assert 0 < read_damaged(seeds, 5_000, part) < 5_000
