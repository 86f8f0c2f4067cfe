"""What an upload job tells whoever watches it: frozen, typed, in the order in which things happen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    """Bytes of the file are going out."""

    sent_bytes: int
    total_bytes: int


@dataclass(frozen=True, slots=True)
class AwaitingAnswer:
    """The whole file went out; Exotel has not answered yet."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Exotel took the file and is processing it."""

    upload_id: str
    total_records: int | None
    estimated_seconds: float | None


@dataclass(frozen=True, slots=True)
class Processing:
    """Exotel was asked and is still processing."""

    upload_id: str
    elapsed_seconds: float
    estimated_seconds: float | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The job pauses for ``seconds``; then it goes on by itself."""

    seconds: float
    reason: WaitReason


@dataclass(frozen=True, slots=True)
class FetchingRefusedRows:
    """Exotel is done; the refused rows are being fetched."""

    upload_id: str


UploadEvent = Sending | AwaitingAnswer | Accepted | Processing | Waiting | FetchingRefusedRows
