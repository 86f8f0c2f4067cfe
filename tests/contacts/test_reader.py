"""Reading files of any content: what holds for all of them, and how a person chooses otherwise."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exogui.contacts.progress import Cancelled
from exogui.contacts.reading.contact_file import MAX_CSV_BYTES
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat, Sheet

WORKBOOKS = Path(__file__).parent / "files" / "workbooks"
HEADER = ("phone_number", "first_name", "Remarks")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contacts.csv"


def read_bytes(content: bytes, options: ReadOptions | None = None) -> Sheet:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "contacts.csv"
        file.write_bytes(content)
        return read_contacts(file, options or ReadOptions())


# --- properties -----------------------------------------------------------------------------------------

# Whatever a cell may hold and every encoding has. A file full of control characters is refused as no text.
_characters = st.characters(codec="utf-8", exclude_characters="\ufeff", exclude_categories=["Cs", "Cc"])
_cells = st.text(_characters, max_size=12) | st.sampled_from(
    ["", " ", '"', '""', ",", ";", "a,b", "\n", "\r\n", "\r", "\x07"]
)
_rows = st.lists(st.tuples(_cells, _cells, _cells), max_size=12)
_encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])


def is_blank(row: tuple[str, ...]) -> bool:
    return not any(cell.strip() for cell in row)


def written(row: tuple[str, ...], delimiter: str, *, quote_all: bool) -> str:
    """As RFC 4180 has it; the csv module leaves a line feed unquoted where lines end with CR."""
    return delimiter.join(
        '"' + cell.replace('"', '""') + '"' if quote_all or set(cell) & set('"\r\n' + delimiter) else cell
        for cell in row
    )


@given(
    _rows,
    _encodings,
    st.sampled_from(",;\t|"),
    st.sampled_from(["\r\n", "\n", "\r"]),
    st.booleans(),
)
def test_that_rows_that_were_written_are_read_back_equal(
    rows: list[tuple[str, ...]], encoding: str, delimiter: str, line_end: str, quote_all: bool
) -> None:
    lines = [written(row, delimiter, quote_all=quote_all) + line_end for row in [HEADER, *rows]]
    sheet = read_bytes("".join(lines).encode(encoding))
    assert sheet.source.delimiter == delimiter
    assert sheet.source.encoding_certain
    filled = [row for row in rows if not is_blank(row)]
    assert sheet.rows == filled
    assert sheet.source.blank_rows == len(rows) - len(filled)
    assert len(sheet.lines) == len(filled)


@given(st.lists(st.lists(_cells, min_size=1, max_size=6), max_size=20))
def test_that_no_row_is_lost_however_ragged(rows: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "contacts.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([HEADER, *rows])
        sheet = read_contacts(file)
    filled = [tuple(row) for row in rows if not is_blank(tuple(row))]
    width = len(sheet.header)
    assert len(sheet.rows) + sheet.source.blank_rows == len(rows)
    assert [row[: len(was)] for row, was in zip(sheet.rows, filled, strict=True)] == [
        was[:width] for was in filled
    ]
    assert all(is_blank(row[len(was) :]) for row, was in zip(sheet.rows, filled, strict=True))
    assert all(is_blank(was[width:]) for was in filled)
    assert sheet.short_rows == {i for i, row in enumerate(filled) if len(row) < sheet.header_width}


@given(st.binary(max_size=300) | st.text(st.sampled_from('a1+@,;"\r\n\t|='), max_size=200).map(str.encode))
@example(b"\xff\xfe\0")
@example(b"\xff\xfea")
@example(b"\xef\xbb\xbf")
@example(b"sep=")
@example(b"sep=;\n")
@example(b"PK\x05\x06" + bytes(18))
def test_that_any_bytes_are_read_or_refused_and_never_crash(content: bytes) -> None:
    try:
        sheet = read_bytes(content)
    except ReadError:
        return
    width = len(sheet.header)
    assert all(len(row) == width for row in sheet.rows)
    assert len(sheet.lines) == len(sheet.rows)
    assert len(sheet.mapping) == width
    assert list(sheet.lines) == sorted(sheet.lines)


@given(st.data())
def test_that_a_workbook_with_damaged_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(sorted(WORKBOOKS.iterdir()))).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        sheet = read_bytes(bytes(content))
    except ReadError:
        return
    assert all(len(row) == len(sheet.header) for row in sheet.rows)


@given(
    st.lists(st.sampled_from(["x", "a b", '"q"', '"two\nlines"', '"three\r\n\r\nlines"', ""]), max_size=30)
)
def test_that_every_row_knows_the_line_it_starts_on(cells: list[str]) -> None:
    text = "Phone,Remarks\n" + "".join(f"+919876543210,{cell}\r\n" for cell in cells)
    starts, line = [], 2
    for cell in cells:
        starts.append(line)
        line += 1 + cell.count("\n")
    assert list(read_bytes(text.encode()).lines) == starts


# --- the person chooses ---------------------------------------------------------------------------------


def test_that_a_chosen_encoding_is_used_and_certain() -> None:
    content = "Телефон;Имя\n+79161234567;Анна\n".encode("cp1251")
    sheet = read_bytes(content, ReadOptions(encoding="cp1251"))
    assert sheet.rows == [("+79161234567", "Анна")]
    assert (sheet.source.encoding, sheet.source.encoding_certain) == ("cp1251", True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "ascii", "no-such-encoding"])
def test_that_a_chosen_encoding_that_does_not_fit_is_refused(encoding: str) -> None:
    content = "Phone,Name\n+919876543210,Zoé\n".encode("cp1252")
    with pytest.raises(ReadError) as caught:
        read_bytes(content, ReadOptions(encoding=encoding))
    assert caught.value.code is ReadErrorCode.UNDECODABLE
    assert caught.value.detail == encoding


def test_that_a_chosen_delimiter_is_used() -> None:
    sheet = read_bytes(b"Phone;Name,VIP\n1;a,b\n", ReadOptions(delimiter=","))
    assert sheet.rows == [("1;a", "b")]
    assert sheet.source.delimiter == ","


def test_that_a_chosen_sheet_is_read_even_a_hidden_one() -> None:
    book = WORKBOOKS / "several_sheets.xlsx"
    sheet = read_contacts(book, ReadOptions(sheet="Old"))
    assert sheet.rows == [("+911111111111", "Old")]
    assert sheet.source.sheet == "Old"


@pytest.mark.parametrize("name", ["Nowhere", "Chart"])
def test_that_a_sheet_that_is_not_there_is_refused_by_name(name: str) -> None:
    book = WORKBOOKS / "several_sheets.xlsx"
    with pytest.raises(ReadError) as caught:
        read_contacts(book, ReadOptions(sheet=name))
    assert (caught.value.code, caught.value.detail) == (ReadErrorCode.NO_SUCH_SHEET, name)


def test_that_an_empty_sheet_that_was_chosen_is_refused() -> None:
    book = WORKBOOKS / "several_sheets.xlsx"
    with pytest.raises(ReadError) as caught:
        read_contacts(book, ReadOptions(sheet="Empty"))
    assert caught.value.code is ReadErrorCode.EMPTY


@pytest.mark.parametrize(
    ("line", "header", "rows", "titles"),
    [
        (1, ("a", "b"), 3, 0),
        (3, ("c", "d"), 2, 1),
        (2, ("c", "d"), 2, 1),  # blank: the next row is meant
        (0, ("", ""), 4, 0),
        (99, ("", ""), 4, 0),
    ],
)
def test_that_a_chosen_header_line_is_the_header(
    line: int, header: tuple[str, ...], rows: int, titles: int
) -> None:
    sheet = read_bytes(b"a,b\n\nc,d\ne,f\ng,h\n", ReadOptions(header_line=line))
    assert (sheet.header, len(sheet.rows), sheet.source.title_rows) == (header, rows, titles)
    assert sheet.source.blank_rows == 1


def test_that_columns_of_nothing_at_the_end_are_left_out_and_counted() -> None:
    assert read_bytes(b"Phone,Name,,\n1,Asha, ,\n2,Ravi\n").source.blank_columns == 2
    assert read_bytes(b"Phone,Name,\n1,Asha,x\n").source.blank_columns == 0
    assert read_bytes(b"Phone,,Name\n1,,Asha\n").source.blank_columns == 0


# --- sizes ----------------------------------------------------------------------------------------------


def test_that_a_file_of_many_chunks_is_read_whole(path: Path) -> None:
    rows = [(f"+91987654{n:04}", f"नाम {n}", "x\ny" * (n % 3)) for n in range(3_000)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    sheet = read_contacts(path)
    assert sheet.rows == rows
    assert sheet.mapping == (Field.PHONE_NUMBER, Field.FIRST_NAME, None)


def test_that_bytes_that_are_no_utf8_far_down_the_file_are_noticed(path: Path) -> None:
    path.write_bytes(
        b"Phone,Name\n" + b"+919876543210,Asha\n" * 10_000 + "+33612345678,Zoé\n".encode("cp1252")
    )
    sheet = read_contacts(path)
    assert sheet.rows[-1] == ("+33612345678", "Zoé")
    assert len(sheet.rows) == 10_001
    assert not sheet.source.encoding_certain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_that_a_nul_far_down_the_file_is_named_by_its_line(path: Path, encoding: str) -> None:
    text = "Phone,Name\r\n" + "+919876543210,आशा\r\n" * 9_000 + "+91987\0,x\r\n"
    path.write_bytes(text.encode(encoding))
    with pytest.raises(ReadError) as caught:
        read_contacts(path)
    assert (caught.value.code, caught.value.line) == (ReadErrorCode.NUL, 9_002)


def test_that_two_letters_with_a_nul_byte_each_are_no_nul(path: Path) -> None:
    # "AĀ" is 41 00 00 01 in UTF-16.
    path.write_bytes("Phone,Name\n+919876543210,AĀA\n".encode("utf-16-le"))
    assert read_contacts(path).rows == [("+919876543210", "AĀA")]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b'Phone,Name\n1,"Asha\n' + b"2,Ravi Kumar\n" * 12_000, ReadErrorCode.UNCLOSED_QUOTE, 2),
        (b"Phone,Name\n1," + b"a" * 140_000 + b"\n", ReadErrorCode.FIELD_TOO_LONG, 2),
        (b"Phone,Name\n1,2\n" + b"a," * 2_100_000, ReadErrorCode.LINE_TOO_LONG, 3),
        (b"Phone,Name\n1,2\n" + b"a," * 600 + b"\n", ReadErrorCode.TOO_MANY_COLUMNS, 3),
    ],
)
def test_that_what_is_far_too_long_is_named_by_its_line(
    path: Path, content: bytes, code: ReadErrorCode, line: int
) -> None:
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        read_contacts(path)
    assert (caught.value.code, caught.value.line) == (code, line)


def test_that_a_file_beyond_the_limit_is_refused_before_it_is_read(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(MAX_CSV_BYTES + 1)
    with pytest.raises(ReadError) as caught:
        read_contacts(path)
    assert (caught.value.code, caught.value.detail) == (ReadErrorCode.TOO_LARGE, "300")


# --- progress -------------------------------------------------------------------------------------------


def test_that_progress_grows_to_the_whole_in_steps_of_a_few_hundred_rows(path: Path) -> None:
    path.write_bytes(b"Phone,Name\n" + b"+919876543210,Asha\n" * 2_000)
    seen: list[tuple[int, int]] = []
    read_contacts(path, checkpoint=lambda done, total: seen.append((done, total)))
    assert len(seen) >= 8
    assert seen == sorted(seen)
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)


@pytest.mark.parametrize("name", ["text/plain.csv", "text/ragged.csv", "workbooks/values.xlsx"])
def test_that_reading_can_be_stopped(name: str) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_contacts(Path(__file__).parent / "files" / name, checkpoint=stop)


# --- the file itself ------------------------------------------------------------------------------------


def test_that_a_file_that_is_gone_is_missing(tmp_path: Path) -> None:
    for gone in (tmp_path / "gone.csv", tmp_path / "no" / "such" / "folder.csv"):
        with pytest.raises(ReadError) as caught:
            read_contacts(gone)
        assert caught.value.code is ReadErrorCode.MISSING


def test_that_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_contacts(tmp_path)
    assert caught.value.code is ReadErrorCode.NOT_A_FILE


@pytest.mark.only_on("linux", "darwin")
def test_that_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "contacts.csv"
    if sys.platform != "win32":
        os.mkfifo(pipe)
    with pytest.raises(ReadError) as caught:
        read_contacts(pipe)
    assert caught.value.code is ReadErrorCode.NOT_A_FILE


def test_that_a_file_that_grows_while_it_is_read_is_refused(path: Path) -> None:
    path.write_bytes(b"Phone,Name\n" + b"+919876543210,Asha\n" * 2_000)

    def write(_done: int, _total: int) -> None:
        with path.open("ab") as stream:
            stream.write(b"+919876543211,Ravi\n")

    with pytest.raises(ReadError) as caught:
        read_contacts(path, checkpoint=write)
    assert caught.value.code is ReadErrorCode.CHANGED


def test_that_the_file_stays_as_it_was(path: Path) -> None:
    content = b"Phone;Name\r\n+919876543210;Zo\xe9"
    path.write_bytes(content)
    before = path.stat()
    assert read_contacts(path).source.format is FileFormat.CSV
    assert path.read_bytes() == content
    assert path.stat().st_mtime_ns == before.st_mtime_ns
