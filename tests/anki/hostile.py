"""Packages that nobody should send, made by code."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile

from trainer.anki.notetypes import Family, notetype

SCHEMA = """
create table col (id integer primary key, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
create table notes (id integer primary key, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
create table cards (id integer primary key, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left,
  odue, odid, flags, data);
create table revlog (id integer primary key, cid, usn, ease, ivl, lastIvl, factor, time, type);
"""
BASIC = {
    "7": {"name": "Basic", "type": 0, "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
          "tmpls": [{"ord": 0, "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}]},
    "8": {"name": "Cloze", "type": 1, "flds": [{"name": "Text", "ord": 0}, {"name": "Extra", "ord": 1}],
          "tmpls": [{"ord": 0, "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<br>{{Extra}}"}]},
    "9": {**notetype(Family.QUESTION), "id": 9},
}  # fmt: skip
DECKS = {"1": {"name": "Default"}, "2": {"name": "Sahel"}}


def collection(notes=(("Front", "Back"),), *, type_=7, models=BASIC, decks=DECKS, sql=""):
    """The bytes of a collection with these notes, a card each."""
    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    as_json = [part if isinstance(part, str) else json.dumps(part) for part in (models, decks)]
    db.execute("insert into col values (1, 0, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')", as_json)
    for number, fields in enumerate(notes, 1):
        flds = fields if not isinstance(fields, tuple) else "\x1f".join(fields)
        db.execute(
            "insert into notes values (?, ?, ?, 0, 0, ' t ', ?, '', 0, 0, '')", (number, f"g{number}", type_, flds)
        )
        db.execute("insert into cards values (?, ?, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')", (number, number))
    db.executescript(sql)
    db.commit()
    return db.serialize()


def package(content=None, *, media=b"{}", member="collection.anki2", **others):
    """A package with this collection."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as members:
        members.writestr(member, collection() if content is None else content)
        if media is not None:
            members.writestr("media", media)
        for name, body in others.items():
            members.writestr(name, body)
    return packed.getvalue()
