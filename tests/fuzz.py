"""Mutated files of every format: ``python -m tests.fuzz --minutes 10 [--seed N]``.

Every file must be read or be refused with a UserError, within ten seconds and one gigabyte. The reading runs in a
process of its own, so that a crash inside a C library is seen as well. What fails is kept in
``tests/core/reading/found`` under its format's ending, where the tests read it from then on; exit status 1 tells of it.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

FOUND = Path(__file__).parent / "core" / "reading" / "found"
SECONDS = 10
MEGABYTES = 1_000
BATCH = 200
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<", b">", b"</p>", b"<div>" * 300, b"&#x0;", b"&a;", b"<!--", b"]]>",
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"{", b"}", b"[" * 500, b'"', b"\\u0000", b"\\'", b"{\\rtf1", b"%PDF-1.7", b"endobj", b"stream",
    b"/Length 99999999", b"PK\x03\x04", b"-1", b"99999999999999999999", b"\r\n\r\n", b"Content-Type: text/html; charset=x",
    b"=?utf-8?q?=C3?=", b"---\n", b"- " * 200, b"\xcc\x88" * 100, "\U0001f469\u200d\U0001f469".encode(), b"A" * 5_000,
    b"<article>", b"<script type='application/ld+json'>[[", b"<base href=x>", b"w:p", b"text:p", b"\t,;|",
)  # fmt: skip


def seeds() -> dict[str, bytes]:
    """Whole files of every format, by name."""
    from tests.core.reading.stories import ENGLISH, GERMAN
    from tests.core.reading.test_formats import CASES
    from tests.core.reading.test_web import PAGE

    made = {f"{story.language}-{case.name}": case.make(story) for case in CASES for story in (GERMAN, ENGLISH)}
    return {**made, "page.html": PAGE.encode()}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """``data`` changed in one to eight places; a packed file is unpacked, changed inside, and packed again."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _repacked(data, chance)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(changed))
        end = min(len(changed), at + chance.choice((1, 2, 8, 64, 512)))
        what = chance.randrange(7)
        if what == 0:
            changed[at:end] = chance.randbytes(end - at)
        elif what == 1:
            del changed[at:end]
        elif what == 2:
            changed[at:at] = chance.choice(TOKENS)
        elif what == 3:
            changed[at:at] = changed[at:end] * chance.choice((1, 2, 50))
        elif what == 4:
            changed[at:end] = chance.choice(TOKENS)[: end - at]
        elif what == 5 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        elif what == 6 and chance.random() < 0.3:
            del changed[at:]
    return bytes(changed)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members = [(entry.filename, packed.read(entry)) for entry in packed.infolist()]
    at = chance.randrange(len(members))
    name, inner = members[at]
    members[at] = (name, mutated(inner, chance) if inner else inner)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inner in members:
            packed.writestr(name, inner)
    return file.getvalue()


def read_many(folder: str) -> None:
    """The child: read every file named on standard input, one a line; answer each with a line."""
    import resource
    import signal

    from core.reading import read_all

    for line in sys.stdin:
        path = line.rstrip("\n")
        signal.alarm(SECONDS + 2)
        started = time.monotonic()
        try:
            articles, failures = read_all(path)
            problem = "" if articles or failures else "nothing was said"
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        signal.alarm(0)
        if time.monotonic() - started > SECONDS:
            problem = "too slow"
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MEGABYTES * 1_000:
            problem = "too much memory"
        print(problem.replace("\n", " "), flush=True)


class Child:
    """The reading process, started anew where it died."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._start()

    def _start(self) -> None:
        command = [sys.executable, "-m", "tests.fuzz", "--child", self._folder]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def problem(self, path: str) -> str:
        """What went wrong with the file, empty where nothing did."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if answer.endswith("\n"):
            if answer.strip() == "too much memory":
                self.close()
                self._start()
            return answer.strip()
        self._start()
        return f"the process died ({process.wait()})"

    def close(self) -> None:
        self._process.stdin and self._process.stdin.close()
        self._process.wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        read_many(options.child)
        return 0
    chance = random.Random(options.seed)
    whole = sorted(seeds().items())
    end = time.monotonic() + 60 * options.minutes
    count = found = 0
    with tempfile.TemporaryDirectory() as folder:
        child = Child(folder)
        while time.monotonic() < end:
            name, data = whole[count % len(whole)]
            data = mutated(data, chance)
            path = os.path.join(folder, f"{count}-{name}")
            Path(path).write_bytes(data)
            problem = child.problem(path)
            os.remove(path)
            count += 1
            if problem:
                found += 1
                FOUND.mkdir(exist_ok=True)
                (FOUND / f"{options.seed}-{count}-{name}").write_bytes(data)
                print(f"{name}: {problem}", flush=True)
        child.close()
    print(f"{count} files, {found} problems, seed {options.seed}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
