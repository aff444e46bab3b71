"""Words before a day that say whose it is: the brief's own by issue or by knowledge, its period's, or another's."""

from __future__ import annotations

import re

_PAPER = (
    r"(?:initial|original|press|report(?:ing)?|publication|issue|issuance|release|message|posting|document|version)"
)
DONE = (
    r"(?:published|issued|released|posted|prepared|drafted|written|filed|sent|transmitted|submitted|produced|compiled"
    r"|disseminated|dated|generated|created|signed off)"
)
_NAME = r"[^\W\d][^\d:;.]{2,60}?"
VERSION = re.compile(
    r"(?:this|current)\s+(?:version|edition|issue|revision)(?:\s+(?:of|dated))?(?:\s*:\s*|\s+)", re.IGNORECASE
)
ISSUED = re.compile(
    rf"(?:(?:{DONE} )?for (?:the|an?|our) [^\W\d][^\d:;.]{{2,60}},"
    rf"|(?:(?:first|originally|date|{_PAPER})\s+)?{DONE}(?:\s+(?:on|at|this|the)){{0,2}}"
    rf"|{DONE} by (?:the )?{_NAME},"
    rf"|(?:given|done|signed) (?:at|in) {_NAME}(?:,| on)(?:\s+(?:on\s+)?th(?:is|e))?"
    rf"|(?:this|present)\s+(?:{_PAPER}|brief(?:ing)?|digest|note|paper|summary|update)(?=\s*:)"
    rf"|(?:{_PAPER}\s+){{0,2}}(?:date|dtg|date-?time group)"
    rf"(?:\s*/\s*time|\s+(?:and\s+)?time|\s+(?:\w+\s+)?(?:{DONE}|completed|finali[sz]ed|signed|approved))?"
    rf"(?:\s+of\s+(?:this\s+)?(?:{_PAPER}|preparation|writing|drafting|bulletin|note|brief(?:ing)?|update|advisory|alert|notice|publication|posting|release|document|paper|filing|submission|dispatch|analysis"
    rf"|assessment|statement|letter|memo(?:randum)?|signature|signing))?"
    r"|(?:(?:initial|original|press|media|news|for|for immediate)\s+)?(?:release|publication)(?:\s+(?:time|on))?"
    r"|[ZOPR](?=\s+\d{6}[A-Z]?\s))(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_WHAT = r"(?:(?:all\s+)?(?:information|intelligence|data|situation|position|status|figures|text|details|reporting)\s+)?"
KNOWN = re.compile(
    rf"(?:{_WHAT}(?:is\s+|are\s+)?(?:current\s+|correct\s+|valid\s+|accurate\s+)?(?:as\s+(?:of|at|on)|cut-?\s?off)"
    rf"(?:\s+(?:date|time|date/time))?(?:\s+(?:of|at|is|was))?"
    r"|(?:last\s+|latest\s+)?(?:update[d]?|revised|revision|modified|amended|checked)(?:\s+(?:on|at|date))?"
    r"|(?:this\s+)?(?:edition|issue|report|bulletin|update)\s+(?:was\s+)?closed(?:\s+for\s+press)?(?:\s+(?:on|at))?"
    rf"|(?:date|time|date/time) of information|current (?:to|until)|stand|situation (?:at|on)|{_WHAT}status"
    r")(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
COVERED = re.compile(
    r"(?:(?:(?:reporting|report|assessment|observation|review)\s+)?period(?:\s+(?:covered|of report|under review)"
    r"(?:\s+(?:by|in)\s+(?:this|the)\s+\w+)?)?"
    r"|covering|coverage|covers|dates? covered|time\s?frame|week\s+\d{1,2}|(?:for\s+)?the\s+(?:week|period))"
    r"(?:\s+(?:from|of|is))?(?:\s*[:,]\s*|\s+)",
    re.IGNORECASE,
)
ENDING = re.compile(
    r"(?:(?:timeline|events|developments|news|data|figures|prices|reports|reporting)\s+(?:up\s+)?(?:to|until|through)"
    r"|(?:for\s+)?(?:the\s+)?(?:week|month|quarter|year|fortnight|(?:reporting\s+)?period)"
    r"(?:\s+(?:ending|ended|ends|to|until|through)))(?:\s+on)?(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_HAPPENING = (
    r"(?:accident|arrest|attack|collision|crash|derailment|event|explosion|fire|grounding|incident|loss|occurrence|onset"
    r"|sinking|spill|strike|vote|wreck)"
)
OTHER_DAY = re.compile(
    r"\b(?:next|deadline|due (?:on|by|date)|declass\w*|decl|expir\w*|valid (?:until|to|from)|effective|accessed"
    r"|retrieved|embargo\w*|birth|dob|born|died|review date|date of review|week (?:of|commencing|beginning)"
    rf"|(?:date|day|time)(?: and time)? of (?:the )?{_HAPPENING}|{_HAPPENING} (?:date|day)"
    r"|(?:your|our) (?:letter|e-?mail|ref(?:erence)?)|in reply to|received|requested|launched|founded|established"
    r"|incorporated|downloaded|printed on|entry into force|in force|until further notice"
    r"|correction to|further to|in response to)\b",
    re.IGNORECASE,
)
"""Of another day than the brief's, whatever else stands there."""
ANOTHERS = re.compile(
    r"\b(?:law|act|decree|resolution|regulation|directive|ordinance|treaty|judge?ment|ruling|contract)"
    r"(?:\s+(?:\([A-Z]+\)|no\.?|number))*\s*(?:\d|\b(?:of|dated)\b|$)"
    r"|\b(?:supersedes|replaces|see)\b|^sources?\b|https?:|©|\bcopyright\b"
    r"|\b(?:starts?|since|photo\w*|picture|image)\b",
    re.IGNORECASE,
)
"""Beside the day of a law, of a paper that this one replaces, of a source, a picture or a beginning."""
