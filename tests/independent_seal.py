"""A second program that verifies seals, written from SEALS.md alone.

It shares no code with the generator and uses none but Python's own modules, so that the two
can only agree where SEALS.md says enough. ``python -m tests.independent_seal`` prints the test
vectors of ``tests/vectors/seal-1.json``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
import unicodedata
from typing import Any, NamedTuple

Seal = dict[str, Any]

FOLDED = {
    '"': '"«»“”„‟″‶❝❞〝〞〟＂',
    "'": "'`´‘’‚‛′‵‹›ʼ＇",
    "-": "-‐‑‒–—―−",
    "...": "…",
    "ff": "ﬀ",
    "fi": "ﬁ",
    "fl": "ﬂ",
    "ffi": "ﬃ",
    "ffl": "ﬄ",
}
FOLD = {char: plain for plain, chars in FOLDED.items() for char in chars}
APOSTROPHES = set(FOLDED["'"])
HYPHENS, LONG_DASHES = set("-‐‑"), set("‒–—―−")
TIGHT = "\x01"
OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")


# --- from a text to tokens ---------------------------------------------------------------


class Token(NamedTuple):
    """A folded token and the characters it stands for, end open."""

    text: str
    start: int
    end: int


def canonical(raw: bytes) -> tuple[str, int]:
    """Return the canonical text of captured bytes, and how many characters were left out."""
    text = raw.decode("utf-8").removeprefix("\ufeff")
    kept = [char for char in text if not is_layout(ord(char))]
    spaced = "".join(" " if is_control(ord(char)) else char for char in kept)
    return unicodedata.normalize("NFC", spaced), len(text) - len(kept)


LAYOUT = """00AD 034F 061C 115F 1160 17B4 17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164
FDD0-FDEF FEFF FFA0 FFF0-FFFB 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF"""
CONTROLS = "0000-0008 000B-001F 007F-009F 2028 2029"


def _within(code: int, ranges: str) -> bool:
    for one in ranges.split():
        first, _, last = one.partition("-")
        if int(first, 16) <= code <= int(last or first, 16):
            return True
    return False


def is_layout(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or _within(code, LAYOUT)


def is_control(code: int) -> bool:
    return _within(code, CONTROLS)


def is_of_word(char: str) -> bool:
    return char == "_" or (unicodedata.category(char)[0] in "LN" and char != "ʼ")


def is_space(char: str) -> bool:
    return unicodedata.category(char)[0] == "Z" or char in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text in normal form C."""
    found, at = [], 0
    while at < len(text):
        end = _token_end(text, at)
        if not is_space(text[at]):
            before, behind = _touching(text, at, end)
            found.append(Token(before + "".join(map(fold, text[at:end])) + behind, at, end))
        at = end
    return found


def fold(char: str) -> str:
    return "\ufffd" if char == TIGHT else FOLD.get(char, char)


def _touching(text: str, at: int, end: int) -> tuple[str, str]:
    """Return what is put before and behind a mark that touches two words, or is a sign."""
    before, behind = text[at - 1 : at] or " ", text[end : end + 1] or " "
    if is_of_word(text[at]) or not is_of_word(behind):
        return "", ""
    if is_of_word(before):
        return TIGHT, ""
    return "", TIGHT if fold(text[at]) == "-" and is_digit(behind) else ""


def _token_end(text: str, at: int) -> int:
    if text.startswith("...", at):
        return at + 3
    end = _row_end(text, at)
    if end == at:
        return at + 1
    while text[end : end + 1] in APOSTROPHES and _row_end(text, end + 1) > end + 1:
        end = _row_end(text, end + 1)
    return end


def _row_end(text: str, at: int) -> int:
    while at < len(text) and is_of_word(text[at]):
        at += 1
    return at


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def inner(text: str) -> list[int]:
    """Return the numbers of the tokens before which no quotation may begin or end."""
    row = tokens(text)
    found = set()
    for number, token in enumerate(row):
        if token.end - token.start == 1 and _is_joint(text, token.start):
            found.add(number + 1)
            before = row[number - 1] if number else None
            if before and before.end == token.start and is_of_word(text[before.end - 1]):
                found.add(number)
        if token.start and unicodedata.category(text[token.start])[0] == "M":
            found.add(number)
            if unicodedata.category(text[token.end : token.end + 1] or " ")[0] in "LN":
                found.add(number + 1)
    return sorted(found)


def _is_joint(text: str, at: int) -> bool:
    near = {n: text[at + n] if 0 <= at + n < len(text) else " " for n in (-2, -1, 1, 2)}
    mark, before, behind = text[at], near[-1], near[1]
    if is_digit(behind) and not is_of_word(before):
        return mark in HYPHENS or mark == "−"
    if is_digit(before) and is_digit(behind) and (mark in ".,:/" or mark in LONG_DASHES):
        return True
    if mark in HYPHENS:
        return is_of_word(before) and is_of_word(behind)
    alone = not is_of_word(near[-2]) and not is_of_word(near[2])
    return mark == "." and alone and is_letter(before) and is_letter(behind)


def is_digit(char: str) -> bool:
    return unicodedata.category(char) == "Nd"


def is_letter(char: str) -> bool:
    return is_of_word(char) and char != "_" and not is_digit(char)


def blanks_as_one(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text)


def parts(quote: str) -> list[str]:
    """Return the runs of a quotation as written."""
    pieces = [strip(piece) for piece in OMISSION.split(unicodedata.normalize("NFC", quote))]
    first, last, before = pieces[0][:1], pieces[-1][-1:], pieces[-1][-2:-1]
    kinds = FOLD.get(first), FOLD.get(last)
    is_pair = all(kind in {'"', "'"} for kind in kinds)
    is_number = bool(before) and unicodedata.category(before)[0] == "N"
    if is_pair or kinds[0] == '"':
        pieces[0] = pieces[0][1:]
    if is_pair or (kinds[1] == '"' and not is_number):
        pieces[-1] = pieces[-1][:-1]
    return [blanks_as_one(strip(piece)) for piece in pieces if strip(piece)]


def strip(text: str) -> str:
    start, end = 0, len(text)
    while start < end and is_space(text[start]):
        start += 1
    while start < end and is_space(text[end - 1]):
        end -= 1
    return text[start:end]


def runs(quote: str, prefix: str, suffix: str) -> list[list[str]]:
    """Return the tokens of each run, prefix and suffix included."""
    rows = [words(part) for part in parts(quote)]
    if rows:
        rows[0] = around(prefix) + rows[0]
        rows[-1] = rows[-1] + around(suffix)
    return rows


def around(text: str) -> list[str]:
    return words(unicodedata.normalize("NFC", text))


# --- reading -----------------------------------------------------------------------------

HEAD = "format kind source extractor normaliser captured canonical tokens"
KEYS = {
    "closed": {*HEAD.split(), "root", "passages"},
    "open": {*HEAD.split(), "shingle", "shingles", "written", "inner"},
}
RUN = {"at", "tokens", "salts", "path", "check", "written"}


def read(raw: bytes) -> Seal:
    """Read a seal file; raises ValueError for what is not one."""
    if len(raw) > 8 * 1024 * 1024:
        raise ValueError("too long")
    seal: Seal = json.loads(raw.decode("utf-8"), object_pairs_hook=_once)
    named = seal["format"], seal["normaliser"]
    if named != ("factcheck-seal/1", "factcheck-tokens/1") or seal.keys() != KEYS[seal["kind"]]:
        raise ValueError("not a seal of this format")
    for proof in seal.get("passages", {}).values():
        if proof.keys() != {"prefix", "suffix", "runs"} or not proof["runs"]:
            raise ValueError("not a proof")
        if any(run.keys() - {"place"} != RUN for run in proof["runs"]):
            raise ValueError("not a run")
        _measure_proof(seal, proof)
        _measure_places(proof)
    if seal["kind"] == "open":
        _measure(seal, "shingles", 8 * max(0, seal["tokens"] - seal["shingle"] + 1))
        _measure(seal, "written", 4 * seal["tokens"])
        if seal["inner"] != sorted({n for n in seal["inner"] if n <= seal["tokens"]}):
            raise ValueError("'inner' is not in order, or a number in it is too great")
    return seal


def _measure_proof(seal: Seal, proof: Seal) -> None:
    if proof["prefix"] + proof["suffix"] >= sum(run["tokens"] for run in proof["runs"]):
        raise ValueError("a proof has no words of its own")
    for run in proof["runs"]:
        _measure(run, "path", len(unpack(run["path"])) // 32 * 32)
        _measure(run, "salts", 16 * run["tokens"])
        _measure(run, "check", 2 * run["tokens"])
        _measure(run, "written", 32)
        if run["at"] + run["tokens"] > seal["tokens"]:
            raise ValueError("a run ends behind the text")


def _measure_places(proof: Seal) -> None:
    places = [run["place"] for run in proof["runs"] if "place" in run]
    if not places:
        return
    if len(places) < len(proof["runs"]) or any(at.keys() != {"start", "end"} for at in places):
        raise ValueError("a place is wanting")
    own = [[run["at"], run["at"] + run["tokens"]] for run in proof["runs"]]
    own[0][0] += proof["prefix"]
    own[-1][1] -= proof["suffix"]
    last = -1
    for (first, behind), at in zip(own, places, strict=True):
        if at["start"] <= last or at["start"] < first or at["end"] < at["start"] + behind - first:
            raise ValueError("a place does not agree with the tokens")
        last = at["end"]


def _measure(part: Seal, key: str, size: int) -> None:
    if len(unpack(part[key])) != size:
        raise ValueError(f"'{key}' does not have {size} bytes")


def _once(pairs: list[tuple[str, Any]]) -> Seal:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def unpack(text: str) -> bytes:
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("not the shortest base64")
    return raw


def sha256(*pieces: bytes) -> bytes:
    return hashlib.sha256(b"".join(pieces)).digest()


# --- judging -----------------------------------------------------------------------------


def judge(seal: Seal, passage: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    """Say what a seal proves of a quotation."""
    if seal["kind"] == "open":
        return judge_open(seal, quote, prefix, suffix)
    proof = seal["passages"].get(passage)
    return judge_closed(seal, proof, quote, prefix, suffix) if proof else "needs-archive"


def judge_closed(seal: Seal, proof: Seal, quote: str, prefix: str, suffix: str) -> str:
    found = runs(quote, prefix, suffix)
    numbers = len(around(prefix)), len(around(suffix)), len(found)
    if not found or numbers != (proof["prefix"], proof["suffix"], len(proof["runs"])):
        return "not-found"
    end = -1
    for row, run in zip(found, proof["runs"], strict=True):
        if len(row) != run["tokens"] or run["at"] <= end or not stands(seal, row, run):
            return "not-found"
        end = run["at"] + run["tokens"]
    written = [unpack(run["written"]) for run in proof["runs"]]
    same = written == [sha256(part.encode()) for part in parts(quote)]
    return "verbatim" if same else "typography"


def stands(seal: Seal, row: list[str], run: Seal) -> bool:
    """Whether a row of tokens leads to the root."""
    salts, path = unpack(run["salts"]), unpack(run["path"])
    if len(salts) != 16 * len(row) or run["at"] + len(row) > seal["tokens"]:
        return False
    salted = [salts[16 * n : 16 * n + 16] for n in range(len(row))]
    known = {run["at"] + n: leaf(salted[n], token) for n, token in enumerate(row)}
    length = seal["tokens"]
    while length > 1:
        first, last = min(known), max(known)
        if first % 2:
            known[first - 1], path = path[:32], path[32:]
        if (last + 1) % 2 and last + 1 < length:
            known[last + 1], path = path[:32], path[32:]
        known = {n // 2: join(known[n], known.get(n + 1)) for n in known if n % 2 == 0}
        length = (length + 1) // 2
    return not path and hash_root(seal["tokens"], known[0]).hex() == seal["root"]


def judge_open(seal: Seal, quote: str, prefix: str, suffix: str) -> str:
    rows, size = runs(quote, prefix, suffix), seal["shingle"]
    if any(len(row) < size for row in rows):
        return "too-short"
    if not rows:
        return "not-found"
    hashes, no_edge = _cut(unpack(seal["shingles"]), 8), set(seal["inner"])
    # The places of the runs so far, and where the last one ends.
    ways: list[tuple[tuple[int, ...], int]] = [((), -1)]
    for number, row in enumerate(rows):
        front = len(around(prefix)) if number == 0 else 0
        back = len(around(suffix)) if number == len(rows) - 1 else 0
        wanted = shingles(row, size, bytes.fromhex(seal["canonical"]["sha256"]))
        places = [
            (at + front, at + len(row))
            for at in range(len(hashes) - len(wanted) + 1)
            if hashes[at : at + len(wanted)] == wanted
            and not no_edge & {at + front, at + len(row) - back}
        ]
        ways = [
            ((*way, start), stop)
            for way, end in ways
            for start, stop in places
            if start - front > end
        ]
    if len(ways) != 1:
        return "ambiguous" if ways else "not-found"
    marks = _cut(unpack(seal["written"]), 4)
    same = all(
        _is_written(part, marks[start:])
        for part, start in zip(parts(quote), ways[0][0], strict=True)
    )
    return "verbatim" if same else "typography"


def _is_written(part: str, marks: list[bytes]) -> bool:
    own = written(part)
    first = own[0][:2] == marks[0][:2]
    return first and all(a[2:] == b[2:] for a, b in zip(own[1:], marks[1:], strict=False))


def _cut(raw: bytes, size: int) -> list[bytes]:
    return [raw[at : at + size] for at in range(0, len(raw), size)]


# --- what the holder of the text can make again ------------------------------------------


def leaf(salt: bytes, token: str) -> bytes:
    return sha256(b"\x00", salt, token.encode())


def join(left: bytes, right: bytes | None) -> bytes:
    return left if right is None else sha256(b"\x01", left, right)


def hash_root(count: int, top: bytes) -> bytes:
    return sha256(b"\x02", count.to_bytes(8, "big"), top)


def salts(text: str, count: int) -> list[bytes]:
    stream = hashlib.shake_256(b"factcheck-seal/1 salts\x00" + text.encode())
    return _cut(stream.digest(16 * count), 16)


def tree(text: str) -> list[list[bytes]]:
    """Return the rows of the tree over a canonical text, from the leaves up."""
    row = words(text)
    rows = [[leaf(*pair) for pair in zip(salts(text, len(row)), row, strict=True)]]
    while len(rows[-1]) > 1:
        below = [*rows[-1], None]
        pairs = zip(below[0:-1:2], below[1::2], strict=False)
        rows.append([join(left, right) for left, right in pairs if left is not None])
    return rows


def root(text: str) -> str:
    rows = tree(text)
    return hash_root(len(rows[0]), rows[-1][0]).hex()


def path(rows: list[list[bytes]], start: int, end: int) -> bytes:
    """Return the nodes that prove the leaves from ``start`` to ``end`` (open)."""
    found = b""
    for row in rows[:-1]:
        found += row[start - 1] if start % 2 else b""
        found += row[end] if end % 2 and end < len(row) else b""
        start, end = start // 2, (end + 1) // 2
    return found


def shingles(row: list[str], size: int, canonical_hash: bytes) -> list[bytes]:
    return [
        sha256(b"\x03", canonical_hash, " ".join(row[at : at + size]).encode())[:8]
        for at in range(len(row) - size + 1)
    ]


def written(text: str) -> list[bytes]:
    found, end = [], 0
    for token in tokens(text):
        raw = text[token.start : token.end]
        spaced = blanks_as_one(text[end : token.start]) + raw
        found.append(sha256(raw.encode())[:2] + sha256(spaced.encode())[:2])
        end = token.end
    return found


# --- test vectors ------------------------------------------------------------------------

AWKWARD = [
    "don't rock ’n’ roll, ʼtis O’Neill`s ‹dog› a''b don't't 'x'",
    "41,500.75 crowns at 10:30 on 1/2 – 10² or ½ of ٣ and Ⅳ",
    "well-known re‐opened U.S. e.g. non‑stop 1914–18 −5 -5 a-b-c _x_ snake_case",
    "End... end.... end… end….. .. . [...] […] ",
    "ﬁne ﬂuﬀ aﬃx ﬆop œuvre ß",
    "\u00a0thin\u2009space\u3000wide\ttab\nline\u2028",
    "Zoe\u0308 cafe\u0301 \u212bngstr\u00f6m \u212a \u037e x\u0301\u0338y",
    "日本語、テスト。 об’єкт обʼєкт שלום नमस्ते",
    "a\u200bb\u00adc \u202ed",
    "100 % of €5 & <tag> #1 @x \\ ~ ^ | {} 👍🏽",
    "1,200 1, 200 1 ,200 1 , 200 5.3 5. 3 time—the time — the a...b a…b a ...b a....b",
    "5-10 5 -10 5 - 10 5- 10 to−5 to −5 time—5",
    '-5 - 5 (−5 –5 a -5 --5 -x 7-x x—7 a,”b a, ”b 6"x 6 "x a_-_b a\x01b \x01 a \ufffd b',
    "x\u0301\u0338 ʼ\u0315ʼ \u0301y e\u0338_ क्षि नि हिन्दी, x\u0338’s",
]
QUOTES = [
    "“We will”",
    "“We will",
    "We will”",
    "We will'",
    "'We will",
    "‘We will»",
    "» “We will” «",
    'it was 6"',
    "it was 6”",
    "it was 6 ”",
    '"it was 6"',
    "it was 5½”",
    "it was 5½'",
    "[…] We will”",
    "“[…] will ’",
    "' […] will",
    "“We […] will [ ... ] not […]",
    "We […] […] not",
    "'",
    "”",
    "“ ”",
    "[…]",
    "the 1914-",
    "-18",
]
JUDGED = [
    "We will not close the ferry",
    "We will not close the ferry,",
    "We will not close the […] the mayor’s clerk said…",
    "We will not close the […] ferry,” the mayor’s",
    "We will not close the ferry , \" the mayor's",
    "It cost 41,500 crowns",
    "It cost 41, 500 crowns",
    "It cost 41 ,500 crowns",
    "It cost 41 , 500 crowns",
    "500 crowns, 3 more",
    "the mayor’s clerk said… […] It cost 41,500 crowns",
    "the mayor’s clerk said…It cost",
    "the mayor’s clerk said … It cost",
    "than the year before.”",
    "more than the year before.'",
    "We will not",
]
TINY = (
    "\ufeffThe ferry runs.\r\n\r\n“We will not\u00ad close the ferry,” the mayor’s clerk said… "
    "It cost 41,500 crowns, 3 more than the year before."
)
SPAN = (4, 11)  # the tokens that the proof is for


def vectors() -> Seal:
    """Return the test vectors."""
    text, removed = canonical(TINY.encode())
    row, rows = words(text), tree(text)
    start, end = SPAN
    own = salts(text, len(row))
    return {
        "about": (
            "Test vectors for SEALS.md, all bytes in hexadecimal. Printed by a program that "
            "shares no code with the generator: python -m tests.independent_seal"
        ),
        "unicode": "characters assigned in Unicode 14.0 only",
        "tokens": [
            {"text": one, "tokens": words(normal), "inner": inner(normal)}
            for one in AWKWARD
            if (normal := unicodedata.normalize("NFC", one))
        ],
        "quotations": [
            {"quote": one, "parts": parts(one), "runs": runs(one, "", "")} for one in QUOTES
        ],
        "text": {
            "captured": TINY.encode().hex(),
            "canonical": text,
            "removed": removed,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "tokens": row,
            "inner": inner(text),
        },
        "closed": {
            "salts": [salt.hex() for salt in own],
            "leaves": [one.hex() for one in rows[0]],
            "root": root(text),
            "proof": {
                "at": start,
                "tokens": end - start,
                "salts": b"".join(own[start:end]).hex(),
                "path": path(rows, start, end).hex(),
                "check": b"".join(one[:2] for one in rows[0][start:end]).hex(),
                "place": {"start": tokens(text)[start].start, "end": tokens(text)[end - 1].end},
            },
        },
        "open": {
            "shingle": 5,
            "shingles": [one.hex() for one in shingles(row, 5, sha256(text.encode()))],
            "written": [one.hex() for one in written(text)],
            "judged": [{"quote": one, "state": judge(opened(text), "", one)} for one in JUDGED],
        },
    }


def opened(text: str) -> Seal:
    """Return of an open seal what is asked when a quotation is judged."""
    digest = sha256(text.encode())
    return {
        "kind": "open",
        "canonical": {"sha256": digest.hex()},
        "shingle": 5,
        "shingles": base64.b64encode(b"".join(shingles(words(text), 5, digest))).decode(),
        "written": base64.b64encode(b"".join(written(text))).decode(),
        "inner": inner(text),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(vectors(), ensure_ascii=False, indent=1) + "\n")
