"""A phrase as others say it: without an empty head, and with the state for the capital that acts in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.language import gazetteer
from trainer.questions.keys_same_words import in_same_words
from trainer.text import fold

_EMPTY_HEAD = re.compile(
    r"^(?:the |an? )?(?:prospects?|possibility|idea|likelihood|chance|process|matter|case|question|work|act|practice)"
    r" of (?:the |an? )?(?=\w)"
)
_BY_STATE = re.compile(r"^(?P<deed>[a-z]+) by (?:the )?(?P<state>[A-Z][\w .]+)$")
_LED_BY_PEOPLE = re.compile(
    r"^(?:an? )?(?:(?P<people>[A-Z][\w-]+)|[A-Z][\w ]*-(?P<flag>flagged|owned|registered|built|operated)) (?=[a-z])"
)
_ACTING = re.compile(r"\b(?P<link>with|by|against|and|from|between) (?P<capital>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\b")
_BETWEEN_TWO = re.compile(
    r"(?:an? |the )?(?P<what>[a-z][a-z ]*) between (?:the )?(?P<one>[A-Z][\w' ]+) and (?:the )?(?P<other>[A-Z][\w' ]+)"
)
_PLACED = re.compile(r"(?P<what>(?:an? |the )?[a-z][a-z -]*?) (?:near|outside|close to|off|beside|in front of) .+")
_SOME = re.compile(r"(?<=\w )(?:certain|various|several|some) (?=[a-z])")
_LESS_OF = re.compile(
    r"(?P<deed>cuts?|delays?|increases?|reductions?|rises?|shortages?) (?:in|of|to) (?:the )?"
    r"(?P<of>[a-z-]+(?: [a-z-]+)?)"
)
"""What happened to an amount, which may stand behind it: `cuts in donor funding`."""
_DEED_TO = re.compile(
    r"(?:the |an? )?(?P<deed>bombing|killing|shooting|stabbing|hijacking|kidnapping|poisoning|sinking|hacking|looting"
    r"|storming|burning|shelling|closure|collapse|seizure|raid|attack|assassination|murder|arrest|blockade|siege)"
    r" (?:of|on) (?:the |an? )?(?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*)?)"
)
"""What was done to a thing, which may stand before its deed: `the bombing of a police mosque`."""
_OUTBREAK = re.compile(r"(?:the |an? )?outbreak of (?P<of>[\w-]+(?: fever)?)(?P<more> virus| disease| virus disease)?")
"""What broke out, which may stand before its outbreak."""
_ORDINARY = re.compile(
    r"(?:all )?(?:active|commercial|formal|full|normal|official|regular) "
    r"(?=(?:activity|exports|flights|hostilities|mining|negotiations|operations|production|sales|services?|shipments"
    r"|talks|traffic)$)"
)
"""What hardly narrows what stops or begins: `commercial production`."""
_WON = re.compile(r"\b(?:win|won|lose|lost)\b")


def phrased(answer: str, question: str = "") -> Iterator[str]:
    """Other ways to say a phrase.

    >>> list(phrased("the prospect of recognition by Kenya")), list(phrased("a lorry near the port"))
    (['recognition by Kenya', "Kenya's recognition", 'Kenyan recognition'], ['a lorry'])
    >>> list(phrased("talks with Nairobi"))
    ['talks with Kenya', 'negotiations with Nairobi', 'negotiations with Kenya']
    """
    plain = _EMPTY_HEAD.sub("", answer)
    forms = [*_of_states(plain), *([plain] if plain != answer else [])]
    if (found := _BY_STATE.match(plain)) is not None:
        forms += _owned(found["deed"], found["state"])
    if (placed := _PLACED.fullmatch(answer)) is not None:
        forms.append(placed["what"])
    if answer.endswith("presidency") and _WON.search(question):
        forms.append("the presidential election")
    if (vague := _SOME.sub("", answer)) != answer:
        forms.append(vague)
    if (plainly := _ORDINARY.sub("", answer, count=1)) != answer:
        forms.append(plainly)
    if (less := _LESS_OF.fullmatch(answer)) is not None:
        forms.append(f"{less['of']} {less['deed']}")
    forms += _turned_round(answer)
    yield from forms
    for form in (answer, *forms):
        yield from in_same_words(form)
    for form in (answer, *forms):
        if (pair := _BETWEEN_TWO.fullmatch(form)) is not None:
            yield f"{pair['one']}-{pair['other']} {pair['what']}"


def _turned_round(answer: str) -> list[str]:
    """What was done to a thing, or broke out, behind the thing: `mosque bombing`, `Ebola outbreak`."""
    if (outbreak := _OUTBREAK.fullmatch(answer)) is not None:
        return [f"{outbreak['of']}{outbreak['more'] or ''} outbreak", f"{outbreak['of']} outbreak"]
    deed = _DEED_TO.fullmatch(answer)
    return [f"{deed['what']} {deed['deed']}", f"the {deed['what']} {deed['deed']}"] if deed is not None else []


_HAS_NOUN = re.compile(r"(?<![\w'-])(?!with|from|between|against)[a-z]{4,}")
"""What is done with a capital: `talks`; capitals alone are places."""


def _of_states(phrase: str) -> list[str]:
    """The phrase with the state for each capital that acts in its name; nothing where another place is among them."""
    if not _HAS_NOUN.search(phrase):
        return []
    found = list(_ACTING.finditer(phrase))
    states = [gazetteer.capitals().get(fold(acting["capital"])) for acting in found]
    own = [
        state for state, acting in zip(states, found, strict=True)
        if state is not None and acting["capital"] == state.capital and state.name != state.capital
    ]  # fmt: skip
    if not own or len(own) < len(found):
        return []
    named = iter(own)
    return [_ACTING.sub(lambda acting: f"{acting['link']} {next(named).with_article}", phrase)]


def without_people(answer: str) -> str:
    """A kind of thing without whose it is and under which flag; the answer itself where that is all that it says.

    >>> without_people("a Kenyan bulk carrier"), without_people("a Hong Kong-flagged tanker"), without_people("a tug")
    ('bulk carrier', 'tanker', 'a tug')
    >>> without_people("a Danish firm")
    'a Danish firm'
    """
    found = _LED_BY_PEOPLE.match(answer)
    people = found is not None and (found["flag"] is not None or found["people"] in gazetteer.demonyms())
    rest = answer[found.end() :] if found is not None and people else answer
    return answer if rest in _ANY_KIND else rest


def loosely(answer: str) -> Iterator[str]:
    """A kind of thing without how it is owned or run, and without whose it is too.

    >>> list(loosely("a Kenyan family-owned tea company")), list(loosely("a private military company"))
    (['Kenyan tea company', 'tea company'], [])
    """
    words = re.sub(r"^(?:an?|the) ", "", answer).split()
    kept = [word for word in words if not _RUN.fullmatch(word)]
    if len(kept) < len(words) and len(kept) > 1:
        yield " ".join(kept)
        if kept[0] in gazetteer.demonyms() and len(kept) > 2:
            yield " ".join(kept[1:])


_RUN = re.compile(r"[a-z]+-(?:backed|based|built|controlled|flagged|funded|led|linked|listed|owned|registered|run)")


_ANY_KIND = frozenset({"body", "company", "firm", "group", "organisation", "organization", "ship", "unit", "vessel"})
"""What is asked for where the kind of a thing is."""


_OWNED_BY = re.compile(r"(?P<owner>(?:the )?[A-Z][\w'-]*(?: [\w'-]+)*?)'s? (?P<what>[a-z].*)")


def with_pronoun(answer: str, sentence: str) -> Iterator[str]:
    """`his own death` and `his death` for `Berg's death`, where the sentence has the pronoun.

    >>> list(with_pronoun("Berg's death", "Berg faked his own death."))
    ['his own death', 'his death']
    """
    found = _OWNED_BY.fullmatch(answer)
    what = found["what"] if found is not None else ""
    said = re.search(rf"\b(?P<pronoun>his|her|its|their) (?:own )?{re.escape(what)}\b", sentence) if what else None
    if said is not None:
        yield from (said[0], f"{said['pronoun']} {what}")


def _owned(deed: str, name: str) -> Iterator[str]:
    """`Kenya's recognition`, `Kenyan recognition`; `US recognition` too."""
    state = gazetteer.states().get(fold(name))
    if state is None:
        return
    yield f"{name}'{'' if name.endswith('s') else 's'} {deed}"
    yield f"{state.demonym} {deed}"
    yield from (f"{short} {deed}" for short in state.aliases if short.isupper() and len(short) < 4)
