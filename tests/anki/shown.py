"""Cards as Anki shows them: rendered by its own library, as a page like those of its reviewers."""

from __future__ import annotations

import base64
import datetime as dt
import zlib
from dataclasses import dataclass
from pathlib import Path

from sending import on

from trainer.anki.package import write_apkg
from trainer.anki.pictures import read_pictures
from trainer.cards import Card, Kind, Source, Status
from trainer.decks import BriefRef, Deck

SENTENCE = (
    "By February 2023, at least 168 peacekeepers had been killed, the UN said, which made it the deadliest of all "
    "peacekeeping missions that were under way at the time (https://example.org/reports/2023/peacekeeping/fatalities)."
)
LONG_NAME = "Multidimensionalintegratedstabilizationmissionheadquartersbattalion"
JUNE = BriefRef("june", "Mali asks the UN mission to go", dt.date(2023, 6, 21), marking="TLP:AMBER")
PLAIN = Card("basic", "In which city did the mission have its headquarters?", "Bamako")
FULL = Card(
    "choice",
    "According to the UN, at least how many MINUSMA peacekeepers had been killed by February 2023?",
    "168",
    Kind.HOW_MANY,
    accepted=("at least 168", "one hundred and sixty-eight"),
    distractors=("148", "186", f"218, of whom most belonged to the {LONG_NAME}"),
    as_of="2023-02",
    attribution="the UN",
    source=Source("june", SENTENCE, 7, (27, 30)),
)
LISTED = Card(
    "list",
    "Which countries border Mali?",
    "Algeria, Niger, Burkina Faso, Côte d’Ivoire, Guinea, Senegal and Mauritania",
    Kind.LIST,
    attribution="the UN",
    source=Source("june", SENTENCE, 8),
)
CLOZE = Card(
    "cloze",
    "Mali asked [...] to leave in June 2023.",
    "MINUSMA",
    Kind.CLOZE,
    distractors=("ECOWAS", "Barkhane"),
    source=Source("june", "Mali asked MINUSMA to leave.", 1, (11, 18)),
)
OLD = Card(
    "superseded", "How many had been killed by 2022?", "over 150", status=Status.SUPERSEDED, superseded_by="choice"
)
GONE = Card("retired", "Who led MINUSMA in 2022?", "El-Ghassim Wane", status=Status.RETIRED)
PICTURED = Card("picture", "Which river is this?", "The Niger", picture="wide.png", answer_picture="wide.png")
LONG = Card("long", f"What is a {LONG_NAME}?", f"A battalion of the {LONG_NAME}, or so. {SENTENCE}", as_of="2023")
CARDS = (PLAIN, FULL, LISTED, CLOZE, OLD, GONE, PICTURED, LONG)
MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER+STRICT", "TLP:RED", "OFFICIAL USE: do not pass on")


@dataclass(frozen=True)
class Shown:
    """Both sides of a card, as HTML."""

    question: str
    answer: str


def shown(receiver, folder: Path, cards: tuple[Card, ...] = CARDS, marking: str = "TLP:AMBER") -> dict[str, Shown]:
    """Each card's two sides as Anki's library renders them once they were imported; media as data in the page."""
    (folder / "wide.png").write_bytes(png(900, 500))
    deck = Deck(
        f"mali-{marking[4:7].lower()}", "Mali and the end of MINUSMA", cards, (JUNE,), marking, folder / "d.toml"
    )
    return sides_of(receiver, folder, deck, "Bamaco and 186")


def sides_of(receiver, folder: Path, deck: Deck, typed: str = "") -> dict[str, Shown]:
    """Each card of a deck as the receiver has it after an import; `typed` was given to each question."""
    write_apkg([(deck, on(1_790_000_000))], folder / "d.apkg", read_pictures([deck]))
    receiver.take(folder / "d.apkg")
    return {card.id: _sides(receiver, card.id, typed) for card in deck.cards}


def _sides(receiver, card_id: str, typed: str) -> Shown:
    card = receiver.cards[card_id]
    answer = card.note()["Answer"]
    box = '<center><input type="text" id="typeans" style="font-family: \'Arial\'; font-size: 20px;"></center>'
    compared = receiver.collection.compare_answer(answer, typed)
    compared = f"<div style=\"font-family: 'Arial'; font-size: 20px\">{compared}</div>"
    media = Path(receiver.collection.media.dir())
    question = _with_pictures(card.question().replace("[[type:Answer]]", box), media)
    return Shown(question, _with_pictures(card.answer().replace("[[type:Answer]]", compared), media))


def _with_pictures(html: str, media: Path) -> str:
    for file in media.iterdir():
        data = base64.b64encode(file.read_bytes()).decode()
        html = html.replace(f'src="{file.name}"', f'src="data:image/png;base64,{data}"')
    return html


def page(side: str, *, night: bool) -> str:
    """The page around a side: classes as Anki's reviewers give them, and the margin of the one on desktops."""
    classes = "card card1 nightMode night_mode" if night else "card card1"
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    return (
        f'<!doctype html><html lang="en"><head>{head}<title>card</title><style>body {{ margin: 20px; }}</style></head>'
        f'<body class="{classes}"><div id="qa">{side}</div></body></html>'
    )


def png(width: int, height: int) -> bytes:
    """A picture of blue bands."""
    rows = b"".join(b"\x00" + bytes([40, 110, 150 + row * 100 // height]) * width for row in range(height))
    header = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\x00\x00\x00"

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)

    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
