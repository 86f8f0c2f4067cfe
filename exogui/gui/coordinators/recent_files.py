"""The recent files, in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exogui.gui.moments import when_text
from exogui.gui.settings import OpenedFile
from exogui.gui.speech import say
from exogui.gui.widgets.recent_card import RecentFile, RecentState
from exogui.messages import window as texts
from exogui.uploads.result import JobState

_STATES = {
    JobState.COMPLETED.value: RecentState.UPLOADED,
    JobState.UNKNOWN.value: RecentState.UNKNOWN,
    JobState.UNFINISHED.value: RecentState.UNKNOWN,
    JobState.PAUSED.value: RecentState.UPLOADED,
    JobState.FAILED.value: RecentState.FAILED,
}


def recent_files(opened: Sequence[OpenedFile]) -> list[RecentFile]:
    """Those that are still there, the latest first."""
    return [
        RecentFile(Path(file.path), _detail(file), _STATES.get(file.state, RecentState.OPENED))
        for file in opened
        if Path(file.path).is_file()
    ]


def _detail(file: OpenedFile) -> str:
    parts = [when_text(file.opened_at)]
    if file.state in {JobState.COMPLETED, JobState.PAUSED}:
        parts.append(say(texts.RECENT_SENT, file.sent))
        if file.refused:
            parts.append(say(texts.RECENT_REFUSED, file.refused))
    elif file.state == JobState.UNKNOWN:
        parts.append(say(texts.RECENT_UNKNOWN))
    elif file.state == JobState.UNFINISHED:
        parts.append(say(texts.RECENT_UNFINISHED))
    else:
        parts.append(say(texts.RECENT_NOT_SENT))
    return " · ".join(parts)
