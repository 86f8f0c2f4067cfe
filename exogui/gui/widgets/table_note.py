"""What the table says when there is no row to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from exogui.contacts.problems import RowState
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.speech import say
from exogui.gui.widgets.quiet_note import QuietNote
from exogui.messages import review
from exogui.messages.catalogue import Text

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


class TableNote(QuietNote):
    """Says why the table of the list shows no row."""

    def __init__(self, parent: QWidget, proxy: ContactFilterProxyModel) -> None:
        """It comes and goes by itself when ``proxy`` shows no row, or some."""
        super().__init__("table_note", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rows = proxy
        for changed in (proxy.modelReset, proxy.rowsInserted, proxy.rowsRemoved):
            changed.connect(self._on_rows_changed)
        self._on_rows_changed()

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
        self.set_note(icon_name, tint, say(title, search=wanted.search), say(help_text))
