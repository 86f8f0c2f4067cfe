"""How one cell of a dialog's table looks, said in tokens and icon names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellLook:
    """Colours are fields of :class:`~exogui.gui.tokens.Tokens`, icons files of the icon set."""

    text: str
    tint: str = "text"
    strong: bool = False
    note: str = ""
    """What stands, quieter, below the text."""
    icon: str = ""
    icon_tint: str = "muted"
    fill: str = ""
    """Background; empty for none."""
    chosen: bool | None = None
    """Of a cell that is one of several choices, whether it is the one that holds; else None."""
    flush_right: bool = False
    """Whether the text stands at the right, as numbers below each other do."""
