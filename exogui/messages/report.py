"""The hand-over report of an upload: for the next shift or Exotel's support, with nothing of a contact in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from exogui.messages.catalogue import Plural, Speaker, Text
from exogui.messages.uploads import state_name
from exogui.uploads.records import JobRecord, PartRecord, PartState
from exogui.uploads.result import RefusedRow, UploadResult
from exogui.uploads.row_counts import RowCounts

Step = tuple[float, int, PartState, str]
"""(seconds since the epoch, part number, state, error code), as the journal's ``steps`` gives them."""

_C = "report"

_TITLE = Text(_C, "Upload of {file} by exogui")
_STATE = Text(_C, "State: {state}")
_BEGUN = Text(_C, "Begun: {when}")
_ACCOUNT = Text(_C, "Account: {name}, account SID {sid}, at {address}")
_ACTION = Text(_C, "If a contact is already in Exotel: {action}")
_LIST = Text(_C, "List ID: {list_id}")
_JOB = Text(_C, "Upload in exogui: {job}")
_COUNTS = Text(
    _C,
    "Rows: {total} = {waiting} waiting + {in_flight} in flight + {successful} added or updated + {already_there} already "
    "there + {refused} refused + {unknown} unknown",
)
_SURPLUS = Plural(
    _C, "Exotel counts {n} rows more than were sent.", "Exotel counts {n} row more than was sent."
)
_PART = Text(_C, "Part {number}, attempt {attempt}: {rows} rows, {size} bytes, {state}")
_UPLOAD_ID = Text(_C, "upload ID {value}")
_REQUEST_IDS = Text(_C, "request IDs {value}")
_ERROR = Text(_C, "error {value}")
_DIGEST = Text(_C, "SHA-256 {value}")
_REFUSED = Text(_C, "Refused rows")
_REFUSED_ROW = Text(_C, "row {row}, {phone_number}, {code}: {words}")
_UNCERTAIN = Text(_C, "?")
_MORE = Plural(_C, "and {n} more", "and {n} more")
_STEPS = Text(_C, "What happened when")
_STEP = Text(_C, "{when}  part {number}: {state}")
_STEP_ERROR = Text(_C, "{when}  part {number}: {state} ({code})")

_PART_STATES = {
    PartState.PLANNED: Text(_C, "waits here"),
    PartState.SENDING: Text(_C, "being sent"),
    PartState.WHOLE: Text(_C, "sent, no answer yet"),
    PartState.ACCEPTED: Text(_C, "taken by Exotel"),
    PartState.COUNTED: Text(_C, "processed by Exotel"),
    PartState.SETTLED: Text(_C, "settled"),
    PartState.UNKNOWN: Text(_C, "unknown"),
    PartState.WITHDRAWN: Text(_C, "not to be sent"),
}

_MOST_ROWS = 200
"""Refused rows that are named; more make a report that nobody reads."""

_SHOWN_DIGITS = 4
_DIGIT = re.compile(rf"\d(?=(?:[ ().\-\u00a0]*\d){{{_SHOWN_DIGITS}}})")
_MAILBOX = re.compile(r"[^\s@<>\"']+@")


def masked(words: str) -> str:
    """Leaves the last four digits of every longer number, however it is grouped, and of e-mail addresses the domain."""
    return _MAILBOX.sub("…@", _DIGIT.sub("•", words))


def report_text(result: UploadResult, steps: Sequence[Step], say: Speaker) -> str:
    """The report, as plain text of several lines.

    Phone numbers are cut down to their last four digits, also in Exotel's own words; nothing else of a
    contact stands in it. ``result`` must have a job.
    """
    job = result.job
    if job is None:
        raise ValueError("there is nothing to report of an upload that never became a job")
    blocks = [list(_head(job, result, say))]
    blocks += [list(_part_lines(part, say)) for part in job.parts]
    if result.refused_rows:
        blocks.append([say(_REFUSED), *_refused_lines(result.refused_rows, say)])
    if steps:
        blocks.append([say(_STEPS), *(_step_line(step, say) for step in steps)])
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def part_state_name(state: PartState, say: Speaker) -> str:
    """A part's state in a few words."""
    return say(_PART_STATES[state])


def time_text(seconds: float) -> str:
    """Seconds since the epoch as the local time with its offset: whoever reads it may be far away."""
    return datetime.fromtimestamp(seconds).astimezone().isoformat(sep=" ", timespec="seconds")


def sum_text(counts: RowCounts, say: Speaker) -> str:
    """The sum that must hold: all rows, and where they are."""
    return say(
        _COUNTS,
        total=counts.total,
        waiting=counts.waiting,
        in_flight=counts.in_flight,
        successful=counts.successful,
        already_there=counts.already_there,
        refused=counts.refused,
        unknown=counts.unknown,
    )


def _head(job: JobRecord, result: UploadResult, say: Speaker) -> Iterator[str]:
    account = job.account
    yield say(_TITLE, file=job.file_name)
    yield say(_STATE, state=state_name(result.state, say))
    yield say(_BEGUN, when=time_text(job.created_at))
    yield say(_ACCOUNT, name=account.name, sid=account.account_sid, address=account.base_url)
    yield say(_ACTION, action=job.duplicate_action.value)
    if job.list_id:
        yield say(_LIST, list_id=job.list_id)
    yield say(_JOB, job=job.id)
    yield sum_text(result.counts, say)
    if result.surplus:
        yield say(_SURPLUS, result.surplus)


def _part_lines(part: PartRecord, say: Speaker) -> Iterator[str]:
    yield say(
        _PART,
        number=str(part.number),
        attempt=str(part.attempt),
        rows=part.rows,
        size=part.size_bytes,
        state=part_state_name(part.state, say),
    )
    if part.upload_id:
        yield f"  {say(_UPLOAD_ID, value=part.upload_id)}"
    if part.request_ids:
        yield f"  {say(_REQUEST_IDS, value=', '.join(part.request_ids))}"
    if part.error_code:
        yield f"  {say(_ERROR, value=part.error_code)}"
    yield f"  {say(_DIGEST, value=part.sha256)}"


def _refused_lines(rows: Sequence[RefusedRow], say: Speaker) -> Iterator[str]:
    for row in rows[:_MOST_ROWS]:
        yield "  " + say(
            _REFUSED_ROW,
            row=say(_UNCERTAIN) if row.row_number is None else str(row.row_number),
            phone_number=masked(row.phone_number),
            code=row.error_code,
            words=masked(row.error_message),
        )
    if len(rows) > _MOST_ROWS:
        yield f"  {say(_MORE, len(rows) - _MOST_ROWS)}"


def _step_line(step: Step, say: Speaker) -> str:
    at, number, state, code = step
    text = _STEP_ERROR if code else _STEP
    state_words = part_state_name(state, say)
    return "  " + say(text, when=time_text(at), number=str(number), state=state_words, code=code)
