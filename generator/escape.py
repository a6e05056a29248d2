"""Text to safe Markdown, HTML and addresses: the only escaping.

Contributor text is plain ``str``. What may stand in a page as it is has the type ``Safe``,
which is made here and in ``prose``; the template environment encodes everything else.
"""

from __future__ import annotations

import html as stdlib_html
import json
import re
import string
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

from pydantic_core import to_json

from generator.characters import collapse, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

# Every ASCII character but these becomes a numeric reference, which no rule of Markdown reads:
# `1968. was` stays no list and `2*3*4` keeps its stars. Measured for this encoding: 0 of
# 60,000 generated strings changed, where backslashes changed 24 % and html.escape 38 %.
_PLAIN = string.ascii_letters + string.digits + " ,"
_REFERENCES = {c: f"&#{ord(c)};" for c in map(chr, range(128)) if c not in _PLAIN}

# So that a page reads well in a text editor, four marks stand as they are inside prose: the
# full stop and question mark that end a word of two letters or more, an apostrophe and a
# hyphen between letters. No rule of Markdown reads them there: a list needs a digit or one
# letter before its full stop, a rule or a heading's underline needs hyphens in a row.
# The class stands first: the search jumps from one such mark to the next.
_ENCODED = re.compile(
    rf"[{re.escape(''.join(_REFERENCES))}]"
    r"(?!(?<=[A-Za-z]{2}[.?])(?= |\Z)"
    r"|(?<=[A-Za-z]')(?=[A-Za-z])"
    r"|(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9]))"
)

# Inside the brackets of a Markdown link, and in an attribute; `&copy` in a query would be read
# as a reference.
_IN_LINK = {c: f"%{ord(c):02X}" for c in " <>()[]\"'`\\"} | {"&": "&amp;"}
_NOT_IN_LINK = re.compile(f"[{re.escape(''.join(_IN_LINK))}]")

# What GitHub makes a link and a call of after it has read all references: a name behind @, a
# number behind # or GH-, and an address.
_CALLS = re.compile(r"&#(?:35|64);|\bGH-(?=\d)|&#58;(?=&#47;&#47;)|www&#46;", re.IGNORECASE)
_NO_SPACE = "&#8203;"  # zero-width space


class Safe(str):
    """Markdown that may stand in a page as it is."""

    __slots__ = ()


@lru_cache(maxsize=10_000)  # names, labels and titles stand on many pages
def text(value: str) -> Safe:
    """Encode text so that it shows unchanged wherever Markdown takes inline content."""
    return Safe(_ENCODED.sub(lambda found: _REFERENCES[found[0]], collapse(value)))


def comment(value: str) -> Safe:
    """Encode text for a comment on GitHub: nobody is called, nothing is linked, one line."""
    return Safe(_CALLS.sub(lambda found: found[0] + _NO_SPACE, text(visible(value))))


def finalize(value: object) -> str:
    """Encode what a template prints unless it is ``Safe`` already."""
    return value if isinstance(value, Safe) else text(str(value))


def html(value: str) -> str:
    """Encode text for HTML content and quoted attributes."""
    return stdlib_html.escape(value, quote=True)


def address(url: str) -> Safe:
    """Encode an address for the round brackets of a Markdown link."""
    return Safe(_NOT_IN_LINK.sub(lambda found: _IN_LINK[found[0]], url))


def link(label: str, url: str, *classes: str) -> Safe:
    """Make a Markdown link; ``label`` is encoded unless it is ``Safe``."""
    plain = f"[{finalize(label)}]({address(url)})"
    return Safe(f"{plain}{{ .{' .'.join(classes)} }}" if classes else plain)


def in_language(link: Safe, language: str) -> Safe:
    """Say of a Markdown link that its text is in another language than the page."""
    if not language:
        return link
    if link.endswith(" }"):
        return Safe(f"{link.removesuffix('}')}lang={language} }}")
    return Safe(f"{link}{{: lang={language} }}")


def in_own(value: str, language: str) -> Safe:
    """Encode text, and say which language it is in unless that is empty: that of the page."""
    encoded = text(value)
    return Safe(f"*{encoded}*{{: .fc-foreign lang={language} }}") if language else encoded


def related(link: Safe, how: str) -> Safe:
    """Say of a plain Markdown link how its page relates to this one: HTML's next and prev."""
    return Safe(f"{link}{{: rel={how} }}")


# A line of these would open or close a fence before any host looks for HTML.
_FENCES = {ord("`"): "&#96;", ord("~"): "&#126;"}


def code_block(value: str) -> Safe:
    """Make a block of code, in which no host reads Markdown; line ends stay as they are.

    As HTML: of a fence, hosts make different elements. Up to its end tag, blank lines too are
    part of it (CommonMark 4.6, start condition 1).
    """
    encoded = stdlib_html.escape(value, quote=False).translate(_FENCES)
    return Safe(f"<pre><code>{encoded}\n</code></pre>")


def code(value: str) -> Safe:
    """Show text as code within a line."""
    return Safe(f"<code>{text(value)}</code>")


def element(tree: Element) -> Safe:
    """Write a tree of elements as HTML: its texts and attributes are encoded, and stay one line.

    A line of its own begins only where a ``tail`` of ours has a line end.
    """
    return Safe(tostring(tree, encoding="unicode", method="html"))


def tag(name: str, attributes: Mapping[str, str]) -> Safe:
    """Write a start tag of HTML: attributes are encoded as in ``element``."""
    # For the head of every page, where a tree takes five times as long.
    written = "".join([f' {key}="{_quoted(value)}"' for key, value in attributes.items()])
    return Safe(f"<{name}{written}>")


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")


def document(tree: Element) -> str:
    """Write a whole HTML document: its texts and attributes are encoded."""
    return f"<!doctype html>\n{element(tree)}\n"


def xml(tree: Element) -> str:
    """Write a whole XML document: its texts and attributes are encoded."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(tree, encoding="unicode")}\n'


# Inside a script element, any of these could end it or begin a comment of the old kind
# (HTML, 4.12.1.3); the last two end a line to JavaScript before ES2019.
_IN_SCRIPT = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_in_html(value: object) -> str:
    """Write a value as JSON that can stand in a script element of a page."""
    written = _COMPACT.encode(value)
    for mark, encoded in _IN_SCRIPT.items():
        written = written.replace(mark, encoded)
    return written


def script(media_type: str, value: object) -> Safe:
    """Write a script element that holds a value as JSON."""
    return Safe(f"{tag('script', {'type': media_type})}{json_in_html(value)}</script>")


def json_lines(value: object) -> str:
    """Write a value as JSON for a file of its own, a line a value, each level indented by one."""
    # As json.dumps(value, ensure_ascii=False, indent=1), which is written in Python alone.
    return to_json(value, indent=1).decode()


def folded(label: str, code: str, *classes: str, is_open: bool = False) -> Safe:
    """Make a block of code that opens below its name; ``code`` has no blank line.

    One block of HTML to every host (CommonMark 4.6, start condition 6).
    """
    head = f'<details class="{" ".join(classes)}"{" open" if is_open else ""}>'
    return Safe(f"{head}<summary>{html(label)}</summary>{code_block(code)}</details>")


def frame(url: str, title: str, height: int) -> str:
    """Write the HTML, as text to show, of a frame for the page at ``url``; height in pixels."""
    place = f'<iframe src="{html(url)}" title="{html(title)}" width="100%" height="{height}"'
    return f'{place} style="border:0;max-width:640px" loading="lazy"></iframe>'


# What programs for BibTeX take for a mark of LaTeX and let stand. Braces must be even in number
# for them even behind a backslash, so that each is named.
_LATEX = {
    ord(mark): f"{{\\{name}}}"
    for mark, name in {
        "\\": "textbackslash",
        "{": "textbraceleft",
        "}": "textbraceright",
        "$": "textdollar",
        "^": "textasciicircum",
    }.items()
}


def latex(value: str) -> str:
    """Encode the marks of LaTeX in text for pybtex, which encodes what else means something."""
    return collapse(value).translate(_LATEX)


# At the start of a cell, spreadsheets take these for a formula, whatever quotes it has.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\0]")


def csv_cell(value: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula.

    OWASP, CSV Injection; Application Security Verification Standard 5.0, requirement 1.2.10. A
    text that begins with apostrophes and then such a mark gets one more, so that a program has
    the words back when it drops the first apostrophe of every cell that matches ``'+[=+@-]``.
    """
    return f"'{value}" if _FORMULA.match(value) else value


# Marks that would begin a link, code, emphasis or HTML within a line.
_IN_LINE = {ord(mark): f"\\{mark}" for mark in "\\`*_[]<>&"}


def readable(value: str) -> str:
    """Encode text within a line of Markdown that programs read as it is, with few marks added.

    It must not begin the line.
    """
    return collapse(value).translate(_IN_LINE)


def join(parts: Iterable[str], separator: str = ", ") -> Safe:
    """Join parts, each encoded unless it is ``Safe``; the separator is our own."""
    return Safe(separator.join(finalize(part) for part in parts))
