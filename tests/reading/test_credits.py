# ruff: noqa: E501  (a table of cases reads best by rows)
from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.nouns import Credit
from polybius.reading.credits import (
    bylines,
    datelines,
    people,
    signoff,
    tails,
    take_credits,
    tokens,
)
from polybius.reading.credits.bylines import byline_in, photo_in, source_in
from polybius.reading.credits.datelines import dateline_at
from polybius.reading.credits.signoff import signoff_at
from polybius.reading.credits.tails import contribution_in
from tests.linear import assert_linear

TEXT = (
    "The harbour town of Velm closed its sea gates for six hours on Tuesday in the largest"
    " rehearsal since the gates were built, the port authority said in a short statement."
)
MORE = "A second rehearsal is planned for October, when the tides are higher."


def told(credits_: list[Credit] | tuple[Credit, ...]) -> list[tuple[object, ...]]:
    """Credits as tuples without what is not given at their end."""
    found = []
    for credit in credits_:
        row: list[object] = [credit.role, credit.name, credit.place, credit.agency]
        while row[-1] is None:
            row.pop()
        found.append(tuple(row))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "(Reporting by Ann Roe in SEOUL, Bo Lee and Jan van der Berg in NEW YORK, Ida Oul,"
                " Ines Task and Mo Ali in WASHINGTON, and Kaori Abe in TOKYO; Editing by Paul Tay and"
                " Clara Fern)"
            ),
            [
                ("reporting", "Ann Roe", "SEOUL"),
                ("reporting", "Bo Lee", "NEW YORK"),
                ("reporting", "Jan van der Berg", "NEW YORK"),
                ("reporting", "Ida Oul", "WASHINGTON"),
                ("reporting", "Ines Task", "WASHINGTON"),
                ("reporting", "Mo Ali", "WASHINGTON"),
                ("reporting", "Kaori Abe", "TOKYO"),
                ("editing", "Paul Tay"),
                ("editing", "Clara Fern"),
            ],
        ),
        (
            (
                "(Additional reporting by Ju-min Roe in Seoul, South Korea, and Bo Lee in Washington,"
                " D.C.; writing and editing by A. B. O’Neil Jr.)"
            ),
            [
                ("reporting", "Ju-min Roe", "Seoul, South Korea"),
                ("reporting", "Bo Lee", "Washington, D.C."),
                ("writing", "A. B. O’Neil Jr."),
                ("editing", "A. B. O’Neil Jr."),
            ],
        ),
        (
            "Reporting by Ann Roe and additional reporting by Bo Lee, editing by MO ALI",
            [("reporting", "Ann Roe"), ("reporting", "Bo Lee"), ("editing", "MO ALI")],
        ),
        (
            "[Writing by Ann Roe; (desk +82 2) Graphic by Bo Lee; Compiled by Ida Oul]",
            [("writing", "Ann Roe"), ("graphics", "Bo Lee"), ("writing", "Ida Oul")],
        ),
        ("Reporting by Ann Roe (Reuters)", [("reporting", "Ann Roe", None, "Reuters")]),
        ("Reporting by Ann Roe of Yonhap", [("reporting", "Ann Roe", None, "Yonhap")]),
        ("Editor: Ann Roe", [("editing", "Ann Roe")]),
        ("Photos: Ann Roe; Text: Bo Lee", [("photo", "Ann Roe"), ("writing", "Bo Lee")]),
    ],
)
def test_signoff(text: str, expected: list[tuple[object, ...]]) -> None:
    signed = signoff_at(text)
    assert signed is not None
    assert told(signed.credits) == expected
    assert signed.end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reporting by the committee was late.",
        "(Writing by hand is slow, he said.)",
        "Editing is done by noon.",
        "The report by Ann Roe was read aloud.",
        "(Photo essays are by nature short.)",
        "By Ann Roe",
        "",
        "()",
        "(Reporting by)",
    ],
)
def test_no_signoff(text: str) -> None:
    signed = signoff_at(text)
    assert signed is None or signed.end < len(text.rstrip("."))


@pytest.mark.parametrize(
    ("text", "span", "place", "day", "agency"),
    [
        ("SEOUL (Reuters) – The", "SEOUL (Reuters) –", "SEOUL", None, "Reuters"),
        (
            "SEOUL, South Korea (AP) — The",
            "SEOUL, South Korea (AP) —",
            "SEOUL, South Korea",
            None,
            "Associated Press",
        ),
        (
            "SEOUL, Aug. 2 (Yonhap) -- The",
            "SEOUL, Aug. 2 (Yonhap) --",
            "SEOUL",
            "--08-02",
            "Yonhap",
        ),
        ("TOKYO, KYODO - The", "TOKYO, KYODO -", "TOKYO", None, "Kyodo News"),
        ("TOKYO, Oct 4 (Kyodo) - The", "TOKYO, Oct 4 (Kyodo) -", "TOKYO", "--10-04", "Kyodo News"),
        ("Seoul – The", "Seoul –", "Seoul", None, None),
        ("SEOUL: The", "SEOUL:", "SEOUL", None, None),
        ("MOSCOW, March 24. /TASS/. The", "MOSCOW, March 24. /TASS/.", "MOSCOW", "--03-24", "TASS"),
        (
            "Tokyo, Aug. 2 (Jiji Press)--The",
            "Tokyo, Aug. 2 (Jiji Press)--",
            "Tokyo",
            "--08-02",
            "Jiji Press",
        ),
        (
            "PYONGYANG, July 26 (KCNA) -- The",
            "PYONGYANG, July 26 (KCNA) --",
            "PYONGYANG",
            "--07-26",
            "KCNA",
        ),
        (
            "SEOUL/TOKYO, May 3 (Yonhap) -- X",
            "SEOUL/TOKYO, May 3 (Yonhap) --",
            "SEOUL/TOKYO",
            "--05-03",
            "Yonhap",
        ),
        (
            "PARIS, 2 Aug 2019 (AFP) - The",
            "PARIS, 2 Aug 2019 (AFP) -",
            "PARIS",
            "2019-08-02",
            "Agence France-Presse",
        ),
        ("VELM, NORTH KOREA — The", "VELM, NORTH KOREA —", "VELM, NORTH KOREA", None, None),
        ("SEOUL Crews moved", "SEOUL", "SEOUL", None, None),
        (
            "UNITED NATIONS (Reuters) - The",
            "UNITED NATIONS (Reuters) -",
            "UNITED NATIONS",
            None,
            "Reuters",
        ),
        ("(ANSA) – ROME, JAN 30 – The", "(ANSA) – ROME, JAN 30 –", "ROME", "--01-30", "ANSA"),
        ("dpa – The", "dpa –", None, None, "dpa"),
    ],
)
def test_dateline(
    text: str, span: str, place: str | None, day: str | None, agency: str | None
) -> None:
    dateline = dateline_at(text)
    assert dateline is not None
    assert text[: dateline.end] == span
    assert (dateline.place, dateline.day, dateline.agency) == (place, day, agency)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea – a state that tests missiles – said no.",
        "NATO says it will wait.",
        "KCNA said that it was over.",
        "U.S. officials, who asked not to be named, said so.",
        "Background – the story so far",
        "Kim, 35, (left) smiled.",
        "On March 24, the gates closed.",
        "The United States - which has the keys - agreed.",
        "Trump said (he was there).",
        "VELM POST HOLDINGS said on Friday",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline_at(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Roe", [("byline", "Ann Roe")]),
        ("by Ann Roe and Bo Lee", [("byline", "Ann Roe"), ("byline", "Bo Lee")]),
        (
            "By Ann Roe and Bo Lee, Associated Press",
            [
                ("byline", "Ann Roe", None, "Associated Press"),
                ("byline", "Bo Lee", None, "Associated Press"),
            ],
        ),
        ("By ANN ROE | AP", [("byline", "ANN ROE", None, "Associated Press")]),
        ("By Ann Roe in Seoul", [("byline", "Ann Roe", "Seoul")]),
        ("By Ann Roe, Staff Writer", [("byline", "Ann Roe")]),
        ("By AFP", [("byline", None, None, "Agence France-Presse")]),
        ("Tuesday, May 14, 2019, 00:01 by Reuters", [("byline", None, None, "Reuters")]),
        ("Ann Roe (@annroe) Published May 14, 2019 | 07:40 AM", [("byline", "Ann Roe")]),
    ],
)
def test_byline(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(byline_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["By the time he came it was over.", "By Monday the sea was calm", "Ann Roe", "", "By", TEXT],
)
def test_no_byline(text: str) -> None:
    assert byline_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe-Lee/Reuters", [("photo", "Ann Roe-Lee", None, "Reuters")]),
        ("REUTERS/Ann Roe", [("photo", "Ann Roe", None, "Reuters")]),
        ("(AP Photo/Ann Roe-lee)", [("photo", "Ann Roe-lee", None, "Associated Press")]),
        ("Photo: KCNA via Reuters", [("photo", "KCNA", None, "Reuters")]),
        ("STR/AFP via Getty Images", [("photo", "STR", None, "Agence France-Presse")]),
        ("© AFP/Getty Images", [("photo", None, None, "Agence France-Presse")]),
        ("© AFP/Ann Roe", [("photo", "Ann Roe", None, "Agence France-Presse")]),
        ("Getty Images", [("photo", None, None, "Getty Images")]),
        ("Ann Roe—AFP/Getty Images", [("photo", "Ann Roe", None, "Agence France-Presse")]),
        ("Ann Roe/Getty Images Ann Roe/Getty Images", [("photo", "Ann Roe", None, "Getty Images")]),
        ("Photo by Ann Roe", [("photo", "Ann Roe")]),
        ("Velm Courier file photo", [("photo", "Velm Courier")]),
    ],
)
def test_photo_credit(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(photo_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["North Korea", "Ann Roe/Bo Lee", "The gates closed.", "Velm. — Reuters", "", "AFP", "/"],
)
def test_no_photo_credit(text: str) -> None:
    assert photo_in(text) == []


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("(END)", None),
        ("==Kyodo", "Kyodo News"),
        ("© 2019 AFP", "Agence France-Presse"),
        ("Copyright 2019 The Associated Press. All rights reserved.", "Associated Press"),
        ("[Copyright The Jiji Press, Ltd.]", "Jiji Press"),
        ("Reuters", "Reuters"),
        ("Contributing: The Associated Press", "Associated Press"),
    ],
)
def test_tail_as_a_paragraph(end: str, agency: str | None) -> None:
    credited = take_credits([TEXT, MORE, end])
    assert credited.paragraphs == (TEXT, MORE)
    assert credited.agency == agency
    assert credited.agency_basis == ("tail" if agency else None)


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (" (Kyodo)", "Kyodo News"),
        (" — Reuters", "Reuters"),
        ("—Reuters", "Reuters"),
        (" REUTERS", "Reuters"),
        (" (Yonhap)", "Yonhap"),
        (" -0-", None),
        (" (END)", None),
        (" (Reporting by Ann Roe; Editing by Bo Lee)", None),
    ],
)
def test_tail_behind_a_sentence(end: str, agency: str | None) -> None:
    credited = take_credits([TEXT, MORE + end])
    assert credited.paragraphs == (TEXT, MORE)
    assert credited.agency == agency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "AP writer Ann Roe in Dubai contributed to this report.",
            [("reporting", "Ann Roe", "Dubai", "Associated Press")],
        ),
        (
            "Associated Press writers Ann Roe in Tokyo and Bo Lee in Seoul contributed.",
            [
                ("reporting", "Ann Roe", "Tokyo", "Associated Press"),
                ("reporting", "Bo Lee", "Seoul", "Associated Press"),
            ],
        ),
        ("Reuters contributed to this report", [("agency", None, None, "Reuters")]),
        (
            "Velm News’ Ann Roe and the Associated Press contributed to this story.",
            [("reporting", "Ann Roe"), ("agency", None, None, "Associated Press")],
        ),
    ],
)
def test_contribution(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(contribution_in(text)) == expected
    credited = take_credits([TEXT, MORE, text])
    assert credited.paragraphs == (TEXT, MORE)
    assert credited.agency is None, "who contributed did not write the report"


def test_dateline_stays_in_the_text_and_is_told() -> None:
    text = f"SEOUL, Aug. 2 (Yonhap) -- {TEXT}"
    credited = take_credits(["By Ann Roe", text, MORE])
    assert credited.paragraphs == (text, MORE)
    assert credited.dateline == (0, len("SEOUL, Aug. 2 (Yonhap) --"))
    assert (credited.dateline_place, credited.dateline_day) == ("SEOUL", "--08-02")
    assert (credited.agency, credited.agency_basis) == ("Yonhap", "dateline")
    assert told(credited.credits) == [
        ("byline", "Ann Roe"),
        ("dateline", None, "SEOUL", "Yonhap"),
    ]


def test_dateline_below_a_summary_is_told_without_a_span() -> None:
    credited = take_credits(["Sea gates closed for a day", f"SEOUL (Reuters) - {TEXT}"])
    assert credited.dateline is None
    assert credited.agency == "Reuters"


SIGNED = "(Reporting by Ann Roe in SEOUL; Editing by Bo Lee)"


@pytest.mark.parametrize("agency", ["Reuters", "Velm Newswire"])
def test_an_agency_that_pictures_and_signs_is_the_reports(agency: str) -> None:
    credited = take_credits([f"Cy Dorn/{agency}", TEXT, SIGNED])
    assert (credited.agency, credited.agency_basis) == (agency, "photo credit")
    assert credited.paragraphs == (TEXT,)


def test_a_signoff_alone_names_no_agency() -> None:
    assert take_credits([TEXT, SIGNED]).agency is None


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Cy Dorn/Reuters", TEXT, "Reporting by Ann Roe; Editing by Bo Lee"],
        ["Cy Dorn/Reuters", TEXT, "(Editing by Bo Lee)"],
        ["Cy Dorn/Reuters", f"PARIS (AFP) - {TEXT}", SIGNED],
        ["By Ann Roe, Associated Press", "Cy Dorn/Reuters", TEXT, SIGNED],
        ["Cy Dorn/AFP", TEXT, SIGNED],
        ["KCNA via Reuters", TEXT, SIGNED],
        ["Photo: Reuters", TEXT, SIGNED],
        ["Cy Dorn/Reuters", "Di Eck/AFP", TEXT, SIGNED],
        ["Cy Dorn/Getty Images", TEXT, SIGNED],
    ],
)
def test_a_pictures_agency_yields_to_what_contradicts_it(paragraphs: list[str]) -> None:
    assert take_credits(paragraphs).agency_basis != "photo credit"


def test_photo_credits_do_not_name_the_reports_agency() -> None:
    credited = take_credits(["Ann Roe/Reuters", TEXT, MORE])
    assert credited.agency is None
    assert told(credited.credits) == [("photo", "Ann Roe", None, "Reuters")]


def test_report_without_credits_is_untouched() -> None:
    assert take_credits([TEXT, MORE]).paragraphs == (TEXT, MORE)
    assert take_credits([]).paragraphs == ()


PIECES = st.sampled_from(
    [
        "(", ")", "[", "]", "Reporting", "by", "Ann", "Roe", "in", "SEOUL", ",", ";", "and", "AP",
        "Reuters", "Editing", "—", "-", "/", "via", "Photo", "contributed", "Aug.", "2", ".", "©",
        "van", "The", "’s", "2019", ":", "|", "writers", "==", "(END)",
    ]
)  # fmt: skip


@given(
    st.lists(
        st.one_of(st.lists(PIECES, max_size=25).map(" ".join), st.text(max_size=80)), max_size=8
    )
)
def test_any_paragraphs(paragraphs: list[str]) -> None:
    credited = take_credits(paragraphs)
    assert len(credited.paragraphs) <= len(paragraphs)
    whole = "\n".join(paragraphs)
    for kept in credited.paragraphs:
        assert kept in whole
    for credit in credited.credits:
        assert credit.name or credit.place or credit.agency
        assert credit.name is None or credit.name in whole or credit.agency
    if credited.dateline:
        start, end = credited.dateline
        assert 0 <= start < end <= len(credited.paragraphs[0])


@given(st.text(max_size=200))
def test_any_line(text: str) -> None:
    for credit in (*byline_in(text), *photo_in(text), *contribution_in(text)):
        assert credit.name or credit.agency
    source_in(text)
    if signed := signoff_at(text):
        assert 0 < signed.end <= len(text)
    if dateline := dateline_at(text):
        assert 0 < dateline.end <= len(text)


@pytest.mark.parametrize(
    "module",
    [bylines, datelines, people, signoff, tails, tokens],
    ids=lambda module: module.__name__,
)
def test_patterns_are_linear(module: ModuleType) -> None:
    for pattern in vars(module).values():
        if isinstance(pattern, re.Pattern):
            assert_linear(pattern)
