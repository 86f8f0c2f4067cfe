"""Texts of ``exogui resume``, and of ``exogui upload`` where it leaves something to resume."""

from __future__ import annotations

from collections.abc import Iterator

from exogui.messages.catalogue import Plural, Speaker, Text
from exogui.messages.lost_answer import SEND_AGAIN_MEANS
from exogui.uploads.records import AT_EXOTEL, JobRecord, PartState

_C = "resume_command"

HELP = Text(_C, "go on with uploads that are not finished: ask Exotel about them, and send what waits")
EXIT = Text(
    _C,
    "Exit status, over all these uploads: 0 nothing is left to do, or every row was accepted or is already there, 1 some "
    "were refused, 2 nothing could be done, 3 it is not known (yet) what became of some, 4 some wait to be sent.\n"
    "The accounts are those the files were sent to: from the environment as with “exogui upload”, or saved in the "
    "window. Sends nothing without --send, and nothing of which Exotel may have a copy without --again.",
)
JOB_HELP = Text(_C, "only this upload: its ID, or how it begins (see “exogui history”)")
ACCOUNT_HELP = Text(_C, "only uploads to this account, saved in the window")
BASE_URL_HELP = Text(_C, "the address the uploads were sent to, where it is not the account’s own")
SEND_HELP = Text(_C, "also send the rows that were never sent")
AGAIN_HELP = Text(
    _C,
    "also send the rows whose answer was lost once more; where contacts are to be created again, those that Exotel has "
    "are doubled",
)
COUNT_HELP = Text(_C, "you looked: the rows whose answer was lost are in Exotel")
DECISION_NEEDS_A_JOB = Text(_C, "{option} decides about one upload: name it")

NOTHING_LEFT = Text(_C, "No upload is left to go on with.")
HEADING = Text(_C, "{file} to {account}, upload {job}")
IN_USE = Text(_C, "Another exogui is working on it just now, so it was left alone.")
PRACTICE = Text(
    _C,
    "This was the practice account, which ended with the program that had it: nobody can be asked any more, and nothing "
    "of it was real. “exogui history --forget {job}” removes it.",
)
GONE = Text(_C, "Another exogui has removed it meanwhile.")
FILES_GONE = Text(_C, "Its files on this computer cannot be reached: {reason}. Check the disk and try again.")
NOT_THIS_ACCOUNT = Text(
    _C,
    "It went to the account {sid}, which is neither that of the EXOGUI_ variables nor saved in the window any more. Give "
    "the one or save the other, and try again.",
)
OTHER_ADDRESS = Text(
    _C,
    "It went to {address}, and the account is at {other} now. To sign in there, try again with --base-url {address}.",
)
STOPPED = Text(_C, "Stopped. The other uploads were left as they are.")

_ASK_LATER = Text(_C, "“exogui resume {job}” asks Exotel about it.")
_SEND_LATER = Plural(
    _C,
    "{n} rows wait here: “exogui resume {job} --send” sends them.",
    "{n} row waits here: “exogui resume {job} --send” sends it.",
)
_LOST = Plural(
    _C,
    "Nobody can know whether Exotel has {n} of the rows: the answer was lost.",
    "Nobody can know whether Exotel has {n} of the rows: the answer was lost.",
)
_SEND_AGAIN = Text(_C, "“exogui resume {job} --again” sends them again. {meaning}")
_COUNT_AS_THERE = Text(_C, "If you see them in Exotel: “exogui resume {job} --count-as-there”.")
_ASK_ONCE_MORE = Text(_C, "“exogui resume {job} --send” asks Exotel about upload {upload_id} once more.")

JOB_ID_SHOWN = 8
"""Characters of a job's id that a person reads and types."""


def shown_id(job: JobRecord) -> str:
    """As much of a job's id as a person needs."""
    return job.id[:JOB_ID_SHOWN]


def what_is_left(job: JobRecord, say: Speaker) -> Iterator[str]:
    """For each thing that is left to do about a job, what it is and the command that does it."""
    known = shown_id(job)
    if any(part.state in AT_EXOTEL for part in job.parts):
        yield say(_ASK_LATER, job=known)
    lost = sum(part.rows for part in job.lost_parts)
    if lost:
        yield say(_LOST, lost)
        yield say(_SEND_AGAIN, job=known, meaning=say(SEND_AGAIN_MEANS[job.duplicate_action]))
        yield say(_COUNT_AS_THERE, job=known)
    for part in job.parts:
        if part.state is PartState.UNKNOWN and part.upload_id:
            yield say(_ASK_ONCE_MORE, job=known, upload_id=part.upload_id)
    waiting = sum(part.rows for part in job.parts if part.state is PartState.PLANNED)
    if waiting:
        yield say(_SEND_LATER, waiting, job=known)
