"""The dialog that gives every row the same value in one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from exogui.contacts.schema import MAX_CHARACTERS, Field
from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.speech import say
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.form_field import FormField
from exogui.gui.widgets.segmented_control import Choice, SegmentedControl
from exogui.messages import editing as texts
from exogui.messages import review

_WIDTH = 560
_BLANK, _ALL = "blank", "all"


@dataclass(frozen=True, slots=True)
class ColumnToFill:
    """A column that could get the value, or a field that no column is sent as yet."""

    field: Field | None
    """What it is sent as; None for a column that is not sent."""
    column: int | None = None
    """None: a new column is added for the field."""
    name: str = ""
    """What the column is called in the file."""
    blank: int = 0
    """Cells of it with nothing in them."""

    @property
    def words(self) -> str:
        """What it reads in the menu."""
        if self.field is None:
            return self.name
        field = say(review.FIELD_NAMES[self.field])
        if self.column is None:
            return say(texts.FIELD_WITHOUT_COLUMN, field=field)
        return say(texts.FIELD_WITH_COLUMN, field=field, header=self.name)


@dataclass(frozen=True, slots=True)
class SameValue:
    """What the person chose."""

    column: int | None
    """The column to fill; None: a new one is added for ``field``."""
    field: Field | None
    value: str
    only_blank: bool


class SameValueDialog(FramedDialog):
    """Says before anything happens how many cells would get the value."""

    value_chosen = Signal(object)
    """The :class:`SameValue`; the dialog is closed."""

    def __init__(
        self, columns: Sequence[ColumnToFill], chosen: ColumnToFill, rows: int, parent: QWidget | None = None
    ) -> None:
        """``columns`` can be chosen from, ``chosen`` is the one proposed; the table has ``rows`` rows."""
        super().__init__("same_value", say(texts.CANCEL), say(texts.FILL), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.set_title(say(texts.SAME_VALUE_TITLE), say(texts.SAME_VALUE_INTRO))
        self._columns = columns
        self._chosen = chosen
        self._rows = rows
        self._build()
        self._show_chosen()
        self.value.setFocus()

    def _build(self) -> None:
        self.column_button = make_button(" ", "same_value_column", icon_name="chevron-down")
        self.column_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron behind the text
        menu = QMenu(self.column_button)
        menu.setObjectName("same_value_columns")
        for place, column in enumerate(self._columns):
            menu.addAction(column.words.replace("&", "&&")).setData(place)
        menu.triggered.connect(self._on_column_chosen)
        self.column_button.setMenu(menu)
        self.value = QLineEdit()
        self.value.setObjectName("same_value_value")
        self.value.setPlaceholderText(say(texts.SAME_VALUE_EXAMPLE))
        describe(self.value, say(texts.SAME_VALUE_VALUE))
        self.which = SegmentedControl(
            "same_value_which",
            say(texts.WHICH_CELLS),
            [Choice(_BLANK, say(texts.ONLY_BLANK)), Choice(_ALL, say(texts.OVERWRITE))],
        )
        self._value_field = FormField(say(texts.SAME_VALUE_VALUE), self.value)
        self._which_field = FormField(say(texts.WHICH_CELLS), self.which)
        self.body.setSpacing(0)
        beside = QWidget()  # else the button's direction would put it at the right
        beside.setObjectName("same_value_field")
        beside.setFocusProxy(self.column_button)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.column_button)
        self.body.addWidget(FormField(say(texts.SAME_VALUE_FIELD), beside))
        self.body.addWidget(self._value_field)
        self.body.addWidget(self._which_field)
        self.which.value_changed.connect(self._show_count)

    @property
    def chosen(self) -> ColumnToFill:
        """The column on the button."""
        return self._chosen

    @Slot(QAction)
    def _on_column_chosen(self, action: QAction) -> None:
        self._chosen = self._columns[action.data()]
        self._value_field.clear_error()
        self._show_chosen()
        self.value.setFocus()

    def _show_chosen(self) -> None:
        shown = self.fontMetrics().elidedText(self._chosen.words, Qt.TextElideMode.ElideRight, _WIDTH // 2)
        self.column_button.setText(shown.replace("&", "&&"))
        self.column_button.setAccessibleName(f"{say(texts.SAME_VALUE_FIELD)}: {self._chosen.words}")
        partly = self._chosen.column is not None and 0 < self._chosen.blank < self._rows
        self._which_field.setVisible(partly)
        self.adjustSize()
        self.which.set_value(_BLANK if partly else _ALL)
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        if self._chosen.column is None:
            self.set_accept(say(texts.ADD))
            self.set_status(say(texts.WILL_ADD, self._rows))
            return
        blank = self._chosen.blank
        self.set_accept(say(texts.FILL))
        if self._only_blank:
            self.set_status(say(texts.WILL_FILL, blank))
        elif blank == self._rows:
            self.set_status(say(texts.WILL_FILL, self._rows))
        else:
            self.set_status(say(texts.WILL_OVERWRITE, self._rows - blank))

    @property
    def _only_blank(self) -> bool:
        return self.which.value == _BLANK

    def accept(self) -> None:
        value = self.value.text().strip()
        fault = self._fault(value)
        self._value_field.show_error(fault)
        if fault:
            self.value.setFocus()
            return
        column, field = self._chosen.column, self._chosen.field
        super().accept()
        self.value_chosen.emit(SameValue(column, field, value, self._only_blank))

    def _fault(self, value: str) -> str:
        if not value:
            return say(texts.NEED_VALUE)
        most = MAX_CHARACTERS[self._chosen.field] if self._chosen.field is not None else len(value)
        return say(texts.VALUE_TOO_LONG, most=most) if len(value) > most else ""
