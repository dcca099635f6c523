"""Two texts to how alike they are: by the runs of three words that they share, estimated or counted."""

import hashlib
import re
import zlib

import numpy as np
import numpy.typing as npt

SIZE = 64
BANDS = 16
"""A signature's numbers, and the bands that they are put in: texts that share a band are worth comparing."""

_WORD = re.compile(r"\w+")
_PRIME = (1 << 61) - 1


def _numbers(name: str, bits: int) -> npt.NDArray[np.uint64]:
    """Give as many numbers as a signature has, the same for ever: kept signatures must fit those to come."""
    digests = (hashlib.sha256(f"{name}{at}".encode()).digest() for at in range(SIZE))
    return np.array([int.from_bytes(d[:8]) % (1 << bits) | 1 for d in digests], dtype=np.uint64)


_A, _B = _numbers("a", 28), _numbers("b", 60)


def shingles(text: str) -> frozenset[int]:
    """Give the runs of three words of a text, as numbers; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    runs = [" ".join(words[at : at + 3]) for at in range(max(len(words) - 2, 1))]
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def signature(text: str) -> bytes:
    """Give the MinHash signature of a text: the share of equal numbers of two is about how alike their texts are."""
    runs = np.fromiter(shingles(text), dtype=np.uint64)
    hashed = (runs[:, None] * _A[None, :] + _B[None, :]) % np.uint64(_PRIME)
    lowest: npt.NDArray[np.uint64] = hashed.min(axis=0)
    return (lowest & np.uint64(0xFFFFFFFF)).astype("<u4").tobytes()


def bands(signed: bytes) -> list[bytes]:
    """Give the bands of a signature, each with its place."""
    width = len(signed) // BANDS
    return [bytes([at]) + signed[at * width : (at + 1) * width] for at in range(BANDS)]


def likeness(text: str, other: str) -> float:
    """Give the share of runs of three words that two texts have in common.

    >>> likeness("Profit rose by a tenth", "Profit rose by a tenth.")
    1.0
    """
    first, second = shingles(text), shingles(other)
    return len(first & second) / len(first | second)
