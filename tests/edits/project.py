"""The folder that is edited: an invented project, smaller than those of the benchmarks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from benchmarks import corpus
from generator import reading, yamltext
from generator.records import Kind
from generator.versions.canonical import digest

if TYPE_CHECKING:
    # A record, a mapping in it, or a file of settings: edits know which.
    Record = dict[str, Any]

ARCHIVE = "archive"
SOURCES = ("claims", "content", "site_config", "mkdocs.yml")
SUBJECTS = (Kind.PERSON, Kind.TOPIC, Kind.EVENT)


class _Maker(corpus.Maker):
    """Keeps the invented texts, so that a source can be sealed again."""

    def _seal(self, texts: dict[str, str]) -> None:
        super()._seal(texts)
        for name, text in texts.items():
            self._write(f"{ARCHIVE}/{name}.txt", text)


@dataclass(frozen=True)
class Project:
    """A project below ``root``; every path is relative to it."""

    root: Path

    @classmethod
    def made(cls, root: Path, count: int) -> Project:
        """Invent a project of ``count`` claims without subjects that nothing names."""
        _Maker(root, count).make()
        project = cls(root)
        for kind in SUBJECTS:
            for file in project.files(kind):
                if not project.naming(PurePosixPath(file).stem):
                    project.delete(file)
        return project

    def text(self, file: str) -> str:
        """Return the text of a file."""
        return (self.root / file).read_text("utf-8")

    def write(self, file: str, text: str) -> None:
        """Write a file, with its folders."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def delete(self, file: str) -> None:
        """Delete a file."""
        (self.root / file).unlink()

    def data(self, file: str) -> Record:
        """Return what a record or a file of ``site_config/`` says."""
        document, problems = yamltext.parse(self.text(file), file)
        assert document is not None, problems
        return document.data

    def save(self, file: str, data: Record) -> None:
        """Write a record."""
        self.write(file, yamltext.dump_record(data))

    def files(self, kind: Kind) -> list[str]:
        """Return the files of all records of a kind."""
        folder = self.root / reading.FOLDERS[kind]
        found = (path.relative_to(self.root) for path in folder.rglob("*.yml"))
        return sorted(path.as_posix() for path in found if ".versions" not in path.parts)

    def claims(self, status: str = "published") -> list[str]:
        """Return the files of the claims of a status."""
        row = f"\nstatus: {status}\n"
        return [file for file in self.files(Kind.CLAIM) if row in self.text(file)]

    def naming(self, id_: str) -> list[str]:
        """Return the files of records and of the publisher that name a record."""
        files = [*self.files(Kind.CLAIM), *self.files(Kind.SOURCE), reading.PUBLISHER]
        return [
            file
            for file in files
            if PurePosixPath(file).stem != id_ and _named(id_).search(self.text(file))
        ]

    def rename(self, id_: str, new: str) -> None:
        """Write another id in all files that name a record."""
        for file in self.naming(id_):
            self.write(file, _named(id_).sub(new, self.text(file)))

    def freeze(self, file: str) -> None:
        """Freeze a claim as it stands."""
        name = digest(self.data(file))
        self.write(reading.version_file(PurePosixPath(file).stem, name), self.text(file))

    def state(self) -> dict[str, bytes]:
        """Return the bytes of all files that a site is made from."""
        folders = [self.root / name for name in SOURCES]
        files = [file for folder in folders for file in (folder, *folder.rglob("*"))]
        return {str(f.relative_to(self.root)): f.read_bytes() for f in files if f.is_file()}

    def restore(self, state: dict[str, bytes]) -> None:
        """Bring the files back to what they were; none may be new."""
        for file, content in state.items():
            path = self.root / file
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)

    def newest(self) -> str:
        """Return the newest day of the claims."""
        texts = map(self.text, self.files(Kind.CLAIM))
        days: list[str] = re.findall(r"(?m)^reviewed_on: (\S+)", "\n".join(texts))
        return max(days)


def _named(id_: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
