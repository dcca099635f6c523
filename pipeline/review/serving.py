"""Serves the page to this computer, and says where it is."""

import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from pipeline.errors import UsageError
from pipeline.review.app import make_app
from pipeline.review.desk import Desk
from pipeline.store.reading.opening import reading

HOST = "127.0.0.1"


def serve_page(desk: Desk, *, port: int = 0, say: Callable[[str], None], open_browser: bool = True) -> None:
    """Serve a run until ctrl-C; port 0 takes any that is free. Raises UsageError where there is no run, or no port."""
    with reading(desk.run):
        pass
    app = make_app(desk)
    listening = _listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/{app.state.secret}/"
    say(address)
    if open_browser:
        webbrowser.open(address)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    server.run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen(64)  # who opens the address at once waits until the page is there
    except OSError as error:
        raise UsageError(f"port {port} can't be used ({error.strerror}); choose another by --port") from None
    return listening
