"""What a person does with a result: mend the refused rows, save them, go back, begin anew."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.saving_controller import SavingController
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.saving_dialog import ask_where_to_save, save_error_text
from exogui.gui.coordinators.upload_coordinator import UploadCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import window as texts
from exogui.messages.uploads import refusal_advice, refusal_meaning
from exogui.uploads.result import UploadResult


def refused_rows(result: UploadResult, table: ContactTable) -> tuple[list[str], list[list[str]]]:
    """The refused rows as a table for people: where they stood, their whole row, and what Exotel said."""
    header = [say(texts.COLUMN_ROW), *table.header, say(texts.COLUMN_CODE), say(texts.COLUMN_MEANING)]
    header.append(say(texts.COLUMN_ADVICE))
    phone_column = table.column_of(Field.PHONE_NUMBER)
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
        ask_where_to_save(self._window, say(texts.SAVE_REFUSED_TITLE), proposed, self.save_refused)

    def save_refused(self, path: Path) -> None:
        """Write the refused rows to ``path``."""
        if self._uploads.result is not None and not self._saving.busy:
            result, table = self._uploads.result
            self._saving.save(path, *refused_rows(result, table), table.source.path)

    @Slot(Path, int)
    def _on_saved(self, path: Path, rows: int) -> None:
        words = say(texts.SAVED_REFUSED, rows, file=path.name)
        self._window.message_bar.show_message(MessageKind.SUCCESS, words)

    @Slot(Path, object)
    def _on_save_failed(self, path: Path, error: Exception) -> None:
        words = save_error_text(path, error)
        if words is None:
            self.unexpected.emit(error)
        else:
            self._window.message_bar.show_message(MessageKind.ERROR, words)
