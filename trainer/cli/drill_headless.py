"""A drill without a screen: each line of the server on standard output, commands from standard input."""

from __future__ import annotations

import asyncio
import json
import sys
import threading

from trainer.cli import Exit
from trainer.drill.server.link import Link


def run_headless(link: Link) -> Exit:
    """Pass lines on until standard input ends. Raises TrainerError if the server does not start."""
    try:
        asyncio.run(_run(link))
    except BrokenPipeError:
        return Exit.PROBLEM
    return Exit.DONE


async def _run(link: Link) -> None:
    """Standard input ends the drill's server when it ends; the drill itself can be gone on with."""
    reading = asyncio.create_task(_pass_on(link))
    try:
        async for line in link.lines():
            print(json.dumps(line, ensure_ascii=False), flush=True)
    finally:
        reading.cancel()
        await link.quit()


async def _pass_on(link: Link) -> None:
    """Commands from standard input, each sent when the server can be reached."""
    commands: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(commands.put_nowait, line)
        loop.call_soon_threadsafe(commands.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    while (line := await commands.get()) is not None:
        await link.is_ready.wait()
        await link.send_line(line.encode())
    await link.is_ready.wait()
    await link.quit()
