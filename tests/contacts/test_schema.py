"""Names of columns, as exports write them, and the fields they go to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.contacts.schema import MAX_CHARACTERS, Field, match_header

PHONE, FIRST, LAST, EMAIL = Field.PHONE_NUMBER, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL
COMPANY, TAG, CUSTOM = Field.COMPANY, Field.TAG, Field.CUSTOM_FIELD_1

EXPORTS: dict[str, dict[str, Field | None]] = {
    "Exotel": {field.value: field for field in Field},
    "Google Contacts": {
        "Given Name": FIRST,
        "Family Name": LAST,
        "Group Membership": TAG,
        "E-mail 1 - Type": None,
        "E-mail 1 - Value": EMAIL,
        "Phone 1 - Type": None,
        "Phone 1 - Value": PHONE,
        "Organization 1 - Name": COMPANY,
        "Organization 1 - Title": None,
    },
    "Outlook": {
        "Title": None,
        "First Name": FIRST,
        "Last Name": LAST,
        "Company": COMPANY,
        "Business Fax": None,
        "Business Phone": None,
        "Mobile Phone": PHONE,
        "Categories": TAG,
        "E-mail Address": EMAIL,
        "E-mail Type": None,
    },
    "HubSpot": {
        "Record ID": None,
        "First Name": FIRST,
        "Last Name": LAST,
        "Email": EMAIL,
        "Phone Number": PHONE,
        "Mobile Phone Number": None,
        "Associated Company": COMPANY,
        "Email Opt Out": None,
    },
    "Salesforce": {
        "Account Name": COMPANY,
        "First Name": FIRST,
        "Last Name": LAST,
        "Full Name": None,
        "Phone": None,
        "Mobile": PHONE,
        "Email": EMAIL,
        "Do Not Call": None,
    },
    "Zoho": {
        "Contact Id": None,
        "Contact Owner": None,
        "First Name": FIRST,
        "Last Name": LAST,
        "Account Name": COMPANY,
        "Email": EMAIL,
        "Mobile": PHONE,
        "Tag": TAG,
    },
    "Freshsales": {
        "First name": FIRST,
        "Last name": LAST,
        "Emails": None,
        "Work": None,
        "Mobile": PHONE,
        "Tags": TAG,
    },
    "LeadSquared": {
        "Prospect ID": None,
        "First Name": FIRST,
        "Last Name": LAST,
        "Email Address": EMAIL,
        "Phone Number": PHONE,
        "Mobile Number": None,
        "Lead Source": None,
    },
    "a list from India": {
        "S.No.": None,
        "Customer Name": FIRST,
        "Mobile No.": PHONE,
        "E-Mail ID": EMAIL,
        "Alternate Mobile": None,
        "Organisation": COMPANY,
        "Aadhaar Number": None,
        "Account Number": None,
    },
    "a list from Indonesia": {"No": None, "Nama Lengkap": FIRST, "No. HP": PHONE, "Perusahaan": COMPANY},
    "a list in Hindi": {"नाम": FIRST, "मोबाइल नंबर": PHONE, "ईमेल": EMAIL},
    "a list from Vietnam": {"Họ": LAST, "Tên": FIRST, "Số điện thoại": PHONE},
}


@pytest.mark.parametrize("export", EXPORTS)
def test_that_the_columns_of_an_export_go_where_a_person_would_put_them(export: str) -> None:
    columns = EXPORTS[export]
    assert dict(zip(columns, match_header(tuple(columns)), strict=True)) == columns


@pytest.mark.parametrize(
    "name",
    [
        "\ufeffphone_number",
        " PHONE  NUMBER ",
        "Phone-Number*",
        "phone number:",
        "Phone number (required)",
        "Phone Number [E.164]",
        "Ｐｈｏｎｅ Ｎｕｍｂｅｒ",
        "Mobile (with country code)",
    ],
)
def test_that_case_spaces_and_punctuation_do_not_matter(name: str) -> None:
    assert match_header([name]) == (PHONE,)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "-",
        "Phone Type",
        "Phone Country Code",
        "Phone extension",
        "Mobile verified",
        "Email opt out",
        "E-mail Status",
        "Company Size",
        "Company ID",
        "Customer Number",
        "Account Number",
        "First Name Pronunciation",
        "Last Name Change Date",
        "Tag Count",
        "Contact",
        "User Name",
        "File Name",
        "Date",
        "Custom Field 2",
        "Mobile (verified)",
    ],
)
def test_that_columns_that_only_speak_of_a_field_are_not_sent(name: str) -> None:
    assert match_header([name]) == (None,)


def test_that_exotels_own_name_wins_over_a_better_looking_one() -> None:
    assert match_header(["Mobile", "Phone Number", "phone_number"]) == (None, None, PHONE)


def test_that_of_two_equal_names_the_first_wins() -> None:
    assert match_header(["E-Mail", "Email", "E Mail"]) == (EMAIL, None, None)


def test_that_a_column_with_no_value_gives_way() -> None:
    header = ["Mobile", "Phone", "Email"]
    assert match_header(header) == (PHONE, None, EMAIL)
    assert match_header(header, blank={0, 2}) == (None, PHONE, EMAIL)


def test_that_a_whole_name_is_a_first_name_only_without_last_names() -> None:
    assert match_header(["Full Name", "Phone"]) == (FIRST, PHONE)
    assert match_header(["Full Name", "Surname", "Phone"]) == (None, LAST, PHONE)
    assert match_header(["Name", "Surname", "Phone"]) == (FIRST, LAST, PHONE)


@given(
    st.lists(
        st.sampled_from([name for export in EXPORTS.values() for name in export]) | st.text(), max_size=12
    )
)
def test_that_no_field_is_given_twice(header: list[str]) -> None:
    mapping = match_header(header)
    given_fields = [field for field in mapping if field is not None]
    assert len(mapping) == len(header)
    assert len(given_fields) == len(set(given_fields))


def test_that_every_field_has_a_limit() -> None:
    assert set(MAX_CHARACTERS) == set(Field)
    assert MAX_CHARACTERS[EMAIL] == 254
