"""Second names of persons, as a sentence gives them behind the first: `Anna Berg, alias Rosa`, `Anna Berg "Rosa"`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from trainer.language.sorts import Name, Sort

SECOND_NAME = r"[A-Z][\w'-]*(?: (?:(?:al|el|as|ash|ar|an|ad|at|abu|ag|bin|ibn|ould)[ -])?[A-Z][\w'-]*){0,3}"
"""A name of up to four parts, with what Arabic joins them by: `Abu Omar al-Dolna`."""

_CALLED = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_ALIAS = re.compile(
    r",? (?:(?:also |better |widely |universally |commonly |popularly )?known (?:simply |locally )?(?:as|by)"
    r"(?: (?:his|her|the) (?:nickname|alias|nom de guerre|initials))?(?: the)?|alias|a\.?k\.?a\.?|nicknamed|dubbed"
    rf"|whose (?:nom de guerre|nickname|alias) is|nom de guerre) \"?(?P<said>{_CALLED})\"?"
    rf"|,? \"(?P<quoted>{_CALLED})\"(?! [a-z]+ing\b)"
    rf"|,? \((?:\"(?P<bracketed>{_CALLED})\"|alias \"?(?P<also>{_CALLED})\"?)\)"
)


def nicknames(text: str, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """The second name and the name before it, for each person of a plain sentence who has both."""
    for name in names:
        full = name.text.split()
        may_be = name.sort is Sort.PERSON or (name.sort is Sort.UNKNOWN and 2 <= len(full) <= 4)
        found = _ALIAS.match(text, name.end) if may_be and len(full) > 1 else None
        called = next((part for part in found.groups() if part), "") if found is not None else ""
        if called and called not in name.text and not called.isupper():
            yield called, name.text
