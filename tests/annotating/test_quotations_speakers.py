from __future__ import annotations

import pytest

from polybius.nouns import Actor
from tests.annotating.quoting import only, said


def test_a_named_person_has_name_and_office() -> None:
    speaker = only("Peru's foreign minister, Ana Ruiz, said talks had failed.").quotation.speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Ana Ruiz", "Peru's foreign minister")


def test_an_office_before_the_name() -> None:
    speaker = only("U.S. Secretary of State Jane Doe said talks had failed.").quotation.speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Jane Doe", "U.S. Secretary of State")


def test_an_office_after_the_name() -> None:
    speaker = only("Talks failed, said Jane Doe, an expert at a think tank.").quotation.speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Jane Doe", "expert at a think tank")


def test_a_surname_means_the_person_named_before() -> None:
    text = "Chile's President Juan Soto left. Soto said the test was his last."
    found = only(text)
    assert found.source == "Soto"
    assert found.speaker == "Juan Soto"
    assert found.quotation.speaker is not None
    assert found.quotation.speaker.role == "Chile's President"
    assert found.quotation.speaker.span is not None
    assert found.quotation.speaker.span.start < text.index("Soto said")


def test_a_family_name_that_comes_first() -> None:
    text = "President Moon Jae-in met envoys. Moon said the talks went well."
    assert only(text).speaker == "Moon Jae-in"


def test_an_office_is_kept_for_a_surname() -> None:
    first, second = said("President Soto said talks failed. Soto said they would go on.")
    assert first.quotation.speaker is not None
    assert second.quotation.speaker is not None
    assert second.quotation.speaker.role == first.quotation.speaker.role == "President"


def test_a_participle_is_said_by_whom_can_speak() -> None:
    text = "The test is the first since a new president took office, saying he wanted talks."
    assert said(text)[-1].speaker == "new president"


def test_pronouns_go_back_to_the_speaker_before() -> None:
    first, second = said("Mary Doe said the talks failed. She added that no one was hurt.")
    assert first.speaker == second.speaker == "Mary Doe"


def test_pronouns_agree_in_gender() -> None:
    text = "Mary Doe said talks failed. John Roe said they went on. She said she was sure of it."
    assert [each.speaker for each in said(text)] == ["Mary Doe", "John Roe", "Mary Doe"]


def test_they_are_several() -> None:
    text = "U.S. officials said the rocket failed. They said it broke up in flight."
    assert [each.speaker for each in said(text)] == ["U.S. officials", "U.S. officials"]


def test_it_is_a_body() -> None:
    text = "Juan Soto met Chile's navy. The navy said a ship was lost. It said fog was to blame."
    assert [each.speaker for each in said(text)] == ["navy", "navy"]


def test_two_speakers_are_named_together() -> None:
    assert only("Juan Soto and Mary Doe said talks failed.").speaker == "Juan Soto and Mary Doe"


def test_the_ministry_is_the_one_named_before() -> None:
    text = "Chile's defense ministry said the rocket flew. The ministry said it fell at sea."
    assert [each.speaker for each in said(text)] == ["Chile's defense ministry"] * 2


def test_the_president_is_the_one_named_before() -> None:
    text = "President Juan Soto said talks failed. The president said they would go on."
    assert [each.speaker for each in said(text)] == ["Juan Soto"] * 2


def test_an_acronym_is_led_back_to_its_full_form() -> None:
    text = "The Joint Staff Office (JSO) in Lima said a rocket flew. It fell at sea, the JSO said."
    assert [each.speaker for each in said(text)] == ["Joint Staff Office (JSO) in Lima"] * 2


def test_unnamed_officials_keep_their_words() -> None:
    found = only("A Spanish official who asked not to be named said the rocket failed.")
    assert found.speaker is not None
    assert "Spanish official" in found.speaker


def test_an_unknown_pronoun_has_a_reason() -> None:
    found = only("He said the rocket failed.")
    assert found.speaker is None
    assert found.quotation.reason is not None


def test_two_named_people_leave_they_unknown() -> None:
    text = "Juan Soto's visit to Mary Doe, where they agreed to go on, ended."
    assert said(text)[0].speaker is None


def test_who_is_the_noun_before() -> None:
    text = "Officials, who said talks had failed, left."
    assert said(text)[0].speaker == "Officials"


def test_citing_names_the_nearest_speaker() -> None:
    for text in (
        "TV Lima reported, citing a Spanish official, that the rocket flew.",
        "The rocket flew, TV Lima reported, citing a Spanish official.",
        "Citing a Spanish official, TV Lima said the rocket flew.",
        "TV Lima, citing a Spanish official, said the rocket flew.",
    ):
        found = only(text)
        assert found.chain == ("Spanish official", "TV Lima"), text
        assert found.speaker == "Spanish official"


def test_a_reason_cited_is_no_speaker() -> None:
    found = said("Citing a shortage of fuel, the ministry said it would stop flights.")
    assert found[-1].chain == ("ministry",)


def test_quoted_as_saying_is_a_chain() -> None:
    for text in (
        "“We will answer,” Juan Soto was quoted as saying by state media.",
        "Juan Soto was quoted by state media as saying the test went well.",
        "Juan Soto was quoted by state media reporting that the test went well.",
        "State media quoted Juan Soto as saying the test went well.",
    ):
        chain = only(text).chain
        assert [name and name.lower() for name in chain] == ["juan soto", "state media"], text


def test_what_somebody_says_another_said_is_a_chain() -> None:
    found = said("The rocket failed, the navy said, according to TV Lima.")
    assert ("navy", "TV Lima") in [each.chain for each in found]


def test_what_a_speaker_says_of_himself_is_one_statement() -> None:
    assert len(said("Juan Soto said he hoped that talks would go on.")) == 1


def test_speakers_are_looked_up_with_their_full_words() -> None:
    asked: list[tuple[str, str]] = []

    def resolve(words: str, context: str) -> Actor:
        asked.append((words, context))
        return Actor(words, country="PER", sectors=("GOV",))

    found = said("Peru's foreign minister, Ana Ruiz, said talks had failed.", resolve)
    speaker = found[0].quotation.speaker
    assert speaker is not None
    assert (speaker.name, speaker.country, speaker.sectors) == ("Ana Ruiz", "PER", ("GOV",))
    assert asked == [
        (
            "Peru's foreign minister Ana Ruiz",
            "Peru's foreign minister, Ana Ruiz, said talks had failed.",
        )
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In July 2016 Lima said the rocket failed.", "Lima"),
        ("In 2016 Lima said the rocket failed.", "Lima"),
        ("In April Soto said the rocket failed.", "Soto"),
        ("Early in December Lima warned that talks would end.", "Lima"),
        ("At ten to four Peru's navy said the rocket failed.", "Peru's navy"),
        ("Earlier in the week Juan Soto said the rocket failed.", "Juan Soto"),
        ("Only in the evening of the same day Lima said that it failed.", "Lima"),
        ("In return Juan Soto said the rocket failed.", "Juan Soto"),
        ("Last month Peru said the rocket failed.", "Peru"),
        ("Peru this week said the rocket failed.", "Peru"),
        ("Chile earlier this week said the rocket failed.", "Chile"),
        ("The 15-member Andean Council said the rocket failed.", "15-member Andean Council"),
        ("April Soto said the rocket failed.", "April Soto"),
        ("Many in Lima said the rocket failed.", "Many in Lima"),
    ],
)
def test_when_it_was_said_is_no_part_of_the_speaker(text: str, speaker: str) -> None:
    assert said(text)[-1].speaker == speaker


def test_months_begin_no_name() -> None:
    text = "In April Soto left. On Friday Soto said in Quito that talks had failed."
    assert only(text).speaker == "Soto"


@pytest.mark.parametrize("thing", ["events", "launches", "missile", "outrage"])
def test_things_say_nothing(thing: str) -> None:
    found = said(f"The {thing} recalled that talks had failed.")
    assert [each.speaker for each in found] == [None]
    assert found[0].quotation.reason == f"“{thing}” is nobody who could say it"


def test_words_put_out_are_said_by_whom_put_them_out() -> None:
    text = "At ten past four TV Lima, the state channel, sent a flash. The line said a rocket fell."
    assert said(text)[-1].speaker == "TV Lima"


def test_it_is_whose_slip_it_was() -> None:
    text = (
        "Peru's defence ministry said it was watching.\n\n"
        "It was the second slip by TV Lima in a year. In May it told viewers that a rocket fell."
    )
    assert said(text)[-1].speaker == "TV Lima"


def test_others_are_of_those_who_spoke_before() -> None:
    text = "Several analysts said the rocket failed. Others say that it flew."
    assert [each.speaker for each in said(text)] == ["analysts", "other analysts"]
