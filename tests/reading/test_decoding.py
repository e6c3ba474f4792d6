import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.reading.decoding import decode

GERMAN = "Die Regierung in Tōkyō prüfte „größere“ Übungen – früher als üblich."
LATIN = "Die Regierung prüfte größere Übungen früher als üblich, hieß es."
KOREAN = "합동참모본부는 금요일 동해상으로 발사체 두 발이 발사됐다고 밝혔다."
RUSSIAN = "Министерство обороны сообщило о двух пусках ракет в пятницу утром."
JAPANESE = "防衛省は金曜日、飛翔体が二発発射されたと発表した。"


def test_valid_utf8_is_taken_at_its_word_whatever_the_labels_say() -> None:
    page = f'<meta charset="iso-8859-1"><p>{GERMAN}</p>'
    assert GERMAN in decode(page.encode(), "windows-1252")


@pytest.mark.parametrize(
    ("text", "written_as", "label"),
    [
        (LATIN, "latin-1", "iso-8859-1"),
        ("“Quoted” – he said", "cp1252", "iso-8859-1"),
        (KOREAN, "cp949", "euc-kr"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "euc-jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        ("国防部说，周五发射了两枚导弹。", "gb18030", "gb2312"),
    ],
)
def test_labels_are_read_as_browsers_read_them(text: str, written_as: str, label: str) -> None:
    body = text.encode(written_as)
    assert decode(body, label) == text
    assert text in decode(f'<html><meta charset="{label}">'.encode() + body)
    declared = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    assert text in decode(declared.encode() + body)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_decide(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "latin-1") == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str) -> None:
    assert decode(f"<html><p>{LATIN}</p></html>".encode(encoding)) == f"<html><p>{LATIN}</p></html>"


def test_one_broken_character_does_not_make_a_utf8_page_another() -> None:
    page = (KOREAN * 20).encode()
    text = decode(page[:-1] + b"\xff")
    assert text.startswith(KOREAN)


def test_a_wrong_label_does_not_make_mojibake() -> None:
    assert decode(LATIN.encode("cp1252"), "utf-8") == LATIN


@pytest.mark.parametrize(
    ("text", "written_as", "opening"),
    [
        ("El señor Núñez llegó mañana.", "cp1252", b"<html>"),
        ("Rząd prüfte: żółw źle się czuje.", "cp1250", b'<html lang="pl-PL">'),
        (RUSSIAN * 5, "cp1251", b"<html>"),
        (KOREAN * 5, "cp949", b"<html>"),
    ],
)
def test_pages_without_labels(text: str, written_as: str, opening: bytes) -> None:
    written = text.encode(written_as, "ignore")
    assert written.decode(written_as) in decode(opening + b"<p>" + written + b"</p>")


@pytest.mark.parametrize("label", ["utf-7", "rot13", "no-such", "\x00", "", "hex", "undefined"])
def test_labels_that_must_not_be_believed(label: str) -> None:
    assert decode(b"+ADw-script+AD4- caf\xc3\xa9", label) == "+ADw-script+AD4- café"
    assert "caf" in decode(b"caf\xe9 au lait", label)


def test_utf8_written_twice_is_undone() -> None:
    once = "“Café” – it’s 5 °C, ½ of it – 북한"
    assert decode(once.encode().decode("latin-1").encode()) == once


@pytest.mark.parametrize(
    "text", ["Ã¶ is not ö here", "Â £5", "â„¢ and so on", "São Tomé e Príncipe"]
)
def test_letters_that_only_look_like_it_stay(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(), st.none() | st.text(max_size=20))
def test_any_bytes_have_characters(body: bytes, label: str | None) -> None:
    decode(body, label)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back(text: str) -> None:
    body = text.encode()
    if b"\0" not in body and not body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decode(body) == text
