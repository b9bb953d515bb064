"""An address is fetched from the public web alone, one page, within limits, as the site allows. (The server here is
the test's own; that it may be reached is the test's allowance.)"""

from __future__ import annotations

import ast
import gzip
import ipaddress
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core.errors import Cancelled, UserError
from core.job import Job
from core.phrases import LANGUAGES
from core.reading.address import Limits, fetch, is_public
from tests.core.reading import stories
from tests.core.reading.stories import ENGLISH, GERMAN

ROOT = Path(__file__).resolve().parents[3]
Reply = tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]
HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = stories.web(GERMAN).encode()


class Site:
    """A web server of the test's own: ``pages`` by path, ``asked`` what it was asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply] = {"/rat": (200, HTML, PAGE)}
        self.asked: list[tuple[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.headers["Host"].partition(":")[0], self.path))
                reply = site.pages.get(self.path, (404, HTML, b"<h1>404</h1>"))
                if callable(reply):
                    reply(self)
                    return
                status, headers, body = reply
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def at(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


NUMBERS = {"news.example": ["127.0.0.1"], "other.example": ["127.0.0.1"], "inner.example": ["10.1.2.3"]}
NUMBERS["both.example"] = ["127.0.0.1", "192.168.0.7"]


def numbers(host: str, port: int) -> list[str]:
    if host not in NUMBERS:
        raise OSError("unknown")
    return NUMBERS[host]


LIMITS = Limits(may_reach=lambda number: str(number) == "127.0.0.1", resolve=numbers)


def refused(address: str, limits: Limits = LIMITS) -> str:
    with pytest.raises(UserError) as caught:
        fetch(address, limits=limits)
    for language in LANGUAGES:
        sentence = caught.value.say(language)
        assert caught.value.source in sentence
        assert "{" not in sentence
    return caught.value.key


def test_a_page_is_fetched_and_read_like_a_saved_one(site: Site) -> None:
    found = fetch(site.at("/rat"), limits=LIMITS)
    (article,) = found.articles
    assert (article.title, article.text) == (GERMAN.title, GERMAN.text)
    assert (article.source, article.address) == (site.at("/rat"), site.at("/rat"))
    assert found.hops == (site.at("/rat"),)
    assert [path for _, path in site.asked] == ["/robots.txt", "/rat"]


def test_nothing_that_the_page_names_is_fetched(site: Site) -> None:
    bait = (
        f'<img src="{site.at("/a.gif")}"><script src="{site.at("/a.js")}"></script><link rel=stylesheet href="/a.css">'
    )
    bait += f'<iframe src="/frame"></iframe><meta http-equiv="refresh" content="0;url={site.at("/away")}">'
    site.pages["/rat"] = (200, HTML, PAGE.replace(b"<h1>", bait.encode() + b"<h1>"))
    assert fetch(site.at("/rat"), limits=LIMITS).articles[0].text == GERMAN.text
    assert [path for _, path in site.asked] == ["/robots.txt", "/rat"]


@pytest.mark.parametrize("kind", ["text/plain", "application/pdf"])
def test_texts_and_pdfs_are_read_too(site: Site, kind: str) -> None:
    body = stories.pdf(ENGLISH) if kind.endswith("pdf") else stories.plain(ENGLISH).encode("utf-16-le")
    site.pages["/file"] = (200, {"Content-Type": f"{kind}; charset=utf-16-le"}, body)
    (article,) = fetch(site.at("/file"), limits=LIMITS).articles
    assert (article.text, article.outlet) == (ENGLISH.text, "news.example")


def test_the_encoding_that_only_the_server_names_is_taken(site: Site) -> None:
    text = "Городской совет закрыл мост\n\n" + "Городской совет Лунина в понедельник закрыл старый мост. " * 3
    site.pages["/koi"] = (200, {"Content-Type": "text/plain; charset=koi8-r"}, text.encode("koi8-r"))
    assert fetch(site.at("/koi"), limits=LIMITS).articles[0].text == text.strip()
    site.pages["/wrong"] = (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE)
    assert fetch(site.at("/wrong"), limits=LIMITS).articles[0].text == GERMAN.text


def test_redirects_are_followed_by_hand_and_told(site: Site) -> None:
    site.pages["/a"] = (301, {"Location": "/b#top"}, b"")
    site.pages["/b"] = (302, {"Location": site.at("/rat", "other.example")}, b"")
    found = fetch(site.at("/a"), limits=LIMITS)
    assert found.hops == (site.at("/a"), site.at("/b"), site.at("/rat", "other.example"))
    assert found.articles[0].source == site.at("/rat", "other.example")
    # Each site is asked for its robots.txt, once.
    robots = [host for host, path in site.asked if path == "/robots.txt"]
    assert robots == ["news.example", "other.example"]


def test_redirects_end(site: Site) -> None:
    site.pages["/loop"] = (302, {"Location": "/loop"}, b"")
    assert refused(site.at("/loop")) == "error.address.redirects"
    assert sum(path == "/loop" for _, path in site.asked) == LIMITS.redirects + 1


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("http://inner.example/", "error.address.private"),
        ("http://both.example/", "error.address.private"),
        ("http://10.0.0.1/", "error.address.private"),
        ("file:///etc/passwd", "error.address.form"),
        ("ftp://news.example/rat", "error.address.form"),
        ("http://me:secret@news.example/", "error.address.form"),
        ("http://news.example:25/", "error.address.form"),
        ("http://[::1", "error.address.form"),
        ("http://nowhere.example/", "error.address.unknown"),
    ],
)
def test_no_redirect_leads_into_a_private_network_or_to_another_scheme(site: Site, target: str, key: str) -> None:
    limits = replace(LIMITS, resolve=lambda host, port: [host] if host[0].isdigit() else numbers(host, port))
    site.pages["/out"] = (302, {"Location": target}, b"")
    assert refused(site.at("/out"), limits) == key
    site.pages["/robots.txt"] = (302, {"Location": target}, b"")
    assert refused(site.at("/rat"), limits) == key


def test_a_server_on_this_computer_is_refused_without_the_allowance(site: Site) -> None:
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1"):
        assert refused(f"http://{host}:{site.port}/rat", Limits()) in ("error.address.private", "error.address.unknown")
    assert refused(f"http://[::ffff:127.0.0.1]:{site.port}/rat", Limits()) == "error.address.private"
    assert site.asked == []


@pytest.mark.parametrize(
    "private",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.9.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:db8::1",
        "192.0.2.1",
        "198.18.0.1",
    ],
)
def test_what_is_not_of_the_public_internet_is_known(private: str) -> None:
    assert not is_public(ipaddress.ip_address(private))


@pytest.mark.parametrize(
    "public", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_what_is_of_the_public_internet_is_let_through(public: str) -> None:
    assert is_public(ipaddress.ip_address(public))


def test_the_number_that_was_checked_is_the_one_that_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers otherwise the second time ("rebinding") is not asked a second time."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    reached = []
    connect = socket.create_connection

    def watched(place: tuple[str, int], timeout: float) -> socket.socket:
        reached.append(place[0])
        return connect(place, timeout=timeout)

    monkeypatch.setattr(socket, "create_connection", watched)
    fetch(site.at("/rat"), limits=replace(LIMITS, resolve=lambda host, port: next(answers)))
    assert reached == ["127.0.0.1", "127.0.0.1"]


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /*at$", False),
        ("User-agent: Lesart\nDisallow: /rat", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Lesart\nAllow: /rat", True),
        ("User-agent: *\nDisallow: /\nAllow: /rat", True),
        ("User-agent: Googlebot\nDisallow: /", True),
        ("<html>no rules", True),
    ],
)
def test_robots_are_honoured(site: Site, rules: str, allowed: bool) -> None:
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, rules.encode())
    if allowed:
        assert fetch(site.at("/rat"), limits=LIMITS).articles
    else:
        assert refused(site.at("/rat")) == "error.address.robots"
        assert [path for _, path in site.asked] == ["/robots.txt"]


def test_a_site_that_cannot_tell_its_rules_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = (503, HTML, b"")
    assert refused(site.at("/rat")) == "error.address.robots"


def test_errors_and_other_kinds_are_said(site: Site) -> None:
    site.pages["/gone"] = (410, HTML, b"")
    site.pages["/film"] = (200, {"Content-Type": "video/mp4"}, b"\0" * 100)
    site.pages["/packed"] = (200, HTML | {"Content-Encoding": "br"}, b"x")
    assert refused(site.at("/gone")) == "error.address.status"
    assert refused(site.at("/film")) == "error.address.kind"
    assert refused(site.at("/packed")) == "error.address.unreachable"
    assert refused(site.at("/missing").replace("news", "nowhere")) == "error.address.unknown"
    assert refused("just words") == "error.address.form"


def test_a_packed_page_is_unpacked_within_the_limit(site: Site) -> None:
    packed = HTML | {"Content-Encoding": "gzip"}
    site.pages["/rat"] = (200, packed, gzip.compress(PAGE))
    assert fetch(site.at("/rat"), limits=LIMITS).articles[0].text == GERMAN.text
    site.pages["/rat"] = (200, packed, gzip.compress(bytes(50_000_000)))
    assert refused(site.at("/rat")) == "error.too_large"


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>Und noch ein Satz.</p>" * 1_000)
    except OSError:
        pass


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Never silent for long, never done: not even with its headers."""
    try:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while True:
            handler.wfile.write(b"X: y\r\n")
            handler.wfile.flush()
            time.sleep(0.02)
    except OSError:
        pass


def cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(len(PAGE) + 1))
    handler.end_headers()
    handler.wfile.write(PAGE)


def test_an_endless_body_and_one_that_is_cut_are_refused(site: Site) -> None:
    site.pages |= {"/endless": endless, "/cut": cut}
    assert refused(site.at("/endless"), replace(LIMITS, size=200_000)) == "error.too_large"
    assert refused(site.at("/cut")) == "error.address.unreachable"


def test_a_server_that_drips_or_is_silent_is_left(site: Site) -> None:
    site.pages |= {"/drip": dripping, "/silent": lambda handler: time.sleep(1)}
    # Fewer than a hundred headers come in this time; http.client takes no more.
    assert refused(site.at("/drip"), replace(LIMITS, seconds=0.5)) == "error.address.slow"
    assert refused(site.at("/silent"), replace(LIMITS, silence=0.2)) == "error.address.slow"


def test_a_fetch_can_be_stopped_while_the_server_is_silent(site: Site) -> None:
    job = Job()

    def silent(handler: BaseHTTPRequestHandler) -> None:
        job.cancel()
        time.sleep(2)

    site.pages["/silent"] = silent
    started = time.monotonic()
    with pytest.raises(Cancelled):
        fetch(site.at("/silent"), job, LIMITS)
    assert time.monotonic() - started < LIMITS.silence


def test_a_certificate_must_prove_the_host(site: Site) -> None:
    """The site speaks no TLS at all: nothing is read from it without."""
    assert refused(site.at("/rat").replace("http:", "https:")) == "error.address.unreachable"
    assert site.asked == []


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of the test's own for news.example, with its key."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("no openssl on this machine to make a certificate with")
    path, key = tmp_path / "site.pem", tmp_path / "key.pem"
    ask = f"{openssl} req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example"
    ask += " -addext subjectAltName=DNS:news.example -addext keyUsage=critical,digitalSignature,keyCertSign"
    subprocess.run([*ask.split(), "-keyout", str(key), "-out", str(path)], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


@pytest.fixture
def secure(site: Site, certificate: Path) -> Site:
    """The site, speaking TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    return site


def test_a_page_is_fetched_over_tls_from_a_site_that_proves_who_it_is(
    secure: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = secure.at("/rat").replace("http:", "https:")
    assert refused(address) == "error.address.certificate"  # nobody vouches for it
    assert secure.asked == []
    # The system's authorities, for this test: the certificate itself.
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    found = fetch(address, limits=LIMITS)
    assert (found.articles[0].text, found.articles[0].address, found.hops) == (GERMAN.text, address, (address,))
    assert secure.asked == [("news.example", "/robots.txt"), ("news.example", "/rat")]
    assert refused(address.replace("news", "other")) == "error.address.certificate"  # it vouches for another host
    assert len(secure.asked) == 2


def test_no_other_module_can_open_the_network() -> None:
    """Of QtNetwork only what speaks to another Lesart on the same machine (``QLocal…``) may be used."""
    network = {"socket", "ssl", "http", "ftplib", "smtplib", "requests", "httpx", "urllib3", "aiohttp", "socketserver"}
    found = set()
    for path in [*(ROOT / "core").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                qt = "QtNetwork" in name and ".QLocal" not in name
                if (
                    qt
                    or name.split(".")[0] in network
                    or name.startswith(("urllib.request", "urllib.robot", "asyncio."))
                ):
                    found.add(path.relative_to(ROOT).as_posix())
    assert found == {"core/reading/address.py"}
