"""What can be done with the selected cells of the contacts table, and the menus that offer it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from exogui.gui.icons import icon
from exogui.gui.speech import say
from exogui.messages import editing as texts
from exogui.messages.catalogue import Text

_Keys = QKeySequence.StandardKey


class TableActions:
    """One QAction each, with its words and keys. The keys work while the table itself has the focus.

    The table copies and selects; what changes cells is done by whoever connects these.
    """

    def __init__(self, table: QWidget) -> None:
        self._table = table
        self.cut = self._action("cut", texts.CUT, [_Keys.Cut])
        self.copy = self._action("copy", texts.COPY, [_Keys.Copy], "copy")
        self.paste = self._action("paste", texts.PASTE, [_Keys.Paste])
        self.clear = self._action("clear", texts.CLEAR, [_Keys.Delete, "Backspace"])
        self.fill_down = self._action("fill_down", texts.FILL_DOWN, ["Ctrl+D"])
        self.delete_rows = self._action("delete_rows", texts.DELETE_ROWS, ["Ctrl+-"], "trash")
        self.select_all = self._action("select_all", texts.SELECT_ALL, [_Keys.SelectAll])
        self.take_suggestion = self._action("take_suggestion", texts.CHANGE_TO, [], "check")
        """Its data is the better value of the current cell, while its menu is open."""
        self.changing = (
            self.cut,
            self.paste,
            self.clear,
            self.fill_down,
            self.delete_rows,
            self.take_suggestion,
        )

    def set_changeable(self, changeable: bool) -> None:
        """Whether cells may be changed; copying always works."""
        for action in self.changing:
            action.setEnabled(changeable)

    def cell_menu(self, suggestion: str | None, rows: int) -> QMenu:
        """The menu of the selected cells, which lie in so many ``rows``.

        ``suggestion`` is what a repair would make of the current cell, where there is one.
        """
        menu = self._menu("cell_menu", texts.CELL_MENU)
        if suggestion is not None:
            self.take_suggestion.setText(_plain(say(texts.CHANGE_TO, value=suggestion)))
            self.take_suggestion.setData(suggestion)
            menu.addAction(self.take_suggestion)
            menu.addSeparator()
        menu.addActions([self.cut, self.copy, self.paste])
        menu.addSeparator()
        menu.addActions([self.clear, self.fill_down])
        menu.addSeparator()
        self._add_delete(menu, rows)
        return menu

    def row_menu(self, rows: int) -> QMenu:
        """The menu of so many selected ``rows``."""
        menu = self._menu("row_menu", texts.ROW_MENU)
        menu.addActions([self.copy, self.clear])
        menu.addSeparator()
        self._add_delete(menu, rows)
        return menu

    def fill_edit_menu(self, menu: QMenu) -> None:
        """All of them, for the window's own menu."""
        menu.addActions([self.cut, self.copy, self.paste, self.select_all])
        menu.addSeparator()
        menu.addActions([self.clear, self.fill_down, self.delete_rows])

    def _add_delete(self, menu: QMenu, rows: int) -> None:
        menu.addAction(self.delete_rows)
        self.delete_rows.setText(say(texts.DELETE_N_ROWS, rows))
        menu.aboutToHide.connect(self._forget_count)

    def _forget_count(self) -> None:
        self.delete_rows.setText(say(texts.DELETE_ROWS))

    def _menu(self, name: str, title: Text) -> QMenu:
        menu = QMenu(self._table)
        menu.setObjectName(name)
        menu.setAccessibleName(say(title))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _action(
        self, name: str, text: Text, keys: list[str | QKeySequence.StandardKey], icon_name: str | None = None
    ) -> QAction:
        action = QAction(say(text) if text is not texts.CHANGE_TO else "", self._table)
        action.setObjectName(f"table_{name}")
        if icon_name is not None:
            action.setIcon(icon(icon_name))
        sequences: list[QKeySequence] = []
        for key in keys:
            sequences += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        action.setShortcuts(sequences)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # an open editor has the same keys
        self._table.addAction(action)
        return action


def _plain(text: str) -> str:
    """A text from a file, in which ``&`` underlines nothing."""
    return text.replace("&", "&&")
