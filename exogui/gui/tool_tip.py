"""Tooltips for texts that come from files."""

from __future__ import annotations

from html import escape


def as_tool_tip(text: str) -> str:
    """``text`` word for word and wrapped; as it is, Qt would take a cell beginning with ``<`` for markup."""
    return "<p>" + escape(text).replace("\n", "<br>") + "</p>" if text else ""
