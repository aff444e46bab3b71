"""The training and test sets: open treebanks and named-entity corpora, and sentences of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

PUD_TRAINED = 800
"""Of PUD's thousand sentences the first so many are trained on; the rest are a test."""

MOST_WORDS = 60
"""Of a text with names alone; a longer one is cut."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def docs_in(path: Path, vocab: Vocab) -> list[Doc]:
    """The documents of one file."""
    return list(DocBin().from_disk(path).get_docs(vocab))


def save(docs: Iterable[Doc], path: Path) -> None:
    """The documents as one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)


def one_by_one(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Each sentence as a document of its own, as the trainer parses them."""
    for doc in docs:
        for sentence in doc.sents:
            yield sentence.as_doc()


def plain(doc: Doc) -> Doc:
    """The document with straight quotes and dashes, as the trainer reads it; of its morphology the parts of speech."""
    known = {"tags": [t.tag_ for t in doc], "pos": [t.pos_ for t in doc]} if doc.has_annotation("TAG") else {}
    if doc.has_annotation("DEP"):
        known |= {"heads": [t.head.i for t in doc], "deps": [t.dep_ for t in doc]}
    words = [token.text.translate(_PLAIN) for token in doc]
    made = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc], **known)
    ents = [Span(made, ent.start, ent.end, label=ent.label) for ent in doc.ents]
    unknown = [Span(made, token.i, token.i + 1) for token in doc if token.ent_iob == 0]
    made.set_ents(ents, missing=unknown, default="outside")
    return made


def syntax_sets(corpora: Path, vocab: Vocab) -> list[Doc]:
    """Parsed sentences to train on, each alone; those of PUD with the names that it does not mark left open."""
    folder = corpora / "syntax"
    train = [*docs_in(folder / "ewt-train.spacy", vocab), *docs_in(folder / "gum-open-train.spacy", vocab)]
    pud = docs_in(folder / "pud-test.spacy", vocab)[:PUD_TRAINED]
    return [*(plain(doc) for doc in one_by_one(train)), *(unsure(plain(doc)) for doc in pud)]


def pud_test(corpora: Path, vocab: Vocab) -> list[Doc]:
    """The sentences of PUD that are never trained on."""
    return docs_in(corpora / "syntax/pud-test.spacy", vocab)[PUD_TRAINED:]


def unsure(doc: Doc) -> Doc:
    """The document with what looks like a name and is marked as none left open: PUD marks no peoples and no events."""
    loose = [t for t in doc if not t.ent_type_ and t.text[:1].isupper() and (t.pos_ == "PROPN" or t.tag_ == "JJ")]
    missing = [Span(doc, token.i, token.i + 1) for token in loose]
    unknown = [Span(doc, token.i, token.i + 1) for token in doc if token.ent_iob == 0]
    doc.set_ents(list(doc.ents), missing=[*missing, *(s for s in unknown if s not in missing)], default="outside")
    return doc


def names_to_learn(corpora: Path, vocab: Vocab) -> Iterator[Doc]:
    """Texts with names alone, cut where they are long; our own sentences are not among them."""
    for name in ("ner/wikigold", "ner/btc-e", "ner/btc-g", "ner_aug/aug", "ner/re3d-train", "ner/re3d-train"):
        for doc in docs_in(corpora / f"{name}.spacy", vocab):
            for start in range(0, len(doc), MOST_WORDS):
                yield plain(doc[start : start + MOST_WORDS].as_doc())


def name_stock(corpora: Path, vocab: Vocab) -> list[Doc]:
    """Documents whose names of persons, organizations, places and peoples may stand for others of their kind."""
    stock = [doc for name in ("re3d-train", "wikigold") for doc in docs_in(corpora / f"ner/{name}.spacy", vocab)]
    for doc in stock:
        doc.set_ents([ent for ent in doc.ents if ent.label_ != "MISC"])
    return stock
