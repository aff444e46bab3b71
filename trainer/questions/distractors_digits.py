"""Other numbers in exactly the form in which an answer has its own: `$55.2m` beside `$42.5m`, `4-5%` beside `6-8%`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.values.quantities import Quantity

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def decimals_of(answer: str) -> int:
    """How many figures the answer's one number has behind its point.

    >>> decimals_of("13.0%"), decimals_of("6-8%"), decimals_of("1,500")
    (1, 0, 0)
    """
    found = _DIGITS.findall(answer)
    return len(found[0].partition(".")[2]) if len(found) == 1 else 0


def with_values(model: str, key: Quantity, values: Sequence[float]) -> str:
    """The model with other values for its own, in order; empty where one of them cannot be written as the model is.

    >>> with_values("$42.5m", Quantity(42_500_000, 42_500_000), [55_200_000])
    '$55.2m'
    >>> with_values("6-8%", Quantity(6, 8), [4, 5]), with_values("2.5m", Quantity(2_500_000, 2_500_000), [3_250_000])
    ('4-5%', '')
    """
    found = list(_DIGITS.finditer(model))
    if len(found) != len(values):
        return ""
    told = [float(digits[0].replace(",", "")) for digits in found]
    scale = key.high / told[-1] if told[-1] else 0
    if not scale or any(
        abs(one * scale - own) > own / 1e6 for one, own in zip(told, (key.low, key.high), strict=False)
    ):
        return ""
    written = [_written(digits[0], value / scale) for digits, value in zip(found, values, strict=True)]
    if not all(written):
        return ""
    parts, at = [], 0
    for digits, text in zip(found, written, strict=True):
        parts += [model[at : digits.start()], text]
        at = digits.end()
    return "".join([*parts, model[at:]])


def _written(model: str, value: float) -> str:
    """A number with as many decimals as the model, and with commas unless the model is long and has none."""
    own = len(model.partition(".")[2])
    needed = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    if needed > own and (own or needed > 1):
        return ""
    text = f"{value:,.{max(own, needed)}f}"
    return text if "," in model or len(model.partition(".")[0]) < len("1000") else text.replace(",", "")
