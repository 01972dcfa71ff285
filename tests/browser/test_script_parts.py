"""What the scripts' functions answer by themselves, asked in the browser that runs them."""

import pytest
from django.conf import settings
from django.utils.text import slugify

ASK = """([source, name, argument]) => {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return import(address).then((module) => module[name](argument));
}"""


@pytest.fixture(scope="module")
def ask(browser):
    """``ask("editor/links.js", "addressOf", "example.org")``, on a page that holds nothing."""
    context = browser.new_context()
    page = context.new_page()
    scripts = settings.BASE_DIR / "static/js"
    yield lambda path, name, value: page.evaluate(ASK, [(scripts / path).read_text(), name, value])
    context.close()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (" example.org/fees?year=2 ", "https://example.org/fees?year=2"),
        ("praxis-süd.example", "https://praxis-süd.example"),
        ("name@example.org", "mailto:name@example.org"),
        ("+1 (555) 010-0199", "tel:+15550100199"),
        ("/fees/", "/fees/"),
        ("#costs", "#costs"),
        ("?page=2", "?page=2"),
    ],
)
def test_what_people_type_becomes_a_whole_address(ask, typed, address):
    assert ask("editor/links.js", "addressOf", typed) == address


@pytest.mark.parametrize(
    "typed",
    ["", "fees", "two words.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:1", "1234"],
)  # fmt: skip
def test_what_cannot_be_an_address_is_none(ask, typed):
    assert ask("editor/links.js", "addressOf", typed) is None


@pytest.mark.parametrize(
    "title",
    ["What it costs", "Été à Nürnberg: 3 Fragen & – mehr_", "Die Straße", "Страх", "ﬁnding  -- ½ way", "_a_", "…", ""],
)  # fmt: skip
def test_a_title_makes_the_address_that_the_server_makes_of_it(ask, title):
    assert ask("desk/follow.js", "addressOf", title) == slugify(title)


def test_each_line_that_says_something_is_a_paragraph_of_plain_words(ask):
    assert ask("editor/paste.js", "paragraphs", " One\n\n<b>2</b> & 3\n  \n") == (
        "<p>One</p><p>&lt;b&gt;2&lt;/b&gt; &amp; 3</p>"
    )


def test_words_of_a_page_keep_its_lines_apart(ask):
    words = ask("editor/paste.js", "wordsOf", "<h2>One</h2><p>two<br>three</p><ul><li>4</li></ul>")
    assert words.split() == ["One", "two", "three", "4"]
