"""Documents made to take time or memory end within the fence, with one line that says so."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from papers import W, docx, para, pdf_of, stream

from trainer.briefs import read_brief
from trainer.errors import BriefRefused

SECONDS = 12.0
MEGABYTES = 600

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def one_page(raw: bytes, kids: bytes = b"3 0 R", count: int = 1) -> bytes:
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, stream(raw), FONT])


def many_members() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"word/{number}.xml", b"")
    return file.getvalue()


def twins() -> bytes:
    file = io.BytesIO(docx(para("A sentence.")))
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", b"<d/>")
    return file.getvalue()


BODY = f"<w:document xmlns:w='{W}'><w:body>"
QUICK = {
    "laughs.docx": lambda: docx(f"<!DOCTYPE d [<!ENTITY a0 'ha'>{LAUGHS}]><d>&a9;</d>".encode()),
    "outside.docx": lambda: docx(b"<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><d>&a;</d>"),
    "parameter.docx": lambda: docx(b"<!DOCTYPE d [<!ENTITY % a SYSTEM 'file:///etc/passwd'>%a;]><d/>"),
    "deep.docx": lambda: docx((BODY + "<w:sdt>" * 100_000).encode()),
    "many.docx": many_members,
    "twins.docx": twins,
    "loop.pdf": lambda: one_page(b"BT ET", kids=b"2 0 R"),
    "count.pdf": lambda: one_page(b"BT /F 9 Tf (hello) Tj ET", kids=b"3 0 R " * 20_000, count=20_000),
    "deep.pdf": lambda: one_page(b"BT " + b"[" * 200_000 + b" ET"),
    "cut.pdf": lambda: one_page(b"BT ET")[:200],
    "close.html": lambda: b"</" * 200_000,
    "bang.html": lambda: b"<![<![" * 100_000,
}
SLOW = {
    "huge.docx": lambda: docx(BODY.encode() + b"<w:p><w:r><w:t>" + b"a" * 1_000_000_000),
    "paragraphs.docx": lambda: docx((BODY + para("A sentence.") * 2_000_000).encode()),
    "empty.docx": lambda: docx((BODY + "<w:p/>" * 30_000_000).encode()),
    "styles.docx": lambda: docx(para("A sentence."), {"word/styles.xml": "<s>" + "<s/>" * 40_000_000}),
    "bomb.pdf": lambda: one_page(b"BT /F 9 Tf " + b"(a) Tj " * 70_000_000 + b"ET"),
    "operators.pdf": lambda: one_page(b"BT /F 9 Tf " + b"(a) Tj " * 3_000_000 + b"ET"),
    "places.pdf": lambda: one_page(b"BT /F 9 Tf " + b"1 1 Td (a) Tj " * 300_000 + b"ET"),
    "few.pdf": lambda: one_page(b"BT /F 9 Tf (hello there) Tj ET" * 20_000, kids=b"3 0 R " * 400, count=400),
    "divisions.html": lambda: b"<div>" * 1_600_000 + b"A sentence of it.",
    "formatting.html": lambda: b"<p><b><i><a>" * 600_000 + b"A sentence.",
    "adoption.html": lambda: b"<a><b><i><p></a></b></i>" * 300_000,
    "tables.html": lambda: b"<table><tr><td>" * 500_000 + b"A sentence.",
    "paragraphs.html": lambda: b"<p>x" * 2_000_000,
    "attributes.html": lambda: b"<a " + b" ".join(b"a%d=1" % n for n in range(800_000)) + b">A sentence.",
    "articles.html": lambda: b"<article>" * 300_000 + b"A sentence of it.",
    "sups.html": lambda: b"<sup>" * 300_000 + b"A sentence of it.",
    "lists.html": lambda: b"<ul><li>" * 500_000 + b"A sentence.",
    "brackets.md": lambda: b"[" * 100_000,
    "emphasis.md": lambda: b"*a **a " * 50_000,
    "lists.md": lambda: b"".join(b"  " * n + b"- a\n" for n in range(2_000)),
}
"""Each of these is made by a process of its own, as one of this file: a child inherits the record of its parent's
memory."""


MEASURE = """
import resource, sys, time
from pathlib import Path
from trainer.briefs import read_brief
from trainer.errors import BriefRefused
begun = time.monotonic()
try:
    said = f"read: {len(read_brief(Path(sys.argv[1]))[0].passages)} passages"
except BriefRefused as refused:
    said = str(refused)
print(said)
print(time.monotonic() - begun)
status = Path("/proc/self/status")  # what the parent used counts for the child in ru_maxrss, and not here
own = [int(line.split()[1]) for line in status.read_text().splitlines() if "VmHWM" in line] if status.exists() else []
own = own or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]
print(max(*own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


@pytest.mark.parametrize("name", QUICK)
def test_a_small_hostile_document_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(QUICK[name]())
    begun = time.monotonic()
    with pytest.raises(BriefRefused) as refused:
        read_brief(path)
    assert time.monotonic() - begun < SECONDS
    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)


def test_markup_that_no_browser_knows_is_soon_read(tmp_path: Path) -> None:
    path = tmp_path / "data.html"
    path.write_bytes(b"<![CDATA[" * 100_000)
    begun = time.monotonic()
    with contextlib.suppress(BriefRefused):
        read_brief(path)
    assert time.monotonic() - begun < SECONDS


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="the memory of ended processes is not known there")
@pytest.mark.parametrize("name", SLOW)
def test_a_document_made_to_take_long_ends_in_time_and_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    subprocess.run([sys.executable, __file__, name, str(path)], check=True)
    measured = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    said, seconds, memory = measured.stdout.splitlines()
    assert said.startswith(("read: ", f"{path}: "))
    assert float(seconds) < SECONDS
    assert int(memory) * (1024 if sys.platform == "linux" else 1) < MEGABYTES * 1024**2


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(SLOW[sys.argv[1]]())
