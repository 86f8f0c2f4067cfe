"""What reads, judges and writes contact lists."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.resources import resource_path
from exogui.self_check.part import PartFailed

SAMPLE = "samples/contacts.csv"

_NUMBERS = {
    "+919876543210": ("IN", "mobile"),
    "+912223456789": ("IN", "landline"),
    "+6591234567": ("SG", "mobile"),
    "+971501234567": ("AE", "mobile"),
    "+447400123456": ("GB", "mobile"),
    "+12015550123": ("US", "mobile_or_landline"),
    "+80012345678": ("001", "toll_free"),
}
"""Of several countries, in plans of their own: what libphonenumber gives as examples of them."""
_IN_NO_PLAN = ("+910123456789", "+999123456789")
_EMAILS = {
    "asha@example.com": True,
    "अनिता@उदाहरण.भारत": True,  # only the library can tell
    "asha@@example.com": False,
    "asha@example": False,
}
_ROWS = [["+919876543210", "अनिता", "=1+1"], ["+6591234567", "Mei", "0091"]]
_HEADER = ["phone_number", "first_name", "remarks"]


def try_sample() -> str:
    """The sample contacts are there and can be read."""
    from exogui.contacts.reading.reader import read_contacts

    rows = len(read_contacts(resource_path(SAMPLE)).rows)
    return say(texts.SAMPLE, rows)


def try_numbering_plans() -> str:
    """Numbers of several countries are known for what they are, and such as exist nowhere are not."""
    from phonenumbers import SUPPORTED_REGIONS, SUPPORTED_SHORT_REGIONS, PhoneMetadata, __version__

    from exogui.contacts.judging.number_kinds import line_of

    for number, line in _NUMBERS.items():
        if line_of(number) != line:
            raise PartFailed(say(texts.WRONG_PLAN, country=line[0]))
    if any(line_of(number) is not None for number in _IN_NO_PLAN):
        raise PartFailed(say(texts.NO_SUCH_NUMBER))
    for region in SUPPORTED_REGIONS:  # each in a module of its own
        PhoneMetadata.metadata_for_region(region)
    for region in SUPPORTED_SHORT_REGIONS:
        PhoneMetadata.short_metadata_for_region(region)
    return say(
        texts.PLANS,
        version=__version__,
        countries=len(SUPPORTED_REGIONS),
        short=len(SUPPORTED_SHORT_REGIONS),
    )


def try_emails() -> str:
    """Addresses are told right from wrong, in other scripts too."""
    from email_validator import __version__

    from exogui.contacts.judging.emails import is_email

    wrong = [address for address, right in _EMAILS.items() if is_email(address) is not right]
    if wrong:
        raise PartFailed(say(texts.WRONG_EMAILS, addresses=", ".join(wrong)))
    return say(texts.EMAILS, version=__version__)


def try_workbooks() -> str:
    """A workbook that exogui writes is read back as it was, also straight from memory."""
    from python_calamine import CalamineWorkbook
    from xlsxwriter import __version__

    from exogui.contacts.reading.reader import read_contacts
    from exogui.contacts.writer import save_rows

    with tempfile.TemporaryDirectory(prefix="exogui-") as folder:
        path = Path(folder, "contacts.xlsx")
        save_rows(path, _HEADER, _ROWS)
        content = path.read_bytes()
        sheet = read_contacts(path)
    in_memory = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    if [list(row) for row in sheet.rows] != _ROWS or in_memory != [_HEADER, *_ROWS]:
        raise PartFailed(say(texts.WRONG_WORKBOOK))
    return say(texts.WORKBOOKS, version=__version__)
