"""Chromium without a window, driven through its DevTools pipe: tabs that click, type, and tell what they show."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Self

import pytest

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
needs_chromium = pytest.mark.skipif(not PROGRAM, reason="Chromium is not installed")
_KEYS = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40}


class Navigated(Exception):
    """The page went elsewhere while it was asked something."""


class Chromium:
    """One browser; each player has a profile of its own in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._waiting: dict[int, asyncio.Future] = {}

    async def __aenter__(self) -> Self:
        (their_in, our_out), (our_in, their_out) = os.pipe(), os.pipe()
        flags = (
            "--headless=new --no-sandbox --disable-gpu --remote-debugging-pipe --no-first-run --disable-extensions "
            "--disable-background-networking --disable-component-update --disable-dev-shm-usage"
        )
        command = f"exec {PROGRAM} {flags} --user-data-dir={self._folder} about:blank 3<&{their_in} 4>&{their_out}"
        self._process = subprocess.Popen(
            ["bash", "-c", command],
            pass_fds=(their_in, their_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(their_in)
        os.close(their_out)
        self._out = our_out
        loop = asyncio.get_running_loop()
        self._reader = asyncio.StreamReader(limit=1 << 26)
        self._transport, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(self._reader), os.fdopen(our_in, "rb", 0)
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._reading.cancel()
        self._transport.close()
        os.close(self._out)
        self._process.kill()
        self._process.wait()

    async def _read(self) -> None:
        while True:
            message = json.loads((await self._reader.readuntil(b"\0"))[:-1])
            if waiting := self._waiting.pop(message.get("id", 0), None):
                waiting.set_result(message)

    async def send(self, method: str, session: str = "", **params: object) -> dict:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self._waiting[self._number] = done = asyncio.get_running_loop().create_future()
        os.write(self._out, json.dumps(message).encode() + b"\0")
        reply = await asyncio.wait_for(done, 30)
        if "navigated" in reply.get("error", {}).get("message", ""):
            raise Navigated
        assert "error" not in reply, (method, reply)
        return reply["result"]

    async def tab(self, width: int = 320, height: int = 640, *, scripts: bool = True, beside: Tab | None = None) -> Tab:
        """A tab of a new player, or a second one of the player whose tab it is beside."""
        profile = beside.profile if beside else (await self.send("Target.createBrowserContext"))["browserContextId"]
        target = await self.send("Target.createTarget", url="about:blank", browserContextId=profile)
        attached = await self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        tab = Tab(self, attached["sessionId"], profile)
        await tab.send("Page.enable")
        await tab.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        motion = [{"name": "prefers-reduced-motion", "value": "reduce"}]
        await tab.send("Emulation.setEmulatedMedia", features=motion)
        await tab.send("Emulation.setScriptExecutionDisabled", value=not scripts)
        return tab


class Tab:
    """One tab."""

    def __init__(self, chromium: Chromium, session: str, profile: str) -> None:
        self._chromium = chromium
        self._session = session
        self.profile = profile

    async def send(self, method: str, **params: object) -> dict:
        return await self._chromium.send(method, self._session, **params)

    async def go(self, address: str) -> None:
        await self.send("Page.navigate", url=address)

    async def reload(self) -> None:
        """Load the page again, and wait until the old one is gone: what comes next must not meet that one."""
        await self.run("window.isOld = true")
        await self.send("Page.reload")
        await self.until_so("!window.isOld && document.readyState === 'complete'")

    async def run(self, script: str):
        """What an expression comes to in the page; DevTools may run it where the page itself may not."""
        result = await self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def text(self) -> str:
        return await self.run("document.body ? document.body.innerText : ''")

    async def until(self, words: str, within_s: float = 30) -> str:
        """The page's text, once it holds the words."""
        return await self.until_so(f"(document.body?.innerText ?? '').includes({json.dumps(words)})", within_s)

    async def until_so(self, script: str, within_s: float = 30) -> str:
        for _ in range(int(within_s / 0.05)):
            with contextlib.suppress(Navigated):  # the next page is asked
                if await self.run(script):
                    return await self.text()
            await asyncio.sleep(0.05)
        raise AssertionError(f"never so: {script}\n{await self.text()}")

    async def _painted(self) -> None:
        """Until the page is on the screen: before that Chromium drops what is pressed, and nobody would press."""
        await self.send("Page.bringToFront")  # a tab behind another is not painted
        await self.until_so("performance.getEntriesByType('paint').length > 0")

    async def click(self, selector: str) -> None:
        """A real click in the middle of the first element that matches."""
        await self._painted()
        middle = "e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect(); "
        x, y = await self.run(f"(e => {{ {middle} return [r.x + r.width / 2, r.y + r.height / 2]; }})({selector})")
        for kind in ("mousePressed", "mouseReleased"):
            await self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self._painted()
            code = _KEYS[key]
            text = {"Enter": "\r", " ": " "}.get(key, "")
            await self.send("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, text=text)
            await self.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def type(self, text: str) -> None:
        await self._painted()
        await self.send("Input.insertText", text=text)

    async def tab_to(self, script: str, most: int = 30) -> None:
        """Press Tab until the element in focus is so."""
        for _ in range(most):
            await self.press("Tab")
            if await self.run(f"(e => {script})(document.activeElement)"):
                return
        raise AssertionError(f"no Tab leads to {script}")

    async def picture(self, path: Path) -> None:
        shot = await self.send("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(shot["data"]))
