"""The host's line to the server, where what it finds is no server of a drill."""

from __future__ import annotations

import asyncio
import sys

import pytest

from trainer.drill.server import link
from trainer.drill.server.link import Link
from trainer.drill.server.place import write_place
from trainer.errors import TrainerError

DIES = [sys.executable, "-c", "pass"]


@pytest.mark.parametrize("said", [b"", b"220 mail.example ESMTP\r\n"])
async def test_a_port_that_another_program_has_since_is_not_taken_for_the_drills(tmp_path, said):
    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    log = tmp_path / "d.db"
    async with await asyncio.start_server(talk, "127.0.0.1", 0) as other:
        port = other.sockets[0].getsockname()[1]
        write_place(log, {"port": port, "control": port, "secret": "s", "lan": False})
        with pytest.raises(TrainerError, match="does not stay up"):
            await asyncio.wait_for(anext(Link(DIES, log, 0).lines()), 60)


async def test_a_server_that_says_nothing_is_given_up_and_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(link, "_START_WITHIN_S", 0.5)
    hangs = Link([sys.executable, "-c", "import time; time.sleep(3600)"], tmp_path / "d.db", 0)
    with pytest.raises(TrainerError, match="does not stay up"):
        await asyncio.wait_for(anext(hangs.lines()), 60)
    assert hangs.pid is None
