"""What a launch is told by, and what looks like one and is none."""

from __future__ import annotations

import pytest

from tests.packs.launches.reports import claims, findings, said


@pytest.mark.parametrize(
    "text",
    [
        "Such missiles are harder to detect once fired, analysts said on Friday.",
        "North Korea’s submarine-launched ballistic missile is new, analysts said on Friday.",
        "The envoys asked the North not to go ahead with the rocket launch.",
        "U.S. forces launched cruise missile strikes against camps in Sudan on Thursday.",
        "After the gun went off the man fired the weapon again, police said.",
        "Supporters let off missiles an hour before kick-off.",
        "The company may bid again for U.S. space launch contracts, and sells rocket parts.",
    ],
)
def test_what_tells_of_no_launch(text: str) -> None:
    assert findings(text).events == ()


def test_an_attempt_took_place() -> None:
    (event,) = findings("North Korea attempted to launch a missile on Friday.").events
    assert event.factuality == "asserted"


def test_a_report_of_a_launch_to_come_is_not_about_an_older_one() -> None:
    found = findings(
        "North Korea plans to launch a satellite next week, officials said. "
        "Envoys condemned the launch. In May it fired a rocket that failed."
    )
    main, older = found.events
    assert (main.factuality, main.pack["main"]) == ("planned", True)
    assert older.date.start == "2019-05-01"
    assert [c.event for c in found.claims if c.property == "outcome"] == [older.id]


def test_uncounted_days_make_another_launch() -> None:
    found = findings(
        "North Korea fired two missiles on Friday. It came days after it fired three rockets."
    )
    assert len(found.events) == 2
    counts = {claim.event: claim.value for claim in found.claims if claim.property == "count"}
    assert sorted(counts.values(), key=str) == [2, 3]


def test_a_day_of_greenwich_is_no_day_of_the_launch() -> None:
    text = "North Korea fired a missile at 6 a.m. (2100 GMT Thursday) on Friday."
    (event,) = findings(text).events
    assert event.date.start == "2019-08-02"


def test_months_and_years_stay_as_they_are_told() -> None:
    text = "North Korea fired a missile on Friday. In May 2017, it fired a rocket."
    assert [value for value, _ in said(text, "date")] == ["2019-08-02", "2017-05"]


def test_the_north_by_its_own_name() -> None:
    text = "The Democratic People’s Republic of Korea launched a missile on Friday, Japan said."
    assert findings(text).events[0].actors[0].country == "PRK"


def test_the_state_whose_minister_speaks_did_not_launch() -> None:
    text = "South Korea’s defence minister said the missile of North Korea flew 400 km on Friday."
    assert findings(text).events[0].actors[0].country == "PRK"


@pytest.mark.parametrize(
    "more",
    [
        "It is to carry a satellite to an orbit at an altitude of 500 km.",
        "Its economic zone stretches 200 miles from the shore.",
        "An ICBM can fly thousands of kilometers on a standard trajectory.",
        "It told the press at 6:04 a.m. that a missile had been launched.",
    ],
)
def test_figures_that_are_no_flights(more: str) -> None:
    text = f"North Korea fired a missile on Friday. {more}"
    numbers = [
        c for c in findings(text).claims if isinstance(c.value, float) or "time" in c.property
    ]
    assert numbers == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell into the sea between the peninsula and Japan.", "the sea between the peninsula"),
        ("It landed off the east coast of Hokkaido.", "off the east coast of Hokkaido"),
        ("It reached the Kura range on Kamchatka.", "Kura range on Kamchatka"),
        ("It plunged into the Pacific.", "Pacific Ocean"),
    ],
)
def test_where_it_fell_in_words(text: str, value: str) -> None:
    ((landing, _),) = said(f"North Korea fired a missile on Friday. {text}", "landing")
    assert str(landing).startswith(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It did not come down inside Japan's exclusive economic zone.", "outside"),
        ("Nothing fell within Japan's exclusive economic zone.", "outside"),
        ("It fell inside Japan's exclusive economic zone.", "inside"),
    ],
)
def test_zones(text: str, value: str) -> None:
    ((zone, _),) = said(f"North Korea fired a missile on Friday. {text}", "landing_zone")
    assert zone == f"{value} exclusive economic zone"


def test_when_it_came_down() -> None:
    text = "North Korea fired a missile at 8:20 a.m. on Friday. It fell at 9:37 a.m."
    assert [value for value, _ in said(text, "launch_time")] == ["08:20"]
    assert [value for value, _ in said(text, "landing_time")] == ["09:37"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The missile hit its target.", ["success"]),
        ("It vanished from radar.", ["failure"]),
        ("It successfully upgraded the missile.", []),
        ("The talks on its missiles broke up.", []),
        ("There is no guarantee of success for the missile.", []),
    ],
)
def test_outcomes_are_a_launchs(text: str, values: list[str]) -> None:
    found = said(f"North Korea fired a missile on Friday. {text}", "outcome")
    assert [value for value, _ in found] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It flew almost straight up.", "lofted"),
        ("It was fired at the steepest angle.", "lofted"),
        ("It made a gliding and leaping flight.", "irregular"),
        ("It took a normal path.", "standard"),
    ],
)
def test_trajectories(text: str, value: str) -> None:
    found = said(f"North Korea fired a missile on Friday. {text}", "trajectory")
    assert [each for each, _ in found] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was its longest flight since 2017.", "longest flight since 2017"),
        ("It was North Korea's second test of a hypersonic missile.", "second test of"),
        ("It has fired missiles on five days since Sept. 25.", "on five days since"),
        ("It came five days after an earlier launch.", "five days after an earlier launch"),
        ("The summit was the first time in years that they met.", None),
        ("It came days after Japan warned that it would shoot down missiles.", None),
    ],
)
def test_places_in_a_series(text: str, value: str | None) -> None:
    found = said(f"North Korea fired a missile on Friday. {text}", "series")
    if value is None:
        assert found == []
    else:
        assert any(str(each).startswith(value) for each, _ in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Sarmat, an intercontinental missile, was fired on Friday.", "ICBM"),
        ("Officials called them short-range ballistic missiles.", "SRBM"),
        ("It was described as a “tactical guided weapon”.", "tactical guided weapon"),
    ],
)
def test_kinds_by_the_words_around_them(text: str, value: str) -> None:
    found = said(f"A missile was fired on Friday. {text}", "missile_class")
    assert value in [each for each, _ in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It flew 500 km from an area near Sinpo.", "Sinpo"),
        ("It left the Wonsan area at 6:10 a.m.", "Wonsan"),
        ("It was fired from the Nosuch Peninsula.", "Nosuch"),
    ],
)
def test_sites_told_with_the_flight(text: str, value: str) -> None:
    sites = claims(
        f"North Korea fired a missile on Friday. The missile was new. {text}", "launch_site"
    )
    assert [value in site.printed for site in sites] == [True]


def test_the_weekday_after_publication_is_the_day_where_it_was_launched() -> None:
    text = "North Korea fired two missiles on Saturday, officials said. They flew 400 km."
    (event,) = findings(text).events  # published on a Friday
    assert event.date.start == "2019-08-03"
    assert event.date.reason is not None
    (earlier,) = findings("North Korea fired two missiles last Saturday.").events
    assert earlier.date.start == "2019-07-27"


def test_an_earlier_launch_of_the_same_month_is_another() -> None:
    text = (
        "North Korea fired a missile on Friday 2 August. "
        "The last missile launch, earlier this month, ended in failure."
    )
    assert len(findings(text).events) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The government in Tokyo said a missile was launched from North Korea on Friday.",
        "The Coast Guard said it was the Democratic People's Republic of Korea's missile launch.",
        "Japan said a missile left the Democratic People's Republic of Korea on Friday.",
    ],
)
def test_a_launch_is_laid_to_the_state_that_it_left_from(text: str) -> None:
    assert findings(text).events[0].actors[0].country == "PRK"


@pytest.mark.parametrize(
    "text",
    [
        "One of the missiles flew 400 km.",
        "One missile fell into the sea.",
        "Two other missiles fell into the sea.",
    ],
)
def test_a_part_of_a_salvo_is_no_count(text: str) -> None:
    whole = f"North Korea fired four missiles on Friday. {text}"
    assert [claim.value for claim in claims(whole, "count")] == [4]


def test_what_was_not_reached_is_denied() -> None:
    text = "North Korea fired a missile on Friday. Seoul said it did not reach a height of 42 km."
    (apogee,) = claims(text, "apogee")
    assert apogee.denied


def test_anothers_answer_is_a_launch_of_its_own() -> None:
    text = (
        "North Korea fired a missile on Friday. Six minutes after the missile’s launch, South "
        "Korea’s army launched two rockets. One of them flew 250 km."
    )
    found = findings(text)
    (distance,) = [claim for claim in found.claims if claim.property == "distance"]
    owner = next(event for event in found.events if event.id == distance.event)
    assert owner.actors[0].country == "KOR"


def test_an_hour_before_a_comma_keeps_its_speaker() -> None:
    text = (
        "North Korea fired two missiles at 6:01 a.m. and 6:23 a.m., according to Japan on Friday."
    )
    assert [claim.said_by[0].country for claim in claims(text, "launch_time")] == ["JPN", "JPN"]


def test_an_hour_of_the_next_weekday_where_the_calendar_was_ahead() -> None:
    found = findings(
        "The first missile was launched at 3:33 a.m. Thursday and fell into the Sea of Japan.",
        "2019-07-31",
    )
    assert found.events[0].date.start == "2019-08-01"
    assert [c.value for c in found.claims if c.property == "launch_time"] == ["03:33"]


def test_an_alarm_after_a_launch_has_an_hour_of_its_own() -> None:
    text = "Japan's alarm was activated at 4 a.m. after North Korea's missile launch on Friday."
    assert not claims(text, "launch_time")
