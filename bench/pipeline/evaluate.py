"""How well a pipeline reads the texts that it was never trained on.

    python bench/pipeline/evaluate.py --corpora DIR PIPELINE...

prints a table for each pipeline. Every sentence is parsed alone from its plain text, as the trainer does it; labels
and heads are compared without punctuation, names by their exact characters and kind.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from corpora import docs_in, one_by_one, plain, pud_test
from sentences import LABELS, named, parts
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from trainer.language.annotator import pipeline

SENTENCES = Path(__file__).parent / "sentences"
BATCH = 64

Names = set[tuple[int, int, str]]


@dataclass(frozen=True)
class Test:
    """Sentences with their gold."""

    name: str
    """What the table calls it."""
    docs: list[Doc]
    """One sentence each, or a few where the corpus says nothing of sentences."""
    kinds: tuple[str, ...]
    """The kinds of name that its annotators marked."""


def tests(corpora: Path, vocab: Vocab) -> Iterator[Test]:
    """Every held-out set, in the order of the table."""
    four = ("PERSON", "ORG", "LOC", "NORP")
    for name, stem, kinds in (
        ("EWT test", "ewt-test", four), ("GUM test", "gum-open-test", LABELS), ("GUM news", "gum-news-devtest", LABELS),
    ):  # fmt: skip
        yield Test(name, [plain(doc) for doc in one_by_one(docs_in(corpora / f"syntax/{stem}.spacy", vocab))], kinds)
    yield Test("PUD last 200", [plain(doc) for doc in pud_test(corpora, vocab)], four[:3])
    yield Test("re3d test", [plain(doc) for doc in docs_in(corpora / "ner/re3d-test.spacy", vocab)], four)
    held = parts(SENTENCES)[2]
    yield Test("own, held out", [named(line, spacy.blank("en").tokenizer) for line in held], LABELS)


def read(nlp: Language, texts: list[str]) -> list[Doc]:
    """Each text parsed as one sentence."""
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    return list(nlp.pipe(docs, batch_size=BATCH))


def syntax_scores(found: list[Doc], gold: list[Doc]) -> dict[str, float]:
    """Accuracy of tags and parts of speech, and of heads without and with their labels, in per cent."""
    examples = [Example(doc, true) for doc, true in zip(found, gold, strict=True)]
    scores = Scorer.score_token_attr(examples, "tag") | Scorer.score_token_attr(examples, "pos")
    scores |= Scorer.score_deps(examples, "dep", getter=lambda token, _: token.dep_.lower(), ignore_labels=("punct",))
    named_as = {"tag": "tag_acc", "pos": "pos_acc", "UAS": "dep_uas", "LAS": "dep_las"}
    return {name: 100 * scores[key] for name, key in named_as.items()}


def names_of(doc: Doc, kinds: tuple[str, ...]) -> Names:
    """The start, end and kind of each name."""
    return {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in kinds}


def name_scores(found: list[Doc], gold: list[Doc], kinds: tuple[str, ...]) -> dict[str, float]:
    """F1 of each kind of name and of all, and of the spans whatever their kind, in per cent."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for doc, answer in zip(found, gold, strict=True):
        open_ended = [(t.idx, t.idx + len(t)) for t in answer if t.ent_iob == 0]
        ours = {n for n in names_of(doc, kinds) if all(n[1] <= a or n[0] >= b for a, b in open_ended)}
        theirs = names_of(answer, kinds)
        for counts, names in ((right, ours & theirs), (said, ours), (true, theirs)):
            counts.update([label for _, _, label in names] + ["all"] * len(names))
        spans = {n[:2] for n in ours}, {n[:2] for n in theirs}
        right["span"] += len(spans[0] & spans[1])
        said["span"] += len(spans[0])
        true["span"] += len(spans[1])
    return {kind: 200 * right[kind] / max(1, said[kind] + true[kind]) for kind in (*kinds, "all", "span")}


def words_a_second(nlp: Language, texts: list[str]) -> float:
    """Words parsed in a second of CPU time, in batches."""
    words = sum(len(nlp.make_doc(text)) for text in texts)
    begun = time.process_time()
    read(nlp, texts)
    return words / (time.process_time() - begun)


def loaded(folder: Path) -> Language:
    """A pipeline of ours or of spaCy's."""
    return pipeline(folder) if (folder / "weights.npz").exists() else spacy.load(folder)


def table(nlp: Language, corpora: Path) -> Iterator[str]:
    """The lines of one pipeline's table."""
    columns = ("tag", "pos", "UAS", "LAS", *LABELS, "all", "span")
    yield f"| test | {' | '.join(columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    for test in tests(corpora, nlp.vocab):
        found = read(nlp, [doc.text for doc in test.docs])
        scores = syntax_scores(found, test.docs) if test.docs[0].has_annotation("DEP") else {}
        scores |= (
            name_scores(found, test.docs, test.kinds) if any(doc.has_annotation("ENT_IOB") for doc in found) else {}
        )
        yield f"| {test.name} | {' | '.join(f'{scores[c]:.1f}' if c in scores else '' for c in columns)} |"
        if test.name == "EWT test":
            speed = words_a_second(nlp, [doc.text for doc in test.docs])
    yield f"\n{speed:,.0f} words a second of CPU."


def main() -> None:
    """A table for each pipeline named."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--corpora", type=Path, required=True)
    asked.add_argument("pipelines", nargs="+")
    given = asked.parse_args()
    for path in given.pipelines:
        for line in (f"\n### {Path(path).name}\n", *table(loaded(Path(path)), given.corpora)):
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
