from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import Severity
from exogui.contacts.schema import Field
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.gui.models.contact_table_model import Cell, ContactTableModel, HeaderRole
from tests.gui.sample_contacts import DUPLICATE, HEADER, MAPPING, NO_COUNTRY, READY, make_table

Role = Qt.ItemDataRole
Horizontal, Vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Ranges:
    """Keeps the row ranges that a model says have changed."""

    def __init__(self, model: ContactTableModel) -> None:
        self.rows: list[tuple[int, int]] = []
        self.columns: set[tuple[int, int]] = set()
        model.dataChanged.connect(self._on_data_changed)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.rows.append((first.row(), last.row()))
        self.columns.add((first.column(), last.column()))


@pytest.fixture
def model(qapp: object) -> ContactTableModel:
    made = ContactTableModel()
    made.set_table(make_table())
    return made


def test_that_it_is_a_sound_model(model: ContactTableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)
    qtmodeltester.check(model)


def test_that_without_a_table_it_is_empty(qapp: object) -> None:
    empty = ContactTableModel()

    assert (empty.rowCount(), empty.columnCount()) == (0, 0)
    assert empty.headerData(0, Horizontal) is None
    assert empty.undo() is None


def test_that_a_cell_shows_what_stands_in_the_file(model: ContactTableModel) -> None:
    assert model.data(model.index(1, 0)) == "9876543211"
    assert model.data(model.index(1, 0), Role.EditRole) == "9876543211"
    assert model.data(model.index(1, 0), Role.CheckStateRole) is None


def test_that_a_cell_to_paint_has_its_worst_problem_and_whether_it_is_sent(model: ContactTableModel) -> None:
    assert model.cell(0, 0) == Cell("+919876543210", None, sent=True)
    assert model.cell(1, 0) == Cell("9876543211", Severity.ERROR, sent=True)
    assert model.cell(3, 0) == Cell("+919876543210", Severity.WARNING, sent=True)
    assert model.cell(0, 3) == Cell("called", None, sent=False)


def test_that_a_problem_is_told_in_the_tooltip_and_to_screen_readers(model: ContactTableModel) -> None:
    index = model.index(1, 0)

    assert "The country code is missing" in str(model.data(index, Role.ToolTipRole))
    spoken = str(model.data(index, Role.AccessibleTextRole))
    assert spoken.startswith("phone number 9876543211, must fix: The country code is missing")
    assert "worth a look" in str(model.data(model.index(3, 0), Role.AccessibleTextRole))


def test_that_cells_without_a_problem_are_spoken_plainly(model: ContactTableModel) -> None:
    assert model.data(model.index(0, 1), Role.AccessibleTextRole) == "first name Asha"
    assert model.data(model.index(3, 2), Role.AccessibleTextRole) == "e-mail blank"
    assert model.data(model.index(0, 3), Role.AccessibleTextRole) == "Remarks called, not sent"
    assert model.data(model.index(0, 1), Role.ToolTipRole) is None


def test_that_a_tooltip_never_becomes_markup(qapp: object) -> None:
    model = ContactTableModel()
    model.set_table(make_table([READY], header=("<b>Mobile</b>", *HEADER[1:])))

    assert "&lt;b&gt;Mobile" in str(model.headerData(0, Horizontal, Role.ToolTipRole))


def test_that_rows_are_numbered_as_in_the_file(model: ContactTableModel) -> None:
    assert [model.headerData(row, Vertical) for row in (0, 4)] == ["1", "5"]


@pytest.mark.parametrize(
    ("column", "title", "origin"),
    [(0, "phone number", "from “Mobile”"), (2, "e-mail", ""), (3, "Remarks", "not sent")],
)
def test_that_a_header_says_what_the_column_is_sent_as(
    model: ContactTableModel, column: int, title: str, origin: str
) -> None:
    assert model.headerData(column, Horizontal) == title
    assert model.headerData(column, Horizontal, HeaderRole.ORIGIN) == origin
    assert model.headerData(column, Horizontal, HeaderRole.FIELD) == MAPPING[column]
    assert model.headerData(column, Horizontal, HeaderRole.FILE_HEADER) == HEADER[column]


def test_that_a_column_without_a_name_is_called_by_its_letter(qapp: object) -> None:
    model = ContactTableModel()
    model.set_table(make_table([("x",) * 28], header=("",) * 28, mapping=(None,) * 28))

    assert model.headerData(2, Horizontal) == "Column C"
    assert model.headerData(27, Horizontal) == "Column AB"


def test_that_an_edit_is_judged_and_announced_for_its_row_alone(
    model: ContactTableModel, qtbot: QtBot
) -> None:
    ranges = Ranges(model)

    with qtbot.waitSignal(model.table_changed) as changed:
        assert model.setData(model.index(1, 0), "+919876543299")

    assert list(changed.args[0].rows) == [1]
    assert ranges.rows == [(1, 1)]
    assert ranges.columns == {(0, 3)}
    assert model.cell(1, 0) == Cell("+919876543299", None, sent=True)


def test_that_an_edit_is_announced_for_duplicates_elsewhere_too(model: ContactTableModel) -> None:
    ranges = Ranges(model)

    model.setData(model.index(0, 0), "+919876543277")

    assert ranges.rows == [(0, 0), (3, 3)]
    assert model.cell(3, 0).severity is None


def test_that_neighbouring_rows_are_announced_as_one_range(model: ContactTableModel) -> None:
    ranges = Ranges(model)

    model.apply([Edit(row, 1, "x") for row in (0, 1, 2, 4)], Step(StepKind.PASTE, count=4))

    assert ranges.rows == [(0, 2), (4, 4)]


def test_that_very_many_scattered_rows_are_announced_as_one_range(qapp: object) -> None:
    model = ContactTableModel()
    model.set_table(make_table([READY] * 400))
    ranges = Ranges(model)

    model.apply([Edit(row, 1, "x") for row in range(0, 400, 2)], Step(StepKind.REPAIR, count=200))

    assert ranges.rows == [(0, 398)]


def test_that_edits_judged_beforehand_are_announced_like_others(model: ContactTableModel) -> None:
    assert model.table is not None
    judged = model.table.judge_edits([Edit(0, 0, "+919876543277")])
    ranges = Ranges(model)

    model.install_edits(judged, Step(StepKind.REPAIR))

    assert ranges.rows == [(0, 0), (3, 3)]
    assert model.cell(0, 0).text == "+919876543277"
    assert model.cell(3, 0).severity is None


def test_that_the_same_text_again_is_no_step(model: ContactTableModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.table_changed):
        assert not model.setData(model.index(1, 0), "9876543211")

    assert model.table is not None
    assert model.table.undo_step is None


def test_that_undo_and_redo_go_back_and_forth(model: ContactTableModel) -> None:
    model.setData(model.index(1, 1), "Ravindra")

    model.undo()
    assert model.cell(1, 1).text == "Ravi"
    model.redo()
    assert model.cell(1, 1).text == "Ravindra"
    assert model.redo() is None


def test_that_a_read_only_table_cannot_be_changed(model: ContactTableModel) -> None:
    model.setData(model.index(1, 1), "Ravindra")
    model.set_read_only(True)

    assert model.read_only
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, 0), "1")
    assert model.undo() is None
    assert model.cell(1, 1).text == "Ravindra"


def test_that_a_new_mapping_renames_headers_and_repaints_every_row(
    model: ContactTableModel, qtbot: QtBot
) -> None:
    table = model.table
    assert table is not None
    mapping = (Field.PHONE_NUMBER, None, Field.EMAIL, Field.TAG)
    ranges = Ranges(model)

    with qtbot.waitSignal(model.headerDataChanged):
        model.install_mapping(mapping, table.judge_mapping(mapping))

    assert ranges.rows == [(0, 4)]
    assert model.headerData(3, Horizontal) == "tag"
    assert not model.cell(0, 1).sent
    assert model.cell(0, 3).sent


def test_that_undoing_a_mapping_brings_the_headers_back(model: ContactTableModel) -> None:
    table = model.table
    assert table is not None
    mapping = (Field.PHONE_NUMBER, None, None, None)
    model.install_mapping(mapping, table.judge_mapping(mapping))

    model.undo()

    assert model.headerData(1, Horizontal) == "first name"
    assert model.cell(0, 1).sent


def test_that_another_table_resets_the_model(model: ContactTableModel, qtbot: QtBot) -> None:
    with qtbot.waitSignals([model.modelAboutToBeReset, model.modelReset], order="strict"):
        model.set_table(make_table([NO_COUNTRY, DUPLICATE]))

    assert model.rowCount() == 2
