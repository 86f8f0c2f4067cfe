"""How the program looks: one palette, one font and one small stylesheet, all made from the tokens.

Widgets say what they *are* and the stylesheet says how that looks. The conventions, set with
:func:`set_role`:

- ``QPushButton``: ``primary``, ``secondary`` (also without a role), ``emphasis``, ``quiet``, ``danger``,
  ``link``, ``pill``; and a property ``measure``: ``large``, ``small``
- ``QFrame``: ``card`` (surface with hairline), ``surface``, ``sunk``, ``header`` and ``bar`` (at the
  window's edges), ``practice``, ``message-<kind>``; property ``inset`` rounds one that is not at an edge
- ``QLabel``: ``display``, ``title``, ``subtitle``, ``heading``, ``section``, ``muted``, ``small``,
  ``small-strong``, ``small-warning``, ``warning``, ``error``

A widget that paints by itself asks :func:`current_tokens` each time it paints. One that caches brushes or
pixmaps drops them on :attr:`ThemeSignals.theme_changed`.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from exogui.gui.stylesheet import ROLES, stylesheet
from exogui.gui.tokens import (
    BODY_SIZE,
    CONTROL_HEIGHT,
    CONTROL_RADIUS,
    DARK,
    DISPLAY_SIZE,
    LIGHT,
    PRIMARY_HEIGHT,
    ROW_HEIGHT,
    SMALL_SIZE,
    SURFACE_RADIUS,
    TITLE_SIZE,
    UNIT,
    Tokens,
    tokens_for,
)

__all__ = [
    "BODY_SIZE",
    "CONTROL_HEIGHT",
    "CONTROL_RADIUS",
    "DARK",
    "DISPLAY_SIZE",
    "LIGHT",
    "PRIMARY_HEIGHT",
    "ROW_HEIGHT",
    "SMALL_SIZE",
    "SURFACE_RADIUS",
    "TITLE_SIZE",
    "UNIT",
    "Scheme",
    "ThemeSignals",
    "Tokens",
    "apply_theme",
    "current_tokens",
    "set_role",
    "tabular",
    "theme_signals",
    "tokens_for",
]


class Scheme(StrEnum):
    """What the person chose; the values are kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeSignals(QObject):
    """Tells when the colours in force have changed. Also keeps up with the system's own scheme."""

    theme_changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._tokens: Tokens | None = None
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def tokens(self) -> Tokens:
        """The colours in force; before :func:`apply_theme`, those that suit the system's palette."""
        return self._tokens or tokens_for(self._app.palette())

    def apply(self, scheme: Scheme) -> None:
        """Colour the application. Cheap when nothing changes."""
        self._scheme = scheme
        chosen = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}.get(scheme)
        self._put_in_force(chosen or self._system_tokens(self._app.styleHints().colorScheme()))

    def _put_in_force(self, tokens: Tokens) -> None:
        if tokens is self._tokens:
            return
        self._tokens = tokens
        self._app.setPalette(_palette(tokens))
        self._app.setStyleSheet(stylesheet(tokens))
        self.theme_changed.emit()

    def _system_tokens(self, scheme: Qt.ColorScheme) -> Tokens:
        """What the system asks for; where it does not say, what its own palette (not ours) looks like."""
        match scheme:
            case Qt.ColorScheme.Dark:
                return DARK
            case Qt.ColorScheme.Light:
                return LIGHT
        return tokens_for(self._app.style().standardPalette())

    @Slot(Qt.ColorScheme)
    def _on_system_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._put_in_force(self._system_tokens(scheme))


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Give ``app`` its style, font and colours; call it again when the person chooses another scheme."""
    signals = theme_signals()
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    font = app.font()
    if font.pixelSize() != BODY_SIZE:
        font.setPixelSize(BODY_SIZE)
        app.setFont(font)
    # Unknown hands the choice back to the system; the others also colour the native title bar.
    app.styleHints().setColorScheme(_QT_SCHEMES[scheme])
    signals.apply(scheme)


def theme_signals() -> ThemeSignals:
    """The one signal holder of the running QApplication, made when first asked for."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the theme needs a QApplication")
    found = app.findChild(ThemeSignals)
    return found if isinstance(found, ThemeSignals) else ThemeSignals(app)


def current_tokens() -> Tokens:
    """The colours in force."""
    return theme_signals().tokens


def set_role(widget: QWidget, role: str) -> None:
    """Say what ``widget`` is, for the stylesheet; works before and after it is shown.

    ValueError for a role that the stylesheet does not know: it would silently look like nothing.
    """
    if role not in ROLES:
        raise ValueError(f"no such role: {role}")
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the style has yet to look at it
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def tabular(font: QFont | None = None, *, size: int | None = None, bold: bool | None = None) -> QFont:
    """``font`` (the application's, if none) with figures of one width, so that numbers stand still."""
    made = QFont(font if font is not None else QGuiApplication.font())
    made.setFeature(QFont.Tag("tnum"), 1)
    if size is not None:
        made.setPixelSize(size)
    if bold is not None:
        made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunk,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.sunk,
        role.Mid: tokens.border,
        role.Dark: tokens.border,
        role.Shadow: tokens.window if tokens.dark else tokens.border,
    }
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.hairline))
    return palette
