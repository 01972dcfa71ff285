import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writing.sanitizer import only_allowed, sanitize
from writing.text import plain_text

TAGS = [
    "p",
    "div",
    "b",
    "strong",
    "i",
    "em",
    "h1",
    "h2",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "a",
    "span",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tr",
    "th",
    "td",
    "br",
    "hr",
    "img",
    "x-y",
    "del",
    "ins",
    "s",
    "sup",
    "sub",
]
ATTRIBUTES = [
    "", ' href="/fees/"', ' href="//evil.example"', ' href="https://a.example/?b=1&amp;c"',
    ' class="pull"', ' style="font-weight:700"', ' style="font-weight:normal"', ' data-image="7"',
    " hidden", ' style="display:none"', ' style="visibility:hidden"', ' style="visibility:visible"',
    ' style="mso-element:field-begin"', ' style="mso-element:field-end"', ' href="#_msoanchor_1"',
    ' style="vertical-align:super"', ' class="msoDel"', ' href="#cmnt1"',
    ' colspan="2"', ' colspan="0900"', ' rowspan="3"', ' role="presentation"', ' scope="col"',
    ' start="3"', ' onclick="x()"', ' style="mso-list:l0 level1 lfo1"', ' class="MsoListParagraph"',
]  # fmt: skip
pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.text(max_size=8),
    st.sampled_from(
        [
            "a",
            " ",
            "\n",
            "&nbsp;",
            "&lt;script&gt;",
            "<!-- c -->",
            "<script>x</script>",
            "\x00",
            "&#13;",
            "&#13;&#10;",
            "&#9;",
            "&#12;",
            "&#11;",
            "&#1;",
            "&#127;",
            "&#133;",
            "&#x9f;",
            "&#xa0;",
            "&#xfffe;",
            "&#xd800;",
            "&#8203;",
            "&#8232;",
            "&zwnj;",
            "&shy;",
            "\r",
            "\x0b",
            "\x85",
            "&amp;#13;",
            "&",
            "&lt",
            "3",
            "12",
        ]
    ),
)
soup = st.lists(pieces, max_size=25).map("".join)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>a <b>b</b> <i>c</i></p>", "<p>a <strong>b</strong> <em>c</em></p>"),
        ("<h1>a</h1><h5>b</h5>", "<h2>a</h2><h4>b</h4>"),
        ("bare words", "<p>bare words</p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<p>a<br> b<br></p><p>&nbsp;</p><p></p>", "<p>a<br>b</p>"),
        (
            "<ol start=4><li>a<li><p>b</p><p>c</p></ol>",
            '<ol start="4"><li>a</li><li><p>b</p><p>c</p></li></ol>',
        ),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        (
            "<blockquote class='pull big'>a</blockquote>",
            '<blockquote class="pull"><p>a</p></blockquote>',
        ),
        ("<blockquote class=big><p>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        ("<p>a</p><hr><p>b</p>", "<p>a</p><hr><p>b</p>"),
        ("<p>Tea &amp; 1 &lt; 2 &nbsp;x</p>", "<p>Tea &amp; 1 &lt; 2 &nbsp;x</p>"),
    ],
)
def test_the_editors_vocabulary_stays_and_its_neighbors_are_translated(html, clean):
    assert sanitize(html) == clean


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>", "<style>p{}</style>", "<iframe src=/x>in</iframe>",
        "<svg><script>alert(1)</script></svg>", "<math><mi>x</mi></math>", "<template><p>x</template>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>", "<!-- note -->",
    ],
)  # fmt: skip
def test_what_could_run_is_dropped_with_its_content(html):
    assert "alert" not in sanitize(f"<p>a</p>{html}")
    assert sanitize(f"<p>a</p>{html}").startswith("<p>a</p>")


@pytest.mark.parametrize(
    "attribute",
    ["onclick=x()", "style='color:red'", "id=main", "class=hero", "target=_blank", "dir=rtl"],
)
def test_no_other_attribute_survives(attribute):
    assert (
        sanitize(f"<p {attribute}>a <a href=/b/ {attribute}>b</a></p>")
        == '<p>a <a href="/b/">b</a></p>'
    )


@pytest.mark.parametrize(
    "href",
    [
        "/fees/", "#top", "?page=2", "mailto:hello@practice.example", "tel:+12125550100",
    ],
)  # fmt: skip
def test_links_inside_and_ways_to_reach_us_stay_as_they_are(href):
    assert sanitize(f'<p><a href="{href}">a</a></p>') == f'<p><a href="{href}">a</a></p>'


def test_links_to_other_sites_say_so_and_ours_do_not(settings):
    settings.SITE_URL = "https://practice.example"
    outside = sanitize(
        '<p><a href="https://other.example/a?b=1&amp;c=2" target="_blank" rel="me">a</a></p>'
    )
    inside = sanitize('<p><a href="https://practice.example/fees/">a</a></p>')
    assert (
        outside
        == '<p><a href="https://other.example/a?b=1&amp;c=2" rel="external noopener">a</a></p>'
    )
    assert inside == '<p><a href="https://practice.example/fees/">a</a></p>'


@pytest.mark.parametrize(
    "href",
    [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "\t//evil.example", "/\t/evil.example",
        "/\n/evil.example", "javascript:alert(1)", "JaVa\nScRiPt:alert(1)", " javascript:alert(1)",
        "\x01javascript:alert(1)", "data:text/html,x", "vbscript:x", "ftp://a.example", "https:",
        "https:///x", "http://[", "fees/", "", "mailto:", "file:///etc/passwd", "blob:x", "feed:x",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere_odd_lose_the_link_and_keep_the_words(href):
    assert sanitize(f'<p>a <a href="{href}">b</a></p>') == "<p>a b</p>"


def test_an_address_typed_without_https_is_completed():
    assert 'href="https://www.a.example/b"' in sanitize('<a href="www.a.example/b">a</a>')


def test_pictures_are_kept_only_from_the_library():
    html = (
        '<figure data-image="12"><img src="/x.jpg" alt="y"><figcaption>A <b>lake</b></figcaption></figure>'
        '<figure data-image="12 onload=x"><figcaption>b</figcaption></figure><p><img src="//t.example/p.gif">c</p>'
    )
    assert sanitize(html) == (
        '<figure data-image="12"><figcaption>A <strong>lake</strong></figcaption></figure><p>b</p><p>c</p>'
    )


def test_control_characters_are_removed():
    assert sanitize("<p>a\x00b\x08c\x0bd\x7fe\x9ff\ud800g</p>") == "<p>abc defg</p>"


def test_lists_do_not_nest_without_end():
    html = sanitize("<ul><li>" * 200 + "deep")
    assert html.count("<ul>") == 6
    assert "deep" in html


@pytest.mark.parametrize(
    "character", ["&#13;", "&#13;&#10;", "&#9;", "&#12;", "&#11;", "\r\n", "&#1; "]
)
def test_a_line_end_or_control_written_as_an_entity_is_a_space_the_first_time(character):
    assert sanitize(f"<p>{character}a{character}b{character}</p>") == "<p>a b</p>"


@settings(max_examples=600)
@given(soup)
def test_sanitizing_twice_is_sanitizing_once(html):
    once = sanitize(html)
    assert sanitize(once) == once
    assert only_allowed(once) == once


@settings(max_examples=200)
@given(st.lists(st.text("abcdefgABC.,’“é漢", min_size=1, max_size=6), max_size=20), st.data())
def test_no_word_is_changed_lost_or_run_together(words, data):
    wrappers = st.sampled_from(
        [
            "<p>{}</p>",
            "<div>{}</div>",
            "<b>{}</b> ",
            "<li>{}</li>",
            "<table><td>{}</table>",
            "<table><tr><td>{}<td>x<tr><td>x</table>".replace("x", ""),
            "<table><caption>{}</caption><tr><td><td></table>",
            "{}<br>",
            "{} ",
        ]
    )
    html = "".join(data.draw(wrappers).format(word) for word in words)
    assert plain_text(sanitize(html)).split() == words
