"""The pill at the top right: which account contacts go to, and the menu that changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from exogui.exotel.accounts import PRACTICE_ID
from exogui.gui.icons import icon, pixmap
from exogui.gui.speech import say
from exogui.gui.theme import CONTROL_HEIGHT, current_tokens, set_role
from exogui.gui.tool_tip import as_tool_tip
from exogui.gui.widgets.buttons import describe
from exogui.messages import accounts as texts
from exogui.messages import policy as policy_texts
from exogui.messages.catalogue import Text

_WIDEST = 260
_DOT = 8
_TROUBLE = 14
_LEFT = 14
_GAP = 8
_CHEVRON = 16


class AccountStatus(StrEnum):
    """What is known of an account's sign-in."""

    READY = "ready"
    UNTESTED = "untested"
    TROUBLE = "trouble"


_STATUS: dict[AccountStatus, tuple[str, Text]] = {
    AccountStatus.READY: ("ready", texts.STATUS_READY),
    AccountStatus.UNTESTED: ("muted", texts.STATUS_UNTESTED),
    AccountStatus.TROUBLE: ("must_fix", texts.STATUS_TROUBLE),
}


@dataclass(frozen=True, slots=True)
class AccountItem:
    """One account as the menu lists it."""

    id: str
    name: str
    place: str = ""
    """Its data centre in words; empty for the practice account."""
    status: AccountStatus = AccountStatus.UNTESTED

    @property
    def title(self) -> str:
        """``Acme · Mumbai``."""
        return say(texts.BUTTON, name=self.name, place=self.place) if self.place else self.name


class AccountButton(QPushButton):
    """Shows the account in use and opens the menu of all accounts."""

    account_chosen = Signal(str)
    """The id of a real account."""
    practice_chosen = Signal()
    add_requested = Signal()
    edit_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("account_button")
        self.setAutoDefault(False)
        set_role(self, "pill")
        self._current: AccountItem | None = None
        self._has_practice = True
        self._menu = QMenu(self)
        self._menu.setObjectName("account_menu")
        self.setMenu(self._menu)
        self.set_accounts((), "")

    def forbid_practice(self) -> None:
        """The organisation allows no practice account. To be called before the accounts are set."""
        self._has_practice = False

    def set_accounts(self, accounts: Sequence[AccountItem], current_id: str) -> None:
        """List ``accounts``; ``current_id`` is the one in use, ``PRACTICE_ID``, or empty for none."""
        practice = AccountItem(PRACTICE_ID, say(texts.PRACTICE), status=AccountStatus.READY)
        known = {account.id: account for account in (*accounts, practice)}
        self._current = known.get(current_id)
        text = self._current.title if self._current else say(texts.ADD_ACCOUNT)
        self.setText(text)
        status = say(_STATUS[self._current.status][1]) if self._current else ""
        describe(self, say(texts.BUTTON_NAME, account=text), say(texts.BUTTON_MEANS))
        tip = "\n".join(part for part in (text, status, say(texts.BUTTON_MEANS)) if part)
        self.setToolTip(as_tool_tip(tip))
        self._fill_menu(accounts, practice)
        self.updateGeometry()
        self.update()

    def _fill_menu(self, accounts: Sequence[AccountItem], practice: AccountItem) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for account in (*accounts, practice):
            if account is practice and accounts:
                self._menu.addSeparator()
            action = self._add(account.title, f"account_{account.id}", self._on_account_triggered, account.id)
            action.setCheckable(True)
            action.setChecked(account == self._current)
            if account is practice and not self._has_practice:
                action.setText(say(policy_texts.WITH_NOTE, what=account.title))
                action.setEnabled(False)
            group.addAction(action)
        self._menu.addSeparator()
        add = self._add(say(texts.MENU_ADD), "account_add", self.add_requested)
        add.setIcon(icon("plus"))
        if self._current is not None and self._current.id != PRACTICE_ID:
            text = say(texts.MENU_EDIT, name=self._current.name)
            edit = self._add(text, "account_edit", self._on_edit_triggered, self._current.id)
            edit.setIcon(icon("edit"))

    def _add(self, text: str, name: str, receiver: object, data: str = "") -> QAction:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setObjectName(name)
        action.setData(data)
        action.triggered.connect(receiver)
        return action

    @Slot()
    def _on_account_triggered(self) -> None:
        account_id = self._sender_data()
        if account_id == PRACTICE_ID:
            self.practice_chosen.emit()
        else:
            self.account_chosen.emit(account_id)

    @Slot()
    def _on_edit_triggered(self) -> None:
        self.edit_requested.emit(self._sender_data())

    def _sender_data(self) -> str:
        action = self.sender()
        return str(action.data()) if isinstance(action, QAction) else ""

    # --- looks --------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        self.ensurePolished()  # until then the font is not the one that is painted
        dot = _DOT + _GAP if self._current else 0
        text = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(min(_LEFT + dot + text + _GAP + _CHEVRON + _LEFT, _WIDEST), CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QStylePainter(self)
        frame = QStyleOptionButton()
        self.initStyleOption(frame)
        frame.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = _LEFT
        if self._current is not None:
            self._paint_status(painter, self._current.status)
            left += _DOT + _GAP
        right = self.width() - _LEFT - _CHEVRON
        room = self.rect().adjusted(left, 0, right - _GAP - self.width(), 0)
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        chevron = pixmap("chevron-down", "muted", _CHEVRON, self.devicePixelRatioF())
        painter.drawPixmap(right, (self.height() - _CHEVRON) // 2, chevron)

    def _paint_status(self, painter: QPainter, status: AccountStatus) -> None:
        """A disc, a ring or a cross, so that the colour is not all that tells."""
        middle = self.height() / 2
        colour = QColor(getattr(current_tokens(), _STATUS[status][0]))
        if status is AccountStatus.TROUBLE:
            picture = pixmap("error-circle", "must_fix", _TROUBLE, self.devicePixelRatioF())
            painter.drawPixmap(_LEFT - (_TROUBLE - _DOT) // 2, int(middle) - _TROUBLE // 2, picture)
            return
        hollow = status is AccountStatus.UNTESTED
        painter.setPen(QPen(colour, 1.5) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        inset = 0.75 if hollow else 0.0
        painter.drawEllipse(
            QRectF(_LEFT, middle - _DOT / 2, _DOT, _DOT).adjusted(inset, inset, -inset, -inset)
        )
