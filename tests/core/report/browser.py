"""Headless Chromium, spoken to over a pair of pipes (Chrome DevTools Protocol, ``--remote-debugging-pipe``).

What a page looks like on a phone, in the dark and on paper, and what axe-core says of it, no other reader can tell.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 120.0
"""Seconds in which a browser that is alive says something, even under load."""
CM = 1 / 2.54
"""Inches."""


def found() -> str | None:
    """The browser's path; None where none is installed."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def axe() -> Path | None:
    """axe-core's script, as ``npm install axe-core`` (here or with ``-g``) leaves it; None where it is not installed."""
    roots = [Path("node_modules"), Path("/usr/lib/node_modules"), Path("/usr/local/lib/node_modules")]
    if npm := shutil.which("npm"):
        asked = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False)
        roots.append(Path(asked.stdout.strip() or "node_modules"))
    return next((path for root in roots if (path := root / "axe-core" / "axe.min.js").is_file()), None)


class Browser:
    """One browser with one page; a context manager."""

    def __enter__(self) -> Browser:
        path = found()
        assert path, "no Chromium"
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        from_us, self._write = os.pipe()
        self._read, to_us = os.pipe()
        flags = (
            "--headless --no-sandbox --disable-gpu --hide-scrollbars --disable-dev-shm-usage --disable-extensions "
            "--no-first-run --remote-debugging-pipe"
        )

        def place_pipes() -> None:
            """The protocol reads from file descriptor 3 and writes to 4."""
            os.dup2(from_us, 3)
            os.dup2(to_us, 4)

        self._process = subprocess.Popen(
            [path, *flags.split(), f"--user-data-dir={self._profile.name}", "about:blank"],
            preexec_fn=place_pipes, pass_fds=(3, 4), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(from_us)
        os.close(to_us)
        self._number, self._rest, self._session = 0, b"", None
        self.events: list[dict[str, Any]] = []
        page = next(t for t in self.ask("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._session = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._write)
        self._process.terminate()
        self._process.wait(20)
        os.close(self._read)
        self._profile.cleanup()

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call ``method`` of the protocol; its result comes out."""
        self._number += 1
        number = self._number
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._read], [], [], PATIENCE)[0], "the browser says nothing"
            chunk = os.read(self._read, 1 << 20)
            assert chunk, "the browser has gone"
            self._rest += chunk
        first, self._rest = self._rest.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(first)
        return answer

    def open(self, page: Path, width: int = 1280, height: int = 900, dark: bool = False, phone: bool = False) -> None:
        """Load the file ``page`` in a window of CSS pixels and wait until it is there."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=2 if phone else 1, mobile=phone,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.events.clear()
        self.ask("Page.navigate", url=page.resolve().as_uri())
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self._next())

    def run(self, script: str) -> Any:
        """What ``script`` evaluates to, promises awaited; it runs beside the page's own policy, as a reader's tools do."""
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def picture(self, top: int = 0, height: int | None = None) -> bytes:
        """A PNG of the page from ``top`` on, ``height`` CSS pixels high (None: to its end)."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        high = min(height or size["height"], size["height"] - top)
        clip = {"x": 0, "y": top, "width": size["width"], "height": high, "scale": 1}
        data = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)["data"]
        return base64.b64decode(data)

    def printed(self, width: float = 21.0, height: float = 29.7) -> bytes:
        """The page printed to a PDF, on sheets of ``width`` × ``height`` centimetres."""
        answer = self.ask(
            "Page.printToPDF",
            paperWidth=width * CM,
            paperHeight=height * CM,
            preferCSSPageSize=False,
            printBackground=False,
        )
        return base64.b64decode(answer["data"])
