import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.reading.about.structured import Structured, structured_data
from polybius.reading.about.titles import Titles
from tests.hostile.attacks import JSON_SHAPES

NOBODY = Titles.of([])


def read(value: object, *titles: str) -> Structured:
    return structured_data(
        [value if isinstance(value, str) else json.dumps(value)], Titles.of(titles)
    )


def test_an_article_in_a_graph_with_references() -> None:
    graph = {
        "@graph": [
            {"@type": "Organization", "@id": "#o", "name": "The Ledger"},
            {"@type": "Person", "@id": "#p", "name": "Ann Roe"},
            {
                "@type": ["NewsArticle"],
                "headline": "Two &amp; a half rockets",
                "datePublished": "2019-08-02",
                "author": [{"@id": "#p"}, "Bo Li", {"@type": "Organization", "name": "AFP"}],
                "publisher": {"@id": "#o"},
                "provider": {"name": "Reuters"},
            },
        ]
    }
    assert read(graph) == Structured(
        headlines=("Two & a half rockets",),
        published="2019-08-02",
        authors=("Ann Roe", "Bo Li"),
        organisations=("AFP",),
        publisher="The Ledger",
        provider="Reuters",
    )


def test_the_article_of_the_page_among_others() -> None:
    articles = [
        {
            "@type": "NewsArticle",
            "headline": "Something else entirely happened",
            "datePublished": "1",
        },
        {"@type": "NewsArticle", "headline": "The rocket that flew twice", "datePublished": "2"},
    ]
    assert read(articles, "The rocket that flew twice").published == "2"
    assert read(articles).published == "1"


@pytest.mark.parametrize(
    "written",
    [
        '<!-- {"@type": "Article", "headline": "H"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "H"}\n//]]>',
        '{"@type": "Article", "headline": "H",}',
        '{"@type": "Article", "headline": "H"};',
        '{"@type": "Article", "headline": "H", "body": "line\nbreak"}',
        '{"@type": "Article", "headline": "H", "body": unquoted}',
        '{"@type": "https://schema.org/NewsArticle", "headline": {"@value": "H"}}',
    ],
)
def test_json_as_sites_break_it(written: str) -> None:
    assert read(written).headlines == ("H",)


@pytest.mark.parametrize("shape", JSON_SHAPES)
def test_no_shape_raises(shape: str) -> None:
    found = structured_data([shape], NOBODY)
    assert all(isinstance(headline, str) for headline in found.headlines)


@pytest.mark.parametrize(
    "deep",
    ["[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"author":' * 50_000 + "1" + "}" * 50_000],
)
def test_no_depth_raises(deep: str) -> None:
    assert structured_data([deep], NOBODY) == Structured()


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["@type", "@graph", "@id", "author", "name", "headline", "publisher"]
                ),
                inner | st.just("NewsArticle"),
                max_size=4,
            )
        ),
    )
)
def test_any_json_can_be_read(value: object) -> None:
    structured_data([json.dumps(value)], NOBODY)
