"""Whether a text can be asked about: in English, and of words that a reader can read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from trainer.briefs.brief import Passage
from trainer.briefs.tongue import tell
from trainer.errors import BriefRefused, Finding
from trainer.text import counted

_TOKEN = re.compile(r"[^\s—–/-]+")
_EDGES = "\"'“”‘’«»()[]{}<>.,;:!?…*•·"
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýıąęėįųūāēīōů")
_SIGNS = frozenset("¬¦|~^\\{}<>¢¤§¶«»_=ﬂ\ufffd■□◊")
_SAMPLE = 60_000
_FEWEST_TOKENS = 40
_NOISY = 0.06
_HOPELESS = 0.3
_CODE = re.compile(
    r"(?:[A-Z]{1,4}\d+)+[A-Za-z]?|[A-Z]{0,5}-?\d+[A-Za-z]{0,3}|\d[\d.,:]*[A-Za-z%°]{0,4}|[A-Z]+[a-z]?\d+[A-Z]*"
    r"|\w*[A-Z]{2,}s?"
)
_MIXED = re.compile(r"[^\W\d_]\d+[^\W\d_]|[a-z]\d+$|[a-z][^\w\s'’.&,-]+[a-z]")
_JUMPING = re.compile(r"[a-z]{2,}[A-Z]+[a-z]*[A-Z]|[A-Z]{3,}[a-z]{2,}[A-Z]")
_ENGLISH_ONLY = "Cards are made from English alone: translate it, or read an English version."


def keep_english(passages: Sequence[Passage], name: str) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """The passages that are in English, numbered anew, and a finding for those that are not.

    Raises BriefRefused for a text that is in another language as a whole, or that is noise.
    """
    text = "\n".join(passage.text for passage in passages)[:_SAMPLE]
    _refuse_noise(text, name)
    whole = tell(text)
    if not whole.is_english:
        what = f"it reads as {whole.name}" if whole.name else "it does not read as English"
        raise BriefRefused(
            f"{what}, and not as English." if whole.name else f"{what}.", where=name, remedy=_ENGLISH_ONLY
        )
    tongues = [tell(passage.text) for passage in passages]
    kept = [passage for passage, tongue in zip(passages, tongues, strict=True) if not tongue.name]
    if len(kept) == len(passages) or not kept:
        return tuple(passages), ()
    names = sorted({tongue.name for tongue in tongues if tongue.name})
    count = len(passages) - len(kept)
    tongue = " and ".join(names)
    message = f"{counted(count, f'passage in {tongue} was', f'passages in {tongue} were')} not read."
    numbered = tuple(replace(passage, number=number) for number, passage in enumerate(kept, 1))
    return numbered, (Finding(name, message, _ENGLISH_ONLY, left_out=True),)


def _refuse_noise(text: str, name: str) -> None:
    share = broken_share(text)
    if share > _HOPELESS:
        message = f"{share:.0%} of its words are broken, as bad text recognition leaves them."
        raise BriefRefused(message, where=name, remedy="Have the pages recognised anew, or type the text.")


def is_noisy(text: str) -> bool:
    """Whether so many words are broken that some facts will be wrong.

    >>> is_noisy("The rn1nister s@id tbat the f0rce w0uld l~ave. " * 9), is_noisy("The minister spoke of G7 aid. " * 9)
    (True, False)
    """
    return broken_share(text[:_SAMPLE]) > _NOISY


def broken_share(text: str) -> float:
    """The share of the words that no pen wrote: digits and signs inside, no vowel, capitals in the middle.

    0 for a text too short to tell.
    """
    tokens = [stripped for token in _TOKEN.findall(text) if (stripped := token.strip(_EDGES)) or len(token) > 1]
    if len(tokens) < _FEWEST_TOKENS:
        return 0.0
    return sum(is_broken(token) for token in tokens) / len(tokens)


def is_broken(token: str) -> bool:
    """Whether a word without its punctuation is none.

    >>> [is_broken(word) for word in ("rep0rt", "tbnqs", "F16", "2nd", "168", "COVID", "McDonald", "th~")]
    [True, True, False, False, False, False, False, True]
    """
    if not token or _SIGNS.intersection(token):
        return not token.startswith(("http", "www."))
    if token.isdecimal() or _CODE.fullmatch(token):
        return False
    if token.startswith(("http", "www.")) or ("@" in token[1:-1] and "." in token):
        return False
    if _MIXED.search(token) or _JUMPING.search(token):
        return True
    is_word = token.isalpha() and token.islower() and token.isascii()
    return is_word and len(token) > 3 and not _VOWELS.intersection(token)


def is_capital(text: str) -> bool:
    """Whether a text of some length is written in capitals.

    >>> is_capital("THE MISSION LEFT BAMAKO. " * 9), is_capital("MINUSMA left Bamako. " * 9)
    (True, False)
    """
    upper = sum(letter.isupper() for letter in text[:_SAMPLE])
    lower = sum(letter.islower() for letter in text[:_SAMPLE])
    return upper > 100 and lower < 0.1 * upper
