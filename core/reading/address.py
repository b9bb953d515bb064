"""An article from the web: the one place in Lesart that may open the network, and only when the reader asks for it.

One page is fetched, nothing that it names: no script, style, picture or frame. What comes back is read like a saved
file.

1. The address must be http or https, without a password, on a usual port.
2. Its host is looked up once; where any of its numbers is not of the public internet, it is refused. The connection
   goes to a number that was checked, so that a second look-up cannot lead elsewhere ("DNS rebinding").
3. The site's robots.txt is asked (RFC 9309); where it forbids the page, the page is not fetched.
4. Redirects are followed by hand, each from step 1, and told.
5. The answer has a limit of size and of time, however slowly it drips.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from core.errors import Cancelled, UserError
from core.job import Job
from core.model import Article
from core.reading import registry
from core.reading.characters import one_line

AGENT = "Lesart"
"""By this name robots.txt can speak to Lesart."""
_REDIRECTS = (301, 302, 303, 307, 308)
# What a page, a text or a PDF calls itself, and the ending by which the registry knows it.
_KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
_LOWEST_PORT = 1024
_LONGEST = 2_000
_CHUNK = 65_536
_ROBOTS_BYTES = 512_000
_BLINK = 0.1
_HOST = re.compile(r"[\w.-]+|[0-9A-Fa-f:.]+", re.ASCII)
# Addresses that carry an IPv4 address in their last bits (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Number = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found under an address. ``hops`` are the addresses asked, the first as given and the last where the
    article was: more than one where the site redirects."""

    articles: tuple[Article, ...]
    hops: tuple[str, ...]


def is_public(number: Number) -> bool:
    """Whether an address is one of the public internet, also the IPv4 address inside one of IPv6."""
    if isinstance(number, ipaddress.IPv6Address):
        inside = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if number in _NAT64:
            inside = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(inside)
    return number.is_global and not number.is_multicast and not number.is_reserved


def resolve(host: str, port: int) -> list[str]:
    """The numbers of a host, as the system knows them. Raises OSError."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost and where it may go: ``seconds`` for all of it, ``silence`` seconds without a byte,
    ``size`` in bytes, ``redirects`` in number; ``may_reach`` says which addresses are allowed."""

    seconds: float = 30
    silence: float = 10
    size: int = registry.WEB.max_bytes
    redirects: int = 5
    may_reach: Callable[[Number], bool] = is_public
    resolve: Resolve = resolve


def fetch(address: str, job: Job | None = None, limits: Limits | None = None) -> Fetched:
    """The article at ``address``; its ``source`` is where it was found.

    Raises UserError: ``error.address.…`` for what the web refuses, and as ``core.reading.read`` does for the page.
    """
    return _Visit(job or Job(), limits or Limits()).fetch(address)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    kind: str
    charset: str | None
    location: str
    body: bytes


class _Visit:
    """One fetch: its clock, and the robots.txt of the sites that it has met."""

    def __init__(self, job: Job, limits: Limits) -> None:
        self._job, self._limits = job, limits
        self._end = time.monotonic() + limits.seconds
        self._rules: dict[str, Callable[[str], bool]] = {}

    def fetch(self, address: str) -> Fetched:
        hops = [_checked(address).geturl()]
        while True:
            self._job.step(len(hops) - 1, self._limits.redirects + 1, "stage.fetching")
            parts = _checked(hops[-1])
            if not self._allowed(parts):
                raise UserError("error.address.robots", hops[-1])
            answer = self._ask(parts, self._limits.size)
            if answer.status not in _REDIRECTS or not answer.location:
                break
            hops.append(_checked(_joined(hops[-1], answer.location), hops[0]).geturl())
            if len(hops) > self._limits.redirects + 1:
                raise UserError("error.address.redirects", hops[0], limit=self._limits.redirects)
        if answer.status != http.client.OK:
            raise UserError("error.address.status", hops[-1], status=answer.status)
        return Fetched(self._articles(answer, hops[-1]), tuple(hops))

    def _articles(self, answer: _Answer, address: str) -> tuple[Article, ...]:
        suffix = _KINDS.get(answer.kind)
        if suffix is None:
            raise UserError("error.address.kind", address, kind=answer.kind or "?")
        found = registry.read_bytes(answer.body, suffix, address, self._job, _charset(answer))
        host = (urlsplit(address).hostname or "").removeprefix("www.")
        return tuple(
            replace(a, outlet=a.outlet or host, address=a.address or address) for a in found if isinstance(a, Article)
        )

    def _allowed(self, parts: SplitResult) -> bool:
        """Whether the site lets programs fetch this page. Without a robots.txt everything is allowed; of a site that
        cannot tell just now nothing is (RFC 9309, 2.3.1)."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._site_rules(site)
        return self._rules[site](parts.geturl())

    def _site_rules(self, site: str) -> Callable[[str], bool]:
        from protego import Protego

        address = f"{site}/robots.txt"
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(_checked(address), _ROBOTS_BYTES, whole=False)
            if answer.status not in _REDIRECTS or not answer.location:
                break
            address = _joined(address, answer.location)
        if answer.status >= http.client.INTERNAL_SERVER_ERROR:
            return lambda _: False
        if answer.status != http.client.OK:
            return lambda _: True
        rules = Protego.parse(answer.body.decode("utf-8", errors="replace"))
        return lambda page: bool(rules.can_fetch(page, AGENT))

    def _ask(self, parts: SplitResult, size: int, whole: bool = True) -> _Answer:
        """The server's answer to one GET. More than ``size`` bytes are refused, or cut where ``whole`` is false."""
        address = parts.geturl()
        try:
            with self._connected(parts) as connection:
                target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (f"?{parts.query}" if parts.query else "")
                headers = {
                    "User-Agent": f"{AGENT}/{version('lesart')}",
                    "Accept": ", ".join(_KINDS),
                    "Accept-Encoding": "identity",
                }
                connection.request("GET", target, headers=headers)
                response = connection.getresponse()
                location = response.getheader("Location") or ""
                moved = response.status in _REDIRECTS and bool(location)
                body = b"" if moved else self._body(response, size, whole, address)
                kind, charset = response.headers.get_content_type(), response.headers.get_content_charset()
                return _Answer(response.status, kind, charset, location, body)
        except ssl.SSLCertVerificationError as error:
            raise UserError("error.address.certificate", address) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._job.check()
            key = "error.address.slow" if self._late(error) else "error.address.unreachable"
            raise UserError(key, address, seconds=round(self._limits.seconds), host=parts.hostname) from error

    def _late(self, error: Exception) -> bool:
        return isinstance(error, TimeoutError) or time.monotonic() >= self._end

    def _body(self, response: http.client.HTTPResponse, size: int, whole: bool, address: str) -> bytes:
        pieces: list[bytes] = []
        room = size
        for piece in _unpacked(response, size):
            self._job.check()
            if self._end <= time.monotonic():
                raise TimeoutError
            pieces.append(piece[:room])
            room -= len(piece)
            if room < 0:
                if whole:
                    raise registry.too_large(address, size - room, size)
                return b"".join(pieces)
        # A connection that was cut ends like one that is done, unless the server said how much there would be.
        if self._end <= time.monotonic():
            raise TimeoutError
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)
        return b"".join(pieces)

    @contextmanager
    def _connected(self, parts: SplitResult) -> Iterator[http.client.HTTPConnection]:
        """A connection to a number of the host that was checked; cut when the time is up or the reader cancels, even
        in the middle of a handshake that drips."""
        lines: list[Any] = [self._reach(parts)]
        done = threading.Event()

        def watch() -> None:
            while not done.wait(_BLINK):
                try:
                    self._job.check()
                except Cancelled:
                    pass
                else:
                    if time.monotonic() < self._end:
                        continue
                with suppress(OSError):
                    # Not the method of a TLS socket, which would go on reading without TLS.
                    socket.socket.shutdown(lines[-1], socket.SHUT_RDWR)
                return

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            if parts.scheme == "https":
                lines.append(
                    _context().wrap_socket(lines[0], server_hostname=parts.hostname, do_handshake_on_connect=False)
                )
                lines[-1].do_handshake()
            yield _connection(parts, lines[-1])
        finally:
            done.set()
            watcher.join()
            lines[-1].close()

    def _reach(self, parts: SplitResult) -> socket.socket:
        host, port = parts.hostname or "", _port(parts)
        try:
            numbers = [ipaddress.ip_address(n.partition("%")[0]) for n in self._limits.resolve(host, port)]
        except (OSError, ValueError) as error:
            raise UserError("error.address.unknown", parts.geturl(), host=host) from error
        if not numbers or not all(map(self._limits.may_reach, numbers)):
            raise UserError("error.address.private", parts.geturl(), host=host)
        failed: OSError = OSError()
        for number in numbers:
            self._job.check()
            wait = min(self._limits.silence, max(_BLINK, self._end - time.monotonic()))
            try:
                return socket.create_connection((str(number), port), timeout=wait)
            except OSError as error:
                failed = error
        raise failed


def _checked(address: str, given: str = "") -> SplitResult:
    """The parts of an address that may be asked; ``given`` is the one that the reader gave, for the error."""
    address = one_line(address)
    if "://" not in address and re.match(r"[\w-]+(\.[\w-]+)+(/|$)", address):
        address = f"https://{address}"
    wrong = UserError("error.address.form", given or address)
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = _port(parts)
    except ValueError as error:
        raise wrong from error
    if (
        parts.scheme not in ("http", "https")
        or not _HOST.fullmatch(host)
        or parts.username
        or parts.password
        or len(address) > _LONGEST
    ):
        raise wrong
    if port not in (80, 443) and port < _LOWEST_PORT:
        raise wrong
    shown = f"[{host}]" if ":" in host else host
    usual = port == (443 if parts.scheme == "https" else 80)
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?[]")
    return parts._replace(netloc=shown if usual else f"{shown}:{port}", query=query, fragment="")


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        return location


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _connection(parts: SplitResult, line: socket.socket) -> http.client.HTTPConnection:
    """HTTP over a line that stands already."""
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", _port(parts))
    connection.sock = line
    return connection


def _context() -> ssl.SSLContext:
    """Certificates are checked against the system's authorities and Mozilla's."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _unpacked(response: http.client.HTTPResponse, size: int) -> Iterator[bytes]:
    """The body piece by piece, and a byte too many at most; Lesart asks for it unpacked, but some servers pack it all
    the same."""
    packing = (response.getheader("Content-Encoding") or "identity").lower()
    if packing not in ("identity", "gzip", "x-gzip", "deflate"):
        raise http.client.HTTPException(packing)
    inflate = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    while piece := response.read1(_CHUNK):
        try:
            yield inflate.decompress(piece, size + 1) if inflate else piece
        except zlib.error as error:
            raise http.client.HTTPException(packing) from error


def _charset(answer: _Answer) -> str | None:
    """The encoding that the server names, where the page neither names one nor is plainly UTF-8."""
    if (
        not answer.charset
        or answer.kind == "application/pdf"
        or re.search(rb"<meta[^>]{0,200}?charset", answer.body[:4096], re.I)
    ):
        return None
    try:
        answer.body.decode("utf-8")
    except ValueError:
        return answer.charset
    return None
