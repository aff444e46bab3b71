"""Files that were damaged at random are read or refused: no traceback, no unsafe text, no long wait.

A longer run takes a larger ROUNDS; the same seed makes the same files.
"""

from __future__ import annotations

import io
import json
import random
import re
import time
import zipfile
import zlib
from collections.abc import Callable

import pytest
from test_hostile_briefs import is_sound
from test_same_prose_in_every_format import as_docx, as_html, as_md, as_pdf, as_txt

from trainer.briefs import parse_brief
from trainer.briefs.decode import decode
from trainer.briefs.document import from_json
from trainer.briefs.outline import outline
from trainer.errors import BriefRefused
from trainer.fence import inside
from trainer.text import clean

ROUNDS = 80
SECONDS = 3.0
"""Of processor time for one small file."""
MAKERS: dict[str, Callable[[], bytes]] = {"txt": as_txt, "md": as_md, "html": as_html, "docx": as_docx, "pdf": as_pdf}
TOKENS = {
    "txt": (
        b"\x1b]0;x\x07",
        b"From: a\nTo: b\nSubject: c\nDate: 1\n\n",
        b"> ",
        b"a   b   c\n",
        b"\x0c",
        b"[1]",
        b"+++\n",
    ),
    "md": (b"[", b"](", b"```\n", b"|-|-|\n", b"[^1]: ", b"<div>", b"---\n", b"**", b"\n    "),
    "html": (b"<table>", b"</p>", b"<a href=", b"<!--", b"<svg>", b"&#x202e;", b"<form>", b"<li>" * 30, b"</div>" * 50),
    "docx": (b"<w:p>", b"</w:p>", b"<w:tbl>", b"&#x1b;", b"<w:t>", b"\xff\xfe"),
    "pdf": (
        b" 0 R",
        b"<<",
        b"[",
        b"BT",
        b"endstream",
        b"-99999999999",
        b"q " * 100,
        b"/ActualText(x)",
        b"Do",
        b"1e400",
    ),
}


def mutate(content: bytes, tokens: tuple[bytes, ...], rng: random.Random) -> bytes:
    """A file with some of its bytes changed, cut, doubled or replaced."""
    made = bytearray(content)
    for _ in range(rng.choice((1, 2, 4, 16))):
        place = rng.randrange(len(made) + 1)
        match rng.randrange(5):
            case 0:
                made[place : place + 1] = rng.randbytes(1)
            case 1:
                del made[place : place + rng.choice((1, 10, 500))]
            case 2:
                made[place:place] = rng.choice(tokens)
            case 3:
                made[place:place] = made[place : place + 200] * rng.choice((1, 5))
            case 4:
                made[place : place + 4] = rng.choice((b"0", b"-1", b"4294967296"))
    return bytes(made)


def mutate_member(content: bytes, tokens: tuple[bytes, ...], rng: random.Random) -> bytes:
    """A package of which one member is damaged."""
    source, file = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    chosen = rng.choice(source.namelist())
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            member = source.read(name)
            archive.writestr(name, mutate(member, tokens, rng) if name == chosen else member)
    return file.getvalue()


def mutate_stream(content: bytes, tokens: tuple[bytes, ...], rng: random.Random) -> bytes:
    """A PDF of which the drawing of a page is damaged."""
    match = re.search(rb"stream\n(.*?)\nendstream", content, re.DOTALL)
    assert match
    packed = zlib.compress(mutate(zlib.decompress(match[1]), tokens, rng))
    return content[: match.start(1)] + packed + content[match.end(1) :]


WITHIN = {"docx": mutate_member, "pdf": mutate_stream}


def said_of(content: bytes, ending: str) -> str:
    """What is said of a file that is refused; empty if it is read."""
    try:
        read(content, ending)
    except BriefRefused as refused:
        return str(refused)
    return ""


def read(content: bytes, ending: str) -> None:
    """Read a file as `read_brief` does, its child process left out."""
    if ending in {"txt", "md"}:
        text, _ = decode(content, f"brief.{ending}")
        assert is_sound(parse_brief(text, f"brief.{ending}")[0])
        return
    reader = {"html": "webpage"}.get(ending, ending)
    answer = json.loads(inside.answer("trainer.briefs.fenced", io.BytesIO(content), reader))
    if "parts" in answer:
        found = outline(from_json(answer).parts)
        assert all(passage.text == clean(passage.text) for passage in found.passages)
    else:
        assert answer.keys() <= {"refused", "broken"}


@pytest.mark.parametrize("ending", MAKERS)
def test_a_file_damaged_at_random_is_read_or_refused_in_time(ending: str) -> None:
    make, tokens = MAKERS[ending], TOKENS[ending]
    rng = random.Random(f"mutated {ending}")
    for number in range(ROUNDS):
        damage = rng.choice((mutate, WITHIN.get(ending, mutate)))
        content = damage(make(), tokens, rng)
        begun = time.process_time()
        assert "\n" not in said_of(content, ending), number
        assert time.process_time() - begun < SECONDS, number
