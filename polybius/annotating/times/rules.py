"""Which function reads which rule of the grammar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from polybius.annotating.times import rules_clock, rules_dates, rules_lengths, rules_periods
from polybius.annotating.times.drafts import Draft
from polybius.annotating.times.lexing import Lexed

Rule = Callable[[Lexed, int, int], list[Draft]]
"""Takes a match, as the words from the first up to the second index; gives its drafts."""

READERS: Mapping[str, Rule] = {
    "nothing": rules_lengths.nothing,
    "rate": rules_lengths.rate,
    "shift": rules_lengths.shift,
    "every": rules_lengths.every,
    "weekday_of_week": rules_dates.weekday_of_week,
    "month_of_year": rules_dates.month_of_year,
    "week_of_month": rules_periods.week_of_month,
    "day_alone": rules_dates.day_alone,
    "relative_fiscal": rules_periods.relative_fiscal,
    "relative_length": rules_periods.relative_length,
    "relative": rules_periods.relative,
    "edge_of": rules_periods.edge_of,
    "relative_day": rules_dates.relative_day,
    "month_day": rules_dates.month_day,
    "day_month": rules_dates.day_month,
    "month_year": rules_dates.month_year,
    "weekday_day": rules_dates.weekday_day,
    "figures": rules_dates.figures,
    "month": rules_dates.month,
    "weekday": rules_dates.weekday,
    "day": rules_dates.day,
    "holiday": rules_dates.holiday,
    "season": rules_dates.season,
    "ordinal_unit": rules_periods.ordinal_unit,
    "quarter": rules_periods.quarter,
    "half_year": rules_periods.half_year,
    "decade": rules_periods.decade,
    "fiscal": rules_periods.fiscal,
    "clock": rules_clock.clock,
    "year": rules_periods.year,
    "part": rules_clock.part,
    "length_alone": rules_lengths.length_alone,
    "year_end": rules_periods.year_end,
    "definite": rules_periods.definite,
    "frequency": rules_lengths.frequency,
    "reference": rules_lengths.reference,
}
