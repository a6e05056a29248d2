"""The pictures: sound blocks, every datum in the table, and hostile text inert."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
import svg

from generator.charts.agreement import Meanings, Pair, letter, matrix
from generator.charts.bars import Bar, Group, KeyEntry, Part, bars
from generator.charts.figure import fitting
from generator.charts.markup import written
from generator.charts.share import share
from generator.charts.table import Link, Table, Value, as_csv
from generator.charts.timeline import Course, Known, Mark, Moment, Sign, timeline
from generator.records import Icon
from tests import dom
from tests.charted import HOSTILE, Picture, assert_is_sound, frame

hostile = pytest.mark.parametrize("text", HOSTILE)


def bar(label: str, count: int, href: str = "", sign: str = "") -> Bar:
    part = Part(count=count, style="fc-teal")
    said = f"{label}: {count}" if href else ""
    return Bar(label=label, parts=(part,), number=str(count), sign=sign, href=href, says=said)


def group(*shown: Bar, heading: str = "Was it said?") -> Group:
    return Group(heading=heading, description="Counts", bars=shown)


def drawn_bars(*shown: Bar) -> Picture:
    return Picture(bars(frame(), [group(*shown)]))


def mark(key: str, **given: str | bool) -> Mark:
    values = {"sign": "check", "style": "fc-teal", "href": f"../{key}/", "says": f"Says {key}"}
    return Mark(key=key, **(values | given))  # type: ignore[arg-type]


def moment(when: str, *keys: str, **given: object) -> Moment:
    values = {"known": Known.DAY, "marks": tuple(map(mark, keys))} | given
    return Moment(when=when, **values)  # type: ignore[arg-type]


def course(*moments: Moment, arcs: tuple[tuple[str, str], ...] = ()) -> Course:
    return Course(moments=moments, arcs=arcs, signs=(Sign("check", "fc-teal", "Confirmed"),))


def drawn_course(shown: Course) -> Picture:
    return Picture(timeline(frame(), shown))


def drawn_matrix(*pairs: Pair, sources: int = 3) -> Picture:
    names = [Link(f"Source {n}", f"../s{n}/") for n in range(sources)]
    meanings = Meanings(agree="same side", disagree="opposite", one_origin="one origin")
    return Picture(matrix(frame(), names, pairs, meanings))


def pair(row: int, column: int, agree: int, disagree: int, *, one: bool = False) -> Pair:
    return Pair(
        row=row,
        column=column,
        agree=agree,
        disagree=disagree,
        one_origin=one,
        href=f"../{column}-{row}/",
        says=f"{column} and {row}",
    )


def widths(picture: Picture, style: str) -> list[float]:
    return [
        float(rect.get("width", "0"))
        for drawing in picture.drawings
        for rect in drawing.iter("rect")
        if style in rect.get("class", "").split()
    ]


def middles(picture: Picture) -> list[tuple[float, float]]:
    """Return where the marks of a timeline are."""
    signs = (a.find("svg") for a in picture.drawings[0].iter("a"))
    return [
        (float(sign.get("x", 0)) + 13, float(sign.get("y", 0)) + 13)
        for sign in signs
        if sign is not None
    ]


def test_bars_are_as_long_as_their_counts_on_one_scale() -> None:
    shown = [group(bar("a", 40), bar("b", 10)), group(bar("c", 20), bar("d", 0), heading="So?")]
    picture = Picture(bars(frame(), shown, [KeyEntry("fc-teal", "Claims")]))
    assert_is_sound(picture)
    longest, *others = widths(picture, "fc-bar")[:3]
    assert others == [pytest.approx(longest / 4, abs=0.1), pytest.approx(longest / 2, abs=0.1)]
    assert picture.texts(".fc-chart-head") == ["Was it said?", "So?"]
    assert picture.texts(".fc-chart-key li") == ["Claims"]


def test_a_small_count_beside_a_large_one_is_seen() -> None:
    assert min(widths(drawn_bars(bar("a", 100_000), bar("b", 1)), "fc-bar")) == 1


def test_no_data_make_no_fault() -> None:
    assert_is_sound(drawn_bars(bar("a", 0)))


def test_bars_without_links_are_one_picture_and_with_links_a_list() -> None:
    still, linked = drawn_bars(bar("a", 1)), drawn_bars(bar("a", 1, "../a/"))
    assert_is_sound(still)
    assert_is_sound(linked)
    assert still.names() == []
    assert linked.names() == [("../a/", "a: 1")]
    (drawing,) = linked.drawings
    assert [g.get("role") for g in drawing.iter("g") if g.get("role")] == ["list", "listitem"]


@pytest.mark.parametrize("icon", Icon)
def test_every_icon_has_a_sign_of_its_own(icon: Icon) -> None:
    drawings = {name: drawn_bars(bar("a", 1, sign=name)).block for name in Icon}
    assert_is_sound(drawn_bars(bar("a", 1, sign=icon)))
    assert sum(block == drawings[icon] for block in drawings.values()) == 1
    assert drawings[icon] != drawn_bars(bar("a", 1, sign="unknown")).block


def test_a_long_label_is_cut() -> None:
    picture = drawn_bars(bar("Confirmed by all of the many sources that there are", 1))
    (drawing,) = picture.drawings
    assert next(text.text for text in drawing.iter("text")) == "Confirmed by all of the…"
    assert fitting("short", 100) == "short"


def test_marks_of_a_timeline_are_a_list_of_links_in_time() -> None:
    shown = course(
        moment("May 2022", "a", known=Known.MONTH, within=1),
        moment("31 May 2022", "b", "c"),
        moment("2024", "d", known=Known.YEAR, pause="2 years later"),
    )
    picture = drawn_course(shown)
    assert_is_sound(picture)
    assert picture.names() == [(f"../{key}/", f"Says {key}") for key in "abcd"]
    drawing = picture.drawings[0]
    texts = [text.text for text in drawing.iter("text")]
    assert texts[:4] == ["May 2022", "31 May 2022", "2 years later", "2024"]
    year, month = (r for r in drawing.iter("rect") if "fc-span" in r.get("class", ""))
    days = [float(c.get("cy", 0)) for c in drawing.iter("circle") if c.get("class") == "fc-day"]
    top, height = float(month.get("y", 0)), float(month.get("height", 0))
    assert [top < day < top + height for day in days] == [True]
    assert float(year.get("y", 0)) > top + height


def test_contradictions_are_arcs_from_the_marks_next_to_the_axis() -> None:
    shown = course(moment("1 May", "a", "b"), moment("2 May", "c"), arcs=(("b", "c"),))
    picture = drawn_course(shown)
    assert_is_sound(picture)
    assert [name for name, _ in picture.names()] == ["../b/", "../a/", "../c/"]
    drawing = picture.drawings[0]
    (arc,) = (path for path in drawing.iter("path") if path.get("class") == "fc-arc")
    start, _, end = (f"{x:g} {y:g}" for x, y in middles(picture))
    assert arc.get("d", "").startswith(f"M {start}")
    assert arc.get("d", "").endswith(end)


def test_an_arc_within_a_day() -> None:
    assert_is_sound(drawn_course(course(moment("1 May", "a", "b"), arcs=(("a", "b"),))))


def test_many_marks_of_a_day_stand_in_lines() -> None:
    picture = drawn_course(course(moment("1 May", *map(str, range(20)))))
    assert_is_sound(picture)
    assert len({y for _, y in middles(picture)}) == 3
    assert max(x for x, _ in middles(picture)) + 13 <= 300


def test_what_somebody_else_said_is_dashed() -> None:
    shown = course(replace(moment("1 May"), marks=(mark("a", other=True),)))
    assert "fc-other" in drawn_course(shown).block


def test_the_matrix_has_a_cell_a_pair_with_both_numbers() -> None:
    picture = drawn_matrix(pair(1, 0, 2, 0), pair(2, 1, 4, 3, one=True))
    assert_is_sound(picture)
    assert picture.names() == [("../0-1/", "0 and 1"), ("../1-2/", "1 and 2")]
    cells = list(picture.drawings[0].iter("a"))
    assert [[t.text for t in cell.iter("text")] for cell in cells] == [["2"], ["4", "3"]]
    dashed = ["fc-one-origin" in (cell[-1].get("class") or "") for cell in cells]
    assert dashed == [False, True]
    assert picture.texts(".fc-chart-letters b") == ["A", "B", "C"]
    assert picture.texts(".fc-chart-key li") == ["same side", "opposite", "one origin"]
    assert letter(7) == "H"


@pytest.mark.parametrize("sources", [1, 2, 8])
def test_the_matrix_is_no_wider_than_a_phone(sources: int) -> None:
    picture = drawn_matrix(sources=sources)
    assert_is_sound(picture)
    edges = [
        float(r.get("x", 0)) + float(r.get("width", 0)) for r in picture.drawings[0].iter("rect")
    ]
    assert max(edges, default=0) <= 300


@hostile
def test_hostile_text_is_inert_wherever_it_stands(text: str) -> None:
    given = frame(rows=((text, Link(text, text), Value(text, 1)),), title=text)
    given = replace(given, description=text, open_table=text, notes=(text,))
    one = replace(bar(text, 1, href=text, sign=text), says=text)
    moments = (Moment(when=text, known=Known.DAY, marks=(mark(text, says=text, sign=text),)),)
    shown = Course(moments=moments, arcs=(), signs=(Sign(text, "fc-teal", text),))
    between = replace(pair(1, 0, 1, 1), href=text, says=text)
    names = [Link(text, text), Link(text, text)]
    meanings = Meanings(agree=text, disagree=text, one_origin=text)
    for block in (
        bars(given, [group(one, heading=text)], [KeyEntry("fc-teal", text)]),
        timeline(given, shown),
        matrix(given, names, [between], meanings),
    ):
        picture = Picture(block)
        assert_is_sound(picture)
        flat = " ".join(text.split())
        assert picture.texts("figcaption") == [flat]
        assert picture.texts("tbody th") == [flat]
        assert {name for _, name in picture.names()} == {flat}


@hostile
def test_a_hostile_id_or_class_makes_no_attribute(text: str) -> None:
    one = Bar(label="a", parts=(Part(count=1, style=text),), number="1")
    tree = Picture(bars(frame(), [group(one)])).tree
    assert tree.css("script, [onload], [onclick]") == []


def test_every_datum_is_in_the_table() -> None:
    rows = (("May 2022", Link("A & B", "../a/"), Value("1 000", 1000)),)
    picture = Picture(bars(frame(rows=rows), [group(bar("a", 1))]))
    assert picture.texts("thead th") == ["h0", "h1", "h2"]
    assert picture.texts("tbody th") == ["May 2022"]
    assert picture.texts("tbody td") == ["A & B", "1 000"]


@pytest.mark.parametrize(
    "element",
    [
        svg.Rect(x=0, y=1.5, width=10, rx=1, class_=["fc-bar", "fc-teal"]),
        svg.Path(d=[svg.M(1, 2), svg.C(1, 2, 3.5, 4, 5, 6)], class_=[]),
        svg.Text(x=1, text="a", text_anchor="end", extra={"role": "img"}),
        svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, 24, 24), elements=[], extra={"aria-hidden": "true"}),
        svg.G(clip_path="x", elements=[svg.Title(text="t")]),
    ],
)
def test_attributes_are_those_that_the_elements_give(element: svg.Element) -> None:
    given = element.as_dict() | (element.extra or {})
    expected = "".join(f' {name}="{value}"' for name, value in given.items()).replace(".0", "")
    assert written(element).startswith(f"<{element.element_name}{expected}")


def test_same_data_same_bytes() -> None:
    def made() -> str:
        return timeline(frame(), course(moment("1 May", "a", "b"), arcs=(("a", "b"),)))

    assert made() == made()


def rows_of(table: Table) -> list[list[str]]:
    text = as_csv(table, "https://example.org/people/ada/", "address")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_data_file_holds_plain_numbers_dates_and_addresses() -> None:
    rows = (
        (Value("7 June 2022", "2022-06-07"), Link("A, “b”", "../../claims/a/"), Value("1 000", -1)),
        ("none", "", ""),
    )
    assert rows_of(Table(caption="C", head=("Date", "Claim", "Count"), rows=rows)) == [
        ["Date", "Claim", "Claim: address", "Count"],
        ["2022-06-07", "A, “b”", "https://example.org/claims/a/", "-1"],
        ["none", "", "", ""],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1"])
def test_no_cell_of_the_data_file_is_a_formula(text: str) -> None:
    table = Table(caption="C", head=(text,), rows=((text,), (Link(text, "x"),)))
    assert all(row[0] == f"'{text}" for row in rows_of(table))


def test_a_share_stands_in_a_line_of_text() -> None:
    small, over = share(0.04, 0.1), share(0.2, 0.1)
    assert dom.render(f"Quoted: {small} 4 %") == f"<p>Quoted: {small} 4 %</p>"
    assert "fc-red" in over
    assert "fc-red" not in small
    assert share(0, 0)
