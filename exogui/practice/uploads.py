"""The uploads that the practice account has accepted."""

from __future__ import annotations

import math
import threading
import time
from collections import Counter
from dataclasses import dataclass, replace

from exogui.practice.contact_store import Verdict


@dataclass(frozen=True, slots=True)
class Upload:
    """One accepted upload. The rows are judged at once; the answer is kept back until ``done_at``."""

    upload_id: str
    error_file_id: str
    file_name: str
    list_id: str | None
    duplicate_action: str
    total_records: int
    verdict: Verdict
    done_at: float
    """On the monotonic clock, in seconds."""
    error_file_expired: bool = False

    @property
    def processing(self) -> bool:
        """Whether Exotel would still be at work."""
        return time.monotonic() < self.done_at


class UploadStore:
    """All uploads, in order. Safe to use from several threads."""

    def __init__(self) -> None:
        self.occupied_places = 0
        """Places among the concurrent uploads that other people who share the account have taken."""
        self._lock = threading.Lock()
        self._uploads: dict[str, Upload] = {}
        self._reserved = 0
        self._status_calls: Counter[str] = Counter()

    @property
    def uploads(self) -> tuple[Upload, ...]:
        """Every accepted upload, oldest first."""
        with self._lock:
            return tuple(self._uploads.values())

    def find(self, upload_id: str) -> Upload | None:
        """The upload of that id, or None."""
        with self._lock:
            return self._uploads.get(upload_id)

    def find_for_status(self, upload_id: str, calls_unknown: int) -> Upload | None:
        """The upload of that id, or None; None too for the first ``calls_unknown`` calls about it."""
        with self._lock:
            self._status_calls[upload_id] += 1
            return self._uploads.get(upload_id) if self._status_calls[upload_id] > calls_unknown else None

    def find_by_error_file(self, error_file_id: str) -> Upload | None:
        """The upload whose error file has that id, or None."""
        with self._lock:
            return next((u for u in self._uploads.values() if u.error_file_id == error_file_id), None)

    def reserve(self, places: int) -> int | None:
        """Take one of the places of concurrent uploads. None if there was one, else the seconds to wait."""
        with self._lock:
            busy = [upload.done_at for upload in self._uploads.values() if upload.processing]
            if len(busy) + self._reserved + self.occupied_places < places:
                self._reserved += 1
                return None
            soonest = min(busy, default=math.inf) - time.monotonic()
            return max(1, math.ceil(soonest)) if math.isfinite(soonest) else 30

    def release(self) -> None:
        """Give a reserved place back unused."""
        with self._lock:
            self._reserved -= 1

    def accept(
        self,
        *,
        file_name: str,
        list_id: str | None,
        duplicate_action: str,
        total_records: int,
        verdict: Verdict,
        processing_seconds: float,
    ) -> Upload:
        """Turn a reserved place into an upload."""
        with self._lock:
            number = len(self._uploads) + 1
            upload = Upload(
                upload_id=f"upload_practice{number:04}",
                error_file_id=f"error_file_{number:04}",
                file_name=file_name,
                list_id=list_id,
                duplicate_action=duplicate_action,
                total_records=total_records,
                verdict=verdict,
                done_at=time.monotonic() + processing_seconds,
            )
            self._uploads[upload.upload_id] = upload
            self._reserved -= 1
            return upload

    def finish_processing(self) -> None:
        """End the processing of every upload now."""
        with self._lock:
            now = time.monotonic()
            self._uploads = {
                key: replace(upload, done_at=min(upload.done_at, now))
                for key, upload in self._uploads.items()
            }

    def expire_error_files(self) -> None:
        """Let the error files of all uploads so far be gone."""
        with self._lock:
            for key, upload in self._uploads.items():
                self._uploads[key] = replace(upload, error_file_expired=True)
