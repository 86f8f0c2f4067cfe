"""A job against an Exotel that answers anything, with a program that dies anywhere and persons who decide.

Hypothesis makes up the story; after each of its steps the journal is compared with what the model received.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.refused_list import RefusedContact, refused_list
from exogui.contacts.table import ContactTable
from exogui.exotel.client import ContactsClient
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.responses import RefusedEntry, RefusedRowsPage, Stage, UploadStatus
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.events import UploadEvent
from exogui.uploads.job import UploadJob
from exogui.uploads.pace import Patience
from exogui.uploads.preparing import PartLimits, PreparedJob
from exogui.uploads.records import AT_EXOTEL, UNANSWERED, JobRecord, PartRecord, PartState
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.upload_service import UploadService
from tests.tried import TRIED
from tests.uploads.model_exotel import (
    QUESTION_ERRORS,
    Ask,
    Death,
    ModelClient,
    ModelExotel,
    Post,
    row_is_refused,
    row_is_there,
)
from tests.uploads.proof import check_sum, order_for
from tests.uploads.quick_clock import QuickClock

PATIENCE = Patience(processing=5, missing_upload=3, room=5, no_connection=5, refused_rows=3)
MOST_ROWS = 6

counts = st.none() | st.integers(0, 7)
entries = st.builds(
    RefusedEntry,
    st.none() | st.integers(0, 8),
    st.sampled_from(["", "+919876500003", "+919876500006", "+910000000000"]),
    st.sampled_from(["INVALID_PHONE", "DUPLICATE_ENTRY", ""]),
    st.just("words"),
)
lists = st.lists(entries, max_size=5).map(tuple)
answers: st.SearchStrategy[Ask | None] = st.one_of(
    st.none(),
    st.sampled_from(QUESTION_ERRORS),
    st.just(UploadStatus(Stage.FAILED, "failed")),
    st.just(UploadStatus(Stage.COMPLETED, "completed", 6, 5, 1, 0)),
    st.builds(UploadStatus, st.sampled_from(Stage), st.just("word"), counts, counts, counts, counts),
    st.builds(RefusedRowsPage, counts, lists, st.none() | st.just("upload-1")),
    lists,
)
posts = st.lists(st.sampled_from([*[Post.ACCEPTED] * 12, *Post]), max_size=4)
deaths = st.none() | st.integers(1, 30)


class AnyAnswers(RuleBasedStateMachine):
    """One person, one list, any number of runs."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="exogui-model-"))
        self.service = UploadService(self.folder, PartLimits(rows=MOST_ROWS))
        self.exotel = ModelExotel()
        self.prepared: PreparedJob | None = None
        self.job_id = ""
        self.total = 0
        self.allowed_again: dict[int, int] = {}
        """By part: how often a person decided to send it again."""
        self.decided_there: set[int] = set()
        self.withdrawn_before: set[int] = set()
        self.result: UploadResult | None = None

    @initialize(rows=st.integers(1, 14), try_first=st.booleans(), action=st.sampled_from(DuplicateAction))
    def prepare(self, rows: int, try_first: bool, action: DuplicateAction) -> None:
        path = self.folder / "list.csv"
        lines = [f"+9198765000{row:02},Name {row}" for row in range(1, rows + 1)]
        path.write_text("\n".join(["phone_number,first_name", *lines]), encoding="utf-8")
        table = ContactTable.judged(read_contacts(path))
        order = dataclasses.replace(order_for("https://api.example", action), try_first=try_first)
        prepared = self.service.prepare(table, range(rows), order)
        self.prepared = dataclasses.replace(prepared, list_is_open=False)
        self.job_id, self.total = prepared.job.id, rows

    # --- what happens -------------------------------------------------------------------------------------

    @precondition(lambda self: self.prepared is not None)
    @rule(posts=posts, told=st.lists(answers, max_size=8), dies=deaths)
    def run(self, posts: Sequence[Post], told: Sequence[Ask | None], dies: int | None) -> None:
        prepared, self.prepared = self.prepared, None
        assert prepared is not None
        step = _dying(dies)
        client = ModelClient(self.exotel, iter(posts), iter(told), self._before_post, step)
        job = UploadJob(
            cast(ContactsClient, client),
            self.service.journal,
            prepared.files,
            prepared.job.id,
            patience=PATIENCE,
            clock=QuickClock(),
        )

        def note(event: UploadEvent) -> None:
            step()
            said = getattr(event, "counts", None)
            if isinstance(said, RowCounts):
                check_sum(said, self.total)
            check_sum(self.job.counts, self.total)

        try:
            self.result = self.service.run(job, prepared, note)
        except Death:
            self.service.close()
            self.service = UploadService(self.folder, PartLimits(rows=MOST_ROWS))
            assert self.job_id in {job.id for job in self.service.left_over()} or not self.job.unfinished
            return
        assert self.result.job == self.job
        assert not any(part.state in UNANSWERED for part in self.job.parts)
        assert self.result.state is not JobState.FAILED or not self.exotel.uploads

    @precondition(lambda self: self.prepared is None and self.job.unfinished)
    @rule(send=st.booleans())
    def go_on(self, send: bool) -> None:
        """Ask again and, if wanted, send what waits."""
        self._pick_up(send, None)

    @precondition(
        lambda self: self.prepared is None and any(part.state is PartState.UNKNOWN for part in self.job.parts)
    )
    @rule(choice=st.sampled_from(LostAnswerChoice), send=st.booleans())
    def decide(self, choice: LostAnswerChoice, send: bool) -> None:
        """A person decides about what was lost, rightly or wrongly."""
        for part in self.job.parts:
            if part.state is PartState.UNKNOWN and choice is LostAnswerChoice.COUNT_AS_THERE:
                self.decided_there.add(part.number)
            elif part.state is PartState.UNKNOWN and not part.upload_id:
                self.allowed_again[part.number] = self.exotel.taken(part.number)
        self._pick_up(send, choice)

    @precondition(lambda self: self.prepared is None and not self.job.unfinished and self._refused())
    @rule(data=st.data())
    def fix_rows(self, data: st.DataObject) -> None:
        """The next attempt, of some of the refused rows, perhaps mended."""
        rows = self._refused()
        chosen = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=6, unique=True))
        job = self.job
        tens = 10 * job.attempts
        contacts = [
            RefusedContact(number, number + 1, (f"+91987650{tens:02}{number:02}", "Mended"), "", "")
            for number in chosen
        ]
        table = refused_list(job.source, job.header, job.mapping, contacts)
        before = job.counts
        prepared = self.service.prepare_attempt(table, range(len(chosen)), job)
        self.prepared = dataclasses.replace(prepared, list_is_open=False)
        self.total += len(chosen) - (before.refused - prepared.job.counts.refused)

    @precondition(lambda self: self.prepared is None and self.job.counts.waiting and self.job.unfinished)
    @rule()
    def give_up_what_waits(self) -> None:
        before = self.job
        job = self.service.withdraw(self.job_id)
        self.total = job.counts.total  # refused rows that waited are refused again
        assert job.counts.waiting <= before.counts.waiting
        assert job.counts.sent - before.counts.sent == before.counts.waiting - job.counts.waiting

    @precondition(lambda self: self.prepared is not None)
    @rule()
    def die_before_the_run(self) -> None:
        assert self.prepared is not None
        self.prepared.files.close()  # what the system does when a program dies
        self.prepared = None
        self.service.close()
        self.service = UploadService(self.folder, PartLimits(rows=MOST_ROWS))

    @rule()
    def another_window_opens(self) -> None:
        """It tidies up, and looks for what is left over."""
        other = UploadService(self.folder, PartLimits(rows=MOST_ROWS))
        other.tidy()
        left_over = {job.id for job in other.left_over()}
        assert left_over == ({self.job_id} if self.prepared is None and self.job.unfinished else set())
        other.close()

    # --- what holds ---------------------------------------------------------------------------------------

    @invariant()
    def nothing_is_lost_doubled_or_untrue(self) -> None:
        if not self.job_id:
            return
        job = self.job
        check_sum(job.counts, self.total)
        assert job == next(each for each in self.service.journal.jobs() if each.id == job.id)
        for part in job.parts:
            self._judge(part)

    def _judge(self, part: PartRecord) -> None:
        taken = self.exotel.taken(part.number)
        again = self.allowed_again.get(part.number, 0)
        assert taken <= 1 + again
        if part.state in {PartState.PLANNED, PartState.WITHDRAWN}:
            assert taken == again
        if part.upload_id:
            assert self.exotel.parts[part.upload_id] == part.number
        if part.state is PartState.SETTLED and part.number not in self.decided_there:
            rows = self.exotel.uploads[part.upload_id]
            assert len(rows) == part.rows
            if part.upload_id not in self.exotel.lied_about:
                refused = sum(row_is_refused(row[0]) for row in rows)
                there = sum(row_is_there(row[0]) for row in rows)
                assert part.counts == RowCounts(
                    successful=part.rows - refused - there, already_there=there, refused=refused
                )

    def teardown(self) -> None:
        """On a good day all that can be known ends known, and what waits goes out."""
        try:
            if self.job_id:
                if self.prepared is not None:
                    self.die_before_the_run()
                if self.job.unfinished:
                    self._pick_up(True, None)
                    self.run([], [], None)
                    self.nothing_is_lost_doubled_or_untrue()
                assert not any(
                    part.state in AT_EXOTEL | UNANSWERED | {PartState.PLANNED} for part in self.job.parts
                )
                assert all(part in self.job.lost_parts for part in self.job.parts if self._is_open(part))
                TRIED["stories of any answers"] += 1
        finally:
            self.service.close()
            shutil.rmtree(self.folder)

    # --- inside -------------------------------------------------------------------------------------------

    @property
    def job(self) -> JobRecord:
        return self.service.journal.job(self.job_id)

    @staticmethod
    def _is_open(part: PartRecord) -> bool:
        return part.state not in {PartState.SETTLED, PartState.WITHDRAWN}

    def _refused(self) -> list[int]:
        listed = self.service.journal.listed_rows(self.job_id)
        return sorted({row.row_number for row in listed if row.row_number and not row.already_there})

    def _pick_up(self, send: bool, choice: LostAnswerChoice | None) -> None:
        prepared = self.service.pick_up(self.job_id, send=send, choice=choice)
        self.prepared = prepared

    def _before_post(self, number: int) -> None:
        """Nothing leaves before it is written down, nor once Exotel named it."""
        part = self.job.part(number)
        assert part.state is PartState.SENDING
        assert part.upload_id == ""


def _dying(at: int | None) -> Callable[[], None]:
    """Raises Death when it is called so often."""
    calls = 0

    def step() -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise Death

    return step


TestAnyAnswers = AnyAnswers.TestCase
TestAnyAnswers.settings = hypothesis.settings(
    stateful_step_count=12, max_examples=min(hypothesis.settings().max_examples * 6 // 10, 2_000)
)
