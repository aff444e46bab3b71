"""Our own sentences, annotated inline as `{words|LABEL}`: the parts kept apart, and copies with other names."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import plain
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

LABELS = ("PERSON", "ORG", "LOC", "NORP", "MISC")
"""What the network learns; DATE and COUNT are left to rules."""

EVERY = 6
"""Of each file's titled blocks every sixth is a test, and the third of every six chooses the best epoch."""

EXCHANGED = 0.7
"""Of the names in a copy, so many are exchanged."""

_MARKED = re.compile(r"\{([^{}|]+)\|([A-Z]+)\}")


def blocks(folder: Path) -> Iterator[tuple[int, list[str]]]:
    """The running number of each titled block over all files, and its sentences."""
    number = -1
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"^# .*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            number += 1
            yield number, [line for line in part.splitlines() if line.strip()]


def parts(folder: Path) -> tuple[list[str], list[str], list[str]]:
    """The annotated sentences to train on, to choose with, and to test with."""
    kept: tuple[list[str], list[str], list[str]] = ([], [], [])
    for number, lines in blocks(folder):
        kept[{EVERY - 1: 2, 2: 1}.get(number % EVERY, 0)].extend(lines)
    return kept


def unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The sentence without its marks, and the start, end and label of each.

    >>> unmarked("In {Gao|LOC} it rained.")
    ('In Gao it rained.', [(3, 6, 'LOC')])
    """
    text, spans, last = "", [], 0
    for mark in _MARKED.finditer(line):
        text += line[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2]))
        text, last = text + mark[1], mark.end()
    return text + line[last:], spans


def named(line: str, tokenizer: Tokenizer) -> Doc:
    """The sentence with its names, as the tokenizer cuts it."""
    text, spans = unmarked(line)
    doc = tokenizer(text)
    found = [doc.char_span(a, b, label=label, alignment_mode="expand") for a, b, label in spans if label in LABELS]
    doc.set_ents([span for span in found if span is not None], default="outside")
    return plain(doc)


def with_other_names(docs: Iterable[Doc], stock: Iterable[Doc], seed: int) -> Iterator[Doc]:
    """Each document with most of its names exchanged for names of the same kind, from the stock or from each other."""
    docs, rng = list(docs), random.Random(seed)  # noqa: S311 - augmentation, not secrets
    names: dict[str, list[str]] = {label: [] for label in LABELS}
    for ent in (ent for doc in [*docs, *stock] for ent in doc.ents):
        if ent.text[:1].isupper():
            names[ent.label_].append(ent.text)
    for doc in docs:
        if doc.ents:
            yield _exchanged(doc, names, rng)


def _exchanged(doc: Doc, names: dict[str, list[str]], rng: random.Random) -> Doc:
    words, spaces, spans, at = [], [], [], 0
    for ent in doc.ents:
        words += [token.text for token in doc[at : ent.start]]
        spaces += [bool(token.whitespace_) for token in doc[at : ent.start]]
        other = rng.choice(names[ent.label_]) if rng.random() < EXCHANGED else ent.text
        pieces = other.split(" ")
        spans.append((len(words), len(words) + len(pieces), ent.label_))
        words += pieces
        spaces += [True] * (len(pieces) - 1) + [bool(ent[-1].whitespace_)]
        at = ent.end
    words += [token.text for token in doc[at:]]
    spaces += [bool(token.whitespace_) for token in doc[at:]]
    made = Doc(doc.vocab, words=words, spaces=spaces)
    made.set_ents([Span(made, a, b, label=label) for a, b, label in spans], default="outside")
    return made
