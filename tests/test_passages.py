"""Does a quotation stand in a text, word for word?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.characters import without_layout
from generator.passages.captured import CapturedText
from generator.passages.quotation import Fault, Result, State
from generator.passages.tokens import FOLD, tokenize
from generator.passages.verify import verify

TEXT = (
    "“We will not close the ferry,” the mayor’s clerk said — twice. It cost 41,500 crowns, "
    "or 10² per well-known head. They “will not close” it. Nothing illegal was found…"
)


def check(quote: str, text: str = TEXT, *, prefix: str = "", suffix: str = "") -> State:
    return verify(quote, CapturedText.of(text), prefix=prefix, suffix=suffix).state


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(without_layout(text))]


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


def test_fold_table_is_this_and_nothing_else() -> None:
    wanted = {ord(char): plain for plain, chars in FOLDED.items() for char in chars}
    assert wanted == FOLD


@pytest.mark.parametrize(("plain", "char"), [(p, c) for p, cs in FOLDED.items() for c in cs])
def test_folded_characters_are_the_same_word(plain: str, char: str) -> None:
    for before, after in [("a ", " b"), ("a", "b")]:
        quote, text = f"x {before}{plain}{after} y", f"x {before}{char}{after} y"
        state = State.VERBATIM if char == plain else State.TYPOGRAPHY
        assert check(quote, text) is state
        assert check(text, quote) is state


@pytest.mark.parametrize("space", "\u00a0\u2000\u2009\u200a\u202f\u205f\u3000\n\t")
def test_spaces_of_any_width_part_words(space: str) -> None:
    # Line ends and blanks are layout of the file; a space of another width is typography.
    state = State.VERBATIM if space in "\n\t" else State.TYPOGRAPHY
    assert check("one two", f"one{space}two") is state


@pytest.mark.parametrize("char", "\u00ad\u200b\u200d\u200e\u202e\u2060\u2067\ufeff")
def test_invisible_characters_of_a_capture_are_dropped(char: str) -> None:
    assert check("illegal", f"an il{char}legal act") is State.VERBATIM


def test_capture_is_brought_into_normal_form() -> None:
    assert check("café", unicodedata.normalize("NFD", "le café noir")) is State.VERBATIM


@pytest.mark.parametrize(
    "quote",
    [
        "we will not close",
        "It cost 41,501 crowns",
        "It cost 41.500 crowns",
        "It cost 41500 crowns",
        "or 102 per",
        "well known head",
        "known head",
        "per well",
        "500 crowns",
        "cost 41",
        "the mayors clerk",
        "We will close the ferry",
        "We will not close the ferry.",
        "Nothing legal was",
        "Nothing illegal wa",
        "othing illegal",
        "close the ferry the mayor",
    ],
)
def test_anything_else_than_the_words_is_not_found(quote: str) -> None:
    assert check(quote) is State.NOT_FOUND


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("the mayor’s clerk", State.VERBATIM),
        ("the mayor's clerk", State.TYPOGRAPHY),
        ("clerk said - twice", State.TYPOGRAPHY),
        ("was found...", State.TYPOGRAPHY),
        ("10² per", State.VERBATIM),
        ("  the\nmayor’s   clerk ", State.VERBATIM),
        ('"We will not close the ferry', State.VERBATIM),
        ("«We will not close the ferry,»", State.VERBATIM),
        ("We will not close the ferry,” the mayor’s", State.VERBATIM),
        ('We will not close the ferry," the mayor’s', State.TYPOGRAPHY),
        ("We will […] the ferry", State.VERBATIM),
        ("We will [...] the ferry […] twice", State.VERBATIM),
        ("[…] the mayor’s clerk […]", State.VERBATIM),
        ("the ferry […] We will", State.NOT_FOUND),
        ("twice […] twice", State.NOT_FOUND),
        ("We will not […] not close the ferry", State.NOT_FOUND),
        ("[…]", State.NOT_FOUND),
        ("", State.NOT_FOUND),
    ],
)
def test_state(quote: str, state: State) -> None:
    assert check(quote) is state
    assert state.holds is (state is not State.NOT_FOUND)


def test_omission_reports_where_each_run_stands() -> None:
    found = verify("two […] four", CapturedText.of("one two three four five"))
    assert found == Result(State.VERBATIM, ((1, 2), (3, 4)), ((1, 2), (3, 4)))


@pytest.mark.parametrize(
    ("prefix", "suffix", "state"),
    [
        ("", "", State.AMBIGUOUS),
        ("They “", "", State.VERBATIM),
        ("", "the ferry", State.VERBATIM),
        ("“We", "the ferry", State.VERBATIM),
        ("They “", "the ferry", State.NOT_FOUND),
        ("Nobody", "", State.NOT_FOUND),
    ],
)
def test_words_around_tell_repeated_quotes_apart(prefix: str, suffix: str, state: State) -> None:
    assert check("will not close", prefix=prefix, suffix=suffix) is state


def test_words_behind_choose_among_later_runs() -> None:
    found = verify("a […] b", CapturedText.of("a x b y b z"), suffix="z")
    assert found.ranges == ((0, 1), (4, 5))


@pytest.mark.parametrize(
    ("quote", "matched"),
    [("We will now close", 2), ("Never said", 0), ("the ferry,” the mayor’s boat", 6)],
)
def test_not_found_tells_how_many_words_match(quote: str, matched: int) -> None:
    found = verify(quote, CapturedText.of(TEXT))
    assert found == Result(State.NOT_FOUND, matched=matched, fault=Fault.WORDS)


SENTENCE = "Nine members voted in favour, and 2 did not; the clerk's count was read aloud."


@given(st.integers(0, len(SENTENCE)), st.integers(1, len(SENTENCE)))
def test_part_of_a_sentence_holds_only_at_the_edges_of_words(start: int, length: int) -> None:
    part = SENTENCE[start : start + length]
    tokens = words(part.strip("'"))
    whole = words(SENTENCE)
    stands = any(whole[i : i + len(tokens)] == tokens for i in range(len(whole))) and bool(tokens)
    assert check(part, SENTENCE).holds is stands


@given(st.integers(0, len(SENTENCE) - 1), st.characters(categories=["L", "N", "P", "S"]))
def test_changed_character_never_passes_unless_it_folds(at: int, char: str) -> None:
    text = unicodedata.normalize("NFC", SENTENCE[:at] + char + SENTENCE[at + 1 :])
    # The first and the last place may take a double mark, which is ignored there.
    inside = 0 < at < len(SENTENCE) - 1
    if inside and text.translate(FOLD) != SENTENCE.translate(FOLD):
        assert check(text, SENTENCE) is State.NOT_FOUND


@given(st.data())
def test_lost_word_never_passes(data: st.DataObject) -> None:
    parts = SENTENCE.split()
    lost = data.draw(st.integers(1, len(parts) - 2))
    assert check(" ".join(parts[:lost] + parts[lost + 1 :]), SENTENCE) is State.NOT_FOUND


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(quote: str, text: str) -> None:
    assert verify(quote, CapturedText.of(text)).state in State


@pytest.mark.parametrize("dash", "–—―")
def test_long_dash_without_spaces_parts_words(dash: str) -> None:
    assert check("the council agreed", f"It was time{dash}the council agreed.") is State.VERBATIM


def test_quotation_mark_before_an_omission_is_ignored() -> None:
    assert check("“[…] the vote was held”", "Then the vote was held.") is State.VERBATIM


@pytest.mark.parametrize("space", "\u00a0\u2009\u3000\n")
def test_space_around_an_outer_quotation_mark_is_no_part_of_it(space: str) -> None:
    assert check(f"{space}“ the mayor’s clerk ”{space}") is State.VERBATIM


@pytest.mark.parametrize("quote", ["the ʼOtter Postʼ", "the 'Otter Post'", "the ‘Otter Post’"])
@pytest.mark.parametrize("text", ["See the ʼOtter Postʼ.", "See the ‘Otter Post’."])
def test_apostrophe_that_is_a_letter_is_a_mark_too(quote: str, text: str) -> None:
    assert check(quote, text).holds


@pytest.mark.parametrize("quote", ["was found.", "was found.."])
def test_full_stop_is_not_an_ellipsis(quote: str) -> None:
    assert check(quote) is State.NOT_FOUND


@pytest.mark.parametrize("char", ["\u061c", "\u180e", "\u206f", "\u034f", "\u0007"])
def test_every_character_refused_in_records_is_dropped_from_captures(char: str) -> None:
    assert check("one two", f"one {char}two") is State.VERBATIM


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("July 1, 200", "It was July 1,200 said."),
        ("July 1,200", "It was July 1, 200 said."),
        ("about 5. 3 said", "of about 5.3 said."),
        ("about 5 .3 said", "of about 5.3 said."),
        ("the shark - bites said", "the shark-bites said."),
        ("the shark-bites said", "the shark – bites said."),
        ("it was time — the end", "it was time—the end."),
        ("it was time…the end", "it was time… the end."),
        ("it was time ... the end", "it was time...the end."),
        ("fell to - 5 at", "it fell to -5 at night"),
        ("fell to -5 at", "it fell to – 5 at night"),
        ("fell to-5 at", "it fell to -5 at night"),
        ("from 5 -10 days", "from 5-10 days"),
        ("−5 men", "it was time—5 men came"),
        ("to a \x01- b", "to a-b"),
    ],
)
def test_mark_between_words_is_not_one_beside_a_space(quote: str, text: str) -> None:
    assert check(quote, text) is State.NOT_FOUND


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("July 1,200", "It was July 1,200 said."),
        ("shark‑bites", "the shark-bites said."),
        ("time–the end", "it was time—the end."),
        ("time...the end", "it was time…the end."),
        ("to −5 at", "it fell to -5 at night"),
        ("one , two ,three", "one, two, three"),
        ("one ,”two", "one,” two"),
        ("cost $ 5", "it cost $5"),
    ],
)
def test_other_spaces_beside_marks_are_layout(quote: str, text: str) -> None:
    assert check(quote, text).holds


@pytest.mark.parametrize(
    ("quote", "text", "holds"),
    [
        ("हिन्दी", "वह हिन्दी है", True),
        ("ह", "वह हिन्दी है", False),
        ("हिन्द", "वह हिन्दी है", False),
        ("दी है", "वह हिन्दी है", False),
        ("x", "an x\u0338 y", False),
        ("x\u0338", "an x\u0338 y", True),
        ("y z", "an x\u0338y z", False),
        ("an x\u0338", "an x\u0338\u0301 z", False),
    ],
)
def test_word_is_not_cut_beside_a_combining_mark(quote: str, text: str, *, holds: bool) -> None:
    assert check(quote, text).holds is holds


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("the boat", True),
        ("“the boat”", True),
        ("'the boat»", True),
        ("“the boat", True),
        ("the boat”", True),
        ("the boat’", False),
        ("‘the boat", False),
        ("the boat is 6", True),
        ('the boat is 6"', False),
        ("the boat is 6’", False),
        ('"the boat is 6"', True),
        ("the boat is 6 ”", True),
        ("[…] the boat is 6”", False),
    ],
)
def test_mark_at_an_end_is_ignored_when_it_only_encloses(quote: str, *, holds: bool) -> None:
    assert check(quote, "Now the boat is 6 m long").holds is holds


@pytest.mark.parametrize("number", "½²Ⅳ٣")
def test_inches_behind_any_number_count(number: str) -> None:
    assert check(f"is 5{number}", f"it is 5{number} long") is State.VERBATIM
    assert check(f"is 5{number}”", f"it is 5{number} long") is State.NOT_FOUND
    assert check(f"is 5{number}”", f"it is 5{number}” long") is State.VERBATIM


def test_apostrophe_of_the_source_is_quoted_at_an_end() -> None:
    assert check("the members’", "of the members’ vote") is State.VERBATIM
    assert check("the members", "of the members’ vote") is State.VERBATIM


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("one […] two", False),
        ("one two […] , three", False),
        ("one […] three", True),
        ("one two […] three", True),
        ("one two, three […] four", False),
        ("one […] two, three", False),
        ("one […] […] three", True),
        ("[…] one two […]", True),
    ],
)
def test_omission_leaves_something_out(quote: str, *, holds: bool) -> None:
    assert check(quote, "one two, three four").holds is holds


def test_omission_finds_the_later_place_that_leaves_something_out() -> None:
    found = verify("a […] b", CapturedText.of("a b c b d"))
    assert found.ranges == ((0, 1), (3, 4))
