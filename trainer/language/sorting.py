"""What a name names: by the tables, by the words in it, by the words around it, and last by the recognizer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from trainer.language import gazetteer
from trainer.language.known import Known
from trainer.language.members import is_of_body
from trainer.language.reader import Reader, is_title
from trainer.language.runs import Run
from trainer.language.sorts import ACTORS, PLACES, Sort
from trainer.language.surroundings import (
    behind_noun,
    is_joined,
    is_labelled,
    is_owner,
    is_raided,
    is_told_by_who,
    is_town,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a name is taken for."""

    sort: Sort
    """What it names."""
    noun: str = ""
    """The noun of a question; empty where the sort has none better."""
    sure: bool = True
    """Whether more than the recognizer says so."""


_LABELS = {"PERSON": Sort.PERSON, "ORG": Sort.BODY, "LOC": Sort.PLACE, "NORP": Sort.PEOPLE}
_PLACE_LED = re.compile(
    r"\b(?:in|near|outside|around|inside|across|throughout|reached|entered|left|captured|seized|between|through|off|over|visited"
    r"|retook|took|towards?|beyond|at|from|to|into|of)\s(?:the\s)?(?:(?:northern|southern|eastern|western|central|downtown|nearby"
    r"|north|south|east|west|neighbou?ring|upper|lower)\s(?:of\s)?)?$"
)
_NEAR_PLACE = frozenset(
    {"in", "near", "outside", "around", "inside", "across", "throughout", "towards", "toward", "between"}
)
_ALSO_LED = _NEAR_PLACE | {"from", "to", "at", "into", "through", "beyond", "off", "reached"}
_BEFORE = re.compile(
    r"(?:\b(?P<led>\S+)\s)?(?P<noun>[a-z][a-z-]+)(?P<of>\sof)?(?:\s(?:called|named|known as))?\s[\"'*]?$"
)
_ABOARD = re.compile(
    r"\b(?:aboard|boarded|crew of|hull of|sinking of|wreck of|captain of|deck of|master of)\s(?:the\s)?[*\"]?$"
)
_SANK = re.compile(r"[*\"]?\s(?:sank|ran aground|capsized|was torpedoed|was sunk|blew up|drifted)\b")
_SAYS = frozenset({
    "said", "says", "told", "tells", "warned", "argued", "added", "wrote", "thinks", "believes", "admitted",
    "confessed", "testified", "resigned", "died", "insisted", "asked", "replied", "recalled", "himself", "herself",
    "fled", "vowed", "conceded",
})  # fmt: skip
_ROAD_TO = re.compile(
    r"\b(?:roads?|routes?|highway|motorway|railway|track|bridge|ferry|flights?|convoys?|corridor|march|advance|train)"
    r" (?:to|into|towards?)(?: the)? $"
)
"""What leads to places, and to nobody."""
_ROLE_BEHIND = re.compile(r" \((?:[\w-]+ ){0,3}(?P<noun>[a-z][a-z-]+)\)")
"""An office in brackets: `Anna Berg (military commander)`."""
_LOOSE_PEOPLE = frozenset({
    "affiliate", "ally", "heir", "operator", "owner", "parent", "partner", "predecessor", "rival", "suspect",
    "successor",
})  # fmt: skip
"""Nouns of people that are said of bodies as often."""
_INNER_CAPITAL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Al)[A-Z])[A-Z][a-z]+[A-Z]")
"""`RansomHub`: how no person is written."""
_ROMAN = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI)$")
_RATING = re.compile(r"(?:Aaa|Aa|A|Baa|Ba|B|Caa|Ca)[123]|(?:AAA|AA|BBB|BB|CCC)[+-]?")
_CODE = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d+[A-Za-z]*|[A-Z]+\d+[A-Z]*|[A-Z]{1,4}-[A-Z]?\d+[A-Z]*")
_OF_NAMES = frozenset({
    "island", "region", "province", "district", "river", "state", "department", "peninsula", "area", "county",
    "enclave", "camp", "base", "airport",
})  # fmt: skip
_TOO_LOOSE = frozenset({"bank", "service", "owner", "port", "model", "museum", "party", "parent", "union", "plan"})
_NO_BODY_WORDS = frozenset({"&", "of", "for", "and", "the"})
_NAMED_AFTER_PEOPLE = frozenset({
    "airbase", "airport", "airfield", "station", "stadium", "hospital", "school", "university", "bridge", "dam",
    "prison", "camp", "base", "barracks", "square", "street",
})  # fmt: skip
_ARABIC = frozenset({"al", "ul", "bin", "ibn", "bint", "ag", "ould", "el", "ad", "as", "ar", "az"})


@cache
def _nouns(block: str) -> dict[str, Verdict]:
    """One block of the table of nouns."""
    return {noun: Verdict(Sort[sort], asked) for sort, noun, asked in _noun_lines(block)}


def _noun_lines(block: str) -> Iterator[tuple[str, str, str]]:
    for line in gazetteer.block("nouns", block).splitlines():
        sort, _, nouns = line.partition(": ")
        for entry in nouns.split():
            noun, _, asked = entry.partition("=")
            said = asked.replace("_", " ") or noun
            yield sort, noun, "" if said == "-" or said == Sort[sort].value else said


def sort_of(reader: Reader, run: Run) -> Verdict:
    """What the run names."""
    verdicts = (judge(reader, run) for judge in _JUDGES)
    return next((verdict for verdict in verdicts if verdict is not None), Verdict(Sort.UNKNOWN, sure=False))


def _outright(reader: Reader, run: Run) -> Verdict | None:
    """A ship or malware by the noun beside it, whatever else has that name."""
    before = reader.text[max(0, reader.starts[run.start] - 30) : reader.starts[run.start]]
    match = _BEFORE.search(before)
    found = _nouns("outright").get(match["noun"]) if match and not match["of"] else None
    if found is None and reader.word(run.end) in {"ransomware", "malware", "worm", "wiper", "botnet"}:
        gang = reader.word(run.end + 1) in {"gang", "group", "crew", "operation", "operators", "affiliates"}
        found = Verdict(Sort.GROUP, "ransomware group") if gang else _nouns("outright")[reader.word(run.end)]
    if found is None and (_ABOARD.search(before) or _SANK.match(reader.text, reader.ends[run.end - 1])):
        found = Verdict(Sort.SHIP) if reader.known_at(run.start) is None else None
    return found


def _table(reader: Reader, run: Run) -> Verdict | None:
    """By the tables, if the whole run stands there and nothing around says otherwise."""
    known = reader.opened_at(run.start)
    if known is None or known[1] != run.end:
        return None
    found = known[2]
    if found.noun in {"parliament", "legislative chamber"} and is_town(reader, run):
        return Verdict(Sort.PLACE)
    if found.sort is Sort.CITY and (area := _nouns("behind").get(reader.word(run.end))) and area.sort is Sort.REGION:
        return area
    if found.homograph and ((run.titled and found.sort in PLACES) or not _is_meant(reader, run, found)):
        return None
    return Verdict(found.sort, "" if found.noun == found.sort.value else found.noun)


def _is_meant(reader: Reader, run: Run, found: Known) -> bool:
    """Whether the surroundings take a word that is also a name for the name of the tables."""
    labels = set(reader.labels[run.start : run.end])
    if found.sort in PLACES:
        before = reader.text[: reader.starts[run.start]]
        return "PERSON" not in labels or _PLACE_LED.search(before[-30:]) is not None
    return not reader.opens(run.start) or bool(labels & {"ORG", "MISC"}) or reader.word(run.end) == ","


def _of_maker(reader: Reader, run: Run) -> Verdict | None:
    """`Huawei Ascend 910B`, `TSMC Arizona`, `Azure SQL`: what a company or a product known to the tables opens."""
    known = reader.opened_at(run.start)
    if known is None or known[1] >= run.end or known[2].homograph or known[2].noun not in {"company", "software"}:
        return None
    numbered = any(c.isdigit() for word in reader.words[known[1] : run.end] for c in word)
    if numbered or known[2].noun == "software":
        return Verdict(Sort.PRODUCT, "" if known[2].noun == "company" else "software")
    return _of_head(reader.words[run.end - 1].lower()) or Verdict(Sort.BODY, "company")


def _by_first(reader: Reader, run: Run) -> Verdict | None:
    """`Operation Aspides`, `USS Gravely`, `Resolution 2722`, `Task Force Gannet`."""
    if run.end - run.start < 2:
        return None
    first, second = reader.words[run.start], reader.words[run.start + 1]
    if first in gazetteer.words("ship_prefixes"):
        return Verdict(Sort.SHIP)
    if (first, second) == ("Task", "Force"):
        return Verdict(Sort.BODY, "task force")
    found = _nouns("first").get(first.lower())
    head = _of_head(reader.words[run.end - 1].lower())
    headed = head is not None and (found is None or found.sort is not Sort.PLACE or head.sort in _OVER_PLACES)
    return found if not headed and not run.titled else None


_OVER_PLACES = ACTORS | {Sort.LAW, Sort.EVENT}
"""What a name may be whose first words are a place: `Cape Dolna Convention`."""


def _by_head(reader: Reader, run: Run) -> Verdict | None:
    """By the noun that heads the name: the one before its first `of`, `for` or `on`, or else its last word."""
    words = reader.lower(run.start, run.end)
    if len(words) == 1:
        return None
    words[-1] = words[-1].rstrip(".")
    joint = next((n for n, word in enumerate(words) if n and word in {"of", "for", "on", "in", "to"}), None)
    if joint is not None and (verdict := _of_head(words[joint - 1]) or _of_head(words[0])) is not None:
        return verdict
    if words[-1].isdigit() or _ROMAN.match(reader.words[run.end - 1]):
        return (_of_head(words[-2]) if len(words) > 2 else None) or _of_head(words[0])
    if run.titled and words[-1] not in gazetteer.words("organization_nouns"):
        return None
    if words[-1] in _WITH_THE and reader.word(run.start - 1).lower() != "the":
        return None
    return _of_head(words[-1]) or _of_head(words[-1].removesuffix("s")) or _opener(reader, run, words[0])


_WITH_THE = frozenset({"ocean", "sea", "gulf", "strait", "river", "canal"})
"""Last words of the names of waters, which no sentence gives without `the`: `Grace Ocean` is none."""


@cache
def _of_head(word: str) -> Verdict | None:
    """What a name is that is headed by the noun."""
    if word in _nouns("head"):
        return _nouns("head")[word]
    if word in gazetteer.words("organization_nouns"):
        return Verdict(Sort.BODY)
    if word in gazetteer.words("law_nouns"):
        return Verdict(Sort.LAW, "" if word == "law" else word)
    if word in gazetteer.words("place_nouns"):
        return Verdict(Sort.PLACE, word)
    if word in gazetteer.words("company_nouns"):
        return Verdict(Sort.BODY, "company")
    return Verdict(Sort.EVENT) if word in gazetteer.words("event_name_nouns") else None


def _opener(reader: Reader, run: Run, first: str) -> Verdict | None:
    """`Deir ez-Zor`, `Puerto Hondo`, `Umm Tarek`: places by their first word, unless a person or a gang is meant."""
    if first not in gazetteer.words("place_openers") or run.titled:
        return None
    label, led = _label(reader, run), _is_led_to_place(reader, run)
    if first in {"los", "las", "la", "el", "saint", "santa", "san", "al"} and not led:
        return Verdict(Sort.PLACE, sure=False) if label == "LOC" else None
    return Verdict(Sort.PLACE, sure=label != "PERSON" or led)


def _is_led_to_place(reader: Reader, run: Run) -> bool:
    led = reader.word(run.start - 1).lower() in _ALSO_LED and not _is_persons(reader, run)
    return led or is_raided(reader, run)


def _is_persons(reader: Reader, run: Run) -> bool:
    """Whether a preposition goes with what a person of that name owns."""
    return is_owner(reader, run) and _label(reader, run) == "PERSON"


def _as_person(reader: Reader, run: Run) -> Verdict | None:
    """By an office before it, or a person's way of being written."""
    words = reader.words[run.start : run.end]
    if any(c.isdigit() for c in "".join(words)):
        return None
    if is_labelled(reader, run) and words[0] not in gazetteer.words("given_names"):
        return Verdict(Sort.BODY, "company")
    if run.titled:
        return Verdict(Sort.PERSON)
    led = _ROAD_TO.search(reader.text[: reader.starts[run.start]])
    near = is_raided(reader, run) or led is not None
    near = near or (reader.word(run.start - 1).lower() in _NEAR_PLACE and not _is_persons(reader, run))
    if len(words) < 2 or not _is_person_shaped(words) or near:
        return None
    named_after = reader.word(run.end) in _NAMED_AFTER_PEOPLE
    return Verdict(Sort.PLACE) if named_after else _written_as_person(reader, run, words)


def _written_as_person(reader: Reader, run: Run, words: list[str]) -> Verdict | None:
    """By a given name at its head, `who` behind it, a particle in it, or the recognizer."""
    label = _label(reader, run)
    if (role := _ROLE_BEHIND.match(reader.text, reader.ends[run.end - 1])) and is_title(role["noun"]):
        return Verdict(Sort.PERSON)
    given = words[0] in gazetteer.words("given_names")
    if is_of_body(reader, run) or (is_joined(reader, run) and not given):
        return Verdict(Sort.BODY, sure=False)
    behind = behind_noun(reader, run)
    thing = _nouns("beside").get(behind) if behind not in _LOOSE_PEOPLE and not is_title(behind) else None
    if thing is not None and thing.sort in {Sort.OPERATION, Sort.PRODUCT, Sort.EVENT, Sort.LAW}:
        return thing
    who = reader.text.startswith((", who ", ", whose ", ", whom ", " himself", " herself"), reader.ends[run.end - 1])
    if who or given or _has_initial(words):
        return Verdict(Sort.PERSON)
    arabic = any(word.lower() in _ARABIC for word in words[1:-1])
    if arabic and label != "LOC" and words[0].lower() not in gazetteer.words("place_openers"):
        return Verdict(Sort.PERSON, sure=label == "PERSON")
    placed = words[0].lower() in {"al", "el"} or behind_noun(reader, run) in _nouns("beside")
    labelled = label == "PERSON" and not placed and not _is_led_to_place(reader, run)
    labelled = labelled and not _is_behind_the(reader, run)
    return Verdict(Sort.PERSON) if labelled else None


def _has_initial(words: list[str]) -> bool:
    """`P. Nandalal Weerasinghe`, `John F. Sopko`."""
    return len(words) > 2 and any(re.fullmatch(r"[A-Z]\.", word) for word in words[:-1])


def _is_person_shaped(words: list[str]) -> bool:
    """Words that may be a person's: no `&`, no word of a body, no letter alone at the end, not too many."""
    nouns = gazetteer.words("organization_nouns") | gazetteer.words("company_nouns")
    any_of_body = any(word in _NO_BODY_WORDS or word.lower() in nouns for word in words[1:])
    return len(words[-1]) > 1 and len(words) < 8 and not any_of_body


def _by_before(reader: Reader, run: Run) -> Verdict | None:
    """By the common noun before: `the town of Tibú`, `the singer Haluk Levent`."""
    before = reader.text[max(0, reader.starts[run.start] - 50) : reader.starts[run.start]]
    people = gazetteer.words("person_nouns") | gazetteer.words("office_heads")
    match = _BEFORE.search(before)
    if match is None:
        return None
    noun = match["noun"]
    found = _nouns("beside").get(noun)
    if match["of"]:
        of_place = noun in _OF_NAMES or (found is not None and found.sort is Sort.CITY)
        return found if of_place else None
    if noun in people and _could_be_person(reader, run):
        return None if noun in _LOOSE_PEOPLE and _label(reader, run) != "PERSON" else Verdict(Sort.PERSON)
    return found if noun not in _TOO_LOOSE and match["led"] else None


def _by_behind(reader: Reader, run: Run) -> Verdict | None:
    """By the apposition or the noun right behind: `Jaguar missiles`, `X, an exchange based in Dubai`."""
    noun = behind_noun(reader, run)
    if (noun in gazetteer.words("person_nouns") or is_title(noun)) and _could_be_person(reader, run):
        return Verdict(Sort.PERSON)
    for block in ("beside", "outright"):
        if noun in _nouns(block):
            who = _nouns(block)[noun].sort is Sort.BODY and is_told_by_who(reader, run)
            return Verdict(Sort.PERSON) if who and _could_be_person(reader, run) else _nouns(block)[noun]
    found = _nouns("behind").get(reader.word(run.end))
    return found if found is not None and (found.sort is not Sort.PEOPLE or _is_adjective(reader, run)) else None


def _is_adjective(reader: Reader, run: Run) -> bool:
    """Whether one word stands before a noun as the adjective of a people: `Torvaldi gunners`."""
    word = reader.words[run.start]
    ending = re.search(r"(?:an|ese|i|ic|ite|ish)$", word) is not None
    return (
        run.end - run.start == 1 and (reader.tags[run.start] == "JJ" or ending) and reader.known_at(run.start) is None
    )


def _could_be_person(reader: Reader, run: Run) -> bool:
    words = reader.words[run.start : run.end]
    joined = "".join(words)
    plain = not words[-1].isupper() and not any(c.isdigit() for c in joined) and not _INNER_CAPITAL.match(words[0])
    return len(words) <= 5 and plain and _is_person_shaped(words)


def _label(reader: Reader, run: Run) -> str:
    """The label that most tokens of the run have; empty if none has one."""
    labels = [label for label in reader.labels[run.start : run.end] if label]
    return max(sorted(set(labels)), key=labels.count) if labels else ""


def _by_label(reader: Reader, run: Run) -> Verdict | None:
    """By the recognizer, where what it says fits."""
    label, words = _label(reader, run), reader.words[run.start : run.end]
    numbered = any(c.isdigit() for c in "".join(words))
    if label == "PERSON" and len(words) == 1 and _INNER_CAPITAL.match(words[0]):
        return Verdict(Sort.BODY, sure=False)
    if label == "PERSON":
        return None if numbered else _labelled_person(reader, run, words)
    if label == "MISC":
        return Verdict(Sort.PRODUCT, sure=False) if numbered else None
    if label not in _LABELS or (label == "LOC" and _is_acronym(words)):
        return None
    return Verdict(_LABELS[label], sure=False)


def _labelled_person(reader: Reader, run: Run, words: list[str]) -> Verdict | None:
    """A person that the recognizer sees: one word only if it acts like one; behind `in` rather a place."""
    if words[0].lower() in {"al", "el"} or _is_behind_the(reader, run):
        return None
    if _is_led_to_place(reader, run):
        return Verdict(Sort.PLACE, sure=is_raided(reader, run))
    acts = reader.word(run.end) in _SAYS and not words[0].isupper()
    person = _is_person_shaped(words) if len(words) > 1 else acts
    return Verdict(Sort.PERSON, sure=False) if person else None


def _is_behind_the(reader: Reader, run: Run) -> bool:
    """Whether `the` stands before the name and no noun behind it that the article could go with."""
    after = run.end < len(reader.words) and reader.tags[run.end] in {"NN", "NNS", "JJ", "HYPH", "POS", "NNP"}
    return reader.word(run.start - 1).lower() == "the" and not after


def _is_acronym(words: list[str]) -> bool:
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 2


def _by_code(reader: Reader, run: Run) -> Verdict | None:
    """A vulnerability, a credit rating, a code of letters and figures."""
    text = reader.text[reader.starts[run.start] : reader.ends[run.end - 1]]
    if re.match(r"CVE-\d", text):
        return Verdict(Sort.PRODUCT, "vulnerability")
    if _RATING.fullmatch(text):
        return Verdict(Sort.TERM, "credit rating")
    coded = _CODE.fullmatch(text) is not None and _label(reader, run) not in {"ORG", "PERSON"}
    return Verdict(Sort.PRODUCT, sure=False) if coded else None


def _by_shape(reader: Reader, run: Run) -> Verdict | None:
    """An acronym is a body, and a place follows its preposition."""
    if _is_acronym(reader.words[run.start : run.end]):
        return Verdict(Sort.BODY, sure=False)
    return Verdict(Sort.PLACE, sure=False) if reader.word(run.start - 1).lower() in _NEAR_PLACE else None


_JUDGES: tuple[Callable[[Reader, Run], Verdict | None], ...] = (
    _outright, _table, _of_maker, _by_first, _by_head, _as_person, _by_before, _by_behind, _by_code, _by_label,
    _by_shape,
)  # fmt: skip
