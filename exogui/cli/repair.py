"""``exogui repair``: what can be put right without guessing, saved as a new file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from exogui.cli.check import check_report, problem_lines, read_and_judge, unusable, unusable_text
from exogui.cli.terminal import Terminal
from exogui.contacts.corrected_list import header_to_save
from exogui.contacts.problems import ProblemCode
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.repairing.repairs import carry_out_certain_repairs
from exogui.contacts.table import ContactTable, Step
from exogui.contacts.writer import SaveError, SaveErrorCode, save_rows
from exogui.messages import repair_command as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.problems import step_text
from exogui.messages.reading import read_error_text

EXIT_READY, EXIT_NEEDS_A_PERSON, EXIT_FAILED = 0, 1, 2

_SAVE_ERRORS = {
    SaveErrorCode.UNKNOWN_FORMAT: texts.UNKNOWN_FORMAT,
    SaveErrorCode.IS_SOURCE: texts.IS_SOURCE,
    SaveErrorCode.TOO_LARGE_FOR_EXCEL: texts.TOO_LARGE_FOR_EXCEL,
}


def repair(file: Path, output: Path, country: str | None, *, as_json: bool, terminal: Terminal) -> int:
    """Read ``file``, repair it, save it as ``output``, say what was done, and return the exit status.

    With ``as_json`` one object says it, with what :func:`check_report` says of the repaired list, and

    ``output``    where it was saved; null when it was not
    ``country``   the one given for numbers without a country code
    ``repaired``  ``code``, ``cells`` and ``message`` of each repair
    ``error``     null, a ReadErrorCode, an Unusable, a SaveErrorCode or ``not_written``
    """
    table: ContactTable | None = None
    steps: tuple[Step, ...] = ()
    error, message = "", ""
    try:
        table = read_and_judge(file)
    except ReadError as problem:
        error, message = problem.code.value, read_error_text(problem, file.name, terminal.say)
    else:
        fault = unusable(table)
        if fault is not None:
            error, message = fault.value, unusable_text(fault, file, terminal.say)
        else:
            steps = carry_out_certain_repairs(table, country)
            error, message = _save(table, output, terminal.say)
    if as_json:
        done = [
            {"code": step.code, "cells": step.count, "message": step_text(step, terminal.say)}
            for step in steps
        ]
        terminal.json(
            {
                "file": str(file),
                "output": None if error else str(output),
                "country": country,
                "repaired": done,
                **check_report(table, terminal.say),
                "error": error or None,
                "message": message,
            }
        )
    elif table is not None and not error:
        terminal.result(_lines(table, steps, output, country, terminal.say))
    if message and not as_json:
        terminal.note(message)
    if error or table is None:
        return EXIT_FAILED
    return EXIT_NEEDS_A_PERSON if table.counts.errors else EXIT_READY


def _save(table: ContactTable, output: Path, say: Speaker) -> tuple[str, str]:
    """Save the list; an error and what it means, both empty when there was none."""
    header = header_to_save(table, lambda name: say(texts.NOT_SENT_HEADER, header=name))
    try:
        save_rows(output, header, table.rows, source=table.source.path)
    except SaveError as error:
        return error.code.value, say(_SAVE_ERRORS[error.code], file=output.name)
    except OSError as error:
        return "not_written", say(texts.NOT_WRITTEN, file=output.name, reason=error.strerror or str(error))
    return "", ""


def _lines(
    table: ContactTable, steps: Sequence[Step], output: Path, country: str | None, say: Speaker
) -> Iterator[str]:
    for step in steps:
        yield say(texts.REPAIRED, step=step_text(step, say))
    if not steps:
        yield say(texts.NOTHING_REPAIRED)
    yield say(texts.SAVED, table.row_count, file=output.name)
    yield from problem_lines(table, say)
    without_code = len(table.rows_with(ProblemCode.NO_COUNTRY_CODE))
    if without_code and country is None:
        yield say(texts.COUNTRY_WANTED, without_code)
    if table.counts.errors:
        yield say(texts.NEED_A_PERSON, table.counts.errors, file=output.name)
