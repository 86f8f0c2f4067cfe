"""Exotel's contact columns, their rules, the names they go by in the wild, and the limits. Said once, here.

Source: Exotel, "Upload Contacts via CSV".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum


class Field(StrEnum):
    """A column of Exotel's contact CSV; the value is the column's name there. In Exotel's order."""

    PHONE_NUMBER = "phone_number"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    COMPANY = "company"
    TAG = "tag"
    CUSTOM_FIELD_1 = "custom_field_1"


MAX_UPLOAD_BYTES = 10_000_000
"""Exotel says 10 MB and not which; the smaller reading is safe."""

MAX_UPLOAD_ROWS = 50_000
"""Records in one file."""

MAX_CHARACTERS: Mapping[Field, int] = {
    Field.PHONE_NUMBER: 255,
    Field.FIRST_NAME: 255,
    Field.LAST_NAME: 255,
    Field.EMAIL: 254,
    Field.COMPANY: 255,
    Field.TAG: 255,
    Field.CUSTOM_FIELD_1: 255,
}
"""Longest value of each field. Exotel documents none. An e-mail address has at most 254 characters
(RFC 5321, section 4.5.3.1.3, erratum 1690); 255 elsewhere is exogui's own limit, to catch cells that
swallowed others."""


_NAMES: Mapping[Field, str] = {
    Field.PHONE_NUMBER: """
        phone_number | mobile_number | mobile phone number | mobile phone | mobile no
        | mobile num | mobile | mobile 1 | mobile no 1 | mobile number 1 | mobile1 number
        | primary mobile | primary mobile number | primary phone | primary phone number
        | primary contact number | primary number | contact mobile | contact mobile number
        | contact mobile no | customer mobile | customer mobile number | customer mobile no
        | customer phone | customer phone number | customer contact
        | customer contact number | customer contact no | lead mobile | lead phone
        | lead phone number | person phone | contact phone | contact phone number
        | contact phone no | registered mobile number | registered mobile no | registered mobile
        | user mobile | user phone | client mobile | client phone
        | cell phone | cell phone number | cell number | cell no | cell
        | handphone | handphone number | handphone no | hp | hp no | hp number | no hp
        | nomor hp | no handphone | nomor handphone | nombor telefon bimbit | no telefon bimbit
        | mob | mob no | mob number | mbl | mbl no | phone | phone no | phone num | phones
        | telephone number | telephone no | telephone | tel | tel no | tel number | telephone 1
        | phone 1 | phone no 1 | phone number 1 | phone1 number | phone 1 value | contact number
        | contact no | contact num | contact number 1 | contact no 1 | contact nos
        | contact numbers | calling number | call number | dial number | number to call | msisdn
        | ph | ph no | ph number | e164 number | e164 phone | international phone
        | whatsapp number | whatsapp no | whatsapp phone | whatsapp phone number | whatsapp
        | wa number | nomor telepon | no telepon | no telp | nomor telp | telepon | no telefon
        | nombor telefon | telefon | telefono | so dien thoai | sdt | मोबाइल | मोबाइल नंबर | फोन
        | फोन नंबर | मोबाइल नं | கைபேசி | தொலைபேசி | เบอร์โทร | เบอร์โทรศัพท์ | số điện thoại
        | 手机 | 手机号 | 手机号码 | 电话 | 电话号码 | primary phone value | main phone
        | main number | business phone | work phone | work phone number | office phone
        | office number | company main phone | company phone | home phone | home phone number
        | residence phone | landline | landline number | other phone | alternate number
        | alternate mobile | alternate mobile number | alternate phone | mobile 2 | phone 2
        | phone 2 value | business phone 2 | home phone 2 | number
        """,
    Field.FIRST_NAME: """
        first_name | given name | forename | fname | firstname 1 | contact first name
        | lead first name | customer first name | person first name | christian name
        | nama depan | प्रथम नाम | पहला नाम | tên | name | contact person
        """,
    Field.LAST_NAME: """
        last_name | surname | family name | lname | contact last name | lead last name
        | customer last name | person last name | nama belakang | उपनाम | họ | 姓
        """,
    Field.EMAIL: """
        email | email address | mail | mail id | email id | primary email
        | primary email address | email 1 | email 1 value | email1 address | email address 1
        | contact email | contact email address | customer email | customer email id
        | customer email address | lead email | person email | person account email | work email
        | business email | office email | official email | company email | personal email
        | home email | alamat email | emel | ईमेल | อีเมล | 邮箱 | 电子邮件 | email 2
        | email 2 value | email 2 address | secondary email | alternate email | other email
        """,
    Field.COMPANY: """
        company | company name | organisation | organization | organisation name
        | organization name | organization 1 name | org | org name | account name
        | associated company | primary company | company account | business name | firm
        | firm name | employer | employer name | contact company | lead company
        | customer company | perusahaan | nama perusahaan | syarikat | nama syarikat | कंपनी
        | công ty | บริษัท | 公司
        """,
    Field.TAG: """
        tag | tags | label | labels | contact tag | contact tags | lead tags | customer tags
        | categories | group membership | group | groups | segment | segments | टैग
        """,
    Field.CUSTOM_FIELD_1: """
        custom_field_1 | custom field | custom 1 | custom field 1 value | cf 1
        """,
}
"""Names that address books, CRMs and people's own lists give the fields, best first: a mobile number rather
than a line at work or at home."""

_WHOLE_NAMES = """
    full name | display name | contact name | customer name | client name | lead name
    | person name | subscriber name | party name | nama | nama lengkap | नाम | पूरा नाम | பெயர்
    | ชื่อ | họ và tên | họ tên | 姓名
    """
"""Names of columns with a whole name in one cell: a first name, unless last names have their own column."""

_HINT = re.compile(
    r"[(\[](?:required|mandatory|optional|compulsory|e\.?164|primary|with (?:country|isd) code"
    r"|incl(?:uding|\.)? country code|without spaces|10 digits?|\+91)[)\]]\s*$",
    re.IGNORECASE,
)


def _key(name: str) -> str:
    """What is left of a name without case, spaces, punctuation and byte order mark."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    # Marks stay: vowel signs are half of a Devanagari, Tamil or Thai word.
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LNM")


def _ranks() -> dict[str, tuple[Field, int]]:
    ranks: dict[str, tuple[Field, int]] = {}
    for field, names in _NAMES.items():
        for rank, name in enumerate(names.split("|")):
            ranks.setdefault(_key(name), (field, rank))
    return ranks


_RANKS = _ranks()
_WHOLE_NAME_KEYS = frozenset(_key(name) for name in _WHOLE_NAMES.split("|"))
_WHOLE_NAME_RANK = 1_000


def _rank(cell: str) -> tuple[Field, int] | None:
    """The field that a header cell names and how well it names it: 0 is best."""
    if not cell:
        return None  # sheets have many
    for name in (cell, _HINT.sub("", cell)):
        key = _key(name)
        if key in _RANKS:
            return _RANKS[key]
        if key in _WHOLE_NAME_KEYS:
            return Field.FIRST_NAME, _WHOLE_NAME_RANK
    return None


def match_header(cells: Sequence[str], blank: Collection[int] = ()) -> tuple[Field | None, ...]:
    """For each header cell the field it names, or None.

    Each field is given at most once: to the column whose name names it best, among equals to the first.
    The columns in ``blank``, in which no row has a value, come after all others.
    """
    candidates: list[tuple[bool, bool, int, int, Field]] = []
    for column, cell in enumerate(cells):
        found = _rank(cell)
        if found is not None:
            field, rank = found
            candidates.append((column in blank, cell.strip() != field.value, rank, column, field))
    mapping: list[Field | None] = [None] * len(cells)
    given: set[Field] = set()
    for _, _, rank, column, field in sorted(candidates):
        if field in given or (rank == _WHOLE_NAME_RANK and Field.LAST_NAME in given):
            continue
        mapping[column] = field
        given.add(field)
    return tuple(mapping)
