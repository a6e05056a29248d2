"""Finds the files of the records and turns each into a document, refusing what is no record."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator import yamltext
from generator.fields import id_fault
from generator.problems import Position, Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.yamltext import Document

FOLDERS = {
    Kind.SOURCE: "content/sources",
    Kind.PERSON: "content/people",
    Kind.TOPIC: "content/topics",
    Kind.EVENT: "content/events",
    Kind.CLAIM: "claims",
}
PAGES = "content/pages"
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
SITE_CONFIG = "site_config"
PUBLISHER = f"{SITE_CONFIG}/publisher.yml"
RATINGS = f"{SITE_CONFIG}/ratings.yml"
MARK = f"{SITE_CONFIG}/theme/assets/images/mark.svg"
SIGNERS = f"{SITE_CONFIG}/allowed_signers"
SEAL = ".seal.json"
SIGNED = ".sig"  # behind the name of the signed file
RULES = f"{SITE_CONFIG}/rules.yml"
VERSIONS = f"{FOLDERS[Kind.CLAIM]}/.versions"
_VERSION = re.compile(r"([^/]+)/([0-9a-f]{16})\.yml")


@dataclass(frozen=True)
class Found:
    """A file that should hold a record: its kind, its id, its path from the root."""

    kind: Kind
    id: str
    file: str


@dataclass(frozen=True)
class FoundVersion:
    """A file that should hold a frozen version: the claim and digest that its path names."""

    claim: str
    digest: str
    file: str


def find(root: Path) -> tuple[list[Found], list[Problem]]:
    """List the record files below ``root``, by path, and every file that is none."""
    found: list[Found] = []
    problems: list[Problem] = []
    sealed: list[str] = []
    for kind, folder in FOLDERS.items():
        for file in _files(root, folder, problems):
            if kind is Kind.SOURCE and file.endswith((SEAL, SEAL + SIGNED)):
                sealed.append(file)
            else:
                _sort_in(kind, file, found, problems)
    problems += _without_source(sealed, {item.file for item in found})
    known = {*FOLDERS.values(), PAGES}
    problems += [_stray(file) for file in list(_files(root, "content", problems, skip=known))]
    return found, problems


def not_a_project(root: Path) -> Problem | None:
    """Return the problem that a folder holds no records; None when it does."""
    if (root / SITE_CONFIG).is_dir():
        return None
    said = f"there is no folder {SITE_CONFIG}/ here"
    hint = "run this where claims/, content/ and site_config/ lie, or name that folder: --root"
    return Problem("unreadable-file", Position(SITE_CONFIG), said, hint)


def seal_of(source_id: str) -> str:
    """Return the file of a source's seal."""
    return f"{FOLDERS[Kind.SOURCE]}/{source_id}{SEAL}"


def _without_source(sealed: list[str], records: set[str]) -> Iterator[Problem]:
    for file in sealed:
        record = file[: file.index(SEAL)] + ".yml"
        if record not in records:
            said = f"there is no record {PurePosixPath(record).name} to this seal"
            hint = "add the record, or delete the seal"
            yield Problem("unexpected-file", Position(file), said, hint)


def _files(
    root: Path, folder: str, problems: list[Problem], skip: frozenset[str] | set[str] = frozenset()
) -> Iterator[str]:
    """Yield ordinary files below a folder in a fixed order; report what is not ordinary."""
    if (root / folder).is_symlink():
        problems.append(_not_ordinary(folder))
        return
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.append(Problem("unreadable-file", Position(folder), f"{error.strerror}"))
        return
    for entry in entries:
        name = f"{folder}/{entry.name}"
        # Editors leave such files, and Emacs a link, beside the one they edit; nothing of
        # that name is published. `.versions` has its own reader.
        if entry.name.startswith(".") or entry.name.endswith("~") or name in skip:
            continue
        # Not `stat()`: an editor may have taken its temporary file away by now.
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not entry.is_file(follow_symlinks=False):
            if entry.is_symlink() or (root / name).exists():
                problems.append(_not_ordinary(name))
        elif is_folder:
            yield from _files(root, name, problems, skip)
        else:
            yield name


def _not_ordinary(name: str) -> Problem:
    said = "not an ordinary file or folder: links, pipes and devices are not followed"
    return Problem("unreadable-file", Position(name), said, "put a file there")


def _sort_in(kind: Kind, file: str, found: list[Found], problems: list[Problem]) -> None:
    path = PurePosixPath(file)
    if path.suffix != ".yml":
        yaml_like = path.suffix.lower() in (".yaml", ".yml")
        hint = f"rename it to {path.stem}.yml" if yaml_like else "move it elsewhere"
        said = f"'{path.name}' is not read: records are files that end in .yml"
        severity = Severity.ERROR if yaml_like else Severity.WARNING
        problems.append(Problem("unexpected-file", Position(file), said, hint, severity))
        return
    if kind is not Kind.CLAIM and str(path.parent) != FOLDERS[kind]:
        hint = f"move it to {FOLDERS[kind]}/; only claims may lie in folders of their own"
        said = f"{kind.with_article} record cannot lie in a folder below {FOLDERS[kind]}/"
        problems.append(Problem("wrong-folder", Position(file), said, hint))
        return
    folders = path.relative_to(FOLDERS[kind]).parts[:-1]
    if said := next(filter(None, map(id_fault, folders)), ""):
        hint = "rename the folder: lower-case letters a-z, digits and single hyphens"
        problems.append(Problem("bad-id", Position(file), f"in the path, {said}", hint))
        return
    if said := id_fault(path.stem):
        slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
        hint = f"rename the file to {slug}.yml" if slug and not id_fault(slug) else ""
        problems.append(Problem("bad-id", Position(file), said, hint))
        return
    found.append(Found(kind, path.stem, file))


def _stray(file: str) -> Problem:
    if file.endswith((".yml", ".yaml")):
        folders = ", ".join(f"{folder}/" for folder in FOLDERS.values())
        said = "no record is looked for here"
        return Problem("wrong-folder", Position(file), said, f"records lie in {folders}")
    said = "no file of this kind is looked for here"
    return Problem("unexpected-file", Position(file), said, "", Severity.WARNING)


def version_file(claim_id: str, digest: str) -> str:
    """Return the file of a frozen version of a claim."""
    return f"{VERSIONS}/{claim_id}/{digest}.yml"


def is_version(file: str) -> bool:
    """Whether a path from the root is that of a frozen version."""
    return file.startswith(f"{VERSIONS}/") and bool(
        _VERSION.fullmatch(file.removeprefix(f"{VERSIONS}/"))
    )


def find_versions(root: Path) -> tuple[list[FoundVersion], list[Problem]]:
    """List the frozen versions of claims below ``root``, by path, and every file that is none."""
    found: list[FoundVersion] = []
    problems: list[Problem] = []
    for file in _files(root, VERSIONS, problems):
        name = _VERSION.fullmatch(file.removeprefix(f"{VERSIONS}/"))
        if name and not id_fault(name[1]):
            found.append(FoundVersion(name[1], name[2], file))
            continue
        said = f"{VERSIONS}/ holds frozen versions only, made by 'factcheck publish'"
        hint = "move it elsewhere; a version is ID/DIGEST.yml, with 16 hexadecimal digits"
        problems.append(Problem("unexpected-file", Position(file), said, hint))
    return found, problems


def find_pages(root: Path) -> tuple[list[str], list[str], list[Problem]]:
    """List the hand-written pages below ``root`` and the pictures beside them."""
    problems: list[Problem] = []
    pages, pictures = [], []
    for file in _files(root, PAGES, problems):
        path = PurePosixPath(file)
        parts = (*path.relative_to(PAGES).parts[:-1], path.stem)
        # A name may become a title, and it is part of an address. "index" is no id.
        if said := next(filter(None, (id_fault(p) for p in parts if p != "index")), ""):
            problems.append(Problem("bad-id", Position(file), f"in the path, {said}"))
        elif path.suffix == ".md":
            pages.append(file)
        elif path.suffix in PICTURES:
            pictures.append(file)
        else:
            said = "hand-written pages are .md files, with raster pictures beside them"
            problems.append(Problem("unexpected-file", Position(file), said))
    return pages, pictures, problems


def read_text(root: Path, file: str) -> tuple[str, list[Problem]]:
    """Read one text file below ``root`` that is not YAML; empty when it has problems."""
    raw, problems = read_bytes(root, file)
    return ("", problems) if raw is None else yamltext.decode(raw, file)


def read(root: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one YAML file below ``root``."""
    raw, problems = read_bytes(root, file)
    return (None, problems) if raw is None else parsed(raw, file)


def parsed(raw: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """Make a document of the bytes of one YAML file; ``file`` is its name in problems."""
    text, problems = yamltext.decode(raw, file)
    return (None, problems) if problems else yamltext.parse(text, file)


def read_bytes(
    root: Path, file: str, limit: int = yamltext.MAX_BYTES
) -> tuple[bytes | None, list[Problem]]:
    """Read at most one byte more than the file may have, so that its size is told."""
    try:
        # Not through a link, and without waiting for the other end of a pipe.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with open(os.open(root / file, flags), "rb") as stream:  # noqa: PTH123 - a descriptor
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return None, [_not_ordinary(file)]
            return stream.read(limit + 1), []
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None, [_not_ordinary(file)]
        said = f"the file cannot be read: {error.strerror}"
        return None, [Problem("unreadable-file", Position(file), said)]


def texts(root: Path) -> Callable[[str], str | None]:
    """Return a function that reads a file below ``root`` for an excerpt, or gives None."""

    def text(file: str) -> str | None:
        raw, _ = read_bytes(root, file)
        return None if raw is None else raw.decode("utf-8", "replace").replace("\r\n", "\n")

    return text
