"""How long work in the core shows its progress, gives way to the window and is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")

_ITEMS_BETWEEN = 500

Checkpoint = Callable[[int, int], None]
"""Called with (done, total) after each chunk of a few hundred rows. May block for some milliseconds to let a
window paint, and may raise :class:`Cancelled`, which work lets through."""


class Cancelled(Exception):  # noqa: N818 - a person's wish, not an error
    """The person stopped the work."""


def no_checkpoint(_done: int, _total: int) -> None:
    """For callers that neither show progress nor stop."""


def paced(items: Iterable[_T], checkpoint: Checkpoint, done: int = 0) -> Iterator[_T]:
    """``items``, with a checkpoint between each few hundred.

    For what comes before the work that takes long or, with ``done`` 1, after it.
    """
    for number, item in enumerate(items):
        if not number % _ITEMS_BETWEEN:
            checkpoint(done, 1)
        yield item
