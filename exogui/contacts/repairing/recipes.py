"""What was done with a list, so that next Monday's file of the same export takes one click."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from exogui.contacts.judging.number_kinds import line_of
from exogui.contacts.judging.validation import CHUNK_ROWS, Judgement
from exogui.contacts.list_summary import summarise
from exogui.contacts.problems import ProblemCode, RowState
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.repairing.one_row_each import plan_one_row_each
from exogui.contacts.repairing.repairs import CERTAIN_REPAIRS, RepairPlan, plan_repair
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Source
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.contacts.table import ContactTable

_OTHER_COUNTRY_SHARE = 0.05
_FEWER_READY = 0.2
_FEWER_ROWS = 0.25
"""What counts as a marked change: this share of rows with a country that the list did not have; a share of
ready rows that is this much lower; less than this share of the rows."""

_MOST_COUNTRIES = 20


@dataclass(frozen=True, slots=True)
class RecipeColumn:
    """One column of the export."""

    key: str
    """Digest of its header cell and of which one it is among equals. The cell itself is not kept."""
    field: Field | None
    """What it is sent as."""


@dataclass(frozen=True, slots=True)
class DoneRepair:
    """A repair that the person chose."""

    code: ProblemCode
    country: str | None = None
    """ISO code that was chosen for it."""


@dataclass(frozen=True, slots=True)
class AddedColumn:
    """A column that the person added, with the same value in every row: a tag, a company."""

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a list was read, mapped and repaired, and what it was like. No header, number or name of the list
    is here; what the person typed for every row is."""

    columns: tuple[RecipeColumn, ...]
    repairs: tuple[DoneRepair, ...]
    country: str | None
    """ISO code of the country chosen for numbers without one."""
    reading: ReadOptions
    """What the person had to say about how the file is read; all None where nothing."""
    rows: int
    ready: int
    """Rows without an error, once repaired."""
    countries: tuple[str, ...]
    """ISO codes that occurred, the most frequent first."""
    used_on: date
    added: tuple[AddedColumn, ...] = ()
    one_row_each: tuple[str, ...] = ()
    """Keys of the columns whose further numbers got rows of their own."""
    opened_as: str = ""
    """Key of the header that was found when the file was opened, before the person said how to read it: by
    this the next one is known before anybody has said so. Empty where there was none."""

    @property
    def key(self) -> str:
        """Digest of the set of header cells, whatever their order: by this it is found again."""
        return header_key(column.key for column in self.columns)

    def mapping_for(self, table: ContactTable) -> tuple[Field | None, ...]:
        """The fields of a table's columns as they were then. A column that is new keeps its proposed field
        where that is still free."""
        known = {column.key: column.field for column in self.columns}
        keys = column_keys(table.header)
        mapping = [known.get(key) for key in keys]
        for column, (key, field) in enumerate(zip(keys, table.mapping, strict=True)):
            if key not in known and field not in mapping:
                mapping[column] = field
        return tuple(mapping)


@dataclass(frozen=True, slots=True)
class RecipeChanges:
    """How much doing the same again changes."""

    cells: int = 0
    """Repaired."""
    rows: int = 0
    """Added for further numbers."""
    columns: tuple[AddedColumn, ...] = ()

    @property
    def only_repairs(self) -> bool:
        """Whether neither rows nor columns come."""
        return not (self.rows or self.columns)

    @property
    def count(self) -> int:
        """All of them."""
        return self.cells + self.rows + len(self.columns)


class DifferenceKind(StrEnum):
    """What is markedly different about a file."""

    NEW_COLUMNS = "new_columns"
    """``values`` are their header cells."""
    MISSING_COLUMNS = "missing_columns"
    """Columns that were sent and are not there; ``values`` are their fields."""
    OTHER_COUNTRIES = "other_countries"
    """``values`` are ISO codes."""
    FEWER_READY = "fewer_ready"
    """``values`` are two percentages: rows ready then, and rows that the same repairs leave ready."""
    FEWER_ROWS = "fewer_rows"
    """``values`` are two counts: rows then and now."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is markedly different."""

    kind: DifferenceKind
    values: tuple[str, ...]


def column_keys(header: Sequence[str]) -> tuple[str, ...]:
    """A key for each header cell, the same whatever its case, spaces and place."""
    seen: Counter[str] = Counter()
    keys = []
    for cell in header:
        name = " ".join(unicodedata.normalize("NFKC", cell).casefold().split())
        seen[name] += 1
        keys.append(_digest(f"{name}\0{seen[name]}"))
    return tuple(keys)


def header_key(keys: Iterable[str]) -> str:
    """One key for a set of column keys."""
    return _digest("\n".join(sorted(keys)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def recipe_of(
    table: ContactTable,
    repairs: Sequence[DoneRepair],
    *,
    country: str | None = None,
    reading: ReadOptions | None = None,
    one_row_each: Sequence[str] = (),
    opened_header: Sequence[str] = (),
    used_on: date | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> Recipe:
    """What there is to remember of a table that was put right, or sent, just now.

    Columns that were added to it are not of the export: of them the value is kept. ``opened_header`` is the
    header that was found before the person said how to read the file; ``one_row_each`` are keys of columns.
    """
    keys = column_keys(table.file_header)
    summary = summarise(table, checkpoint)
    return Recipe(
        columns=tuple(RecipeColumn(key, field) for key, field in zip(keys, table.mapping, strict=False)),
        repairs=tuple(dict.fromkeys(repairs)),
        country=country,
        reading=reading or table.source.options,
        rows=table.row_count,
        ready=table.row_count - table.counts.errors,
        countries=tuple(name for name, _rows in summary.countries[:_MOST_COUNTRIES]),
        used_on=used_on or datetime.now().astimezone().date(),
        added=tuple(_added_columns(table)),
        one_row_each=tuple(dict.fromkeys(one_row_each)),
        opened_as=opened_key(opened_header),
    )


def opened_key(header: Sequence[str]) -> str:
    """The key of the header of a file as it was opened; empty where no column has a name to know it by."""
    return header_key(column_keys(header)) if any(cell.strip() for cell in header) else ""


def _added_columns(table: ContactTable) -> Iterator[AddedColumn]:
    """Those that are sent, with the value that most of their cells still have."""
    for column in range(table.column_count - table.added_columns, table.column_count):
        field = table.mapping[column]
        values = Counter(row[column] for row in table.rows)
        value, count = values.most_common(1)[0] if values else ("", 0)
        if field is not None and value.strip() and 2 * count > table.row_count:
            yield AddedColumn(field, value)


def is_read_otherwise(reading: ReadOptions, source: Source) -> bool:
    """Whether a file was read in another way than ``reading`` says."""
    pairs = (
        (reading.encoding, source.encoding),
        (reading.delimiter, source.delimiter),
        (reading.sheet, source.sheet),
        (reading.header_line, source.header_line),
    )
    wanted = any(want is not None and want != has for want, has in pairs)
    return wanted or (reading.keep_totals and bool(source.totals_lines) and not source.totals_kept)


def plan_recipe(
    recipe: Recipe, table: ContactTable, checkpoint: Checkpoint = no_checkpoint
) -> tuple[RepairPlan, ...]:
    """The recipe's repairs of a table that is mapped as the recipe says; those that change nothing left out.

    Suggestions, which a person looks at one by one, are never repeated by themselves.
    """
    plans = [
        plan_repair(table, repair.code, country=repair.country, checkpoint=checkpoint)
        for repair in recipe.repairs
        if repair.code in CERTAIN_REPAIRS
    ]
    return tuple(plan for plan in plans if plan.edits)


def carry_out_recipe(
    recipe: Recipe, table: ContactTable, checkpoint: Checkpoint = no_checkpoint
) -> RecipeChanges:
    """Do with ``table``, which is mapped as the recipe says, what was done then. Gives what that changed.

    Rows come first, so that their numbers are repaired with the others. A field that some column is sent as
    by now gets no column: it is this file's own.
    """
    keys, rows = column_keys(table.header), 0
    columns = [keys.index(key) for key in recipe.one_row_each if key in keys]
    if columns:
        plan = plan_one_row_each(table, columns, recipe.country, checkpoint)
        rows = len(plan.new_rows)
        if plan.numbers:
            judged = table.judge_with_rows(plan.new_rows, checkpoint, edits=plan.edits)
            table.install(judged, plan.step)
    added = tuple(column for column in recipe.added if column.field not in table.mapping)
    for column in added:
        judged = table.judge_with_column(column.field, column.value, column.field.value, checkpoint)
        table.install(judged, Step(StepKind.ADD_COLUMN))
    edits = planned_edits(plan_recipe(recipe, table, checkpoint))
    if edits:
        table.install_edits(table.judge_edits(edits, checkpoint), Step(StepKind.REPAIR, count=len(edits)))
    return RecipeChanges(len(edits), rows, added)


def planned_edits(plans: Sequence[RepairPlan]) -> tuple[Edit, ...]:
    """The edits of several plans, to be taken as one step."""
    return tuple(edit for plan in plans for edit in plan.edits)


def differences(
    recipe: Recipe,
    table: ContactTable,
    checkpoint: Checkpoint = no_checkpoint,
    *,
    plans: Sequence[RepairPlan] | None = None,
) -> tuple[Difference, ...]:
    """What is markedly different about ``table``, which is mapped as the recipe says, from the list that the
    recipe was made of. ``plans`` are those of :func:`plan_recipe`, where they are known already.

    Countries are those of the numbers as they will be after the same repairs.
    """
    if plans is None:
        plans = plan_recipe(recipe, table, checkpoint)
    after = table.judge_edits(planned_edits(plans), checkpoint).after.judgement
    found = (
        *_column_differences(recipe, table),
        _other_countries(recipe, after, table.row_count, checkpoint),
        _fewer_ready(recipe, after.states),
        _fewer_rows(recipe, table.row_count),
    )
    return tuple(difference for difference in found if difference is not None)


def _column_differences(recipe: Recipe, table: ContactTable) -> Iterator[Difference]:
    known = {column.key: column.field for column in recipe.columns}
    keys = column_keys(table.header)
    new = [cell for key, cell in zip(keys, table.header, strict=True) if key not in known]
    missing = [field for key, field in known.items() if key not in keys and field is not None]
    if new:
        yield Difference(DifferenceKind.NEW_COLUMNS, tuple(new))
    if missing:
        yield Difference(DifferenceKind.MISSING_COLUMNS, tuple(missing))


def _other_countries(
    recipe: Recipe, judgement: Judgement, row_count: int, checkpoint: Checkpoint
) -> Difference | None:
    counts: Counter[str] = Counter()
    for start in range(0, row_count, CHUNK_ROWS):
        checkpoint(start, row_count)
        numbers = map(judgement.number, range(start, min(start + CHUNK_ROWS, row_count)))
        lines = [line_of(number) for number in numbers if number is not None]
        counts.update(line.country for line in lines if line is not None)
    other = [
        country
        for country, count in counts.most_common()
        if country not in recipe.countries and count >= counts.total() * _OTHER_COUNTRY_SHARE
    ]
    return Difference(DifferenceKind.OTHER_COUNTRIES, tuple(other)) if other else None


def _fewer_ready(recipe: Recipe, states: bytearray) -> Difference | None:
    if not recipe.rows or not states:
        return None
    then = recipe.ready / recipe.rows
    now = 1 - states.count(RowState.MUST_FIX) / len(states)
    if now > then - _FEWER_READY:
        return None
    return Difference(DifferenceKind.FEWER_READY, (str(round(100 * then)), str(round(100 * now))))


def _fewer_rows(recipe: Recipe, rows: int) -> Difference | None:
    if rows >= recipe.rows * _FEWER_ROWS:
        return None
    return Difference(DifferenceKind.FEWER_ROWS, (str(recipe.rows), str(rows)))
