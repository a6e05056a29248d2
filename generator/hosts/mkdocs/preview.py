"""What ``mkdocs serve`` shows while a record is broken: the last good site, and the fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.output import Output
from generator.problems import Problem, has_errors, summary
from generator.yamltext import front_matter

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Preview:
    """Remembers the last good pages of a running preview."""

    last: list[Output] | None = None

    def outputs(self, made: list[Output], found: Sequence[Problem]) -> list[Output]:
        """Return the pages to show: those just made, else the last good ones.

        A preview that starts with broken records has none: it shows the problems alone.
        """
        if not has_errors(found):
            self.last = made
        return [_problems_page(found)] if self.last is None else self.last

    def explained(self, found: Sequence[Problem]) -> dict[str, str]:
        """Return, by its code, the page that explains a problem, where the site shown has it."""
        shown = {output.path for output in self.last or ()}
        pages = {problem.code: urls.problem(problem.code) for problem in found}
        return {code: page for code, page in pages.items() if page in shown}


def _problems_page(found: Sequence[Problem]) -> Output:
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
