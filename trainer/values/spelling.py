"""The same words as another hand writes them: British and American, with and without accents and small words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_PAIRS = (
    ("aluminium", "aluminum"), ("anaemia", "anemia"), ("analogue", "analog"), ("armour", "armor"),
    ("artefact", "artifact"), ("behaviour", "behavior"), ("cancelled", "canceled"), ("catalogue", "catalog"),
    ("centre", "center"), ("colour", "color"), ("cosy", "cozy"), ("counsellor", "counselor"),
    ("defence", "defense"), ("dialogue", "dialog"), ("diarrhoea", "diarrhea"), ("endeavour", "endeavor"),
    ("favour", "favor"), ("fibre", "fiber"), ("flavour", "flavor"), ("fuelled", "fueled"), ("grey", "gray"),
    ("haemorrhag", "hemorrhag"), ("harbour", "harbor"), ("honour", "honor"), ("humour", "humor"),
    ("kilometre", "kilometer"), ("labelled", "labeled"), ("labour", "labor"), ("licence", "license"),
    ("litre", "liter"), ("manoeuvre", "maneuver"), ("metre", "meter"), ("modelling", "modeling"),
    ("neighbour", "neighbor"), ("offence", "offense"), ("orthopaedic", "orthopedic"), ("paediatric", "pediatric"),
    ("plough", "plow"), ("pretence", "pretense"), ("programme", "program"), ("rumour", "rumor"),
    ("sabre", "saber"), ("sceptic", "skeptic"), ("sulphate", "sulfate"), ("sulphur", "sulfur"),
    ("theatre", "theater"), ("travelling", "traveling"), ("tunnelling", "tunneling"), ("vapour", "vapor"),
)  # fmt: skip
"""British and American stems that no rule of endings covers."""
_STEMS = dict(_PAIRS)
_BACK = {american: british for british, american in _PAIRS}
_WHOLE = frozenset({"analog", "catalog", "dialog", "license", "program", "programme"})
"""Words that begin others which both write alike: programmed, licensed."""
_PREFIX = re.compile(r"\b(multi|non|anti|counter|cyber|semi|pre|post|inter|micro|sub|re|co)-(?=[a-z])")


def _any_of(stems: Iterable[str]) -> re.Pattern[str]:
    parts = [rf"{stem}(?=s?\b)" if stem in _WHOLE else rf"{stem}(?!a|o|i(?!ng))" for stem in stems]
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


_AMERICAN = _any_of(_STEMS)
_BRITISH = _any_of(_BACK)
_ISE = re.compile(r"\b([A-Za-z]{4,}?)(is|ys)(e|ed|es|er|ers|ing|ation|ations|ational)\b")
_IZE = re.compile(r"\b([A-Za-z]{4,}?)(iz|yz)(e|ed|es|er|ers|ing|ation|ations|ational)\b")
_ONLY_S = frozenset({
    "adv", "advert", "anch", "appra", "bru", "chast", "clockw", "compr", "comprom", "conc", "cru", "dem", "desp", "dev",
    "disgu", "enterpr", "exc", "exerc", "expert", "franch", "improv", "inc", "lia", "likew", "merchand", "otherw",
    "parad", "pract", "pra", "prec", "prem", "prom", "repr", "rev", "superv", "surm", "surpr", "telev", "treat", "upr",
})  # fmt: skip
"""What stands before an -ise that has no other spelling: advise, exercise, televise."""
_ONLY_Z = frozenset({"ass", "bapt", "caps", "downs", "res"})
"""What stands before an -ize that has no other spelling: capsize, resize."""
_YSE = re.compile(r"(?:anal|paral|catal|electrol|hydrol|dial)$", re.IGNORECASE)


def spellings(text: str) -> Iterator[str]:
    """The other spellings of a text, without the text itself.

    >>> list(spellings("Domestic Debt Exchange Programme")), list(spellings("Türkiye"))
    (['Domestic Debt Exchange Program'], ['Turkiye'])
    """
    found = (american(text), british(text), unaccented(text), text.replace(" & ", " and "), _PREFIX.sub(r"\1", text))
    yield from (form for form in dict.fromkeys(found) if form != text)


def american(text: str) -> str:
    """With `-ize`, `-or`, `-er` and `defense`."""
    text = _AMERICAN.sub(lambda match: _like(match[0], _STEMS[match[0].lower()]), text)
    return _ISE.sub(lambda match: _ended(match, "z", _ONLY_S), text)


def british(text: str) -> str:
    """With `-ise`, `-our`, `-re` and `defence`."""
    text = _BRITISH.sub(lambda match: _like(match[0], _BACK[match[0].lower()]), text)
    return _IZE.sub(lambda match: _ended(match, "s", _ONLY_Z), text)


def _ended(match: re.Match[str], letter: str, stays: frozenset[str]) -> str:
    """The word with the other letter in its ending; as it was where only one spelling is right."""
    stem, vowel = match[1], match[2][0]
    if stem.lower().removeprefix("un") in stays or (vowel == "y" and not _YSE.search(f"{stem}y")):
        return match[0]
    return f"{stem}{vowel}{letter}{match[3]}"


def _like(model: str, word: str) -> str:
    """The word with the model's capitals."""
    return word.upper() if model.isupper() else word.capitalize() if model[0].isupper() else word


def unaccented(text: str) -> str:
    """Without accents, and with straight quotes."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.translate(str.maketrans("’‘ʼøØłŁđı", "'''oOlLdi"))
