"""Where an upload is, in words."""

from __future__ import annotations

from exogui.messages import command_line as texts
from exogui.messages.catalogue import Speaker
from exogui.uploads import events
from exogui.uploads.row_counts import RowCounts

_WAITING = {
    events.WaitReason.RATE_LIMIT: texts.WAITING_RATE,
    events.WaitReason.SERVER_TROUBLE: texts.WAITING_TROUBLE,
    events.WaitReason.NO_CONNECTION: texts.WAITING_CONNECTION,
}


def progress_text(event: events.UploadEvent, say: Speaker, *, live: bool) -> str:
    """One line; empty where there is nothing to say.

    Figures run only where it is ``live``: a log gets a line for each stage.
    """
    match event:
        case events.Sending(sent, total) if live:
            words = say(texts.SENDING, sent=_size(sent), total=_size(total))
        case events.Sending(_, total):
            words = say(texts.SENDING_ALL, total=_size(total))
        case events.AwaitingAnswer():
            words = say(texts.AWAITING_ANSWER)
        case events.Accepted(upload_id):
            words = say(texts.ACCEPTED, upload_id=upload_id)
        case events.Processing(_, elapsed) if live:
            words = say(texts.PROCESSING_FOR, seconds=round(elapsed))
        case events.Processing():
            words = say(texts.PROCESSING)
        case events.Waiting(seconds, reason):
            words = say(_WAITING[reason], seconds=round(seconds))
        case events.Woke():
            words = say(texts.WOKE)
        case events.FetchingRefusedRows():
            words = say(texts.FETCHING)
        case events.Counted(counts):
            words = _done_text(counts, say)
    return words


def _done_text(counts: RowCounts, say: Speaker) -> str:
    """How much of a list in several parts is done; of one part the stages say it all."""
    done = counts.sent - counts.in_flight
    return say(texts.COUNTED, done=done, total=counts.total) if 0 < done < counts.total else ""


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 100_000 else f"{number / 1e3:.1f} kB"
