import pytest

from polybius.nouns import Credit
from polybius.reading.about.titles import Titles
from polybius.reading.body.furniture import Furniture, strip_machinery, take_furniture
from polybius.reading.body.vocabulary import cue, kind_of
from tests.reading.fixtures import REPORT, tree

PROSE = "".join(f"<p>{sentence} {sentence}</p>" for sentence in REPORT)
TITLE = "Patrol boats meet off the northern cape"


def taken(extra: str, *, before: str = "") -> tuple[str, Furniture]:
    """The text left of a report with *extra* in its midst, and what was taken."""
    markup = f"<html><body><h1>{TITLE}</h1>{before}<div>{PROSE}{extra}<p>{REPORT[0]}</p></div>"
    root = tree(markup)
    strip_machinery(root)
    furniture = take_furniture(root, Titles.of([TITLE]), "https://example.org/a")
    return " ".join(root.text_content().split()), furniture


@pytest.mark.parametrize(
    "extra",
    [
        "<div class='RelatedStories__list'>GONE one two three</div>",
        "<section id='most-popular'><p>GONE</p></section>",
        "<div class='newsletter-signup'><p>GONE</p></div>",
        "<aside><p>GONE</p></aside>",
        "<nav>GONE</nav>",
        "<div role='complementary'>GONE</div>",
        "<ul class='shareBar'><li>GONE</li></ul>",
        "<div class='author-bio'><p>GONE</p></div>",
        "<div class='article__tags'>GONE</div>",
        "<figure><figcaption>GONE</figcaption></figure>",
        "<p class='wp-caption-text'>GONE</p>",
        "<p><a href='/x'>GONE to a place where boats are built</a></p>",
        "<p><strong>READ MORE:</strong> <a href='/x'>GONE to sea again</a></p>",
        "<p>Related: <a href='/x'>GONE</a></p>",
        "<ul><li><a href='/x'>GONE one</a></li><li><a href='/y'>GONE two</a></li></ul>",
        "<table><tr><td><a href='/x'>GONE</a></td><td><a href='/y'>GONE</a></td></tr></table>",
        "<p hidden>GONE</p>",
        "<p style='DISPLAY : none'>GONE</p>",
        "<span aria-hidden='true'>GONE</span>",
        "<p style='visibility:hidden'>GONE</p>",
        "<p style='font-size:0'>GONE</p>",
        "<noscript>GONE</noscript><template>GONE</template><select><option>GONE</select>",
    ],
)
def test_furniture_goes_and_the_report_stays(extra: str) -> None:
    text, _ = taken(extra)
    assert "GONE" not in text
    assert text.count(REPORT[0]) == 3


@pytest.mark.parametrize(
    "extra",
    [
        "<p>A <a href='/x'>linked word</a> STAYS in its sentence.</p>",
        "<h2><a href='/x'>What STAYS of the treaty now</a></h2>",
        "<ul><li>The boats STAYS in port.</li><li>The crews rest.</li></ul>",
        "<p class='paragraph lead-in'>It STAYS.</p>",
        "<p style='font-size:0.9em'>It STAYS.</p>",
        "<div class='embed'><blockquote class='twitter-tweet'><p>It STAYS.</p></blockquote></div>",
        "<p>Related to this, officials said, the treaty STAYS in force.</p>",
        "<div class='radio-advice'>It STAYS.</div>",
        "<h2>Background</h2><p>It STAYS.</p>",
    ],
)
def test_what_belongs_to_the_report_stays(extra: str) -> None:
    assert "STAYS" in taken(extra)[0]


def test_headings_over_links_go_and_over_paragraphs_stay() -> None:
    links = "<ul><li><a href='/x'>One</a></li><li><a href='/y'>Two</a></li></ul>"
    assert "Analysis" not in taken(f"<h3>Analysis</h3>{links}")[0]
    assert "Analysis" in taken(f"<h3>Analysis</h3><p>{REPORT[1]}</p>")[0]


def test_an_element_that_holds_the_report_is_no_furniture_whatever_its_name() -> None:
    markup = f"<html><body><div class='related sponsored sidebar promo'>{PROSE}</div></body>"
    root = tree(markup)
    take_furniture(root, Titles.of([]), None)
    assert REPORT[0] in root.text_content()


def test_links_and_photo_credits_are_kept() -> None:
    _, furniture = taken(
        "<div class='related'><a href='/x'>Boats of the cape to be sold</a><a href='/m'>M</a></div>"
        "<figure><figcaption>Fog. <span>Photograph: Ann Roe/Reuters</span></figcaption></figure>"
        "<figure><figcaption>The cape at noon. (Harbour Pictures)</figcaption></figure>"
        "<figure><figcaption>A boat of that kind, seen in an undated picture.</figcaption></figure>"
    )
    assert [(link.text, link.url, link.role) for link in furniture.links] == [
        ("Boats of the cape to be sold", "https://example.org/x", "related")
    ]
    assert furniture.credits == [
        Credit("Ann Roe", "photo", None, "Reuters"),
        Credit(None, "photo", None, "Harbour Pictures"),
    ]


@pytest.mark.parametrize(
    "deck",
    [
        "<h2>GONE: crews unhurt, ministry says</h2>",
        "<p class='article__standfirst'>GONE: crews unhurt, ministry says</p>",
        "<div class='sub-headline'>GONE</div>",
    ],
)
def test_the_deck_under_the_headline_is_no_body(deck: str) -> None:
    assert "GONE" not in taken("", before=deck)[0]


def test_a_subheading_within_the_report_is() -> None:
    assert "STAYS" in taken("<h3 class='subheading'>What STAYS</h3>")[0]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("RelatedStories__list x9", "related"),
        ("story-body__read-more", "related"),
        ("ob-widget outbrain_2", "related"),
        ("c-newsletterSignUp", "asking"),
        ("ad", "asking"),
        ("advert-slot", "asking"),
        ("post-meta", "about_page"),
        ("wp-caption-text", "captions"),
        ("article_standfirst", "decks"),
        ("nav-previous", "neighbours"),
        ("readmore_unrelated_word", "related"),
        ("gradient", None),
        ("paragraph", None),
        ("header", None),
        ("unrelatedly", None),
        ("", None),
    ],
)
def test_names_are_read_as_words(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize("text", ["Related:", "READ MORE – ", "Don’t miss", "Lesen Sie auch: x"])
def test_cues(text: str) -> None:
    assert cue().match(text)


@pytest.mark.parametrize("text", ["Related to this", "Moreover, it", "Watching the coast", ""])
def test_no_cues(text: str) -> None:
    assert not cue().match(text)
