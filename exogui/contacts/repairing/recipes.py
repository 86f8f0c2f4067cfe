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
from exogui.contacts.reading.reader import ReadOptions
from exogui.contacts.repairing.repairs import CERTAIN_REPAIRS, RepairPlan, plan_repair
from exogui.contacts.schema import Field
from exogui.contacts.steps import Edit
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
class Recipe:
    """How a list was read, mapped and repaired, and what it was like. No header, number or name is in it."""

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
    used_on: date | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> Recipe:
    """What there is to remember of a table that was put right, or sent, just now.

    Columns that were added to it are not of the export and are left out.
    """
    keys = column_keys(table.header[: table.column_count - table.added_columns])
    summary = summarise(table, checkpoint)
    return Recipe(
        columns=tuple(RecipeColumn(key, field) for key, field in zip(keys, table.mapping, strict=False)),
        repairs=tuple(dict.fromkeys(repairs)),
        country=country,
        reading=reading or ReadOptions(),
        rows=table.row_count,
        ready=table.row_count - table.counts.errors,
        countries=tuple(name for name, _rows in summary.countries[:_MOST_COUNTRIES]),
        used_on=used_on or datetime.now().astimezone().date(),
    )


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
