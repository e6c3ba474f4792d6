"""Rules for the time of day.

Each takes a match of ``grammar``, as the words from *first* up to *stop*, and gives
drafts; none where the words are no time after all.
"""

from __future__ import annotations

from dataclasses import replace

from polybius.annotating.times.clocks import Clock
from polybius.annotating.times.drafts import Draft, number
from polybius.annotating.times.lexing import Lexed, Token

_BEFORE_A_CLOCK = "ikcb(WT,"
_AFTERNOON = frozenset({"pm", "AF", "EV"})


def clock(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "2:59 a.m.", "6.06am", "0230 GMT", "5 a.m. KST", "noon", "4 in the morning"."""
    token = lexed.tokens[first]
    zone = lexed.find("Z", first, stop)
    if token.letter == "K":
        near = lexed.letter(first - 1) in "ikbT" or lexed.word(first - 1) in {"shortly", "just"}
        return [Draft(first, stop, Clock(str(token.value)), dependent=not near)]
    half = lexed.find("tP", first, stop)
    hour, minute = _hour_and_minute(token, zone)
    if not half and not zone and lexed.letter(first - 1) not in _BEFORE_A_CLOCK:
        return []
    if half:
        hour = _by_half(hour, str(half.value))
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return []
    return [Draft(first, stop, in_zone(lexed, Clock(f"{hour:02}:{minute:02}"), zone))]


def in_zone(lexed: Lexed, clock: Clock, zone: Token | None) -> Clock:
    """The clock time with the zone that is written behind it; Z for Greenwich."""
    if zone is None:
        return clock
    ahead = None if isinstance(zone.value, str) else float(zone.value)
    value = clock.value + "Z" if ahead == 0 else clock.value
    return replace(clock, value=value, zone=lexed.text[zone.start : zone.end], ahead=ahead)


def _hour_and_minute(token: Token, zone: Token | None) -> tuple[int, int]:
    if token.letter in "Hf":
        parts = token.word.replace(".", ":").split(":")
        written = len(parts) > 1 and all(part.isdecimal() for part in parts)
        return (int(parts[0]), int(parts[1])) if written else (-1, 0)
    if zone and len(token.word) == 4 and token.word.isdecimal():
        return divmod(number(token), 100)
    return (number(token), 0) if number(token) <= 24 else (-1, 0)


def _by_half(hour: int, half: str) -> int:
    """The hour of 24 for an hour of twelve, before noon or after."""
    if hour > 12:
        return hour
    if half in _AFTERNOON or (half == "NI" and hour >= 6):
        return hour if hour == 12 else hour + 12
    return 0 if hour == 12 and half in {"am", "MO", "NI"} else hour


def in_part(value: str, part_of_day: str) -> str:
    """The clock time "05:58" in a part of the day ("AF" makes it 17:58)."""
    if not value[0].isdigit():
        return value
    return f"{_by_half(int(value[:2]), part_of_day):02}{value[2:]}"


def part(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "morning", "the evening": a time only beside a day."""
    return [Draft(first, stop, Clock(str(lexed.tokens[stop - 1].value)), dependent=True)]
