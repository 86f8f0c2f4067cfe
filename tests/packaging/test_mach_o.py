"""Heads of Mach-O files as loader.h of macOS describes them, written here byte by byte."""

from __future__ import annotations

import struct
from pathlib import Path

import mach_o

from tests.packaging.crafted_mach_o import fat_file, thin_part


def test_that_a_library_says_the_oldest_system_it_is_for(tmp_path: Path) -> None:
    file = tmp_path / "libone.dylib"
    file.write_bytes(thin_part((13, 2)))
    assert mach_o.is_mach_o(file)
    assert mach_o.oldest_system(file) == (13, 2)


def test_that_of_two_processors_the_newer_system_counts(tmp_path: Path) -> None:
    file = tmp_path / "libboth.dylib"
    file.write_bytes(fat_file(thin_part((13, 0)), thin_part((15, 0))))
    assert mach_o.is_mach_o(file)
    assert mach_o.oldest_system(file) == (15, 0)


def test_that_a_library_without_a_mark_is_for_any_system(tmp_path: Path) -> None:
    file = tmp_path / "old.dylib"
    file.write_bytes(thin_part(None))
    assert mach_o.is_mach_o(file)
    assert mach_o.oldest_system(file) is None


def test_that_other_files_are_none(tmp_path: Path) -> None:
    java_class = struct.pack(">IHH", 0xCAFEBABE, 0, 61)
    for content in (b"", b"short", b"#!/bin/sh\nexit 0\n", java_class, b"\x7fELF" + bytes(60)):
        file = tmp_path / "file"
        file.write_bytes(content)
        assert not mach_o.is_mach_o(file)
        assert mach_o.oldest_system(file) is None
