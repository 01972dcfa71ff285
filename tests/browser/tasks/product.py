"""What is the same in every product: how a task is counted, and a hand that pastes and drops."""

import base64
from contextlib import contextmanager
from dataclasses import dataclass

from tests.browser.presses import Presses
from tests.browser.tasks import given

SIZE = {"width": 1280, "height": 800}
PATIENCE = 60_000
# Some products scroll a box that fills the window, and not the page.
TALL = """() => {
  const boxes = [...document.querySelectorAll("body *")].filter((box) =>
    box.clientHeight > innerHeight / 2 && /auto|scroll/.test(getComputedStyle(box).overflowY)
  )
  return Math.max(...[document.documentElement, ...boxes].map((box) => box.scrollHeight))
}"""
CARET = """(box, words) => {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  for (let text; (text = texts.nextNode());) {
    const at = text.data.indexOf(words)
    if (at < 0) continue
    text.parentElement.scrollIntoView({ block: "center", behavior: "instant" })
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + words.length)
    const { right, top, height } = range.getBoundingClientRect()
    return [right, top + height / 2]
  }
}"""
DROP = """(box, { name, type, data }) => {
  const file = new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name, { type })
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(file)
  const { left, bottom } = box.lastElementChild.getBoundingClientRect()
  const at = { clientX: left + 5, clientY: bottom - 5, bubbles: true, cancelable: true, dataTransfer }
  box.dispatchEvent(new DragEvent("drop", at))
}"""
COPY = """([html, text]) => navigator.clipboard.write([new ClipboardItem({
  "text/html": new Blob([html], { type: "text/html" }),
  "text/plain": new Blob([text], { type: "text/plain" }),
})])"""


@dataclass(frozen=True)
class Row:
    """``scrolled``: pixels that went past, on the page and in boxes of it; ``tall``: the page of the task at its end."""

    presses: int
    seconds: float
    scrolled: int
    tall: int


class Product:
    """One person's browser. Each function named in ``TASKS`` prepares, is counted while it works, and looks whether
    it is done. They come in this order: each goes on with the article that the one before has left."""

    name, version = "", ""

    def __init__(self, browser, url):
        self.context = browser.new_context(base_url=url, viewport=SIZE, locale="en-US")
        self.context.set_default_timeout(PATIENCE)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
        self.presses = Presses(self.context)
        self.page = self.context.new_page()
        self.row, self.title = None, given.title()

    def do(self, task):
        """``None`` where the product has no way to do it."""
        self.row = None
        getattr(self, task)()
        return self.row

    @contextmanager
    def counted(self):
        self.presses.begin()
        yield
        seconds = self.presses.seconds
        tall = self.page.evaluate(TALL)
        self.row = Row(self.presses.number, round(seconds, 1), self.presses.scrolled, tall)

    def type(self, words):
        self.page.keyboard.insert_text(words)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def elsewhere(self, number):
        """Presses in another program, which has to be open for this task."""
        self.presses.counted["press"] += number

    def copy_from_word(self):
        """Open the file there (choose it, "Open"), press before the first heading, Control+Shift+End, Control+C."""
        self.page.evaluate(COPY, given.copied_from_word())
        self.elsewhere(5)

    def caret_behind(self, box, words):
        box.evaluate(CARET, words)
        # Once it stands still.
        self.page.wait_for_function("new Promise((done) => setTimeout(done, 300, true))")
        self.page.mouse.click(*box.evaluate(CARET, words))

    def drop(self, box, file):
        """From a folder that is open beside the browser: one press, held."""
        data = base64.b64encode(file["buffer"]).decode()
        box.evaluate(DROP, {"name": file["name"], "type": file["mimeType"], "data": data})
        self.elsewhere(1)

    def drop_into_field(self, field, file):
        field.set_input_files(file)
        self.elsewhere(1)


TASKS = {
    "first_word": "Sign in, to the first word of a new article",
    "word_text": "A Word file of 700 words, to a preview that is right",
    "picture": "A new picture with its alt text, into the text",
    "link": "A link to a person’s page",
    "publish": "Publish",
    "typo": "A typo in an article on the site",
    "schedule": "Let an article go out at a time",
    "last_year": "Find an article of last year",
    "phone": "Change the phone number",
}
