"""The one command that makes the bundled language pipeline.

    python bench/pipeline/train.py --corpora ../shared/corpora --out /tmp/pipeline

writes DIR/pipeline (to be copied to trainer/language/pipeline) and DIR/RESULTS.md. It needs spaCy, lemminflect and the
corpora (`ner_aug` among them holds names of GeoNames already), and on one quiet core about three quarters of an hour.
`--step NAME` makes one of the lesser pipelines that bench/PIPELINE.md compares.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import spacy
from corpora import name_sets, name_stock, save, syntax_sets
from evaluate import SENTENCES, table
from sentences import named, parts, with_other_names
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training.initialize import init_nlp
from spacy.training.loop import train

HERE = Path(__file__).parent

META = {
    "name": "trainer",
    "version": "1.0.0",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.11,<3.9.0",
    "description": "Tags, dependencies and names of English sentences; ATTRIBUTION.md names the corpora.",
}


@dataclass(frozen=True)
class Step:
    """One of the pipelines that are compared."""

    width: int
    """Of both networks."""
    pud: bool
    """Whether PUD's first sentences are trained on."""
    words: bool
    """Whether copies of sentences with other verbs and nouns are."""
    own: bool
    """Whether our own sentences are."""


STEPS = {
    "narrow": Step(96, pud=False, words=False, own=False),
    "wider": Step(128, pud=False, words=False, own=False),
    "pud": Step(128, pud=True, words=False, own=False),
    "words": Step(128, pud=True, words=True, own=False),
    "sentences": Step(128, pud=True, words=True, own=True),
}
"""Each adds one thing to the step before; the last is what ships."""


def main() -> None:
    """Convert, train both networks, put them together, measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--corpora", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--step", choices=STEPS, default="sentences")
    asked.add_argument("--updates", type=int, default=0, help="Train both networks for less than their files say.")
    given = asked.parse_args()
    step = STEPS[given.step]
    syntax = syntax_sets(given.corpora, spacy.blank("en").vocab, pud=step.pud, words=step.words)
    for name, material in {"syntax": syntax, "names": name_material(given.corpora, step)}.items():
        fit(name, step.width, material, given.updates, given.out)
    assemble(given.out / "syntax" / "model-best", given.out / "names" / "model-best", given.out / "pipeline")
    lines = table(spacy.load(given.out / "pipeline"), given.corpora)
    (given.out / "RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def name_material(corpora: Path, step: Step) -> tuple[list[Doc], list[Doc]]:
    """What the network of names learns from, and what chooses; our sentences twice, and six times with other names."""
    nlp = spacy.blank("en")
    learned, chosen = name_sets(corpora, nlp.vocab, pud=step.pud)
    if not step.own:
        return learned, chosen
    own, own_chosen, _ = ([named(line, nlp.tokenizer) for line in lines] for lines in parts(SENTENCES))
    stock = name_stock(corpora, nlp.vocab)
    others = [doc for seed in range(1, 7) for doc in with_other_names(own, stock, seed)]
    return [*learned, *own, *own, *others], [*chosen, *own_chosen]


def fit(name: str, width: int, material: tuple[list[Doc], list[Doc]], updates: int, out: Path) -> None:
    """Train the network of NAME.cfg and leave it in OUT/NAME."""
    folder = out / name
    for docs, part in zip(material, ("train", "dev"), strict=True):
        save(docs, folder / f"{part}.spacy")
    given = {
        "paths.train": str(folder / "train.spacy"),
        "paths.dev": str(folder / "dev.spacy"),
        "components.tok2vec.model.encode.width": width,
    }
    if updates:
        given |= {"training.max_steps": updates, "training.optimizer.learn_rate.total_steps": updates}
    config = util.load_config(HERE / f"{name}.cfg", overrides=given, interpolate=False)
    nlp = init_nlp(util.load_model_from_config(config, auto_fill=True).config)
    train(nlp, folder, stdout=sys.stdout, stderr=sys.stderr)


def assemble(syntax: Path, names: Path, out: Path) -> Language:
    """Both networks in one pipeline, with no string in its vocabulary but the labels."""
    nlp, other = spacy.load(syntax), spacy.load(names)
    other.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=other)
    nlp.meta.update(META)
    nlp.meta["performance"] = {}
    for section in ("paths", "corpora", "training", "initialize"):
        nlp.config[section] = {}
    nlp.to_disk(out)
    forget_words(nlp, out)
    return nlp


def forget_words(nlp: Language, out: Path) -> None:
    """Keep the labels alone of the strings: words are hashed, and a list of them would tell what was read."""
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    labels |= {part for label in labels for part in label.split("||")}
    (out / "vocab" / "strings.json").write_text(json.dumps(sorted(labels), indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
