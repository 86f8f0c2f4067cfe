"""The main window: its parts, how they lie, and its actions. What happens is decided in the controllers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from exogui.gui.file_drop import DropProblem, read_drop
from exogui.gui.speech import say
from exogui.gui.widgets.account_button import AccountButton
from exogui.gui.widgets.empty_view import EmptyView
from exogui.gui.widgets.header_bar import HeaderBar
from exogui.gui.widgets.message_bar import MessageBar
from exogui.gui.widgets.practice_band import PracticeBand
from exogui.gui.window_actions import WindowActions
from exogui.messages import editing
from exogui.messages import window as texts

if TYPE_CHECKING:
    from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
    from exogui.gui.models.contact_table_model import ContactTableModel
    from exogui.gui.widgets.list_pages import ListPages
    from exogui.gui.widgets.result_view import ResultView
    from exogui.gui.widgets.review_view import ReviewView
    from exogui.gui.widgets.upload_bar import UploadBar
    from exogui.gui.widgets.upload_panel import UploadPanel

_MINIMUM = (1024, 700)
_FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """One window, four states: empty, review, sending, result.

    It begins as the empty page alone. The pages of a list are made when the first of them is asked for.
    """

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
        self.sending = False
        """Whether the window shows an upload under way."""
        self._list_pages: ListPages | None = None
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
        self.header_bar.add_action_button(self.commands.history, at_end=True)
        self.practice_band = PracticeBand()
        self.message_bar = MessageBar()
        self.busy_bar = MessageBar(can_dismiss=False)
        self.busy_bar.setObjectName("busy_bar")
        self.empty_view = EmptyView()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty_view)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header_bar, self.practice_band, self.busy_bar, self.message_bar):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self._column = layout

    def add_bar(self, bar: MessageBar) -> None:
        """Put a line of its own under the messages of the window."""
        self._column.insertWidget(self._column.indexOf(self.message_bar) + 1, bar)

    def _build_menu(self) -> None:
        actions = self.commands
        menu = QMenu(self)
        menu.addActions([actions.open, actions.save_list, actions.close_file, actions.forget_recent])
        menu.addSeparator()
        self.edit_menu = menu.addMenu(say(editing.EDIT_MENU))
        self.edit_menu.setObjectName("edit_menu")
        self.edit_menu.menuAction().setEnabled(False)
        menu.addActions([actions.replace, actions.same_value, actions.one_row_each])
        menu.addActions([actions.reset_columns, actions.take_out])
        menu.addSeparator()
        menu.addActions([actions.find, actions.next_problem, actions.previous_problem, actions.upload])
        menu.addSeparator()
        menu.addActions([actions.history, actions.accounts])
        colours = menu.addMenu(say(texts.COLOURS))
        colours.addActions(actions.schemes.actions())
        menu.addSeparator()
        menu.addActions([actions.help, actions.update_hint, actions.about, actions.quit])
        self.header_bar.set_menu(menu)

    # --- the pages of a list, by their parts --------------------------------------------------------------

    @property
    def list_pages(self) -> ListPages:
        """The pages of a list, made now if they are not there yet: much of the program hangs on them."""
        if self._list_pages is None:
            from exogui.gui.widgets.list_pages import ListPages

            self._list_pages = pages = ListPages(self)
            pages.set_sending(self.sending)
            for page in (pages.review_page, pages.result_view):
                self.pages.addWidget(page)
            pages.review_view.table.commands.fill_edit_menu(self.edit_menu)
        return self._list_pages

    @property
    def table_model(self) -> ContactTableModel:
        """The rows of the list."""
        return self.list_pages.table_model

    @property
    def filter_model(self) -> ContactFilterProxyModel:
        """The rows on show."""
        return self.list_pages.filter_model

    @property
    def review_page(self) -> QWidget:
        """The page of Review and Sending."""
        return self.list_pages.review_page

    @property
    def review_view(self) -> ReviewView:
        """The rows and their problems."""
        return self.list_pages.review_view

    @property
    def upload_bar(self) -> UploadBar:
        """What an upload would do."""
        return self.list_pages.upload_bar

    @property
    def upload_panel(self) -> UploadPanel:
        """How far an upload is."""
        return self.list_pages.upload_panel

    @property
    def result_view(self) -> ResultView:
        """What an upload has come to."""
        return self.list_pages.result_view

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
        lists = self._list_pages
        return lists is not None and self.pages.currentWidget() is lists.review_page and not self.sending

    def _set_sending(self, sending: bool) -> None:
        self.sending = sending
        if self._list_pages is not None:
            self._list_pages.set_sending(sending)

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
