from __future__ import annotations

import gc
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from exogui.gui.icons import icon, pixmap
from exogui.gui.theme import DARK, LIGHT, Scheme, apply_theme
from exogui.resources import resource_path

FOLDER = resource_path("icons")
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
PACKAGE = Path(__file__).parents[2] / "exogui"


def colours(image: QImage) -> set[str]:
    """Of every pixel that is not see-through at all."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_that_every_icon_is_drawn_by_the_rules_of_the_set(name: str) -> None:
    root = ET.fromstring((FOLDER / f"{name}.svg").read_text(encoding="utf-8"))

    assert root.get("viewBox") == "0 0 24 24"
    if name != "exogui":
        assert root.get("stroke") == "currentColor"
        assert root.get("fill") == "none"
    assert colours(pixmap(name, "text", 48).toImage()), "it draws nothing"


def test_that_every_icon_named_in_the_program_exists() -> None:
    named = {
        found
        for path in PACKAGE.rglob("*.py")
        for found in re.findall(
            r"""(?:\bicon|\bpixmap|IconLabel)\(\s*"([a-z-]+)"|icon_name="([a-z-]+)\"""",
            path.read_text(encoding="utf-8"),
        )
    }

    assert {one or other for one, other in named} <= set(NAMES)
    assert len(named) > 10


def test_that_an_icon_takes_the_colour_of_its_token() -> None:
    assert colours(icon("check", "ready").pixmap(QSize(24, 24)).toImage()) == {LIGHT.ready}


def test_that_a_disabled_icon_is_grey() -> None:
    grey = icon("check", "ready").pixmap(QSize(24, 24), QIcon.Mode.Disabled)

    assert colours(grey.toImage()) == {LIGHT.disabled}


def test_that_an_icon_follows_the_scheme_without_being_set_again(qapp: QApplication) -> None:
    made = icon("check", "ready")
    assert colours(made.pixmap(QSize(24, 24)).toImage()) == {LIGHT.ready}

    apply_theme(qapp, Scheme.DARK)

    assert colours(made.pixmap(QSize(24, 24)).toImage()) == {DARK.ready}


def test_that_an_icon_is_drawn_with_all_the_pixels_of_a_dense_screen() -> None:
    dense = icon("check").pixmap(QSize(16, 16), 2.0)

    assert (dense.width(), dense.devicePixelRatio()) == (32, 2.0)
    assert dense.toImage() != icon("check").pixmap(QSize(32, 32), 1.0).toImage().scaled(16, 16).scaled(32, 32)


def test_that_a_picture_is_drawn_once_for_each_colour_and_size() -> None:
    assert pixmap("clock", "muted", 20).cacheKey() == pixmap("clock", "muted", 20).cacheKey()
    assert pixmap("clock", "muted", 20).cacheKey() != pixmap("clock", "text", 20).cacheKey()


def test_that_a_copy_of_an_icon_outlives_what_it_was_copied_from() -> None:
    original = icon("check", "ready")
    copy = QIcon(original)
    copy.addPixmap(QPixmap(1, 1))  # detaches: Qt clones the engine
    del original
    gc.collect()

    assert colours(copy.pixmap(QSize(24, 24)).toImage()) == {QColor(LIGHT.ready).name().upper()}


def test_that_room_beside_an_icon_is_a_gap_to_its_right() -> None:
    wide = icon("check").pixmap(QSize(20, 16))

    assert wide.size() == QSize(20, 16)
    assert wide.copy(0, 0, 16, 16).toImage() == icon("check").pixmap(QSize(16, 16)).toImage()
    assert colours(wide.copy(16, 0, 4, 16).toImage()) == set()
