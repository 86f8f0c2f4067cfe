"""Layers that the import contracts cannot express, because they see PySide6 as one thing."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import exogui.gui

GUI = Path(exogui.gui.__file__).parent


@pytest.mark.parametrize("folder", ["models", "workers"])
def test_that_models_and_workers_import_no_widgets(folder: str) -> None:
    modules = sorted((GUI / folder).glob("*.py"))
    assert len(modules) > 1
    for module in modules:
        imported = {
            node.module or ""
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
        assert "PySide6.QtWidgets" not in imported, module.name
