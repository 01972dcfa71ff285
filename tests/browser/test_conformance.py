"""What WCAG 2.2 asks of every public page and axe does not look at: docs/accessibility.md says where the rest is tested."""

import pytest

from tests.browser.public_pages import PAGES

MOST_STOPS = 400
# Of what has the focus: a way to find it again, whether something shows where it is, and whether any of it can be seen.
HERE = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const number = here.dataset.walked ??= String(document.querySelectorAll("[data-walked]").length);
  const shown = [here, ...(here.labels ?? []), here.parentElement, here.closest("fieldset, .field, li, p")].filter(Boolean);
  const isMarked = shown.some((box) => {
    const style = getComputedStyle(box);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  });
  const rects = [...here.getClientRects(), ...[...(here.labels ?? [])].flatMap((one) => [...one.getClientRects()])];
  const isSeen = rects.some((rect) => [0.1, 0.5, 0.9].some((across) => [0.2, 0.5, 0.8].some((down) => {
    const top = document.elementFromPoint(rect.left + rect.width * across, rect.top + rect.height * down);
    return top && shown.slice(0, 2).some((box) => box.contains(top) || top.contains(box) && top !== document.body
      && top !== document.documentElement && !top.matches("main, .wrap, header, footer, section"));
  })));
  return {number, isMarked, isSeen, what: here.outerHTML.slice(0, 120)};
}"""

NAMES = """() => [...document.querySelectorAll("[aria-label], [aria-labelledby]")]
  .filter((box) => box.matches("a, button, input, select, summary, textarea") && box.innerText?.trim())
  .filter((box) => {
    const plain = (text) => text.toLowerCase().replace(/\\s+/g, " ").trim();
    const others = (box.getAttribute("aria-labelledby") ?? "").split(" ");
    const name = box.getAttribute("aria-label") ?? others.map((id) => document.getElementById(id)?.innerText).join(" ");
    return !plain(name).includes(plain(box.innerText));
  }).map((box) => box.outerHTML.slice(0, 160))"""
# What plays, moves, must be dragged, or takes a key or an order of its own.
UNRULY = (
    "audio, video, iframe, embed, object, canvas, marquee, [autoplay], meta[http-equiv=refresh], [draggable=true],"
    "[accesskey], [tabindex]:not([tabindex='0'], [tabindex='-1'])"
)
# Of each field and of what has the focus: the contrast of its edge with what lies around it.
EDGES = """() => {
  const pen = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgb = (color) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => {
    const [r, g, b] = rgb(color).map((part) => part / 255)
      .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (box) => {
    for (; box; box = box.parentElement) {
      const color = getComputedStyle(box).backgroundColor;
      if (rgb(color)[3] === 255) return color;
    }
    return getComputedStyle(document.documentElement).getPropertyValue("--paper") || "white";
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const fields = [...document.querySelectorAll("main, header")].flatMap((part) => [
    ...part.querySelectorAll("input:not([type=hidden]), select, textarea"),
  ]).filter((box) => box.checkVisibility() && box.getBoundingClientRect().width > 2);
  return fields.flatMap((box) => {
    const edge = ratio(getComputedStyle(box).borderBlockEndColor, behind(box.parentElement));
    box.focus();
    const ring = ratio(getComputedStyle(box).outlineColor, behind(box.parentElement));
    return Math.min(edge, ring) < 3 ? [`${box.outerHTML.slice(0, 100)}: ${edge}, ${ring}`] : [];
  });
}"""


def walk(page):
    """(what of it cannot be seen, how many stops). Fails where there is no end."""
    faults, numbers = [], []
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or here["number"] in numbers[:1]:
            return faults, len(numbers)
        numbers.append(here["number"])
        if not here["isMarked"]:
            faults.append(f"not marked: {here['what']}")
        if not here["isSeen"]:
            faults.append(f"not seen: {here['what']}")
    raise AssertionError("There is no way out.")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_can_be_walked_through_with_the_keyboard(open_page, width):
    page = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    found = {}
    for name, address in PAGES.items():
        page.goto(address)
        faults, stops = walk(page)
        assert stops > 5, name
        if faults:
            found[name] = faults
    assert found == {}


def test_where_the_focus_cannot_be_seen_or_is_hidden_is_noticed(page):
    page.set_content("""<style>a { outline: none } b { position: fixed; inset: 0; background: #fff }</style>
        <p><a href="#a">Bare</a></p><p><a href="#b" style="outline: 2px solid">Covered</a></p><b>Over it</b>""")
    faults, stops = walk(page)
    assert stops == 2
    assert sum(fault.startswith("not marked") for fault in faults) == 1
    assert sum(fault.startswith("not seen") for fault in faults) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_fields_and_the_focus_stand_out(open_page, scheme):
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    for name, address in PAGES.items():
        page.goto(address)
        assert page.evaluate(EDGES) == [], name


def test_nothing_plays_or_moves_and_names_are_what_is_read(page):
    for name, address in PAGES.items():
        page.goto(address)
        assert page.evaluate(NAMES) == [], name
        assert page.locator(UNRULY).count() == 0, name
        assert page.evaluate("document.getAnimations().length") == 0, name


def test_the_first_stop_leads_past_the_head(page):
    for name, address in PAGES.items():
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.hash") == "#main", name
