"""Web addresses, answered by a server that is made up: no test goes on the network."""

from collections.abc import Callable

import httpx
import pytest

from pipeline.errors import InputUnusable
from pipeline.ingest.web import fetch
from pipeline.settings import Settings
from tests.ingest.samples import html

PUBLIC = {"news.example": ["93.184.216.34"], "inside.example": ["10.0.0.7"], "both.example": ["93.184.216.34", "::1"]}


def get(url: str, answer: Callable[[httpx.Request], httpx.Response], **settings: object) -> bytes:
    """Fetch an address from a made-up server."""
    client = httpx.Client(transport=httpx.MockTransport(answer))
    limits = Settings(**settings)  # type: ignore[arg-type]
    return fetch(url, limits, client=client, find=lambda host: PUBLIC[host]).read(limits)


def site(request: httpx.Request) -> httpx.Response:
    if request.url.path == "/robots.txt":
        return httpx.Response(200, text="User-agent: *\nDisallow: /private")
    if request.url.path == "/moved":
        return httpx.Response(302, headers={"location": "http://inside.example/admin"})
    if request.url.path == "/loop":
        return httpx.Response(302, headers={"location": "/loop"})
    if request.url.path == "/large":
        return httpx.Response(200, content=b"a" * 2_000_000)
    if request.url.path == "/down":
        raise httpx.ConnectTimeout("timed out")
    return httpx.Response(200 if request.url.path == "/a" else 404, content=html())


def test_a_page_is_fetched() -> None:
    assert get("https://news.example/a", site) == html()


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://news.example/private/a", "robots"),
        ("https://news.example/moved", "private address"),
        ("https://inside.example/a", "private address"),
        ("https://both.example/a", "private address"),
        ("https://news.example/loop", "fetch"),
        ("https://news.example/large", "too large"),
        ("https://news.example/down", "fetch"),
        ("https://news.example/gone", "fetch"),
    ],
)
def test_what_may_not_or_cannot_be_fetched(url: str, kind: str) -> None:
    with pytest.raises(InputUnusable) as caught:
        get(url, site, max_file_mb=1)
    assert caught.value.kind == kind


def test_private_addresses_are_fetched_where_asked() -> None:
    assert get("https://inside.example/a", site, private_addresses=True) == html()
