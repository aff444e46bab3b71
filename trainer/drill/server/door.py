"""The door: by which cookie a browser is known, who comes in, and who comes back in another browser."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from trainer.drill import commands as do
from trainer.drill.claims import claim_of, has_moved, is_waiting
from trainer.drill.codes import TOKEN_BYTES, claim_code, digest, join_code, token
from trainer.drill.page.document import ask_page, join_page
from trainer.drill.page.forms import Typed
from trainer.drill.refused import Refused, Why
from trainer.drill.server.keeper import Keeper
from trainer.drill.server.limits import Claims, WrongCodes
from trainer.drill.server.posts import Fields
from trainer.drill.sight import Common
from trainer.drill.state import Player
from trainer.drill.wire import parse_join

_COOKIE_LASTS_S = 12 * 3600
_PLAYER_BYTES = 6


class Door:
    """What those may ask who are not in, or not in this browser."""

    def __init__(self, keeper: Keeper, now_ms: Callable[[], int]) -> None:
        """Over a keeper, by this clock."""
        self._keeper = keeper
        self._now_ms = now_ms
        self._wrong = WrongCodes()
        self._claims = Claims()
        self._cookie = f"drill-{digest(keeper.drill.made.join_key)[:8]}"

    def player(self, request: Request) -> Player | None:
        """Who plays in this browser."""
        return self._keeper.drill.player_of(self._token(request))

    def why_out(self, request: Request) -> str:
        """What a browser that has no place is told of the one that it had or asked for; empty for a stranger's."""
        drill, shown = self._keeper.drill, self._token(request)
        claim, had = claim_of(drill, shown), drill.players.get(drill.tokens.get(shown, ""))
        if had is not None and had.kicked:
            return "The host has sent you out of this drill."
        if claim is not None and claim.declined:
            return f"The host has not handed you the place of {drill.players[claim.player].name}."
        if claim is not None and not is_waiting(drill, claim, self._now_ms()):
            return f"The host did not answer whether you are {drill.players[claim.player].name}. You may ask again."
        if has_moved(drill, shown):
            return "The host has handed your place to another browser. If that was not you, tell the host."
        return ""

    def page(self, request: Request, common: Common, refusal: str = "", status: int = HTTPStatus.OK) -> Response:
        """The page of a browser in which nobody plays."""
        drill, query = self._keeper.drill, request.query_params
        claim = claim_of(drill, self._token(request))
        if claim and is_waiting(drill, claim, self._now_ms()) and not refusal and "new" not in query:
            return HTMLResponse(ask_page(common, drill.players[claim.player].name, claim.id))
        typed = Typed(code=query.get("code", "")[:64], key=query.get("k", "")[:64])
        page = join_page(common, typed, refusal or self.why_out(request))
        return self._with_cookie(request, HTMLResponse(page, status))

    def typed(self, sent: Fields) -> Typed:
        """What was typed into the form, to stand there again; the QR code's key where it came with one."""
        wish = parse_join(sent)
        is_key = wish.code == self._keeper.drill.made.join_key
        return Typed(wish.name, "" if is_key else wish.code, wish.code if is_key else "")

    async def join(self, request: Request, fields: Fields) -> None:
        """A newcomer comes in; a player who is in stays."""
        wish, shown = parse_join(fields), self._shown(request)
        player = secrets.token_hex(_PLAYER_BYTES)
        await self._let_in(request, do.Join(player, shown, wish.name, wish.team, wish.code))

    async def claim(self, request: Request, fields: Fields) -> None:
        """Somebody says to be a player who is in; the host is asked."""
        wish, shown = parse_join(fields), self._shown(request)
        if not self._claims.may_ask(_address(request), self._now_ms()):
            raise Refused(Why.LOCKED, "Too many requests from here.", remedy="Wait a minute.")
        claim = claim_code(secrets.token_bytes(8))
        await self._let_in(request, do.Claim(claim, shown, wish.name, wish.code))

    async def _let_in(self, request: Request, wish: do.Join | do.Claim) -> None:
        """Ask at the door. Wrong codes are counted, keys are too long to guess."""
        address, now_ms = _address(request), self._now_ms()
        if wish.code != self._keeper.drill.made.join_key and not self._wrong.may_try(address, now_ms):
            raise Refused(Why.NO_CODE, "Too many wrong codes from here.", remedy="Wait a minute, or scan the QR code.")
        try:
            await self._keeper.ask(wish, now_ms)
        except Refused as refusal:
            if refusal.why is Why.NO_CODE and self._wrong.wrong(address, now_ms):
                await self._keeper.ask(do.Recode(join_code(secrets.token_bytes(16))), now_ms)
            raise

    def _shown(self, request: Request) -> str:
        """The digest of the browser's token. Raises Refused for a browser that keeps none."""
        if len(request.cookies.get(self._cookie, "")) < TOKEN_BYTES:
            raise Refused(Why.BAD, "Your browser keeps no cookies.", remedy="Allow them for this address, then reload.")
        return self._token(request)

    def _token(self, request: Request) -> str:
        secret = request.cookies.get(self._cookie, "")
        return digest(secret) if secret else ""

    def _with_cookie(self, request: Request, response: Response) -> Response:
        if self._cookie not in request.cookies:
            fresh = token(secrets.token_bytes(TOKEN_BYTES))
            response.set_cookie(self._cookie, fresh, max_age=_COOKIE_LASTS_S, httponly=True, samesite="strict")
        return response


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
