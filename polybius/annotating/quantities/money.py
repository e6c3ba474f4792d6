"""Amounts of money: "US$3.2bn", "A$1.5m", "10.5 million Danish crowns", "120 MEUR"."""

from __future__ import annotations

from polybius.annotating.quantities.tokens import Tokens
from polybius.annotating.quantities.vocabulary import Unit, currencies, listed, numbers

MONEY = "money"
_MINUS = frozenset("-−")
_SCALED_CODES = {"M": 1e6, "K": 1e3}


def money_before(cut: Tokens, at: int) -> tuple[Unit, int] | None:
    """The currency printed before the number at *at*, and the token at which it begins."""
    mark = at - 1
    if cut.forms[mark] in _MINUS and cut.glued(at):
        mark -= 1  # "$-5"
    if cut.starts[mark + 1] - cut.ends[mark] > 1:
        return None
    name = currencies().symbols.get(cut.forms[mark])
    if name is not None:
        return _marked(cut, mark, name)
    return _coded(cut, mark, at)


def _marked(cut: Tokens, mark: int, name: str) -> tuple[Unit, int]:
    """*name*, or what the letters before the sign make of it: "US$", "A$", "aud $"."""
    before = cut.forms[mark - 1]
    known = currencies()
    letters = known.marks.get(before) or known.codes.get(before.upper())
    near = cut.starts[mark] - cut.ends[mark - 1] <= (len(before) > 1)
    if name == "dollar" and letters is not None and near:
        return Unit(letters, MONEY), mark - 1
    return Unit(name, MONEY), mark


def _coded(cut: Tokens, mark: int, at: int) -> tuple[Unit, int] | None:
    known = currencies()
    if cut.forms[mark] == "." and cut.forms[mark - 1] in ("Rs", "Rp"):
        mark -= 1
    form = cut.forms[mark]
    if form in known.marks and cut.forms[mark - 1] == "$" and cut.glued(mark):
        return Unit(known.marks[form], MONEY), mark - 1  # "$US113"
    name = _code(form)
    if name is None and form == "PS" and _scale_glued(cut, at):
        name = "pound sterling"  # "£", as pages in ASCII mangle it
    return (Unit(name, MONEY), mark) if name else None


def _scale_glued(cut: Tokens, at: int) -> bool:
    return cut.glued(at) and cut.forms[at + 1] in ("m", "bn", "k") and cut.glued(at + 1)


def _code(form: str) -> str | None:
    """The currency of a code: "USD", "MEUR" (millions of euros)."""
    known = currencies().codes
    scaled = known.get(form[1:]) if len(form) == 4 and form[0] in _SCALED_CODES else None
    return known.get(form) or scaled


def money_scale(cut: Tokens, at: int, before: tuple[Unit, int] | None) -> tuple[float, int]:
    """What letters of money multiply the number before *at* by, and the token after them."""
    code = cut.forms[before[1] if before else at]
    if len(code) == 4 and code not in currencies().codes and _code(code):
        return _SCALED_CODES[code[0]], at
    form = cut.forms[at]
    if before is None or before[0].kind != MONEY:
        return 1.0, at
    known = numbers()
    scale = known.money.get(form) or known.letters.get(form)
    if scale is None or not (cut.glued(at) or form in ("m", "b")):
        return 1.0, at
    return scale, at + 1


def money_after(cut: Tokens, at: int, value: float) -> tuple[Unit, int] | None:
    """The currency printed after a number of *value*, and the token after its last."""
    form = cut.forms[at]
    symbol = currencies().symbols.get(form)
    if symbol is not None:
        # A sign that touches what follows belongs to that: "20 $30".
        to_next = cut.glued(at + 1) and cut.forms[at + 1][0].isalnum()
        return None if to_next else (Unit(symbol, MONEY), at + 1)
    code = _code(form)
    if code is not None:
        return Unit(code, MONEY), at + 1
    if cut.lower[at] in ("pound", "pounds"):
        return _pounds(cut, at, value)
    return _named(cut, at, value)


def _named(cut: Tokens, at: int, value: float) -> tuple[Unit, int] | None:
    """A currency in words, with the adjectives before it: "South Korean won"."""
    known = currencies()
    last = at
    while last < at + 3 and cut.forms[last][0].isupper() and cut.forms[last].isalpha():
        last += 1
    base = known.words.get(cut.lower[last])
    if last > at and cut.lower[last] in ("pound", "pounds"):
        base = "pound"
    if base is None or not cut.forms[last].islower():
        return None
    if last == at and value < known.least.get(base, 0):
        return None
    adjectives = " ".join(cut.forms[at:last])
    if adjectives in ("British", "UK") and base == "pound":
        return Unit("pound sterling", MONEY), last + 1
    if adjectives == "American":
        adjectives = "US"
    return Unit(f"{adjectives} {base}".strip(), MONEY), last + 1


def _pounds(cut: Tokens, at: int, value: float) -> tuple[Unit, int] | None:
    """Pounds of money, not of weight: sterling, or too many to weigh."""
    if cut.lower[at + 1] == "sterling":
        return Unit("pound sterling", MONEY), at + 2
    if cut.lower[at + 1] == "of":
        return None
    paid = any(word in listed("paying") for word in cut.lower[max(0, at - 8) : at])
    if paid or value >= currencies().least["pound"]:
        return Unit("pound sterling", MONEY), at + 1
    return None
