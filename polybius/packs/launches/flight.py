"""Textbook arithmetic for flights that were reported: how far, how high, how long.

A free flight over a round Earth without air is a Kepler ellipse with one focus at
the Earth's centre. The reported ground distance and greatest altitude fix that
ellipse, if it is taken to begin and end at the Earth's radius. From it follow the
speed and angle at which it leaves the ground, how long it takes, and how far the
same speed carries on the arc that spends least energy.

The arc has its full speed on the ground, while a real flight gains it on the way
up: its standard distance is a lower bound ("at least"), and published estimates,
which come from models of powered flight, run 10 to 30 % longer. A flight far below
the least-energy arc stayed in the air, so that an arc without air does not describe
it; then nothing is estimated.

Sources: R. R. Bate, D. D. Mueller and J. E. White, *Fundamentals of Astrodynamics*
(Dover, 1971), section 6.2, "The general ballistic missile problem" (the free-flight
range equations); A. D. Wheelon, "Free flight of a ballistic missile", *ARS Journal*
29 (1959), 915-926. Reported flights only: payload, staging and guidance are outside
this project.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from geographiclib.geodesic import Geodesic

Shape = Literal["lofted", "standard", "depressed"]

EARTH_RADIUS_KM = 6371.0
"""Mean radius of the Earth (IUGG)."""
EARTH_GRAVITY_KM3_S2 = 398600.4418
"""Gravitational parameter of the Earth, km³/s² (WGS 84)."""

LEAST = 0.001
MOST = 1e6
"""A meter, and the bounds of the Earth's pull: beyond them nothing is a flight (km, minutes)."""
FARTHEST_KM = math.pi * EARTH_RADIUS_KM
"""Half way round the Earth: no two points lie farther apart."""

# Apogee over that of the least-energy arc. Reported figures are rounded, and flights
# called "normal" or "standard" by those who tracked them lie between 0.75 and 1.2.
LOFTED_ABOVE = 1.5
DEPRESSED_BELOW = 0.65

# What no rounding and no shape of flight explains: see ``implausible``.
_LOWEST_RATIO = 0.1
_SHORTEST_SHARE = 0.8
_LONGEST_SHARE = 1.4
_LEEWAY_MINUTES = 2.0


@dataclass(frozen=True, slots=True)
class FlightArc:
    """The arc without air through a reported distance and apogee.

    ``apogee_ratio`` is the reported apogee over ``least_energy_apogee_km``, the
    apogee of the arc that spends least energy on the reported distance; ``shape``
    follows from it. ``speed_km_s`` and ``angle_degrees`` (above the horizon) hold
    where the arc leaves the ground, ``minutes`` for the whole arc.
    ``standard_distance_km`` is how far the same speed carries at least. Those four
    are None for a depressed flight, and ``standard_distance_km`` also where the
    speed carries to any point of the Earth; ``reason`` says which.
    """

    distance_km: float
    apogee_km: float
    least_energy_apogee_km: float
    apogee_ratio: float
    shape: Shape
    speed_km_s: float | None = None
    angle_degrees: float | None = None
    minutes: float | None = None
    standard_distance_km: float | None = None
    reason: str | None = None


def flight_arc(distance_km: float, apogee_km: float) -> FlightArc:
    """What the reported *distance_km* along the ground and *apogee_km* tell of a flight.

    Raises:
        ValueError: where a figure is below ``LEAST`` or above ``MOST``, or the distance
            is more than half way round the Earth.
    """
    _check(distance_km, apogee_km)
    lowest = least_energy_apogee_km(distance_km)
    ratio = apogee_km / lowest
    shape = _shape(ratio)
    if shape == "depressed":
        reason = "flew far below an arc without air, which therefore does not describe it"
        return FlightArc(distance_km, apogee_km, lowest, ratio, shape, reason=reason)
    speed, angle, minutes = _ellipse(distance_km, apogee_km)
    standard = standard_distance_km(speed)
    return FlightArc(
        distance_km,
        apogee_km,
        lowest,
        ratio,
        shape,
        speed_km_s=speed,
        angle_degrees=angle,
        minutes=minutes,
        standard_distance_km=standard,
        reason=None if standard is not None else "this speed carries to any point of the Earth",
    )


def least_energy_apogee_km(distance_km: float) -> float:
    """Apogee of the arc that covers *distance_km* with the least speed.

    With the range angle Ψ, that arc leaves the ground at (π − Ψ)/4 and peaks at
    R/2 · (sin Ψ/2 + cos Ψ/2 − 1) (Bate, Mueller and White, 6.2; Wheelon 1959): a
    quarter of the distance, where the Earth is nearly flat.
    """
    half = distance_km / EARTH_RADIUS_KM / 2
    return EARTH_RADIUS_KM / 2 * (math.sin(half) + math.cos(half) - 1)


def standard_distance_km(speed_km_s: float) -> float | None:
    """Ground distance of the least-energy arc that leaves the ground at *speed_km_s*.

    sin Ψ/2 = Q / (2 − Q), with Q = v² R / μ (Bate, Mueller and White, equation
    6.2-20). None where Q reaches 1, the speed of a circular orbit at the ground:
    nothing on the Earth is out of its reach.
    """
    energy = speed_km_s**2 * EARTH_RADIUS_KM / EARTH_GRAVITY_KM3_S2
    if energy >= 1:
        return None
    return 2 * EARTH_RADIUS_KM * math.asin(energy / (2 - energy))


def arc_minutes(distance_km: float, apogee_km: float) -> float:
    """Duration, in minutes, of the arc of *distance_km* and *apogee_km*, whatever its shape.

    Raises:
        ValueError: as ``flight_arc``; a *distance_km* of 0 is a flight straight up and down.
    """
    _check(LEAST if 0 <= distance_km < LEAST else distance_km, apogee_km)
    return _ellipse(distance_km, apogee_km)[2]


def apogee_of_minutes(minutes: float, distance_km: float = 0.0) -> float | None:
    """Apogee, in km, of the arc of *distance_km* that takes *minutes*.

    None where no arc up to a million kilometers high takes as long, or where any
    arc of that distance takes longer.
    """
    low, high = LEAST, MOST
    if not arc_minutes(distance_km, low) < minutes < arc_minutes(distance_km, high):
        return None
    while high - low > LEAST:
        middle = (low + high) / 2
        if arc_minutes(distance_km, middle) < minutes:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def ground_distance_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Length of the geodesic between two points on the WGS 84 ellipsoid, in km.

    Degrees, north and east positive. C. F. F. Karney, "Algorithms for geodesics",
    *Journal of Geodesy* 87 (2013), 43-55, through geographiclib.
    """
    line = Geodesic.WGS84.Inverse(
        latitude, longitude, other_latitude, other_longitude, Geodesic.DISTANCE
    )
    return float(line["s12"]) / 1000


def implausible(
    distance_km: float | None, apogee_km: float | None, flight_minutes: float | None
) -> list[str]:
    """What cannot be right in the figures reported of one ballistic flight.

    Each message says which figure does not fit which, and what would. Figures that
    are None are not looked at; an empty list means that nothing was found. What
    flies on wings or an engine all the way (a cruise missile, a drone) has no arc:
    do not ask this of it.
    """
    figures = (("distance", distance_km), ("altitude", apogee_km), ("flight time", flight_minutes))
    wrong = [
        f"a {name} of {value:g} is no {name}"
        for name, value in figures
        if value is not None and not LEAST <= value <= MOST
    ]
    if wrong:
        return wrong
    if distance_km is not None and distance_km > FARTHEST_KM:
        return [f"{distance_km:,.0f} km is more than half way round the Earth"]
    return [
        *_low_for_distance(distance_km, apogee_km),
        *_unlike_minutes(distance_km, apogee_km, flight_minutes),
        *_faster_than_orbit(distance_km, flight_minutes),
    ]


def _low_for_distance(distance_km: float | None, apogee_km: float | None) -> list[str]:
    if distance_km is None or apogee_km is None:
        return []
    lowest = least_energy_apogee_km(distance_km)
    if apogee_km >= _LOWEST_RATIO * lowest:
        return []
    message = (
        f"an altitude of {apogee_km:,.4g} km is too low for a ballistic flight of "
        f"{distance_km:,.0f} km: without air it would peak near {_rounded(lowest)} km or higher"
    )
    return [message]


def _unlike_minutes(
    distance_km: float | None, apogee_km: float | None, flight_minutes: float | None
) -> list[str]:
    if apogee_km is None or flight_minutes is None:
        return []
    if distance_km is not None and _stayed_in_the_air(distance_km, apogee_km):
        return []
    expected = arc_minutes(distance_km or 0.0, apogee_km)
    low = _SHORTEST_SHARE * expected - _LEEWAY_MINUTES
    high = _LONGEST_SHARE * expected + _LEEWAY_MINUTES
    if low <= flight_minutes <= high:
        return []
    fitting = apogee_of_minutes(flight_minutes, distance_km or 0.0)
    hint = f"; a flight of {flight_minutes:g} minutes peaks near {_rounded(fitting)} km"
    message = (
        f"an altitude of {apogee_km:,.4g} km does not go with {flight_minutes:g} minutes of "
        f"ballistic flight: the arc takes {expected:.1f} minutes{hint if fitting else ''}"
    )
    return [message]


def _stayed_in_the_air(distance_km: float, apogee_km: float) -> bool:
    """Whether a flight is depressed, so that no arc tells its time, and yet possible."""
    ratio = apogee_km / least_energy_apogee_km(distance_km)
    return _LOWEST_RATIO <= ratio < DEPRESSED_BELOW


def _faster_than_orbit(distance_km: float | None, flight_minutes: float | None) -> list[str]:
    if distance_km is None or flight_minutes is None:
        return []
    speed = distance_km / (flight_minutes * 60)
    if speed <= math.sqrt(EARTH_GRAVITY_KM3_S2 / EARTH_RADIUS_KM):
        return []
    message = (
        f"{distance_km:,.0f} km in {flight_minutes:g} minutes is {speed:.1f} km/s, "
        "faster than a satellite"
    )
    return [message]


def _rounded(kilometers: float | None) -> str:
    """To two figures: more would feign knowledge."""
    if kilometers is None:
        return ""
    digits = 1 - math.floor(math.log10(kilometers))
    return f"{round(kilometers, digits):,.6g}"


def _check(distance_km: float, apogee_km: float) -> None:
    for name, value in (("distance", distance_km), ("apogee", apogee_km)):
        if not LEAST <= value <= MOST:
            raise ValueError(f"a {name} of {value} km is no flight's")
    if distance_km > FARTHEST_KM:
        raise ValueError(f"{distance_km} km is more than half way round the Earth")


def _shape(ratio: float) -> Shape:
    if ratio > LOFTED_ABOVE:
        return "lofted"
    return "depressed" if ratio < DEPRESSED_BELOW else "standard"


def _ellipse(distance_km: float, apogee_km: float) -> tuple[float, float, float]:
    """Speed (km/s) and angle (degrees) at the ground, and duration (minutes), of the arc.

    The ellipse with its far apsis at R + apogee, through R at half the range angle on
    either side: r = p / (1 − e cos θ), θ counted from apogee. Time from Kepler's
    equation (Bate, Mueller and White, 6.2.7). At distance 0 it is a straight line, e = 1.
    """
    radius = EARTH_RADIUS_KM
    half = distance_km / radius / 2
    top = radius + apogee_km
    drop = 2 * radius * math.sin(half / 2) ** 2  # R (1 − cos half), without cancellation
    eccentricity = apogee_km / (apogee_km + drop)
    axis = top / (1 + eccentricity)
    parameter = axis * drop * (2 * apogee_km + drop) / (apogee_km + drop) ** 2  # a (1 − e²)
    speed = math.sqrt(EARTH_GRAVITY_KM3_S2 * (2 / radius - 1 / axis))
    level = math.sqrt(EARTH_GRAVITY_KM3_S2 * parameter) / (radius * speed)
    anomaly = math.acos(max(-1.0, min(1.0, (1 - radius / axis) / eccentricity)))
    swept = math.pi - anomaly + eccentricity * math.sin(anomaly)
    seconds = 2 * math.sqrt(axis**3 / EARTH_GRAVITY_KM3_S2) * swept
    return speed, math.degrees(math.acos(min(1.0, level))), seconds / 60
