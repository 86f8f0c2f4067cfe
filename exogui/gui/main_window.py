"""The main window: its parts, how they lie, and its actions. What happens is decided in the controllers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from exogui.gui.file_drop import DropProblem, read_drop
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.speech import say
from exogui.gui.widgets.account_button import AccountButton
from exogui.gui.widgets.empty_view import EmptyView
from exogui.gui.widgets.header_bar import HeaderBar
from exogui.gui.widgets.message_bar import MessageBar
from exogui.gui.widgets.practice_band import PracticeBand
from exogui.gui.widgets.result_view import ResultView
from exogui.gui.widgets.review_view import ReviewView
from exogui.gui.widgets.upload_bar import UploadBar
from exogui.gui.widgets.upload_panel import UploadPanel
from exogui.gui.window_actions import WindowActions
from exogui.messages import editing
from exogui.messages import window as texts

_MINIMUM = (1024, 700)
_FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """One window, four states: empty, review, sending, result."""

    file_dropped = Signal(Path)
    drop_refused = Signal(DropProblem)
    state_changed = Signal()
    """Another of the four states is on show."""
    close_requested = Signal(object)
    """The :class:`QCloseEvent`, to be ignored where closing must wait."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(say(texts.APP_NAME))
        self.setMinimumSize(*_MINIMUM)
        self.resize(*_FIRST_SIZE)
        self.setAcceptDrops(True)
        self.commands = WindowActions(self)
        self.table_model = ContactTableModel(self)
        self.filter_model = ContactFilterProxyModel(self)
        self.filter_model.setSourceModel(self.table_model)
        self._build()
        self._build_menu()
        self.show_empty()

    # --- construction -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.account_button = AccountButton()
        self.header_bar = HeaderBar(self.account_button)
        self.header_bar.add_action_button(self.commands.open)
        self.header_bar.add_action_button(self.commands.undo, icon_only=True)
        self.header_bar.add_action_button(self.commands.redo, icon_only=True)
        self.practice_band = PracticeBand()
        self.message_bar = MessageBar()
        self.busy_bar = MessageBar(can_dismiss=False)
        self.busy_bar.setObjectName("busy_bar")
        self.empty_view = EmptyView()
        self.review_view = ReviewView(self.filter_model)
        self.upload_panel = UploadPanel()
        self.upload_bar = UploadBar()
        self.review_view.set_upload_panel(self.upload_panel)
        self.result_view = ResultView()
        self.review_page = QWidget()
        page = _column(self.review_page)
        page.addWidget(self.review_view, 1)
        page.addWidget(self.upload_bar)
        self.sending = False
        """Whether the window shows an upload under way."""
        self.pages = QStackedWidget()
        for widget in (self.empty_view, self.review_page, self.result_view):
            self.pages.addWidget(widget)
        whole = QWidget()
        layout = _column(whole)
        for widget in (self.header_bar, self.practice_band, self.busy_bar, self.message_bar):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(whole)

    def _build_menu(self) -> None:
        actions = self.commands
        menu = QMenu(self)
        menu.addActions([actions.open, actions.save_list, actions.close_file, actions.forget_recent])
        menu.addSeparator()
        self.edit_menu = menu.addMenu(say(editing.EDIT_MENU))
        self.edit_menu.setObjectName("edit_menu")
        self.review_view.table.commands.fill_edit_menu(self.edit_menu)
        menu.addActions([actions.replace, actions.same_value, actions.reset_columns, actions.take_out])
        menu.addSeparator()
        menu.addActions([actions.find, actions.next_problem, actions.previous_problem, actions.upload])
        menu.addSeparator()
        menu.addAction(actions.accounts)
        colours = menu.addMenu(say(texts.COLOURS))
        colours.addActions(actions.schemes.actions())
        menu.addSeparator()
        menu.addActions([actions.help, actions.about, actions.quit])
        self.header_bar.set_menu(menu)

    # --- the four states ----------------------------------------------------------------------------------

    def show_empty(self) -> None:
        """Nothing is open: ask for a file."""
        self._set_sending(False)
        self._show_page(self.empty_view)
        self._show_file_name("")
        self.empty_view.setFocus()

    def show_review(self, file_name: str) -> None:
        """A table is open and can be changed."""
        self._set_sending(False)
        self._show_page(self.review_page)
        self._show_file_name(file_name)

    def show_sending(self) -> None:
        """The rows are on their way; the table can be looked at only."""
        self._set_sending(True)
        self._show_page(self.review_page)
        self.review_view.table.setFocus()  # the button that was pressed is gone

    def show_result(self) -> None:
        """An upload has ended."""
        self._set_sending(False)
        self._show_page(self.result_view)

    @property
    def reviewing(self) -> bool:
        """Whether a table is on show that can be changed."""
        return self.pages.currentWidget() is self.review_page and not self.sending

    def _set_sending(self, sending: bool) -> None:
        self.sending = sending
        self.review_view.set_sending(sending)
        self.upload_bar.setVisible(not sending)

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.state_changed.emit()

    def _show_file_name(self, file_name: str) -> None:
        title = say(texts.WINDOW_TITLE, file=file_name) if file_name else say(texts.APP_NAME)
        self.setWindowTitle(title)

    # --- what reaches the window itself -------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = read_drop(event.mimeData())
        event.acceptProposedAction()
        if isinstance(found, Path):
            self.file_dropped.emit(found)
        else:
            self.drop_refused.emit(found)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_requested.emit(event)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
