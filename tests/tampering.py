"""Single edits of a quotation that must be refused, and variants that must be accepted.

The table below is written from what the project promises (SEALS.md: which marks are the same)
and knows nothing of the tokenizer. ``test_tampering`` and ``benchmarks.tampering`` judge by it.
"""

from __future__ import annotations

import itertools
import re
import string
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from generator import corpus
from generator.passages import closed
from generator.passages.archive import Archived
from generator.passages.captured import CapturedText
from generator.passages.opened import Index
from generator.passages.quotation import Quotation, State
from generator.passages.seal import Captured, ClosedSeal, OpenSeal
from generator.passages.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ROOT = Path(__file__).parent.parent
TOY = ROOT / "tests" / "toy"

# --- what is the same, as SEALS.md lists it ----------------------------------------------

DOUBLE = '"«»“”„‟″‶❝❞〝〞〟＂'
SINGLE = "'`´‘’‚‛′‵‹›ʼ＇"
DASHES = "-‐‑‒–—―−"
LIGATURES = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ"}
SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
# One character that normal form C makes of another.
EQUIVALENT = {"K": "\u212a", "Å": "\u212b", "Ω": "\u2126", ";": "\u037e", "·": "\u0387"}

_SAME = str.maketrans(
    dict.fromkeys(DOUBLE, '"')
    | dict.fromkeys(SINGLE, "'")
    | dict.fromkeys(DASHES, "-")
    | {"…": "..."}
    | {ligature: plain for plain, ligature in LIGATURES.items()}
)


def is_same(one: str, other: str) -> bool:
    """Whether two quotes differ in nothing but what does not count, and so are no edit."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    # Only the amount of white space is none of an edit: beside a mark it may matter.
    text = unicodedata.normalize("NFC", text)
    start, end = _enclosing(text)
    text = text.strip()
    text = text[start : len(text) - end].translate(_SAME)
    return " ".join(text.split())


def _enclosing(text: str) -> tuple[bool, bool]:
    """Whether a quote begins and ends with a mark that only encloses it.

    Any two do as a pair. Alone, a single mark may be an apostrophe, and a double one behind a
    number may be inches.
    """
    text = text.strip()
    start, end = text[:1], text[-1:]
    if start and start in DOUBLE + SINGLE and end in DOUBLE + SINGLE:
        return True, True
    is_inches = text[-2:-1].isnumeric()
    return start != "" and start in DOUBLE, end != "" and end in DOUBLE and not is_inches


# --- the passages ------------------------------------------------------------------------


class Quoted(NamedTuple):
    """What a record quotes; an empty prefix or suffix is none."""

    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Case:
    """A passage that holds, and who judges what is made of it.

    ``text`` is given where any true quotation is accepted, and not this passage alone.
    """

    name: str
    quoted: Quoted
    judge: Callable[[Quoted], State]
    text: str = ""

    def allows(self, must: Must, quoted: Quoted) -> bool:
        """Whether an edit is another true quotation, because the text says this as well."""
        return must is Must.BE_REFUSED and bool(self.text) and _stands(quoted.quote, self.text)


def _stands(quote: str, text: str) -> bool:
    """Look for the parts of a quote in a text by plain means: literally, at edges of words."""
    whole = " ".join(unicodedata.normalize("NFC", text).translate(_SAME).split())
    at = -1  # where the part before ends; an omission leaves something out
    for part in filter(None, map(str.strip, re.split(r"\[ ?\.\.\. ?\]", _plain(quote)))):
        front = r"(?<!\w)(?<!\w[-.,:/'])" if part[0].isalnum() else ""
        back = r"(?!\w)(?![-.,:/']\w)" if part[-1].isalnum() else ""
        found = re.compile(front + re.escape(part) + back).finditer(whole, max(at, 0))
        ends = (f.end() for f in found if at < 0 or whole[at : f.start()].strip())
        at = next(ends, -1)
        if at < 0:
            return False
    return True


def closed_cases(root: Path) -> list[Case]:
    """Return every passage below ``root`` whose source has a closed seal."""
    sources, _ = corpus.load_sources(root)
    return [
        _closed_case(f"{id_}#{key}", Quoted(p.quote, p.prefix or "", p.suffix or ""), key, seal)
        for id_, seal in sources.seals.items()
        if isinstance(seal, ClosedSeal)
        for key, p in sources.sources[id_].passages.items()
    ]


def _closed_case(name: str, quoted: Quoted, key: str, seal: ClosedSeal) -> Case:
    return Case(name, quoted, lambda q: closed.compare(Quotation.of(*q), key, seal).state)


def open_cases(root: Path, archive: Path) -> list[Case]:
    """Return every passage below ``root`` whose source has an open seal."""
    sources, _ = corpus.load_sources(root)
    return [
        _open_case(id_, Quoted(passage.quote), Index(seal), (archive / f"{id_}.txt").read_text())
        for id_, seal in sources.seals.items()
        if isinstance(seal, OpenSeal)
        for passage in sources.sources[id_].passages.values()
    ]


def _open_case(name: str, quoted: Quoted, index: Index, text: str) -> Case:
    return Case(name, quoted, lambda q: index.compare(Quotation.of(*q)).state, text)


def text_cases(root: Path, archive: Path) -> list[Case]:
    """Return every passage below ``root``, to be compared with the text itself."""
    sources, _ = corpus.load_sources(root)
    return [
        _text_case(
            id_,
            Quoted(p.quote, p.prefix or "", p.suffix or ""),
            (archive / f"{id_}.txt").read_text(),
        )
        for id_, source in sources.sources.items()
        for p in source.passages.values()
    ]


def _text_case(name: str, quoted: Quoted, raw: str) -> Case:
    text = CapturedText.of(raw)
    return Case(
        name,
        quoted,
        lambda q: verify(q.quote, text, prefix=q.prefix, suffix=q.suffix).state,
        raw,
    )


# A text in which everything stands that the table changes; written for this purpose.
AWKWARD = """\
Dagny’s café re-opened on 1 May 2031 — “the finest office, by far”, wrote the ‘Otterby Post’ –
with 1,250.50 crowns in the till (and 10² guests)… Officials did not sniff at it: “Offload the
affluent waffles; Kerry’s fluffy Ångström lamp isn’t sold,” said O’Neill. Was it 5:1? It was.
By night it fell to −5 (not -2…then up/down) near the 6" pipe – a well-known one – of July 1, 20½
""" + " ".join(f"hidden{number}" for number in range(60))
AWKWARD_PASSAGES = {
    "opened": Quoted("Dagny’s café re-opened on 1 May 2031 — “the finest office, by far"),
    "post": Quoted("wrote the ‘Otterby Post’ – with 1,250.50 crowns", "far”,", "in the till"),
    "guests": Quoted("in the till (and 10² guests)… Officials did not sniff at it", "crowns"),
    "lamp": Quoted("Kerry’s fluffy Ångström lamp isn’t sold", "", ",” said O’Neill."),
    "waffles": Quoted("“Offload the affluent waffles […] lamp isn’t sold,”", "at it: “"),
    "odds": Quoted("did not […] Was it 5:1?"),
    "short": Quoted("not […] isn’t […] was", "", "."),
    "night": Quoted("it fell to −5 (not -2…then up/down) near the 6"),
    "pipe": Quoted('up/down) near the 6" pipe – a well-known one', "then", "– of"),
    "july": Quoted("a well-known one – of July 1, 20½"),
}


def awkward_cases() -> list[Case]:
    """Seal the awkward text and return its passages."""
    captured = Captured(sha256="0" * 64, bytes=0)
    archived = Archived(source="awkward", raw=AWKWARD, extractor="plain/1", captured=captured)
    tree = closed.Tree(archived.text)
    proofs = {}
    for key, quoted in AWKWARD_PASSAGES.items():
        quotation = Quotation.of(*quoted)
        result = verify(quoted.quote, archived.text, prefix=quoted.prefix, suffix=quoted.suffix)
        assert result.state is State.VERBATIM, (key, result)
        proofs[key] = tree.prove(quotation, result)
    seal = closed.seal(archived.text, proofs, tree, **archived.head)
    return [_closed_case(f"awkward#{k}", q, k, seal) for k, q in AWKWARD_PASSAGES.items()]


# --- the table ---------------------------------------------------------------------------


class Must(Enum):
    """What has to become of a changed passage."""

    BE_REFUSED = auto()
    HOLD = auto()
    STAY = auto()  # verbatim when it was verbatim: layout is no typography


class Splice(NamedTuple):
    """Characters of a quote, end open, and what may be put in their place."""

    start: int
    end: int
    options: Sequence[str]


class Change(NamedTuple):
    """A class of changes: all that one change of this kind can do to a text."""

    must: Must
    splices: Callable[[str], Iterable[Splice]]
    field: str = "quote"


_WORD = re.compile(r"[^\W_]+")
_OMISSION = re.compile(r" ?\[…\] ?")
_MARKS = ".,;:?!()/%&"
_FEW_WORDS = "not never will now all the a may must cannot more less Russia Kyiv no two 1 2022 but"
_OTHER_WORDS = _FEW_WORDS.split()
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b"
    "\u202c\u202d\u202e\u2060\u2061\u2064\u2066\u2067\u2068\u2069\u206f\u3164\ufe0e\ufe0f\ufeff"
    "\uffa0\ufff9\ufffc\ufffd\U0001d173\U000e0001\U000e0041\U000e0100\x00\x07\x08\x1b\x7f"
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Each row: a character, then those that look like it and are not in the fold table.
_LOOKALIKE_ROWS = (
    "aаɑα cсϲ eеҽé gɡ hһ iіı1l jј kκ l1Iӏ| nո oоοօ0 pрρ qԛ sѕ uυս vν wԝ xх yуү AАΑ BВΒ8 CСϹ EЕΕ "
    "HНΗ IІΙl KКΚ MМΜ NΝ OОΟ0 PРΡ SЅ5 TТΤ XХΧ YҮΥ ZΖ2 0OО 1lI 5S ÅA ,‚，، .․。．· :：∶ː ;；, ?？ʔ "
    "!ǃ！ (（ -_⁃˗－ー~ —ー_ ’ˈʹ՚׳᾽, 'ˈʹ՚׳᾽, \"ˮʺ״ “ˮʺ״ …⋯‥. ²2"
)
_LOOKALIKES = {row[0]: row[1:] for row in _LOOKALIKE_ROWS.split()}
_JOINED = {"oe": "œ", "ae": "æ", "ss": "ß", "st": "ﬆ", "ij": "ĳ", "ts": "ʦ", "th": "þ", "nj": "ǌ"}


def _words(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def _replaced_word(text: str) -> Iterator[Splice]:
    for word in _words(text):
        yield Splice(*word.span(), _OTHER_WORDS)


def _dropped_word(text: str) -> Iterator[Splice]:
    for word in _words(text):
        yield Splice(*word.span(), [""])


def _added_word(text: str) -> Iterator[Splice]:
    for word in _words(text):
        yield Splice(word.start(), word.start(), [f"{other} " for other in _OTHER_WORDS])
        yield Splice(word.end(), word.end(), [f" {other}" for other in _OTHER_WORDS])


def _repeated_word(text: str) -> Iterator[Splice]:
    for word in _words(text):
        yield Splice(word.end(), word.end(), [f" {word.group()}", f", {word.group()}"])


def _swapped_words(text: str) -> Iterator[Splice]:
    for one, other in itertools.combinations(_words(text), 2):
        between = text[one.end() : other.start()]
        yield Splice(one.start(), other.end(), [other.group() + between + one.group()])


def _negated(text: str) -> Iterator[Splice]:
    for word in _words(text):
        yield Splice(word.start(), word.start(), ["not ", "never ", "no ", "un", "dis", "non-"])
        yield Splice(word.end(), word.end(), [" not", " never", "n't", "n’t", "less"])
    for negation in re.finditer(r"\b(?:not|never|cannot|no)\b|n['’]t\b", text):
        yield Splice(*negation.span(), ["", "now", "always"])


def _letters(text: str) -> Iterator[Splice]:
    for at, char in enumerate(text):
        if char.isalpha():
            yield Splice(at, at + 1, ["", *string.ascii_letters, "é", "я", "ß", char * 2])
            yield Splice(at, at, string.ascii_lowercase)
            if text[at + 1 : at + 2].isalpha():
                yield Splice(at, at + 2, [text[at + 1] + char])


def _case(text: str) -> Iterator[Splice]:
    for word in _words(text):
        said = word.group()
        forms = {said.upper(), said.lower(), said.title(), said.swapcase()} - {said}
        if forms:
            yield Splice(*word.span(), sorted(forms))
        for at in range(*word.span()):
            if text[at].swapcase() != text[at]:
                yield Splice(at, at + 1, [text[at].swapcase()])


def _digits(text: str) -> Iterator[Splice]:
    for at, char in enumerate(text):
        if char in string.digits:
            others = [digit for digit in string.digits if digit != char]
            yield Splice(at, at + 1, ["", *others, chr(0x660 + int(char)), chr(0x966 + int(char))])
            yield Splice(at, at, string.digits)
    for word in _words(text):
        yield Splice(word.start(), word.start(), ["2 ", "1", "30 "])
        yield Splice(word.end(), word.end(), [" 7", "0", "%", " percent"])


def _commas(text: str) -> Iterator[Splice]:
    yield from (Splice(m.start(), m.end(), ["", ".", ";", ",,", " and"]) for m in _all(",", text))
    yield from (Splice(word.end(), word.end(), [","]) for word in _words(text))


def _marks(text: str) -> Iterator[Splice]:
    for found in _all(f"[{re.escape(_MARKS)}]", text):
        others = [mark for mark in _MARKS if mark != found.group()]
        yield Splice(*found.span(), ["", found.group() * 2, *others])
    for word in _words(text):
        yield Splice(word.end(), word.end(), [*_MARKS, "..", "!?", "€", "*"])


def _apostrophes(text: str) -> Iterator[Splice]:
    for found in _all(rf"(?<=\w)[{SINGLE}](?=\w)", text):
        yield Splice(*found.span(), ["", "''", '"', " ", "-", "·", "’ ’"])
    for word in _words(text):
        middle = (word.start() + word.end()) // 2
        if middle > word.start():
            yield Splice(middle, middle, ["'", "’"])
        yield Splice(word.end(), word.end(), ["'s", "’s", "s’ s"])


def _quotation_marks(text: str) -> Iterator[Splice]:
    """Drop, add, double or move a mark; kinds are never taken for the other kind."""
    for found in _all(rf"(?<!\w)[{DOUBLE}{SINGLE}]|[{DOUBLE}{SINGLE}](?!\w)", text):
        kinds = SINGLE if found.group() in DOUBLE else DOUBLE
        yield Splice(*found.span(), ["", found.group() * 2, *kinds, "(", "*"])
    words = _words(text)
    for word in words[1:]:
        yield Splice(word.start(), word.start(), ['"', "“", "«", "'", "‘"])
    for word in words[:-1]:
        yield Splice(word.end(), word.end(), ['"', "”", "»", "'", "’"])
    for found in _all(rf"[{DOUBLE}]", text):
        for word in words:
            if word.end() <= found.start() - 2:
                between = text[word.start() : found.start()]
                yield Splice(word.start(), found.end(), [found.group() + between])
            if word.start() >= found.end() + 2:
                between = text[found.end() : word.end()]
                yield Splice(found.start(), word.end(), [between + found.group()])


def _hyphens(text: str) -> Iterator[Splice]:
    for found in _all(rf"[{DASHES}]", text):
        yield Splice(*found.span(), ["", " ", "_", "/", "--", "~", ","])
    for one, other in itertools.pairwise(_words(text)):
        if text[one.end() : other.start()] == " ":
            yield Splice(one.end(), other.start(), ["-", "–", " - ", " — "])


_ONE_MARK = r"(?:\.\.\.|[^\w\s])"


def _spaces_beside_marks(text: str) -> Iterator[Splice]:
    """Make "1, 200" of "1,200", "a -b" of "a - b" and "- 5" of "-5", or the other way."""
    for found in _all(rf"(?<=\w)({_ONE_MARK})(?=\w)", text):
        mark = found.group()
        yield Splice(*found.span(), [f"{mark} ", f" {mark}", f" {mark} ", f"\n{mark}\u00a0"])
    for found in _all(rf"(?<=\w)(\s*({_ONE_MARK})\s*)(?=\w)", text):
        if found.group(1) != found.group(2):
            yield Splice(*found.span(), [found.group(2)])
    for found in _all(rf"(?<!\w)[{DASHES}](?=[0-9])", text):
        yield Splice(*found.span(), [f"{found.group()} ", f"{found.group()}\u2009"])
    for found in _all(rf"(?<!\w)[{DASHES}]\s+(?=[0-9])", text):
        yield Splice(*found.span(), [found.group()[0]])


def _marks_at_the_ends(text: str) -> Iterator[Splice]:
    """Add an apostrophe, or inches behind a number."""
    kinds = [*SINGLE, *DOUBLE] if text[-1].isnumeric() else SINGLE
    yield Splice(len(text), len(text), [*kinds, *(f"{kind} " for kind in kinds)])
    yield Splice(0, 0, [*SINGLE, *(f" {kind}" for kind in SINGLE)])


def _nothing_left_out(text: str) -> Iterator[Splice]:
    for one, other in itertools.pairwise(_words(text)):
        between = text[one.end() : other.start()]
        if "[" not in between:
            for at in {one.end(), other.start()}:
                yield Splice(at, at, [" […] ", "[…]", " [...]", "[ … ] "])


def _ellipses(text: str) -> Iterator[Splice]:
    for found in _all(r"(?<!\[)(?:…|\.\.\.)(?!\])", text):
        yield Splice(*found.span(), ["", ".", "..", ". . .", "....", "……", "⋯"])
    for word in _words(text):
        yield Splice(word.end(), word.end(), ["…", "...", " … ", ".."])


def _superscripts(text: str) -> Iterator[Splice]:
    for at, char in enumerate(text):
        if char in string.digits:
            yield Splice(at, at + 1, [_SUPERSCRIPTS[int(char)], chr(0x2080 + int(char))])
        if char in _SUPERSCRIPTS:
            yield Splice(at, at + 1, ["", str(_SUPERSCRIPTS.index(char)), "^2"])
    for word in _words(text):
        yield Splice(word.end(), word.end(), [*_SUPERSCRIPTS, "ª", "º", "™", "ⁿ", "₂"])


def _homoglyphs(text: str) -> Iterator[Splice]:
    for at, char in enumerate(text):
        if char in _LOOKALIKES:
            yield Splice(at, at + 1, _LOOKALIKES[char])
        if char in string.ascii_letters + string.digits:
            small = char in string.ascii_lowercase
            letters = [chr((0x1D41A if small else 0x1D400) + ord(char.lower()) - ord("a"))]
            bold = letters if char.isalpha() else [chr(0x1D7CE + int(char))]
            yield Splice(at, at + 1, [chr(ord(char) + 0xFEE0), *bold])


def _invisible(text: str) -> Iterator[Splice]:
    for at in range(len(text) + 1):
        yield Splice(at, at, _INVISIBLE)
        if text[at : at + 1] == " ":
            yield Splice(at, at + 1, _INVISIBLE)


def _accents(text: str) -> Iterator[Splice]:
    for at, char in enumerate(text):
        if char.isalnum():
            yield Splice(at + 1, at + 1, "\u0300\u0301\u0308\u0327\u0332\u0336\u0338\u20dd")
        bare = unicodedata.normalize("NFD", char)[:1]
        if bare != char:
            yield Splice(at, at + 1, [bare, f"{bare}\u0323"])


def _split_or_joined(text: str) -> Iterator[Splice]:
    for at in range(1, len(text)):
        if text[at - 1].isalnum() and text[at].isalnum():
            yield Splice(at, at, [" ", "\n", "\u00a0", "\u2009", "-", "\u00ad"])
        if text[at] == " " and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum():
            yield Splice(at, at + 1, ["", "_"])


def _joined_letters(text: str) -> Iterator[Splice]:
    for plain, letter in _JOINED.items():
        yield from (Splice(*found.span(), [letter]) for found in _all(plain, text))


def _omissions(text: str) -> Iterator[Splice]:
    marks = list(_OMISSION.finditer(text))
    for found in marks:
        yield Splice(*found.span(), [" ", " … ", " ... ", " (…) ", " [..] ", " [….] ", " and "])
    words = _words(text)
    for word in words:
        yield Splice(*word.span(), ["[…]", "[...]"])
    for one, other in itertools.pairwise(words):
        if text[one.end() : other.start()] == " ":
            yield Splice(one.end(), other.start(), [" […] ", " [...] "])
    for found in marks:
        before, behind = text[: found.start()], text[found.end() :]
        yield Splice(0, len(text), [f"{behind} […] {before}", before, behind])


def _shortened(text: str) -> Iterator[Splice]:
    words = _words(text)
    for word in words[1:]:
        yield Splice(0, word.start(), [""])
    for word in words[:-1]:
        yield Splice(word.end(), len(text), [""])
    yield Splice(0, len(text), [" ".join(text.split()[::-1]), text[::-1], f"{text} {text}", ""])


def _around(text: str) -> Iterator[Splice]:
    if not text:
        yield Splice(0, 0, ["The", "and", "not", "“", "said"])
        return
    yield Splice(0, len(text), [""])
    for changes in (_dropped_word, _replaced_word, _added_word, _letters, _case, _invisible):
        yield from changes(text)


def _all(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, text)


EDITS = {
    "replace a word": Change(Must.BE_REFUSED, _replaced_word),
    "drop a word": Change(Must.BE_REFUSED, _dropped_word),
    "add a word": Change(Must.BE_REFUSED, _added_word),
    "repeat a word": Change(Must.BE_REFUSED, _repeated_word),
    "swap two words": Change(Must.BE_REFUSED, _swapped_words),
    "add or drop a negation": Change(Must.BE_REFUSED, _negated),
    "change a letter": Change(Must.BE_REFUSED, _letters),
    "change case": Change(Must.BE_REFUSED, _case),
    "change a number": Change(Must.BE_REFUSED, _digits),
    "change a comma": Change(Must.BE_REFUSED, _commas),
    "change another mark": Change(Must.BE_REFUSED, _marks),
    "change an apostrophe": Change(Must.BE_REFUSED, _apostrophes),
    "change or move a quotation mark": Change(Must.BE_REFUSED, _quotation_marks),
    "change a hyphen or dash": Change(Must.BE_REFUSED, _hyphens),
    "change an ellipsis": Change(Must.BE_REFUSED, _ellipses),
    "add or drop a space beside a mark": Change(Must.BE_REFUSED, _spaces_beside_marks),
    "add an apostrophe or inches at an end": Change(Must.BE_REFUSED, _marks_at_the_ends),
    "superscripts": Change(Must.BE_REFUSED, _superscripts),
    "lookalikes": Change(Must.BE_REFUSED, _homoglyphs),
    "invisible characters": Change(Must.BE_REFUSED, _invisible),
    "accents": Change(Must.BE_REFUSED, _accents),
    "split or join words": Change(Must.BE_REFUSED, _split_or_joined),
    "letters that are two": Change(Must.BE_REFUSED, _joined_letters),
    "change an omission": Change(Must.BE_REFUSED, _omissions),
    "leave out nothing": Change(Must.BE_REFUSED, _nothing_left_out),
    "shorten, turn round or repeat": Change(Must.BE_REFUSED, _shortened),
    "change the prefix": Change(Must.BE_REFUSED, _around, "prefix"),
    "change the suffix": Change(Must.BE_REFUSED, _around, "suffix"),
}


def _double_kinds(text: str) -> Iterator[Splice]:
    yield from (Splice(*found.span(), DOUBLE) for found in _all(f"[{DOUBLE}]", text))


def _single_kinds(text: str) -> Iterator[Splice]:
    kinds = [*SINGLE, "\u1fef", "\u1ffd"]  # the last two become others in normal form C
    yield from (Splice(*found.span(), kinds) for found in _all(f"[{SINGLE}]", text))


def _dash_kinds(text: str) -> Iterator[Splice]:
    yield from (Splice(*found.span(), DASHES) for found in _all(f"[{DASHES}]", text))


def _space_kinds(text: str) -> Iterator[Splice]:
    for found in _all(" ", text):
        yield Splice(*found.span(), [*SPACES, f" {SPACES[0]}", SPACES[0] * 2])


def _layout(text: str) -> Iterator[Splice]:
    for found in _all(" ", text):
        yield Splice(*found.span(), ["\n", "\t", "  ", " \n ", "\r\n", "\n\n"])
    yield Splice(0, 0, [" ", "\n", "\t  "])
    yield Splice(len(text), len(text), [" ", "\n", " \n"])


def _outer_spaces(text: str) -> Iterator[Splice]:
    yield Splice(0, 0, SPACES)
    yield Splice(len(text), len(text), SPACES)


def _ellipsis_kinds(text: str) -> Iterator[Splice]:
    yield from (Splice(*m.span(), ["...", "…"]) for m in _all(r"…|(?<!\.)\.\.\.(?!\.)", text))


def _omission_kinds(text: str) -> Iterator[Splice]:
    kinds = ["[...]", "[…]", "[ … ]", "[ ... ]", " [\n…\n] "]
    yield from (Splice(*found.span(), kinds) for found in _all(r"\[(?:…|\.\.\.)\]", text))


def _normal_forms(text: str) -> Iterator[Splice]:
    yield Splice(0, len(text), [unicodedata.normalize("NFD", text)])
    for at, char in enumerate(text):
        if char in EQUIVALENT:
            yield Splice(at, at + 1, [EQUIVALENT[char]])
        if not unicodedata.is_normalized("NFD", char):
            yield Splice(at, at + 1, [unicodedata.normalize("NFD", char)])


def _ligatures(text: str) -> Iterator[Splice]:
    for plain, ligature in LIGATURES.items():
        yield from (Splice(*found.span(), [ligature]) for found in _all(plain, text))


def _wrapped(text: str) -> Iterator[Splice]:
    """Put the whole in marks; a quote that has its own would have two then."""
    marks = [*DOUBLE, *SINGLE]
    bare = unicodedata.normalize("NFC", text).strip()
    starts, ends = bare[:1] in marks, bare[-1:] in marks
    # A mark at one end only has to be a double one, and not to look like inches.
    if not starts and not (ends and not _enclosing(bare)[1]):
        yield Splice(0, 0, marks if ends else DOUBLE)
        yield Splice(0, 0, [f"{mark}\u00a0" for mark in (marks if ends else DOUBLE)])
    if not ends and not (starts and not _enclosing(bare)[0]):
        if starts or not bare[-1:].isnumeric():
            yield Splice(len(text), len(text), marks if starts else DOUBLE)
        kinds = marks if starts else DOUBLE
        yield Splice(len(text), len(text), [f"\u202f{mark}" for mark in kinds])
    if not starts and not ends:
        pairs = [*itertools.pairwise(marks), *((mark, mark) for mark in marks)]
        yield Splice(0, len(text), [a + text + b for a, b in pairs])
        yield Splice(0, len(text), [f"{a} {text} {b}" for a, b in pairs])


def _unwrapped(text: str) -> Iterator[Splice]:
    bare = unicodedata.normalize("NFC", text).strip()
    if _enclosing(bare) == (True, True):
        yield Splice(0, len(text), [bare[1:-1]])
        halves = [bare[1:], bare[:-1]]
        yield Splice(0, len(text), [half for half in halves if any(_enclosing(half))] or [bare])


VARIANTS = {
    "double quotation marks": Change(Must.HOLD, _double_kinds),
    "single quotation marks, apostrophes": Change(Must.HOLD, _single_kinds),
    "dashes": Change(Must.HOLD, _dash_kinds),
    "kinds of spaces": Change(Must.HOLD, _space_kinds),
    "amount of white space, line ends": Change(Must.STAY, _layout),
    "spaces of another kind at both ends": Change(Must.HOLD, _outer_spaces),
    "ellipses": Change(Must.HOLD, _ellipsis_kinds),
    "omission marks": Change(Must.STAY, _omission_kinds),
    "normal forms": Change(Must.STAY, _normal_forms),
    "ligatures": Change(Must.HOLD, _ligatures),
    "the whole in quotation marks": Change(Must.STAY, _wrapped),
    "the whole out of quotation marks": Change(Must.STAY, _unwrapped),
}
SEVERAL = "several at once"  # up to four variants on top of each other


# --- choosing and judging ----------------------------------------------------------------


@cache
def _splices(change: Change, text: str) -> tuple[Splice, ...]:
    return tuple(change.splices(text))


def fitting(change: Change, cases: Iterable[Case]) -> list[Case]:
    """Return the cases on which there is something for a change to do."""
    return [case for case in cases if _splices(change, getattr(case.quoted, change.field))]


def changed(change: Change, quoted: Quoted, random: Random) -> Quoted | None:
    """Make one change of its class; None when the chosen one leaves the same words."""
    text: str = getattr(quoted, change.field)
    start, end, options = random.choice(_splices(change, text))
    after = text[:start] + random.choice(options) + text[end:]
    if after == text or (change.must is Must.BE_REFUSED and is_same(after, text)):
        return None
    return quoted._replace(**{change.field: after})


def several(quoted: Quoted, random: Random) -> Quoted:
    """Make up to four variants on top of each other."""
    for _ in range(random.randint(2, 4)):
        change = random.choice(list(VARIANTS.values()))
        # Not cached: these texts don't come again.
        if options := tuple(change.splices(quoted.quote)):
            start, end, kinds = random.choice(options)
            quote = quoted.quote[:start] + random.choice(kinds) + quoted.quote[end:]
            quoted = quoted._replace(quote=quote)
    return quoted


def is_as_it_must(must: Must, case: Case, after: Quoted) -> bool:
    """Whether a changed passage is judged as the table says."""
    state = case.judge(after)
    if must is Must.BE_REFUSED:
        return not state.holds
    return state.holds if must is Must.HOLD else state is case.judge(case.quoted)


@dataclass(frozen=True)
class Tally:
    """How many changes of each class were tried, no two alike, and what was judged wrongly."""

    tried: Counter[str]
    wrong: list[tuple[str, str, Quoted]]  # class, passage, what was judged


class _Class(NamedTuple):
    must: Must
    cases: list[Case]
    make: Callable[[Quoted, Random], Quoted | None]


_ENOUGH = 200  # tries in a row that bring nothing new: the class is used up


def try_edits(cases: Sequence[Case], number: int, seed: int) -> Tally:
    """Judge ``number`` edits, or all there are, class by class in turn."""
    return _try(_classes(EDITS, cases), number, Random(seed))


def try_variants(cases: Sequence[Case], number: int, seed: int) -> Tally:
    """Judge ``number`` variants, or all there are, class by class in turn."""
    classes = _classes(VARIANTS, cases) | {SEVERAL: _Class(Must.HOLD, list(cases), several)}
    return _try(classes, number, Random(seed))


def _classes(table: dict[str, Change], cases: Sequence[Case]) -> dict[str, _Class]:
    return {
        name: _Class(change.must, fit, partial(changed, change))
        for name, change in table.items()
        if (fit := fitting(change, cases))
    }


def _try(classes: dict[str, _Class], number: int, random: Random) -> Tally:
    tally, seen, idle = Tally(Counter(), []), set[tuple[str, Quoted]](), Counter[str]()
    for name in itertools.cycle(classes):
        if tally.tried.total() >= number or min(idle[name] for name in classes) > _ENOUGH:
            return tally
        if idle[name] > _ENOUGH:
            continue
        must, cases, make = classes[name]
        case = random.choice(cases)
        after = make(case.quoted, random)
        if after is None or (case.name, after) in seen or case.allows(must, after):
            idle[name] += 1
            continue
        idle[name] = 0
        seen.add((case.name, after))
        tally.tried[name] += 1
        if not is_as_it_must(must, case, after):
            tally.wrong.append((name, case.name, after))
    return tally
