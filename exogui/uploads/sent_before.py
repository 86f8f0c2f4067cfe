"""What of a list was sent before: the same file, or some of the same numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from exogui.uploads.row_counts import RowCounts

DIGEST_BYTES = 8
"""Of each phone number sent the journal keeps these bytes of a keyed digest and not the number."""


@dataclass(frozen=True, slots=True)
class SameFile:
    """A part with the very same content went to the same account before, or is just being sent."""

    job_id: str
    sent_at: float
    """Seconds since the epoch."""
    counts: RowCounts
    """What became of its rows."""


@dataclass(frozen=True, slots=True)
class SentBefore:
    """What the journal knows of the rows of a new job."""

    same_files: tuple[SameFile, ...] = ()
    """Newest first."""
    rows: int = 0
    """Rows whose number went to the same account before, in whatever file."""

    def __bool__(self) -> bool:
        return bool(self.same_files or self.rows)


def number_digests(phone_numbers: Iterable[str], key: bytes) -> bytes:
    """:data:`DIGEST_BYTES` for each phone number, in order.

    They tell whether a number was sent before, and cannot be read. Whoever has the journal, which holds the
    key, could still try every number there is: they spare what need not be kept, and hide no secret.
    """
    blank = hashlib.blake2b(key=key, digest_size=DIGEST_BYTES)
    digests = []
    for number in phone_numbers:
        digest = blank.copy()
        digest.update(number.encode("utf-8", "replace"))
        digests.append(digest.digest())
    return b"".join(digests)


def split_digests(digests: bytes) -> list[bytes]:
    """What :func:`number_digests` gave, one by one."""
    return [digests[start : start + DIGEST_BYTES] for start in range(0, len(digests), DIGEST_BYTES)]
