"""Rows that go and columns that come, as the models tell views of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import RowState
from exogui.contacts.schema import Field
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.contacts.table import StaleJudgementError
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.models.row_filter import RowFilter
from tests.gui.sample_contacts import make_table

REMOVE = Step(StepKind.REMOVE_ROWS)
ADD = Step(StepKind.ADD_COLUMN)


@pytest.fixture
def proxy(qapp: object) -> ContactFilterProxyModel:
    made = ContactFilterProxyModel()
    source = ContactTableModel(made)
    made.setSourceModel(source)
    source.set_table(make_table())
    return made


def remove(model: ContactTableModel, *rows: int) -> None:
    assert model.table is not None
    model.install(model.table.judge_without(rows), REMOVE)


def add_tag(model: ContactTableModel) -> None:
    assert model.table is not None
    model.install(model.table.judge_with_column(Field.TAG, "vip", "Tag for all"), ADD)


def numbers(proxy: ContactFilterProxyModel) -> list[str]:
    vertical = Qt.Orientation.Vertical
    return [str(proxy.headerData(row, vertical)) for row in range(proxy.rowCount())]


def test_that_rows_go_within_a_reset_that_is_no_other_table(
    proxy: ContactFilterProxyModel, qtbot: QtBot
) -> None:
    model = proxy.contacts
    seen: list[tuple[str, int, bool]] = []
    model.modelAboutToBeReset.connect(
        lambda: seen.append(("about to", model.rowCount(), model.restructuring))
    )
    model.modelReset.connect(lambda: seen.append(("reset", model.rowCount(), model.restructuring)))
    model.table_changed.connect(lambda _change: seen.append(("changed", model.rowCount(), False)))

    with qtbot.assertNotEmitted(model.table_replaced):
        remove(model, 0, 3)

    assert seen == [("about to", 5, True), ("reset", 3, True), ("changed", 3, False)]
    assert not model.restructuring
    assert numbers(proxy) == ["2", "3", "5"]


def test_that_another_table_is_announced_after_the_reset(
    proxy: ContactFilterProxyModel, qtbot: QtBot
) -> None:
    model = proxy.contacts
    with qtbot.waitSignals([model.modelReset, model.table_replaced], order="strict"):
        model.set_table(make_table())
    with qtbot.waitSignals([model.modelReset, model.table_replaced], order="strict"):
        model.set_table(None)


def test_that_rows_come_back_by_undo_and_go_by_redo(proxy: ContactFilterProxyModel, qtbot: QtBot) -> None:
    model = proxy.contacts
    remove(model, 0, 3)

    with qtbot.waitSignal(model.table_changed) as changed:
        model.undo()
    assert changed.args[0].structural
    assert numbers(proxy) == ["1", "2", "3", "4", "5"]
    model.redo()
    assert numbers(proxy) == ["2", "3", "5"]


def test_that_an_edit_is_undone_without_a_reset(proxy: ContactFilterProxyModel, qtbot: QtBot) -> None:
    remove(proxy.contacts, 0)
    proxy.setData(proxy.index(0, 1), "Ravindra")

    with qtbot.assertNotEmitted(proxy.modelReset):
        proxy.contacts.undo()

    assert proxy.cell(0, 1).text == "Ravi"


def test_that_the_models_are_sound_with_fewer_rows_and_more_columns(
    proxy: ContactFilterProxyModel, qtmodeltester: ModelTester
) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    remove(proxy.contacts, 1)
    add_tag(proxy.contacts)
    for model in (proxy, proxy.contacts):
        qtmodeltester.check(model, force_py=True)
        qtmodeltester.check(model)


def test_that_a_new_column_has_a_header_and_is_sent(proxy: ContactFilterProxyModel) -> None:
    model = proxy.contacts
    add_tag(model)

    assert proxy.columnCount() == 5
    assert proxy.headerData(4, Qt.Orientation.Horizontal) == "tag"
    assert proxy.cell(0, 4) == ("vip", None, True)
    model.undo()
    assert proxy.columnCount() == 4
    assert proxy.headerData(4, Qt.Orientation.Horizontal) is None


def test_that_rows_do_not_go_from_a_read_only_table(proxy: ContactFilterProxyModel, qtbot: QtBot) -> None:
    model = proxy.contacts
    remove(model, 0)
    model.set_read_only(True)
    with qtbot.assertNotEmitted(model.modelReset):
        remove(model, 0)
        assert model.undo() is None
    assert model.rowCount() == 4


def test_that_a_removal_that_comes_too_late_leaves_a_whole_model(
    proxy: ContactFilterProxyModel, qtmodeltester: ModelTester
) -> None:
    model = proxy.contacts
    assert model.table is not None
    judged = model.table.judge_without([0])
    remove(model, 0)

    with pytest.raises(StaleJudgementError):
        model.install(judged, REMOVE)

    assert numbers(proxy) == ["2", "3", "4", "5"]
    assert not model.restructuring
    qtmodeltester.check(proxy)


# --- filters and search ------------------------------------------------------------------------------------


def test_that_a_filter_stays_when_rows_go_and_come_back(proxy: ContactFilterProxyModel) -> None:
    wanted = RowFilter(state=RowState.MUST_FIX)
    proxy.set_filter(wanted)
    assert numbers(proxy) == ["2", "3", "5"]

    remove(proxy.contacts, 0, 2)
    assert (proxy.filter, numbers(proxy)) == (wanted, ["2", "5"])
    proxy.contacts.undo()
    assert (proxy.filter, numbers(proxy)) == (wanted, ["2", "3", "5"])


def test_that_a_mended_row_stays_in_sight_when_others_go(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    proxy.setData(proxy.index(0, 0), "+919876543299")

    remove(proxy.contacts, 0)

    assert numbers(proxy) == ["2", "3", "5"]


def test_that_text_is_found_where_it_stands_now(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(search="mei"))

    remove(proxy.contacts, 0)
    assert numbers(proxy) == ["3"]
    add_tag(proxy.contacts)
    proxy.set_filter(RowFilter(search="vip"))
    assert proxy.rowCount() == 4


def test_that_an_edit_is_told_of_the_row_it_is_in_now(proxy: ContactFilterProxyModel, qtbot: QtBot) -> None:
    remove(proxy.contacts, 0)
    with qtbot.waitSignal(proxy.dataChanged) as changed:
        proxy.contacts.apply([Edit(1, 1, "x")], Step(StepKind.EDIT))
    assert changed.args[0].row() == changed.args[1].row() == 1
    assert proxy.headerData(1, Qt.Orientation.Vertical) == "3"
