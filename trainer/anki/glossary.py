"""Glossaries: terms as headings, and under each its definition, as long as that may be."""

from __future__ import annotations

import re

_HEADING = re.compile(r"#{2,6}\s+(?:\d{1,6}\\?[.)]\s+)?(.+)")
_LIST = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s|\s*[>|]")
_LEAST_TERMS = 3
_MOST_WORDS = 5
_NO_TERM_BEGINS = frozenset({"the", "a", "an", "in", "what", "why", "how", "who", "when", "where", "next"})
_SECTIONS = frozenset({
    "summary", "executive summary", "overview", "background", "context", "introduction", "key points", "key findings",
    "key judgments", "key judgements", "key facts", "analysis", "assessment", "comment", "outlook", "conclusion",
    "conclusions", "recommendations", "implications", "consequences", "sources", "references", "timeline", "chronology",
    "reactions", "reaction", "response", "impact", "risks", "developments", "current situation", "situation",
    "casualties", "damage", "details", "discussion", "findings", "scope", "caveats", "methodology",
})  # fmt: skip
"""What parts of a brief are called."""


def is_glossary(text: str) -> bool:
    """Whether a Markdown text is headings that are terms, each with one paragraph and no list under it."""
    lines = text.split("\n")
    places = [place for place, line in enumerate(lines) if _HEADING.match(line)]
    if len(places) < _LEAST_TERMS:
        return False
    bodies = [lines[at + 1 : end] for at, end in zip(places, [*places[1:], len(lines)], strict=True)]
    terms = [found[1] for line in lines if (found := _HEADING.match(line))]
    return all(map(_is_term, terms)) and all(map(_is_one_paragraph, bodies))


def _is_term(heading: str) -> bool:
    words = heading.strip().casefold().split()
    if not 1 <= len(words) <= _MOST_WORDS or words[0] in _NO_TERM_BEGINS:
        return False
    return " ".join(words).rstrip(":") not in _SECTIONS


def _is_one_paragraph(lines: list[str]) -> bool:
    paragraphs = [part for part in re.split(r"\n\s*\n", "\n".join(lines).strip()) if part]
    return len(paragraphs) == 1 and not any(map(_LIST.match, lines))
