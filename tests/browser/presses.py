"""What a hand does at a page: presses, and pixels that went past.

A press is a click, a tap, or a key that is not text. A chord (Control and V) is one, and so is a letter pressed
outside a field, for it is a command there. Words typed into a field cost nothing, but getting into the field does:
drive by ``click``, ``keyboard`` and what is here, never by ``fill``, ``check`` on something hidden or ``focus``.
"""

import time

WATCH = """(() => {
  const modifiers = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]
  const noText = "[type=checkbox], [type=radio], [type=button], [type=submit], [type=file], [type=range]"
  const tell = (what, much) => window.toldOfAHand?.(what, much)
  const takesText = (key, target) =>
    target.matches?.("select") ? key !== " "
      : target.isContentEditable || (target.matches?.("input, textarea") && !target.matches(noText))
  addEventListener("pointerdown", (event) => {
    if (event.isTrusted && event.isPrimary) tell("press", 1)
  }, true)
  addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.repeat || modifiers.includes(event.key)) return
    const isChord = event.ctrlKey || event.altKey || event.metaKey
    const target = event.composedPath()[0]
    if (event.key.length > 1 || isChord || !takesText(event.key, target)) tell("press", 1)
  }, true)
  const tops = new WeakMap()
  addEventListener("scroll", (event) => {
    const box = event.target === document ? document.scrollingElement : event.target
    if (!box || window !== window.top) return
    tell("scroll", Math.abs(box.scrollTop - (tops.get(box) ?? 0)))
    tops.set(box, box.scrollTop)
  }, true)
})()"""
# What a list of the browser's own and the system's dialog for files take, which no page is told of.
LIST_OPENED_AND_CHOSEN = 2
FILE_AND_OPEN = 2


class Presses:
    """Counts in all pages of a context, made before they go anywhere. ``begin`` counts anew."""

    def __init__(self, context):
        self.context = context
        context.expose_binding("toldOfAHand", self.told)
        context.add_init_script(WATCH)
        self.begin()

    def begin(self):
        # What was told of before comes in now, and not to the account of what follows.
        self.wait()
        self.counted = {"press": 0, "scroll": 0}
        self.since = time.monotonic()

    def told(self, _source, what, much):
        self.counted[what] += much

    def wait(self):
        """Pages tell in their order: who answers has told of what was before."""
        for page in self.context.pages:
            # One that is on its way to the next page has none to answer yet.
            page.wait_for_function("true")

    @property
    def number(self):
        self.wait()
        return self.counted["press"]

    @property
    def scrolled(self):
        self.wait()
        return round(self.counted["scroll"])

    @property
    def seconds(self):
        return time.monotonic() - self.since

    def choose(self, select, **option):
        """From a list that the browser draws outside the page: opening it and choosing are two presses."""
        select.select_option(**option)
        self.counted["press"] += LIST_OPENED_AND_CHOSEN

    def bring(self, locator, *files):
        """A click, and then the file and "Open" in the system's dialog."""
        page = locator.page
        with page.expect_file_chooser() as chooser:
            locator.click()
        chooser.value.set_files(list(files))
        self.counted["press"] += FILE_AND_OPEN
