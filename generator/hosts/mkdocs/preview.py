"""What ``mkdocs serve`` shows while a record is broken: the last good site, and the fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.corpus.files import Before
from generator.output import Output
from generator.problems import has_errors, summary
from generator.yamltext import front_matter

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from jinja2 import Environment

    from generator.hosts.settling import Site
    from generator.plan import Recipe
    from generator.problems import Problem

# Made when a preview starts, and not at each edit: of all records, in forms that no page shows.
LATE = ("export tables",)


@dataclass
class Preview:
    """Remembers the last good records of a running preview, and the site made of them.

    ``before`` knows what each file was made into.
    """

    before: Before = field(default_factory=Before)
    last: Recipe | None = None
    site: Site | None = None
    theme: tuple[str, Environment] | None = None

    def env(self, settings: str, env: Environment) -> Environment:
        """Return what renders the theme of ``settings``: where they are the same, as before.

        MkDocs makes it anew for each build, with templates that nothing else changes.
        """
        if self.theme is None or self.theme[0] != settings:
            self.theme = (settings, env)
        return self.theme[1]

    def recipe(self, made: Recipe | None, found: Sequence[Problem]) -> Recipe | None:
        """Return what to show: that which was just read, else the last good; there may be none."""
        if made is not None and not has_errors(found):
            self.last = made
        return self.last

    def explained(self, found: Sequence[Problem], shown: Collection[str]) -> dict[str, str]:
        """Return, by its code, the page that explains a problem, where the site shown has it."""
        pages = {problem.code: urls.problem(problem.code) for problem in found}
        return {code: page for code, page in pages.items() if page in shown}


def problems_page(found: Sequence[Problem]) -> Output:
    """Show the problems alone: a preview that starts with broken records has nothing else."""
    rows = [front_matter({"title": "The records have problems"}), "# The records have problems", ""]
    rows += [f"{escape.text(summary(found))}. The site appears when they are mended.", ""]
    for problem in found:
        at = problem.position
        place = escape.text(f"{at.file}:{at.line}:{at.column}")
        rows += ["", f"- **{place}** {escape.text(problem.message)}"]
        if problem.hint:
            rows += ["", f"    {escape.text(problem.hint)}"]
        # There is no site yet whose page could explain it.
        rows += ["", f"    {escape.text(f'factcheck explain {problem.code}')}"]
    return Output("index.md", "\n".join(rows) + "\n")
