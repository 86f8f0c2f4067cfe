"""That a release is tested, signed, tried and only then drafted, and that few jobs may do anything."""

from __future__ import annotations

import re
from pathlib import Path

import installation_trial
import macos_signing
import pytest


@pytest.fixture(scope="module")
def workflow(checkout: Path) -> str:
    return (checkout / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def jobs(workflow: str) -> dict[str, str]:
    """The text of each job by its name."""
    parts = re.split(r"^  (\w+):\n", workflow.partition("\njobs:\n")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def needs(job: str) -> set[str]:
    named = re.search(r"^    needs: \[?([\w, ]+)\]?$", job, re.MULTILINE)
    return set(named[1].split(", ")) if named else set()


def before(name: str, jobs: dict[str, str]) -> set[str]:
    """All jobs that must have succeeded before the job ``name`` begins."""
    direct = needs(jobs[name])
    return direct.union(*(before(job, jobs) for job in direct))


def test_that_nothing_is_drafted_before_everything_was_tried(jobs: dict[str, str]) -> None:
    assert before("draft", jobs) == set(jobs) - {"draft"}
    assert before("install", jobs) == {"installers", "tests", "build"}


def test_that_only_a_tag_of_this_version_is_drafted(jobs: dict[str, str]) -> None:
    for name in ("version", "draft"):
        assert "    if: github.ref_type == 'tag'\n" in jobs[name]
    assert 'release.py check-tag "$GITHUB_REF_NAME"' in jobs["version"]
    assert "--draft --verify-tag" in jobs["draft"]


def test_that_secrets_are_where_nothing_is_built(jobs: dict[str, str]) -> None:
    assert [name for name, job in jobs.items() if "secrets." in job] == ["installers"]
    assert [name for name, job in jobs.items() if "environment: release\n" in job] == ["installers"]
    assert not re.search("dev.py (build|package)", jobs["installers"])


def test_that_each_secret_of_macos_reaches_what_signs(jobs: dict[str, str]) -> None:
    for name in macos_signing.VARIABLES:
        assert f"{name}: ${{{{ secrets.{name} }}}}\n" in jobs["installers"]


def test_that_no_job_may_more_than_it_says(workflow: str, jobs: dict[str, str]) -> None:
    assert "\npermissions: {}\n" in workflow
    assert all("    permissions:\n      contents: " in job for job in jobs.values())
    assert [name for name, job in jobs.items() if "write" in job] == ["draft"]
    assert workflow.count("persist-credentials: false") == workflow.count("uses: actions/checkout@")
    assert all("timeout-minutes: " in job for name, job in jobs.items() if name != "tests")


def test_that_nothing_is_put_into_a_script_before_it_is_read(jobs: dict[str, str]) -> None:
    for job in jobs.values():
        for script in re.findall(r"^        run: (.+(?:\n {10}.+)*)", job, re.MULTILINE):
            assert "${{" not in script


def test_that_every_kind_of_installer_is_tried(jobs: dict[str, str]) -> None:
    tried = set(re.findall(r"kind: (\w+)", jobs["install"]))
    assert {f".{kind}" for kind in tried} == set(installation_trial.KINDS)
    built = set(re.findall(r"system: ([\w-]+)", jobs["build"]))
    assert set(re.findall(r"system: ([\w-]+)", jobs["install"])) == built
    assert set(re.findall(r"system: ([\w-]+)", jobs["installers"])) == built - {
        "linux-x64"
    }  # which is not signed


def test_that_actions_are_pinned_as_in_the_tests(checkout: Path, workflow: str) -> None:
    tests = (checkout / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    pins: dict[str, str] = {}
    for action, commit in re.findall(r"uses: (actions/[\w-]+)@(\S+ # v\d+\.\d+\.\d+)\n", workflow + tests):
        assert re.match(r"[0-9a-f]{40} ", commit)
        assert pins.setdefault(action, commit) == commit
    assert len(re.findall(r"uses: actions/", workflow)) == len(
        re.findall(r"uses: actions/\S+@[0-9a-f]{40} #", workflow)
    )
    assert set(re.findall(r"uses: (\S+?)@", workflow)) <= set(pins)
