"""Workflows: what they may do, whose code they run, and that people can run the same."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli import main
from tests.hosted import ROOT
from tests.workflows import (
    FILES,
    FOLDERS,
    ROOTS,
    Job,
    as_documented,
    commands,
    data_of,
    documented,
    jobs,
    named,
)

JOBS = {job.name: job for job in jobs()}
every_file = pytest.mark.parametrize("file", FILES, ids=map(named, FILES))
every_job = pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)

# The only jobs that may write anything, and what.
WRITE = {
    "publish/attest": {"id-token", "attestations"},
    "publish/alerts": {"security-events"},
    "publish/publish": {"id-token", "pages"},
}


@every_file
def test_a_workflow_starts_with_the_right_to_read(file: Path) -> None:
    assert data_of(file)["permissions"] == {"contents": "read"}


@every_file
def test_no_workflow_gives_the_rights_of_the_owner_to_a_stranger(file: Path) -> None:
    events = data_of(file)["on"]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
    assert "secrets." not in file.read_text("utf-8")


@every_job
def test_a_job_writes_only_what_is_listed_here(job: Job) -> None:
    assert job.writes == WRITE.get(job.name.removeprefix("starter/"), set())


@every_job
def test_a_job_that_may_write_runs_no_command(job: Job) -> None:
    assert not (job.writes and job.runs)


@every_job
def test_no_expression_stands_in_a_command(job: Job) -> None:
    assert [row for row in job.runs if "${{" in row] == []


@every_job
def test_a_job_ends(job: Job) -> None:
    assert int(job.data["timeout-minutes"]) <= 45


@every_job
def test_no_right_stays_in_the_folder(job: Job) -> None:
    got = [
        step["with"] for step in job.steps if step.get("uses", "").startswith("actions/checkout")
    ]
    assert all(options["persist-credentials"] == "false" for options in got)


def test_every_action_is_one_commit_of_a_version_that_is_named() -> None:
    rows = [row for file in FILES for row in re.findall(r"uses: *(.*)", file.read_text("utf-8"))]
    pins = [re.fullmatch(r"([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", row) for row in rows]
    found = {pin.groups() for pin in pins if pin}
    assert rows
    assert all(pins)
    assert len(found) == len({name for name, *_ in found}), "one action at two versions"


def test_records_are_judged_by_the_program_of_the_base() -> None:
    job = JOBS["pull-request/records"]
    first, *_ = (step["run"] for step in job.steps if "run" in step)
    (setup,) = commands(job.runs) - {c for c in commands(job.runs) if c.startswith("factcheck ")}
    assert setup == "python3 noxfile.py --install-only"
    assert 'python3 "$RUNNER_TEMP/base/noxfile.py" --install-only' in first.splitlines()
    assert job.data["env"]["PYTHONSAFEPATH"] == "1"
    assert [row for row in job.runs if re.search(r"\b(pip|mkdocs|source)\b|\./", row)] == []


def test_no_line_of_a_change_is_obeyed_by_the_log() -> None:
    stop = 'echo "::stop-commands::$(cat /proc/sys/kernel/random/uuid)"'
    judging = ("pull-request/records", "starter/pull-request/records")
    for step in (step for job in judging for step in JOBS[job].steps):
        rows = [row.strip() for row in step.get("run", "").splitlines()]
        for number, row in enumerate(rows):
            is_quiet = "--format github" in row or re.search(r">>? \S+$", row)
            assert is_quiet or not row.startswith("factcheck ") or stop in rows[:number]


def test_a_claim_that_is_not_frozen_stops_no_publication() -> None:
    steps = {step.get("run"): step for step in JOBS["publish/build"].steps}
    assert steps[".nox/site/bin/factcheck publish --check"]["continue-on-error"] == "true"


@every_job
def test_people_can_run_what_a_job_runs(job: Job) -> None:
    assert commands(job.runs) - documented(job.root) == set()


@every_job
def test_a_job_calls_what_the_program_has(job: Job) -> None:
    rows = [re.sub(r"\s*>.*", "", row) for row in job.runs]
    calls = [shlex.split(row)[1:] for row in rows if re.match(r"\S*\bfactcheck ", row)]
    for name, *arguments in calls:
        # Within the group: a command keeps the names of its help option from its first context.
        group = click.Context(main, **main.context_settings)
        main.commands[name].make_context(name, arguments, parent=group)


def test_a_new_site_has_the_program_that_its_base_names() -> None:
    job = JOBS["starter/pull-request/records"]
    assert job.steps[2]["run"].splitlines() == [
        'git worktree add --quiet "$RUNNER_TEMP/base" "$BASE"',
        'cd "$RUNNER_TEMP/base"',
        "python3 -m venv .venv",
        ".venv/bin/pip install -r requirements.txt",
        'echo "$RUNNER_TEMP/base/.venv/bin" >> "$GITHUB_PATH"',
    ]
    assert job.data["env"]["PYTHONSAFEPATH"] == "1"
    said = commands(JOBS["pull-request/records"].runs) - {"python3 noxfile.py --install-only"}
    assert commands([row for row in job.runs if row.startswith("factcheck ")]) == said


@pytest.mark.parametrize("command", ["factcheck frobnicate", "python3 -m http.server 9 -d site"])
def test_a_command_that_no_document_names_is_found(command: str) -> None:
    assert commands([command]) - documented() == {command}


def zizmor(folder: Path) -> list[str]:
    """Return what the linter finds in the files below ``folder``, without asking the network."""
    program = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or "zizmor"
    options = ["--offline", "--collect=all", "--persona=auditor", "--no-exit-codes"]
    done = subprocess.run(
        [program, *options, "--format=json", "--strict-collection", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted({finding["ident"] for finding in json.loads(done.stdout)})


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return the root of a copy of what the linter reads."""
    for prefix, root in ROOTS.items():
        shutil.copytree(root / ".github", tmp_path / prefix / ".github")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", tmp_path)
    return tmp_path


def test_the_linter_finds_nothing(copy: Path) -> None:
    assert zizmor(copy) == []


CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("pull-request", CHECKOUT, "actions/checkout@v7", "unpinned-uses"),
        (
            "pull-request",
            "on:\n  pull_request:",
            "on:\n  pull_request_target:",
            "dangerous-triggers",
        ),
        (
            "pull-request",
            "run: python3 noxfile.py -s tests",
            "run: echo '${{ github.event.pull_request.title }}'",
            "template-injection",
        ),
        ("pull-request", "persist-credentials: false", "fetch-tags: false", "artipacked"),
        (
            "publish",
            "permissions:\n  contents: read",
            "permissions: write-all",
            "excessive-permissions",
        ),
        ("scheduled", "permissions:\n  contents: read\n", "", "excessive-permissions"),
        ("starter/publish", CHECKOUT, "actions/checkout@v7", "unpinned-uses"),
    ],
)
def test_the_linter_finds_a_fault(copy: Path, file: str, old: str, new: str, found: str) -> None:
    prefix, _, name = file.rpartition("/")
    path = copy / prefix / ".github" / "workflows" / f"{name}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert found in zizmor(copy)


def schema_faults(schema: str, *files: Path) -> int:
    """Return the exit code of the check against the schema that GitHub's editors use."""
    call = [sys.executable, "-m", "check_jsonschema", "--quiet", "--builtin-schema", schema]
    return subprocess.run([*call, *map(str, files)], check=False, capture_output=True).returncode


FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
SCHEMAS = {
    "vendor.github-workflows": FILES,
    "vendor.dependabot": [root / ".github/dependabot.yml" for root in ROOTS.values()],
    "vendor.github-issue-forms": sorted(FORMS.glob("[!c]*.yml")),
    "vendor.github-issue-config": [
        root / ".github/ISSUE_TEMPLATE/config.yml" for root in ROOTS.values()
    ],
}


@pytest.mark.parametrize(("schema", "files"), SCHEMAS.items(), ids=SCHEMAS)
def test_files_fit_their_schema(schema: str, files: list[Path], tmp_path: Path) -> None:
    assert files
    assert schema_faults(schema, *files) == 0
    broken = tmp_path / files[0].name
    broken.write_text(f"{files[0].read_text('utf-8')}\nunheard-of: 1\n", "utf-8")
    assert schema_faults(schema, broken) == 1


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            'factcheck verify --since "$BASE" --format github',
            "factcheck verify --since origin/main",
        ),
        ('factcheck diff "$BASE" >> "$GITHUB_STEP_SUMMARY"', "factcheck diff origin/main"),
        (".nox/site/bin/factcheck check --format sarif > a.sarif", "factcheck check"),
        ('python3 "$RUNNER_TEMP/base/noxfile.py" -s tests', "python3 noxfile.py -s tests"),
        ("python3 noxfile.py            # set up", "python3 noxfile.py"),
    ],
)
def test_a_command_is_compared_as_a_person_types_it(typed: str, written: str) -> None:
    assert as_documented(typed) == written


def test_every_file_of_the_folder_is_looked_at() -> None:
    assert {file for folder in FOLDERS for file in folder.iterdir()} == set(FILES)
