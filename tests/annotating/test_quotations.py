from __future__ import annotations

import pytest

from tests.annotating.quoting import only, said


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The ministry said that two rockets fell into the sea.",
            "The ministry", "said", "that two rockets fell into the sea",
        ),
        (
            "The ministry said two rockets fell into the sea.",
            "The ministry", "said", "two rockets fell into the sea",
        ),
        (
            "Two rockets fell into the sea, the ministry said.",
            "the ministry", "said", "Two rockets fell into the sea",
        ),
        (
            "The rocket had failed, said Ana Ruiz, a researcher at a Madrid institute.",
            "Ana Ruiz, a researcher at a Madrid institute", "said", "The rocket had failed",
        ),
        (
            "Ana Ruiz, head of Watch Group, a monitor, said the rocket had failed.",
            "Ana Ruiz, head of Watch Group, a monitor,", "said", "the rocket had failed",
        ),
        (
            "The premier told reporters in Oslo on Monday that talks would go on.",
            "The premier", "told", "that talks would go on",
        ),
        (
            "The rocket, Chile's coast guard said, may have broken up.",
            "Chile's coast guard", "said", "The rocket | may have broken up",
        ),
        (
            "According to two diplomats, the talks failed.",
            "two diplomats", "According to", "the talks failed",
        ),
        (
            "The talks failed, according to two diplomats.",
            "two diplomats", "according to", "The talks failed",
        ),
        (
            "In Peru's view, the rocket was a threat.",
            "Peru's", "In Peru's view", "the rocket was a threat",
        ),
        (
            "Peru urged Chile to return to the table.",
            "Peru", "urged", "Chile to return to the table",
        ),
        (
            "The council demanded that Chile stop the tests.",
            "The council", "demanded", "that Chile stop the tests",
        ),
        (
            "The envoy asked whether the rocket had flown.",
            "The envoy", "asked", "whether the rocket had flown",
        ),
        (
            "Peru vowed to answer the launch.",
            "Peru", "vowed", "to answer the launch",
        ),
        (
            "Peru condemned the launch of two rockets.",
            "Peru", "condemned", "the launch of two rockets",
        ),
        (
            "As the minister put it, the launch was a warning.",
            "the minister", "put it", "the launch was a warning",
        ),
        (
            "The army released images that experts say were old.",
            "experts", "say", "were old",
        ),
        (
            "A report by the panel found that Chile had broken the rules.",
            "A report by the panel", "found", "that Chile had broken the rules",
        ),
        (
            "Chile: rocket test went well",
            "Chile", ":", "rocket test went well",
        ),
        (
            "Rocket test went well: Chile",
            "Chile", ":", "Rocket test went well",
        ),
    ],
)  # fmt: skip
def test_reported_speech(text: str, source: str, cue: str, content: str) -> None:
    found = only(text)
    assert (found.source, found.cue, found.content) == (source, cue, content)
    assert not found.quotation.attitude


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The talks failed,” Mr. Ruiz said.", "“The talks failed,”"),
        ("\"The talks failed,\" Mr. Ruiz said.", "\"The talks failed,\""),
        ("‘The talks failed,’ Mr. Ruiz said.", "‘The talks failed,’"),
        ("'The talks failed,' Mr. Ruiz said.", "'The talks failed,'"),
        ("``The talks failed,'' Mr. Ruiz said.", "``The talks failed,''"),
        ("''The talks failed,'' Mr. Ruiz said.", "''The talks failed,''"),
        ("«The talks failed,» Mr. Ruiz said.", "«The talks failed,»"),
        ("“He called it ‘a farce’ and left,” Mr. Ruiz said.", "“He called it ‘a farce’ and left,”"),
        ("Mr. Ruiz said: “The talks failed. We go on.”", "“The talks failed. We go on.”"),
        ("“The talks,” Mr. Ruiz said, “have failed.”", "“The talks,” | “have failed.”"),
        ("“They failed,” Mr. Ruiz said. “We go on.”", "“They failed,” | “We go on.”"),
    ],
)  # fmt: skip
def test_direct_speech(text: str, content: str) -> None:
    found = only(text)
    assert found.content == content
    assert found.source == "Mr. Ruiz"
    assert found.quotation.kind == "direct"


def test_an_apostrophe_opens_no_quotation() -> None:
    found = only("The officials' plan was 'too costly,' the mayor said.")
    assert found.quotation.kind == "mixed"


def test_partly_quoted_speech_is_mixed() -> None:
    found = only("Talks with Chile are “going well even now”, the envoy said.")
    assert found.content == "Talks with Chile are “going well even now”"
    assert found.quotation.kind == "mixed"


def test_the_full_stop_inside_the_marks_belongs_to_the_content() -> None:
    assert only("Peru called the launch “a grave error.”").content == "the launch “a grave error.”"


def test_paragraphs_of_one_quotation_reopen_it() -> None:
    text = "Mr. Ruiz wrote: “We met on Monday.\n\n“We shall meet again.”"
    found = only(text)
    assert found.content == "“We met on Monday. | “We shall meet again.”"


def test_a_quoted_paragraph_goes_on_with_the_speaker_before() -> None:
    text = "The army was ready, said Ana Ruiz, a retired colonel.\n\n“Its aim is to deter others.”"
    first, second = said(text)
    assert second.content == "“Its aim is to deter others.”"
    assert second.cue is None
    assert second.quotation.reason is not None
    assert second.speaker == first.speaker == "Ana Ruiz"


def test_verbs_in_coordination_share_their_subject() -> None:
    text = "Envoys of Peru, Chile and Spain urged Cuba to hold talks and said the ban must stay."
    urged, told = said(text)
    assert urged.content == "Cuba to hold talks"
    assert told.content == "the ban must stay"
    assert urged.source == told.source == "Envoys of Peru, Chile and Spain"


def test_a_leading_clause_ends_where_the_main_clause_starts() -> None:
    found = said("While Peru says it kept its word, the council demanded that it stop the tests.")
    assert found[0].content == "it kept its word"


def test_a_participle_takes_the_subject_of_its_sentence() -> None:
    found = said("The mayor left the hall, saying the vote was a sham.")
    assert (found[-1].source, found[-1].content) == ("The mayor", "the vote was a sham")


def test_attitudes_are_marked() -> None:
    found = only("Analysts believe that the rocket failed.")
    assert found.quotation.attitude
    assert only("Peru wants to join the talks.").quotation.attitude


def test_denials_are_marked() -> None:
    assert only("Cuba denied that it had fired a rocket.").quotation.denied
    assert not only("Cuba did not deny that it had fired a rocket.").quotation.denied


def test_a_noun_may_be_the_cue() -> None:
    found = said("Cuba's claim that the rocket failed was false.")
    assert found[0].source == "Cuba's"
    assert found[0].content == "that the rocket failed"


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Spain said the rocket appeared to be new.", ("appeared to be",)),
        ("Spain said it may have flown about 300 km.", ("may have", "about")),
        ("Spain said early reports indicated it was new.", ("early reports", "indicated")),
        ("Spain said it saw at least one rocket, and possibly more.", ("at least", "possibly")),
        ("Spain said a suspected rocket was likely fired.", ("suspected", "likely")),
        ("Spain reportedly said the rocket failed.", ("reportedly",)),
        ("Spain said in May that talks on the rocket were about to end.", ()),
    ],
)  # fmt: skip
def test_hedges(text: str, hedges: tuple[str, ...]) -> None:
    assert said(text)[0].hedges == hedges


@pytest.mark.parametrize("dateline", ["LIMA (TVL) – ", "LIMA, Jan. 11 (Lima Press) -- ", "LIMA: "])
def test_the_dateline_is_no_part_of_the_content(dateline: str) -> None:
    found = only(f"{dateline}Chile fired a rocket on Monday, the navy said.")
    assert found.content == "Chile fired a rocket on Monday"


def test_text_without_speech_has_no_quotations() -> None:
    assert said("The leader observed the launch of a rocket called the Condor.") == []
    assert said("The rocket flew 300 km and fell into the sea.") == []
    assert said("") == []
