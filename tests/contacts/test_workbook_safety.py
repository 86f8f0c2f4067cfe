"""Workbooks that ask for more memory than there is are refused before the workbook reader sees them."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from exogui.contacts.progress import Cancelled
from exogui.contacts.reading.archive_parts import PIECE_BYTES
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.reading.workbook_safety import look_over
from exogui.contacts.sheet import FileFormat
from tests.contacts.crafted_workbooks import SHEET, WORKBOOKS, ods, part_of, repacked, xlsx

MANY_CELLS = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n}</v></c></row>' for n in range(1, 90_000))


def refusal(content: bytes, file_format: FileFormat) -> ReadErrorCode | None:
    """Why a workbook is refused before it is read; None when it is not."""
    try:
        look_over(io.BytesIO(content), file_format, lambda: None)
    except ReadError as error:
        return error.code
    return None


# --- .xlsx ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dimension",
    ['<dimension ref="A1:XFD1048576"/>', "", '<x:dimension ref="XFD1048576"/>', '<dimension ref="A1:B2"/>'],
    ids=["true", "none", "prefixed", "a lie"],
)
@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD1048576" t="s"><v>1</v></c>',
        '<c r="S9999999"><v>1</v></c>',
        "<c r='XFD1048576'><v>1</v></c>",
        '<c\nr="XFD1048576"><v>1</v></c>',
        '<c s="1" r="XFD1048576"><v>1</v></c>',
        f'<c {" " * 3_000_000}r="XFD1048576"><v>1</v></c>',
        '<row r="1048576">' + "<c><v>1</v></c>" * 1_000 + "</row>",
        '<row r="1048576"><c r="A1"/>' + "<c><v>1</v></c>" * 1_000 + "</row>",
        "<c><v>1</v></c>" * 1_000 + '<row r="1048576"><c><v>1</v></c></row>',
        '<row r="99999999"><c r="A1"><v>1</v></c><c><v>1</v></c></row>',
    ],
)
def test_that_a_stray_far_cell_is_refused_however_it_is_written(dimension: str, cell: str) -> None:
    assert (
        refusal(xlsx('<c r="A1"><v>1</v></c>' + cell, dimension), FileFormat.XLSX)
        is ReadErrorCode.TOO_MANY_CELLS
    )


@pytest.mark.parametrize("cell", ['<c r="XFD1048576"><v>1</v></c>', '<x:c r="XFD1048576"><x:v>1</x:v></x:c>'])
@pytest.mark.parametrize("distance", [*range(0, 64, 3), 1_000])
def test_that_a_far_cell_is_found_wherever_a_piece_of_the_file_ends(distance: int, cell: str) -> None:
    before = '<worksheet><dimension ref="A1:B2"/><sheetData><c r="A1"><v>1</v></c>'
    filling = " " * (PIECE_BYTES - len(before) - distance)
    book = xlsx(f'<c r="A1"><v>1</v></c>{filling}{cell}')
    sheet = part_of(book, SHEET)
    assert sheet.index(cell.encode()) == PIECE_BYTES - distance
    assert refusal(book, FileFormat.XLSX) is ReadErrorCode.TOO_MANY_CELLS


def test_that_a_far_cell_after_many_is_refused() -> None:
    book = xlsx(MANY_CELLS + '<c r="XFD1048576"><v>1</v></c>')
    assert refusal(book, FileFormat.XLSX) is ReadErrorCode.TOO_MANY_CELLS


@pytest.mark.parametrize(
    ("sheet_data", "why"),
    [
        ('<c r="A1" r="XFD1048576"><v>1</v></c>', "two addresses: the reader takes the second"),
        ('<b a></b><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>', "not well-formed before the cell"),
        ('<x:c r="A1"><v>1</v></x:c><c r="12A"><v>1</v></c>', "no address"),
    ],
)
def test_that_a_sheet_that_cannot_be_looked_over_is_damaged(sheet_data: str, why: str) -> None:
    assert refusal(xlsx(sheet_data), FileFormat.XLSX) is ReadErrorCode.DAMAGED, why


@pytest.mark.parametrize(
    "count", ['uniqueCount="599999999"', "uniqueCount='599999999'", 'uniqueCount\n=\n"599999999"']
)
def test_that_room_for_more_strings_than_there_can_be_is_not_made(count: str) -> None:
    book = (WORKBOOKS / "blank_cell_far_right.xlsx").read_bytes()
    name = "xl/sharedStrings.xml"
    strings = part_of(book, name).replace(b'uniqueCount="5"', count.encode())
    assert refusal(book, FileFormat.XLSX) is None
    assert refusal(repacked(book, {name: strings}), FileFormat.XLSX) is ReadErrorCode.DAMAGED
    after = strings.replace(b"<sst ", b'<!-- <c r="XFD1"> --><sst ')
    assert refusal(repacked(book, {name: after}), FileFormat.XLSX) is ReadErrorCode.DAMAGED


def with_strings(cells: str, strings: str) -> bytes:
    return repacked(xlsx(cells), {"xl/sharedStrings.xml": f"<sst>{strings}</sst>".encode()})


@pytest.mark.parametrize(
    ("cell", "string"),
    [
        ('<c r="A1" t="s"><v>1</v></c>', "<si><t>{}</t></si>"),
        ("<c r='A1' t='s'><v>1</v></c>", "<si><t>{}</t></si>"),
        ('<c r="A1" t="s"><v> 1</v></c>', "<si><t>{}</t></si>"),
        ('<c r="A1" t="s"><v>1</v></c>', "<x:si><x:t>{}</x:t></x:si>"),
    ],
    ids=["ordinary", "other quotes", "with a space", "prefixed"],
)
def test_that_a_long_text_in_very_many_cells_is_refused(cell: str, string: str) -> None:
    strings = string.format("short") + string.format("x" * 1_000_000)
    assert refusal(with_strings(cell * 3_000, strings), FileFormat.XLSX) is ReadErrorCode.TOO_MANY_CELLS
    assert refusal(with_strings(cell * 1_000, strings), FileFormat.XLSX) is None


def test_that_a_long_text_that_few_cells_have_is_not_refused() -> None:
    cells = '<c r="A1" t="s"><v>0</v></c>' * 3_000 + '<c r="A1" t="s"><v>1</v></c>' * 100
    strings = "<si><t>short</t></si><si><t>" + "x" * 1_000_000 + "</t></si>"
    assert refusal(with_strings(cells, strings), FileFormat.XLSX) is None


def test_that_a_document_type_with_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    assert refusal(xlsx("<c r='A1'><v>&b;</v></c>", before=bomb), FileFormat.XLSX) is ReadErrorCode.DAMAGED


def test_that_a_sheet_under_another_name_is_looked_over_too() -> None:
    book = xlsx('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>')
    relations = part_of(book, "xl/_rels/workbook.xml.rels").replace(
        b"worksheets/sheet1.xml", b"media/image1.png"
    )
    sheet = part_of(book, SHEET)
    disguised = repacked(
        book, {SHEET: b"", "xl/media/image1.png": sheet, "xl/_rels/workbook.xml.rels": relations}
    )
    assert refusal(disguised, FileFormat.XLSX) is ReadErrorCode.TOO_MANY_CELLS


@pytest.mark.parametrize(
    "dimension", ['<dimension ref="A1:XFD1048576"/>', "", '<dimension ref="A1:B90000"/>']
)
def test_that_cells_with_a_colour_and_no_value_need_no_memory(dimension: str) -> None:
    book = xlsx(MANY_CELLS + '<c r="XFD1048576" s="1"/>', dimension)
    assert refusal(book, FileFormat.XLSX) is None


@pytest.mark.parametrize(
    "sheet_data",
    [
        "".join(
            f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="ZZ{n}"><v>1</v></c></row>' for n in range(1, 9_000)
        ),
        '<!-- <c r="XFD1048576"><v>1</v></c> --><c r="A1"><v>1</v></c>',
        '<c r="A1" t="inlineStr"><is><t><![CDATA[<c r="XFD9999999">]]></t></is></c>',
        '<x:c r="A1"><x:v>at:c us</x:v></x:c>',
        "<row><c><v>1</v></c><c><v>2</v></c></row>" * 10_000,
    ],
    ids=["wide", "in a comment", "in a text", "prefixed", "without addresses"],
)
def test_that_a_sheet_that_only_looks_far_is_not_refused(sheet_data: str) -> None:
    assert refusal(xlsx(sheet_data), FileFormat.XLSX) is None


def test_that_a_part_that_unpacks_to_more_than_it_says_is_not_unpacked_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("exogui.contacts.reading.archive_parts.MAX_UNPACKED_BYTES", 10_000_000)
    book = xlsx(" " * 20_000_000)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        info = archive.getinfo(SHEET)
    size = struct.pack("<I", info.file_size)
    lying = book.replace(size, struct.pack("<I", 100))
    with zipfile.ZipFile(io.BytesIO(lying)) as archive:
        assert archive.getinfo(SHEET).file_size == 100
    assert refusal(lying, FileFormat.XLSX) is ReadErrorCode.TOO_LARGE


def test_that_a_stray_far_cell_does_not_end_the_process(tmp_path: Path) -> None:
    path = tmp_path / "contacts.xlsx"
    path.write_bytes(xlsx('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'))
    code = (
        "import sys; from pathlib import Path; from exogui.contacts.reading.reader import read_contacts;"
        "from exogui.contacts.reading.errors import ReadError\n"
        "try: read_contacts(Path(sys.argv[1]))\n"
        "except ReadError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "refused", "")


# --- .ods -----------------------------------------------------------------------------------------------

TEXT = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
CELL = TEXT.format("", "Asha")
ROW = "<table:table-row{}>{}</table:table-row>"


@pytest.mark.parametrize(
    "rows",
    [
        ROW.format("", TEXT.format(' table:number-columns-repeated="1000000000"', "Asha")),
        ROW.format(' table:number-rows-repeated="1000000000"', CELL),
        ROW.format(
            ' table:number-rows-repeated="1048576"',
            TEXT.format(' table:number-columns-repeated="16384"', "A"),
        ),
        ROW.format("", CELL)
        + ROW.format(' table:number-rows-repeated="1000000000"', "<table:table-cell/>")
        + ROW.format("", CELL),
        ROW.format("", '<table:table-cell table:number-columns-repeated="1000000000"/>' + CELL),
        ROW.format("", '<table:table-cell office:value-type="float" office:value="1"/>' * 200)
        + ROW.format(' table:number-rows-repeated="900000"', CELL),
        ROW.format("", TEXT.format("", '<text:s text:c="10000000000"/>')),
        ROW.format("", TEXT.format(' table:number-columns-repeated="1000000"', "x" * 100_000)),
    ],
    ids=["columns", "rows", "both", "gap", "gap in a row", "many rows of a wide table", "spaces", "text"],
)
def test_that_repeating_without_end_is_refused(rows: str) -> None:
    assert refusal(ods(rows), FileFormat.ODS) is ReadErrorCode.TOO_MANY_CELLS


def test_that_several_tables_are_counted_together() -> None:
    half = ROW.format(
        ' table:number-rows-repeated="1000000"', TEXT.format(' table:number-columns-repeated="12"', "A")
    )
    assert refusal(ods(half), FileFormat.ODS) is None
    both = ods(half + '</table:table><table:table table:name="More">' + half)
    assert refusal(both, FileFormat.ODS) is ReadErrorCode.TOO_MANY_CELLS


def test_that_empty_cells_to_the_end_of_the_sheet_are_not_counted() -> None:
    end = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16383"/>'
    rows = ROW.format("", CELL + end) + ROW.format(' table:number-rows-repeated="1048575"', end)
    assert refusal(ods(rows), FileFormat.ODS) is None


@pytest.mark.parametrize(
    "rows",
    [
        ROW.format("", TEXT.format(' table:number-columns-repeated="many"', "Asha")),
        ROW.format("", TEXT.format(f' table:number-columns-repeated="{"9" * 5_000}"', "Asha")),
        "<table:table-row>",
    ],
)
def test_that_a_table_that_cannot_be_counted_is_damaged(rows: str) -> None:
    assert refusal(ods(rows), FileFormat.ODS) is ReadErrorCode.DAMAGED


def test_that_a_workbook_without_contents_is_damaged() -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refusal(empty.getvalue(), FileFormat.ODS) is ReadErrorCode.DAMAGED


# --- .xls -----------------------------------------------------------------------------------------------

XLS = (WORKBOOKS / "excel_97.xls").read_bytes()


def test_that_a_sound_xls_is_not_refused() -> None:
    assert refusal(XLS, FileFormat.XLS) is None


@pytest.mark.parametrize(
    ("offset", "value"),
    [
        (30, 7),  # size of a sector
        (40, 1 << 31),  # sectors of the directory
        (44, 1 << 31),  # sectors of the table of sectors
        (48, 1 << 30),  # first sector of the directory
        (64, 0xFFFF),  # sectors of the table of small streams
        (68, 0),  # first sector of the list of sectors: goes round in a circle
        (76, 1 << 30),  # first sector of the table of sectors
    ],
)
def test_that_a_compound_file_that_leads_out_of_itself_is_damaged(offset: int, value: int) -> None:
    content = bytearray(XLS)
    content[offset : offset + 4] = struct.pack("<I", value)
    assert refusal(bytes(content), FileFormat.XLS) is ReadErrorCode.DAMAGED


def test_that_a_compound_file_that_goes_round_in_a_circle_is_damaged() -> None:
    content = bytearray(XLS)
    (table,) = struct.unpack_from("<I", content, 76)
    at = 512 * (table + 1)
    content[at : at + 4] = struct.pack("<I", 0)  # the sector after the first one of the workbook is itself
    assert refusal(bytes(content), FileFormat.XLS) is ReadErrorCode.DAMAGED


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


@pytest.mark.parametrize(
    ("kind", "old", "new", "code"),
    [
        (0x0208, 16, record(0x0203, struct.pack("<HHHd", 65535, 65535, 0, 1.0) + b"\0\0"), "too_many_cells"),
        (0x0208, 16, record(0x00BD, struct.pack("<HH", 65535, 60000) + b"\0" * 12), "too_many_cells"),
        (0x0200, 14, record(0x0200, struct.pack("<IIHH", 0, 0x7FFFFFFF, 0, 255) + b"\0\0"), "too_many_cells"),
        (0x0200, 14, record(0x0200, struct.pack("<IIHH", 9, 1, 0, 255) + b"\0\0"), "too_many_cells"),
        (0x00FC, None, struct.pack("<II", 1, 0x7FFFFFFF), "damaged"),
    ],
    ids=["far number", "far numbers", "dimensions", "dimensions that end before they begin", "strings"],
)
def test_that_an_xls_that_asks_for_too_much_is_refused(
    kind: int, old: int | None, new: bytes, code: str
) -> None:
    if old is None:
        at = XLS.index(struct.pack("<H", kind), 0x200) + 4
    else:
        at = XLS.index(struct.pack("<HH", kind, old), 0x200)
    content = bytearray(XLS)
    content[at : at + len(new)] = new
    assert refusal(bytes(content), FileFormat.XLS) == code


# --- .xlsb ----------------------------------------------------------------------------------------------


def test_that_an_xlsb_that_lies_about_its_size_is_refused() -> None:
    book = (WORKBOOKS / "excel_binary.xlsb").read_bytes()
    name = "xl/worksheets/sheet1.bin"
    part = part_of(book, name)
    begin = part.index(bytes([0, 17]) + bytes(8))
    far = bytes([0, 17]) + struct.pack("<I", 1_048_575) + bytes(13)
    number = bytes([5, 16]) + struct.pack("<I", 16_383) + bytes(12)
    changed = repacked(book, {name: part[:begin] + far + number + part[begin:]})
    assert refusal(changed, FileFormat.XLSB) is ReadErrorCode.TOO_MANY_CELLS


@pytest.mark.parametrize("short", [bytes([0, 0]), bytes([0, 3, 1, 2, 3]), bytes([5, 4, 1, 2, 3, 4])])
def test_that_an_xlsb_with_records_cut_short_is_damaged(short: bytes) -> None:
    book = (WORKBOOKS / "excel_binary.xlsb").read_bytes()
    name = "xl/worksheets/sheet1.bin"
    part = part_of(book, name)
    begin = part.index(bytes([5, 16]))
    changed = repacked(book, {name: part[:begin] + short + part[begin:]})
    assert refusal(changed, FileFormat.XLSB) is ReadErrorCode.DAMAGED


def test_that_a_long_text_in_very_many_cells_of_an_xlsb_is_refused() -> None:
    book = (WORKBOOKS / "excel_binary.xlsb").read_bytes()
    name = "xl/worksheets/sheet1.bin"
    part = part_of(book, name)
    begin = part.index(bytes([5, 16]))
    text = "x" * 100_000
    size = 5 + 2 * len(text)
    strings = bytes([0x9F, 0x01, 8]) + struct.pack("<II", 1, 1)
    strings += bytes([19, size & 0x7F | 0x80, size >> 7 & 0x7F | 0x80, size >> 14])
    strings += b"\0" + struct.pack("<I", len(text)) + text.encode("utf-16-le")
    cell = bytes([7, 12]) + bytes(12)
    for times, code in ((100, None), (30_000, ReadErrorCode.TOO_MANY_CELLS)):
        cells = part[:begin] + cell * times + part[begin:]
        changed = repacked(book, {name: cells, "xl/sharedStrings.bin": strings})
        assert refusal(changed, FileFormat.XLSB) is code


# --- all ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["values.xlsx", "excel_binary.xlsb", "libreoffice.ods"])
def test_that_looking_a_workbook_over_can_be_stopped_before_it_is_read(name: str) -> None:
    def stop(done: int, total: int) -> None:
        assert (done, total) == (0, 1)
        raise Cancelled

    with pytest.raises(Cancelled):
        read_contacts(WORKBOOKS / name, checkpoint=stop)


def test_that_packed_bytes_that_are_damaged_are_damage() -> None:
    book = xlsx(MANY_CELLS)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        info = archive.getinfo(SHEET)
    at = info.header_offset + 30 + len(SHEET) + info.compress_size // 2
    broken = book[:at] + b"\xff" * 100 + book[at + 100 :]
    assert refusal(broken, FileFormat.XLSX) is ReadErrorCode.DAMAGED
