"""What an upload job tells whoever watches it: frozen, typed, in the order in which things happen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from exogui.uploads.row_counts import RowCounts


class WaitReason(StrEnum):
    """Why a job pauses."""

    RATE_LIMIT = "rate_limit"
    """Exotel answered 429 and asked for a pause."""
    SERVER_TROUBLE = "server_trouble"
    """Exotel answered 5xx."""
    NO_CONNECTION = "no_connection"
    """The network is away."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Bytes are going out. Both numbers are of all files that this run sends."""

    sent_bytes: int
    total_bytes: int


@dataclass(frozen=True, slots=True)
class AwaitingAnswer:
    """A whole file went out; Exotel has not answered yet."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Exotel took a file and is processing it."""

    upload_id: str
    total_records: int | None
    estimated_seconds: float | None


@dataclass(frozen=True, slots=True)
class Processing:
    """Exotel is still processing a file, as far as is known."""

    upload_id: str
    elapsed_seconds: float
    estimated_seconds: float | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The job pauses for ``seconds``; then it goes on by itself."""

    seconds: float
    reason: WaitReason


@dataclass(frozen=True, slots=True)
class Woke:
    """The computer slept for about ``seconds``; the job goes on."""

    seconds: float


@dataclass(frozen=True, slots=True)
class FetchingRefusedRows:
    """Exotel is done with a file; its refused rows are being fetched."""

    upload_id: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows have moved: where all rows of the job are now."""

    counts: RowCounts


UploadEvent = (
    Sending | AwaitingAnswer | Accepted | Processing | Waiting | Woke | FetchingRefusedRows | Counted
)
