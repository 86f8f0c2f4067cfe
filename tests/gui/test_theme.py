from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from exogui.gui.theme import (
    BODY_SIZE,
    DARK,
    LIGHT,
    Scheme,
    Tokens,
    apply_theme,
    current_tokens,
    set_role,
    tabular,
    theme_signals,
    tokens_for,
)
from tests.gui.conftest import Show

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
SURFACES = ("window", "surface", "sunk")
TINTED = ("accent", "ready", "must_fix", "worth_look", "already_there")

TEXT_PAIRS = [
    *((text, ground) for text in ("text", "muted", "accent") for ground in SURFACES),
    *((tint, f"{tint}_soft") for tint in TINTED),
    *((text, f"{tint}_soft") for text in ("text", "muted") for tint in TINTED),
    *((tint, ground) for tint in TINTED for ground in SURFACES),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("muted", "hairline"),  # a primary button that cannot be pressed
]
"""(text, what it stands on): everything the stylesheet and the painted widgets put together."""


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    return 0.2126 * linear(made.redF()) + 0.7152 * linear(made.greenF()) + 0.0722 * linear(made.blueF())


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_that_text_can_be_read_on_what_it_stands_on(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("tint", TINTED)
def test_that_neighbouring_parts_of_a_picture_stand_out_from_the_card(tokens: Tokens, tint: str) -> None:
    assert contrast(getattr(tokens, tint), tokens.surface) >= 3


def test_that_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("window", "text", "expected"), [("#202020", "#EEEEEE", DARK), ("#EEEEEE", "#101010", LIGHT)]
)
def test_that_darkness_is_read_from_the_palette_in_force(window: str, text: str, expected: Tokens) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))

    assert tokens_for(palette) is expected


@pytest.mark.parametrize(("scheme", "tokens"), [(Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)])
def test_that_a_chosen_scheme_is_in_force_at_once(qapp: QApplication, scheme: Scheme, tokens: Tokens) -> None:
    apply_theme(qapp, scheme)

    assert current_tokens() is tokens
    assert tokens_for(qapp.palette()) is tokens
    assert qapp.palette().window().color() == QColor(tokens.window)
    assert tokens.accent in qapp.styleSheet()
    assert qapp.font().pixelSize() == BODY_SIZE


def test_that_only_a_change_of_colours_is_announced(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme_signals().theme_changed):
        apply_theme(qapp, Scheme.DARK)
    with qtbot.assertNotEmitted(theme_signals().theme_changed):
        apply_theme(qapp, Scheme.DARK)


def test_that_the_system_is_followed_while_the_window_is_open(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Scheme.SYSTEM)
    assert current_tokens() is LIGHT

    with qtbot.waitSignal(theme_signals().theme_changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_tokens() is DARK

    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_tokens() is LIGHT


def test_that_the_persons_own_choice_outlasts_a_change_of_the_system(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)

    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert current_tokens() is LIGHT


def test_that_a_role_changes_the_looks_of_a_widget_on_show(qtbot: QtBot) -> None:
    label = QLabel("!")
    qtbot.addWidget(label)
    label.show()
    plain = label.palette().windowText().color()

    set_role(label, "error")

    assert plain == QColor(LIGHT.text)
    assert label.palette().windowText().color() == QColor(LIGHT.must_fix)


def test_that_a_misspelt_role_is_an_error(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)

    with pytest.raises(ValueError, match="no such role: eror"):
        set_role(label, "eror")


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit])
def test_that_focus_shows_as_a_ring_and_moves_nothing(
    show: Show, qtbot: QtBot, kind: type[QPushButton | QLineEdit]
) -> None:
    widget, other = kind(), QLineEdit()
    show(widget, other)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    size, before = widget.sizeHint(), widget.grab().toImage()

    widget.setFocus()

    assert widget.sizeHint() == size
    after = widget.grab().toImage()
    middle = after.height() // 2
    assert before.pixelColor(1, middle) != QColor(LIGHT.accent)
    assert after.pixelColor(0, middle) == after.pixelColor(1, middle) == QColor(LIGHT.accent)


def test_that_numbers_can_stand_in_figures_of_one_width() -> None:
    font = tabular(size=24, bold=True)

    assert [tag.toString() for tag in font.featureTags()] == [b"tnum"]
    assert (font.pixelSize(), font.bold()) == (24, True)
