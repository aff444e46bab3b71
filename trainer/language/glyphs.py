"""Text as the parser likes it, each character in its place."""

from __future__ import annotations

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
                        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u00ad": "-"})  # fmt: skip


def plain(text: str) -> str:
    r"""The same number of characters with straight quotes, plain dashes and plain spaces: offsets stay true.

    >>> plain("Mali’s “exit” – now")
    'Mali\\'s "exit" - now'
    """
    return text.translate(_PLAIN)
