"""What to open: the empty page, the system's dialog, files dropped on the window, files opened before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from exogui.gui.coordinators.recent_files import recent_files
from exogui.gui.file_drop import DropProblem
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import Settings
from exogui.gui.speech import say
from exogui.gui.widgets.drop_area import drop_refusal
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import window as texts
from exogui.resources import resource_path


class OpeningCoordinator(QObject):
    """Finds out which file is meant; others open it."""

    file_chosen = Signal(Path)
    """This file is to be opened."""
    file_dropped = Signal(Path)
    """A file was dropped on the window, whatever it shows."""
    practice_wanted = Signal()
    """The sample contacts are about to be opened: they go to the practice account."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        empty, commands = window.empty_view, window.commands
        for chosen in (empty.file_dropped, empty.recent_chosen):
            chosen.connect(self.file_chosen)
        window.file_dropped.connect(self.file_dropped)
        window.drop_refused.connect(self._on_drop_refused)  # the drop area says it by itself
        window.state_changed.connect(self._on_state_changed)
        empty.choose_requested.connect(self.choose_file)
        empty.sample_requested.connect(self.open_sample)
        commands.open.triggered.connect(self.choose_file)
        commands.forget_recent.triggered.connect(self._on_forget_recent)
        self._on_state_changed()

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file with the system's dialog."""
        dialog = QFileDialog(self._window, say(texts.OPEN_TITLE), self._settings.folder)
        dialog.setObjectName("open_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([say(texts.FILE_FILTER), say(texts.ALL_FILES)])
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.file_chosen.emit(Path(name))

    @Slot()
    def open_sample(self) -> None:
        """Open the sample contacts, on the practice account."""
        self.practice_wanted.emit()
        self.file_chosen.emit(resource_path("samples/contacts.csv"))

    @Slot(object)
    def _on_drop_refused(self, problem: DropProblem) -> None:
        self._window.message_bar.show_message(MessageKind.WARNING, drop_refusal(problem))

    @Slot()
    def _on_state_changed(self) -> None:
        """The cards of the empty page are those of today."""
        if self._window.pages.currentWidget() is self._window.empty_view:
            self._show_recent_files()

    @Slot()
    def _on_forget_recent(self) -> None:
        self._settings.clear_recent_files()
        self._show_recent_files()

    def _show_recent_files(self) -> None:
        self._window.empty_view.set_recents(recent_files(self._settings.recent_files))
