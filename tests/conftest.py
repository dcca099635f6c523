"""No test may use the network, and none hangs on chance or the clock.

Opening a connection to anything but a Unix socket fails the test; hypothesis tries the same texts at every run.
"""

import socket
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.threads import compute_in_one_thread

compute_in_one_thread()
settings.register_profile("press", deadline=None, derandomize=True)
settings.load_profile("press")

SHARED = Path(__file__).parents[2] / "shared"


class NetworkUsed(AssertionError):
    """A test, or the program under test, tried to reach the network."""


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but those to this machine, which a test may ask for by the mark `local_network`."""
    if request.node.get_closest_marker("local_network"):
        return

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise NetworkUsed(f"connection to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real articles that we measure on, or skip where this machine has none."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("needs ../shared, the real articles that aren't ours to publish")
    return SHARED
