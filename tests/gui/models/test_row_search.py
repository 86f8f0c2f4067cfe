from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from exogui.gui.models.row_search import Row, RowSearch

# Letters with and without case, of one and more bytes; the separators of the search; a line break.
texts = st.text(alphabet="aAbZéÉñÑжЖкकम1 +\n\x1e\x1f", max_size=6)
tables = st.integers(1, 3).flatmap(lambda width: st.lists(st.tuples(*[texts] * width), max_size=12))
needles = st.text(alphabet="aAbZéÉñÑжЖкकम1 +", min_size=1, max_size=3)


def found_plainly(rows: list[Row], text: str) -> list[int]:
    return [row for row, cells in enumerate(rows) if any(text.lower() in cell.lower() for cell in cells)]


@given(tables, needles)
def test_that_it_finds_exactly_the_rows_with_the_text_in_a_cell(rows: list[Row], text: str) -> None:
    assert RowSearch(lambda: rows).find(text) == found_plainly(rows, text)


@given(st.integers(0, 1100), st.integers(0, 1100), needles)
def test_that_far_rows_are_found_where_they_stand(first: int, second: int, text: str) -> None:
    rows: list[Row] = [("-", "-")] * 1101
    rows[first] = ("x", text.upper())
    rows[second] = (text, text)

    assert RowSearch(lambda: rows).find(text) == found_plainly(rows, text)


@given(tables, st.data())
def test_that_a_changed_row_is_found_by_its_new_text_only(rows: list[Row], data: st.DataObject) -> None:
    rows = [*rows, ("old",)]
    search = RowSearch(lambda: rows)
    search.find("old")
    changed = data.draw(st.integers(0, len(rows) - 1))

    rows[changed] = ("new", "wörter")
    search.forget_rows(changed, changed)

    for text in ("old", "new", "WÖRTER"):
        assert search.find(text) == found_plainly(rows, text)


def test_that_other_rows_are_searched_after_forgetting() -> None:
    rows = [("Asha",)] * 300
    search = RowSearch(lambda: rows)
    assert len(search.find("asha")) == 300

    rows = [("Ravi",)]
    search.forget()

    assert search.find("asha") == []
    assert search.find("RAVI") == [0]


def test_that_half_a_character_is_copied_and_searched_like_any_other() -> None:
    assert RowSearch(lambda: [("a\ud800b",)]).find("A\ud800") == [0]


def test_that_a_prepared_search_reads_no_row_again() -> None:
    class Rows(list[Row]):
        reads = 0

        def __getitem__(self, place: Any) -> Any:
            Rows.reads += 1
            return super().__getitem__(place)

    rows = Rows([("Asha",)] * 600)
    search = RowSearch(lambda: rows)
    search.prepare()
    reads = Rows.reads
    assert reads

    assert len(search.find("ASHA")) == 600
    assert Rows.reads == reads
