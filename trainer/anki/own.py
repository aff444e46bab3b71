"""Notes that we made, to the cards that they came from, with what a receiver changed in them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, NamedTuple

from trainer.anki.deletions import deletion_of
from trainer.anki.markup import SEPARATOR
from trainer.anki.notetypes import RECORD, RETIRED, Family
from trainer.anki.plain import plain, plain_signs
from trainer.anki.stored_rows import StoredNote
from trainer.anki.tags import signs_of, tag_of
from trainer.cards import GAP, Card
from trainer.text import clean

_NEEDED = frozenset({"Card id", "Deck id", "Deck title", "Answer"})
_KEPT = frozenset({
    "kind", "fact", "reject", "distractors", "marking", "status", "superseded_by", "conflicts_with", "origin",
})  # fmt: skip
"""The keys of a card that its particulars may tell."""
_KNOWN = frozenset(field.name for field in fields(Card))
_SHARED = frozenset({"Brief", "Brief date", "As of", "Attribution", "Marking", "Deck id", "Deck title", "Status"})
"""Fields that many notes have alike."""
_NOT_TOLD = frozenset({"Text", "Accepted", "Options", RECORD})
"""Fields that are read in another way, or tell nothing of their own."""
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_MOST = 20_000
"""Characters of a card that needs no closer look."""
_NAME = re.compile(r"\S{1,200}")


@lru_cache(maxsize=1 << 12)
def _shared(field: str) -> str:
    return plain(field)


class Own(NamedTuple):
    """What one of our notes says."""

    deck: str
    title: str
    head: Mapping[str, Any]
    """The other keys of `[deck]`."""
    briefs: list[dict[str, Any]]
    card: dict[str, Any]
    """The keys of `[[cards]]`."""


def is_own(fields: tuple[str, ...]) -> bool:
    """Whether a note type of these fields is ours."""
    return set(fields) >= _NEEDED and fields[0] in {"Question", "Text"}


def own_of(names: tuple[str, ...], values: list[str], tags: list[str]) -> Own | None:
    """The card; None if the note has lost what makes it ours."""
    by_name = dict(zip(names, values, strict=False))
    text = {name: _shared(value) if name in _SHARED else plain(value) for name, value in by_name.items()
            if value and name not in _NOT_TOLD}  # fmt: skip
    deck, card_id = text.get("Deck id", ""), text.get("Card id", "")
    if not (_NAME.fullmatch(deck) and _NAME.fullmatch(card_id)):
        return None
    record = _record(by_name.get(RECORD, ""))
    card = _card(card_id, names[0], by_name, text)
    card |= {key: value for key, value in record.items() if key in _KEPT}
    card |= {key: value for key, value in _object(record, "extra").items() if key not in _KNOWN}
    source, brief = _source(record, text, by_name)
    if source:
        card["source"] = source
    _set_status(card, text, tags)
    card["tags"] = _tags(card, text.get("Marking", ""), source, tags, record)
    listed = record["briefs"] if isinstance(record.get("briefs"), list) else []
    briefs = [each for each in [*listed, *([brief] if brief else [])] if isinstance(each, dict)]
    return Own(deck, text.get("Deck title", deck), _object(record, "deck"), briefs, card)


def quick_own(names: tuple[str, ...], note: StoredNote) -> Own | None:
    """The card of a note that is no more than a question, an answer and tags, all plain text; None for any other."""
    if names != Family.QUESTION.fields or note.signs != plain_signs(len(names)) or "::" in note.tags:
        return None
    question, answer, *others = map(clean, note.fields.split(SEPARATOR))
    card_id, deck, title = others[9:12]
    if any(others[:9]) or others[12] or not question or not answer or len(note.fields) > _MOST:
        return None
    if not (_NAME.fullmatch(card_id) and _NAME.fullmatch(deck)):
        return None
    card = {"id": card_id, "question": question.strip(), "answer": answer.strip(), "tags": clean(note.tags).split()}
    return Own(deck, title or deck, {}, [], card) if card["question"] and card["answer"] else None


def _card(card_id: str, first: str, by_name: Mapping[str, str], text: Mapping[str, str]) -> dict[str, Any]:
    """The keys that have a field of their own."""
    card: dict[str, Any] = {"id": card_id, "question": text.get("Question", ""), "answer": text.get("Answer", "")}
    if first == "Text":
        deletion = deletion_of(by_name.get("Text", ""), 1)
        card |= {"question": plain(deletion.asked), "kind": "cloze"}
        card["answer"] = plain(deletion.answers[0]) if deletion.answers else card["answer"]
        if card["question"].count(GAP) != 1:
            del card["kind"]
    accepted = [_shared(item) for item in _ITEM.findall(by_name.get("Accepted", ""))]
    given = {"accepted": accepted, "as_of": text.get("As of"), "attribution": text.get("Attribution")}
    return card | {key: value for key, value in given.items() if value}


def _source(
    record: Mapping[str, Any], text: Mapping[str, str], by_name: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """`[cards.source]` and its brief; both empty for a card without one."""
    kept = _object(record, "source")
    sentence = text.get("Source sentence", "")
    if not kept or not sentence:
        return {}, {}
    source = {"brief": str(kept.get("id", "")), "sentence": sentence}
    if isinstance(kept.get("paragraph"), int):
        source["paragraph"] = kept["paragraph"]
    start, marked, _ = by_name.get("Source sentence", "").partition("<mark>")
    if marked and isinstance(kept.get("span"), list) and len(kept["span"]) == 2:
        at = len(plain(f"{start}|")) - 1
        if kept["span"][0] == at and kept["span"][1] <= len(sentence):
            source["span"] = kept["span"]
    brief = {"id": source["brief"], "title": text.get("Brief", ""), **_object(record, "brief")}
    if text.get("Brief date"):
        brief["date"] = text["Brief date"]
    if brief["title"] == brief["id"]:
        del brief["title"]
    return source, brief


def _set_status(card: dict[str, Any], text: Mapping[str, str], tags: list[str]) -> None:
    """A card that was removed from its deck went out as retired, and comes in so."""
    if text.get("Status") == RETIRED or "status::retired" in tags:
        card["status"] = "retired"


def _tags(
    card: Mapping[str, Any], marking: str, source: Mapping[str, Any], tags: list[str], record: Mapping[str, Any]
) -> list[str]:
    """The card's own tags: those of the note that say nothing that its fields say."""
    signs = {tag_of(sign) for sign in signs_of(marking, source.get("brief", ""), str(card.get("status", "current")))}
    own = [tag for tag in tags if tag not in signs]
    as_given = [str(tag) for tag in record["tags"]] if isinstance(record.get("tags"), list) else []
    kept = [tag for tag in as_given if tag_of(tag) in own]
    known = set(map(tag_of, as_given))
    return [*kept, *(tag for tag in own if tag not in known)]


def _record(field: str) -> dict[str, Any]:
    if not field:
        return {}
    try:
        found = json.loads(plain(field))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _object(record: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = record.get(key)
    return found if isinstance(found, dict) else {}
