"""The command line's grammar, and what each command gives back to the shell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from exogui import __version__
from exogui.cli.terminal import Terminal
from exogui.messages import command_line as texts
from exogui.messages import history_command as history_texts
from exogui.messages import policy as policy_texts
from exogui.messages import remove_command as remove_texts
from exogui.messages import repair_command as repair_texts
from exogui.messages import resume_command as resume_texts
from exogui.messages.catalogue import plain as say
from exogui.standard_streams import speak_any_script

if TYPE_CHECKING:
    from exogui.policy.policy import Policy
    from exogui.policy.reading import PolicyInForce

COMMANDS = ("check", "repair", "upload", "resume", "history", "policy", "remove-data")
"""The first word of the command line that asks for no window."""

EXIT_UNEXPECTED = {
    "check": 2,
    "repair": 2,
    "upload": 3,
    "resume": 3,
    "history": 2,
    "policy": 2,
    "remove-data": 1,
}
"""What the program does not know leaves a file unread, or rows of which nobody knows."""
EXIT_INTERRUPTED = 130
"""128 + SIGINT, as shells give it."""
EXIT_NO_COMMAND = 2
"""As argparse has it for words that it does not understand."""


def main(arguments: Sequence[str], program: str = "exogui", *, policy: PolicyInForce | None = None) -> int:
    """Run one command of what calls itself ``program``; returns the exit status. No command prints the help.

    ``policy``: by default what this system has.

    Raises SystemExit for ``--help`` and, with argparse's own 2, for words it does not understand.
    """
    speak_any_script()
    if not arguments:
        build_parser(program).print_help(sys.stderr)
        return EXIT_NO_COMMAND
    options = build_parser(program).parse_args(arguments)
    terminal = Terminal()
    try:
        return _run(options, terminal, policy)
    except KeyboardInterrupt:
        terminal.note(say(texts.INTERRUPTED))
        return EXIT_INTERRUPTED
    except Exception as error:  # noqa: BLE001 - Python's own status would say that rows were refused
        terminal.note(say(texts.UNEXPECTED, what=_name(error)))
        return EXIT_UNEXPECTED[options.command]


def _run(options: argparse.Namespace, terminal: Terminal, policy: PolicyInForce | None) -> int:
    if options.command == "check":
        from exogui.cli.check import check

        return check(options.file, as_json=options.json, terminal=terminal)
    if options.command == "repair":
        from exogui.cli.repair import repair

        _check_country(options)
        return repair(options.file, options.output, options.country, as_json=options.json, terminal=terminal)
    if options.command == "remove-data":
        from exogui.cli.remove_data import remove_data

        return remove_data(terminal, without_asking=options.yes, as_json=options.json)
    if options.command == "history":
        work: Callable[[], int] = partial(_history, options, terminal)
    else:
        from exogui.policy.reading import read_policy

        in_force = read_policy() if policy is None else policy
        if options.command == "policy":
            from exogui.cli.policy import tell_policy

            return tell_policy(in_force, as_json=options.json, terminal=terminal)
        _note_faults(in_force, terminal)
        command = {"upload": _upload, "resume": _resume}[options.command]
        work = partial(command, options, terminal, in_force.policy)
    from platformdirs import user_log_path

    from exogui.log_file import keep_log

    with keep_log(user_log_path("exogui", appauthor=False), "exogui-upload.log"):
        return work()


def _note_faults(in_force: PolicyInForce, terminal: Terminal) -> None:
    if in_force.faults:
        from exogui.messages.policy import fault_text

        for fault in in_force.faults:
            terminal.note(fault_text(fault, terminal.say))


def _upload(options: argparse.Namespace, terminal: Terminal, policy: Policy) -> int:
    if options.practice and options.base_url is not None:
        options.refuse(say(texts.PRACTICE_HAS_ITS_ADDRESS))
    from exogui.cli.upload import upload
    from exogui.cli.upload_request import AccountChoice, UploadRequest

    request = UploadRequest(
        file=options.file,
        account=AccountChoice(options.practice, options.account, options.base_url),
        list_id=options.list_id,
        duplicate_action=options.duplicate_action,
        only_ready=options.only_ready,
        try_first=options.try_first,
        again=options.again,
        as_json=options.json,
    )
    return upload(request, terminal, policy)


def _resume(options: argparse.Namespace, terminal: Terminal, policy: Policy) -> int:
    for given, option in ((options.again, "--again"), (options.count_as_there, "--count-as-there")):
        if given and options.job is None:
            options.refuse(say(resume_texts.DECISION_NEEDS_A_JOB, option=option))
    from exogui.cli.resume import ResumeRequest, resume
    from exogui.cli.upload_request import AccountChoice
    from exogui.uploads.choices import LostAnswerChoice

    choice = LostAnswerChoice.COUNT_AS_THERE if options.count_as_there else None
    request = ResumeRequest(
        job=options.job,
        account=AccountChoice(name=options.account, base_url=options.base_url),
        send=options.send or options.again,
        choice=LostAnswerChoice.SEND_AGAIN if options.again else choice,
        as_json=options.json,
    )
    return resume(request, terminal, policy)


def _history(options: argparse.Namespace, terminal: Terminal) -> int:
    if options.report and options.job is None:
        options.refuse(say(history_texts.REPORT_NEEDS_JOB))
    from exogui.cli.history import HistoryRequest, history

    request = HistoryRequest(
        search=options.search,
        job=options.job,
        report=options.report,
        forget=options.forget,
        erase_contacts=options.erase_contacts,
        as_json=options.json,
    )
    return history(request, terminal)


def build_parser(program: str = "exogui") -> argparse.ArgumentParser:
    """The grammar of every command.

    No option can be abbreviated: what is unambiguous today would mean another one when there are more.
    """
    parser = argparse.ArgumentParser(
        prog=program, description=say(texts.DESCRIPTION), epilog=say(texts.WINDOW_HELP), allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"exogui {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, title=say(texts.COMMANDS))
    check = commands.add_parser(
        "check", help=say(texts.CHECK_HELP), epilog=say(texts.CHECK_EXIT), allow_abbrev=False
    )
    repair = commands.add_parser(
        "repair", help=say(repair_texts.HELP), epilog=say(repair_texts.EXIT), allow_abbrev=False
    )
    upload = commands.add_parser(
        "upload",
        help=say(texts.UPLOAD_HELP),
        epilog=say(texts.UPLOAD_EXIT),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    resume = commands.add_parser(
        "resume",
        help=say(resume_texts.HELP),
        epilog=say(resume_texts.EXIT),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    history = commands.add_parser(
        "history", help=say(history_texts.HELP), epilog=say(history_texts.EXIT), allow_abbrev=False
    )
    in_force = commands.add_parser(
        "policy", help=say(policy_texts.HELP), epilog=say(policy_texts.EXIT), allow_abbrev=False
    )
    remove = commands.add_parser(
        "remove-data", help=say(remove_texts.HELP), epilog=say(remove_texts.EXIT), allow_abbrev=False
    )
    remove.add_argument("--yes", action="store_true", help=say(remove_texts.YES_HELP))
    for command in (check, repair, upload):
        command.add_argument("file", type=Path, metavar="FILE", help=say(texts.FILE_HELP))
    for command in (check, repair, upload, resume, in_force, remove):
        command.add_argument("--json", action="store_true", help=say(texts.JSON_HELP))
    for command in (check, repair, upload, resume, history):
        command.set_defaults(refuse=command.error)
    repair.add_argument("--country", metavar="IN", type=str.upper, help=say(repair_texts.COUNTRY_HELP))
    repair.add_argument(
        "-o", "--output", type=Path, metavar="OUT", required=True, help=say(repair_texts.OUTPUT_HELP)
    )
    _add_upload_options(upload)
    _add_resume_options(resume)
    _add_history_options(history)
    return parser


def _check_country(options: argparse.Namespace) -> None:
    from exogui.contacts.repairing.countries import calling_code_of

    if options.country is not None:
        try:
            calling_code_of(options.country)
        except ValueError:
            options.refuse(say(repair_texts.NO_SUCH_COUNTRY, country=options.country))


def _add_upload_options(upload: argparse.ArgumentParser) -> None:
    account = upload.add_mutually_exclusive_group()
    account.add_argument("--practice", action="store_true", help=say(texts.PRACTICE_HELP))
    account.add_argument("--account", metavar="NAME", help=say(texts.ACCOUNT_HELP))
    upload.add_argument("--base-url", metavar="URL", help=say(texts.BASE_URL_HELP))
    upload.add_argument("--list-id", metavar="ID", default="", help=say(texts.LIST_ID_HELP))
    upload.add_argument(
        "--duplicate-action",
        choices=("skip", "update", "create_new"),
        default="skip",
        help=say(texts.DUPLICATE_HELP),
    )
    upload.add_argument("--only-ready", action="store_true", help=say(texts.ONLY_READY_HELP))
    upload.add_argument("--try-first", action="store_true", help=say(texts.TRY_FIRST_HELP))
    upload.add_argument("--again", action="store_true", help=say(texts.AGAIN_HELP))


def _add_resume_options(resume: argparse.ArgumentParser) -> None:
    resume.add_argument("job", nargs="?", metavar="JOB", help=say(resume_texts.JOB_HELP))
    resume.add_argument("--account", metavar="NAME", help=say(resume_texts.ACCOUNT_HELP))
    resume.add_argument("--base-url", metavar="URL", help=say(resume_texts.BASE_URL_HELP))
    resume.add_argument("--send", action="store_true", help=say(resume_texts.SEND_HELP))
    decision = resume.add_mutually_exclusive_group()
    decision.add_argument("--again", action="store_true", help=say(resume_texts.AGAIN_HELP))
    decision.add_argument("--count-as-there", action="store_true", help=say(resume_texts.COUNT_HELP))


def _add_history_options(history: argparse.ArgumentParser) -> None:
    history.add_argument(
        "search", nargs="?", default="", metavar="SEARCH", help=say(history_texts.SEARCH_HELP)
    )
    what = history.add_mutually_exclusive_group()
    what.add_argument("--job", metavar="JOB", help=say(history_texts.JOB_HELP))
    what.add_argument("--forget", metavar="JOB", help=say(history_texts.FORGET_HELP))
    what.add_argument("--erase-contacts", action="store_true", help=say(history_texts.ERASE_HELP))
    shape = history.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=say(texts.JSON_HELP))
    shape.add_argument("--report", action="store_true", help=say(history_texts.REPORT_HELP))


def _name(error: Exception) -> str:
    """What and where, for whoever mends it. Not its text, which may hold what nobody should see."""
    import traceback  # 5 ms that nobody needs who meets no such error

    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
