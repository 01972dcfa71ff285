"""What has a face of its own, a button, a portrait, a panel, stands clear of its neighbors."""

import pytest

from tests.browser.public_pages import PAGES

WIDTHS = [320, 360, 768, 1280]
LEAST = 8
TOO_NEAR = """least => {
  const faces = [...document.querySelectorAll(
    ".wordmark, .button, .chips a, .narrow, .filters, main :is(.portrait, .crisis, .cta, .undecided, .others, img, textarea, select, table)," +
    "main input:is([type=text], [type=search], [type=email], [type=tel])"
  )].filter(face => face.checkVisibility({visibilityProperty: true}) && face.getBoundingClientRect().width > 1);
  const name = face => face.className || face.tagName;
  return faces.flatMap((one, number) => faces.slice(number + 1).filter(other => {
    if (one.contains(other) || other.contains(one)) return false;
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
    const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
    return Math.max(across, down) < least;
  }).map(other => `${name(one)} and ${name(other)}`));
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_touches_its_neighbor(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    near = {}
    for name, address in PAGES.items():
        page.goto(address)
        if found := page.evaluate(TOO_NEAR, LEAST):
            near[name] = found
    assert near == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_people_stand_clear_of_what_narrows_their_list(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(PAGES["team"])
    people = page.locator(".people").bounding_box()
    before = page.evaluate("""() => Math.max(...[...document.querySelectorAll("main .wrap:first-child > *")]
      .filter(part => part.compareDocumentPosition(document.querySelector(".people")) & Node.DOCUMENT_POSITION_FOLLOWING)
      .filter(part => !part.querySelector(".people"))
      .map(part => part.getBoundingClientRect().bottom))""")
    assert people["y"] - before >= 24
