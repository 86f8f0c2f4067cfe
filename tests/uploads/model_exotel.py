"""A model of an Exotel that answers anything, and a client of it that makes no network."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import (
    AnswerLost,
    BodyState,
    ErrorCode,
    ExotelError,
    FileRefused,
    NoConnection,
    PlanLimit,
    RateLimited,
    RequestRefused,
    ServerTrouble,
    SignInRefused,
    StillProcessing,
    Stopped,
    UnreadableAnswer,
    UploadExpired,
    UploadNotFound,
)
from exogui.exotel.responses import (
    CallBudget,
    RefusedEntry,
    RefusedRowsPage,
    Stage,
    UploadAccepted,
    UploadStatus,
)

Row = tuple[str, ...]


class Post(Enum):
    """What becomes of a file that is sent, and what the client hears of it."""

    ACCEPTED = auto()
    LOST_BUT_TAKEN = auto()
    LOST_IN_THE_MIDDLE = auto()
    TROUBLE_BUT_TAKEN = auto()
    TROUBLE = auto()
    UNREADABLE_BUT_TAKEN = auto()
    NO_ROOM = auto()
    NO_CONNECTION = auto()
    NOT_SIGNED_IN = auto()
    PLAN_LIMIT = auto()
    REFUSED = auto()
    STOPPED_BEFORE = auto()
    STOPPED_BUT_TAKEN = auto()


class Death(BaseException):
    """The program dies: nothing that follows happens."""


Ask = ExotelError | UploadStatus | RefusedRowsPage | tuple[RefusedEntry, ...]
"""What a question meets; None in its place: the truth."""


def row_is_refused(phone_number: str) -> bool:
    """The model's judgement."""
    return int(phone_number[-2:]) % 3 == 0


def row_is_there(phone_number: str) -> bool:
    """The model's contacts."""
    return int(phone_number[-2:]) % 7 == 5 and not row_is_refused(phone_number)


@dataclass
class ModelExotel:
    """Which rows came in, in which upload."""

    uploads: dict[str, list[Row]] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    """The number of the part that each upload was."""
    received: Counter[Row] = field(default_factory=Counter)
    lied_about: set[str] = field(default_factory=set)
    """Uploads of which something untrue was said."""

    def take(self, path: Path) -> str:
        """Accept a file."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = [tuple(row) for row in csv.reader(file)][1:]
        upload_id = f"upload-{len(self.uploads) + 1}"
        self.uploads[upload_id] = rows
        self.parts[upload_id] = int(path.stem.rpartition("-")[2])
        self.received.update(rows)
        return upload_id

    def taken(self, number: int) -> int:
        """How often a part came in."""
        return list(self.parts.values()).count(number)

    def status(self, upload_id: str) -> UploadStatus:
        """The truth."""
        numbers = [row[0] for row in self.uploads[upload_id]]
        refused = sum(map(row_is_refused, numbers))
        there = sum(map(row_is_there, numbers))
        return UploadStatus(
            Stage.COMPLETED, "completed", len(numbers), len(numbers) - refused - there, refused, there
        )

    def entries(self, upload_id: str) -> tuple[RefusedEntry, ...]:
        """The truth about refused rows."""
        return tuple(
            RefusedEntry(index, row[0], "INVALID_PHONE", "no")
            for index, row in enumerate(self.uploads[upload_id], 1)
            if row_is_refused(row[0])
        )


class ModelClient:
    """The calls of :class:`~exogui.exotel.client.ContactsClient`, answered from a script; then truly."""

    def __init__(
        self,
        exotel: ModelExotel,
        posts: Iterator[Post],
        answers: Iterator[Ask | None],
        before_post: Callable[[int], None],
        step: Callable[[], None],
    ) -> None:
        """``before_post`` gets the number of each part that is about to go out; ``step`` may raise Death."""
        self.cancel = CancelToken()
        self._exotel = exotel
        self._posts = posts
        self._answers = answers
        self._before_post = before_post
        self._step = step

    def upload(self, path: Path, _name: str, *, size: int, **given: Any) -> UploadAccepted:
        """Send a file."""
        number = int(path.stem.rpartition("-")[2])
        self._before_post(number)
        self._step()
        post = next(self._posts, Post.ACCEPTED)
        match post:
            case Post.NO_CONNECTION:
                raise NoConnection
            case Post.STOPPED_BEFORE:
                self.cancel.cancel()
                raise Stopped
        given["on_progress"](0, size)
        self._step()
        if post is Post.LOST_IN_THE_MIDDLE:
            raise AnswerLost(body=BodyState.PARTLY_SENT, cause=ErrorCode.NO_CONNECTION)
        given["on_ending"]()
        self._step()
        refusals: dict[Post, ExotelError] = {
            Post.NO_ROOM: RateLimited(retry_after=1),
            Post.NOT_SIGNED_IN: SignInRefused(),
            Post.PLAN_LIMIT: PlanLimit(),
            Post.REFUSED: FileRefused(),
            Post.TROUBLE: ServerTrouble(),
        }
        if post in refusals:
            raise refusals[post]
        upload_id = self._exotel.take(path)
        self._step()
        if post is Post.STOPPED_BUT_TAKEN:
            self.cancel.cancel()
            raise Stopped(BodyState.WHOLE)
        given["on_whole"]()
        losses: dict[Post, ExotelError] = {
            Post.LOST_BUT_TAKEN: AnswerLost(body=BodyState.WHOLE, cause=ErrorCode.TIMED_OUT),
            Post.TROUBLE_BUT_TAKEN: ServerTrouble(),
            Post.UNREADABLE_BUT_TAKEN: UnreadableAnswer(),
        }
        if post in losses:
            raise losses[post]
        return UploadAccepted(upload_id, size, 1.0, f"request-{upload_id}")

    @property
    def budget(self) -> CallBudget:
        return CallBudget()

    def upload_status(self, upload_id: str) -> UploadStatus:
        """Ask for the status."""
        given = self._answer(upload_id, UploadStatus)
        return given if isinstance(given, UploadStatus) else self._exotel.status(upload_id)

    def refused_rows(self, upload_id: str) -> RefusedRowsPage:
        """Ask for the refused rows."""
        given = self._answer(upload_id, RefusedRowsPage)
        if isinstance(given, RefusedRowsPage):
            return given
        entries = self._exotel.entries(upload_id)
        return RefusedRowsPage(len(entries), entries, upload_id)

    def error_file(self, url: str) -> tuple[RefusedEntry, ...]:
        """Fetch the file of refused rows; its address is the upload's id."""
        given = self._answer(url, tuple)
        return given if isinstance(given, tuple) else self._exotel.entries(url)

    def _answer(self, upload_id: str, kind: type[Any]) -> Ask | None:
        self._step()
        given = next(self._answers, None)
        if isinstance(given, ExotelError):
            if isinstance(given, UploadNotFound | UploadExpired | RequestRefused):
                self._exotel.lied_about.add(upload_id)
            if isinstance(given, Stopped):
                self.cancel.cancel()
            raise given
        if given is None or not isinstance(given, kind):
            return None
        if not (isinstance(given, UploadStatus) and given.stage is Stage.PROCESSING):
            self._exotel.lied_about.add(upload_id)
        return given


QUESTION_ERRORS: tuple[ExotelError, ...] = (
    NoConnection(),
    RateLimited(retry_after=2),
    RequestRefused(),
    ServerTrouble(),
    SignInRefused(),
    StillProcessing(),
    Stopped(),
    UnreadableAnswer(),
    UploadExpired(),
    UploadNotFound(),
)
