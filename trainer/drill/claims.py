"""Who asks for the place of a player: somebody whose browser forgot, or who goes on at another device."""

from __future__ import annotations

from dataclasses import replace

from trainer.drill.state import Claim, Drill

LASTS_MS = 120_000
"""How long a request waits for the host."""
TOLD_MS = 600_000
"""How long a browser is told what became of its request."""
MOST_FOR_A_PLACE = 3
"""Requests for one place that wait at a time."""
MOST_IN_ALL = 20


def waiting(drill: Drill, now_ms: int) -> list[Claim]:
    """The requests that the host may settle now, the oldest first."""
    return [claim for claim in drill.claims.values() if is_waiting(drill, claim, now_ms)]


def is_waiting(drill: Drill, claim: Claim, now_ms: int) -> bool:
    """Whether a request is not settled, not too old, and for the place of somebody who is in."""
    return not claim.declined and now_ms <= claim.at_ms + LASTS_MS and not drill.players[claim.player].kicked


def claim_of(drill: Drill, token: str) -> Claim | None:
    """A browser's request; None if it has made none of late."""
    return next((claim for claim in drill.claims.values() if claim.token == token), None)


def has_moved(drill: Drill, token: str) -> bool:
    """Whether the place that this browser had was handed to another."""
    player = drill.players.get(drill.tokens.get(token, ""))
    return player is not None and not player.kicked and player.token != token


def with_claim(drill: Drill, claim: Claim) -> Drill:
    """The drill with one more request, the browser's earlier one and those of long ago left out."""
    drill = without_claims_of(drill, claim.token)
    kept = {id_: old for id_, old in drill.claims.items() if claim.at_ms <= old.at_ms + TOLD_MS}
    return replace(drill, claims={**kept, claim.id: claim})


def with_settled(drill: Drill, claim_id: str, *, handed_over: bool) -> Drill:
    """The drill after the host has decided; a place that is handed over is nobody else's to ask for."""
    claim = drill.claims[claim_id]
    if not handed_over:
        return replace(drill, claims={**drill.claims, claim.id: replace(claim, declined=True)})
    player = replace(drill.players[claim.player], token=claim.token)
    rivals = {
        id_: replace(other, declined=True) if other.player == player.id else other
        for id_, other in drill.claims.items()
        if id_ != claim.id
    }
    return replace(
        drill,
        players={**drill.players, player.id: player},
        tokens={**drill.tokens, claim.token: player.id},
        claims=rivals,
    )


def without_claims_of(drill: Drill, token: str) -> Drill:
    """The drill without the requests of a browser."""
    kept = {id_: claim for id_, claim in drill.claims.items() if claim.token != token}
    return drill if len(kept) == len(drill.claims) else replace(drill, claims=kept)
