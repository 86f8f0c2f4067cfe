"""Everything the window can be told to do: one QAction each, with its words, icon and shortcut."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from exogui.gui.icons import icon
from exogui.gui.speech import say
from exogui.gui.theme import Scheme
from exogui.messages import editing, history, updates
from exogui.messages import window as texts
from exogui.messages.catalogue import Text

_Keys = QKeySequence.StandardKey


class WindowActions:
    """The actions of the main window. Shortcuts work wherever the focus is in it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.open = self._action("open", texts.OPEN, "file", [_Keys.Open])
        self.save_list = self._action("save_list", editing.SAVE_LIST, "save", [_Keys.Save])
        self.undo = self._action("undo", texts.UNDO, "undo", [_Keys.Undo])
        self.redo = self._action("redo", texts.REDO, "redo", [_Keys.Redo, "Ctrl+Y"])
        self.find = self._action("find", texts.FIND, "search", [_Keys.Find])
        self.replace = self._action("replace", editing.REPLACE, None, [_Keys.Replace, "Ctrl+H"])
        self.same_value = self._action("same_value", editing.SAME_VALUE, None, [])
        self.one_row_each = self._action("one_row_each", editing.ONE_ROW_EACH, None, [])
        self.reset_columns = self._action("reset_columns", editing.RESET_COLUMNS, None, [])
        self.take_out = self._action("take_out", editing.TAKE_OUT, "minus-circle", [])
        self.next_problem = self._action("next_problem", texts.NEXT_PROBLEM, None, ["F8"])
        self.previous_problem = self._action("previous_problem", texts.PREVIOUS_PROBLEM, None, ["Shift+F8"])
        self.upload = self._action("upload", texts.UPLOAD, "upload", ["Ctrl+Return", "Ctrl+Enter"])
        self.close_file = self._action("close_file", texts.CLOSE_FILE, "close", ["Ctrl+W"])
        self.accounts = self._action("accounts", texts.ACCOUNTS, "account", [])
        self.history = self._action("history", history.ACTION, "history", ["Ctrl+Shift+H"])
        self.history.setToolTip(say(history.INTRO))
        self.forget_recent = self._action("forget_recent", texts.FORGET_RECENT, None, [])
        self.help = self._action("help", editing.HELP, "question-circle", [_Keys.HelpContents, "F1"])
        self.update_hint = self._action("update_hint", updates.HINT_ACTION, None, [])
        self.update_hint.setCheckable(True)
        self.update_hint.setVisible(False)
        self.about = self._action("about", texts.ABOUT, "info", [])
        self.quit = self._action("quit", texts.QUIT, None, [_Keys.Quit, "Ctrl+Q"])
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.schemes = QActionGroup(window)
        for scheme, text in (
            (Scheme.SYSTEM, texts.COLOURS_SYSTEM),
            (Scheme.LIGHT, texts.COLOURS_LIGHT),
            (Scheme.DARK, texts.COLOURS_DARK),
        ):
            choice = self._action(f"colours_{scheme.value}", text, None, [])
            choice.setCheckable(True)
            choice.setData(scheme.value)
            self.schemes.addAction(choice)
        self._rest()

    def _rest(self) -> None:
        """Without a list there is nothing to do to one; whoever works on it says when there is."""
        self.show_undo(None, None)
        for action in (
            self.save_list,
            self.find,
            self.replace,
            self.same_value,
            self.one_row_each,
            self.reset_columns,
            self.take_out,
            self.next_problem,
            self.previous_problem,
            self.upload,
            self.close_file,
        ):
            action.setEnabled(False)

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name what undo and redo would do; None when there is nothing."""
        for action, label, idle in (
            (self.undo, undo, texts.NOTHING_TO_UNDO),
            (self.redo, redo, texts.NOTHING_TO_REDO),
        ):
            action.setEnabled(label is not None)
            words = label if label is not None else say(idle)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words} ({keys})" if label is not None else words)
            action.setStatusTip(words)

    def _action(
        self, name: str, text: Text, icon_name: str | None, keys: list[str | QKeySequence.StandardKey]
    ) -> QAction:
        action = QAction(say(text), self._window)
        action.setObjectName(f"action_{name}")
        if icon_name is not None:
            action.setIcon(icon(icon_name))
        sequences: list[QKeySequence] = []
        for key in keys:
            found = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            sequences += [sequence for sequence in found if sequence not in sequences]
        action.setShortcuts(sequences)
        self._window.addAction(action)
        return action
