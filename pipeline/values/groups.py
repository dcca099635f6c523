"""Things that belong together, joined pair by pair into groups (union-find), with the reasons."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Groups of keys, in the order in which they were added.

    >>> groups = Groups(["Volta Foods", "Volta", "Tema Port"])
    >>> groups.join("Volta Foods", "Volta", "its first word")
    >>> groups.lists(), groups.root("Volta"), groups.why("Volta")
    ([['Volta Foods', 'Volta'], ['Tema Port']], 'Volta Foods', 'its first word')
    """

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        """Make a group of each key."""
        self._parent: dict[Key, Key] = {key: key for key in keys}
        self._why: dict[Key, str] = {}

    def __iter__(self) -> Iterator[Key]:
        """Give the keys in the order in which they were added."""
        return iter(self._parent)

    def __contains__(self, key: object) -> bool:
        """Say whether a key was added."""
        return key in self._parent

    def add(self, key: Key) -> None:
        """Add a key as a group of its own, unless it is there."""
        self._parent.setdefault(key, key)

    def root(self, key: Key) -> Key:
        """Give the key that stands for a key's group."""
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, kept: Key, other: Key, why: str = "") -> None:
        """Join two groups under the root of the first."""
        root, joined = self.root(kept), self.root(other)
        if root != joined:
            self._parent[joined] = root
            self._why[root] = "; ".join(filter(None, (self._why.get(root), self._why.pop(joined, None), why)))

    def why(self, key: Key) -> str:
        """Give the reasons for which a key's group was joined; empty where it never was."""
        return self._why.get(self.root(key), "")

    def lists(self) -> list[list[Key]]:
        """List the groups, in the order in which their first keys were added."""
        groups: dict[Key, list[Key]] = {}
        for key in self._parent:
            groups.setdefault(self.root(key), []).append(key)
        return list(groups.values())
