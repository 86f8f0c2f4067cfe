"""The colours and measures everything on screen is made of. Source: the design of the product."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPalette

UNIT = 8
"""The grid, in pixels. Spacings are whole or half units."""
ROW_HEIGHT = 36
CONTROL_HEIGHT = 32
PRIMARY_HEIGHT = 40
CONTROL_RADIUS = 7
SURFACE_RADIUS = 10
BODY_SIZE = 14
SMALL_SIZE = 13
TITLE_SIZE = 18
DISPLAY_SIZE = 24
"""For the one sentence on an empty page, and the numbers of a result."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour scheme, as ``#RRGGBB``. A ``_soft`` colour is the background its text colour stands on."""

    dark: bool
    window: str
    surface: str
    sunk: str
    hairline: str
    border: str
    """Edge of a control, a little stronger than a hairline between things."""
    text: str
    muted: str
    disabled: str
    accent: str
    accent_strong: str
    """The accent while it is hovered or pressed."""
    accent_soft: str
    on_accent: str
    ready: str
    ready_soft: str
    must_fix: str
    must_fix_soft: str
    worth_look: str
    worth_look_soft: str
    already_there: str
    already_there_soft: str


LIGHT = Tokens(
    dark=False,
    window="#F6F7F9",
    surface="#FFFFFF",
    sunk="#F1F3F6",
    hairline="#E1E5EA",
    border="#C9CFD8",
    text="#1A1F26",
    muted="#5A6472",
    disabled="#9AA3AF",
    accent="#3457D5",
    accent_strong="#2745B5",
    accent_soft="#E9EEFC",
    on_accent="#FFFFFF",
    ready="#1B7A47",
    ready_soft="#E4F4EA",
    must_fix="#BF2F28",
    must_fix_soft="#FCEBE9",
    worth_look="#8F5B00",
    worth_look_soft="#FDF2DC",
    already_there="#5B6B86",
    already_there_soft="#E9EDF3",
)

DARK = Tokens(
    dark=True,
    window="#15171C",
    surface="#1C1F26",
    sunk="#22262E",
    hairline="#2C313B",
    border="#404754",
    text="#E7EAEE",
    muted="#A3ACB9",
    disabled="#6B7482",
    accent="#8FA9FF",
    accent_strong="#A9BDFF",
    accent_soft="#232C47",
    on_accent="#15171C",
    ready="#6FCF97",
    ready_soft="#18301F",
    must_fix="#FF8B81",
    must_fix_soft="#3A2022",
    worth_look="#F0B95B",
    worth_look_soft="#362A14",
    already_there="#A9B6CC",
    already_there_soft="#262D39",
)


def tokens_for(palette: QPalette) -> Tokens:
    """The scheme that suits the palette in force: dark where its text is lighter than its window."""
    dark = palette.windowText().color().lightness() > palette.window().color().lightness()
    return DARK if dark else LIGHT
