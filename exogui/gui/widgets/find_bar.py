"""Find and replace, above the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from exogui.contacts.repairing.replacing import Replacement
from exogui.gui.speech import say
from exogui.gui.theme import CONTROL_HEIGHT, UNIT, set_role
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.elided_label import ElidedLabel
from exogui.messages import editing as texts
from exogui.messages.catalogue import Text

_FIELD_WIDTHS = (200, 300)
_WHERE_WIDTH = 152
_MOST_LETTERS = 24
"""Of a column's name on the button; the menu has all of it."""


@dataclass(frozen=True, slots=True)
class FindScope:
    """Where to look: in all columns, in one, or in the cells that were selected."""

    column: int | None = None
    selection: bool = False


class FindBar(QFrame):
    """Says what the person wants found and replaced; whoever finds tells it how many there are.

    Enter in the first field goes to the next cell, in the second replaces and goes on; Esc closes.
    """

    wanted_changed = Signal()
    """Another text, another way to look, or another scope: look again."""
    next_requested = Signal()
    replace_requested = Signal()
    """Replace in the current cell and go on."""
    replace_all_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAccessibleName(say(texts.FIND_BAR))
        set_role(self, "card")
        self._scope = FindScope()
        self._columns: Sequence[str] = ()
        self._has_selection = False
        self._build_fields()
        self._build_buttons()
        self._lay_out()
        self.set_found(None, all_rows=True)
        self.hide()

    # --- construction -------------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        self.find_field = _field("find_text", texts.FIND_WHAT, texts.FIND_WHAT_HELP)
        self.replace_field = _field("replace_text", texts.REPLACE_WITH, texts.REPLACE_WITH_HELP)
        self.find_field.textChanged.connect(self.wanted_changed)
        self.find_field.returnPressed.connect(self.next_requested)
        self.replace_field.returnPressed.connect(self.replace_requested)
        self.count = ElidedLabel("find_count")
        set_role(self.count, "muted")

    def _build_buttons(self) -> None:
        self.where = make_button(
            " ", "find_where", icon_name="chevron-down", description=say(texts.FIND_WHERE_HELP)
        )
        self.where.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the text
        self.where.setFixedWidth(_WHERE_WIDTH)
        self._menu = QMenu(self.where)
        self._menu.setObjectName("find_where_menu")
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.where.setMenu(self._menu)
        self.match_case = _toggle("match_case", texts.MATCH_CASE, texts.MATCH_CASE_HELP)
        describe(self.match_case, say(texts.MATCH_CASE_SPOKEN), say(texts.MATCH_CASE_HELP))
        self.whole_cell = _toggle("whole_cell", texts.WHOLE_CELL, texts.WHOLE_CELL_HELP)
        for toggle in (self.match_case, self.whole_cell):
            toggle.toggled.connect(self.wanted_changed)
        self.next_button = _button("find_next", texts.FIND_NEXT, texts.FIND_NEXT_HELP)
        self.replace_button = _button("replace_one", texts.REPLACE_ONE, texts.REPLACE_ONE_HELP)
        self.replace_all_button = _button(
            "replace_all", texts.REPLACE_ALL, texts.REPLACE_ALL_HELP, "emphasis"
        )
        self.close_button = make_button("", "close_find", role="quiet", icon_name="close", measure="small")
        describe(self.close_button, say(texts.CLOSE_FIND), say(texts.CLOSE_FIND))
        self.next_button.clicked.connect(self.next_requested)
        self.replace_button.clicked.connect(self.replace_requested)
        self.replace_all_button.clicked.connect(self.replace_all_requested)
        self.close_button.clicked.connect(self.close_bar)

    def _lay_out(self) -> None:
        how = QHBoxLayout()
        how.setSpacing(UNIT)
        for widget in (self.where, self.match_case, self.whole_cell):
            how.addWidget(widget)
        how.addSpacing(UNIT)
        how.addWidget(self.count)
        how.addStretch(1)
        how.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        what = QHBoxLayout()
        what.setSpacing(UNIT)
        for widget in (self.next_button, self.replace_button, self.replace_all_button):
            what.addWidget(widget)
        what.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(UNIT + UNIT // 2, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(self.find_field, 0, 0)
        layout.addLayout(how, 0, 1)
        layout.addWidget(self.replace_field, 1, 0)
        layout.addLayout(what, 1, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 2)

    # --- what is wanted -----------------------------------------------------------------------------------

    @property
    def wanted(self) -> Replacement:
        """What to look for, and what to put there."""
        return Replacement(
            self.find_field.text(),
            self.replace_field.text(),
            match_case=self.match_case.isChecked(),
            whole_cell=self.whole_cell.isChecked(),
        )

    @property
    def scope(self) -> FindScope:
        """Where to look."""
        return self._scope

    def set_columns(self, names: Sequence[str]) -> None:
        """The names of the table's columns; a scope that there is no more becomes all columns."""
        self._columns = names
        if self._scope.column is not None and self._scope.column >= len(names):
            self._scope = FindScope()
        self._show_scope()

    def open_bar(self, scope: FindScope, *, has_selection: bool) -> None:
        """Show the bar with the text of last time, ready to be typed over."""
        self._has_selection = has_selection
        self._scope = scope
        self._show_scope()
        self.show()
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()
        self.wanted_changed.emit()

    def forget_selection(self) -> None:
        """The cells that were selected are not there any more."""
        self._has_selection = False
        if self._scope.selection:
            self._scope = FindScope()
            self._show_scope()

    @Slot()
    def close_bar(self) -> None:
        """Put the bar away."""
        self.hide()
        self.closed.emit()

    def set_found(self, cells: int | None, *, all_rows: bool) -> None:
        """How many cells there are; None while nobody knows. ``all_rows``: none is filtered out."""
        some = bool(cells)
        for button in (self.next_button, self.replace_button, self.replace_all_button):
            button.setEnabled(some)
        self.replace_all_button.setText(say(texts.REPLACE_ALL_N, cells) if cells else say(texts.REPLACE_ALL))
        self.replace_all_button.setAccessibleName(self.replace_all_button.text())
        said = self._count_text(cells, all_rows=all_rows)
        self.count.set_text(said)
        self.find_field.setAccessibleDescription(said or say(texts.FIND_WHAT_HELP))

    def _count_text(self, cells: int | None, *, all_rows: bool) -> str:
        if cells is None or not self.find_field.text():
            return ""
        if not cells:
            return say(texts.FOUND_NONE if all_rows else texts.FOUND_NONE_ON_SHOW)
        return say(texts.FOUND if all_rows else texts.FOUND_ON_SHOW, cells)

    # --- where to look ------------------------------------------------------------------------------------

    @Slot()
    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        choices = QActionGroup(self._menu)
        for scope in self._scopes():
            action = QAction(self._scope_name(scope).replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(scope == self._scope)
            action.setData(scope)
            choices.addAction(action)
            self._menu.addAction(action)
        choices.triggered.connect(self._on_scope_chosen)

    def _scopes(self) -> list[FindScope]:
        selection = [FindScope(selection=True)] if self._has_selection else []
        return [FindScope(), *selection, *(FindScope(column) for column in range(len(self._columns)))]

    def _scope_name(self, scope: FindScope) -> str:
        if scope.selection:
            return say(texts.IN_SELECTION)
        return say(texts.IN_ALL_COLUMNS) if scope.column is None else self._columns[scope.column]

    @Slot(QAction)
    def _on_scope_chosen(self, action: QAction) -> None:
        scope = action.data()
        if isinstance(scope, FindScope) and scope != self._scope:
            self._scope = scope
            self._show_scope()
            self.wanted_changed.emit()

    def _show_scope(self) -> None:
        name = self._scope_name(self._scope)
        short = name if len(name) <= _MOST_LETTERS else name[: _MOST_LETTERS - 1] + "…"
        self.where.setText(short.replace("&", "&&"))
        self.where.setAccessibleName(f"{say(texts.FIND_WHERE)}: {name}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _field(name: str, title: Text, help_text: Text) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setPlaceholderText(say(title))
    field.setFixedHeight(CONTROL_HEIGHT)
    field.setMinimumWidth(_FIELD_WIDTHS[0])
    field.setMaximumWidth(_FIELD_WIDTHS[1])
    describe(field, say(title), say(help_text))
    return field


def _button(name: str, text: Text, help_text: Text, role: str = "secondary") -> QPushButton:
    return make_button(say(text), name, role=role, description=say(help_text))


def _toggle(name: str, text: Text, help_text: Text) -> QPushButton:
    toggle = _button(name, text, help_text)
    toggle.setCheckable(True)
    return toggle
