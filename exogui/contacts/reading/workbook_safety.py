"""What is looked at before a workbook is given to the workbook reader (calamine), which trusts it.

It takes the memory that a file asks for, and where there is none the whole process ends at once: no error can
be caught. So the file is read here first, in a simpler way, and refused when it would ask for too much.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Protocol

from exogui.contacts.reading.hidden import Hidden
from exogui.contacts.reading.ods_safety import OdsSafety
from exogui.contacts.reading.xls_safety import XlsSafety
from exogui.contacts.reading.xlsb_safety import XlsbSafety
from exogui.contacts.reading.xlsx_safety import XlsxSafety
from exogui.contacts.sheet import FileFormat


class SafeWorkbook(Protocol):
    """A workbook that was looked over."""

    def hidden(self, sheet: int) -> Hidden:
        """What the sheet at this place of the workbook, from 0, hides."""
        ...


_CHECKS: dict[FileFormat, Callable[[BinaryIO, Callable[[], None]], SafeWorkbook]] = {
    FileFormat.XLSX: XlsxSafety,
    FileFormat.XLS: XlsSafety,
    FileFormat.XLSB: XlsbSafety,
    FileFormat.ODS: OdsSafety,
}


def look_over(file: BinaryIO, file_format: FileFormat, checkpoint: Callable[[], None]) -> SafeWorkbook:
    """Read all of ``file`` once, calling ``checkpoint`` every few milliseconds.

    Raises:
        ReadError: TOO_MANY_CELLS when it asks for more memory than is good manners, TOO_LARGE, PASSWORD, or
            DAMAGED.
    """
    return _CHECKS[file_format](file, checkpoint)
