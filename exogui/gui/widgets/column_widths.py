"""How wide the columns of a table are: what they need, what the person chose, and what there is room for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray

NARROWEST, WIDEST = 88, 264
"""Pixels of a column that the person has not sized."""
_LEAST_WIDEST = 152
"""How far wide columns give way so that all fit."""
_WIDEST_OF_MANY = 208
"""How wide a column may be where not all fit and the table scrolls."""
_STEP = 8


class ColumnWidths:
    """Widths in pixels. Those that the person chose are known by the columns' names in the file."""

    def __init__(self) -> None:
        self._chosen: dict[str, int] = {}

    def choose(self, name: str, width: int) -> None:
        """The person gave a column this width."""
        self._chosen[name] = width

    def fitted(self, names: Sequence[str], needed: Sequence[int], room: int) -> list[int]:
        """A width for each column. Where not all fit into ``room``, the widest give way."""
        chosen = [self._chosen.get(name) for name in names]
        widths: list[int] = []
        for widest in (*range(WIDEST, _LEAST_WIDEST - 1, -_STEP), _WIDEST_OF_MANY):
            widths = [
                min(max(needs, NARROWEST), widest) if own is None else own
                for own, needs in zip(chosen, needed, strict=True)
            ]
            if sum(widths) <= room:
                break
        return widths

    def save(self) -> QByteArray:
        """What the person chose, to be kept."""
        return QByteArray(json.dumps(self._chosen).encode())

    def restore(self, state: QByteArray) -> None:
        """Take up what :meth:`save` gave; what cannot be read is ignored."""
        try:
            widths = json.loads(bytes(state.data()) or b"{}")
            self._chosen = {str(name): int(width) for name, width in widths.items()}
        except (ValueError, TypeError, AttributeError):
            self._chosen = {}
