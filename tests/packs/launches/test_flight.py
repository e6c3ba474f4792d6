from __future__ import annotations

import csv
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from polybius.packs.launches.flight import (
    EARTH_RADIUS_KM,
    FARTHEST_KM,
    apogee_of_minutes,
    arc_minutes,
    flight_arc,
    ground_distance_km,
    implausible,
    least_energy_apogee_km,
    standard_distance_km,
)
from tests.shared import shared

distances = st.floats(min_value=1, max_value=15_000)
ratios = st.floats(min_value=0.7, max_value=40)


def test_a_flight_of_a_short_least_energy_arc_peaks_at_a_quarter_of_its_distance() -> None:
    assert least_energy_apogee_km(4.0) == pytest.approx(1.0, rel=1e-3)


def test_a_short_arc_at_45_degrees_is_the_school_parabola() -> None:
    arc = flight_arc(10.0, 2.5)
    gravity = 398600.4418 / EARTH_RADIUS_KM**2
    assert arc.angle_degrees == pytest.approx(45, abs=0.1)
    assert arc.speed_km_s == pytest.approx(math.sqrt(gravity * 10.0), rel=2e-3)
    assert arc.minutes == pytest.approx(math.sqrt(2 * 10.0 / gravity) / 60, rel=2e-3)


def test_straight_up_and_down_is_a_free_fall_twice() -> None:
    gravity = 398600.4418 / EARTH_RADIUS_KM**2
    assert arc_minutes(0.0, 1.0) == pytest.approx(2 * math.sqrt(2 * 1.0 / gravity) / 60, rel=1e-3)


def test_220_km_at_25_km_is_depressed_and_nothing_more_is_told() -> None:
    arc = flight_arc(220, 25)
    assert arc.shape == "depressed"
    assert arc.least_energy_apogee_km == pytest.approx(54.5, abs=0.1)
    assert (arc.speed_km_s, arc.angle_degrees, arc.minutes, arc.standard_distance_km) == (None,) * 4
    assert arc.reason


def test_a_lofted_flight_carries_farther_on_a_standard_trajectory() -> None:
    arc = flight_arc(950, 4475)
    assert arc.shape == "lofted"
    assert arc.standard_distance_km == pytest.approx(9980, abs=10)
    assert arc.minutes == pytest.approx(50.3, abs=0.1)


def test_above_the_speed_of_a_circular_orbit_no_distance_is_told() -> None:
    arc = flight_arc(1001, 7687)
    assert arc.standard_distance_km is None
    assert arc.reason == "this speed carries to any point of the Earth"


@pytest.mark.parametrize(
    ("distance", "apogee"), [(0, 10), (10, 0), (-1, 5), (math.nan, 5), (5, math.inf), (21_000, 100)]
)
def test_figures_that_are_no_flight_are_refused(distance: float, apogee: float) -> None:
    with pytest.raises(ValueError, match=r"no flight|half way round"):
        flight_arc(distance, apogee)


@given(distances)
def test_the_least_energy_arc_goes_as_far_as_its_own_speed_carries(distance: float) -> None:
    arc = flight_arc(distance, least_energy_apogee_km(distance))
    assert arc.shape == "standard"
    assert arc.standard_distance_km == pytest.approx(distance, rel=1e-5)


@given(distances, ratios)
def test_no_arc_of_the_same_distance_needs_less_speed(distance: float, ratio: float) -> None:
    lowest = least_energy_apogee_km(distance)
    least = flight_arc(distance, lowest).speed_km_s
    other = flight_arc(distance, lowest * ratio)
    assert least is not None
    assert other.speed_km_s is not None
    assert other.speed_km_s >= least * (1 - 1e-9)
    if other.standard_distance_km is not None:
        assert other.standard_distance_km >= distance * (1 - 1e-5)


@given(distances, ratios)
def test_the_orbit_flown_from_speed_and_angle_comes_back_to_the_reported_figures(
    distance: float, ratio: float
) -> None:
    """Bate, Mueller and White 6.2-10: from speed and angle to range, then to apogee."""
    apogee = least_energy_apogee_km(distance) * ratio
    arc = flight_arc(distance, apogee)
    assert arc.speed_km_s is not None
    assert arc.angle_degrees is not None
    level = math.cos(math.radians(arc.angle_degrees)) ** 2
    energy = arc.speed_km_s**2 * EARTH_RADIUS_KM / 398600.4418
    eccentricity = math.sqrt(max(0.0, 1 + energy * (energy - 2) * level))
    assume(eccentricity > 1e-3)
    half = math.acos(max(-1.0, min(1.0, (1 - energy * level) / eccentricity)))
    assert 2 * half * EARTH_RADIUS_KM == pytest.approx(distance, rel=1e-3, abs=0.01)
    axis = EARTH_RADIUS_KM / (2 - energy)
    assert axis * (1 + eccentricity) - EARTH_RADIUS_KM == pytest.approx(apogee, rel=1e-3)


@given(st.floats(min_value=0, max_value=15_000), st.floats(min_value=1, max_value=20_000))
def test_the_apogee_that_takes_as_long_is_found_again(distance: float, apogee: float) -> None:
    assume(apogee > 1e-3 * distance)
    found = apogee_of_minutes(arc_minutes(distance, apogee), distance)
    assert found == pytest.approx(apogee, rel=1e-2, abs=0.1)


def test_no_arc_takes_no_time_or_for_ever() -> None:
    assert apogee_of_minutes(1, 5_000) is None
    assert apogee_of_minutes(1e9) is None


@given(st.floats(min_value=0.1, max_value=12))
def test_faster_carries_farther(speed: float) -> None:
    slow, fast = standard_distance_km(speed), standard_distance_km(speed * 1.01)
    assert fast is None or (slow is not None and slow < fast <= FARTHEST_KM)


def test_distances_are_along_the_ellipsoid() -> None:
    # A degree of latitude at the equator, and Pyongyang to Tokyo.
    assert ground_distance_km(0, 0, 1, 0) == pytest.approx(110.574, abs=0.001)
    assert ground_distance_km(39.0392, 125.7625, 35.6895, 139.6917) == pytest.approx(1290, abs=10)


def test_six_kilometers_do_not_go_with_71_minutes() -> None:
    (message,) = implausible(None, 6, 71)
    assert "71 minutes peaks near 6,600 km" in message


def test_an_altitude_far_too_low_for_the_distance_is_told() -> None:
    (message,) = implausible(1100, 6, None)
    assert "too low" in message


@pytest.mark.parametrize(
    ("distance", "apogee", "minutes"),
    [
        (None, None, None),
        (220, 25, None),
        (1080, 6200, 71),
        (800, 2000, 30),
        (600, 50, 10),  # glided: no arc tells its time
        (450, 120, 6),
        (None, 4475, 53),
        (3700, None, 19),
    ],
)
def test_flights_as_they_are_reported_pass(
    distance: float | None, apogee: float | None, minutes: float | None
) -> None:
    assert implausible(distance, apogee, minutes) == []


@pytest.mark.parametrize(
    ("distance", "apogee", "minutes", "words"),
    [
        (30_000, None, None, "half way round"),
        (1_000, None, 1, "faster than a satellite"),
        (0, None, None, "no distance"),
        (None, -3, None, "no altitude"),
        (None, 4_475, 5, "does not go with"),
        (None, math.inf, 5, "no altitude"),
    ],
)
def test_what_cannot_be_is_said_in_words(
    distance: float | None, apogee: float | None, minutes: float | None, words: str
) -> None:
    assert any(words in message for message in implausible(distance, apogee, minutes))


@given(*[st.one_of(st.none(), st.floats()) for _ in range(3)])
def test_no_figures_make_the_check_fail(
    distance: float | None, apogee: float | None, minutes: float | None
) -> None:
    assert all(implausible(distance, apogee, minutes))


@pytest.mark.gold
def test_published_flights_have_the_arcs_that_were_computed_elsewhere() -> None:
    with shared("gold/trajectories.csv").open(encoding="utf-8", newline="") as rows:
        flights = [row for row in csv.DictReader(rows) if row["model_v_km_s"]]
    assert len(flights) > 30
    for row in flights:
        arc = flight_arc(float(row["flight_distance_km"]), float(row["apogee_km"]))
        name = f"{row['missile']} {row['date']}"
        published = row["shape"].replace("near minimum-energy", "standard")
        assert arc.shape == published, name
        assert arc.apogee_ratio == pytest.approx(float(row["apogee_ratio"]), abs=0.006), name
        lowest = float(row["min_energy_apogee_km"])
        assert arc.least_energy_apogee_km == pytest.approx(lowest, abs=0.06), name
        if arc.shape == "depressed":
            continue
        assert arc.speed_km_s == pytest.approx(float(row["model_v_km_s"]), abs=0.006), name
        assert arc.angle_degrees == pytest.approx(float(row["model_launch_angle_deg"]), abs=0.06)
        assert arc.minutes == pytest.approx(float(row["model_time_min"]), abs=0.06), name
        farthest = row["model_max_range_km"]
        if farthest:
            assert arc.standard_distance_km == pytest.approx(float(farthest), abs=6), name
        else:
            assert arc.standard_distance_km is None, name
