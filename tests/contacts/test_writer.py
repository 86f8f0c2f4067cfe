"""What is written for people: files in which nothing runs."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from exogui.contacts.judging.phone_numbers import is_e164
from exogui.contacts.progress import Cancelled
from exogui.contacts.writer import (
    SaveError,
    SaveErrorCode,
    save_rows,
)

if TYPE_CHECKING:
    pass

INDIA, SINGAPORE = "+919876543210", "+6591234567"


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


TEXT = st.text(
    st.sampled_from("ab,;\"\r\n\t\x00 =+-@'अ\ufeff") | st.characters(exclude_categories=["Cs"]), max_size=8
)

DANGEROUS = [
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "+91 98765",
    "-",
]


def test_that_a_csv_for_excel_marks_what_would_run_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    save_rows(path, ["phone", "=x"], [[INDIA, cell, "Asha", ""] for cell in DANGEROUS])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    header, *rows = read_csv(data[3:])
    assert header == ["phone", "'=x"]
    assert rows == [[INDIA, "'" + cell, "Asha", ""] for cell in DANGEROUS]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(cell=TEXT | st.sampled_from(DANGEROUS) | st.from_regex(r"\A[+=@-]?\d{0,17}\Z"))
def test_that_no_cell_of_a_csv_begins_like_a_formula_but_true_phone_numbers(
    tmp_path: Path, cell: str
) -> None:
    path = tmp_path / "rows.csv"
    save_rows(path, ["a", "b"], [[cell, "x"]])
    written = read_csv(path.read_bytes()[3:])[1][0]
    assert written in (cell, "'" + cell)
    if not is_e164(cell):
        assert written.lstrip()[:1] not in set("=+-@＝＋－＠") - {""}
        assert written[:1] not in {"\t", "\r", "\n"}
    else:
        assert written == cell


def test_that_a_workbook_holds_text_and_nothing_but_text(tmp_path: Path) -> None:
    path = tmp_path / "refused.xlsx"
    cells = [
        *DANGEROUS,
        INDIA,
        "00123",
        "1e5",
        "https://x.in",
        "mailto:a@x.in",
        "TRUE",
        "#N/A",
        "अ",
        "_x0041_",
        "A\x01",
    ]
    save_rows(path, ["phone"], [[cell] for cell in cells])
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert sheet == [["phone"], *([cell] for cell in cells)]
    assert b"<f>" not in unzipped(path, "xl/worksheets/sheet1.xml")
    assert b"hyperlink" not in unzipped(path, "xl/worksheets/sheet1.xml")


def unzipped(path: Path, name: str) -> bytes:
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        return archive.read(name)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "A.XLSX"])
def test_that_a_file_appears_whole_and_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("older")
    save_rows(path, ["phone"], [[INDIA]])
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    assert path.read_bytes() != b"older"


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_that_a_failure_half_way_leaves_the_older_file(tmp_path: Path, name: str) -> None:
    def rows() -> list[list[str]]:
        raise Cancelled

    path = tmp_path / name
    path.write_text("older")
    with pytest.raises(Cancelled):
        save_rows(path, ["phone"], (row for row in [[INDIA], *rows()]))
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [(name, "older")]


def test_that_the_file_the_contacts_came_from_is_never_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "contacts.csv"
    source.write_text("mine")
    (tmp_path / "folder").mkdir()
    for path in (source, tmp_path / "folder" / ".." / "contacts.csv"):
        with pytest.raises(SaveError) as error:
            save_rows(path, ["phone"], [[INDIA]], source=source)
        assert error.value.code is SaveErrorCode.IS_SOURCE
    assert source.read_text() == "mine"


def test_that_another_file_beside_the_source_is_saved(tmp_path: Path) -> None:
    source = tmp_path / "contacts.csv"
    source.write_text("mine")
    save_rows(tmp_path / "refused.csv", ["phone"], [[INDIA]], source=source)
    assert (tmp_path / "refused.csv").exists()


def test_that_a_name_without_a_known_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as error:
        save_rows(tmp_path / "refused.pdf", ["phone"], [[INDIA]])
    assert error.value.code is SaveErrorCode.UNKNOWN_FORMAT


def test_that_a_cell_too_long_for_a_workbook_is_refused_and_not_cut(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as error:
        save_rows(tmp_path / "refused.xlsx", ["phone"], [["x" * 32_768]])
    assert error.value.code is SaveErrorCode.TOO_LARGE_FOR_EXCEL
    assert list(tmp_path.iterdir()) == []
    save_rows(tmp_path / "refused.csv", ["phone"], [["x" * 32_768]])


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_that_half_a_character_does_not_stop_saving(tmp_path: Path, name: str) -> None:
    save_rows(tmp_path / name, ["phone"], [["A\ud83d"]])
    assert (tmp_path / name).stat().st_size > 0


@pytest.mark.only_on("linux", "darwin")
def test_that_a_folder_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    assert sys.platform in ("linux", "darwin")
    with pytest.raises(FileNotFoundError):
        save_rows(tmp_path / "missing" / "a.csv", ["phone"], [[INDIA]])
