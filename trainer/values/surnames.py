"""Which part of a person's name is the family name."""

from __future__ import annotations

import re

from trainer.text import fold

_PARTICLES = frozenset({
    "abou", "abu", "ag", "al", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "el", "ibn", "la", "le", "ould", "st", "st.", "ter", "van", "von",
})  # fmt: skip
_FIRST = frozenset({
    "Cai", "Cao", "Chen", "Cho", "Choe", "Choi", "Deng", "Ding", "Dong", "Feng", "Gao", "Guo", "He", "Hsiao", "Hsu",
    "Hu", "Huang", "Hwang", "Jeong", "Jiang", "Jung", "Kwon", "Lai", "Li", "Liang", "Liu", "Lu", "Luo", "Ma", "Mao",
    "Nguyen", "Pan", "Peng", "Qin", "Qiu", "Shen", "Sun", "Tang", "Tsai", "Wang", "Wu", "Xi", "Xiao", "Xie", "Xu",
    "Yang", "Yoon", "Yuan", "Zeng", "Zhang", "Zhao", "Zheng", "Zhou", "Zhu",
})  # fmt: skip
"""Family names of East Asia that stand first."""
_FIRST_IN_CHINA = frozenset({
    "Bai", "Bao", "Bi", "Chai", "Chang", "Cheng", "Cui", "Dai", "Dou", "Du", "Duan", "Fan", "Fang", "Fu", "Gan", "Ge",
    "Geng", "Gong", "Gu", "Han", "Hao", "Hong", "Hou", "Hua", "Ji", "Jia", "Jin", "Kang", "Kong", "Lei", "Liao", "Lin",
    "Long", "Lou", "Lyu", "Mei", "Meng", "Miao", "Mu", "Ni", "Nie", "Ning", "Ou", "Pang", "Pei", "Pu", "Qian", "Qiao",
    "Qu", "Ren", "Ruan", "Shao", "Shi", "Song", "Su", "Tan", "Tao", "Tian", "Tong", "Wan", "Wei", "Wen", "Xia",
    "Xiang", "Xin", "Xing", "Xiong", "Xue", "Yan", "Yao", "Ye", "Yi", "Yin", "You", "Yu", "Yue", "Zhai", "Zhan",
    "Zhong", "Zhuang", "Zou", "Zuo",
})  # fmt: skip
"""Those that are anything elsewhere: first only where a Chinese given name of two syllables follows."""
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:i?[ao]ng|u?[ae]ng|ing|[ui]?an|en|in|u[ne]|i?ao|u?ai|[uei]i|[oi]u|ie|[iu]?a|u?o|e|i|u)r?"
)
_GIVEN_IN_CHINA = re.compile(rf"(?:{_SYLLABLE}){{2}}", re.IGNORECASE)
_FIRST_OF_THREE = frozenset({
    "An", "Bae", "Chang", "Cheng", "Chiang", "Chu", "Chung", "Han", "Ho", "Hong", "Hou", "Jang", "Jo", "Joo", "Kang",
    "Kim", "Ko", "Koo", "Lee", "Lim", "Lin", "Moon", "No", "Oh", "Pak", "Park", "Pham", "Ri", "Roh", "Ryu", "Seo",
    "Shin", "Song", "Tran", "Vo", "Yu",
})  # fmt: skip
"""Those that are given names elsewhere: first only where two more parts follow."""
_TWO_SYLLABLES = re.compile(r"(?!(?:Abd|Abu|Al|An|Ar|As|At|El|Ben|Bin|Ould)-)[A-Z][a-z]+-[a-z]+")
"""A given name of two syllables, as Korea and Taiwan write it: `Dong-young`."""
_CALLED = frozenset({
    "Abiy", "Anies", "Anutin", "Anwar", "Berhanu", "Birtukan", "Bjarni", "Debretsion", "Demeke", "Dilma", "Ganjar",
    "Getachew", "Gibran", "Gotabaya", "Hailemariam", "Isaias", "Jawar", "Kristrún", "Lula", "Mahathir", "Mahinda",
    "Megawati", "Meles", "Mengistu", "Muhyiddin", "Najib", "Paetongtarn", "Pita", "Prabowo", "Prawit", "Prayut",
    "Prayuth", "Raila", "Saddam", "Sahle-Work", "Shimelis", "Srettha", "Tadesse", "Taye", "Tedros", "Temesgen",
    "Thaksin", "Thanathorn", "Yemane", "Yingluck",
})  # fmt: skip
"""Given names by which their bearers are called: in Ethiopia and Eritrea, Indonesia, Malaysia, Thailand; and a few."""


_BURMESE = re.compile(
    r"(?:U|Daw|Aung|Aye|Chit|Gyi|Hla|Hlaing|Htay|Htin|Htoo|Htun|Khaing|Khin|Ko|Kyaw|Kyi|Lin|Lwin|Maung|Min|Moe|Mon|Mya"
    r"|Myint|Myo|Naing|Nay|Nu|Nyan|Nyunt|Ohn|Oo|Phyo|San|Sein|Shwe|Soe|Suu|Swe|Than|Thant|Thaung|Thein|Thet|Thida|Thin"
    r"|Thura|Tin|Tun|Wai|Win|Wunna|Yan|Ye|Zaw|Zeya|Zin)(?:[ -]|$)"
)


def is_burmese(full: str) -> bool:
    """Whether every word is one of those that make names in Myanmar, where nobody has a family name.

    >>> is_burmese("Aung San Suu Kyi"), is_burmese("San Francisco")
    (True, False)
    """
    return len(full.split()) > 1 and all(_BURMESE.match(word) for word in full.split())


def surname(full: str) -> str:
    """The family name with its particles.

    >>> surname("Mohammed bin Salman"), surname("Abdel Fattah al-Burhan"), surname("Xi Jinping"), surname("Kim Jong Un")
    ('bin Salman', 'al-Burhan', 'Xi', 'Kim')
    >>> surname("Nam Sun-ho"), surname("Sun-ho Nam"), surname("Anna Al-sayed")
    ('Nam', 'Nam', 'Al-sayed')
    >>> surname("Aung San Suu Kyi")
    'Aung San Suu Kyi'
    """
    words = full.split()
    if is_burmese(full):
        return full
    parts = len(full.replace("-", " ").split())
    if len(words) == 2 and _TWO_SYLLABLES.fullmatch(words[1]):
        return words[0]
    if len(words) in {2, 3} and (words[0] in _FIRST or (words[0] in _FIRST_OF_THREE and parts == 3)):
        return words[0]
    if len(words) == 2 and words[0] in _FIRST_IN_CHINA and _GIVEN_IN_CHINA.fullmatch(words[1]):
        return words[0]
    at = len(words) - 1
    while at > 1 and fold(words[at - 1]) in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def without_article(name: str) -> str:
    """An Arabic family name without `al-` or `el-`: `Burhan`; the name itself if it has none."""
    head, dash, rest = name.partition("-")
    return rest if dash and fold(head) in {"al", "el", "an", "as", "ar", "ad", "at", "az"} else name


def called_by(full: str) -> str:
    """The given name by which a person is called, where it is no surname that people go by; empty for all others.

    >>> called_by("Thaksin Shinawatra"), called_by("Anna Berg")
    ('Thaksin', '')
    """
    first, _, rest = full.partition(" ")
    return first if rest and first in _CALLED else ""
