"""Hedges as a person types them before a number or behind it: `at least`, `~`, `or more`, `+`."""

from __future__ import annotations

from trainer.values.quantities import HEDGES

PLUS = "or more"
"""The hedge of `300+`, which says at least and more than alike."""

_SIGNS = {"~": "about", "≈": "about", ">": "more than", "≥": "at least", ">=": "at least", "<": "less than",
          "≤": "at most", "<=": "at most"}  # fmt: skip
_ALSO = {
    "minimum": "at least", "minimum of": "at least", "maximum": "at most", "maximum of": "at most", "max": "at most",
    "min": "at least", "approx": "about", "ca": "about", "c": "about", "an average": "an average of",
    "average of": "an average of", "average": "an average of", "estimate": "an estimated", "est": "an estimated",
    "not less than": "at least", "less then": "less than", "more then": "more than", "well over": "more than",
}  # fmt: skip
_HEDGES = {tuple(written.split()): said for written, said in (HEDGES | _ALSO).items()}
_LONGEST_HEDGE = max(map(len, _HEDGES))
_BEHIND = {
    ("or", "more"): "at least", ("and", "more"): "at least", ("or", "above"): "at least", ("or", "higher"): "at least",
    ("at", "least"): "at least", ("plus",): "at least", ("or", "so"): "about", ("or", "thereabouts"): "about",
    ("approximately",): "about", ("roughly",): "about", ("ish",): "about", ("or", "fewer"): "at most",
    ("or", "less"): "at most", ("at", "most"): "at most", ("and", "counting"): "at least",
    ("on", "average"): "an average of",
}  # fmt: skip


def hedge_at(tokens: list[str], at: int) -> tuple[str, int]:
    """The hedge that begins at a token and how many tokens it is; 0 of them if none does.

    >>> hedge_at("no fewer than 168".split(), 0), hedge_at("168".split(), 0)
    (('at least', 3), ('', 0))
    """
    if at < len(tokens) and tokens[at] in _SIGNS:
        return _SIGNS[tokens[at]], 1
    length = next((n for n in range(_LONGEST_HEDGE, 0, -1) if tuple(tokens[at : at + n]) in _HEDGES), 0)
    return (_HEDGES[tuple(tokens[at : at + length])], length) if length else ("", 0)


def hedge_behind(rest: list[str]) -> tuple[str, list[str]]:
    """The hedge among the tokens behind a number, right behind it or at the end, and the other tokens.

    >>> hedge_behind("peacekeepers or more".split())
    ('at least', ['peacekeepers'])
    """
    if rest[:1] == ["+"]:
        return PLUS, rest[1:]
    for length in (2, 1):
        for start in (0, max(0, len(rest) - length)):
            said = _BEHIND.get(tuple(rest[start : start + length]))
            if said is not None:
                return said, [*rest[:start], *rest[start + length :]]
    return "", rest
