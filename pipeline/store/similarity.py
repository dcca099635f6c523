"""Two texts to how alike they are: by the runs of three words that they share, estimated or counted."""

import hashlib
import re
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

SIZE = 64
BANDS = 16
"""A signature's numbers, and the bands that they are put in: texts that share a band are worth comparing."""

_WORD = re.compile(r"\w+")


def _numbers(name: str) -> npt.NDArray[np.uint64]:
    """Give as many numbers as a signature has, the same for ever: kept signatures must fit those to come."""
    digests = (hashlib.sha256(f"{name}{at}".encode()).digest() for at in range(SIZE))
    return np.array([int.from_bytes(digest[:8]) | 1 for digest in digests], dtype=np.uint64)


_FACTORS, _TERMS = _numbers("a"), _numbers("b")


def shingles(text: str) -> frozenset[int]:
    """Give the runs of three words of a text, as numbers; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    runs = [" ".join(words[at : at + 3]) for at in range(max(len(words) - 2, 1))]
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def signature(text: str) -> bytes:
    """Give the MinHash signature of a text: the share of equal numbers of two is about how alike their texts are."""
    runs = np.fromiter(shingles(text), dtype=np.uint64)
    # Products wrap at 64 bits: their upper halves are as good as as many shuffles of all runs.
    hashed = (runs[:, None] * _FACTORS[None, :] + _TERMS[None, :]) >> np.uint64(32)
    lowest: npt.NDArray[np.uint64] = hashed.min(axis=0)
    return lowest.astype("<u4").tobytes()


def bands(signed: bytes) -> list[bytes]:
    """Give the bands of a signature, each with its place."""
    width = len(signed) // BANDS
    return [bytes([at]) + signed[at * width : (at + 1) * width] for at in range(BANDS)]


def band_numbers(signed: Sequence[bytes]) -> list[list[int]]:
    """Give the bands of some signatures as numbers: equal ones have one number, and hardly any others do."""
    parts = np.frombuffer(b"".join(signed), "<u4").reshape(len(signed), BANDS, -1).astype(np.uint64)
    kind = np.arange(BANDS, dtype=np.uint64)  # products and sums wrap at 64 bits, as in `signature`
    mixed = (parts * _FACTORS[: parts.shape[2]]).sum(axis=2) * _FACTORS[-1] + kind
    numbers: list[list[int]] = mixed.astype(np.int64).tolist()
    return numbers


def estimated_likeness(signed: bytes, other: bytes) -> float:
    """Estimate by their signatures how alike two texts are; the error is about 0.06."""
    return float(np.mean(np.frombuffer(signed, "<u4") == np.frombuffer(other, "<u4")))


def likeness(text: str, other: str) -> float:
    """Give the share of runs of three words that two texts have in common.

    >>> likeness("Profit rose by a tenth", "Profit rose by a tenth.")
    1.0
    """
    first, second = shingles(text), shingles(other)
    return len(first & second) / len(first | second)
