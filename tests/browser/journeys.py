"""The way of somebody with a phone from the home page to what they look for: how many pages they wait for, and how
far their thumb moves the page. A phone of 360 by 740 px without scripts::

    journey = Journey(phone)                       # stands on the home page
    journey.press(phone.get_by_role("link", name="Get started").first)
    journey.sees(phone.locator("#id_name"))        # moves the page until all of it is in view
    journey.assert_short()

The home page is where they are, and is not counted. What a browser moves by itself (to ``#found``, back to the top of a
new page) costs no thumb.
"""

MOST_LOADS = 3
MOST_SCREENS = 4
# Least way to have all of it on the screen; the top of what is higher than the screen.
MOVE = """
(element) => {
  const box = element.getBoundingClientRect(), from = scrollY;
  const by = box.top < 0 || box.height > innerHeight ? box.top : Math.max(0, box.bottom - innerHeight);
  scrollTo({ top: from + by, behavior: "instant" });
  return Math.abs(scrollY - from);
}
"""


class Journey:
    def __init__(self, page, start="/"):
        self.page = page
        self.loads, self.px = 0, 0
        self.steps = []
        page.goto(start)
        page.on("request", self.look_at)

    def look_at(self, request):
        is_page = request.is_navigation_request() and request.frame == self.page.main_frame
        # Being sent on is the same wait.
        if is_page and request.redirected_from is None:
            self.loads += 1

    def sees(self, target):
        """All of the target is on the screen."""
        target.wait_for()
        moved = target.evaluate(MOVE)
        self.px += moved
        self.steps.append(f"{round(moved)} px to {target}")

    def press(self, target):
        self.sees(target)
        target.click()
        self.page.wait_for_load_state()

    def choose(self, target, label):
        self.sees(target)
        target.select_option(label=label)

    def write(self, target, text):
        self.sees(target)
        target.fill(text)

    @property
    def screens(self):
        return self.px / self.page.viewport_size["height"]

    def assert_short(self):
        way = f"{self.loads} pages, {self.screens:.1f} screens:\n" + "\n".join(self.steps)
        assert self.loads <= MOST_LOADS, way
        assert self.screens <= MOST_SCREENS, way
