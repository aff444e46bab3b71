"""What a body with a Spanish, Portuguese, French or Italian name is called in plain English."""

from __future__ import annotations

import re

from trainer.language.glyphs import unaccented
from trainer.text import fold

_NOUNS = {
    "asamblea": "Assembly", "assembleia": "Assembly", "assemblee": "Assembly", "banco": "Bank", "banque": "Bank",
    "congreso": "Congress", "congresso": "Congress", "conseil": "Council", "consejo": "Council", "corte": "Court",
    "cour": "Court", "ejercito": "Army", "exercito": "Army", "fiscalia": "Prosecutor's Office", "frente": "Front",
    "gendarmeria": "Gendarmerie", "gendarmerie": "Gendarmerie", "guarda": "Guard", "guardia": "Guard",
    "junta": "Board", "marina": "Navy", "parti": "Party", "partido": "Party", "policia": "Police", "police": "Police",
    "polizia": "Police", "tribunal": "Court",
}  # fmt: skip
"""Nouns of bodies, folded, and what they are in English."""
_ADJECTIVES = {
    "central": "Central", "civil": "Civil", "constitucional": "Constitutional", "constitutionnel": "Constitutional",
    "constitutionnelle": "Constitutional", "electoral": "Electoral", "federal": "Federal", "federale": "Federal",
    "general": "General", "judicial": "Judicial", "judiciaire": "Judicial", "judiciaria": "Judicial",
    "militar": "Military", "militaire": "Military", "municipal": "Municipal", "nacional": "National",
    "national": "National", "nationale": "National", "republicana": "Republican", "suprema": "Supreme",
    "supremo": "Supreme", "supreme": "Supreme",
}  # fmt: skip
"""What stands behind such a noun there, and before it in English."""
_TWO_WORDS = re.compile(r"(?P<noun>[^\W\d]+) (?P<adjective>[^\W\d]+)")


def translated(name: str) -> str:
    """The English of a body's noun and adjective; empty for any other name.

    >>> translated("Policía Judiciaria"), translated("Assemblée Nationale"), translated("Dolna Nacional")
    ('Judicial Police', 'National Assembly', '')
    """
    found = _TWO_WORDS.fullmatch(name)
    if found is None:
        return ""
    noun = _NOUNS.get(unaccented(fold(found["noun"])), "")
    adjective = _ADJECTIVES.get(unaccented(fold(found["adjective"])), "")
    return f"{adjective} {noun}" if noun and adjective else ""
