"""What the table says when there is no row to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from exogui.contacts.problems import RowState
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.icon_label import IconLabel
from exogui.messages import review
from exogui.messages.catalogue import Text

_ICON_SIZE = 32

# State -> icon, its colour, what it says, what to do next.
_BY_STATE: dict[RowState | None, tuple[str, str, Text, Text]] = {
    None: ("file", "muted", review.EMPTY_FILE, review.EMPTY_FILE_HELP),
    RowState.READY: ("info", "muted", review.EMPTY_READY, review.EMPTY_READY_HELP),
    RowState.MUST_FIX: ("check-circle", "ready", review.EMPTY_MUST_FIX, review.EMPTY_MUST_FIX_HELP),
    RowState.WORTH_A_LOOK: (
        "check-circle",
        "ready",
        review.EMPTY_LOOK,
        review.EMPTY_LOOK_HELP,
    ),
}


class TableNote(QWidget):
    """A quiet line in the middle of an empty table, with what to do next."""

    def __init__(self, parent: QWidget, proxy: ContactFilterProxyModel) -> None:
        """It comes and goes by itself when ``proxy`` shows no row, or some."""
        super().__init__(parent)
        self.setObjectName("table_note")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = IconLabel("file", "muted", _ICON_SIZE)
        self._title = QLabel()
        self._help = QLabel()
        set_role(self._title, "heading")
        set_role(self._help, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        layout.setSpacing(UNIT)
        layout.addStretch(2)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._help):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(3)
        self._rows = proxy
        for changed in (proxy.modelReset, proxy.rowsInserted, proxy.rowsRemoved):
            changed.connect(self._on_rows_changed)
        self._on_rows_changed()

    @property
    def text(self) -> str:
        """What it says, the next step included."""
        return f"{self._title.text()}\n{self._help.text()}"

    @Slot()
    def _on_rows_changed(self) -> None:
        """Say why no row is on show; hide when some are."""
        proxy = self._rows
        table = proxy.table
        self.setVisible(table is not None and proxy.rowCount() == 0)
        if table is None or proxy.rowCount():
            return
        wanted = proxy.filter
        if wanted.search and table.row_count:
            shown = "search", "muted", review.EMPTY_SEARCH, review.EMPTY_SEARCH_HELP
        elif wanted.code is not None:
            shown = "check-circle", "ready", review.EMPTY_PROBLEM, review.EMPTY_PROBLEM_HELP
        elif not table.row_count and table.undo_step is not None:  # they were deleted, or taken out
            shown = "file", "muted", review.EMPTY_TABLE, review.EMPTY_TABLE_HELP
        else:
            shown = _BY_STATE[wanted.state if table.row_count else None]
        icon_name, tint, title, help_text = shown
        self._icon.set_icon(icon_name, tint)
        self._title.setText(say(title, search=wanted.search))
        self._help.setText(say(help_text))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._help.text())
