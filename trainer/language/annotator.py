"""The bundled pipeline's one component: tags, parts of speech, dependencies and names, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.lang.en import English
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from trainer.language.lexicon import inflections, lemmas_as
from trainer.language.network import Scores, loaded
from trainer.language.projective import best_heads
from trainer.transformer.layers import Floats

FACTORY = "trainer_annotator"
LEANING = "leaning"
"""In the user data of a text: for each word, above 0 if it heads a phrase that speaks of what was named before."""
ROOT = "ROOT"


def pipeline(folder: Path) -> Language:
    """English words as spaCy cuts them, and the annotations of the weights in a folder."""
    nlp = English()
    nlp.add_pipe(FACTORY, config={"folder": str(folder)})
    return nlp


@Language.factory(FACTORY)
def annotator(nlp: Language, name: str, folder: str) -> Annotator:  # noqa: ARG001 - spaCy's signature
    """For spaCy: the component with the weights of a folder."""
    return Annotator(nlp.vocab, Path(folder))


class Annotator:
    """A component of spaCy that reads each text as one sentence."""

    def __init__(self, vocab: Vocab, folder: Path) -> None:
        self.network = loaded(folder)
        """What reads."""
        self._vocab = vocab

    def __call__(self, doc: Doc) -> Doc:
        """The text with what it was found to be."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """The texts in order, so many read at once."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            words = [[token.text for token in doc] for doc in docs if len(doc)]
            scores = self.network.read(words)
            for doc in docs:
                yield self._annotated(doc, next(scores)) if len(doc) else doc

    def _annotated(self, doc: Doc, scores: Scores) -> Doc:
        labels, strings = self.network.labels, self._vocab.strings
        heads = best_heads(scores.arcs)
        relations = self.network.relations(scores, heads)
        told = np.empty((len(doc), 4), dtype=np.uint64)
        words = [token.lower_ for token in doc]
        tags = _joined(words, list(_tags(words, scores.tags, labels["tags"])), heads, relations)
        told[:, 0] = [strings.add(tag) for tag in tags]
        told[:, 1] = [IDS[labels["parts"][n]] for n in scores.parts.argmax(axis=1)]
        told[:, 2] = np.array([head - word for word, head in enumerate(heads)], dtype=np.int64).astype(np.uint64)
        told[:, 3] = [strings.add(ROOT if heads[n] == n else relation) for n, relation in enumerate(relations)]
        doc.from_array([TAG, POS, HEAD, DEP], told)  # type: ignore[arg-type]
        doc.user_data[LEANING] = [float(score) for score in scores.leaning]
        doc.set_ents([Span(doc, *span) for span in spans([labels["names"][n] for n in scores.names.argmax(axis=1)])])
        return doc


_ENDINGS = {"VBG": ("ing", "in", "in'"), "VBZ": ("s",)}
"""How a verb in such a form ends."""


def _tags(words: Sequence[str], scores: Floats, tags: Sequence[str]) -> Iterator[str]:
    """For each word, in small letters, the likeliest tag that its form allows; `scores` are (words, tags).

    A verb in the wrong tense stays a verb.
    """
    for word, row in zip(words, scores, strict=True):
        likeliest = [tags[n] for n in row.argsort()[::-1]]
        if _is_other_tense(word, likeliest[0]):
            likeliest = [tag for tag in likeliest if tag[:2] == "VB" and not _is_other_tense(word, tag)]
        yield next(tag for tag in likeliest if word.endswith(_ENDINGS.get(tag, "")))


def _joined(words: Sequence[str], tags: list[str], heads: Sequence[int], relations: Sequence[str]) -> list[str]:
    """The tags, with the past for what is joined to a past and looks the same: `halted output and | cut pay`."""
    for n, word in enumerate(words):
        joined = tags[n] in {"VB", "VBP"} and relations[n] == "conj" and tags[heads[n]] == "VBD"
        led = {tags[other] for other, head in enumerate(heads) if head == n and other < n}
        if joined and not led & {"TO", "MD", "VBD"} and word in inflections(word, "VBD"):
            tags[n] = "VBD"
    return tags


@lru_cache(maxsize=4096)
def _is_other_tense(word: str, tag: str) -> bool:
    """Whether a verb is never in that form: `Schools | reopen on 27 January` in the past, `overran` in the present."""
    verbs = lemmas_as(word, "VERB", guess=False)
    if tag in {"VB", "VBP"}:
        return bool(verbs) and "be" not in verbs and word not in verbs
    past = tag in {"VBD", "VBN"} and word in verbs
    return past and not any(word in inflections(verb, tag) for verb in verbs)


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, word after the last, and kind of each name; a name may lack its opening label.

    >>> list(spans(["B-ORG", "I-ORG", "O", "I-LOC"]))
    [(0, 2, 'ORG'), (3, 4, 'LOC')]
    """
    start = 0
    while start < len(labels):
        end = start + 1
        if labels[start] != "O":
            kind = labels[start][2:]
            while end < len(labels) and labels[end] == f"I-{kind}":
                end += 1
            yield start, end, kind
        start = end
