"""The event that `the attack`, `the vote`, `the sinking` and `the attackers` speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.clause_pronouns import Place
from trainer.language.definite import Definite, Meant, owner
from trainer.language.described import Described
from trainer.language.event_nouns import DEEDS, OF_ATTACK, families
from trainer.language.grammar import subject_of
from trainer.language.person_nouns import ATTACKERS
from trainer.language.polities import home, said_of
from trainer.language.verbs import lemma_of

if TYPE_CHECKING:
    from trainer.language.reading import Line, Reading

_VOTING = frozenset({"election", "elections", "vote", "poll", "polls", "ballot"})
_POLLS = frozenset({"election", "elections", "referendum"})
_POLL_SORTS = frozenset({
    "presidential", "parliamentary", "general", "legislative", "constitutional", "federal", "local", "municipal",
    "regional", "snap",
})  # fmt: skip
_ENACTING = frozenset({"adopt", "pass", "approve", "reject", "veto"})
_WITHOUT_OBJECT = frozenset(
    {"collapse", "die", "erupt", "resign", "depart", "leave", "sink", "withdraw", "merge", "reopen"}
)
_SMALL = re.compile(
    r"\b(?:of|in|on|at|to|and|the|for|a|by|hit|is|are|after|before|since|as|days?|weeks?|months?|years?"
    r"|ends?|begins?|starts?|opens?|launch(?:es)?|holds?|faces?|rejects?|joins?|suspends?|resumes?|seeks?|wins?|loses?"
    r"|extends?|halts?|cancels?)\b",
    re.IGNORECASE,
)
"""Words that stand in no name of an event: small ones, and the verbs of headlines."""
_OPENING_LINES = 2
"""Lines at the head of a brief in which `an attack` may bring in the attack of the title."""


def culprits(definite: Definite) -> Meant | None:
    """`the attackers`: those behind the attack."""
    if definite.word not in ATTACKERS or not definite.plural or definite.modifiers:
        return None
    event = _event(definite, OF_ATTACK.get(definite.word, "attack"), plural=False)
    return None if event is None else Meant(event.words, event.phrase, "those behind ", plural=True)


def event(definite: Definite) -> Meant | None:
    """The one event of this noun that the brief has described: in the passage, else at all, else in its title."""
    if definite.word not in families() or definite.modifiers:
        return None
    voted = _enacted(definite) if definite.word in {"vote", "ballot"} else None
    return voted or _event(definite, definite.word, plural=definite.plural)


def _event(definite: Definite, noun: str, *, plural: bool) -> Meant | None:
    index, family = definite.index, sorted(families()[noun])
    called = {m.entity for m in definite.named_before() if _is_called(m.entity.said, family)}
    if not plural and len(called) == 1:
        return Meant(next(iter(called)).said)
    told = [d for word in family for d in index.described.get(word, ()) if _fits(definite, d, plural=plural)]
    bare = [b for word in family for b in index.bare.get(word, ()) if b.plural == plural]
    bare = [b for b in bare if definite.is_after(b.line, b.head) and definite.is_here(b.line)]
    here = [d for d in told if definite.is_here(d.line)]
    chosen = _one(here or told, noun)
    if chosen is not None:
        rivals = any((b.line, b.head) > (chosen.line, chosen.head) for b in bare)
        return None if rivals else Meant(phrase=chosen, plural=plural)
    if told:
        return None
    titled = _titled(definite.reading, family, plural=plural)
    if titled is not None:
        return titled if all(b.line <= _OPENING_LINES for b in bare) else None
    return _polled(definite, noun) if len(bare) <= (noun in _POLLS) else None


def _is_called(said: str, family: Sequence[str]) -> bool:
    """Whether a name begins with the noun of the event: `Cyclone Gabrielle`."""
    first = said.split(maxsplit=1)[0].lower()
    return first in family and first in _NAMED_STORMS


_NAMED_STORMS = frozenset({"storm", "cyclone", "hurricane", "typhoon"})


def _fits(definite: Definite, told: Described, *, plural: bool) -> bool:
    """Whether a description ends before the definite, names something and is of its number."""
    return not told.weak and told.plural == plural and definite.is_after(told.line, told.end - 1)


def _one(told: Sequence[Described], noun: str) -> Described | None:
    """The shortest good description, if all that share the noun share a name, from one to the next."""
    same = [d for d in told if d.noun == noun] or list(told)
    if not same:
        return None
    linked = set(same[0].named)
    for other in same[1:]:
        if not linked & other.named:
            return None
        linked |= other.named
    return min(same, key=lambda d: (d.verb >= 0, d.end - d.start > 12, d.line, d.head))


def _enacted(definite: Definite) -> Meant | None:
    """`the vote` behind a sentence in which a body adopted, approved or rejected something with a name."""
    for k in definite.index.before(definite.line, 1):
        line = definite.index.lines[k]
        for verb in line.sentence.doc:
            if verb.lemma_.lower() in _ENACTING and verb.pos_ == "VERB":
                target = next((c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}), None)
                named = definite.index.at(k, target.idx) if target is not None else None
                if named is not None:
                    number = re.match(r" \d+", line.plain[named.end :])
                    return Meant(f"the vote on {named.entity.said}{number[0] if number else ''}")
    return None


def _titled(reading: Reading, family: Sequence[str], *, plural: bool) -> Meant | None:
    """The event that the title is about: `the Colonial Pipeline ransomware attack`."""
    found = [(noun, words) for noun, words in title_events(reading.brief.title, _texts(reading)) if noun in family]
    fitting = {words for noun, words in found if _is_many(noun) == plural}
    if len(fitting) != 1:
        return None
    words = fitting.pop()
    return Meant(words if re.match(r"[^ ]+(?: [A-Z][^ ]*)*['’]s? ", words) else f"the {words}", plural=plural)


def _is_many(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")


def _texts(reading: Reading) -> tuple[str, ...]:
    """Every written form of a name in the brief, and its first two words, the longest first."""
    key = (-1, -1)
    found = reading.mentions.found
    if key not in found:
        texts = {text for entity in reading.mentions.entities for text in entity.texts if len(text) > 2}
        texts |= {" ".join(text.split()[:2]) for text in texts}
        found[key] = tuple(sorted(texts, key=lambda text: (-len(text), text)))
    kept = found[key]
    return kept if isinstance(kept, tuple) else ()


@lru_cache(maxsize=64)
def title_events(title: str, texts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The nouns of events in a title, each with the words that describe it; names as `texts` write them.

    >>> title_events("HOUTHI ATTACKS ON RED SEA SHIPPING", ("Red Sea", "Houthi"))
    (('attacks', 'Houthi attacks on Red Sea shipping'),)
    """
    names = {text.casefold(): text for text in texts if _word(text.casefold()).search(title.casefold())}
    found = []
    for match in re.finditer(r"[a-z-]+", title.casefold()):
        noun = match[0]
        if names and noun in families():
            head, tail = title.casefold()[: match.start()], title.casefold()[match.end() :]
            before, behind = _before(head, names), _behind(tail, names) or _headed(head, names)
            if before or behind:
                found.append((noun, f"{before}{noun}{behind}"))
    return tuple(found)


def _word(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")


def _before(text: str, names: Mapping[str, str]) -> str:
    """The name and up to three words between it and the noun: `Colonial Pipeline ransomware `, `Ukraine's `."""
    for folded, name in names.items():
        match = re.search(rf"(?<!\w){re.escape(folded)}(?P<owner>['’]s)? (?P<words>(?:[a-z-]+ ){{0,3}})$", text)
        if match is not None and not _SMALL.search(match["words"]):
            return f"{owner(name) if match['owner'] else name} {match['words']}"
    return ""


def _behind(text: str, names: Mapping[str, str]) -> str:
    """` on Red Sea shipping`: a preposition, the name, and the noun that it modifies if the title ends there."""
    for folded, name in names.items():
        start = (
            rf" (?P<on>on|of|in|into|at|against|between) (?P<the>the )?(?P<kind>(?:[a-z-]+ ){{0,2}}){re.escape(folded)}"
        )
        for pattern in (rf"{start}(?P<tail> [a-z]+)?(?=$|[:,;])", rf"{start}(?P<tail>)(?=[ :,;]|$)"):
            match = re.match(pattern, text)
            if match is not None and not _SMALL.search(match["kind"]):
                return f" {match['on']} {match['the'] or ''}{match['kind']}{name}{match['tail'] or ''}"
    return ""


def _headed(text: str, names: Mapping[str, str]) -> str:
    """`Türkiye and Syria: ` before the noun as ` in Türkiye and Syria`."""
    head, colon, between = text.partition(":")
    places = [names.get(part.strip()) for part in head.split(" and ")]
    told = [place for place in places if place is not None]
    near = bool(colon) and len(between.split()) <= 1 and len(told) == len(places)
    return f" in {' and '.join(told)}" if near and not _SMALL.search(between) else ""


_OF_SURVEYS = frozenset({"ask", "go", "head", "lead", "put", "return", "say", "show", "suggest", "top", "trail"})
"""Verbs with which `the polls` are the places where people vote, or what people say before they do."""


def _polled(definite: Definite, noun: str) -> Meant | None:
    """`the election` of a brief on one state: `Senegal's presidential election`, if title or text so far say so."""
    topic = home(definite.reading)
    if noun not in _VOTING or topic is None or (noun in {"vote", "ballot"} and _has_voted(definite)):
        return None
    polls = _polls(definite.reading)
    meant = noun if noun in _POLLS else _only_poll(polls)
    titled = {sort for sort, poll in _sorted_polls(definite.reading.brief.title.lower()) if poll == meant}
    sorts = sorted(titled or {sort for sort, poll in polls if poll == meant and sort})
    lines = definite.reading.lines
    so_far = (line.plain for line in lines[: definite.reading.mentions.number(definite.line) + 1])
    told = titled or {sort for text in so_far for sort, _ in _sorted_polls(text.lower())}
    if not meant or len(sorts) > 1 or (noun in _POLLS and not told.issuperset(sorts)):
        return None
    if noun == "polls" and lemma_of(definite.noun.head.lower_) in _OF_SURVEYS:
        return Meant("the polls", plural=True)
    which = f"{sorts[0]} " if sorts else ""
    return Meant(f"{owner(said_of(definite.reading, topic))} {which}{meant}", plural=meant.endswith("s"))


def _has_voted(definite: Definite) -> bool:
    """Whether a body has voted in this passage before."""
    lines = [definite.index.lines[k] for k in definite.index.before(definite.line)]
    return any(re.search(r"\b(?:votes|voted)\b", line.plain) for line in lines)


def _only_poll(polls: Iterable[tuple[str, str]]) -> str:
    nouns = {poll for _, poll in polls}
    if len({poll.rstrip("s") for poll in nouns}) != 1:
        return ""
    return "election" if "election" in nouns else min(nouns)


def _polls(reading: Reading) -> frozenset[tuple[str, str]]:
    """Each kind of poll in the brief: the word before it, if it says which, and its noun."""
    key = (-2, -1)
    found = reading.mentions.found
    if key not in found:
        found[key] = frozenset(pair for line in reading.lines for pair in _polls_in(line))
    kept = found[key]
    return kept if isinstance(kept, frozenset) else frozenset()


def _sorted_polls(text: str) -> list[tuple[str, str]]:
    """Each poll of a text of which the word before it says the kind."""
    pairs = re.findall(r"\b(\w+) (elections?|referendum)\b", text)
    return [(sort, poll) for sort, poll in pairs if sort in _POLL_SORTS]


def _polls_in(line: Line) -> list[tuple[str, str]]:
    tokens = [t for t in line.sentence.doc[1:] if t.lower_ in _POLLS]
    return [(t.nbor(-1).lower_ if t.nbor(-1).lower_ in _POLL_SORTS else "", t.lower_) for t in tokens]


def deed(definite: Definite) -> Meant | None:
    """`the sinking`: of what sank in this sentence or the two before, if only one thing did."""
    verbs = DEEDS.get(definite.word, "").split()
    if not verbs or definite.modifiers:
        return None
    for k in (definite.number, *definite.index.before(definite.line, 2)):
        doc = definite.index.lines[k].sentence.doc if k != definite.number else definite.noun.doc
        tokens = doc[: definite.article.i] if k == definite.number else doc
        targets = [target for t in tokens if t.pos_ == "VERB" and (target := _target(t, verbs)) is not None]
        if targets:
            return Meant(f"the {definite.word} of ", of=Place(k, targets[0])) if len(targets) == 1 else None
    return None


def _target(verb: Token, verbs: Sequence[str]) -> Token | None:
    """What a verb was done to, or who did it, if it is done to none."""
    lemma = verb.lemma_.lower()
    if lemma not in verbs:
        return None
    done = next((c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}), None)
    return subject_of(verb) if done is None and lemma in _WITHOUT_OBJECT else done
