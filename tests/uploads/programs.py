"""Several programs that do something at the very same moment."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def in_programs(target: Callable[..., None], arguments: Sequence[tuple[Any, ...]]) -> list[int | None]:
    """Run a function of a module in a program for each of ``arguments``; their exit codes.

    It gets a barrier as its first argument, where all of them meet before they begin.
    """
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(len(arguments))
    programs = [context.Process(target=target, args=(start, *given)) for given in arguments]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    return [program.exitcode for program in programs]
