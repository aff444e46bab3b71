"""Several briefs are read one after the other, and a bad one stops no other."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from papers import docx, para

from trainer.briefs import Brief, Reading, read_briefs, read_stream_brief
from trainer.errors import BriefRefused

TEXT = "5 April 2024\n\nThe dam held."
TODAY = dt.date(2024, 6, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "c.docx").write_bytes(docx(para("5 April 2024") + para("The lock held.")))
    (tmp_path / "d.pdf").write_bytes(b"no PDF")
    (tmp_path / "e.csv").write_text("1,2")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "~$c.docx").write_text("lock")
    (tmp_path / "sub.txt").mkdir()
    return tmp_path


def outcomes(readings: list[Reading]) -> list[tuple[str, str]]:
    return [(r.path.name, r.outcome.id if isinstance(r.outcome, Brief) else "refused") for r in readings]


def test_a_folder_is_read_by_name_and_what_is_not_read_is_named_once(folder: Path) -> None:
    readings = list(read_briefs([folder], today=TODAY))
    assert outcomes(readings) == [("a.md", "a"), ("b.txt", "b"), ("c.docx", "c"), ("d.pdf", "refused")]
    findings = [str(finding) for reading in readings for finding in reading.findings]
    assert findings == [
        f"{folder}: Not read: e.csv, sub.txt. Save what should be learned as text, Markdown, HTML, DOCX or PDF."
    ]


def test_the_order_in_which_briefs_are_named_changes_nothing(folder: Path) -> None:
    paths = [folder / "c.docx", Path("-"), folder / "gone.txt", folder / "a.md"]
    forth, back = (
        outcomes(list(read_briefs(order, stdin=io.BytesIO(b"The dam\n\nIt held."), today=TODAY)))
        for order in (paths, paths[::-1])
    )
    assert forth == back == [("a.md", "a"), ("c.docx", "c"), ("gone.txt", "refused"), ("-", "the-dam")]


def test_progress_is_told_before_each_and_at_the_end(folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    paths = [folder / "a.md", folder / "gone.txt", folder / "a.md"]
    readings = list(read_briefs(paths, on_progress=lambda *step: told.append(step), today=TODAY))
    assert outcomes(readings) == [("a.md", "a"), ("gone.txt", "refused")]
    assert told == [(0, 2, str(paths[0])), (1, 2, str(paths[1])), (2, 2, "")]


def test_a_folder_without_a_brief_is_refused(tmp_path: Path) -> None:
    (reading,) = read_briefs([tmp_path])
    assert str(reading.outcome) == (
        f"{tmp_path}: this folder holds no brief. Save what should be learned as text, Markdown, HTML, DOCX or PDF."
    )


def test_cancelling_ends_the_reading_between_files(folder: Path) -> None:
    asked = iter((False, False, True))
    assert outcomes(list(read_briefs([folder], cancelled=lambda: next(asked)))) == [("a.md", "a"), ("b.txt", "b")]


def test_standard_input_is_named_after_its_title() -> None:
    stream = io.BytesIO(b"# The dam in spring\n\n5 April 2024\n\nThe *dam* held.")
    (reading,) = read_briefs([Path("-")], stdin=stream, today=TODAY)
    brief = reading.outcome
    assert isinstance(brief, Brief)
    assert (brief.id, brief.file, brief.passages[0].text) == ("the-dam-in-spring", "-", "The dam held.")
    assert reading.findings == ()


def test_two_texts_without_a_title_on_standard_input_have_ids_of_their_own() -> None:
    first, again, second = (
        read_stream_brief(io.BytesIO(b"- The dam held in " + month))[0].id for month in (b"May.", b"May.", b"June.")
    )
    assert (first == again, first == second, first[:5]) == (True, False, "text-")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "standard input: the file is empty"),
        (b"%PDF-1.4", "standard input: this is a PDF, and no text"),
        (b"\xff\xfe\x00", "standard input: this is not UTF-16"),
        (b"word " * 900_000, "standard input: it is larger than 4 MiB"),
    ],
)
def test_a_bad_stream_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(BriefRefused, match=message):
        read_stream_brief(io.BytesIO(content))


def test_two_briefs_of_one_id_are_told_apart_by_a_finding(tmp_path: Path) -> None:
    paths = [tmp_path / "dam.txt", tmp_path / "dam.md"]
    for path in paths:
        path.write_text(TEXT)
    _, second = read_briefs(paths, today=TODAY)
    assert str(second.findings[0]).startswith(f"{paths[0]}: Its id 'dam' is also that of {paths[1]}. ")
