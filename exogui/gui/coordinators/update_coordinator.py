"""The hint about a newer version: when the window opens, at most once a day, never while an upload runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from exogui import __version__
from exogui.gui.controllers.update_controller import UpdateController
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import Settings
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageBar, MessageKind
from exogui.messages import policy as policy_texts
from exogui.messages import updates as texts

if TYPE_CHECKING:
    from exogui.updates.latest_release import LatestRelease

_DAY = 24 * 3600
_DELAY_MS = 5_000
"""Left to what the person wants of a window that has just opened."""
_BUSY_MS = 60_000
"""After which it is tried again where an upload was under way."""
_SEE_PAGE, _LEAVE_OUT = "see_page", "leave_out"


class UpdateCoordinator(QObject):
    """Has a line of its own in the window, so that it covers no other message.

    Made where there is an address to ask; without one there is nothing in the menu to switch.
    """

    def __init__(
        self,
        window: MainWindow,
        updates: UpdateController,
        settings: Settings,
        *,
        address: str,
        allowed: bool,
        uploading: Callable[[], bool],
        delay_ms: int = _DELAY_MS,
        busy_ms: int = _BUSY_MS,
    ) -> None:
        """``address``: where to ask. ``allowed``: whether the organisation lets us."""
        super().__init__(window)
        self._window = window
        self.updates = updates
        self._settings = settings
        self._address = address
        self._allowed = allowed
        self._uploading = uploading
        self._delay_ms, self._busy_ms = delay_ms, busy_ms
        self._release: LatestRelease | None = None
        """What there is to tell."""
        self._bar: MessageBar | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        updates.newer_found.connect(self._on_newer_found)
        window.state_changed.connect(self._on_state_changed)
        self._prepare_action()

    def _prepare_action(self) -> None:
        action = self._window.commands.update_hint
        action.setVisible(True)
        if not self._allowed:
            action.setText(say(policy_texts.WITH_NOTE, what=say(texts.HINT_ACTION)))
            action.setEnabled(False)
            return
        action.setChecked(self._settings.update_hint)
        action.toggled.connect(self._on_toggled)

    @property
    def _wanted(self) -> bool:
        return self._allowed and self._settings.update_hint

    # --- asking -------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The window is ready: ask in a moment, where that is wanted and was not done today."""
        since = time.time() - self._settings.update_checked_at
        if self._wanted and not 0 <= since < _DAY:
            self._timer.start(self._delay_ms)

    @Slot()
    def _on_timeout(self) -> None:
        if not self._wanted:
            return
        if self._uploading():
            self._timer.start(self._busy_ms)
        elif self._release is not None:
            self._show(self._release)
        else:
            self._settings.update_checked_at = time.time()
            self.updates.look(self._address)

    @Slot(object)
    def _on_newer_found(self, release: LatestRelease) -> None:
        if str(release.version) != self._settings.left_out_version:
            self._release = release
            self._on_timeout()

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        self._settings.update_hint = wanted
        if wanted:
            self.begin()
        else:
            self._timer.stop()
            self._put_away()

    # --- telling ------------------------------------------------------------------------------------------

    def _show(self, release: LatestRelease) -> None:
        if self._bar is None:
            self._bar = MessageBar()
            self._bar.setObjectName("update_bar")
            self._bar.action_triggered.connect(self._on_action)
            self._bar.dismissed.connect(self._put_away)
            self._window.add_bar(self._bar)
        words = say(texts.AVAILABLE, version=str(release.version), running=__version__)
        actions = [
            MessageAction(_LEAVE_OUT, say(texts.LEAVE_OUT)),
            MessageAction(_SEE_PAGE, say(texts.SEE_PAGE)),
        ]
        self._bar.show_message(MessageKind.HINT, words, actions)

    @Slot()
    def _on_state_changed(self) -> None:
        """While an upload is on show, nothing is beside it; afterwards the hint comes back."""
        if self._bar is None or self._release is None:
            return
        if self._window.sending:
            self._bar.clear()
        elif not self._bar.isVisible():
            self._timer.start(self._delay_ms)

    @Slot()
    def _put_away(self) -> None:
        self._release = None
        if self._bar is not None:
            self._bar.clear()

    @Slot(str)
    def _on_action(self, name: str) -> None:
        release, self._release = self._release, None
        if release is None:
            return
        if name == _LEAVE_OUT:
            self._settings.left_out_version = str(release.version)
        elif not QDesktopServices.openUrl(QUrl(release.page)):
            words = say(texts.PAGE_NOT_OPENED, page=release.page)
            self._window.message_bar.show_message(MessageKind.INFO, words)
