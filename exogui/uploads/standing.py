"""Where a job stands, in the one word that tells a person whether there is something to do about it."""

from __future__ import annotations

from enum import StrEnum

from exogui.uploads.records import AT_EXOTEL, JobRecord, PartState


class Standing(StrEnum):
    """From the most to the least urgent; a job is the first of these that holds."""

    RUNNING = "running"
    """Some program works on it."""
    TO_DECIDE = "to_decide"
    """Nobody knows whether Exotel took some of it; a person has to decide."""
    AT_EXOTEL = "at_exotel"
    """Exotel has some of it and can be asked what became of that."""
    WAITING = "waiting"
    """Some of it was never sent and waits here."""
    UNACCOUNTED = "unaccounted"
    """Exotel has said all that it says, and its counts leave rows out or name too many."""
    SOME_REFUSED = "some_refused"
    NOT_SENT = "not_sent"
    """All of it was taken back."""
    PARTLY_SENT = "partly_sent"
    """The rest was taken back."""
    DONE = "done"

    @property
    def needs_attention(self) -> bool:
        """Whether a person should look: something is left to do, to decide, or to find out."""
        return self in _NEED_ATTENTION

    @property
    def unfinished(self) -> bool:
        """Whether forgetting the job would leave something undone."""
        return self in _UNFINISHED


_UNFINISHED = frozenset({Standing.RUNNING, Standing.TO_DECIDE, Standing.AT_EXOTEL, Standing.WAITING})
_NEED_ATTENTION = _UNFINISHED - {Standing.RUNNING} | {Standing.UNACCOUNTED}


def standing_of(job: JobRecord, *, running: bool) -> Standing:
    """Where ``job`` stands; ``running``: some program works on it."""
    counts = job.counts
    states = {part.state for part in job.parts}
    unknown = [part for part in job.parts if part.state is PartState.UNKNOWN]
    holds = {
        Standing.RUNNING: running,
        # Exotel can be asked once more about a part that has an id.
        Standing.TO_DECIDE: any(not part.upload_id for part in unknown),
        Standing.AT_EXOTEL: bool(unknown or counts.in_flight or states & AT_EXOTEL),
        Standing.WAITING: PartState.PLANNED in states,
        Standing.UNACCOUNTED: bool(counts.unknown or any(part.surplus for part in job.parts)),
        Standing.SOME_REFUSED: bool(counts.refused),
        Standing.NOT_SENT: not job.has_left,
        Standing.PARTLY_SENT: bool(counts.waiting),
    }
    return next((standing for standing, true in holds.items() if true), Standing.DONE)
