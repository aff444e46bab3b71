"""Handling markings: TLP 2.0 labels in order, and free text that is never ranked below one.

Source: FIRST, Traffic Light Protocol 2.0.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ALIKE = str.maketrans("АВЕКМНОРСТХЅІЈΑΒΕΗΙΚΜΝΟΡΤΧ", "ABEKMHOPCTXSIJABEHIKMNOPTX")
TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""From the widest audience to the narrowest."""
COLOURS = {"TLP:RED": "#FF2B2B", "TLP:AMBER": "#FFC000", "TLP:AMBER+STRICT": "#FFC000", "TLP:GREEN": "#33FF00"}
"""As TLP 2.0 sets them, on black; CLEAR and texts that it does not know are white."""


def normal(marking: str) -> str:
    """A TLP label as the standard spells it; other text as it is, spaces trimmed.

    >>> normal(" tlp: amber+strict")
    'TLP:AMBER+STRICT'
    """
    label = _squeezed(marking)
    return label if label in TLP else " ".join(marking.split())


def rank(marking: str) -> int:
    """How narrow the audience is: -1 for none, 0 to 4 for TLP, 5 for a text that we cannot rank."""
    label = normal(marking)
    if not label:
        return -1
    return TLP.index(label) if label in TLP else len(TLP)


def highest(markings: Iterable[str]) -> str:
    """The narrowest of them; texts that cannot be ranked stand together, after any TLP label that is RED.

    >>> highest(["TLP:GREEN", "", "tlp:amber"])
    'TLP:AMBER'
    """
    labels = sorted({normal(marking) for marking in markings if marking.strip()}, key=lambda m: (rank(m), m))
    unranked = [label for label in labels if label not in TLP]
    if not unranked:
        return labels[-1] if labels else ""
    return " ".join([*(["TLP:RED"] if "TLP:RED" in labels else []), *unranked])


def is_red(marking: str) -> bool:
    """Whether the marking forbids that the text leaves this machine."""
    label = _squeezed(marking)
    return "TLP:RED" in label or label == "RED" or re.search(r"TLP\W*RED", label) is not None


def is_doubtful(marking: str) -> bool:
    """Whether a marking looks like a TLP label and is none: misspelt, of an older version, or in look-alike letters."""
    label = _squeezed(marking)
    plain = normal(marking)
    alike = re.search(r"TLP|^(?:RED|AMBER|AMBER\+STRICT|GREEN|CLEAR|WHITE)$", label) is not None
    return alike and not any(part in TLP for part in (plain, *plain.upper().split()))


def _squeezed(marking: str) -> str:
    """The marking as it is compared: upper case, no space, look-alike letters as the Latin ones."""
    return "".join(unicodedata.normalize("NFKC", marking).upper().translate(_ALIKE).replace("_", "-").split())
