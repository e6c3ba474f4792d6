"""Reading the gold of Recognizers-Text, whose values are not TIMEX3.

Its entries have ``type`` ("datetimeV2.daterange"), ``timex`` and ``values``; a value is
one day or time, or a range whose end is exclusive; expressions whose year or week is
open have one value in the past and one to come. What maps:

- the type: dates and ranges of days are DATE, times and ranges of hours TIME;
- the value: the prediction is right where it is written like ``timex``, or is one of the
  days or times in ``values``, or covers exactly the days of one of their ranges.

What does not: ranges of hours ("9 to 5"), which we give as two times; ranges of days as
one expression ("from May to July"), likewise; times of day without a day, which we lay
on a day and compare by the hour; time zones alone; modifiers. These stay in the gold
and count as missed, but for time zones and entries without a type, which are left out.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

Entry = dict[str, Any]

_TYPES = {
    "date": "DATE",
    "daterange": "DATE",
    "datetimealt": "DATE",
    "time": "TIME",
    "timerange": "TIME",
    "datetime": "TIME",
    "datetimerange": "TIME",
    "duration": "DURATION",
    "set": "SET",
}


def is_specification(entry: Entry) -> bool:
    """Whether the entry is of this format."""
    return "timex" in entry and "value" not in entry


def timex_type(entry: Entry) -> str | None:
    """The TIMEX3 type; None for what is no time."""
    return _TYPES.get(str(entry.get("type")).rpartition(".")[2])


def is_right(entry: Entry, predicted: Entry) -> bool:
    """Whether the predicted value is one that the entry allows."""
    value = str(predicted["value"])
    said = [entry["timex"]] + [str(one.get("value")) for one in entry.get("values") or []]
    forms = {value, _clock(value), _clock(value).rpartition(" ")[2]}
    return bool(forms & set(said)) or any(
        _days(one) == (predicted["start"], predicted["end"]) for one in entry.get("values") or []
    )


def _clock(value: str) -> str:
    """Write "2019-08-02T05:34" as the specifications do."""
    day, _, hour = value.rstrip("Z").partition("T")
    return f"{day} {hour}:00" if hour[:1].isdigit() else value


def _days(value: Entry) -> tuple[str, str] | None:
    start, end = value.get("start"), value.get("end")
    try:
        last = dt.date.fromisoformat(str(end)[:10]) - dt.timedelta(1)
        return dt.date.fromisoformat(str(start)[:10]).isoformat(), last.isoformat()
    except ValueError:
        return None
