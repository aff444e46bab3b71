"""No text, however odd, brings a traceback, unsafe text or a long wait."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from trainer.briefs import Brief, parse_brief, read_brief
from trainer.errors import BriefRefused, Finding
from trainer.text import clean

MEBIBYTE = 1024 * 1024
SECONDS = 8.0
"""Of processor time: four times the longest measured on an idle machine; a quadratic step takes minutes."""

PIECES = (
    "+++\n", "---\n", "title: ", "date = ", "id = 'x'\n", "TLP:RED\n", "- ", "* ", "1. ", "(a) ", "\n", "\n\n", "# ",
    "GENEVA, 3 March 2024 - ", "21 June 2023\n", "Photo: x", "By Jane Doe\n", "[^a]: ", "|a|b|\n|-|-|\n", "```\n",
    "<div>\n", "&#8238;", "\x1b", "\u2028", "\ufeff", "\u00ad", "word-\n", "Summary\n", "**b**\n", "    ", "[", "](",
    "IntelBrief: Title\n", ".", "A sentence here.", " | ", "\ud800", "\x0c",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)
names = st.sampled_from(["brief.txt", "brief.md"])


def is_sound(brief: Brief) -> bool:
    """Whether every passage is numbered, safe, on one line and not empty."""
    shown = [brief.title, brief.publisher, brief.marking, *(p.text for p in brief.passages)]
    shown += [passage.heading for passage in brief.passages]
    return (
        [passage.number for passage in brief.passages] == list(range(1, len(brief.passages) + 1))
        and all(passage.text.strip() for passage in brief.passages)
        and all(text == clean(text) and "\n" not in text and "\u00a0" not in text for text in shown)
    )


def is_sound_or_refused(read: Callable[[], tuple[Brief, tuple[Finding, ...]]]) -> bool:
    try:
        brief, findings = read()
    except BriefRefused as refused:
        return "\n" not in str(refused)
    return is_sound(brief) and all("\n" not in str(finding) for finding in findings)


@settings(max_examples=400, deadline=None)
@given(texts, names)
@example("---\n: \n---\n", "brief.md")
@example("- word-\n1. &#8238;A+++\n¹", "brief.md")
@example("+++\ndate = 2023-06-21T10:00:00\n+++\nText.", "brief.txt")
def test_any_text_is_read_soundly_or_refused_in_one_line(text: str, name: str) -> None:
    assert is_sound_or_refused(lambda: parse_brief(text, name))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), texts.map(lambda text: text.encode("utf-16", "replace"))), names)
def test_any_bytes_are_read_soundly_or_refused_in_one_line(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert is_sound_or_refused(lambda: read_brief(tmp_path / name))


@settings(max_examples=100, deadline=None)
@given(texts, names)
def test_the_same_text_gives_the_same_brief(text: str, name: str) -> None:
    try:
        first = parse_brief(text, name)
    except BriefRefused:
        return
    assert parse_brief(text, name) == first


def is_quick(text: str, name: str) -> bool:
    start = time.process_time()
    with contextlib.suppress(BriefRefused):
        parse_brief(text, name)
    return time.process_time() - start < SECONDS


@pytest.mark.long
@pytest.mark.parametrize("name", ["brief.txt", "brief.md"])
@pytest.mark.parametrize(
    "unit",
    ["word ", "word word\n", "Word word.\n\n", "- word word\n", "\n", "A", "A ", "Ab: ", "govern-\n", "TLP:RED\n",
     "[", "![", "*", "**a ", "`", "<", "<a ", "](", "a*b_", "&", "[a](", "> ", "- ", "|", "[^a]: b\n", "1. ", "(",
     "\x1b", "\u00ad", "3 March 2024 ", "GENEVA, ", "By Ab ", "---\n", ".[1]", "\ud800"],
)  # fmt: skip
def test_any_unit_without_end_takes_seconds_at_most(unit: str, name: str) -> None:
    for size in (19_000, 4 * MEBIBYTE):
        assert is_quick(unit * (size // len(unit)), name)


@pytest.mark.long
def test_a_brief_of_100_000_wrapped_lines_is_one_passage() -> None:
    brief, _ = parse_brief("word and word again\n" * 100_000, "brief.txt")
    assert len(brief.passages) == 1


def test_more_paragraphs_than_a_brief_has_are_refused_with_their_number() -> None:
    with pytest.raises(BriefRefused, match="it has 20,001 paragraphs and headings, and a brief may have 20,000"):
        parse_brief("A sentence.\n\n" * 20_001, "brief.txt")


def test_markup_without_end_is_refused_with_its_number() -> None:
    with pytest.raises(BriefRefused, match=r"it has 100,000 opening brackets, and a Markdown brief may have 20,000"):
        parse_brief("[" * 100_000, "brief.md")
