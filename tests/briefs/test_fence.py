"""Documents are read by a process of their own that can be ended at any time."""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from papers import docx, para

from trainer.briefs import document, read_brief
from trainer.briefs.block import Block, Heading
from trainer.briefs.brief import Form
from trainer.briefs.document import Document, LeftOut
from trainer.briefs.fence import read_document
from trainer.briefs.front import Front
from trainer.errors import BriefRefused
from trainer.fence import Cancelled, Limits, inside, process

DOCX = docx(para("The dam held."))


def test_a_document_comes_over_the_pipe_as_it_was() -> None:
    whole = Document(
        (Heading("A title", 1), Block(Form.BULLET, ("Größe “5”", "two"), 3)),
        Front(title="T", publisher="P"),
        Front(date=None),
        (LeftOut("table", 2, 7),),
    )
    assert document.from_json(json.loads(document.to_json(whole))) == whole


def test_what_comes_over_the_pipe_is_made_safe() -> None:
    data = json.loads(
        document.to_json(Document((Heading("a\x1b]0;b\x07\n", 1), Block(Form.PARAGRAPH, ("\u202ec",), 1))))
    )
    assert document.from_json(data).parts == (Heading("a␛]0;b␇", 1), Block(Form.PARAGRAPH, ("c",), 1))


def test_more_text_than_a_brief_may_have_is_refused() -> None:
    with pytest.raises(BriefRefused, match="4,000,001 characters of text"):
        document.to_json(Document((Heading("a" * 4_000_001, 1),)))


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import time; time.sleep(60)", "it takes too long to read"),
        ("while True: pass", "it takes too long to read"),
        ("import os; os.abort()", "its reader gave up on it"),
        ("print('no JSON')", "its reader gave up on it"),
        ("print('[' * 100000)", "its reader gave up on it"),
        ("print('{\"parts\": [[1]]}')", "its reader gave up on it"),
        ('print(\'{"broken": "E: x\\\\ny"}\')', r"damaged or no such file \(E: x y\)"),
        ("print('{\"too_large\": true}')", "needs too much memory"),
        ("print('x' * 40_000_000)", "it takes too long to read|gave up"),
        ("import sys; sys.exit(3)", "its reader gave up on it"),
        ("print('{}' + '\\x1f' * 16_000_001)", "its reader gave up on it"),
    ],
)
def test_whatever_the_child_does_the_refusal_is_one_line(
    program: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_PROGRAM", program)
    with pytest.raises(BriefRefused, match=message) as refused:
        read_document(DOCX * 200, "docx", "brief.docx", limits=Limits(seconds=0.6 if "too long" in message else 30))
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith("brief.docx: ")


def test_texts_may_follow_the_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_PROGRAM", r"print('{\"a\": \"\\u001f\"}\x1fone \"text\"\x1f\x1fé', end='')")
    said = process.read_fenced("reader", b"", "file", BriefRefused)
    assert said == {"a": "\x1f", "texts": ['one "text"', "", "é"]}


def test_a_reading_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_PROGRAM", "import time; time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        read_document(DOCX, "docx", "brief.docx", lambda: time.monotonic() > begun + 0.2)
    assert time.monotonic() - begun < 5


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        ("bytearray(600 * 1024**2)", "MemoryError"),
        ("os.write(os.open(sys.argv[1] + '/x', os.O_CREAT | os.O_WRONLY), b'x')", "OSError"),
        ("[open('/dev/null') for _ in range(40)]", "OSError"),
    ],
)
def test_the_limits_hold(attempt: str, error: str, tmp_path: Path) -> None:
    import subprocess

    program = (
        "import os, signal, sys; from trainer.fence.inside import limit; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"limit(512 * 1024**2, 8)\ntry: {attempt}\nexcept {error}: print('held')"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)
    assert ended.stdout == "held\n"


def test_the_child_loads_no_language_pipeline_and_no_screen() -> None:
    import subprocess

    program = (
        "import sys; from trainer.briefs import fenced; from trainer.fence import inside; "
        "print([m for m in sys.modules if m in sys.argv[1:]])"
    )
    heavy = ["spacy", "textual", "pydantic", "numpy", "markdown_it", "apsw"]
    ended = subprocess.run([sys.executable, "-c", program, *heavy], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_a_text_is_read_without_a_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_PROGRAM", "raise SystemExit")
    path = tmp_path / "brief.txt"
    path.write_text("The dam held.")
    assert read_brief(path)[0].passages[0].text == "The dam held."


def test_the_child_answers_for_every_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def said(content: bytes, format_: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(inside.answer("trainer.briefs.fenced", io.BytesIO(content), format_))
        return answer

    assert said(b"x", "docx")["refused"][0].startswith("this is no DOCX")
    assert said(b"", "nothing")["broken"].startswith("ModuleNotFoundError")
