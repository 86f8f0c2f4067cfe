"""Imports what will be needed soon, beside the window."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Signal

from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import WorkContext


class ImportController(WorkController):
    """Takes the time of imports out of the first click that needs them.

    Says nothing of modules that cannot be imported: the import that needs them will.
    """

    loaded = Signal()
    """What can be imported has been."""

    def load(self, *modules: str) -> None:
        """Import ``modules`` in this order."""

        def work(context: WorkContext) -> None:
            for number, module in enumerate(modules):
                context.checkpoint(number, len(modules))
                import_module(module)

        self._start(work, lambda _nothing: self.loaded.emit(), lambda _error: self.loaded.emit())
