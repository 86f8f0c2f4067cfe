"""Workbooks that no program would write, made from sound ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import xlsxwriter

WORKBOOKS = Path(__file__).parent / "files" / "workbooks"
SHEET = "xl/worksheets/sheet1.xml"


def repacked(content: bytes, changes: Mapping[str, bytes]) -> bytes:
    """The archive with some of its parts changed, or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in dict.fromkeys([*source.namelist(), *changes]):
            copy.writestr(name, changes[name] if name in changes else source.read(name))
    return target.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """One part of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def xlsx(sheet_data: str, dimension: str = '<dimension ref="A1:B2"/>', before: str = "") -> bytes:
    """A workbook with one sheet, whatever stands in its XML."""
    book_file = io.BytesIO()
    book = xlsxwriter.Workbook(book_file)
    book.add_worksheet("Leads")
    book.close()
    sheet = f"{before}<worksheet>{dimension}<sheetData>{sheet_data}</sheetData></worksheet>"
    return repacked(book_file.getvalue(), {SHEET: sheet.encode()})


def ods(rows: str, table_attributes: str = "") -> bytes:
    """An OpenDocument workbook with one table, whatever stands in it."""
    content = (
        "<office:document-content><office:body><office:spreadsheet>"
        f'<table:table table:name="Leads"{table_attributes}>{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return repacked((WORKBOOKS / "libreoffice.ods").read_bytes(), {"content.xml": content.encode()})
