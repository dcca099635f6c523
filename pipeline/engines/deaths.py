"""How a process ended to what errors.csv says of it."""

from typing import NamedTuple

from pipeline.settings import Settings


class Died(NamedTuple):
    """How a process ended that was at work."""

    why: str
    """`too slow`, `stuck`, `killed`, or the name of the signal."""

    @property
    def is_foreign(self) -> bool:
        """Say whether somebody else ended it: a user, or a system that ran out of memory."""
        return self.why in ("killed", "SIGTERM")


def reason(died: Died, settings: Settings, doing: str) -> tuple[str, str]:
    """Give the kind of error, and the sentence with its remedy, for what a process died of."""
    seconds, memory = settings.seconds_an_article, settings.max_memory_mb
    if died.why == "too slow":
        return "too slow", f"{doing} took more than {seconds} seconds; raise seconds_an_article to try it again"
    if died.why == "stuck":
        return "too slow", f"{doing} waits for something that doesn't come; --retry-failed tries it again"
    if died.is_foreign:
        message = f"the process was killed while {doing}, perhaps for want of memory; --retry-failed tries it again"
        return "worker died", message
    message = f"the process died ({died.why}) {doing}, most likely for want of memory; raise max_memory_mb ({memory:,})"
    return "worker died", f"{message} to try it again"
