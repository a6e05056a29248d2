"""The only place that knows page paths and anchors.

A page is named by the path of its Markdown file; ``claims/x.md`` is served as
``/claims/x/``. Record ids never collide with the index or list pages beside them: ``index``
and ``page`` are reserved names. A source with the id ``agreement`` would be a second output
on one path, which the site reports.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from generator.codes import EDITORIAL
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

TIMELINE = "timeline.md"
SEARCH = "search.md"
VERIFICATION = "verification.md"
QUALITY = "quality.md"
CORRECTIONS = "corrections/log.md"
TRANSPARENCY = "transparency.md"
AGREEMENT = "sources/agreement.md"
RULES = "rules/index.md"
PROBLEMS = "problems/index.md"
EXAMPLE = "contribute/example.md"
ROWS = "claims/rows.json"
DATA = "data.md"
HOME = "index.md"
# Hand-written, where a site has them.
ABOUT, METHOD, CORRECTIONS_POLICY = "about.md", "method.md", "corrections.md"
CLAIM_REVIEWS = "data/claimreview.json"
CLAIMS_SEARCH = "data/claims-search.json"
CITATION_FILE = "CITATION.cff"  # where programs look for it (citation-file-format 1.2.0)
DATABASE, DATABASE_METADATA = "data/factcheck.db", "data/metadata.json"
NESTED_CLAIMS = "data/claims.jsonl"
DATA_PACKAGE = "data/tables/datapackage.json"
ANNOTATIONS = "annotations/all.jsonld"
ROBOTS, SITEMAP = "robots.txt", "sitemap.xml"
API = "api/v1"
API_ENTRY = f"{API}/index.json"
API_CHANGES = f"{API}/changes.json"
OPENAPI = f"{API}/openapi.json"
RATINGS = "ratings"
ICON = "assets/images/mark.svg"
# Feeds, without the ending that says the format.
NEW_CHECKS, CHANGES = "feeds/checks", "feeds/changes"
ATOM, JSON_FEED = ".xml", ".json"
WELL_KNOWN = ".well-known/"  # RFC 8615
LLMS, SECURITY, REDIRECTS = "llms.txt", f"{WELL_KNOWN}security.txt", "_redirects"
PER_PAGE = 100
PER_LIST = 50  # where several lists begin on one page

FOLDERS = {
    Kind.CLAIM: "claims",
    Kind.SOURCE: "sources",
    Kind.PERSON: "people",
    Kind.TOPIC: "topics",
    Kind.EVENT: "events",
    Kind.RATING: "verdicts",
}


def page(kind: Kind, record_id: str) -> str:
    """Return the page of a record."""
    return f"{FOLDERS[kind]}/{record_id}.md"


def raw(kind: Kind, record_id: str) -> str:
    """Return the file of a record as its authors wrote it; all verdicts are in one."""
    return f"{FOLDERS[kind]}/{RATINGS if kind is Kind.RATING else record_id}.yml"


def resource(kind: Kind, record_id: str) -> str:
    """Return the file of a record in the API."""
    return f"{API}/{FOLDERS[kind]}/{record_id}.json"


def collection(kind: Kind, number: int | str = 1) -> str:
    """Return a page of the records of a kind in the API; numbers count from 1."""
    folder = f"{API}/{FOLDERS[kind]}"
    return f"{folder}/index.json" if number == 1 else f"{folder}/page/{number}.json"


def answer_schema(name: str) -> str:
    """Return the JSON Schema of a kind of file of the API."""
    return f"{API}/schema/{name}.json"


def is_in_first_tree(path: str) -> bool:
    """Whether a page is in one language alone and lies in the first tree."""
    return is_manual(path) or is_version(path)


_DIGITS = 12  # of a digest, in an address: 48 bits, for the few versions of one claim


def version(claim_id: str, digest: str) -> str:
    """Return the page of a frozen version; ``claim_id`` is that under which it was frozen."""
    return f"{FOLDERS[Kind.CLAIM]}/{claim_id}/{digest[:_DIGITS]}.md"


def is_version(path: str) -> bool:
    """Whether a page is of a frozen version, which lies in the first tree alone."""
    return bool(_VERSION.fullmatch(path))


_VERSION = re.compile(rf"{FOLDERS[Kind.CLAIM]}/[^/]+/[0-9a-f]{{{_DIGITS}}}\.md")


def card(claim_id: str) -> str:
    """Return the card of a claim, for the frames of other sites."""
    return f"{FOLDERS[Kind.CLAIM]}/{claim_id}/card.html"


def citation(claim_id: str, ending: str) -> str:
    """Return the file that cites a claim, by a name that still tells whom once it is saved."""
    return f"{FOLDERS[Kind.CLAIM]}/{claim_id}/{claim_id}.{ending}"


def references(kind: Kind, ending: str) -> str:
    """Return the file that cites all records of a kind."""
    return f"data/{FOLDERS[kind]}.{ending}"


def redirect(claim_id: str) -> str:
    """Return the file that leads on from a former id of a claim, as a page of it would lie."""
    return f"{FOLDERS[Kind.CLAIM]}/{claim_id}/index.html"


def sitemap_part(number: int) -> str:
    """Return a part of a sitemap that is too large for one file; numbers count from 1.

    It may list only what lies beside or below it.
    """
    return f"sitemap-{number}.xml"


def share(digest: str) -> str:
    """Return the picture that stands for a page where its link is shared; it is in no tree."""
    return f"share/{digest[:_SHARED]}.png"


_SHARED = 20  # digits of a digest: 80 bits, for the pictures of all claims


def index(kind: Kind) -> str:
    """Return the index page of a kind."""
    return f"{FOLDERS[kind]}/index.md"


def is_manual(path: str) -> bool:
    """Whether a page is of the contributors' manual, which lies in the first tree alone."""
    return path.startswith(("rules/", "problems/", "contribute/"))


def rule(code: str) -> str:
    """Return the page of an editorial rule."""
    return f"rules/{code}.md"


def problem(code: str) -> str:
    """Return the page of a problem code: that of its rule, if it is one's."""
    return rule(code) if code in EDITORIAL else f"problems/{code}.md"


def list_page(first: str, number: int) -> str:
    """Return the page that continues the list of ``first``; numbers count from 1."""
    if number == 1:
        return first
    return f"{_pages_of(first)}{number}.md"


def is_list_of(path: str, first: str) -> bool:
    """Whether a page is ``first`` or continues its list."""
    return path == first or path.startswith(_pages_of(first))


def _pages_of(first: str) -> str:
    stem = first.removesuffix(".md").removesuffix("/index")
    return f"{stem}/page/"


def sub_list(path: str, name: str) -> str:
    """Name one of several lists that stand on a page, for the pages that continue it."""
    return f"{path.removesuffix('.md')}/{name}.md"


def year(number: int) -> str:
    """Return the page that lists the claims said in a year."""
    return f"claims/year/{number}.md"


def pair(one: str, other: str) -> str:
    """Return the page that compares two sources; no id holds two hyphens in a row."""
    return sub_list(AGREEMENT, f"{one}--{other}")


def data_file(path: str, name: str) -> str:
    """Return the file of the data behind a picture that stands on a page."""
    return f"{path.removesuffix('.md').removesuffix('/index')}/{name}.csv"


def table(name: str, ending: str) -> str:
    """Return the file of a table of all records; ``ending`` is that of its format."""
    return f"{posixpath.dirname(DATA_PACKAGE)}/{name}.{ending}"


def feed(kind: Kind, record_id: str) -> str:
    """Return the feed of a topic or person, without its ending."""
    return f"feeds/{FOLDERS[kind]}/{record_id}"


def annotations_of(source_id: str) -> str:
    """Return the collection of annotations of a source's passages."""
    return f"annotations/sources/{source_id}.jsonld"


def annotation_page(number: int) -> str:
    """Return a page of the collection of all annotations; numbers count from 1."""
    return f"annotations/page/{number}.jsonld"


def final(origin: str, target: str) -> str:
    """Return the link from a published page to a page or file, as browsers resolve it.

    For HTML of our own, whose links no host rewrites.
    """
    goal = published("", target)
    link = _between(published("", origin).rpartition("/")[0], goal)
    return f"{link}/" if not goal or goal.endswith("/") else link


def relative(origin: str, target: str, anchor: str = "") -> str:
    """Return the link from one page to another, as Markdown hosts resolve it."""
    mark = f"#{anchor}" if anchor else ""
    if origin == target and mark:
        return mark
    return _between(origin.rpartition("/")[0], target) + mark


def _between(folder: str, target: str) -> str:
    # As posixpath.relpath, which asks the system for the working folder twice a link.
    start = folder.split("/") if folder else []
    if start and target and start[0] != target.partition("/")[0]:
        return "../" * len(start) + target.rstrip("/")  # most links: nothing is shared
    goal = [part for part in target.split("/") if part]
    shared = 0
    for one, other in zip(start, goal, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([*[".."] * (len(start) - shared), *goal[shared:]]) or "."


def published(site: str, path: str) -> str:
    """Return the address of a page, or of a file that is none, on the published site.

    ``site`` ends in a slash.
    """
    if not path.endswith(".md"):
        return site + path
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if name.lower() in ("index", "readme"):
        stem = folder
    return f"{site}{stem}/" if stem else site


def host(url: str) -> str:
    """Return the host of an address, without the www. before it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


# What scripts and hosts read is made anew with the site that they read it for.
_OF_THE_SITE = ("interface.json", posixpath.basename(ROWS), REDIRECTS)
# Continues a list, is a part of the sitemap, or is named by its content.
_PASSING = re.compile(r".*/page/[0-9]+\.[a-z]+|sitemap-[0-9]+\.xml|share/[^/]+")


def is_kept(path: str) -> bool:
    """Whether the address of an output is one that others may use, and stays for good."""
    return posixpath.basename(path) not in _OF_THE_SITE and not _PASSING.fullmatch(path)


def pattern(origin: str, kind: Kind) -> str:
    """Return the link from ``origin`` to a record on the published site, with * for its id."""
    return relative(origin, published("", page(kind, "*"))) + "/"


_WHOLE = 10  # words of a run that are searched for as they are
_EDGE = 5  # words at each end of a longer one


def text_fragment(url: str, parts: Iterable[str], prefix: str = "", suffix: str = "") -> str:
    """Return an address that leads to words on a page: the browser scrolls there and marks them.

    Each of ``parts`` is a run of words; ``prefix`` stands before the first, ``suffix`` behind the
    last. Source: WICG, URL Fragment Text Directives. A hyphen, comma or ampersand would be read
    as part of the directive, so all marks are encoded.
    """
    found = [_directive(part.split()) for part in parts]
    if not found:
        return url
    if before := prefix.split()[-_EDGE:]:
        found[0] = f"{_encoded(before)}-,{found[0]}"
    if behind := suffix.split()[:_EDGE]:
        found[-1] = f"{found[-1]},-{_encoded(behind)}"
    return f"{url}{'' if '#' in url else '#'}:~:{'&'.join(f'text={one}' for one in found)}"


def _directive(words: list[str]) -> str:
    if len(words) <= _WHOLE:
        return _encoded(words)
    return f"{_encoded(words[:_EDGE])},{_encoded(words[-_EDGE:])}"


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
