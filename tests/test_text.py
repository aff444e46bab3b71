"""Foreign text is made safe, and what people write in any script is left alone."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text import _SUSPECT, cell, clean, fold, of_cell, one_line, slug

ROOT = Path(__file__).parents[1] / "trainer"
EVERYTHING = st.text(st.characters(codec=None, categories=None), max_size=40)
FORMULAS = (
    "=1+1", "+1", "-2", "@SUM(A1)", "|x", "＝1", "＋1", "－1", "＠A1", " =1", "\t=1", "\r=1", "\n=1", "\n1", "\u200b=1",
)  # fmt: skip
DANGEROUS = st.text(
    st.sampled_from("a \n\t\r\x1b\x07\x00\x7f\x85\x9b\x9d\u2028\u2029\u202e\u2066\u200b\u200e\u061c\ufeff\u2060\ud800"),
    max_size=12,
)


@pytest.mark.parametrize(
    ("foreign", "safe"),
    [
        ("a\x1b]52;c;cm0gLXJm\x07b", "a␛]52;c;cm0gLXJm␇b"),  # clipboard write
        ("\x1b[2J\x1b[31mred", "␛[2J␛[31mred"),
        ("\x9b2J \x9d0;title\x9c", "\ufffd2J \ufffd0;title\ufffd"),  # the same in C1
        ("\x90q#0\x9c", "\ufffdq#0\ufffd"),  # DCS
        ("a\x00b\x7fc\x08", "a␀b␡c␈"),
        ("pay \u202e100\u202c now", "pay 100 now"),
        ("\u2067abc\u2069 \u200f\u200e\u061c", "abc "),
        ("ad\u200bmin \ufeffx\u2060y", "admin xy"),
        ("hid\U000e0041\U000e0042den\U000e007f", "hidden"),  # tags
        ("name\u3164 \uffa0", "name "),  # letters without ink
        ("lone \ud83d half, \udc80 byte", "lone \ufffd half, \ufffd byte"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("tab\tand line\nstay", "tab\tand line\nstay"),
    ],
)
def test_what_a_terminal_would_obey_or_a_reader_could_not_see_is_made_visible_or_taken_out(foreign, safe):
    assert clean(foreign) == safe


@pytest.mark.parametrize(
    "text",
    [
        "The UN said at least 168 – “more than 160” – were killed; €3.5bn, 20 %, 5′ 3″, naïve, São Tomé…",
        "عاصمة مالي هي باماكو، وفق الأمم المتحدة؛ ١٦٨ قتيلًا؟",
        "می‌خواهم کتاب‌ها",  # ZWNJ
        "क्‍ष और क्‌ष, श्री, हिन्दी",  # ZWJ and ZWNJ
        "בְּרֵאשִׁית, ירושלים",
        "马里的首都是巴马科。日本語のテキスト、한국어 텍스트",
        "Что? Łódź, Đoković, İstanbul, Ærø, Nguyễn Thị Minh Khai",
        "e\u0301 o\u0308 n\u0303 a\u0328\u0301",  # combining accents
        "👩‍👩‍👧‍👦 👨🏽‍🚒 🏳️‍🌈 ❤️ 1️⃣ 🇲🇱",
        "ไทย, ქართული, Հայերեն, አማርኛ, বাংলা, தமிழ்",
        "soft\u00adhyphen, no\u00a0break, thin\u2009space, figure\u2007space",
        "{braces} [click=x] <b> & \\ ` $ %s",
    ],
)
def test_ordinary_text_is_left_as_it_is(text):
    assert clean(text) == text


@given(EVERYTHING | DANGEROUS)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(EVERYTHING | DANGEROUS)
def test_no_control_no_direction_and_no_hidden_character_is_left(text):
    left = {c for c in clean(text) if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"}
    assert left == set()
    assert not any(unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
                   for c in clean(text))  # fmt: skip
    assert not any(0xE0000 <= ord(c) <= 0xE007F or c in "\u200b\u200e\u200f\u061c\u2060\ufeff" for c in clean(text))
    clean(text).encode("utf-8")


def test_of_all_of_unicode_only_joiners_and_the_soft_hyphen_stay_of_the_format_characters_that_show_nothing():
    everything = "".join(map(chr, range(0x110000)))
    kept = {c for c in clean(everything) if unicodedata.category(c) == "Cf"}
    with_ink = {c for c in kept if unicodedata.name(c).startswith(("ARABIC", "KAITHI", "EGYPTIAN"))}
    assert kept - with_ink == {"\u00ad", "\u200c", "\u200d"}


@given(EVERYTHING | DANGEROUS, st.integers(2, 30))
def test_one_line_is_one_line_within_its_limit(text, limit):
    line = one_line(text, limit)
    assert len(line.splitlines()) <= 1
    assert len(line) <= limit


@given(EVERYTHING)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jama’at Nusrat", "JAMA'AT  nusrat"),
        ("ŁÓDŹ", "Łódź"),
        ("Łódź", "lodz"),
        ("Đoković", "dokovic"),
        ("ØRSTED", "ørsted"),
        ("Ærø", "aero"),
        ("STRASSE", "Straße"),
        ("İzmir", "izmir"),
        ("re‑entry", "re-entry"),  # U+2011
        ("2013–14", "2013-14"),
    ],
)
def test_spellings_that_mean_the_same_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


def test_what_differs_still_differs_when_folded():
    words = ["Mali", "Malo", "168", "186", "Мали", "مالي", "马里"]
    assert len({fold(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mali & the end of MINUSMA", "mali-the-end-of-minusma"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x\x00\n", "c-x"),
        ("Łódź 2024", "lodz-2024"),
        ("  ", "untitled"),
        ("CON", "the-con"),
        ("lpt1.", "the-lpt1"),
        ("-rf", "rf"),
    ],
)
def test_a_slug_is_a_safe_name_everywhere(title, name):
    assert slug(title) == name


@given(EVERYTHING)
def test_a_slug_is_never_empty_and_holds_nothing_but_letters_digits_and_hyphens(text):
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(slug(text)) <= 64


def test_of_what_cleaning_takes_out_two_fillers_alone_pass_for_printable():
    suspects = set(re.findall(_SUSPECT, "".join(map(chr, range(0x110000)))))

    assert {sign for sign in suspects if sign.isprintable()} == {"\u3164", "\uffa0"}
    assert clean("a\u3164b\uffa0c") == "abc"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_arrives_in_a_cell_as_text(text):
    assert cell(text) == f"'{clean(text)}"
    assert of_cell(cell(text)) == clean(text)


@pytest.mark.parametrize("text", ["168", "a=b", "", "'quoted'", "May-June", "a|b", "'tis"])
def test_other_text_is_left_in_a_cell_as_it_is(text):
    assert cell(text) == of_cell(text) == text


@given(EVERYTHING | DANGEROUS | st.text("=+-@|＝＋－＠'\t\r\n a", max_size=6))
def test_no_cell_begins_like_a_formula_and_what_comes_back_is_what_was_put_in(text):
    assert not re.match(r"\s*[=+\-@|＝＋－＠]|[\t\r\n]", cell(text))
    if not clean(text).startswith("'"):
        assert of_cell(cell(text)) == clean(text)


def test_the_guard_of_a_cell_stands_once():
    homes = [path.name for path in ROOT.rglob("*.py") if "＝" in path.read_text("utf-8")]
    assert homes == ["text.py"]
