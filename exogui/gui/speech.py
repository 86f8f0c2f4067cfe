"""The window's voice: texts of the catalogue in the person's language, numbers as their system groups them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from exogui.messages.catalogue import Speaker


def _translate(context: str, source: str, count: int | None) -> str:
    return QCoreApplication.translate(context, source, None, -1 if count is None else count)


def _number(value: int) -> str:
    return QLocale().toString(value)


say = Speaker(_translate, _number)
"""Renders a text when called; call it again when the language may have changed."""
