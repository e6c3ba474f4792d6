"""The grammar of time expressions, over the letters of ``lexing``.

One alternation, one branch a rule, the most specific first; the name of the branch
that matched is the name of the function in ``rules`` that reads it. The letters are
listed in ``lexicon`` and ``lexing``; ``d`` is "the", ``a`` an article, ``o`` "of",
``c`` "and" or "or", ``k`` "to", ``i`` a preposition of time, ``L`` "long", ``A`` "old",
``p`` "per".
"""

from __future__ import annotations

import re

_FIGURE = r"(?:[DYnf]r?|r)"
_NUMBER = r"N(?:-?N){0,4}"
# "two and a half", "two-and-a-half", "5 1/2", "one and one-half"
_COUNT = rf"(?:{_FIGURE}|{_NUMBER})(?:-?c-?(?:[aN]-?)?h)?"
# "eight days", "16-hour", "a couple of weeks", "half an hour", "a year and a half"
_LENGTH = rf"(?:(?:{_COUNT}|a?h-?a?|a?vo?|aNo?|No|a)v?j?j?-?[Uu](?:cah)?)"
_MONTH = r"[Mm]\.?"
_WEEKDAY = r"(?:[Ww]\.?,?)"
_EDGE = r"(?:d?[eg]-?[io]?)"
# "2019", ", 2019", "of 2019", "of last year"
_YEAR = r"(?:[,/-]?Y|oY|o?d?RU)"
_RANGE_AFTER = r"(?:[-~][DO](?!-?[Uu])|[kc][DO](?=[,.;)|iY]))"
_RANGE_BEFORE = r"(?:d?[DO][-~kc](?=d?[DO]o?[Mm]))"

RULES = {
    "nothing": rf"!|(?:a|a?{_COUNT})-?[Uu]-?A",
    "rate": rf"(?:q|{_COUNT}[xu])[aEp]U",
    "shift": rf"(?:{_LENGTH}|u)(?:G|g|b(?=[,.|)])|i[FT])|dU(?:g|b(?=[,.|)c]))|d?U-[gG]",
    "every": rf"E(?:{_COUNT}|O)?-?[UuWPSJM]",
    "weekday_of_week": r"W[oi]?d?RU",
    "month_of_year": rf"{_EDGE}?{_MONTH}o?RU",
    "week_of_month": rf"d?[OR]Uo{_MONTH}(?:,?Y)?",
    "day_alone": r"dO(?=[,.;)|\"ci])",
    "relative_fiscal": r"d?RzU?",
    "relative_length": rf"d?R(?:{_COUNT}|a?vo?|No)?j?-?u|d?O{_COUNT}u",
    "relative_day": rf"R{_MONTH}[DO](?!-?[Uu]|,?Y)",
    "relative": rf"{_EDGE}?d?Rj?[UWMmSPJ]",
    "edge_of": r"gidU|d?[el]o(?:d?U|d?RU|[Mm]\.?(?:,?Y)?|d?Y|d?X|d?O-?U)",
    "month_day": rf"{_WEEKDAY}?{_MONTH}(?:d?[DO]|,O|[/-]D){_RANGE_AFTER}?{_YEAR}?",
    "day_month": (rf"{_WEEKDAY}?{_RANGE_BEFORE}?d?[DO](?:[o/-]?{_MONTH}{_YEAR}?|,{_MONTH}Y)"),
    "month_year": rf"(?:{_EDGE}-?)?{_MONTH}[,oi]?Y",
    "weekday_day": r"WdO",
    "figures": r"I",
    "month": rf"(?:{_EDGE}-?)?{_MONTH}",
    "weekday": r"e?W",
    "day": r"(?:d?e)?T",
    "holiday": r"J[,o]?Y|J",
    "season": r"d?e?-?S(?:o?Y)?",
    "ordinal_unit": r"d?e?-?O-?U(?:o?(?:d?z?U?Y|d?RU|d?RzU))?",
    "quarter": r"B(?:,?Y)?",
    "half_year": r"d?O-?ho(?:Y|d?RU|dU)",
    "decade": rf"(?:{_EDGE}-?|d)?X",
    "fiscal": r"zU?Y",
    "clock": r"(?:H|D|N|f)(?:t,?Z?|idP)|H,?Z?|[nYD]x?Z|KZ?",
    "year": rf"(?:{_EDGE}-?)?(?:d?U)?Y",
    "part": r"d?e?P",
    "length_alone": rf"{_LENGTH}(?:-?L)?|d?u(?:-L)?|V|pU",
    "year_end": r"U-l",
    "definite": r"dU",
    "frequency": r"Q",
    "reference": r"F|dR",
}

# Most letters begin no rule: say so first, and the search is three times as fast.
_BEGINNINGS = "[!aDYnfrNdOoelgRMmWwITJSBXzHKPVuUpqEQFhv]"

GRAMMAR = re.compile(
    f"(?={_BEGINNINGS})(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items())
    + ")"
)
