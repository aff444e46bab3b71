"""Small words that point elsewhere, and an `it` that points nowhere."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

POINTERS = frozenset({
    "this", "that", "these", "those", "such", "same", "former", "latter", "another", "other", "others", "here",
    "there", "today", "yesterday", "tomorrow", "tonight", "ago", "respectively", "nowadays", "recently", "lately",
    "thereafter", "thereby", "elsewhere", "aforementioned", "abovementioned", "one",
    "we", "us", "our", "ours", "i", "me", "my", "you", "your", "yours", "mine", "ones", "theirs", "hers",
})  # fmt: skip
"""Words that a question cannot hold, unless the words beside them explain them."""

_SPEAKERS = frozenset({
    "we", "us", "our", "ours", "i", "me", "my", "you", "your", "yours", "mine", "ones", "theirs", "hers",
})  # fmt: skip
_TELLING_OF = frozenset({"who", "that", "of", "in", "behind", "which", "with", "on", "for", "from", "by", "to"})
_LINKS = frozenset({
    "also", "however", "meanwhile", "therefore", "thus", "moreover", "furthermore", "instead", "nonetheless",
    "nevertheless", "accordingly", "consequently", "likewise",
})  # fmt: skip
_NO_LINK_BEFORE = frozenset({"of", "known", "called", "far", "from"})
_BEING = frozenset({"be", "become", "remain", "seem", "appear", "look", "prove"})
_TURNING_OUT = frozenset({"emerge", "transpire", "remain", "follow", "seem", "appear", "turn"})
_RAISING = frozenset({
    "likely", "unlikely", "due", "set", "able", "unable", "certain", "ready", "willing", "eager", "free", "bound",
    "sure", "slow", "quick", "keen", "reluctant", "content", "loath", "prone", "liable",
})  # fmt: skip


def points_away(token: Token) -> bool:
    """Whether a word points to something that no word beside it names."""
    word = token.lower_
    stands_alone = token.tag_ == "WDT" and word == "that" and token.head.dep_ == "ROOT"  # `on 4 May | that | changed`
    if stands_alone or word not in POINTERS or token.dep_ == "mark" or token.tag_ in {"WDT", "EX"}:
        return stands_alone
    if (
        word == "former"
        and token.dep_ == "amod"
        and token.head.i > token.i
        and token.i
        and token.nbor(-1).lower_ != "the"
    ):
        return False
    if word in {"one", *_SPEAKERS}:
        pronoun = _is_pronoun(token) if word == "one" else token.pos_ in {"PRON", "NOUN", "DET"} and not _is_pit(token)
        return pronoun and not (word in {"one", "ones"} and _is_one_of_those(token))
    if token.tag_ == "IN" or (word == "that" and _opens_clause(token)) or (word == "such" and _next(token) == "as"):
        return False
    return not (_is_explained(token) or _is_joined(token))


def _is_pit(token: Token) -> bool:
    """Whether `mine` is where ore is dug: behind an article or a name, never on its own."""
    return token.lower_ == "mine" and token.tag_ == "NN" and any(c.i < token.i for c in token.children)


def _next(token: Token) -> str:
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def _is_pronoun(one: Token) -> bool:
    """Whether `one` stands for a noun, and does not count what follows."""
    subject = one.dep_ in {"nsubj", "nsubj:pass", "obj"} and _next(one) not in {"of", "in"}
    return one.pos_ in {"PRON", "NOUN"} or subject


def _is_one_of_those(one: Token) -> bool:
    """`two ships were sunk and one seized`, `40 new infections and 70 old ones`: of the noun that it is joined to."""
    behind = one.doc[: one.i]
    joined = any(t.lower_ in {"and", "but", "or"} for t in behind[-4:])
    counted = (t.nbor(-1) for t in behind[1:] if t.tag_ == "NNS")
    plain = any(c.tag_ == "CD" or (c.tag_ in {"JJ", "VBN"} and c.i and c.nbor(-1).tag_ == "CD") for c in counted)
    return joined and plain and _next(one) not in {"of", "in"}


def _opens_clause(that: Token) -> bool:
    """Whether `that` brings in what was said, whatever the parser calls it."""
    if that.i + 1 >= len(that.doc):
        return False
    following = that.nbor()
    noun = that.dep_ == "det" and that.head.i > that.i and that.head.tag_ in {"NN", "NNS"} and that.head.i - that.i <= 3
    if following.tag_ in {"DT", "IN", "PRP", "PRP$", "NNP", "EX", "CD"}:
        return True
    return not noun and following.tag_ in {"NNS", "JJ", "NN"}


def _is_explained(token: Token) -> bool:
    """`those who fled`, `that of Chad`, `those living downwind`."""
    pronoun = token.lower_ in {"those", "that"} and token.pos_ == "PRON"
    told = token.lower_ == "those" and token.i + 1 < len(token.doc) and token.nbor().tag_ in {"VBG", "VBN"}
    return pronoun and (told or _next(token) in _TELLING_OF) and any(c.i > token.i for c in token.children)


def _is_joined(token: Token) -> bool:
    """`Mali, Niger and other states`, `among others`, `each other`."""
    word, earlier = token.lower_, token.nbor(-1).lower_ if token.i else ""
    if word not in {"other", "others"}:
        return False
    listed = earlier in {"and", "or"} and token.head.dep_ == "conj"
    return listed or earlier in {"each", "any"} or _next(token) == "than" or (word == "others" and earlier == "among")


def is_link(token: Token) -> bool:
    """Whether an adverb only ties the sentence to the one before."""
    if token.lower_ == "since" and token.i and token.nbor(-1).lower_ in {"has", "have", "had"}:
        return token.i + 1 < len(token.doc) and token.nbor().tag_ in {"VBN", "RB"}
    if is_idle_reason(token):
        return True
    if token.lower_ not in _LINKS or token.tag_ != "RB" or _next(token) in _NO_LINK_BEFORE:
        return False
    return not token.i or token.nbor(-1).lower_ not in {"but", "not", "and"}


def is_idle_reason(token: Token) -> bool:
    """Whether it opens `for unrelated reasons`, which says of no reason what it is."""
    words = [t.lower_ for t in token.doc[token.i : token.i + 3]]
    return words == ["for", "unrelated", "reasons"]


def is_empty_it(it: Token) -> bool:
    """`it is likely that`, `it remains to be seen`: an `it` that means nothing."""
    tokens = list(it.doc[it.i + 1 : it.i + 8])
    for token, following in pairwise(tokens[:4]):
        if token.lemma_.lower() in _TURNING_OUT and following.lower_ in {"that", "as", "to"}:
            return True
    linked = any(token.lemma_.lower() in _BEING for token in tokens[:3])
    adjective = next((token for token in tokens if token.tag_ in {"JJ", "JJR", "JJS"}), None)
    if not linked or adjective is None:
        return False
    after = _next(adjective)
    return after in {"that", "whether", "how", "for", "if"} or (following == "to" and adjective.lower_ not in _RAISING)
