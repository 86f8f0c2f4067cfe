"""The encodings a file can be read in, with the same few names under each."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.contacts.progress import Cancelled
from exogui.contacts.reading.encoding_preview import preview_encodings
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.reading.reader import read_contacts

FILES = Path(__file__).parent / "files"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contacts.csv"


def previews(path: Path) -> dict[str, tuple[str, ...]]:
    return {preview.encoding: preview.samples for preview in preview_encodings(path)}


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Анна", "cp1251"),
        ("สมชาย", "cp874"),
        ("أحمد", "cp1256"),
        ("Ελένη", "cp1253"),
        ("Zoé Lefèvre", "cp1252"),
        ("Łukasz Śliwa", "cp1250"),
        ("王小明", "gb18030"),
        ("田中さくら", "cp932"),
        ("김민수", "cp949"),
        ("Zoë", "cp850"),
        ("José", "mac-roman"),
    ],
)
def test_that_the_right_encoding_shows_the_right_name(path: Path, name: str, encoding: str) -> None:
    path.write_bytes(f"Phone,Name\n+919876543210,{name}\n+919876543211,Asha\n".encode(encoding))
    found = previews(path)
    assert (name,) in found.values()
    right = next(encoding for encoding, samples in found.items() if samples == (name,))
    assert read_contacts(path, ReadOptions(encoding=right)).rows[0][1] == name


def test_that_the_first_is_the_one_in_which_the_file_is_read_unasked(path: Path) -> None:
    for encoding in ("cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"):
        path.write_bytes("Phone,Name\n+919876543210,Zoé\n".encode(encoding))
        assert preview_encodings(path)[0] == (read_contacts(path).source.encoding, ("Zoé",))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_that_a_file_that_says_its_encoding_can_be_read_in_no_other(path: Path, encoding: str) -> None:
    path.write_bytes("Phone,Name\n+919876543210,Zoé\n".encode(encoding))
    assert len(preview_encodings(path)) == 1


def test_that_utf8_is_no_choice_where_a_single_byte_far_down_is_not(path: Path) -> None:
    good = "+919876543210,आशा\n".encode() * 100_000
    path.write_bytes(b"Phone,Name\n" + good)
    assert "utf-8" in previews(path)
    path.write_bytes(b"Phone,Name\n" + good + b"+919876543210,Zo\xe9\n")
    assert "utf-8" not in previews(path)


def test_that_names_far_down_the_file_are_found(path: Path) -> None:
    path.write_bytes(
        b"Phone,Name\n" + b"+919876543210,Asha\n" * 200_000 + "+33612345678,Zoé".encode("cp1252")
    )
    assert previews(path)["cp1252"] == ("Zoé",)


def test_that_each_name_is_shown_once_and_short_cells_come_first(path: Path) -> None:
    remark = "très " * 20
    path.write_bytes(f"Phone;Name;Remark\n1;Zoé;{remark}\n2;Zoé;\n3;René;\n".encode("cp1252"))
    assert previews(path)["cp1252"] == ("Zoé", "René", remark.strip())


def test_that_encodings_that_show_the_same_are_one_choice(path: Path) -> None:
    path.write_bytes("Phone,Name\n1,Zoé\n".encode("cp1252"))
    found = previews(path)
    assert len(set(found.values())) == len(found)
    assert "cp1254" not in found  # é stands there as in cp1252


@pytest.mark.parametrize(
    ("name", "encoding", "second"),
    [
        ("José Ávila", "mac-roman", "mac-roman"),
        ("Łukasz", "cp1250", "cp1250"),
    ],
)
def test_that_what_looks_right_comes_before_what_does_not(
    path: Path, name: str, encoding: str, second: str
) -> None:
    path.write_bytes(f"Phone,Name\n1,{name}\n".encode(encoding))
    assert list(previews(path))[1] == second


def test_that_words_that_mix_alphabets_come_last(path: Path) -> None:
    path.write_bytes("Phone,Name\n1,Zoé Lefèvre\n".encode("cp1252"))
    order = list(previews(path))
    assert order[0] == "cp1252"
    assert order.index("cp1251") > 0
    assert previews(path)["cp1251"] == ("Zoй Lefиvre",)
    path.write_bytes("Phone,Name\n1,Анна\n".encode("cp1251"))
    order = list(previews(path))
    assert order.index("cp1251") < order.index("mac-roman")


def test_that_a_file_of_plain_letters_has_one_choice_without_names() -> None:
    assert preview_encodings(FILES / "text" / "plain.csv") == (("utf-8", ()),)


def test_that_spaces_alone_make_no_difference() -> None:
    assert preview_encodings(FILES / "text" / "blank_rows.csv") == (("utf-8", ()),)


def test_that_a_workbook_has_no_encoding_to_choose() -> None:
    assert preview_encodings(FILES / "workbooks" / "values.xlsx") == ()


def test_that_one_very_long_line_takes_no_time(path: Path) -> None:
    path.write_bytes(b"Phone,Name\n" + b"a" * 5_000_000 + b"\xe9" + b"b" * 30_000)
    samples = preview_encodings(path)[0].samples
    assert len(samples) == 1
    assert 20_000 < len(samples[0]) <= 40_000


def test_that_looking_for_names_can_be_stopped(path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    path.write_bytes(b"Phone,Name\n" + b"+919876543210,Asha\n" * 2_000)
    with pytest.raises(Cancelled):
        preview_encodings(path, checkpoint=stop)


def test_that_a_file_that_cannot_be_opened_is_refused_in_the_same_words(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        preview_encodings(tmp_path / "gone.csv")
    assert caught.value.code is ReadErrorCode.MISSING
