"""The scribe's sentences: the format is read exactly, and every sentence keeps to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.scribe.marked import CONTEXTS, MODES, BadSentence, faults, main, read, sentence_of

SENTENCES = sorted((Path(__file__).parents[2] / "training/scribe/sentences").glob("*.txt"))
GUIDE = Path(__file__).parents[2] / "training/scribe/GUIDE.md"
LAUNCH = [
    "<q1><a1>The North</a1> <e1>fired</e1> a missile</q1>, <a2>Seoul's army</a2> <c1>said</c1>.",
    "e1 MOBILIZE/weapons a1 > - asserted past military,technology",
    "q1 a2 c1",
]


def test_marks_become_offsets_into_the_bare_words() -> None:
    sentence = sentence_of(LAUNCH)
    assert sentence.text == "The North fired a missile, Seoul's army said."
    words = {
        name: [sentence.text[start:end] for start, end in spans]
        for name, spans in sentence.spans.items()
    }
    assert words == {
        "a1": ["The North"],
        "e1": ["fired"],
        "q1": ["The North fired a missile"],
        "a2": ["Seoul's army"],
        "c1": ["said"],
    }


def test_labels_become_events_and_attributions() -> None:
    sentence = sentence_of(LAUNCH)
    (event,) = sentence.events
    assert (event.type, event.mode, event.actors, event.recipients) == (
        "MOBILIZE",
        "weapons",
        ("a1",),
        (),
    )
    assert (event.factuality, event.tense, event.historical) == ("asserted", "past", False)
    (said,) = sentence.attributions
    assert (said.content, said.source, said.cue) == ("q1", "a2", "c1")


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (["No label here."], "no label"),
        (["<a1>He</a1> left.", "e1 RETREAT a1 > - asserted past -"], "not marked: e1"),
        (["He <e1>left</e1>.", "none"], "not labelled: e1"),
        (["He <e1>left</e1>.", "e1 LEAVE - > - asserted past -"], "no type"),
        (["He <e1>left</e1>.", "e1 AID/visit - > - asserted past -"], "no mode"),
        (["He <e1>left</e1>.", "e1 AID - > - sure past -"], "no factuality"),
        (["He <e1>left</e1>.", "e1 AID - > - asserted past sport"], "no such context"),
        (["He <e1>left.", "none"], "left open"),
        (["He <x1>left</x1>.", "none"], "left open, or not of the kinds"),
        (["<a1>He <e1>left</a1></e1>.", "none"], "crosses"),
        (["He<e1> left</e1>.", "e1 AID - > - asserted past -"], "space"),
        (["He left.", "nothing"], "a label like no other"),
        (["He left.", "none", "none"], "a label like no other"),
    ],
)
def test_what_breaks_the_format_is_said(block: list[str], words: str) -> None:
    with pytest.raises(BadSentence, match=words):
        sentence_of(block)


def test_a_file_is_read_with_remarks_and_faults_name_their_line(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text("# a remark\n" + "\n".join(LAUNCH) + "\n\nNo label.\n", encoding="utf-8")
    assert list(faults(path)) == ["some.txt:6: no label: none, e# or q#"]
    with pytest.raises(BadSentence, match=r"some\.txt:6"):
        list(read(path))
    assert main(tmp_path) == 1


def test_the_guide_names_every_type_mode_and_context() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for name in (*MODES, *(mode for modes in MODES.values() for mode in modes), *CONTEXTS):
        assert name in guide
    assert len(MODES) == 16
    assert sum(map(len, MODES.values())) == 67
    assert len(CONTEXTS) == 37


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_every_sentence_keeps_to_the_format(path: Path) -> None:
    assert list(faults(path)) == []
