"""What cannot be a brief is refused in one line: where, what, what to do."""

from __future__ import annotations

import codecs
import hashlib
import os
import sys
from pathlib import Path

import pytest

from trainer.briefs import parse_brief, read_brief
from trainer.errors import BriefRefused


def refusal(path: Path) -> str:
    with pytest.raises(BriefRefused) as refused:
        read_brief(path)
    text = str(refused.value)
    assert text.startswith(f"{path}: ")
    assert "\n" not in text
    assert refused.value.remedy
    return text.removeprefix(f"{path}: ")


def written(folder: Path, content: bytes, name: str = "brief.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "there is no such file. Check the path."


def test_a_folder_is_no_brief(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "this is a folder. Name the brief's file in it."


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, b"A sentence.")
    path.chmod(0)
    assert refusal(path) == "you may not read this file. Ask for the right to read it, or copy it."


def test_a_right_that_is_missing_is_named_to_the_superuser_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, b"A sentence.")
    monkeypatch.setattr(Path, "open", deny)
    assert refusal(path) == "you may not read this file. Ask for the right to read it, or copy it."


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "nul\0.txt"])
def test_a_path_that_the_system_rejects_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BriefRefused, match=r"it cannot be read \(.+\)\. Check the path\.$"):
        read_brief(tmp_path / name)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused_unread(device: str) -> None:
    assert refusal(Path(device)) == "this is a device or a pipe and no file. Save its text in a file and read that."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").startswith("this is a device or a pipe")


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    assert refusal(path) == ("it is larger than 4 MiB, the most that a brief may have. Save only the text to learn.")


@pytest.mark.long
def test_a_file_of_exactly_4_mebibytes_is_read(tmp_path: Path) -> None:
    content = (b"A sentence of the brief. " * 170_000)[: 4 * 1024 * 1024]
    assert len(read_brief(written(tmp_path, content))[0].passages) == 1
    assert refusal(written(tmp_path, content + b".")).startswith("it is larger than 4 MiB")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty."),
        (b" \n\t\r\n ", "the file holds only white space."),
        (codecs.BOM_UTF8, "the file is empty."),
        ("\u00a0\u2003\n".encode(), "the file holds only white space."),
        (b"# A heading alone\n", "it has no passages to ask about."),
        (b"--- *** 12", "it has no passages to ask about."),
    ],
)
def test_a_file_with_nothing_to_ask_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    assert refusal(written(tmp_path, content)).startswith(message)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Office document (DOC, XLS, PPT)"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    ],
)
def test_a_known_format_is_named_and_the_way_out_too(tmp_path: Path, content: bytes, kind: str) -> None:
    assert refusal(written(tmp_path, content)) == (
        f"this is {kind}, which is not read. Save it as plain text or Markdown and read that."
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7 \xe2\xe3", "this is a PDF, and no text. Let its name end in .pdf."),
        (
            b"PK\x03\x04\x14\x00",
            (
                "this is a ZIP archive, as DOCX, ODT and EPUB files are, and no text. "
                "If it is a DOCX, let its name end in .docx."
            ),
        ),
        (b"\n<!DOCTYPE html><p>text", "this is HTML, and no plain text. Let its name end in .html."),
        (b"<html><body>text", "this is HTML, and no plain text. Let its name end in .html."),
    ],
)
def test_a_format_that_is_read_under_another_ending_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    assert refusal(written(tmp_path, content)) == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Good text, then \xff.", "this is not UTF-8: the byte at offset 16 cannot be decoded."),
        (codecs.BOM_UTF8 + b"Text \xe9.", "this is not UTF-8: the byte at offset 8 cannot be decoded."),
        ("Café.".encode("latin-1"), "this is not UTF-8: the byte at offset 3 cannot be decoded."),
        (codecs.BOM_UTF16_LE + b"T\x00\x00\xd8", "this is not UTF-16: the byte at offset 4 cannot be decoded."),
        (b"Text\0with NUL.", "this is no text: it has NUL characters."),
        (b"\x00\x01\xfe\xff", "this is no text: the byte at offset 2 cannot be decoded."),
        (b"\x1b[31m" * 2_000, "this is no text: it has 2,000 control characters."),
    ],
)
def test_bytes_that_are_no_text_are_refused_at_their_offset(tmp_path: Path, content: bytes, message: str) -> None:
    assert refusal(written(tmp_path, content)).startswith(message)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_with_its_mark_is_read(tmp_path: Path, encoding: str) -> None:
    bom = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    content = bom + ("Türkiye’s losses – 50,096.\r\n\r\n" * 200).encode(encoding)
    brief, _ = read_brief(written(tmp_path, content))
    assert {passage.text for passage in brief.passages} == {"Türkiye’s losses – 50,096."}
    assert brief.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "text", ["It cost €4 million – “too much”, he said.", "The café in São Paulo reopened – twice."]
)
def test_windows_1252_is_read_with_a_finding(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, f"5 May 2024\r\n\r\n{text}\r\n".encode("cp1252"))
    brief, findings = read_brief(path)
    assert [passage.text for passage in brief.passages] == [text]
    assert [str(finding) for finding in findings] == [
        (
            f"{path}: It is not UTF-8 and was read as Windows-1252, an older encoding. "
            "Check its accents and quotes, or save it as UTF-8."
        )
    ]


@pytest.mark.parametrize("name", ["brief", "brief.txt", "BRIEF.TXT", "brief.md", "brief.Markdown"])
def test_a_known_ending_is_read(tmp_path: Path, name: str) -> None:
    assert read_brief(written(tmp_path, b"A sentence.", name))[0].passages[0].text == "A sentence."


def test_an_unknown_ending_is_refused_and_the_known_are_listed(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"a,b", "brief.csv")) == (
        "files ending in .csv are not read. "
        "Save it as one of .docx, .htm, .html, .markdown, .md, .pdf, .text, .txt, .xhtml."
    )


def test_a_hostile_file_name_is_made_safe_in_the_message() -> None:
    with pytest.raises(BriefRefused) as refused:
        parse_brief("", "a\x1b[2J\nb.txt")
    assert (
        str(refused.value) == "a␛[2J b.txt: it has no passages to ask about. Put at least one sentence under the title."
    )
