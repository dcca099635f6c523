"""A web address that the user passed to the bytes behind it: within limits, as robots.txt allows, no private hosts."""

import re
import zlib
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpcore
import httpx

from pipeline.errors import InputUnusable
from pipeline.ingest.addresses import without_secret
from pipeline.ingest.connections import CheckedNetwork, Resolve, Transport, resolve
from pipeline.ingest.documents import Blob, blob_of_bytes
from pipeline.settings import Settings

AGENT = "pressfacts"
_REDIRECTS = 5
_SECONDS = 20.0
"""Longest silence of a server."""
_IN_ALL = 120.0
"""Seconds after which a page must be there, robots.txt and redirections included."""
_ROBOTS_BYTES = 500_000
_UNUSED_RULE = re.compile(r"\s*(?:crawl-delay|request-rate)\s*:", re.IGNORECASE)
"""Rules of robots.txt for programs that come again and again; the standard library trips over their numbers."""


def fetch(
    url: str, settings: Settings, *, find: Resolve = resolve, under: httpcore.NetworkBackend | None = None,
    seconds: float = _IN_ALL,
) -> Blob:  # fmt: skip
    """Fetch a page or file; raises InputUnusable where it can't be had, or may not be."""
    network = CheckedNetwork(seconds, private=settings.private_addresses, find=find, under=under)
    headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip"}
    try:
        with httpx.Client(timeout=_SECONDS, headers=headers, transport=Transport(network), trust_env=False) as session:
            _ask_robots(session, url)
            answer, data = _get(session, url, settings.max_file_mb * 1_000_000)
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.TimeoutException, httpcore.NetworkError,
            httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError, ValueError) as error:  # fmt: skip
        # ValueError: addresses that urllib and httpx can't take apart, and names that aren't names of hosts.
        raise InputUnusable(f"could not be fetched: {str(error) or type(error).__name__}", kind="fetch") from None
    if answer.status_code != 200:
        raise InputUnusable(f"the server answered {answer.status_code}", kind="fetch")
    name = urlsplit(str(answer.url)).path.rpartition("/")[2] or "page.html"
    return blob_of_bytes(without_secret(url), name, data, charset=answer.charset_encoding)


def _get(session: httpx.Client, url: str, limit: int) -> tuple[httpx.Response, bytes]:
    """Get an address; each redirection is connected to, and so checked, as the first."""
    for _ in range(_REDIRECTS + 1):
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise InputUnusable(f"not a web address: {without_secret(url)}", kind="fetch")
        with session.stream("GET", url, follow_redirects=False) as answer:
            if answer.has_redirect_location:
                url = urljoin(without_secret(url), answer.headers["location"])
                continue
            return answer, _body(answer, limit)
    raise InputUnusable(f"more than {_REDIRECTS} redirections", kind="fetch")


def _body(answer: httpx.Response, limit: int) -> bytes:
    """Read an answer, and unpack it where it is packed once; no more is unpacked than the limit."""
    packed = answer.headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise InputUnusable(f"the server packed it as {packed[:40]!r}, which was not asked for", kind="fetch")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed not in ("identity", "") else None
    data = bytearray()
    try:
        for chunk in answer.iter_raw():
            data += unpacker.decompress(chunk, limit + 1 - len(data)) if unpacker else chunk
            if len(data) > limit:
                message = f"larger than {limit // 1_000_000} MB; raise max_file_mb to read it"
                raise InputUnusable(message, kind="too large")
    except zlib.error as error:
        raise InputUnusable(f"broken compressed data: {error}", kind="fetch") from None
    return bytes(data)


def _ask_robots(session: httpx.Client, url: str) -> None:
    """Raise InputUnusable where the site's robots.txt forbids the address; a site without one allows it."""
    answer, data = _get(session, urljoin(url, "/robots.txt"), _ROBOTS_BYTES)
    if answer.status_code >= 300:
        return
    rules = RobotFileParser()
    lines = data.decode("utf-8", "replace").splitlines()
    try:
        rules.parse(line for line in lines if not _UNUSED_RULE.match(line))
        allowed = rules.can_fetch(AGENT, without_secret(url))
    except ValueError as error:
        raise InputUnusable(f"the site's robots.txt can't be read: {error}", kind="robots") from None
    if not allowed:
        raise InputUnusable("the site's robots.txt does not allow it", kind="robots")
