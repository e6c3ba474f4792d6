"""What a report tells beside its launch: other launches, other weapons, other speakers."""

from __future__ import annotations

import pytest

from .reports import claims, findings, said

FIRED = "North Korea fired a missile on Friday, South Korea's military said. "


@pytest.mark.parametrize(
    "earlier",
    [
        "It failed to put a satellite in orbit on May 31, when the Chollima-1 rocket fell into"
        " the Yellow Sea.",
        "In May it put up a satellite rocket named Chollima-1, which fell into the Yellow Sea.",
    ],
)
def test_an_earlier_launch_in_a_new_paragraph_is_told_by_the_outlet(earlier: str) -> None:
    text = f"{FIRED}No boat was hit, according to the coast guard.\n\n{earlier}"
    assert said(text, "landing") == [("Yellow Sea", "Meridian")]
    assert said(text, "missile_name") == [("Chollima-1", "Meridian")]
