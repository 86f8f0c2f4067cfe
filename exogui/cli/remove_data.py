"""``exogui remove-data``: nothing of a person's stays on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exogui.cli.personal_data import PersonalData, Removal
from exogui.cli.terminal import Terminal
from exogui.exotel.keychain import Keychain
from exogui.messages import remove_command as texts
from exogui.messages.catalogue import Speaker
from exogui.uploads.records import JobRecord

EXIT_GONE, EXIT_SOME_LEFT, EXIT_NOTHING_REMOVED = 0, 1, 2


def remove_data(
    terminal: Terminal,
    *,
    without_asking: bool = False,
    as_json: bool = False,
    keychain: Keychain | None = None,
) -> int:
    """Say what there is, ask, remove it, say what became of it, and return the exit status.

    With ``as_json`` one object says it. ``accounts`` and ``uploads`` count what there was; ``unfinished`` are
    uploads with rows that were ``waiting`` here or of which it was ``not_known`` what became of them;
    ``removed`` are folders, ``not_removed`` files and folders with the ``reason``; ``keys_removed`` and
    ``keys_left`` count accounts by whether the keychain still has their keys; ``message`` says why nothing
    was removed, or what is left to do.
    """
    say = terminal.say
    data = PersonalData.find()
    for job in data.unfinished:
        for words in _unfinished_texts(job, say):
            terminal.note(words)
    why_not = _hindrance(data, terminal, without_asking=without_asking)
    if why_not:
        removal, status, message = Removal(), EXIT_NOTHING_REMOVED, why_not
    else:
        removal = data.remove(keychain)
        gone = not removal.left and not removal.keys_left
        status = EXIT_GONE if gone else EXIT_SOME_LEFT
        message = _message(data, removal, say)
    if as_json:
        terminal.json(_report(data, removal, message))
    else:
        if lines := list(_lines(removal, say)):
            terminal.result(lines)
        terminal.note(message)
    return status


def _hindrance(data: PersonalData, terminal: Terminal, *, without_asking: bool) -> str:
    """Why nothing is to be removed, in words; empty where all of it is."""
    say = terminal.say
    if not data.folders:
        return ""
    if in_use := _in_use_text(data, say):
        return in_use
    if without_asking:
        return ""
    if not terminal.can_ask:
        return say(texts.NO_TERMINAL)
    terminal.note(_what_text(data, say))
    for folder in data.folders:
        terminal.note(say(texts.FOLDER, folder=folder))
    if terminal.ask(say(texts.QUESTION)).casefold() != say(texts.YES):
        return say(texts.NOT_REMOVED)
    return _in_use_text(data, say)  # the answer may have taken its time


def _in_use_text(data: PersonalData, say: Speaker) -> str:
    try:
        if data.window_is_open():
            return say(texts.WINDOW_OPEN)
        busy = data.busy()
    except OSError as error:
        return say(texts.NOT_REACHED, reason=error.strerror or str(error))
    if not busy:
        return ""
    names = {job.id: job.file_name for job in data.jobs}
    files = ", ".join(dict.fromkeys(names.get(job_id, job_id) for job_id in busy))
    return say(texts.IN_USE, len(busy), files=files)


def _what_text(data: PersonalData, say: Speaker) -> str:
    accounts = say(texts.ACCOUNTS, len(data.account_ids))
    return say(texts.WHAT, accounts=accounts, uploads=say(texts.UPLOADS, len(data.jobs)))


def _unfinished_texts(job: JobRecord, say: Speaker) -> Iterator[str]:
    if job.counts.waiting:
        yield say(texts.WAITING, job.counts.waiting, file=job.file_name)
    if _not_known(job):
        yield say(texts.NOT_KNOWN, _not_known(job), file=job.file_name)


def _not_known(job: JobRecord) -> int:
    return job.counts.in_flight + job.counts.unknown


def _message(data: PersonalData, removal: Removal, say: Speaker) -> str:
    if removal.keys_left:
        return say(texts.KEYS_LEFT, len(removal.keys_left), folder=data.settings_folder)
    if removal.left:
        return say(texts.SOME_LEFT)
    return say(texts.ALL_GONE if data.folders else texts.NOTHING_THERE)


def _lines(removal: Removal, say: Speaker) -> Iterator[str]:
    if removal.keys_removed:
        yield say(texts.REMOVED_KEYS, removal.keys_removed)
    for folder in removal.removed:
        yield say(texts.REMOVED_FOLDER, folder=folder)
    for path, reason in removal.left:
        yield say(texts.LEFT, path=path, reason=reason)


def _report(data: PersonalData, removal: Removal, message: str) -> dict[str, Any]:
    return {
        "accounts": len(data.account_ids),
        "uploads": len(data.jobs),
        "unfinished": [
            {
                "job_id": job.id,
                "file": str(job.source.path),
                "waiting": job.counts.waiting,
                "not_known": _not_known(job),
            }
            for job in data.unfinished
        ],
        "removed": [str(folder) for folder in removal.removed],
        "not_removed": [{"path": str(path), "reason": reason} for path, reason in removal.left],
        "keys_removed": removal.keys_removed,
        "keys_left": len(removal.keys_left),
        "message": message,
    }
