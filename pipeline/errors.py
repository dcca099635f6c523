"""The errors that pressfacts raises on purpose, by who must act on them."""


class PressfactsError(Exception):
    """Any error whose message is written for the person at the command line."""


class UsageError(PressfactsError):
    """The user asked for something that can't be done: a missing path, an unknown option value."""


class InputUnusable(PressfactsError):
    """One input can't be read; it becomes a row of `errors.csv` and the run goes on. `kind` is its column `error`."""

    def __init__(self, message: str, *, kind: str = "unreadable") -> None:
        super().__init__(message)
        self.kind = kind


class RulesError(PressfactsError):
    """A row of the rules is wrong; the message names file, line and remedy."""


class ModelError(PressfactsError):
    """The model is missing, or its files are not those that were published."""
