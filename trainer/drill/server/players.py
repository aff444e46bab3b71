"""The pages and posts of the players, as a web application."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from trainer.decks import Deck
from trainer.decks.write import format_deck
from trainer.drill import commands as do
from trainer.drill.misses import misses_deck
from trainer.drill.page.document import asset, join_page, offer, play_page
from trainer.drill.refused import Refused, Why
from trainer.drill.server.connections import Connections
from trainer.drill.server.door import Door
from trainer.drill.server.guard import BodyRefused
from trainer.drill.server.hub import Hub
from trainer.drill.server.keeper import Keeper
from trainer.drill.server.limits import Pace
from trainer.drill.server.posts import Fields, TooFast, posted, refusal_of
from trainer.drill.server.streams import Stream
from trainer.drill.server.telling import snapshot
from trainer.drill.sight import Places, common, mine
from trainer.drill.state import Phase, Player
from trainer.drill.wire import parse_answer
from trainer.errors import NotSaved, Unforeseen

Pack = Callable[[Deck], bytes]
"""Makes a package for Anki of a deck."""

_NOTHING = "There is nothing to take home: you missed nothing, or the drill is not over."


class Players:
    """What players may ask of the server."""

    def __init__(
        self,
        keeper: Keeper,
        hub: Hub,
        connections: Connections,
        now_ms: Callable[[], int],
        places: Places,
        *,
        pack: Pack | None = None,
    ) -> None:
        """Over a keeper and its streams; `pack` makes what is taken home for Anki."""
        self._keeper = keeper
        self._hub = hub
        self._connections = connections
        self._now_ms = now_ms
        self._places = places
        self._pack = pack
        self._door = Door(keeper, now_ms)
        self._pace = Pace()

    def app(self) -> Starlette:
        """The application."""
        acts = {
            "join": self._door.join,
            "claim": self._door.claim,
            "answer": self._answer,
            "buzz": self._buzz,
            "pass": self._let_go,
        }
        return Starlette(
            routes=[
                Route("/", self.page),
                Route("/page.css", _file("page.css", "text/css; charset=utf-8")),
                Route("/page.js", _file("page.js", "text/javascript; charset=utf-8")),
                Route("/events", self.events),
                Route("/misses.toml", self.misses_toml),
                Route("/misses.apkg", self.misses_apkg),
                *(Route(f"/{name}", self._post(act), methods=["POST"]) for name, act in acts.items()),
            ]
        )

    async def page(self, request: Request) -> Response:
        """The page of a player, or the door."""
        return self._page(request)

    async def events(self, request: Request) -> Response | Stream:
        """The stream of news to a player's page; how everything stands comes first."""
        player = self._door.player(request)
        transport = self._connections.transport(request.client)
        if player is None or transport is None:
            return Response(status_code=HTTPStatus.NO_CONTENT)
        return Stream(
            self._hub, player.id, transport, snapshot(self._keeper.drill, player, self._now_ms(), self._places)
        )

    async def misses_toml(self, request: Request) -> Response:
        """What the player missed, as a deck; of nothing there is none."""
        deck = self._misses(request)
        if deck is None:
            return self._page(request, _NOTHING, HTTPStatus.NOT_FOUND)
        return _download(format_deck(deck).encode(), "application/toml", f"{deck.id}.toml")

    async def misses_apkg(self, request: Request) -> Response:
        """What the player missed, for Anki."""
        deck = self._misses(request)
        if deck is None or self._pack is None:
            return self._page(request, _NOTHING, HTTPStatus.NOT_FOUND)
        package = await asyncio.to_thread(self._pack, deck)
        return _download(package, "application/octet-stream", f"{deck.id}.apkg")

    def _page(self, request: Request, refusal: str = "", status: int = HTTPStatus.OK) -> Response:
        drill, player = self._keeper.drill, self._door.player(request)
        everybody = common(drill, self._places)
        if player is None:
            return self._door.page(request, everybody, refusal, status)
        return HTMLResponse(play_page(everybody, mine(drill, player, self._now_ms(), self._places), refusal), status)

    def _post(self, act: Callable[[Request, Fields], Awaitable[None]]) -> Callable[[Request], Awaitable[Response]]:
        """An act as a route; for a form the answer is the page again, by a way that a reload does not repeat."""

        async def route(request: Request) -> Response:
            wants_json = "json" in request.headers.get("accept", "")
            sent: Fields = {}
            try:
                sent = await posted(request)
                await act(request, sent)
            except (Refused, BodyRefused, NotSaved, TooFast, Unforeseen) as error:
                return self._refused(request, error, sent, wants_json=wants_json)
            return self._taken(request) if wants_json else RedirectResponse("/", HTTPStatus.SEE_OTHER)

        return route

    def _taken(self, request: Request) -> Response:
        """What is kept of the player's answer to the question at hand, for a script that repeats what it sent."""
        drill, player = self._keeper.drill, self._door.player(request)
        at_hand = drill.round
        answer = at_hand.answers.get(player.id) if at_hand and player else None
        kept = {"question": at_hand.question, "given": answer.given} if at_hand and answer else {}
        return JSONResponse({"ok": True, **kept})

    def _refused(self, request: Request, error: Exception, sent: Fields, *, wants_json: bool) -> Response:
        refusal = refusal_of(error)
        typed = self._door.typed(sent) if isinstance(error, Refused) and error.why is Why.TAKEN else None
        if wants_json:
            body = {"ok": False, "why": refusal.why, "message": refusal.message}
            html = {"html": offer(refusal.message, typed)} if typed else {}
            response: Response = JSONResponse(body | html, refusal.status)
        elif typed:
            everybody = common(self._keeper.drill, self._places)
            response = HTMLResponse(join_page(everybody, typed, refusal.message, is_taken=True), refusal.status)
        else:
            response = self._page(request, refusal.message, refusal.status)
        if isinstance(error, BodyRefused):
            response.headers["connection"] = "close"
        return response

    async def _answer(self, request: Request, fields: Fields) -> None:
        now_ms, player = self._now_ms(), self._sender(request)
        sent = parse_answer(fields)
        wish = do.Give(player.id, sent.question, sent.given, sent.option, sent.confidence, player.token)
        await self._keeper.ask(wish, now_ms)

    async def _buzz(self, request: Request, fields: Fields) -> None:
        now_ms, player = self._now_ms(), self._sender(request)
        await self._keeper.ask(do.Buzz(player.id, parse_answer(fields).question, player.token), now_ms)

    async def _let_go(self, request: Request, fields: Fields) -> None:
        now_ms, player = self._now_ms(), self._sender(request)
        await self._keeper.ask(do.Pass(player.id, parse_answer(fields).question, player.token), now_ms)

    def _sender(self, request: Request) -> Player:
        """The player who posts. Raises Refused and TooFast."""
        player = self._door.player(request)
        if player is None:
            raise Refused(Why.NO_PLAYER, self._door.why_out(request) or "You are not in this drill.")
        if not self._pace.may_send(player.id, self._now_ms()):
            raise TooFast
        return player

    def _misses(self, request: Request) -> Deck | None:
        drill, player = self._keeper.drill, self._door.player(request)
        deck = misses_deck(drill, player) if player and drill.phase is Phase.ENDED else None
        return deck if deck and deck.cards else None


def _file(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    content = asset(name)

    async def route(_: Request) -> Response:
        return Response(content, media_type=kind)

    return route


def _download(content: bytes, kind: str, name: str) -> Response:
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
