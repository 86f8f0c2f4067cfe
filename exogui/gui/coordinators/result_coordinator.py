"""What a person does with a result: mend the refused rows, save them, go back, begin anew."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from exogui.contacts.table import ContactTable
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.upload_coordinator import UploadCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.gui.workers.worker import WorkContext
from exogui.messages import window as texts
from exogui.messages.uploads import refusal_advice, refusal_meaning
from exogui.uploads.result import UploadResult

_SAVE_ERRORS = {
    "is_source": texts.CANNOT_SAVE_OVER_SOURCE,
    "too_large_for_excel": texts.CANNOT_SAVE_AS_XLSX,
    "unknown_format": texts.CANNOT_SAVE_FORMAT,
}
"""By the value of :class:`exogui.contacts.writer.SaveErrorCode`."""


class SavingController(WorkController):
    """Writes refused rows in a worker."""

    saved = Signal(Path, int)
    """(path, rows)"""
    failed = Signal(Path, object)
    """(path, exception)"""

    def save(self, path: Path, result: UploadResult, table: ContactTable) -> None:
        """Write the refused rows of ``result`` to ``path``."""
        header, rows = refused_rows(result, table)

        def work(_context: WorkContext) -> None:
            from exogui.contacts.writer import save_rows

            save_rows(path, header, rows, source=table.source.path)

        self._start(
            work,
            lambda _nothing: self.saved.emit(path, len(rows)),
            lambda error: self.failed.emit(path, error),
        )


def refused_rows(result: UploadResult, table: ContactTable) -> tuple[list[str], list[list[str]]]:
    """The refused rows as a table for people: where they stood, their whole row, and what Exotel said."""
    header = [say(texts.COLUMN_ROW), *table.header, say(texts.COLUMN_CODE), say(texts.COLUMN_MEANING)]
    header.append(say(texts.COLUMN_ADVICE))
    phone_column = next((i for i, field in enumerate(table.mapping) if field == "phone_number"), None)
    rows = []
    for refused in result.refused_rows:
        if refused.row is not None:
            number, values = str(table.row_number(refused.row)), list(table.rows[refused.row])
        else:  # which row it is cannot be settled; its phone number is all that is certain
            number, values = "", [""] * table.column_count
            if phone_column is not None:
                values[phone_column] = refused.phone_number
        code, words = refused.error_code, refused.error_message
        said = [code, refusal_meaning(code, words, say), refusal_advice(code, words, say)]
        rows.append([number, *values, *said])
    return header, rows


class ResultCoordinator(QObject):
    """Works on the last result of the upload coordinator."""

    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(
        self,
        window: MainWindow,
        saving: SavingController,
        uploads: UploadCoordinator,
        review: ReviewCoordinator,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._saving = saving
        self._uploads = uploads
        self._review = review
        view = window.result_view
        view.fix_requested.connect(self._on_fix_requested)
        view.save_requested.connect(self._on_save_requested)
        view.new_upload_requested.connect(review.close_file)
        view.back_requested.connect(self._on_back_requested)
        saving.saved.connect(self._on_saved)
        saving.failed.connect(self._on_save_failed)

    @Slot()
    def _on_back_requested(self) -> None:
        if self._uploads.result is not None:
            self._window.show_review(self._uploads.result[1].source.path.name)

    @Slot()
    def _on_fix_requested(self) -> None:
        """The refused rows, and only they, go back into Review with Exotel's reasons on their cells."""
        if self._uploads.result is None:
            return
        result, table = self._uploads.result
        refusals = {
            row.row: (row.error_code, refusal_meaning(row.error_code, row.error_message, say).rstrip("."))
            for row in result.refused_rows
            if row.row is not None
        }
        self._review.show_table(table.refused_rows(refusals))

    @Slot()
    def _on_save_requested(self) -> None:
        if self._uploads.result is None:
            return
        source = self._uploads.result[1].source.path
        proposed = source.with_name(f"{say(texts.SAVE_REFUSED_NAME, stem=source.stem)}.xlsx")
        dialog = QFileDialog(self._window, say(texts.SAVE_REFUSED_TITLE), str(proposed))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([say(texts.SAVE_XLSX), say(texts.SAVE_CSV)])
        dialog.selectFile(str(proposed))
        dialog.fileSelected.connect(functools.partial(self._on_save_chosen, dialog))
        dialog.open()

    def _on_save_chosen(self, dialog: QFileDialog, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() not in {".xlsx", ".csv"}:
            chosen_csv = dialog.selectedNameFilter() == say(texts.SAVE_CSV)
            path = path.with_name(path.name + (".csv" if chosen_csv else ".xlsx"))
        self.save_refused(path)

    def save_refused(self, path: Path) -> None:
        """Write the refused rows to ``path``."""
        if self._uploads.result is not None and not self._saving.busy:
            self._saving.save(path, *self._uploads.result)

    @Slot(Path, int)
    def _on_saved(self, path: Path, rows: int) -> None:
        words = say(texts.SAVED_REFUSED, rows, file=path.name)
        self._window.message_bar.show_message(MessageKind.SUCCESS, words)

    @Slot(Path, object)
    def _on_save_failed(self, path: Path, error: Exception) -> None:
        from exogui.contacts.writer import SaveError

        if isinstance(error, SaveError):
            words = say(_SAVE_ERRORS[error.code])
        elif isinstance(error, OSError):
            words = say(texts.CANNOT_SAVE, file=path.name, reason=error.strerror or str(error))
        else:
            self.unexpected.emit(error)
            return
        self._window.message_bar.show_message(MessageKind.ERROR, words)
