from lxml import etree

from polybius.reading.body.breaks import mend_lists, part_at_breaks
from polybius.reading.body.extraction import Block, blocks, extract
from polybius.reading.body.tables import flatten_layout
from tests.reading.fixtures import REPORT, tree


def body_of(markup: str) -> list[Block]:
    return list(blocks(etree.fromstring(f"<body>{markup}</body>")))


def test_blocks_in_reading_order() -> None:
    assert body_of(
        "<head>One</head><p>Two <hi>three</hi> four</p><list><item>Five</item></list>"
    ) == [
        Block("One", head=True),
        Block("Two three four"),
        Block("Five"),
    ]


def test_line_breaks_part_paragraphs_but_not_sentences() -> None:
    assert [block.text for block in body_of("<p>It ended.<lb/>It began.</p>")] == [
        "It ended.",
        "It began.",
    ]
    assert [block.text for block in body_of("<p>It went<lb/>on and on.</p>")] == [
        "It went on and on."
    ]


def test_rows_of_data_are_lines() -> None:
    first, second = "<cell>Aurora</cell><cell>frigate</cell>", "<cell>Brisa</cell>"
    rows = f"<table><row>{first}</row><row>{second}</row></table>"
    assert [block.text for block in body_of(rows)] == ["Aurora | frigate", "Brisa"]


def test_empty_blocks_are_left_out() -> None:
    assert body_of("<p> </p><p>\u200b</p><list><item/></list>") == []


def test_a_report_is_found_and_the_tree_left_as_it_was() -> None:
    paragraphs = "".join(f"<p>{sentence} {sentence[::-1]}</p>" for sentence in REPORT)
    root = tree(f"<html><body><article>{paragraphs}</article></body></html>")
    before = etree.tostring(root)
    assert [block.text.startswith(s) for block, s in zip(extract(root), REPORT, strict=True)] == [
        True
    ] * 4
    assert etree.tostring(root) == before


def test_no_report_is_no_block() -> None:
    assert extract(tree("<html><body></body></html>")) == []


def test_double_breaks_make_paragraphs() -> None:
    root = tree(
        "<div>One <b>and</b> <i>two</i>.<br><br>Three<br>four.<br> <br><p>Five</p>Six</div>"
    )
    part_at_breaks(root)
    assert [" ".join(p.text_content().split()) for p in root.iter("p")] == [
        "One and two.",
        "Threefour.",
        "Five",
        "Six",
    ]


def test_single_breaks_and_paragraphs_stay() -> None:
    markup = b"<div>One<br>two<p>three<br><br>four</p></div>"
    root = tree(markup)
    before = etree.tostring(root)
    part_at_breaks(root)
    assert etree.tostring(root) == before


def test_layout_tables_are_flattened_and_data_stays() -> None:
    long = "A long sentence about the boats. " * 12
    root = tree(
        f"<table id=layout><tr><td colspan=9007199254740991>{long}</td></tr></table>"
        "<table id=data><tr><th>Boat</th><th>Kind</th></tr>"
        "<tr><td>Aurora</td><td>frigate</td></tr></table>"
        "<table id=picture><tr><td><img></td></tr><tr><td>A boat. (Ann Roe)</td></tr></table>"
        "<table id=outer><tr><td>"
        "<table id=inner><tr><td>1</td><td>2</td></tr></table></td></tr></table>"
        "<table id=told role=presentation><tr><td>1</td><td>2</td></tr></table>"
    )
    flatten_layout(root)
    tags = {element.get("id"): element.tag for element in root.iter("*") if element.get("id")}
    assert tags == {
        "layout": "div",
        "data": "table",
        "picture": "figure",
        "outer": "div",
        "inner": "table",
        "told": "div",
    }
    assert not root.xpath("//*[@colspan]")


def test_items_of_no_list_are_paragraphs() -> None:
    root = tree("<div><li>One<li>Two</div><ul><li>Three</ul>")
    mend_lists(root)
    assert [item.tag for item in root.iter("p", "li")] == ["p", "p", "li"]
