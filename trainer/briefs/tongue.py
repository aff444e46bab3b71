"""Which language a text is in, by its script and by the small words that no text of a language does without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "English": "the of and to in a is that for it was on are as with his they at be this from have has had or by "
        "not but what all were when we there an which their said will would been its more who into after than he she "
        "other also no could them these about over under between during before since until against while",
        "French": "le la les des du et en une un est que qui dans pour sur pas par au aux avec ce cette ses son sa il "
        "elle ont été sont plus ne se leur nous mais ou comme été après deux depuis entre selon être fait",
        "German": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
        "er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber",
        "Spanish": "el la los las de que y en un una por con para del se no su al lo como más pero sus le ha o este "
        "sí porque esta entre cuando muy sin sobre también fue desde según han son está hasta hay",
        "Portuguese": "o a os as de que e do da em um uma para com não por mais dos como mas ao das na no nas nos se "
        "ele foi seu sua ou quando muito já está eu também só pelo pela até isso são entre após",
        "Italian": "il lo la i gli le di che e un una per con non del della dei delle nel nella in da si sono al alla "
        "come più ma anche dal ha è questo suo sua stato dopo essere fra tra ai gli sul sulla",
        "Dutch": "de het een en van in is dat op te zijn met voor die aan er niet om ook als bij door maar naar uit "
        "nog over tot dan heeft hebben werd wordt wel deze dit onder tegen volgens",
        "Swedish": "och att det som en på är av för med den till inte om ett han men var sig så från vi har kan "
        "när efter eller också där hade under mot vid",
        "Polish": "w i na z się nie do że jest to o jak po co za od przez dla ale są oraz był przed tym także został "
        "może jego które który ze",
        "Turkish": "ve bir bu da de için ile çok daha olarak gibi kadar olan en ne sonra ama olduğu tarafından göre "
        "değil her ancak üzerinde",
        "Indonesian": "yang dan di dari ini untuk dengan tidak pada itu dalam akan ke oleh telah juga adalah ada "
        "bahwa mereka sebagai karena para",
        "Swahili": "ya na wa kwa ni katika za la kuwa hii cha kama hiyo baada wakati pia huo hilo yake wao",
        "Romanian": "și de la în a cu nu pe o că se din este un care pentru mai au fost sunt ce lui după prin",
        "Vietnamese": "và của là có trong các được cho không với người này một đã những khi từ đến về",
    }.items()
}
_RUSSIAN = frozenset(
    ("и", "в", "не", "на", "что", "с", "по", "как", "из", "от", "за", "для", "это", "был", "его", "к", "у")
)
_SCRIPTS = (
    ("Japanese", re.compile("[\u3040-\u30ff]")),
    ("Chinese", re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")),
    ("Korean", re.compile("[\uac00-\ud7af]")),
    ("Cyrillic script", re.compile("[\u0400-\u04ff]")),
    ("Arabic script", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")),
    ("Hebrew", re.compile("[\u0590-\u05ff]")),
    ("Greek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("Devanagari script", re.compile("[\u0900-\u097f]")),
    ("Bengali script", re.compile("[\u0980-\u09ff]")),
    ("Thai", re.compile("[\u0e00-\u0e7f]")),
    ("Ethiopic script", re.compile("[\u1200-\u137f]")),
    ("Armenian", re.compile("[\u0530-\u058f]")),
    ("Georgian", re.compile("[\u10a0-\u10ff]")),
    ("Burmese script", re.compile("[\u1000-\u109f]")),
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_TOKEN = re.compile(r"[^\W\d_]+")
_SAMPLE = 50_000
_FEWEST_WORDS = 20
_FEWEST_DISTINCT = 50
_ENGLISH_ENOUGH = 0.12
_CERTAIN = 0.16
_BETTER = 1.5
_NONE = 0.02
_OTHER_SCRIPT = 0.6


class Tongue(NamedTuple):
    """The language of a text, as far as it can be told."""

    is_english: bool
    """Also where the text is too short to tell."""
    name: str
    """Of the language or script; empty if it is English or not certain."""


_ENGLISH = Tongue(is_english=True, name="")


def tell(text: str) -> Tongue:
    """The language of a text: another than English only where the words leave no doubt.

    >>> tell("Le gouvernement a demandé à la mission de quitter le pays dans les plus brefs délais, selon "
    ...      "un communiqué publié par le ministère des affaires étrangères sur son site.").name
    'French'
    """
    text = text[:_SAMPLE]
    if script := _other_script(text):
        return Tongue(is_english=False, name=script)
    tokens = [word.casefold() for word in _TOKEN.findall(text)]
    if len(tokens) < _FEWEST_WORDS:
        return _ENGLISH
    shares = _shares(tokens)
    english = shares.pop("English")
    best = max(shares, key=lambda name: shares[name])
    if english < _ENGLISH_ENOUGH and shares[best] >= _CERTAIN and shares[best] > _BETTER * english:
        return Tongue(is_english=False, name=best)
    is_none = english < _NONE and len(set(tokens)) >= _FEWEST_DISTINCT
    return Tongue(is_english=False, name="") if is_none else _ENGLISH


def _shares(tokens: Sequence[str]) -> dict[str, float]:
    """For each language, how many of the tokens are among its small words."""
    counts = Counter(tokens)
    return {language: sum(counts[word] for word in words) / len(tokens) for language, words in _WORDS.items()}


def _other_script(text: str) -> str:
    """The language or script of a text of which most letters are not Latin; empty for a Latin one."""
    found = {name: len(letters.findall(text)) for name, letters in _SCRIPTS}
    latin = len(_LATIN.findall(text))
    other = sum(found.values())
    if other < _FEWEST_WORDS or other < _OTHER_SCRIPT * (other + latin):
        return ""
    if found["Japanese"] > 0.1 * found["Chinese"] and found["Japanese"] + found["Chinese"] > 0.5 * other:
        return "Japanese"
    name = max(found, key=lambda script: found[script])
    if name == "Cyrillic script":
        words = [word.casefold() for word in _TOKEN.findall(text)]
        is_russian = sum(word in _RUSSIAN for word in words) > 0.1 * len(words) and not re.search("[іїєґўџјћ]", text)
        return "Russian" if is_russian else name
    return name
