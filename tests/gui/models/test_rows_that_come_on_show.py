"""Rows that come, and go again by undo, as the models tell views of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import RowState
from exogui.contacts.steps import Edit, NewRow, Step, StepKind
from exogui.contacts.table import StaleJudgementError
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.models.row_filter import RowFilter
from tests.gui.sample_contacts import make_table

EACH = Step(StepKind.ONE_ROW_EACH)
NEW = ("+919876543290", "Tan", "", "vip")
WRONG = ("N/A", "Tan", "", "")


@pytest.fixture
def proxy(qapp: object) -> ContactFilterProxyModel:
    made = ContactFilterProxyModel()
    source = ContactTableModel(made)
    made.setSourceModel(source)
    source.set_table(make_table())
    return made


def put_in(proxy: ContactFilterProxyModel, *new_rows: NewRow, edits: tuple[Edit, ...] = ()) -> None:
    model = proxy.contacts
    assert model.table is not None
    model.install(model.table.judge_with_rows(new_rows, edits=edits), EACH)


def names(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def numbers(proxy: ContactFilterProxyModel) -> list[str]:
    vertical = Qt.Orientation.Vertical
    return [str(proxy.headerData(row, vertical)) for row in range(proxy.rowCount())]


Seen = list[tuple[str, int, int, int]]


def announcements(model: QAbstractItemModel) -> Seen:
    """What ``model`` will announce: how, the first and last row, and how many rows it says it has then."""
    seen: Seen = []
    for name, signal in (
        ("about to come", model.rowsAboutToBeInserted),
        ("came", model.rowsInserted),
        ("about to go", model.rowsAboutToBeRemoved),
        ("went", model.rowsRemoved),
    ):
        signal.connect(lambda _, first, last, name=name: seen.append((name, first, last, model.rowCount())))
    model.modelReset.connect(lambda: seen.append(("reset", 0, 0, model.rowCount())))
    return seen


def test_that_rows_in_one_place_are_announced_as_just_these(proxy: ContactFilterProxyModel) -> None:
    of_all, of_shown = announcements(proxy.contacts), announcements(proxy)
    put_in(proxy, NewRow(1, NEW), NewRow(1, WRONG))
    come = [("about to come", 2, 3, 5), ("came", 2, 3, 7)]
    assert (of_all, of_shown) == (come, come)
    assert numbers(proxy) == ["1", "2", "2", "2", "3", "4", "5"]
    proxy.contacts.undo()
    go = [("about to go", 2, 3, 7), ("went", 2, 3, 5)]
    assert (of_all[2:], of_shown[2:]) == (go, go)
    proxy.contacts.redo()
    assert (of_all[4:], of_shown[4:]) == (come, come)


def test_that_rows_in_many_places_come_and_go_within_a_reset(proxy: ContactFilterProxyModel) -> None:
    seen = announcements(proxy)
    put_in(proxy, NewRow(0, NEW), NewRow(2, NEW))
    proxy.contacts.undo()
    assert seen == [("reset", 0, 0, 7), ("reset", 0, 0, 5)]


def test_that_what_else_the_step_changed_is_announced_after_the_rows(
    proxy: ContactFilterProxyModel, qtbot: QtBot
) -> None:
    """The row below has a duplicate now, the row above another number."""
    with qtbot.waitSignals(
        [proxy.rowsInserted, proxy.dataChanged, proxy.contacts.table_changed], order="strict"
    ):
        put_in(proxy, NewRow(1, ("+919876543213", "Tan", "", "")), edits=(Edit(1, 0, "+919876543299"),))
    assert proxy.cell(1, 0).text == "+919876543299"
    assert proxy.contacts.table is not None
    assert proxy.contacts.table.states[3] == RowState.MUST_FIX


def test_that_an_index_stays_with_its_row(proxy: ContactFilterProxyModel) -> None:
    kept = [QPersistentModelIndex(proxy.index(row, 1)) for row in range(5)]
    put_in(proxy, NewRow(2, NEW))
    assert [index.row() for index in kept] == [0, 1, 2, 4, 5]
    proxy.contacts.undo()
    assert [index.row() for index in kept] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("of_all", [False, True])
@pytest.mark.parametrize("force_py", [False, True])
def test_that_the_models_are_sound_with_more_rows(
    proxy: ContactFilterProxyModel, qtmodeltester: ModelTester, *, of_all: bool, force_py: bool
) -> None:
    """The tester listens while rows come and go."""
    qtmodeltester.check(proxy.contacts if of_all else proxy, force_py=force_py)
    put_in(proxy, NewRow(1, NEW))
    put_in(proxy, NewRow(None, NEW))
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    put_in(proxy, NewRow(1, WRONG))
    for _ in range(3):
        proxy.contacts.undo()
    proxy.contacts.redo()


def test_that_of_filtered_rows_those_that_pass_come_on_show(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    seen = announcements(proxy)
    put_in(proxy, NewRow(3, NEW), NewRow(3, WRONG))
    assert (numbers(proxy), seen[-1]) == (["2", "3", "4", "5"], ("came", 2, 2, 4))
    assert [proxy.source_row(row) for row in range(4)] == [1, 2, 5, 6]
    proxy.contacts.undo()
    assert (numbers(proxy), seen[-1]) == (["2", "3", "5"], ("went", 2, 2, 3))
    assert [proxy.source_row(row) for row in range(3)] == [1, 2, 4]


def test_that_a_row_made_of_one_on_show_comes_on_show_with_it(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    put_in(proxy, NewRow(1, NEW))
    assert names(proxy) == ["Ravi", "Tan", "Mei Ling", "கார்த்திக்"]


def test_that_rows_of_which_none_passes_are_not_announced(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(search="ravi"))
    seen = announcements(proxy)
    put_in(proxy, NewRow(0, NEW))
    assert (seen, names(proxy), proxy.source_row(0)) == ([], ["Ravi"], 2)
    proxy.contacts.undo()
    assert (seen, names(proxy), proxy.source_row(0)) == ([], ["Ravi"], 1)


def test_that_new_rows_are_found_by_a_search(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(search="vip"))
    assert names(proxy) == ["Mei Ling"]
    put_in(proxy, NewRow(None, NEW))
    assert names(proxy) == ["Mei Ling", "Tan"]
    proxy.contacts.undo()
    proxy.set_filter(RowFilter(search="vip"))
    assert names(proxy) == ["Mei Ling"]


def test_that_a_judgement_that_comes_too_late_is_not_announced(
    proxy: ContactFilterProxyModel, qtmodeltester: ModelTester
) -> None:
    model = proxy.contacts
    assert model.table is not None
    judged = model.table.judge_with_rows([NewRow(0, NEW)])
    put_in(proxy, NewRow(0, WRONG))
    seen = announcements(proxy)
    with pytest.raises(StaleJudgementError):
        model.install(judged, EACH)
    assert (seen, model.rowCount()) == ([], 6)
    qtmodeltester.check(proxy)


def test_that_no_row_comes_into_a_read_only_table(proxy: ContactFilterProxyModel) -> None:
    proxy.contacts.set_read_only(True)
    put_in(proxy, NewRow(0, NEW))
    assert proxy.contacts.rowCount() == 5
