"""The guard against the network works, and the program needs no network."""

import socket
import urllib.request

import pytest

from tests.conftest import NetworkUsed


def test_the_guard_refuses_connections():
    with socket.socket() as sock, pytest.raises(NetworkUsed):
        sock.connect(("127.0.0.1", 9))


def test_the_guard_refuses_urls():
    with pytest.raises(NetworkUsed):
        urllib.request.urlopen("http://127.0.0.1:9/")
