"""Of a web page the main text is read, and what its head says of it."""

from __future__ import annotations

import pytest

from trainer.briefs import Brief
from trainer.briefs.outline import outline
from trainer.briefs.webpage import parse
from trainer.errors import BriefRefused

ONE = "The harbour authority said on Monday that two of its four cranes had been out of use since the storm."
TWO = "Repairs are likely to take until June, according to the engineer in charge, and may cost $2 million."


def texts(page: str) -> list[tuple[str, str]]:
    document = parse(page.encode())
    found = outline(document.parts, document.front.title)
    return [(passage.form.value, passage.text) for passage in found.passages]


def prose(page: str) -> list[str]:
    return [text for _, text in texts(page)]


def test_a_news_page_gives_its_article_and_nothing_else() -> None:
    page = f"""<!doctype html><html><head><meta charset="utf-8"><title>Cranes idle in port - The Tide</title>
    <meta property="og:site_name" content="The Tide">
    <meta property="article:published_time" content="2024-05-06T08:00:00+02:00">
    <style>p {{ color: red }}</style><script>var a = "<p>{ONE}</p>";</script></head><body>
    <div class="cookie-consent"><p>We use cookies. By reading on you accept all of them, as we do.</p></div>
    <header><a href="/">The Tide</a><nav><ul><li><a href=a>World</a><li><a href=b>Sport</a></ul></nav></header>
    <main><article><header><h1>Cranes idle in port</h1><p class="byline">By Jane Doe</p></header>
    <figure><img src=x><figcaption>The port seen from the hill on a clear day in May.</figcaption></figure>
    <p>{ONE}</p><aside><p>Sign up here. You will get a letter each morning from us.</p></aside>
    <div class="share-buttons"><p>Share this story with all the people that you know.</p></div>
    <h2>What it costs</h2><p>{TWO}</p>
    <table><tr><th>Crane<th>State<tr><td>1<td>broken</table>
    <ul class="related"><li><a href=c>A ship that ran aground in the bay last year.</a></ul></article></main>
    <footer><p>All rights are reserved by The Tide and its owners.</p></footer></body></html>"""
    document = parse(page.encode())
    assert prose(page) == [ONE, TWO]
    assert (document.front.title, document.front.publisher) == ("Cranes idle in port", "The Tide")
    assert str(document.front.date) == "2024-05-06"
    assert [(each.kind, each.count) for each in document.left_out] == [("table", 1)]


@pytest.mark.parametrize(
    "page",
    [
        "<p>{0}<p>{1}",
        "<div>{0}</div><div>{1}</div>",
        "{0}<br><br>{1}",
        "<table role=presentation><tr><td>{0}<tr><td>{1}</table>",
        "<table><tr><td><p>{0}</p><p>{1}</p></table>",
        "<div class=content-sidebar-wrap><main><p>{0}<p>{1}</main></div>",
        "<div id=sidebar><p>{0}<p>{1}</div>",
        "<body class='nav menu'><section><p>{0}</section><section><p>{1}</section>",
        "<article><p>{0}<p>{1}</article><article><p>Read on.</article>",
        "<blockquote><p>{0}</blockquote><dl><dt><dd>{1}</dl>",
        "<p>{0}</p><ul><li><a href=x>Other news of the day</a><li><a href=y>More</a></ul><p>{1}</p>",
        "<p hidden>Hidden words are not read.</p><p>{0}<p style='display: none'>Nor these words.</p><p>{1}",
        "<b>" * 300 + "<p>{0}<p>{1}",
        "\ufeff<?xml version='1.0'?><html xmlns='x'><body><p>{0}</p><p>{1}</p></body></html>",
    ],
)
def test_pages_of_many_shapes_give_the_same_prose(page: str) -> None:
    assert prose(page.format(ONE, TWO)) == [ONE, TWO]


def test_lists_and_headings_keep_their_kinds() -> None:
    page = f"<h1>A title here</h1><p>{ONE}<h2>Steps</h2><ol><li>{TWO}</ol><ul><li><p>One thing.</p><p>More.</p></ul>"
    document = parse(page.encode())
    found = outline(document.parts, document.front.title)
    assert [(p.form.value, p.heading, p.text) for p in found.passages] == [
        ("paragraph", "", ONE),
        ("numbered", "Steps", TWO),
        ("bullet", "Steps", "One thing."),
        ("paragraph", "Steps", "More."),
    ]


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("The <b>junta</b> <i>asked</i>&nbsp;loudly&mdash;once.", "The junta asked loudly—once."),
        ("See <a href=x>the report</a> that the agency has put out.", "See the report that the agency has put out."),
        ("At least 168 died<sup><a href=#n>4</a></sup> there.<sup>[5]</sup>", "At least 168 died there."),
        ("It covers 12 km<sup>2</sup> of H<sub>2</sub>O.", "It covers 12 km² of H2O."),
        ("He said <q>no</q> twice.", "He said “no” twice."),
        ("One\n  line,<br>and another.", "One line, and another."),
        ("It costs <del>4</del><ins>5</ins> dollars.", "It costs 5 dollars."),
        ("• A bullet by hand.", "A bullet by hand."),
    ],
)
def test_inline_markup_becomes_plain_words(markup: str, plain: str) -> None:
    assert prose(f"<p>{ONE}</p><p>{markup}</p>")[1:] == [plain]


@pytest.mark.parametrize(
    ("head", "title", "date", "publisher"),
    [
        ("<title>Cranes idle | The Tide</title>", "Cranes idle", None, "The Tide"),
        ("<title>Cranes - still idle</title>", "Cranes - still idle", None, ""),
        ("<title>x</title><meta property=og:title content='Cranes idle'>", "Cranes idle", None, ""),
        ("<meta name=date content='6 May 2024'>", "", "2024-05-06", ""),
        ("<meta name=DC.date.issued content=2024-05-06>", "", "2024-05-06", ""),
        ('<script type=application/ld+json>{"datePublished": "2024-05-06T01:02"}</script>', "", "2024-05-06", ""),
        ("<meta property=article:modified_time content=2024-05-07><time datetime=2024-05-06>", "", "2024-05-06", ""),
        ("<meta name=publisher content='The Tide'>", "", None, "The Tide"),
    ],
)
def test_the_head_says_what_the_page_is(head: str, title: str, date: str | None, publisher: str) -> None:
    front = parse(f"<head>{head}</head><body><p>{ONE}</p>".encode()).front
    assert (front.title, front.date and str(front.date), front.publisher) == (title, date, publisher)


def test_a_marking_in_a_banner_marks_the_page() -> None:
    document = parse(f"<div class=masthead><b>TLP:AMBER</b></div><main><p>{ONE}</main>".encode())
    assert outline(document.parts).markings[0][0] == "TLP:AMBER"


def test_an_old_encoding_is_read_as_browsers_do() -> None:
    page = f"<meta charset=windows-1252><p>{ONE} Café.</p>".encode("cp1252")
    assert parse(page).parts[0].lines == (f"{ONE} Café.",)  # type: ignore[union-attr]


def test_a_page_that_a_script_fills_says_so() -> None:
    with pytest.raises(BriefRefused, match="holds no text; some pages put theirs in place by a script"):
        parse(b"<div id=root></div><script>draw()</script>")


def test_a_tree_of_any_depth_keeps_its_text() -> None:
    assert prose("<div>" * 60_000 + f"<p>{ONE}") == [ONE]


@pytest.mark.parametrize(
    "beside",
    [
        "<div class='comments'><p>{}</p></div>",
        "<ol class='commentlist'><li class='comment even'><p>{}</p></ol>",
        "<div id='disqus_thread'>{}</div>",
        "<div data-component='links-block'><p>Related</p></div>",
        "<span class='sr-only'>Opens in a new tab.</span>",
        "<p class='wp-caption-text'>{}</p>",
        "<div class='author-bio'><p>{}</p></div>",
        "<p><a href='/other'>A ship that ran aground in the bay last year.</a></p>",
        "<ul><li><a href='/other'>A ship that ran aground in the bay.</a><li><a href='/more'>More of it.</a></ul>",
        "<p>Posted in</p>",
        "<p>Sign up for our morning letter.</p>",
        "<details hidden><p>{}</p></details>",
        "<div style='mso-element:footnote'><p>{}</p></div>",
        "<div class='mw-editsection'>[edit]</div>",
        "<div><h3><a href='/a'>A paper</a></h3><p>What it says.</p></div><div><h3><a href='/b'>One more</a></h3></div>",
        "<!--[if IE]><p>{}</p><![endif]-->",
    ],
)
@pytest.mark.parametrize("page", ["<article><p>{0}</p>{2}<p>{1}</p></article>", "<div><p>{0}</p>{2}<p>{1}</p></div>"])
def test_what_stands_between_the_paragraphs_of_an_article_is_left_out(page: str, beside: str) -> None:
    other = "I live there and it is all true, I can tell you that much."
    assert prose(page.format(ONE, TWO, beside.format(other))) == [ONE, TWO]


@pytest.mark.parametrize(
    "page",
    [
        "<form id=aspnetForm><div><p>{0}</p><p>{1}</p></div></form>",
        "<table><tr><td><a href=/>Home</a><td>{0}<br><br>{1}<br><br>{0}</table>",
        "<div class=has-ads><div class='entry-content read-more'><p>{0}</p><p>{1}</p></div></div>",
        "<html class=no-share style='visibility:hidden'><body class='cookie consent'><p>{0}</p><p>{1}</p>",
        "<div class='sc-f98b1ad2-0'><p>{0}</p></div><div class='sc-f98b1ad2-1'><p>{1}</p></div>",
        "<p>{0}<o:p></o:p></p><p><o:p>{1}</o:p></p>",
        "<main><article><h1><a href=/self>A title</a></h1><p>{0}</p><p>{1}</p></article></main>",
    ],
)
def test_words_that_mislead_cost_no_text(page: str) -> None:
    assert list(dict.fromkeys(prose(page.format(ONE, TWO)))) == [ONE, TWO]


def test_the_article_that_bears_the_title_is_read_and_not_the_longer_list_of_others() -> None:
    others = "".join(f"<article><p>{TWO} This is another story, number {n}.</p></article>" for n in range(9))
    assert prose(f"<article><h1>Cranes idle</h1><p>{ONE}</p><p>{TWO}</p></article><section>{others}</section>") == [
        ONE,
        TWO,
    ]


def test_comments_that_are_longer_than_the_article_are_left_out() -> None:
    comments = f"<div class=comment><p>{TWO} I think so too.</p></div>" * 20
    assert prose(f"<main><p>{ONE}</p><p>{TWO}</p>{comments}</main>") == [ONE, TWO]


def test_marks_of_word_processors_make_items() -> None:
    mark = "<![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>"
    assert texts(f"<p>{ONE}</p><p class=MsoListParagraph>{mark}<span>Two of four.</span></p>")[1:] == [
        ("bullet", "Two of four.")
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<meta name='govuk:first-published-at' content='2024-05-06T09:00:00+01:00'>",
        "<meta name=citation_publication_date content='2024/05/06'>",
        "<div class=byline>Jane Doe</div><div class='post-meta'>6 May 2024</div>",
        "<dl class=metadata><dt>Published</dt><dd>6 May 2024</dd></dl>",
        "<header><p>Published on 6 May 2024</p></header>",
    ],
)
def test_a_date_beside_the_text_dates_the_page(page: str) -> None:
    assert str(parse(f"{page}<main><p>{ONE}</p></main>".encode()).front.date) == "2024-05-06"


def test_a_date_in_a_footer_or_of_a_change_does_not() -> None:
    page = f"<meta name=revised content=2024-05-07><p>{ONE}</p><footer><p>6 May 2024</p></footer>"
    assert parse(page.encode()).front.date is None


def test_brief_has_the_fields_that_others_use() -> None:
    assert {"id", "title", "date", "file", "sha256", "publisher", "marking", "passages"} <= set(Brief.__slots__)
