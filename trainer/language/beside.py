"""What stands beside a name and says what it is: `ALPHV, a criminal gang`, `the Danish company Bavarian Nordic`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from trainer.language import gazetteer
from trainer.language.kinds import CLASS_NOUNS
from trainer.language.names import Name
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import SUBJECTS

_PHRASE_TAGS = frozenset(
    {"JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "CD", "VBN", "VBG", "RB", "FW"}
)
_OPENING = frozenset({"a", "an", "the", "its", "their", "his", "her", "one", "another"})
_AGAIN = frozenset({"former", "ex", "late", "future", "then", "incoming", "outgoing", "deputy"})
_GATHERING = frozenset({"gang", "group", "movement", "militia", "party", "cartel", "network", "ransomware", "malware",
                        "company", "firm", "faction"})  # fmt: skip
_SHIPPED = frozenset({"bulk", "car", "coal", "crude", "gas", "container", "aircraft", "ore", "cargo", "oil", "fuel"})


def roles_beside(doc: Doc, name: Name) -> set[tuple[str, str]]:
    """Nouns that stand beside the name as what it is, each with the lower-case words before it."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None:
        return set()
    phrases = [_behind(doc, span.end), _in_front(doc, span.start), _of(doc, span.start), _copula(doc, span.end),
               _inverted(doc, span.start), _modified(doc, span.end), _of_place(doc, span.start)]  # fmt: skip
    found = set()
    for tokens in phrases:
        words = [token.lower_ for token in tokens]
        if words and not _AGAIN & set(words):
            noun = _joined(tokens[-3:]).split()[-1]
            found |= {(noun, _joined(tokens)), (words[-1], _joined(tokens))}
            if words[-1] in {"carrier", "tanker", "ship"} and _SHIPPED & set(words):
                found.add(("ship", _joined(tokens)))
            found |= {(short, "") for short in _bracketed(doc, tokens[-1].i + 1)}
    return found


def _bracketed(doc: Doc, at: int) -> set[str]:
    """The short form in brackets behind what it is: `private military company (PMC)`."""
    opens = at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and doc[at + 1].text.isupper()
    return {doc[at + 1].lower_} if opens else set()


def _joined(tokens: Sequence[Token]) -> str:
    """`director-general` as it is written."""
    return "".join(token.text_with_ws for token in tokens).strip().lower()


def _behind(doc: Doc, at: int) -> list[Token]:
    """`ALPHV, a criminal gang also known as ...`: the words of the apposition up to its noun."""
    while at < len(doc) and (doc[at].text in "()" or (doc[at].text.isupper() and doc[at - 1].text == "(")):
        at += 1
    if at + 1 >= len(doc) or doc[at].text not in {",", "-"}:
        return []
    first = doc[at + 1]
    owned = next((t.i + 1 for t in doc[at + 1 : at + 7] if t.tag_ == "POS" or t.text == ","), 0)
    if first.lower_ == "who" and at + 2 < len(doc) and doc[at + 2].lemma_.lower() in {"head", "lead", "chair"}:
        return [doc[at + 2]] if doc[at + 2].lemma_.lower() == "head" else []
    if owned and doc[owned - 1].tag_ == "POS":
        return _up_to_noun(doc, owned)
    opened = first.lower_ in _OPENING or first.lower_ in gazetteer.words("office_openers") | PERSONS
    start = at + 1 + (first.lower_ in _OPENING)
    if first.lower_ == "one" and doc[at + 2].lower_ == "of":
        start = at + 3 + (doc[at + 3].lower_ in _OPENING)
    return _up_to_noun(doc, start) if opened and not _is_subject_behind(doc, at, start) else []


def _is_subject_behind(doc: Doc, comma: int, start: int) -> bool:
    """`For France, the plan failed`: what stands behind the comma is the subject, and the name only opens the way."""
    words = _up_to_noun(doc, start)
    opens = doc[0].tag_ == "IN" or doc[0].lower_ == "according"
    return opens and comma <= 6 and bool(words) and words[-1].dep_ in SUBJECTS


def _copula(doc: Doc, at: int) -> list[Token]:
    """`MINUSMA is a mission`."""
    if at + 2 < len(doc) and doc[at].lower_ in {"is", "was"} and doc[at + 1].lower_ in {"a", "an", "the"}:
        return _up_to_noun(doc, at + 2)
    return []


def _modified(doc: Doc, at: int) -> list[Token]:
    """`CL0P | ransomware gang`: the noun that a name stands before as its own."""
    end = at
    while end < len(doc) and doc[end].tag_ in {"NN", "JJ"} and end - at < 3:
        end += 1
    return [doc[end - 1]] if end > at and doc[end - 1].lower_ in _GATHERING else []


def _inverted(doc: Doc, at: int) -> list[Token]:
    """`The first vessel to be lost was the | Rubymar`."""
    at -= at >= 1 and doc[at - 1].lower_ == "the"
    if at < 3 or doc[at - 1].lower_ not in {"was", "is"} or doc[0].lower_ not in {"the", "one"}:
        return []
    return next(([t] for t in doc[1:6] if t.tag_ == "NN" and t.lower_ in CLASS_NOUNS), [])


def _up_to_noun(doc: Doc, start: int) -> list[Token]:
    """The words from here to the last noun before the phrase goes on otherwise."""
    end = start
    while end < len(doc) and doc[end].tag_ in _PHRASE_TAGS and not (doc[end].tag_ in {"VBN", "RB"} and _ends(doc, end)):
        end += 1
    while end > start and doc[end - 1].tag_ not in {"NN", "NNS", "NNP"}:
        end -= 1
    tokens = list(doc[start:end])
    return tokens if tokens and not tokens[-1].text[:1].isupper() else []


def _ends(doc: Doc, i: int) -> bool:
    """Whether a participle or adverb closes the noun phrase: a noun stands before it and none behind."""
    before = i and doc[i - 1].tag_ in {"NN", "NNS"}
    return bool(before) and not (i + 1 < len(doc) and doc[i + 1].tag_ in {"NN", "NNS", "HYPH"})


def _in_front(doc: Doc, at: int) -> list[Token]:
    """`the Danish company | Bavarian Nordic`, `its chief executive, | Andrew Witty,`."""
    end = at
    if end >= 2 and doc[end - 1].text == "," and doc[end - 2].tag_ == "NN":
        closes = next((t for t in doc[at + 1 : at + 8] if t.text in {",", "."}), None)
        end = end - 1 if closes is not None else end
    start = end
    while start and doc[start - 1].tag_ in {"JJ", "NN", "NNP", "HYPH", "NNS"} and not doc[start - 1].is_punct:
        start -= 1
    while start < end and doc[start].tag_ in {"HYPH", "POS"}:
        start += 1
    tokens = list(doc[start:end])
    if end != at and not ((start and doc[start - 1].lower_ in _OPENING | {"'s"}) or (tokens and tokens[0].i == 0)):
        return []
    return tokens if tokens and (tokens[-1].lower_ in CLASS_NOUNS | PERSONS) else []


def _of(doc: Doc, at: int) -> list[Token]:
    """`the port of | Durban`, `the town of | Gao`."""
    at -= at >= 1 and doc[at - 1].lower_ == "the"
    if (
        at >= 2
        and doc[at - 1].lower_ == "of"
        and doc[at - 2].lower_
        in {"port", "city", "town", "village", "province", "island", "state", "district", "region"}
    ):
        return [doc[at - 2]]
    return []


def _of_place(doc: Doc, at: int) -> list[Token]:
    """`the interior minister of Chad, | Anna Berg,`: the office before the place that it belongs to."""
    closes = next((t for t in doc[at + 1 : at + 6] if t.text in {",", "."}), None)
    if at < 4 or doc[at - 1].text != "," or closes is None:
        return []
    of = next((n for n in range(at - 2, max(at - 7, 0), -1) if not doc[n].text[:1].isupper()), 0)
    of -= of > 0 and doc[of].lower_ == "the"
    if of < 2 or doc[of].lower_ != "of" or doc[of - 1].lower_ not in PERSONS:
        return []
    start = of - 1
    while start and doc[start - 1].tag_ in {"JJ", "NN", "HYPH"}:
        start -= 1
    return list(doc[start:of]) if start and doc[start - 1].lower_ == "the" else []
