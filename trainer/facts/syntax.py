"""Token rules: finite verbs, where noun phrases and clauses begin and end, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trainer.language.tags import EVERY_SUBJECT, FINITE, NOMINAL

Word = int | str
"""The place of a token in the doc that is taken apart, or a word put in."""


RELATIVES = frozenset({"which", "who"})


CONDITIONS = frozenset({"if", "unless", "until", "whether", "lest", "provided", "once", "till"})


JOINING = frozenset({
    "when", "after", "before", "while", "because", "since", "although", "though", "where", "whereas", "as",
})  # fmt: skip


INTRODUCING_RELATIVE = frozenset({"that", "which", "who", "whose", "where", "whom"})


_UNCHANGED = frozenset({
    "put", "cut", "set", "hit", "let", "cost", "spread", "shut", "beat", "quit", "hurt", "bid", "split",
})  # fmt: skip
"""Verbs whose past is their plain form, which taggers take for an infinitive."""


def is_finite(token: Token) -> bool:
    """Whether a verb form carries tense."""
    return token.i in finites_of(token.doc)


def finites_of(doc: Doc) -> frozenset[int]:
    """The tokens that carry tense, found once for each doc."""
    if _FINITES not in doc.user_data:
        doc.user_data[_FINITES] = frozenset(token.i for token in doc if _carries_tense(token))
    found: frozenset[int] = doc.user_data[_FINITES]
    return found


_FINITES, _ROWS = "finite verbs", "enumerations"
"""Where a doc keeps what was found in it."""


def _carries_tense(token: Token) -> bool:
    """By its tag, or as a past that looks like an infinitive or a participle."""
    if token.tag_ in FINITE:
        return True
    alone = not any(c.dep_ in {"aux", "aux:pass", "mark"} for c in token.children)
    if token.tag_ == "VB":
        return token.lower_ in _UNCHANGED and alone
    clausal = token.dep_ in {"ROOT", "conj", "parataxis", "advcl", "ccomp"} and not _is_absolute(token)
    return token.tag_ == "VBN" and alone and clausal and any(c.dep_ == "nsubj" for c in token.children)


def _is_absolute(participle: Token) -> bool:
    """Whether its subject hangs on `with`, or stands alone behind a comma: `with debt included`, `, one made up of`."""
    subject = next((c for c in participle.children if c.dep_ == "nsubj"), None)
    before = subject.left_edge.i - 1 if subject is not None else -1
    if subject is None or before < 0:
        return False
    return participle.doc[before].lower_ == "with" or (
        participle.doc[before].text == "," and subject.lower_ in {"one", "each", "both", "some", "most", "many"}
    )


def has_finite(doc: Doc, first: int, last: int) -> bool:
    """Whether a verb form that carries tense stands between two tokens."""
    return not finites_of(doc).isdisjoint(range(*slice(first, last).indices(len(doc))))


def stretch(first: int, last: int) -> list[Word]:
    """The tokens from the first up to the last, it left out."""
    return list(range(first, last))


def parts(token: Token) -> bool:
    """Whether a mark parts stretches of the sentence, and is no part of a number, a date or a hyphenated word."""
    if token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    if token.text == "-":
        return token.nbor(-1).whitespace_ != "" and token.whitespace_ != ""
    if token.text == ",":
        numbers = token.nbor(-1).like_num and token.nbor().like_num and token.whitespace_ == ""
        date = token.nbor(-1).like_num and re.fullmatch(r"(?:19|20)\d\d", token.nbor().text) is not None
        return not numbers and not date
    return True


def noun_before(doc: Doc, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before a token, a mark passed over."""
    last = end - 1 if doc[end - 1].text in {",", "-"} else end
    if last < 1:
        return None
    if doc[last - 1].text == ")":
        opened = next((t.i for t in reversed(doc[:last]) if t.text == "("), None)
        last = opened or last
    if doc[last - 1].tag_ not in NOMINAL | {"POS"} and doc[last - 1].pos_ not in {"NOUN", "PROPN", "NUM", "SYM"}:
        return None
    first = phrase_start(doc, last)
    return (first, last) if first < last else None


_PHRASE = frozenset({
    "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "DT", "PRP$", "POS", "VBN", "VBG", "HYPH", "$", "FW", "PDT",
    "AFX", "SYM",
})  # fmt: skip


def phrase_start(doc: Doc, last: int) -> int:
    """Where the noun phrase that ends before `last` begins: its first word; `of` joins it to the noun before."""
    first = last - 1
    while first > 0:
        before = doc[first - 1]
        if doc[first].tag_ in {"DT", "PRP$"} and before.tag_ != "PDT":
            if before.lower_ == "of" and first >= 2 and doc[first - 2].tag_ in NOMINAL:
                first -= 2
                continue
            break
        if before.lower_ == "of" and first >= 2 and doc[first - 2].tag_ in NOMINAL:
            first -= 2
            continue
        if before.tag_ not in _PHRASE or (before.tag_ in {"VBN", "VBG"} and doc[first].tag_ in {"DT", "PRP$", "$"}):
            break
        if before.tag_ in {"VBN", "VBG"} and before.dep_ not in {"amod", "compound"}:
            break
        first -= 1
    return first


def clause_end(doc: Doc, start: int) -> int:
    """Where a clause that opens here is over: at a mark behind which the clause above goes on, or at the end."""
    opened = doc[start - 1].text in {",", "-", "("}
    for token in doc[start + 1 :]:
        dashed = token.text == "-" and token.whitespace_ and token.nbor(-1).whitespace_
        if token.text == ";" or dashed or _closes_bracket(token, start):
            return token.i
        following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        if token.lower_ in {"and", "but", "or"} and following in {"which", "who", "whose"}:
            return token.i
        if opened and token.text == "," and parts(token) and _closes(doc, start, token):
            return token.i
    last = len(doc) - (doc[-1].text == ".")
    return last if opened else _next_verb_above(doc, start, last)


def closes(doc: Doc, end: int) -> bool:
    """Whether the comma behind an aside belongs to it and not to a list or a further clause."""
    return not (
        end + 1 < len(doc)
        and doc[end + 1].lower_ in {"and", "but", "or", "while", "whereas", "although", "who", "which"}
    )


def _closes_bracket(token: Token, start: int) -> bool:
    """Whether a bracket closes that was opened before the words began, and none of their own: `(OAU)`."""
    return token.text == ")" and not any(t.text == "(" for t in token.doc[start : token.i])


def _closes(doc: Doc, start: int, comma: Token) -> bool:
    """Whether the clause above goes on behind a comma."""
    if not has_finite(doc, start, comma.i) or comma.i + 1 >= len(doc):
        return False
    nxt = doc[comma.i + 1]
    goes_on = {"and", "but", "which", "who", "while", "whereas", "although"}
    if is_finite(nxt) or _is_verb_soon(nxt) or nxt.lower_ in goes_on or nxt.head.i < start:
        return True
    return _opens_above(doc, start, comma.i + 1)


def _opens_above(doc: Doc, start: int, first: int) -> bool:
    """Whether the subject of the clause above begins there: `In Gao, where it rained, | Kidal and Ber are cut off`."""
    relative = doc[start]
    subjects = (t for t in doc[first:] if t.dep_ in EVERY_SUBJECT and t.left_edge.i == first)
    return any(t.head.i > t.i and t.head.is_ancestor(relative) for t in subjects)


def _goes_back(doc: Doc, first: int) -> bool:
    """Whether the clause above goes on behind a comma: `a town that supplies Goma, | on 4 May, and | entered Sake`."""
    joined = doc[first].lower_ in {"and", "but"} and first + 1 < len(doc) and doc[first + 1].tag_ in FINITE
    return joined or (doc[first].tag_ == "IN" and any(t.text == "," for t in doc[first + 1 : first + 6]))


def _closes_front(doc: Doc, start: int, comma: int) -> bool:
    """Whether a clause that opens the sentence is over at a comma: `a year after it shut the line that runs north,`."""
    joint = next((t.i for t in doc[:start] if t.lower_ in JOINING), start)
    listed = any(first <= comma < last for first, last in enumerated(doc))
    return joint < min(start, _OPENING) and not has_finite(doc, 0, joint) and not listed


_OPENING = 4
"""Words before the word that joins a clause at the head of a sentence: `six months after`."""


def _next_verb_above(doc: Doc, start: int, last: int) -> int:
    """Where the clause above has its verb, behind a relative clause without a comma; `last` if nowhere."""
    own = doc[start].head
    seen = False
    for token in doc[start + 1 : last]:
        over = token.text == "," and token.i > own.i and parts(token)
        if over and (_goes_back(doc, token.i + 1) or _closes_front(doc, start, token.i)):
            return token.i
        if token.tag_ not in FINITE:
            continue
        if token.i == own.i == start + 1:
            seen = not any(own.is_ancestor(t) for t in doc[start + 2 :] if t.tag_ in FINITE)
        elif token.nbor(-1).lower_ not in {"which", "who", "that", "and", "or"}:
            if seen and not any(t.lower_ in JOINING | {"that", "and", "but"} for t in doc[start + 2 : token.i]):
                return token.i
            seen = True
    return last


def _is_verb_soon(word: Token) -> bool:
    """Whether an adverb stands right before a finite verb, as in `the gap, where it was widest, almost closed`."""
    return word.tag_ == "RB" and word.i + 1 < len(word.doc) and is_finite(word.nbor(1))


def phrase_end(doc: Doc, start: int) -> int:
    """Where a phrase without a verb of its own is over: the next mark that parts, or a finite verb."""
    passed = start
    for token in doc[start + 1 :]:
        passed = max(passed, place_apart(doc, start, token.i))
        if token.i <= passed:
            continue
        parted = token.text == ";" or (token.text in {",", "-"} and parts(token)) or _closes_bracket(token, start)
        if parted or is_finite(token):
            return token.i
        if token.lower_ in RELATIVES | {"that"} and token.tag_ in {"WDT", "WP"}:
            return token.i
    return len(doc) - (doc[-1].text == ".")


def place_apart(doc: Doc, start: int, comma: int) -> int:
    """The comma behind `, in Mali,` where the phrase goes on: `built with Gao, in Mali, | in mind`; 0 if there is none.

    What comes behind goes with the phrase if it hangs from one of its words.
    """
    if comma >= len(doc) or doc[comma].text != ",":
        return 0
    close = next((t.i for t in doc[comma + 2 : comma + 6] if t.text == ","), 0)
    if not close or doc[comma + 1].lower_ not in {"in", "near", "at"} or close + 2 >= len(doc):
        return 0
    named = all(t.tag_ in {"NNP", "NNPS", "DT", "JJ"} for t in doc[comma + 2 : close])
    goes_on = doc[close + 1].tag_ == "IN" and start <= doc[close + 1].head.head.i < comma
    return close if named and goes_on and not has_finite(doc, comma, close) else 0


def was(doc: Doc, phrase: tuple[int, int]) -> list[Word]:
    """`was` or `were`, by the head of the phrase."""
    head = next(
        (t for t in doc[slice(*phrase)] if t.head.i < phrase[0] or t.head.i >= phrase[1] or t.head == t),
        doc[phrase[1] - 1],
    )
    joined = any(t.dep_ == "cc" and t.head.head == head for t in doc[slice(*phrase)])
    return ["were" if (head.tag_ == "NNS" and not _is_one(doc, *phrase)) or joined else "was"]


def _is_one(doc: Doc, first: int, last: int) -> bool:
    """Whether the phrase is one thing with its price before it: `a $3 million bond`, which the parser counts by it."""
    opened = doc[first].lower_ in {"a", "an"} and doc[last - 1].tag_ in {"NN", "NNP"}
    return opened and any(t.text == "millions" for t in doc[first + 1 : last - 1])


TIMES = frozenset({
    "monday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "then", "last", "this", "next", "spring", "summer", "autumn", "winter",
})  # fmt: skip


def clause_follows(doc: Doc, start: int) -> bool:
    """Whether a subject and then a finite verb come next, before another clause begins."""
    start = _behind_time(doc, start)
    if start < 0 or _is_time(doc, start):
        return False
    nominal, commas, relatives, verbs = _counts(doc, start), 0, 0, 0
    for token in doc[start : start + 18]:
        if token.text in {";", ":"} or (token.i > start and _joins_clause(token)) or _opens_before_verb(token, verbs):
            return False
        if token.lower_ in {"which", "who", "that", "whose"}:
            if not nominal:
                return False
            relatives += 1
        elif is_finite(token):
            verbs += 1
            if verbs > relatives:
                return nominal and commas != 1
        commas += token.text == ","
        nominal = nominal or token.tag_ in NOMINAL | {"PRP", "EX"}
        if token.tag_ == "PRP" and token.dep_ not in EVERY_SUBJECT | {"nmod:poss"} and not relatives:
            return False
    return False


def _opens_before_verb(token: Token, verbs: int) -> bool:
    """Whether a clause, or a second verb, comes before the first verb: `other sites | when`, `forces | and struck`."""
    second = token.lower_ == "and" and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "VBD"
    return not verbs and (second or token.lower_ in _WITH_SUBJECT)


_WITH_SUBJECT = frozenset({"when", "while", "because", "although", "though", "whereas"})
_SPAN = r"(?:hour|day|week|month|year)s?"
_RELATIVE_TIME = re.compile(
    r"(?:(?:early|late|earlier|later) )?(?:last|this|that|the (?:same|following|next|previous))"
    rf" (?:{_SPAN}|spring|summer|autumn|winter)\b"
    rf"|(?:[a-z]+|\d+) {_SPAN} (?:later|earlier|afterwards?|before)\b(?! [a-z]+ing)|later that {_SPAN}\b"
)
"""A time that is told from another: `early last month`, `two days later`."""


def _behind_time(doc: Doc, start: int) -> int:
    """Where the clause goes on behind a time told from another that opens it; below 0 where no comma set it off."""
    time = _RELATIVE_TIME.match(" ".join(t.lower_ for t in doc[start : start + 8]))
    if time is None:
        return start
    parted = start >= 2 and (doc[start - 1].text in {";", ":"} or doc[start - 2].text in {",", ";"})
    return start + time[0].count(" ") + 1 if parted else -1


def _counts(doc: Doc, start: int) -> bool:
    """Whether a number opens a clause about what it counts, and is no day or span: `three seafarers are missing`."""
    if doc[start].tag_ != "CD" or _YEAR.fullmatch(doc[start].text):
        return False
    for token in doc[start + 1 : start + 8]:
        if is_finite(token):
            return True
        if token.text == "," or token.tag_ == "CD" or token.text[:1].isupper() or re.fullmatch(_SPAN, token.lower_):
            return False
    return False


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_time(doc: Doc, start: int) -> bool:
    """Whether a number, a day, a month or a season opens what follows: `early June`."""
    word = doc[start]
    if word.tag_ == "CD":
        return not _counts(doc, start)
    if word.lower_ in TIMES:
        return True
    return word.lower_ in {"early", "late", "mid", "the"} and doc[start + 1 : start + 2].text.lower() in TIMES


def _joins_clause(comma: Token) -> bool:
    """Whether a comma stands before a word that joins what follows to what was said."""
    if comma.text != "," or comma.i + 1 >= len(comma.doc):
        return False
    return comma.nbor(1).lower_ in JOINING | {"and", "but", "or"}


def enumerated(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The enumerations of a doc, found once."""
    if _ROWS not in doc.user_data:
        doc.user_data[_ROWS] = tuple(enumerations(doc))
    found: tuple[tuple[int, int], ...] = doc.user_data[_ROWS]
    return found


def enumerations(doc: Doc) -> Iterator[tuple[int, int]]:
    """`A, B and C` and longer: short phrases without a verb between the commas, alike in having an article or none."""
    for joint in doc:
        if joint.lower_ not in {"and", "or"} or joint.i < 3:
            continue
        items, end = [], joint.i - (joint.nbor(-1).text == ",")
        for token in reversed(doc[:end]):
            if token.text == ",":
                items.append(doc[token.i + 1 : end])
                end = token.i
            elif (
                token.tag_ in {"WDT", "WP", "VBG"}
                or is_finite(token)
                or token.text in {";", ":", "(", ")"}
                or end - token.i > 6
            ):
                break
        with_article = {item[0].tag_ in {"DT", "PRP$"} for item in items if len(item)}
        if all(map(len, items)) and (len(items) > 1 or with_article == {False}):
            yield doc[end].idx, joint.idx + len(joint)


def is_of_now(doc: Doc) -> bool:
    """Whether a sentence tells in the present, or the perfect, what is so."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    verbs = [root, *(t for t in root.children if t.dep_.startswith(("aux", "cop")))] if root is not None else []
    return any(t.tag_ in {"VBP", "VBZ"} for t in verbs)
