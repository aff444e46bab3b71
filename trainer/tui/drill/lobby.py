"""Before the first question: where to go, what to type, who is there."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from trainer.drill.rules import Scoring
from trainer.drill.state import Drill
from trainer.text import counted
from trainer.tui.drill.glyphs import huge, large
from trainer.tui.drill.pages import QUIET, Room, lines
from trainer.tui.shown import shown


def join_page(drill: Drill, addresses: Sequence[str], room: Room, *, lan: bool = True) -> Content:
    """Where to go and what to type; and who is there."""
    code = huge(drill.code) if room.is_large else large(drill.code)
    first = large(addresses[0].removeprefix("http://").strip("/"))
    return lines(
        shown("Open in any browser", QUIET),
        *(shown(address, "bold") for address in addresses),
        *(("", shown(first, "bold")) if room.holds_beside_the_picture(first) else ()),
        "",
        shown("and type the code, or scan the picture", QUIET),
        "",
        shown(code, "bold $text-primary"),
        "",
        *_who_is_here(drill),
        "",
        shown(how_it_is_played(drill), QUIET),
        *(
            ()
            if room.is_fitted
            else (shown("Enlarge this terminal's letters until the last row can read them.", QUIET),)
        ),
        _who_can_join(addresses, lan=lan),
    )


def _who_can_join(addresses: Sequence[str], *, lan: bool) -> Content:
    """From where the page can be reached, and who can read it on the way."""
    if not lan:
        return shown("Only browsers on this machine can join; --lan lets the room in.", "$text-warning")
    if all("//127." in address for address in addresses):
        return shown("This machine is on no network: only browsers on it can join.", "$text-warning")
    return shown("Not encrypted: whoever shares this network can read along.", QUIET)


def _who_is_here(drill: Drill) -> list[Content]:
    """How many, by name unless the drill goes without, and whether more may come."""
    players = drill.playing
    count = counted(len(players), "player") if players else "Nobody is here yet."
    names = "" if drill.rules.anonymous else ", ".join(player.name for player in players[-40:])
    door = "The door is closed to new players." if drill.locked else ""
    return [shown(count, "bold"), *([shown(names)] if names else []), *([shown(door, "$text-warning")] if door else [])]


def how_it_is_played(drill: Drill) -> str:
    """How many questions, how long each, and what counts."""
    rules, number = drill.rules, len(drill.made.questions)
    clock = f"{counted(rules.seconds, 'second')} each" if rules.seconds else "no clock"
    counts = {
        Scoring.ACCURACY: "being right counts",
        Scoring.SPEED: "being right and quick counts",
        Scoring.CONFIDENCE: "say how sure you are",
    }[rules.scoring]
    return f"{counted(number, 'question')}, {clock}; {counts}."
