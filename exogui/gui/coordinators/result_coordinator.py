"""What a person does with a result: mend the refused rows, save them, go on, go back, begin anew."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from exogui.contacts.refused_list import RefusedContact, refused_list
from exogui.contacts.schema import Field
from exogui.gui.controllers.saving_controller import SavingController
from exogui.gui.coordinators.going_on import GoingOn
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.saving_dialog import ask_where_to_save, save_error_text
from exogui.gui.coordinators.upload_coordinator import UploadCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.models.result_view_data import NextStep
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import window as texts
from exogui.messages.uploads import refusal_advice, refusal_meaning
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.records import JobRecord
from exogui.uploads.result import UploadResult


def refused_rows(result: UploadResult) -> tuple[list[str], list[list[str]]]:
    """The refused rows as a table for people: where they stood, their whole row, and what Exotel said."""
    job = result.job
    if job is None:
        return [], []
    header = [say(texts.COLUMN_ROW), *job.header, say(texts.COLUMN_CODE), say(texts.COLUMN_MEANING)]
    header.append(say(texts.COLUMN_ADVICE))
    rows = []
    for refused in result.refused_rows:
        number = "" if refused.row_number is None else str(refused.row_number)
        values = list(refused.values)
        if not values:  # which row it is cannot be settled; its phone number is all that is certain
            values = [""] * len(job.header)
            values[job.mapping.index(Field.PHONE_NUMBER)] = refused.phone_number
        code, words = refused.error_code, refused.error_message
        said = [code, refusal_meaning(code, words, say), refusal_advice(code, words, say)]
        rows.append([number, *values, *said])
    return header, rows


class ResultCoordinator(QObject):
    """Works on the result that is on show."""

    unexpected = Signal(object)
    """An exception that nobody expected."""
    going_on = Signal(object)
    """The :class:`GoingOn` of an upload whose list is closed."""

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
        self._result: UploadResult | None = None
        view = window.result_view
        view.fix_requested.connect(self._on_fix_requested)
        view.save_requested.connect(self._on_save_requested)
        view.new_upload_requested.connect(review.close_file)
        view.back_requested.connect(self._on_back_requested)
        view.next_requested.connect(self._on_next_requested)
        uploads.result_ready.connect(self._on_result_ready)
        saving.saved.connect(self._on_saved)
        saving.failed.connect(self._on_save_failed)

    @property
    def result(self) -> UploadResult | None:
        """What is on show, or was last."""
        return self._result

    @Slot(object)
    def _on_result_ready(self, result: UploadResult) -> None:
        self._result = result

    @Slot()
    def _on_back_requested(self) -> None:
        table = self._window.table_model.table
        if table is not None:
            self._window.show_review(table.source.path.name)

    @Slot()
    def _on_fix_requested(self) -> None:
        """The refused rows, and only they, go back into Review with Exotel's reasons on their cells."""
        result = self._result
        if result is None or result.job is None:
            return
        job = result.job
        contacts = [
            RefusedContact(
                row.row_number,
                row.line or 0,
                row.values,
                row.error_code,
                refusal_meaning(row.error_code, row.error_message, say).rstrip("."),
            )
            for row in result.refused_rows
            if row.values and row.row_number is not None
        ]
        table = refused_list(job.source, job.header, job.mapping, contacts, added_columns=job.added_columns)
        self._review.show_table(table)
        self._uploads.set_fixing(table, job)

    # --- uploads that have not ended ----------------------------------------------------------------------

    @Slot(object)
    def _on_next_requested(self, step: NextStep) -> None:
        result = self._result
        if result is None or result.job is None:
            return
        if step is NextStep.DECIDE:
            self._ask_what_to_do(result.job, result.lost_numbers)
        else:
            self._go_on(GoingOn(result.job, send=step is NextStep.SEND_REST))

    def _ask_what_to_do(self, job: JobRecord, numbers: Sequence[str]) -> None:
        from exogui.gui.dialogs.lost_answer_dialog import LostAnswerDialog

        # One file after the other: of two, one may have arrived and the other not.
        part = job.lost_parts[0]
        dialog = LostAnswerDialog(part.rows, job.duplicate_action, numbers, self._window)
        # Of this job, whatever result is on show by then.
        dialog.chosen.connect(functools.partial(self._on_choice, job, part.number))
        dialog.open()

    def _on_choice(self, job: JobRecord, number: int, choice: LostAnswerChoice) -> None:
        self._go_on(GoingOn(job, choice=choice, about=number))

    def _go_on(self, wish: GoingOn) -> None:
        if not self._uploads.go_on(wish):
            self.going_on.emit(wish)

    # --- saving -------------------------------------------------------------------------------------------

    @Slot()
    def _on_save_requested(self) -> None:
        if self._result is None or self._result.job is None:
            return
        source = self._result.job.source.path
        proposed = source.with_name(f"{say(texts.SAVE_REFUSED_NAME, stem=source.stem)}.xlsx")
        ask_where_to_save(self._window, say(texts.SAVE_REFUSED_TITLE), proposed, self.save_refused)

    def save_refused(self, path: Path) -> None:
        """Write the refused rows to ``path``."""
        result = self._result
        if result is not None and result.job is not None and not self._saving.busy:
            self._saving.save(path, *refused_rows(result), result.job.source.path)

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
