"""Days that an English brief bears in the language of the place where it was written: `Paris, le 12 mars 2025`."""

from __future__ import annotations

import datetime as dt
import re

_NAMES = (
    "janvier|enero|janeiro|gennaio|januar|januari|jänner|января|січня",
    "février|fevrier|febrero|fevereiro|febbraio|februar|februari|февраля|лютого",
    "mars|marzo|março|marco|märz|maerz|maart|марта|березня",
    "avril|abril|aprile|апреля|квітня",
    "mai|mayo|maio|maggio|mei|мая|травня",
    "juin|junio|junho|giugno|juni|июня|червня",
    "juillet|julio|julho|luglio|juli|июля|липня",
    "août|aout|agosto|augustus|августа|серпня",
    "septembre|septiembre|setiembre|setembro|settembre|сентября|вересня",
    "octobre|octubre|outubro|ottobre|oktober|октября|жовтня",
    "novembre|noviembre|novembro|ноября|листопада",
    "décembre|decembre|diciembre|dezembro|dicembre|dezember|декабря|грудня",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split("|")}
_MONTHS |= {"april": 4, "august": 8, "september": 9, "november": 11, "december": 12, "agustus": 8}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
FOREIGN_DAY = rf"\d{{1,2}}(?:er|[.ºª°])?\s+(?:de\s+|di\s+)?(?:{_MONTH})\s+(?:de\s+|del\s+)?[12]\d{{3}}\b"
"""A day in French, Spanish, Portuguese, Italian, German, Dutch, Swedish, Russian or Ukrainian."""
_DAY = re.compile(
    rf"(?:(?:le|den|der|el|il|em|dia|op|am)\s+)?(?P<day>\d{{1,2}})(?:er|[.ºª°])?\s+(?:de\s+|di\s+)?(?P<month>{_MONTH})"
    r"\s+(?:de\s+|del\s+)?(?P<year>[12]\d{3})(?:\s+(?:г|р)\.?)?",
    re.IGNORECASE,
)


def parse_foreign(text: str) -> dt.date | None:
    """The day that a whole text names in another language, None if it names none.

    >>> parse_foreign("12. März 2025"), parse_foreign("el 12 de marzo de 2025"), parse_foreign("12 March 2025")
    (datetime.date(2025, 3, 12), datetime.date(2025, 3, 12), None)
    """
    match = _DAY.fullmatch(text)
    try:
        return dt.date(int(match["year"]), _MONTHS[match["month"].lower()], int(match["day"])) if match else None
    except ValueError:
        return None
