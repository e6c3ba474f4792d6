import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.reading.characters import line, printable, visible


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("2\u200b20 km", "220 km"),
        ("2\u2060\ufeff20 km", "220 km"),
        ("2\u200d20 km", "220 km"),
        ("\u202e220\u202c km", "220 km"),
        ("2\u00ad20 km", "220 km"),
        ("２２０ km", "220 km"),
        ("２２０．５ km, ３，５００", "220.5 km, 3,500"),
        ("cafe\u0301", "café"),
        ("a\x00b\x1fc\x85", "abc\x85"),
    ],
)
def test_what_is_invisible_goes(written: str, seen: str) -> None:
    assert visible(written) == seen


@pytest.mark.parametrize("written", ["٢٢٠ km", "22O km", "\u0b68\u0b680 km", "②⓪ km"])
def test_digits_of_other_scripts_stay_what_they_are(written: str) -> None:
    assert visible(written) == written


@pytest.mark.parametrize("written", ["می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧"])
def test_joiners_that_carry_meaning_stay(written: str) -> None:
    assert visible(written) == unicodedata.normalize("NFC", written)


def test_a_line_folds_white_space() -> None:
    assert line(" two\n\n  missiles\u00a0flew\u2028east ") == "two missiles flew east"


@given(st.text())
def test_any_text_is_visible_once_and_for_all(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert "\u200b" not in once


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        (b"a\x00b\x1fc\x7f\td\ne", b"abc\td\ne"),
        (b"&#0;&#1;&#x1F;&#31;&#xFFFE;&#65535;&#0011;x", b"x"),
        (
            b"&#10;&#32;&#8217;&#x2019;&#110;&#x41;&#655350;",
            b"&#10;&#32;&#8217;&#x2019;&#110;&#x41;&#655350;",
        ),
        ("a\uffff\ufffeb’".encode(), "ab’".encode()),
    ],
)
def test_what_xml_forbids_is_taken_out(markup: bytes, left: bytes) -> None:
    assert printable(markup) == left


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_printable_markup_stays_utf8(text: str) -> None:
    assert "\0" not in printable(text.encode()).decode()
