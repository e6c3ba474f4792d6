from __future__ import annotations

from polybius import read

GERMAN = (
    "Das Hafenministerium teilte am Dienstag mit, dass sich zwei Patrouillenboote vor dem "
    "nördlichen Kap begegnet seien. Beide Boote kehrten aus eigener Kraft in den Hafen zurück."
)
ENGLISH = "Two patrol boats met off the northern cape, the harbour ministry said in a statement."


def test_another_language_than_english_is_told() -> None:
    (warning,) = [each for each in read(GERMAN).warnings if each.kind == "language"]
    assert warning.message.startswith("the report is in German; only English is read")
    assert [each.kind for each in read(ENGLISH).warnings] == []
