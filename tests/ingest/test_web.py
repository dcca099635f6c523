"""Web addresses, answered by a server that is made up: no test goes on the network."""

import gzip
import time
from threading import Event

import httpcore
import pytest

from pipeline.errors import InputUnusable
from pipeline.ingest.connections import is_public
from pipeline.ingest.web import fetch
from pipeline.settings import Settings
from tests.ingest.samples import html

HOSTS = {
    "news.example": ["93.184.216.34"], "inside.example": ["10.0.0.7"], "both.example": ["93.184.216.34", "::1"],
}  # fmt: skip


def answer(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """Write an answer as it goes over the wire."""
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items()]
    return f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n{''.join(lines)}\r\n".encode("latin-1") + body


def find(host: str) -> list[str]:
    """Look a host up, as the system does: a name that breaks the rules for names is refused."""
    host.encode("idna")
    return HOSTS[host]


class Server(httpcore.NetworkBackend):
    """Servers at any address that answer by path."""

    def __init__(self, pages: dict[str, bytes], *, dribble: bool = False) -> None:
        self.pages, self.dribble = pages, dribble
        self.connected: list[str] = []
        self.asked: list[bytes] = []
        self.sent = 0

    def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.NetworkStream:  # type: ignore[override]
        self.connected.append(host)
        return Wire(self)


class Wire(httpcore.NetworkStream):
    def __init__(self, server: Server) -> None:
        self.server, self.left = server, b""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if b" HTTP/1.1" in buffer:
            self.server.asked.append(buffer)
            path = buffer.split(b" ")[1].decode()
            default = answer(404)
            self.left = self.server.pages.get(path, default)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        size = 1 if self.server.dribble else 65536
        if self.server.dribble:
            time.sleep(0.002)
        given, self.left = self.left[:size], self.left[size:]
        self.server.sent += len(given)
        return given

    def start_tls(self, *_: object, **__: object) -> httpcore.NetworkStream:  # type: ignore[override]
        return self

    def close(self) -> None: ...

    def get_extra_info(self, info: str) -> object:
        return None


ROBOTS = {"/robots.txt": answer(body=b"User-agent: *\nDisallow: /private")}
LARGE = b"a" * 2_000_000


def get(url: str, pages: dict[str, bytes], **settings: object) -> bytes:
    """Fetch an address from a made-up server."""
    limits = Settings(**settings)  # type: ignore[arg-type]
    return fetch(url, limits, find=find, under=Server(ROBOTS | pages)).read(limits)


def kind_of(url: str, pages: dict[str, bytes]) -> str:
    with pytest.raises(InputUnusable) as caught:
        get(url, pages, max_file_mb=1)
    return caught.value.kind


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_a_page_is_fetched(scheme: str) -> None:
    assert get(f"{scheme}://news.example/a", {"/a": answer(body=html())}) == html()


def test_a_packed_page_is_unpacked() -> None:
    assert get("https://news.example/a", {"/a": answer(body=gzip.compress(html()), Content_Encoding="gzip")}) == html()


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://news.example/private/a", "robots"),
        ("https://inside.example/a", "private address"),
        ("https://both.example/a", "private address"),
        ("https://news.example/gone", "fetch"),
        ("http://[bad", "fetch"),
        ("http://a..b/", "fetch"),
        ("http:///a", "fetch"),
        ("http://news.example:99999/", "fetch"),
        ("http://news.example\udce9/", "fetch"),
    ],
)
def test_what_may_not_or_cannot_be_fetched(url: str, kind: str) -> None:
    with pytest.raises(InputUnusable) as caught:
        fetch(url, Settings(), find=find, under=Server(ROBOTS))
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (answer(302), "fetch"),
        (answer(304), "fetch"),
        (answer(302, Location="/a"), "fetch"),
        (answer(302, Location="http://inside.example/admin"), "private address"),
        (answer(302, Location="http://[bad"), "fetch"),
        (answer(302, Location="http://a..b/"), "fetch"),
        (answer(302, Location="file:///etc/passwd"), "fetch"),
        (answer(302, Location="//"), "fetch"),
        (answer(302, Location="http://news.example:port/"), "fetch"),
        (answer(302, Location="\xff\xfe"), "fetch"),
        (answer(body=LARGE), "too large"),
        (answer(body=gzip.compress(LARGE), Content_Encoding="gzip"), "too large"),
        (answer(body=gzip.compress(gzip.compress(LARGE)), Content_Encoding="gzip, gzip"), "fetch"),
        (answer(body=b"x", Content_Encoding="br"), "fetch"),
        (answer(body=b"no gzip", Content_Encoding="gzip"), "fetch"),
        (b"HTTP/9.9 what\r\n\r\n", "fetch"),
        (b"", "fetch"),
        (b"\x00" * 500, "fetch"),
        (b"HTTP/1.1 200 X\r\nContent-Length: -5\r\n\r\n", "fetch"),
        (b"HTTP/1.1 200 X\r\nContent-Length: 500\r\n\r\ntoo short", "fetch"),
        (b"HTTP/1.1 200 X\r\n" + b"A: b\r\n" * 50_000, "fetch"),
    ],
)
def test_every_answer_of_a_server_is_a_page_or_a_reason(page: bytes, kind: str) -> None:
    assert kind_of("https://news.example/a", {"/a": page}) == kind


@pytest.mark.parametrize(
    ("robots", "fetched"),
    [
        (b"User-agent: *\nCrawl-delay: \xc2\xb2\nRequest-rate: \xc2\xb2/1\nDisallow: /no", True),
        (b"User-agent: *\nDisallow: http://[bad\n", False),
        (b"\xff\x00\xfe", True),
        (b"User-agent: *\nDisallow: /\xff%zz%\n" * 2000, True),
    ],
)
def test_every_robots_file_is_obeyed_or_refused(robots: bytes, fetched: bool) -> None:
    pages = {"/robots.txt": answer(body=robots), "/a": answer(body=html())}
    if fetched:
        assert get("https://news.example/a", pages) == html()
    else:
        assert kind_of("https://news.example/a", pages) == "robots"


def test_private_addresses_are_fetched_where_asked() -> None:
    assert get("https://inside.example/a", {"/a": answer(body=html())}, private_addresses=True) == html()


def test_the_address_that_was_checked_is_connected_to() -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])  # a name server that changes its mind
    server = Server(ROBOTS | {"/a": answer(body=html())})
    fetch("http://news.example/a", Settings(), find=lambda _: next(answers), under=server)
    assert server.connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0", "224.0.0.1", "255.255.255.255", "100.64.0.1", "::1", "::",
     "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2002:a00:1::1",
     "2001::1", "fe80::1%eth0", "fec0::1", "fc00::1", "ff02::1", "2001:db8::1", "4000::1"],
)  # fmt: skip
def test_what_is_not_of_the_whole_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:8.8.8.8"])
def test_what_is_of_the_whole_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_another_address_is_tried_where_the_first_is_not_reached() -> None:
    class Unreachable(Server):
        def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.NetworkStream:  # type: ignore[override]
            if ":" in host:
                raise httpcore.ConnectError("no route")
            return super().connect_tcp(host)

    server = Unreachable(ROBOTS | {"/a": answer(body=html())})
    fetch("http://news.example/a", Settings(), find=lambda _: ["2606:2800::1", "8.8.8.8"], under=server)
    assert server.connected == ["8.8.8.8"]


def test_a_name_and_password_go_to_the_server_and_nowhere_else() -> None:
    url = "https://me:secret@news.example/old"
    pages = {"/old": answer(302, Location="http://news.example/a"), "/a": answer(body=html())}
    server = Server(ROBOTS | pages)
    blob = fetch(url, Settings(), find=find, under=server)
    assert blob.source == "https://news.example/old"
    assert [b"authorization" in asked.lower() for asked in server.asked] == [True, True, False]
    with pytest.raises(InputUnusable) as caught:
        fetch("https://me:secret@a..b/", Settings(), under=Server({}))
    assert "secret" not in str(caught.value)


def test_a_server_that_sends_a_byte_at_a_time_is_left() -> None:
    page = answer(body=html() * 100)
    slow = Server(ROBOTS | {"/a": page}, dribble=True)
    with pytest.raises(InputUnusable, match="too long"):
        fetch("http://news.example/a", Settings(), find=find, under=slow, seconds=0.3)
    assert slow.sent < len(page)


def test_a_name_server_that_does_not_answer_is_left() -> None:
    left, answered = Event(), list[str]()

    def silent(host: str) -> list[str]:
        left.wait(20)
        answered.append(host)
        return find(host)

    with pytest.raises(InputUnusable, match="took too long"):
        fetch("http://news.example/a", Settings(), find=silent, under=Server({}), seconds=0.3)
    assert not answered
    left.set()
