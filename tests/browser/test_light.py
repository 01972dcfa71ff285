"""Daylight, or the pool of the lamp, falls on a headline and on nothing that is read."""

import pytest

from tests.browser.public_pages import PAGES

WIDTHS = [320, 360, 768, 1024, 1280]
# Boxes of what is drawn before and after an element, of which a script is told only where they stand in it; and
# whatever of a text, a field or a button lies in one of them.
CROSSED = """() => {
  const lit = [...document.querySelectorAll("main :is(.light, .illustration)")];
  const boxes = lit.flatMap(element => ["::before", "::after"].map(which => {
    const drawn = getComputedStyle(element, which), around = element.getBoundingClientRect();
    const top = around.top + parseFloat(drawn.top), left = around.left + parseFloat(drawn.left);
    const isShown = drawn.display !== "none" && drawn.backgroundColor !== "rgba(0, 0, 0, 0)";
    return isShown && {top, left, right: left + parseFloat(drawn.width), bottom: top + parseFloat(drawn.height)};
  })).filter(Boolean);
  boxes.push(...[...document.querySelectorAll(".illustration i")].map(lamp => lamp.getBoundingClientRect()));
  const rows = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, within = text.parentElement;
    if (!text.data.trim() || within.closest("h1, .site-head") || !within.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) rows.push([text.data.trim(), box]);
  }
  for (const field of document.querySelectorAll("main :is(input, select, textarea, .button)")) {
    rows.push([field.outerHTML, field.getBoundingClientRect()]);
  }
  return {
    drawn: boxes.length,
    crossed: rows.filter(([, row]) => row.width > 1 && boxes.some(box =>
      row.top < box.bottom && row.bottom > box.top && row.left < box.right && row.right > box.left
    )).map(([text]) => text.slice(0, 80)),
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_light_falls_on_no_text_but_a_headline(open_page, width, scheme):
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    crossed, drawn = {}, 0
    for name, address in PAGES.items():
        page.goto(address)
        found = page.evaluate(CROSSED)
        drawn += found["drawn"]
        if found["crossed"]:
            crossed[name] = found["crossed"]
    assert crossed == {}
    assert drawn >= len(PAGES) / 2
