r"""Characters as a reader sees them: what is invisible goes, what looks alike stays apart.

A zero-width space inside "2\u200b20 km" must yield neither 2 nor 20, so the
invisible characters are taken out before anything else reads the text.
"""

from __future__ import annotations

import re
import unicodedata

# Joiners carry meaning between the letters of Indic and Arabic scripts, and in
# emoji; beside a letter or digit of Europe they are only a disguise.
_JOINER_NEAR_EUROPE = re.compile(
    "(?<![\u0590-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?=[ -\u024f])"
)
_INVISIBLES = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
_INVISIBLE = re.compile(f"[{_INVISIBLES}]+")
_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_CONTROL = re.compile(f"[{_CONTROLS}]+")
_FORBIDDEN_BYTES = bytes(set(range(32)) - {9, 10, 12, 13}) + b"\x7f"
_NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_FORBIDDEN_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[1-24-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)
_FULL_WIDTH_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_FULL_WIDTH_POINT = re.compile(r"(?<=[0-9])[．，](?=[0-9])")
_PLAIN = re.compile(r"[\n\r\t -~]*+\Z")
# Whatever ``visible`` may change, but for what is not composed: invisible, joiner, full width.
_ODD = re.compile(f"[{_CONTROLS}{_INVISIBLES}\u200c\u200d\uff0c\uff0e\uff10-\uff19]")


def printable(markup: bytes) -> bytes:
    """UTF-8 *markup* without the characters that XML forbids, written out or as references.

    Line breaks and tabs stay; C1 controls, which are rare, are left to ``visible``.
    """
    markup = markup.translate(None, _FORBIDDEN_BYTES)
    if _NONCHARACTERS[0][:1] in markup:
        for noncharacter in _NONCHARACTERS:
            markup = markup.replace(noncharacter, b"")
    return _FORBIDDEN_REFERENCE.sub(b"", markup) if b"&#" in markup else markup


def visible(text: str) -> str:
    """*text* as a reader sees it, in Unicode's composed form (NFC).

    Zero-width characters, soft hyphens and the marks that turn the direction
    of writing are taken out; full-width digits become ASCII ones. Digits of
    other scripts and letters that look like digits stay what they are.
    """
    if _PLAIN.match(text):
        return text
    if _ODD.search(text) is None:
        return unicodedata.normalize("NFC", text)
    text = _INVISIBLE.sub("", _CONTROL.sub("", text))
    text = _JOINER_NEAR_EUROPE.sub("", text)
    text = unicodedata.normalize("NFC", text).translate(_FULL_WIDTH_DIGITS)
    return _FULL_WIDTH_POINT.sub(lambda point: "." if point[0] == "．" else ",", text)


def line(text: str) -> str:
    """*text* as one visible line, its white space folded to single spaces."""
    return " ".join(visible(text).split())
