"""The other host: the same pages as a folder that any Markdown host builds."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import escape, reading, urls, yamltext
from generator.edition import editions
from generator.hosts import address, drawing, shell, styles
from generator.site import WATCHED

if TYPE_CHECKING:
    from generator.cache import Cache
    from generator.output import Output
    from generator.records import Publisher
    from generator.site import Inputs
    from generator.work import Work

MARK = ".factcheck-tree"
THEME = "site_config/theme"
PLUGIN = "factcheck"


class TreeError(Exception):
    """The folder cannot be written; the message says why, in one sentence."""


def write(
    out: Path, root: Path, outputs: list[Output], inputs: Inputs, kept: Cache, work: Work
) -> None:
    """Write ``outputs``, the theme and the settings of ``root`` to the folder ``out``.

    The folder is built beside its place and moved there when it is whole. Raises TreeError
    when ``out`` holds something that this function did not make, or cannot be written, and
    when the settings cannot be read or give another address than the publisher.
    """
    out = out.absolute()
    if any(out.is_relative_to((root / folder).absolute()) for folder in WATCHED):
        raise TreeError(f"{out} lies among the records: choose a folder outside of them")
    is_ours = (out / MARK).exists()
    if out.exists() and not is_ours and any(out.iterdir()):
        raise TreeError(f"{out} is not empty and was not made by 'factcheck tree'")
    own, publisher = _read_settings(root), inputs.corpus.publisher
    if said := address.contradiction(own.get("site_url"), publisher):
        raise TreeError(said)
    settings = _settings(own, root, publisher)
    settings["extra"] = {
        **(settings.get("extra") or {}),
        "factcheck": shell.shell(
            list(editions(inputs.corpus)), settings.get("nav"), {output.path for output in outputs}
        ),
    }
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as beside:
            made = Path(beside) / "tree"
            drawing.write(made / "docs", outputs, kept, work)
            _fill(made, root, outputs, inputs.pictures, settings)
            _exchange(made, out, Path(beside) / "old")
    except OSError as error:
        raise TreeError(f"{error.filename or out} cannot be written: {error.strerror}") from error


def _read_settings(root: Path) -> dict[str, Any]:
    try:
        return yamltext.load_settings((root / "mkdocs.yml").read_text("utf-8"))
    except OSError as error:
        raise TreeError(f"mkdocs.yml cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise TreeError(f"mkdocs.yml cannot be read: {error}") from error


def _exchange(made: Path, out: Path, old: Path) -> None:
    if not out.exists():
        made.rename(out)
        return
    out.rename(old)
    try:
        made.rename(out)
    except OSError:
        old.rename(out)
        raise


def _fill(
    made: Path,
    root: Path,
    outputs: list[Output],
    pictures: tuple[str, ...],
    settings: dict[str, Any],
) -> None:
    for output in outputs:
        if output.make is not None:
            continue
        file = made / "docs" / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    for picture in pictures:
        target = made / "docs" / picture.removeprefix(f"{reading.PAGES}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / picture, target, follow_symlinks=False)
    style, settings["extra_css"] = styles.joined(root, settings.get("extra_css") or [])
    if style:
        (made / "docs" / styles.FOLDER).mkdir(parents=True, exist_ok=True)
        (made / "docs" / styles.JOINED).write_text(style, "utf-8", newline="\n")
    if (root / THEME).is_dir():
        shutil.copytree(root / THEME, made / "theme")
        _keep_sitemap(made)
    text = yamltext.dump_settings(settings)
    (made / "mkdocs.yml").write_text(text, "utf-8", newline="\n")
    (made / MARK).write_text("Made by 'factcheck tree'; its next run replaces this folder.\n")


def _keep_sitemap(made: Path) -> None:
    """Let the sitemap be the theme's too: hosts put what they make of that over the file."""
    # A template loses its last line end.
    text = (made / "docs" / urls.SITEMAP).read_bytes() + b"\n"
    (made / "theme" / urls.SITEMAP).write_bytes(text)


def _settings(settings: dict[str, Any], root: Path, publisher: Publisher) -> dict[str, Any]:
    """Turn the project's settings into those of a plain folder: no plugin of ours."""
    plain = {key: value for key, value in settings.items() if key not in ("watch", "site_dir")}
    plain |= {
        # The theme prints both as they are.
        "site_name": escape.html(publisher.name),
        "site_url": publisher.url,
        "site_description": settings.get("site_description") or escape.html(publisher.tagline),
        "docs_dir": "docs",
        # Hosts leave folders with a dot out unless they are told.
        "exclude_docs": f"{settings.get('exclude_docs') or ''}\n!/{urls.WELL_KNOWN}\n",
        "plugins": _plugins(settings.get("plugins")),
    }
    theme = settings.get("theme")
    if isinstance(theme, dict) and "custom_dir" in theme:
        kept = {key: value for key, value in theme.items() if key != "custom_dir"}
        plain["theme"] = kept | ({"custom_dir": "theme"} if (root / THEME).is_dir() else {})
    return plain


def _plugins(plugins: object) -> list[Any]:
    """Leave ours out, whether it is a bare name, has settings or stands in a mapping."""
    entries = plugins if isinstance(plugins, list) else []
    if isinstance(plugins, dict):
        entries = [{name: settings} for name, settings in plugins.items()]
    return [e for e in entries if e != PLUGIN and not (isinstance(e, dict) and PLUGIN in e)]
