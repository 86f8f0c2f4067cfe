"""The window's voice: texts in the person's language, numbers as their system groups them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from exogui.messages.catalogue import Speaker, group_thousands


def _translate(context: str, source: str, count: int | None) -> str:
    return QCoreApplication.translate(context, source, None, -1 if count is None else count)


def _number(value: int) -> str:
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return group_thousands(value)  # the C locale has no separator at all
    return locale.toString(value)


say = Speaker(_translate, _number)
"""Renders a text when called; call it again when the language may have changed."""
