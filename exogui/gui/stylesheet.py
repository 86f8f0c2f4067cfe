"""The application's one stylesheet, made from the tokens. Kept small: every rule costs start-up time.

Heights and paddings here are without the border, as Qt counts them; a focus ring of 2 px takes its
second pixel from the padding, so nothing moves when the focus does.
"""

from __future__ import annotations

import re
from string import Template

from exogui.gui.tokens import (
    BODY_SIZE,
    CONTROL_HEIGHT,
    CONTROL_RADIUS,
    DISPLAY_SIZE,
    PRIMARY_HEIGHT,
    SMALL_SIZE,
    SURFACE_RADIUS,
    TITLE_SIZE,
    Tokens,
)

_RULES = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $border; padding: 4px 6px; }

QPushButton {
  color: $text; background: $surface; border: 1px solid $border; border-radius: ${radius}px;
  min-height: ${control}px; padding: 0 12px;
}
QPushButton:hover { background: $sunk; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; min-height: ${control_ring}px; padding: 0 11px; }
QPushButton:disabled { color: $disabled; background: transparent; border-color: $hairline; }
QPushButton::menu-indicator { image: none; width: 0; }

QPushButton[role="primary"] {
  color: $on_accent; background: $accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { color: $muted; background: $hairline; border-color: $hairline; }
QPushButton[measure="large"] { min-height: ${primary}px; padding: 0 20px; }
QPushButton[measure="large"]:focus { min-height: ${primary_ring}px; padding: 0 19px; }
QPushButton[measure="small"] { min-height: 26px; padding: 0 10px; font-size: ${small}px; }
QPushButton[measure="small"]:focus { min-height: 24px; padding: 0 9px; }
QPushButton[role="emphasis"] { color: $accent; border-color: $accent; font-weight: 600; }

QPushButton[role="quiet"], QPushButton[role="danger"], QPushButton[role="link"] {
  background: transparent; border-color: transparent;
}
QPushButton[role="link"] { color: $accent; padding: 0 8px; }
QPushButton[role="danger"] { color: $must_fix; padding: 0 8px; }
QPushButton[role="quiet"]:hover, QPushButton[role="link"]:hover { background: $sunk; }
QPushButton[role="danger"]:hover { background: $must_fix_soft; }
QPushButton[role="quiet"]:focus, QPushButton[role="link"]:focus, QPushButton[role="danger"]:focus {
  border-color: $accent;
}
QPushButton[role="link"]:focus, QPushButton[role="danger"]:focus { padding: 0 7px; }
QPushButton[role="quiet"]:disabled, QPushButton[role="link"]:disabled, QPushButton[role="danger"]:disabled {
  color: $disabled; border-color: transparent;
}
QPushButton[role="pill"] { border-radius: ${pill}px; }
QPushButton[role="pill"]:checked { border-color: $accent; }

QLineEdit {
  color: $text; background: $surface; border: 1px solid $border; border-radius: ${radius}px;
  min-height: ${control}px; padding: 0 9px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus { border: 2px solid $accent; min-height: ${control_ring}px; padding: 0 8px; }
QLineEdit[invalid="true"] { border-color: $must_fix; }
QLineEdit:disabled, QLineEdit:read-only { background: $sunk; color: $muted; }
QPlainTextEdit {
  color: $text; background: $surface; border: 1px solid $border; border-radius: ${radius}px; padding: 8px;
}
QPlainTextEdit:focus { border: 2px solid $accent; padding: 7px; }

QDialog { background: $surface; }
QFrame[role="card"] { background: $surface; border: 1px solid $hairline; border-radius: ${surface_radius}px; }
QFrame[role="surface"] { background: $surface; border: none; }
QFrame[role="sunk"] { background: $sunk; border: none; border-radius: ${radius}px; }
QFrame[role="header"] { background: $surface; border: none; border-bottom: 1px solid $hairline; }
QFrame[role="bar"] { background: $surface; border: none; border-top: 1px solid $hairline; }

QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QFrame[role="practice"] { background: $accent_soft; border: none; }
QFrame[role="message-hint"] { background: $sunk; border: none; border-bottom: 1px solid $hairline; }
QFrame[role="message-info"] { background: $accent_soft; border: none; }
QFrame[role="message-success"] { background: $ready_soft; border: none; }
QFrame[role="message-warning"] { background: $worth_look_soft; border: none; }
QFrame[role="message-error"] { background: $must_fix_soft; border: none; }
QFrame[inset="true"] { border-radius: ${radius}px; }

QLabel[role="display"] { font-size: ${display}px; font-weight: 600; }
QLabel[role="section"] { color: $muted; font-size: ${small}px; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="subtitle"] { font-size: ${subtitle}px; font-weight: 600; }
QLabel[role="small-strong"] { font-size: ${small}px; font-weight: 600; }
QLabel[role="practice"] { color: $accent; font-size: ${small}px; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[role="small-warning"] { color: $worth_look; font-size: ${small}px; }
QLabel[role="warning"] { color: $worth_look; }
QLabel[role="error"] { color: $must_fix; font-size: ${small}px; }

QTableView#refused_table, QTableView[role="plain"] { background: transparent; }
QTableView#refused_table QHeaderView, QTableView[role="plain"] QHeaderView {
  background: $sunk; border-top-left-radius: 9px; border-top-right-radius: 9px;
}
QTableView[role="plain"] QHeaderView { background: transparent; }
QTableView#refused_table QHeaderView::section, QTableView[role="plain"] QHeaderView::section {
  background: transparent; color: $text; border: none; border-bottom: 1px solid $hairline;
  padding: 0 12px; font-size: ${small}px; font-weight: 600;
}

QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")

ROLES = frozenset(re.findall(r'role="([^"]+)"', _RULES.template)) | {"secondary"}
"""The roles there are rules for; a secondary button is the plain one."""


def stylesheet(tokens: Tokens) -> str:
    """The rules for one colour scheme."""
    colours = {name: value for name in tokens.__slots__ if isinstance(value := getattr(tokens, name), str)}
    return _RULES.substitute(
        colours,
        radius=CONTROL_RADIUS,
        surface_radius=SURFACE_RADIUS,
        control=CONTROL_HEIGHT - 2,
        control_ring=CONTROL_HEIGHT - 4,
        primary=PRIMARY_HEIGHT - 2,
        primary_ring=PRIMARY_HEIGHT - 4,
        pill=CONTROL_HEIGHT // 2,
        small=SMALL_SIZE,
        title=TITLE_SIZE,
        subtitle=BODY_SIZE + 2,
        display=DISPLAY_SIZE,
    )
