"""What goes back to earlier text, as GUM tells it: its coreference, bridging and information status.

GUM is read from a checkout of github.com/amir-zeldes/gum, its genres under free licences alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora import plain
from passages import Passage, Status
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from trainer.language.phrases import head_of, heads_phrase

GENRES = ("academic", "bio", "court", "interview", "news", "voyage")
LEFT_OUT = "court_carpet"
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|\s]*)")
_BRIDGE = re.compile(r"(?:^|\|)Bridge=([^|\s]*)")
_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclass(frozen=True)
class _Phrase:
    start: int
    end: int
    thing: str
    status: str
    link: str


def passages(folder: Path, vocab: Vocab, *, unseen: bool = False) -> Iterator[Passage]:
    """The documents to learn from, or those that the corpus keeps apart, each as one passage."""
    apart = (folder / "splits.md").read_text("utf-8").partition("## train")[0]
    kept_apart = set(re.findall(r"GUM_\w+", apart))
    paths = [path for genre in GENRES for path in sorted((folder / "dep").glob(f"GUM_{genre}_*.conllu"))]
    if not paths:
        raise SystemExit(f"train: {folder} holds no dep/GUM_*.conllu")
    for path in paths:
        if LEFT_OUT not in path.name and (path.stem in kept_apart) == unseen:
            yield _passage(path, vocab)


def _passage(path: Path, vocab: Vocab) -> Passage:
    rows: list[list[str]] = []
    heads: list[int] = []
    sentences: list[int] = []
    for number, block in enumerate(path.read_text("utf-8").split("\n\n")):
        first = len(rows)
        told = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows += [row for row in told if row[0].isdigit()]
        heads += [first + int(row[6]) - 1 if row[6] != "0" else n for n, row in enumerate(rows[first:], first)]
        sentences += [number] * (len(rows) - first)
    doc = plain(Doc(
        vocab, [row[1] for row in rows], tags=[row[4] for row in rows], pos=[row[3] for row in rows],
        heads=heads, deps=[row[7] for row in rows],
    ))  # fmt: skip
    return _told(doc, sentences, [row[9] for row in rows])


def _told(doc: Doc, sentences: list[int], notes: list[str]) -> Passage:
    """The passage with what the last column says."""
    leans_on = {later: earlier for note in notes if (found := _BRIDGE.search(note))
                for earlier, _, later in (pair.partition("<") for pair in found[1].split(",")) if later}  # fmt: skip
    numbers: dict[str, int] = {}
    heads = [heads_phrase(token) for token in doc]
    status, things, owners = ([-1] * len(doc) for _ in range(3))
    for at in sorted(_phrases(notes), key=lambda phrase: phrase.start - phrase.end):
        n = head_of(doc[at.start : at.end]).i
        heads[n] = True
        things[n] = numbers.setdefault(at.thing, len(numbers))
        status[n] = _status(at)
        owner = leans_on.get(at.thing)
        leaning = owner is not None and status[n] == Status.LEANS
        owners[n] = numbers.setdefault(owner, len(numbers)) if leaning and owner else -1
    for token in doc:
        if status[token.i] < 0 and token.tag_ == "PRP" and token.lower_ == "it":
            status[token.i], heads[token.i] = Status.EMPTY, True
    return Passage([t.text for t in doc], sentences, heads, status, things, owners, [is_loose(t) for t in doc])


def is_loose(token: Token) -> bool:
    """Whether what a word means is to be found in the text: it is no name."""
    return token.pos_ != "PROPN"


def _status(at: _Phrase) -> Status:
    if at.link == "disc":
        return Status.TOLD
    if at.status.startswith("giv:"):
        return Status.AGAIN
    return Status.LEANS if at.status == "acc:inf" else Status.AGAIN if at.status == "acc:aggr" else Status.FRESH


def _phrases(notes: list[str]) -> Iterator[_Phrase]:
    """Each phrase that is marked, as the brackets close."""
    opened: list[tuple[list[str], int]] = []
    for at, note in enumerate(notes):
        marked = _ENTITY.search(note)
        for part in _BRACKET.finditer(marked[1]) if marked else ():
            told = (part[1] or part[3]).split("-")
            if part[1]:
                opened.append((told, at))
            if part[1] and not part[2]:
                continue
            known = [n for n, (group, _) in enumerate(opened) if group[0] == told[0]]
            if known:
                group, start = opened.pop(known[-1])
                yield _Phrase(start, at + 1, group[0], group[2], group[6])
