"""The words that ask: `on what date`, `at least how many`, `in which two countries`, `who`."""

from __future__ import annotations

import re

from trainer.cards.card import Kind
from trainer.facts.gaps import DATE_TIME_GROUP, Gap
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement, is_plural
from trainer.language import gazetteer
from trainer.language.agreement import are_people
from trainer.language.definite import owner
from trainer.language.names import ACTORS, PLACES, Sort
from trainer.language.reading import Line
from trainer.language.verbs import lemma_of
from trainer.questions.grain import grain
from trainer.questions.kept import kept_pronouns
from trainer.questions.saying import MARK, NOTHING, Voice
from trainer.questions.untold import is_two, untold
from trainer.questions.wording import several
from trainer.text import fold
from trainer.values.quantities import HEDGES

LONGEST_LEAD = 7
"""Words that may stand in a slot before what is asked for."""


_HEDGE = re.compile(rf"(?:^|\s)(?P<hedge>{'|'.join(sorted(HEDGES, key=len, reverse=True))})\s*$", re.IGNORECASE)


_Words = tuple[str, Kind, str, bool]
"""The slot with its question words, the kind, what is counted, and whether a verb behind it is plural."""


def question_words(voice: Voice, statement: Statement, slot: Slot, gap: Gap) -> _Words | None:
    """The words of the slot with what is asked for in the place of the gap."""
    told = statement.told
    kept = kept_pronouns(voice, statement) if slot.role != "subject" else NOTHING
    body = voice.say(told, *slot.body, (gap.start, gap.end), owned=slot.role != "subject", kept=kept)
    if body is None or body.count(MARK) != 1:
        return None
    left, right = (part.strip() for part in body.split(MARK))
    if (
        told.doc[slot.first].tag_ in {"VBG", "VBN"}
        or _is_in_participle(statement, slot, gap)
        or re.search(r"\b(?:first|last|next|other)$", left)
    ):
        return None
    if slot.role != "subject" and any(t.tag_ == "TO" for t in told.doc[slot.first + slot.preposition : slot.last]):
        return None
    return _asking(statement, slot, gap, left, right)


def _is_in_participle(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether a figure stands in what only tells which noun is meant: `has a plan | costed at $7 million`."""
    told = statement.told
    tokens = told.tokens_of(gap.start, gap.end)
    before = told.doc[slot.first + 1 : tokens[0].i] if tokens and gap.number is not None else ()
    return any(t.tag_ == "VBN" and t.dep_ == "acl" for t in before)


def _asking(statement: Statement, slot: Slot, gap: Gap, left: str, right: str) -> _Words | None:
    """The question words between what stands on the left and on the right of the gap."""
    told = statement.told
    preposition = told.doc[slot.first : slot.first + slot.preposition].text.lower()
    plural = is_plural(statement, slot)
    if gap.time is not None:
        words = "" if left or right else _when(statement, slot, gap, preposition)
        return (words, Kind.WHEN, "", plural) if words else None
    if gap.number is not None:
        parted = _is_a_rate(statement, slot) or _counts_from(statement, slot, right)
        return None if parted else _how_many(gap, left, right, preposition, plural=plural)
    if DATE_TIME_GROUP.fullmatch(told.line.plain, gap.start, gap.end):
        at = preposition in {"at", "by", "until", "from", "since", "before", "after"} and not (left or right)
        return (f"{preposition} what date-time group", Kind.WHEN, "", plural) if at else None
    words = _which(told.line, gap, left, right, preposition, subject=slot.role == "subject")
    kind = _kind(gap, subject=slot.role == "subject")
    one = gap.sort in {Sort.PERSON, Sort.STATE} and not gap.items
    return (words, kind, "", bool(gap.items) or (plural and not one)) if words else None


def _kind(gap: Gap, *, subject: bool) -> Kind:
    """What a name is asked for as."""
    if gap.items:
        return Kind.LIST
    if gap.sort is Sort.PERSON or subject:
        return Kind.WHO
    return Kind.WHERE if gap.sort in PLACES else Kind.WHAT


def _when(statement: Statement, slot: Slot, gap: Gap, preposition: str) -> str:
    """`on what date`, `since when`: only for a date that is a slot of its own."""
    if slot.role == "subject" or gap.time is None or gap.time.until or gap.time.part:
        return ""
    lead = preposition or gap.preposition
    if lead == "on" and settles(statement):
        return ""
    grain = {"year": "year", "month": "month and year", "day": "date"}[gap.time.granularity]
    if lead in {"in", "on", ""}:
        return f"on what {grain}" if gap.time.day else f"in what {grain}"
    return f"{lead} what {grain}" if lead in {"since", "by", "until", "before", "after", "from", "during"} else ""


def settles(statement: Statement) -> bool:
    """Whether `on` and a date behind the verb may be what was chosen: `settled on March 24`."""
    verb = statement.told.doc[statement.verb].lower_ if statement.verb is not None else ""
    return lemma_of(verb) in _SETTLING


_SETTLING = frozenset({
    "settle", "decide", "agree", "insist", "focus", "rely", "depend", "plan", "bet", "count", "call", "summon",
    "invite", "schedule",
})  # fmt: skip


_LEADING_TO = re.compile(r"\b(?:of|to|for|from|in|by|on|with|at|than|aged|is|are|was)$")
"""What may stand before `how many` in its slot."""
_NO_LEAD = re.compile(r"(?:^|\s)(?:a|an|the|its|their)$|\b[A-Z]\S*$|\b(?:the|a|an) [A-Z]\S+ \w+$|,|\b(?:and|or)\b")
"""What goes before no `how many`: an article, a name, two things."""


def _how_many(gap: Gap, left: str, right: str, preposition: str, *, plural: bool) -> _Words | None:
    """`at least how many peacekeepers`, `to what percentage`, `how much`: the hedge stays with the question."""
    parted = right.startswith("to ") or _PARTED.search(right) is not None or _ONE_OF_TWO.search(right) is not None
    if (
        parted
        or (preposition == "by" and re.search(r"\d", left))  # `by 55% to what percentage`
        or (preposition == "with" and re.match(r"(?:its|his|her|their)\b", left))
        or preposition in {"between", "because", "after", "before", "while", "when"}
        or left.lower().endswith("instead of")
    ):
        return None
    number = gap.number
    assert number is not None  # noqa: S101 - the caller looked
    hedged = _HEDGE.search(left)
    hedge = HEDGES[" ".join(hedged["hedge"].lower().split())] if hedged else ""
    if hedged and not number.hedge:
        return None
    left = left[: hedged.start()].strip() if hedged else left
    if len(left.split()) > LONGEST_LEAD or _NO_LEAD.search(left):
        return None
    if (left or preposition == "with") and not _LEADING_TO.search(left):
        return None
    asked = _amount(number.unit, right)
    if not asked:
        return None
    lost = _LOST.fullmatch(left.lower()) if number.unit not in {"", "percent"} and not preposition else None
    if lost is not None:
        left, asked = "", f"{asked} in {lost[1]}"
    if number.unit not in {"", "percent"} and _OF_GOODS.match(right):
        right = f"in {right.removeprefix('of ')}"
    if asked == "how many" and _OF_AGE.search(left) and re.fullmatch(r"(?:days|weeks|months|years)", right):
        asked = "what age in"
    right = re.sub(r"(?<=/[a-z])\.$", "", right)  # `128 km/h.` at the end of a sentence
    counted = right if re.match(r"[a-z]", right) else ""
    owned = _OWNED.fullmatch(left.lower()) if not preposition and are_people(right) else None
    if owned is not None:
        left, right = "", f"{owner(right)} {owned['owned']}"
    words = " ".join(word for word in (preposition, left, hedge, asked, right) if word)
    words = words.replace("an estimated what percentage", "what estimated percentage")
    return words, Kind.HOW_MANY, counted, plural


_OF_AGE = re.compile(r"\b(?:babies|boys|children|girls|infants|toddlers|men|women|people) of$", re.IGNORECASE)
"""Those whose age a number of years or months behind them is."""
_ONE_OF_TWO = re.compile(
    r"\b(?:and|or) (?:(?:(?:about|some|around|nearly|over|roughly|at least|more than|fewer than|up to) )?"
    r"(?:[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|an? (?:second|third|fourth|fifth|sixth|further|half|quarter)\b)"
    r"|, (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)|\band [A-Z][^,]* \d"
)
"""A second number beside what is counted: `how many customers and 9.5 million payments`."""
_PARTED = re.compile(
    r"\bwhere\b|\band (?:to|of|for|in|from|by|with|on)\b|\b\d[\d.,]* (?:nautical )?(?:miles|km|kilomet)"
)
"""What goes with the clause and not with what is counted: `how many people and to the fleet`."""
_OWNED = re.compile(r"the (?P<owned>[a-z]+) of")
"""What stands before people who own it: `the data of`, asked for as `how many people's data`."""


_LOST = re.compile(
    r"((?:[a-z]+ )?(?:aid|arrears|assets|damages?|debts?|exports|fines|loans|losses|profits|sales|savings)) of"
)
"""What a sum comes to: `losses of`, asked for as `how much in losses`."""


_OF_GOODS = re.compile(r"of (?!the|its|their|his|her|this|that|all|each|an?|which|[a-z]+'s)[a-z]+")
"""What a sum is worth of: `$4 billion of trade`, asked for as `how much in trade`."""


def _is_a_rate(statement: Statement, slot: Slot) -> bool:
    """Whether what a sum is for stands behind it in a slot of its own: `passed $3 | a gallon`."""
    behind = statement.told.doc[slot.last : slot.last + 2]
    return len(behind) > 1 and behind[0].lower_ in {"a", "an", "per"} and behind[1].tag_ == "NN"


def _counts_from(statement: Statement, slot: Slot, right: str) -> bool:
    """Whether a length of time is counted from something that stands in another slot: `two months | after the vote`."""
    doc = statement.told.doc
    length = re.match(r"(?:days?|weeks?|months?|years?|hours?|kilomet\w+|km|met(?:re|er)s|miles|feet|yards)\b", right)
    behind = doc[slot.last] if slot.last < len(doc) else None
    counted = behind is not None and behind.lower_ in {"after", "before", "since", "from", "earlier", "later"}
    return bool(length) and (counted or slot.role == "front")


_COUNTED = re.compile(
    r"(?!of|in|on|at|to|by|for|from|with|and|or|as|than|more|less|had|was|were|is|are|per|a|the)[A-Za-z][\w'-]*"
)


_OF_SIZE = re.compile(
    r"(?:mm|cm|km|kg|kV|kW|MW|GW|TB|GB|ha|kt|ft|t) "
    r"(?!(?:of|in|on|at|to|from|for|by|with|above|below|and|or|per|an?|long|wide|deep|high|away|north|south|east|west|off)\b)"
    r"[a-z]"
)
"""A unit that only says of what size the noun behind it is: `300 | mm wafers`."""


def _amount(unit: str, right: str) -> str:
    """`how many`, `how much` or `what percentage`; empty where the words behind do not allow it."""
    if unit == "percent":
        return "what percentage" if not right or re.match(r"(?:of|in|on|from|above|below|,)\b", right) else ""
    if _OF_SIZE.match(right):
        return ""
    if unit:
        return "how much" if not right or re.match(r"(?:of|in|for|from|on|to|a|per|,|worth)\b", right) else ""
    return "how many" if _COUNTED.match(right) else ""


def _which(line: Line, gap: Gap, left: str, right: str, preposition: str, *, subject: bool) -> str:
    """`who`, `which country`, `in which city`: only for a name that fills its slot, an office before it allowed."""
    if right or (preposition in {"between", "among", "such as", "including", "except", "besides"} and not gap.items):
        return ""
    left = re.sub(r"^(?:the|both)$", "", left, flags=re.IGNORECASE).strip()
    title = _office(left) if left else ""
    if left and not title:
        return ""
    if _common_noun(line, gap) == Sort.UNKNOWN.value if gap.items else _is_thing(line, gap, _noun(line, gap)):
        return ""
    if gap.items:
        word = f"which {several(len(gap.items), _common_noun(line, gap))}"
    elif gap.sort is Sort.PERSON:
        word = f"which {title}" if title and not _OF_ALL.search(title) else ("who" if subject else "whom")
    elif gap.sort is None or gap.sort is Sort.UNKNOWN or title:
        return ""
    else:
        word = f"which {_noun(line, gap)}"
    on_it = preposition == "in" and word.endswith(" island")
    return f"{'on' if on_it else preposition} {word}".strip()


_OF_ALL = re.compile(r"\b(?:president|premier|prime minister|chancellor|king|queen|emperor|pope)$", re.IGNORECASE)
"""Offices of which everybody knows the holder: asked with its office, such a name is no question."""


_NO_PEACEKEEPERS = frozenset({"GSF", "MNJTF"})
"""Forces of several states that keep no peace but fight."""


def _noun(line: Line, gap: Gap) -> str:
    name = line.plain[gap.start : gap.end]
    body = gazetteer.bodies().get(name) or gazetteer.body_named(name)
    if body is not None and body.noun != "term":
        return "military force" if body.short in _NO_PEACEKEEPERS else body.noun
    if gap.sort in ACTORS and name.endswith(" Government"):
        return "government"
    known = next((named.kind for named in line.names if named.start == gap.start and named.sort is gap.sort), "")
    return known or (gap.sort.value if gap.sort else "name")


_THINGS = frozenset({
    "algorithm", "app", "application", "atlas", "browser", "checker", "client", "database", "engine", "framework",
    "gateway", "index", "kit", "model", "module", "platform", "portal", "protocol", "scanner", "server", "software",
    "suite", "survey", "system", "tool", "toolkit",
})  # fmt: skip
"""Last words of the names of things that are taken for bodies."""


def _is_thing(line: Line, gap: Gap, noun: str) -> bool:
    """Whether what would be called an organization is a tool or the like by the last word of its name."""
    name = line.plain[gap.start : gap.named or gap.end]
    return noun == Sort.BODY.value and " " in name and fold(name.rpartition(" ")[2]).removesuffix("s") in _THINGS


def _office(words: str) -> str:
    """An office before a name, in small letters but for acronyms; empty if the words are none."""
    known = gazetteer.words("office_heads") | gazetteer.words("office_openers") | gazetteer.words("ranks")
    listed = re.sub(r"^(?:the|its|their|his|her)\s", "", words.rstrip(", "), flags=re.IGNORECASE).split()
    if not listed or fold(listed[-1]) not in gazetteer.words("office_heads"):
        return ""
    if not all(fold(word) in known or word in gazetteer.demonyms() or word.isupper() for word in listed):
        return ""
    return " ".join(word if word in gazetteer.demonyms() or word.isupper() else word.lower() for word in listed)


def hint(line: Line, gap: Gap) -> str:
    """What a gap asks for, to stand behind it: ` (two cities)`, ` (strait)`, ` (year)`; empty for figures."""
    if DATE_TIME_GROUP.fullmatch(line.plain, gap.start, gap.end):
        return " (date-time group)"
    if gap.time is not None:
        return grain(gap.time, gap.preposition)
    if gap.sort is None or gap.sort is Sort.UNKNOWN or _is_attribute(line, gap):
        return ""
    if gap.items:
        count = several(len(gap.items), _common_noun(line, gap))
        return f" ({count.partition(' ')[0] if _goes_with_plural(line, gap) else count})"
    if gap.sort is Sort.PERSON and IS_FAMILY.match(line.plain, gap.end):
        return ""
    noun = _noun(line, gap)
    if noun == "port" and line.plain[gap.start : gap.named or gap.end].endswith(" Port"):
        noun = Sort.PLACE.value  # a town may be called so
    if _is_thing(line, gap, noun):
        noun = Sort.UNKNOWN.value
    two = is_two(line, gap)
    noun = several(2, noun) if two else untold(line, gap, noun)
    told = _is_said_behind(line.plain[gap.end :], noun) or (gap.sort in PLACES and _SITE.match(line.plain, gap.end))
    return "" if told else f" ({noun})"


_OF_STATES_BONDS = re.compile(r" (?:bills?|bonds?|debt|market|notes?|paper|prices?|securities|yields?)\b")
_OF_COAST = re.compile(
    r" (?!(?:and|as|at|but|by|coast|floor|for|from|had|has|have|in|is|ocean|of|off|on|or|sea|since|than|that|to|was"
    r"|were|when|where|which|while|with)\b)[a-z-]+"
)


def _is_attribute(line: Line, gap: Gap) -> bool:
    """Whether a name only says of what kind the noun behind it is: `Baltic trio`, of no sea; `Treasury yield`."""
    noun = _noun(line, gap)
    if gap.items or noun not in {"sea", "ocean", "gulf", "government department"}:
        return False
    name = line.plain[gap.start : gap.named or gap.end]
    if noun == "government department":
        return name == "Treasury" and _OF_STATES_BONDS.match(line.plain, gap.end) is not None
    behind = next((t for t in line.sentence.doc if t.idx >= gap.end), None)
    nouns = behind is not None and behind.tag_ in {"NN", "NNS"} and fold(name) != noun
    return nouns and " " not in name and _OF_COAST.match(line.plain, gap.end) is not None


IS_FAMILY = re.compile(r" (?:brothers|sisters|family|clan|dynasty|twins|cousins)\b")
"""What makes a surname the name of several: `the Dolna brothers`."""
_SITE = re.compile(
    r" (?:(?:gas|launch|nuclear|power|rail|steel|test|testing|treatment) )?"
    r"(?:airfield|airport|area|base|basin|border|bridge|camp|coast|corridor|county|court|crossing|dam|delta|depot|desert"
    r"|district|facility|field|forest|gap|ground|hills|hospital|junction|laboratory|market|mine|mountains|peninsula|plain|plant|port"
    r"|prison|project|province|range|refinery|reservoir|river|shipyard|site|smelter|station|terminal|valley|works|yard)\b"
)
"""A noun that says what the place named before it is a part of, or what bears its name."""


def _goes_with_plural(line: Line, gap: Gap) -> bool:
    """Whether the plural right behind a list says of what it is: `the [...] (two) rivers`."""
    behind = next((t for t in line.sentence.doc if t.idx >= gap.end), None)
    return behind is not None and behind.tag_ == "NNS" and behind.text.islower()


def _common_noun(line: Line, gap: Gap) -> str:
    """What all items of a list are: `company` where each is one, else what their sorts share; names if none is sure."""
    kinds, sorts = {item.kind for item in gap.items}, {item.sort for item in gap.items}
    led = sorts <= PLACES and _LED_TO_PLACES.search(line.plain[: gap.start])
    if not led and not any(item.sure for item in gap.items):
        return Sort.UNKNOWN.value
    if len(kinds) == 1:
        return next(iter(kinds))
    return next(iter(sorts)).value if len(sorts) == 1 else Sort.PLACE.value if sorts <= PLACES else Sort.BODY.value


_LED_TO_PLACES = re.compile(
    r"\b(?:around|between|from|in|inside|near|on|outside|towards?|villages? of|towns? of) (?:the )?$"
)
"""What stands before places alone."""


def _is_said_behind(text: str, noun: str) -> bool:
    """Whether the sentence itself says right behind the gap what is asked for: `[...] camp`, `[...] region`."""
    following = re.match(r" ([a-z]+)(?: ([a-z]+))?\b", text)
    last = noun.rpartition(" ")[2]
    return following is not None and bool({last, f"{last}s"} & set(following.groups()))
