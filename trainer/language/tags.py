"""Tags and relations of a parse that many rules ask for, as Penn and Universal Dependencies name them."""

from __future__ import annotations

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that carry tense."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Tags of nouns and names."""
NOMINAL = NOUNS | {"CD"}
"""The same, and of numbers, which may stand for what they count."""
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
"""Relations of a noun that is what its clause is about."""
EVERY_SUBJECT = SUBJECTS | {"csubj", "csubj:pass", "expl"}
"""The same, where a clause or an idle `it` or `there` stands for the noun too."""
