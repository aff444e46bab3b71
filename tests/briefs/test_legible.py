"""What cannot be asked about is refused or doubted, in one line each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from trainer.briefs import parse_brief, read_brief
from trainer.briefs.legible import is_broken
from trainer.briefs.tongue import tell
from trainer.errors import BriefRefused

ENGLISH = (
    "The river commission met in Vidin on 4 April 2024 and agreed to open the third lock for grain barges. "
    "Nine of the eleven members voted for the plan, according to the minutes that were sent to the press."
)
OTHERS = {
    "French": "La commission du fleuve s'est réunie à Vidin le 4 avril et a décidé d'ouvrir la troisième écluse aux "
    "barges de céréales, qui attendaient depuis deux mois à cause des basses eaux et d'une porte cassée.",
    "German": "Die Flusskommission hat sich am 4. April in Vidin getroffen und beschlossen, die dritte Schleuse für "
    "Getreidekähne zu öffnen, die wegen des niedrigen Wassers seit zwei Monaten gewartet haben.",
    "Spanish": "La comisión del río se reunió en Vidin el 4 de abril y decidió abrir la tercera esclusa para las "
    "barcazas de grano, que esperaban desde hace dos meses por la falta de agua en el tramo alto.",
    "Portuguese": "A comissão do rio reuniu-se em Vidin no dia 4 de abril e decidiu abrir a terceira eclusa para as "
    "barcaças de cereais, que esperavam há dois meses por causa da falta de água e de uma porta avariada.",
    "Italian": "La commissione del fiume si è riunita a Vidin il 4 aprile e ha deciso di aprire la terza chiusa alle "
    "chiatte di grano, che aspettavano da due mesi per la mancanza di acqua e per una porta rotta.",
    "Dutch": "De riviercommissie is op 4 april in Vidin bijeengekomen en heeft besloten om de derde sluis voor "
    "graanschepen te openen, die door het lage water al twee maanden op de rivier lagen te wachten.",
    "Turkish": "Nehir komisyonu 4 Nisan günü Vidin kentinde toplandı ve düşük su ile kırık bir kapı için iki aydır "
    "bekleyen tahıl mavnaları için üçüncü kapının da açılması kararını aldı, bu karar çok önemli.",
    "Russian": "Речная комиссия собралась в Видине и решила открыть третий шлюз для барж с зерном, которые ждали "
    "на реке почти два месяца из-за низкой воды и сломанных ворот, как сказал её представитель.",
    "Chinese": "河流委员会四月四日在维丁开会，决定为运粮驳船开放第三座船闸，这些驳船因水位低已经等了将近两个月。",
    "Japanese": "河川委員会は四月四日にビディンで会合を開き、穀物を運ぶはしけのために第三の水門を開くことを決めた。",
    "Arabic script": "اجتمعت لجنة النهر في فيدين في الرابع من أبريل وقررت فتح القفل الثالث أمام صنادل الحبوب",
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_a_brief_in_another_language_is_refused_and_the_language_named(name: str) -> None:
    with pytest.raises(BriefRefused) as refused:
        parse_brief(f"A title\n\n{OTHERS[name]}\n\n{OTHERS[name]}", "brief.txt")
    assert str(refused.value) == (
        f"brief.txt: it reads as {name}, and not as English. "
        "Cards are made from English alone: translate it, or read an English version."
    )


def test_a_passage_in_another_language_is_left_out_with_a_finding() -> None:
    brief, findings = parse_brief(f"{ENGLISH}\n\n{OTHERS['French']}\n\n{ENGLISH}", "brief.txt")
    assert [(passage.number, passage.text) for passage in brief.passages] == [(1, ENGLISH), (2, ENGLISH)]
    assert [str(finding) for finding in findings] == [
        (
            "brief.txt: 1 passage in French was not read. "
            "Cards are made from English alone: translate it, or read an English version."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Force strength 4,100; losses 12 killed, 30 wounded; morale low; supply adequate. " * 4,
        (
            "Members: Hatay, Gaziantep, Kahramanmaraş, Malatya, Adıyaman, Diyarbakır, Adana, Osmaniye, Kilis, "
            "Şanlıurfa, Elazığ; Aleppo, Idlib, Hama, Latakia, Tartus, Homs, Raqqa, Damascus, Daraa, Quneitra, Suwayda."
        ),
        "La Francophonie and the Parti démocratique de Guinée met in Labé.",
        "Der Spiegel reported it.",
    ],
)
def test_english_of_any_kind_is_english(text: str) -> None:
    assert tell(text).is_english


def findings_of(folder: Path, text: str, name: str = "brief.txt") -> list[str]:
    path = folder / name
    path.write_text(text)
    return [finding.message for finding in read_brief(path, today=dt.date(2024, 6, 1))[1]]


def test_a_brief_of_the_future_is_doubted(tmp_path: Path) -> None:
    assert findings_of(tmp_path, f"2 June 2024\n\n{ENGLISH}") == [
        "The brief is dated 2024-06-02, which is still to come."
    ]
    assert findings_of(tmp_path, f"1 June 2024\n\n{ENGLISH}") == []


def test_capitals_are_read_and_doubted(tmp_path: Path) -> None:
    assert findings_of(tmp_path, f"1 JUNE 2024\n\n{ENGLISH.upper()}") == [
        "The text is in capitals, so that names cannot be told from words; few cards will come of it."
    ]


def test_one_endless_paragraph_is_read_and_doubted(tmp_path: Path) -> None:
    (message,) = findings_of(tmp_path, f"1 June 2024\n\n{' '.join([ENGLISH] * 20)}")
    assert message == "Paragraph 1 has 780 words without a break."


def test_broken_words_are_doubted_and_too_many_refused(tmp_path: Path) -> None:
    some = ENGLISH.replace("lock", "l0ck").replace("barges", "b@rges").replace("members", "rnernb~rs") * 3
    assert findings_of(tmp_path, f"1 June 2024\n\n{some}") == [
        "Many words are broken, as bad text recognition leaves them."
    ]
    with pytest.raises(BriefRefused, match=r"brief.txt: \d\d% of its words are broken"):
        findings_of(tmp_path, "Tbe r1ver c0mm~ss|on rnet |n V1d1n ¢n 4 Apr|l and agr33d t0 op^n tbe th1rd l0ck. " * 6)


@pytest.mark.parametrize(
    "word",
    ["G7", "F-16", "COVID-19", "2nd", "5km", "A4", "1990s", "MINUSMA’s", "McDonald", "eBay", "U.S", "don't", "$4.4m",
     "12:00", "GMT+3", "R&D", "OpenAI", "DeMarco", "IntelBrief", "Q3", "H5N1", "MH17", "PM2.5", "state-owned", "Nzwani",
     "info@example.org", "https://example.org/a_b=c", "50°", "km²", "%", "–", "EUR10bn", "TB-2", "S-400"],
)  # fmt: skip
def test_a_word_of_the_field_is_not_broken(word: str) -> None:
    assert not is_broken(word)


def test_curly_quotes_and_spaces_that_do_not_break_are_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("1 June 2024\n\nThe UN’s “last” 168\u00a0men left Gao.")
    brief, findings = read_brief(tmp_path / "b.txt", today=dt.date(2024, 6, 1))
    assert (brief.passages[0].text, findings) == ("The UN’s “last” 168 men left Gao.", ())


@pytest.mark.parametrize(
    "table",
    ["Name\tDead\tHurt\nHatay\t5\t7\nAdana\t8\t9", "Name | Dead | Hurt\nHatay | 5 | 7", "| a | b |\n| 1 | 2 |",
     "Name    Dead    Hurt\nHatay      5       7"],
)  # fmt: skip
def test_a_table_in_plain_text_is_left_out_with_a_finding(table: str) -> None:
    brief, findings = parse_brief(f"{ENGLISH}\n\n{table}\n\n{ENGLISH}", "brief.txt")
    assert [passage.text for passage in brief.passages] == [ENGLISH, ENGLISH]
    assert [str(finding) for finding in findings] == [
        "brief.txt:3: 1 table was not read. What should be asked must stand in sentences."
    ]
