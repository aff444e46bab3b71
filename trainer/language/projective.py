"""The best tree without crossing arcs over the words of a sentence (Eisner, 1996)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


def best_heads(scores: NDArray[np.float32]) -> list[int]:
    """The head of each word, the root its own: one root, no arcs that cross, and the highest sum of scores.

    `scores[word, head]` has shape (n, n + 1): column 0 is for being the root, column k + 1 for hanging on word k.
    """
    greedy = scores.argmax(axis=1) - 1
    heads = [int(head) if head >= 0 else word for word, head in enumerate(greedy)]
    if is_projective(heads):
        return heads
    return _searched(scores.astype(np.float64))


def is_projective(heads: list[int]) -> bool:
    """Whether the heads make one tree, its root its own head, in which no two arcs cross."""
    roots = [word for word, head in enumerate(heads) if head == word]
    return len(roots) == 1 and _reach_root(heads) and not _cross(heads, roots[0])


def _reach_root(heads: list[int]) -> bool:
    good: set[int] = set()
    for start in range(len(heads)):
        at, path = start, set()
        while heads[at] != at and at not in good:
            if at in path:
                return False
            path.add(at)
            at = heads[at]
        good |= path
    return True


def _cross(heads: list[int], root: int) -> bool:
    """Whether two arcs cross, or one passes over the root."""
    arcs = sorted((min(word, head), max(word, head)) for word, head in enumerate(heads) if word != head)
    if any(low < root < high for low, high in arcs):
        return True
    opened: list[int] = []
    for low, high in sorted(arcs, key=lambda arc: (arc[0], -arc[1])):
        while opened and opened[-1] <= low:
            opened.pop()
        if opened and opened[-1] < high:
            return True
        opened.append(high)
    return False


def _searched(scores: NDArray[np.float64]) -> list[int]:
    """By dynamic programming over spans of growing length, all spans of a length at once."""
    n = len(scores)
    arc = scores[:, 1:]  # arc[word, head]
    # Of a span s..t: the best open one (an arc between its ends) and closed one, by the end that is the head.
    open_left, open_right = np.full((n, n), _NEVER), np.full((n, n), _NEVER)
    left, right = np.full((n, n), _NEVER), np.full((n, n), _NEVER)
    np.fill_diagonal(left, 0.0)
    np.fill_diagonal(right, 0.0)
    open_at = np.zeros((n, n), dtype=int)
    left_at, right_at = np.zeros((n, n), dtype=int), np.zeros((n, n), dtype=int)
    for length in range(1, n):
        s = np.arange(n - length)[:, None]
        t = s + length
        k = s + np.arange(length)[None, :]
        met = right[s, k] + left[k + 1, t]
        split = met.argmax(axis=1)
        rows = np.arange(n - length)
        best, s0, t0 = met[rows, split], s[:, 0], t[:, 0]
        open_at[s0, t0] = s0 + split
        open_left[s0, t0] = best + arc[s0, t0]
        open_right[s0, t0] = best + arc[t0, s0]
        to_left = left[s, k] + open_left[k, t]
        split = to_left.argmax(axis=1)
        left[s0, t0], left_at[s0, t0] = to_left[rows, split], s0 + split
        to_right = open_right[s, k + 1] + right[k + 1, t]
        split = to_right.argmax(axis=1)
        right[s0, t0], right_at[s0, t0] = to_right[rows, split], s0 + split + 1
    root = int((left[0] + right[:, n - 1] + scores[:, 0]).argmax())
    heads = list(range(n))
    spans = [("left", 0, root), ("right", root, n - 1)]
    while spans:
        kind, s1, t1 = spans.pop()
        if s1 == t1:
            continue
        if kind == "left":
            at = int(left_at[s1, t1])
            heads[at] = t1
            spans += [("left", s1, at), ("open", at, t1)]
        elif kind == "right":
            at = int(right_at[s1, t1])
            heads[at] = s1
            spans += [("open", s1, at), ("right", at, t1)]
        else:
            at = int(open_at[s1, t1])
            spans += [("right", s1, at), ("left", at + 1, t1)]
    return heads
