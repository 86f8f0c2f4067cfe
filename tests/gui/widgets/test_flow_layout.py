from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from exogui.gui.widgets.flow_layout import FlowLayout


@pytest.fixture
def three(show: Callable[[QWidget], None]) -> QWidget:
    """Three labels of 100 by 20 pixels, 4 apart, in 320 pixels."""
    made = QWidget()
    layout = FlowLayout(4, made)
    for number in range(3):
        label = QLabel(str(number))
        label.setFixedSize(100, 20)
        layout.addWidget(label)
    made.resize(320, 60)
    show(made)
    return made


def places(widget: QWidget) -> list[tuple[int, int]]:
    QApplication.processEvents()
    return [(label.x(), label.y()) for label in widget.findChildren(QLabel) if label.isVisible()]


def test_that_what_fits_stands_in_one_line(three: QWidget) -> None:
    assert places(three) == [(0, 0), (104, 0), (208, 0)]


def test_that_what_does_not_fit_goes_to_the_next_line(three: QWidget) -> None:
    three.resize(220, 60)

    assert places(three) == [(0, 0), (104, 0), (0, 24)]
    assert three.heightForWidth(220) == 44


def test_that_what_is_hidden_takes_no_room(three: QWidget) -> None:
    three.findChildren(QLabel)[1].hide()

    assert places(three) == [(0, 0), (104, 0)]
    assert three.heightForWidth(220) == 20


def test_that_it_never_asks_for_more_width_than_its_widest_widget(three: QWidget) -> None:
    assert three.minimumSizeHint().width() == 100
