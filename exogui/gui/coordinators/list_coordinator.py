"""The list as a whole: saving it corrected, and taking out the numbers of another file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from exogui.contacts.progress import Checkpoint
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.steps import Step, StepKind
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.saving_controller import SavingController
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.saving_dialog import ask_where_to_save, save_error_text
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import Settings
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.messages import editing as texts
from exogui.messages import window as window_texts
from exogui.messages.reading import read_error_text

if TYPE_CHECKING:
    from exogui.contacts.judged_table import JudgedTable
    from exogui.contacts.repairing.suppression import SuppressedNumbers

_OPEN, _TAKE_OUT, _NEITHER = "second_file_open", "second_file_take_out", "second_file_neither"


class ListCoordinator(QObject):
    """Works on the table in Review."""

    unexpected = Signal(object)
    """An exception that nobody expected."""
    saved = Signal()
    """The corrected list was saved."""

    def __init__(
        self,
        window: MainWindow,
        contacts: ContactsController,
        *,
        saving: SavingController,
        review: ReviewCoordinator,
        notice: StepNotice,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._saving = saving
        self._review = review
        self._notice = notice
        self._settings = settings
        self._second_file: Path | None = None
        """A file that was dropped on the table, until the person has said what it is."""
        self._saved_step: Step | None = None
        """The last step that the file being saved has."""
        window.commands.save_list.triggered.connect(self.ask_where_to_save)
        window.commands.take_out.triggered.connect(self.choose_numbers)
        window.message_bar.action_triggered.connect(self._on_message_action)
        window.state_changed.connect(self._on_state_changed)
        review.second_file_dropped.connect(self._on_second_file_dropped)
        saving.saved.connect(self._on_saved)
        saving.failed.connect(self._on_save_failed)
        self._on_state_changed()

    @Slot()
    def _on_state_changed(self) -> None:
        for command in (self._window.commands.save_list, self._window.commands.take_out):
            command.setEnabled(self._window.reviewing)

    # --- saving -------------------------------------------------------------------------------------------

    @Slot()
    def ask_where_to_save(self) -> None:
        """Ask for a file with the system's dialog."""
        table = self._window.table_model.table
        if table is None or not self._window.reviewing:
            return
        source = table.source.path
        proposed = source.with_name(f"{say(texts.SAVE_LIST_NAME, stem=source.stem)}.xlsx")
        ask_where_to_save(self._window, say(texts.SAVE_LIST_TITLE), proposed, self.save)

    def save(self, path: Path) -> None:
        """Write every row, as it is now, to ``path``."""
        table = self._window.table_model.table
        if table is None or self._saving.busy:
            return
        from exogui.contacts.corrected_list import header_to_save

        self._window.review_view.table.finish_editing()  # what is shown is what is saved
        self._saved_step = table.undo_step
        header = header_to_save(table, lambda name: say(texts.NOT_SENT_HEADER, header=name))
        self._saving.save(path, header, tuple(table.rows), table.source.path)

    @Slot(Path, int)
    def _on_saved(self, path: Path, rows: int) -> None:
        self._review.mark_kept(self._saved_step)
        words = say(texts.LIST_SAVED, rows, file=path.name)
        self._window.message_bar.show_message(MessageKind.SUCCESS, words)
        self.saved.emit()

    @Slot(Path, object)
    def _on_save_failed(self, path: Path, error: Exception) -> None:
        words = save_error_text(path, error)
        if words is None:
            self.unexpected.emit(error)
        else:
            self._window.message_bar.show_message(MessageKind.ERROR, words)

    # --- another file ---------------------------------------------------------------------------------------

    @Slot(Path)
    def _on_second_file_dropped(self, path: Path) -> None:
        self._second_file = path
        actions = (
            MessageAction(_OPEN, say(texts.SECOND_FILE_OPEN)),
            MessageAction(_TAKE_OUT, say(texts.SECOND_FILE_TAKE_OUT)),
            MessageAction(_NEITHER, say(texts.SECOND_FILE_NOTHING)),
        )
        words = say(texts.SECOND_FILE, file=path.name)
        self._window.message_bar.show_message(MessageKind.INFO, words, actions)

    @Slot(str)
    def _on_message_action(self, name: str) -> None:
        if name not in {_OPEN, _TAKE_OUT, _NEITHER}:
            return
        path, self._second_file = self._second_file, None
        if path is None or not self._window.reviewing:
            return
        if name == _OPEN:
            self._review.open_file(path)
        elif name == _TAKE_OUT:
            self.take_out(path)

    # --- numbers taken out ----------------------------------------------------------------------------------

    @Slot()
    def choose_numbers(self) -> None:
        """Ask for the file of numbers with the system's dialog."""
        dialog = QFileDialog(self._window, say(texts.TAKE_OUT_TITLE), self._settings.folder)
        dialog.setObjectName("take_out_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([say(window_texts.FILE_FILTER), say(window_texts.ALL_FILES)])
        dialog.fileSelected.connect(self._on_numbers_chosen)
        dialog.open()

    @Slot(str)
    def _on_numbers_chosen(self, name: str) -> None:
        self.take_out(Path(name))

    def take_out(self, path: Path) -> None:
        """Take out every row whose number stands in ``path``, whatever way it is written there or here."""
        table = self._window.table_model.table
        if table is None or not self._window.reviewing or self._contacts.busy:
            return
        if not table.has_phone_column:
            self._window.message_bar.show_message(MessageKind.INFO, say(texts.PHONE_COLUMN_FIRST))
            return
        country = self._review.country

        def work(
            table: ContactTable, checkpoint: Checkpoint
        ) -> tuple[SuppressedNumbers, list[int], JudgedTable]:
            from exogui.contacts.repairing.suppression import read_suppressed_numbers, rows_to_suppress

            suppressed = read_suppressed_numbers(path, checkpoint, country=country)
            rows = rows_to_suppress(table, suppressed.numbers, checkpoint, country=country)
            return suppressed, rows, table.judge_without(rows, checkpoint)

        self._contacts.work_on_table(
            work,
            lambda answer: self._on_suppressed(path, *answer),
            lambda error: self._on_numbers_failed(path, error),
        )

    def _on_suppressed(
        self, path: Path, suppressed: SuppressedNumbers, rows: list[int], judged: JudgedTable
    ) -> None:
        if not suppressed.numbers:
            words = say(texts.NO_NUMBERS, file=path.name)
            self._window.message_bar.show_message(MessageKind.WARNING, words)
            return
        missing = suppressed.unreadable
        left = say(texts.NOT_NUMBERS, missing, file=path.name) if missing else ""
        kind = MessageKind.WARNING if left else MessageKind.SUCCESS
        if rows:
            words = say(texts.TAKEN_OUT, len(rows), file=path.name)
            step = Step(StepKind.SUPPRESS, count=len(rows), detail=path.name)
            self._notice.install(judged, step, f"{words} {left}".strip(), kind)
        else:
            words = say(texts.NONE_TAKEN_OUT, len(suppressed.numbers), file=path.name)
            self._window.message_bar.show_message(kind, f"{words} {left}".strip())

    def _on_numbers_failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, ReadError):
            words = read_error_text(error, path.name, say)
            self._window.message_bar.show_message(MessageKind.ERROR, words)
        else:
            self.unexpected.emit(error)
