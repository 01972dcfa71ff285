"""No line begins with a separator, and none ends in the middle of a date or a time."""

import pytest

from tests.browser.public_pages import PAGES

WIDTHS = [320, 360, 480, 768, 1024, 1280]
BROKEN = r"""() => {
  const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  const WHOLE = new RegExp(`\\b${MONTH}\\s\\d{1,2}(?:,\\s\\d{4})?\\b|\\b\\d{1,2}(?::\\d\\d)?\\s[ap]\\.m\\.`, "g");
  const found = [];
  const rows = range => [...range.getClientRects()].filter(row => row.width > 1);
  const isOneLine = boxes => boxes.every(box => box.top < boxes[0].bottom && box.bottom > boxes[0].top);
  const holds = element => /^(block|flex|grid|list-item|table-cell|table-caption)$/.test(getComputedStyle(element).display);
  const blockOf = node => { let at = node.parentElement; while (!holds(at)) at = at.parentElement; return at; };
  const blocks = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility() || text.parentElement.closest("script, style")) continue;
    const block = blockOf(text);
    blocks.set(block, [...(blocks.get(block) ?? []), text]);
  }
  for (const texts of blocks.values()) {
    const whole = texts.map(text => text.data).join("");
    const at = place => {
      for (const text of texts) {
        if (place < text.length) return [text, place];
        place -= text.length;
      }
    };
    const boxesOf = (start, end) => {
      const range = document.createRange();
      range.setStart(...at(start));
      const [text, place] = at(end - 1);
      range.setEnd(text, place + 1);
      return rows(range);
    };
    for (const match of whole.matchAll(WHOLE)) {
      const boxes = boxesOf(match.index, match.index + match[0].length);
      if (boxes.length && !isOneLine(boxes)) found.push(match[0]);
    }
    for (const match of whole.matchAll(/·/g)) {
      const [dot] = boxesOf(match.index, match.index + 1);
      const before = whole.slice(0, match.index).trimEnd().length;
      if (dot && (!before || !isOneLine([dot, boxesOf(before - 1, before).at(-1) ?? dot]))) {
        found.push(whole.slice(match.index - 20, match.index + 20));
      }
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_break_between_things(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    broken = {}
    for name, address in PAGES.items():
        page.goto(address)
        if found := page.evaluate(BROKEN):
            broken[name] = found
    assert broken == {}
