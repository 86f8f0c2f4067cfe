"""How jobs and parts stand in the journal's tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat, Source
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.records import JobAccount, JobRecord, PartRecord, PartState
from exogui.uploads.row_counts import RowCounts

PART_COLUMNS = (
    "number, attempt, rows, retried_rows, size_bytes, sha256, state, upload_id, successful, already_there, "
    "refused, unknown, surplus, changed_at, accepted_at, estimated_seconds, error_code, request_ids, "
    "may_be_there"
)


def part_values(part: PartRecord) -> dict[str, Any]:
    """A row of the table ``part``, by column."""
    return {
        "number": part.number,
        "attempt": part.attempt,
        "rows": part.rows,
        "retried_rows": part.retried_rows,
        "size_bytes": part.size_bytes,
        "sha256": part.sha256,
        "state": part.state.value,
        "upload_id": part.upload_id,
        "successful": part.counts.successful,
        "already_there": part.counts.already_there,
        "refused": part.counts.refused,
        "unknown": part.counts.unknown,
        "surplus": part.surplus,
        "changed_at": part.changed_at,
        "accepted_at": part.accepted_at,
        "estimated_seconds": part.estimated_seconds,
        "error_code": part.error_code,
        "request_ids": json.dumps(part.request_ids),
        "may_be_there": part.may_be_there,
    }


def part_of(row: Sequence[Any]) -> PartRecord:
    """The part in a row of :data:`PART_COLUMNS`."""
    number, attempt, rows, retried_rows, size_bytes, sha256, state, upload_id = row[:8]
    successful, already_there, refused, unknown, surplus = row[8:13]
    changed_at, accepted_at, estimated_seconds, error_code, request_ids, may_be_there = row[13:]
    return PartRecord(
        number,
        attempt,
        rows,
        size_bytes,
        sha256,
        retried_rows,
        PartState(state),
        upload_id,
        RowCounts(successful=successful, already_there=already_there, refused=refused, unknown=unknown),
        surplus,
        changed_at,
        accepted_at,
        estimated_seconds,
        error_code,
        tuple(json.loads(request_ids)),
        bool(may_be_there),
    )


def job_of(row: Sequence[Any], parts: Sequence[PartRecord]) -> JobRecord:
    """The job in a whole row of the table ``job``."""
    job_id, created_at, source, *account, action, list_id, header, mapping, added_columns = row
    return JobRecord(
        job_id,
        created_at,
        _source(json.loads(source)),
        JobAccount(*account),
        DuplicateAction(action),
        list_id,
        tuple(json.loads(header)),
        tuple(None if name is None else Field(name) for name in json.loads(mapping)),
        added_columns,
        tuple(parts),
    )


def job_values(job: JobRecord) -> tuple[Any, ...]:
    """A row of the table ``job``."""
    return (
        job.id,
        job.created_at,
        _source_text(job.source),
        job.account.id,
        job.account.name,
        job.account.account_sid,
        job.account.base_url,
        job.duplicate_action.value,
        job.list_id,
        json.dumps(job.header),
        json.dumps(job.mapping),
        job.added_columns,
    )


def _source_text(source: Source) -> str:
    kept = {
        "path": str(source.path),
        "format": source.format.value,
        "size_bytes": source.size_bytes,
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "header_line": source.header_line,
        "sheet": source.sheet,
    }
    return json.dumps(kept)


def _source(kept: dict[str, Any]) -> Source:
    return Source(**{**kept, "path": Path(kept["path"]), "format": FileFormat(kept["format"])})
