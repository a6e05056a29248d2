"""The direction of imports and the other rules that hold the house of design.md together."""

from __future__ import annotations

import ast
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

# Highest first. A module imports from lower rows only, or within its own folder; names of
# one row do not know each other. A name is placed here before it is used.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    ("commands",),
    ("hosts",),
    ("review",),
    ("newly",),
    ("site", "renewal"),
    ("plan", "former"),
    ("making",),
    ("parts", "inputs"),
    ("pages", "exports", "checks", "imports"),
    ("capturing", "verifying"),
    ("sealing", "storing", "stub", "against_archive", "quoting", "coverage", "starter", "drafting"),
    ("verification", "cited"),
    ("edition", "transparency"),
    ("share",),
    ("cards", "charts", "citations", "manual", "prose"),
    ("words",),
    ("escape",),
    ("explanation",),
    ("changes",),
    (
        "addresses",
        "rules",
        "offers",
        "publication",
        "translated",
        "watched",
        "evidence",
        "freezing",
        "migrating",
        "permalinks",
    ),
    ("urls",),
    ("mending",),
    ("corpus", "edit", "cache", "work", "taken"),
    ("confirmation", "modified", "versions"),
    ("signatures", "revisions", "files", "formatting"),
    ("links", "references", "quotations", "collation", "naming", "editorline", "git"),
    ("validation", "reading", "migrations"),
    ("mends",),
    ("outline",),
    ("passages", "extraction", "schemas"),
    ("records", "comments", "shaping"),
    ("fields", "emission", "layout"),
    ("output",),
    ("headed",),
    ("yamltext",),
    ("yamlsyntax", "unmerged"),
    ("yamlmend",),
    ("report",),
    ("problems",),
    ("codes", "wording"),
    ("characters", "similar", "slips", "catalogue", "reads", "spool"),
    ("deferred",),
)
LEVEL = {name: -row for row, names in enumerate(LAYERS) for name in names}

# Whoever needs a package of others, and nobody else.
PACKAGES = {
    "pagefind_bin": ("hosts.searching",),
    "zopfli": ("hosts.searching",),
    "yaml": ("yamltext",),
    "ruamel": ("emission",),
    "mkdocs": ("hosts.mkdocs",),
    "distributed": ("hosts.cluster",),
    "click": ("cli", "commands", "hosts.terminal", "hosts.timing"),
    "lxml": ("extraction.metadata", "extraction.runs", "extraction.webpage", "imports.webpage"),
    "trafilatura": ("extraction.webpage",),
    "pypdf": ("extraction.pdf",),
    "webvtt": ("extraction.subtitles",),
    "urllib3": ("extraction.fetch",),
    "babel": ("catalogue", "collation.calendar", "words.spoken"),
    "feedgenerator": ("exports.feeds.atom",),
    "jinja2": ("cards.html", "hosts.mkdocs", "pages.render"),
    "markdown": ("hosts.mkdocs", "prose"),
    "markdown_it": ("prose",),
    "nh3": ("prose",),
    "rapidfuzz": (
        "checks.near_duplicate",
        "collation.lexicon",
        "collation.matching",
        "passages.alike",
        "wording",
    ),
    "sentencex": ("coverage",),
    "anyascii": ("naming",),
    "svg": ("charts.elements",),
    "resvg_py": ("share.drawing",),
    "translitua": ("naming",),
    "pybtex": ("citations.bibtex",),
    "rispy": ("citations.ris",),
    "pyarrow": ("exports.tables.parquet",),
    "sqlite_utils": ("exports.tables.database",),
    "pydantic": (
        "exports.api",
        "fields",
        "passages.archive",
        "passages.seal",
        "records",
        "validation",
        "outline",
        "schemas",
    ),
    "pydantic_core": ("escape", "fields", "records", "validation"),
}

# Angle brackets with a letter that are no markup: they show the form of an id.
BRACKETS = {
    "exports.api.offered": ("<id>",),
    "exports.raw": ("<id>",),
    "exports.citations": ("<id>",),
    "exports.feeds.offered": ("<id>",),
    "exports.web_annotation": ("<id>",),
    "exports.opengraph": ("<digest>",),
    "fields.ids": ("write <source-id>#<passage-id>",),
    "exports.tables.offered": ("<table>",),
}
MARKUP = ("escape", "prose")
# What Markdown and the theme made is cut at its tags.
CUTTING = ("hosts.mkdocs.learning", "hosts.mkdocs.markdown", "hosts.mkdocs.shells")


def module_name(file: Path) -> str:
    parts = file.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


# What a new site begins with is data of this one.
FILES = GENERATOR / "starter" / "files"
TREES = {
    module_name(file): ast.parse(file.read_text())
    for file in GENERATOR.rglob("*.py")
    if not file.is_relative_to(FILES)
}
MODULES = sorted(name for name in TREES if name)
every_module = pytest.mark.parametrize("module", MODULES)


def imports(module: str) -> list[tuple[str, str]]:
    """Return top package and, for our own, module of each import, also for types only."""
    found: list[tuple[str, str]] = []
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            found += [alias.name.partition(".")[::2] for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide where a name comes from"
            package, _, inner = (node.module or "").partition(".")
            for alias in node.names:
                deeper = f"{inner}.{alias.name}".strip(".")
                found.append((package, deeper if deeper in TREES else inner))
    return found


def own_imports(module: str) -> set[str]:
    return {inner for package, inner in imports(module) if package == "generator" and inner}


def folder(module: str) -> str:
    return module.partition(".")[0]


@every_module
def test_module_stands_in_a_layer(module: str) -> None:
    assert folder(module) in LEVEL


@every_module
def test_imports_lead_down(module: str) -> None:
    own = folder(module)
    up = {
        other
        for other in own_imports(module)
        if folder(other) != own and LEVEL.get(folder(other), 1) >= LEVEL.get(own, 1)
    }
    assert up == set()


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {module: own_imports(module) - {module} for module in MODULES}
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


@every_module
def test_imports_stand_at_the_top(module: str) -> None:
    functions = [n for n in ast.walk(TREES[module]) if isinstance(n, ast.FunctionDef)]
    hidden = [
        n for f in functions for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


@every_module
def test_packages_of_others_are_used_where_they_belong(module: str) -> None:
    others = {p for p, _ in imports(module) if p not in sys.stdlib_module_names} - {"generator"}
    users = {package: PACKAGES.get(package, ()) for package in others}
    astray = [p for p, at in users.items() if not any(f"{module}.".startswith(f"{a}.") for a in at)]
    assert astray == []


@every_module
def test_only_commands_and_hosts_speak(module: str) -> None:
    if folder(module) in ("cli", "commands", "hosts", "deferred"):
        return
    spoken = {p for p, _ in imports(module)} & {"logging", "click", "warnings", "importlib"}
    called = {n.id for n in ast.walk(TREES[module]) if isinstance(n, ast.Name)}
    assert (spoken, called & {"print", "__import__"}) == (set(), set())


def literals(module: str) -> list[str]:
    """Return all string literals but docstrings, which are for people."""
    told = {id(node.value) for node in ast.walk(TREES[module]) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


@every_module
def test_no_markup_is_built_from_strings(module: str) -> None:
    tags = [s for s in literals(module) if re.search(r"</?[A-Za-z]", s)]
    assert module in MARKUP + CUTTING or tuple(tags) == BRACKETS.get(module, ())


def test_templates_hold_markdown_and_no_tags() -> None:
    templates = sorted((GENERATOR / "pages" / "templates").rglob("*.j2"))
    assert templates
    assert [t.name for t in templates if re.search(r"</?[A-Za-z]", t.read_text())] == []
