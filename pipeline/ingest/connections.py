"""A host's name to a connection with one of its public addresses, and an end to it after so many seconds."""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address
from queue import Empty, SimpleQueue
from threading import Thread

import httpcore
import httpx

from pipeline.errors import InputUnusable

Resolve = Callable[[str], list[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNICAST = ipaddress.ip_network("2000::/3")
"""What is given out of IPv6 to be reached from everywhere."""
_TEREDO = ipaddress.ip_network("2001::/32")


def resolve(host: str) -> list[str]:
    """Give the addresses of a host, the likeliest to be reached first."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Say whether an address is one of the whole internet, also where it hides another inside.

    >>> is_public("93.184.216.34"), is_public("64:ff9b::7f00:1"), is_public("::127.0.0.1"), is_public("fec0::1")
    (True, False, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (_last_four(found) if found in _NAT64 else None)
        if inner is None:
            return found in _UNICAST and found not in _TEREDO and found.is_global
        found = inner
    return found.is_global and not found.is_multicast


def _last_four(address: IPv6Address) -> IPv4Address:
    return IPv4Address(address.packed[-4:])


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects with the address that was checked, never with a second answer of the name server; until a deadline."""

    def __init__(
        self, seconds: float, *, private: bool, find: Resolve = resolve, under: httpcore.NetworkBackend | None = None
    ) -> None:
        self._under = under or httpcore.SyncBackend()
        self._end, self._private, self._find = time.monotonic() + seconds, private, find

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect with a host; raises InputUnusable where it is unknown, or any of its addresses isn't public."""
        addresses = self._addresses(host)
        for address in addresses:
            left = seconds_left(self._end, timeout)
            try:
                stream = self._under.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if address == addresses[-1]:
                    raise
            else:
                return _Stream(stream, self._end)
        raise AssertionError("a host has an address")

    def _addresses(self, host: str) -> list[str]:
        addresses = _found_within(self._find, host, seconds_left(self._end, None))
        if not addresses:
            raise InputUnusable(f"there is no host {host}", kind="fetch")
        if not self._private and not all(map(is_public, addresses)):
            message = f"{host} is in a private network; private_addresses = true allows it"
            raise InputUnusable(message, kind="private address")
        return addresses


def _found_within(find: Resolve, host: str, seconds: float) -> list[str]:
    """Give the addresses of a host, none where it is unknown; raises ReadTimeout where the name server is silent.

    The system's resolver has no deadline: it is asked in a thread, which is left to itself where it takes too long.
    """
    answers = SimpleQueue[list[str]]()

    def ask() -> None:
        try:
            answers.put(find(host))
        except (OSError, ValueError):  # ValueError: the name breaks the rules for names
            answers.put([])

    Thread(target=ask, daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        raise httpcore.ReadTimeout("its name server took too long") from None


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends at one deadline, however many steps the other side makes of its answer."""

    def __init__(self, under: httpcore.NetworkStream, end: float) -> None:
        self._under, self._end = under, end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._under.read(max_bytes, seconds_left(self._end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._under.write(buffer, seconds_left(self._end, timeout))

    def close(self) -> None:
        self._under.close()

    def start_tls(
        self, ssl_context: object, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._under.start_tls(ssl_context, server_hostname, seconds_left(self._end, timeout))  # type: ignore[arg-type]
        return _Stream(inner, self._end)

    def get_extra_info(self, info: str) -> object:
        return self._under.get_extra_info(info)


def seconds_left(end: float, timeout: float | None) -> float:
    """Give how long a step may take; raises ReadTimeout behind the deadline."""
    left = end - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("it took too long")
    return left if timeout is None else min(left, timeout)


class Transport(httpx.BaseTransport):
    """What httpx sends its requests by: our connections, and nothing of the environment (proxies, netrc)."""

    def __init__(self, network: CheckedNetwork) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=httpcore.default_ssl_context(), network_backend=network)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
