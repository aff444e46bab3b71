"""A wrong number made as rough as the right one."""

from __future__ import annotations

from trainer.values.quantities import SCALES


def rounded(model: float, value: float) -> float:
    """The value as rough as the model: thousands for thousands, tenths for tenths, an odd end for an odd end."""
    step = _grain(model)
    steps = round(value / step)
    if steps % 10 == 0 and round(model / step) % 10 and model / step > 10:
        steps += 3
    rounded = round(steps * step, 6)
    return int(rounded) if float(rounded).is_integer() else rounded


def _grain(model: float) -> float:
    """The step in which numbers like the model are told."""
    scale = max([1.0, *(float(size) for size in SCALES.values() if size <= model and size >= SCALES["million"])])
    number = round(model / scale, 6)
    if not number.is_integer():
        decimals = len(f"{number:g}".partition(".")[2])
        return scale / float(10**decimals)
    whole = int(number)
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    step = scale * float(10**zeros)
    return step / 2 if step > 1 and whole // 10**zeros <= 3 else step
