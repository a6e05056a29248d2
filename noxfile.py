# /// script
# requires-python = ">=3.11"
# dependencies = ["nox"]
# ///
"""Everything that is done with this project: ``python3 noxfile.py -l`` lists it.

Needs nothing but Python 3.11 with venv, and git. Run by a Python without nox, the file makes
a private environment with the locked nox and starts itself there.
"""

import os
import shutil
import subprocess
import sys
import venv
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements"
OLDEST_NOX = 2026


def _start_in_own_environment() -> int:
    """Run this file by the locked nox, made on the first run and when its lock changes."""
    home = HERE / ".nox" / "bootstrap"
    lock = REQUIREMENTS / "nox.txt"
    stamp = home / lock.name
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    is_fresh = stamp.is_file() and stamp.read_bytes() == lock.read_bytes()
    if not is_fresh or not python.exists():
        print("Setting up nox …", flush=True)
        venv.create(home, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
        shutil.copyfile(lock, stamp)
    return subprocess.call([python, "-m", "nox", "-f", __file__, *sys.argv[1:]])


def _has_nox() -> bool:
    """Whether this Python has a nox new enough, as under ``uv run`` and ``pipx run``."""
    try:
        return int(version("nox").partition(".")[0]) >= OLDEST_NOX
    except (PackageNotFoundError, ValueError):
        return False


if __name__ == "__main__":
    if not _has_nox():
        sys.exit(_start_in_own_environment())
    sys.exit(subprocess.call([sys.executable, "-m", "nox", "-f", __file__, *sys.argv[1:]]))

import nox  # noqa: E402 - only the Python that the lines above start has it
from nox.command import CommandFailed  # noqa: E402

nox.options.default_venv_backend = "venv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["site"]
nox.needs_version = f">={OLDEST_NOX}"

# The names of a program, and the package of Debian that has it.
PROGRAMS = {
    ("chromium", "chromium-browser", "google-chrome"): "chromium",
    ("node",): "nodejs",
    ("npm",): "npm",
    ("java",): "default-jre-headless",
}
# All tests, as many files at a time as there are processors; tests/sharing.py says how.
WHOLE = ("-n", "logical", "--maxprocesses", "4")
NPM_LOCK = ("--package-lock-only", "--ignore-scripts", "--no-audit")
ENVIRONMENT = {
    # Material's own switch for its banner about MkDocs 2 and its end of life (README says it).
    "NO_MKDOCS_2_WARNING": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def _install(session: nox.Session, *locks: str) -> None:
    """Install locked packages, then the project itself, from source and without the network."""
    session.env.update(ENVIRONMENT)
    for lock in locks:
        session.install("--require-hashes", "-r", str(REQUIREMENTS / f"{lock}.txt"))
    if {"site", "dev", "bench"} & set(locks):
        session.install("--no-deps", "--no-build-isolation", "-e", ".")


@nox.session
def site(session: nox.Session) -> None:
    """Set up, check the records, build the site into site/."""
    _install(session, "site")
    session.run("factcheck", "check")
    if not session.run("mkdocs", "build", "--strict"):
        return  # with --install-only nothing is run
    session.log("The site is built: %s", HERE / "site")
    session.log("To read it: python3 -m http.server -d site, then http://127.0.0.1:8000")
    session.log("To see it live while you edit a record: python3 noxfile.py -s serve")


@nox.session
def preview(session: nox.Session) -> None:
    """Build the site into site/ with drafts and unsealed quotations: never to be published."""
    _install(session, "site")
    if session.run("mkdocs", "build", "--quiet", env={"FACTCHECK_PREVIEW": "1"}):
        session.log("The preview is built: %s", HERE / "site")
        session.log("To read it: python3 -m http.server -d site, then http://127.0.0.1:8000")


@nox.session
def serve(session: nox.Session) -> None:
    """Serve the site at http://127.0.0.1:8000 and show every edit at once."""
    _install(session, "site")
    session.run("mkdocs", "serve", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test; arguments behind -- go to pytest, which then runs one test at a time."""
    _install(session, "dev")
    _programs(session)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("pytest", *(session.posargs or WHOLE))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout of the code."""
    _install(session, "dev")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types, strictly."""
    _install(session, "dev")
    session.run("mypy")


@nox.session
def hosts(session: nox.Session) -> None:
    """Build the plain folder with MkDocs, ProperDocs and Zensical, and report differences."""
    _install(session, "dev")
    programs = [str(Path(session.bin) / "mkdocs")]
    for name in ("properdocs", "zensical"):
        # They share packages with MkDocs at other versions: each has its own environment.
        home = Path(session.virtualenv.location).parent / f"host-{name}"
        session.run("python", "-m", "venv", str(home), silent=True)
        pip = [str(home / "bin" / "pip"), "install", "--quiet", "--require-hashes"]
        session.run(*pip, "-r", str(REQUIREMENTS / f"{name}.txt"), external=True)
        programs.append(str(home / "bin" / name))
    session.run("python", "-m", "tests.hosts", *programs)


@nox.session
def review(session: nox.Session) -> None:
    """Judge a change as the machine of a pull request does; behind --, the branch it goes to."""
    _install(session, "site")
    (base,) = session.posargs or ("origin/main",)
    judged = (
        ("check", "--since", base),
        ("fmt", "--check"),
        ("verify", "--since", base),
        ("diff", base),
    )
    failed = []
    for command in judged:
        try:
            session.run("factcheck", *command)
        except CommandFailed:  # the others speak all the same
            failed.append(command[0])
    if failed:
        session.error(f"mend what is said above by: factcheck {', '.join(failed)}")


@nox.session
def tampering(session: nox.Session) -> None:
    """Try edits and variants of the quotations against the seals; behind --, how many."""
    _install(session, "dev")
    session.run("python", "-m", "benchmarks.tampering", *session.posargs)


@nox.session
def editing(session: nox.Session) -> None:
    """Compare warm builds with cold ones over 300 random edits; behind --, --seed and --steps."""
    _install(session, "dev")
    _programs(session)
    session.run("python", "-m", "benchmarks.editing", *session.posargs)


@nox.session
def messages(session: nox.Session) -> None:
    """Renew the catalogues of the interface; behind --, languages that are new."""
    _install(session, "dev")
    found = Path(session.create_tmp()) / "messages.pot"
    session.run(
        *("pybabel", "extract", "-F", "generator/locales/extract.ini", "--no-location"),
        *("-k", "t:1", "-k", "safe:1", "-k", "n:1,2", "-k", "message:1", "--omit-header"),
        *("-o", str(found), "generator"),
    )
    for language in session.posargs:
        place = f"generator/locales/{language}.po"
        session.run("pybabel", "init", "-i", str(found), "-l", language, "-o", place)
    for file in sorted((HERE / "generator" / "locales").glob("*.po")):
        session.run(
            *("pybabel", "update", "-i", str(found), "-l", file.stem, "-o", str(file)),
            *("--no-fuzzy-matching", "--omit-header", "--ignore-obsolete"),
        )


@nox.session
def bench(session: nox.Session) -> None:
    """Time the whole job beside Hugo and plain MkDocs; behind --, numbers of claims."""
    _install(session, "bench")
    session.run("python", "-m", "benchmarks.bench", *(session.posargs or ["1000", "10000"]))


@nox.session
def lighthouse(session: nox.Session) -> None:
    """Build the site and record what Lighthouse says of it; behind --, --runs and how many."""
    _install(session, "dev")
    _programs(session)
    out = Path(session.create_tmp()) / "site"
    if session.run("mkdocs", "build", "--quiet", "--strict", "-d", str(out)):
        session.run("python", "-m", "benchmarks.lighthouse", str(out), *session.posargs)


@nox.session
def searching(session: nox.Session) -> None:
    """Measure the first search among 10,000 invented claims; behind --, among how many."""
    _install(session, "dev")
    _programs(session)
    project, site = (Path(session.create_tmp()) / name for name in ("project", "site"))
    session.run("python", "-m", "benchmarks.corpus", *(session.posargs or ["10000"]), str(project))
    session.run("mkdocs", "build", "--quiet", "-f", str(project / "mkdocs.yml"), "-d", str(site))
    session.run("python", "-m", "benchmarks.searching", str(site))


@nox.session
def lock(session: nox.Session) -> None:
    """Renew requirements/ from pyproject.toml; arguments such as --upgrade go to uv."""
    session.install("uv")
    project = ["pyproject.toml", "--extra", "capture"]
    for name, sources in {
        "nox": _groups("nox"),
        "site": [*project, *_groups("build")],
        "dev": [*project, "--extra", "dask", *_groups("build", "test", "lint", "nox")],
        "bench": ["pyproject.toml", "--extra", "dask", *_groups("build", "test", "bench")],
        "properdocs": ["pyproject.toml", *_groups("build", "test", "properdocs")],
        "zensical": _groups("zensical"),
    }.items():
        session.run(
            *("uv", "pip", "compile", "--universal", "--generate-hashes", "--quiet"),
            *("--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11"),
            *("--custom-compile-command", "python3 noxfile.py -s lock"),
            *(*sources, *session.posargs, "-o", str(REQUIREMENTS / f"{name}.txt")),
        )
    if not shutil.which("npm"):
        session.log("No npm: the programs of the tests stay as they are locked.")
        return
    for folder in ("editor", "web"):
        with session.chdir(HERE / "tests" / folder):
            session.run("npm", "install", *NPM_LOCK, external=True)


def _groups(*names: str) -> list[str]:
    return [word for name in names for word in ("--group", name)]


def _programs(session: nox.Session) -> None:
    """Install what the browser tests drive, from Debian's packages, where that is possible.

    Where it is not, these tests skip with a reason; under CI=true they fail.
    """
    lacking = [package for names, package in PROGRAMS.items() if not any(map(shutil.which, names))]
    if not lacking:
        return
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        session.log("No %s, and no right to install it: some tests will skip.", lacking)
        return
    try:
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *lacking]):
            session.run("apt-get", "--quiet", *command, external=True, silent=True)
    except CommandFailed:
        session.log("%s could not be installed: some tests will skip.", lacking)
