"""A number is either read right or not taken (HOSTILE.md, H16, H17, R1, R2)."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from polybius.annotating.quantities import quantities
from polybius.annotating.quantities.invisible import INVISIBLE
from polybius.annotating.quantities.printed import printed
from polybius.annotating.quantities.tokens import TOKEN
from polybius.nouns import Document, Quantity
from tests.linear import SEEDS, assert_linear

pytestmark = pytest.mark.hostile

WORDS = """220 1.100 6,248.5 1 000 km miles ( ) ) ( - – to and or of a half dozen million $ US € %
about at least two twenty - five thousand , . : / point one ² ½ ° missiles per hour Mach June 2019
a.m. 1/2 's “ ” ٣ ２ degrees C 00 007 e E+ x J0 $J"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u200b", "\u202e"])


def read(text: str) -> tuple[Quantity, ...]:
    document = Document.of_text(text)
    return quantities(document, document.paragraphs)[0]


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
@example("1.0.0 – 2–3 km (4 miles (5 feet))")
@example("a half of $")
@example("−")
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    document = Document.of_text(text)
    found, warnings = quantities(document, document.paragraphs)
    end = 0
    for quantity in found:
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        end = quantity.span.end
        assert quantity.span.contains(quantity.number)
        assert quantity.upper is None or quantity.upper >= quantity.value
        for same in quantity.equivalents:
            assert end <= same.span.start < same.span.end <= len(text)
            end = same.span.end
    for warning in warnings:
        assert warning.span is not None
        assert warning.span.end <= len(text)


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(["km", "miles", "people"]))
def test_a_number_printed_in_english_is_read_back(value: int, unit: str) -> None:
    for shown in (f"{value:,}", f"{value:,}.5") if unit != "people" else (f"{value:,}",):
        (found,) = read(f"It was {shown} {unit} then.")
        assert found.value == float(shown.replace(",", ""))


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_decimals_are_read_back(value: object) -> None:
    (found,) = read(f"It was {value} km then.")
    assert found.value == float(str(value))


HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c"
SHOWN = "OlIзО٫٬·•'’`´¨^~_|\\²³①Ⅳ½a٣２߂०𝟐\u0301\u20e3\ufe0f\u3164\x00\x08\x1c\x1f\x85\u2028，．‚"


@pytest.mark.parametrize("number", ["220", "6,248.5", "1,100", "12.75"])
@pytest.mark.parametrize("mark", HIDDEN + SHOWN)
def test_a_mark_inside_a_number_never_makes_another_number(number: str, mark: str) -> None:
    right = float(number.replace(",", ""))
    for at in range(1, len(number)):
        text = f"They flew {number[:at]}{mark}{number[at:]} km then."
        for found in read(text):
            assert found.value == right, (text, found)


@pytest.mark.parametrize("mark", HIDDEN)
def test_what_does_not_show_does_not_hide_a_number(mark: str) -> None:
    text = f"They flew 2{mark}20 k{mark}m (135{mark} miles) then."
    (found,) = read(text)
    assert (found.value, found.unit) == (220, "kilometer")
    assert found.span.of(text) == f"2{mark}20 k{mark}m"
    assert found.number.of(text) == f"2{mark}20"
    assert found.repaired == "read without characters that do not show"
    assert [same.agrees for same in found.equivalents] == [True]


@pytest.mark.parametrize("digits", ["２２０", "٢٢٠", "२२०", "𝟐𝟐𝟎"])
def test_digits_of_one_script_are_read(digits: str) -> None:
    (found,) = read(f"They flew {digits} km.")
    assert found.value == 220


@pytest.mark.parametrize("digits", ["2２0", "٢20", "22０", "２,2０0"])
def test_digits_of_mixed_scripts_are_not(digits: str) -> None:
    assert read(f"They flew {digits} km.") == ()


def test_digits_shown_in_another_order_are_left_out() -> None:
    assert read("They flew \u202e022 km\u202c.") == ()
    assert [found.value for found in read("They flew \u202e022 km\u202c and 25 km.")] == [25]


@pytest.mark.parametrize("form", ["", "0600", "1,2,3", "1.2.3", "1,10,0", "1.5,2.5", "9" * 40])
def test_digits_that_are_no_one_number(form: str) -> None:
    assert not form or printed(form) is None


@pytest.mark.parametrize("pattern", [TOKEN, INVISIBLE])
def test_patterns_are_linear(pattern: re.Pattern[str]) -> None:
    assert_linear(pattern)


REPEATED = (
    *SEEDS,
    *(
        "one ",
        "twenty-",
        "1 000 ",
        "000 ",
        "1.100 km ",
        "1.100 km 5 km ",
        "1 km (2 miles) ",
        "( 1 km",
    ),
    *("1-", "1 to ", "June 1 and ", "1 and ", "about ", "two-", "1 a-", "a half ", "point one "),
    *(
        "$",
        "US$1 ",
        "hundred and ",
        "1,100,",
        "1/2 ",
        "-1",
        "five million and ",
        "two missiles and other ",
    ),
)


@pytest.mark.parametrize("seed", REPEATED)
def test_reading_takes_time_in_proportion_to_the_text(seed: str) -> None:
    # The first reading loads the data files and pint.
    read("It flew 220 km (135 miles).")
    times = []
    for size in (8_000, 32_000):
        document = Document(text=(seed * size)[:size], paragraphs=())
        tries = []
        for _ in range(3):
            start = time.process_time()
            quantities(document, ())
            tries.append(time.process_time() - start)
        times.append(min(tries))
    # Four times the text may take four times as long; the rest is room for a noisy machine.
    assert times[1] < max(0.15, 10 * times[0]), times
