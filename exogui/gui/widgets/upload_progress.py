"""Turns the events of an upload into what its panel says. Knows the time only from its caller."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QLocale

from exogui.gui.speech import say
from exogui.messages import sending as texts
from exogui.messages.catalogue import Plural, Text
from exogui.uploads.events import (
    Accepted,
    AwaitingAnswer,
    Counted,
    FetchingRefusedRows,
    Processing,
    Sending,
    UploadEvent,
    Waiting,
    WaitReason,
    Woke,
)
from exogui.uploads.row_counts import RowCounts

_SENT_AT = 0.4
"""Where the bar stands when the whole file is out."""
_PROCESSED_AT = 0.95
_MEGABYTE = 1_000_000


class Step(IntEnum):
    """The three things a person waits for, in this order."""

    SENDING = 0
    PROCESSING = 1
    RESULT = 2


@dataclass(frozen=True, slots=True)
class PanelView:
    """All the panel shows at one moment."""

    title: str
    step: Step
    fraction: float | None
    """Of the whole upload, 0 to 1; None where no end is known."""
    aside: str
    """How far, or how much longer; may be empty."""
    note: str
    cancel: str
    cancel_means: str
    paused: bool = False


_WAITING: dict[WaitReason, Plural] = {
    WaitReason.RATE_LIMIT: texts.WAITING_RATE,
    WaitReason.SERVER_TROUBLE: texts.WAITING_TROUBLE,
    WaitReason.NO_CONNECTION: texts.WAITING_NETWORK,
}


class UploadProgress:
    """What is known of one upload. ``now`` is in seconds, of any clock that only moves forward."""

    def __init__(self) -> None:
        self._event: UploadEvent | None = None
        self._since = 0.0
        self._fraction: float | None = 0.0
        self._accepted = False
        self._estimate: float | None = None
        self._counts: RowCounts | None = None
        self._uploads: set[str] = set()
        self.total_bytes = 0
        """Size of what goes out; 0 while it is not known."""

    def observe(self, event: UploadEvent, now: float) -> None:
        """Take note of ``event``."""
        if isinstance(event, Counted):
            self._counts = event.counts
            return
        if self._event is not None:
            self._fraction = self.view(now).fraction  # a pause leaves the bar where it was
        self._event, self._since = event, now
        match event:
            case Sending():
                self.total_bytes = event.total_bytes
            case Accepted() | Processing():
                self._accepted = True
                self._uploads.add(event.upload_id)
                self._estimate = event.estimated_seconds or self._estimate
            case FetchingRefusedRows():
                self._accepted = True

    def view(self, now: float) -> PanelView:
        """What to say at ``now``."""
        passed = max(0.0, now - self._since)
        match self._event:
            case None:
                view = self._before_acceptance(say(texts.PREPARING), None, "", texts.NOTE_PREPARING)
            case Sending() as event:
                view = self._sending(event)
            case AwaitingAnswer():
                view = self._awaiting()
            case Woke():
                view = self._after_acceptance(say(texts.WOKE), Step.PROCESSING, None, "", texts.NOTE_WOKE)
            case Waiting() as event:
                view = self._waiting(event, passed)
            case FetchingRefusedRows():
                view = self._after_acceptance(
                    say(texts.FETCHING), Step.RESULT, _PROCESSED_AT, "", texts.NOTE_FETCHING
                )
            case _ if self._in_parts:
                view = self._in_parts_view(say(texts.PROCESSING))
            case Processing() as event:
                view = self._processing(event.elapsed_seconds + passed)
            case _:
                view = self._processing(passed)
        return view

    @property
    def _in_parts(self) -> bool:
        """Whether the list is so long that it goes out in several files."""
        counts = self._counts
        return len(self._uploads) > 1 or (counts is not None and bool(counts.waiting and counts.sent))

    def _in_parts_view(self, title: str) -> PanelView:
        """Several files are on their way at once: how far the whole list is."""
        counts = self._counts or RowCounts()
        done = counts.total - counts.waiting - counts.in_flight
        fraction = done / counts.total if done else None
        return PanelView(
            title,
            Step.PROCESSING,
            fraction,
            say(texts.PARTS, done=done, total=counts.total),
            say(texts.NOTE_PARTS),
            say(texts.STOP_WATCHING if not counts.waiting else texts.CANCEL),
            say(texts.STOP_WATCHING_MEANS if not counts.waiting else texts.CANCEL_MANY_MEANS),
        )

    def _sending(self, event: Sending) -> PanelView:
        done = event.sent_bytes / event.total_bytes if event.total_bytes else 0.0
        sentence = texts.SENDING_MB if event.total_bytes >= _MEGABYTE / 10 else texts.SENDING_KB
        title = say(
            sentence,
            sent=_size(event.sent_bytes, event.total_bytes),
            total=_size(event.total_bytes, event.total_bytes),
        )
        aside = say(texts.PERCENT, percent=int(done * 100))
        if self._in_parts:
            return replace(self._in_parts_view(title), step=Step.SENDING)
        return self._before_acceptance(title, done * _SENT_AT, aside, texts.NOTE_SENDING)

    @staticmethod
    def _before_acceptance(title: str, fraction: float | None, aside: str, note: Text) -> PanelView:
        return PanelView(
            title,
            Step.SENDING,
            fraction,
            aside,
            say(note),
            say(texts.CANCEL),
            say(texts.CANCEL_MEANS),
        )

    @staticmethod
    def _awaiting() -> PanelView:
        return PanelView(
            say(texts.AWAITING),
            Step.SENDING,
            None,
            "",
            say(texts.NOTE_AWAITING),
            say(texts.STOP_WAITING),
            say(texts.STOP_WAITING_MEANS),
        )

    def _processing(self, elapsed: float) -> PanelView:
        fraction, aside = None, ""
        if self._estimate and elapsed <= self._estimate:
            fraction = _SENT_AT + (_PROCESSED_AT - _SENT_AT) * elapsed / self._estimate
            aside = time_left(self._estimate - elapsed)
        elif self._estimate:
            aside = say(texts.LONGER)
        return self._after_acceptance(
            say(texts.PROCESSING), Step.PROCESSING, fraction, aside, texts.NOTE_PROCESSING
        )

    def _waiting(self, event: Waiting, passed: float) -> PanelView:
        title = say(_WAITING[event.reason], max(1, math.ceil(event.seconds - passed)))
        if self._accepted:
            return self._after_acceptance(
                title, Step.PROCESSING, self._fraction, "", texts.NOTE_WAITING_AFTER, paused=True
            )
        return PanelView(
            title,
            Step.SENDING,
            self._fraction,
            "",
            say(texts.NOTE_WAITING_BEFORE),
            say(texts.CANCEL),
            say(texts.CANCEL_BETWEEN_MEANS),
            paused=True,
        )

    @staticmethod
    def _after_acceptance(
        title: str, step: Step, fraction: float | None, aside: str, note: Text, *, paused: bool = False
    ) -> PanelView:
        return PanelView(
            title,
            step,
            fraction,
            aside,
            say(note),
            say(texts.STOP_WATCHING),
            say(texts.STOP_WATCHING_MEANS),
            paused,
        )


def time_left(seconds: float) -> str:
    """``seconds`` as a person would say it: to five seconds, or to a minute when there are many."""
    if seconds < 3:
        return say(texts.FEW_SECONDS_LEFT)
    if seconds > 90:
        return say(texts.MINUTES_LEFT, math.ceil(seconds / 60))
    return say(texts.SECONDS_LEFT, round(seconds) if seconds < 10 else math.ceil(seconds / 5) * 5)


def size_with_unit(size: int) -> str:
    """4_812_345 -> ``4.8 MB``; a small file in KB."""
    unit = texts.MEGABYTES if size >= _MEGABYTE / 10 else texts.KILOBYTES
    return say(unit, size=_size(size, size))


def _size(size: int, whole: int) -> str:
    scale = _MEGABYTE if whole >= _MEGABYTE / 10 else 1_000
    return QLocale().toString(size / scale, "f", 1)
