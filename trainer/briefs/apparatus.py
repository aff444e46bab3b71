"""What stands beside the prose of a brief: captions, appeals to the reader, and sections of sources and notes."""

from __future__ import annotations

import re

from trainer.text import fold

_PICTURE = r"(?:(?:file|cover|ap|afp|epa)\s+)?(?:photo|photograph|image|picture|graphic|map|illustration)s?"
_HOUSE = r"(?:AP|AFP|EPA|REUTERS|Reuters|Xinhua|Anadolu|ANP|DPA|dpa|EFE|NurPhoto|Getty Images|Shutterstock|iStock)"
_REST = r"(?:[^.!?]|(?<=\b[A-Z])\.){2,80}[)\].\s]*$"
"""No other sentence follows; an initial has a full stop."""
_CREDITS = (
    re.compile(rf"(?:^|[.!?,;)\]”\"’(\[–—|]\s?)(?:{_PICTURE}(?:\s+credits?)?|credits?)\s*[:/©]{_REST}", re.IGNORECASE),
    re.compile(rf"(?:[.!?)]\s|[(\[]){_PICTURE}\s+(?:by|via|courtesy|from)\b{_REST}", re.IGNORECASE),
    re.compile(rf"©{_REST}"),
    re.compile(rf"\b{_HOUSE}/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){{0,4}}[)\].]*$"),
    re.compile(rf"/\s?{_HOUSE}(?:\s+via\s+[\w ]{{2,20}})?[)\].]*$"),
    re.compile(r"[\[(][A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}/[A-Z][\w. ]{2,30}[\])]$"),
    re.compile(r"[.!?)/|,]\s?(?:Getty Images|Shutterstock|iStock|Wikimedia Commons)[)\].]*$"),
)
_FIGURE = re.compile(
    r"(?:figure|fig\.|table|chart|map|graph|exhibit|infographic)\s+\d{1,3}[a-z]?\s*[.:–—|-]\s", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:data )?sources?\s*:\s", re.IGNORECASE)
_LONGEST = 600
_CREDIT_WORDS = 60
_FIGURE_WORDS = 40
_SOURCE_WORDS = 25
_APPEALS = (
    r"(?:please )?(?:subscribe (?:to|now|here)|sign up (?:for|to|here|now)|sign in|log ?in to|follow (?:us|me)\b)",
    r"follow .{2,30} on (?:twitter|facebook|instagram|linkedin|x\b)",
    r"download (?:the|our) (?:\w+ ){0,2}app\b",
    r"click (?:here|to)|donate\b|support (?:our|independent) (?:work|journalism)|join (?:us|our)\b",
    r"get (?:the|our) (?:\w+ ){0,4}(?:newsletter|inbox|headlines|app)\b|get the day|never miss\b",
    r"to (?:read|view) the (?:full|rest)|already a subscriber|like this story|if you(?:’|'| a)re (?:seeing|already)",
    r"you(?:’|'| a)re receiving|you (?:received|have received) this|we use cookies|this (?:web)?site uses",
    r"this (?:article|story|post) (?:was (?:first|originally) published|is copyright|contains affiliate)",
    r"(?:view|read) (?:this (?:e-?mail|message)|in (?:your )?browser|it online)",
    r"have (?:a tip|something to say)|got a tip|send us\b|tell us what|leave a (?:comment|reply)|comments are closed",
    r"we (?:may|might) (?:earn|receive) .{0,40}commission|unsubscribe|manage your (?:preferences|subscription)",
)
_APPEAL = re.compile("|".join(_APPEALS), re.IGNORECASE)
_RIGHTS = re.compile(
    r"\ball rights reserved\b|may not be (?:published, broadcast|reproduced, (?:stored|distributed|copied))|^©"
    r"|^copyright\b",
    re.IGNORECASE,
)
_APPEAL_WORDS = 45
_BACK_MATTER = frozenset(
    ("about the author", "about the authors", "about us", "acknowledgements", "acknowledgments", "bibliography",
     "citations", "contact", "contacts", "contents", "disclaimer", "endnotes", "external links", "footnotes",
     "for more information", "further information", "further reading", "list of acronyms", "media contact",
     "media contacts", "notes", "notes and references", "recommended reading", "references", "see also", "sources",
     "table of contents", "works cited")
)  # fmt: skip
_POINTERS = (
    r"(?:read )?more\s+(?:on|from|about|in|stories|news|like this)\b.{0,60}|also (?:on|in)\b.{0,60}",
    r"(?:most|must)[\s-]+(?:read|popular|viewed)|related\b.{0,40}|recommended(?: for you)?|up next|trending(?: now)?",
    r"you (?:may|might) also (?:like|be interested in)|read (?:more|next|also)|what to read next|don[’']t miss",
    r"share(?: this.{0,20})?|follow us|tags|topics|latest (?:news|stories)|top stories|editors?[’']? picks?|comments",
    r"leave a (?:reply|comment)|newsletters?|subscribe|sign up",
)
_POINTER = re.compile("|".join(_POINTERS), re.IGNORECASE)


def is_caption(text: str) -> bool:
    """Whether a whole paragraph stands under a picture, a figure or a table.

    >>> is_caption("Barges wait at Vidin. Photo: River Watch / M. Ionescu"), is_caption("Source: FEWS NET; OCHA.")
    (True, True)
    """
    words = text.count(" ") + 1
    if words > _CREDIT_WORDS or len(text) > _LONGEST:
        return False
    is_credited = any(credit.search(text) for credit in _CREDITS)
    is_figure = words <= _FIGURE_WORDS and bool(_FIGURE.match(text))
    return is_credited or is_figure or (words <= _SOURCE_WORDS and bool(_SOURCE.match(text)))


def is_back_matter(heading: str) -> bool:
    """Whether what stands under a heading is no part of the text: sources, notes, about the authors.

    >>> is_back_matter("REFERENCES"), is_back_matter("Sources of income")
    (True, False)
    """
    return fold(heading).strip(": ") in _BACK_MATTER


def is_boilerplate(text: str) -> bool:
    """Whether a whole paragraph speaks to the reader of the publication and not of its subject.

    >>> is_boilerplate("Sign up for our newsletter."), is_boilerplate("Sign-ups fell by a third.")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    words = text.count(" ") + 1
    return (words <= _APPEAL_WORDS and bool(_APPEAL.match(text))) or (
        words <= _FIGURE_WORDS and bool(_RIGHTS.search(text))
    )


def is_pointer(heading: str) -> bool:
    """Whether a heading stands above links to other pages and heads no text.

    >>> is_pointer("More on this story"), is_pointer("Related attacks in 2023 and what they cost the region's banks")
    (True, False)
    """
    return bool(_POINTER.fullmatch(heading.strip(": ")))
