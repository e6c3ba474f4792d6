"""From the bytes of a page to its characters.

Valid UTF-8 is taken at its word, whatever the labels say: text in another
encoding is almost never valid UTF-8 by chance, while labels are often wrong.
Then the labels are tried in the order of the HTML standard (mark, header,
meta), then the bytes are judged by themselves.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<meta\b[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})""")
_META_WITHIN = 4096
_LANGUAGE = re.compile(
    rb"""<html\b[^>]{0,300}?\blang\s{0,5}=\s{0,5}["']?([A-Za-z]{2})\b""", re.IGNORECASE
)
# The HTML standard's fallbacks by language, where they are not windows-1252
# (html.spec.whatwg.org, "determining the character encoding").
_FALLBACKS = {
    **dict.fromkeys(("cs", "hu", "pl", "sk", "sl", "hr", "ro", "bs"), "cp1250"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "ky", "tg", "tt"), "cp1251"),
    **dict.fromkeys(("tr", "az", "ku"), "cp1254"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    **dict.fromkeys(("he", "yi"), "cp1255"),
    **dict.fromkeys(("ar", "fa"), "cp1256"),
    "el": "iso8859-7",
    "vi": "cp1258",
    "th": "cp874",
    "ja": "cp932",
    "ko": "cp949",
    "zh": "gb18030",
}
# Names that the HTML standard reads as a larger neighbour (encoding.spec.whatwg.org).
_READ_AS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-mac-cyrillic": "mac_cyrillic",
}
# What the standard forbids (UTF-7), and codecs that are not of characters.
_NEVER = frozenset(
    {
        "utf-7",
        "utf7",
        "unicode-1-1-utf-7",
        "hex",
        "base64",
        "rot13",
        "zlib",
        "bz2",
        "idna",
        "punycode",
    }
)
# Written in ASCII bytes alone, so that the test for UTF-8 says nothing about them.
_ASCII_SHIFTED = re.compile(r"iso-?2022|hz")
# Controls of the C1 block stand in no page: after such letters (U+00C2 to U+00F4, then up to
# two from U+00A0 to U+00BF) they are halves of UTF-8. Sought in bytes, which is much faster.
_C1 = re.compile(rb"\xc3[\x82-\xb4](?:\xc2[\xa0-\xbf]){0,2}\xc2[\x80-\x9f]")
_TWICE = re.compile(
    "[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}"
)
_GUESS_FROM = 20_000
# European languages with accents stay below this share of other bytes than ASCII.
_MOSTLY_ASCII = 0.2
# Up to one broken sequence in this many is a slip in a UTF-8 page, not another encoding.
_SLIPS = 20


def decode(body: bytes, charset: str | None = None) -> str:
    """The characters of *body*; *charset* is what its header says, if anything.

    UTF-8 that somebody upstream took for Latin-1 and wrote as UTF-8 once more
    is undone. Never raises: bytes that fit no encoding become U+FFFD.
    """
    text = _decoded(body, charset)
    return _TWICE.sub(_once, text) if _C1.search(text.encode("utf-8", "replace")) else text


def _once(run: re.Match[str]) -> str:
    try:
        return run[0].encode("latin-1").decode("utf-8")
    except UnicodeError:
        return run[0]


def _decoded(body: bytes, charset: str | None) -> str:
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    labels = [_known(label) for label in (charset, *_labels(body))]
    if not any(label and _ASCII_SHIFTED.match(label) for label in labels):
        try:
            return (
                body.decode("utf-8")
                if not _wide(body)
                else body.decode(_wide(body) or "", "replace")
            )
        except UnicodeDecodeError:
            if _slipped(body):
                return body.decode("utf-8", "replace")
    return _labelled(body, labels) or _guessed(body)


def _labels(body: bytes) -> Iterator[str]:
    head = body[:_META_WITHIN]
    for pattern in (_META, _XML):
        if found := pattern.search(head):
            yield found[1].decode("ascii")


def _known(label: str | None) -> str | None:
    """The codec that *label* means, or None where there is none to be trusted."""
    name = (label or "").strip().strip("\"'").lower()
    if not name or name in _NEVER:
        return None
    try:
        return codecs.lookup(_READ_AS.get(name, name)).name
    except (LookupError, ValueError):
        return None


def _wide(body: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of the opening is zero."""
    opening = body[:200]
    zeros = opening.count(0)
    if len(opening) < 8 or zeros < len(opening) * 0.3:
        return None
    return "utf-16-le" if opening[1::2].count(0) >= opening[::2].count(0) else "utf-16-be"


def _slipped(body: bytes) -> bool:
    """Whether *body* is UTF-8 with a broken character here and there."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = len(body) - len(text) - 2 * broken
    return broken * _SLIPS <= max(wide, 0)


def _labelled(body: bytes, labels: list[str | None]) -> str | None:
    for label in dict.fromkeys(labels):
        if label is None or label.startswith("utf"):
            continue
        try:
            return body.decode(label)
        except (UnicodeError, ValueError):
            # windows-1252 and its kin leave a few bytes unnamed; a browser shows them all the same.
            if label.startswith("cp125"):
                return body.decode(label, "replace")
    return None


def _guessed(body: bytes) -> str:
    """By the language that the page declares where it is mostly ASCII, else by its bytes."""
    sample = _words_of(body)
    wide = sum(byte > 127 for byte in sample)
    if wide < len(sample) * _MOSTLY_ASCII:
        return body.decode(_fallback(body), "replace")
    best = from_bytes(sample).best()
    if best is not None:
        try:
            return body.decode(best.encoding, "replace")
        except (LookupError, ValueError):
            pass
    return body.decode("cp1252", "replace")


def _fallback(body: bytes) -> str:
    declared = _LANGUAGE.search(body[:_META_WITHIN])
    return _FALLBACKS.get(declared[1].decode("ascii").lower(), "cp1252") if declared else "cp1252"


def _words_of(body: bytes) -> bytes:
    """A sample from the middle, without tags: the head of a page is mostly ASCII."""
    tagless = re.sub(rb"<[^<>]{0,2000}>", b" ", body)
    start = max(0, len(tagless) // 2 - _GUESS_FROM // 2)
    return tagless[start : start + _GUESS_FROM]
