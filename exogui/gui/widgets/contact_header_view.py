"""The header of the contacts table: what each column is sent as, and the menu that changes it."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from exogui.contacts.schema import Field
from exogui.gui.icons import pixmap
from exogui.gui.models.contact_table_model import HeaderRole
from exogui.gui.speech import say
from exogui.gui.theme import current_tokens
from exogui.gui.widgets.contact_cell_delegate import CELL_PADDING
from exogui.messages import editing, review

HEADER_HEIGHT = 48
_CHEVRON = 14
_ORIGIN_SIZE = 12
_TITLE_SIZE = 13
_OPENING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4}


class ContactHeaderView(QHeaderView):
    """Two lines a column: the field it is sent as, and the column of the file it comes from.

    A click, or Enter while the header has the focus, opens a menu with Exotel's fields. Left and right move
    between the columns, down goes back to the table.
    """

    mapping_requested = Signal(int, object)
    """The person wants this column sent as this :class:`Field`, or not at all (None)."""
    same_value_requested = Signal(int)
    """The person wants one value in every row of this column."""
    replace_requested = Signal(int)
    """The person wants to find and replace text in this column."""
    reset_requested = Signal()
    """The person wants all columns sent as their names propose."""
    column_reached = Signal(int)
    """The arrow keys have led to this column; the table should scroll it into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("column_headers")
        self.setAccessibleName(say(review.COLUMN_HEADERS))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setMinimumSectionSize(64)
        self.setStretchLastSection(True)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)
        self._hovered = -1
        self._pressed = -1
        self._current = 0
        self._menu: QMenu | None = None
        self._changeable = True

    def set_changeable(self, changeable: bool) -> None:
        """Whether the menu may be opened; it may not while the rows are being sent."""
        self._changeable = changeable
        self.viewport().update()

    def menu(self) -> QMenu | None:
        """The menu, while it is open."""
        return self._menu

    # --- the menu --------------------------------------------------------------------------------------

    def open_menu(self, section: int) -> None:
        """Offer Exotel's fields for ``section``; nothing happens when the header cannot be changed."""
        if not self._changeable or not 0 <= section < self.count():
            return
        self._current = section
        menu = self._made_menu(section)
        menu.aboutToHide.connect(self._on_menu_hidden)
        self._menu = menu
        self.viewport().update()
        left = max(0, self.sectionViewportPosition(section))
        menu.popup(self.viewport().mapToGlobal(QPoint(left, self.height())))
        checked = next((action for action in menu.actions() if action.isChecked()), None)
        if checked is not None:
            menu.setActiveAction(checked)

    def _made_menu(self, section: int) -> QMenu:
        taken_by = {self._field(other): other for other in range(self.count())}
        menu = QMenu(self)
        menu.setObjectName("mapping_menu")
        menu.setToolTipsVisible(True)
        title = say(review.MENU_TITLE, header=self._file_header(section))
        menu.setAccessibleName(title)
        menu.addAction(title.replace("&", "&&")).setEnabled(False)
        choices = QActionGroup(menu)
        for field in (*Field, None):
            if field is None:
                menu.addSeparator()
                text = say(review.MENU_NOT_SENT)
            else:
                text = say(review.FIELD_NAMES[field])
                other = taken_by.get(field, section)
                if other != section:
                    text = say(review.MENU_FIELD_TAKEN, field=text, header=self._file_header(other))
            action = QAction(text.replace("&", "&&"), menu)
            action.setObjectName(f"map_to_{field or 'nothing'}")
            action.setCheckable(True)
            action.setChecked(field == self._field(section))
            action.setData((section, field))
            choices.addAction(action)
            menu.addAction(action)
        choices.triggered.connect(self._on_field_chosen)
        menu.addSeparator()
        for name, words, chosen in (
            ("same_value", editing.SAME_VALUE_IN_COLUMN, self.same_value_requested),
            ("replace", editing.REPLACE_IN_COLUMN, self.replace_requested),
            ("reset", editing.RESET_COLUMNS, self.reset_requested),
        ):
            if name == "same_value" and self._field(section) is Field.PHONE_NUMBER:
                continue  # no list has one number in every row
            action = QAction(say(words), menu)
            action.setObjectName(f"column_{name}")
            action.triggered.connect(chosen if name == "reset" else functools.partial(chosen.emit, section))
            menu.addAction(action)
        return menu

    @Slot(QAction)
    def _on_field_chosen(self, action: QAction) -> None:
        section, field = action.data()
        field = None if field is None else Field(field)
        if field != self._field(section):
            self.mapping_requested.emit(section, field)

    @Slot()
    def _on_menu_hidden(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None
        self.viewport().update()

    def _field(self, section: int) -> Field | None:
        field = self.model().headerData(section, Qt.Orientation.Horizontal, HeaderRole.FIELD)
        return None if field is None else Field(field)

    def _file_header(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal, HeaderRole.FILE_HEADER))

    # --- looks -----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def title_font(self) -> QFont:
        """The font of the first line."""
        font = QFont(self.font())
        font.setPixelSize(_TITLE_SIZE)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def origin_font(self) -> QFont:
        """The font of the second line."""
        font = QFont(self.font())
        font.setPixelSize(_ORIGIN_SIZE)
        return font

    def width_for(self, section: int) -> int:
        """Pixels that both lines of ``section`` need, the chevron included."""
        title, origin = self._lines(section)
        widest = max(
            QFontMetrics(self.title_font()).horizontalAdvance(title),
            QFontMetrics(self.origin_font()).horizontalAdvance(origin),
        )
        return widest + 2 * CELL_PADDING + _CHEVRON + 4

    def _lines(self, section: int) -> tuple[str, str]:
        model = self.model()
        title = model.headerData(section, Qt.Orientation.Horizontal)
        origin = model.headerData(section, Qt.Orientation.Horizontal, HeaderRole.ORIGIN)
        return str(title or ""), str(origin or "")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = current_tokens()
        is_open = self._menu is not None and section == self._current
        is_hot = self._changeable and (section == self._hovered or is_open)
        if is_hot:  # else the card below shows its colour, and its round corners
            painter.fillRect(rect, QColor(tokens.accent_soft if is_open else tokens.hairline))
        title, origin = self._lines(section)
        sent = self._field(section) is not None
        room = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        if is_hot or (self.hasFocus() and section == self._current):
            self._paint_chevron(painter, room)
            room.adjust(0, 0, -_CHEVRON - 4, 0)
        painter.setPen(QColor(tokens.text if sent else tokens.muted))
        upper = room.adjusted(0, 7, 0, -room.height() // 2 + 2) if origin else room
        self._paint_line(painter, upper, title, self.title_font())
        if origin:
            painter.setPen(QColor(tokens.muted))
            lower = room.adjusted(0, room.height() // 2 - 1, 0, -6)
            self._paint_line(painter, lower, origin, self.origin_font())
        if self.hasFocus() and section == self._current:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_chevron(self, painter: QPainter, room: QRect) -> None:
        top = room.center().y() - _CHEVRON // 2 + 1
        image = pixmap("chevron-down", "muted", _CHEVRON, self.devicePixelRatioF())
        painter.drawPixmap(room.right() - _CHEVRON + 1, top, image)

    def _paint_line(self, painter: QPainter, room: QRect, text: str, font: QFont) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    # --- mouse and keys --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_resize = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = -1 if is_resize or not is_left else self.logicalIndexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and pressed == self.logicalIndexAt(event.position().toPoint()):
            self.open_menu(pressed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(self.logicalIndexAt(event.pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hovered(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

    def _set_hovered(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in _OPENING_KEYS or alt_down:
            self.open_menu(self._current)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._set_current(min(max(self._current + step, 0), self.count() - 1))
        elif event.key() == Qt.Key.Key_Down:
            table = self.parentWidget()
            if table is not None:
                table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _set_current(self, section: int) -> None:
        self._current = section
        self.column_reached.emit(section)
        self.setAccessibleDescription(
            str(
                self.model().headerData(
                    section, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
                )
            )
        )
        self.viewport().update()
