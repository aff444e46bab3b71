"""The spaCy pipeline that parses: the bundled one, or one that the user names."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from trainer.errors import TrainerError
from trainer.language.annotator import pipeline
from trainer.language.lexicon import lemmas_as
from trainer.transformer.bundled import FOLDER

LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "NORP": "NORP",
    "MISC": "MISC", "EVENT": "MISC", "LAW": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC",
}  # fmt: skip
"""What pipelines call a name, and what the rest of the trainer calls it; any other label is none of a name."""

_RELATIONS = {"nsubj", "obj", "obl"}
_TAGS = {"NNP", "VBD", "VBZ"}
_in_use: list[Language] = []


def in_use() -> Language:
    """The pipeline that the user named, else the bundled one, loaded when first asked for."""
    if not _in_use:
        _in_use.append(pipeline(FOLDER))
    return _in_use[0]


def use_pipeline(name: str) -> None:
    """Parse with an installed spaCy pipeline from here on. Raises TrainerError for one that is unknown or of no use."""
    _in_use[:] = [_suitable(name, _installed(name))]


def use_bundled() -> None:
    """Parse with the bundled pipeline from here on."""
    _in_use.clear()


def _installed(name: str) -> Language:
    try:
        return spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise TrainerError(
            f"no spaCy pipeline {name!r} can be loaded.",
            remedy="Install it as a Python package, or leave --pipeline out.",
        ) from error


def _suitable(name: str, nlp: Language) -> Language:
    """The pipeline, if its parser and its tagger speak as the rules for facts expect."""
    relations, tags = _labels(nlp, "parser"), _labels(nlp, "tagger")
    if not relations:
        problem = "has no parser, and cards are made from the parse of a sentence."
    elif not relations >= _RELATIONS:
        problem = "does not use the labels of Universal Dependencies (nsubj, obj, obl), which the rules need."
    elif not tags >= _TAGS:
        problem = "does not use the tags of the Penn Treebank (NNP, VBD, VBZ), which the rules need."
    else:
        return nlp
    raise TrainerError(f"the pipeline {name!r} {problem}", remedy="Name another, or leave --pipeline out.")


def _labels(nlp: Language, factory: str) -> set[str]:
    """What the components of one kind can say."""
    names = [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory == factory]
    return {label for name in names for label in nlp.pipe_labels[name]}


def settled(doc: Doc) -> Doc:
    """A parsed text with names labelled in our words, and with dictionary forms if it has none."""
    if any(ent.label_ != LABELS.get(ent.label_) for ent in doc.ents):
        renamed = [(ent, LABELS.get(ent.label_)) for ent in doc.ents]
        doc.set_ents([Span(doc, ent.start, ent.end, label=label) for ent, label in renamed if label])
    if not doc.has_annotation("LEMMA"):
        for token in doc:
            token.lemma_ = _lemma(token.lower_, "VERB" if token.tag_[:2] == "VB" else token.pos_)
    return doc


@lru_cache(maxsize=20_000)
def _lemma(word: str, part: str) -> str:
    """The dictionary form; of anything but verbs and nouns the word itself."""
    forms = lemmas_as(word, part) if part in {"VERB", "AUX", "NOUN"} else ()
    return str(forms[0]) if forms else word
