"""One thing at a time that is done while pages are looked at, and what came of it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import PressfactsError, UsageError


@dataclass(slots=True)
class BackgroundWork:
    """What the page works on in the background: one thing at a time, which the page asks after."""

    step: str = ""
    state: str = "idle"
    said: str = ""
    result: Any = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, step: str, do: Callable[[], Any]) -> None:
        """Begin; raises UsageError where something is being done already."""
        with self.lock:
            if self.state == "busy":
                raise UsageError("something is being done already; wait until it is finished")
            self.step, self.state, self.said = step, "busy", ""
        threading.Thread(target=self._run, args=(do,), daemon=True).start()

    def _run(self, do: Callable[[], Any]) -> None:
        try:
            self.result, self.said, self.state = do(), "", "done"
        except PressfactsError as error:
            self.said, self.state = str(error), "failed"
        except Exception as error:
            self.said, self.state = f"{type(error).__name__}: {error}", "failed"
            raise
