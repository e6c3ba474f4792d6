from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from polybius.nouns import Actor, Annotations, Claim, Document, Published, Quantity, Reading, Span
from polybius.nouns.document import paragraph_spans
from polybius.nouns.form import decode, encode, form_of


@given(st.text())
def test_paragraphs_lie_in_the_text_and_hold_all_its_words(text: str) -> None:
    spans = paragraph_spans(text)
    words = [span.of(text) for span in spans]
    assert all(part == part.strip() and part for part in words)
    assert "".join("".join(words).split()) == "".join(text.split())


def test_a_document_has_the_same_id_twice_and_another_when_edited() -> None:
    first, again, edited = map(Document.of_text, ("Two flew.", "Two flew.", "Three flew."))
    assert first.id == again.id != edited.id


def test_an_undated_document_says_why() -> None:
    document = Document.of_text("On Friday.")
    assert document.published.day is None
    assert document.published.reason == "no publication date"


def test_published_keeps_the_local_day() -> None:
    published = Published("2019-08-02T08:10:00+09:00", "json-ld")
    assert str(published.day) == "2019-08-02"


def test_a_reading_survives_json() -> None:
    document = Document.of_text("It flew about 220 km.")
    span = Span(8, 20)
    reading = Reading(
        document,
        Annotations(
            sentences=document.paragraphs,
            quantities=(Quantity(span, 220.0, "kilometer", Span(14, 17), bound="about"),),
        ),
        claims=(
            Claim("e1", "distance", 220.0, "km", span, (Actor("JCS", "KOR"),), "about 220 km"),
        ),
    )
    assert decode(encode(reading)) == reading
    assert form_of(reading)["quantities"][0]["approximate"] is True
    assert form_of(reading)["sentences"] == ((0, 21),)


def test_a_claims_id_follows_from_what_it_claims() -> None:
    claim = Claim("e1", "distance", 220.0, "km", Span(0, 3), (Actor("JCS", "KOR"),), "220")
    same = claim.identified("d", "2019-08-02")
    other = claim.identified("other", "2019-08-02")
    assert same.id == claim.identified("d", None).id != other.id
