"""Opening files and working on their rows: joins the review to the contacts controller."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent

from exogui.contacts.problems import ProblemCode
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.reading.read_options import FIND_OUT, ReadOptions
from exogui.contacts.schema import Field
from exogui.contacts.table import Change, ContactTable, Step
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import OpenedFile, Settings
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.gui.workers.worker import Progress
from exogui.messages import window as texts
from exogui.messages.problems import redo_text, undo_text
from exogui.messages.reading import describe_list, read_error_text

if TYPE_CHECKING:
    from exogui.contacts.repairing.repairs import RepairPlan
    from exogui.gui.coordinators.problem_cards import ProblemCards

_SHOW_PROGRESS_AFTER_MS = 500
_CARDS_AFTER_MS = 120
"""Cards follow an edit after a moment, so that typing stays light on a large list."""

_FORGET, _STAY, _STOP_READING = "forget_changes", "stay", "stop_reading"


class ReviewCoordinator(QObject):
    """One table at a time."""

    second_file_dropped = Signal(Path)
    """A file was dropped on a list that is open: another list, or numbers to take out of this one."""
    file_opened = Signal(Path)
    """The rows of this file are on show."""
    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(self, window: MainWindow, contacts: ContactsController, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._settings = settings
        self._cards: ProblemCards | None = None
        self._wanted: tuple[Path, ReadOptions] | None = None
        """The file to open when the work under way has stopped."""
        self._leave: Callable[[], None] | None = None
        """What to do when the person agrees to forget the changes."""
        self._kept_step: Step | None = None
        """The last change that an upload or a saved list has taken along; the file itself never has it."""
        self._opening: Path | None = None
        self._progress_timer = QTimer(self, singleShot=True, interval=_SHOW_PROGRESS_AFTER_MS)
        self._cards_timer = QTimer(self, singleShot=True, interval=_CARDS_AFTER_MS)
        self._connect()
        self._on_table_changed()

    def _connect(self) -> None:
        window, contacts = self._window, self._contacts
        commands, review = window.commands, window.review_view
        commands.close_file.triggered.connect(self.close_file)
        commands.undo.triggered.connect(window.table_model.undo)
        commands.redo.triggered.connect(window.table_model.redo)
        commands.find.triggered.connect(review.search.activate)
        commands.next_problem.triggered.connect(review.go_to_next_problem)
        commands.previous_problem.triggered.connect(review.go_to_previous_problem)
        review.mapping_requested.connect(self._on_mapping_requested)
        review.repair_requested.connect(self._on_repair_requested)
        review.country_changed.connect(self._on_country_changed)
        window.table_model.table_changed.connect(self._on_table_changed)
        window.table_model.modelReset.connect(self._on_table_changed)
        window.state_changed.connect(self._show_commands)
        window.message_bar.action_triggered.connect(self._on_message_action)
        window.busy_bar.action_triggered.connect(self._on_message_action)
        contacts.opened.connect(self._on_opened)
        contacts.open_failed.connect(self._on_open_failed)
        contacts.open_stopped.connect(self._on_open_stopped)
        contacts.progress_changed.connect(self._on_progress)
        contacts.busy_changed.connect(self._on_busy_changed)
        contacts.repaired.connect(self._on_repaired)
        contacts.failed.connect(self.unexpected)
        self._progress_timer.timeout.connect(self._on_progress_due)
        self._cards_timer.timeout.connect(self._show_cards)

    # --- which file ---------------------------------------------------------------------------------------

    @Slot(Path)
    def take_dropped(self, path: Path) -> None:
        """Open a file that was dropped on the window; on a list, it may be meant for that list."""
        table = self._window.table_model.table
        if self._window.reviewing and not self._contacts.busy and table is not None and table.row_count:
            self.second_file_dropped.emit(path)
        else:
            self.open_file(path)

    @Slot(Path)
    def open_file(self, path: Path, options: ReadOptions = FIND_OUT) -> None:
        """Open ``path``; asks first when that would forget changes."""
        if self._window.sending:
            self._say(MessageKind.INFO, say(texts.UPLOADING_BUSY))
            return
        self._leave_table(lambda: self._open(path, options))

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Closing waits for an answer where it would forget changes."""
        table = self._changed_table()
        if table is None:
            return
        event.ignore()

        def close() -> None:
            self.mark_kept(table.undo_step)
            self._window.close()

        self._leave_table(close)

    def _changed_table(self) -> ContactTable | None:
        """The table on show, if it has changes that are kept nowhere else."""
        table = self._window.table_model.table
        if table is None or table.undo_step is None or table.undo_step is self._kept_step:
            return None
        return table

    def _leave_table(self, then: Callable[[], None]) -> None:
        """Do ``then``, which takes the table away; where that would forget changes, ask first."""
        table = self._changed_table()
        if table is None:
            then()
            return
        self._leave = then
        question = say(texts.UNSAVED_TEXT, file=table.source.path.name)
        actions = (
            MessageAction(_FORGET, say(texts.DISCARD)),
            MessageAction(_STAY, say(texts.STAY)),
        )
        self._say(MessageKind.WARNING, question, actions)

    def _open(self, path: Path, options: ReadOptions) -> None:
        if self._contacts.busy:
            self._wanted = path, options  # opened as soon as what is under way has stopped
            self._contacts.cancel()
            return
        self._wanted = None
        self._opening = path
        self._window.message_bar.clear()
        self._settings.folder = str(path.parent)
        self._progress_timer.start()
        self._contacts.open(path, options)

    @Slot()
    def close_file(self) -> None:
        """Back to the empty page; asks first when that would forget changes."""
        if not self._window.sending:
            self._leave_table(self._close)

    def _close(self) -> None:
        self._window.message_bar.clear()
        self._keep_columns()
        self._window.table_model.set_table(None)
        self._window.show_empty()

    @Slot()
    def mark_sent(self) -> None:
        """What was changed has been sent."""
        table = self._window.table_model.table
        self.mark_kept(table.undo_step if table is not None else None)

    def mark_kept(self, step: Step | None) -> None:
        """What was changed up to ``step`` is kept elsewhere: nothing is forgotten when the table goes."""
        self._kept_step = step

    @Slot(str)
    def _on_message_action(self, name: str) -> None:
        leave = self._leave
        if name == _FORGET and leave is not None:
            self._leave = None
            leave()
        elif name == _STAY:
            self._leave = None
        elif name == _STOP_READING:
            self._contacts.cancel()

    # --- reading ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_opened(self, table: ContactTable) -> None:
        self._stop_progress()
        self._settings.add_recent_file(OpenedFile(str(table.source.path), time.time()))
        self.show_table(table, changeable=True)
        if not table.row_count:
            self._say(MessageKind.WARNING, say(texts.NO_CONTACTS, file=table.source.path.name))
        self.file_opened.emit(table.source.path)

    @property
    def opening(self) -> bool:
        """Whether a file is being read."""
        return self._opening is not None

    @property
    def country(self) -> str | None:
        """ISO code of the country for numbers without a country code; None until one is chosen."""
        return self._cards.country if self._cards is not None else None

    def show_table(self, table: ContactTable, *, changeable: bool = False) -> None:
        """Put a table into Review; ``changeable``: it is a whole file, which can be read in another way."""
        from exogui.gui.coordinators.problem_cards import ProblemCards  # with the numbering plans

        review = self._window.review_view
        self._cards = ProblemCards(table, self._settings.country)
        self._keep_columns()
        self._window.table_model.set_table(table)
        review.table.restore_state(self._settings.columns(table.file_header))
        review.summary.set_file(table.source.path.name, describe_list(table, say), changeable=changeable)
        self._window.show_review(table.source.path.name)
        self._show_cards()
        review.table.setFocus()

    @Slot(object, object)
    def _on_open_failed(self, path: Path, error: Exception) -> None:
        self._stop_progress()
        if isinstance(error, ReadError):
            self._say(MessageKind.ERROR, read_error_text(error, path.name, say))
        else:
            self.unexpected.emit(error)
        self._open_wanted()

    @Slot()
    def _on_open_stopped(self) -> None:
        self._stop_progress()
        self._open_wanted()

    @Slot()
    def _open_wanted(self) -> None:
        if self._wanted is not None:
            self._open(*self._wanted)

    @Slot()
    def _on_progress_due(self) -> None:
        if self._opening is not None:
            words = say(texts.READING, file=self._opening.name)
            actions = (MessageAction(_STOP_READING, say(texts.CANCEL)),)
            self._window.busy_bar.show_message(MessageKind.INFO, words, actions)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        if self._opening is not None and self._window.busy_bar.isVisible() and progress.total:
            percent = 100 * progress.done // progress.total
            words = say(texts.READING_PERCENT, file=self._opening.name, percent=percent)
            self._window.busy_bar.set_text(words)

    def _stop_progress(self) -> None:
        self._opening = None
        self._progress_timer.stop()
        self._window.busy_bar.clear()

    # --- changing -----------------------------------------------------------------------------------------

    @Slot(int, object)
    def _on_mapping_requested(self, column: int, field: Field | None) -> None:
        if not self._contacts.busy:
            self._contacts.map_column(column, field)

    @Slot(object, object)
    def _on_repair_requested(self, code: ProblemCode, country: str | None) -> None:
        if not self._contacts.busy:
            self._contacts.repair(code, country)

    @Slot(str)
    def _on_country_changed(self, country: str) -> None:
        self._settings.country = country
        if self._cards is not None:
            self._cards.country = country
            self._show_cards()

    @Slot(object)
    def _on_repaired(self, plan: RepairPlan) -> None:
        said = say(texts.REPAIRED, len(plan.edits)) if plan.edits else ""
        if plan.undecided:
            left = say(texts.REPAIR_UNDECIDED, len(plan.undecided))
            self._say(MessageKind.WARNING, f"{said} {left}".strip())
        elif said:
            self._say(MessageKind.SUCCESS, said)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        """The table stands still while work that looks at it is under way."""
        if not self._window.sending:
            self._window.review_view.table.set_read_only(busy)
        if not busy and self._wanted is not None:
            QTimer.singleShot(0, self._open_wanted)  # after the answer to what was under way

    @Slot()
    def _on_table_changed(self, change: Change | None = None) -> None:
        table = self._window.table_model.table
        if table is not None and change is not None and change.structural:
            self._window.review_view.summary.set_description(describe_list(table, say))
        self._show_commands()
        self._cards_timer.start()

    @Slot()
    def _show_commands(self) -> None:
        """Only what can be done now is offered: outside Review the rows stand still."""
        window, commands = self._window, self._window.commands
        reviewing = window.reviewing
        table = window.table_model.table if reviewing else None
        undo = table.undo_step if table is not None else None
        redo = table.redo_step if table is not None else None
        commands.show_undo(
            undo_text(undo, say) if undo is not None else None,
            redo_text(redo, say) if redo is not None else None,
        )
        for command in (commands.find, commands.next_problem, commands.previous_problem):
            command.setEnabled(reviewing or window.sending)
        commands.close_file.setEnabled(window.table_model.table is not None and not window.sending)

    @Slot()
    def _show_cards(self) -> None:
        self._cards_timer.stop()  # what it waits for is done now
        table, problems = self._window.table_model.table, self._window.review_view.problems
        if table is None or self._cards is None:
            return
        from exogui.gui.coordinators.problem_cards import phone_column_choices

        if table.has_phone_column:
            problems.set_groups(self._cards.cards())
        else:
            problems.ask_for_phone_column(phone_column_choices(table))

    # --- what lasts ---------------------------------------------------------------------------------------

    def _keep_columns(self) -> None:
        table = self._window.table_model.table
        if table is not None:
            self._settings.set_columns(table.file_header, self._window.review_view.table.save_state())

    def keep(self) -> None:
        """Remember what should last; the program is about to end."""
        self._keep_columns()

    def _say(self, kind: MessageKind, text: str, actions: tuple[MessageAction, ...] = ()) -> None:
        self._window.message_bar.show_message(kind, text, actions)
