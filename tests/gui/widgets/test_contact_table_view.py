from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode, RowState
from exogui.contacts.table import ContactTable
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import Cell
from exogui.gui.models.row_filter import RowFilter
from exogui.gui.theme import DARK, LIGHT, ROW_HEIGHT, Scheme, apply_theme
from exogui.gui.widgets.contact_table_view import ContactTableView
from tests.gui.sample_contacts import HEADER, READY, make_table

Key = Qt.Key
Shift = Qt.KeyboardModifier.ShiftModifier
Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(rows: ContactFilterProxyModel, show: Callable[[QWidget], None]) -> ContactTableView:
    made = ContactTableView(rows)
    made.resize(900, 400)
    show(made)
    made.setFocus()
    return made


def current(view: ContactTableView) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def editor(view: ContactTableView) -> QLineEdit | None:
    return view.viewport().findChild(QLineEdit, "cell_editor")


def text_at(view: ContactTableView, row: int, column: int) -> str:
    return str(view.model().index(row, column).data())


def table_of(view: ContactTableView) -> ContactTable:
    model = view.model()
    assert isinstance(model, ContactFilterProxyModel)
    assert model.table is not None
    return model.table


def picture(view: ContactTableView) -> QImage:
    return view.viewport().grab().toImage()


def colour_in(view: ContactTableView, row: int, column: int) -> QColor:
    """The colour of a cell beside its text and frame."""
    rect = view.visualRect(view.model().index(row, column))
    return picture(view).pixelColor(rect.right() - 5, rect.top() + 5)


# --- editing ---------------------------------------------------------------------------------------------


def test_that_typing_replaces_a_cell_and_enter_goes_on_below(view: ContactTableView, qtbot: QtBot) -> None:
    view.go_to(1, 1)

    qtbot.keyClick(view, "X")
    box = editor(view)
    assert box is not None
    qtbot.keyClicks(box, "avier")
    qtbot.keyClick(box, Key.Key_Return)

    qtbot.waitUntil(lambda: current(view) == (2, 1))
    assert text_at(view, 1, 1) == "Xavier"


def test_that_f2_edits_what_is_there_and_tab_goes_on_to_the_right(
    view: ContactTableView, qtbot: QtBot
) -> None:
    view.go_to(1, 1)

    qtbot.keyClick(view, Key.Key_F2)
    box = editor(view)
    assert box is not None
    assert box.text() == "Ravi"
    assert "row 2" in box.accessibleName()
    qtbot.keyClick(box, Key.Key_End)
    qtbot.keyClicks(box, "ndra")
    qtbot.keyClick(box, Key.Key_Tab)

    qtbot.waitUntil(lambda: current(view) == (1, 2))
    assert text_at(view, 1, 1) == "Ravindra"
    assert view.state() == view.State.NoState


def test_that_shift_tab_commits_and_goes_to_the_left(view: ContactTableView, qtbot: QtBot) -> None:
    view.go_to(1, 1)
    qtbot.keyClick(view, "Y")
    box = editor(view)
    assert box is not None

    qtbot.keyClick(box, Key.Key_Backtab)

    assert text_at(view, 1, 1) == "Y"
    assert current(view) == (1, 0)


def test_that_a_double_click_edits_and_escape_takes_it_back(view: ContactTableView, qtbot: QtBot) -> None:
    place = view.visualRect(view.model().index(2, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    box = editor(view)
    assert box is not None
    qtbot.keyClicks(box, "nonsense")

    qtbot.keyClick(box, Key.Key_Escape)

    assert text_at(view, 2, 1) == "Mei Ling"
    assert current(view) == (2, 1)


def test_that_an_edited_cell_is_judged_at_once(view: ContactTableView, qtbot: QtBot) -> None:
    assert colour_in(view, 1, 0) == QColor(LIGHT.must_fix_soft)
    view.go_to(1, 0)
    qtbot.keyClick(view, "+")
    box = editor(view)
    assert box is not None
    qtbot.keyClicks(box, "919876543277")
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(lambda: current(view) == (2, 0))

    assert colour_in(view, 1, 0) == QColor(LIGHT.surface)
    assert table_of(view).counts.errors == 2


def test_that_a_read_only_table_opens_no_editor_and_keeps_its_cells(
    view: ContactTableView, qtbot: QtBot
) -> None:
    view.set_read_only(True)
    view.go_to(1, 1)

    for key in (Key.Key_F2, Key.Key_X, Key.Key_Delete):
        qtbot.keyClick(view, key)

    assert editor(view) is None
    assert text_at(view, 1, 1) == "Ravi"


def test_that_sending_begins_with_no_editor_open(view: ContactTableView, qtbot: QtBot) -> None:
    view.go_to(1, 1)
    qtbot.keyClick(view, Key.Key_F2)
    box = editor(view)
    assert box is not None
    qtbot.keyClicks(box, "half-typed")

    view.set_read_only(True)

    qtbot.waitUntil(lambda: editor(view) is None)
    assert text_at(view, 1, 1) == "Ravi"


# --- going about -----------------------------------------------------------------------------------------


def test_that_enter_goes_down_and_shift_enter_up(view: ContactTableView, qtbot: QtBot) -> None:
    view.go_to(1, 2)

    qtbot.keyClick(view, Key.Key_Return)
    assert current(view) == (2, 2)
    qtbot.keyClick(view, Key.Key_Enter, Shift)
    qtbot.keyClick(view, Key.Key_Return, Shift)
    qtbot.keyClick(view, Key.Key_Return, Shift)
    assert current(view) == (0, 2)


def test_that_f8_walks_the_problems_and_goes_round(view: ContactTableView, qtbot: QtBot) -> None:
    visited = []
    for _ in range(5):
        qtbot.keyClick(view, Key.Key_F8)
        visited.append(current(view))

    assert visited == [(1, 0), (2, 2), (3, 0), (4, 0), (1, 0)]
    qtbot.keyClick(view, Key.Key_F8, Shift)
    assert current(view) == (4, 0)


def test_that_f8_scrolls_the_problem_into_sight(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    rows.contacts.set_table(make_table([READY] * 300 + [("N/A", "", "", "")]))

    assert view.go_to_next_problem()

    assert current(view)[0] == 1  # the second Asha has the same number
    assert view.go_to_previous_problem() is True
    assert current(view) == (300, 0)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_that_there_is_nowhere_to_go_without_problems(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    rows.contacts.set_table(make_table([READY]))

    assert not view.go_to_next_problem()
    assert not view.go_to_previous_problem()


def test_that_the_place_is_kept_when_a_filter_still_shows_it(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    view.go_to(2, 2)

    rows.set_filter(RowFilter(state=RowState.MUST_FIX))
    assert current(view) == (1, 2)

    rows.set_filter(RowFilter())
    assert current(view) == (2, 2)


def test_that_tab_leaves_the_table(view: ContactTableView, qtbot: QtBot) -> None:
    view.go_to(0, 0)

    qtbot.keyClick(view, Key.Key_Tab)

    assert current(view) == (0, 0)


def test_that_copied_cells_paste_into_a_spreadsheet(
    rows: ContactFilterProxyModel, view: ContactTableView, qtbot: QtBot
) -> None:
    rows.contacts.set_table(
        make_table([("+919876543210", 'the "boss"', "a\tb", ""), ("+919876543211", "two\nlines", "", "")])
    )
    view.go_to(0, 0)
    qtbot.keyClick(view, Key.Key_Down, Shift)
    for _ in range(2):
        qtbot.keyClick(view, Key.Key_Right, Shift)

    qtbot.keyClick(view, Key.Key_C, Control)

    assert QGuiApplication.clipboard().text() == (
        '+919876543210\t"the ""boss"""\t"a\tb"\n+919876543211\t"two\nlines"\t'
    )


# --- looks -----------------------------------------------------------------------------------------------


def test_that_problems_are_seen_by_colour_and_icon(view: ContactTableView) -> None:
    assert colour_in(view, 0, 0) == QColor(LIGHT.surface)
    assert colour_in(view, 2, 2) == QColor(LIGHT.must_fix_soft)
    assert colour_in(view, 3, 0) == QColor(LIGHT.worth_look_soft)
    rect = view.visualRect(view.model().index(2, 2))
    icon = picture(view).copy(rect.left() + 12, rect.top() + 10, 16, 16)
    assert LIGHT.must_fix.lower() in {icon.pixelColor(x, y).name() for x in range(16) for y in range(16)}


def test_that_a_change_of_scheme_recolours_the_cells(view: ContactTableView, qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.DARK)

    assert colour_in(view, 2, 2) == QColor(DARK.must_fix_soft)
    assert colour_in(view, 0, 1) == QColor(DARK.surface)


def test_that_several_selected_cells_are_tinted_and_a_single_one_is_not(
    view: ContactTableView, qtbot: QtBot
) -> None:
    view.go_to(0, 1)
    assert colour_in(view, 0, 1) == QColor(LIGHT.surface)

    qtbot.keyClick(view, Key.Key_Right, Shift)

    assert colour_in(view, 0, 1) == QColor(LIGHT.accent_soft)


def test_that_the_current_cell_has_a_frame(view: ContactTableView) -> None:
    view.go_to(1, 1)
    rect = view.visualRect(view.currentIndex())

    assert picture(view).pixelColor(rect.left() + 1, rect.center().y()) == QColor(LIGHT.accent)


def test_that_every_row_has_a_hairline_at_its_foot(view: ContactTableView) -> None:
    image = picture(view)

    for row in range(5):
        y = row * ROW_HEIGHT + ROW_HEIGHT - 1
        assert image.pixelColor(view.viewport().width() - 30, y) == QColor(LIGHT.hairline)
        assert image.pixelColor(view.viewport().width() - 30, y - 1) != QColor(LIGHT.hairline)


def test_that_work_elsewhere_is_held_up_only_while_the_table_paints(
    rows: ContactFilterProxyModel, view: ContactTableView, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    cell = rows.cell

    def watch(row: int, column: int) -> Cell:
        seen.append(view.paint_gate.is_set())
        return cell(row, column)

    monkeypatch.setattr(rows, "cell", watch)
    assert view.paint_gate.is_set()

    view.viewport().repaint()

    assert set(seen) == {False}
    assert view.paint_gate.is_set()


def test_that_the_gate_opens_although_painting_failed(
    view: ContactTableView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_area: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(view, "_paint_lines", fail)
    with pytest.raises(RuntimeError):
        view.viewport().repaint()
    monkeypatch.undo()

    assert view.paint_gate.is_set()


def test_that_screen_readers_hear_of_a_cells_problem(view: ContactTableView) -> None:
    table = QAccessible.queryAccessibleInterface(view)
    assert table is not None
    # Children are row by row, headers included.
    cell = table.child(2 * (len(HEADER) + 1) + 1)

    assert cell is not None
    assert "must fix" in cell.text(QAccessible.Text.Name)


# --- widths ----------------------------------------------------------------------------------------------


def test_that_columns_are_as_wide_as_their_texts_within_bounds(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    rows.contacts.set_table(make_table([("+919876543210", "A", "long " * 100, "")]))

    widths = [view.columnWidth(column) for column in range(3)]

    assert widths[1] < widths[0] < widths[2] <= 264


def test_that_wide_columns_give_way_in_a_narrow_window(
    rows: ContactFilterProxyModel, view: ContactTableView, qtbot: QtBot
) -> None:
    rows.contacts.set_table(make_table([("+919876543210", "long " * 100, "long " * 100, "x")]))
    roomy = view.columnWidth(1)

    view.resize(640, 400)

    assert view.columnWidth(1) < roomy
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)


def test_that_a_width_the_person_chose_lasts(rows: ContactFilterProxyModel, view: ContactTableView) -> None:
    view.header.resizeSection(1, 333)
    state = view.save_state()
    view.header.resizeSection(1, 111)

    view.restore_state(state)
    assert view.columnWidth(1) == 333

    mixed = (HEADER[1], HEADER[0], *HEADER[2:])
    rows.contacts.set_table(make_table([READY], header=mixed))
    assert view.columnWidth(0) == 333


@pytest.mark.parametrize("state", [b"", b"nonsense", b"[1]", b'{"Name": "wide"}', b"\xff\xfe"])
def test_that_a_spoilt_memory_of_widths_is_ignored(view: ContactTableView, state: bytes) -> None:
    before = view.columnWidth(1)

    view.restore_state(QByteArray(state))

    assert view.columnWidth(1) == before


# --- no rows ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (RowFilter(search="<b>nobody"), "No rows match “<b>nobody”"),
        (RowFilter(state=RowState.MUST_FIX), "Nothing left to fix"),
        (RowFilter(state=RowState.WORTH_A_LOOK), "Nothing left to look at"),
        (RowFilter(code=ProblemCode.LOST_DIGITS), "This problem is gone"),
    ],
)
def test_that_a_table_without_rows_says_why(
    rows: ContactFilterProxyModel, view: ContactTableView, wanted: RowFilter, text: str
) -> None:
    rows.contacts.set_table(make_table([READY]))
    assert not view.note.isVisible()

    rows.set_filter(wanted)

    assert view.note.isVisible()
    assert view.note.text.startswith(text)
    assert view.note.accessibleName() == text


def test_that_nothing_ready_and_an_empty_file_are_told_apart(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    rows.contacts.set_table(make_table([("N/A", "", "", "")]))
    rows.set_filter(RowFilter(state=RowState.READY))
    assert view.note.text.startswith("No row is ready yet")

    rows.contacts.set_table(make_table([]))
    assert view.note.text.startswith("This file has no contacts")

    rows.contacts.set_table(make_table())
    assert not view.note.isVisible()


def test_that_row_numbers_make_room_for_the_largest(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    width = view.verticalHeader().sizeHint().width()

    rows.contacts.set_table(make_table([READY] * 10_000))

    assert view.verticalHeader().sizeHint().width() > width


def test_that_what_is_typed_counts_when_editing_is_finished_from_outside(
    view: ContactTableView, qtbot: QtBot
) -> None:
    view.go_to(1, 1)
    qtbot.keyClick(view, Key.Key_F2)
    box = editor(view)
    assert box is not None
    box.setText("Ravindra")

    view.finish_editing()

    assert text_at(view, 1, 1) == "Ravindra"
    assert view.state() == view.State.NoState


def test_that_f8_takes_what_is_typed_and_goes_on(view: ContactTableView, qtbot: QtBot) -> None:
    view.go_to(1, 1)
    qtbot.keyClick(view, Key.Key_F2)
    box = editor(view)
    assert box is not None
    box.setText("Ravindra")

    qtbot.keyClick(box, Key.Key_F8)

    qtbot.waitUntil(lambda: current(view) == (2, 2))
    assert text_at(view, 1, 1) == "Ravindra"


def test_that_a_click_elsewhere_takes_what_is_typed_and_stays_there(
    view: ContactTableView, qtbot: QtBot
) -> None:
    view.go_to(1, 1)
    qtbot.keyClick(view, Key.Key_F2)
    box = editor(view)
    assert box is not None
    box.setText("Ravindra")

    place = view.visualRect(view.model().index(3, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert text_at(view, 1, 1) == "Ravindra"
    assert current(view) == (3, 2)
