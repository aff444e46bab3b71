"""Rules for questions that lean: on a verb's other half, a thing, or a time that only the brief beside them tells."""

from __future__ import annotations

import re

from trainer.cards.card import Card, Kind
from trainer.cards.leads import parted, without_lead
from trainer.values.dates import MONTHS

_END = r"(?=[.,;?)]|$)"
_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS[1:])}) \d{{1,2}}, (?:19|20)\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPENING = re.compile(
    r"^(?:As of (?:[A-Z]\w+ )?\d{4})?(?:(?:, a|A)ccording to the [^,:]*brief(?: on [^,:]*)?"
    r"|(?:, a|A)ccording to (?P<who>[^:?]*?) cited in the brief(?: on [^,:]*)?)?[,:] "
)
_BARE_VERBS = (
    rf"\bcan(?:not|'t) (?:stand|run)(?: again)?[.?]|\bvoted? again(?=[.,;?)]|$| on (?:[A-Z]|\[))|\bto follow suit\b"
    r"|\b(?:will|would|due to|to) chair(?=[.;?]|$)|\bcancell?(?:ed|s)?(?=[.?]|$)|\bstays(?=[.,;])"
    r"|\bfle[de]\w*(?: most)?(?=[.,;?]|$| most (?:in)?to\b)|\bexpected back\b(?! (?:at|from|to)\b)"
    rf"|\b(?:days?|months?|years?) to object{_END}"
    r"|\b(?:began|begin|begun|started|stopped|stop) (?:buying|selling)(?=[.,;?]| (?:in|on|by)\b)"
    r"|\b(?:stop|halt|suspend|resum)\w* (?:deliveries|supplies|shipments|flows)\b(?! (?:of|to|from|through|via)\b)"
    r"|\b(?:has|have|had) (?:lost|gained) (?:[a-z]+ )?(?:\[\.\.\.\]|\d[\d.]*(?:%| percent))\.?$"
    r"|(?<!to )\bblame[ds]?\b(?![^.;?]*\b(?:for|on)\b)"
    r"|\b(?:open|launch|start|beg[au]n|begin|order|announc)\w* an? (?:consultation|inquiry|investigation|review|probe"
    r"|audit)(?! (?:in|on|of|over|about|for|to|by)(?:to)? (?!(?:early|mid|late)?[- ]?(?:[A-Z][a-z]+ )?\d|\[))"
)
"""Verbs that leave out what they go with: `cannot stand`, `will chair`, `opened a consultation`."""
_BARE_WORDS = (
    r"\b(?:sa(?:id|ys?)|thought|thinks?) otherwise\b|\b(?:is|are|was|were) (?:more|less) [a-z]+(?=:)"
    r"|\b(?:is|are|was|were|remains?|remained) (?:split|divided|undecided)(?=[.;?]|$)|\bwithin the hour\b"
    r"|\b(?:km|miles|kilomet(?:er|re)s) away(?: by [a-z]+)?(?=[.,?])|\baway by (?:road|rail|sea|air)(?=[.,?])"
    r"|^None (?!of\b)[a-z]+(?:ed|t)?\b|^Among (?:the [A-Z][a-z]+s|them)\b"
    r"|\bas (?:acting )?ambassador(?: (?:in|to)\b|[.?])|(?<!, )\b[Aa] (?:detour|bypass)\b(?! (?:around|of|from)\b)"
    r"|\b(?:named|appointed|made) (?:as )?(?:the )?(?:governor|chairman|chair|minister|ambassador|director|head"
    r"|commander|chief|leader)[.?]|\bis the (?:ranking member|chair|chairman|head|leader|deputy|director)[.?]$"
    r"|\b[Tt]he (?:younger|elder) [A-Z]\w+|(?:^|(?<=[.:] ))[A-Z]\w+ senior\b"
    r"|\bdid the (?:first|second|third|other) (?:say|do|add|warn|require|allow|ban|cover|come|take|make|go|bar|set)\b"
)
"""Comparisons, places and titles that do so: `said otherwise`, `150 km away`, `is the ranking member`."""
_HALVES = re.compile(f"{_BARE_VERBS}|{_BARE_WORDS}")
_AT_ONCE = re.compile(
    rf"\b(?:[Bb]y the close{_END}|[Ww]ithin the hour\b"
    rf"|[Bb]y (?:dawn|noon|midday|nightfall|dusk|midnight|lunch(?:time)?){_END}"
    rf"|[Oo]n the (?:first|second|next|last) (?:trading )?(?:day|night|morning){_END})"
)
"""An hour of a day that is not said."""
_SOME_VOTE = re.compile(r"\b(?:in|at|after|before) an? (?:[a-z-]+ )?(?:election|vote|poll|ballot|referendum)[.?]?$")
_PLACED_BY = re.compile(r"\b(?:after|when|since|during)\b")
_BEFELL = re.compile(
    r"^(?:According to [^,]+, )?(?:(?:at least|more than|fewer than|some|about|around|nearly|over|up to) )*"
    r"(?:\[\.\.\.\]|\d[\d,]*|[a-z]+)(?: (?:people|civilians|others|men|women|[a-z ]*soldiers|police officers))?"
    r" (?:were|was) (?:killed|wounded|injured|hurt|arrested|detained|rescued|freed|evacuated|displaced)(?=[.;]|$)",
    re.IGNORECASE,
)
"""What befell people, at no place and at no time."""
_BY_ITSELF = re.compile(r"^(?P<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*) (?:was|were) .*\bby (?:the )?(?P=who)\b")
"""What was done by somebody to whom it was not done: `Haddad was opened in 2021 by Haddad`."""
_SHARE_ALONE = re.compile(r"\((?:\d[\d.]*(?:%| per ?cent)|\[\.\.\.\])\)(?=\.|$)")
_TELLS_PAST = re.compile(r"\b(?:was|were|had|did|[a-z]{2,}ed|fell|rose|won|lost|grew|sank)\b")
_OTHERS = re.compile(
    rf"\b[Tt]he other (?:two|three|four|five|six|seven|eight|nine|ten)(?= \(|{_END}"
    r"| (?:[a-z]+ed|are|were|have|had|will|would|left)\b)"
)
_NUMBERED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both)\b", re.IGNORECASE)
_ON_ARRIVAL = re.compile(rf"\bon arrival{_END}")
_SERVED = re.compile(r"\bserv(?:ed|es|e|ing) (?:from|until|since|between)\b")
_POST = re.compile(r"\b(?:as|[a-z-]*president|minister|secretar|chief|head|command|chair|governor|director|ambassador)")
_DEFINITE = re.compile(
    r"\b[Tt]he (?P<kind>(?:revised|new|original|joint|first|initial|draft) )?"
    r"(?P<noun>announcements?|decrees?|post|job|governorate|province|contract|deployment|squadron|column|convoy"
    r"|commissioners|consultation|plan|subject|tender|ceremony|appointment|arrangement|process|vacancy|penalty|branch"
    r"|vehicle)"
    r"(?![\w-])(?! (?:of|for|to|on|in|at|by|between|that|which|who|whose|with|under|from|into|against|signed|called)"
    r" (?!(?:early|mid|late)?[- ]?(?:[A-Z][a-z]+ )?\d|\[))(?!'s [A-Z]|, (?:a|an|the|which|who|whose)\b| [A-Z\d(])"
)
"""A plain noun that goes back to one named before."""
_TOLD_APART = 14
"""Words of a sentence with a gap from which on it may tell apart `the new contract` itself."""
_WEEKDAY = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ll]ate on|[Ff]rom|[Aa]fter|[Bb]efore) "
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?! \d|,? (?:\d|[A-Z][a-z]+ \d)|[’']s [A-Z]|,? \[| \()\b"
)
AHEAD = re.compile(
    r"\b(?:will|is due|are due|is expected|are expected|plans to|intends to)\b"
    r"|(?<!in )(?<!on )(?<!of )\bmay (?=[a-z])|\bwhat (?:date|month|month and year|year) would\b"
)
"""Verbs of what is to come, or is so on the day of the brief alone."""


def says_its_other_half(card: Card) -> str | None:
    """No verb, hour, vote or share that only the sentence before completes; what is said first stands by itself too."""
    text = first_part(card)
    dated = _DAY.search(text)
    found = _HALVES.search(text) or _BY_ITSELF.search(text) or (None if dated else _AT_ONCE.search(text))
    if found is None and not _YEAR.search(text) and not _PLACED_BY.search(text):
        found = _SOME_VOTE.search(text) or _BEFELL.search(text)
    share = _SHARE_ALONE.search(text) if not _TELLS_PAST.search(text) else None
    found = found or share
    return f"{found[0]!r} leaves out what it goes with" if found else None


def names_what_goes_back(card: Card) -> str | None:
    """No plain definite, nor `the other three`, without its noun or a number before it in the question."""
    text = asked_part(card)
    if (found := _OTHERS.search(text)) and not _NUMBERED.search(text[: found.start()]):
        return f"{found[0]!r} does not say which"
    if (found := _SERVED.search(text)) and not _POST.search(text):
        return f"{found[0]!r} does not say as what"
    if found := _ON_ARRIVAL.search(text):
        return f"{found[0]!r} does not say where"
    short = card.kind is not Kind.CLOZE or len(text.split()) < _TOLD_APART
    bare = (found for found in _DEFINITE.finditer(text) if short or not found["kind"])
    unsaid = next((found for found in bare if not _is_said(found, card.question)), None)
    return f"{unsaid[0]!r} does not say which" if unsaid else None


def _is_said(definite: re.Match[str], question: str) -> bool:
    """Whether the noun stands in the question before the definite, or for a job the office that it is."""
    before = question[: question.find(definite[0])].lower()
    held = definite["noun"] in {"post", "job"} and _POST.search(definite.string[: definite.start()]) is not None
    return held or definite["noun"].removesuffix("s").removesuffix("cy") in before


def says_as_of_when(card: Card) -> str | None:
    """No weekday alone, and nothing to come, without the day, month or year from which it is told."""
    if found := _WEEKDAY.search(asked_part(card)):
        return f"{found[0]!r} is no date"
    if card.kind is Kind.ACRONYM or re.match(r"As of |(?:In|According to) the [A-Z]\w+ \d{4} brief", card.question):
        return None
    asked = parted(asked_part(card))[1]
    found = AHEAD.search(asked)
    return f"{found[0]!r}, and not as of when" if found and not _DAY.search(asked) else None


def first_part(card: Card) -> str:
    """What nothing goes before: the sentences that tell what it is about, or else the question itself."""
    text = asked_part(card)
    before = parted(text)[0]
    return before.rstrip() if before else text


def asked_part(card: Card) -> str:
    """The question behind its opening words."""
    text = _OPENING.sub("", card.question)
    return text if text != card.question else without_lead(card.question)
