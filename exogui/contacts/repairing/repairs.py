"""One-click repairs that guess nothing: first what a repair would change, then, by the table, the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exogui.contacts.judging.numbering_plans import plan_of
from exogui.contacts.judging.validation import CHUNK_ROWS
from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.repairing.countries import calling_code_of, countries, main_country_of
from exogui.contacts.repairing.number_readings import NumberReadings, calling_codes
from exogui.contacts.table import ContactTable, Edit, Step, StepKind

__all__ = [
    "CERTAIN_REPAIRS",
    "REPAIRABLE",
    "RepairPlan",
    "calling_code_of",
    "carry_out_certain_repairs",
    "countries",
    "plan_repair",
    "suggest_country",
]

REPAIRABLE = frozenset(
    {
        ProblemCode.NO_COUNTRY_CODE,
        ProblemCode.PHONE_FORMAT,
        ProblemCode.INVALID_EMAIL,
        ProblemCode.CONTROL_CHARACTERS,
        ProblemCode.WHITESPACE,
        ProblemCode.EMAIL_TYPO,
        ProblemCode.EMAIL_CASE,
    }
)
"""The kinds of problem that a repair exists for, though it may leave rows undecided."""

CERTAIN_REPAIRS = REPAIRABLE - {ProblemCode.EMAIL_TYPO}
"""Those that guess nothing, and so may be carried out without a person who looks at each."""

_NO_CODE = ProblemCode.NO_COUNTRY_CODE
_MOST_EXAMPLES = 5
_ROWS_SAMPLED = 1_000


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """What a repair would change. Nothing has changed yet."""

    code: ProblemCode
    edits: tuple[Edit, ...]
    undecided: tuple[int, ...]
    """Rows with this problem that stay as they are, because a person has to decide about them."""
    examples: tuple[tuple[str, str], ...]
    """The first few values, before and after."""
    detail: str = ""
    """The one value its text shows: of NO_COUNTRY_CODE the calling code, ``+91``."""

    @property
    def step(self) -> Step:
        """The step as which the table applies and remembers it."""
        return Step(StepKind.REPAIR, self.code, len(self.edits), self.detail)


def plan_repair(
    table: ContactTable,
    code: ProblemCode,
    *,
    country: str | None = None,
    rows: Sequence[int] | None = None,
    readings: NumberReadings | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> RepairPlan:
    """What the repair of one kind of problem would change, in all rows that have it or in ``rows`` of them.

    Numbers without a country code get that of their row's country, where a column names it, else that of
    ``country`` (ISO, ``IN``), which the person chose; with neither they are undecided. ``readings`` are those
    of this table and country, where someone has them already.

    Raises:
        ValueError: there is no such country.
    """
    if country is not None:
        calling_code_of(country)
    # Without all rows it is a preview, which is made after each edit.
    reader = None
    if code is _NO_CODE:
        reader = readings or NumberReadings(table, country, sampled=rows is not None)
    edits: list[Edit] = []
    undecided: list[int] = []
    rows = table.rows_with(code) if rows is None else rows
    for done, row in enumerate(rows):
        if done % CHUNK_ROWS == 0:
            checkpoint(done, len(rows))
        for problem in table.row_problems(row):
            if problem.code is code:
                better = problem.suggestion
                if reader is not None:
                    numbers = reader.of(row, table.value(row, problem.column))
                    better = numbers[0] if len(numbers) == 1 else None
                if better is not None:
                    edits.append(Edit(row, problem.column, better))
                elif not undecided or undecided[-1] != row:
                    undecided.append(row)
    examples = tuple((table.value(row, column), after) for row, column, after in edits[:_MOST_EXAMPLES])
    detail = "" if reader is None else _added_code(reader, country, edits)
    return RepairPlan(code, tuple(edits), tuple(undecided), examples, detail)


def carry_out_certain_repairs(
    table: ContactTable, country: str | None, checkpoint: Checkpoint = no_checkpoint
) -> tuple[Step, ...]:
    """Repair all that needs no guess, each kind of problem as a step of its own. Gives the steps.

    A cell whose first problem is put right may show another, so this goes on until nothing changes.

    Raises:
        ValueError: there is no such country.
    """
    steps: list[Step] = []
    before = None
    while len(steps) != before:
        before = len(steps)
        for code in sorted(CERTAIN_REPAIRS):
            plan = plan_repair(table, code, country=country, checkpoint=checkpoint)
            if plan.edits:
                table.install_edits(table.judge_edits(plan.edits, checkpoint), plan.step)
                steps.append(plan.step)
    return tuple(steps)


def _added_code(reader: NumberReadings, country: str | None, edits: Sequence[Edit]) -> str:
    """The country code that a repair adds, ``+91``; empty where each row has its own."""
    chosen = "" if country is None else f"+{calling_code_of(country)}"
    if not reader.has_country_column:
        return chosen
    plans = {plan_of(edit.value) for edit in edits}
    only = plans.pop() if len(plans) == 1 else None
    return "" if only is None else f"+{only.calling_code}"


def suggest_country(table: ContactTable) -> str | None:
    """The country (ISO) that most of the numbers with a country code have; None when none has one.

    Of countries that share a calling code the main one: US for ``1``.
    """
    counts = calling_codes(table, _ROWS_SAMPLED)
    if not counts:
        return None
    return main_country_of(max(counts, key=lambda code: counts[code]))
