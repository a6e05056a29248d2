"""Files as an earlier revision has them, by way of git.

Nothing is checked out: no filter, no hook and no attribute of a revision has a say in what is
read of it.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, NamedTuple

from generator import git
from generator.git import RevisionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_FILES = 200_000
MAX_TOTAL = 2 * 1024**3  # bytes
MAX_FILE = 9 * 1024**2  # bytes; more than any file of a record may have

_LINK = "120000"
_FILE = "100"  # and the rights: 644 or 755, in old repositories others
_TO_NOWHERE = "a-link-of-the-revision"


class Changed(NamedTuple):
    """A file that differs: git's letter for how, its path, and its former path."""

    how: str
    file: str
    former: str = ""


class _Entry(NamedTuple):
    mode: str
    name: str  # of the object
    size: int
    file: str


class Revision:
    """One revision of the repository that holds ``root``. Raises RevisionError."""

    def __init__(self, root: Path, name: str) -> None:
        self.root = root
        self.name = name
        found = git.output(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
        if found is None:
            raise RevisionError(_unknown(root, name))
        self.commit = found.decode().strip()

    def read(self, file: str) -> bytes | None:
        """Return a file below the root as the revision has it; None when it has none."""
        return git.output(self.root, "cat-file", "blob", f"{self.commit}:./{file}")

    def files(self, folder: str) -> list[str]:
        """List the files below a folder of the root, links too, by their paths from the root."""
        return [entry.file for entry in self._entries((folder,))]

    @contextmanager
    def laid_out(self, folders: Sequence[str]) -> Iterator[Path]:
        """Give a folder of nobody else's that holds the files below ``folders``, for a while."""
        with tempfile.TemporaryDirectory(prefix="factcheck-") as name:
            self.write(folders, Path(name))
            yield Path(name)

    def write(self, folders: Sequence[str], out: Path) -> None:
        """Write the files below ``folders`` of the root, as they are stored, into ``out``.

        ``out`` is empty and nobody else's. A link becomes one that leads nowhere; a file that is
        longer than any record may be is written with its length and without its content.
        """
        entries = list(self._entries(folders))
        if len(entries) > MAX_FILES:
            raise RevisionError(f"'{self.name}' has more than {MAX_FILES:,} files to read")
        if sum(entry.size for entry in entries if entry.size <= MAX_FILE) > MAX_TOTAL:
            raise RevisionError(f"'{self.name}' has more than {MAX_TOTAL:,} bytes to read")
        try:
            self._write([entry for entry in entries if entry.mode.startswith(_FILE)], out)
            # After all files, so that nothing is ever written through one.
            for entry in entries:
                if entry.mode == _LINK:
                    _place(out, entry.file).symlink_to(_TO_NOWHERE)
        except (FileExistsError, NotADirectoryError) as error:
            said = f"'{self.name}' has two files that are one on this system: {error.filename}"
            raise RevisionError(said) from None

    def _entries(self, folders: Sequence[str]) -> Iterator[_Entry]:
        listed = git.must(self.root, "ls-tree", "-r", "-z", "-l", self.commit, "--", *folders)
        for row in filter(None, listed.split(b"\0")):
            about, _, file = row.partition(b"\t")
            mode, _, name, size = about.decode("ascii").split()
            yield _Entry(mode, name, 0 if size == "-" else int(size), os.fsdecode(file))

    def _write(self, entries: list[_Entry], out: Path) -> None:
        read = [entry for entry in entries if entry.size <= MAX_FILE]
        for entry in entries:
            if entry.size > MAX_FILE:
                with _place(out, entry.file).open("xb") as stream:
                    stream.truncate(entry.size)
        with tempfile.TemporaryFile() as wanted:
            wanted.write("".join(f"{entry.name}\n" for entry in read).encode("ascii"))
            wanted.seek(0)
            with git.started(self.root, wanted, "cat-file", "--batch") as batch:
                assert batch.stdout is not None  # noqa: S101 - it is a pipe
                for entry in read:
                    _place(out, entry.file).write_bytes(_object(batch.stdout, entry))

    def changed(self, head: Revision | None = None) -> list[Changed]:
        """List what differs in ``head``, or in the files as they lie here, new ones too.

        Paths are from the root; of what lies outside it, from the top of the repository, with a
        slash before. A file that was moved is ``R`` when git can tell, else two entries.
        """
        commits = [self.commit] + ([head.commit] if head else [])
        # Of a repository within this one its commit counts, whatever .gitmodules says of it.
        within = "--ignore-submodules=dirty"
        options = ("--name-status", "-z", "-M", within, "--no-ext-diff", "--no-textconv")
        listed = git.must(self.root, "diff", *options, *commits, "--").split(b"\0")
        prefix = os.fsdecode(git.must(self.root, "rev-parse", "--show-prefix").rstrip(b"\n"))
        found = list(_differences(iter(map(os.fsdecode, listed))))
        if head is None:
            found += [Changed("A", file) for file in self._untracked()]
        return [
            Changed(one.how, _from(prefix, one.file), one.former and _from(prefix, one.former))
            for one in found
        ]

    def _untracked(self) -> list[str]:
        top = Path(os.fsdecode(git.must(self.root, "rev-parse", "--show-toplevel").rstrip(b"\n")))
        listed = git.must(top, "ls-files", "-z", "--others", "--exclude-standard")
        return [os.fsdecode(file) for file in listed.split(b"\0") if file]


def forked(base: Revision, head: Revision | None) -> Revision:
    """Return the revision at which ``head``, or what is checked out, left ``base``."""
    other = head.commit if head else "HEAD"
    found = git.output(base.root, "merge-base", base.commit, other)
    if not found:
        raise RevisionError(f"'{base.name}' and this change have no revision in common")
    point = Revision(base.root, found.decode("ascii").strip())
    point.name = base.name
    return point


def last_common(base: Revision, head: Revision | None) -> Revision:
    """Return the same; where the two have nothing in common, ``base``."""
    try:
        return forked(base, head)
    except RevisionError:
        return base


def _differences(words: Iterator[str]) -> Iterator[Changed]:
    for how in words:
        if how[:1] in ("R", "C"):
            former = next(words)
            yield Changed(how[0], next(words), former)
        elif how:
            yield Changed(how[0], next(words))


def _from(prefix: str, file: str) -> str:
    return file[len(prefix) :] if file.startswith(prefix) else f"/{file}"


def _place(out: Path, file: str) -> Path:
    """Return where a file goes, with its folder made; a name that leads elsewhere is refused."""
    parts = PurePosixPath(file).parts
    is_other = os.name == "nt" and set(file) & {"\\", ":"}
    if "/".join(parts) != file or ".." in parts or file.startswith("/") or is_other:
        raise RevisionError(f"the revision has a file of an impossible name: {file!r}")
    path = out.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path):
        raise FileExistsError(17, "", file)
    return path


def _object(stream: IO[bytes], entry: _Entry) -> bytes:
    """Read one answer of ``git cat-file --batch``: about the object, its bytes, a line end."""
    head = stream.readline().split()
    content = stream.read(entry.size + 1)[:-1]
    if head[1:] != [b"blob", b"%d" % entry.size] or len(content) != entry.size:
        raise RevisionError(f"git cannot read {entry.file!r} of the revision")
    return content


def _unknown(root: Path, name: str) -> str:
    """Say why a revision is not found."""
    ended = git.ended(root, ("rev-parse", "--is-shallow-repository"))
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
        return f"git: {said[0] if said else 'no repository here'}"
    shallow = ended.stdout.strip() == b"true"
    more = "; this clone is shallow: fetch the rest (git fetch --unshallow)" if shallow else ""
    return f"git knows no revision '{name}' here{more}"
