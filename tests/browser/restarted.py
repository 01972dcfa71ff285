"""A Chromium with a profile of its own, which is ended and started again like that of somebody whose computer restarts:
tabs come back with their history and with what stood in their forms."""

import subprocess
import time
from contextlib import contextmanager

from tests.browser.conftest import DESKTOP, FLAGS, PATIENCE

SECONDS = 30


class Chromium:
    def __init__(self, path, profile, playwright, *, has_scripts=True):
        self.profile, self.playwright = profile, playwright
        size = f"--window-size={DESKTOP['width']},{DESKTOP['height']}"
        self.command = [
            path, "--headless=new", f"--user-data-dir={profile}", "--remote-debugging-port=0", size,
            *FLAGS, *([] if has_scripts else ["--blink-settings=scriptEnabled=false"]),
        ]  # fmt: skip

    @contextmanager
    def started(self, *flags):
        """Its only tab. At the end it is told to end, as by a computer that shuts down."""
        process = subprocess.Popen([*self.command, *flags], stderr=subprocess.PIPE, text=True)
        try:
            lines = iter(process.stderr.readline, "")
            address = next(
                line.split()[-1] for line in lines if line.startswith("DevTools listening")
            )
            browser = self.playwright.connect_over_cdp(address)
            context = browser.contexts[0]
            context.set_default_timeout(PATIENCE)
            page = context.pages[0] if context.pages else context.wait_for_event("page")
            page.wait_for_load_state()
            yield page
        finally:
            process.terminate()
            process.communicate(timeout=SECONDS)

    def wait_until_saved(self, text):
        """Chromium writes down where its tabs are a moment after they have got there."""
        deadline = time.monotonic() + SECONDS
        sessions = self.profile / "Default" / "Sessions"
        while not any(text.encode() in path.read_bytes() for path in sessions.glob("Session_*")):
            assert time.monotonic() < deadline, "The session was not saved."
            time.sleep(0.1)

    def restored(self):
        return self.started("--restore-last-session")

    def files_with(self, text):
        """Which files of the profile hold it, as it is or as UTF-16, once the browser has ended."""
        forms = text.encode(), text.encode("utf-16-le")
        files = [path for path in self.profile.rglob("*") if path.is_file()]
        found = [path for path in files if any(form in path.read_bytes() for form in forms)]
        return [path.name for path in found]
