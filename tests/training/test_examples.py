"""From marked sentences and corpora to what the heads are to say of each word."""

from __future__ import annotations

from pathlib import Path

from training.scribe.agreement import agreement, pairs
from training.scribe.examples import (
    ENTITIES,
    FACTUALITIES,
    PARTS,
    TYPES,
    of_gum,
    of_iob2,
    of_sentence,
)
from training.scribe.marked import sentence_of

BLOCK = [
    "<a1>Oslo</a1> <e1>accused</e1> <a2>the rebels</a2> of <e2>burning</e2> <a3>two ferries</a3>.",
    "e1 ACCUSE/allege a1 > a2 asserted past legal",
    "e2 ASSAULT/destroy a2 > a3 possible past -",
]

IOB2 = """# sent_id = 1
1\tAnna\tB-PER\t-\t-
2\tBerg\tI-PER\t-\t-
3\tleft\tO\t-\t-
4\tOslo\tB-LOC\t-\t-

"""

GUM = """# sent_id = 1
1\tMayor\tmayor\tNOUN\tNN\t_\t0\troot\t_\tEntity=(1-person-new-2-sgl
2\tBerg\tBerg\tPROPN\tNNP\t_\t1\tappos\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-place-new-3-sgl
5\tcity\tcity\tNOUN\tNN\t_\t6\tcompound\t_\t_
6\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_
7\tOslo\tOslo\tPROPN\tNNP\t_\t3\tobj\t_\tEntity=(3-place-new-1-sgl)2)

"""


def test_a_sentence_teaches_its_triggers_and_their_parts() -> None:
    example = of_sentence(sentence_of(BLOCK))
    first, second = example.triggers or []
    assert [example.words[each.at] for each in (first, second)] == ["accused", "burning"]
    assert [TYPES[each.type] for each in (first, second)] == ["ACCUSE", "ASSAULT"]
    assert [FACTUALITIES[each.factuality] for each in (first, second)] == ["asserted", "possible"]
    told = {
        word: PARTS[part] for word, part in zip(example.words, second.parts, strict=True) if part
    }
    assert told == {
        "the": "B-actor",
        "rebels": "I-actor",
        "two": "B-recipient",
        "ferries": "I-recipient",
    }


def test_a_pair_has_the_type_of_its_event() -> None:
    example = of_sentence(sentence_of(BLOCK))
    roles, type_ = example.relations[0]
    assert TYPES[type_] == "ACCUSE"
    assert [word for word, role in zip(example.words, roles, strict=True) if role == 1] == ["Oslo"]
    assert [word for word, role in zip(example.words, roles, strict=True) if role == 2] == [
        "the",
        "rebels",
    ]


def test_names_are_read_from_both_corpora(tmp_path: Path) -> None:
    path = tmp_path / "corpus"
    path.write_text(IOB2, encoding="utf-8")
    (one,) = of_iob2(path)
    path.write_text(GUM, encoding="utf-8")
    (two,) = of_gum(path)
    assert [ENTITIES[label] for label in one.entities or []] == ["B-PER", "I-PER", "O", "B-LOC"]
    named = [
        (word, ENTITIES[label])
        for word, label in zip(two.words, two.entities or [], strict=True)
        if label
    ]
    assert named == [("Berg", "B-PER"), ("Oslo", "B-LOC")]


def test_agreement_counts_what_both_say() -> None:
    other = [
        BLOCK[0],
        BLOCK[1].replace("a1 > a2", "a1 > -"),
        BLOCK[2].replace("possible", "asserted"),
    ]
    found = agreement(pairs([sentence_of(BLOCK)], [sentence_of(other)]))
    assert found["triggers, F1"] == found["type"] == found["actors"] == 1
    assert found["recipients"] == found["factuality"] == 0.5
