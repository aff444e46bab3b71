"""A QR code as text: two dots a character, dark on light whatever the theme."""

from __future__ import annotations

import segno

_QUIET = 2  # dots of margin; the standard asks for 4, and phones read 2
_PAIRS = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def qr_text(address: str) -> str:
    """The code of an address, to be shown in black on white."""
    code = segno.make(address, error="l", micro=False)
    rows = [list(row) for row in code.matrix_iter(border=_QUIET)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    return "\n".join(
        "".join(_PAIRS[upper, lower] for upper, lower in zip(top, bottom, strict=True))
        for top, bottom in zip(rows[::2], rows[1::2], strict=True)
    )
