from __future__ import annotations

import pytest

from polybius.annotating.quantities import quantities
from polybius.nouns import Document, Quantity, ReadingWarning


def read(text: str) -> tuple[tuple[Quantity, ...], tuple[ReadingWarning, ...]]:
    document = Document.of_text(text)
    return quantities(document, document.paragraphs)


def one(text: str) -> Quantity:
    (found,), _ = read(text)
    return found


def values(text: str) -> list[tuple[float, str | None]]:
    return [(found.value, found.unit) for found in read(text)[0]]


def kinds(text: str) -> list[str]:
    return [warning.kind for warning in read(text)[1]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It flew 430 km.", 430, "kilometer"),
        ("It flew 6,248.5 kilometers.", 6248.5, "kilometer"),
        ("It flew four thousand five hundred kilometer.", 4500, "kilometer"),
        ("It flew one-thousand kilometers.", 1000, "kilometer"),
        ("It peaked at 101-point-one kilometers.", 101.1, "kilometer"),
        ("It rose six point two percent.", 6.2, "percent"),
        ("It can reach 15 thousand km.", 15_000, "kilometer"),
        ("It fell twenty-one nautical miles off the coast.", 21, "nautical mile"),
        ("It is 2 1/2 miles long.", 2.5, "mile"),
        ("It is 2½ feet long.", 2.5, "foot"),
        ("It took two and a half hours.", 2.5, "hour"),
        ("It took half an hour.", 0.5, "hour"),
        ("A 5-kiloton bomb went off.", 5, "kiloton"),
        ("It flew at Mach 6.9.", 6.9, "Mach"),
        ("It flew at 6.9 times the speed of sound.", 6.9, "Mach"),
        ("A magnitude 5.7 tremor was felt.", 5.7, "magnitude"),
        ("It flew at 120 miles per hour.", 120, "mile per hour"),
        ("It flew at 188 miles an hour.", 188, "mile per hour"),
        ("It flew at 7,400 km/h.", 7400, "kilometer per hour"),
        ("It flew at 7 m/s.", 7, "meter per second"),
        ("It covers 40 square kilometers.", 40, "square kilometer"),
        ("It burned 3 cubic feet of gas.", 3, "cubic foot"),
        ("It was -18 °C there.", -18, "degree Celsius"),
        ("It was 30 degrees Fahrenheit there.", 30, "degree Fahrenheit"),
        ("It climbed at 37.5 degrees.", 37.5, "degree"),
        ("They got 90 percent.", 90, "percent"),
        ("They got 19 per cent.", 19, "percent"),
        ("They got .5% more.", 0.5, "percent"),
        ("It flew for 71 minutes.", 71, "minute"),
        ("It came six weeks' time later.", 6, "week"),
        ("It flew 37 minutes and 12 seconds.", 37.2, "minute"),
        ("He is 5 feet 2 inches tall.", 5 + 2 / 12, "foot"),
        ("A 3,000-km-range missile was shown.", 3000, "kilometer"),
        ("The 15-member council met.", 15, "member"),
        ("The 35-year-old leader spoke.", 35, "year of age"),
        ("Kim Jong Un, 35, spoke.", 35, "year of age"),
        ("The gift of 22,000 pounds weighed on it.", 22_000, "pound"),
        ("They paid 22,000 pounds for it.", 22_000, "pound sterling"),
        ("A man aged 62 spoke.", 62, "year of age"),
    ],
)
def test_numbers_have_their_value_and_unit(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $40 billion.", 40e9, "dollar"),
        ("It cost US$ 3.2bn.", 3.2e9, "US dollar"),
        ("It cost $US113 trillion.", 113e12, "US dollar"),
        ("It cost A$1.5m.", 1.5e6, "Australian dollar"),
        ("It cost £2,000.", 2000, "pound sterling"),
        ("It cost 10.5 million Australian dollars.", 10.5e6, "Australian dollar"),
        ("It cost 300 South Korean won.", 300, "South Korean won"),
        ("It cost 120 MEUR.", 120e6, "euro"),
        ("It cost half a million dollars.", 500_000, "dollar"),
        ("It cost a quarter million dollars.", 250_000, "dollar"),
        ("It cost 50 cents.", 50, "cent"),
        ("It cost thirteen dollars and forty-five cents.", 13.45, "dollar"),
        ("It costs $14.95 a month.", 14.95, "dollar per month"),
        ("Oil costs $58.24 per barrel.", 58.24, "dollar per barrel"),
        ("It lost -$5.", -5, "dollar"),
    ],
)
def test_money(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        (
            "It fired two short-range ballistic missiles.",
            *(2, "missile", "two short-range ballistic missiles"),
        ),
        ("They fired six surface-to-air and other missiles.", 6, "missile", None),
        ("There were 20 people.", 20, "person", "20 people"),
        ("They fired three rounds.", 3, "round", "three rounds"),
        ("They fired a dozen shells.", 12, "shell", "a dozen shells"),
        ("They fired half a dozen shells.", 6, "shell", "half a dozen shells"),
        ("It had 5m users.", 5e6, "user", "5m users"),
        ("It had 1.5M jobs.", 1.5e6, "job", "1.5M jobs"),
        ("It has six 3,000-ton submarines.", 6, "submarine", "six"),
        ("Two of their three wars were lost.", 2, "war", "Two"),
        ("One of the missiles hit a house.", 1, "missile", "One of the missiles"),
        ("It fired at least one projectile, and possibly more.", 1, "projectile", "one projectile"),
        ("It fired two more such missiles.", 2, None, "two"),
        ("About 2000 people fled.", 2000, "person", "2000 people"),
        ("It has two weapons systems.", 2, "system", "two weapons systems"),
        ("A 12-page letter came.", 12, "page", "12-page"),
    ],
)
def test_what_is_counted_is_the_unit(
    text: str, value: float, unit: str | None, words: str | None
) -> None:
    found = read(text)[0][0]
    assert (found.value, found.unit) == (value, unit)
    assert words is None or found.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It flew 500 to 600 km.", 500, 600, "kilometer"),
        ("It flew between 30 and 40 km.", 30, 40, "kilometer"),
        ("It flew 430–690 km.", 430, 690, "kilometer"),
        ("It flew about 350-400 kilometers.", 350, 400, "kilometer"),
        ("It is an 8- to 16-meter wall.", 8, 16, "meter"),
        ("It got 44 mg to 50 mg.", 44, 50, "milligram"),
        ("It cost $3 to 4 billion.", 3e9, 4e9, "dollar"),
        ("It cost $3 million to $4 million.", 3e6, 4e6, "dollar"),
        ("It went from up to 252 miles to 287 miles.", 252, 287, "mile"),
        ("It costs $10,000 to $20,000 a year.", 1e4, 2e4, "dollar per year"),
        ("It has 200-250 seats.", 200, 250, "seat"),
        ("It has 5m-10m users.", 5e6, 10e6, "user"),
        ("It is between 15kHz and 17kHz.", 15, 17, "kilohertz"),
        ("It was -18 °C to -34 °C.", -34, -18, "degree Celsius"),
        ("Tens of thousands of people came.", 1e4, 1e5, "person"),
        ("It spent millions of dollars.", 1e6, 1e7, "dollar"),
    ],
)
def test_ranges_have_two_ends(text: str, low: float, high: float, unit: str) -> None:
    found = one(text)
    assert (found.value, found.upper, found.unit) == (low, high, unit)
    assert found.bound == "between"


def test_what_rose_by_one_figure_to_another_is_no_range() -> None:
    assert values("It rose 5 percent to 20 percent.") == [(5, "percent"), (20, "percent")]
    assert values("It rose 0.7 percent to 6,327.80.") == [(0.7, "percent"), (6327.8, None)]


@pytest.mark.parametrize(
    ("text", "bound", "hedge"),
    [
        ("It flew 430 km.", "exact", None),
        ("It flew about 430 km.", "about", "about"),
        ("It flew around 430 km.", "about", "around"),
        ("It flew some 430 km.", "about", "some"),
        ("It flew roughly 430 km.", "about", "roughly"),
        ("It flew nearly 430 km.", "about", "nearly"),
        ("It flew an estimated 430 km.", "about", "an estimated"),
        ("It had an estimated altitude of 50 km.", "about", "estimated"),
        ("It flew up to 430 km.", "at_most", "up to"),
        ("As many as 430 people came.", "at_most", "As many as"),
        ("It flew no more than 430 km.", "at_most", "no more than"),
        ("It did not go higher than 1,000 km.", "at_most", "higher than"),
        ("It flew at least 430 km.", "at_least", "at least"),
        ("It flew at least about 430 km.", "at_least", "at least about"),
        ("It flew more than 430 km.", "more_than", "more than"),
        ("It flew over 430 km.", "more_than", "over"),
        ("It flew less than 430 km.", "less_than", "less than"),
        ("It flew under 430 km.", "less_than", "under"),
        ("It flew 430 km or more.", "at_least", "or more"),
        ("Some 30 or so people came.", "about", "Some"),
        ("There were 30 or so people.", "about", "or so"),
        ("There were 20-odd people.", "about", "-odd"),
        ("There were 20-plus people.", "at_least", "-plus"),
        ("There were 20+ people.", "at_least", "+"),
        ("Three tests were held over eight days.", "exact", None),
        ("It was quiet for over eight days.", "more_than", "over"),
    ],
)
def test_hedges_bind_the_number(text: str, bound: str, hedge: str | None) -> None:
    found = read(text)[0][-1]
    assert found.bound == bound
    assert (found.hedge.of(text) if found.hedge else None) == hedge
    assert found.approximate == (bound != "exact")


@pytest.mark.parametrize(
    "text",
    [
        "It flew 220 km (135 miles) on Friday.",
        "It flew 220 km (about 135 miles) on Friday.",
        "It flew 220 km, or 135 miles, on Friday.",
        "It flew 220 km or 135 miles on Friday.",
        "It flew 220km/135mi on Friday.",
        "It flew 220 km [135 miles] on Friday.",
        "It flew “220 km,” or 135 miles, on Friday.",
    ],
)
def test_a_second_unit_is_folded_into_one_quantity(text: str) -> None:
    found = one(text)
    assert (found.value, found.unit) == (220, "kilometer")
    (same,) = found.equivalents
    assert (same.value, same.unit, same.agrees) == (135, "mile", True)
    assert found.span.of(text).startswith("220")
    assert same.span.of(text).startswith("135")


def test_several_units_in_brackets() -> None:
    found = one("It flew 135 miles (217 km; 117 nautical miles).")
    assert [(same.value, same.unit) for same in found.equivalents] == [
        (217, "kilometer"),
        (117, "nautical mile"),
    ]
    assert len(one("It flew 217 km (135 miles) (117 nautical miles).").equivalents) == 2


@pytest.mark.parametrize(
    "text",
    [
        "500 km (300 miles)",
        "6,248 kilometers (3,880 miles)",
        "1,090 km (681 miles)",  # at 1.6 kilometers to the mile
        "30 km (20 miles)",
        "4,135 seconds (just under 69 minutes)",
        "2,500 to 3,000km (1,550 to 1,850 miles)",
        "1 to 1.5 degrees Celsius (1.8 to 2.7 Fahrenheit)",
        "40 degrees Celsius (104 Fahrenheit)",
        "Mach 5 (about 6,000 km/h)",
        "310 miles (500 kilometers)",
        "25 meters (82 feet)",
    ],
)
def test_a_bracket_within_rounding_agrees(text: str) -> None:
    found = one(f"It was {text} all told.")
    assert [same.agrees for same in found.equivalents] == [True]
    assert kinds(f"It was {text} all told.") == []


@pytest.mark.parametrize(
    "text",
    [
        "220 km (153 miles)",
        "220 km (1,350 miles)",
        "1,000 km (700 miles)",
        "6,000 km (37 miles)",
        "2,500 to 3,000km (1,550 to 2,850 miles)",
        "71 minutes (2 hours)",
    ],
)
def test_a_bracket_beyond_rounding_is_told(text: str) -> None:
    (found,), (warning,) = read(f"It was {text} all told.")
    assert [same.agrees for same in found.equivalents] == [False]
    assert warning.kind == "units-disagree"


def test_the_warning_says_what_would_agree() -> None:
    text = "They flew 220 km (153 miles)."
    _, (warning,) = read(text)
    assert warning.message == "220 kilometers is 136.7 miles, not 153 miles"
    assert warning.span is not None
    assert warning.span.of(text) == "220 km (153 miles"


def test_a_number_repeated_in_digits_is_one() -> None:
    assert values("At least eleven (11) people came.") == [(11, None)]


def test_brackets_that_are_no_equivalents_stay_apart() -> None:
    assert len(values("It flew 220 km (25 km high).")) == 2
    assert len(values("It flew 220 km (in 71 minutes).")) == 2
    assert len(values("It cost 10 million euros ($11 million).")) == 2


def test_numbers_listed_together_share_their_unit() -> None:
    assert values("It peaked at 99.8 and 42.5 kilometers.") == [
        (99.8, "kilometer"),
        (42.5, "kilometer"),
    ]
    assert values("They fired two or three missiles.") == [(2, "missile"), (3, "missile")]
    assert values("It costs eight or nine euros.") == [(8, "euro"), (9, "euro")]
    assert [value for value, unit in values("It got 5, 6 and 7 km.") if unit == "kilometer"] == [
        *(5, 6, 7),
    ]


def test_a_thousands_point_is_known_by_its_bracket() -> None:
    found = one("It flew 1.100 km (684 miles).")
    assert found.value == 1100
    assert found.repaired
    assert kinds("It flew 1.100 km (684 miles).") == ["number-repaired"]
    assert one("It is 1.609 km (1 mile) long.").value == 1.609


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rose to 6.000 metres.", 6000),
        ("There were 1.250 soldiers.", 1250),
        ("It cost 1.000.000 euros.", 1_000_000),
        ("It flew 1.100,5 km.", 1100.5),
        ("It flew 12,5 km.", 12.5),
    ],
)
def test_print_of_another_country_is_repaired_and_told(text: str, value: float) -> None:
    assert one(text).value == value
    assert kinds(text) == ["number-repaired"]


def test_a_thousands_point_is_known_by_figures_of_its_kind() -> None:
    found, warnings = read("It flew 1.080 kilometers. The last one flew 950 kilometers.")
    assert found[0].value == 1080
    assert [warning.kind for warning in warnings] == ["number-repaired"]
    found, warnings = read("It is 1.080 kilometers long. The last one was 2 kilometers long.")
    assert found[0].value == 1.08
    assert not warnings
    found, _ = read("It flew 1.080 kilometers at 6248,5 kilometers.")
    assert [quantity.value for quantity in found] == [1080, 6248.5]


def test_where_nothing_tells_the_number_stays_as_printed() -> None:
    text = "It flew 1.080 kilometers."
    (found,), (warning,) = read(text)
    assert found.value == 1.08
    assert found.repaired is None
    assert warning.kind == "number-ambiguous"
    assert warning.message == "1.080 may be 1.08 or 1,080; read as printed"


@pytest.mark.parametrize("text", ["It cost $3.459 a gallon.", "It rose 1.125 percent."])
def test_decimals_where_decimals_are_usual_are_not_doubted(text: str) -> None:
    assert read(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They paid 1,00,000 rupees.", 100_000),
        ("They paid 12,34,567.5 rupees.", 1_234_567.5),
        ("They paid 5 lakh rupees.", 500_000),
        ("It flew 1 000 km.", 1000),
        ("It flew 15 000 kilometers.", 15_000),
        ("It flew 1\u00a0234 km.", 1234),
        ("It cost 6 . 2 dollars.", 6.2),
        ("There were 10 , 000 people.", 10_000),
    ],
)
def test_digits_are_grouped_in_many_ways(text: str, value: float) -> None:
    assert one(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "It happened on June 30 and on 2 August 2019.",
        "It happened on Oct. 31, 2018.",
        "It happened on March 3-5 and on July 4 and 5.",
        "It happened in 2019, in the 1990s and in 2013-14.",
        "The 2018 summit and the 2016 elections are over.",
        "It happened at 2:59 a.m., at 8 p.m., at 0600 GMT and at 7 o'clock.",
        "It happened on 2019-08-02 at 17:22:05.",
        "It was the third launch of the 21st century, and the 22nd of all.",
        "They showed the Hwasong-15, the KN-23, an F-35 and a Boeing 777.",
        "The S&P 500 and the FTSE 100 fell.",
        "He is No. 2 in Section 427, row 21, at 10 Downing Street.",
        "They won 2-1, then 6-3.",
        "Call 555-1234 or +82-2-123-4567, or 1 877 555-3222 or (877) 555-3222.",
        "The 911 call came, ext. 1133, on 5. Apr 2018.",
        "See version 1.2.3 at 192.168.0.1.",
        "See Resolution 1718 and Article 9.",
        "1. First point\n2. Second point",
        "It said so.[1]",
        "No one knows that one, and the other one saw each one.",
        "They could one day have it.",
        "It was nineteen eighty when twenty-first century people came.",
        "Writing on 38 North, he disagreed.",
        "The Group of 20 met.",
        "Take it 24/7, or 9/11.",
        "The first half of the year was quiet.",
        "Formula One is a sport.",
        "Several hundred and a few thousand came.",
        "It was a two-way, one-off deal.",
        "It is in A.D. 1000, and 300 BC.",
    ],
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    assert values(text) == []


def test_numbers_beside_names_are_taken() -> None:
    assert values("In Seoul 20 people fled.") == [(20, "person")]
    assert values("Boeing 777 jets and Airbus 380 planes flew.") == []
    assert values("The Hwasong-15 flew 950 km on Nov. 29.") == [(950, "kilometer")]


def test_a_number_word_in_capitals_begins_a_sentence_or_is_a_name() -> None:
    document = Document.of_text("It was quiet. Two missiles flew. Big Ten schools met.")
    starts = [document.text.index(word) for word in ("It", "Two", "Big")]
    spans = [document.paragraphs[0]._replace(start=start) for start in starts]
    found, _ = quantities(document, spans)
    assert [quantity.value for quantity in found] == [2]


def test_spans_cover_number_and_unit() -> None:
    text = "It flew about 6,248.5 km (3,880 miles), the army said."
    found = one(text)
    assert found.span.of(text) == "6,248.5 km"
    assert found.number.of(text) == "6,248.5"
    assert found.hedge is not None
    assert found.hedge.of(text) == "about"


def test_nothing_is_read_across_lines() -> None:
    assert values("There were 20\nkilometers of road") == [(20, None)]
    assert values("20\n(12 miles)") == [(20, None), (12, "mile")]


def test_an_empty_document_has_none() -> None:
    assert read("") == ((), ())
