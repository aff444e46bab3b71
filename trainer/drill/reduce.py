"""From events to where a drill stands. Pure: the same events give the same drill, whenever and wherever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trainer.drill import events as ev
from trainer.drill.claims import with_claim, with_settled, without_claims_of
from trainer.drill.state import Answer, Claim, Drill, Phase, Player, Round


def replay(events: Iterable[ev.Event]) -> Drill | None:
    """The drill that the events come to; None if they do not begin with its making."""
    drill: Drill | None = None
    for event in events:
        drill = begin(event) if drill is None else apply(drill, event)
        if drill is None:
            return None
    return drill


def begin(event: ev.Event) -> Drill | None:
    """A drill just made; None if the event is no making."""
    return Drill(event, code=event.code, last_ms=event.at_ms) if isinstance(event, ev.Made) else None


def apply(drill: Drill, event: ev.Event) -> Drill:
    """The drill after one more event."""
    return replace(_moved(drill, event), last_ms=max(drill.last_ms, event.at_ms))


def _moved(drill: Drill, event: ev.Event) -> Drill:  # noqa: PLR0911 - one line for each sort of event
    match event:
        case ev.Answered() | ev.Buzzed() | ev.Passed() | ev.Voided() | ev.Accepted():
            return _in_round(drill, event)
        case ev.Joined() | ev.Claimed() | ev.Settled():
            return _at_the_door(drill, event)
        case ev.Renamed() | ev.Kicked() | ev.Eased():
            return _in_players(drill, event)
        case ev.Opened() | ev.Paused() | ev.Resumed() | ev.Extended() | ev.Recovered() | ev.Closed():
            return _on_the_clock(drill, event)
        case ev.Locked():
            return replace(drill, locked=event.locked)
        case ev.Recoded():
            return replace(drill, code=event.code)
        case ev.BoardShown():
            return replace(drill, board=event.shown)
        case ev.Ended():
            return replace(drill, phase=Phase.ENDED)
        case ev.Made():
            return drill


def _at_the_door(drill: Drill, event: ev.Joined | ev.Claimed | ev.Settled) -> Drill:
    match event:
        case ev.Joined():
            player = Player(event.player, event.name, event.team, event.token, event.at_ms)
            tokens = {**drill.tokens, event.token: player.id} if event.token else drill.tokens
            drill = without_claims_of(drill, event.token)
            return replace(drill, players={**drill.players, player.id: player}, tokens=tokens)
        case ev.Claimed():
            return with_claim(drill, Claim(event.claim, event.player, event.token, event.at_ms))
        case ev.Settled():
            return with_settled(drill, event.claim, handed_over=event.handed_over)


def _in_players(drill: Drill, event: ev.Renamed | ev.Kicked | ev.Eased) -> Drill:
    player = drill.players[event.player]
    match event:
        case ev.Renamed():
            player = replace(player, name=event.name)
        case ev.Kicked():
            player = replace(player, kicked=True)
        case ev.Eased():
            player = replace(player, ease=event.factor)
    return replace(drill, players={**drill.players, player.id: player})


def _in_round(drill: Drill, event: ev.Answered | ev.Buzzed | ev.Passed | ev.Voided | ev.Accepted) -> Drill:
    at_hand = drill.rounds[event.question]
    match event:
        case ev.Answered():
            at_hand = replace(at_hand, answers={**at_hand.answers, event.player: _answer(at_hand, event)})
        case ev.Buzzed():
            at_hand = replace(at_hand, buzzed=(*at_hand.buzzed, event.player))
        case ev.Passed():
            at_hand = replace(at_hand, passed=(*at_hand.passed, event.player))
        case ev.Voided():
            at_hand = replace(at_hand, void=True)
        case ev.Accepted():
            at_hand = replace(at_hand, accepted=at_hand.accepted | {event.given})
    return _with_round(drill, at_hand)


def _answer(at_hand: Round, event: ev.Answered) -> Answer:
    taken_ms = max(0, event.at_ms - at_hand.opened_at_ms - at_hand.stopped_ms)
    return Answer(event.given, event.verdict, event.credit, event.at_ms, taken_ms, event.confidence, event.remark)


def _on_the_clock(  # noqa: PLR0911 - one line for each event
    drill: Drill, event: ev.Opened | ev.Paused | ev.Resumed | ev.Extended | ev.Recovered | ev.Closed
) -> Drill:
    if isinstance(event, ev.Opened):
        opened = Round(event.question, event.at_ms)
        return replace(drill, phase=Phase.OPEN, board=False, rounds=(*drill.rounds, opened))
    at_hand = drill.round
    if at_hand is None:
        return drill
    match event:
        case ev.Paused():
            return replace(_with_round(drill, replace(at_hand, paused_at_ms=event.at_ms)), phase=Phase.PAUSED)
        case ev.Resumed():
            return replace(_with_round(drill, _running(at_hand, event.at_ms)), phase=Phase.OPEN)
        case ev.Extended():
            return _with_round(drill, replace(at_hand, extended_ms=at_hand.extended_ms + event.seconds * 1000))
        case ev.Recovered():
            return _given_back(drill, at_hand, event.at_ms - event.down_from_ms)
        case ev.Closed():
            closed = replace(_running(at_hand, event.at_ms), closed_at_ms=event.at_ms)
            return replace(_with_round(drill, closed), phase=Phase.CLOSED)


def _given_back(drill: Drill, at_hand: Round, away_ms: int) -> Drill:
    """The open question with the time away given back; a clock that stood anyhow needs none."""
    if drill.phase is not Phase.OPEN:
        return drill
    return _with_round(drill, replace(at_hand, stopped_ms=at_hand.stopped_ms + max(0, away_ms)))


def _running(at_hand: Round, at_ms: int) -> Round:
    """The round with its clock going again."""
    if at_hand.paused_at_ms is None:
        return at_hand
    stood = max(0, at_ms - at_hand.paused_at_ms)
    return replace(at_hand, stopped_ms=at_hand.stopped_ms + stood, paused_at_ms=None)


def _with_round(drill: Drill, changed: Round) -> Drill:
    at = changed.question
    return replace(drill, rounds=(*drill.rounds[:at], changed, *drill.rounds[at + 1 :]))
