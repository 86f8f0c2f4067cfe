"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
CORE = (
    "exogui.contacts",
    "exogui.exotel",
    "exogui.uploads",
    "exogui.messages",
    "exogui.practice",
    "exogui.cli",
)


def sources(checkout: Path, *folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((checkout / folder).rglob("*.py"))


def test_that_no_file_is_too_long_to_read(checkout: Path) -> None:
    lengths = {
        str(path.relative_to(checkout)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(checkout, "exogui", "packaging")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def lines_of(function: ast.FunctionDef) -> int:
    """How much there is to follow: signature and docstring do not count."""
    start = function.body[0].end_lineno if ast.get_docstring(function) else function.body[0].lineno - 1
    return (function.end_lineno or 0) - (start or 0)


def test_that_no_function_is_too_long_to_grasp(checkout: Path) -> None:
    too_long = [
        f"{path.relative_to(checkout)}:{node.lineno} {node.name}"
        for path in sources(checkout, "exogui", "packaging")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and lines_of(node) > LONGEST_FUNCTION
    ]
    assert too_long == []


def test_that_package_files_hold_no_class(checkout: Path) -> None:
    for path in (checkout / "exogui").rglob("__init__.py"):
        assert not re.search(r"^class ", path.read_text(encoding="utf-8"), re.MULTILINE), path


def test_that_no_module_has_a_name_that_says_nothing(checkout: Path) -> None:
    names = {path.stem for path in sources(checkout, "exogui", "packaging")}
    assert not {
        name for name in names if re.search(r"(^|_)(utils?|helpers?|common|managers?|misc)($|_)", name)
    }


def test_that_test_files_have_names_of_their_own(checkout: Path) -> None:
    names = [path.name for path in (checkout / "tests").rglob("test_*.py")]
    assert sorted(set(names)) == sorted(names)


def test_that_the_version_stands_in_one_place(checkout: Path) -> None:
    from exogui import __version__

    places = [
        path.relative_to(checkout).as_posix()
        for path in [*sources(checkout, "exogui", "packaging"), checkout / "pyproject.toml"]
        if re.search(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])", path.read_text(encoding="utf-8"))
    ]
    assert places == ["exogui/__init__.py"]


@pytest.mark.parametrize("package", CORE)
def test_that_the_core_runs_without_qt(package: str, checkout: Path) -> None:
    """Every module, in a fresh interpreter; what they import late is for the import contracts to see."""
    code = (
        "import importlib, pkgutil, sys\n"
        f"package = importlib.import_module({package!r})\n"
        "for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "    importlib.import_module(module.name)\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))))\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == ""
