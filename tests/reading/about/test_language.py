import pytest

from polybius.reading.about.language import language_of, name_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry said on Friday that the boats had returned to their port.", "en"),
        ("Das Ministerium teilte am Freitag mit, dass die Boote zurückgekehrt seien.", "de"),
        (
            (
                "합동참모본부는 금요일 동해상으로 발사체 두 발이 발사됐다고 밝혔다. "
                "분석이 진행 중이며 경계 태세를 유지하고 있다."
            ),
            "ko",
        ),
        ("Le ministère a indiqué vendredi que les bateaux étaient rentrés au port.", "fr"),
    ],
)
def test_the_body_tells_the_language_whatever_is_declared(text: str, language: str) -> None:
    assert language_of(text, "xx") == language


@pytest.mark.parametrize(
    ("declared", "language"),
    [
        ("en-GB", "en"),
        ("ko_KR", "ko"),
        ("EN", "en"),
        ("", None),
        (None, None),
        ("<x>", None),
        ("english", None),
    ],
)
def test_a_body_too_short_to_tell_is_in_the_language_declared(
    declared: str | None, language: str | None
) -> None:
    assert language_of("220 km", declared) == language


def test_languages_have_english_names() -> None:
    assert name_of("de") == "German"
    assert name_of("qq") == "the language “qq”"
