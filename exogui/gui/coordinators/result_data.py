"""What the result view shows, made from what the job says and the table that was sent."""

from __future__ import annotations

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.exotel.errors import ExotelError
from exogui.gui.models.result_view_data import RefusedRowData, ResultViewData
from exogui.gui.speech import say
from exogui.messages.errors import error_message
from exogui.messages.uploads import refusal_advice
from exogui.uploads.result import RefusedRow, UploadResult


def result_data(result: UploadResult, table: ContactTable, duplicate_action: str) -> ResultViewData:
    """The result of an upload in the person's words."""
    cause = error_message(result.error, say) if result.error is not None else None
    error = result.error if isinstance(result.error, ExotelError) else None
    return ResultViewData(
        file_name=table.source.path.name,
        state=result.state,
        sent=result.sent,
        successful=result.successful,
        already_there=result.already_there,
        refused=result.refused,
        unknown=result.unknown,
        balanced=result.balanced,
        duplicate_action=duplicate_action,
        columns=table.header,
        refused_rows=[_refused(row, table) for row in result.refused_rows],
        cause=cause.title if cause is not None else "",
        # What nobody foresaw has no next step of its own, least of all to try again.
        next_step=cause.next_step if cause is not None and error is not None else "",
        upload_id=result.upload_id or "",
        request_id=", ".join(result.request_ids),
        http_status=error.http_status if error is not None else None,
        server_words=error.words if error is not None else "",
    )


def _refused(row: RefusedRow, table: ContactTable) -> RefusedRowData:
    values = table.rows[row.row] if row.row is not None else ()

    def value(field: Field) -> str:
        column = table.column_of(field)
        return values[column] if values and column is not None else ""

    name = f"{value(Field.FIRST_NAME)} {value(Field.LAST_NAME)}".strip()
    return RefusedRowData(
        row_number=table.row_number(row.row) if row.row is not None else None,
        phone_number=row.phone_number,
        name=name,
        email=value(Field.EMAIL),
        code=row.error_code,
        advice=refusal_advice(row.error_code, row.error_message, say),
        values=values,
    )
