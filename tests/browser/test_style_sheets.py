"""Style sheets say nothing the browser does not know: it would leave that out without a word."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from practice_site.static_storage import shortened

SHEETS = sorted(
    sheet
    for folder in ("css", "css/desk")
    for sheet in Path(settings.BASE_DIR, "static", folder).glob("*.css")
    # Some say nothing of their own: they put others together.
    if "{" in sheet.read_text()
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What stands in these are descriptors, which are not asked about as properties are.
DESCRIBED = re.compile(r"@(?:font-face|page|property)[^{]*\{[^{}]*\}")
# Before a semicolon a declaration, before a brace a selector or the condition of a group of rules.
DECLARATION = re.compile(r"(?<=[;{}])\s*([\w-]+)\s*:\s*([^;{}]+?)(?:\s*!important)?;")
OPENED = re.compile(r"(?<=[;{}])\s*([^;{}]+?)\s*\{")
USED = re.compile(r"var\(\s*(--[\w-]+)")

# A condition that is not understood holds neither as it is nor the other way round.
UNKNOWN = """([declarations, selectors, conditions]) => {
  const isSelector = (selector) => {
    try { document.querySelector(selector); return true; } catch { return false; }
  };
  const isCondition = (query) => {
    const opposite = query.startsWith("(") ? `not (${query})` : `not ${query}`;
    return matchMedia(query).matches || matchMedia(opposite).matches;
  };
  return [
    ...declarations.filter((pair) => !CSS.supports(...pair)).map((pair) => pair.join(": ")),
    ...selectors.filter((selector) => !isSelector(selector)),
    ...conditions.filter((query) => !isCondition(query)),
  ];
}"""


@pytest.fixture(scope="module")
def blank_page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def unknown(page, css):
    css = DESCRIBED.sub("", COMMENT.sub("", ";" + css))
    opened = OPENED.findall(css)
    selectors = [text for text in opened if not text.startswith("@")]
    conditions = [
        query.strip()
        for text in opened
        if text.startswith("@media")
        for query in text.removeprefix("@media").split(",")
    ]
    return page.evaluate(UNKNOWN, [DECLARATION.findall(css), selectors, conditions])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_browser_knows_every_declaration_selector_and_condition(blank_page, sheet):
    assert unknown(blank_page, sheet.read_text()) == []


@pytest.mark.parametrize(
    "css",
    [
        "a { colour: red; }",
        "a { color: redd; }",
        "a { inline-size: 3remm; }",
        "@layer x { a { b: c; } }",
        "a:hoover { color: red; }",
        "@media (min-width: 3 rem) { a { color: red; } }",
    ],
)
def test_a_slip_is_seen(blank_page, css):
    assert unknown(blank_page, css)


def test_every_custom_property_that_is_used_is_declared():
    declared, used = set(), set()
    for sheet in SHEETS:
        css = COMMENT.sub("", ";" + sheet.read_text())
        declared |= {name for name, _value in DECLARATION.findall(css)}
        used |= set(USED.findall(css))
    # Of the practice's own sheet (pages.models.practice).
    assert used - declared == {"--site"}


# What holds a custom property, or asks whether something is known, is left by the browser as they were written.
READ = r"""(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const asWritten = /--[\w-]+:[^;}]*|: [^;{}]*(?:var|light-dark)\([^;}]*|@supports[^{]*/g;
  const bare = (text) => text.replace(/\s+/g, " ").replace(/ ?([:,()[\]]) ?/g, "$1");
  return Array.from(sheet.cssRules, (rule) => rule.cssText.replace(asWritten, bare));
}"""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_says_the_same_once_it_is_shortened(blank_page, sheet):
    written = sheet.read_text()
    assert len(short := shortened(written)) < len(written)
    rules = blank_page.evaluate(READ, written)
    assert rules
    assert blank_page.evaluate(READ, short) == rules
