from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode, RowState
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.models.row_filter import RowFilter
from tests.gui.sample_contacts import BAD_EMAIL, NO_COUNTRY, READY, SAMPLE, make_table


@pytest.fixture
def proxy(qapp: object) -> ContactFilterProxyModel:
    made = ContactFilterProxyModel()
    source = ContactTableModel(made)
    made.setSourceModel(source)
    source.set_table(make_table())
    return made


def source_rows(proxy: ContactFilterProxyModel) -> list[int]:
    return [proxy.source_row(row) for row in range(proxy.rowCount())]


def test_that_it_is_a_sound_model(proxy: ContactFilterProxyModel, qtmodeltester: ModelTester) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    qtmodeltester.check(proxy, force_py=True)
    qtmodeltester.check(proxy)


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (RowFilter(), [0, 1, 2, 3, 4]),
        (RowFilter(state=RowState.READY), [0]),
        (RowFilter(state=RowState.MUST_FIX), [1, 2, 4]),
        (RowFilter(state=RowState.WORTH_A_LOOK), [3]),
        (RowFilter(code=ProblemCode.INVALID_EMAIL), [2]),
        (RowFilter(code=ProblemCode.LOST_DIGITS), []),
        (RowFilter(search="987654321"), [0, 1, 2, 3]),
        (RowFilter(search="ZOË"), [3]),
        (RowFilter(search="vip"), [2]),
        (RowFilter(state=RowState.MUST_FIX, search="ravi"), [1]),
        (RowFilter(state=RowState.READY, search="ravi"), []),
        (RowFilter(code=ProblemCode.NO_COUNTRY_CODE, search="9876"), [1]),
    ],
)
def test_that_the_rows_that_pass_are_shown_in_order(
    proxy: ContactFilterProxyModel, wanted: RowFilter, rows: list[int]
) -> None:
    proxy.set_filter(wanted)

    assert proxy.filter == wanted
    assert source_rows(proxy) == rows


@given(
    st.lists(st.sampled_from(SAMPLE), max_size=20),
    st.builds(
        RowFilter,
        st.none() | st.sampled_from(RowState),
        st.none() | st.sampled_from([ProblemCode.NO_COUNTRY_CODE, ProblemCode.DUPLICATE_PHONE]),
        st.sampled_from(["", "a", "9876543210", "கா"]),
    ),
)
def test_that_a_row_passes_exactly_when_it_satisfies_all_of_the_filter(
    rows: list[tuple[str, ...]], wanted: RowFilter
) -> None:
    table = make_table(rows)
    proxy = ContactFilterProxyModel()
    source = ContactTableModel(proxy)
    proxy.setSourceModel(source)
    source.set_table(table)

    proxy.set_filter(wanted)

    assert source_rows(proxy) == [
        row
        for row, cells in enumerate(rows)
        if (wanted.state is None or table.states[row] == wanted.state)
        and (wanted.code is None or any(p.code is wanted.code for p in table.row_problems(row)))
        and any(wanted.search in cell.lower() for cell in cells)
    ]


def test_that_cells_and_row_numbers_are_those_of_the_file(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))

    assert proxy.data(proxy.index(1, 1)) == "Mei Ling"
    assert proxy.cell(1, 1).text == "Mei Ling"
    assert proxy.headerData(1, Qt.Orientation.Vertical) == "3"
    assert proxy.headerData(1, Qt.Orientation.Horizontal) == "first name"


def test_that_headers_are_there_although_no_row_passes(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(search="nobody"))

    assert proxy.rowCount() == 0
    assert proxy.headerData(0, Qt.Orientation.Horizontal) == "phone number"
    assert proxy.headerData(0, Qt.Orientation.Vertical) is None


def test_that_indexes_map_there_and_back(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    here = proxy.index(2, 1)

    there = proxy.mapToSource(here)

    assert (there.row(), there.column()) == (4, 1)
    assert proxy.mapFromSource(there) == here
    assert not proxy.mapFromSource(proxy.contacts.index(0, 0)).isValid()
    assert proxy.row_of(4) == 2
    assert proxy.row_of(0) is None


def test_that_a_mended_row_stays_until_a_filter_is_chosen_again(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))

    proxy.setData(proxy.index(0, 0), "+919876543299")
    assert source_rows(proxy) == [1, 2, 4]

    proxy.set_filter(proxy.filter)
    assert source_rows(proxy) == [2, 4]


def test_that_changes_are_passed_on_for_the_rows_on_show(
    proxy: ContactFilterProxyModel, qtbot: QtBot
) -> None:
    proxy.set_filter(RowFilter(state=RowState.MUST_FIX))
    changed: list[tuple[int, int]] = []

    def remember(first: QModelIndex, last: QModelIndex) -> None:
        changed.append((first.row(), last.row()))

    proxy.dataChanged.connect(remember)
    proxy.contacts.apply([Edit(row, 1, "x") for row in (0, 1, 2, 3)], Step(StepKind.PASTE, count=4))
    proxy.contacts.apply([Edit(0, 1, "y")], Step(StepKind.EDIT))

    assert changed == [(0, 1)]


def test_that_an_edited_text_is_found_by_the_next_search(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(search="ravi"))
    proxy.setData(proxy.index(0, 1), "Somebody else")
    proxy.setData(proxy.index(0, 2), "")

    proxy.set_filter(RowFilter(search="somebody"))
    assert source_rows(proxy) == [1]
    proxy.set_filter(RowFilter(search="ravi"))
    assert source_rows(proxy) == []


def test_that_another_table_is_shown_whole(proxy: ContactFilterProxyModel, qtbot: QtBot) -> None:
    proxy.set_filter(RowFilter(state=RowState.READY, search="asha"))

    with qtbot.waitSignals([proxy.modelAboutToBeReset, proxy.modelReset], order="strict"):
        proxy.contacts.set_table(make_table([NO_COUNTRY, BAD_EMAIL]))

    assert proxy.filter == RowFilter()
    assert source_rows(proxy) == [0, 1]
    proxy.set_filter(RowFilter(search="asha"))
    assert source_rows(proxy) == []


def test_that_the_next_problem_is_among_the_rows_shown(proxy: ContactFilterProxyModel) -> None:
    assert proxy.next_problem(0, -1) == (1, 0)
    assert proxy.next_problem(1, 0) == (2, 2)
    assert proxy.next_problem(2, 2) == (3, 0)
    assert proxy.next_problem(4, 0) == (1, 0)
    assert proxy.next_problem(2, 2, backwards=True) == (1, 0)
    assert proxy.next_problem(1, 0, backwards=True) == (4, 0)

    proxy.set_filter(RowFilter(code=ProblemCode.INVALID_EMAIL))
    assert proxy.next_problem(0, 2) == (0, 2)


def test_that_two_problems_of_one_row_are_both_visited(qapp: object) -> None:
    proxy = ContactFilterProxyModel()
    source = ContactTableModel(proxy)
    proxy.setSourceModel(source)
    source.set_table(make_table([READY, ("123", "x", "mei@", "")]))

    assert proxy.next_problem(0, 0) == (1, 0)
    assert proxy.next_problem(1, 0) == (1, 2)
    assert proxy.next_problem(1, 2, backwards=True) == (1, 0)
    assert proxy.next_problem(0, 3, backwards=True) == (1, 2)


def test_that_there_is_no_next_problem_where_no_row_on_show_has_one(proxy: ContactFilterProxyModel) -> None:
    proxy.set_filter(RowFilter(state=RowState.READY))
    assert proxy.next_problem(0, 0) is None

    proxy.set_filter(RowFilter(search="nobody"))
    assert proxy.next_problem(0, 0) is None


def test_that_it_filters_contacts_only(qapp: object) -> None:
    with pytest.raises(TypeError):
        ContactFilterProxyModel().setSourceModel(QStringListModel())


def test_that_what_is_only_a_note_is_not_marked_and_not_walked_to(qapp: object) -> None:
    proxy = ContactFilterProxyModel()
    source = ContactTableModel(proxy)
    proxy.setSourceModel(source)
    source.set_table(
        make_table([("N/A", "Asha", "ASHA@X.IN", ""), ("+919876543210", "Ravi", "RAVI@X.IN", "")])
    )

    assert [proxy.cell(row, 2).severity for row in range(2)] == [None, None]
    spoken = proxy.data(proxy.index(1, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "e-mail RAVI@X.IN"
    assert proxy.next_problem(0, -1) == (0, 0)
    assert proxy.next_problem(0, 0) == (0, 0), "round again: there is no other"
