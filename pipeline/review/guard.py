"""Lets in who has the address that was printed, from this computer, from our own pages; refuses everyone else."""

import hmac
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HERE = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?")

LARGEST = 1_000_000
"""Bytes that a form may have."""

HEADERS: Mapping[str, str] = {
    # No script or style but our own files, nothing from elsewhere, no page around ours.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    # The address holds the secret: it goes to no other page. (With `no-referrer` our own forms would have no Origin.)
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Stands before an application: the host must be this computer, the address must hold the secret.

    A page elsewhere can't read ours (it doesn't know the secret), nor by a name of its own for 127.0.0.1 (the host is
    checked, against DNS rebinding), nor post to it (Origin is checked too).
    """

    def __init__(self, app: ASGIApp, *, secret: str) -> None:
        self.app, self.secret = app, secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or refuse it; headers against misuse go with every answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = self._refused(scope["method"], scope["path"], Headers(scope=scope))
        await (refused or self.app)(scope, receive, with_headers)

    def _refused(self, method: str, path: str, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if not _HERE.fullmatch(host):
            return PlainTextResponse("Refused: this page is for this computer alone.", 403)
        given = path.split("/")[1] if path.count("/") else ""
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return PlainTextResponse("Refused: open the address that `pressfacts review` printed.", 403)
        if method not in ("GET", "HEAD"):
            origin = urlsplit(headers.get("origin", ""))
            if origin.scheme != "http" or origin.netloc != host:
                return PlainTextResponse("Refused: this did not come from a page of this review.", 403)
            # A length that isn't said, or is no number, is that of a form which nobody sent from our pages.
            length = headers.get("content-length", "")
            if not re.fullmatch(r"[0-9]{1,9}", length) or int(length) > LARGEST:
                return PlainTextResponse("Refused: that is more than a form holds.", 413)
        return None
