"""What tests read in a picture: its block, its SVG as XML, its table."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from generator.charts.figure import Frame
from generator.charts.table import Cell, Table
from tests import dom

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></svg><script>alert(1)</script>",
    '" onload="alert(1)',
    "' onclick='alert(1)",
    "Smith & Sons &lt;b&gt; &#42;",
    "a\n\n# b\n\n- c",
    "```x",
    "{: onclick=x }",
    "]]> <!-- x",
    "klzzwxh:0000 wzxhzdk:0",
    "**x** [x](javascript:alert(1))",
)


def frame(id_: str = "_x", *, rows: tuple[tuple[Cell, ...], ...] = (), title: str = "T") -> Frame:
    return Frame(
        id=id_,
        title=title,
        description="What it shows",
        table=Table(
            caption="Data",
            head=tuple(f"h{n}" for n in range(len(rows[0]) if rows else 1)),
            rows=rows,
        ),
        open_table="The data as a table",
        notes=("Not to scale.",),
    )


XLINK = "http://www.w3.org/1999/xlink"


class Picture:
    """A picture as it stands in a page."""

    def __init__(self, block: str) -> None:
        self.block = block
        page = f"before\n\n{block}\n\nafter"
        self.page = dom.render(page)
        self.tree = LexborHTMLParser(self.page)

    @property
    def _whole(self) -> ET.Element:
        return ET.fromstring(f'<x xmlns:xlink="{XLINK}">{self.block}</x>')  # noqa: S314 - our own

    @property
    def attributes(self) -> set[str]:
        """The names of all attributes of the block; those of XLink have its address before."""
        return {name for node in self._whole.iter() for name in node.attrib}

    @property
    def drawings(self) -> list[ET.Element]:
        """Every SVG that is in no other, parsed as XML."""
        found, seen = [], set()
        for drawing in self._whole.iter("svg"):
            if drawing not in seen:
                found.append(drawing)
                seen |= set(drawing.iter("svg"))
        return found

    def texts(self, selector: str) -> list[str]:
        return [node.text().strip() for node in self.tree.css(selector)]

    def names(self) -> list[tuple[str, str]]:
        """Return address and accessible name of every mark that leads somewhere."""
        return [
            (a.get(f"{{{XLINK}}}href", ""), a.findtext("title") or "")
            for drawing in self.drawings
            for a in drawing.iter("a")
        ]


def assert_is_sound(picture: Picture) -> None:
    """Hold a picture against what holds for all of them."""
    assert picture.block in picture.page, "the host changed the block"
    assert picture.block.startswith("<figure")
    assert not any(not line.strip() for line in picture.block.split("\n"))
    assert picture.page.endswith("<p>after</p>")
    tree = picture.tree
    assert tree.css("script, style, [style], [onload], [onclick]") == []
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    shown = [d for d in picture.drawings if d.get("aria-hidden") != "true"]
    assert shown
    for drawing in shown:
        title, desc = drawing.find("title"), drawing.find("desc")
        assert title is not None
        assert desc is not None
        assert (drawing.get("aria-labelledby"), drawing.get("aria-describedby")) == (
            title.get("id"),
            desc.get("id"),
        )
        assert title.text
        assert desc.text
        links = list(drawing.iter("a"))
        assert drawing.get("role") == ("group" if links else "img")
        assert all(a.findtext("title") for a in links)
    assert len(tree.css("figure details table caption")) == 1
    # A host may change a relative address in HTML of ours.
    assert picture.attributes.isdisjoint({"href", "src"})
