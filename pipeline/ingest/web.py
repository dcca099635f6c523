"""A web address that the user passed to the bytes behind it: within limits, as robots.txt allows, no private hosts."""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, blob_of_bytes
from pipeline.settings import Settings

AGENT = "pressfacts"
_REDIRECTS = 5
_SECONDS = 20.0
_ROBOTS_BYTES = 500_000

Resolve = Callable[[str], list[str]]


def is_address(path: str) -> bool:
    """Say whether a path is a web address."""
    return path.startswith(("http://", "https://"))


def resolve(host: str) -> list[str]:
    """Give the addresses of a host."""
    return sorted({str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)})


def fetch(url: str, settings: Settings, *, client: httpx.Client | None = None, find: Resolve = resolve) -> Blob:
    """Fetch a page or file; raises InputUnusable where it can't be had, or may not be."""
    with client or httpx.Client(timeout=_SECONDS, headers={"User-Agent": AGENT}, trust_env=False) as session:
        try:
            _ask_robots(session, url, settings, find)
            answer, data = _get(session, url, settings.max_file_mb * 1_000_000, settings, find)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise InputUnusable(f"could not be fetched: {error or type(error).__name__}", kind="fetch") from None
    if answer.status_code != 200:
        raise InputUnusable(f"the server answered {answer.status_code}", kind="fetch")
    name = urlsplit(str(answer.url)).path.rpartition("/")[2] or "page.html"
    return blob_of_bytes(url, name, data, charset=answer.charset_encoding)


def _get(
    session: httpx.Client, url: str, limit: int, settings: Settings, find: Resolve
) -> tuple[httpx.Response, bytes]:
    """Get an address, each redirection checked like the first."""
    for _ in range(_REDIRECTS + 1):
        _check_host(url, settings, find)
        with session.stream("GET", url, follow_redirects=False) as answer:
            if answer.is_redirect:
                url = urljoin(url, answer.headers["location"])
                continue
            return answer, _body(answer, limit)
    raise InputUnusable(f"more than {_REDIRECTS} redirections", kind="fetch")


def _body(answer: httpx.Response, limit: int) -> bytes:
    data = bytearray()
    for chunk in answer.iter_bytes():
        data += chunk
        if len(data) > limit:
            raise InputUnusable(f"larger than {limit // 1_000_000} MB; raise max_file_mb to read it", kind="too large")
    return bytes(data)


def _check_host(url: str, settings: Settings, find: Resolve) -> None:
    """Refuse addresses inside the user's own network, which a redirection could otherwise reach."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputUnusable(f"not a web address: {url}", kind="fetch")
    if settings.private_addresses:
        return
    try:
        addresses = find(parts.hostname)
    except OSError:
        raise InputUnusable(f"there is no host {parts.hostname}", kind="fetch") from None
    if any(not ipaddress.ip_address(address.partition("%")[0]).is_global for address in addresses):
        message = f"{parts.hostname} is in a private network; private_addresses = true allows it"
        raise InputUnusable(message, kind="private address")


def _ask_robots(session: httpx.Client, url: str, settings: Settings, find: Resolve) -> None:
    """Raise InputUnusable where the site's robots.txt forbids the address; a site without one allows it."""
    answer, data = _get(session, urljoin(url, "/robots.txt"), _ROBOTS_BYTES, settings, find)
    if answer.status_code >= 400:
        return
    rules = RobotFileParser()
    rules.parse(data.decode("utf-8", "replace").splitlines())
    if not rules.can_fetch(AGENT, url):
        raise InputUnusable("the site's robots.txt does not allow it", kind="robots")
