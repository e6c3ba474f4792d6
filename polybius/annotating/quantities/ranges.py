"""Ranges: "500 to 600 km", "430–690 km", "between 30 and 40", "8- to 16-meter"."""

from __future__ import annotations

from polybius.annotating.quantities import excluding
from polybius.annotating.quantities.counting import noun_after
from polybius.annotating.quantities.ends import End, end_at
from polybius.annotating.quantities.hedging import hedge_before, start_of
from polybius.annotating.quantities.tokens import DASHES, Tokens
from polybius.annotating.quantities.vocabulary import currencies, listed

_RANGE_DASHES = DASHES | frozenset("–—−")


def high_end(cut: Tokens, low: End) -> End | None:
    """The other end of the range that *low* begins; None where it begins none."""
    at, dash = _sign(cut, low)
    if not at:
        return None
    high = end_at(cut, at) or end_at(cut, _skipped(cut, at))
    if high is None or excluding.calendar(cut, high.numeral, high.last):
        return None
    return high if _is_range(cut, low, high, dash=dash) else None


def shared_scale(low: End, high: End) -> float:
    """The lower end, by the scale that only the higher prints: "3 to 4 billion"."""
    scale = high.numeral.scale
    if scale > 1 and low.numeral.scale == 1 and low.value < high.value / scale:
        return low.value * scale
    return low.value


def _sign(cut: Tokens, low: End) -> tuple[int, bool]:
    """The token after the sign or word that joins a range, 0 for none; whether it is a dash."""
    at = low.last
    if cut.forms[at] in _RANGE_DASHES:
        if cut.lower[at + 1] == "to":  # "8- to 16-meter", "0-to-60-mph"
            return at + 2 + (cut.forms[at + 2] in DASHES), False
        apart = not cut.glued(at) and cut.forms[at] in ("–", "—")
        return (at + 1 if cut.glued(at + 1) or apart else 0), True
    joined = cut.lower[at] == "to" or (cut.lower[at] == "and" and _between(cut, low.first))
    return (at + 1 if joined else 0), False


def _skipped(cut: Tokens, at: int) -> int:
    """The token after a currency, a minus or a hedge: "from up to 250 to about 280 miles"."""
    if cut.forms[at] in currencies().symbols or cut.forms[at] in ("-", "−"):
        return at + 1
    for last in (at + 1, at + 2):
        hedge = hedge_before(cut, last)
        if hedge and hedge.first == at:
            return last
    return at


def _between(cut: Tokens, first: int) -> bool:
    return cut.lower[start_of(cut, first) - 1] == "between"


def _is_range(cut: Tokens, low: End, high: End, *, dash: bool) -> bool:
    if low.numeral.vague or high.numeral.vague:
        return False
    unit = high.unit or low.unit
    rate = low.unit and unit and unit.name.startswith(f"{low.unit.name} per ")
    if low.unit not in (None, unit) and not rate:
        return False
    if unit is None:
        return _bare_range(cut, low, high, dash=dash)
    between = _between(cut, low.first)
    if high.unit is None and not (low.before or dash or between):
        return False
    if shared_scale(low, high) >= high.value:
        return unit.kind == "temperature" and low.value > high.value
    # "rose 20 percent to 60 percent" tells where it came to.
    rising = cut.lower[start_of(cut, low.first) - 1] in listed("change")
    return dash or between or not rising


def _bare_range(cut: Tokens, low: End, high: End, *, dash: bool) -> bool:
    """Whether two numbers without unit are a range, not a score, a season or a vote."""
    if shared_scale(low, high) >= high.value:
        return False
    if excluding.year_like(low.numeral) and excluding.year_like(high.numeral):
        return False
    if dash and excluding.chained(cut, high.last) > high.last:
        return False
    if not dash and _between(cut, low.first):
        return True
    counted = noun_after(cut, high.numeral.last, high.value)
    hedged = hedge_before(cut, low.first) is not None
    opened = cut.lower[low.first - 1] in ("from", "of", "between")
    return bool(counted and counted.plural) or (hedged and dash) or opened
