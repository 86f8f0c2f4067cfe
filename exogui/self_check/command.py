"""``exogui --self-check``: the command line and the report."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from exogui.cli.interruption import Interruption
from exogui.cli.parser import EXIT_INTERRUPTED
from exogui.cli.terminal import Terminal
from exogui.messages import command_line as command_texts
from exogui.messages import self_check as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.catalogue import plain as say
from exogui.self_check.installation import Installation, this_installation
from exogui.self_check.options import SELF_CHECK, TRY_PARTS
from exogui.self_check.part import Finding
from exogui.self_check.parts import GROUPS
from exogui.self_check.trying import try_groups, try_parts
from exogui.standard_streams import speak_any_script

EXIT_ALL_WORK, EXIT_SOME_FAILED = 0, 1


def main(arguments: Sequence[str], program: str = "exogui") -> int:
    """Try every part, report, and return the exit status. ``arguments`` begin with one of the options.

    Raises SystemExit for ``--help`` and, with argparse's own 2, for words it does not understand.
    """
    option, *words = arguments
    if option == TRY_PARTS:
        *names, report = words
        return try_parts(names, Path(report))
    speak_any_script()
    options = _parser(program).parse_args(words)
    terminal = Terminal()
    with Interruption() as interruption:
        interruption.calls(lambda: None)  # an exception could leave a process that nobody knows of
        terminal.note(say(texts.BEGUN))
        try:
            with tempfile.TemporaryDirectory(prefix="exogui-", ignore_cleanup_errors=True) as scratch:
                findings = try_groups(GROUPS, Path(scratch), lambda: interruption.happened)
        except OSError as error:
            terminal.note(say(texts.NO_PLACE, reason=error.strerror or str(error)))
            return EXIT_SOME_FAILED
    if interruption.happened:
        terminal.note(say(command_texts.INTERRUPTED))
        return EXIT_INTERRUPTED
    return _report(this_installation(), findings, options, terminal)


def report_as_json(installation: Installation, findings: Sequence[Finding]) -> dict[str, object]:
    """What ``--self-check --json`` says: the fields of :class:`Installation`, ``ok``, and ``parts``."""
    return {
        **asdict(installation),
        "ok": all(finding.ok for finding in findings),
        "parts": [asdict(finding) for finding in findings],
    }


def report_lines(
    installation: Installation, findings: Sequence[Finding], say: Speaker = say
) -> Iterator[str]:
    """The same for a person: what it is, a line for each part, and the sum."""
    kind = say(texts.KIND_FROZEN if installation.frozen else texts.KIND_PACKAGE)
    yield say(texts.PROGRAM, version=installation.version, kind=kind, folder=installation.folder)
    qt = installation.qt or say(texts.QT_MISSING)
    yield say(texts.SYSTEM, python=installation.python, qt=qt, system=installation.system)
    yield say(
        texts.FOLDERS,
        settings=installation.settings_folder,
        data=installation.data_folder,
        logs=installation.log_folder,
    )
    verdicts = {True: say(texts.OK), False: say(texts.FAILED)}
    wide = max(map(len, verdicts.values())), max(len(finding.name) for finding in findings)
    for finding in findings:
        verdict, name = verdicts[finding.ok].ljust(wide[0]), finding.name.ljust(wide[1])
        yield f"{verdict}  {name}  {finding.seconds:5.2f} s  {finding.found}"
    failed = [finding.name for finding in findings if not finding.ok]
    if failed:
        yield say(texts.SOME_FAILED, len(failed), all=len(findings), names=", ".join(failed))
    else:
        yield say(texts.ALL_WORK, len(findings))


def _report(
    installation: Installation, findings: Sequence[Finding], options: argparse.Namespace, terminal: Terminal
) -> int:
    status = EXIT_ALL_WORK if all(finding.ok for finding in findings) else EXIT_SOME_FAILED
    report = report_as_json(installation, findings)
    lines = list(report_lines(installation, findings))
    if options.output is not None:
        text = json.dumps(report, indent=2) if options.json else "\n".join(lines)
        try:
            options.output.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            reason = error.strerror or str(error)
            terminal.note(say(texts.NOT_WRITTEN, file=options.output, reason=reason))
            status = EXIT_SOME_FAILED
    elif options.json:
        terminal.json(report)
    else:
        terminal.result(lines)
    return status


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{program} {SELF_CHECK}",
        description=say(texts.DESCRIPTION),
        epilog=say(texts.EXIT),
        allow_abbrev=False,
    )
    parser.add_argument("--json", action="store_true", help=say(command_texts.JSON_HELP))
    parser.add_argument("--output", type=Path, metavar="FILE", help=say(texts.OUTPUT_HELP))
    return parser
