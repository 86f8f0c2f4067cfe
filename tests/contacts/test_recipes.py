"""The next file of the same export is known again, and what is markedly different about it is said."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Cancelled
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.repairing.recipe_store import RecipeStore
from exogui.contacts.repairing.recipes import (
    AddedColumn,
    Difference,
    DifferenceKind,
    DoneRepair,
    Recipe,
    RecipeChanges,
    carry_out_recipe,
    column_keys,
    differences,
    is_read_otherwise,
    plan_recipe,
    planned_edits,
    recipe_of,
)
from exogui.contacts.repairing.repairs import plan_repair
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable, Edit, Step, StepKind

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

HEADER = ("Ph", "Who", "Mail", "City")
MAPPING = (Field.PHONE_NUMBER, Field.FIRST_NAME, Field.EMAIL, None)
NO_CODE = DoneRepair(ProblemCode.NO_COUNTRY_CODE, "IN")
TIDY = DoneRepair(ProblemCode.WHITESPACE)
MONDAY = date(2026, 11, 16)


def contacts(count: int, number: str = "98765{:05}") -> list[tuple[str, ...]]:
    return [(number.format(row), f"Asha{row} ", f"a{row}@x.in", "Pune") for row in range(count)]


def a_table(make_table: MakeTable, count: int = 20, number: str = "98765{:05}") -> ContactTable:
    return make_table(contacts(count, number), header=HEADER, mapping=MAPPING)


@pytest.fixture
def recipe(make_table: MakeTable) -> Recipe:
    """Made of a list of Indian numbers that was put right."""
    table = a_table(make_table)
    plan = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="IN")
    table.apply(plan.edits, plan.step)
    return recipe_of(table, (NO_CODE, TIDY), country="IN", used_on=MONDAY)


@pytest.fixture
def store(tmp_path: Path) -> RecipeStore:
    return RecipeStore(tmp_path / "recipes")


# --- keeping --------------------------------------------------------------------------------------------


def test_that_a_recipe_comes_back_as_it_was_kept(store: RecipeStore, recipe: Recipe) -> None:
    store.save(recipe)
    assert store.load(HEADER) == recipe


def test_that_how_a_file_is_read_is_kept(store: RecipeStore, make_table: MakeTable) -> None:
    reading = ReadOptions(encoding="cp1252", delimiter=";", sheet="Leads", header_line=3)
    store.save(recipe_of(a_table(make_table), (), reading=reading, used_on=MONDAY))
    found = store.load(HEADER)
    assert found is not None
    assert found.reading == reading


@pytest.mark.parametrize(
    "header",
    [("City", "Mail", "Who", "Ph"), (" ph ", "WHO", "mail", "city"), ("Ｐｈ", "Who", "Mail", "City")],
)
def test_that_order_case_and_spaces_of_the_header_do_not_matter(
    store: RecipeStore, recipe: Recipe, header: tuple[str, ...]
) -> None:
    store.save(recipe)
    assert store.load(header) == recipe


@pytest.mark.parametrize(
    "header", [("Ph", "Name"), ("", "", "", ""), ("Ph", "Who", "Mail", "City", "a", "b")]
)
def test_that_another_export_has_no_recipe(
    store: RecipeStore, recipe: Recipe, header: tuple[str, ...]
) -> None:
    store.save(recipe)
    assert store.load(header) is None


def test_that_an_export_with_a_new_column_still_finds_its_recipe(store: RecipeStore, recipe: Recipe) -> None:
    store.save(recipe)
    assert store.load((*HEADER, "Age")) == recipe


def test_that_columns_of_one_name_are_told_apart(store: RecipeStore, make_table: MakeTable) -> None:
    twice = make_table(
        [("98", "99")], header=("Ph", "Ph"), mapping=(Field.CUSTOM_FIELD_1, Field.PHONE_NUMBER)
    )
    recipe = recipe_of(twice, (), used_on=MONDAY)
    again = make_table([("98", "99")], header=("Ph", "Ph"), mapping=(None, None))
    assert recipe.mapping_for(again) == (Field.CUSTOM_FIELD_1, Field.PHONE_NUMBER)


def test_that_the_later_recipe_of_the_same_export_counts(
    store: RecipeStore, recipe: Recipe, make_table: MakeTable
) -> None:
    store.save(recipe)
    later = recipe_of(a_table(make_table), (), used_on=date(2026, 11, 23))
    store.save(later)
    assert store.load(HEADER) == later


def test_that_a_forgotten_recipe_is_gone(store: RecipeStore, recipe: Recipe) -> None:
    store.save(recipe)
    store.forget(HEADER)
    assert store.load(HEADER) is None


def test_that_all_recipes_can_be_forgotten(store: RecipeStore, recipe: Recipe, make_table: MakeTable) -> None:
    store.save(recipe)
    store.save(recipe_of(make_table([("98",)], header=("Mob",)), (), used_on=MONDAY))
    store.forget_all()
    assert store.load(HEADER) is None
    assert store.load(("Mob",)) is None


def test_that_the_recipe_that_was_not_used_for_longest_gives_way(
    store: RecipeStore, recipe: Recipe, make_table: MakeTable, tmp_path: Path
) -> None:
    store.save(recipe)
    [oldest] = (tmp_path / "recipes").iterdir()
    os.utime(oldest, (0, 0))
    for number in range(200):
        store.save(recipe_of(make_table([("98",)], header=(f"Ph{number}",)), (), used_on=MONDAY))
    assert store.load(HEADER) is None
    assert store.load(("Ph0",)) is not None


def test_that_nothing_of_the_list_stands_on_the_disk(
    store: RecipeStore, recipe: Recipe, tmp_path: Path
) -> None:
    store.save(recipe)
    [path] = (tmp_path / "recipes").iterdir()
    written = path.read_text("ascii") + path.name
    for secret in ("98765", "Asha", "@x.in", "Pune", '"Who"', "Mail", "City"):
        assert secret not in written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 2}',
        '{"version": 1}',
        "[" * 100_000,
        '{"version": 1, "columns": 3}',
    ],
)
def test_that_a_recipe_that_cannot_be_understood_is_none(
    store: RecipeStore, recipe: Recipe, tmp_path: Path, text: str
) -> None:
    store.save(recipe)
    [path] = (tmp_path / "recipes").iterdir()
    path.write_text(text)
    assert store.load(HEADER) is None
    store.save(recipe)
    assert store.load(HEADER) == recipe


@pytest.mark.parametrize(
    "change",
    [
        {"rows": "20"},
        {"rows": -1},
        {"country": 3},
        {"used_on": "monday"},
        {"reading": {"encoding": []}},
        {"columns": [{"key": "a", "field": "age"}]},
        {"repairs": [{"code": "magic", "country": None}]},
    ],
)
def test_that_a_recipe_with_a_wrong_value_is_none(
    store: RecipeStore, recipe: Recipe, tmp_path: Path, change: dict[str, object]
) -> None:
    store.save(recipe)
    [path] = (tmp_path / "recipes").iterdir()
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    assert store.load(HEADER) is None


def test_that_an_option_of_another_version_is_passed_over(
    store: RecipeStore, recipe: Recipe, tmp_path: Path
) -> None:
    store.save(recipe)
    [path] = (tmp_path / "recipes").iterdir()
    document = json.loads(path.read_text())
    document["reading"]["colour"] = "blue"
    path.write_text(json.dumps(document))
    assert store.load(HEADER) == recipe


# --- using ----------------------------------------------------------------------------------------------


def test_that_columns_are_mapped_as_before_wherever_they_stand(make_table: MakeTable, recipe: Recipe) -> None:
    table = make_table([("", "", "", "", "")], header=("City", "email", "Mail", "Ph", "Who"))
    assert recipe.mapping_for(table) == (None, None, Field.EMAIL, Field.PHONE_NUMBER, Field.FIRST_NAME)


def test_that_a_new_column_keeps_its_proposal_where_the_field_is_free(
    make_table: MakeTable, recipe: Recipe
) -> None:
    table = make_table([("", "")], header=("Ph", "company"))
    assert recipe.mapping_for(table) == (Field.PHONE_NUMBER, Field.COMPANY)


def test_that_the_same_repairs_are_planned(make_table: MakeTable, recipe: Recipe) -> None:
    plans = plan_recipe(recipe, a_table(make_table, 3))
    assert [(plan.code, len(plan.edits)) for plan in plans] == [
        (ProblemCode.NO_COUNTRY_CODE, 3),
        (ProblemCode.WHITESPACE, 3),
    ]
    assert Edit(0, 0, "+919876500000") in planned_edits(plans)


def test_that_a_suggestion_is_not_taken_again_by_itself(make_table: MakeTable) -> None:
    table = make_table([("+919876543210", "a@gmial.com")], header=("phone_number", "email"))
    recipe = recipe_of(table, (DoneRepair(ProblemCode.EMAIL_TYPO),), used_on=MONDAY)
    assert table.rows_with(ProblemCode.EMAIL_TYPO) == [0]
    assert plan_recipe(recipe, table) == ()


def test_that_the_same_export_a_week_later_is_not_different(make_table: MakeTable, recipe: Recipe) -> None:
    assert differences(recipe, a_table(make_table, 18, "91234{:05}")) == ()


def test_that_a_new_column_is_named(make_table: MakeTable, recipe: Recipe) -> None:
    rows = [(*row, "x") for row in contacts(20)]
    table = make_table(rows, header=(*HEADER, "Age"), mapping=(*MAPPING, None))
    assert differences(recipe, table) == (Difference(DifferenceKind.NEW_COLUMNS, ("Age",)),)


def test_that_a_column_that_was_sent_and_is_missing_is_named(make_table: MakeTable, recipe: Recipe) -> None:
    rows = [(row[0], row[1]) for row in contacts(20)]
    table = make_table(rows, header=HEADER[:2], mapping=MAPPING[:2])
    assert differences(recipe, table) == (Difference(DifferenceKind.MISSING_COLUMNS, (Field.EMAIL,)),)


def test_that_another_country_is_named_when_it_has_a_share_of_the_list(
    make_table: MakeTable, recipe: Recipe
) -> None:
    one_of_20 = contacts(19) + contacts(1, "+6591234567")
    assert differences(recipe, make_table(one_of_20, header=HEADER, mapping=MAPPING)) == (
        Difference(DifferenceKind.OTHER_COUNTRIES, ("SG",)),
    )
    one_of_21 = contacts(20) + contacts(1, "+6591234567")
    assert differences(recipe, make_table(one_of_21, header=HEADER, mapping=MAPPING)) == ()


def test_that_far_fewer_ready_rows_are_pointed_out(make_table: MakeTable, recipe: Recipe) -> None:
    table = make_table(contacts(10) + contacts(10, "N/A"), header=HEADER, mapping=MAPPING)
    assert differences(recipe, table) == (Difference(DifferenceKind.FEWER_READY, ("100", "50")),)


def test_that_far_fewer_rows_are_pointed_out(make_table: MakeTable, recipe: Recipe) -> None:
    assert differences(recipe, a_table(make_table, 4)) == (
        Difference(DifferenceKind.FEWER_ROWS, ("20", "4")),
    )


def test_that_looking_for_differences_stops_when_the_person_cancels(
    make_table: MakeTable, recipe: Recipe
) -> None:
    table = a_table(make_table)
    plans = plan_recipe(recipe, table)
    calls = 0

    def cancel_at_last(_done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:  # the first is that of judging
            raise Cancelled

    with pytest.raises(Cancelled):
        differences(recipe, table, cancel_at_last, plans=plans)


# --- what the person typed or chose -----------------------------------------------------------------------


def with_tag(table: ContactTable, value: str = "vip") -> ContactTable:
    table.install(table.judge_with_column(Field.TAG, value, "tag"), Step(StepKind.ADD_COLUMN))
    return table


def test_that_the_value_of_an_added_column_is_kept_and_added_again(
    store: RecipeStore, make_table: MakeTable
) -> None:
    store.save(recipe_of(with_tag(a_table(make_table)), (NO_CODE,), country="IN", used_on=MONDAY))
    kept = store.load(HEADER)
    assert kept is not None
    assert kept.added == (AddedColumn(Field.TAG, "vip"),)
    table = a_table(make_table, 3)
    changes = carry_out_recipe(kept, table)
    assert changes == RecipeChanges(cells=3, columns=(AddedColumn(Field.TAG, "vip"),))
    assert (changes.only_repairs, changes.count) == (False, 4)
    assert [row[4] for row in table.rows] == ["vip"] * 3
    assert table.mapping[4] is Field.TAG


def test_that_a_column_that_was_typed_over_or_is_not_sent_is_not_kept(make_table: MakeTable) -> None:
    table = with_tag(a_table(make_table, 4))
    table.apply([Edit(row, 4, f"own {row}") for row in range(2)], Step(StepKind.EDIT))
    assert recipe_of(table, ()).added == ()
    table = with_tag(a_table(make_table, 4))
    mapping = (*MAPPING, None)
    table.install_mapping(mapping, table.judge_mapping(mapping))
    assert recipe_of(table, ()).added == ()


def test_that_a_field_that_the_next_file_has_itself_gets_no_column(make_table: MakeTable) -> None:
    kept = recipe_of(with_tag(a_table(make_table)), ())
    header, mapping = (*HEADER, "Tag"), (*MAPPING, Field.TAG)
    table = make_table([(*row, "own") for row in contacts(3)], header=header, mapping=mapping)
    assert carry_out_recipe(kept, table) == RecipeChanges()
    assert table.column_count == 5


def test_that_columns_whose_numbers_got_rows_are_known_by_their_keys_and_repaired_with_the_others(
    store: RecipeStore, make_table: MakeTable
) -> None:
    city = column_keys(HEADER)[3]
    store.save(recipe_of(a_table(make_table), (NO_CODE,), country="IN", one_row_each=(city, city)))
    kept = store.load(HEADER)
    assert kept is not None
    assert kept.one_row_each == (city,)
    table = make_table([("9876500001", "Asha", "", "9876500002")], header=HEADER, mapping=MAPPING)
    assert carry_out_recipe(kept, table) == RecipeChanges(cells=2, rows=1)
    assert [row[0] for row in table.rows] == ["+919876500001", "+919876500002"]


def test_that_steps_taken_on_a_copy_are_installed_as_one(make_table: MakeTable, recipe: Recipe) -> None:
    kept = replace(recipe, added=(AddedColumn(Field.TAG, "vip"),))
    table = a_table(make_table, 3)
    before = list(table.rows)
    judged = table.judge_steps(partial(carry_out_recipe, kept))
    assert (list(table.rows), table.undo_step) == (before, None)
    table.apply([Edit(0, 3, "Mumbai")], Step(StepKind.EDIT))
    step = Step(StepKind.AS_BEFORE, count=7)
    assert table.install(judged, step).structural
    assert table.rows[0] == ("+919876500000", "Asha0", "a0@x.in", "Mumbai", "vip")
    assert table.undo_step is step
    table.undo()
    assert [row[0] for row in table.rows] == [row[0] for row in before]


def test_that_a_file_is_known_by_the_header_that_was_found_when_it_was_opened(
    store: RecipeStore, make_table: MakeTable
) -> None:
    opened = ("Export of leads", "", "", "")
    store.save(recipe_of(a_table(make_table), (), opened_header=opened, used_on=MONDAY))
    found = store.load(opened)
    assert found is not None
    assert found.key != found.opened_as
    assert store.load(HEADER) == found
    assert store.load(("", "", "", "")) is None


def test_that_a_header_without_any_name_is_nothing_to_know_a_file_by(make_table: MakeTable) -> None:
    assert recipe_of(a_table(make_table), (), opened_header=("", " ")).opened_as == ""


def test_that_a_recipe_of_an_earlier_version_of_the_program_is_understood(
    store: RecipeStore, recipe: Recipe, tmp_path: Path
) -> None:
    store.save(recipe)
    [path] = (tmp_path / "recipes").iterdir()
    document = json.loads(path.read_text())
    for name in ("added", "one_row_each", "opened_as"):
        del document[name]
    path.write_text(json.dumps(document))
    assert store.load(HEADER) == recipe


@pytest.mark.parametrize(
    ("reading", "otherwise"),
    [
        (ReadOptions(), False),
        (ReadOptions(encoding="utf-8", delimiter=",", header_line=1), False),
        (ReadOptions(encoding="cp1252"), True),
        (ReadOptions(delimiter=";"), True),
        (ReadOptions(sheet="Leads"), True),
        (ReadOptions(header_line=0), True),
        (ReadOptions(keep_totals=True), False),
    ],
)
def test_that_it_is_known_whether_a_file_was_read_in_another_way(
    make_table: MakeTable, reading: ReadOptions, *, otherwise: bool
) -> None:
    assert is_read_otherwise(reading, a_table(make_table).source) is otherwise


def test_that_totals_are_another_way_to_read_only_where_there_are_some(make_table: MakeTable) -> None:
    source = replace(a_table(make_table).source, totals_lines=(9,))
    assert is_read_otherwise(ReadOptions(keep_totals=True), source)
    assert not is_read_otherwise(ReadOptions(keep_totals=True), replace(source, totals_kept=True))
