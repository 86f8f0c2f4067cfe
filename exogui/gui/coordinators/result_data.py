"""What the result view shows, made from what the job says."""

from __future__ import annotations

from exogui.contacts.schema import Field
from exogui.exotel.errors import ExotelError, error_with_code
from exogui.gui.models.result_view_data import NextStep, RefusedRowData, ResultViewData
from exogui.gui.speech import say
from exogui.messages.errors import error_message
from exogui.messages.uploads import refusal_advice
from exogui.uploads.records import JobRecord, PartState
from exogui.uploads.result import JobState, RefusedRow, UploadResult


def result_data(result: UploadResult) -> ResultViewData:
    """The result of an upload in the person's words."""
    job = result.job
    if job is None:
        return ResultViewData(file_name="", state=result.state)
    why = result.error or _recorded_error(job)
    cause = error_message(why, say) if why is not None else None
    error = why if isinstance(why, ExotelError) else None
    return ResultViewData(
        file_name=job.file_name,
        state=result.state,
        counts=result.counts,
        surplus=result.surplus,
        balanced=result.balanced,
        attempts=job.attempts,
        next=next_step(result),
        duplicate_action=job.duplicate_action.value,
        columns=job.header,
        refused_rows=[_refused(row, job) for row in result.refused_rows],
        cause=cause.title if cause is not None else "",
        # What nobody foresaw has no next step of its own, least of all to try again.
        next_step=cause.next_step if cause is not None and error is not None else "",
        upload_id=", ".join(result.upload_ids),
        request_id=", ".join(result.request_ids),
        http_status=error.http_status if error is not None else None,
        server_words=error.words if error is not None else "",
    )


def next_step(result: UploadResult) -> NextStep | None:
    """How an upload goes on that has not ended."""
    job = result.job
    if job is None or result.state is JobState.FAILED:
        return None  # nothing of it has left: its rows are sent as a new upload
    if job.lost_parts:
        return NextStep.DECIDE
    if any(part.state is PartState.UNKNOWN for part in job.parts) or result.counts.in_flight:
        return NextStep.ASK_AGAIN
    if any(part.state is PartState.COUNTED for part in job.parts):
        return NextStep.ASK_AGAIN
    return NextStep.SEND_REST if any(part.state is PartState.PLANNED for part in job.parts) else None


def _recorded_error(job: JobRecord) -> ExotelError | None:
    """Why a job from before stands as it does."""
    codes = [
        part.error_code for part in job.parts if part.error_code and part.state is not PartState.WITHDRAWN
    ]
    return error_with_code(codes[-1]) if codes else None


def _refused(row: RefusedRow, job: JobRecord) -> RefusedRowData:
    def value(field: Field) -> str:
        if not row.values or field not in job.mapping:
            return ""
        return row.values[job.mapping.index(field)]

    name = f"{value(Field.FIRST_NAME)} {value(Field.LAST_NAME)}".strip()
    return RefusedRowData(
        row_number=row.row_number,
        phone_number=row.phone_number,
        name=name,
        email=value(Field.EMAIL),
        code=row.error_code,
        advice=refusal_advice(row.error_code, row.error_message, say),
        values=row.values,
    )
